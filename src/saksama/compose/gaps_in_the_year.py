"""What is missing of all that happens in a year: periods, revisions, versions of the budget, surveys, follow-up."""

from collections.abc import Iterator

from saksama.compose.budget_names import version_name
from saksama.compose.gap import Gap, Owner
from saksama.kernel.activities import FollowUpState
from saksama.kernel.agreements import previous_agreement
from saksama.kernel.budget import BudgetVersionKind
from saksama.kernel.indicator import PerformanceIndicator
from saksama.kernel.period import Cycle, periods_of
from saksama.kernel.periods import period_title, target_in, value_in
from saksama.kernel.quantity import Reason, Uncomputable
from saksama.kernel.record import PerformanceRecord
from saksama.kernel.survey import ELEMENTS, element_average
from saksama.language.messages import _


def has_periods(indicator: PerformanceIndicator, year: int) -> bool:
    """Whether values of periods are stated, or must be, since the year itself states none."""
    stated = [found.period.year for found in indicator.period_targets]
    stated += [found.period.year for found in indicator.period_actuals]
    return year in stated or (indicator.schedule.cycle is not Cycle.YEAR and indicator.actual(year) is None)


def period_gaps(indicator: PerformanceIndicator, year: int) -> Iterator[Gap]:
    """The periods of the year that are due and were not reported, or promise nothing."""
    person = indicator.sheet.owner
    promises = any(target.period.year == year for target in indicator.period_targets)
    for period in periods_of(year, indicator.schedule.cycle):
        if not indicator.schedule.is_due(period):
            continue
        title = period_title(period)
        found = value_in(indicator, period).value
        if isinstance(found, Uncomputable) and found.reason is Reason.NO_ACTUAL:
            missing = _("realisasi {period}").format(period=title)
            yield Gap("Realisasi Periode", indicator.name, missing, Owner.DIVISION, person)
        if promises and target_in(indicator, period) is None:
            missing = _("target {period}").format(period=title)
            yield Gap("Target Periode", indicator.name, missing, Owner.PLANNER)


def gaps_in_the_year(record: PerformanceRecord, year: int) -> Iterator[Gap]:
    """What the report shows as missing beside the figures of a plain year; nothing where none of it is recorded."""
    for indicator in record.plan.indicators():
        reported = indicator.actual(year)
        if reported and reported.is_carried_over and not reported.measured_by:
            missing = _("lembaga yang mengukur")
            yield Gap("Realisasi", indicator.name, missing, Owner.DIVISION, indicator.sheet.owner)
    yield from _revisions(record, year)
    yield from _budget(record, year)
    yield from _surveys(record, year)
    yield from _activities(record, year)


def _revisions(record: PerformanceRecord, year: int) -> Iterator[Gap]:
    for agreement in record.agreement_versions(year):
        if previous_agreement(record, agreement) and not agreement.reason:
            name = _("perjanjian kinerja {year}, perubahan ke-{revision}").format(
                year=year, revision=agreement.revision
            )
            yield Gap("Perjanjian", name, _("alasan perubahan"), Owner.PLANNER)


def _budget(record: PerformanceRecord, year: int) -> Iterator[Gap]:
    versions = record.versions_of_budget(year)
    for version in versions:
        name = _("anggaran {version} {year}").format(version=version_name(version, versions), year=year)
        if version.adopted_on is None:
            yield Gap("Versi Anggaran", name, _("tanggal"), Owner.FINANCE)
        if version.kind is not BudgetVersionKind.ORIGINAL and not version.reason:
            yield Gap("Versi Anggaran", name, _("alasan perubahan"), Owner.FINANCE)
    for version in versions[:-1]:
        for node in record.nodes():
            amount = None if node.children else node.amount(year)
            if amount and all(found.version != version.id for found in amount.earlier):
                missing = _("pagu {version} (isi 0 bila belum ada di versi itu)").format(
                    version=version_name(version, versions)
                )
                yield Gap("Pagu Versi", node.name, missing, Owner.FINANCE)
    leaves = [node for node in record.nodes() if not node.children and node.amount(year)]
    physical = {node.id: amount.physical for node in leaves if (amount := node.amount(year))}
    if any(progress is not None for progress in physical.values()):
        for node in leaves:
            if physical[node.id] is None:
                missing = _("kemajuan fisik {year}").format(year=year)
                yield Gap("Anggaran", node.name, missing, Owner.DIVISION, node.owner)
    status = record.expenditure_status(year)
    if (versions or status.is_audited is not None) and status.cut_off is None:
        yield Gap("Naskah", record.agency.name, _("tanggal sampai kapan belanja dihitung"), Owner.FINANCE)


def _surveys(record: PerformanceRecord, year: int) -> Iterator[Gap]:
    for survey in record.surveys:
        if survey.year != year:
            continue
        if survey.counted is None:
            yield Gap("SKM", survey.service, _("jumlah responden"), Owner.DIVISION)
        empty = [
            f"U{place + 1}"
            for place in range(len(ELEMENTS))
            if isinstance(element_average(survey, place), Uncomputable)
        ]
        if empty:
            missing = _("nilai unsur {elements}").format(elements=", ".join(empty))
            yield Gap("SKM", survey.service, missing, Owner.DIVISION)


def _activities(record: PerformanceRecord, year: int) -> Iterator[Gap]:
    for item in record.recommendations:
        if item.year != year:
            continue
        if item.state is None:
            yield Gap("Rekomendasi", item.text, _("status tindak lanjut"), Owner.PLANNER)
        if not item.follow_up and item.state is not FollowUpState.NOT_STARTED:
            yield Gap("Rekomendasi", item.text, _("tindak lanjut"), Owner.PLANNER)
        if not item.evidence and item.state is FollowUpState.DONE:
            yield Gap("Rekomendasi", item.text, _("bukti"), Owner.PLANNER)
    for innovation in record.innovations:
        if innovation.year == year and not innovation.description:
            yield Gap("Inovasi", innovation.name, _("uraian"), Owner.DIVISION)
        if innovation.year == year and not innovation.benefit:
            yield Gap("Inovasi", innovation.name, _("manfaat"), Owner.DIVISION)
    yield from (
        Gap("Penghargaan", award.name, _("pemberi"), Owner.PLANNER)
        for award in record.awards
        if award.year == year and not award.giver
    )
    yield from (
        Gap("Aset", asset.name, _("jumlah"), Owner.FINANCE)
        for asset in record.assets
        if asset.year == year and asset.quantity is None
    )
    yield from (
        Gap("Gambar", picture.subject or record.agency.name, _("judul gambar"), Owner.PLANNER)
        for picture in record.pictures
        if picture.year == year and not picture.caption
    )

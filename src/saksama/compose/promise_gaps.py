"""What the documents of a promise lack, and from whom it must come."""

from collections.abc import Iterator

from saksama.compose.gap import Gap, Owner
from saksama.compose.gaps import sheet_gaps
from saksama.compose.signing import is_head_of_region
from saksama.kernel.record import PerformanceAgreement, PerformanceRecord
from saksama.kernel.results import target_in_force
from saksama.language.messages import _


def agreement_gaps(record: PerformanceRecord, year: int) -> tuple[Gap, ...]:
    """What an agreement needs before it can be signed."""
    return (*_signing(record, year), *_promised(record, year), *_money(record, year))


def key_indicator_gaps(record: PerformanceRecord, _year: int) -> tuple[Gap, ...]:
    """What the attachment of a decree on key indicators needs."""
    keys = [indicator for indicator in record.plan.indicators() if indicator.is_key]
    if not keys:
        return (Gap("Indikator", record.plan.title, _("indikator kinerja utama"), Owner.PLANNER),)
    return tuple(sheet_gaps(keys))


def sheet_document_gaps(record: PerformanceRecord, _year: int) -> tuple[Gap, ...]:
    """What the data sheets of all indicators need."""
    indicators = tuple(record.plan.indicators())
    if not indicators:
        return (Gap("Indikator", record.plan.title, _("indikator"), Owner.PLANNER),)
    ends = (
        Gap("Indikator", indicator.name, _("target akhir periode"), Owner.PLANNER)
        for indicator in indicators
        if indicator.end_target is None
    )
    return (*sheet_gaps(indicators), *ends)


def _signing(record: PerformanceRecord, year: int) -> Iterator[Gap]:
    agreement = record.agreement(year)
    if agreement is None:
        yield Gap("Perjanjian", record.agency.name, _("perjanjian kinerja"), Owner.PLANNER)
        return
    name = _("perjanjian kinerja {year}").format(year=year)
    for is_stated, what in _parts(record, agreement):
        if not is_stated:
            yield Gap("Perjanjian", name, what, Owner.PLANNER)


def _parts(record: PerformanceRecord, agreement: PerformanceAgreement) -> tuple[tuple[bool, str], ...]:
    first = agreement.first_party or record.agency.head
    is_alone = first is not None and is_head_of_region(first)
    return (
        (first is not None, _("pihak pertama")),
        (agreement.second_party is not None or is_alone, _("pihak kedua")),
        (bool(agreement.place), _("tempat penandatanganan perjanjian")),
        (agreement.signed_on is not None, _("tanggal perjanjian")),
        (bool(agreement.reason) or not agreement.revision, _("alasan perubahan perjanjian")),
    )


def _promised(record: PerformanceRecord, year: int) -> Iterator[Gap]:
    objectives = tuple(record.plan.objectives())
    if not objectives:
        yield Gap("Sasaran", record.plan.title, _("sasaran strategis"), Owner.PLANNER)
    for objective in objectives:
        if not objective.indicators:
            yield Gap("Indikator", objective.name, _("indikator"), Owner.PLANNER)
        for indicator in objective.indicators:
            if target_in_force(record, indicator, year) is None:
                yield Gap("Indikator", indicator.name, _("target {year}").format(year=year), Owner.PLANNER)


def _money(record: PerformanceRecord, year: int) -> Iterator[Gap]:
    amounts = [(node, amount) for node in record.nodes() if not node.children and (amount := node.amount(year))]
    if not amounts:
        yield Gap("Anggaran", record.agency.name, _("program dan anggaran"), Owner.FINANCE)
    for node, amount in amounts:
        if amount.appropriation is None:
            yield Gap("Anggaran", node.name, _("pagu {year}").format(year=year), Owner.FINANCE)

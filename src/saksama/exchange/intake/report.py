"""Rows → what surrounds the figures: agreements, signatures and texts, settings with the scale, notes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from saksama.exchange.fields import Sheet
from saksama.exchange.intake.agency import read_person
from saksama.exchange.intake.indicators import where_indicators
from saksama.exchange.intake.rows import Codes, FilledRow
from saksama.exchange.intake.targets import target_of
from saksama.exchange.intake.words import Measure
from saksama.exchange.intake.years import note_outside
from saksama.exchange.problem import Problems
from saksama.kernel.budget import ExpenditureStatus
from saksama.kernel.explanation import Limits
from saksama.kernel.provenance import Certainty, Citation, Place
from saksama.kernel.rating import Band, MisorderedScaleError, RatingScale
from saksama.kernel.record import (
    AgreedTarget,
    Arrangement,
    Choice,
    Issue,
    PerformanceAgreement,
    ReportPart,
    ReportSettings,
    ReportText,
)
from saksama.language.messages import _

_Revision = tuple[int, int]
"""The year of an agreement, and how often it was revised."""


def read_agreements(
    rows: Sequence[FilledRow],
    targets: Sequence[FilledRow],
    years: range,
    *,
    codes: Codes,
    versions: Codes,
    measures: Mapping[str, Measure],
    problems: Problems,
) -> tuple[PerformanceAgreement, ...]:
    """The agreements by year and revision, with what differs; `measures` is what each indicator is stated in."""
    agreed = _agreed_targets(targets, codes, measures, problems=problems)
    found: dict[_Revision, PerformanceAgreement] = {}
    for row in rows:
        year, revision = row.required_whole("year", problems), row.whole("revision") or 0
        if year is None:
            continue
        note_outside(row, "year", year, years=years, problems=problems)
        if (year, revision) in found:
            said = _("{agreement} yang kedua").format(agreement=_name(year, revision))
            remedy = _("Isi Revisi ke bila ini perubahannya, atau hapus salah satunya")
            problems.error(row.at("year"), said, _("satu baris satu perjanjian"), remedy)
            continue
        version = row.entries.get("budget_version")
        found[year, revision] = PerformanceAgreement(
            year,
            read_person(row, "first"),
            read_person(row, "second"),
            row.text("number"),
            row.text("place"),
            row.day("date"),
            tuple(agreed.pop((year, revision), {}).values()),
            revision,
            row.text("reason"),
            versions.resolve(version, _("Versi Anggaran"), problems) if version else "",
        )
    for (year, revision), own in agreed.items():
        place = next(iter(own.values())).target.place or Place()
        said = _("target {agreement}, padahal perjanjiannya belum ada di lembar Perjanjian")
        said = said.format(agreement=_name(year, revision))
        problems.note(place, said, "", _("Isi perjanjian itu di lembar Perjanjian"))
        found[year, revision] = PerformanceAgreement(year, targets=tuple(own.values()), revision=revision)
    return tuple(found[key] for key in sorted(found))


def _name(year: int, revision: int) -> str:
    if not revision:
        return _("perjanjian {year}").format(year=year)
    return _("perjanjian {year} revisi ke {revision}").format(year=year, revision=revision)


def _agreed_targets(
    rows: Sequence[FilledRow], codes: Codes, measures: Mapping[str, Measure], *, problems: Problems
) -> dict[_Revision, dict[str, AgreedTarget]]:
    found: dict[_Revision, dict[str, AgreedTarget]] = {}
    for row in rows:
        year = row.required_whole("year", problems)
        if year is None or not row.required_text("indicator", problems):
            continue
        indicator = codes.resolve(row.entries["indicator"], where_indicators(), problems)
        if not indicator:
            continue
        target = target_of(
            row, year, measures.get(indicator, Measure("")), keys=("target", "target_low"), problems=problems
        )
        revision = row.whole("revision") or 0
        own = found.setdefault((year, revision), {})
        if indicator in own:
            said = _("target {agreement} untuk {code} yang kedua")
            said = said.format(agreement=_name(year, revision), code=indicator)
            problems.error(row.at("indicator"), said, _("satu target"), _("Hapus salah satunya"))
        elif target:
            own[indicator] = AgreedTarget(indicator, target)
    return {revision: own for revision, own in found.items() if own}


def read_texts(
    rows: Sequence[FilledRow], years: range, problems: Problems
) -> tuple[tuple[Issue, ...], tuple[ReportText, ...], tuple[ExpenditureStatus, ...]]:
    """Where and when each year's report is signed, the planner's own passages, and how final the expenditure is."""
    issues: dict[int, Issue] = {}
    statuses: dict[int, ExpenditureStatus] = {}
    texts: dict[tuple[int, ReportPart], ReportText] = {}
    for row in rows:
        year = row.required_whole("year", problems)
        if year is None:
            continue
        note_outside(row, "year", year, years=years, problems=problems)
        issue = Issue(year, row.text("place"), row.day("date"), read_person(row, "signatory"))
        parts = [part for part in ReportPart if row.text(part.value)]
        audited = row.text("is_audited")
        status = ExpenditureStatus(year, row.day("cut_off"), audited == "yes" if audited else None)
        is_twice = (issue != Issue(year) and year in issues) or (status != ExpenditureStatus(year) and year in statuses)
        if is_twice or any((year, part) in texts for part in parts):
            said = _("naskah {year} yang kedua").format(year=year)
            problems.error(row.at("year"), said, _("satu baris satu tahun"), _("Gabungkan kedua baris itu"))
            continue
        if issue != Issue(year):
            issues[year] = issue
        if status != ExpenditureStatus(year):
            statuses[year] = status
        for part in parts:
            texts[year, part] = ReportText(year, part, row.text(part.value))
    written = [
        texts[year, part]
        for year in sorted({year for year, _part in texts})
        for part in ReportPart
        if (year, part) in texts
    ]
    return (
        tuple(issues[year] for year in sorted(issues)),
        tuple(written),
        tuple(statuses[year] for year in sorted(statuses)),
    )


@dataclass(frozen=True, slots=True)
class SettingsRows:
    """The lines of the settings and the rows of the scale; `None` and empty where the sheets are missing."""

    settings: FilledRow | None
    scale: Sequence[FilledRow]


def read_settings(rows: SettingsRows, problems: Problems) -> ReportSettings:
    """How the agency reports; what is not stated is as usual."""
    usual = ReportSettings()
    row = rows.settings
    if row is None:
        return usual
    arrangement, cap = row.text("arrangement"), row.decimal("average_cap")
    return ReportSettings(
        report_name=row.text("report_name") or usual.report_name,
        abbreviation=row.text("abbreviation") or usual.abbreviation,
        arrangement=Arrangement(arrangement) if arrangement else usual.arrangement,
        scale=_scale(row, rows.scale, usual.scale, problems=problems),
        limits=_limits(row, problems),
        average_cap=usual.average_cap if cap is None else cap,
        efficiency_method=row.text("efficiency_method") or usual.efficiency_method,
        budget_source=row.text("budget_source"),
        mark=row.text("mark"),
    )


def _citation(row: FilledRow, prefix: str) -> Citation | None:
    regulation, clause, certainty, note = (
        row.text(f"{prefix}_{name}") for name in ("regulation", "clause", "certainty", "note")
    )
    if not any((regulation, clause, certainty, note)):
        return None
    return Citation(regulation, clause, Certainty(certainty) if certainty else Certainty.OWN, note)


def _limits(row: FilledRow, problems: Problems) -> Limits:
    cap, floor = row.decimal("limit_cap"), row.decimal("limit_floor")
    if cap is not None and floor is not None and floor > cap:
        said = _("batas bawah capaian yang melebihi batas atasnya")
        remedy = _("Tukar keduanya, atau kosongkan salah satunya")
        problems.error(row.at("limit_floor"), said, _("batas bawah di bawah batas atas"), remedy)
        floor = None  # Limits refuses the contradiction
    return Limits(cap, floor, _citation(row, "limits"))


def _scale(row: FilledRow, bands: Sequence[FilledRow], usual: RatingScale, *, problems: Problems) -> RatingScale:
    if not bands:
        if row.text("scale_title"):
            said = _("skala penilaian tanpa kelas, sehingga dipakai {title}").format(title=usual.title)
            problems.note(row.at("scale_title"), said, "", _("Isi lembar Skala"))
        return usual
    try:
        return RatingScale(
            row.required_text("scale_name", problems),
            row.required_text("scale_title", problems),
            tuple(Band(band.required_text("word", problems), band.decimal("bound")) for band in bands),
            _citation(row, "scale") or Citation("", "", Certainty.OWN),
            bound_opens_band=row.text("scale_side") != "below",
            decimals=row.whole("scale_decimals"),
        )
    except MisorderedScaleError:
        if not any("bound" in band.unreadable for band in bands):
            _report_disorder(bands, problems)
        return usual


def _report_disorder(bands: Sequence[FilledRow], problems: Problems) -> None:
    """Say which class of the scale stands wrong."""
    expected = _("kelas dari yang terbaik ke yang terendah, dan hanya kelas terendah tanpa batas")
    remedy = _("Urutkan kelasnya, lalu kosongkan batas kelas terendah")
    above: Decimal | None = None
    for band in bands[:-1]:
        bound = band.decimal("bound")
        if bound is None:
            problems.error(band.at("bound"), _("kelas tanpa batas di atas kelas lain"), expected, remedy)
            return
        if above is not None and bound >= above:
            problems.error(
                band.at("bound"), _("batas yang tidak lebih kecil daripada kelas di atasnya"), expected, remedy
            )
            return
        above = bound
    problems.error(bands[-1].at("bound"), _("kelas terendah dengan batas"), expected, remedy)


def read_choices(rows: Sequence[FilledRow], problems: Problems) -> tuple[Choice, ...]:
    """The notes about doubtful data."""
    return tuple(Choice(row.required_text("topic", problems), row.text("decision"), row.text("reason")) for row in rows)


def missing_sheet(sheet: Sheet, *, essential: bool, problems: Problems) -> None:
    """Report a sheet that the workbook does not have."""
    place = Place(sheet=sheet.name)
    found = _("buku kerja tanpa lembar {sheet}").format(sheet=sheet.name)
    if essential:
        expected = _("lembar {sheet}").format(sheet=sheet.name)
        problems.error(place, found, expected, _("Salin lembar itu dari templat: saksama template data.xlsx"))
    else:
        problems.note(place, found, "", _("Lembar itu dianggap kosong; salin dari templat bila diperlukan"))

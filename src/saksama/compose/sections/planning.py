"""Bab II: the plan, its key indicators, the agreement of the year, and the scale that results are rated on."""

from saksama.compose.grid import CENTER, LEFT, RIGHT, cell, columns, heading, number_row, row, shown_in, table, text
from saksama.compose.ledger import Ledger, gap
from saksama.compose.sections.introduction import missing
from saksama.compose.sections.revisions import in_force, revisions
from saksama.compose.signing import held
from saksama.compose.units import unit_width
from saksama.compose.values import end_year, value_width
from saksama.documents.document import (
    Block,
    Content,
    Heading,
    HeadingNumbering,
    Inline,
    ItemList,
    Landscape,
    ListKind,
    Paragraph,
    Row,
    RowKind,
    Table,
    Text,
)
from saksama.kernel.indicator import PerformanceIndicator
from saksama.language.numerals import counted

_MOST_YEARS_UPRIGHT = 4


def build(ledger: Ledger) -> tuple[Block, ...]:
    """The sections of Bab II."""
    plan = (Paragraph(text(_plan_sentence(ledger))), plan_table(ledger))
    wide = len(target_years(ledger)) > _MOST_YEARS_UPRIGHT
    return (
        Heading(1, "Perencanaan Kinerja", "bab-perencanaan", HeadingNumbering.CHAPTER),
        Heading(2, "Rencana Strategis", "renstra"),
        *((Landscape(plan),) if wide else plan),
        *_direction(ledger),
        Heading(2, "Indikator Kinerja Utama", "iku"),
        *_key_indicators(ledger),
        Heading(2, f"Perjanjian Kinerja Tahun {ledger.year}", "perjanjian"),
        *_agreement(ledger),
        Heading(2, "Standar Penilaian Kinerja", "standar-penilaian"),
        *_scale(ledger),
    )


def target_years(ledger: Ledger) -> tuple[int, ...]:
    """The years of the plan for which some indicator has a target."""
    indicators = tuple(ledger.record.plan.indicators())
    return tuple(sorted({target.year for indicator in indicators for target in indicator.targets}))


def _plan_sentence(ledger: Ledger) -> str:
    plan = ledger.record.plan
    years = f"{plan.first_year}–{plan.last_year}"
    period = "" if years in plan.title else f" untuk periode {years}"
    return (
        f"{plan.title} memuat {counted(len(plan.goals))} tujuan dan {counted(len(ledger.objectives))} sasaran "
        f"strategis, yang diukur dengan {counted(len(tuple(plan.indicators())))} indikator{period}."
    )


def plan_table(ledger: Ledger) -> Table:
    """Goals, objectives and indicators with their targets of every year."""
    years, plan = target_years(ledger), ledger.record.plan
    first = Row(
        (
            cell("Tujuan/Sasaran", rowspan=2, align=CENTER),
            cell("Indikator Kinerja", rowspan=2, align=CENTER),
            cell("Satuan", rowspan=2, align=CENTER),
            cell("Target Tahun", colspan=max(len(years), 1), align=CENTER),
            cell(f"Target Akhir {end_year(ledger.record)}", rowspan=2, align=CENTER),
        )
    )
    second = Row(tuple(cell(str(year), align=CENTER) for year in years) or (cell("–", align=CENTER),))
    count = 4 + max(len(years), 1)
    rows: list[Row] = []
    for place, goal in enumerate(plan.goals, start=1):
        title = f"Tujuan {place}" if len(plan.goals) > 1 else "Tujuan"
        rows += _plan_rows(ledger, f"{title}: {goal.name}", goal.indicators, years, lacking=Text("–"))
        for objective in goal.objectives:
            name = f"Sasaran {ledger.number(objective)}: {objective.name}"
            rows += _plan_rows(ledger, name, objective.indicators, years, lacking=gap("indikator belum diisi"))
    share = 40 / max(len(years), 1)
    widths = (
        (25, LEFT),
        (27, LEFT),
        (unit_width(plan.indicators(), 10), CENTER),
        *((value_width(ledger.record, plan.indicators(), min(share, 10)), RIGHT),) * max(len(years), 1),
        (value_width(ledger.record, plan.indicators(), 11), RIGHT),
    )
    return table(
        "tabel-rencana",
        f"Tujuan, Sasaran, Indikator, dan Target {plan.first_year}–{plan.last_year}",
        widths=columns(*widths),
        header=(first, second, number_row(tuple(f"({number})" for number in range(1, count + 1)))),
        rows=tuple(rows),
        origin=plan.title,
    )


def _plan_rows(
    ledger: Ledger,
    name: str,
    indicators: tuple[PerformanceIndicator, ...],
    years: tuple[int, ...],
    *,
    lacking: Text,
) -> list[Row]:
    if not indicators:
        blanks = ("–",) * max(len(years), 1)
        return [row(name, lacking, "–", *blanks, "–")]
    rows: list[Row] = []
    for place, indicator in enumerate(indicators):
        targets = tuple(ledger.plan_target(indicator, year) for year in years) or (Text("–"),)
        figures: tuple[str | Inline, ...] = (indicator.name, indicator.unit, *targets, ledger.end_target(indicator))
        first = (cell(name, rowspan=len(indicators)),) if not place else ()
        rows.append(row(*first, *figures))
    return rows


def _direction(ledger: Ledger) -> tuple[Block, ...]:
    plan = ledger.record.plan
    made: list[Block] = []
    for title, whole, attribute in (
        ("Strategi", plan.strategies, "strategies"),
        ("Arah kebijakan", plan.policies, "policies"),
    ):
        own = [(objective, getattr(objective, attribute)) for objective in ledger.objectives]
        if not whole and not any(items for _, items in own):
            made.append(missing(title))
            continue
        if whole:
            made.append(Paragraph(text(f"{title} untuk mencapai tujuan dan sasaran tersebut:")))
            made.append(ItemList(tuple(map(text, whole)), ListKind.NUMBERS))
        for objective, items in own:
            if items:
                made.append(Paragraph(text(f"{title} sasaran {ledger.number(objective)}:")))
                made.append(ItemList(tuple(map(text, items)), ListKind.NUMBERS))
    return tuple(made)


def _key_indicators(ledger: Ledger) -> tuple[Block, ...]:
    found = [indicator for indicator in ledger.record.plan.indicators() if indicator.is_key]
    if not found:
        return (missing("Indikator kinerja utama"),)
    rows = tuple(
        row(
            str(place),
            indicator.name,
            indicator.unit,
            _or_gap(calculation(indicator)),
            _or_gap(indicator.sheet.source),
        )
        for place, indicator in enumerate(found, start=1)
    )
    made = table(
        "tabel-iku",
        f"Indikator Kinerja Utama {ledger.record.agency.name}",
        widths=columns((6, CENTER), (40, LEFT), (unit_width(found, 10), CENTER), (24, LEFT), (20, LEFT)),
        header=heading("No.", "Indikator Kinerja Utama", "Satuan", "Cara Penghitungan", "Sumber Data"),
        rows=rows,
        origin=ledger.record.plan.title,
    )
    return shown_in("Indikator kinerja utama", "tabel-iku"), made


def calculation(indicator: PerformanceIndicator) -> str:
    """How the indicator is computed, in the agency's words or from its raw data."""
    raw = indicator.raw
    return indicator.sheet.calculation or (
        f"{raw.numerator} ÷ {raw.denominator} × {raw.factor.normalize():f}" if raw else ""
    )


def _or_gap(words: str) -> Text:
    return Text(words) if words else gap()


def _agreement(ledger: Ledger) -> tuple[Block, ...]:
    agreement, year = ledger.record.agreement(ledger.year), ledger.year
    if agreement is None:
        opening = Paragraph(text(f"Perjanjian kinerja tahun {year}: ", gap(), "."))
    else:
        second = agreement.second_party
        to_whom = Text(held(second)) if second else gap("pihak kedua belum diisi")
        first = agreement.first_party or ledger.record.agency.head
        who = held(first) if first else ledger.record.agency.name
        parts: list[str | Inline] = [f"Perjanjian kinerja tahun {year} memuat janji {who} kepada ", to_whom]
        opening = Paragraph(text(*parts, " untuk mencapai target berikut dengan anggaran yang tersedia."))
    targets, money = agreement_tables(ledger, "")
    changed = _changed(ledger)
    return (opening, *in_force(ledger), targets, *((changed,) if changed else ()), money, *revisions(ledger))


def agreement_tables(ledger: Ledger, label: str) -> tuple[Table, Table]:
    """The two tables of an agreement: what is promised, and the programmes with their money."""
    year = ledger.year
    rows: list[Row] = []
    for objective in ledger.objectives:
        span = len(objective.indicators)
        for place, indicator in enumerate(objective.indicators):
            first = () if place else (
                cell(str(ledger.number(objective)), rowspan=span),
                cell(objective.name, rowspan=span),
            )  # fmt: skip
            rows.append(row(*first, indicator.name, indicator.unit, ledger.target(indicator, year)))
        if not span:
            number = str(ledger.number(objective))
            rows.append(row(number, objective.name, gap("indikator belum diisi"), "–", "–"))
    value = (value_width(ledger.record, ledger.record.plan.indicators(), 14), RIGHT)
    targets = table(
        f"tabel-pk{label}",
        f"Sasaran, Indikator, dan Target Perjanjian Kinerja Tahun {year}",
        widths=columns(
            (6, CENTER), (32, LEFT), (36, LEFT), (unit_width(ledger.record.plan.indicators(), 12), CENTER), value
        ),
        header=heading("No.", "Sasaran Strategis", "Indikator Kinerja", "Satuan", f"Target {year}"),
        rows=tuple(rows),
        origin=f"Perjanjian kinerja tahun {year}",
    )
    money_rows = [
        row(str(place), programme.name, ledger.rupiah_plain(ledger.spending(programme).appropriation))
        for place, programme in enumerate(ledger.programmes, start=1)
    ]
    total = ledger.rupiah_plain(ledger.total().appropriation)
    money_rows.append(row("", "Jumlah", total, kind=RowKind.TOTAL))
    money = table(
        f"tabel-pk-program{label}",
        f"Program dan Anggaran Perjanjian Kinerja Tahun {year}",
        widths=columns((6, CENTER), (64, LEFT), (30, RIGHT)),
        header=heading("No.", "Program", "Anggaran (Rp)"),
        rows=tuple(money_rows),
        origin=ledger.record.settings.budget_source or f"Perjanjian kinerja tahun {year}",
    )
    return targets, money


def _changed(ledger: Ledger) -> Block | None:
    agreement = ledger.record.agreement(ledger.year)
    if agreement is None or not agreement.targets:
        return None
    names = {indicator.id: indicator for indicator in ledger.record.indicators()}
    items: list[Content] = [
        text(
            f"{names[agreed.indicator].name}: target rencana ",
            ledger.plan_target(names[agreed.indicator], ledger.year),
            ", target perjanjian ",
            ledger.target(names[agreed.indicator], ledger.year),
            ".",
        )
        for agreed in agreement.targets
        if agreed.indicator in names
    ]
    return ItemList(tuple(items)) if items else None


def _scale(ledger: Ledger) -> tuple[Block, ...]:
    scale = ledger.record.settings.scale
    rows = tuple(row(scale.condition(band), band.word) for band in scale.bands)
    made = table(
        "tabel-skala",
        "Skala Penilaian Capaian",
        widths=columns((35, LEFT), (65, LEFT)),
        header=heading("Capaian (%)", "Peringkat"),
        rows=rows,
        origin=str(scale.citation),
        notes=(scale.citation.note,) if scale.citation.note else (),
    )
    return Paragraph(text("Capaian dinilai dengan skala berikut, berdasarkan nilai yang belum dibulatkan.")), made

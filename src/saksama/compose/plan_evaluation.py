"""The evaluation of the yearly plan (Formulir E.81; regulations.md 6.2): record → numbered document.

Columns 12 and 14 of the form add quarters and years. That is right for volumes only; every indicator is consolidated
by its own rule instead, which column 17 names.
"""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from saksama.compose.evaluation_figures import Evaluation
from saksama.compose.finishing import finished
from saksama.compose.grid import CENTER, LEFT, RIGHT, cell, columns, heading, row, table, text
from saksama.compose.interim import full_title
from saksama.compose.ledger import Ledger, gap
from saksama.compose.letterheads import letterhead
from saksama.compose.notes import rating_text
from saksama.compose.phrases import bold, ended
from saksama.compose.request import Request
from saksama.compose.signing import signature
from saksama.documents.document import (
    Block,
    Cell,
    Content,
    Document,
    Heading,
    ItemList,
    Landscape,
    Paragraph,
    Part,
    PartKind,
    Row,
    RowKind,
    Signatures,
    Text,
    Title,
)
from saksama.kernel.budget import BudgetLevel, BudgetNode
from saksama.kernel.indicator import NarrativePart, PerformanceIndicator
from saksama.kernel.interim import is_year_end
from saksama.kernel.period import Consolidation, Cycle, Period
from saksama.kernel.periods import period_key
from saksama.kernel.plan_evaluation import MeanLevel, mean_level
from saksama.kernel.rating import PERMENDAGRI_86_2017
from saksama.kernel.spending import objective_subjects

_COLUMNS = 17
_RULES = {Consolidation.SUM: "jumlah", Consolidation.AVERAGE: "rata-rata", Consolidation.LAST: "nilai akhir"}


def compose(request: Request) -> Document:
    """The table to the end of the quarter that the period ends with, its averages, and what helped or hindered."""
    record, year = request.record, request.year
    last_month = request.period.last_month if request.period else 12
    quarter = Period(year, -(-last_month // 3), Cycle.QUARTER)
    ledger = Ledger(record, year)
    evaluation = Evaluation(ledger, quarter)
    agency = record.agency
    title = f"Evaluasi Hasil Renja Tahun {year}"
    body: tuple[Block, ...] = (
        letterhead(record),
        Title((title, f"sampai dengan {full_title(quarter)}")),
        _table(evaluation),
        *_factors(evaluation),
        Signatures(signature(agency.head, dated=False)),
    )
    document = Document(
        title=f"{title}, {agency.name}",
        author=agency.name,
        date=date(year, quarter.last_month, monthrange(year, quarter.last_month)[1]),
        parts=(Part(PartKind.BODY, (Landscape(body),)),),
        subject=f"Evaluasi hasil Renja {year} s.d. {evaluation.title}",
        header=f"Evaluasi hasil Renja {agency.short_name or agency.name} {year}",
        mark=record.settings.mark,
    )
    return finished(document, ledger, is_explained=request.is_explained)


def _table(evaluation: Evaluation) -> Block:
    ledger, year = evaluation.ledger, evaluation.period.year
    if not ledger.programmes:
        return Paragraph(text("Program/kegiatan: ", gap(), "."))
    plan, is_end = ledger.record.plan, is_year_end(evaluation.period)
    rows = [made for programme in ledger.programmes for made in _rows(evaluation, programme)]
    every = BudgetNode("semua", "Seluruh program", BudgetLevel.PROGRAMME, children=ledger.record.programmes)
    rows.append(_row(cell("Jumlah anggaran (Rp)", colspan=4), *evaluation.of_money(every), "", "", kind=RowKind.TOTAL))
    rows += _means(evaluation)
    amount, percent = (20.0, RIGHT), (13.6, RIGHT)
    numbers = {12: "(12 = 8+9+10+11)", 13: "(13 = 12/7)" if is_end else "(13)", 14: "(14 = 6+12)", 15: "(15 = 14/5)"}
    return table(
        "tabel-e81",
        f"Evaluasi Hasil Renja s.d. {evaluation.title}",
        widths=columns(
            (6.5, CENTER),
            (25.2, LEFT),
            (23.4, LEFT),
            (20, LEFT),
            *(amount,) * 8,
            percent,
            amount,
            percent,
            (18, LEFT),
            (11, LEFT),
        ),
        header=heading(
            "No",
            "Kode",
            "Program/ Kegiatan/ Sub Kegiatan",
            "Indikator (satuan) dan anggaran",
            f"Target Renstra {plan.first_year}–{plan.last_year}",
            f"Realisasi s.d. {year - 1}",
            f"Target {year}",
            *(f"Realisasi TW {number}" for number in ("I", "II", "III", "IV")),
            f"Realisasi s.d. {evaluation.title}",
            "Capaian Renja (%)",
            f"Realisasi Renstra s.d. {evaluation.title}",
            "Capaian Renstra (%)",
            "Unit",
            "Ket.",
            numbers=tuple(numbers.get(number, f"({number})") for number in range(1, 18)),
        ),
        rows=tuple(rows),
        origin=f"Data kinerja {ledger.record.agency.name}; {ledger.record.settings.budget_source or 'data anggaran'}",
        notes=(*_notes(evaluation, is_end=is_end),),
    )


def _row(*cells: Cell | Content | str, kind: RowKind = RowKind.BODY) -> Row:
    return Row(
        tuple(Cell(one) if isinstance(one, tuple) else one if isinstance(one, Cell) else cell(one) for one in cells),
        kind,
    )


def _notes(evaluation: Evaluation, *, is_end: bool) -> Iterator[str]:
    record = evaluation.ledger.record
    yield (
        "Kolom (12) dan (14) mengikuti cara konsolidasi pada kolom (17): hanya volume yang dijumlahkan antarperiode "
        "dan antartahun; persentase dan indeks memakai nilai akhir atau rata-ratanya. Anggaran selalu dijumlahkan. "
        "Kolom (13) dan (15) dihitung menurut rumus capaian tiap indikator. Tanda – berarti belum waktunya diukur atau "
        "belum dapat dihitung."
    )
    if not is_end:
        yield (
            "Sebelum akhir tahun, kolom (13) membandingkan kinerja dengan target sampai dengan triwulan ini (baris "
            "kedua kolom 7), bukan dengan target setahun; anggaran dibandingkan dengan pagu setahun."
        )
    scale, limit = PERMENDAGRI_86_2017, record.settings.average_cap.normalize()
    classes = "; ".join(f"{band.word} {scale.condition(band)}" for band in scale.bands)
    yield (
        f"Predikat dari rata-rata yang tiap capaiannya dibatasi {limit:f}%: {classes}. Dasar: {scale.citation}. "
        f"{scale.citation.note}"
    )
    if evaluation.is_first_year:
        yield f"{record.plan.first_year} adalah tahun pertama Renstra: kolom (6) kosong."


def _rows(evaluation: Evaluation, programme: BudgetNode) -> list[Row]:
    served = _objectives(evaluation.ledger, programme)
    whom = text("Sasaran: ", "; ".join(served)) if served else text("Sasaran: ", gap())
    rows = [Row((cell(*whom, colspan=_COLUMNS),), RowKind.GROUP)]
    number = evaluation.ledger.programmes.index(programme) + 1

    def add(node: BudgetNode, depth: int) -> None:
        if any(leaf.amount(evaluation.period.year) for leaf in node.leaves()):
            rows.extend(_of_node(evaluation, node, depth, "" if depth else str(number)))
            for child in node.children:
                add(child, depth + 1)

    add(programme, 0)
    return rows


def _objectives(ledger: Ledger, programme: BudgetNode) -> list[str]:
    below = {node.id for node in programme.walk()}
    subjects = {support.subject for support in ledger.record.supports if support.node in below}
    return [one.name for one in ledger.objectives if subjects & set(objective_subjects(one))]


def _of_node(evaluation: Evaluation, node: BudgetNode, depth: int, number: str) -> list[Row]:
    """A row for each indicator, then one for the money."""
    span = max(1, len(node.indicators)) + 1
    name = Text("\u00a0\u00a0" * depth + node.name)
    first = (cell(number, rowspan=span), cell(node.code, rowspan=span), cell(name, rowspan=span))
    owner = Text(node.owner) if node.owner else gap()
    rows: list[Row] = []
    for indicator in node.indicators:
        rule = _RULES[indicator.schedule.consolidation]
        figures = evaluation.of_indicator(indicator)
        begin = () if rows else first
        rows.append(_row(*begin, f"{indicator.name} ({indicator.unit})", *figures, (owner,), rule))
    if not rows:
        rows.append(_row(*first, (gap("indikator belum diisi"),), *("–",) * 11, (owner,), ""))
    rows.append(_row("Anggaran (Rp)", *evaluation.of_money(node), "", ""))
    return rows


# Averages


def _indicators(evaluation: Evaluation) -> list[PerformanceIndicator]:
    return [
        indicator
        for programme in evaluation.ledger.programmes
        for node in programme.walk()
        if any(leaf.amount(evaluation.period.year) for leaf in node.leaves())
        for indicator in node.indicators
    ]


def _means(evaluation: Evaluation) -> list[Row]:
    ledger, every = evaluation.ledger, _indicators(evaluation)
    record, key = ledger.record, period_key(evaluation.period)
    of_year = [(one, evaluation.year_level(one)) for one in every]
    of_plan = [(one, evaluation.plan_level(one)) for one in every]
    renja, renstra = mean_level(record, of_year, f"renja/{key}"), mean_level(record, of_plan, f"renstra/{key}")
    for mean, name in ((renja, "Renja"), (renstra, "Renstra")):
        ledger.remember(mean.uncapped, f"Rata-rata tingkat capaian {name} s.d. {evaluation.title}")
        ledger.remember(mean.capped, f"Rata-rata tingkat capaian {name} s.d. {evaluation.title}, tiap capaian dibatasi")
    limit = f"{record.settings.average_cap.normalize():f}%"
    plain = ledger.plain
    is_last = is_year_end(evaluation.period) and evaluation.period.year == record.plan.last_year
    rows = [
        _mean_row("Rata-rata capaian (%)", *(plain(mean.uncapped, blank="–") for mean in (renja, renstra))),
        _mean_row(
            f"Rata-rata, tiap capaian dibatasi {limit}", *(plain(mean.capped, blank="–") for mean in (renja, renstra))
        ),
        # The plan is rated when it ends: after one year of five every plan would be very low.
        _mean_row("Predikat kinerja", rating_text(renja.capped), rating_text(renstra.capped) if is_last else Text("–")),
    ]
    for mean, name in ((renja, "Renja"), (renstra, "Renstra")):
        rows += [_lacking(name, words, which) for words, which in _without(mean) if which]
    return rows


def _without(mean: MeanLevel) -> tuple[tuple[str, str], ...]:
    missing, left_out = ("; ".join(one.name for one in which) for which in (mean.missing, mean.left_out))
    return (
        ("belum dapat dihitung karena capaian ini belum ada", missing),
        ("tidak memuat yang belum waktunya diukur", left_out),
    )


def _lacking(name: str, words: str, which: str) -> Row:
    return Row((cell(f"Rata-rata {name} {words}: {which}", colspan=_COLUMNS),), RowKind.BODY)


def _mean_row(name: str, renja: Text, renstra: Text) -> Row:
    return row(cell(name, colspan=12), renja, "", renstra, "", "", kind=RowKind.TOTAL)


# What helped and what hindered


def _factors(evaluation: Evaluation) -> tuple[Block, ...]:
    """The factors at the foot of the form, in the planner's words."""
    record, year = evaluation.ledger.record, evaluation.period.year
    measured = [(one, _is_met(evaluation, one)) for one in (*_indicators(evaluation), *record.plan.indicators())]
    told = {part: [(one, met, one.narrative(year, part)) for one, met in measured] for part in NarrativePart}

    def points(part: NarrativePart, *, met: bool | None = None) -> list[Content]:
        return [
            text(bold(one.name), f": {ended(found.text)}")
            for one, is_met, found in told[part]
            if found and found.text and (met is None or is_met is met)
        ]

    cause, obstacle = NarrativePart.CAUSE, NarrativePart.OBSTACLE
    parts = (
        ("Faktor pendorong keberhasilan kinerja", "pendorong", points(cause, met=True)),
        ("Faktor penghambat pencapaian kinerja", "penghambat", [*points(cause, met=False), *points(obstacle)]),
        ("Tindak lanjut pada triwulan dan Renja berikutnya", "tindak-lanjut", points(NarrativePart.FOLLOW_UP)),
    )
    return tuple(
        block
        for title, label, items in parts
        for block in (Heading(2, title, label), ItemList(tuple(items)) if items else Paragraph((gap(),)))
    )


def _is_met(evaluation: Evaluation, indicator: PerformanceIndicator) -> bool | None:
    """Whether the target to date was reached."""
    value = evaluation.to_date.achieved_to_date(indicator).value
    return value >= 100 if isinstance(value, Fraction) else None

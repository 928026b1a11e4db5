"""The action plan of an agreement (rencana aksi): what each quarter is to bring, by what work, with which money.

It is made for the agreement in force (perjanjian kinerja), of which it is a part. Money is that of the year: no
regulation that was read divides an action plan's money by quarters (regulations.md 12).
"""

from collections.abc import Iterator
from datetime import date

from saksama.compose.agreement_statement import signatures
from saksama.compose.finishing import finished
from saksama.compose.grid import CENTER, LEFT, RIGHT, cell, columns, heading, row, table, text
from saksama.compose.interim import Interim
from saksama.compose.ledger import Ledger, gap
from saksama.compose.letterheads import letterhead
from saksama.compose.request import Request
from saksama.documents.document import (
    Block,
    Cell,
    Document,
    Inline,
    Landscape,
    Paragraph,
    ParagraphStyle,
    Part,
    PartKind,
    Row,
    RowKind,
    Table,
    Text,
    Title,
)
from saksama.kernel.agreements import as_agreed
from saksama.kernel.budget import BudgetLevel, BudgetNode
from saksama.kernel.indicator import PerformanceIndicator
from saksama.kernel.interim import promised_in
from saksama.kernel.period import Consolidation, Cycle, periods_of
from saksama.kernel.plan import StrategicObjective
from saksama.kernel.quantity import Reason, Uncomputable
from saksama.kernel.record import PerformanceAgreement, PerformanceRecord
from saksama.kernel.spending import objective_subjects

NOT_DUE = "–"
_COUNTED = {
    Consolidation.SUM: "dijumlahkan",
    Consolidation.AVERAGE: "dirata-ratakan",
    Consolidation.LAST: "diambil yang terakhir",
}
_WIDTHS = columns(
    (10, LEFT),
    (23, LEFT),
    (19, LEFT),
    (8, CENTER),
    (9, RIGHT),
    (8, RIGHT),
    (8, RIGHT),
    (8, RIGHT),
    (8, RIGHT),
    (12, RIGHT),
    (12, LEFT),
)
_HEADER = heading(
    "Kode",
    "Sasaran/Program/ Kegiatan/Sub Kegiatan",
    "Indikator",
    "Satuan",
    "Target Tahun",
    "TW I",
    "TW II",
    "TW III",
    "TW IV",
    "Anggaran (Rp)",
    "Penanggung Jawab",
)


def compose(request: Request) -> Document:
    """The action plan of the last agreement of the year; of an earlier one from a record `up_to` it."""
    record, year = request.record, request.year
    agreement = record.agreement(year) or PerformanceAgreement(year)
    ledger = Ledger(as_agreed(record, agreement), year)
    name = f"Rencana Aksi {'Perubahan ' if agreement.revision else ''}Perjanjian Kinerja Tahun {year}"
    body: tuple[Block, ...] = (
        letterhead(record),
        Title((name.upper(), record.agency.name.upper())),
        *(_of_objective(ledger, objective) for objective in ledger.objectives),
        *_rest(ledger),
        *_notes(ledger, agreement),
        signatures(record, agreement),
    )
    document = Document(
        title=f"{name} {record.agency.name}",
        author=record.agency.name,
        date=agreement.signed_on or date(year, 1, 1),
        parts=(Part(PartKind.BODY, (Landscape(body),)),),
        subject=f"Target triwulanan {record.agency.name} tahun {year}",
        header=f"Rencana aksi {record.agency.short_name or record.agency.name} {year}",
        mark=record.settings.mark,
    )
    return finished(document, ledger, is_explained=request.is_explained)


def serving(record: PerformanceRecord, objective: StrategicObjective) -> set[str]:
    """The ids of the nodes that serve an objective or its indicators."""
    subjects = objective_subjects(objective)
    return {support.node for support in record.supports if support.subject in subjects}


def _of_objective(ledger: Ledger, objective: StrategicObjective) -> Table:
    number = ledger.number(objective)
    promised = _subject_rows(ledger, objective.name, objective.indicators)
    mine = serving(ledger.record, objective)
    work = [line for programme in ledger.programmes for line in _work(ledger, programme, mine)]
    missing = row("", gap("program pendukung belum diisi"), *("–",) * 9)
    return table(
        f"tabel-aksi-s{number}",
        f"Rencana Aksi Sasaran {number}",
        widths=_WIDTHS,
        header=_HEADER,
        rows=(*promised, *(work or [missing])),
    )


def _rest(ledger: Ledger) -> tuple[Table, ...]:
    """The programmes of the year that serve no objective."""
    taken = {node for objective in ledger.objectives for node in serving(ledger.record, objective)}
    rest = [one for one in ledger.programmes if not any(node.id in taken for node in one.walk())]
    if not rest:
        return ()
    rows = tuple(line for programme in rest for line in _work(ledger, programme, {programme.id}))
    return (table("tabel-aksi-penunjang", "Program Penunjang", widths=_WIDTHS, header=_HEADER, rows=rows),)


def _subject_rows(ledger: Ledger, name: str, indicators: tuple[PerformanceIndicator, ...]) -> list[Row]:
    if not indicators:
        return [row("", name, gap("indikator belum diisi"), *("–",) * 8)]
    span = len(indicators)
    return [
        row(
            *((cell(rowspan=span), cell(Text(name, bold=True), rowspan=span)) if not place else ()),
            *_promised(ledger, indicator),
            "–",
            Text(indicator.sheet.owner) if indicator.sheet.owner else gap(),
        )
        for place, indicator in enumerate(indicators)
    ]


def _work(ledger: Ledger, node: BudgetNode, mine: set[str], *, is_below: bool = False) -> Iterator[Row]:
    """The node and what is below it, as far as it is in the year's budget and serves what is asked for."""
    serves = is_below or node.id in mine
    if not any(leaf.amount(ledger.year) for leaf in node.leaves()):
        return
    if not serves and not any(one.id in mine for one in node.walk()):
        return
    kind = RowKind.GROUP if node.level is BudgetLevel.PROGRAMME else RowKind.BODY
    money = ledger.rupiah_plain(ledger.spending(node).appropriation)
    used = [one for one in node.indicators if one.is_used(ledger.year)]
    span = max(1, len(used))
    for place in range(span):
        first: tuple[Cell, ...] = ()
        last: tuple[Cell, ...] = ()
        if not place:
            first = cell(node.code, rowspan=span), cell(node.name, rowspan=span)
            last = cell(money, rowspan=span), cell(node.owner or "–", rowspan=span)
        promised: tuple[Inline | str, ...] = _promised(ledger, used[place]) if used else ("–",) * 7
        yield row(*first, *promised, *last, kind=kind)
    for child in node.children:
        yield from _work(ledger, child, mine, is_below=serves)


def _promised(ledger: Ledger, indicator: PerformanceIndicator) -> tuple[Inline | str, ...]:
    """Indicator, unit, target of the year, and what of it each quarter is to bring."""
    return (
        indicator.name,
        indicator.unit,
        ledger.target(indicator, ledger.year),
        *(_of_quarter(Interim(ledger, period), indicator) for period in periods_of(ledger.year, Cycle.QUARTER)),
    )


def _of_quarter(interim: Interim, indicator: PerformanceIndicator) -> Inline:
    promise = promised_in(interim.ledger.record, indicator, interim.period)
    if isinstance(promise.high, Uncomputable) and promise.high.reason is Reason.NOT_DUE:
        return Text(NOT_DUE)
    return interim.target_in_text(indicator)


def _notes(ledger: Ledger, agreement: PerformanceAgreement) -> Iterator[Block]:
    """How the quarters make the year, what is shown twice, and whose targets they are."""
    of_plan = [one for objective in ledger.objectives for one in objective.indicators]
    of_work = [one for programme in ledger.programmes for node in programme.walk() for one in node.indicators]
    ways = [*_ways(ledger, of_plan, "seluruh indikator sasaran"), *_ways(ledger, of_work, "keluaran kegiatan")]
    lines = [f"Nilai tahun dari triwulannya: {'; '.join(ways)}."] if ways else []
    lines.append(f"Tanda “{NOT_DUE}” pada triwulan berarti belum waktunya diukur.")
    if _is_repeated(ledger):
        lines.append("Program yang melayani beberapa sasaran tampil pada tiap sasaran; anggarannya hanya satu.")
    last = ledger.record.agreement(ledger.year)
    if last and last.revision > agreement.revision:
        lines.append("Target tahun menurut perjanjian ini; target triwulan menurut perubahan yang terakhir.")
    for line in lines:
        yield Paragraph(text(line), ParagraphStyle.NOTE)


def _ways(ledger: Ledger, indicators: list[PerformanceIndicator], every: str) -> Iterator[str]:
    """What is done with the values of the quarters: named once for all of them where it is one and the same."""
    counted: dict[str, list[str]] = {}
    for indicator in indicators:
        if indicator.is_used(ledger.year):
            counted.setdefault(_way(indicator), []).append(indicator.name)
    for way, names in counted.items():
        yield f"{every} {way}" if len(counted) == 1 else f"{', '.join(f'“{name}”' for name in names)} {way}"


def _way(indicator: PerformanceIndicator) -> str:
    schedule = indicator.schedule
    if schedule.cycle is Cycle.YEAR:
        return "diukur setahun sekali"
    return "dihitung sejak awal tahun" if schedule.is_cumulative else _COUNTED[schedule.consolidation]


def _is_repeated(ledger: Ledger) -> bool:
    shown = [
        programme.id
        for objective in ledger.objectives
        for programme in ledger.programmes
        if any(node.id in serving(ledger.record, objective) for node in programme.walk())
    ]
    return len(shown) != len(set(shown))

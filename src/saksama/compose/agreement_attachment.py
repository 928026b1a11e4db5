"""The attachment of an agreement: what is promised with which money, in the layout that the government uses."""

from collections.abc import Iterator

from saksama.compose.grid import CENTER, LEFT, RIGHT, cell, columns, heading, row
from saksama.compose.house_template import AgreementLayout, HouseTemplate
from saksama.compose.ledger import Ledger, gap
from saksama.compose.units import unit_width
from saksama.documents.document import Block, Cell, Paragraph, ParagraphStyle, Row, RowKind, Table, Text, Title
from saksama.kernel.budget import BudgetLevel, BudgetNode
from saksama.kernel.plan import StrategicObjective
from saksama.kernel.spending import objective_subjects
from saksama.language.numerals import listed

_LEVELS = {
    BudgetLevel.PROGRAMME: "Program",
    BudgetLevel.ACTIVITY: "Program/Kegiatan",
    BudgetLevel.SUB_ACTIVITY: "Program/Kegiatan/Sub Kegiatan",
}
_DEPTHS = {level: depth for depth, level in enumerate(_LEVELS)}


def attachment(ledger: Ledger, template: HouseTemplate, title: str) -> tuple[Block, ...]:
    """The title of the attachment and its tables."""
    head = Title((f"LAMPIRAN {title.upper()}", ledger.record.agency.name.upper()))
    return (head, *promised(ledger, template))


def promised(ledger: Ledger, template: HouseTemplate) -> tuple[Block, ...]:
    """The tables of the attachment alone, as the report binds them in."""
    if template.agreement_layout is AgreementLayout.ONE_TABLE:
        return _merged(ledger)
    return _targets(ledger), _money(ledger, template.agreement_level)


def _targets(ledger: Ledger) -> Table:
    rows: list[Row] = []
    for objective in ledger.objectives:
        number, span = str(ledger.number(objective)), len(objective.indicators)
        if not span:
            rows.append(row(number, objective.name, gap("indikator belum diisi"), "–", "–"))
        for place, indicator in enumerate(objective.indicators):
            first = () if place else (cell(number, rowspan=span), cell(objective.name, rowspan=span))
            rows.append(row(*first, indicator.name, indicator.unit, ledger.target(indicator, ledger.year)))
    widths = (
        (6, CENTER),
        (32, LEFT),
        (36, LEFT),
        (unit_width(ledger.record.plan.indicators(), 12), CENTER),
        (14, RIGHT),
    )
    return Table(
        columns(*widths),
        heading("No.", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target"),
        tuple(rows) or (row("", gap("sasaran belum diisi"), "–", "–", "–"),),
    )


def _money(ledger: Ledger, level: BudgetLevel) -> Table:
    rows = [
        line
        for place, programme in enumerate(ledger.programmes, start=1)
        for line in _node_rows(ledger, programme, level, str(place))
    ]
    total = row("", "Jumlah", ledger.rupiah_plain(ledger.total().appropriation), "", kind=RowKind.TOTAL)
    return Table(
        columns((8, CENTER), (52, LEFT), (22, RIGHT), (18, LEFT)),
        heading("No.", _LEVELS[level], "Anggaran (Rp)", "Keterangan"),
        (*rows, total),
    )


def _node_rows(ledger: Ledger, node: BudgetNode, level: BudgetLevel, number: str) -> Iterator[Row]:
    """The node and, down to the level, what is below it and in this year's budget."""
    below = [child for child in node.children if _is_budgeted(child, ledger.year)]
    goes_on = bool(below) and _DEPTHS[node.level] < _DEPTHS[level]
    kind = RowKind.GROUP if goes_on and node.level is BudgetLevel.PROGRAMME else RowKind.BODY
    money = ledger.rupiah_plain(ledger.spending(node).appropriation)
    yield row(number, node.name, money, _serves(ledger, node), kind=kind)
    if goes_on:
        for place, child in enumerate(below, start=1):
            yield from _node_rows(ledger, child, level, f"{number}.{place}")


def _serves(ledger: Ledger, node: BudgetNode) -> str:
    """Which objectives the node or what is below it serves: "Sasaran 1 dan 2"."""
    nodes = {found.id for found in node.walk()}
    mine = [support for support in ledger.record.supports if support.node in nodes]
    numbers = [
        str(ledger.number(objective))
        for objective in ledger.objectives
        if any(support.subject in objective_subjects(objective) for support in mine)
    ]
    shared = " (pagu bersama)" if any(support.is_shared for support in mine) else ""
    return f"Sasaran {listed(tuple(numbers))}{shared}" if numbers else ""


def _is_budgeted(node: BudgetNode, year: int) -> bool:
    return any(leaf.amount(year) is not None for leaf in node.leaves())


def _merged(ledger: Ledger) -> tuple[Block, ...]:
    """One table; the money of a programme that serves several objectives stands at the first of them."""
    rows: list[Row] = []
    placed: dict[str, int] = {}
    for objective in ledger.objectives:
        rows += _merged_rows(ledger, objective, placed)
    rest = [programme for programme in ledger.programmes if programme.id not in placed]
    for place, programme in enumerate(rest):
        span = len(rest)
        first = () if place else (cell("Penunjang", rowspan=span), cell("–", rowspan=span), cell("–", rowspan=span))
        rows.append(row(*first, programme.name, ledger.rupiah_plain(ledger.spending(programme).appropriation)))
    total = ledger.rupiah_plain(ledger.total().appropriation)
    rows.append(row(cell("Jumlah", colspan=4), total, kind=RowKind.TOTAL))
    made = Table(
        columns((23, LEFT), (25, LEFT), (13, CENTER), (22, LEFT), (18, RIGHT)),
        heading("Sasaran Strategis", "Indikator Kinerja", "Target", "Program", "Anggaran (Rp)"),
        tuple(rows),
    )
    note = "Anggaran program yang mendukung beberapa sasaran dicantumkan satu kali, pada sasaran yang pertama."
    return (made, Paragraph((Text(note),), ParagraphStyle.NOTE)) if _is_repeated(ledger) else (made,)


def _merged_rows(ledger: Ledger, objective: StrategicObjective, placed: dict[str, int]) -> list[Row]:
    number = ledger.number(objective)
    indicators: list[tuple[Cell, ...]] = [
        (cell(indicator.name), cell(ledger.target(indicator, ledger.year, unit=True)))
        for indicator in objective.indicators
    ] or [(cell(gap("indikator belum diisi")), cell("–"))]
    money: list[tuple[Cell, ...]] = []
    for programme in _programmes_of(ledger, objective):
        earlier = placed.setdefault(programme.id, number)
        amount = ledger.rupiah_plain(ledger.spending(programme).appropriation)
        money.append((cell(programme.name), cell(amount if earlier == number else f"lihat sasaran {earlier}")))
    money = money or [(cell(gap("program belum diisi")), cell("–"))]
    span = max(len(indicators), len(money))
    left, right = _stretched(indicators, span), _stretched(money, span)
    name = cell(f"{number}. {objective.name}", rowspan=span)
    return [Row((*((name,) if place == 0 else ()), *left[place], *right[place])) for place in range(span)]


def _stretched(cells: list[tuple[Cell, ...]], span: int) -> list[tuple[Cell, ...]]:
    """The rows of one side, its last reaching down to where the other side ends."""
    last, rest = cells[-1], span - len(cells) + 1
    longer = tuple(Cell(found.content, rowspan=rest) for found in last)
    return [*cells[:-1], longer, *[()] * (rest - 1)]


def _programmes_of(ledger: Ledger, objective: StrategicObjective) -> list[BudgetNode]:
    """The programmes that serve an objective, themselves or by what is below them."""
    subjects = objective_subjects(objective)
    serving = {support.node for support in ledger.record.supports if support.subject in subjects}
    return [programme for programme in ledger.programmes if any(node.id in serving for node in programme.walk())]


def _is_repeated(ledger: Ledger) -> bool:
    every = [found.id for objective in ledger.objectives for found in _programmes_of(ledger, objective)]
    return len(every) != len(set(every))

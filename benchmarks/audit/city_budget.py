"""The money of a foreign report: programmes, efficiency, the budget table, and the sentence about it."""

from collections.abc import Callable
from fractions import Fraction

from benchmarks.audit.city_style import Style, achieved
from benchmarks.audit.city_tables import Rows, body, header
from benchmarks.audit.invented import Invented
from saksama.documents.document import Row, RowKind, Table
from saksama.kernel.budget import BudgetLevel, BudgetNode
from saksama.kernel.plan import StrategicObjective

Make = Callable[[str, tuple[Row, ...], Rows], Table]


def money(nodes: tuple[BudgetNode, ...], year: int) -> tuple[Fraction, Fraction]:
    """Appropriation and expenditure of nodes."""
    leaves = [leaf.amount(year) for node in nodes for leaf in node.leaves()]
    given = [Fraction(amount.appropriation) for amount in leaves if amount and amount.appropriation is not None]
    spent = [Fraction(amount.expenditure) for amount in leaves if amount and amount.expenditure is not None]
    return Fraction(sum(given)), Fraction(sum(spent))


def money_sentence(invented: Invented, style: Style) -> str:
    """What was spent of the whole."""
    given, spent = money(invented.record.programmes, invented.year)
    amounts = [style.rupiah(amount).removeprefix("Rp ") for amount in (given, spent)]
    return (
        f"Penyerapan anggaran tahun {invented.year} sebesar {style.percent_said(spent / given * 100)}, yaitu realisasi "
        f"sebesar Rp{amounts[1]} dari pagu sebesar Rp{amounts[0]}."
    )


def programme_table(invented: Invented, style: Style, make: Make) -> Table:
    """The programmes of the agreement with their money."""
    rows = [
        body(f"{number}", node.name, style.rupiah(money((node,), invented.year)[0]))
        for number, node in enumerate(invented.record.programmes, 1)
    ]
    total, _spent = money(invented.record.programmes, invented.year)
    rows.append(body("", "JUMLAH", style.rupiah(total), kind=RowKind.TOTAL))
    head = header(("No.", ""), ("Program", ""), ("Anggaran (Rp)", ""))
    return make(f"Program dan Anggaran Perjanjian Kinerja Tahun {invented.year}", head, rows)


def efficiency_table(invented: Invented, style: Style, make: Make) -> Table:
    """Average achievement of each objective beside the absorption of its programmes."""
    columns = (
        "No.",
        "Sasaran Strategis",
        "Rata-rata Capaian Kinerja (%)",
        "Pagu (Rp)",
        "Realisasi (Rp)",
        "Penyerapan Anggaran (%)",
    )
    rows = []
    for number, objective in enumerate(invented.record.plan.objectives(), 1):
        reached = [achieved(indicator, invented.year) for indicator in objective.indicators]
        given, spent = money(_serving(invented, objective), invented.year)
        mean = Fraction(sum(reached), len(reached))
        absorbed = spent / given * 100
        printed = style.percent(mean), style.rupiah(given), style.rupiah(spent), style.percent(absorbed)
        rows.append(body(f"{number}", objective.name, *printed))
    head = header(*((name, "") for name in columns))
    return make(f"Efisiensi Penggunaan Anggaran Tahun {invented.year}", head, rows)


def _serving(invented: Invented, objective: StrategicObjective) -> tuple[BudgetNode, ...]:
    subjects = {objective.id, *(indicator.id for indicator in objective.indicators)}
    served = {support.node for support in invented.record.supports if support.subject in subjects}
    return tuple(node for node in invented.record.programmes if node.id in served)


def budget_table(invented: Invented, style: Style, make: Make) -> Table:
    """Every node with what it was given and what it spent."""
    columns = ("No.", "Program/Kegiatan/Sub Kegiatan", "Anggaran (Rp)", "Realisasi (Rp)", "Sisa Anggaran (Rp)", "%")
    rows = [
        _money_row(_number(node, place, style), node.name, money((node,), invented.year), style)
        for place, node in _placed(invented.record.programmes, ())
    ]
    total = money(invented.record.programmes, invented.year)
    rows.append(_money_row("", "JUMLAH", total, style, kind=RowKind.TOTAL))
    head = header(*((name, "") for name in columns))
    return make(f"Realisasi Anggaran Tahun {invented.year}", head, rows)


def _money_row(
    number: str, name: str, amounts: tuple[Fraction, Fraction], style: Style, *, kind: RowKind = RowKind.BODY
) -> Row:
    given, spent = amounts
    printed = [style.rupiah(amount) for amount in (given, spent, given - spent)]
    return body(number, name, *printed, style.percent(spent / given * 100), kind=kind)


def _placed(nodes: tuple[BudgetNode, ...], above: tuple[int, ...]) -> list[tuple[tuple[int, ...], BudgetNode]]:
    found: list[tuple[tuple[int, ...], BudgetNode]] = []
    for number, node in enumerate(nodes, 1):
        found.append(((*above, number), node))
        found += _placed(node.children, (*above, number))
    return found


_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def _number(node: BudgetNode, place: tuple[int, ...], style: Style) -> str:
    if not style.is_code_numbered:
        return node.code
    match node.level:
        case BudgetLevel.PROGRAMME:
            return _ROMAN[place[-1] - 1]
        case BudgetLevel.ACTIVITY:
            return f"{place[-1]}"
        case BudgetLevel.SUB_ACTIVITY:
            return "abcdefgh"[place[-1] - 1]

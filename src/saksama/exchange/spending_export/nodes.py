"""Lines of an export → programmes and below with their money, each once, and what does not add up in the export."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from saksama.exchange.problem import Problems
from saksama.exchange.spending_export.agency import lines_of_agency
from saksama.exchange.spending_export.codes import parent_of
from saksama.exchange.spending_export.reading import ExportLine, Money, SpendingExport
from saksama.kernel.provenance import Place
from saksama.kernel.rounding import write_rupiah
from saksama.language.messages import _

MEASURES = ("appropriation", "expenditure")


def measure_word(measure: str) -> str:
    """The measure in the user's language."""
    return _("pagu") if measure == "appropriation" else _("realisasi")


@dataclass(frozen=True, slots=True)
class ExportNode:
    """A programme, activity or sub-activity of an export. Without codes in the export, `code` is ""."""

    code: str
    name: str
    money: Money
    place: Place


def export_nodes(export: SpendingExport, agency: str, problems: Problems) -> tuple[ExportNode, ...]:
    """The nodes of the agency in the order of the export; where it has several units, those of the agency."""
    lines = lines_of_agency(export, agency, problems)
    if not export.has_codes:
        return tuple(ExportNode("", line.name, line.money, line.place) for line in lines if line.name)
    names: dict[str, str] = {}
    of_code: dict[str, list[ExportLine]] = {}
    for line in lines:
        for code, name in line.named:
            names.setdefault(code, name)
        if line.code.node:
            of_code.setdefault(line.code.node, []).append(line)
            if not line.code.account and line.name:
                names.setdefault(line.code.node, line.name)
    stated: dict[str, ExportNode] = {}
    for code, own in of_code.items():
        node = _node(code, names.get(code, ""), own, problems)
        if node is not None:
            stated[code] = node
    return tuple(_completed(stated, names, problems))


def _node(code: str, name: str, lines: Sequence[ExportLine], problems: Problems) -> ExportNode | None:
    """A node by its own rows, or by the sum of its accounts; both are compared where both are stated."""
    own = [line for line in lines if not line.code.account]
    accounts = [line for line in lines if line.code.account]
    if len({(line.money, line.unit) for line in own}) > 1:
        rows = ", ".join(str(line.place) for line in own)
        found = _("kode {code} beberapa kali dengan jumlah atau unit yang berbeda ({rows})").format(
            code=code, rows=rows
        )
        remedy = _("Gabungkan barisnya di ekspor, lalu ulangi; kode ini tidak diisi")
        problems.question(own[1].place, found, _("satu baris untuk setiap kode"), remedy)
        return None
    leaves = [line for line in accounts if not _has_below(line.code.account, accounts)]
    summed = Money(*(_sum([getattr(line.money, measure) for line in leaves]) for measure in MEASURES))
    if not own:
        return ExportNode(code, name, summed, accounts[0].place)
    _compare(own[0].place, name or code, own[0].money, summed, problems)
    money = own[0].money if own[0].money != Money() else summed
    return ExportNode(code, name, money, own[0].place)


def _has_below(account: str, lines: Sequence[ExportLine]) -> bool:
    return any(line.code.account.startswith(account + ".") for line in lines)


def _sum(values: Sequence[Decimal | None]) -> Decimal | None:
    stated = [value for value in values if value is not None]
    return sum(stated, Decimal(0)) if stated else None


def _completed(stated: dict[str, ExportNode], names: dict[str, str], problems: Problems) -> list[ExportNode]:
    """The nodes, parents without a row of their own with the sums of their parts; stated sums are compared."""
    codes: list[str] = []
    for code in stated:
        above = [code]
        while parent := parent_of(above[0]):
            above.insert(0, parent)
        codes += [one for one in above if one not in codes]
    found: dict[str, ExportNode] = {}
    for code in sorted(codes, key=lambda code: -code.count(".")):
        parts = [node for other, node in found.items() if parent_of(other) == code]
        summed = Money(*(_sum([getattr(part.money, measure) for part in parts]) for measure in MEASURES))
        node = stated.get(code)
        if node is None:
            node = ExportNode(code, names.get(code, ""), summed, parts[0].place)
        elif parts:
            _compare(node.place, node.name or code, node.money, summed, problems)
            node = node if node.money != Money() else ExportNode(code, node.name, summed, node.place)
        found[code] = node
    return [found[code] for code in codes]


def _compare(place: Place, name: str, stated: Money, summed: Money, problems: Problems) -> None:
    for measure in MEASURES:
        own, parts = getattr(stated, measure), getattr(summed, measure)
        if own is not None and parts is not None and own != parts:
            found = _("{word} {name} sebesar {stated}, sedangkan jumlah rinciannya di ekspor {sum}").format(
                word=measure_word(measure),
                name=name,
                stated=write_rupiah(Fraction(own)),
                sum=write_rupiah(Fraction(parts)),
            )
            remedy = _("Periksa ekspornya; yang dipakai angka pada baris itu")
            problems.note(place, found, _("jumlah yang sama dengan rinciannya"), remedy)

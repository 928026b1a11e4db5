"""Analysis 7: programmes and activities that supported the result, or did not."""

from saksama.compose.grid import LEFT, RIGHT, cell, columns, heading, row, table, text
from saksama.compose.ledger import Ledger, gap
from saksama.documents.document import Block, Content, Inline, ItemList, Paragraph, Row, Text
from saksama.kernel.budget import BudgetNode
from saksama.kernel.figures import write_decimal
from saksama.kernel.plan import StrategicObjective
from saksama.kernel.quantity import Uncomputable
from saksama.kernel.spending import objective_subjects, serving_nodes
from saksama.language.numerals import counted

TITLE = "Analisis Program/Kegiatan yang Menunjang Keberhasilan/Kegagalan"


def build(ledger: Ledger, objective: StrategicObjective) -> tuple[Block, ...]:
    """What served the objective, with its own indicators and its money."""
    nodes = [node for node, _ in serving_nodes(ledger.record, objective_subjects(objective))]
    if not nodes:
        return (Paragraph(text("Program pendukung sasaran ini: ", gap(), ".")),)
    number = ledger.number(objective)
    made = table(
        f"tabel-program-s{number}",
        f"Program/Kegiatan Pendukung Sasaran {number} Tahun {ledger.year}",
        widths=columns((24, LEFT), (25, LEFT), (10, RIGHT), (12, RIGHT), (11, RIGHT), (16, RIGHT), (12, RIGHT)),
        header=heading(
            "Program/Kegiatan",
            "Indikator",
            "Target",
            "Realisasi",
            "Capaian (%)",
            "Realisasi Anggaran (Rp)",
            "Serapan (%)",
        ),
        rows=tuple(made for node in nodes for made in _rows(ledger, node)),
        origin=ledger.record.settings.budget_source or "data anggaran perangkat daerah",
    )
    return made, ItemList(tuple(_sentence(ledger, objective, node) for node in nodes))


def _rows(ledger: Ledger, node: BudgetNode) -> list[Row]:
    spent, year = ledger.spending(node), ledger.year
    money = (ledger.rupiah_plain(spent.expenditure), ledger.plain(spent.absorption))
    if not node.indicators:
        return [row(node.name, gap(), "–", "–", "–", *money)]
    span = len(node.indicators)
    rows: list[Row] = []
    for place, indicator in enumerate(node.indicators):
        figures = (
            cell(indicator.name),
            cell(ledger.target(indicator, year, unit=True)),
            cell(ledger.actual(indicator, year, unit=True)),
            cell(ledger.plain(ledger.achievement(indicator))),
        )
        if place:
            rows.append(Row(figures))
        else:
            spanned = (cell(money[0], rowspan=span), cell(money[1], rowspan=span))
            rows.append(Row((cell(node.name, rowspan=span), *figures, *spanned)))
    return rows


def _sentence(ledger: Ledger, objective: StrategicObjective, node: BudgetNode) -> Content:
    shares = [
        f"{name} ({write_decimal(support.share)}%)" if support.share != 100 else name
        for support in ledger.record.supports
        if support.node == node.id
        for name in _names(objective, support.subject)
    ]
    below = sum(1 for part in node.children for _ in part.leaves())
    spent = ledger.spending(node)
    parts: list[str | Inline] = [Text(node.name, bold=True), f" mendukung {'; '.join(shares)}"]
    if below:
        parts += [f", melalui {counted(below)} kegiatan/sub kegiatan"]
    if not isinstance(spent.absorption.value, Uncomputable):
        parts += [", dengan serapan anggaran ", ledger.percent(spent.absorption)]
    met = [ledger.is_met(indicator) for indicator in node.indicators]
    if met and all(met):
        parts += [". Seluruh indikatornya mencapai target, sehingga menunjang keberhasilan"]
    elif False in met:
        parts += [f". Dari {counted(len(met))} indikatornya, {counted(met.count(False))} belum mencapai target"]
    return text(*parts, ".")


def _names(objective: StrategicObjective, subject: str) -> list[str]:
    if subject == objective.id:
        return ["sasaran ini"]
    return [f"indikator “{indicator.name}”" for indicator in objective.indicators if indicator.id == subject]

"""Analysis 7: programmes and activities that supported the result, or did not."""

from saksama.compose.grid import LEFT, RIGHT, cell, columns, heading, row, shown_in, table, text
from saksama.compose.ledger import Ledger, gap
from saksama.compose.phrases import bold
from saksama.compose.shared_money import shared_nodes, shared_notes_of
from saksama.documents.document import Block, Content, Inline, ItemList, Paragraph, Row
from saksama.kernel.budget import BudgetNode, Support
from saksama.kernel.figures import write_decimal
from saksama.kernel.plan import StrategicObjective
from saksama.kernel.quantity import Uncomputable
from saksama.kernel.spending import objective_subjects, serving_nodes
from saksama.language.numerals import counted, listed

TITLE = "Analisis Program/Kegiatan yang Menunjang Keberhasilan/Kegagalan"


def build(ledger: Ledger, objective: StrategicObjective) -> tuple[Block, ...]:
    """What served the objective, with its own indicators and its money."""
    nodes = [node for node, _ in serving_nodes(ledger.record, objective_subjects(objective))]
    if not nodes:
        return (Paragraph(text("Program pendukung sasaran ini: ", gap(), ".")),)
    number = ledger.number(objective)
    label = f"tabel-program-s{number}"
    served = {node.id for node in nodes}
    is_split = any(support.node in served and support.share != 100 for support in ledger.record.supports)
    shared = shared_nodes(ledger.record)
    made = table(
        label,
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
        notes=(
            *(("Realisasi anggaran program yang mendukung beberapa indikator dicantumkan utuh.",) if is_split else ()),
            *shared_notes_of(node.name for node in nodes if node.id in shared),
        ),
    )
    return (
        shown_in(f"Program/kegiatan yang mendukung sasaran {number}", label),
        made,
        ItemList(tuple(_sentence(ledger, objective, node) for node in nodes)),
    )


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
        f"{name}{_share(support)}"
        for support in ledger.record.supports
        if support.node == node.id
        for name in _names(objective, support.subject)
    ]
    below = sum(1 for part in node.children for _ in part.leaves())
    spent = ledger.spending(node)
    parts: list[str | Inline] = [bold(node.name), f" mendukung {listed(tuple(shares))}"]
    if below:
        parts += [f", melalui {counted(below)} kegiatan/sub kegiatan"]
    if not isinstance(spent.absorption.value, Uncomputable):
        parts += [", dengan serapan anggaran ", ledger.percent(spent.absorption)]
        parts += [" (melebihi pagu)"] if spent.absorption.value > 100 else []
    return text(*parts, _contribution(ledger, objective, node), ".")


def _share(support: Support) -> str:
    if support.is_shared:
        return " (pagu bersama)"
    return f" (porsi anggaran {write_decimal(support.share)}%)" if support.share != 100 else ""


def _contribution(ledger: Ledger, objective: StrategicObjective, node: BudgetNode) -> str:
    """Whether the programme's own results went with those that it serves; nothing where either is unknown."""
    met = [ledger.is_met(indicator) for indicator in node.indicators]
    if not met or (None in met and False not in met):
        return ""
    subjects = {support.subject for support in ledger.record.supports if support.node == node.id}
    served = [
        ledger.is_met(indicator)
        for indicator in objective.indicators
        if objective.id in subjects or indicator.id in subjects
    ]
    own = "Indikator program ini" if len(met) == 1 else "Seluruh indikator program ini"
    if False in met:
        few = f"Sebanyak {counted(met.count(False))} dari {counted(len(met))} indikator program ini"
        return f". {own if len(met) == 1 or not any(met) else few} belum mencapai target"
    if served and all(served):
        return f". {own} mencapai target, sehingga menunjang keberhasilan"
    if False in served:
        return f". {own} mencapai target, tetapi belum cukup untuk mencapai seluruh target yang didukungnya"
    return f". {own} mencapai target"


def _names(objective: StrategicObjective, subject: str) -> list[str]:
    if subject == objective.id:
        return ["sasaran ini"]
    return [f"indikator “{indicator.name}”" for indicator in objective.indicators if indicator.id == subject]

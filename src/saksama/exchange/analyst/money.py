"""The table of money: what each line of the budget might spend and spent, by year and version of the budget."""

from collections.abc import Iterator

from saksama.exchange.analyst.table import Cell, Column, Kind, Table, fraction, number, reason
from saksama.kernel.budget import BudgetNode, BudgetVersion
from saksama.kernel.budget_versions import appropriation_at
from saksama.kernel.plan_evaluation import planned_in_year
from saksama.kernel.record import PerformanceRecord
from saksama.kernel.spending import spending


def _money(record: PerformanceRecord) -> Iterator[tuple[Cell, ...]]:
    for programme in record.programmes:
        yield from _below(record, programme, "", programme.id)


def _below(record: PerformanceRecord, node: BudgetNode, parent: str, programme: str) -> Iterator[tuple[Cell, ...]]:
    named = (node.id, node.code, node.name, node.level.value, parent, programme, node.owner, not node.children)
    for year in sorted({amount.year for leaf in node.leaves() for amount in leaf.amounts}):
        versions = record.versions_of_budget(year)
        yield from (_earlier(node, named, version) for version in versions[:-1])
        yield _last(node, named, year, versions[-1] if versions else None)
    for child in node.children:
        yield from _below(record, child, node.id, programme)


def _earlier(node: BudgetNode, named: tuple[Cell, ...], version: BudgetVersion) -> tuple[Cell, ...]:
    result = appropriation_at((node,), version, is_last=False, subject=node.id, title="Pagu")
    of_version = (version.year, version.id, version.kind.value, False)
    appropriation = result.value
    figures = (number(appropriation), None, None, None, None, None)
    return (result.explanation.id, *named, *of_version, *figures, reason(appropriation))


def _last(node: BudgetNode, named: tuple[Cell, ...], year: int, version: BudgetVersion | None) -> tuple[Cell, ...]:
    spent, amount = spending(node, year), node.amount(year)
    absorption = spent.absorption.value
    of_version = (version.id, version.kind.value) if version else (None, None)
    return (
        spent.appropriation.explanation.id,
        *named,
        *(year, *of_version, True),
        *(number(spent.appropriation.value), number(spent.expenditure.value)),
        *(number(absorption), fraction(absorption)),
        *(number(planned_in_year(node, year)), amount.physical if amount else None),
        reason(absorption),
    )


MONEY = Table(
    "money",
    "One row for each line of the budget, year and version. Money stands at leaves (is_leaf); the other rows are sums "
    "of the leaves below, empty as soon as one of these is not stated. To add up money yourself, take only rows with "
    "is_leaf and is_last, or else count twice: parents repeat their leaves, and versions each other. expenditure, "
    "absorption, planned and physical stand only at the last version. Absorption of several lines is the sum of their "
    "expenditure ÷ the sum of their appropriation, never the mean of their percentages. physical has no sum: no "
    "regulation that we read says how that of leaves is weighed, so say which weight you take (e.g. appropriation).",
    (
        Column("id", Kind.TEXT, "Id of the appropriation, as in a report's explanations."),
        Column("node", Kind.TEXT, "Id of the line (kode baris)."),
        Column("code", Kind.TEXT, "Code of the nomenclature (kode rekening)."),
        Column("name", Kind.TEXT, "The line in words (program, kegiatan, subkegiatan)."),
        Column("level", Kind.TEXT, "programme, activity or sub-activity (jenjang)."),
        Column("parent", Kind.TEXT, "Id of the line above; empty for programmes (baris induk)."),
        Column("programme", Kind.TEXT, "Id of the programme that it belongs to (program)."),
        Column("owner", Kind.TEXT, "Unit or post that is responsible (penanggung jawab)."),
        Column("is_leaf", Kind.FLAG, "Whether the money is its own and not the sum of lines below."),
        Column("year", Kind.INTEGER, "Budget year (tahun anggaran).", "calendar year"),
        Column("version", Kind.TEXT, "Id of the version of the budget; empty where none is stated (versi anggaran)."),
        Column("version_kind", Kind.TEXT, "original (murni), shift (pergeseran) or revised (perubahan)."),
        Column("is_last", Kind.FLAG, "Whether it is the version at the end of the year."),
        Column("appropriation", Kind.DECIMAL, "What may be spent (pagu).", "rupiah"),
        Column("expenditure", Kind.DECIMAL, "What was spent, at the last version (realisasi anggaran).", "rupiah"),
        Column("absorption", Kind.DECIMAL, "Expenditure ÷ appropriation, at most ten decimals (serapan).", "percent"),
        Column("absorption_exact", Kind.TEXT, "The same as a fraction."),
        Column("planned", Kind.DECIMAL, "What the plan foresaw for the year (pagu indikatif).", "rupiah"),
        Column("physical", Kind.DECIMAL, "Physical progress at year end, only of leaves (realisasi fisik).", "percent"),
        Column("reason", Kind.TEXT, "Why there is no absorption, or no appropriation of an earlier version."),
    ),
    _money,
)

"""Record → what a version of a year's budget (murni, pergeseran, perubahan) appropriated."""

from collections.abc import Iterable
from fractions import Fraction

from saksama.kernel.budget import BudgetNode, BudgetVersion
from saksama.kernel.evaluation import Result, evaluate
from saksama.kernel.explanation import Input
from saksama.kernel.quantity import Reason, Uncomputable, exact
from saksama.kernel.rounding import write_rupiah
from saksama.kernel.totals import SUM


def appropriation_at(
    nodes: Iterable[BudgetNode], version: BudgetVersion, *, is_last: bool, subject: str, title: str
) -> Result:
    """The sum of what a version gave the leaves of these nodes; `is_last`: it is the one in force at year end.

    A leaf that states nothing for that version leaves the sum without a number: missing is never zero.
    """
    leaves = [leaf for node in nodes for leaf in node.leaves() if leaf.amount(version.year)]
    inputs = tuple(_stated(leaf, version, is_last=is_last, title=title) for leaf in leaves)
    nothing = Input("", Uncomputable(Reason.NO_APPROPRIATION), title)
    return evaluate(SUM, inputs or (nothing,), identifier=f"pagu-versi/{subject}/{version.id}", decimals=0)


def _stated(leaf: BudgetNode, version: BudgetVersion, *, is_last: bool, title: str) -> Input:
    amount = leaf.amount(version.year)
    earlier = amount.earlier if amount else ()
    stated = next((found.appropriation for found in earlier if found.version == version.id), None)
    if is_last and amount:
        stated = amount.appropriation
    place = amount.place if amount else None
    if stated is None:
        return Input(leaf.id, Uncomputable(Reason.NO_APPROPRIATION, leaf.name), title, place=place)
    value = exact(stated)
    printed = write_rupiah(value) if isinstance(value, Fraction) else ""
    return Input(leaf.id, value, f"{title}: {leaf.name}", printed, place)

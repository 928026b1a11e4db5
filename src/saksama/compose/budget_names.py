"""What versions of a budget are called."""

from collections.abc import Sequence

from saksama.kernel.budget import BudgetVersion, BudgetVersionKind
from saksama.kernel.dates import write_date

_NAMES = {
    BudgetVersionKind.ORIGINAL: "murni",
    BudgetVersionKind.SHIFT: "pergeseran",
    BudgetVersionKind.REVISED: "perubahan",
}


def version_name(version: BudgetVersion, versions: Sequence[BudgetVersion]) -> str:
    """ "murni", "perubahan", or "pergeseran 2" where there are several of one kind."""
    same = [found for found in versions if found.kind is version.kind]
    name = _NAMES[version.kind]
    return f"{name} {same.index(version) + 1}" if len(same) > 1 and version in same else name


def adopted(version: BudgetVersion) -> str:
    """ "DPPA Nomor 3, 1 September 2025", as far as it is known."""
    day = write_date(version.adopted_on) if version.adopted_on else ""
    return ", ".join(part for part in (version.document, day) if part)

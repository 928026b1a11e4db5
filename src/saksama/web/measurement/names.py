"""Names in a message."""

from collections.abc import Iterable

from saksama.language.messages import _

_MOST = 5


def shortened(names: Iterable[str]) -> str:
    """The first names, each once, and how many are left."""
    told = list(dict.fromkeys(names))
    more = _(" dan {count} lagi").format(count=len(told) - _MOST) if len(told) > _MOST else ""
    return "; ".join(told[:_MOST]) + more

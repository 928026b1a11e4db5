"""Which fields a value of the record has in JSON, and which values they take: read from the kernel's own classes."""

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from functools import cache
from types import NoneType
from typing import Any, get_args, get_type_hints

from saksama.kernel.quantity import MAXIMUM_DIGITS

FORMAT, VERSION = "saksama-record", 1
PLAIN_DECIMAL = rf"-?[0-9]{{1,{MAXIMUM_DIGITS + 1}}}(\.[0-9]{{1,{MAXIMUM_DIGITS}}})?"

_YEAR = (1945, 2100)
_MANY = (0, 10**15)
_BOUNDS: Mapping[str, tuple[int, int]] = {
    "year": _YEAR,
    "first_year": _YEAR,
    "last_year": _YEAR,
    "reference_year": _YEAR,
    "valid_from": _YEAR,
    "valid_to": _YEAR,
    "number": (1, 12),
    "measured_in": (1, 12),
    "decimals": (0, 10),
    "width": (1, 10**6),
    "height": (1, 10**6),
    "answers": (1, 4),
}


@dataclass(frozen=True, slots=True)
class Member:
    """A field: its type without `None`, whether it may be null, and whether it may be left out."""

    name: str
    kind: Any
    is_optional: bool
    is_required: bool
    default: Any


@cache
def members(owner: type) -> tuple[Member, ...]:
    """The fields of a class that are data: those that it is compared by, so not the place where it was read."""
    hints = get_type_hints(owner)
    return tuple(
        Member(
            one.name,
            *without_none(hints[one.name]),
            is_required=one.default is MISSING and one.default_factory is MISSING,
            default=one.default,
        )
        for one in fields(owner)
        if one.init and one.compare
    )


@cache
def has_place(owner: type) -> bool:
    """Whether values of the class remember where they were read."""
    return any(one.name == "place" and not one.compare for one in fields(owner))


def without_none(kind: Any) -> tuple[Any, bool]:
    """The type without `None`, and whether it had it."""
    options = get_args(kind)
    if NoneType not in options:
        return kind, False
    (kept,) = (option for option in options if option is not NoneType)
    return kept, True


def bounds(name: str) -> tuple[int, int]:
    """The least and the greatest whole number that a field of this name takes."""
    return _BOUNDS.get(name, _MANY)

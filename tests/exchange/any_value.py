"""Values of any class of the record, made from its fields: full width, whatever the kernel holds."""

from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, get_args, get_origin

from hypothesis import strategies as st

from saksama.exchange.record_shapes import bounds, members, without_none
from saksama.kernel.budget import BudgetNode
from saksama.kernel.explanation import Limits
from saksama.kernel.period import Cycle, Period
from saksama.kernel.rating import Band, RatingScale
from saksama.kernel.value_scale import Level, ValueScale

_texts = st.text(st.characters(codec="utf-8"), max_size=6)
_decimals = st.one_of(
    st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**20), max_value=10**20),
    st.sampled_from([Decimal(text) for text in ("100", "100.00", "0", "-0.0", "1E+3", "0.1000000000000000000000001")]),
)
_plain: dict[Any, st.SearchStrategy[Any]] = {
    str: _texts,
    bool: st.booleans(),
    Decimal: _decimals,
    date: st.dates(),
    bytes: st.binary(max_size=9),
}


def values(kind: Any, name: str = "", depth: int = 0) -> st.SearchStrategy[Any]:
    """Values of a field of this type and name."""
    inner, is_optional = without_none(kind)
    if is_optional:
        return st.one_of(st.none(), values(inner, name, depth))
    if get_origin(kind) is tuple:
        least = 0 if depth else 1  # so that every list of the record itself has something in it
        return st.lists(values(get_args(kind)[0], name, depth + 1), min_size=least, max_size=2).map(tuple)
    if kind is int:
        return st.integers(*bounds(name))
    if kind in _plain:
        return _plain[kind]
    if issubclass(kind, Enum):
        return st.sampled_from(kind)
    owner: type = kind
    return _objects(owner, depth)


@cache
def _objects(owner: type, depth: int) -> st.SearchStrategy[Any]:
    parts = {
        one.name: values(_declared(one), one.name, depth + 1) for one in members(owner) if _ends(owner, one.name, depth)
    }
    if owner is Period:
        every = [(number, cycle) for cycle in Cycle for number in range(1, cycle.periods + 1)]
        return st.builds(lambda year, part: Period(year, *part), parts["year"], st.sampled_from(every))
    if owner is Limits:
        pairs = st.tuples(_decimals, _decimals).map(sorted)
        return st.builds(lambda pair, basis: Limits(pair[1], pair[0], basis), pairs, parts["citation"])
    if owner is RatingScale:
        parts["bands"] = st.sets(_decimals, max_size=3).map(
            lambda bounds: tuple(Band("a", bound) for bound in (*sorted(bounds, reverse=True), None))
        )
    if owner is ValueScale:
        parts["levels"] = st.sets(_decimals, min_size=1, max_size=3).map(
            lambda levels: tuple(Level(str(place), value) for place, value in enumerate(sorted(levels)))
        )
    return st.builds(owner, **parts)


def _declared(one: Any) -> Any:
    return one.kind | None if one.is_optional else one.kind


def _ends(owner: type, name: str, depth: int) -> bool:
    """Whether a field is made: below a programme's children there are no more."""
    return not (owner is BudgetNode and name == "children" and depth > 3)

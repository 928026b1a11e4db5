"""What a figure would have to be for a relation to hold, and what another value of it would change elsewhere."""

from dataclasses import replace
from fractions import Fraction

from saksama.audit.relation import Relation, input_names, judge, readings, span
from saksama.audit.spots import Cell, cell_of
from saksama.kernel.figures import Figure, Interval
from saksama.kernel.formula import Formula
from saksama.kernel.quantity import Uncomputable
from saksama.kernel.rounding import half_up
from saksama.understanding.reading import Figured

_FAR = 1000
"""So many times larger and smaller: to both sides of where a difference turns its sign."""


def implied(relation: Relation, figured: Figured) -> tuple[Interval, ...]:
    """Where a figure would have to lie for the relation to hold, if all its other figures are right.

    Every formula is, to either side of where a difference turns its sign, linear in each input or in its inverse, so
    two values on a side and a test of the result are enough.
    """
    first = [options[0] if (options := readings(each)) else None for each in relation.figures()]
    if relation.is_limit or any(figure is None for figure in first):
        return ()
    chosen = [figure for figure in first if figure]
    values = {name: Fraction(figure.value) for name, figure in zip(input_names(relation), chosen[1:], strict=True)}
    cell = cell_of(figured)
    if cell == cell_of(relation.stated):
        value = relation.formula.compute(values)
        return () if isinstance(value, Uncomputable) else (_printable(value, chosen[0], is_exact=relation.is_exact),)
    terms = zip(input_names(relation), relation.terms, strict=True)
    names = [name for name, term in terms if cell_of(term.figured) == cell]
    if len(names) != 1:
        return ()
    wanted = span(chosen[0], is_exact=relation.is_exact)
    ends = [_solutions(relation.formula, values, names[0], result=end) for end in (wanted.low, wanted.high)]
    pairs = [(low, high) for low, high in zip(*ends, strict=True) if low is not None and high is not None]
    return tuple(dict.fromkeys(Interval(min(pair), max(pair)) for pair in pairs))


def _printable(value: Fraction, like: Figure, *, is_exact: bool) -> Interval:
    """From the number with its further decimals cut off to the number rounded: either may be printed."""
    if is_exact and like.scale == 1:
        return Interval(value, value)
    unit = Fraction(like.scale, 10**like.decimals)
    cut, rounded = int(value / unit) * unit, Fraction(half_up(value / unit, 0)) * unit
    return Interval(min(cut, value, rounded), max(cut, value, rounded))


def _solutions(
    formula: Formula, values: dict[str, Fraction], name: str, *, result: Fraction
) -> tuple[Fraction | None, ...]:
    start = values[name] or Fraction(1)
    return tuple(_solve(formula, values, name, result=result, start=at) for at in (start * _FAR, start / _FAR))


def _solve(
    formula: Formula, values: dict[str, Fraction], name: str, *, result: Fraction, start: Fraction
) -> Fraction | None:
    def at(value: Fraction) -> Fraction | None:
        got = formula.compute({**values, name: value})
        return None if isinstance(got, Uncomputable) else got

    for is_inverse in (False, True):
        points = (start, start * 2)
        one, two = at(points[0]), at(points[1])
        if one is None or two is None or one == two:
            return None
        x, y = ((1 / points[0]), (1 / points[1])) if is_inverse else points
        solved = x + (result - one) * (y - x) / (two - one)
        if is_inverse:
            if not solved:
                return None
            solved = 1 / solved
        if at(solved) == result:
            return solved
    return None


def corrected(relation: Relation, changes: dict[Cell, Interval]) -> Relation | None:
    """The relation with other values in some of its figures; `None` where none of them is changed."""
    if not any(cell_of(figured) in changes for figured in relation.figures()):
        return None
    terms = tuple(replace(term, figured=_changed(term.figured, changes)) for term in relation.terms)
    return replace(relation, stated=_changed(relation.stated, changes), terms=terms)


def _changed(figured: Figured, changes: dict[Cell, Interval]) -> Figured:
    interval = changes.get(cell_of(figured))
    if interval is None or not readings(figured):
        return figured
    return exactly(figured, (interval.low + interval.high) / 2)


def exactly(figured: Figured, value: Fraction) -> Figured:
    """The same figure with another value, to as many decimals as it is printed with."""
    printed = readings(figured)[0]
    scaled = replace(printed, value=half_up(value, printed.decimals))
    return replace(figured, readings=(scaled,), chosen=scaled)


def what_if(changes: dict[Cell, Interval], passed: tuple[Relation, ...]) -> dict[Cell, Interval]:
    """The changes, and what follows from them by the relations that hold."""
    known = dict(changes)
    for relation in passed:
        stated = cell_of(relation.stated)
        if stated in known or not any(cell_of(term.figured) in known for term in relation.terms):
            continue
        changed = corrected(relation, known)
        if changed is not None:
            value = judge(changed).expected
            if isinstance(value, Fraction):
                known[stated] = Interval(value, value)
            elif value is not None:
                known[stated] = value
    return known

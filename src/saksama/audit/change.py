"""What a figure would have to be for a relation to hold, and what another value of it would change elsewhere."""

from dataclasses import replace
from fractions import Fraction

from saksama.audit.relation import Relation, input_names, judge, readings, span
from saksama.kernel.figures import Interval
from saksama.kernel.formula import Formula
from saksama.kernel.quantity import Uncomputable
from saksama.kernel.rounding import half_up
from saksama.understanding.reading import Figured


def implied(relation: Relation, figured: Figured) -> Interval | None:
    """Where a figure would have to lie for the relation to hold, if all its other figures are right.

    Every formula is linear in each input or in its inverse, so two values and a test of the result are enough.
    """
    if relation.is_limit:
        return None
    first = [options[0] if (options := readings(each)) else None for each in relation.figures()]
    if any(figure is None for figure in first):
        return None
    chosen = [figure for figure in first if figure]
    values = {name: Fraction(figure.value) for name, figure in zip(input_names(relation), chosen[1:], strict=True)}
    if figured == relation.stated:
        value = relation.formula.compute(values)
        return None if isinstance(value, Uncomputable) else Interval(value, value)
    names = [name for name, term in zip(input_names(relation), relation.terms, strict=True) if term.figured == figured]
    if len(names) != 1:
        return None
    wanted = span(chosen[0], is_exact=relation.is_exact)
    ends = [_solve(relation.formula, values, names[0], result=end) for end in (wanted.low, wanted.high)]
    found = [end for end in ends if end is not None]
    return Interval(min(found), max(found)) if len(found) == len(ends) else None


def _solve(formula: Formula, values: dict[str, Fraction], name: str, *, result: Fraction) -> Fraction | None:
    def at(value: Fraction) -> Fraction | None:
        got = formula.compute({**values, name: value})
        return None if isinstance(got, Uncomputable) else got

    start = values[name] or Fraction(1)
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


def corrected(relation: Relation, changes: dict[Figured, Interval]) -> Relation | None:
    """The relation with other values in some of its figures; `None` where none of them is changed."""

    def changed(figured: Figured) -> Figured:
        interval = changes.get(figured)
        options = readings(figured)
        if interval is None or not options:
            return figured
        return exactly(figured, (interval.low + interval.high) / 2)

    if not any(figured in changes for figured in relation.figures()):
        return None
    terms = tuple(replace(term, figured=changed(term.figured)) for term in relation.terms)
    return replace(relation, stated=changed(relation.stated), terms=terms)


def exactly(figured: Figured, value: Fraction) -> Figured:
    """The same figure with another value, to as many decimals as it is printed with."""
    printed = readings(figured)[0]
    scaled = replace(printed, value=half_up(value, printed.decimals))
    return replace(figured, readings=(scaled,), chosen=scaled)


def what_if(changes: dict[Figured, Interval], passed: tuple[Relation, ...]) -> dict[Figured, Interval]:
    """The changes, and what follows from them by the relations that hold."""
    known = dict(changes)
    for relation in passed:
        if relation.stated in known or not any(term.figured in known for term in relation.terms):
            continue
        changed = corrected(relation, known)
        if changed is not None:
            value = judge(changed).expected
            if isinstance(value, Fraction):
                known[relation.stated] = Interval(value, value)
            elif value is not None:
                known[relation.stated] = value
    return known

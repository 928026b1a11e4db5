"""Numbers, points and boxes for the properties of formulas and scales."""

from fractions import Fraction

from hypothesis import settings
from hypothesis import strategies as st

from saksama.kernel.figures import Interval
from saksama.kernel.formula import Formula

often = settings(max_examples=40, deadline=None)
"""For a property that runs over every formula: together it is tried many hundred times."""

numbers = st.fractions(min_value=-1000, max_value=1000, max_denominator=100)
positive = st.fractions(min_value=Fraction(1, 100), max_value=1000, max_denominator=100)
any_number = numbers | st.sampled_from([Fraction(0), Fraction(1), Fraction(100), Fraction(-20), Fraction(20)])


def points(formula: Formula) -> st.SearchStrategy[dict[str, Fraction]]:
    """A value for every input; four terms where the formula takes any number."""
    names = formula.inputs or ("first", "second", "third", "fourth")
    return st.fixed_dictionaries(dict.fromkeys(names, any_number))


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Bounds in order, sometimes a single number."""
    # Mostly above zero: a target that may be zero has no bounds, and such a box shows nothing.
    side = draw(st.sampled_from([positive, positive, positive, any_number]))
    low, high = sorted((draw(side), draw(side)))
    return Interval(low, high)


def boxes(formula: Formula) -> st.SearchStrategy[dict[str, Interval]]:
    """An interval for every input."""
    names = formula.inputs or ("first", "second", "third")
    return st.fixed_dictionaries({name: intervals() for name in names})


@st.composite
def inner_point(draw: st.DrawFn, box: dict[str, Interval]) -> dict[str, Fraction]:
    """A point of the box, often where inputs are equal or at zero, where formulas change their piece."""
    ends = sorted({end for side in box.values() for end in (side.low, side.high)} | {Fraction(0)})

    def inside(side: Interval) -> st.SearchStrategy[Fraction]:
        share = st.fractions(min_value=0, max_value=1, max_denominator=20)
        within = share.map(lambda part: side.low + part * (side.high - side.low))
        return within | st.sampled_from([end for end in ends if end in side])

    return {name: draw(inside(side)) for name, side in box.items()}

"""What figures of a document should have to do with each other, and whether they do: by intervals, not tolerances.

A printed number stands for half a unit of its last decimal to both sides; an amount in rupiah is exact (audit.md 2.4).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from itertools import islice, product
from math import prod

from saksama.kernel.figures import Figure, Interval
from saksama.kernel.formula import Formula, bounds
from saksama.kernel.quantity import Reason, Uncomputable
from saksama.kernel.totals import ARITHMETIC
from saksama.understanding.reading import Figured

MOST_READINGS = 64
"""So many combinations of ambiguous figures are tried; beyond, each figure is taken by its first reading."""

SAME = Formula(
    "same", "Angka yang sama", ("other",), "{other}", "{other}", lambda values: values["other"], ARITHMETIC, unit=""
)


class Precision(Enum):
    """How far an input of a computation can be taken at its word."""

    EXACT = "exact"  # set or counted: a target, an amount in rupiah
    PRINTED = "printed"  # taken as it is printed; only where that fails it may have been rounded
    COMPUTED = "computed"  # the result of another computation, and so rounded or truncated


@dataclass(frozen=True, slots=True)
class Term:
    """An input: its name in the formula, the figure, and its precision.

    `decimals` is the finest print in its column: "100" beside "93,28" has dropped its zeros.
    """

    name: str
    figured: Figured
    precision: Precision = Precision.EXACT
    decimals: int = 0


@dataclass(frozen=True, slots=True)
class Relation:
    """`stated` should be what the formula gives for the terms; with `is_limit` it should be no more than that.

    `is_exact`: it is an amount, printed whole.
    """

    formula: Formula
    stated: Figured
    terms: tuple[Term, ...]
    is_exact: bool = False
    is_limit: bool = False

    def figures(self) -> tuple[Figured, ...]:
        """All figures of it, the stated one first."""
        return (self.stated, *[term.figured for term in self.terms])


class Verdict(Enum):
    """What a look at a relation gave; of several the first that holds counts."""

    CONSISTENT = "consistent"
    TRUNCATED = "truncated"  # decimals cut off instead of rounded
    ROUNDED = "rounded"  # only if the printed inputs are rounded themselves
    DIFFERENT = "different"
    UNCOMPUTABLE = "uncomputable"


_ORDER = tuple(Verdict)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with what the formula gives and the readings of the figures for which it holds, the stated first.

    `value` is what the inputs give as they are printed, `expected` that or, for inputs that were rounded, its bounds.
    """

    verdict: Verdict
    expected: Fraction | Interval | None = None
    readings: tuple[Figure, ...] = ()
    reason: Reason | None = None
    value: Fraction | None = None
    may_be_rounded: bool = False
    """Cut off or not cannot be told: the inputs before they were rounded for print may give what is stated."""

    @property
    def holds(self) -> bool:
        """Whether nothing is wrong but perhaps the way of rounding."""
        return self.verdict in (Verdict.CONSISTENT, Verdict.TRUNCATED, Verdict.ROUNDED)

    @property
    def rank(self) -> int:
        """The better the verdict, the lower."""
        return _ORDER.index(self.verdict)


def readings(figured: Figured) -> tuple[Figure, ...]:
    """What a figure may mean: the reading that something decided for, or all."""
    return (figured.chosen,) if figured.chosen else figured.readings


def read_alike(one: Figured, other: Figured) -> Iterator[tuple[Figure, Figure]]:
    """Both figures in each of their readings. Where the marks of both can be read in two ways, they mean the same in
    both: "4.414" and "5.341" are thousands or thousandths, never one of each.
    """
    are_open = len(one.readings) > 1 and len(other.readings) > 1
    for mine, theirs in product(readings(one), readings(other)):
        if not are_open or mine.decimals == theirs.decimals:
            yield mine, theirs


def judge(relation: Relation) -> Judgement:
    """Compare what is stated with what follows; of several readings the most favourable counts."""
    figures = relation.figures()
    every = [readings(figured) for figured in figures]
    if not all(every):
        return Judgement(Verdict.UNCOMPUTABLE)
    if prod(len(options) for options in every) > MOST_READINGS:
        every = [every[0], *(options[:1] for options in every[1:])]
    best: Judgement | None = None
    for chosen in islice(product(*every), MOST_READINGS):
        found = _judge(relation, chosen)
        if found.verdict is Verdict.CONSISTENT:
            return found
        if best is None or found.rank < best.rank:
            best = found
    if best and not best.holds and any(len(figured.readings) > 1 for figured in figures):
        return _reread(relation, best)
    return best or Judgement(Verdict.UNCOMPUTABLE)


def _reread(relation: Relation, best: Judgement) -> Judgement:
    """The verdict of another reading of ambiguous figures, where one makes the relation hold exactly."""
    for chosen in islice(product(*(figured.readings for figured in relation.figures())), MOST_READINGS):
        found = _judge(relation, chosen)
        if found.verdict is Verdict.CONSISTENT:
            return found
    return best


def _judge(relation: Relation, chosen: tuple[Figure, ...]) -> Judgement:
    stated, inputs = chosen[0], chosen[1:]
    if relation.is_limit and stated.value <= inputs[0].value:
        return Judgement(Verdict.CONSISTENT, readings=chosen)  # the usual case, without fractions
    names = input_names(relation)
    values = {name: Fraction(figure.value) for name, figure in zip(names, inputs, strict=True)}
    value = relation.formula.compute(values)
    if isinstance(value, Uncomputable):
        return Judgement(Verdict.UNCOMPUTABLE, readings=chosen, reason=value.reason)
    if relation.is_limit:
        return Judgement(Verdict.CONSISTENT if stated.value <= value else Verdict.DIFFERENT, value, chosen, value=value)
    # The usual case, without the bounds of an interval.
    if Fraction(stated.value) == value if relation.is_exact and stated.scale == 1 else stated.stands_for(value):
        return Judgement(Verdict.CONSISTENT, value, chosen, value=value)
    return _judge_apart(relation, chosen, values, value)


def _judge_apart(
    relation: Relation, chosen: tuple[Figure, ...], values: dict[str, Fraction], value: Fraction
) -> Judgement:
    """The verdict where what is stated is not the rounded result of the inputs as they are printed."""
    stated, inputs, names = chosen[0], chosen[1:], input_names(relation)
    rounded = span(stated, is_exact=relation.is_exact)
    precisions = [term.precision for term in relation.terms]

    def within(*, printed: bool, generous: bool) -> Interval | Uncomputable:
        spans = {
            name: _term_span(term, figure, values[name], printed=printed, generous=generous)
            for name, term, figure in zip(names, relation.terms, inputs, strict=True)
        }
        return bounds(relation.formula, spans)

    expected: Fraction | Interval = value
    if Precision.COMPUTED in precisions:
        interval = within(printed=False, generous=False)
        if isinstance(interval, Interval):
            expected = interval
            if interval.meets(rounded):
                return Judgement(Verdict.CONSISTENT, interval, chosen, value=value)
    truncated = _truncated(stated, is_exact=relation.is_exact)
    if value in truncated or (isinstance(expected, Interval) and expected.meets(truncated)):
        before = within(printed=True, generous=False)
        may_be_rounded = isinstance(before, Interval) and before.meets(rounded)
        return Judgement(Verdict.TRUNCATED, expected, chosen, value=value, may_be_rounded=may_be_rounded)
    if any(precision is not Precision.EXACT for precision in precisions):
        interval = within(printed=True, generous=True)
        if isinstance(interval, Interval) and (interval.meets(rounded) or interval.meets(truncated)):
            return Judgement(Verdict.ROUNDED, expected, chosen, value=value)
    return Judgement(Verdict.DIFFERENT, expected, chosen, value=value)


def input_names(relation: Relation) -> list[str]:
    """The names of the terms in the formula."""
    # Sums and means take their terms by position, since two may have one name.
    if relation.formula.inputs:
        return [term.name for term in relation.terms]
    return [str(position) for position in range(len(relation.terms))]


def span(figure: Figure, *, is_exact: bool = False) -> Interval:
    """The numbers that a figure stands for; itself alone where it is exact."""
    if is_exact and figure.scale == 1:
        value = Fraction(figure.value)
        return Interval(value, value)
    return figure.interval()


def _truncated(figure: Figure, *, is_exact: bool) -> Interval:
    """What a figure stands for whose further decimals were cut off."""
    value, unit = Fraction(figure.value), Fraction(figure.scale, 10**figure.decimals)
    if is_exact and figure.scale == 1:
        return Interval(value, value)
    # The end itself would print as the next number: a hair below it.
    end = unit - unit / 10**9
    return Interval(value, value + end) if value >= 0 else Interval(value - end, value)


def _term_span(term: Term, figure: Figure, value: Fraction, *, printed: bool, generous: bool) -> Interval:
    if term.precision is Precision.EXACT or (term.precision is Precision.PRINTED and not printed):
        return Interval(value, value)
    unit = Fraction(figure.scale, 10 ** max(figure.decimals, term.decimals))
    low = value - unit / 2
    return Interval(low, value + unit if generous and term.precision is Precision.COMPUTED else value + unit / 2)


def meet(one: Figured, other: Figured, *, is_exact: bool = False, is_computed: bool = False) -> bool:
    """Whether two figures can be the same number, one perhaps with fewer decimals, rounded or cut off."""
    return agreement(one, other, is_exact=is_exact, is_computed=is_computed) is not Verdict.DIFFERENT


def agreement(one: Figured, other: Figured, *, is_exact: bool = False, is_computed: bool = False) -> Verdict:
    """How two figures can be the same number: as printed, only if one was cut off, or not at all.

    `is_computed`: both are prints of a quotient, which one place may round and the other cut off: 88,59 and 88,58.
    """
    verdicts = [
        _agreement(mine, theirs, is_exact=is_exact, is_computed=is_computed)
        for mine in readings(one)
        for theirs in readings(other)
    ]
    return min(verdicts, key=_ORDER.index, default=Verdict.DIFFERENT)


def _agreement(one: Figure, other: Figure, *, is_exact: bool, is_computed: bool) -> Verdict:
    if one.value == other.value:
        return Verdict.CONSISTENT
    if is_exact and one.scale == other.scale == 1:  # perhaps without its cents
        return Verdict.TRUNCATED if abs(one.value - other.value) < 1 else Verdict.DIFFERENT
    mine, theirs = _unit(one), _unit(other)
    if is_computed and one.decimals == other.decimals > 0 and abs(Fraction(one.value - other.value)) == mine:
        return Verdict.TRUNCATED
    if mine == theirs:
        return Verdict.DIFFERENT  # two prints of the same length are two numbers
    fine, coarse = (one, other) if mine < theirs else (other, one)
    value = Fraction(fine.value)
    if coarse.stands_for(value):
        return Verdict.CONSISTENT
    return Verdict.TRUNCATED if value in _truncated(coarse, is_exact=False) else Verdict.DIFFERENT


def _unit(figure: Figure) -> Fraction:
    """One of the last printed digit."""
    return Fraction(figure.scale, 10**figure.decimals)

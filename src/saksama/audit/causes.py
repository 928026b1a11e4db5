"""Why a printed figure is wrong, where one cause explains it exactly: a copy, swapped digits, a lost row."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from saksama.audit.facts import cell_name, printed, row_in_words, where
from saksama.audit.relation import SAME, Relation, readings
from saksama.audit.rule import Check
from saksama.audit.slips import digits, slip
from saksama.audit.spots import Position, Spots, cell_of
from saksama.audit.suspects import Suspect
from saksama.kernel.figures import Figure, Interval
from saksama.kernel.rounding import half_up, write_number
from saksama.language.messages import _
from saksama.understanding.reading import Figured, Reading

LEAST_DIGITS = 3
"""Shorter numbers equal others by chance."""
LEAST_DIGITS_OF_MEASURE = 4
LEAST_DIGITS_ANYWHERE = 6


class Causes:
    """Looks for the cause of a wrong figure in the rest of the document."""

    def __init__(self, reading: Reading, spots: Spots) -> None:
        self._reading = reading
        self._spots = spots
        self._by_value: dict[Decimal, list[tuple[Position, Figured]]] = {}
        for table in reading.tables:
            for row, cells in enumerate(table.cells):
                for column, cell in enumerate(cells):
                    if cell is None or (row, column) in table.repeats:
                        continue
                    for figure in readings(cell)[:1]:
                        value = figure.value.normalize()
                        self._by_value.setdefault(value, []).append(((table.index, row, column), cell))

    def written(self, suspect: Suspect) -> str:
        """The value that a suspect should have, to the decimals that it is printed with."""
        decimals = readings(suspect.figured)[0].decimals
        unit = Fraction(1, 10**decimals)
        first, last = ceil(suspect.value.low / unit), floor(suspect.value.high / unit)
        if first == last:  # the only number that can be printed so and lies between them
            return write_number(first * unit, decimals)
        low, high = half_up(suspect.value.low, decimals), half_up(suspect.value.high, decimals)
        ends = [write_number(Fraction(end), decimals) for end in (low, high)]
        return ends[0] if low == high else "–".join(ends)

    def of_suspect(self, suspect: Suspect, message: str, count: int) -> str:
        """What to say of a figure that explains several failures, before the first of them."""
        statement = self._spots.statement(suspect.figured)
        position = self._spots.position(suspect.figured)
        if statement:
            place = where(self._reading, statement)
        elif position:
            table = self._reading.tables[position[0]]
            place = cell_name(table, position[1], position[2], place=suspect.figured.place)
        else:
            return message
        return _(
            "{place}: tercetak {printed}; bila {expected}, {count} hubungan yang tidak cocok menjadi cocok. {message}"
        ).format(
            place=place,
            printed=printed(suspect.figured),
            expected=self.written(suspect),
            count=count,
            message=message,
        )

    def named(self, check: Check, stated: Figured | None, expected: Fraction | Interval | None) -> str:
        """The cause that fits exactly, in a sentence, or nothing."""
        if stated is None or expected is None or not readings(stated):
            return ""
        figure = readings(stated)[0]
        return next(
            (
                cause
                for cause in (
                    *_digits(figure, expected),
                    *self._copies(check, stated, figure),
                    *self._rows(check, figure),
                )
                if cause
            ),
            "",
        )

    def _copies(self, check: Check, stated: Figured, figure: Figure) -> Iterator[str]:
        length = _significant(figure.value)
        here = self._spots.position(stated)
        if length < LEAST_DIGITS:
            return
        # Equal to what it is compared with is no explanation; equal to an input of a computation is.
        is_equality = check.relation is not None and check.relation.formula is SAME
        own = {cell_of(figured) for figured in check.figures} if is_equality else {cell_of(stated)}
        others = [
            (position, cell)
            for position, cell in self._by_value.get(figure.value.normalize(), ())
            if position != here and cell_of(cell) not in own
        ]
        for position, _cell in others:
            table = self._reading.tables[position[0]]
            header = " ".join(table.columns[position[2]].header.split())
            if here and position[:2] == here[:2]:
                yield _("Angka itu sama dengan kolom “{column}” di baris yang sama.").format(column=header)
            elif here and (position[0], position[2]) == (here[0], here[2]):
                yield _("Angka itu sama dengan {row} di kolom yang sama.").format(row=row_in_words(table, position[1]))
        for position, cell in others:
            statement = self._spots.statement(cell)
            if statement and check.key and statement.key.subject == check.key.subject:
                if statement.key.measure is check.key.measure and statement.key.period != check.key.period:
                    yield _("Angka itu sama dengan angka tahun {period}.").format(period=statement.key.period)
                elif statement.key.measure is not check.key.measure:
                    yield _("Angka itu sama dengan {place}.").format(place=where(self._reading, statement))
            elif length >= LEAST_DIGITS_ANYWHERE or (
                length >= LEAST_DIGITS_OF_MEASURE
                and statement
                and check.key
                and statement.key.measure is check.key.measure
            ):
                table = self._reading.tables[position[0]]
                place = cell_name(table, position[1], position[2], place=cell.place)
                yield _("Angka yang sama tercetak di {place}.").format(place=place)

    def _rows(self, check: Check, figure: Figure) -> Iterator[str]:
        """Of a sum: the row that was left out, or the row that was counted besides."""
        relation = check.relation
        if relation is None or relation.formula.name != "sum" or not isinstance(check.expected, Fraction):
            return
        rest = Fraction(figure.value) - check.expected
        for term in relation.terms:
            position = self._spots.position(term.figured)
            if position and readings(term.figured) and Fraction(readings(term.figured)[0].value) == -rest:
                table = self._reading.tables[position[0]]
                yield _("Selisihnya tepat sebesar {row}, yang rupanya tidak ikut dijumlahkan.").format(
                    row=row_in_words(table, position[1])
                )
        yield from self._extra_row(relation, rest)

    def _extra_row(self, relation: Relation, rest: Fraction) -> Iterator[str]:
        here = self._spots.position(relation.stated)
        if here is None or rest == 0:
            return
        own = {cell_of(figured) for figured in relation.figures()}
        wanted = half_up(abs(rest), 0).normalize()
        if rest.denominator != 1 or _significant(wanted) < LEAST_DIGITS:
            return
        for position, cell in self._by_value.get(wanted, ()):
            if cell_of(cell) in own:
                continue
            table = self._reading.tables[position[0]]
            place = cell_name(table, position[1], position[2], place=cell.place)
            if rest > 0:
                yield _("Selisihnya tepat sebesar {place}, yang rupanya ikut terhitung.").format(place=place)


def _significant(value: Decimal) -> int:
    return len(value.normalize().as_tuple().digits)


def _digits(figure: Figure, expected: Fraction | Interval) -> Iterator[str]:
    """What the printed digits have to do with those expected."""
    if isinstance(expected, Interval):
        if half_up(expected.low, figure.decimals) != half_up(expected.high, figure.decimals):
            return
        expected = expected.low
    if expected <= 0 or figure.value <= 0 or figure.scale != 1:
        return
    right, wrong = half_up(expected, figure.decimals), figure.value
    mine, theirs = digits(wrong, figure.decimals), digits(right, figure.decimals)
    if len(theirs) >= LEAST_DIGITS:
        yield slip(mine, theirs)
    ratio = Fraction(wrong) / expected
    for power in (1, 2, 3):
        for factor in (Fraction(10**power), Fraction(1, 10**power)):
            if _is_shifted(figure, expected, factor) and ratio != 1:
                yield _("Tanda ribuan atau koma bergeser: {times} kali.").format(times=_times(factor))


def _is_shifted(figure: Figure, expected: Fraction, factor: Fraction) -> bool:
    value = expected * factor
    return abs(value - Fraction(figure.value)) <= Fraction(figure.scale, 2 * 10**figure.decimals) * max(
        factor, Fraction(1)
    )


def _times(factor: Fraction) -> str:
    return f"{factor.numerator}" if factor.denominator == 1 else f"1/{factor.denominator}"

"""What was read of a sheet: rows of entries, each with its cell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from enum import Enum

from saksama.documents.readers.spreadsheet_cells import SheetCell
from saksama.exchange.fields import Layout, Sheet
from saksama.exchange.problem import Problems
from saksama.kernel.provenance import Place
from saksama.language.messages import _

_LONGEST_NAME = 1000


class PercentMark(Enum):
    """Whether a number stands with a percent sign."""

    ABSENT = "absent"
    WRITTEN = "written"  # "67,5%": the number before the sign
    BY_FORMAT = "by-format"  # 0.675 that the number format shows as 67,5%: already times 100


@dataclass(frozen=True, slots=True)
class Entry:
    """The value of a cell by its field's kind (text, whole number, `Decimal` or date), and what it was read from."""

    value: str | int | Decimal | date
    place: Place
    source: str | SheetCell
    percent: PercentMark = PercentMark.ABSENT

    @property
    def shown(self) -> str:
        """The value as a person sees it."""
        return self.source if isinstance(self.source, str) else self.source.text


@dataclass(frozen=True, slots=True)
class FilledRow:
    """A row with something in it. Entries have the keys of `fields.key`; `cells` has the cell of each, filled or not.

    `unreadable` are the keys of cells that hold something that could not be read (a problem says so), `overwritten` the
    numbers that somebody typed into computed cells.
    """

    sheet: Sheet
    place: Place
    entries: Mapping[str, Entry]
    cells: Mapping[str, Place] = field(default_factory=dict)
    unreadable: frozenset[str] = frozenset()
    overwritten: Mapping[str, Entry] = field(default_factory=dict)

    @property
    def number(self) -> int:
        """The row's number, counted from 1."""
        return int("".join(filter(str.isdigit, self.place.cell)) or 0)

    def text(self, key: str) -> str:
        """The text of an entry, or ""."""
        entry = self.entries.get(key)
        return entry.value if entry is not None and isinstance(entry.value, str) else ""

    def whole(self, key: str) -> int | None:
        """The whole number of an entry."""
        entry = self.entries.get(key)
        return entry.value if entry is not None and isinstance(entry.value, int) else None

    def decimal(self, key: str) -> Decimal | None:
        """The number of an entry whose percent sign, if any, says nothing more."""
        entry = self.entries.get(key)
        return entry.value if entry is not None and isinstance(entry.value, Decimal) else None

    def day(self, key: str) -> date | None:
        """The date of an entry."""
        entry = self.entries.get(key)
        return entry.value if entry is not None and isinstance(entry.value, date) else None

    def at(self, key: str) -> Place:
        """The cell of a key, also where it is empty; else the row."""
        return self.cells.get(key, self.place)

    def required_text(self, key: str, problems: Problems) -> str:
        """The text of an entry that a row cannot do without; its absence is an error."""
        text = self.text(key)
        if not text:
            self._miss(key, problems)
        return text

    def required_whole(self, key: str, problems: Problems) -> int | None:
        """The whole number of an entry that a row cannot do without; its absence is an error."""
        whole = self.whole(key)
        if whole is None:
            self._miss(key, problems)
        return whole

    def required_decimal(self, key: str, problems: Problems) -> Decimal | None:
        """The number of an entry that a row cannot do without; its absence is an error."""
        number = self.decimal(key)
        if number is None:
            self._miss(key, problems)
        return number

    def _miss(self, key: str, problems: Problems) -> None:
        if key in self.unreadable:
            return
        heading = self.sheet.field(key).heading
        found = _("{thing} tanpa {heading}").format(thing=self.sheet.thing, heading=heading)
        expected = _("{heading} terisi").format(heading=heading)
        remedy = _("Isi {heading}").format(heading=heading)
        if self.sheet.layout is Layout.TABLE:
            remedy = _("Isi {heading} pada baris ini, atau kosongkan seluruh barisnya").format(heading=heading)
        problems.error(self.at(key), found, expected, remedy)


def nearest(text: str, candidates: Sequence[str]) -> str:
    """The candidate that is spelled most like the text, or "" where none is near.

    Comparing takes time by the square of the length, so that only what can be a name is compared.
    """
    if len(text) > _LONGEST_NAME:
        return ""
    folded: dict[str, str] = {}
    for candidate in candidates:
        if len(candidate) <= _LONGEST_NAME:
            folded.setdefault(folded_text(candidate), candidate)
    close = get_close_matches(folded_text(text), list(folded), n=1, cutoff=0.6)
    return folded[close[0]] if close else ""


def folded_text(text: str) -> str:
    """The text without the differences that nobody means: case, and blanks of any kind and number."""
    return " ".join(text.casefold().split())


class Codes:
    """The codes (or names) that other sheets may refer to, with their cells.

    Where `is_complete` is false, their sheet could not be read: a problem says so, and an unknown code says nothing.
    """

    def __init__(self, *, is_complete: bool = True) -> None:
        self._is_complete = is_complete
        self._places: dict[str, Place] = {}
        self._folded: dict[str, list[str]] = {}

    def add(self, code: str, place: Place, problems: Problems) -> bool:
        """Take a code in; a code that is there already is an error."""
        if code in self._places:
            found = _('kode "{code}" yang sudah dipakai di {place}').format(code=code, place=self._places[code])
            problems.error(place, found, _("kode yang belum dipakai"), _("Beri salah satunya kode lain"))
            return False
        self._places[code] = place
        self._folded.setdefault(folded_text(code), []).append(code)
        return True

    def known(self, code: str) -> str:
        """The code as it was defined, or "". Case and blanks do not count where they make no difference."""
        if code in self._places:
            return code
        alike = self._folded.get(folded_text(code), [])
        return alike[0] if len(alike) == 1 else ""

    def resolve(self, entry: Entry, where: str, problems: Problems) -> str:
        """The code that the entry refers to, or "" with an error; `where` names the sheets that define such codes."""
        written = str(entry.value)
        code = self.known(written)
        if not code and self._is_complete:
            near = nearest(written, list(self._places))
            found = _('"{code}", yang tidak ada di lembar {where}').format(code=written, where=where)
            expected = _("kode yang ada di lembar {where}").format(where=where)
            remedy = (
                _('Mungkin maksudnya "{near}"; perbaiki tulisannya').format(near=near)
                if near
                else _("Perbaiki tulisannya, atau tambahkan di lembar {where}").format(where=where)
            )
            problems.error(entry.place, found, expected, remedy)
        return code

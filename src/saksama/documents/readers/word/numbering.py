"""Automatic numbers as Word prints them: BAB I, A., 1., a., 2.1.3, bullets."""

from dataclasses import dataclass, field

from saksama.documents.document import ListKind
from saksama.documents.readers.office_package import Package
from saksama.documents.readers.word.names import attribute, is_on, short, value, whole

_LEVELS = 9
_MOST_LETTERS = 30
"""Word goes on with AA, BB, … and a start value may be anything."""


@dataclass(slots=True)
class Level:
    """How one level of a list is numbered; `text` holds %1 to %9 for the counts of the levels."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    style: str = ""
    separator: str = " "
    is_legal: bool = False


@dataclass(slots=True)
class _List:
    levels: dict[int, Level] = field(default_factory=dict)
    link: str = ""
    linked_from: str = ""
    counts: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)


@dataclass(slots=True)
class _Instance:
    pattern: str = ""
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, Level] = field(default_factory=dict)
    used: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Mark:
    """A number as printed, with what parts it from the text. `kind` where it is that of a plain list of one level."""

    text: str
    separator: str
    kind: ListKind | None
    count: int


class Numbering:
    """The lists of a document and how far each has counted. Ask for each paragraph once, in the document's order."""

    def __init__(self) -> None:
        self.lists: dict[str, _List] = {}
        self.instances: dict[str, _Instance] = {}

    def mark(self, list_id: str, level: int | None, style: str = "") -> Mark | None:
        """The number of the next paragraph of this list, or `None` where it has none."""
        instance = self.instances.get(list_id)
        pattern = self._pattern(instance)
        if instance is None or pattern is None:
            return None
        if level is None:
            linked = (index for index, item in sorted(pattern.levels.items()) if style and item.style == style)
            level = next(linked, 0)
        if not 0 <= level < _LEVELS:
            return None
        count = self._count(instance, pattern, level)
        form = self._level(instance, pattern, level)
        if form.form == "bullet":
            return Mark("•", form.separator, ListKind.BULLETS, count)
        text = form.text
        for index in range(_LEVELS):
            if f"%{index + 1}" in text:
                above = self._level(instance, pattern, index)
                there = pattern.counts[index]
                number = above.start if there is None else there
                text = text.replace(f"%{index + 1}", written(number, "decimal" if form.is_legal else above.form))
        text = text.strip()
        return Mark(text, form.separator, _plain_kind(form, level), count) if text else None

    def _pattern(self, instance: _Instance | None) -> _List | None:
        found = self.lists.get(instance.pattern) if instance else None
        if instance and found and found.link:  # the levels stand in the list that the named style belongs to
            linked = (name for name, item in self.lists.items() if item.linked_from == found.link and item.levels)
            instance.pattern = next(linked, instance.pattern)
            return self.lists[instance.pattern]
        return found

    def _level(self, instance: _Instance, pattern: _List, level: int) -> Level:
        return instance.levels.get(level) or pattern.levels.get(level) or Level()

    def _count(self, instance: _Instance, pattern: _List, level: int) -> int:
        before = pattern.counts[level]
        if level in instance.starts and level not in instance.used:
            count = instance.starts[level]
        elif before is None:
            count = self._level(instance, pattern, level).start
        else:
            count = before + 1
        instance.used.add(level)
        pattern.counts[level] = count
        pattern.counts[level + 1 :] = [None] * (_LEVELS - level - 1)
        return count


def _plain_kind(form: Level, level: int) -> ListKind | None:
    if level or form.text.strip() != "%1.":
        return None
    return {"decimal": ListKind.NUMBERS, "lowerLetter": ListKind.LETTERS}.get(form.form)


def written(number: int, form: str) -> str:
    """A count in a form of ST_NumberFormat; those that no Indonesian report uses are written in digits."""
    match form:
        case "none":
            return ""
        case "upperRoman" | "lowerRoman":
            roman = _roman(number)
            return roman if form == "upperRoman" else roman.lower()
        case "upperLetter" | "lowerLetter" if 0 < number <= 26 * _MOST_LETTERS:
            letters = chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)
            return letters if form == "upperLetter" else letters.lower()
        case "decimalZero":
            return f"{number:02}"
        case _:
            return str(number)


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    text = ""
    for amount, letters in (
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
        (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ):  # fmt: skip
        text += letters * (number // amount)
        number %= amount
    return text


def read_numbering(package: Package, part: str) -> Numbering:
    """Read the lists; a document without that part has none."""
    numbering = Numbering()
    pattern, instance, level = _List(), _Instance(), Level()
    in_instance = False
    overridden = 0

    def start(element: str, attributes: dict[str, str]) -> None:
        nonlocal pattern, instance, level, in_instance, overridden
        match short(element):
            case "w:abstractNum":
                pattern = _List()
                numbering.lists[attribute(attributes, "w:abstractNumId") or ""] = pattern
            case "w:num":
                instance, in_instance = _Instance(), True
                numbering.instances[attribute(attributes, "w:numId") or ""] = instance
            case "w:abstractNumId" if in_instance:
                instance.pattern = value(attributes)
            case "w:numStyleLink":
                pattern.link = value(attributes)
            case "w:styleLink":
                pattern.linked_from = value(attributes)
            case "w:lvlOverride":
                overridden = whole(attribute(attributes, "w:ilvl")) or 0
            case "w:startOverride":
                instance.starts[overridden] = whole(value(attributes)) or 0
            case "w:lvl":
                level = Level()
                index = whole(attribute(attributes, "w:ilvl")) or 0
                (instance.levels if in_instance else pattern.levels)[index] = level
            case "w:start":
                number = whole(value(attributes))
                level.start = 1 if number is None else number
            case "w:numFmt":
                level.form = value(attributes)
            case "w:lvlText":
                level.text = value(attributes)
            case "w:pStyle":
                level.style = value(attributes)
            case "w:isLgl":
                level.is_legal = is_on(attributes)
            case "w:suff" if value(attributes) == "nothing":
                level.separator = ""

    def end(element: str) -> None:
        nonlocal in_instance
        if short(element) == "w:num":
            in_instance = False

    if part and package.has(part):
        package.parse(part, start, end)
    return numbering

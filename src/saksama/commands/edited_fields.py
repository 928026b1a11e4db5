"""The texts of a report's fields in a copy that was edited in Word."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from saksama.compose.ledger import GAP
from saksama.documents.content_controls import control_tag
from saksama.documents.document import Document, Text, blocks, inlines
from saksama.documents.readers.word.content_controls import Control
from saksama.kernel.own_words import OwnWords


@dataclass(frozen=True, slots=True)
class Edit:
    """A text of the record, and what the copy has instead."""

    words: OwnWords
    text: str


def _printed(made: Document) -> Iterator[tuple[str, str]]:
    """The fields that the report prints, in its order, each line of one for itself; a gap is ""."""
    for block in blocks(made):
        for inline in inlines(block):
            if isinstance(inline, Text) and inline.field:
                yield inline.field, "" if inline.gap else inline.text


def printed_lines(made: Document) -> dict[str, list[str]]:
    """What the report prints of each field, line by line; a gap has none."""
    found: dict[str, list[str]] = {}
    for name, text in _printed(made):
        found.setdefault(name, []).extend(_not_empty(text))
    return found


def _not_empty(text: str) -> list[str]:
    return [line for part in text.split("\n") if (line := " ".join(part.split()))]


@dataclass(frozen=True, slots=True)
class Written:
    """What the copy has for a field; `is_doubled`: more copies of it than the report has, and they differ."""

    lines: list[str]
    is_doubled: bool
    has_others: bool


def written_fields(controls: Sequence[Control], made: Document) -> dict[str, Written]:
    """What the copy has for each field: by the tags or, where a program dropped them all, by the order."""
    printed = list(_printed(made))
    names = {control_tag(name): name for name, _text in printed}
    found = [(names[control.tag], control) for control in controls if control.tag in names]
    if not found and len(controls) == len(printed) and not any(control.tag for control in controls):
        found = [(name, control) for (name, _text), control in zip(printed, controls, strict=True)]
    expected = Counter(name for name, _text in printed)
    return {name: _together([one for other, one in found if other == name], expected[name]) for name, _one in found}


def _together(controls: list[Control], expected: int) -> Written:
    texts = [tuple(_not_empty("" if one.text.strip() == GAP else one.text)) for one in controls]
    if len(texts) > expected:
        texts = [text for text in dict.fromkeys(texts) if text]
    lines = [line for text in texts for line in text]
    return Written(lines, len(texts) > expected, any(one.has_others for one in controls))


def edits_of(
    known: Iterable[OwnWords], written: Mapping[str, Written], composed: Mapping[str, list[str]]
) -> Iterator[Edit]:
    """The texts of which the copy has other lines."""
    for words in known:
        field = written.get(words.name)
        if field and not field.is_doubled and field.lines != composed[words.name]:
            yield Edit(words, "\n".join(field.lines))

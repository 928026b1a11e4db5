"""What is said of an indicator in a year, as a page shows and takes it."""

from dataclasses import dataclass

from saksama.kernel.indicator import NarrativePart, PerformanceIndicator
from saksama.language.messages import _, to_say
from saksama.web.typed_text import seen_of

_TITLES = {
    NarrativePart.CAUSE: to_say("Penyebab keberhasilan atau kegagalan"),
    NarrativePart.OBSTACLE: to_say("Hambatan"),
    NarrativePart.SOLUTION: to_say("Solusi yang sudah dilakukan"),
    NarrativePart.FOLLOW_UP: to_say("Tindak lanjut"),
}


@dataclass(frozen=True, slots=True)
class NarrativeRow:
    """A part of what is said: its name in forms, its title, its text, or why there is nothing to say.

    A form sends `seen` back, so that nobody overwrites what he did not see.
    """

    name: str
    title: str
    text: str
    not_applicable_because: str
    seen: str


@dataclass(frozen=True, slots=True)
class WordsConflict:
    """A part that somebody else has changed since: his text, or the person's who did, and what was typed here."""

    name: str
    title: str
    theirs: str
    person: str
    mine: str
    seen: str


def title_of(part: NarrativePart) -> str:
    """What a part is called."""
    title = _TITLES[part]
    return _(title)


def narrative_rows(indicator: PerformanceIndicator, year: int) -> tuple[NarrativeRow, ...]:
    """Every part, filled or not."""
    rows = []
    for part in _TITLES:
        found = indicator.narrative(year, part)
        text, reason = (found.text, found.not_applicable_because) if found else ("", "")
        rows.append(NarrativeRow(part.value, title_of(part), text, reason, seen_of(text)))
    return tuple(rows)

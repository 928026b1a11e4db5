"""What is said of an indicator in a year, as a page shows and takes it."""

from dataclasses import dataclass

from saksama.kernel.indicator import NarrativePart, PerformanceIndicator
from saksama.language.messages import _, to_say

_TITLES = {
    NarrativePart.CAUSE: to_say("Penyebab keberhasilan atau kegagalan"),
    NarrativePart.OBSTACLE: to_say("Hambatan"),
    NarrativePart.SOLUTION: to_say("Solusi yang sudah dilakukan"),
    NarrativePart.FOLLOW_UP: to_say("Tindak lanjut"),
}


@dataclass(frozen=True, slots=True)
class NarrativeRow:
    """A part of what is said: its name in forms, its title, its text, or why there is nothing to say."""

    name: str
    title: str
    text: str
    not_applicable_because: str


def narrative_rows(indicator: PerformanceIndicator, year: int) -> tuple[NarrativeRow, ...]:
    """Every part, filled or not."""
    rows = []
    for part, title in _TITLES.items():
        found = indicator.narrative(year, part)
        rows.append(
            NarrativeRow(
                part.value, _(title), found.text if found else "", found.not_applicable_because if found else ""
            )
        )
    return tuple(rows)

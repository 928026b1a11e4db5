"""Columns by the gaps between words, for tables that no upright line divides."""

from dataclasses import dataclass
from statistics import median

from saksama.documents.readers.pdf.words import Line, Word

_WORD_GAP = 0.45  # of the size: words closer than this are one phrase
_NARROWEST_COLUMN_GAP = 4.0  # points
_CROSSING_SHARE = 0.12  # of the lines: so many may run across a gap (a group row, a heading over two columns)
_ROW_SHARE = 0.5  # of the columns: a line that fills so many begins a row


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of a line that stand together."""

    words: tuple[Word, ...]

    @property
    def left(self) -> float:
        return self.words[0].left

    @property
    def right(self) -> float:
        return max(word.right for word in self.words)

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


def phrases(line: Line, gap: float = _WORD_GAP) -> list[Phrase]:
    """A line cut where two words stand further apart than `gap` of their size."""
    groups: list[list[Word]] = []
    for word in line:
        if groups and word.left - max(other.right for other in groups[-1][-3:]) < gap * word.size:
            groups[-1].append(word)
        else:
            groups.append([word])
    return [Phrase(tuple(group)) for group in groups]


def column_edges(lines: list[list[Phrase]], left: float, right: float) -> list[float]:
    """The edges of columns: the outer ones, and the middle of each gap that nearly every line leaves free."""
    events: list[tuple[float, int]] = []
    for line in lines:
        for phrase in line:
            events += [(phrase.left, 1), (phrase.right, -1)]
    allowed = int(_CROSSING_SHARE * len(lines))
    edges = [left]
    covered, free_from = 0, None
    for place, step in sorted(events):
        before, covered = covered, covered + step
        if before > allowed >= covered:
            free_from = place
        elif before <= allowed < covered:
            if free_from is not None and place - free_from >= _NARROWEST_COLUMN_GAP:
                edges.append((free_from + place) / 2)
            free_from = None
    return [*edges, right]


def crosses(line: list[Phrase], edge: float) -> bool:
    """Whether a phrase of the line runs over an edge."""
    return any(phrase.left < edge - 1 and phrase.right > edge + 1 for phrase in line)


def row_starts(lines: list[Line], edges: list[float]) -> list[float]:
    """Where rows begin among lines that no rule divides: at each line that fills half of the columns."""
    counts = [_filled(line, edges) for line in lines]
    columns = len(edges) - 1
    starts = [number for number, count in enumerate(counts) if count >= max(2, _ROW_SHARE * columns)]
    if len(starts) < 2:
        return []
    heights = [line[0].size for line in lines]
    tops = [min(word.top for word in line) for line in lines]
    return [tops[number] - 0.1 * median(heights) for number in starts[1:]]


def _filled(line: Line, edges: list[float]) -> int:
    columns = {sum(1 for edge in edges if edge <= word.middle[0]) for word in line}
    return len(columns)

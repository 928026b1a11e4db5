"""Words and lines of a page, by where they stand and never by the order in which the file draws them."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from saksama.documents.readers.pdf.characters import NARROWEST_SPACE, Run
from saksama.documents.readers.pdf.frame import Box, Frame
from saksama.documents.readers.pdf.letters import raised

_ASCENT, _DESCENT = 0.78, 0.22  # of the size: where letters reach to in nearly every font
_SAME_BASELINE = 0.35  # of the size: two words on one line
_SUPERSCRIPT_LENGTH = 4
_OVERPRINT = 1.5  # points: the same text drawn again to look bold


@dataclass(frozen=True, slots=True)
class Word:
    """A word in the frame of its page; `turned` where its line runs up or down. `stops` are its letters' left edges."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    baseline: float
    size: float
    bold: bool = False
    italic: bool = False
    turned: int = 0
    white: bool = False
    joins: bool = False  # goes on in the next line
    stops: tuple[float, ...] = ()

    @property
    def box(self) -> Box:
        return self.left, self.top, self.right, self.bottom

    @property
    def middle(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


Line = tuple[Word, ...]


def words_of(runs: dict[int, list[Run]], frame: Frame) -> list[Word]:
    """The words of a page, from the top down and from the left; turned words stand in the page's frame as well."""
    words: list[Word] = []
    for turns in sorted(runs):
        own = Frame(frame.left, frame.bottom, frame.right, frame.top, turns)
        joined = _joined(_with_superscripts(runs[turns]))
        if turns == frame.turns:
            words += [_word(run) for run in joined]
            continue
        turned = (turns - frame.turns) % 4
        for run in joined:
            word = _word(run)
            left, top, right, bottom = frame.box(*own.on_page(word.box))
            words.append(
                replace(word, left=left, top=top, right=right, bottom=bottom, baseline=bottom, turned=turned, stops=())
            )
    words.sort(key=lambda word: (word.baseline, word.left))
    return words


def lines_of(words: list[Word]) -> list[Line]:
    """Words gathered to lines, from the top down, each from the left."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.baseline, word.left)):
        if lines:
            last = lines[-1][-1]
            if word.baseline - last.baseline <= _SAME_BASELINE * min(word.size, last.size):
                lines[-1].append(word)
                continue
        lines.append([word])
    return [tuple(sorted(line, key=lambda word: word.left)) for line in lines]


def text_of(line: Line) -> str:
    """The words of a line with single spaces."""
    return " ".join(word.text for word in line)


def split_word(word: Word, at: float) -> tuple[Word, ...]:
    """A word cut before the first letter that stands behind `at`; whole where there is none."""
    index = next((index for index, stop in enumerate(word.stops) if stop >= at - 0.2), 0)
    if index == 0:
        return (word,)
    cut = word.stops[index]
    first = replace(word, text=word.text[:index], right=min(word.right, cut), stops=word.stops[:index])
    return first, replace(word, text=word.text[index:], left=cut, stops=word.stops[index:])


def _word(run: Run) -> Word:
    style = run.style
    top, bottom = style.baseline - _ASCENT * style.size, style.baseline + _DESCENT * style.size
    box = (run.text, run.left, top, run.right, bottom, style.baseline, style.size)
    return Word(*box, bold=style.bold, italic=style.italic, white=style.white, joins=run.joins, stops=tuple(run.stops))


def _joined(runs: list[Run]) -> list[Run]:
    """Runs that touch on one baseline made one, and text drawn twice kept once."""
    joined: list[Run] = []
    line: list[Run] = []
    for run in sorted(runs, key=lambda run: (run.style.baseline, run.left)):
        if line and run.style.baseline - line[-1].style.baseline > 0.15 * min(run.style.size, line[-1].style.size):
            joined += _joined_line(line)
            line = []
        line.append(run)
    return joined + _joined_line(line)


def _joined_line(line: list[Run]) -> list[Run]:
    result: list[Run] = []
    for run in sorted(line, key=lambda run: (run.left, run.right)):
        last = result[-1] if result else None
        if last and run.text == last.text and abs(run.left - last.left) < _OVERPRINT:
            last.spaced = last.spaced or run.spaced
            continue
        if (
            last
            and not last.spaced
            and 0.8 < run.style.size / last.style.size < 1.25
            and -0.3 * run.style.size < run.left - last.right < NARROWEST_SPACE * run.style.size
            and run.left >= last.stops[-1]
        ):
            last.text += run.text
            last.stops += run.stops
            last.right = max(last.right, run.right)
            last.spaced, last.joins = run.spaced, run.joins
        else:
            result.append(run)
    return result


def _with_superscripts(runs: list[Run]) -> list[Run]:
    """Small raised runs written as superscripts behind the run that they stand at, or left where they stand alone."""
    ordered = sorted(runs, key=lambda run: run.style.baseline)
    if not ordered or ordered[0].style.size > 0.8 * max(run.style.size for run in ordered):
        smallest = min((run.style.size for run in ordered), default=0.0)
        if smallest > 0.8 * max((run.style.size for run in ordered), default=0.0):
            return ordered
    heights = [run.style.baseline for run in ordered]
    kept: list[Run] = []
    for run in ordered:
        host = _host(run, ordered, heights) if len(run.text) <= _SUPERSCRIPT_LENGTH else None
        if host is None:
            kept.append(run)
            continue
        style = replace(run.style, baseline=host.style.baseline, size=host.style.size)
        # A word of its own: 83,11¹ must not become 83,111 when superscripts are written as plain digits later.
        kept.append(Run(raised(run.text), run.stops, run.right, style, spaced=True))
        host.spaced = True
    return kept


def _host(run: Run, ordered: list[Run], heights: list[float]) -> Run | None:
    reach = run.style.size * 1.2
    first = bisect_left(heights, run.style.baseline + 0.15 * run.style.size)
    for other in ordered[first : bisect_right(heights, run.style.baseline + reach)]:
        size = other.style.size
        rise = other.style.baseline - run.style.baseline
        is_small_and_raised = run.style.size <= 0.8 * size and 0.15 * size < rise < 0.65 * size
        if is_small_and_raised and -0.2 * size < run.left - other.right < 0.3 * size:
            return other
    return None

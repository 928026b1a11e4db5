"""Text in HTML: runs, links to explanations and references, and the ids that they lead to."""

import re

from saksama.documents.document import Content, Document, Inline, Reference, Text
from saksama.documents.writers.printable import escaped

_UNSAFE = re.compile(r"[^A-Za-z0-9.-]")


def anchor(label: str) -> str:
    """The id of what has this label."""
    return f"ke-{_safe(label)}"


def explanation_anchor(identifier: str, place: int = 1) -> str:
    """The id at which an explanation opens for the figure at the first, second … of its places."""
    return f"penjelasan-{_safe(identifier)}" + (f"_{place}" if place > 1 else "")


def place_anchor(number: int) -> str:
    """The id of a figure that has an explanation."""
    return f"angka-{number}"


def _safe(text: str) -> str:
    # An underscore begins an escape, so that no two labels meet in one id.
    return _UNSAFE.sub(lambda found: f"_{ord(found[0]):x}_", text)


def lines(text: str) -> str:
    """Escaped text with its line breaks."""
    return escaped(text).replace("\n", "<br>")


class Links:
    """Writes text, and remembers at which places each explanation is opened."""

    def __init__(self, document: Document) -> None:
        self._known = frozenset(explained.id for explained in document.explanations)
        self._count = 0
        self.places: dict[str, list[int]] = {}

    def content(self, content: Content) -> str:
        """Inline content."""
        return "".join(map(self._inline, content))

    def _inline(self, inline: Inline) -> str:
        match inline:
            case Reference():
                return f'<a href="#{anchor(inline.target)}">{lines(inline.text)}</a>'
            case Text():
                found = lines(inline.text)
                if inline.italic:
                    found = f"<em>{found}</em>"
                if inline.bold:
                    found = f"<strong>{found}</strong>"
                if inline.gap:
                    found = f'<mark class="gap">{found}</mark>'
                return self.figure(found, inline.explanation)

    def figure(self, found: str, explanation: str | None) -> str:
        """Escaped text as a link to its explanation, if it has one."""
        if explanation is None or explanation not in self._known:
            return found
        self._count += 1
        places = self.places.setdefault(explanation, [])
        places.append(self._count)
        target = explanation_anchor(explanation, len(places))
        return f'<a class="why" id="{place_anchor(self._count)}" href="#{target}" aria-describedby="why">{found}</a>'

"""The elements of HTML by what they do to the text: which end which, which nobody sees."""

import re

VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
)
UNSEEN = frozenset(
    ("script", "style", "template", "noscript", "iframe", "object", "audio", "video", "canvas", "select", "textarea")
)
ASIDE = frozenset(("nav", "details"))  # what repeats the text: lists of links, values of a drawing
OWN = "data-saksama"
"""The attribute of what an audit wrote into its page beside the text; it is no part of the document."""
INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset", "figure"),
        *("footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "html", "legend", "li", "main", "ol", "p"),
        *("pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "caption", "figcaption"),
    )
)
HEADINGS = {f"h{level}": level for level in range(1, 7)}
CLOSED_BY = {  # an open element that the start of another ends, and what keeps it open
    "li": (("li",), ("ul", "ol")),
    "td": (("td", "th"), ("table",)),
    "th": (("td", "th"), ("table",)),
    "tr": (("td", "th", "tr"), ("table",)),
    "thead": (("td", "th", "tr", "thead", "tbody"), ("table",)),
    "tbody": (("td", "th", "tr", "thead", "tbody"), ("table",)),
    "tfoot": (("td", "th", "tr", "thead", "tbody"), ("table",)),
    "dt": (("dt", "dd"), ("dl",)),
    "dd": (("dt", "dd"), ("dl",)),
}


def bounded(text: str) -> str:
    """The page without its comments, with its lines where they were, and with nothing that never ends.

    A comment without end reaches to the end of the page, and what begins a tag behind the last ">" is text: Python's
    parser would look for these ends again and again.
    """
    pieces = []
    position = 0
    while (start := text.find("<!--", position)) >= 0:
        pieces.append(text[position:start])
        end = text.find("-->", start + 2)
        end = len(text) if end < 0 else end + 3
        pieces.append("\n" * text.count("\n", start, end))
        position = end
    pieces.append(text[position:])
    page = "".join(pieces)
    last = page.rfind(">") + 1
    return page[:last] + page[last:].replace("<", "&lt;")

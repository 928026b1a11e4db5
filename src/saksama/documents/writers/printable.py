"""What of a typed text can be printed: no control character, no lone surrogate, nothing that XML forbids."""

import re

# "\n" is the document's line break. C0 and C1 controls, DEL, lone surrogates and the two non-characters of XML 1.0 go;
# the separators U+2028 and U+2029 would break lines where the document has none.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\ufffe\uffff]")


def printable(text: str) -> str:
    """The text without what no writer may pass on; a tab becomes a space."""
    return _UNPRINTABLE.sub("", text.replace("\t", " ")) if not text.isprintable() else text


def escaped(text: str) -> str:
    """Printable text for XML and HTML, in content and in quoted attributes."""
    text = printable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;").replace("'", "&#39;")

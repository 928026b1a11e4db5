"""Text that somebody typed into a form, as every database takes it."""

import json
from hashlib import sha256

from django.http import HttpRequest


def typed_text(request: HttpRequest, name: str, *, most: int) -> str:
    """The text of a field, at most so many characters: one kind of line end, no NUL, nothing around it."""
    return request.POST.get(name, "").replace("\r\n", "\n").replace("\0", "").strip()[:most]


def typed_line(request: HttpRequest, name: str, *, most: int) -> str:
    """The text of a field that has one line: no control character, which a file name or a header must not have."""
    words = typed_text(request, name, most=most).split()
    return "".join(letter for letter in " ".join(words) if letter.isprintable())


def seen_of(shown: object) -> str:
    """The mark of what a form or a cell shows, alike for what is alike: nobody overwrites what he did not see."""
    return sha256(json.dumps(shown, default=str, sort_keys=True).encode()).hexdigest()[:16]

"""Print to the terminal. Whatever stands in a user's file is shown, and never steers the terminal."""

import re
import sys
from contextlib import suppress

# All controls but the line break; escape sequences begin with one. Lone surrogates come from file names.
_CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


def say(text: str = "") -> None:
    """Print a line of what the user asked for."""
    print(_CONTROLS.sub(" ", text))


def complain(text: str) -> None:
    """Print a line on what went wrong, after everything that was said before it."""
    with suppress(OSError):  # a full disk under the one stream must not silence the other
        sys.stdout.flush()
    print(_CONTROLS.sub(" ", text), file=sys.stderr)


def open_terminal() -> None:
    """Show what a terminal's encoding does not know as an escape, instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="backslashreplace")

"""Where the entries of a template stand: Python's reader of TOML does not say."""

import re

Lines = dict[tuple[str, str], int]
"""Lines from 1 by section and entry; a section's own line has the entry ""."""

_SECTION = re.compile(r"\s*\[+\s*\"?([\w-]+)\"?\s*\]+")
_ENTRY = re.compile(r"\s*\"?([\w-]+)\"?\s*=\s*(.*)")
_FENCES = ('"""', "'''")


def lines_of(text: str) -> Lines:
    """The line of each section and entry as templates write them. An entry in another form has none."""
    found: Lines = {}
    section = fence = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if fence:
            fence = "" if fence in line else fence
        elif head := _SECTION.match(line):
            section = head[1]
            found.setdefault((section, ""), number)
        elif entry := _ENTRY.match(line):
            place = (section, entry[1]) if section else (entry[1], "")
            found.setdefault(place, number)
            opened = entry[2][:3]
            fence = opened if opened in _FENCES and opened not in entry[2][3:] else ""
    return found

"""How the content control of Word that holds a field is marked."""

import zlib

_LONGEST_TAG = 64
"""Word takes no longer tag."""


def control_tag(field: str) -> str:
    """The tag of the control of a field: its name, cut and told apart where it is too long for Word."""
    if len(field) <= _LONGEST_TAG:
        return field
    return f"{field[: _LONGEST_TAG - 9]}-{zlib.crc32(field.encode()):08x}"

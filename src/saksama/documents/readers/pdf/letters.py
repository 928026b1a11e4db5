"""What a character of a page is in plain text: ligatures spelt out, symbols of symbol fonts named, marks dropped."""

_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
# Soft hyphen, zero-width space and joiners, direction marks, word joiner, byte-order mark, variation selectors.
_UNSEEN = {0x00AD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, 0xFEFF, *range(0xFE00, 0xFE10)}
_SPACES = {0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20, 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F}
_SPACES |= {0x205F, 0x3000}
_LINE_END_HYPHEN = 0x02  # pdfium's sign for a hyphen that ends a line
# Word writes the glyphs of its symbol fonts into this private area.
_SYMBOL_AREA = range(0xF020, 0xF100)
_WINGDINGS = {
    0xB7: "•", 0xA7: "▪", 0xD8: "➢", 0xFC: "✓", 0xFE: "☑", 0xFB: "✗", 0x76: "❖", 0x6E: "■", 0x71: "❑", 0xA8: "◻",
    0x6F: "□", 0x6C: "●", 0xD6: "√", 0xE0: "→", 0x50: "✓", 0x52: "☑", 0x2D: "-",
}  # fmt: skip
_SYMBOL = {
    0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xB7: "•", 0xE5: "∑", 0xD6: "√",
    0xA5: "∞", 0xAE: "→", 0xD0: "∠", 0x2D: "−", 0xBC: "…", 0xA8: "♦", 0xB0: "°", 0xD7: "⋅", 0x44: "Δ", 0x53: "Σ",
}  # fmt: skip
_RAISED = str.maketrans("0123456789+-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ")

UNMAPPED = "\ufffd"
"""Stands for a glyph that the file gives no character for."""


def is_space(code: int) -> bool:
    return code in _SPACES


def is_break_point(code: int) -> bool:
    """Whether a mark only says that a line may break inside the word: soft hyphen, zero-width space."""
    return code in (0x00AD, 0x200B)


def letter(code: int, *, is_symbol_font: bool = False) -> str:
    """The text of a character; nothing where it is a mark without a look, `UNMAPPED` where it is unknown."""
    if 0x20 < code < 0x7F:
        return chr(code)
    if code in _LIGATURES:
        return _LIGATURES[code]
    if code in _UNSEEN:
        return ""
    if code == _LINE_END_HYPHEN:
        return "-"
    if code in _SYMBOL_AREA:
        low = code - 0xF000
        named = (_SYMBOL if is_symbol_font else _WINGDINGS).get(low)
        if named is None and is_symbol_font and 0x20 < low < 0x40:
            named = chr(low)  # digits and punctuation stand in their ASCII places
        return named or _WINGDINGS.get(low, UNMAPPED)
    # Controls, lone surrogates, private use, unassigned: nothing a person could read back.
    if code < 0x20 or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xF900 or code in (0xFFFD, 0xFFFE, 0xFFFF):
        return UNMAPPED
    return chr(code) if code <= 0x10FFFF else UNMAPPED


def raised(text: str) -> str:
    """The text as superscript characters where Unicode has them."""
    return text.translate(_RAISED)

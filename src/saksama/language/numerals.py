"""Numbers in Indonesian words (terbilang)."""

_ONES = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")
_GROUPS = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (1000, "ribu"), (100, "ratus"))


def in_words(number: int) -> str:
    """A whole number in words: 1100 → "seribu seratus"; below zero "minus …"."""
    if number < 0:
        return f"minus {in_words(-number)}"
    if number < 12:
        return _ONES[number]
    if number < 20:
        return f"{_ONES[number - 10]} belas"
    if number < 100:
        tens, ones = divmod(number, 10)
        return f"{_ONES[tens]} puluh" + (f" {_ONES[ones]}" if ones else "")
    size, name = next((size, name) for size, name in _GROUPS if number >= size)
    count, rest = divmod(number, size)
    is_single = count == 1 and size in {100, 1000}
    head = f"se{name}" if is_single else f"{in_words(count)} {name}"
    return head + (f" {in_words(rest)}" if rest else "")


def counted(number: int) -> str:
    """A count as official documents write it: "3 (tiga)"."""
    return f"{number} ({in_words(number)})"


def listed(items: tuple[str, ...]) -> str:
    """Items in a sentence: "a", "a dan b", "a, b, dan c"."""
    if len(items) < 3:
        return " dan ".join(items)
    return ", ".join(items[:-1]) + f", dan {items[-1]}"

"""Who a row of an export is about: its codes, its own name, and the names of codes that stand beside them."""

import re

from saksama.exchange.spending_export.codes import Code, read_code
from saksama.exchange.spending_export.columns import folded
from saksama.exchange.spending_export.heading import Heading

TOTAL = re.compile(r"(grand )?(jumlah|total)( (belanja|keseluruhan|seluruhnya))?\W*", re.IGNORECASE)
"""What a row of sums is called."""


def name_column(heading: Heading, first_amount: int) -> int | None:
    """The column of names in a table without codes."""
    for words in (r"uraian", r"program|kegiatan", r"nama"):
        for column, path in sorted(heading.paths.items()):
            texts = [folded(text) for text in path]
            is_other = any(re.search(r"^indikator|\bkode\b", text) for text in texts)
            if column < first_amount and not is_other and any(re.search(words, text) for text in texts):
                return column
    return None


def identity(texts: dict[int, str], names_at: int | None) -> tuple[Code, str, tuple[tuple[str, str], ...]]:
    """What a row is: its deepest code with the account and the unit that stand with it, its text, names of codes."""
    found: list[tuple[int, Code]] = [(column, code) for column, text in texts.items() if (code := read_code(text))]
    if not any(code.node for _column, code in found):
        joined = _joined(texts)
        found = [joined] if joined else found
    node = max((code.node for _column, code in found), key=len, default="")
    account = next((code.account for _column, code in reversed(found) if code.account), "")
    unit = next((code.unit for _column, code in found if code.unit), "")
    coded = {column for column, _code in found}
    words = {column: text for column, text in texts.items() if column not in coded and re.search(r"[^\W\d_]{2}", text)}
    named: list[tuple[str, str]] = []
    for number, (column, code) in enumerate(found):
        following = found[number + 1][0] if number + 1 < len(found) else max(texts, default=0) + 1
        text = code.name or next((text for at, text in sorted(words.items()) if column < at < following), "")
        if text and (code.node or code.unit) and not code.account:
            named.append((code.node or code.unit, text))
    last = max((column for column, _code in found), default=0)
    own = next((code.name for _column, code in reversed(found) if code.name), "")
    after = next((text for column, text in sorted(words.items()) if column > last), "")
    name = own or (after if found else words.get(names_at or 0, "") or next(reversed(words.values()), ""))
    if not found and names_at is not None and names_at not in words:
        name = (
            "" if not TOTAL.fullmatch(" ".join(next(iter(words.values()), "").split())) else next(iter(words.values()))
        )
    return Code(node, account, unit), name, tuple(named)


def _joined(texts: dict[int, str]) -> tuple[int, Code] | None:
    """A code whose parts stand in a column each: 2 | 16 | 01 | 2.01 | 0001."""
    parts = {column: text.strip(".") for column, text in texts.items() if re.fullmatch(r"[0-9X.]+", text.strip())}
    code = read_code(".".join(parts.values())) if len(parts) > 1 else None
    return (max(parts), code) if code and code.node else None

"""Baris nomor kolom di bawah kepala tabel tidak urut.

Mengapa penting: rumus yang merujuk nomor kolom ("5 = 4 ÷ 3") menunjuk kolom yang salah.

Contoh: "1 2 2 3 5". Yang benar: "1 2 3 4 5".

Cara memperbaiki: nomori kembali kolomnya, dan periksa rumus yang merujuk nomor itu.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from saksama.audit.rule import Check, Rule, Severity
from saksama.audit.words import SOUND, enumerated, fault, said
from saksama.documents.document import Row, Table, blocks, plain
from saksama.kernel.provenance import Certainty, Citation
from saksama.language.messages import _
from saksama.understanding.reading import Figured, Reading

_NUMBER = re.compile(r"[-−–(\[]?\s*(?P<number>\d{1,2})\s*[.)\]]?\s*(?:[=:].*)?", re.DOTALL)
_LEAST = 3
_ROWS_LOOKED_AT = 6
"""The row stands under the header; further down three small numbers in a row are figures."""


def check(reading: Reading) -> Iterator[Check]:
    """Read the column numbers of every table."""
    looked = False
    wrong: list[tuple[str, str, Figured]] = []
    for block in blocks(reading.document):
        if not isinstance(block, Table):
            continue
        for row in (*block.header, *block.rows)[:_ROWS_LOOKED_AT]:
            numbers = _numbers(row)
            if numbers is None:
                continue
            looked = True
            if any(later != sooner + 1 for sooner, later in pairwise(numbers)):
                printed = " ".join(plain(cell.content).strip() for cell in row.cells)
                place = row.cells[0].place or block.place
                wrong.append((block.number or block.caption, printed, said(printed, place)))
            break
    if wrong:
        message = _("Nomor kolom tidak urut: {rows}.").format(
            rows=enumerated(f"{name} “{printed}”".strip() for name, printed, _figured in wrong)
        )
        at = [figured for _name, _printed, figured in wrong]
        yield fault(message, at, remedy=_("Nomori kembali kolomnya, dan periksa rumus yang merujuk nomor itu."))
    elif looked:
        yield SOUND


def _numbers(row: Row) -> list[int] | None:
    """The numbers of a row that only numbers the columns; `None` for every other row."""
    texts = [text for cell in row.cells if (text := " ".join(plain(cell.content).split()))]
    if len(texts) < _LEAST or len(texts[0]) > 4:
        return None
    found = [_NUMBER.fullmatch(text) for text in texts]
    numbers = [int(match["number"]) for match in found if match]
    if len(numbers) != len(texts) or numbers[0] != 1 or numbers[1] != 2 or numbers[-1] > len(row.cells) + 6:
        return None
    steps = [later - sooner for sooner, later in pairwise(numbers)]
    # A step of none repeats a number, a step of two leaves one out; more is another kind of row.
    return numbers if all(0 <= step <= 2 for step in steps) else None


RULE = Rule(
    "DOC006",
    "misnumbered-columns",
    Severity.NOTE,
    Citation("Kaidah penyusunan laporan", "penomoran kolom tabel", Certainty.OWN),
    check,
)

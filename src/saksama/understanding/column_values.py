"""What the cells of a column look like: words, numbers, percentages, amounts of money."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from saksama.kernel.figures import Figure
from saksama.understanding.cell_figures import cell_figure
from saksama.understanding.grid import Slot

_NUMBERING = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivxlc]{1,6}|\d+(?:\.\d+)+)[.)]?", re.IGNORECASE)
_CODE = re.compile(r"[\dX](?:[.\dX\s]*[\dX])?\.?")
_ABSENT = re.compile(r"\W*(?:belum|tidak|tdk|n/?a\b|nihil|kosong)", re.IGNORECASE)
"""Words that stand where a figure is missing."""
SMALLEST_AMOUNT = 10**5
"""A whole number from here on is an amount of rupiah rather than a target or a percentage."""


@dataclass(frozen=True, slots=True)
class ColumnValues:
    """Counts over the cells of a column, each cell of the page once."""

    filled: int
    figures: int
    words: int
    percents: int
    amounts: int
    numberings: int
    wordy: int  # figures with more than a unit behind them: "1 Persentase sub kategori …"
    zeros: int = 0

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in the column that tells what it holds."""
        return self.figures == 0 and self.words == 0

    @property
    def is_money(self) -> bool:
        """Whether most figures, but for zeros, are as large as amounts of rupiah."""
        return self.amounts * 2 > self.figures - self.zeros > 0

    @property
    def is_text(self) -> bool:
        """Whether words outweigh figures."""
        return self.words > self.figures

    @property
    def is_wordy(self) -> bool:
        """Whether words outweigh figures where a number before a text is taken for its numbering."""
        return self.words + self.wordy > self.figures - self.wordy


def column_values(slots: Sequence[Slot]) -> ColumnValues:
    """Count what stands in the cells."""
    filled = figures = words = percents = amounts = numberings = wordy = zeros = 0
    for slot in slots:
        if slot.is_repeat or not slot.text:
            continue
        filled += 1
        text = slot.text
        if len(text) < 24 and (_NUMBERING.fullmatch(text) or _CODE.fullmatch(text)):
            numberings += 1
        readings, _ = cell_figure(text)
        if not readings:
            words += any(map(str.isalpha, text)) and not _ABSENT.match(text)
            continue
        figures += 1
        percents += readings[0].unit.startswith("%")
        amounts += is_amount(readings[0]) and bool(readings[0].value)
        zeros += not readings[0].value
        wordy += " " in readings[0].unit.strip() and not readings[0].unit.startswith("dari ")
    return ColumnValues(filled, figures, words, percents, amounts, numberings, wordy, zeros)


def is_amount(figure: Figure) -> bool:
    """Whether a figure is as large as an amount of rupiah, or says that it is one."""
    return figure.unit == "Rp" or abs(figure.value) >= SMALLEST_AMOUNT

"""The colours of every writer, and how a series looks in colour and in grey print.

Text colours have a contrast of at least 4.5 to 1 on white and on `PANEL`; pale fills are told from dark ones by
lightness, and the two dark hues by hatching or the shape of their marks, because office printers are grey.
"""

from dataclasses import dataclass

from saksama.documents.pictures import SeriesRole

INK = "#1b1b1b"
MUTED = "#555b61"
PAPER = "#ffffff"
PANEL = "#f2f5f8"  # the ground of headers, tiles and boxes
RULE = "#d3d9df"  # grid lines and thin borders
STRONG_RULE = "#6f7780"  # the zero line, the rule below a table's header

ACCENT = "#1f4e79"
ACCENT_PALE = "#c8d8e8"
SECOND = "#a85400"
SECOND_PALE = "#f4dcc2"

GAP_INK = "#7a4a00"  # "belum diisi"
GAP_GROUND = "#fff2cc"
MARK_INK = "#7a1f1f"  # "Contoh, bukan laporan resmi"


@dataclass(frozen=True, slots=True)
class Look:
    """How a series is drawn: `fill` and `outline` of bars and marks, `dashed` lines, `hatched` bars, `square` marks."""

    fill: str
    outline: str
    dashed: bool = False
    hatched: bool = False
    square: bool = False

    @property
    def hollow(self) -> bool:
        return self.dashed


LOOKS = {
    SeriesRole.TARGET: Look(ACCENT_PALE, ACCENT, dashed=True),
    SeriesRole.ACTUAL: Look(ACCENT, ACCENT),
    SeriesRole.BUDGET: Look(SECOND_PALE, SECOND, dashed=True, square=True),
    SeriesRole.EXPENDITURE: Look(SECOND, SECOND, hatched=True, square=True),
}

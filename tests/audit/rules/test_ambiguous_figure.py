"""EXT003: a figure with two readings."""

from saksama.audit.rule import Severity
from tests.audit.builders import table
from tests.audit.whole_reports import assert_passes, found, whole

CODE = "EXT003"


def test_a_figure_that_nothing_decides_is_a_note() -> None:
    document = whole(table("Indikator Kinerja | Target 2020\nPersentase rambu | 82.050"))

    assert "82.050" in found(document, CODE, Severity.NOTE).message


def test_a_rupiah_column_decides() -> None:
    assert_passes(whole(table("Program | Pagu (Rp)\nProgram Halte | 82.050\nProgram Rambu | 1.082.050")), CODE)

"""EXT004: a table without a column that was recognised."""

from saksama.audit.rule import Severity
from tests.audit.builders import table
from tests.audit.whole_reports import assert_passes, found, whole

CODE = "EXT004"


def test_a_table_of_unknown_columns_is_a_note() -> None:
    rows = "Jalur | Pagi hari | Sore hari\n" + "\n".join(f"Jalur {name} | 12,5 | 13,75" for name in "ABCD")

    found(whole(table(rows, caption="Kecepatan")), CODE, Severity.NOTE)


def test_a_measurement_is_clean() -> None:
    rows = "Indikator Kinerja | Target 2020 | Realisasi 2020\n" + "\n".join(
        f"Rambu jalur {name} | 80 | 76" for name in "ABCD"
    )

    assert_passes(whole(table(rows)), CODE)

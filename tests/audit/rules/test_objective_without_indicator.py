"""DOC013: an objective with a target and no indicator."""

from saksama.audit.rule import Severity
from tests.audit.builders import table
from tests.audit.whole_reports import assert_passes, found, section, whole

CODE = "DOC013"
ROWS = """Sasaran Strategis | Indikator Kinerja | Target 2020
Meningkatnya keselamatan lalu lintas | Persentase rambu yang terpasang | 80%
Meningkatnya pelayanan angkutan umum | {indicator} | 90%"""


def test_an_objective_without_indicator_is_flagged() -> None:
    agreed = (section("Perjanjian Kinerja"), table(ROWS.format(indicator=""), caption="Perjanjian Kinerja Tahun 2020"))

    assert "angkutan umum" in found(whole(plan=agreed), CODE, Severity.WARNING).message


def test_an_objective_with_indicator_is_clean() -> None:
    agreed = (section("Perjanjian Kinerja"), table(ROWS.format(indicator="Nilai survei penumpang")))

    assert_passes(whole(plan=agreed), CODE)

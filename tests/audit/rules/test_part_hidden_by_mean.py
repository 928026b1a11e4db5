"""RAT011: a part that a high mean hides."""

from saksama.audit.rule import Severity
from saksama.documents.document import Table
from tests.audit.builders import table
from tests.audit.whole_reports import assert_passes, found, whole

CODE = "RAT011"


def _parts(*achieved: str, mean: str) -> Table:
    rows = [
        f"Layanan teknologi informasi | Bagian {letter} | {value}"
        for letter, value in zip("abcde", achieved, strict=True)
    ]
    return table("\n".join(("Indikator Kinerja | Formulasi | Capaian 2020 (%)", *rows, f"Rata-rata | | {mean}")))


def test_a_part_that_failed_is_flagged() -> None:
    # (117,65 × 4 + 5,34) ÷ 5 = 95,19.
    note = found(whole(_parts("117,65", "5,34", "117,65", "117,65", "117,65", mean="95,19")), CODE, Severity.WARNING)

    assert [spot.text for spot in note.spots] == ["5,34", "95,19"]


def test_parts_that_all_did_well_are_clean() -> None:
    assert_passes(whole(_parts("100", "92", "95", "98", "90", mean="95")), CODE)

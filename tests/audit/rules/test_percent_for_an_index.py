"""DOC022: percent as the unit of an index."""

from saksama.audit.rule import Severity
from saksama.documents.document import Table
from tests.audit.builders import table
from tests.audit.whole_reports import assert_passes, found, whole

CODE = "DOC022"


def _measured(name: str, unit: str, target: str, actual: str) -> Table:
    return table(f"Indikator Kinerja | Satuan | Target | Realisasi\n{name} | {unit} | {target} | {actual}")


def test_an_index_in_percent_is_flagged() -> None:
    note = found(whole(_measured("Indeks Kebebasan Berpendapat", "%", "3,71", "3,64")), CODE, Severity.WARNING)

    assert [spot.text for spot in note.spots] == ["3,71", "3,64"]


def test_an_index_without_a_unit_of_percent_is_clean() -> None:
    assert_passes(whole(_measured("Indeks Kebebasan Berpendapat", "Indeks", "3,71", "3,64")), CODE)


def test_an_index_that_may_be_a_percentage_is_not_looked_at() -> None:
    small = _measured("Indeks Kebebasan Berpendapat", "Indeks", "3,71", "3,64")
    large = _measured("Indeks Kepuasan Masyarakat", "%", "82,50", "84,10")

    assert_passes(whole(small, large), CODE)

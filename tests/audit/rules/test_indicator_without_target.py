"""DOC014: an indicator without a target."""

from saksama.audit.rule import Severity
from tests.audit.builders import table
from tests.audit.whole_reports import assert_passes, findings, found, whole

CODE = "DOC014"
HEADER = "Indikator Kinerja | Target 2020 | Realisasi 2020"


def _rows(target: str = "90", actual: str = "88") -> str:
    lines = (
        HEADER,
        "Halte dalam kondisi baik | 80 | 76",
        "Rambu yang terpasang | 70 | 71",
        f"Terminal yang ramah | {target} | {actual}",
    )
    return "\n".join(lines)


def test_an_empty_cell_is_flagged() -> None:
    document = whole(table(_rows(target="")))

    assert "Terminal yang ramah" in found(document, CODE, Severity.WARNING).message


def test_a_dash_is_a_note() -> None:
    found(whole(table(_rows(target="-"))), CODE, Severity.NOTE)


def test_filled_cells_are_clean() -> None:
    assert_passes(whole(table(_rows())), CODE)


def test_a_form_that_nobody_filled_in_is_not_judged() -> None:
    lines = (HEADER, *(f"{name} yang baik | 80 |" for name in ("Halte", "Rambu", "Terminal")))
    empty = "\n".join(lines) if CODE == "DOC015" else "\n".join(line.replace("80", "") for line in lines)

    assert findings(whole(table(empty)), CODE) == ()

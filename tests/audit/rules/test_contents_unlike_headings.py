"""DOC004: a list of contents that lists something else."""

from saksama.audit.rule import Severity
from tests.audit.builders import sentence
from tests.audit.whole_reports import assert_passes, contents, findings, found, section, whole

CODE = "DOC004"
CHAPTERS = (
    "BAB I | PENDAHULUAN",
    "BAB II | PERENCANAAN KINERJA",
    "BAB III | AKUNTABILITAS KINERJA",
    "A. | Capaian Kinerja",
    "BAB IV | PENUTUP",
)
INSIDE = (section("Capaian Kinerja"), sentence("Isi."), section("Realisasi Anggaran", "B."), sentence("Isi."))


def test_a_heading_that_is_not_listed_is_named() -> None:
    note = found(whole(*INSIDE, front=(contents(*CHAPTERS),)), CODE, Severity.NOTE)

    assert "B. Realisasi Anggaran" in note.message


def test_an_entry_without_heading_is_named() -> None:
    lines = (*CHAPTERS[:4], "B. | Realisasi Anggaran", "C. | Kinerja Lainnya", CHAPTERS[4])

    assert "C. Kinerja Lainnya" in found(whole(*INSIDE, front=(contents(*lines),)), CODE, Severity.NOTE).message


def test_the_same_headings_are_clean() -> None:
    lines = (*CHAPTERS[:4], "B. | Realisasi Anggaran", CHAPTERS[4])

    assert_passes(whole(*INSIDE, front=(contents(*lines),)), CODE)


def test_contents_of_chapters_alone_owe_no_sections() -> None:
    chapters = tuple(line for line in CHAPTERS if line.startswith("BAB"))

    assert_passes(whole(*INSIDE, front=(contents(*chapters),)), CODE)


def test_contents_that_were_not_read_are_not_judged() -> None:
    assert findings(whole(*INSIDE, front=(contents("BAB IX | LAIN", "A. | Sama sekali lain"),)), CODE) == ()

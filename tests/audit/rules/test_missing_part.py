"""DOC003: the parts around the chapters."""

from saksama.audit.rule import Severity
from saksama.documents.document import Heading, Paragraph, Text
from tests.audit.whole_reports import assert_passes, found, whole

CODE = "DOC003"
SUMMARY = Heading(1, "IKHTISAR EKSEKUTIF", "ikhtisar")
REVIEWED = Heading(1, "PERNYATAAN TELAH DIREVIU", "reviu")
ATTACHED = Heading(1, "PERJANJIAN KINERJA", "lampiran1", number="LAMPIRAN 1")


def test_what_is_missing_is_one_note() -> None:
    note = found(whole(front=(SUMMARY,)), CODE, Severity.NOTE)

    assert "pernyataan telah direviu" in note.message
    assert "ikhtisar" not in note.message


def test_a_complete_report_is_clean() -> None:
    assert_passes(whole(front=(SUMMARY, REVIEWED), closing=(ATTACHED,)), CODE)


def test_a_title_on_a_plain_line_counts() -> None:
    lines = (Paragraph((Text("Ringkasan Eksekutif"),)), REVIEWED)

    assert_passes(whole(front=lines, closing=(ATTACHED,)), CODE)


def test_what_is_missing_is_shown_where_the_report_begins() -> None:
    assert found(whole(front=(SUMMARY,)), CODE, Severity.NOTE).spots[0].text == "IKHTISAR EKSEKUTIF"

"""DOC007: another agency's field."""

from saksama.audit.rule import Severity
from tests.audit.builders import sentence
from tests.audit.whole_reports import assert_passes, found, whole

CODE = "DOC007"
TEXT = "Menilai kinerja dinas dalam melaksanakan tugas dan fungsinya di bidang {field}."


def test_a_field_that_is_not_the_agencys_is_flagged() -> None:
    document = whole(sentence(TEXT.format(field="kepegawaian")))

    assert "kepegawaian" in found(document, CODE, Severity.WARNING).message


def test_the_agencys_own_field_is_clean() -> None:
    assert_passes(whole(sentence(TEXT.format(field="perhubungan"))), CODE)


def test_a_secretariat_may_have_personnel() -> None:
    text = "Sekretariat mempunyai tugas dan fungsi di bidang kepegawaian."

    assert_passes(whole(sentence(text)), CODE)

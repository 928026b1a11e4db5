"""DOC019: what a template leaves behind."""

import pytest

from saksama.audit.rule import Severity
from tests.audit.builders import sentence
from tests.audit.whole_reports import assert_passes, found, whole

CODE = "DOC019"


@pytest.mark.parametrize("left", ["${nama_kepala}", "xxx", "Lorem ipsum", "#REF!", "[isi nama dinas]"])
def test_what_a_template_leaves_is_flagged(left: str) -> None:
    document = whole(sentence(f"Ditetapkan oleh {left} pada hari ini."))

    assert left.lower() in found(document, CODE, Severity.WARNING).message.lower()


def test_a_part_marked_as_not_filled_in_is_a_note() -> None:
    found(whole(sentence("belum diisi")), CODE, Severity.NOTE)


def test_a_roman_thirty_is_no_placeholder() -> None:
    assert_passes(
        whole(sentence("Pasal XXX ayat (2) mengatur hal itu; ukuran XXL tersedia.".replace("XXX", "XXIX"))), CODE
    )


def test_plain_text_is_clean() -> None:
    assert_passes(whole(sentence("Realisasi dan seterusnya … diuraikan di bawah.")), CODE)

"""TXT005: a note on a shifted appropriation that is not the difference of the two."""

from saksama.documents.document import Table
from tests.audit.builders import assert_clean, assert_flags, table

CODE = "TXT005"


def _budget(note: str) -> Table:
    return table(
        "No | Kegiatan | Pagu Semula (Rp) | Pagu Setelah Perubahan (Rp) | Kendala\n"
        f"1 | Layanan media | 204.817.920 | 94.908.960 | {note}\n"
        "2 | Layanan publik | 663.932.057 | 716.295.225 | Disesuaikan dengan kebutuhan",
        caption="Realisasi Anggaran Tahun 2020",
    )


def test_another_amount_is_flagged() -> None:
    found = assert_flags(_budget("Refocusing Rp. 143.208.912"), code=CODE, at="Rp. 143.208.912")

    assert found.expected_text == "109.908.960"


def test_the_difference_is_clean() -> None:
    assert_clean(_budget("Refocusing Rp. 109.908.960"), code=CODE)


def test_two_amounts_that_make_the_difference_are_clean() -> None:
    assert_clean(_budget("Refocusing Rp. 100.000.000; pergeseran Rp. 9.908.960"), code=CODE)

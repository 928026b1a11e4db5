"""DOC012: figures that make no number."""

from saksama.audit.rule import Severity
from tests.audit.builders import sentence, table
from tests.audit.whole_reports import assert_passes, found, whole

CODE = "DOC012"
ROWS = """No | Program | Pagu (Rp) | Realisasi (Rp) | Serapan (%)
1 | Program Halte | {one} | 200.000.000 | {two}
2 | Program Rambu | 1.500.000 | 1.500.000 | 100"""


def test_a_group_of_four_digits_is_flagged() -> None:
    for amount in ("9.871.1466.000", "2.8766.522.000", "12.345.67.890.000"):
        document = whole(table(ROWS.format(one=amount, two="88"), caption="Realisasi Anggaran"))

        assert amount in found(document, CODE, Severity.WARNING).message


def test_a_doubled_percent_sign_is_a_note() -> None:
    document = whole(table(ROWS.format(one="222.850.000", two="89,75% %"), caption="Realisasi Anggaran"))

    assert "89,75% %" in found(document, CODE, Severity.NOTE).message


def test_well_formed_amounts_are_clean() -> None:
    assert_passes(whole(table(ROWS.format(one="222.850.000,00", two="89,75%"), caption="Realisasi Anggaran")), CODE)


def test_the_sum_tells_which_number_was_meant() -> None:
    rows = """No | Program/Kegiatan | Pagu (Rp)
I | Program Taman | 499.165.000,00
1 | Penataan taman | {malformed}
2 | Pemeliharaan taman | 365.340.000,00"""

    message = found(whole(table(rows.format(malformed="133.825.00,00"))), CODE, Severity.WARNING).message

    assert message.endswith("Jumlahnya cocok dengan 133.825.000.")
    other = found(whole(table(rows.format(malformed="144.936.00,00"))), CODE, Severity.WARNING).message
    assert "cocok" not in other


def test_an_amount_in_a_sentence_is_looked_at_too() -> None:
    document = whole(sentence("Jumlah anggaran wajib tahun 2020 sebesar Rp10.924024.550."))

    assert "10.924024.550" in found(document, CODE, Severity.WARNING).message

"""SUM001: a total that is not the sum of its parts."""

from saksama.audit.rule import Severity
from tests.audit.builders import assert_clean, assert_flags, audited, table

CODE = "SUM001"
CAPTION = "Realisasi Anggaran Tahun 2020"
RIGHT = """No | Uraian | Anggaran (Rp) | Realisasi (Rp)
I | Program Sekretariat | 222.850.000 | 200.600.000
1 | Penyediaan jasa surat | 139.000.000 | 126.200.000
2 | Penyediaan jasa komunikasi | 83.850.000 | 74.400.000
II | Program Ideologi | 455.000.000 | 411.602.500
3 | Forum kerukunan | 360.000.000 | 320.126.500
4 | Forum pembauran | 95.000.000 | 91.476.000
JUMLAH | | 677.850.000 | 612.202.500"""


def test_right_sums_are_clean() -> None:
    assert_clean(table(RIGHT, caption=CAPTION), code=CODE)


def test_a_wrong_grand_total_is_flagged_with_its_sum() -> None:
    found = assert_flags(
        table(RIGHT.replace("677.850.000", "877.850.000"), caption=CAPTION), code=CODE, at="877.850.000"
    )

    assert found.arithmetic == "222.850.000 + 455.000.000 = 677.850.000"
    assert found.severity is Severity.ERROR


def test_a_total_ten_times_too_large_is_flagged() -> None:
    wrong = table(RIGHT.replace("677.850.000", "6.778.500.000"), caption=CAPTION)

    assert_flags(wrong, code=CODE, at="6.778.500.000")


def test_one_rupiah_is_flagged() -> None:
    assert_flags(table(RIGHT.replace("677.850.000", "677.850.001"), caption=CAPTION), code=CODE, at="677.850.001")


def test_a_grand_total_that_is_right_for_the_lines_is_no_second_finding() -> None:
    (found,) = audited(table(RIGHT.replace("455.000.000", "445.000.000"), caption=CAPTION)).findings

    assert (found.rule, found.stated and found.stated.text, found.expected_text) == (CODE, "445.000.000", "455.000.000")
    assert found.consequences == ()


def test_a_wrong_line_is_found_by_its_programme() -> None:
    found = assert_flags(table(RIGHT.replace("95.000.000", "59.000.000"), caption=CAPTION), code=CODE, at="455.000.000")

    assert "59.000.000" in {spot.text for spot in found.spots}


def test_a_total_without_one_of_its_rows_names_the_row() -> None:
    wrong = RIGHT.replace("677.850.000 | 612.202.500", "455.000.000 | 612.202.500")

    found = assert_flags(table(wrong, caption=CAPTION), code=CODE, at="455.000.000")

    assert "Program" in found.message


def test_amounts_with_cents_are_added_with_their_cents() -> None:
    rows = """No | Uraian | Anggaran (Rp)
1 | Forum kerukunan | 106.206.036.226,71
2 | Forum pembauran | 95.000.000,00
JUMLAH | | 106.301.036.226"""

    audit = audited(table(rows, caption=CAPTION))

    assert [finding.severity for finding in audit.findings] == [Severity.NOTE]


LETTERED = """No | Uraian | Anggaran (Rp)
1 | Pelatihan teknis | 60.000.000
a | Koordinasi | 10.000.000
b | Penyusunan bahan | 20.000.000
c | Bimbingan | 30.000.000
2 | Forum warga | 40.000.000
a | Rapat warga | 15.000.000
b | Sarana warga | 25.000.000
JUMLAH | | 100.000.000"""


def test_a_number_left_out_with_its_amount_is_a_warning() -> None:
    gone = LETTERED.replace("b | Penyusunan bahan | 20.000.000\n", "")

    found = assert_flags(table(gone, caption=CAPTION), code=CODE, at="60.000.000")

    assert found.severity is Severity.WARNING
    assert "Nomor b tidak ada di antaranya. Perlu dicek." in found.message


def test_a_number_left_out_of_a_sum_that_holds_is_clean() -> None:
    gone = LETTERED.replace("b | Penyusunan bahan | 20.000.000\n", "").replace("60.000.000", "40.000.000")

    assert_clean(table(gone.replace("100.000.000", "80.000.000"), caption=CAPTION), code=CODE)


def test_a_number_left_out_says_nothing_where_other_sums_fail() -> None:
    gone = LETTERED.replace("b | Penyusunan bahan | 20.000.000\n", "").replace("25.000.000", "52.000.000")

    findings = audited(table(gone, caption=CAPTION)).findings

    assert not [one for one in findings if one.stated and one.stated.text == "60.000.000"]


OPEN = """Program | Anggaran (Rp)
Program Pengelolaan Aset | {whole}
Penataan aset | 346.418.000
Inventarisasi aset | 611.792.000
Penghapusan aset | 600.054.000
Pemanfaatan aset | 102.271.900"""


def test_a_programme_without_exactly_one_of_its_activities_is_a_warning() -> None:
    """346.418.000 + 600.054.000 + 102.271.900 = 1.048.743.900"""
    found = assert_flags(table(OPEN.format(whole="1.048.743.900"), caption=CAPTION), code=CODE, at="1.048.743.900")

    assert found.severity is Severity.WARNING
    assert "Inventarisasi aset" in found.message


def test_an_open_list_with_another_sum_says_nothing() -> None:
    for whole in ("1.048.743.901", "1.660.535.900", "2.000.000.000"):
        findings = audited(table(OPEN.format(whole=whole), caption=CAPTION)).findings
        assert not [finding for finding in findings if finding.rule == CODE]


def test_a_part_that_is_the_whole_of_the_others_says_nothing_of_an_open_list() -> None:
    rows = OPEN.format(whole="1.048.743.900").replace("611.792.000", "1.048.743.900")

    findings = audited(table(rows, caption=CAPTION)).findings

    assert not [finding for finding in findings if finding.rule == CODE]


def test_an_amount_beside_another_indicator_of_the_same_is_no_part() -> None:
    rows = OPEN.format(whole="1.048.743.900").replace("Inventarisasi aset", "Penataan aset")

    findings = audited(table(rows, caption=CAPTION)).findings

    assert not [finding for finding in findings if finding.rule == CODE]

"""Rows: what numbers, codes, words and totals say of their rank, and when a list claims to be whole."""

from saksama.understanding.numberings import ordinal
from saksama.understanding.reading import RowRole, SubjectKind, UnderstoodTable
from saksama.understanding.totals import is_total
from tests.understanding.grids import understood

TOP = "No | Uraian | Anggaran | Realisasi"


def outline(found: UnderstoodTable) -> list[str]:
    """Level, label and parent of each row, a star where its parts are all its parts."""
    return [
        f"{'  ' * each.level}{each.label}{'*' if each.is_closed else ''}"
        + ("" if each.parent is None else f" < {found.rows[each.parent].label}")
        for each in found.rows
    ]


def test_roman_and_arabic_numbers_make_programmes_and_activities() -> None:
    found = understood(
        f"""
        {TOP}
        I | Program Pelayanan | 30.000.000 | 30.000.000
        1 | Jasa surat | 10.000.000 | 10.000.000
        2 | Jasa listrik | 20.000.000 | 20.000.000
        II | Program Penguatan | 5.000.000 | 5.000.000
        3 | Forum | 5.000.000 | 5.000.000
         | JUMLAH | 35.000.000 | 35.000.000
        """
    )

    assert outline(found) == [
        "Program Pelayanan*",
        "  Jasa surat < Program Pelayanan",
        "  Jasa listrik < Program Pelayanan",
        "Program Penguatan*",
        "  Forum < Program Penguatan",
        "JUMLAH*",
    ]
    assert [each.kind for each in found.rows[:3]] == [
        SubjectKind.PROGRAMME,
        SubjectKind.ACTIVITY,
        SubjectKind.ACTIVITY,
    ]
    assert [each.role for each in found.rows] == [
        RowRole.GROUP,
        RowRole.DATA,
        RowRole.DATA,
        RowRole.GROUP,
        RowRole.DATA,
        RowRole.TOTAL,
    ]


def test_a_gap_in_the_numbers_leaves_a_list_open() -> None:
    found = understood(
        f"""
        {TOP}
        I | Program Pelayanan | 30.000.000 | 30.000.000
        1 | Jasa surat | 10.000.000 | 10.000.000
        3 | Jasa listrik | 20.000.000 | 20.000.000
        II | Program Penguatan | 5.000.000 | 5.000.000
        """
    )

    assert not found.rows[0].is_closed


def test_the_letter_c_after_a_is_a_letter() -> None:
    found = understood(
        f"""
        {TOP}
        1 | Pelatihan teknis | 30.000.000 | 30.000.000
        a | Koordinasi | 10.000.000 | 10.000.000
        c | Bimbingan | 15.000.000 | 15.000.000
        2 | Forum warga | 5.000.000 | 5.000.000
        """
    )

    assert [each.level for each in found.rows] == [0, 1, 1, 0]


def test_codes_rank_by_their_segments() -> None:
    found = understood(
        """
        Kode | Program/Kegiatan/Sub Kegiatan | Anggaran | Realisasi
        8.01.06 | Peningkatan Kewaspadaan | 30.000.000 | 30.000.000
        8.01.06.2.01 | Perumusan Kebijakan | 30.000.000 | 30.000.000
        8.01.06.2.01.0001 | Penyusunan Bahan | 10.000.000 | 10.000.000
        8.01.06.2.01.0004 | Pelaksanaan Forum | 20.000.000 | 20.000.000
        """
    )

    assert [(each.level, each.kind) for each in found.rows] == [
        (0, SubjectKind.PROGRAMME),
        (1, SubjectKind.ACTIVITY),
        (2, SubjectKind.SUB_ACTIVITY),
        (2, SubjectKind.SUB_ACTIVITY),
    ]


def test_mixed_numerals_go_below_their_programme() -> None:
    found = understood(
        """
        No | Program/Kegiatan/Sub Kegiatan | Anggaran | Realisasi
        I | PROGRAM PERLINDUNGAN | 30.000.000 | 30.000.000
        I.1 | Layanan Rujukan | 30.000.000 | 30.000.000
        1 | Layanan Pengaduan | 10.000.000 | 10.000.000
        2 | Koordinasi | 20.000.000 | 20.000.000
        II | PROGRAM KELUARGA | 5.000.000 | 5.000.000
        II.1 | Mutu Keluarga | 5.000.000 | 5.000.000
        3 | Pengembangan | 5.000.000 | 5.000.000
        """
    )

    assert [each.level for each in found.rows] == [0, 1, 2, 2, 0, 1, 2]
    assert [each.is_closed for each in found.rows[:2]] == [True, True]


def test_the_letter_i_after_h_is_a_letter() -> None:
    lines = "\n".join(f"{letter} | Kegiatan {letter} | 10.000.000 | 10.000.000" for letter in "ABCDEFGHIJ")

    assert {each.level for each in understood(f"{TOP}\n{lines}").rows} == {0}


def test_a_code_broken_before_its_point_is_one_code() -> None:
    assert ordinal("2.12.01.2.01 .0001") == ordinal("2.12.01.2.01.0001")


def test_words_rank_rows_without_numbers() -> None:
    found = understood(
        """
        Uraian | Anggaran | Realisasi
        BELANJA DAERAH | 35.000.000 | 35.000.000
        Program Pelayanan | 30.000.000 | 30.000.000
        Jasa surat | 10.000.000 | 10.000.000
        Jasa listrik | 20.000.000 | 20.000.000
        Program Penguatan | 5.000.000 | 5.000.000
        Forum | 5.000.000 | 5.000.000
         | 35.000.000 | 35.000.000
        """
    )

    assert [each.level for each in found.rows] == [0, 1, 2, 2, 1, 2, 0]
    assert found.rows[-1].role is RowRole.TOTAL
    assert found.rows[1].is_closed


def test_unnumbered_lists_that_do_not_add_up_claim_nothing() -> None:
    found = understood(
        """
        Uraian | Anggaran | Realisasi
        Program Pelayanan | 10.000.000 | 10.000.000
        Administrasi | 10.000.000 | 10.000.000
        Jasa surat | 10.000.000 | 10.000.000
        Program Penguatan | 5.000.000 | 5.000.000
        Forum | 5.000.000 | 5.000.000
        Rapat | 5.000.000 | 5.000.000
        JUMLAH | 15.000.000 | 15.000.000
        """
    )

    assert [each.is_closed for each in found.rows] == [False] * 6 + [True]


def test_totals_of_parts_belong_to_their_part() -> None:
    found = understood(
        f"""
        {TOP}
        I | Program Pelayanan | |
        1 | Jasa surat | 10.000.000 | 10.000.000
        2 | Jasa listrik | 20.000.000 | 20.000.000
         | Jumlah Program I | 30.000.000 | 30.000.000
        II | Program Penguatan | |
        3 | Forum | 5.000.000 | 5.000.000
         | Jumlah Program II | 5.000.000 | 5.000.000
         | JUMLAH | 35.000.000 | 35.000.000
        """
    )

    totals = [each.parent for each in found.rows if each.role is RowRole.TOTAL]
    assert totals == [0, 4, None]


def test_a_label_that_only_begins_like_a_total_is_none() -> None:
    assert is_total("JUMLAH")
    assert is_total("Total Belanja")
    assert is_total("Rata-rata capaian")
    assert not is_total("Jumlah rute pelayanan mudik")
    assert not is_total("Jumlah kegiatan kerja sama", "15")
    assert not is_total("Rata-rata lama sekolah", names_indicators=True)
    assert not is_total("Rata-rata waktu tanggap darurat")
    assert is_total("Rata – Rata")
    assert is_total("Rata-rata, tiap capaian dibatasi 100%")


def test_indicators_beside_their_objective_are_siblings() -> None:
    found = understood(
        """
        No | Sasaran | Indikator | Target
        1 | Meningkatnya A | Persentase B | 40
        | | Persentase C | 50
        2 | Meningkatnya D | Persentase E | 60
        """
    )

    assert {(each.level, each.parent) for each in found.rows} == {(0, None)}


def test_averages_are_no_totals() -> None:
    found = understood("Indikator | Target | Realisasi | Capaian\nA | 80 | 80 | 100%\nRata-rata Capaian | | | 100%")

    assert found.rows[1].role is RowRole.AVERAGE


def test_a_row_printed_twice_leaves_its_list_closed() -> None:
    found = understood(
        f"""
        {TOP}
        1 | Penyediaan Jasa | 30.000.000 | 30.000.000
        a | Jasa surat | 10.000.000 | 10.000.000
        b | Jasa air | 5.000.000 | 5.000.000
        c | Jasa listrik | 15.000.000 | 15.000.000
        c | Jasa listrik | 15.000.000 | 15.000.000
         | JUMLAH | 30.000.000 | 30.000.000
        """
    )

    assert outline(found) == [
        "Penyediaan Jasa*",
        "  Jasa surat < Penyediaan Jasa",
        "  Jasa air < Penyediaan Jasa",
        "  Jasa listrik < Penyediaan Jasa",
        "  Jasa listrik < Penyediaan Jasa",
        "JUMLAH*",
    ]

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saksama.understanding.names import Names, abbreviation, canonical, likeness, match
from saksama.understanding.reading import SubjectKind

CLEAN_WATER = "persentase rumah tangga berair bersih"


@pytest.mark.parametrize(
    "spelling",
    [
        "Persentase rumah tangga berair bersih",
        "1.Prosentase rumah tangga berair bersih.",
        "a) Presentase Rumah-Tangga berair bersih",
        "IKU 1: Persentase rumah tangga berair bersih (%)",
        "Indikator 2 : PERSENTASE RUMAH TANGGA BERAIR BERSIH;",
        "- 3.10.5 Persentase rumah tangga berair bersih",
    ],
)
def test_spellings_of_one_name_share_its_canonical_form(spelling: str) -> None:
    assert canonical(spelling) == CLEAN_WATER


def test_an_ampersand_an_abbreviation_and_joined_words_are_spelled_out() -> None:
    assert canonical("Kerjasama & survey yg terpadu") == "kerja sama dan survei yang terpadu"
    assert canonical("Indeks Layanan Pesisir (ILP)") == "indeks layanan pesisir"
    assert abbreviation("Indeks Layanan Pesisir (ILP)") == "ilp"


def test_numbers_that_are_part_of_a_name_stay() -> None:
    assert canonical("1.000 Hari Pertama") == "1.000 hari pertama"
    assert canonical("Rasio bidan (per 100.000 penduduk)") == "rasio bidan per 100.000 penduduk"


def test_the_word_program_is_dropped_only_where_the_kind_is_known() -> None:
    assert canonical("Program Sehat Pesisir") == "program sehat pesisir"
    assert canonical("Program Sehat Pesisir", SubjectKind.PROGRAMME) == "sehat pesisir"


@pytest.mark.parametrize(
    "text",
    [
        "Persentase rumah tangga berair berish",
        "Persentase rumahtangga berair bersih",
        "Persentase tangga rumah berair bersih",
    ],
)
def test_slips_and_turned_words_are_near(text: str) -> None:
    found = match(text, [CLEAN_WATER, "jumlah puskesmas apung"])

    assert found is not None
    assert (found.name, found.is_near) == (CLEAN_WATER, True)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("meningkatnya mutu layanan pesisir", "menurunnya mutu layanan pesisir"),
        ("jumlah desa yang tidak terlayani air bersih", "jumlah desa yang terlayani air bersih"),
        ("rasio bidan per 1000 penduduk desa", "rasio bidan per 10000 penduduk desa"),
        ("persentase pegawai laki laki", "persentase pegawai perempuan"),
        ("persentase penyelesaian kejadian konflik sosial", "persentase penyelesaian kejadian bencana alam"),
    ],
)
def test_direction_negation_number_and_content_keep_names_apart(one: str, other: str) -> None:
    assert match(one, [other]) is None


def test_a_name_as_near_to_two_candidates_is_neither() -> None:
    candidates = ["pembinaan kader posyandu desa pesisir", "pembinaan kader posbindu desa pesisir"]

    assert match("pembinaan kader posyindu desa pesisir", candidates) is None


def test_the_index_finds_a_slip_among_ten_thousand_names() -> None:
    names = Names(f"penyediaan layanan nomor {number} bagi warga pesisir" for number in range(10_000))

    found = match("penyedian layanan nomor 4711 bagi warga pesisir", names)

    assert found is not None
    assert found.name == "penyediaan layanan nomor 4711 bagi warga pesisir"


@given(st.text(max_size=80))
def test_canonical_is_stable_and_never_fails(text: str) -> None:
    once = canonical(text)

    assert canonical(canonical(once)) == canonical(once)


@given(st.text(alphabet="abcd e", max_size=40), st.text(alphabet="abcd e", max_size=40))
def test_likeness_is_the_same_from_both_sides(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one)


def test_a_bare_number_before_a_measure_is_numbering() -> None:
    assert canonical("1 Indeks Kepuasan Masyarakat", SubjectKind.INDICATOR) == "indeks kepuasan masyarakat"
    assert canonical("2 Meningkatnya kualitas layanan", SubjectKind.OBJECTIVE) == "meningkatnya kualitas layanan"
    assert canonical("10 Program Pokok PKK", SubjectKind.ACTIVITY) == "10 program pokok pkk"


def test_names_that_differ_in_a_number_are_no_candidates_for_each_other() -> None:
    """A table of 100,000 numbered rows would compare each name with each otherwise."""
    names = Names(f"program pelayanan {number}" for number in range(1000))

    assert names.alike("program pelayanan 7") == ["program pelayanan 7"]


def test_a_word_written_apart_is_the_same_name() -> None:
    assert match("RTH per satuan wilayah perkotaan", ["rth persatuan wilayah perkotaan"]) is not None

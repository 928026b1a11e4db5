import pytest
from hypothesis import given
from hypothesis import strategies as st

from saksama.language.numerals import in_words
from saksama.understanding.number_words import in_digits
from saksama.understanding.splitting import split


def _parts(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Realisasi sebesar Rp. 1.234,- dari pagu Rp. 2.000,-.",
        "Sesuai No. 5 Tahun 2010 dan Tabel. 3.2, capaian 93, 28%.",
        "1. Persentase rumah tangga tercapai.",
        "Dra. Contoh, M.M. menandatangani perjanjian.",
        "Target s.d. Desember tercapai.",
        "Menurut Dr. A. Contoh hasilnya baik.",
    ],
)
def test_full_stops_inside_a_sentence_do_not_end_it(sentence: str) -> None:
    assert _parts(sentence) == [sentence]


def test_sentences_and_list_items_are_told_apart() -> None:
    text = "Capaian 90%. Serapan 80%.\n- Butir pertama\n- Butir kedua"

    assert _parts(text) == ["Capaian 90%.", "Serapan 80%.", "- Butir pertama", "- Butir kedua"]


@given(st.text(alphabet="Aa1. ,-\n!?Rp", max_size=60))
def test_nothing_but_white_space_is_lost(text: str) -> None:
    assert "".join("".join(_parts(text)).split()) == "".join(text.split())


@given(st.integers(min_value=0, max_value=10**12))
def test_a_number_written_in_words_is_read_back(number: int) -> None:
    assert in_digits(in_words(number)) == number


def test_words_that_write_no_number_are_none() -> None:
    assert in_digits("puluh") is None
    assert in_digits("empat kegiatan") is None

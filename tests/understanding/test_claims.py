import pytest

from saksama.documents.document import Heading
from saksama.kernel.provenance import Place
from saksama.understanding.reading import ReadScale
from tests.understanding.prose_builder import OBJECTIVE, WATER, claimed, read

_ROWS = tuple(
    (condition, word, Place())
    for condition, word in (("≥ 90", "Sangat berhasil"), ("≥ 60 dan < 90", "Cukup/cukup berhasil"), ("< 60", "Gagal"))
)
SCALE = ReadScale(_ROWS, None, Place())


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        (f"{WATER} mencapai target (capaian 138,19%).", ["tercapai"]),
        (f"{WATER} belum mencapai target (capaian 88,19%).", ["belum"]),
        (f"{WATER} terealisasi sebesar 91,5, melampaui target 91,36.", ["melampaui"]),
        (f"{WATER} telah berhasil tercapai sebesar 93,28%.", ["tercapai"]),
        (f"{WATER} tercapai sebesar 80% dari target 90%.", []),
        (f"{WATER}: realisasi naik 3 poin dari 57% menjadi 60%, yang berarti kinerja membaik.", ["naik", "membaik"]),
        (f"{WATER} mengalami penurunan sebesar 3%.", ["turun"]),
        (f"{WATER} harus meningkat agar target tercapai.", []),
        (f"{WATER}: realisasi berada 3,5 poin di bawah target.", ["di bawah target"]),
        (f"{WATER}: realisasi berada 14 kejadian di atas target.", ["di atas target"]),
        (f"{WATER}: realisasi berada di atas target.", ["di atas target"]),
        (f"{WATER}: capaian 138% dengan serapan 89% dinilai efisien.", ["efisien"]),
        (f"{WATER}: capaian 98% dengan serapan 89% dinilai belum efisien.", ["tidak efisien"]),
        (f"{WATER}: capaian 98%, sisanya bukan efisiensi.", ["tidak efisien"]),
        (f"{WATER}: penggunaan dana belum efisien.", ["tidak efisien"]),
        (f"{WATER}: capaian 95%, termasuk kategori “Sangat berhasil”.", ["Sangat berhasil"]),
        (f"{WATER} dengan capaian 75% dan dikatakan cukup.", ["Cukup/cukup berhasil"]),
        (f"{WATER} dengan capaian 75% tidak termasuk kategori gagal.", []),
        ("Target-target yang belum tercapai perlu diantisipasi.", []),
    ],
)
def test_a_sentence_claims_what_its_words_say(sentence: str, words: list[str]) -> None:
    assert claimed(read(sentence, scale=SCALE)) == words


def test_what_is_said_of_all_indicators_is_said_of_the_objective_above() -> None:
    heading = Heading(4, f"Sasaran 1: {OBJECTIVE}", "s1")

    prose = read(heading, "Pada tahun 2021, seluruh indikator mencapai atau melampaui target.")

    (claim,) = prose.sentences[0].claims
    assert (claim.word, claim.is_all, claim.subject) == ("tercapai", True, "meningkatnya kesehatan masyarakat pesisir")


def test_the_end_target_is_claimed_for_the_last_year_of_the_plan() -> None:
    prose = read(f"{WATER}: tingkat kemajuan 124% dari target akhir 75%, sehingga target akhir periode telah tercapai.")

    (claim,) = prose.sentences[0].claims
    assert (claim.word, claim.period) == ("tercapai", "2023")


def test_a_class_is_a_rating_and_a_direction_is_none() -> None:
    prose = read(f"{WATER}: realisasi naik 3 poin dari 57% menjadi 60%, termasuk kategori cukup.", scale=SCALE)

    assert [(claim.word, claim.is_rating) for claim in prose.sentences[0].claims] == [
        ("naik", False),
        ("Cukup/cukup berhasil", True),
    ]

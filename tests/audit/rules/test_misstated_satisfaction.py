"""AVG003: a satisfaction index that its elements, or the stated weight, do not give."""

from saksama.audit.rule import Severity
from saksama.documents.document import Document
from tests.audit.builders import sentence, table
from tests.audit.whole_reports import assert_passes, found, whole

CODE = "AVG003"
NAMES = ("Persyaratan", "Prosedur", "Waktu", "Biaya", "Produk", "Kompetensi", "Perilaku", "Sarana", "Pengaduan")
VALUES = ("3,50", "3,51", "3,48", "3,97", "3,51", "3,55", "3,54", "3,51", "3,76")  # 32,33


def _report(result: str, weight: str = "") -> Document:
    rows = "\n".join(
        f"{place} | {name} | {value}" for place, (name, value) in enumerate(zip(NAMES, VALUES, strict=True), 1)
    )
    elements = table(f"No | Unsur Pelayanan | Nilai\n{rows}\n10 | Unsur tertinggi | 3,97", caption="Penilaian Survei")
    said = f"Nilai setiap unsur dikalikan dengan penimbang yang sama, yaitu {weight}." if weight else "Nilai dihitung."
    return whole(sentence(said), elements, sentence(f"Nilai IKM setelah dikonversi = {result}"))


def test_a_weight_that_does_not_give_the_index_is_flagged() -> None:
    # 32,33 × 0,11 × 25 = 88,91; 32,33 ÷ 9 × 25 = 89,81, and the rounding of the elements leaves 89,68 to 89,93.
    note = found(_report("89,79", "0,11"), CODE, Severity.WARNING)

    assert note.spots[0].text == "89,79"
    assert "88,91" in note.message
    assert "89,81" in note.message


def test_an_index_that_its_elements_do_not_give_is_flagged() -> None:
    assert "89,81" in found(_report("90,45"), CODE, Severity.WARNING).message


def test_an_index_within_the_rounding_of_its_elements_is_clean() -> None:
    assert_passes(_report("89,79"), CODE)


def test_an_index_by_the_stated_weight_is_clean() -> None:
    assert_passes(_report("88,91", "0,11"), CODE)

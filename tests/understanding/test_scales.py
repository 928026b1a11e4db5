from fractions import Fraction

from saksama.documents.document import Cell, Column, Document, Heading, Part, PartKind, Row, Table, Text
from saksama.understanding.scales import earned, read_scale, read_scales


def _table(*rows: tuple[str, ...], caption: str = "", head: tuple[str, ...] = ()) -> Table:
    made = tuple(Row(tuple(Cell((Text(text),)) for text in row)) for row in rows)
    header = (Row(tuple(Cell((Text(text),)) for text in head)),) if head else ()
    return Table(tuple(Column(1) for _ in rows[0]), header, made, caption=caption)


def _document(*tables: Table) -> Document:
    return Document("", "", None, (Part(PartKind.BODY, (Heading(1, "Perencanaan Kinerja", "p"), *tables)),))


OWN = _table(
    ("110 Keatas", "Sangat berhasil"), ("90<x<110", "Berhasil"), ("60<x<90", "Cukup"), ("X<60", "Tidak berhasil")
)
REGULATION = _table(
    ("1", "91 ≤ 100", "Sangat Tinggi"),
    ("2", "76 ≤ 90", "Tinggi"),
    ("3", "66 ≤ 75", "Sedang"),
    ("4", "51 ≤ 65", "Rendah"),
    ("5", "≤ 50", "Sangat Rendah"),
    head=("No", "Interval", "Kriteria Penilaian Realisasi Kinerja"),
)
QUALITY = _table(
    ("A", "88,31 – 100", "Sangat Baik"), ("B", "76,61 – 88,30", "Baik"), ("C", "65 – 76,60", "Kurang Baik"),
    caption="Mutu pelayanan menurut nilai IKM",
)  # fmt: skip
WHOLE = _table(("Baik", "≥ 90"), ("Cukup", "≥ 60 dan < 90"), ("Kurang", "< 60"))


def test_the_rows_are_kept_as_printed_and_a_gapped_table_makes_no_scale() -> None:
    scale = read_scale(_document(OWN))

    assert scale is not None
    assert [row[:2] for row in scale.rows][1] == ("90<x<110", "Berhasil")
    assert scale.scale is None
    assert not scale.is_regulation


def test_a_value_on_a_bound_that_no_class_has_earns_no_word() -> None:
    scale = read_scale(_document(OWN))

    assert scale is not None
    assert earned(scale, Fraction(95)) == ("Berhasil",)
    assert earned(scale, Fraction(90)) == ()


def test_the_regulations_own_table_is_recognised() -> None:
    scale = read_scale(_document(REGULATION))

    assert scale is not None
    assert scale.is_regulation


def test_a_table_without_fault_makes_a_scale_with_words_on_either_side() -> None:
    scale = read_scale(_document(WHOLE))

    assert scale is not None
    assert scale.scale is not None
    assert scale.scale.band(Fraction(90)).word == "Baik"
    assert scale.scale.band(Fraction(59)).word == "Kurang"


def test_the_scale_of_achievements_is_preferred_to_that_of_a_value() -> None:
    document = _document(QUALITY, REGULATION)

    scale = read_scale(document)

    assert scale is not None
    assert scale.is_regulation
    assert len(read_scales(document)) == 2


def test_a_table_of_targets_is_no_scale() -> None:
    targets = _table(("Indeks A", "≥ 91"), ("Indeks B", "80"), ("Indeks C", "75"), ("Indeks D", "60"))

    assert read_scale(_document(targets)) is None


def test_a_scale_that_the_end_of_a_page_cuts_is_one() -> None:
    first = _table(("≥ 91", "Sangat Tinggi"), head=("Interval", "Kategori"), caption="Skala Nilai Capaian Kinerja")
    rest = _table(("≥ 76 dan < 91", "Tinggi"), ("≥ 66 dan < 76", "Sedang"), ("< 66", "Rendah"))

    scale = read_scale(_document(first, rest))

    assert scale is not None
    assert [word for _, word, _ in scale.rows] == ["Sangat Tinggi", "Tinggi", "Sedang", "Rendah"]


def test_a_header_that_the_next_page_repeats_does_not_part_a_scale() -> None:
    head = ("Interval", "Kategori")
    first = _table(("≥ 91", "Sangat Tinggi"), head=head, caption="Skala Nilai Capaian Kinerja")
    rest = (("≥ 76 dan < 91", "Tinggi"), ("≥ 66 dan < 76", "Sedang"), ("< 66", "Rendah"))

    for second in (_table(*rest, head=head), _table(head, *rest)):
        scale = read_scale(_document(first, second))

        assert scale is not None
        assert [word for _, word, _ in scale.rows] == ["Sangat Tinggi", "Tinggi", "Sedang", "Rendah"]

from collections.abc import Sequence

from saksama.documents.document import Document, Heading, Part, PartKind
from saksama.kernel.provenance import Place
from saksama.understanding.reading import (
    Chapter,
    RowRole,
    Subject,
    SubjectKind,
    TableColumn,
    TableRow,
    UnderstoodTable,
)
from saksama.understanding.subjects import leading_names, match_subjects
from tests.understanding.prose_builder import document

EMPTY = Document("", "", None, (Part(PartKind.BODY, ()),))


def _table(index: int, *names: str, kind: SubjectKind = SubjectKind.INDICATOR) -> UnderstoodTable:
    return UnderstoodTable(
        index=index,
        number="",
        caption="",
        chapter=Chapter.PLAN,
        columns=(TableColumn("indikator", kind=kind),),
        rows=tuple(TableRow(RowRole.DATA, name, kind=kind) for name in names),
        cells=tuple((None,) for _ in names),
        texts=tuple((name,) for name in names),
        repeats=frozenset(),
        place=Place(table=f"Tabel {index}"),
    )


def _names(subjects: Sequence[Subject]) -> list[str]:
    return [subject.name for subject in subjects]


def test_spellings_over_tables_become_one_subject_with_its_places() -> None:
    tables = (_table(0, "1. Prosentase keluarga sehat."), _table(1, "Persentase keluarga sehat (PKS)"))

    (found,) = match_subjects(EMPTY, tables)

    assert found.name == "persentase keluarga sehat"
    assert [(text, place.table, place.row) for text, place in found.spellings] == [
        ("1. Prosentase keluarga sehat.", "Tabel 0", 1),
        ("Persentase keluarga sehat (PKS)", "Tabel 1", 1),
    ]
    assert found.aliases == ("pks",)


def test_a_slip_goes_with_the_more_frequent_name_and_is_recorded() -> None:
    right, slip = "Persentase penanganan keluhan warga", "Persentase penaganan keluhan warga"

    (found,) = match_subjects(EMPTY, (_table(0, slip), _table(1, right), _table(2, right)))

    assert found.name == "persentase penanganan keluhan warga"
    assert [text for text, _ in found.near] == [slip]
    assert leading_names([found])[SubjectKind.INDICATOR, "persentase penaganan keluhan warga"] == found.name


def test_what_one_table_lists_twice_is_two_things() -> None:
    names = ("Pembinaan kader posyandu pesisir utara", "Pembinaan kader posbindu pesisir utara")

    assert len(match_subjects(EMPTY, (_table(0, *names),))) == 2


def test_a_numbered_list_in_one_cell_holds_several_names() -> None:
    found = match_subjects(EMPTY, (_table(0, "1. Sehat Pesisir 2. Air Bersih Desa", kind=SubjectKind.PROGRAMME),))

    assert _names(found) == ["sehat pesisir", "air bersih desa"]


def test_totals_and_numbers_are_no_subjects() -> None:
    assert match_subjects(EMPTY, (_table(0, "Rata-rata capaian", "12", "%"),)) == ()


def test_headings_and_labels_name_subjects_too() -> None:
    text = document(
        Heading(3, "Sasaran 1: Meningkatnya mutu layanan desa", "s"),
        "Indikator 1 : Persentase keluarga sehat",
        "Indikator 2 : Persentase desa siaga dengan target 80% tercapai sebesar 90%.",
    )

    found = match_subjects(text, ())

    assert [(subject.kind, subject.name) for subject in found] == [
        (SubjectKind.OBJECTIVE, "meningkatnya mutu layanan desa"),
        (SubjectKind.INDICATOR, "persentase keluarga sehat"),
    ]


def test_an_abbreviation_of_two_subjects_stands_for_neither() -> None:
    found = match_subjects(EMPTY, (_table(0, "Indeks Layanan Pesisir (ILP)", "Indeks Literasi Publik (ILP)"),))

    assert [subject.aliases for subject in found] == [(), ()]

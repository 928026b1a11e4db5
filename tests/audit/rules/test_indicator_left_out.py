"""DOC023: an indicator that one table of several leaves out."""

from saksama.audit.rule import Severity
from saksama.documents.document import Document, Table, blocks
from tests.audit.builders import table
from tests.audit.whole_reports import assert_passes, findings, found, whole

CODE = "DOC023"
ROADS, SIGNS, SURVEY = "Persentase jalan mantap", "Jumlah rambu terpasang", "Nilai survei penumpang"
EVERY = (ROADS, SIGNS, SURVEY)


def _report(*names: tuple[str, ...]) -> Document:
    tables = []
    for place, of_table in enumerate(names, 1):
        rows = "\n".join(f"{name} | 80 | 8{place}" for name in of_table)
        tables.append(table(f"Indikator Kinerja | Target 2020 | Realisasi 2020\n{rows}", number=f"Tabel 3.{place}"))
    return whole(*tables)


def test_an_indicator_that_one_table_leaves_out_is_named() -> None:
    note = found(_report(EVERY, (ROADS, SIGNS), EVERY, EVERY), CODE, Severity.WARNING)

    assert note.spots[0].text == SURVEY
    assert note.message.startswith("Tabel 3.2")


def test_tables_that_have_all_are_clean() -> None:
    assert_passes(_report(EVERY, EVERY, EVERY), CODE)


def test_tables_of_one_objective_each_are_not_compared() -> None:
    assert not findings(_report(EVERY, (ROADS, SIGNS), (SURVEY, ROADS), (ROADS, SIGNS)), CODE)


def test_an_indicator_that_nobody_else_measures_has_no_row_in_the_comparison() -> None:
    compared = "Indikator Kinerja | Realisasi 2020 | Pembanding | Nilai\n" + "\n".join(
        f"{name} | 84 | Nasional | 82" for name in (ROADS, SIGNS)
    )
    whole_tables = _report(EVERY, EVERY, EVERY)
    with_comparison = whole(
        *(block for block in blocks(whole_tables) if isinstance(block, Table) and block.number.startswith("Tabel 3")),
        table(compared, number="Tabel 3.4"),
    )

    assert_passes(with_comparison, CODE)

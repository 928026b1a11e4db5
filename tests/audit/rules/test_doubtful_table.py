"""EXT001: a table most of whose relations fail is doubted before it is blamed; the diagnosis does it."""

from saksama.audit.catalogue import page, rule_named
from tests.audit.builders import audited, table

CODE = "EXT001"


def test_the_rule_has_a_page_although_the_diagnosis_finds_it() -> None:
    rule = rule_named(CODE)

    assert rule
    assert "salah terbaca" in page(rule)


def test_a_right_table_is_not_doubted() -> None:
    header = "No | Program | Pagu (Rp) | Realisasi (Rp) | Serapan (%)"
    rows = f"{header}\n1 | Program Halte | 200.000.000 | 150.000.000 | 75,00"

    assert not audited(table(rows, caption="Realisasi Anggaran Tahun 2020")).findings


def test_one_wrong_figure_is_no_doubt() -> None:
    header = "No | Program | Pagu (Rp) | Realisasi (Rp) | Serapan (%)"
    rows = f"{header}\n1 | Program Halte | 200.000.000 | 150.000.000 | 57,00"

    assert {found.rule for found in audited(table(rows, caption="Realisasi Anggaran Tahun 2020")).findings} == {
        "ABS001"
    }

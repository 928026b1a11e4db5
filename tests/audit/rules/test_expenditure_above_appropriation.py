"""ABS004: more was spent than allotted."""

from saksama.audit.rule import Severity
from tests.audit.builders import assert_clean, assert_flags, audited, table

CODE = "ABS004"
CAPTION = "Realisasi Anggaran Tahun 2020"


def _budget(row: str) -> str:
    return f"No | Program | Pagu (Rp) | Realisasi (Rp)\n1 | {row}\n2 | Program Lain | 400.000.000 | 390.000.000"


def test_spending_above_the_appropriation_is_flagged() -> None:
    rows = _budget("Program Keuangan | 241.407.356 | 270.931.132")

    found = assert_flags(table(rows, caption=CAPTION), code=CODE, at="270.931.132")

    assert found.severity is Severity.ERROR
    assert "29.523.776" in found.message


def test_spending_it_all_is_clean() -> None:
    assert_clean(table(_budget("Program Keuangan | 241.407.356 | 241.407.356"), caption=CAPTION), code=CODE)


def test_one_rupiah_more_is_flagged() -> None:
    rows = _budget("Program Keuangan | 241.407.356 | 241.407.357")

    assert_flags(table(rows, caption=CAPTION), code=CODE, at="241.407.357")


def test_within_the_first_but_above_the_revised_budget_is_to_be_checked() -> None:
    rows = """No | Program | Pagu Murni (Rp) | Pagu Perubahan (Rp) | Realisasi (Rp)
1 | Program Keuangan | 260.675.137 | 241.407.356 | 250.931.132
2 | Program Lain | 400.000.000 | 410.000.000 | 390.000.000"""

    found = assert_flags(table(rows, caption=CAPTION), code=CODE, at="250.931.132")

    assert found.severity is Severity.WARNING


def test_revenue_may_exceed_its_target() -> None:
    rows = """No | Uraian | Anggaran (Rp) | Realisasi (Rp)
1 | Retribusi Jasa Usaha | 241.407.356 | 270.931.132
2 | Retribusi Jasa Umum | 400.000.000 | 390.000.000"""

    audit = audited(table(rows, caption="Realisasi Pendapatan Tahun 2020"))

    assert not [finding for finding in audit.findings if finding.rule == CODE]

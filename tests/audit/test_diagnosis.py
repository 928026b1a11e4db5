"""Failed checks become roots: one fault, reported once, with what follows from it."""

from saksama.audit.finding import Finding
from saksama.audit.inspection import inspect
from saksama.audit.rule import Severity
from saksama.documents.document import Table
from saksama.understanding.understand import understand
from tests.audit.builders import audited, everything, sentence, table
from tests.audit.whole_reports import whole

CAPTION = "Realisasi Anggaran Tahun 2020"
BUDGET = """No | Uraian | Anggaran (Rp) | Realisasi (Rp) | Serapan (%)
I | Program Sekretariat | 222.850.000 | 200.600.000 | 90,02
1 | Penyediaan jasa surat | 139.000.000 | 126.200.000 | 90,79
2 | Penyediaan jasa komunikasi | 83.850.000 | 74.400.000 | 88,73
II | Program Ideologi | 455.000.000 | 411.602.500 | 90,46
3 | Forum kerukunan | 360.000.000 | 320.126.500 | 88,92
4 | Forum pembauran | 95.000.000 | 91.476.000 | 96,29
JUMLAH | | 677.850.000 | 612.202.500 | 90,32"""
MEASURED = """Indikator Kinerja | Target 2020 | Realisasi 2020 | Capaian (%)
Persentase konflik yang selesai | 67,5 | 93,28 | 138,19
Nilai survei kepuasan masyarakat | 80,5 | 79,2 | 98,39"""
HISTORY = """Indikator Kinerja | Realisasi 2019 | Realisasi 2020
Persentase konflik yang selesai | 57,14 | 93,28
Nilai survei kepuasan masyarakat | 78,1 | 79,2"""


def _only(found: tuple[Finding, ...]) -> Finding:
    (root,) = found
    return root


def _accused(finding: Finding) -> str:
    return finding.spots[0].text


def test_a_right_table_has_no_finding() -> None:
    assert audited(table(BUDGET, caption=CAPTION)).findings == ()


def test_a_wrong_line_explains_its_sum_and_its_percentage() -> None:
    root = _only(audited(table(BUDGET.replace("95.000.000", "59.000.000"), caption=CAPTION)).findings)

    assert (_accused(root), root.expected_text) == ("59.000.000", "95.000.000")
    assert "tertukar" in root.message
    assert len(root.consequences) >= 1


def test_a_wrong_actual_explains_its_achievement_and_the_contradiction() -> None:
    wrong = MEASURED.replace("93,28", "92,38")

    root = _only(audited(table(wrong), table(HISTORY, number="Tabel 3.2", caption="Perkembangan")).findings)

    assert _accused(root) == "92,38"
    assert {root.rule, *(finding.rule for finding in root.consequences)} == {"ACH001", "CON001"}


def test_a_wrong_total_with_a_percentage_right_for_it_carries_the_text_that_is_right() -> None:
    wrong = BUDGET.replace("677.850.000 | 612.202.500 | 90,32", "877.850.000 | 712.202.500 | 81,13")
    said = sentence("Penyerapan anggaran pada tahun 2020 sebesar 90,32% dari total anggaran.")

    root = _only(audited(table(wrong, caption=CAPTION), said).findings)

    assert (root.rule, root.severity) == ("SUM001", Severity.ERROR)
    assert {"SUM001", "TXT001"} == {finding.rule for finding in root.consequences}


def test_a_wrong_figure_that_is_repeated_is_one_finding() -> None:
    wrong = MEASURED.replace("138,19", "139,18")

    root = _only(audited(table(wrong), table(wrong, number="Tabel 4.1", caption="Ringkasan Capaian")).findings)

    assert (_accused(root), len(root.consequences)) == ("139,18", 1)


def test_a_table_most_of_whose_figures_fail_is_doubted() -> None:
    header, *lines = BUDGET.splitlines()
    shifted = [
        " | ".join((*line.split(" | ")[:3], f"{100 + place}.456.789", f"{11 + place},37"))
        for place, line in enumerate(lines)
    ]

    audit = audited(table("\n".join((header, *shifted)), caption=CAPTION))

    doubts = [finding for finding in audit.findings if finding.rule == "EXT001"]
    assert len(doubts) == 1
    assert doubts[0].severity is Severity.WARNING
    assert doubts[0].consequences


def test_notes_of_one_topic_are_one_finding() -> None:
    cut = BUDGET.replace("88,73", "88,7").replace("90,79", "90,7").replace("96,29", "96,2")

    audit = audited(table(cut, caption=CAPTION))

    note = _only(audit.findings)
    assert note.severity is Severity.NOTE
    assert len(everything(audit)) == 2  # 88,7 is right, 90,7 and 96,2 are cut off


def test_errors_come_first_and_ten_are_headlines() -> None:
    rows = "\n".join(
        f"Persentase urusan nomor {number}0 | 80 | {40 + number},5 | 7{number},13" for number in range(1, 8)
    )
    others = "\n".join(f"Nilai layanan nomor {number}1 | 80 | {40 + number},5 | 8{number},17" for number in range(1, 8))
    header = "Indikator Kinerja | Target 2020 | Realisasi 2020 | Capaian (%)"
    right = "\n".join(f"Indeks mutu nomor {number}2 | 80 | {number}2 | {number}2,50" for number in range(4, 4))
    lines = "\n".join(line for line in (header, rows, others, right) if line)

    audit = audited(table(lines))

    severities = [finding.severity for finding in audit.findings]
    assert severities == sorted(severities, key=list(Severity).index)
    assert sum(finding.is_headline for finding in audit.findings) <= 10


RATED = """Indikator Kinerja | Target 2020 | Realisasi 2020 | Capaian (%) | Predikat
Halte dalam kondisi baik | 80 | 76 | 95,00 | Sangat Baik
Rambu yang terpasang | 80 | 66,49 | 83,11 | Baik
Rata-rata Capaian | | | 89,06 | Baik"""
SCALE = "Capaian | Predikat\n≥ 90 | Sangat Baik\n75 ≤ x < 90 | Baik\n< 75 | Kurang"
YEARS = """Indikator Kinerja | Realisasi 2019 | Realisasi 2020 | Perubahan 2019–2020
Nilai evaluasi akuntabilitas | 65,50 | 68,20 | +2,70"""


def _scale() -> Table:
    return table(SCALE, number="Tabel 2.1", caption="Skala Penilaian Capaian Kinerja")


def test_a_wrong_target_is_the_root_where_lower_is_better() -> None:
    # (2 × 12,50 − 12,14) ÷ 12,50 = 102,88 %; the agreement prints 12,50.
    measured = (
        "Indikator Kinerja | Target 2020 | Realisasi 2020 | Capaian (%)\nTemuan yang terbuka | {} | 12,14 | 102,88"
    )
    agreed = table("Indikator Kinerja | Target 2020\nTemuan yang terbuka | 12,50", number="Tabel 2.1", caption="Target")

    root = _only(audited(agreed, table(measured.format("1,50"))).findings)

    assert (_accused(root), root.expected_text) == ("1,50", "12,50")
    assert audited(agreed, table(measured.format("12,50"))).findings == ()


def test_a_rating_that_is_right_for_the_right_achievement_follows_from_the_wrong_one() -> None:
    assert audited(_scale(), table(RATED)).findings == ()

    root = _only(audited(_scale(), table(RATED.replace("83,11", "93,11"))).findings)

    assert (root.rule, _accused(root)) == ("ACH001", "93,11")
    assert {finding.rule for finding in root.consequences} == {"RAT001", "AVG002"}


def test_a_rating_that_is_wrong_for_the_right_achievement_too_stands_alone() -> None:
    both = RATED.replace("83,11 | Baik", "93,11 | Kurang")

    assert {"ACH001", "RAT001"} == {finding.rule for finding in audited(_scale(), table(both)).findings}


def test_what_rests_on_a_column_of_a_wrong_formula_hangs_under_the_column() -> None:
    wrong = RATED.replace("95,00", "76,00").replace("83,11", "66,49")
    again = table(RATED, number="Tabel 3.2", caption="Ringkasan Capaian Kinerja Tahun 2020")

    root = _only(audited(_scale(), table(wrong), again).findings)

    assert root.rule == "ACH001"
    assert {"RAT001", "CON001"} == {finding.rule for finding in root.consequences}


def test_spending_above_the_ceiling_is_part_of_the_misprint_that_makes_it() -> None:
    wrong = BUDGET.replace("91.476.000 | 96,29", "914.760.000 | 96,29")

    root = _only(audited(table(wrong, caption=CAPTION)).findings)

    assert (_accused(root), root.expected_text) == ("914.760.000", "91.476.000")
    assert "ABS004" in {finding.rule for finding in root.consequences}


def test_the_figure_of_last_year_is_the_root_of_a_change_and_a_sentence() -> None:
    said = sentence("Nilai evaluasi akuntabilitas meningkat dari 65,50 pada tahun 2019 menjadi 68,20 pada tahun 2020.")
    years = {"number": "Tabel 3.1", "caption": "Perkembangan Realisasi"}
    assert audited(table(YEARS, **years), said).findings == ()

    root = _only(audited(table(YEARS.replace("65,50", "56,50"), **years), said).findings)

    assert (_accused(root), root.expected_text) == ("56,50", "65,50")


def test_an_amount_that_equals_a_wrong_total_is_not_accused_of_being_the_total() -> None:
    rows = """Sasaran Strategis | Anggaran (Rp)
Kerukunan umat | 455.000.000
Tata kelola kantor | 222.850.000"""
    parts = table(rows, number="Tabel 3.2", caption="Anggaran per Sasaran")
    wrong = BUDGET.replace("677.850.000", "455.000.000")

    root = _only(audited(table(wrong, caption=CAPTION), parts).findings)

    assert (root.rule, _accused(root)) == ("SUM001", "455.000.000")


def test_the_analyses_of_a_missing_chapter_are_missing_with_it() -> None:
    found = inspect(understand(whole(without=2))).findings

    serious = [finding for finding in found if finding.severity is not Severity.NOTE]
    (chapter,) = [finding for finding in serious if finding.rule in ("DOC001", "DOC002")]
    assert chapter.rule == "DOC001"
    assert {finding.rule for finding in chapter.consequences} == {"DOC002"}


def test_two_wrong_prints_of_one_figure_are_two_roots() -> None:
    # 76 ÷ 80 = 95 %, printed as 67 and as 79: each table bears witness for 76, and not for the other.
    wrong = "Indikator Kinerja | Target 2020 | Realisasi 2020 | Selisih | Capaian (%)\nHalte baik | 80 | {} | 4 | 95,00"
    found = audited(
        table(wrong.format("67,00")),
        table(
            wrong.format("79,00").replace(" | 4", "").replace(" | Selisih", ""), number="Tabel 3.2", caption="Ringkasan"
        ),
    ).findings

    assert {_accused(finding) for finding in found} == {"67,00", "79,00"}

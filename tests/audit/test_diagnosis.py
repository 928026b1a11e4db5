"""Failed checks become roots: one fault, reported once, with what follows from it."""

from saksama.audit.finding import Finding
from saksama.audit.rule import Severity
from tests.audit.builders import audited, everything, sentence, table

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

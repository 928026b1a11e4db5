"""Agreements that were revised, budgets that were changed, money that is shared, and up to when it is counted."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from saksama.compose.doubts import doubts
from saksama.documents.document import Text, blocks, inlines
from saksama.kernel.agency import Officeholder
from saksama.kernel.budget import (
    Amount,
    BudgetLevel,
    BudgetNode,
    BudgetVersion,
    BudgetVersionKind,
    EarlierAppropriation,
    ExpenditureStatus,
    Support,
)
from saksama.kernel.indicator import Target
from saksama.kernel.record import AgreedTarget, PerformanceAgreement, PerformanceRecord
from tests.compose.grown import YEAR, cells, indicator, notes, of, report, table, words

ORIGINAL = BudgetVersion("murni", YEAR, BudgetVersionKind.ORIGINAL, date(2025, 1, 2), "DPA Nomor 1")
REVISED = BudgetVersion(
    "perubahan", YEAR, BudgetVersionKind.REVISED, date(2025, 9, 15), "DPPA Nomor 9", "Efisiensi belanja perjalanan"
)


def agreed(revision: int, target: str, *, reason: str = "", budget: str = "") -> PerformanceAgreement:
    promise = AgreedTarget("X", Target(YEAR, Decimal(target), Decimal(target)))
    return PerformanceAgreement(
        YEAR,
        Officeholder("Contoh Kepala", "Kepala Dinas Contoh"),
        number=f"10{revision}",
        signed_on=date(2025, 1 + 8 * revision, 20),
        targets=(promise,),
        revision=revision,
        reason=reason,
        budget_version=budget,
    )


def programme(identifier: str, before: int, now: int, spent: int, physical: str | None = None) -> BudgetNode:
    progress = None if physical is None else Decimal(physical)
    earlier = (EarlierAppropriation("murni", Decimal(before)),)
    amount = Amount(YEAR, Decimal(now), Decimal(spent), physical=progress, earlier=earlier)
    return BudgetNode(identifier, f"Program {identifier}", BudgetLevel.PROGRAMME, "1.01", amounts=(amount,))


def changed_budget(*programmes: BudgetNode) -> PerformanceRecord:
    return replace(of(indicator()), programmes=programmes, budget_versions=(ORIGINAL, REVISED))


def test_the_year_is_measured_against_the_revision_in_force_and_the_report_says_so() -> None:
    record = replace(of(indicator()), agreements=(agreed(1, "72", reason="Anggaran berkurang"), agreed(0, "80")))
    text = words(record)

    # 75 ÷ 72 = 104,17 %
    assert cells(record, "tabel-capaian-s1")[0][3:6] == ["72", "75", "104,17"]
    assert "Perjanjian kinerja tahun 2025 telah diubah 1 (satu) kali." in text
    assert "terhadap perjanjian kinerja perubahan ke-1 nomor 101 tanggal 20 September 2025, yang berlaku" in text


def test_what_a_revision_changed_stands_in_a_table_with_its_reason() -> None:
    record = replace(of(indicator()), agreements=(agreed(0, "80"), agreed(1, "72", reason="Anggaran berkurang")))

    assert cells(record, "tabel-perubahan-pk-1") == [["1", "Indikator X", "%", "80", "72", "Anggaran berkurang"]]


def test_two_revisions_are_each_compared_with_the_one_before() -> None:
    versions = (agreed(0, "80"), agreed(1, "72", reason="Anggaran berkurang"), replace(agreed(1, "74"), revision=2))
    record = replace(of(indicator()), agreements=versions)

    assert cells(record, "tabel-perubahan-pk-1")[0][3:5] == ["80", "72"]
    assert cells(record, "tabel-perubahan-pk-2")[0][3:] == ["72", "74", "belum diisi"]


def test_a_revision_that_changed_only_the_money_says_so() -> None:
    made = (agreed(0, "70", budget="murni"), agreed(1, "70", reason="Efisiensi belanja", budget="perubahan"))
    text = words(replace(changed_budget(programme("A", 1000, 800, 760)), agreements=made))

    assert (
        "Alasan: Efisiensi belanja. Perubahan ini hanya menyangkut anggaran; target kinerja tidak berubah. "
        "Pagu semula Rp1.000, menjadi Rp800." in text
    )
    assert "Target yang berubah" not in text


def test_a_new_head_who_signs_anew_is_named() -> None:
    acting = Officeholder("Contoh Baru", "Kepala Dinas", acting="Plt.")
    new = replace(agreed(1, "80", reason="Pergantian pejabat"), first_party=acting)
    text = words(replace(of(indicator()), agreements=(agreed(0, "80"), new)))

    assert "Pihak pertama berganti dari Contoh Kepala, Kepala Dinas Contoh, menjadi Contoh Baru, Plt. Kepala" in text
    assert "Target kinerja tidak berubah." in text


def test_versions_of_the_budget_are_listed_with_date_reason_and_programmes() -> None:
    record = changed_budget(programme("A", 1000, 800, 760), programme("B", 500, 600, 300))
    text = words(record)

    assert "Anggaran tahun 2025 mempunyai 2 (dua) versi." in text
    assert ("Anggaran perubahan: DPPA Nomor 9, 15 September 2025. Alasan: Efisiensi belanja perjalanan.") in text
    assert cells(record, "tabel-versi-anggaran") == [
        ["Program A", "1.000", "800"],
        ["Program B", "500", "600"],
        ["Jumlah", "1.500", "1.400"],
    ]


def test_a_leaf_without_an_earlier_appropriation_is_a_gap_not_zero() -> None:
    new = BudgetNode("C", "Program C", BudgetLevel.PROGRAMME, amounts=(Amount(YEAR, Decimal(50), Decimal(10)),))
    record = changed_budget(programme("A", 1000, 800, 760), new)

    assert [row[1] for row in cells(record, "tabel-versi-anggaran")] == ["1.000", "belum diisi", "belum diisi"]


def test_expenditure_says_up_to_when_it_is_counted_and_whether_it_is_audited() -> None:
    record = replace(
        changed_budget(programme("A", 1000, 800, 760)),
        expenditure_statuses=(ExpenditureStatus(YEAR, date(2025, 12, 31), is_audited=False),),
    )

    told = "Realisasi anggaran dihitung sampai dengan 31 Desember 2025 dan belum diaudit."
    assert told in words(record)
    assert told in notes(record, "tabel-anggaran")


def test_physical_progress_has_a_column_only_where_it_is_stated() -> None:
    stated = changed_budget(programme("A", 1000, 800, 760, "96.5"), programme("B", 500, 600, 300))
    silent = changed_budget(programme("A", 1000, 800, 760))

    assert [row[6] for row in cells(stated, "tabel-anggaran")] == ["96,50", "belum diisi", "–"]
    assert len(table(silent, "tabel-anggaran").columns) == 6


def test_shared_money_is_marked_and_counted_once() -> None:
    both = (indicator("Indikator X"), indicator("Indikator Y"))
    shared = tuple(Support("A", found.id, is_shared=True) for found in both)
    record = replace(of(*both), programmes=(programme("A", 1000, 800, 760),), supports=shared)
    text = words(record)

    # Each indicator shows the whole ceiling, the total of the programmes has it once.
    assert [row[2] for row in cells(record, "tabel-efisiensi-s1")] == ["800", "800"]
    assert cells(record, "tabel-anggaran")[-1][2] == "800"
    assert any(
        note.startswith("Pagu bersama: Indikator X dan Indikator Y.") for note in notes(record, "tabel-efisiensi-s1")
    )
    assert (
        "Program A mendukung indikator “Indikator X” (pagu bersama) dan indikator “Indikator Y” (pagu bersama)" in text
    )
    assert not any("berjumlah" in doubt.question for doubt in doubts(record, YEAR))


def test_figures_of_versions_can_be_opened() -> None:
    made = (agreed(0, "80", budget="murni"), agreed(1, "72", reason="Anggaran berkurang", budget="perubahan"))
    document = report(replace(changed_budget(programme("A", 1000, 800, 760)), agreements=made))
    opened = {
        inline.explanation
        for block in blocks(document)
        for inline in inlines(block)
        if isinstance(inline, Text) and inline.explanation
    }

    assert {"target-pk/X/2025-0", "target-pk/X/2025-1", "pagu-versi/A/murni", "pagu-versi/semua/perubahan"} <= opened
    assert opened <= {explanation.id for explanation in document.explanations}


def test_the_attached_agreement_is_called_revised() -> None:
    document = report(replace(of(indicator()), agreements=(agreed(0, "80"), agreed(1, "72"))))

    assert "Perjanjian Kinerja Perubahan Tahun 2025" in [getattr(block, "text", "") for block in blocks(document)]


def test_money_that_serves_an_objective_as_a_whole_is_not_missing_at_its_indicators() -> None:
    both = (indicator("Indikator X"), indicator("Indikator Y", now="63"))
    record = replace(of(*both), programmes=(programme("A", 1000, 800, 760),), supports=(Support("A", "S1"),))

    # X: 75 ÷ 70 = 107,14 %, limited to 100; Y: 63 ÷ 70 = 90 %. Mean 95 %, absorption 760 ÷ 800 = 95 %.
    assert cells(record, "tabel-efisiensi-s1")[0][1:] == ["107,14", "–", "–", "–", "–", "–"]
    assert cells(record, "tabel-efisiensi-s1")[2] == [
        "Rata-rata sasaran, tiap capaian dibatasi 100%",
        "95,00",
        "800",
        "760",
        "95,00",
        "0,00",
        "belum efisien (sisa anggaran)",
    ]
    assert [row[5:] for row in cells(record, "tabel-pengukuran")] == [["107,14", "800", "760", "95,00"], []]
    assert "Program pendukung sasaran ini: belum diisi" not in words(record)

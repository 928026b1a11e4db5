"""Importing an export of SIPD: look first, then fill; nothing but the year's money changes."""

from collections.abc import Sequence
from decimal import Decimal
from http import HTTPStatus
from pathlib import Path

import pytest

from saksama.exchange.sample_2025 import SAMPLE_2025
from saksama.kernel.budget import BudgetNode
from saksama.kernel.record import PerformanceRecord
from saksama.web.measurement.models import Import
from saksama.web.measurement.storage import load_record
from saksama.web.organisations.models import RoleKind
from saksama.web.workflow.models import Change
from tests.exchange.exports import Cell, plain, written
from tests.web.cast import Cast, client_of, person
from tests.web.importing_browser import agree, path_of
from tests.web.importing_browser import upload as upload_file
from tests.web.test_money import mark_now, send

LEAF = "2.16.02.2.01.0024"
"""Training: Rp60.000.000 after the budget change."""
TRAINING: tuple[Cell, ...] = (LEAF, "Pelatihan", 61_000_000, "59.500.000,50")


def path(cast: Cast, year: int = 2025) -> str:
    return f"/agencies/{cast.agency.pk}/money/{year}/import/"


@pytest.fixture
def upload(cast: Cast, tmp_path: Path) -> "Upload":
    return Upload(cast, tmp_path / "LRA.xlsx")


class Upload:
    """Ani's browser, which uploads an export with these rows and shows the page that answers."""

    def __init__(self, cast: Cast, file: Path) -> None:
        self.cast, self.file, self.browser = cast, file, client_of(cast.ani)

    def __call__(self, rows: Sequence[Sequence[Cell]], *, agency: str = "", year: int = 2025) -> str:
        content = written(self.file, rows).read_bytes()
        return upload_file(self.browser, path(self.cast, year), content, name="LRA.xlsx", agency=agency)

    def apply(self) -> str:
        return agree(self.browser, reason="LRA Desember")


def leaf(record: PerformanceRecord) -> BudgetNode:
    return next(node for node in record.nodes() if node.code == LEAF)


def test_a_preview_changes_nothing_and_applying_it_changes_just_that(cast: Cast, upload: Upload) -> None:
    page = upload(plain(TRAINING))

    assert "<li>*pagu 2025: Rp60.000.000 → Rp61.000.000</li>" in page
    assert "baris 4" in page
    assert load_record(cast.version) == SAMPLE_2025

    upload.apply()
    after = load_record(cast.version)
    amount = leaf(after).amount(2025)
    assert amount
    assert (amount.appropriation, amount.expenditure) == (Decimal(61_000_000), Decimal("59500000.50"))
    untouched = {node.id: node.amounts for node in SAMPLE_2025.nodes() if node.code != LEAF}
    assert {node.id: node.amounts for node in after.nodes() if node.code != LEAF} == untouched
    assert (after.plan, after.supports, after.agreements) == (
        SAMPLE_2025.plan,
        SAMPLE_2025.supports,
        SAMPLE_2025.agreements,
    )
    changed = Change.objects.get(fact="appropriation")
    assert (changed.person, changed.reason) == (cast.ani, "LRA Desember")
    assert Decimal(changed.old or "") == 60_000_000
    assert Decimal(changed.new or "") == 61_000_000
    assert set(Change.objects.values_list("fact", flat=True)) == {"appropriation", "expenditure"}


def test_who_typed_before_the_import_sees_it(cast: Cast, upload: Upload) -> None:
    seen = mark_now()
    upload(plain(TRAINING))
    upload.apply()

    assert send(upload.browser, cast, {"appropriation": "1"}, seen=seen).status_code == HTTPStatus.CONFLICT


def test_the_same_export_again_changes_nothing(upload: Upload) -> None:
    upload(plain(TRAINING))
    upload.apply()

    page = upload(plain(TRAINING))

    assert "tidak ada yang berubah" in page
    assert 'name="reason"' not in page


def test_what_changed_since_the_preview_is_looked_at_again(cast: Cast, upload: Upload) -> None:
    upload(plain(TRAINING))
    cast.version.plan.record_version += 1
    cast.version.plan.save()

    assert "Data berubah sejak pratinjau" in upload.apply()
    assert load_record(cast.version) == SAMPLE_2025


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ((("SKPD : Dinas Lain",), *plain(TRAINING)), "Dinas Lain"),
        (plain(TRAINING, year=2024), "Buka halaman anggaran tahun 2024"),
        (plain((LEAF, "Pelatihan", "lihat lampiran", 1)), "LRA!C4"),
        ((("bukan", "tabel"),), "ekspor LRA atau rekap"),
    ],
)
def test_what_cannot_be_filled_says_why(cast: Cast, upload: Upload, rows: Sequence[Sequence[Cell]], said: str) -> None:
    page = upload(rows)

    assert said in page
    assert 'name="reason"' not in page
    assert load_record(cast.version) == SAMPLE_2025


def test_an_agency_that_the_export_writes_otherwise_is_taken_by_that_name(cast: Cast, upload: Upload) -> None:
    upload((("SKPD : Dinas Lama",), *plain(TRAINING)), agency="Dinas Lama")

    upload.apply()
    amount = leaf(load_record(cast.version)).amount(2025)
    assert amount
    assert amount.appropriation == 61_000_000


def test_other_files_change_nothing(cast: Cast) -> None:
    browser = client_of(cast.ani)

    assert "Yang diterima: .xlsm, .xlsx." in upload_file(browser, path(cast), b"%PDF", name="a.pdf")
    assert "PK" not in upload_file(browser, path(cast), b"PK broken", name="a.xlsx")
    assert load_record(cast.version) == SAMPLE_2025


def test_who_may_import(cast: Cast, upload: Upload) -> None:
    upload(plain(TRAINING))
    asked = path_of(Import.objects.get())
    planner = person("Fajar", RoleKind.PLANNING_AGENCY, cast.government)
    for someone in (cast.budi, cast.citra, planner):
        assert client_of(someone).get(path(cast)).status_code == HTTPStatus.NOT_FOUND
        assert client_of(someone).get(asked).status_code == HTTPStatus.NOT_FOUND
        assert client_of(someone).post(f"{asked}apply/").status_code == HTTPStatus.NOT_FOUND
    assert "Impor dari SIPD" in client_of(cast.ani).get(path(cast)).content.decode()
    assert "Impor dari SIPD" not in client_of(cast.budi).get(f"/agencies/{cast.agency.pk}/money/2025/").content.decode()


def test_a_name_that_no_command_takes_is_cleaned(cast: Cast, upload: Upload) -> None:
    assert 'name="reason"' in upload(plain(TRAINING), agency="\0")

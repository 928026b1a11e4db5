"""In a real browser: the year of a small agency, from the plan to the report that is issued and then overtaken."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from saksama.web.organisations.models import Government, Person, RoleKind
from tests.web.a_small_agency import CONTENT, SERVICES, SMALL_AGENCY
from tests.web.browser import browsing, sign_in
from tests.web.cast import hold, person

pytestmark = pytest.mark.django_db(transaction=True)

_TITLES = ("TW I", "TW II", "TW III", "TW IV")
_LEAF = "Pengelolaan Konten Informasi"
_PARTS = {
    "cause": "Redaksi bersama bekerja sejak awal tahun.",
    "obstacle": "Dua aplikasi lama belum terhubung.",
    "solution": "Antarmuka sementara dipasang.",
    "follow-up": "Menyambungkan sisanya tahun depan.",
}


@dataclass
class Office:
    """A browser that the people of one agency share, and what each of them does with it."""

    page: Page
    address: str
    agency: int
    operator: Person
    verifier: Person
    head: Person

    @property
    def grid(self) -> str:
        return f"/agencies/{self.agency}/measurements/2025/"

    def as_person(self, someone: Person, path: str) -> None:
        sign_in(self.page, someone, self.address)
        self.page.goto(path)

    def quarter(self, number: int) -> Locator:
        """The box of a quarter above the grid."""
        return self.page.get_by_role("listitem").filter(
            has=self.page.get_by_role("heading", name=re.compile(rf"^{_TITLES[number - 1]}\b(?! [IV])"))
        )

    def type_in(self, label: str, text: str) -> None:
        cell = self.page.get_by_label(label, exact=True)
        cell.fill(text)
        cell.press("Enter")
        expect(self.page.get_by_role("status").filter(has_text="Semua tersimpan")).to_be_visible()

    def step(self, someone: Person, number: int, name: str, *, becomes: str, reason: str = "") -> None:
        """Somebody takes a step with a quarter."""
        self.as_person(someone, self.grid)
        box = self.quarter(number)
        if reason:
            box.get_by_text(name, exact=True).first.click()
            box.get_by_label("Alasan").fill(reason)
        box.get_by_role("button", name=name).click()
        expect(self.quarter(number).get_by_role("heading")).to_contain_text(becomes)


@pytest.fixture
def office(transactional_db: None, require_tool: Callable[[str], str], live_server: LiveServer) -> Iterator[Office]:
    """An agency with its three people, at the beginning of its year."""
    require_tool("chromium")
    government = Government.objects.create(name="Pemerintah Kota Tirtamulya")
    agency, _version = hold(SMALL_AGENCY, government)
    operator = person("Ani", RoleKind.OPERATOR, government, agency)
    verifier = person("Budi", RoleKind.VERIFIER, government, agency)
    head = person("Dewi", RoleKind.HEAD, government, agency)
    with browsing(live_server.url) as page:
        yield Office(page, live_server.url, agency.pk, operator, verifier, head)


def test_a_year_from_the_plan_to_a_report_that_is_overtaken(office: Office) -> None:
    raise_the_target(office)
    for number, (connected, published, spent) in enumerate(
        (
            ("51", "120", "40.000.000"),
            ("54", "150", "60.000.000"),
            ("6", "130", "50.000.000"),
            ("66", "80", "40.000.000"),
        ),
        1,
    ):
        enter_quarter(office, number, connected=connected, published=published, spent=spent)
        office.step(office.operator, number, "Ajukan untuk diverifikasi", becomes="Menunggu verifikasi")
        if number == 3:
            send_back_and_correct(office)
        office.step(office.verifier, number, "Nyatakan terverifikasi", becomes="Terverifikasi")
        office.step(office.head, number, "Setujui dan kunci", becomes="Disetujui dan dikunci")
    see_the_figures(office, content="96,00", reached="480")
    correct_what_was_approved(office)
    see_the_figures(office, content="100,00", reached="500")
    issued = issue_and_prove(office)
    see_what_changed_since(office, issued)


def raise_the_target(office: Office) -> None:
    """480 pieces become 500, with the reason kept."""
    page = office.page
    office.as_person(office.operator, f"/agencies/{office.agency}/plan/2025/")
    page.get_by_role("link", name=CONTENT.name).click()
    page.get_by_role("group", name="Target").get_by_label("Target").first.fill("500")
    page.get_by_label("Alasan perubahan").fill("Redaksi bersama terbentuk.")
    page.get_by_role("button", name="Simpan").click()
    expect(page.get_by_text("Indikator tersimpan.")).to_be_visible()
    row = page.get_by_role("row").filter(has_text=CONTENT.name)
    expect(row.get_by_role("cell", name="500")).to_have_count(2)  # 2025 and 2026


def enter_quarter(office: Office, number: int, *, connected: str, published: str, spent: str) -> None:
    """Figures with raw data, money, evidence and words of one quarter."""
    page, title = office.page, _TITLES[number - 1]
    office.as_person(office.operator, office.grid)
    assert SERVICES.raw
    office.type_in(f"{SERVICES.name}, {title}: {SERVICES.raw.numerator}", connected)
    office.type_in(f"{SERVICES.name}, {title}: {SERVICES.raw.denominator}", "120")
    office.type_in(f"{CONTENT.name}, {title}", published)
    page.goto(f"/agencies/{office.agency}/money/2025/")
    office.type_in(f"{_LEAF}, {title}: Realisasi", spent)
    page.goto(f"/agencies/{office.agency}/?year=2025")
    page.get_by_role("link", name=SERVICES.name).click()
    data = page.get_by_role("listitem").filter(has_text=f"{title} 2025").filter(has_text="Tambah bukti")
    data.get_by_text("Tambah bukti").click()
    data.get_by_label("Judul").fill(f"Katalog {title}")
    data.get_by_label("Berkas").set_input_files(
        {"name": "katalog.csv", "mimeType": "text/csv", "buffer": f"layanan;{connected}".encode()}
    )
    data.get_by_label("Halaman").fill("2")
    data.get_by_role("button", name="Tambahkan").click()
    expect(page.get_by_text("Bukti ditambahkan.")).to_be_visible()
    expect(page.get_by_role("link", name=f"Katalog {title}.csv")).to_be_visible()
    page.get_by_label("Penyebab", exact=False).first.fill(f"{title}: {_PARTS['cause']}")
    page.get_by_label("Solusi", exact=False).first.fill(f"{title}: {_PARTS['solution']}")
    page.get_by_role("button", name="Simpan analisis").click()
    expect(page.get_by_text("Analisis tersimpan.")).to_be_visible()


def send_back_and_correct(office: Office) -> None:
    """Six of 120 services cannot be: the verifier says so at the figure, the operator corrects it."""
    box = office.quarter(3)
    office.as_person(office.verifier, office.grid)
    box.get_by_text("Catat pada satu angka").click()
    box.get_by_label("Indikator").select_option(SERVICES.name)
    box.get_by_label("Catatan").fill("Enam layanan? Triwulan lalu 54.")
    box.get_by_role("button", name="Simpan catatan").click()
    office.step(office.verifier, 3, "Kembalikan", becomes="Dikembalikan", reason="Lihat catatan.")

    office.as_person(office.operator, office.grid)
    expect(box).to_contain_text("Enam layanan? Triwulan lalu 54.")
    expect(box).to_contain_text("Lihat catatan.")
    assert SERVICES.raw
    office.type_in(f"{SERVICES.name}, TW III: {SERVICES.raw.numerator}", "60")
    box.get_by_role("button", name="Tandai selesai").click()
    expect(box).not_to_contain_text("Enam layanan?")
    office.step(office.operator, 3, "Ajukan untuk diverifikasi", becomes="Menunggu verifikasi")


def see_the_figures(office: Office, *, content: str, reached: str) -> None:
    """Everything that follows, by hand."""
    page = office.page
    page.goto(office.grid)
    expect(page.get_by_role("row").filter(has_text=SERVICES.name)).to_contain_text("110,00")
    expect(page.get_by_role("row").filter(has_text=CONTENT.name).get_by_role("cell").last).to_contain_text(content)
    # 51, 54, 60 and 66 of 120 services; what was promised is 42.5, 45, 47.5 and 50 percent
    see_to_date(
        office, SERVICES.name, ("42,50", "100,00"), ("45,00", "100,00"), ("50,00", "105,26"), ("55,00", "110,00")
    )
    # 120 + 150 + 130 and the fourth quarter's; what was promised is 120, 240, 360, and 500 in the year
    see_to_date(office, CONTENT.name, ("120", "100,00"), ("270", "112,50"), ("400", "111,11"), (reached, content))
    # 40 + 60 + 50 + 40 of 200 million
    page.goto(f"/agencies/{office.agency}/money/2025/")
    tile = page.get_by_role("listitem")
    expect(tile.filter(has_text="Realisasi")).to_contain_text("Rp190.000.000")
    expect(tile.filter(has_text="Serapan")).to_contain_text("95,00")


def see_to_date(office: Office, indicator: str, *quarters: tuple[str, str]) -> None:
    """The value and the achievement to the end of each quarter, on the indicator's page."""
    page = office.page
    page.goto(f"/agencies/{office.agency}/?year=2025")
    page.get_by_role("link", name=indicator).click()
    rows = page.get_by_role("region", name="Triwulan").get_by_role("row")
    for row, (value, achievement) in zip(rows.all()[1:], quarters, strict=True):
        expect(row.get_by_role("cell").nth(1)).to_have_text(value)
        expect(row.get_by_role("cell").nth(2)).to_have_text(achievement)


def correct_what_was_approved(office: Office) -> None:
    """Twenty pieces were forgotten: opened again with a reason, finished with all that is open then, approved anew."""
    office.step(office.head, 4, "Buka kembali", becomes="Dikembalikan", reason="Dua puluh konten tertinggal.")
    office.as_person(office.operator, office.grid)
    office.type_in(f"{CONTENT.name}, TW IV", "100")
    finish_the_report(office)
    office.step(office.operator, 4, "Ajukan untuk diverifikasi", becomes="Menunggu verifikasi")
    office.step(office.verifier, 4, "Nyatakan terverifikasi", becomes="Terverifikasi")
    office.step(office.head, 4, "Setujui dan kunci", becomes="Disetujui dan dikunci")
    expect(office.quarter(4)).to_contain_text("Direvisi")
    expect(office.quarter(3)).not_to_contain_text("Direvisi")


def finish_the_report(office: Office) -> None:
    """What the report asks for beside the quarters: the analysis of both indicators and the money of the year."""
    page = office.page
    for indicator in (SERVICES, CONTENT):
        office.as_person(office.operator, f"/agencies/{office.agency}/?year=2025")
        page.get_by_role("link", name=indicator.name).click()
        for label, text in zip(("Penyebab", "Hambatan", "Solusi", "Tindak lanjut"), _PARTS.values(), strict=True):
            page.get_by_label(label, exact=False).first.fill(text)
        page.get_by_role("button", name="Simpan analisis").click()
        expect(page.get_by_text("Analisis tersimpan.")).to_be_visible()
    page.goto(f"/agencies/{office.agency}/money/2025/")
    office.type_in(f"{_LEAF}, 2025: Realisasi", "190.000.000")


def issue_and_prove(office: Office) -> str:
    """The report is read, issued by the head, and found valid by somebody who is nobody here. Its page's address."""
    page = office.page
    office.as_person(office.head, f"/agencies/{office.agency}/documents/2025/")
    report = page.get_by_role("listitem").filter(has=page.get_by_role("heading", name="Laporan Kinerja", exact=True))
    expect(report).to_contain_text("Lengkap")
    draft = page.request.get(report.get_by_role("link", name="Lihat di layar").get_attribute("href") or "")
    assert draft.ok
    report.get_by_text("Terbitkan").first.click()
    report.get_by_role("button", name="Terbitkan").click()
    expect(page.get_by_text("terbit dengan kode")).to_be_visible()
    expect(page.get_by_text("Tidak ada yang berubah sejak terbit.")).to_be_visible()
    issued, proof = page.url, page.get_by_role("definition").get_by_role("link").first.get_attribute("href") or ""

    page.context.clear_cookies()
    page.goto(proof)
    expect(page.get_by_text("masih berlaku")).to_be_visible()
    file = page.request.get(page.get_by_role("link", name="Halaman web", exact=True).get_attribute("href") or "").text()
    for figure in ("110,00", "100,00", "95,00", "190.000.000"):
        assert figure in file
    assert "belum diisi" not in file
    return issued


def see_what_changed_since(office: Office, issued: str) -> None:
    """A figure of the live record changes; the issued report stays as it was, and its page says so."""
    office.step(office.head, 4, "Buka kembali", becomes="Dikembalikan", reason="Masih ada yang tertinggal.")
    office.as_person(office.operator, office.grid)
    office.type_in(f"{CONTENT.name}, TW IV", "110")
    office.page.goto(issued)
    changed = office.page.get_by_role("region", name="Perubahan sejak terbit").get_by_role("row").last
    expect(changed.get_by_role("cell")).to_have_text(["100", "110"])

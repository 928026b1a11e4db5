"""In a real browser: a quarter from the first figure to the proof, nothing lost, nothing that shuts anybody out."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from playwright.sync_api import Page, Route, expect
from pytest_django.live_server_helper import LiveServer

from saksama.exchange.record_json import write_record
from saksama.exchange.sample_2025 import SAMPLE_2025
from saksama.web.issuing.models import Snapshot
from saksama.web.measurement.models import Import, Measurement
from saksama.web.organisations.models import Person, RoleKind, SecondFactor, Unit
from saksama.web.organisations.signing_in import make_link
from saksama.web.planning.models import Goal, Indicator, IndicatorDefinition
from saksama.web.reporting.models import ReportCheck
from saksama.web.workflow.models import Submission, SubmissionState
from tests.documents.demonstration import png
from tests.web.browser import browsing, sign_in
from tests.web.cast import Cast, client_of, person
from tests.web.importing_browser import path_of
from tests.web.test_checking import REPORT

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def page(live_server: LiveServer) -> Iterator[Page]:
    """A browser at the server."""
    with browsing(live_server.url) as opened:
        yield opened


def test_a_year_from_the_first_figure_to_the_proof(played: Cast, page: Page, live_server: LiveServer) -> None:
    head = person("Dewi", RoleKind.HEAD, played.government, played.agency)
    grid = f"/agencies/{played.agency.pk}/measurements/2025/"

    sign_in(page, played.ani, live_server.url)
    page.goto(grid)
    cell = page.get_by_label("Jumlah konten informasi publik yang diterbitkan, TW IV")
    cell.fill("129")
    cell.press("Enter")
    expect(page.locator("tr[data-key=IK4] .year")).to_contain_text("100,00")
    page.locator(".quarters > li").nth(3).get_by_role("button", name="Ajukan untuk diverifikasi").click()

    sign_in(page, played.budi, live_server.url)
    page.goto(grid)
    fourth = page.locator(".quarters > li").nth(3)
    fourth.get_by_text("Kembalikan", exact=True).first.click()
    fourth.get_by_label("Alasan").fill("Lampirkan daftar konten.")
    fourth.get_by_role("button", name="Kembalikan").click()

    sign_in(page, played.ani, live_server.url)
    page.goto("/")
    page.goto(grid)
    expect(page.locator(".quarters > li").nth(3)).to_contain_text("Lampirkan daftar konten.")
    cell = page.get_by_label("Jumlah konten informasi publik yang diterbitkan, TW IV")
    cell.fill("130")
    cell.press("Enter")
    expect(page.locator("#saving")).to_have_text("Semua tersimpan")
    page.locator(".quarters > li").nth(3).get_by_role("button", name="Ajukan untuk diverifikasi").click()

    sign_in(page, played.budi, live_server.url)
    page.goto(grid)
    page.locator(".quarters > li").nth(3).get_by_role("button", name="Nyatakan terverifikasi").click()

    sign_in(page, head, live_server.url)
    page.goto(grid)
    page.locator(".quarters > li").nth(3).get_by_role("button", name="Setujui dan kunci").click()
    expect(page.get_by_label("Jumlah konten informasi publik yang diterbitkan, TW IV")).not_to_be_editable()
    assert Submission.objects.get().state == SubmissionState.APPROVED
    assert Measurement.objects.get(indicator__key="IK4", year=2025, number=4).value == 130

    page.goto(f"/agencies/{played.agency.pk}/documents/2025/")
    agreement = page.locator(".cards > li").filter(has_text="Perjanjian Kinerja").first
    agreement.locator("summary", has_text="Terbitkan").click()
    agreement.get_by_role("button", name="Terbitkan").click()
    expect(page.get_by_text("terbit dengan kode")).to_be_visible()

    page.context.clear_cookies()
    page.goto(f"/proof/{Snapshot.objects.get().code}/")
    expect(page.get_by_text("masih berlaku")).to_be_visible()


def test_nothing_is_lost_while_the_connection_is_away(played: Cast, page: Page, live_server: LiveServer) -> None:
    sign_in(page, played.ani, live_server.url)
    page.goto(f"/agencies/{played.agency.pk}/measurements/2025/")
    cell = page.get_by_label("Jumlah konten informasi publik yang diterbitkan, TW IV")

    page.route("**/cell/", lambda route: route.abort())
    cell.fill("131")
    cell.press("Enter")
    expect(page.locator("#saving")).to_contain_text("Sambungan terputus")
    page.unroute("**/cell/")
    page.reload()

    expect(page.locator("#saving")).to_have_text("Semua tersimpan")
    expect(cell).to_have_value("131")
    assert Measurement.objects.get(indicator__key="IK4", year=2025, number=4).value == 131


def test_who_signs_in_again_in_another_tab_goes_on_here(played: Cast, page: Page, live_server: LiveServer) -> None:
    sign_in(page, played.ani, live_server.url)
    page.goto(f"/agencies/{played.agency.pk}/measurements/2025/")
    Session.objects.all().delete()
    cell = page.get_by_label("Jumlah konten informasi publik yang diterbitkan, TW IV")
    cell.fill("132")
    cell.press("Enter")
    expect(page.locator("#saving")).to_contain_text("Sesi Anda berakhir")

    other = page.context.new_page()
    other.goto(f"/sign-in/{make_link(played.ani, timezone.now())}/")
    other.locator("main button").click()
    other.wait_for_url(live_server.url + "/")
    page.evaluate("window.dispatchEvent(new Event('focus'))")

    expect(page.locator("#saving")).to_have_text("Semua tersimpan")
    assert Measurement.objects.get(indicator__key="IK4", year=2025, number=4).value == 132


def test_a_server_that_fails_is_told_and_the_entry_stays(played: Cast, page: Page, live_server: LiveServer) -> None:
    sign_in(page, played.ani, live_server.url)
    page.goto(f"/agencies/{played.agency.pk}/measurements/2025/")
    page.route("**/cell/", lambda route: route.fulfill(status=500, body="<h1>500</h1>"))
    cell = page.get_by_label("Jumlah konten informasi publik yang diterbitkan, TW IV")
    cell.fill("133")
    cell.press("Enter")
    expect(page.locator("#saving")).to_contain_text("(500)")
    page.unroute("**/cell/")
    page.reload()

    expect(page.locator("#saving")).to_have_text("Semua tersimpan")
    assert Measurement.objects.get(indicator__key="IK4", year=2025, number=4).value == 133


def test_a_cell_that_is_refused_is_not_said_to_be_kept(played: Cast, page: Page, live_server: LiveServer) -> None:
    sign_in(page, played.ani, live_server.url)
    page.goto(f"/agencies/{played.agency.pk}/measurements/2025/")
    cell = page.get_by_label("Jumlah konten informasi publik yang diterbitkan, TW IV")
    cell.fill("seratus")
    cell.press("Enter")
    expect(page.locator("#saving")).to_contain_text("tidak tersimpan")

    cell.press("Escape")
    expect(page.locator("#saving")).to_have_text("Semua tersimpan")


def test_two_people_who_type_in_the_same_cell_see_each_other(played: Cast, page: Page, live_server: LiveServer) -> None:
    sign_in(page, played.ani, live_server.url)
    page.goto(f"/agencies/{played.agency.pk}/measurements/2025/")
    Measurement.objects.filter(indicator__key="IK4", year=2025, number=4).update(value=140)

    cell = page.get_by_label("Jumlah konten informasi publik yang diterbitkan, TW IV")
    cell.fill("129")
    cell.press("Enter")
    expect(page.get_by_role("button", name=re.compile("Pakai nilai itu: 140"))).to_be_visible()
    page.get_by_role("button", name="Pakai nilai saya").click()

    expect(page.locator("tr[data-key=IK4] .year")).to_contain_text("100,00")
    assert Measurement.objects.get(indicator__key="IK4", year=2025, number=4).value == 129


def test_the_text_of_a_reminder_is_copied(played: Cast, page: Page, live_server: LiveServer) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    sign_in(page, person("Kirana", RoleKind.LEADER, played.government), live_server.url)
    page.goto("/missing/?year=2025")

    page.get_by_text("Pesan siap kirim").first.click()
    page.get_by_role("button", name=f"Salin pesan untuk {played.agency.name}").click()

    expect(page.get_by_text("Tersalin")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").startswith(f"Yth. {played.agency.name}\n")


def every_page(played: Cast, live_server: LiveServer) -> tuple[tuple[str, Person | None], ...]:
    """The address of every page, with somebody who may see it."""
    administrator = person("Hana", RoleKind.ADMINISTRATOR, played.government)
    head = person("Dewi", RoleKind.HEAD, played.government, played.agency)
    bureau = person("Gita", RoleKind.ORGANISATION_BUREAU, played.government)
    agency = f"/agencies/{played.agency.pk}"
    number = Indicator.objects.get(plan=played.version.plan, key="IK4").pk
    definition = IndicatorDefinition.objects.get(indicator=number).pk
    goal = Goal.objects.filter(version=played.version).values_list("pk", flat=True)[0]
    client_of(head).post(f"{agency}/documents/2025/pk/issue/", headers={"host": live_server.url.split("//")[1]})
    client_of(played.ani).post("/checks/", {"report": SimpleUploadedFile("LKjIP 2024.md", REPORT.encode())})
    changed = SimpleUploadedFile("Data.json", write_record(replace(SAMPLE_2025, attachments=())))
    client_of(played.ani).post(f"{agency}/import/2025/", {"file": changed})
    imported = path_of(Import.objects.get())
    laid_down = SimpleUploadedFile("kota.toml", b'[laporan]\nnama = "Laporan Kota"\n[kop]\nlogo = "lambang.png"\n')
    client_of(bureau).post("/template/", {"template": laid_down, "logo": SimpleUploadedFile("lambang.png", png())})
    snapshot, check = Snapshot.objects.get(), ReportCheck.objects.get().pk
    unit = Unit.objects.create(agency=played.agency, name="Bidang Pemerintahan Digital").pk
    SecondFactor.objects.create(person=played.budi, seed="a", since=timezone.now(), last_step=0)
    return (
        ("/sign-in/", None),
        ("/", administrator),
        ("/people/", administrator),
        ("/account/", administrator),
        ("/account/", played.budi),
        ("/account/second-factor/", administrator),
        ("/account/second-factor/", played.budi),
        ("/agencies/", administrator),
        (f"{agency}/posts/", administrator),
        ("/deadlines/2025/", administrator),
        ("/missing/?year=2025", administrator),
        ("/totals/absorption/?year=2025", administrator),
        ("/money-and-results/?year=2025", administrator),
        (f"{agency}/shortfalls/2025/", played.ani),
        (f"{agency}/sheets/2025/", played.ani),
        (f"{agency}/sheets/2025/texts/", played.ani),
        (f"{agency}/sheets/2025/recommendations/", played.ani),
        (f"{agency}/sheets/2025/settings/", played.ani),
        ("/history/", administrator),
        (f"{agency}/history/", played.ani),
        ("/missing/reports/?year=2025", administrator),
        ("/missing/agreements/?year=2026", administrator),
        (f"{agency}/?year=2025", played.ani),
        (f"{agency}/indicators/{number}/?year=2025", played.ani),
        (f"{agency}/figures/capaian/IK4/2025/", played.ani),
        (f"{agency}/figures/serapan-sd-tw/semua/2025-quarter-4/", played.ani),
        (f"{agency}/figures/jumlah/reached/2025-quarter-4/", played.ani),
        (f"{agency}/objectives/S2/?year=2025", played.ani),
        (f"{agency}/objectives/T1/?year=2025", played.ani),
        (f"{agency}/programmes/?year=2025", played.ani),
        (f"{agency}/units/?year=2025", played.ani),
        (f"{agency}/units/{unit}/?year=2025", played.ani),
        (f"{agency}/issued/", played.ani),
        ("/issued/", administrator),
        (f"{agency}/measurements/2025/", played.ani),
        (f"{agency}/documents/2025/", played.ani),
        (f"{agency}/import/2025/", played.ani),
        (imported, played.ani),
        ("/reports/2025/", bureau),
        ("/template/", bureau),
        (f"{agency}/plan/2025/", played.ani),
        (f"{agency}/plan/2025/versions/", played.ani),
        (f"{agency}/plan/2025/quality/", played.ani),
        (f"{agency}/definitions/{definition}/", played.ani),
        (f"{agency}/plan/2025/version/", played.ani),
        (f"{agency}/plan/2025/goals/add/", played.ani),
        (f"{agency}/plan/2025/goal/{goal}/indicators/add/", played.ani),
        (f"{agency}/targets/2025/", played.ani),
        (f"{agency}/programmes/2025/", played.ani),
        (f"{agency}/programmes/2025/add/", played.ani),
        (f"{agency}/money/2025/", played.ani),
        (f"{agency}/money/2025/import/", played.ani),
        (f"{agency}/issued/{snapshot.pk}/", played.ani),
        (f"/proof/{snapshot.code}/", None),
        ("/checks/", played.ani),
        (f"/checks/{check}/", played.ani),
        ("/proof/TIDAKADA/", None),
    )


@pytest.mark.parametrize("width", [360, 1280])
def test_no_page_shuts_anybody_out(played: Cast, live_server: LiveServer, width: int) -> None:
    paths = every_page(played, live_server)
    outside: list[str] = []

    def refuse_outside(route: Route) -> None:
        if not route.request.url.startswith((live_server.url, "data:")):
            outside.append(route.request.url)
        route.continue_()

    found: dict[str, object] = {}
    with browsing(live_server.url, width=width) as page:
        page.route("**/*", refuse_outside)
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        for path, someone in paths:
            page.context.clear_cookies()
            if someone:
                sign_in(page, someone, live_server.url)
            page.goto(path)
            violations = Axe().run(page).response["violations"]
            if violations:
                found[path] = [(one["id"], [node["html"][:160] for node in one["nodes"][:3]]) for one in violations]
            wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
            if wide:
                found[f"{path} is wider than the screen"] = page.evaluate("document.documentElement.scrollWidth")

    assert found == {}
    assert outside == []
    assert [text for text in complaints if "404" not in text] == []


def test_no_page_is_heavy_at_a_first_visit(played: Cast, live_server: LiveServer) -> None:
    """What goes over the line with style, scripts and fonts. An installed server compresses more than this one."""
    weights: dict[str, float] = {}

    with browsing(live_server.url) as page:
        line = page.context.new_cdp_session(page)
        line.send("Network.enable")
        line.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
        for path, someone in every_page(played, live_server):
            page.context.clear_cookies()
            line.send("Network.clearBrowserCache")
            if someone:
                sign_in(page, someone, live_server.url)
            received: list[float] = []
            page.goto(path)
            page.evaluate("document.fonts.ready.then(() => true)")
            weights[path] = sum(received)

    assert min(weights.values()) > 30_000, "style and fonts were not counted"
    assert {path: weight for path, weight in weights.items() if weight >= 300_000} == {}

"""In a real browser: a report with errors from its upload to the marked copy and a decision."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from saksama.web.reporting.models import CheckState, Decision, ReportCheck
from tests.web.browser import browsing, sign_in
from tests.web.cast import Cast
from tests.web.test_beside import TWO_TABLES, as_pdf

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("width", [360, 1280])
def test_a_report_is_checked_beside_its_page(cast: Cast, live_server: LiveServer, tmp_path: Path, width: int) -> None:
    report = tmp_path / "LKjIP 2024.pdf"
    report.write_bytes(as_pdf(tmp_path, TWO_TABLES))
    with browsing(live_server.url, width=width) as page:
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        sign_in(page, cast.ani, live_server.url)
        page.goto("/checks/")
        page.get_by_label("Berkas laporan").set_input_files(report)
        page.get_by_role("button", name="Periksa", exact=True).click()
        expect(page.locator("#finding-1")).to_contain_text("500.000.000")
        address = page.url

        ReportCheck.objects.update(state=CheckState.CHECKING)
        page.goto(address)
        expect(page.locator("#progress")).to_contain_text("Menghitung ulang setiap angka")
        ReportCheck.objects.update(state=CheckState.DONE)
        expect(page.locator("#finding-1.chosen")).to_be_visible()

        expect(page.locator("svg.page:visible .mark.chosen").first).to_be_visible()
        page.locator("#finding-2 a.look").focus()
        page.keyboard.press("Enter")
        expect(page.locator("#beside[data-root='2']")).to_be_visible()
        assert "finding=2" in page.url
        page.get_by_role("link", name="Temuan sebelumnya").click()
        expect(page.locator("#beside[data-root='1']")).to_be_focused()
        finding, place = page.locator("#finding-1").bounding_box(), page.locator("#beside").bounding_box()
        assert finding
        assert place
        beside_it = place["x"] >= finding["x"] + finding["width"]
        assert beside_it if width == 1280 else place["y"] >= finding["y"] + finding["height"]

        assert Axe().run(page).response["violations"] == []
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")

        with page.expect_download() as downloading:
            page.get_by_role("link", name="Unduh salinan bertanda").click()
        assert Path(downloading.value.path()).read_bytes().startswith(b"%PDF")

        first = page.locator("#finding-1")
        first.get_by_text("Putuskan", exact=True).click()
        first.get_by_label("Temuan keliru").check()
        first.get_by_role("button", name="Simpan keputusan").click()
        expect(first.locator(".error[id^=error]")).to_contain_text("Tulis alasannya")
        assert Axe().run(page).response["violations"] == []
        expect(first.get_by_label("Temuan keliru")).to_be_checked()
        first.get_by_label("Alasan").fill("Program C ada di lampiran.")
        first.get_by_role("button", name="Simpan keputusan").click()
        expect(first).to_contain_text("Program C ada di lampiran.")

    assert Decision.objects.get().person == cast.ani
    assert [text for text in complaints if "422" not in text] == []


def test_the_links_work_without_a_script(cast: Cast, live_server: LiveServer, tmp_path: Path) -> None:
    report = tmp_path / "LKjIP 2024.pdf"
    report.write_bytes(as_pdf(tmp_path, TWO_TABLES))
    with browsing(live_server.url) as page:
        page.route("**/beside*.js", lambda route: route.abort())
        sign_in(page, cast.ani, live_server.url)
        page.goto("/checks/")
        page.get_by_label("Berkas laporan").set_input_files(report)
        page.get_by_role("button", name="Periksa", exact=True).click()

        page.locator("#finding-2 a.look").click()

        expect(page.locator("#beside[data-root='2']")).to_be_visible()

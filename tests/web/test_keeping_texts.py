"""In a real browser: a long text is not lost when the session ends before it is sent."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from saksama.web.measurement.models import Narrative
from saksama.web.planning.models import Indicator
from tests.web.browser import browsing, sign_in
from tests.web.cast import Cast

pytestmark = pytest.mark.django_db(transaction=True)
SOLUTION = "Solusi yang sudah dilakukan"


@pytest.fixture
def page(live_server: LiveServer) -> Iterator[Page]:
    """A phone at the server."""
    with browsing(live_server.url, width=360) as opened:
        yield opened


def test_a_text_outlives_its_session(played: Cast, page: Page, live_server: LiveServer) -> None:
    number = Indicator.objects.get(plan=played.version.plan, key="IK4").pk
    path = f"/agencies/{played.agency.pk}/indicators/{number}/?year=2025"
    sign_in(page, played.ani, live_server.url)
    page.goto(path)
    page.get_by_label(SOLUTION).fill("Redaksi bersama dengan tiga bidang.")
    page.context.clear_cookies()
    page.get_by_role("button", name="Simpan analisis").click()

    sign_in(page, played.ani, live_server.url)
    page.goto(path)
    expect(page.get_by_label(SOLUTION)).to_have_value("Redaksi bersama dengan tiga bidang.")
    expect(page.get_by_text("Tulisan yang belum tersimpan")).to_be_visible()
    page.get_by_role("button", name="Simpan analisis").click()

    expect(page.get_by_text("Analisis tersimpan.")).to_be_visible()
    expect(page.get_by_text("Tulisan yang belum tersimpan")).to_be_hidden()
    said = Narrative.objects.get(indicator__key="IK4", year=2025, part="solution")
    assert said.text == "Redaksi bersama dengan tiga bidang."
    assert page.evaluate("localStorage.length") == 0


def test_a_text_that_was_kept_may_be_thrown_away(played: Cast, page: Page, live_server: LiveServer) -> None:
    number = Indicator.objects.get(plan=played.version.plan, key="IK4").pk
    sign_in(page, played.ani, live_server.url)
    page.goto(f"/agencies/{played.agency.pk}/indicators/{number}/?year=2025")
    before = page.get_by_label(SOLUTION).input_value()
    page.get_by_label(SOLUTION).fill("Bukan ini.")
    page.reload()
    page.get_by_role("button", name="Buang tulisan itu").click()

    expect(page.get_by_label(SOLUTION)).to_have_value(before)
    assert page.evaluate("localStorage.length") == 0

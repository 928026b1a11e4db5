"""In a real browser: what is typed is not lost when the session ends before it is sent."""

from collections.abc import Iterator

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from saksama.web.measurement.models import Narrative
from saksama.web.planning.models import Goal, Indicator, IndicatorDefinition
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


def without_session(page: Page, played: Cast, address: str, path: str, button: str) -> None:
    """Send a form after the session ended, sign in and open the page of the form again."""
    Session.objects.all().delete()
    page.get_by_role("button", name=button).click()
    page.wait_for_url("**/sign-in/**")
    sign_in(page, played.ani, address)
    page.goto(path)


def test_a_long_form_outlives_its_session_and_a_refusal(played: Cast, page: Page, live_server: LiveServer) -> None:
    number = IndicatorDefinition.objects.get(indicator__key="IK4").pk
    path = f"/agencies/{played.agency.pk}/definitions/{number}/"
    sign_in(page, played.ani, live_server.url)
    page.goto(path)
    unit, least, reason = (page.get_by_label(name) for name in ("Satuan", "Nilai terkecil", "Alasan perubahan"))
    key = page.get_by_label("Indikator kinerja utama (IKU)")
    was_key = key.is_checked()
    unit.fill("Naskah")
    key.set_checked(not was_key)
    least.fill("nol")

    without_session(page, played, live_server.url, path, "Simpan")
    expect(page.get_by_text("Tulisan yang belum tersimpan")).to_be_visible()
    expect(key).to_be_checked(checked=not was_key)
    page.get_by_role("button", name="Simpan").click()
    expect(page.get_by_text("bukan angka")).to_be_visible()
    least.fill("0")
    reason.fill("Saran.")
    without_session(page, played, live_server.url, path, "Simpan")

    expect(unit).to_have_value("Naskah")
    expect(least).to_have_value("0")
    expect(reason).to_have_value("Saran.")
    expect(key).to_be_checked(checked=not was_key)
    page.get_by_role("button", name="Simpan").click()
    page.wait_for_url("**/plan/**")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert IndicatorDefinition.objects.get(pk=number).unit == "Naskah"
    assert page.evaluate("localStorage.length") == 0


def test_what_was_added_does_not_stand_in_the_next_empty_form(
    played: Cast, page: Page, live_server: LiveServer
) -> None:
    path = reverse("add-goal", args=[played.agency.pk, 2025])
    sign_in(page, played.ani, live_server.url)
    page.goto(path)
    page.get_by_label("Tujuan").fill("Layanan yang tepercaya")

    without_session(page, played, live_server.url, path, "Simpan")
    expect(page.get_by_label("Tujuan")).to_have_value("Layanan yang tepercaya")
    page.get_by_role("button", name="Simpan").click()
    page.wait_for_url("**/plan/**")
    page.goto(path)

    assert Goal.objects.filter(name="Layanan yang tepercaya").count() == 1
    expect(page.get_by_label("Tujuan")).to_have_value("")
    expect(page.get_by_text("Tulisan yang belum tersimpan")).to_be_hidden()

"""A quarter in which figures are missing is submitted with a reason, which the verifier reads."""

import pytest
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from saksama.web.measurement.models import Measurement
from saksama.web.workflow.models import Submission
from tests.web.browser import browsing, sign_in
from tests.web.cast import Cast, client_of

pytestmark = pytest.mark.django_db(transaction=True)


def first_quarter_of_ik4(cast: Cast) -> Measurement:
    return Measurement.objects.get(indicator__plan=cast.version.plan, indicator__key="IK4", year=2025, number=1)


def submit(cast: Cast, reason: str = "") -> str:
    path = f"/agencies/{cast.agency.pk}/measurements/2025/1/step/"
    return client_of(cast.ani).post(path, {"step": "submit", "reason": reason}, follow=True).content.decode()


def test_what_is_complete_needs_no_reason(cast: Cast) -> None:
    page = submit(cast)

    assert "4 dari 4 angka terisi" in page
    assert Submission.objects.get().state == "submitted"


def test_missing_figures_are_named_and_the_quarter_is_not_submitted(cast: Cast) -> None:
    first_quarter_of_ik4(cast).delete()

    page = submit(cast)

    assert "3 dari 4 angka terisi" in page
    assert "TW I 2025 belum lengkap: 1 angka belum terisi (Jumlah konten informasi publik yang diterbitkan)" in page
    assert not Submission.objects.exists()


def test_with_a_reason_it_is_submitted_and_the_verifier_reads_it(cast: Cast) -> None:
    first_quarter_of_ik4(cast).delete()

    submit(cast, "Rekap konten baru selesai April.")

    assert Submission.objects.get().state == "submitted"
    read = client_of(cast.budi).get(f"/agencies/{cast.agency.pk}/measurements/2025/").content.decode()
    assert "Rekap konten baru selesai April." in read
    assert "3 dari 4 angka terisi" in read


@pytest.mark.parametrize(("state", "is_there"), [("not-released", True), ("not-applicable", True), ("final", False)])
def test_a_figure_that_cannot_be_there_yet_is_not_missing(cast: Cast, state: str, is_there: bool) -> None:
    row = first_quarter_of_ik4(cast)
    row.value, row.state = None, state
    row.save()

    assert ("belum lengkap" in submit(cast)) is not is_there
    assert Submission.objects.exists() is is_there


def test_half_of_the_raw_data_is_not_a_figure(cast: Cast) -> None:
    row = Measurement.objects.get(indicator__plan=cast.version.plan, indicator__key="IK1", year=2025, number=1)
    row.denominator = None
    row.save()

    assert "3 dari 4 angka terisi" in submit(cast)


def test_who_fills_the_last_figure_is_asked_for_no_reason_any_more(cast: Cast, live_server: LiveServer) -> None:
    first_quarter_of_ik4(cast).delete()
    with browsing(live_server.url) as page:
        sign_in(page, cast.ani, live_server.url)
        page.goto(f"/agencies/{cast.agency.pk}/measurements/2025/")
        quarter = page.locator(".quarters > li").first
        expect(quarter.locator(".filling")).to_have_text("3 dari 4 angka terisi")
        quarter.get_by_text("Ajukan untuk diverifikasi").first.click()
        expect(quarter.get_by_label("Alasan")).to_be_visible()

        page.get_by_label("Jumlah konten informasi publik yang diterbitkan, TW I", exact=True).fill("120")
        page.keyboard.press("Tab")

        expect(quarter.locator(".filling")).to_have_text("4 dari 4 angka terisi")
        expect(quarter.get_by_label("Alasan")).to_be_hidden()
        quarter.get_by_role("button", name="Ajukan untuk diverifikasi").click()
        expect(quarter).to_contain_text("Menunggu verifikasi")

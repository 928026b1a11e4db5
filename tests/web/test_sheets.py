"""What a report tells beside its figures, filled on the web: every sheet keeps what it says, and says what is wrong."""

import re
from html import unescape
from http import HTTPStatus

import pytest
from django.test import Client
from lxml import html
from pytest_django import DjangoAssertNumQueries

from saksama.exchange.sample import SAMPLE
from saksama.exchange.sample_2025 import SAMPLE_2025
from saksama.web.measurement.record_sheets import GROUPS
from saksama.web.measurement.storage import load_record
from saksama.web.organisations.models import Agency, Position, RoleKind, Tenure, Unit
from saksama.web.workflow.models import Change, Submission, SubmissionState
from tests.web.cast import Cast, client_of, person

NAMES = [own.identifier for of_group in GROUPS.values() for own in of_group]


def form_of(browser: Client, path: str) -> dict[str, str]:
    """The fields of the form of a sheet, as a browser would send them."""
    tree = html.fromstring(browser.get(path).content.decode())
    form = tree.xpath("//form[contains(@class, 'sheet')]")[0]
    return {name: value or "" for name, value in form.form_values() if name != "csrfmiddlewaretoken"}


def path_of(agency: Agency, name: str, year: int) -> str:
    return f"/agencies/{agency.pk}/sheets/{year}/{name}/"


@pytest.mark.parametrize("name", NAMES)
def test_a_sheet_that_is_saved_as_it_was_changes_nothing(cast: Cast, name: str) -> None:
    for someone, agency, version, record, year in (
        (cast.ani, cast.agency, cast.version, SAMPLE_2025, 2025),
        (cast.citra, cast.other_agency, cast.other_version, SAMPLE, 2020),
    ):
        browser, path = client_of(someone), path_of(agency, name, year)
        answer = browser.post(path, form_of(browser, path), follow=True)

        assert "Tidak ada yang berubah." in answer.content.decode()
        assert load_record(version) == record
    assert not Change.objects.exists()


def test_a_recommendation_is_added_told_in_the_history_and_taken_away(cast: Cast) -> None:
    browser, path = client_of(cast.ani), path_of(cast.agency, "recommendations", 2025)
    before = load_record(cast.version).recommendations
    form = form_of(browser, path)
    new = int(form["rows"]) - 1
    browser.post(path, form | {f"text-{new}": "Lengkapi pohon kinerja", "reason": "LHE AKIP 2024"})
    added = load_record(cast.version).recommendations
    browser.post(path, form_of(browser, path) | {f"drop-{new}": "on"})

    assert [one.text for one in added] == [*(one.text for one in before), "Lengkapi pohon kinerja"]
    assert load_record(cast.version).recommendations == before
    assert Change.objects.filter(agency=cast.agency, reason="LHE AKIP 2024", person=cast.ani).exists()


def test_what_is_wrong_stands_beside_its_field_and_nothing_is_lost(cast: Cast) -> None:
    browser, path = client_of(cast.ani), path_of(cast.agency, "texts", 2025)
    before = load_record(cast.version)
    typed = {"date-0": "31 Februari 2026", "improvement-0": "Menyusun <b>rencana aksi</b> baru."}

    answer = browser.post(path, form_of(browser, path) | typed)
    page = html.fromstring(answer.content.decode())

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "31 Februari 2026" in page.get_element_by_id("error-date-0").text_content()
    assert page.get_element_by_id("date-0").value == "31 Februari 2026"
    assert page.get_element_by_id("improvement-0").value == "Menyusun <b>rencana aksi</b> baru."
    assert load_record(cast.version) == before


def test_a_number_that_can_be_two_is_asked(cast: Cast) -> None:
    browser, path = client_of(cast.ani), path_of(cast.agency, "staff", 2025)

    answer = browser.post(path, form_of(browser, path) | {"count-0": "1.234"}).content.decode()

    assert "1.234" in unescape(re.sub("<[^>]+>", " ", answer))
    assert "Ketik salah satunya" in answer


def test_of_two_who_fill_a_sheet_the_second_sees_what_the_first_saved(cast: Cast) -> None:
    browser, path = client_of(cast.ani), path_of(cast.agency, "profile", 2025)
    seen = form_of(browser, path)
    browser.post(path, form_of(browser, path) | {"vision-0": "Kota yang terbuka"})

    answer = browser.post(path, seen | {"mission-0": "Menata layanan"})
    again = html.fromstring(answer.content.decode())
    saved = browser.post(path, dict(again.xpath("//form[contains(@class, 'sheet')]")[0].form_values()), follow=True)

    assert "Orang lain baru saja mengubah lembar ini." in answer.content.decode()
    assert "Yang tersimpan: Kota yang terbuka" in answer.content.decode()
    assert "Tersimpan." in saved.content.decode()
    cast.version.refresh_from_db()
    assert load_record(cast.version).plan.mission == "Menata layanan"


def test_a_unit_that_others_stand_below_is_not_taken_away_silently(cast: Cast) -> None:
    browser, path = client_of(cast.ani), path_of(cast.agency, "units", 2025)
    before = load_record(cast.version)

    answer = browser.post(path, form_of(browser, path) | {"drop-0": "on"})

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert before.agency.units[0].name in answer.content.decode()
    assert load_record(cast.version) == before


def test_an_agreed_target_of_a_closed_year_is_not_changed_here(cast: Cast) -> None:
    browser, path = client_of(cast.ani), path_of(cast.agency, "agreed_targets", 2025)
    Submission.objects.create(agency=cast.agency, year=2025, cycle="quarter", number=4, state=SubmissionState.APPROVED)
    form = form_of(browser, path)
    new = int(form["rows"]) - 1

    answer = browser.post(path, form | {f"indicator-{new}": "IK4", f"target-{new}": "1"})

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "terkunci" in answer.content.decode()


def test_only_who_plans_for_the_agency_fills_its_report(cast: Cast) -> None:
    path = path_of(cast.agency, "texts", 2025)
    for someone in (cast.budi, cast.citra):
        browser = client_of(someone)
        for asked in (path, f"/agencies/{cast.agency.pk}/sheets/2025/"):
            assert browser.get(asked).status_code == HTTPStatus.NOT_FOUND
        assert browser.post(path, {"rows": "1"}).status_code == HTTPStatus.NOT_FOUND
    ani = client_of(cast.ani)
    assert ani.get(path_of(cast.agency, "actuals", 2025)).status_code == HTTPStatus.NOT_FOUND
    assert Client(enforce_csrf_checks=True).post(path, {"rows": "1"}).status_code == HTTPStatus.FORBIDDEN


def test_who_only_plans_fills_no_actual_of_a_programme(cast: Cast) -> None:
    browser = client_of(person("Wati", RoleKind.PLANNING_AGENCY, cast.government))
    path = path_of(cast.agency, "outputs", 2025)

    refused = browser.post(path, form_of(browser, path) | {"value-0": "3"}).content.decode()
    kept = browser.post(path, form_of(browser, path) | {"target-0": "5"}, follow=True).content.decode()

    assert "Mintalah operator" in refused
    assert "Tersimpan." in kept
    assert not Change.objects.filter(subject__startswith="measurement:").exists()


def test_a_sheet_takes_the_same_queries(cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    browser = client_of(cast.ani)
    browser.get(path_of(cast.agency, "texts", 2025))
    for name in ("texts", "recommendations", "settings"):
        with django_assert_num_queries(28):
            browser.get(path_of(cast.agency, name, 2025))


def test_the_result_of_a_programme_is_filled_for_the_year_and_other_years_stay(cast: Cast) -> None:
    browser, path = client_of(cast.ani), path_of(cast.agency, "outputs", 2025)
    form = form_of(browser, path)
    new = int(form["rows"]) - 1
    before = {one.id: one for node in load_record(cast.version).nodes() for one in node.indicators}
    first = next(iter(before.values()))
    node = next(node.id for node in load_record(cast.version).nodes() if not node.children)
    typed = {
        "value-0": "3", f"subject-{new}": node, f"id-{new}": "OUT99", f"name-{new}": "Dokumen yang terbit",
        f"unit-{new}": "dokumen", f"formula-{new}": form["formula-0"], f"target-{new}": "4", f"value-{new}": "3",
    }  # fmt: skip

    answer = browser.post(path, form | typed, follow=True)
    after = {one.id: one for node in load_record(cast.version).nodes() for one in node.indicators}

    assert "Tersimpan." in answer.content.decode()
    assert [one.value for one in after["OUT99"].actuals] == [3]
    assert [one.value for one in after[first.id].actuals if one.year == 2025] == [3]
    assert after[first.id].targets == first.targets
    assert set(after) == {*before, "OUT99"}


def test_a_list_of_many_rows_is_saved_whole_and_one_that_is_cut_off_is_refused(cast: Cast) -> None:
    browser, path = client_of(cast.ani), path_of(cast.agency, "units", 2025)
    before = len(load_record(cast.version).agency.units)
    form = form_of(browser, path)
    first = int(form["rows"]) - 1
    many = {f"name-{first + place}": f"Unit {place}" for place in range(450)}
    empty = {f"parent-{first + place}": "" for place in range(450)} | {
        f"head-{first + place}": "" for place in range(450)
    }

    browser.post(path, form | many | empty | {"rows": str(first + 450)})
    assert len(load_record(cast.version).agency.units) == before + 450
    for rows in ("", "9999"):
        answer = browser.post(path, form_of(browser, path) | {"rows": rows})
        assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY, rows
    assert len(load_record(cast.version).agency.units) == before + 450


def test_in_english_labels_hints_and_choices_are_translated_and_what_is_kept_is_the_same(cast: Cast) -> None:
    browser, path = client_of(cast.ani), path_of(cast.agency, "outputs", 2025)
    browser.cookies["language"] = "en"

    page = html.fromstring(browser.get(path).content.decode())
    answer = browser.post(path, form_of(browser, path), follow=True)

    assert page.xpath("string(//h1)") == "Indicators of programmes, activities and sub-activities"
    assert "Actual 2025" in [label.text_content().strip() for label in page.xpath("//label")]
    choices = page.xpath("//option/text()")
    assert "Higher is better (actual ÷ target)" in choices
    assert "Nothing changed." in answer.content.decode()
    assert not Change.objects.exists()


def test_the_recorded_head_is_not_copied_into_the_record_and_not_asked_again(cast: Cast) -> None:
    before = load_record(cast.version).agency.head
    post = Position.objects.create(agency=cast.agency, title="Kepala Dinas", is_head=True)
    Tenure.objects.create(position=post, name="Rani Dewanti")
    browser = client_of(cast.ani)

    for identifier in ("profile", "awards"):
        path = path_of(cast.agency, identifier, 2025)
        sent = form_of(browser, path)
        assert "head_name-0" not in sent
        answer = browser.post(path, sent | {"vision-0": "Kota yang terbuka"}, follow=True).content.decode()
        assert "Tersimpan." in answer or identifier == "awards"
        assert "Tidak ada yang berubah" in answer or identifier == "profile"

    assert [one.fact for one in Change.objects.all()] == ["vision"]
    Tenure.objects.all().delete()
    assert load_record(cast.version).agency.head == before


def test_an_agreed_target_on_which_approved_figures_rest_needs_a_reason_and_is_marked(cast: Cast) -> None:
    Submission.objects.create(agency=cast.agency, year=2025, cycle="quarter", number=1, state=SubmissionState.APPROVED)
    browser, path = client_of(cast.ani), path_of(cast.agency, "agreed_targets", 2025)
    sent = form_of(browser, path)
    name = next(one for one in sent if one.startswith("target-") and sent[one] and not sent[f"target_low-{one[7:]}"])
    changed = sent | {name: "77"}

    refused = browser.post(path, changed).content.decode()
    kept = browser.post(path, changed | {"reason": "Perubahan anggaran"}, follow=True).content.decode()

    assert "Angka yang sudah disetujui" in refused
    assert "Tersimpan." in kept
    assert {one.reason for one in Change.objects.filter(is_revision=True)} == {"Perubahan anggaran"}


@pytest.mark.parametrize("name", [name for name in NAMES if name != "units"])
def test_where_units_are_recorded_too_a_sheet_that_is_saved_as_it_was_changes_nothing(cast: Cast, name: str) -> None:
    Unit.objects.create(agency=cast.agency, name="Bidang", parent=Unit.objects.create(agency=cast.agency, name="Dinas"))
    browser, path, record = client_of(cast.ani), path_of(cast.agency, name, 2025), load_record(cast.version)

    answer = browser.post(path, form_of(browser, path), follow=True)

    assert "Tidak ada yang berubah." in answer.content.decode()
    assert load_record(cast.version) == record
    assert not Change.objects.exists()


def test_where_units_are_recorded_their_sheet_leads_there_and_keeps_nothing(cast: Cast) -> None:
    browser, path = client_of(cast.ani), path_of(cast.agency, "units", 2025)
    sent = form_of(browser, path)
    Unit.objects.create(agency=cast.agency, name="Sekretariat")

    for answer in (browser.get(path, follow=True), browser.post(path, sent | {"name-0": "Lain"}, follow=True)):
        assert answer.redirect_chain == [(f"/agencies/{cast.agency.pk}/units/", HTTPStatus.FOUND)]
        assert "Susunan unit diubah di halaman ini" in answer.content.decode()
    assert [one.name for one in load_record(cast.version).agency.units] == ["Sekretariat"]
    assert not Change.objects.exists()

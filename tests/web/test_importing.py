"""Importing a workbook: look first, then apply; what changed meanwhile is looked at again."""

import re
from dataclasses import replace
from http import HTTPStatus

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from saksama.exchange.record_json import write_record
from saksama.exchange.sample import SAMPLE
from saksama.exchange.sample_2025 import SAMPLE_2025
from saksama.kernel.record import PerformanceRecord
from saksama.web.measurement.models import Evidence, Measurement
from saksama.web.measurement.storage import load_record
from saksama.web.planning.models import Goal
from saksama.web.workflow.models import Change, Submission, SubmissionState
from tests.web.cast import Cast, client_of


def path(cast: Cast) -> str:
    return f"/agencies/{cast.agency.pk}/import/2025/"


def upload(browser: Client, cast: Cast, content: bytes, name: str = "data.json") -> str:
    return browser.post(path(cast), {"file": SimpleUploadedFile(name, content)}, follow=True).content.decode()


def token_in(page: str) -> str:
    found = re.search(r'name="token" value="([^"]+)"', page)
    assert found, page
    return found.group(1)


def renamed() -> PerformanceRecord:
    (goal,) = SAMPLE_2025.plan.goals
    return replace(SAMPLE_2025, plan=replace(SAMPLE_2025.plan, goals=(replace(goal, name="Tujuan yang diperjelas"),)))


def test_a_preview_changes_nothing_and_applying_it_changes_just_that(cast: Cast) -> None:
    browser = client_of(cast.ani)

    page = upload(browser, cast, write_record(renamed()))
    assert "Tujuan yang diperjelas" in page
    assert load_record(cast.version) == SAMPLE_2025

    browser.post(path(cast), {"token": token_in(page), "reason": "Saran Bappeda"})
    assert load_record(cast.version) == renamed()
    change = Change.objects.get()
    assert (change.fact, change.new, change.reason) == ("name", "Tujuan yang diperjelas", "Saran Bappeda")


def test_the_same_data_change_nothing(cast: Cast) -> None:
    assert "tidak ada yang berubah" in upload(client_of(cast.ani), cast, write_record(SAMPLE_2025))


def test_what_changed_since_the_preview_is_looked_at_again(cast: Cast) -> None:
    browser = client_of(cast.ani)
    page = upload(browser, cast, write_record(renamed()))
    cast.version.plan.record_version += 1
    cast.version.plan.save()

    again = browser.post(path(cast), {"token": token_in(page)}).content.decode()

    assert "Data berubah sejak pratinjau" in again
    assert not Goal.objects.filter(name="Tujuan yang diperjelas").exists()


def test_a_broken_file_another_plan_and_a_forged_preview_change_nothing(cast: Cast) -> None:
    browser = client_of(cast.ani)

    assert "Unggah lagi" in upload(browser, cast, b'{"format": "saksama-record", "version": 1, "plan": 7}')
    assert "sedangkan ini rencana" in upload(browser, cast, write_record(SAMPLE))
    assert browser.post(path(cast), {"token": "forged"}, follow=True).status_code == HTTPStatus.OK
    assert load_record(cast.version) == SAMPLE_2025
    assert Measurement.objects.filter(indicator__plan=cast.version.plan).exists()


def test_who_may_import(cast: Cast) -> None:
    for someone in (cast.budi, cast.citra):
        assert client_of(someone).get(path(cast)).status_code == HTTPStatus.NOT_FOUND


def without_last_figure() -> tuple[PerformanceRecord, str]:
    """The record without the last period of its first indicator that has one, and the key of that."""
    (goal,) = SAMPLE_2025.plan.goals
    objective = next(one for one in goal.objectives if one.indicators and one.indicators[0].period_actuals)
    first, *others = objective.indicators
    less = replace(objective, indicators=(replace(first, period_actuals=first.period_actuals[:-1]), *others))
    objectives = tuple(less if one is objective else one for one in goal.objectives)
    return replace(SAMPLE_2025, plan=replace(SAMPLE_2025.plan, goals=(replace(goal, objectives=objectives),))), first.id


def test_no_import_changes_what_was_submitted(cast: Cast) -> None:
    record, _key = without_last_figure()
    page = upload(client_of(cast.ani), cast, write_record(record))
    Submission.objects.create(agency=cast.agency, year=2025, cycle="quarter", number=4, state=SubmissionState.APPROVED)

    applied = client_of(cast.ani).post(path(cast), {"token": token_in(page)}, follow=True).content.decode()

    assert "terkunci" in applied
    assert "terkunci" in upload(client_of(cast.ani), cast, write_record(record))
    assert load_record(cast.version) == SAMPLE_2025


def test_no_import_takes_away_a_figure_that_has_evidence(cast: Cast) -> None:
    record, key = without_last_figure()
    figure = Measurement.objects.filter(indicator__plan=cast.version.plan, indicator__key=key).latest("number")
    Evidence.objects.create(measurement=figure, title="Surat", link="https://contoh.go.id", added_by=cast.ani)

    assert "padahal ada buktinya" in upload(client_of(cast.ani), cast, write_record(record))
    assert load_record(cast.version) == SAMPLE_2025


def test_who_has_the_grid_open_does_not_overwrite_what_an_import_brought(cast: Cast) -> None:
    browser = client_of(cast.ani)
    Measurement.objects.filter(indicator__plan=cast.version.plan, indicator__key="IK4", year=2025, number=4).update(
        value=100
    )
    browser.post(path(cast), {"token": token_in(upload(browser, cast, write_record(SAMPLE_2025)))})

    typed = {"key": "IK4", "cycle": "quarter", "number": 4, "edit": 1, "typed": {"value": "101"}}
    address = f"/agencies/{cast.agency.pk}/measurements/2025/cell/"
    answer = browser.post(address, typed, content_type="application/json")

    assert answer.status_code == HTTPStatus.CONFLICT
    assert answer.json()["theirs"]["value"] == "127"

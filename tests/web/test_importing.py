"""Importing a workbook: look first, then apply; what changed meanwhile is looked at again."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from http import HTTPStatus

import pytest
from django.db.models import F
from pytest_django import DjangoAssertNumQueries

from saksama.exchange.record_json import write_record
from saksama.exchange.sample import SAMPLE
from saksama.exchange.sample_2025 import SAMPLE_2025
from saksama.kernel.indicator import Continuity, IndicatorChange, PerformanceIndicator, Target
from saksama.kernel.record import PerformanceRecord
from saksama.web.measurement.import_previews import MOST_ROWS, said_groups
from saksama.web.measurement.importing import resume_imports
from saksama.web.measurement.models import Evidence, Import, ImportState, Measurement, Narrative
from saksama.web.measurement.storage import load_record
from saksama.web.organisations.models import RoleKind
from saksama.web.planning.models import Goal, PlanVersion, StrategicPlan
from saksama.web.queueing import MOST_TRIES
from saksama.web.stored_files import MOST_WAITING
from saksama.web.workflow.models import Change, Submission, SubmissionState
from tests.web.cast import Cast, client_of, person
from tests.web.importing_browser import agree, path_of, upload
from tests.web.test_entry_grid import mark_now


def path(cast: Cast) -> str:
    return f"/agencies/{cast.agency.pk}/import/2025/"


def renamed() -> PerformanceRecord:
    (goal,) = SAMPLE_2025.plan.goals
    return replace(SAMPLE_2025, plan=replace(SAMPLE_2025.plan, goals=(replace(goal, name="Tujuan yang diperjelas"),)))


def test_a_preview_changes_nothing_and_applying_it_changes_just_that(cast: Cast) -> None:
    browser = client_of(cast.ani)

    page = upload(browser, path(cast), write_record(renamed()))
    assert "Nama Tujuan yang diperjelas" in page
    assert load_record(cast.version) == SAMPLE_2025

    applied = agree(browser, reason="Saran Bappeda")
    assert "isian diterapkan oleh Ani" in applied
    assert "Saran Bappeda" in applied
    assert load_record(cast.version) == renamed()
    change = Change.objects.get()
    assert (change.fact, change.new, change.reason) == ("name", "Tujuan yang diperjelas", "Saran Bappeda")


def test_a_preview_calls_things_by_their_names(cast: Cast) -> None:
    measured = Measurement.objects.filter(indicator__key="IK4", year=2025, number=4)
    measured.update(value=0)
    Measurement.objects.create(
        indicator=measured.get().indicator, year=2026, cycle="quarter", number=1, value=Decimal(0)
    )

    page = upload(client_of(cast.ani), path(cast), write_record(SAMPLE_2025))

    assert "Jumlah konten informasi publik yang diterbitkan · TW IV 2025" in page
    assert ">Realisasi 0</td>" in page
    assert ">Realisasi 127</td>" in page
    assert "quarter" not in page


def test_the_same_data_change_nothing(cast: Cast) -> None:
    assert "tidak ada yang berubah" in upload(client_of(cast.ani), path(cast), write_record(SAMPLE_2025))


def test_what_changed_since_the_preview_is_looked_at_again(cast: Cast) -> None:
    browser = client_of(cast.ani)
    upload(browser, path(cast), write_record(renamed()))
    Narrative.objects.filter(indicator__plan=cast.version.plan).delete()
    StrategicPlan.objects.update(record_version=F("record_version") + 1)

    again = agree(browser)

    assert "Data berubah sejak pratinjau" in again
    assert "Analisis (" in again
    assert not Goal.objects.filter(name="Tujuan yang diperjelas").exists()
    assert "isian diterapkan" in agree(browser)
    assert load_record(cast.version) == renamed()


def test_a_broken_file_and_another_plan_change_nothing(cast: Cast) -> None:
    browser = client_of(cast.ani)

    assert "Unggah lagi" in upload(browser, path(cast), b'{"format": "saksama-record", "version": 1, "plan": 7}')
    assert Import.objects.get().state == ImportState.FAILED
    assert "sedangkan ini rencana" in upload(browser, path(cast), write_record(SAMPLE))
    assert "data.pdf bukan jenis berkas yang diterima" in upload(browser, path(cast), b"%PDF", name="data.pdf")
    assert "kosong" in upload(browser, path(cast), b"")
    assert "Pilih berkasnya" in browser.post(path(cast)).content.decode()
    assert load_record(cast.version) == SAMPLE_2025
    assert Measurement.objects.filter(indicator__plan=cast.version.plan).exists()


def test_who_may_import(cast: Cast) -> None:
    upload(client_of(cast.ani), path(cast), write_record(renamed()))
    asked = Import.objects.get()
    for someone in (cast.budi, cast.citra):
        browser = client_of(someone)
        for address in (path(cast), path_of(asked)):
            assert browser.get(address).status_code == HTTPStatus.NOT_FOUND
        assert browser.post(f"{path_of(asked)}apply/").status_code == HTTPStatus.NOT_FOUND
    elsewhere = f"/agencies/{cast.other_agency.pk}/imports/{asked.pk}/"
    assert client_of(cast.citra).get(elsewhere).status_code == HTTPStatus.NOT_FOUND
    assert load_record(cast.version) == SAMPLE_2025


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
    upload(client_of(cast.ani), path(cast), write_record(record))
    Submission.objects.create(agency=cast.agency, year=2025, cycle="quarter", number=4, state=SubmissionState.APPROVED)

    assert "terkunci" in agree(client_of(cast.ani))
    assert "terkunci" in upload(client_of(cast.ani), path(cast), write_record(record))
    assert load_record(cast.version) == SAMPLE_2025


def test_no_import_takes_away_a_figure_that_has_evidence(cast: Cast) -> None:
    record, key = without_last_figure()
    figure = Measurement.objects.filter(indicator__plan=cast.version.plan, indicator__key=key).latest("number")
    Evidence.objects.create(measurement=figure, title="Surat", link="https://contoh.go.id", added_by=cast.ani)

    assert "padahal ada buktinya" in upload(client_of(cast.ani), path(cast), write_record(record))
    assert load_record(cast.version) == SAMPLE_2025


def test_who_has_the_grid_open_does_not_overwrite_what_an_import_brought(cast: Cast) -> None:
    browser = client_of(cast.ani)
    Measurement.objects.filter(indicator__plan=cast.version.plan, indicator__key="IK4", year=2025, number=4).update(
        value=100
    )
    seen = mark_now()
    upload(browser, path(cast), write_record(SAMPLE_2025))
    agree(browser)

    typed = {"key": "IK4", "cycle": "quarter", "number": 4, "seen": seen, "typed": {"value": "101"}}
    address = f"/agencies/{cast.agency.pk}/measurements/2025/cell/"
    answer = browser.post(address, typed, content_type="application/json")

    assert answer.status_code == HTTPStatus.CONFLICT
    assert answer.json()["theirs"]["value"] == "127"


def test_the_import_is_found_again_with_who_and_how_far(cast: Cast) -> None:
    browser = client_of(cast.ani)
    upload(browser, path(cast), write_record(renamed()), name="Rencana.json")

    listed = browser.get(path(cast)).content.decode()

    assert all(said in listed for said in ("Rencana.json", "Ani", "Menunggu persetujuan"))
    assert "Tujuan yang diperjelas" in browser.get(path_of(Import.objects.get())).content.decode()


def test_while_the_worker_has_it_the_page_shows_its_stage(cast: Cast) -> None:
    browser = client_of(cast.ani)
    upload(browser, path(cast), write_record(renamed()))
    Import.objects.update(state=ImportState.COMPARING)

    page = browser.get(path_of(Import.objects.get())).content.decode()

    assert "Membandingkan dengan data" in page
    assert 'id="progress"' in page
    assert "Terapkan" not in page


def test_what_a_stopped_worker_left_is_read_after_the_next_start(cast: Cast) -> None:
    upload(client_of(cast.ani), path(cast), write_record(renamed()))
    Import.objects.update(state=ImportState.READING, preview=None)

    assert resume_imports() == 1
    assert "Tujuan yang diperjelas" in client_of(cast.ani).get(path_of(Import.objects.get())).content.decode()
    assert resume_imports() == 0


def test_what_a_stopped_worker_left_is_applied_once_after_the_next_start(cast: Cast) -> None:
    upload(client_of(cast.ani), path(cast), write_record(renamed()))
    Import.objects.update(state=ImportState.APPLYING, agreed_by=cast.ani)

    assert (resume_imports(), resume_imports()) == (1, 0)
    assert load_record(cast.version) == renamed()
    assert Change.objects.count() == 1


def test_what_stops_the_worker_again_and_again_is_not_tried_for_ever(cast: Cast) -> None:
    upload(client_of(cast.ani), path(cast), write_record(renamed()))
    Import.objects.update(state=ImportState.READING, tries=MOST_TRIES)

    resume_imports()

    assert Import.objects.get().state == ImportState.FAILED
    assert "Server berhenti" in client_of(cast.ani).get(path_of(Import.objects.get())).content.decode()


def test_nobody_applies_what_was_applied_or_shows_no_change(cast: Cast) -> None:
    browser = client_of(cast.ani)
    upload(browser, path(cast), write_record(renamed()))
    agree(browser)

    assert "tidak lagi menunggu persetujuan" in agree(browser)
    assert Change.objects.count() == 1
    upload(browser, path(cast), write_record(renamed()))
    assert Import.objects.latest("pk").state == ImportState.SAME
    assert "tidak lagi menunggu persetujuan" in agree(browser)


def test_a_plan_that_has_a_new_version_takes_no_older_import(cast: Cast) -> None:
    browser = client_of(cast.ani)
    upload(browser, path(cast), write_record(renamed()))
    PlanVersion.objects.create(plan=cast.version.plan, number=2)

    assert "sudah mempunyai versi baru" in agree(browser)
    assert load_record(cast.version) == SAMPLE_2025


def test_nobody_fills_the_queue_for_everybody_else(cast: Cast) -> None:
    asked = {"version": cast.version, "kind": "record", "year": 2025, "name": "a", "sha256": "a", "size": 1}
    Import.objects.bulk_create(Import(title="a.json", person=cast.ani, **asked) for _number in range(MOST_WAITING))

    assert "Tunggu sampai selesai" in upload(client_of(cast.ani), path(cast), write_record(SAMPLE_2025))
    assert Import.objects.count() == MOST_WAITING


def test_a_file_that_comes_to_too_much_is_stopped(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("saksama.web.measurement.import_reading.DEADLINE", 0.05)

    assert "terlalu berat" in upload(client_of(cast.ani), path(cast), write_record(SAMPLE_2025))


def test_a_long_preview_is_cut_and_counted() -> None:
    (group,) = said_groups(["Isi", *["  satu"] * (MOST_ROWS + 5)])

    assert (len(group["items"]), group["count"], group["more"]) == (MOST_ROWS, MOST_ROWS + 5, 5)


@pytest.mark.parametrize("more", [0, 3])
def test_the_list_needs_as_many_queries_whatever_its_length(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries, more: int
) -> None:
    browser = client_of(cast.ani)
    for _number in range(1 + more):
        upload(browser, path(cast), write_record(SAMPLE_2025))

    with django_assert_num_queries(6):
        browser.get(path(cast))


def with_first(change: Callable[[PerformanceIndicator], PerformanceIndicator]) -> PerformanceRecord:
    """The record in which the first indicator that has quarters is another."""
    (goal,) = SAMPLE_2025.plan.goals
    objective = next(one for one in goal.objectives if one.indicators and one.indicators[0].period_actuals)
    first, *others = objective.indicators
    other = replace(objective, indicators=(change(first), *others))
    objectives = tuple(other if one is objective else one for one in goal.objectives)
    return replace(SAMPLE_2025, plan=replace(SAMPLE_2025.plan, goals=(replace(goal, objectives=objectives),)))


def test_who_only_plans_brings_no_figures(cast: Cast) -> None:
    browser = client_of(person("Wati", RoleKind.PLANNING_AGENCY, cast.government))
    measured = with_first(lambda one: replace(one, actuals=(replace(one.actuals[0], note="Lain"), *one.actuals[1:])))

    assert "Mintalah operator" in upload(browser, path(cast), write_record(measured))
    upload(browser, path(cast), write_record(renamed()))
    assert "isian diterapkan" in agree(browser)
    assert not Measurement.objects.filter(note="Lain").exists()


@pytest.mark.parametrize(
    "change",
    [
        lambda one: replace(one, targets=tuple(replace(t, low=t.low + 1, high=t.high + 1) for t in one.targets)),
        lambda one: replace(one, maximum=Decimal(100_000)),
        lambda one: replace(one, end_target=Target(2029, Decimal(9), Decimal(9))),
        lambda one: replace(one, changes=(IndicatorChange(2025, Continuity.REDEFINED, "", "Cakupan lain"),)),
    ],
)
def test_what_approved_figures_rest_on_needs_a_reason_and_is_marked(
    cast: Cast, change: Callable[[PerformanceIndicator], PerformanceIndicator]
) -> None:
    Submission.objects.create(agency=cast.agency, year=2025, cycle="quarter", number=1, state=SubmissionState.APPROVED)
    browser = client_of(cast.ani)

    assert "angka yang sudah disetujui" in upload(browser, path(cast), write_record(with_first(change)))
    assert "angka yang sudah disetujui" in agree(browser)
    assert load_record(cast.version) == SAMPLE_2025
    assert "isian diterapkan" in agree(browser, reason="Perubahan Renstra")
    marked = Change.objects.filter(is_revision=True)
    assert marked.exists()
    assert {one.reason for one in marked} == {"Perubahan Renstra"}
    assert not Change.objects.filter(
        subject__startswith="target:", subject__contains="/2026/", is_revision=True
    ).exists()


def test_what_was_approved_since_the_preview_is_looked_at_again(cast: Cast) -> None:
    browser = client_of(cast.ani)
    upload(browser, path(cast), write_record(with_first(lambda one: replace(one, maximum=Decimal(100_000)))))
    Submission.objects.create(agency=cast.agency, year=2025, cycle="quarter", number=1, state=SubmissionState.APPROVED)

    assert "angka yang sudah disetujui" in agree(browser)
    assert load_record(cast.version) == SAMPLE_2025
    assert "isian diterapkan" in agree(browser, reason="Perubahan Renstra")


def test_no_import_takes_away_an_indicator_of_an_earlier_version(cast: Cast) -> None:
    browser = client_of(cast.ani)
    browser.post(
        f"/agencies/{cast.agency.pk}/plan/2025/version/",
        {"title": "Perubahan", "reason": "Arah baru", "legal_basis": "Peraturan"},
    )
    version = PlanVersion.objects.latest("number")
    assert version.number > cast.version.number
    record = replace(load_record(version), surveys=())
    (goal,) = record.plan.goals
    *others, last = goal.objectives
    gone = last.indicators[-1]
    goals = (replace(goal, objectives=(*others, replace(last, indicators=last.indicators[:-1]))),)
    less = replace(
        record,
        plan=replace(record.plan, goals=goals),
        supports=tuple(one for one in record.supports if one.subject != gone.id),
        agreements=tuple(
            replace(one, targets=tuple(target for target in one.targets if target.indicator != gone.id))
            for one in record.agreements
        ),
    )

    page = upload(browser, path(cast), write_record(less))

    assert f"memuat indikator {gone.id}" in page
    assert gone in load_record(version).indicators()

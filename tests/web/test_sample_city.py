"""The sample city: thirty agencies, both samples among them, late and incomplete ones too."""

from datetime import date

import pytest

from saksama.exchange.sample import SAMPLE
from saksama.kernel.period import Cycle, Period
from saksama.web.measurement.storage import load_record
from saksama.web.organisations.models import Agency, Role, RoleKind
from saksama.web.overview.summaries import summaries, together
from saksama.web.planning.versions import version_in_force, versions_in_force
from saksama.web.sample_city import city_records, load_sample_city
from saksama.web.setting_up import prepare
from saksama.web.workflow.models import Submission, SubmissionState


@pytest.mark.django_db
def test_the_city_has_thirty_agencies_and_somebody_for_every_role() -> None:
    government = load_sample_city(date(2026, 11, 24))

    assert Agency.objects.filter(government=government).count() == 30
    assert set(Role.objects.values_list("kind", flat=True)) == set(RoleKind.values)
    sample = Agency.objects.get(name=SAMPLE.agency.name)
    version = version_in_force(sample, 2020)
    assert version is not None
    assert load_record(version) == SAMPLE


@pytest.mark.django_db
def test_some_are_late_and_some_incomplete_and_none_of_it_is_hidden() -> None:
    load_sample_city(date(2026, 11, 24))

    found = summaries(versions_in_force(Agency.objects.all(), 2026), Period(2026, 3, Cycle.QUARTER))
    total = together(found.values())

    assert 0 < total.complete < total.agencies
    assert total.missing > 0
    assert {SubmissionState.RETURNED, SubmissionState.APPROVED} <= set(
        Submission.objects.values_list("state", flat=True)
    )


@pytest.mark.parametrize("today", [date(2026, 1, 1), date(2026, 4, 1), date(2026, 12, 31), date(2028, 2, 29)])
def test_the_city_can_be_made_on_any_day(today: date) -> None:
    records = city_records(today)

    assert len(records) == 30
    assert len({record.agency.name for record in records}) == 30


@pytest.mark.django_db
def test_a_second_start_makes_no_second_city() -> None:
    list(prepare(address="http://127.0.0.1:8000", with_sample=True))
    lines = list(prepare(address="http://127.0.0.1:8000", with_sample=True))

    assert Agency.objects.count() == 30
    assert sum("/sign-in/" in line for line in lines) == len(RoleKind.values)

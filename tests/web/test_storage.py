"""A record that is saved comes back as it was, whatever it holds, from either database."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from pytest_django import DjangoAssertNumQueries

from saksama.exchange.sample import SAMPLE
from saksama.exchange.sample_2025 import SAMPLE_2025
from saksama.kernel.agency import Unit as KernelUnit
from saksama.kernel.record import PerformanceRecord
from saksama.web.measurement.storage import load_record, save_record
from saksama.web.organisations.models import Agency, Government, Unit
from saksama.web.planning.models import PlanVersion, StrategicPlan
from tests.exchange.records import records
from tests.web.cast import hold

pytestmark = pytest.mark.django_db


def version_for(record: PerformanceRecord) -> PlanVersion:
    government, _ = Government.objects.get_or_create(name="Kota Contoh")
    agency, _ = Agency.objects.get_or_create(government=government, name=record.agency.name)
    plan = StrategicPlan.objects.create(
        agency=agency, first_year=record.plan.first_year, last_year=record.plan.last_year
    )
    return PlanVersion.objects.create(plan=plan)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(records())
def test_any_record_comes_back(record: PerformanceRecord) -> None:
    with transaction.atomic():
        version = version_for(record)
        save_record(record, version)
        version.refresh_from_db()

        back = load_record(version)
        again = save_record(record, version)
        transaction.set_rollback(True)

    assert back == record
    assert again == []


@pytest.mark.parametrize("record", [SAMPLE, SAMPLE_2025], ids=["first", "second"])
def test_a_record_is_compared_in_as_many_queries_however_long_it_is(
    record: PerformanceRecord, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    version = PlanVersion.objects.get(pk=hold(record, Government.objects.create(name="Kota Contoh"))[1].pk)

    with django_assert_num_queries(27):
        assert save_record(record, version, is_kept=False) == []


@pytest.mark.parametrize("record", [SAMPLE, SAMPLE_2025], ids=["first", "second"])
def test_both_samples_come_back_in_a_fixed_number_of_queries(
    record: PerformanceRecord, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    _agency, version = hold(record, Government.objects.create(name="Kota Contoh"))

    with django_assert_num_queries(24):
        assert load_record(version) == record


def test_a_changed_figure_is_the_only_difference() -> None:
    _agency, version = hold(SAMPLE, Government.objects.create(name="Kota Contoh"))
    programme = replace(SAMPLE.programmes[0], name="Program lain")

    found = save_record(replace(SAMPLE, programmes=(programme, *SAMPLE.programmes[1:])), version, is_kept=False)

    assert [(one.key, one.new) for one in found] == [((programme.id,), {"name": "Program lain"})]
    assert load_record(version) == SAMPLE, "a preview changes nothing"


def test_units_that_are_recorded_stand_in_the_record_and_are_not_copied_into_it() -> None:
    agency, version = hold(SAMPLE, Government.objects.create(name="Kota Contoh"))
    ended = Unit.objects.create(agency=agency, name="Bagian Lama", ends_on=date(2020, 1, 1))
    assert load_record(version) == SAMPLE, "what has ended is not printed"
    head = Unit.objects.create(agency=agency, name="Kepala")
    below = Unit.objects.create(agency=agency, name="Bidang A", tasks="Melayani", parent=head)
    Unit.objects.create(agency=agency, name="Bidang B", parent=ended)
    Unit.objects.create(agency=agency, name="Subbidang", parent=below)

    record = load_record(version)
    again = save_record(record, version)
    other = replace(record, agency=replace(record.agency, units=(KernelUnit("Lain"),)))

    assert record.agency.units == (
        KernelUnit("Kepala"),
        KernelUnit("Bidang A", "Kepala", "Melayani"),
        KernelUnit("Subbidang", "Bidang A"),
        KernelUnit("Bidang B"),
    )
    assert again == []
    assert save_record(other, version) == []
    Unit.objects.update(ends_on=date(2020, 1, 1))
    assert load_record(version) == SAMPLE

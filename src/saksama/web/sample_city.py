"""The sample city in the database: thirty agencies, late and incomplete ones among them, and people for every role."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from django.db import transaction

from saksama.exchange.sample import SAMPLE
from saksama.exchange.sample_2025 import SAMPLE_2025
from saksama.kernel.indicator import (
    PerformanceIndicator,
    PeriodActual,
)
from saksama.kernel.period import Cycle, Period
from saksama.kernel.record import PerformanceRecord
from saksama.web.measurement.storage import load_record, save_record
from saksama.web.organisations.models import Agency, Government, Person, Role, RoleKind, Unit
from saksama.web.overview.kept_summaries import keep_summary
from saksama.web.planning import models as planning
from saksama.web.planning.versions import versions_in_force
from saksama.web.sample_agencies import AGENCIES, SampleAgency
from saksama.web.sample_records import GOVERNMENT, draw, sample_record
from saksama.web.workflow.calendar import last_ended
from saksama.web.workflow.models import Submission, SubmissionState, Transition


def load_sample_city(today: date) -> Government:
    """Put the city into the database, with people for every role."""
    with transaction.atomic():
        government = Government.objects.create(name=GOVERNMENT, short_name="Kota Tirtamulya")
        held = [hold(record, government) for record in city_records(today)]
        _summaries(held, today)
        _people(government, held[0])
        for agency, sample in zip(held[2:], AGENCIES, strict=True):
            _submissions(agency, sample, today)
    return government


def hold(record: PerformanceRecord, government: Government) -> Agency:
    """The agency of a record, with the record in the database."""
    agency = Agency.objects.create(government=government, name=record.agency.name, short_name=record.agency.short_name)
    plan = planning.StrategicPlan.objects.create(
        agency=agency, first_year=record.plan.first_year, last_year=record.plan.last_year
    )
    alone = replace(record, agency=replace(record.agency, units=()))
    save_record(alone, planning.PlanVersion.objects.create(plan=plan))
    _units(record, agency)
    return agency


def _units(record: PerformanceRecord, agency: Agency) -> None:
    """The units of the record; where it tells none, those that it names as owners."""
    made: dict[str, Unit] = {}
    for one in record.agency.units:
        parent = made.get(one.parent)
        made[one.name] = Unit.objects.create(agency=agency, name=one.name, parent=parent, tasks=one.tasks)
    if not made:
        owners = {one.sheet.owner for one in record.indicators()} | {one.owner for one in record.nodes()}
        Unit.objects.bulk_create(Unit(agency=agency, name=name) for name in sorted(owners - {""}))


def city_records(today: date) -> tuple[PerformanceRecord, ...]:
    """The records of the city: both samples and the invented agencies."""
    of_city = replace(SAMPLE_2025, agency=replace(SAMPLE_2025.agency, government=GOVERNMENT))
    return (of_city, SAMPLE, *(sample_record(agency, today) for agency in AGENCIES))


def _summaries(agencies: list[Agency], today: date) -> None:
    """The summaries of the last quarter as they were a month ago, when some of its figures were missing, and as now."""
    period = last_ended(today)
    versions = versions_in_force(agencies, period.year)
    a_month_ago = today.replace(day=1) - timedelta(days=1)
    for version in versions.values():
        record = load_record(version, [period.year - 1, period.year])
        keep_summary(_before_the_last(record, period), version, period, a_month_ago)
        keep_summary(record, version, period, today)


def _before_the_last(record: PerformanceRecord, period: Period) -> PerformanceRecord:
    """The record without some of the values of a period."""
    goals = tuple(
        replace(
            goal,
            objectives=tuple(
                replace(
                    objective,
                    indicators=tuple(
                        replace(one, period_actuals=tuple(_before(record, one, period))) for one in objective.indicators
                    ),
                )
                for objective in goal.objectives
            ),
        )
        for goal in record.plan.goals
    )
    return replace(record, plan=replace(record.plan, goals=goals))


def _before(record: PerformanceRecord, indicator: PerformanceIndicator, period: Period) -> Iterator[PeriodActual]:
    is_later = draw(record.agency.name, indicator.name, "later", most=12) == 0
    return (one for one in indicator.period_actuals if not (is_later and one.period == period))


def _submissions(agency: Agency, sample: SampleAgency, today: date) -> None:
    """Where each quarter of the running year stands: the earlier ones approved, the last on its way."""
    ended = (today.month - 1) // 3
    for number in range(1, ended - sample.lateness + 1):
        is_last = number == ended
        on_its_way = (SubmissionState.SUBMITTED, SubmissionState.VERIFIED, SubmissionState.APPROVED)
        state = on_its_way[draw(sample.name, "state", most=3)] if is_last else SubmissionState.APPROVED
        if sample.missing and is_last:
            state = SubmissionState.RETURNED
        made = Submission.objects.create(
            agency=agency, year=today.year, cycle=Cycle.QUARTER.value, number=number, state=state
        )
        reason = "Lengkapi indikator yang belum terisi." if state is SubmissionState.RETURNED else ""
        Transition.objects.create(submission=made, old=SubmissionState.DRAFT, new=state, reason=reason)


def _people(government: Government, agency: Agency) -> None:
    names = {
        RoleKind.OPERATOR: "Ani Lestari",
        RoleKind.VERIFIER: "Budi Hartono",
        RoleKind.HEAD: "Candra Wijaya",
        RoleKind.ORGANISATION_BUREAU: "Dewi Anggraini",
        RoleKind.PLANNING_AGENCY: "Eko Prasetyo",
        RoleKind.INSPECTORATE: "Fitri Handayani",
        RoleKind.LEADER: "Kirana Wulandari",
        RoleKind.READER: "Gilang Ramadhan",
        RoleKind.ADMINISTRATOR: "Hana Puspita",
    }
    for kind, name in names.items():
        is_of_agency = kind in {RoleKind.OPERATOR, RoleKind.VERIFIER, RoleKind.HEAD}
        person = Person.objects.create_user(f"{name.split()[0].lower()}@tirtamulya.contoh", name)
        Role.objects.create(person=person, government=government, agency=agency if is_of_agency else None, kind=kind)

"""A city that worked with Saksama for ten years: 50 agencies, two plans, 60 indicators by month, 300,000 budget lines.

Its figures follow from their places and mean nothing. `python -m benchmarks.grown_city` puts it into the database of
the environment and prints as JSON who can sign in and which agencies there are.
"""

import benchmarks.web_project  # noqa: F401, I001  # before the models
import json
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from itertools import product
from typing import TypeVar

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import Model
from django.utils import timezone

from saksama.exchange.record_json import encoded
from saksama.kernel.agency import Agency as KernelAgency
from saksama.kernel.plan import StrategicPlan as KernelPlan
from saksama.kernel.record import PerformanceRecord
from saksama.web.measurement.models import Amount, Measurement, Narrative, PeriodSpending
from saksama.web.organisations.models import Agency, Government, Person, Role, RoleKind
from saksama.web.planning.models import (
    BudgetNode,
    Goal,
    Indicator,
    IndicatorDefinition,
    Objective,
    PlanVersion,
    RecordPart,
    StrategicPlan,
    Support,
    Target,
)
from saksama.web.planning.plan_rows import PARTS
from saksama.web.workflow.models import Change

_Row = TypeVar("_Row", bound=Model)
_Sessions = dict[str, list[str]]

AGENCIES = 50
YEARS_OF_PLAN = 5
GOALS, OBJECTIVES, INDICATORS = 2, 5, 6
"""Goals of a plan, objectives of a goal, indicators of an objective."""
PROGRAMMES, ACTIVITIES, SUB_ACTIVITIES = 10, 10, 6
"""Programmes of a plan, activities of a programme, sub-activities of an activity."""
CHANGES = 200
"""Changes of an agency in the last thirty days."""
PEOPLE = 16
"""Leaders, and operators of the first agencies."""

_AT_ONCE = 5000


def make_grown_city(today: date) -> dict[str, list[str]]:
    """Put the city into the database. Gives the sessions of leaders and of operators, and the agencies."""

    with transaction.atomic():
        government = Government.objects.create(name="Pemerintah Kota Besar", short_name="Kota Besar")
        agencies = Agency.objects.bulk_create(
            Agency(government=government, name=f"Dinas Urusan {number:02d}", short_name=f"Dinas {number:02d}")
            for number in range(1, AGENCIES + 1)
        )
        for agency in agencies:
            for plans_ago in (1, 0):
                _make_plan(agency, today.year + 1 - (plans_ago + 1) * YEARS_OF_PLAN)
        sessions = _people(government, agencies)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # what PostgreSQL does by itself some time after a load
    return sessions | {"agencies": [str(agency.pk) for agency in agencies]}


def _make_plan(agency: Agency, first: int) -> None:

    last = first + YEARS_OF_PLAN - 1
    plan = StrategicPlan.objects.create(agency=agency, first_year=first, last_year=last, record_version=1)
    version = PlanVersion.objects.create(plan=plan, title=f"Renstra {first}-{last}")
    record = PerformanceRecord(
        KernelAgency(name=str(agency), government="Pemerintah Kota Besar"), KernelPlan(version.title, first, last)
    )
    _keep(RecordPart(plan=plan, name=name, content=encoded(getattr(record, name))) for name in PARTS)
    years = range(first, first + YEARS_OF_PLAN)
    _make_indicators(plan, version, years)
    _make_budget(plan, years)


def _make_indicators(plan: StrategicPlan, version: PlanVersion, years: range) -> None:

    goals = _keep(
        Goal(version=version, position=number, key=f"T{number}", name=f"Meningkatnya hasil ke-{number}")
        for number in range(1, GOALS + 1)
    )
    objectives = _keep(
        Objective(goal=goal, position=number, key=f"S{goal.position}{number}", name=f"Meningkatnya mutu ke-{number}")
        for goal in goals
        for number in range(1, OBJECTIVES + 1)
    )
    places = [(objective, number) for objective in objectives for number in range(1, INDICATORS + 1)]
    indicators = _keep(Indicator(plan=plan, key=f"IK{objective.key}{number}") for objective, number in places)
    definitions = _keep(
        IndicatorDefinition(
            indicator=indicator,
            objective=objective,
            position=number,
            name=f"Persentase layanan ke-{number} yang selesai tepat waktu menurut standar {objective.key}",
            unit="persen",
            formula="complement" if number == 1 else "ratio",
            is_key=True,
            decimals=2,
            definition=f"Bagian layanan ke-{number} yang selesai tepat waktu.",
            source="Register layanan",
            cycle="month",
            consolidation="average" if number == 2 else "last",
        )
        for indicator, (objective, number) in zip(indicators, places, strict=True)
    )

    periods = list(product(range(len(places)), years, range(1, 13)))
    _keep(
        Target(definition=definitions[place], year=year, cycle=cycle, number=month, low=goal, high=goal)
        for place, year, month, cycle, goal in (
            *((place, year, month, "month", _figure(70, place + month)) for place, year, month in periods),
            *((place, year, 0, "year", _figure(70, place + 12)) for place, year in product(range(len(places)), years)),
        )
    )
    _keep(
        Measurement(
            indicator=indicators[place],
            year=year,
            cycle="month",
            number=month,
            value=_figure(66, 3 * place + month + year),
        )
        for place, year, month in periods
    )
    _keep(
        Narrative(indicator=indicator, year=year, part="cause", text="Petugas ditambah sejak Februari.")
        for indicator in indicators
        for year in years
    )


def _make_budget(plan: StrategicPlan, years: range) -> None:

    def below(parents: Iterable[BudgetNode | None], level: str, word: str, count: int) -> list[BudgetNode]:
        keys = ((parent, number, f"{parent.key}." if parent else "") for parent in parents for number in range(count))
        return _keep(
            BudgetNode(
                plan=plan,
                parent=parent,
                position=number,
                key=f"{above}{number + 1:02d}",
                code=f"{above}{number + 1:02d}",
                level=level,
                name=f"{word} {above}{number + 1:02d}",
            )
            for parent, number, above in keys
        )

    programmes = below([None], "programme", "Program", PROGRAMMES)
    activities = below(programmes, "activity", "Kegiatan", ACTIVITIES)
    works = below(activities, "sub-activity", "Subkegiatan", SUB_ACTIVITIES)
    _keep(
        Support(
            node=node, position=place, subject=f"S{place // OBJECTIVES + 1}{place % OBJECTIVES + 1}", share=Decimal(100)
        )
        for place, node in enumerate(programmes)
    )
    amounts = _keep(
        Amount(
            node=node,
            year=year,
            appropriation=Decimal(100_000_000 + 250_000 * place),
            expenditure=None if year == years[-1] else Decimal(90_000_000 + 240_000 * place),
        )
        for place, node in enumerate(works)
        for year in years
    )
    _keep(
        PeriodSpending(amount=amount, cycle="quarter", number=quarter, expenditure=Decimal(21_000_000))
        for amount in amounts
        if amount.year == years[-1]
        for quarter in (1, 2, 3)
    )


def _people(government: Government, agencies: list[Agency]) -> _Sessions:

    sessions: _Sessions = {}
    for kind in (RoleKind.LEADER, RoleKind.OPERATOR):
        keys: list[str] = []
        for number in range(PEOPLE):
            person = Person.objects.create_user(f"{kind}{number}@kota.contoh", f"{kind.label} {number}")
            agency = agencies[number] if kind is RoleKind.OPERATOR else None
            Role.objects.create(person=person, government=government, agency=agency, kind=kind)
            session = SessionStore()
            session[SESSION_KEY] = str(person.pk)
            session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
            session[HASH_SESSION_KEY] = person.get_session_auth_hash()
            session.create()
            keys.append(str(session.session_key))
        sessions[kind.value] = keys
    _keep(
        Change(
            government=government,
            agency=agency,
            subject=f"indicator:IKS11{number % 6}",
            fact="month 1",
            old=str(number),
            new="70",
        )
        for agency in agencies
        for number in range(CHANGES)
    )
    return sessions


def _keep(rows: Iterable[_Row]) -> list[_Row]:
    made = list(rows)
    type(made[0])._default_manager.bulk_create(made, batch_size=_AT_ONCE)
    return made


def _figure(start: int, place: int) -> Decimal:
    return Decimal(100 * start + place * 37 % 2900) / 100


def main() -> None:
    """Make the city in the database of the environment."""

    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    print(json.dumps(make_grown_city(timezone.localdate())))


if __name__ == "__main__":
    main()

"""The cast of three: Ani enters figures for her agency, Budi verifies them, Citra belongs to another agency."""

from dataclasses import dataclass
from typing import Any

from django.test import Client

from saksama.exchange.sample import SAMPLE
from saksama.exchange.sample_2025 import SAMPLE_2025
from saksama.kernel.record import PerformanceRecord
from saksama.web.measurement.storage import save_record
from saksama.web.organisations.models import Agency, Government, Person, Role, RoleKind
from saksama.web.planning.models import PlanVersion, StrategicPlan


@dataclass(frozen=True, slots=True)
class Cast:
    """Ani's and Budi's agency, Citra's agency, and the people. Everybody else has a role in the whole government."""

    government: Government
    agency: Agency
    version: PlanVersion
    other_agency: Agency
    other_version: PlanVersion
    ani: Person
    budi: Person
    citra: Person


def make_cast() -> Cast:
    """Ani and Budi work at the agency of the second sample, Citra at that of the first."""
    government = Government.objects.create(name="Pemerintah Kota Contoh")
    agency, version = hold(SAMPLE_2025, government)
    other_agency, other_version = hold(SAMPLE, government)
    return Cast(
        government,
        agency,
        version,
        other_agency,
        other_version,
        ani=person("Ani", RoleKind.OPERATOR, government, agency),
        budi=person("Budi", RoleKind.VERIFIER, government, agency),
        citra=person("Citra", RoleKind.OPERATOR, government, other_agency),
    )


def hold(record: PerformanceRecord, government: Government) -> tuple[Agency, PlanVersion]:
    """The agency of a record, with the record in the database."""
    agency = Agency.objects.create(government=government, name=record.agency.name, short_name=record.agency.short_name)
    plan = StrategicPlan.objects.create(
        agency=agency, first_year=record.plan.first_year, last_year=record.plan.last_year
    )
    version = PlanVersion.objects.create(plan=plan)
    save_record(record, version)
    version.refresh_from_db()
    return agency, version


def person(name: str, kind: RoleKind, government: Government, agency: Agency | None = None) -> Person:
    """Somebody with one role."""
    made = Person.objects.create_user(f"{name.lower()}@contoh.go.id", name)
    Role.objects.create(person=made, government=government, agency=agency, kind=kind)
    return made


def client_of(someone: Person) -> Client:
    """A browser in which that person has signed in."""
    client = Client()
    client.force_login(someone)
    return client


def content_of(response: Any) -> bytes:
    """What a file's response sends. It is closed as a server would close it, and the database stays open."""
    content = b"".join(response.streaming_content)
    for close in response._resource_closers:
        close()
    return content

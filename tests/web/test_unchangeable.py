"""What is written once: neither the application nor anybody with SQL changes or deletes it, on either database."""

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import IntegrityError, connection, models, transaction
from django.utils import timezone

from saksama.web.issuing.models import IssuedFile, Snapshot
from saksama.web.organisations.models import Person, Role
from saksama.web.reporting.models import Decision, GovernmentTemplate, ReportCheck
from saksama.web.unchangeable import unguard
from saksama.web.workflow.models import Change, Deadline, Submission, Transition
from tests.web.cast import Cast

WRITTEN_ONCE = (Snapshot, IssuedFile, Change, Transition, Deadline, Decision, GovernmentTemplate)


@pytest.fixture
def written(cast: Cast) -> Cast:
    """A row of each."""
    place = {"agency": cast.agency, "year": 2025}
    snapshot = Snapshot.objects.create(
        code="A", kind="pk", title="PK", edition=1, record={}, results=[], sha256="0", issued_at=timezone.now(),
        issued_by=cast.budi, **place,
    )  # fmt: skip
    IssuedFile.objects.create(snapshot=snapshot, suffix="pdf", name="a", sha256="0", size=1)
    Change.objects.create(government=cast.government, subject="a", fact="b")
    submission = Submission.objects.create(cycle="quarter", number=1, **place)
    Transition.objects.create(submission=submission, old="draft", new="submitted")
    Deadline.objects.create(
        government=cast.government, kind="report", year=2025, cycle="year", number=1, person=cast.budi
    )
    check = ReportCheck.objects.create(
        government=cast.government, person=cast.ani, title="a", name="a", sha256="0", size=1
    )
    Decision.objects.create(check_of=check, finding="0", kind="fixed", reason="a", person=cast.ani)
    GovernmentTemplate.objects.create(government=cast.government, person=cast.ani)
    return cast


def refused(statement: str) -> None:
    """The database refuses the statement."""
    with pytest.raises(IntegrityError, match="is written once"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_the_models_that_say_so_are_these() -> None:
    assert {model for model in apps.get_models() if hasattr(model, "is_unchangeable")} == set(WRITTEN_ONCE)


@pytest.mark.parametrize("model", WRITTEN_ONCE)
def test_no_sql_changes_or_deletes_it(written: Cast, model: type[models.Model]) -> None:
    table = model._meta.db_table

    refused(f"UPDATE {table} SET id = id + 1000")
    refused(f"DELETE FROM {table}")
    if connection.vendor == "postgresql":
        connection.check_constraints()  # those that wait for the end of the transaction
        refused(f"TRUNCATE {table} CASCADE")

    assert model._default_manager.count() == 1


def test_neither_does_the_application_by_mistake(written: Cast) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Snapshot.objects.update(title="Lain")
    with pytest.raises(IntegrityError), transaction.atomic():
        ReportCheck.objects.get().delete()
    change = Change.objects.get()
    change.new = "lain"
    with pytest.raises(IntegrityError), transaction.atomic():
        change.save()


def test_migrating_again_guards_what_lost_its_triggers(written: Cast) -> None:
    unguard(connection, apps.get_models())

    call_command("migrate", verbosity=0)

    refused("DELETE FROM workflow_change")


def test_a_role_that_nobody_knows_is_no_role(cast: Cast) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Role.objects.filter(person=cast.ani).update(kind="superuser")
    assert Person.objects.count() == 3


def test_figures_stand_in_a_state_that_is_known(written: Cast) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Submission.objects.update(state="lost")

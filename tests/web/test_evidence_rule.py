"""A government that requires evidence takes no figures without it, and says which lack it."""

from http import HTTPStatus

import pytest
from django.utils import timezone

from saksama.kernel.period import Cycle, Period
from saksama.web.measurement.models import Evidence, Measurement
from saksama.web.measurement.unproven import unproven_counts, why_not_submitted
from saksama.web.organisations.models import Agency, Government, RoleKind
from saksama.web.planning.models import PlanVersion
from saksama.web.workflow.models import Change, Submission
from tests.web.cast import Cast, client_of, person


def submit(cast: Cast) -> str:
    path = f"/agencies/{cast.agency.pk}/measurements/2025/4/step/"
    return client_of(cast.ani).post(path, {"step": "submit"}, follow=True).content.decode()


@pytest.fixture
def strict(cast: Cast) -> Government:
    bureau = client_of(person("Gita", RoleKind.ORGANISATION_BUREAU, cast.government))
    bureau.post("/deadlines/evidence/", {"required": "on"})
    return Government.objects.get(pk=cast.government.pk)


def test_figures_without_evidence_are_not_submitted_and_are_named(cast: Cast, strict: Government) -> None:
    page = submit(cast)

    assert "TW IV 2025 belum dapat diajukan" in page
    assert "Jumlah konten informasi publik yang diterbitkan" in page
    assert not Submission.objects.exclude(state="draft").exists()


def test_who_may_not_submit_is_told_that_first(cast: Cast, strict: Government) -> None:
    path = f"/agencies/{cast.agency.pk}/measurements/2025/4/step/"

    page = client_of(cast.budi).post(path, {"step": "submit"}, follow=True).content.decode()

    assert "tidak diperbolehkan" in page
    assert "belum dapat diajukan" not in page


def test_a_figure_of_what_the_plan_no_longer_has_holds_nothing_up(cast: Cast, strict: Government) -> None:
    version = PlanVersion.objects.create(plan=cast.version.plan, number=1, title="Perubahan")
    assert unproven_counts(cast.agency, 2025)[4]

    assert why_not_submitted(Agency.objects.get(pk=cast.agency.pk), version, Period(2025, 4, Cycle.QUARTER)) == ""


def test_with_evidence_of_each_they_are(cast: Cast, strict: Government) -> None:
    for row in Measurement.objects.filter(indicator__plan=cast.version.plan, year=2025):
        Evidence.objects.create(measurement=row, title="Rekap", link="https://contoh.go.id", added_by=cast.ani)

    submit(cast)

    assert Submission.objects.get(number=4).state == "submitted"


def test_evidence_that_was_withdrawn_counts_for_nothing(cast: Cast, strict: Government) -> None:
    for row in Measurement.objects.filter(indicator__plan=cast.version.plan, year=2025):
        Evidence.objects.create(
            measurement=row, title="Rekap", link="https://contoh.go.id", added_by=cast.ani, retired_at=timezone.now()
        )

    assert "belum dapat diajukan" in submit(cast)


def test_where_it_is_not_required_nothing_is_refused(cast: Cast) -> None:
    submit(cast)

    assert Submission.objects.get(number=4).state == "submitted"


def test_the_rule_is_recorded_and_only_who_sets_deadlines_sets_it(cast: Cast, strict: Government) -> None:
    change = Change.objects.get(fact="requires_evidence")
    assert (change.subject, change.old, change.new) == ("rules", "False", "True")
    for someone in (cast.ani, cast.budi, cast.citra):
        assert client_of(someone).post("/deadlines/evidence/").status_code == HTTPStatus.NOT_FOUND

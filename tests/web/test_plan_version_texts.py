"""Why a version of the plan was made, by what, and from when: changed afterwards, in its history."""

import re
from datetime import date
from http import HTTPStatus

import pytest
from django.test import Client

from saksama.web.planning.models import PlanVersion
from saksama.web.workflow.models import Change
from tests.web.cast import Cast, client_of

TYPED = {
    "title": "Renstra Perubahan",
    "vision": "",
    "mission": "",
    "strategies": "",
    "policies": "",
    "why": "Salah ketik",
}


@pytest.fixture
def second(cast: Cast) -> PlanVersion:
    """The version that changes the first one."""
    PlanVersion.objects.filter(pk=cast.version.pk).update(valid_from=date(2025, 1, 2))
    form = {"title": "Renstra Perubahan", "reason": "Perubahan RPJMD", "legal_basis": "", "valid_from": "2025-07-01"}
    client_of(cast.ani).post(f"/agencies/{cast.agency.pk}/plan/2025/version/", form)
    return PlanVersion.objects.get(plan=cast.version.plan, number=1)


def changes() -> list[Change]:
    """What was changed since the version was made."""
    return list(Change.objects.exclude(fact="version 1"))


def path(cast: Cast, version: PlanVersion) -> str:
    return f"/agencies/{cast.agency.pk}/plan/2025/whole/{version.pk}/"


def send(browser: Client, address: str, **typed: str) -> str:
    (seen,) = re.findall(r'name="seen" value="(\w+)"', browser.get(address).content.decode())
    return browser.post(address, TYPED | {"seen": seen} | typed).content.decode()


def test_reason_basis_and_day_are_changed_with_their_history(cast: Cast, second: PlanVersion) -> None:
    browser = client_of(cast.ani)
    plan = browser.get(f"/agencies/{cast.agency.pk}/plan/2025/").content.decode()
    assert path(cast, second) in plan
    assert 'value="2025-07-01"' in browser.get(path(cast, second)).content.decode()

    send(browser, path(cast, second), reason="Perubahan RPJMD", legal_basis="Perwal 9/2025", valid_from="2025-08-01")

    second.refresh_from_db()
    assert (second.legal_basis, second.valid_from) == ("Perwal 9/2025", date(2025, 8, 1))
    told = {one.fact: (one.old, one.new, one.reason) for one in changes()}
    assert told["legal_basis"] == (None, "Perwal 9/2025", "Salah ketik")
    assert told["valid_from"] == ("2025-07-01", "2025-08-01", "Salah ketik")
    assert "reason" not in told


def test_a_later_version_keeps_its_reason_and_does_not_begin_before_the_one_it_changes(
    cast: Cast, second: PlanVersion
) -> None:
    browser = client_of(cast.ani)

    page = send(browser, path(cast, second), reason="", legal_basis="Perwal", valid_from="2025-08-01")
    assert "Tulis alasan versi ini." in page
    page = send(browser, path(cast, second), reason="R", legal_basis="Perwal", valid_from="2024-12-31")
    assert "berlaku sejak 2 Januari 2025" in page
    assert 'class="error"' in send(browser, path(cast, second), reason="R", legal_basis="", valid_from="kelak")

    assert not changes()
    second.refresh_from_db()
    assert second.reason == "Perubahan RPJMD"


def test_a_new_version_does_not_begin_before_the_one_it_changes(cast: Cast, second: PlanVersion) -> None:
    form = {"title": "Renstra Perubahan 2", "reason": "Arah baru", "legal_basis": "", "valid_from": "2025-06-30"}
    path = f"/agencies/{cast.agency.pk}/plan/2025/version/"

    page = client_of(cast.ani).post(path, form).content.decode()

    assert "berlaku sejak 1 Juli 2025" in page
    assert 'value="Renstra Perubahan 2"' in page
    assert PlanVersion.objects.latest("number") == second


def test_the_first_version_needs_no_reason(cast: Cast) -> None:
    send(client_of(cast.ani), path(cast, cast.version), reason="", legal_basis="Perwal 1/2025", valid_from="")

    assert PlanVersion.objects.get(pk=cast.version.pk).legal_basis == "Perwal 1/2025"


def test_an_earlier_version_is_history_and_nobody_else_writes(cast: Cast, second: PlanVersion) -> None:
    assert client_of(cast.ani).get(path(cast, cast.version)).status_code == HTTPStatus.NOT_FOUND
    for someone in (cast.budi, cast.citra):
        assert client_of(someone).post(path(cast, second), TYPED).status_code == HTTPStatus.NOT_FOUND
    assert not changes()

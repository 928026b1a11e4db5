"""docs/guides/run-the-web-application.md: its command makes the first administrator, who makes the rest."""

import re
import shlex
from http import HTTPStatus
from pathlib import Path

import pytest
from django.test import Client

from saksama.cli import main
from saksama.web.organisations.models import Agency, Government, Person, Role, RoleKind
from tests.web.cast import Cast

GUIDE = Path(__file__).parents[2] / "docs" / "guides" / "run-the-web-application.md"

pytestmark = pytest.mark.django_db(transaction=True)


def typed_in_the_guide() -> list[str]:
    """What the guide says to type after `saksama`."""
    (line,) = re.findall(r"bin/saksama (administrator .*)", GUIDE.read_text(encoding="utf-8"))
    return shlex.split(line)


def signed_in(said: str) -> Client:
    """A browser in which the printed link was opened."""
    browser = Client()
    browser.post(re.findall(r"http://\S+?(/sign-in/\S+)", said)[0])
    return browser


def test_the_guide_s_command_begins_an_installation(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*typed_in_the_guide(), "--lang", "id"]) == 0

    browser = signed_in(capsys.readouterr().out)
    assert "Nama Administrator" in browser.get("/people/").content.decode()
    browser.post("/agencies/", {"name": "Dinas Contoh"})
    assert Agency.objects.get().government.name == "Pemerintah Kota Contoh"


def test_later_the_address_alone_gives_a_new_link(capsys: pytest.CaptureFixture[str]) -> None:
    main(typed_in_the_guide())
    Person.objects.update(is_active=False)
    capsys.readouterr()

    assert main(["administrator", "Nama@kota.go.id"]) == 0

    assert signed_in(capsys.readouterr().out).get("/people/").status_code == HTTPStatus.OK
    assert (Person.objects.count(), Role.objects.count(), Government.objects.count()) == (1, 1, 1)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["bukan-alamat", "--name", "Hana"], "bukan alamat surel"),
        (["hana@kota.go.id"], "--name"),
        (["hana@kota.go.id", "--name", "Hana", "--government", "Kota Lain"], "Pemerintah Kota Contoh"),
        ([f"hana@{'kota.' * 50}go.id", "--name", "Hana"], "Alamat surel tidak dapat disimpan: paling banyak 254 huruf"),
        (["hana@kota.go.id", "--name", "H" * 201], "--name tidak dapat disimpan: paling banyak 200 huruf"),
        (["hana@kota.go.id", "--name", "Hana\udc80"], "--name tidak dapat disimpan"),
        (["hana@kota.go.id", "--name", "Hana", "--government", "P" * 301], "--government tidak dapat disimpan"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_made(
    cast: Cast, capsys: pytest.CaptureFixture[str], typed: list[str], said: str
) -> None:
    assert main(["administrator", *typed, "--lang", "id"]) == 2

    assert said in capsys.readouterr().err
    assert not Role.objects.filter(kind=RoleKind.ADMINISTRATOR).exists()
    assert Government.objects.get() == cast.government


def test_the_first_government_must_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["administrator", "hana@kota.go.id", "--name", "Hana", "--lang", "id"]) == 2

    assert "--government" in capsys.readouterr().err
    assert not Person.objects.exists()


def test_a_person_of_the_application_becomes_its_administrator(cast: Cast) -> None:
    assert main(["administrator", cast.budi.email]) == 0

    role = Role.objects.get(person=cast.budi, kind=RoleKind.ADMINISTRATOR)
    assert (role.government, role.agency) == (cast.government, None)

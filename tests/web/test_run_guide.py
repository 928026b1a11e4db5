"""docs/guides/run-the-web-application.md: its command makes the first administrator, who makes the rest."""

import re
import shlex
from http import HTTPStatus
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from saksama.cli import main
from saksama.commands.served_port import keep_port, kept_port
from saksama.web.organisations.models import Agency, Government, Person, Role, RoleKind
from saksama.web.setting_up import prepare
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


def test_the_link_leads_to_where_the_application_was_served(
    capsys: pytest.CaptureFixture[str], settings: Settings, tmp_path: Path
) -> None:
    settings.DATA_FOLDER = tmp_path
    keep_port(tmp_path, 8103)

    main(typed_in_the_guide())

    assert ":8103/sign-in/" in capsys.readouterr().out


def test_a_kept_port_that_is_none_is_the_usual_one(tmp_path: Path) -> None:
    assert kept_port(tmp_path) == 8000
    (tmp_path / "port").write_text("delapan")
    assert kept_port(tmp_path) == 8000


def test_an_empty_installation_says_how_it_begins() -> None:
    said = "\n".join(prepare(address="http://localhost:8000", with_sample=False))

    assert "saksama administrator" in said


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
        (["hana@kota.go.id", "--name", "  "], "--name: tulis"),
        (["hana@kota.go.id", "--name", "x" * 201], "--name: tulis"),
        (["hana@kota.go.id", "--name", "Hana", "--government", "\udcff"], "--government: tulis"),
        (["h" * 250 + "@kota.go.id", "--name", "Hana"], "bukan alamat surel"),
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


def test_a_port_that_is_none_is_said_before_a_link_leads_there(
    cast: Cast, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PORT", "abc")

    assert main(["administrator", cast.budi.email, "--lang", "id"]) == 2

    assert "PORT=abc" in capsys.readouterr().err
    assert not Role.objects.filter(kind=RoleKind.ADMINISTRATOR).exists()

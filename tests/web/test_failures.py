"""Pages of what cannot be answered: in the application's look, in both languages, and saying what to do."""

from http import HTTPStatus

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from saksama.web import failures
from saksama.web.measurement import plan_views
from tests.web.cast import Cast, client_of


def is_ours(page: str, language: str = "id") -> bool:
    return 'class="brand"' in page and "<h1>" in page and f'<html lang="{language}">' in page


@pytest.mark.parametrize(("language", "said"), [("id", "Halaman ini tidak ada"), ("en", "There is no such page")])
def test_what_does_not_exist(cast: Cast, language: str, said: str) -> None:
    browser = client_of(cast.ani)
    browser.cookies["language"] = language

    answer = browser.get("/agencies/999999/")

    assert answer.status_code == HTTPStatus.NOT_FOUND
    assert is_ours(answer.content.decode(), language)
    assert said in answer.content.decode()
    assert "Ani" in answer.content.decode()


@pytest.mark.parametrize(
    ("language", "said"), [("id", "sudah terlalu lama terbuka"), ("en", "has been open for too long")]
)
def test_a_form_of_an_earlier_session(cast: Cast, language: str, said: str) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(cast.ani)
    browser.cookies["language"] = language

    answer = browser.post("/sign-out/")

    assert answer.status_code == HTTPStatus.FORBIDDEN
    assert is_ours(answer.content.decode(), language)
    assert said in answer.content.decode()


@pytest.mark.parametrize(("language", "said"), [("id", "Ada yang salah"), ("en", "Something is wrong")])
def test_a_fault_of_the_program(cast: Cast, language: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan_views, "version_in_force", lambda *_arguments: 1 / 0)
    browser = client_of(cast.ani)
    browser.raise_request_exception = False
    browser.cookies["language"] = language

    answer = browser.get(f"/agencies/{cast.agency.pk}/plan/2025/")

    assert answer.status_code == HTTPStatus.INTERNAL_SERVER_ERROR
    assert is_ours(answer.content.decode(), language)
    assert said in answer.content.decode()


def test_a_request_that_no_form_sends(cast: Cast) -> None:
    answer = client_of(cast.ani).post("/language/", {f"field-{number}": "x" for number in range(20_000)})

    assert answer.status_code == HTTPStatus.BAD_REQUEST
    assert is_ours(answer.content.decode())


@pytest.mark.parametrize("path", ["/proof/TIDAKADA/", "/sign-in/", "/checks/"])
def test_what_is_too_large_is_refused_before_it_is_read(cast: Cast, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(failures, "LARGEST_BODY", 1000)

    answer = Client().post(path, {"file": SimpleUploadedFile("a.pdf", b"x" * 2000)})

    assert answer.status_code == HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    assert is_ours(answer.content.decode())

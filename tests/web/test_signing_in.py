"""Signing in by a link that works once."""

import time
from collections.abc import Sequence
from datetime import timedelta
from http import HTTPStatus

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from saksama.web.organisations.signing_in import make_link, redeem
from tests.web.cast import Cast


class SlowServer(BaseEmailBackend):
    """A mail server that takes its time and then refuses."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        time.sleep(1)
        raise ConnectionRefusedError


def wait_for_mail(count: int = 1) -> None:
    """Mail goes out beside the answer."""
    until = time.monotonic() + 5
    while len(mail.outbox) < count and time.monotonic() < until:
        time.sleep(0.01)


def test_a_link_is_mailed_and_signs_in_once(cast: Cast) -> None:
    browser = Client()
    browser.post("/sign-in/", {"email": "Ani@contoh.go.id"})
    wait_for_mail()
    path = mail.outbox[0].body.split("testserver", 1)[1].split()[0]

    assert browser.get(path).status_code == 200, "a mail scanner opens the link too"
    assert browser.post(path, follow=True).redirect_chain[-1] == ("/", 302)
    assert "Ani" in browser.get("/").content.decode()
    assert Client().post(path, follow=True).redirect_chain[-1][0] == "/sign-in/"


def test_an_unknown_address_is_answered_like_a_known_one(cast: Cast) -> None:
    known = Client().post("/sign-in/", {"email": "ani@contoh.go.id"}).content.decode()
    unknown = Client().post("/sign-in/", {"email": "xyz@contoh.go.id"}).content.decode()

    assert known.replace("ani@", "xyz@").split("</header>")[1] == unknown.split("</header>")[1]
    wait_for_mail()
    assert len(mail.outbox) == 1


def test_neither_time_nor_an_error_tells_that_an_address_is_known(cast: Cast, settings: Settings) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.SlowServer"
    begun = time.monotonic()

    answer = Client().post("/sign-in/", {"email": "ani@contoh.go.id"})

    assert answer.status_code == HTTPStatus.OK
    assert time.monotonic() - begun < 0.9


def test_nobody_floods_the_mailbox_of_somebody_else(cast: Cast) -> None:
    for _time in range(8):
        Client().post("/sign-in/", {"email": "ani@contoh.go.id"})

    wait_for_mail(5)
    assert cast.ani.sign_in_links.count() == 5
    assert len(mail.outbox) == 5


def test_an_old_link_and_one_of_an_account_that_was_closed_do_not_work(cast: Cast) -> None:
    now = timezone.now()
    old = make_link(cast.ani, now - timedelta(hours=25))
    fresh = make_link(cast.budi, now)
    cast.budi.is_active = False
    cast.budi.save()

    assert redeem(old, now) is None
    assert redeem(fresh, now) is None


def test_every_page_but_signing_in_asks_who_you_are(cast: Cast) -> None:
    assert Client().get("/").headers["Location"] == "/sign-in/?next=/"


@pytest.mark.parametrize(
    ("referer", "reached"),
    [
        ("http://testserver/agencies/1/documents/2025/?a=1", "/agencies/1/documents/2025/%3Fa%3D1"),
        ("https://evil.example/x/", "/"),
        ("http://[", "/"),
        (None, "/"),
    ],
)
def test_who_sends_a_form_after_the_session_ended_comes_back_to_its_page(
    cast: Cast, referer: str | None, reached: str
) -> None:
    headers = {"referer": referer} if referer else {}

    answer = Client().post(f"/agencies/{cast.agency.pk}/documents/2025/lkjip/issue/", headers=headers)

    assert answer.headers["Location"] == f"/sign-in/?next={reached}"


@pytest.mark.parametrize(
    ("asked", "reached"),
    [("/checks/", "/checks/"), ("https://evil.example/", "/"), ("//evil.example/", "/"), ("javascript:alert(1)", "/")],
)
def test_who_signs_in_again_goes_on_where_he_was_and_nowhere_else(cast: Cast, asked: str, reached: str) -> None:
    browser = Client()
    browser.post(f"/sign-in/?next={asked}", {"email": "ani@contoh.go.id"})
    wait_for_mail()
    path = mail.outbox[0].body.split("testserver", 1)[1].split()[0]

    assert browser.post(path).headers["Location"] == reached

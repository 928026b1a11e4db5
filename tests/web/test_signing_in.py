"""Signing in by a link that works once."""

from datetime import timedelta

from django.core import mail
from django.test import Client
from django.utils import timezone

from saksama.web.organisations.signing_in import make_link, redeem
from tests.web.cast import Cast


def test_a_link_is_mailed_and_signs_in_once(cast: Cast) -> None:
    browser = Client()
    browser.post("/sign-in/", {"email": "Ani@contoh.go.id"})
    path = mail.outbox[0].body.split("testserver", 1)[1].split()[0]

    assert browser.get(path).status_code == 200, "a mail scanner opens the link too"
    assert browser.post(path, follow=True).redirect_chain[-1] == ("/", 302)
    assert "Ani" in browser.get("/").content.decode()
    assert Client().post(path, follow=True).redirect_chain[-1][0] == "/sign-in/"


def test_an_unknown_address_is_answered_like_a_known_one(cast: Cast) -> None:
    known = Client().post("/sign-in/", {"email": "ani@contoh.go.id"}).content.decode()
    unknown = Client().post("/sign-in/", {"email": "xyz@contoh.go.id"}).content.decode()

    assert known.replace("ani@", "xyz@").split("</header>")[1] == unknown.split("</header>")[1]
    assert len(mail.outbox) == 1


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

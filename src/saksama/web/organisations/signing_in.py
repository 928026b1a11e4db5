"""Links that sign a person in once."""

import secrets
from datetime import datetime, timedelta
from hashlib import sha256

from saksama.web.organisations.models import Person, SignInLink

LIFE = timedelta(hours=24)
MOST_IN_AN_HOUR = 5
"""Links that are mailed to a person in an hour: nobody floods somebody else's mailbox."""


def make_link(person: Person, now: datetime, life: timedelta = LIFE) -> str:
    """The token of a new link; it is kept nowhere but in the link."""
    token = secrets.token_urlsafe(32)
    SignInLink.objects.create(person=person, digest=_digest(token), expires_at=now + life)
    return token


def may_be_mailed(person: Person, now: datetime) -> bool:
    """Whether the person has not had too many links in the last hour."""
    recent = person.sign_in_links.filter(expires_at__gt=now + LIFE - timedelta(hours=1))
    return recent.count() < MOST_IN_AN_HOUR


def redeem(token: str, now: datetime) -> Person | None:
    """The person whom an unused link signs in, and the link is used; `None` where it is unknown, used or too old."""
    # One statement, so that of two who come at once only one gets in.
    fresh = SignInLink.objects.filter(digest=_digest(token), used_at=None, expires_at__gt=now, person__is_active=True)
    if not fresh.update(used_at=now):
        return None
    return SignInLink.objects.select_related("person").get(digest=_digest(token)).person


def _digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()

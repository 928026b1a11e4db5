"""Links that sign a person in once."""

import secrets
from datetime import datetime, timedelta
from hashlib import sha256

from saksama.web.organisations.models import Person, SignInLink

LIFE = timedelta(hours=24)


def make_link(person: Person, now: datetime, life: timedelta = LIFE) -> str:
    """The token of a new link; it is kept nowhere but in the link."""
    token = secrets.token_urlsafe(32)
    SignInLink.objects.create(person=person, digest=_digest(token), expires_at=now + life)
    return token


def redeem(token: str, now: datetime) -> Person | None:
    """The person whom an unused link signs in, and the link is used; `None` where it is unknown, used or too old."""
    # One statement, so that of two who come at once only one gets in.
    fresh = SignInLink.objects.filter(digest=_digest(token), used_at=None, expires_at__gt=now, person__is_active=True)
    if not fresh.update(used_at=now):
        return None
    return SignInLink.objects.select_related("person").get(digest=_digest(token)).person


def _digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()

"""Who opened a link and still owes the second factor. The session knows him, but nobody has signed in with it."""

from datetime import datetime, timedelta

from django.contrib.auth import login, logout
from django.http import HttpRequest

from saksama.web.organisations.models import Person

LIFE = timedelta(minutes=15)
_KEY = "half-signed"
_BACKEND = "django.contrib.auth.backends.ModelBackend"


def begin_half(request: HttpRequest, person: Person, back: str, now: datetime) -> None:
    """Remember for some minutes that the person's link was used, and where he goes then. Who was signed in is not."""
    logout(request)
    request.session[_KEY] = {"person": person.pk, "back": back, "until": (now + LIFE).timestamp()}


def half_signed(request: HttpRequest, now: datetime) -> Person | None:
    """Who still owes the second factor in this session; `None` where nobody does, or not any more."""
    kept = request.session.get(_KEY)
    if not kept or kept["until"] < now.timestamp():
        return None
    return Person.objects.filter(pk=kept["person"], is_active=True).first()


def sign_in_whole(request: HttpRequest, person: Person, back: str = "") -> str:
    """Sign the person in. Gives the address to go to: `back`, else where the half-signed session wanted to go."""
    kept = request.session.pop(_KEY, {})
    login(request, person, backend=_BACKEND)
    return back or str(kept.get("back", "/"))

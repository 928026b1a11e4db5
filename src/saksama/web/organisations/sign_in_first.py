"""Who is not signed in is led to signing in, and afterwards to a page that can be opened."""

from typing import Any
from urllib.parse import urlsplit

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseRedirect


class SignInFirstMiddleware(LoginRequiredMiddleware):
    """Django's own, but an address that only takes a form is not opened: its page is."""

    def handle_no_permission(self, request: HttpRequest, view_func: Any) -> HttpResponseRedirect:
        """Lead to signing in. Where a form was sent, as after a long pause, back to the page with the form."""
        if request.method in ("GET", "HEAD"):
            return super().handle_no_permission(request, view_func)
        return redirect_to_login(page_of(request))


def page_of(request: HttpRequest) -> str:
    """The page of this place from which a form was sent; the start page where that is not known."""
    try:
        parts = urlsplit(request.headers.get("Referer", ""))
    except ValueError:
        return "/"
    return parts._replace(scheme="", netloc="").geturl() if parts.netloc == request.get_host() else "/"

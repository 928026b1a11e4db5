"""What is answered when a request cannot be: in the application's own look, and in the user's language."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseServerError
from django.shortcuts import render
from django.template.loader import render_to_string

from saksama.language.messages import current_language

LARGEST_BODY = 52 * 2**20
"""Bytes of a request: the largest upload of 50 MB with its form."""


def bad_request(_request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django names it
    """The page of a request that nobody's form sends; it knows nobody."""
    return HttpResponseBadRequest(_alone("400.html"))


def server_error(_request: HttpRequest) -> HttpResponse:
    """The page of a fault of the program. It asks the database nothing: that may be what failed."""
    return HttpResponseServerError(_alone("500.html"))


class LargestBodyMiddleware:
    """Refuses a request that is too large before anything reads it, from whomever it comes."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer, or the page that says how much is taken."""
        size = request.META.get("CONTENT_LENGTH") or "0"
        if not size.isdecimal() or int(size[:20]) > LARGEST_BODY:
            return render(request, "413.html", status=413)
        return self._get_response(request)


def _alone(template: str) -> str:
    return render_to_string(template, {"LANGUAGE_CODE": current_language()})

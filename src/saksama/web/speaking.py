"""The language of a request: the person's own, else what the browser remembers, else Indonesian."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from saksama.language.messages import LANGUAGES, speaking

COOKIE = "language"


class SpeakingMiddleware:
    """Says everything of a request in one language: Django's own words and ours."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer in the language that was chosen."""
        wish = request.COOKIES.get(COOKIE) or getattr(request.user, "language", "id")
        language = wish if wish in LANGUAGES else "id"
        with speaking(language), translation.override(language):
            response = self._get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response

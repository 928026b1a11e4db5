"""The web application with one page more, which does the least that a page can: two queries to know who asks."""

import benchmarks.web_project  # noqa: F401, I001  # before the models
from django.http import HttpRequest, HttpResponse
from django.urls import path

from saksama.web.organisations.access import person_of
from saksama.web.urls import urlpatterns
from saksama.web.wsgi import application

__all__ = ["application"]


def bare(request: HttpRequest) -> HttpResponse:
    """Who asks: the session and the person."""
    return HttpResponse(f"<!DOCTYPE html><title>Saksama</title><p>{person_of(request).name}</p>")


urlpatterns.append(path("bare/", bare))

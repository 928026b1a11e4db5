"""What a page writes is kept whole or not at all; a page that is only looked at waits for nobody who writes."""

from collections.abc import Callable
from functools import wraps

from django.db import transaction
from django.http import HttpRequest, HttpResponse


def written_whole(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let a view answer a POST in one transaction. On SQLite a transaction is the only writer, even one that reads."""

    @wraps(view)
    def answer(request: HttpRequest, *asked: object, **named: object) -> HttpResponse:
        if request.method != "POST":
            return view(request, *asked, **named)
        with transaction.atomic():
            return view(request, *asked, **named)

    return answer

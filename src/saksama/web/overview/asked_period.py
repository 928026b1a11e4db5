"""Which period a page is asked for."""

from django.http import Http404, HttpRequest
from django.utils import timezone

from saksama.kernel.period import Cycle, Period
from saksama.web.workflow.calendar import last_ended_quarter

FIRST_YEAR = 1900


def asked_period(request: HttpRequest, *, last: int | None = None) -> Period:
    """The last quarter that has ended of ?year=, or of this year, or of `last` where the plan ended before.

    A year that has not begun is shown at its first quarter. Raises `Http404` where no year is asked for.
    """
    today = timezone.localdate()
    asked = request.GET.get("year", "")
    if asked and not (asked.isascii() and asked.isdigit() and len(asked) == 4 and int(asked) >= FIRST_YEAR):
        raise Http404
    year = int(asked) if asked else min(today.year, last or today.year)
    period = last_ended_quarter(year, today)
    if period is None and not asked:
        period = last_ended_quarter(year - 1, today)
    return period or period_to_show(year)


def period_to_show(year: int) -> Period:
    """The last quarter of a year that has ended; a year that has not begun is shown at its first quarter."""
    return last_ended_quarter(year, timezone.localdate()) or Period(year, 1, Cycle.QUARTER)

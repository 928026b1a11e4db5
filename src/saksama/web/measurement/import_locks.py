"""What no import may change: figures that were submitted, and figures that have evidence."""

from collections.abc import Iterable

from saksama.kernel.period import Cycle, Period
from saksama.kernel.periods import period_title
from saksama.language.messages import _
from saksama.web.measurement.entry import quarter_of
from saksama.web.measurement.models import Evidence, Measurement, PeriodSpending
from saksama.web.planning.models import PlanVersion
from saksama.web.rows import Difference, Key
from saksama.web.workflow.locks import OPEN
from saksama.web.workflow.models import Submission


def locked_reasons(version: PlanVersion, differences: Iterable[Difference]) -> tuple[str, ...]:
    """Why the differences are not applied, every reason at once; empty where they may be. 2 queries."""
    figures = [one for one in differences if one.model in {Measurement, PeriodSpending}]
    closed = {
        Period(one.year, one.number, Cycle(one.cycle))
        for one in Submission.objects.filter(agency=version.plan.agency_id).exclude(state__in=OPEN)
    }
    touched = sorted(closed & {quarter_of(_period(one.key)) for one in figures})
    reasons = [
        _("Berkas itu mengubah angka {period}, yang sudah diajukan sehingga terkunci.").format(
            period=period_title(period)
        )
        for period in touched
    ]
    proved = set(
        Evidence.objects.filter(measurement__indicator__plan=version.plan_id).values_list(
            "measurement__indicator__key", "measurement__year", "measurement__cycle", "measurement__number"
        )
    )
    return (
        *reasons,
        *(
            _("Berkas itu tidak lagi memuat angka {indicator}, {period}, padahal ada buktinya.").format(
                indicator=one.key[0], period=period_title(_period(one.key))
            )
            for one in figures
            if one.model is Measurement and one.new is None and one.key in proved
        ),
    )


def _period(key: Key) -> Period:
    """The period of a figure's row; that of the year itself has the number 0."""
    _owner, year, cycle, number = key
    return Period(int(str(year)), int(str(number)) or 1, Cycle(str(cycle)))

"""What many changes at once may not touch: what closes with a period (decision 0035), and figures with evidence."""

from collections.abc import Iterable

from saksama.kernel.period import Cycle, Period
from saksama.kernel.periods import period_title
from saksama.language.messages import _
from saksama.web.agreements.models import AgreedTarget
from saksama.web.measurement.entry import quarter_of
from saksama.web.measurement.models import Amount, Evidence, Measurement, Narrative, PeriodSpending
from saksama.web.planning.models import Indicator, PlanVersion, Target
from saksama.web.rows import Difference, Key
from saksama.web.workflow.locks import Locks, last_quarter, locks_of
from saksama.web.workflow.models import SubmissionState


def locked_reasons(version: PlanVersion, differences: Iterable[Difference]) -> tuple[str, ...]:
    """Why the differences are not applied, every reason at once; empty where they may be. 3 queries."""
    every = list(differences)
    locks = locks_of(version.plan.agency_id, range(version.plan.first_year, version.plan.last_year + 1))
    closed = {quarter for one in every if (quarter := _closed_with(one, locks))}
    proved = set(
        Evidence.objects.filter(measurement__indicator__plan=version.plan_id).values_list(
            "measurement__indicator__key", "measurement__year", "measurement__cycle", "measurement__number"
        )
    )
    gone = {one.key[0] for one in every if one.model is Indicator and one.new is None}
    continued = Indicator.objects.filter(plan=version.plan_id, key__in=gone, continued_by__isnull=False)
    return (
        *(
            _("Rencana yang lain meneruskan indikator {indicator}, yang tidak lagi ada.").format(indicator=key)
            for key in continued.order_by("key").values_list("key", flat=True).distinct()
        ),
        *(locks.reason(quarter) for quarter in sorted(closed)),
        *(
            _("Berkas itu tidak lagi memuat angka {indicator}, {period}, padahal ada buktinya.").format(
                indicator=one.key[0], period=period_title(_period(one.key))
            )
            for one in every
            if one.model is Measurement and one.new is None and one.key in proved
        ),
    )


def _closed_with(one: Difference, locks: Locks) -> Period | None:
    """The closed quarter with which what is different is closed; `None` where it is open."""
    quarter = _quarter(one)
    state = locks.closed.get(quarter) if quarter else None
    if state is None or (one.model is Narrative and state is not SubmissionState.APPROVED):
        return None
    return quarter


def _quarter(one: Difference) -> Period | None:
    if one.model in {Measurement, PeriodSpending}:
        return quarter_of(_period(one.key))
    if one.model is Target:
        *figure, is_end = one.key
        return None if is_end else quarter_of(_period(tuple(figure)))
    if one.model in {Amount, Narrative}:
        return last_quarter(_whole(one.key[1]))
    return last_quarter(_whole(one.key[0])) if one.model is AgreedTarget else None


def _whole(part: object) -> int:
    return int(str(part))


def _period(key: Key) -> Period:
    """The period of a figure's row; that of the year itself has the number 0."""
    _owner, year, cycle, number = key
    return Period(_whole(year), _whole(number) or 1, Cycle(str(cycle)))

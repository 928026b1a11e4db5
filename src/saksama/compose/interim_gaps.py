"""What the measurement of a period lacks, from whom it must come, and what a careful reader asks."""

from collections.abc import Iterator

from saksama.compose.doubts import Doubt, doubts
from saksama.compose.gap import Gap, Owner
from saksama.compose.reporting import Owed, owed
from saksama.compose.request import Request
from saksama.kernel.interim import is_year_end, promised_in
from saksama.kernel.period import Cycle, Period
from saksama.kernel.periods import period_title
from saksama.kernel.quantity import Reason, Uncomputable
from saksama.kernel.record import PerformanceRecord
from saksama.kernel.results import target_in_force
from saksama.language.messages import _


def stated_period(request: Request) -> Period:
    """The period that was asked for; without one, the last quarter of the year."""
    return request.period or Period(request.year, 4, Cycle.QUARTER)


def interim_gaps(request: Request) -> tuple[Gap, ...]:
    """Everything that the measurement shows as not reported or not filled."""
    record, period = request.record, stated_period(request)
    return (
        *_promises(record, period),
        *(_reported(item, period) for item in owed(record, period)),
        *_closing(record, period),
    )


def interim_doubts(request: Request) -> tuple[Doubt, ...]:
    """Those of the year at its end; before it, its figures are not complete enough to be doubted."""
    return doubts(request.record, request.year) if is_year_end(stated_period(request)) else ()


def _reported(item: Owed, period: Period) -> Gap:
    words = {
        "realisasi kinerja": _("realisasi kinerja"),
        "realisasi anggaran": _("realisasi anggaran"),
        "realisasi fisik": _("realisasi fisik"),
        "realisasi anggaran dan realisasi fisik": _("realisasi anggaran dan realisasi fisik"),
    }
    missing = _("{what} s.d. {period}").format(what=words[item.what], period=period_title(period))
    return Gap(item.sheet, item.subject, missing, item.owner, item.whose)


def _promises(record: PerformanceRecord, period: Period) -> Iterator[Gap]:
    objectives = tuple(record.plan.objectives())
    if not objectives:
        yield Gap("Sasaran", record.plan.title, _("sasaran strategis"), Owner.PLANNER)
    for objective in objectives:
        if not objective.indicators:
            yield Gap("Indikator", objective.name, _("indikator"), Owner.PLANNER)
        for indicator in objective.indicators:
            if target_in_force(record, indicator, period.year) is None:
                missing = _("target {year}").format(year=period.year)
                yield Gap("Indikator", indicator.name, missing, Owner.PLANNER)
            promised = promised_in(record, indicator, period).high
            is_own = indicator.schedule.cycle is not Cycle.YEAR
            if is_own and isinstance(promised, Uncomputable) and promised.reason is Reason.NO_TARGET:
                missing = _("target {period}").format(period=period_title(period))
                yield Gap("Target Periode", indicator.name, missing, Owner.PLANNER)


def _closing(record: PerformanceRecord, period: Period) -> Iterator[Gap]:
    if not record.programmes:
        yield Gap("Anggaran", record.agency.name, _("program dan anggaran"), Owner.FINANCE)
    if record.programmes and is_year_end(period) and record.expenditure_status(period.year).cut_off is None:
        missing = _("tanggal sampai kapan belanja dihitung")
        yield Gap("Naskah", record.agency.name, missing, Owner.FINANCE)
    if record.agency.head is None:
        yield Gap("Profil", record.agency.name, _("kepala perangkat daerah"), Owner.PLANNER)

"""Summaries as they are kept: made once for each version of a record, a few by the page and the rest by the worker."""

import logging
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.utils import timezone
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from saksama.kernel.period import Cycle, Period
from saksama.kernel.record import PerformanceRecord
from saksama.web.measurement.storage import load_record
from saksama.web.overview.concerns import Concerns, concerns_of, few, restored
from saksama.web.overview.mismatches import Mismatch, mismatches
from saksama.web.overview.mismatches import restored as restored_mismatch
from saksama.web.overview.models import Summary
from saksama.web.overview.movement import Movement, movement
from saksama.web.overview.summaries import AgencySummary, states_of, summarised
from saksama.web.planning.models import PlanVersion

MOST_IN_A_PAGE = 2
"""How many a page makes itself, each up to a quarter of a second; where there are more, the worker makes them all."""
_log = logging.getLogger(__name__)
_URGENT = 50
"""Before reports and checks in the queue of the worker: somebody looks at the page."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of agencies, by their numbers.

    Of those in `behind` the record has changed since; what is known of them, if anything, is how it was before.
    `movements` are those of this month.
    """

    summaries: Mapping[int, AgencySummary]
    movements: Mapping[int, Movement]
    concerns: Mapping[int, Concerns]
    behind: frozenset[int]


def known_summaries(
    versions: Mapping[int, PlanVersion], period: Period, *, today: date, most: int | None = None
) -> Known:
    """What is known to the end of a quarter, by the number of the agency.

    Where more than `most` must be made, none is, and the worker is asked to; `None`: all are made. 1 query where
    nothing has changed.
    """
    rows = Summary.objects.filter(version__in=versions.values(), year=period.year, quarter=period.number)
    kept = {row.version_id: row for row in rows.defer("states", "earlier", "mismatches")}
    stale = [agency for agency, version in versions.items() if not _is_current(kept.get(version.pk), version)]
    behind: frozenset[int] = frozenset()
    if most is not None and len(stale) > most:
        behind = frozenset(stale)
        _ask(period, [versions[agency].pk for agency in stale])
    for agency in stale if not behind else ():
        kept[versions[agency].pk] = _make(versions[agency], period, today)
    of_agency = {agency: kept[version.pk] for agency, version in versions.items() if version.pk in kept}
    month = (today.year, today.month)
    return Known(
        {agency: _restored(row.content) for agency, row in of_agency.items()},
        {
            agency: _movement(row.movement)
            for agency, row in of_agency.items()
            if row.movement and (row.made_on.year, row.made_on.month) == month
        },
        {agency: restored(row.concerns) for agency, row in of_agency.items()},
        behind,
    )


def kept_mismatches(versions: Mapping[int, PlanVersion], period: Period) -> dict[int, tuple[Mismatch, ...]]:
    """What does not fit together, by the number of the agency, of those whose summary is kept. 1 query."""
    rows = Summary.objects.filter(version__in=versions.values(), year=period.year, quarter=period.number)
    kept = dict(rows.values_list("version", "mismatches"))
    return {
        agency: tuple(map(restored_mismatch, kept[version.pk]))
        for agency, version in versions.items()
        if version.pk in kept
    }


@task(priority=_URGENT)
def make_summaries(versions: list[int], year: int, quarter: int) -> None:
    """Make the summaries of versions whose record has changed; one that cannot be made does not stop the others."""
    period, today = Period(year, quarter, Cycle.QUARTER), timezone.localdate()
    for version in PlanVersion.objects.filter(pk__in=versions).select_related("plan"):
        try:
            known_summaries({version.plan.agency_id: version}, period, today=today)
        except Exception:  # whatever one record holds
            _log.exception("summary of version %s", version.pk)


def _ask(period: Period, versions: list[int]) -> None:
    """Have the worker make them, unless it is about to."""
    waiting = DBTaskResult.objects.filter(task_path=make_summaries.module_path, status=TaskResultStatus.READY)
    for known, *of in waiting.values_list("args_kwargs__args", flat=True):
        if of == [period.year, period.number] and set(versions) <= set(known):
            return
    make_summaries.enqueue(versions, period.year, period.number)


def keep_summary(record: PerformanceRecord, version: PlanVersion, period: Period, day: date) -> Summary:
    """Make and keep the summary of a record as it was on a day. The one of an earlier month stays beside it.

    The record has the year of the period and the one before it.
    """
    states = states_of(record, period)
    found = summarised(record, period, states)
    kept = Summary.objects.filter(version=version, year=period.year, quarter=period.number).first()
    earlier: Any = kept.earlier if kept else None
    if kept and (kept.made_on.year, kept.made_on.month) < (day.year, day.month):
        earlier = {"made_on": kept.made_on.isoformat(), "content": kept.content, "states": kept.states}
    moved = None
    if earlier:
        before = (_restored(earlier["content"]), earlier["states"])
        names = {one.id: one.name for one in record.indicators()}
        moved = movement(earlier["made_on"], before, (found, states), names)
    row = Summary(
        version=version,
        year=period.year,
        quarter=period.number,
        record_version=version.plan.record_version,
        content=asdict(found),
        states=states,
        concerns=asdict(few(concerns_of(record, period))),
        mismatches=[asdict(one) for one in mismatches(record, period, states)],
        made_on=day,
        earlier=earlier,
        movement=asdict(moved) if moved and moved.is_any else None,
    )
    Summary.objects.bulk_create(
        [row],
        update_conflicts=True,
        unique_fields=["version", "year", "quarter"],
        update_fields=[
            "record_version",
            "content",
            "states",
            "concerns",
            "mismatches",
            "made_on",
            "earlier",
            "movement",
        ],
    )
    return row


def _make(version: PlanVersion, period: Period, today: date) -> Summary:
    return keep_summary(load_record(version, [period.year - 1, period.year]), version, period, today)


def _is_current(row: Summary | None, version: PlanVersion) -> bool:
    return row is not None and row.record_version == version.plan.record_version


def _restored(content: dict[str, Any]) -> AgencySummary:
    return AgencySummary(**{**content, "unreported": tuple(content["unreported"])})


def _movement(content: dict[str, Any]) -> Movement:
    texts = {name: tuple(content[name]) for name in ("met", "unmet", "risen", "fallen")}
    return Movement(**{**content, **texts, "absorption": content["absorption"] and tuple(content["absorption"])})

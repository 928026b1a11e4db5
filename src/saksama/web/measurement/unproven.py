"""Figures without evidence, and what a government asks for before figures are submitted."""

from collections import defaultdict
from collections.abc import Mapping

from django.db import models

from saksama.kernel.period import Cycle, Period
from saksama.kernel.periods import period_title
from saksama.language.messages import _
from saksama.web.measurement.entry import quarter_of
from saksama.web.measurement.models import Evidence, Measurement
from saksama.web.measurement.names import shortened
from saksama.web.organisations.models import Agency
from saksama.web.planning.models import PlanVersion
from saksama.web.planning.plan_rows import definitions


def unproven_counts(agency: Agency, year: int) -> Mapping[int, int]:
    """How many figures of goals and objectives have no evidence, by the quarter in which they end. 1 query."""
    found: dict[int, int] = defaultdict(int)
    periods = _rows(agency, year).order_by().values_list("cycle", "number").annotate(models.Count("pk", distinct=True))
    for cycle, number, count in periods:
        found[_quarter(year, cycle, number)] += count
    return found


def _rows(agency: Agency, year: int) -> models.QuerySet[Measurement]:
    evidence = Evidence.objects.filter(measurement=models.OuterRef("pk"), retired_at=None)
    stated = models.Q(value__isnull=False) | models.Q(numerator__isnull=False)
    return Measurement.objects.filter(
        stated, ~models.Exists(evidence), indicator__plan__agency=agency, indicator__definitions__node=None, year=year
    )


def _quarter(year: int, cycle: str, number: int) -> int:
    return quarter_of(Period(year, number or 1, Cycle(cycle))).number


def why_not_submitted(agency: Agency, version: PlanVersion, quarter: Period) -> str:
    """Which figures of a quarter still lack evidence where the government requires it; "" where nothing is missing."""
    if not agency.government.requires_evidence:
        return ""
    names = dict(definitions(version).values_list("indicator__key", "name"))
    # What the plan no longer has, has no page on which evidence is added.
    figures = (
        _rows(agency, quarter.year).filter(indicator__key__in=names).distinct().order_by("indicator__key", "number")
    )
    keys = [
        key
        for _pk, key, cycle, number in figures.values_list("pk", "indicator__key", "cycle", "number")
        if _quarter(quarter.year, cycle, number) == quarter.number
    ]
    if not keys:
        return ""
    return _(
        "{period} belum dapat diajukan: {count} angka belum berbukti ({names}). Tambahkan di halaman indikator."
    ).format(period=period_title(quarter), count=len(keys), names=shortened(names[key] for key in keys))

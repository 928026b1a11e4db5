"""Figures without evidence, and what a government asks for before figures are submitted."""

from collections import defaultdict
from collections.abc import Mapping

from django.db import models

from saksama.kernel.period import Cycle, Period
from saksama.kernel.periods import period_title
from saksama.language.messages import _
from saksama.web.measurement.entry import quarter_of
from saksama.web.measurement.models import Evidence, Measurement
from saksama.web.organisations.models import Agency
from saksama.web.planning.models import PlanVersion
from saksama.web.planning.plan_rows import definitions

_NAMED = 5


def unproven(agency: Agency, year: int) -> Mapping[int, list[str]]:
    """The keys of goals' and objectives' indicators, one for each figure without evidence, by the quarter it ends in.

    1 query.
    """
    evidence = Evidence.objects.filter(measurement=models.OuterRef("pk"), retired_at=None)
    stated = models.Q(value__isnull=False) | models.Q(numerator__isnull=False)
    rows = Measurement.objects.filter(
        stated, ~models.Exists(evidence), indicator__plan__agency=agency, indicator__definitions__node=None, year=year
    )
    found: dict[int, list[str]] = defaultdict(list)
    figures = (
        rows.distinct().order_by("indicator__key", "number").values_list("pk", "indicator__key", "cycle", "number")
    )
    for _pk, key, cycle, number in figures:
        found[quarter_of(Period(year, number or 1, Cycle(cycle))).number].append(key)
    return found


def why_not_submitted(agency: Agency, version: PlanVersion, quarter: Period) -> str:
    """Which figures of a quarter still lack evidence where the government requires it; "" where nothing is missing."""
    if not agency.government.requires_evidence:
        return ""
    names = dict(definitions(version).values_list("indicator__key", "name"))
    # What the plan no longer has, has no page on which evidence is added.
    keys = [key for key in unproven(agency, quarter.year).get(quarter.number, ()) if key in names]
    if not keys:
        return ""
    told = [names[key] for key in dict.fromkeys(keys)]
    more = _(" dan {count} lagi").format(count=len(told) - _NAMED) if len(told) > _NAMED else ""
    return _(
        "{period} belum dapat diajukan: {count} angka belum berbukti ({names}). Tambahkan di halaman indikator."
    ).format(period=period_title(quarter), count=len(keys), names="; ".join(told[:_NAMED]) + more)

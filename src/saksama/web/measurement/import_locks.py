"""What many changes at once may not touch: what closes with a period, figures with evidence, what others enter."""

from collections.abc import Collection, Iterable, Iterator

from saksama.kernel.period import Cycle, Period
from saksama.kernel.periods import period_title
from saksama.language.messages import _
from saksama.web.agreements.models import AgreedTarget
from saksama.web.measurement.entry import quarter_of
from saksama.web.measurement.models import Amount, Evidence, Measurement, Narrative, PeriodSpending
from saksama.web.organisations.access import Action, may
from saksama.web.organisations.models import Agency, Person
from saksama.web.planning.models import Indicator, IndicatorDefinition, PlanVersion, Target
from saksama.web.planning.plan_rows import definitions
from saksama.web.rows import Difference, Key
from saksama.web.workflow.locks import Locks, last_quarter, locks_of

_MEASURED = frozenset({Measurement, Narrative, Amount, PeriodSpending})
"""What only who measures enters."""


def locked_reasons(version: PlanVersion, differences: Iterable[Difference]) -> tuple[str, ...]:
    """Why the differences are not applied, every reason at once; empty where they may be. 4 queries at most."""
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
            _("Indikator {key} tidak dapat dihapus: rencana lain melanjutkannya.").format(key=key)
            for key in continued.order_by("key").values_list("key", flat=True).distinct()
        ),
        *(locks.reason(quarter) for quarter in sorted(closed)),
        *_of_earlier_versions(version, gone),
        *(
            _("Berkas itu tidak lagi memuat angka {indicator}, {period}, padahal ada buktinya.").format(
                indicator=one.key[0], period=period_title(period_of(one.key))
            )
            for one in every
            if one.model is Measurement and one.new is None and one.key in proved
        ),
    )


def _of_earlier_versions(version: PlanVersion, gone: Collection[object]) -> Iterator[str]:
    elsewhere = IndicatorDefinition.objects.filter(indicator__plan=version.plan_id, indicator__key__in=gone)
    kept = elsewhere.exclude(pk__in=definitions(version)).values_list("indicator__key", flat=True)
    for key in sorted(set(kept)):
        yield _(
            "Versi rencana yang lama memuat indikator {key}: jangan hapus dari berkas. "
            "Isi “Berlaku sampai” bila tidak dipakai lagi."
        ).format(key=key)


def beyond(person: Person, agency: Agency, differences: Iterable[Difference]) -> tuple[str, ...]:
    """Why somebody who plans does not change what others measure; empty where he may."""
    if may(person, Action.MEASURE, agency) or not any(one.model in _MEASURED for one in differences):
        return ()
    return (_("Realisasi, analisis, dan anggaran diisi oleh operator. Mintalah operator mengubahnya."),)


def _closed_with(one: Difference, locks: Locks) -> Period | None:
    """The closed quarter with which what is different is closed; `None` where it is open."""
    quarter = _quarter(one)
    return quarter if quarter in locks.closed else None


def _quarter(one: Difference) -> Period | None:
    if one.model in {Measurement, PeriodSpending}:
        return quarter_of(period_of(one.key))
    if one.model is Target:
        *figure, is_end = one.key
        return None if is_end else quarter_of(period_of(tuple(figure)))
    if one.model is Amount:
        return last_quarter(_whole(one.key[1]))
    return last_quarter(_whole(one.key[0])) if one.model is AgreedTarget else None


def _whole(part: object) -> int:
    return int(str(part))


def period_of(key: Key) -> Period:
    """The period of a figure's row; that of the year itself has the number 0."""
    _owner, year, cycle, number = key
    return Period(_whole(year), _whole(number) or 1, Cycle(str(cycle)))

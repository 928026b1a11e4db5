"""Which part of the year a document is about."""

from collections.abc import Iterator

from saksama.commands.console import say
from saksama.commands.failure import Failure
from saksama.kernel.dates import MONTHS
from saksama.kernel.period import Cycle, Period, periods_of
from saksama.kernel.periods import period_title
from saksama.kernel.record import PerformanceRecord
from saksama.language.messages import _

_ROMAN = ("I", "II", "III", "IV")
_ALWAYS = (Cycle.QUARTER, Cycle.SEMESTER)
_PREFIXES = {
    Cycle.QUARTER: ("", "tw", "triwulan"),
    Cycle.SEMESTER: ("s", "smt", "semester"),
    Cycle.MONTH: ("b", "bulan"),
}


def chosen_period(record: PerformanceRecord, year: int, wish: str | None) -> Period:
    """The period that was asked for, or the last quarter in which anything was reported; then it is said."""
    if wish is not None:
        return _named(record, year, wish)
    months = [period.last_month for period in _reported(record, year)]
    if not months:
        raise Failure(
            _(
                "Belum ada realisasi triwulan satu pun pada tahun {year}. Isilah lembar Realisasi Periode, atau "
                "sebutkan periodenya dengan --period."
            ).format(year=year)
        )
    found = Period(year, (max(months) + 2) // 3, Cycle.QUARTER)
    say(_("Periode: {period}, triwulan terakhir yang ada realisasinya.").format(period=period_title(found)))
    return found


def _named(record: PerformanceRecord, year: int, wish: str) -> Period:
    cycles = (*_ALWAYS, Cycle.MONTH) if _has_months(record, year) else _ALWAYS
    possible = [period for cycle in cycles for period in periods_of(year, cycle)]
    typed = "".join(wish.split()).casefold()
    found = next((period for period in possible if typed in _spellings(period)), None)
    if found is None:
        known = ", ".join(period_title(period).removesuffix(f" {year}") for period in possible)
        raise Failure(
            _("Periode {wish} tidak dikenal. Yang dapat dipilih untuk {year}: {known}.").format(
                wish=ascii(wish), year=year, known=known
            )
        )
    return found


def _spellings(period: Period) -> Iterator[str]:
    """Everything that is understood as this period, in small letters and without spaces."""
    numbers = [str(period.number)]
    if period.cycle is Cycle.MONTH:
        yield MONTHS[period.number - 1].casefold()
    else:
        numbers.append(_ROMAN[period.number - 1].casefold())
    yield from (prefix + number for prefix in _PREFIXES[period.cycle] for number in numbers)


def _has_months(record: PerformanceRecord, year: int) -> bool:
    scheduled = any(indicator.schedule.cycle is Cycle.MONTH for indicator in record.indicators())
    return scheduled or any(period.cycle is Cycle.MONTH for period in _reported(record, year))


def _reported(record: PerformanceRecord, year: int) -> Iterator[Period]:
    """The periods of the year with a value of an indicator or with expenditure."""
    for indicator in record.indicators():
        for actual in indicator.period_actuals:
            if actual.period.year == year and (actual.value is not None or actual.numerator is not None):
                yield actual.period
    for node in record.nodes():
        amount = node.amount(year)
        for spent in amount.periods if amount else ():
            if spent.expenditure is not None:
                yield spent.period

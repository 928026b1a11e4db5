"""The plain values of money: of a node of the budget to the end of a period, and of all programmes by quarter."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction

from saksama.documents.pictures import Chart, ChartKind, ReferenceLine, Series, SeriesRole
from saksama.documents.writers.svg import chart_svg
from saksama.kernel.budget import BudgetNode
from saksama.kernel.evaluation import Result
from saksama.kernel.period import Cycle, Period, periods_of
from saksama.kernel.periods import period_title
from saksama.kernel.periods_money import PeriodMoney, node_money, total_money
from saksama.kernel.quantity import Uncomputable
from saksama.kernel.record import PerformanceRecord
from saksama.kernel.rounding import half_up, write_number, write_rupiah
from saksama.language.explanations import reason_text
from saksama.language.messages import _
from saksama.web.overview.figure_ids import Address

_MILLION = 10**6


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure as text with the page that explains it; `missing` says why there is none."""

    text: str
    path: str
    missing: str = ""


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """The money of a node to the end of a period. `share` is that part of it which serves, in percent."""

    code: str
    name: str
    owner: str
    share: str
    appropriation: Shown
    expenditure: Shown
    absorption: Shown


@dataclass(frozen=True, slots=True)
class QuarterRow:
    """What all programmes spent in a quarter and to its end. `is_due` is false where the quarter has not ended."""

    title: str
    in_period: Shown
    to_date: Shown
    absorption: Shown
    is_due: bool


def rupiah(result: Result, address: Address) -> Shown:
    """An amount, or why there is none."""
    return _shown(result, address, write_rupiah)


def percent(result: Result, address: Address) -> Shown:
    """A percentage without its sign, or why there is none."""
    return _shown(result, address, lambda value: write_number(value, result.explanation.decimals))


def node_row(node: BudgetNode, period: Period, address: Address, share: str = "") -> MoneyRow:
    """A programme, activity or sub-activity."""
    money = node_money(node, period)
    return MoneyRow(node.code, node.name, node.owner, share, *_three(money, address))


def total_row(record: PerformanceRecord, period: Period, address: Address) -> MoneyRow:
    """All programmes together."""
    return MoneyRow("", _("Jumlah"), "", "", *_three(total_money(record, period), address))


def programmes_of(record: PerformanceRecord, year: int) -> Iterable[BudgetNode]:
    """The programmes of the year's budget."""
    return (one for one in record.programmes if any(leaf.amount(year) for leaf in one.leaves()))


def quarter_rows(record: PerformanceRecord, period: Period, address: Address) -> tuple[tuple[QuarterRow, ...], str]:
    """The quarters of the year, and their picture; "" where no amount is known."""
    every = [(one, total_money(record, one)) for one in periods_of(period.year, Cycle.QUARTER)]
    rows = tuple(
        QuarterRow(
            period_title(one),
            rupiah(money.in_period, address),
            rupiah(money.to_date, address),
            percent(money.absorption, address),
            one.number <= period.number,
        )
        for one, money in every
    )
    values = [money.to_date.value for _one, money in every]
    given = every[0][1].appropriation.value
    if isinstance(given, Uncomputable) or all(isinstance(value, Uncomputable) for value in values):
        return rows, ""
    undue, missing = _("belum waktunya"), _("belum lengkap")
    labels = tuple(
        (missing if row.is_due else undue) if isinstance(value, Uncomputable) else write_number(value / _MILLION, 1)
        for row, value in zip(rows, values, strict=True)
    )
    drawn = tuple(None if isinstance(value, Uncomputable) else half_up(value / _MILLION, 2) for value in values)
    name = _("Realisasi anggaran sejak awal tahun")
    title = _("Pagu {amount} juta rupiah").format(amount=write_number(given / _MILLION, 1))
    spoken = "; ".join(f"{row.title}: {label}" for row, label in zip(rows, labels, strict=True))
    chart = Chart(
        ChartKind.BARS,
        tuple(row.title for row in rows),
        (Series(name, SeriesRole.EXPENDITURE, drawn, labels),),
        _("juta rupiah"),
        f"{name}: {spoken}. {title}.",
        ReferenceLine(half_up(given / _MILLION, 2), title),
    )
    return rows, chart_svg(chart, "money")


def _three(money: PeriodMoney, address: Address) -> tuple[Shown, Shown, Shown]:
    return rupiah(money.appropriation, address), rupiah(money.to_date, address), percent(money.absorption, address)


def _shown(result: Result, address: Address, write: Callable[[Fraction], str]) -> Shown:
    path = address(result.explanation.id)
    if isinstance(result.value, Uncomputable):
        return Shown("", path, reason_text(result.value))
    return Shown(write(result.value), path)

"""The computed columns of periods as spreadsheet formulas, and the value of a year that follows from its periods.

Values of one indicator, year and cycle share a text (`group`); `number` counts the periods in it from 1.
"""

from saksama.exchange.achievement_formula import Terms, achievement_of
from saksama.exchange.lists import option_number
from saksama.exchange.placement import Placement
from saksama.exchange.sheets.definitions import CONSOLIDATIONS, CYCLES
from saksama.exchange.sheets.periods import PERIODS
from saksama.exchange.sheets.plan import YES
from saksama.exchange.spot import Maker, Spot
from saksama.exchange.word_formulas import number_of
from saksama.kernel.period import Consolidation, Cycle

_LABELS = {option.value: option.label for option in (*CYCLES, *CONSOLIDATIONS)}
SUM, AVERAGE = _LABELS[Consolidation.SUM.value], _LABELS[Consolidation.AVERAGE.value]


def _cycles() -> dict[Cycle, int]:
    """Behind how many entries of the list of periods those of a cycle stand."""
    before: dict[Cycle, int] = {}
    for place, option in enumerate(PERIODS):
        before.setdefault(Cycle(option.value.rpartition("-")[0]), place)
    return before


def periods_in_year(spot: Spot) -> str:
    """How many periods the indicator's cycle has."""
    cycle = spot.cell("cycle")
    found = "1"
    for one in (Cycle.MONTH, Cycle.QUARTER, Cycle.SEMESTER):
        found = f'IF({cycle}="{_LABELS[one.value]}",{one.periods},{found})'
    return f'IF({spot.cell("indicator")}="","",{found})'


def summed(spot: Spot) -> str:
    """How the value of a year follows; "" for the last known, as for every cumulative indicator."""
    how, cumulative = spot.cell("consolidation"), spot.cell("is_cumulative")
    return f'IF({cumulative}="{YES.label}","",IF(OR({how}="{SUM}",{how}="{AVERAGE}"),{how},""))'


def first_due_of_row(spot: Spot) -> str:
    """The first period, in the cycle of the row's period, in which its indicator is measured."""
    code, sheets = spot.cell("indicator"), spot.places["definitions"]
    month = f"INDEX({sheets.column('measured_in')},MATCH({code},{sheets.column('indicator')},0))"
    number = f"MATCH({month},{spot.places['lists'].column('definitions.measured_in')},0)"
    is_there = f'OR({code}="",{spot.cell("number")}="")'
    return f'IF({is_there},"",IFERROR(ROUNDUP({number}*{_periods(spot)}/12,0),1))'


def definition_number(wanted: str, code: str, sheets: Placement) -> str:
    """A number that the data sheet has for a code; 1 where it has none."""
    return f"IFERROR(INDEX({sheets.column(wanted)},MATCH({code},{sheets.column('indicator')},0)),1)"


def group(spot: Spot) -> str:
    """Indicator, year and how many periods the cycle has."""
    code, year = spot.cell("indicator"), spot.cell("year")
    return f'IF(OR({code}="",{year}="",{spot.cell("number")}=""),"",{code}&"|"&{year}&"|"&{_periods(spot)})'


def _place(spot: Spot) -> str:
    sheet = spot.place.sheet
    return option_number(spot.cell("period"), spot.places["lists"], sheet, sheet.field("period"))


def _by_cycle(spot: Spot, wanted: dict[Cycle, str]) -> str:
    """An expression that depends on the cycle of the row's period."""
    starts = sorted(_cycles().items(), key=lambda item: item[1])
    found = wanted[starts[0][0]]
    for cycle, start in starts[1:]:
        found = f"IF({_place(spot)}>{start},{wanted[cycle]},{found})"
    return found


def is_same_period(spot: Spot, other: Placement) -> str:
    """Whether each row of a sheet of periods is of the period that the spot's row names, in whatever spelling."""
    return f"({other.column('number')}={number(spot)})*({other.column('periods')}={_periods(spot)})"


def _periods(spot: Spot) -> str:
    counted = _by_cycle(spot, {cycle: str(cycle.periods) for cycle in Cycle})
    return spot.cell("periods") if spot.place.has("periods") else counted


def periods_of_row(spot: Spot) -> str:
    """How many periods the cycle of the row's period has."""
    counted = _by_cycle(spot, {cycle: str(cycle.periods) for cycle in Cycle})
    return f'IF({spot.cell("number")}="","",{counted})'


def year_key(spot: Spot) -> str:
    """Indicator and year, where the row is of the cycle from which the value of the year follows."""
    code, year, sheets = spot.cell("indicator"), spot.cell("year"), spot.places["definitions"]
    is_own = f"{spot.cell('periods')}={definition_number('periods', code, sheets)}"
    return f'IF({spot.cell("group")}="","",IF({is_own},{code}&"|"&{year},""))'


def year_value(spot: Spot) -> str:
    """What follows for the year from all its periods."""
    names = ("group", "periods", "summed", "first_due")
    group_cell, periods, how, first = (spot.cell(name) for name in names)
    whole = value_to_date(spot.place, "actual", group_cell, periods, how=how, first=first)
    return f'IF({spot.cell("year_key")}="","",{whole})'


def of_year(spot: Spot) -> str:
    """What follows from the periods of the row's year; "" where there are none."""
    place = spot.places["period_actuals"]
    match = f'MATCH({spot.cell("indicator")}&"|"&{spot.cell("year")},{place.column("year_key")},0)'
    return f'IFERROR(INDEX({place.column("year_value")},{match}),"")'


def number(spot: Spot) -> str:
    """The number of the row's period in its year."""
    within = {cycle: f"{_place(spot)}-{start}" for cycle, start in _cycles().items()}
    return f'IF({spot.cell("period")}="","",IFERROR({_by_cycle(spot, within)},""))'


def bound(wanted: str) -> Maker:
    """A bound of a period's target as a number: the upper one, and the lower one where it is stated."""

    def make(spot: Spot) -> str:
        scale = spot.cell("value_scale")
        return number_of(spot.cell(wanted), scale, spot.places)

    return make


def lower(spot: Spot) -> str:
    """The lower bound as a number; the upper one where none is stated."""
    low, scale = spot.cell("target_low"), spot.cell("value_scale")
    stated = number_of(low, scale, spot.places)
    return f'IF({low}="",{spot.cell("high")},{stated})'


def target(wanted: str) -> Maker:
    """A bound of the target of the row's period."""

    def make(spot: Spot) -> str:
        same = f"({spot.places['period_targets'].column('group')}={spot.cell('group')})"
        at = f"{same}*({spot.places['period_targets'].column('number')}={spot.cell('number')})"
        bounds = spot.places["period_targets"].column(wanted)
        known = f"SUMPRODUCT({at}*ISNUMBER({bounds}))=1"
        return f'IF({spot.cell("group")}="","",IF({known},SUMPRODUCT({at},{bounds}),""))'

    return make


def target_to_date(wanted: str) -> Maker:
    """A bound of the target from the year's start to the end of the row's period."""

    def make(spot: Spot) -> str:
        targets = spot.places["period_targets"]
        to_date = value_to_date(targets, wanted, spot.cell("group"), spot.cell("number"), how=spot.cell("summed"))
        return f'IF({spot.cell("group")}="","",{to_date})'

    return make


def actual_to_date(spot: Spot) -> str:
    """What was reached from the year's start to the end of the row's period."""
    group_cell, how = spot.cell("group"), spot.cell("summed")
    to_date = value_to_date(
        spot.place, "actual", group_cell, spot.cell("number"), how=how, first=spot.cell("first_due")
    )
    return f'IF({group_cell}="","",{to_date})'


def value_to_date(place: Placement, wanted: str, group: str, last: str, *, how: str, first: str = "") -> str:
    """The sum, average or last known of a sheet's values up to a period.

    With `first`, the first period that is due, a sum or average needs every period from it on.
    """
    groups, numbers, values = (place.column(name) for name in ("group", "number", wanted))
    known = f"({groups}={group})*ISNUMBER({values})*({numbers}<={last})"
    # A number of an empty row is "": what is multiplied must be a number, and "0" & 3 is one.
    latest = f'SUMPRODUCT(MAX({known}*("0"&{numbers})))'
    last_known = f'IF(SUMPRODUCT({known})=0,"",SUMPRODUCT(({groups}={group})*({numbers}={latest}),{values}))'
    counted = f"({groups}={group})*ISNUMBER({values})*({numbers}<={last})" + (f"*({numbers}>={first})" if first else "")
    count = f"SUMPRODUCT({counted})"
    complete = f"AND({last}>={first},{count}={last}-{first}+1)" if first else f"{count}>0"
    total = f"SUMPRODUCT({counted},{values})"
    return f'IF({how}="",{last_known},IF({complete},{total}/IF({how}="{AVERAGE}",{count},1),""))'


def achievement(actual: str, low: str, high: str) -> Maker:
    """The achievement of a period's or a running value."""

    def make(spot: Spot) -> str:
        names = ("formula", actual, low, high, "zero_target", "value_scale")
        return achievement_of(Terms(*(spot.cell(name) for name in names)), spot.places)

    return make

"""The computed columns as spreadsheet formulas: the kernel's own, guarded against what gives no number.

Each refers to its own row and to other sheets by code, so that rows can be inserted, moved and pasted. Only functions
that Excel 2010, LibreOffice and WPS have.
"""

from saksama.exchange import period_formulas, survey_formulas
from saksama.exchange.achievement_formula import Terms, achievement_of
from saksama.exchange.fields import NONE, key
from saksama.exchange.placement import Placement
from saksama.exchange.sheets.measurement import STATES
from saksama.exchange.sheets.plan import YES
from saksama.exchange.sheets.report import SETTINGS
from saksama.exchange.spot import Maker, Spot, found, of_definition
from saksama.exchange.word_formulas import level_is_scored, level_lookup, level_rank, number_of
from saksama.kernel.indicator import ActualState
from saksama.kernel.money import ABSORPTION

_STATES = {option.value: option.label for option in STATES}
_NOT_APPLICABLE, _NOT_RELEASED = _STATES[ActualState.NOT_APPLICABLE.value], _STATES[ActualState.NOT_RELEASED.value]


def _stated(value: str) -> str:
    """A number that is looked up, and "" where its cell is empty, which a formula would take for 0."""
    return f'IF({value}="","",{value})'


def _indicator_text(wanted: str, missing: str = "") -> Maker:
    def make(spot: Spot) -> str:
        code = spot.cell("indicator")
        plan, outputs = spot.places["indicators"], spot.places["outputs"]
        return (
            f'IF({code}="","",IFERROR({found(plan, wanted, code, by="id")},'
            f'IFERROR({found(outputs, wanted, code, by="id")},"{missing}")))'
        )

    return make


def _annual(place: Placement, heading: str, code: str, year: str) -> str:
    """A per-year value of an indicator: its row by the code, its column by the heading."""
    at = f'MATCH({code},{place.column("id")},0),MATCH("{heading} "&{year},{place.headings()},0)'
    return _stated(f"INDEX({place.block()},{at})")


def _target(wanted: str, heading: str) -> Maker:
    """The target in force: the agreement's, where it states one, else the plan's."""

    def make(spot: Spot) -> str:
        code, year = spot.cell("indicator"), spot.cell("year")
        agreed = spot.places["agreed_targets"]
        match = f'MATCH({code}&"|"&{year},{agreed.column("lookup")},0)'
        return (
            f'IF(OR({code}="",{year}=""),"",IF(ISNUMBER({match}),{_stated(f"INDEX({agreed.column(wanted)},{match})")},'
            f"IFERROR({_annual(spot.places['indicators'], heading, code, year)},"
            f'IFERROR({_annual(spot.places["outputs"], heading, code, year)},""))))'
        )

    return make


def _factor(spot: Spot) -> str:
    sheets, code = spot.places["definitions"], spot.cell("indicator")
    match = f"MATCH({code},{sheets.column('indicator')},0)"
    named = f"INDEX({sheets.column('raw_numerator')},{match})&INDEX({sheets.column('raw_denominator')},{match})"
    factor = f"INDEX({sheets.column('raw_factor')},{match})"
    return f'IF({code}="","",IFERROR(IF({factor}<>"",{factor},IF({named}<>"",100,"")),""))'


def _number(wanted: str) -> Maker:
    """A target that was looked up, as a number; text that is none stays as it is."""

    def make(spot: Spot) -> str:
        cell = spot.cell(wanted)
        return number_of(cell, spot.cell("value_scale"), spot.places, otherwise=cell)

    return make


def _own_actual(spot: Spot) -> str:
    """The actual that its own row states, from raw data where there are any."""
    numerator, denominator = spot.cell("numerator"), spot.cell("denominator")
    factor, state = spot.cell("factor"), spot.cell("state")
    value = number_of(spot.cell("value"), spot.cell("value_scale"), spot.places)
    return (
        f'IF({state}="{_NOT_APPLICABLE}","",'
        f"IF(AND(ISNUMBER({numerator}),ISNUMBER({denominator}),ISNUMBER({factor})),"
        f'IF({denominator}=0,"",{numerator}/{denominator}*{factor}),{value}))'
    )


def _actual(spot: Spot) -> str:
    """The row's own actual or, where it states none, what follows from the periods of its year."""
    code, state, value, numerator = (spot.cell(name) for name in ("indicator", "state", "value", "numerator"))
    is_excluded = f'OR({code}="",{state}="{_NOT_APPLICABLE}",{state}="{_NOT_RELEASED}")'
    of_periods = f'IF({is_excluded},"",{period_formulas.of_year(spot)})'
    return f'IF({value}&{numerator}="",{of_periods},{_own_actual(spot)})'


def _achievement(spot: Spot) -> str:
    names = ("formula", "actual", "target_low", "target", "zero_target", "value_scale")
    return achievement_of(Terms(*(spot.cell(name) for name in names)), spot.places)


def _output_achievement(spot: Spot) -> str:
    sheets, code, label = spot.places["definitions"], spot.cell("id"), spot.cell("formula")
    policy = f'IFERROR({found(sheets, "zero_target", code, by="indicator")},"")'
    actual, low, high = (spot.cell(key(name, spot.year)) for name in ("value_number", "target_low", "target_number"))
    return achievement_of(Terms(label, actual, low, high, policy, spot.cell("value_scale")), spot.places)


def _output_scale(spot: Spot) -> str:
    code, sheets = spot.cell("id"), spot.places["definitions"]
    return f'IF({code}="","",IFERROR({found(sheets, "value_scale", code, by="indicator")},""))'


def _output_value(spot: Spot) -> str:
    return number_of(spot.cell(key("value", spot.year)), spot.cell("value_scale"), spot.places)


def _output_target(spot: Spot) -> str:
    """The target as a number; none where its lower bound is another word."""
    high, low = (spot.cell(key(name, spot.year)) for name in ("target", "target_low"))
    return f'IF(AND(ISTEXT({low}),{low}<>{high}),"",{number_of(high, spot.cell("value_scale"), spot.places)})'


def _rating(spot: Spot) -> str:
    settings, scale, value = spot.places["settings"], spot.places["scale"], spot.cell("achievement")
    # MIN and MAX pass over a limit whose cell is empty.
    limited = f"MAX({settings.single('limit_floor')},MIN({settings.single('limit_cap')},{value}))"
    # A double just below a bound that the exact value meets (89,99999999999999) must not fall out of its class.
    decimals = settings.single("scale_decimals")
    rounded = f"ROUND({limited},IF(ISNUMBER({decimals}),{decimals},9))"
    below = SETTINGS.field("scale_side").label_of("below")
    bounds = scale.column("bound")
    on_bound = f'({settings.single("scale_side")}="{below}")*({bounds}={rounded})'
    above = f"SUMPRODUCT(ISNUMBER({bounds})*(({bounds}>{rounded})+{on_bound}))"
    return f'IF(ISNUMBER({value}),INDEX({scale.column("word")},1+{above})&"","")'


def _parent(spot: Spot) -> str:
    parent, code, codes = spot.cell("parent"), spot.cell("id"), spot.place.column("id")
    parts = f'LEN({code})-LEN(SUBSTITUTE({code},".",""))'

    def above(kept: int) -> str:
        shorter = f'LEFT({code},FIND("|",SUBSTITUTE({code},".","|",{kept}))-1)'
        return f'IFERROR(INDEX({codes},MATCH({shorter},{codes},0))&"","")'

    return f'IF({parent}="{NONE}","",IF({parent}<>"",{parent},IF({parts}=4,{above(3)},IF({parts}=5,{above(5)},""))))'


def _ancestors(spot: Spot) -> str:
    # A column cannot refer to itself, so this sees two levels up: all that the three levels of a budget have.
    code, parent = spot.cell("id"), spot.cell("parent_read")
    above = f"INDEX({spot.place.column('parent_read')},MATCH({parent},{spot.place.column('id')},0))"
    return f'IF({code}="","",IF({parent}="","#","#"&{parent}&IFERROR(IF({above}="","","#"&{above}),"")&"#"))'


def _is_leaf(spot: Spot) -> str:
    code = spot.cell("id")
    return f'IF({code}="","",IF(ISNUMBER(MATCH({code},{spot.place.column("parent_read")},0)),0,1))'


def _total(amount: str) -> Maker:
    """The amount of a leaf, or the sum over the leaves below, which all must have one if they are in the budget."""

    def make(spot: Spot) -> str:
        own, leaf = spot.cell(key(amount, spot.year)), spot.cell("is_leaf")
        # "#" on both sides keeps "1.1" from being found in "1.10", and from being compared as a number.
        below = f'{spot.place.column("ancestors")},"*#"&{spot.cell("id")}&"#*",{spot.place.column("is_leaf")},1'
        stated = spot.place.column(key(amount, spot.year))
        names = ("appropriation", "expenditure", "planned", "physical")
        nothing = ",".join(f'{spot.place.column(key(name, spot.year))},"="' for name in names)
        numbers = f'COUNTIFS({below},{stated},">-1E300")'
        budgeted = f"COUNTIFS({below})-COUNTIFS({below},{nothing})"
        summed = f'IF({numbers}=0,"",IF({numbers}={budgeted},SUMIFS({stated},{below}),""))'
        return f'IF({leaf}=1,IF(ISNUMBER({own}),{own},""),IF({leaf}=0,{summed},""))'

    return make


def _absorption(spot: Spot) -> str:
    appropriation = spot.cell(key("appropriation_total", spot.year))
    expenditure = spot.cell(key("expenditure_total", spot.year))
    expression = ABSORPTION.excel.format(expenditure=expenditure, appropriation=appropriation)
    both = f"AND(ISNUMBER({appropriation}),ISNUMBER({expenditure}))"
    return f'IF({both},IF({appropriation}>0,{expression},""),"")'


def _node_name(spot: Spot) -> str:
    code = spot.cell("node")
    return f'IF({code}="","",IFERROR({found(spot.places["budget"], "name", code, by="id")},"{NOT_FOUND}"))'


def _subject_name(spot: Spot) -> str:
    code = spot.cell("subject")
    goals, plan = spot.places["goals"], spot.places["indicators"]
    return (
        f'IF({code}="","",IFERROR({found(goals, "name", code, by="id")},'
        f'IFERROR({found(plan, "name", code, by="id")},"{NOT_FOUND}")))'
    )


def _share_total(spot: Spot) -> str:
    node, nodes, shares = spot.cell("node"), spot.place.column("node"), spot.place.column("share")
    split = f'({nodes}={node})*({spot.place.column("is_shared")}<>"{YES.label}")'
    summed = f'SUMPRODUCT({split},{shares})+100*SUMPRODUCT({split}*({shares}=""))'
    return f'IF(OR({node}="",{spot.cell("is_shared")}="{YES.label}"),"",{summed})'


def _lookup(spot: Spot) -> str:
    """Only what the last revision of the year's agreement says can be found."""
    code, year, revision = (spot.cell(name) for name in ("indicator", "year", "revision"))
    agreements = (spot.places["agreements"], spot.place)
    last = ",".join(f"({place.column('year')}={year})*{place.column('revision')}" for place in agreements)
    is_last = f"N({revision})=SUMPRODUCT(MAX({last}))"
    return f'IF(OR({code}="",{year}=""),"",IF({is_last},{code}&"|"&{year},""))'


NOT_FOUND = "kode tidak ditemukan"
"""Shown beside a code that stands on no other sheet."""

_NAME = _indicator_text("name", NOT_FOUND)

COMPUTED: dict[tuple[str, str], Maker] = {
    ("definitions", "indicator_name"): _NAME,
    ("definitions", "periods"): period_formulas.periods_in_year,
    ("definitions", "summed"): period_formulas.summed,
    ("value_scales", "lookup"): level_lookup,
    ("value_scales", "rank"): level_rank,
    ("value_scales", "scored"): level_is_scored,
    ("changes", "indicator_name"): _NAME,
    ("actuals", "indicator_name"): _NAME,
    ("actuals", "unit"): _indicator_text("unit"),
    ("actuals", "formula"): _indicator_text("formula"),
    ("actuals", "factor"): _factor,
    ("actuals", "zero_target"): of_definition("zero_target"),
    ("actuals", "value_scale"): of_definition("value_scale"),
    ("actuals", "target_low_stated"): _target("target_low", "Batas bawah"),
    ("actuals", "target_stated"): _target("target", "Target"),
    ("actuals", "target_low"): _number("target_low_stated"),
    ("actuals", "target"): _number("target_stated"),
    ("actuals", "actual"): _actual,
    ("actuals", "achievement"): _achievement,
    ("actuals", "rating"): _rating,
    ("period_targets", "indicator_name"): _NAME,
    ("period_targets", "unit"): _indicator_text("unit"),
    ("period_targets", "group"): period_formulas.group,
    ("period_targets", "number"): period_formulas.number,
    ("period_targets", "value_scale"): of_definition("value_scale"),
    ("period_targets", "high"): period_formulas.bound("target"),
    ("period_targets", "low"): period_formulas.lower,
    ("period_actuals", "indicator_name"): _NAME,
    ("period_actuals", "unit"): _indicator_text("unit"),
    ("period_actuals", "group"): period_formulas.group,
    ("period_actuals", "number"): period_formulas.number,
    ("period_actuals", "formula"): _indicator_text("formula"),
    ("period_actuals", "factor"): _factor,
    ("period_actuals", "zero_target"): of_definition("zero_target"),
    ("period_actuals", "value_scale"): of_definition("value_scale"),
    ("period_actuals", "periods"): period_formulas.periods_of_row,
    ("period_actuals", "year_key"): period_formulas.year_key,
    ("period_actuals", "year_value"): period_formulas.year_value,
    ("period_actuals", "first_due"): period_formulas.first_due_of_row,
    ("period_actuals", "summed"): of_definition("summed"),
    ("period_actuals", "target_low"): period_formulas.target("low"),
    ("period_actuals", "target"): period_formulas.target("high"),
    ("period_actuals", "actual"): _own_actual,
    ("period_actuals", "achievement"): period_formulas.achievement("actual", "target_low", "target"),
    ("period_actuals", "target_low_to_date"): period_formulas.target_to_date("low"),
    ("period_actuals", "target_to_date"): period_formulas.target_to_date("high"),
    ("period_actuals", "actual_to_date"): period_formulas.actual_to_date,
    ("period_actuals", "achievement_to_date"): period_formulas.achievement(
        "actual_to_date", "target_low_to_date", "target_to_date"
    ),
    ("benchmarks", "indicator_name"): _NAME,
    ("narratives", "indicator_name"): _NAME,
    ("surveys", "answers"): survey_formulas.answers,
    ("surveys", "index"): survey_formulas.index,
    ("surveys", "quality"): survey_formulas.quality,
    ("surveys", "stated"): survey_formulas.stated,
    ("surveys", "difference"): survey_formulas.difference,
    ("outputs", "value_scale"): _output_scale,
    ("outputs", "target_number"): _output_target,
    ("outputs", "value_number"): _output_value,
    ("outputs", "achievement"): _output_achievement,
    ("budget", "appropriation_total"): _total("appropriation"),
    ("budget", "expenditure_total"): _total("expenditure"),
    ("budget", "absorption"): _absorption,
    ("budget", "parent_read"): _parent,
    ("budget", "ancestors"): _ancestors,
    ("budget", "is_leaf"): _is_leaf,
    ("supports", "node_name"): _node_name,
    ("supports", "subject_name"): _subject_name,
    ("supports", "share_total"): _share_total,
    ("earlier_appropriations", "node_name"): _node_name,
    ("period_spending", "node_name"): _node_name,
    ("agreed_targets", "indicator_name"): _NAME,
    ("agreed_targets", "lookup"): _lookup,
}
"""The formula of every computed field, by sheet and field."""

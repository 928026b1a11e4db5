"""The computed columns as spreadsheet formulas: the kernel's own, guarded against what gives no number.

Each refers to its own row and to other sheets by code, so that rows can be inserted, moved and pasted. Only functions
that Excel 2010, LibreOffice and WPS have.
"""

from collections.abc import Callable
from dataclasses import dataclass

from saksama.exchange.fields import NONE, key
from saksama.exchange.placement import Placement, Placements
from saksama.exchange.rows.indicators import ZERO_TARGET_LABELS
from saksama.exchange.sheets.plan import FORMULA_OPTIONS
from saksama.exchange.sheets.report import SETTINGS
from saksama.kernel.achievement import FORMULAS
from saksama.kernel.explanation import ZeroTarget
from saksama.kernel.formula import Formula, Polarity
from saksama.kernel.money import ABSORPTION

LINE = "\x00"
"""Stands in a formula for the line of its row, which the writer puts in: a formula is made once for a column."""


@dataclass(frozen=True, slots=True)
class Spot:
    """The column that a formula is made for: its sheet among the others, and its year where it is per year."""

    places: Placements
    place: Placement
    year: int | None = None

    def cell(self, key: str) -> str:
        """Another cell of the same row."""
        return self.place.cell(key, LINE)


Maker = Callable[[Spot], str]

_STATE_NOT_APPLICABLE = "Tidak berlaku"
_MET_AT_ZERO = ZERO_TARGET_LABELS[ZeroTarget.MET_AT_ZERO]
_NAMED = {formula.name: formula for formula in FORMULAS}


def _found(place: Placement, wanted: str, code: str, *, by: str) -> str:
    """The text that a sheet has for a code; an error where it has none."""
    return f'INDEX({place.column(wanted)},MATCH({code},{place.column(by)},0))&""'


def _stated(value: str) -> str:
    """A number that is looked up, and "" where its cell is empty, which a formula would take for 0."""
    return f'IF({value}="","",{value})'


def _indicator_text(wanted: str, missing: str = "") -> Maker:
    def make(spot: Spot) -> str:
        code = spot.cell("indicator")
        plan, outputs = spot.places["indicators"], spot.places["outputs"]
        return (
            f'IF({code}="","",IFERROR({_found(plan, wanted, code, by="id")},'
            f'IFERROR({_found(outputs, wanted, code, by="id")},"{missing}")))'
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


def _zero_policy(spot: Spot) -> str:
    sheets, code = spot.places["definitions"], spot.cell("indicator")
    return f'IF({code}="","",IFERROR({_found(sheets, "zero_target", code, by="indicator")},""))'


def _actual(spot: Spot) -> str:
    numerator, denominator = spot.cell("numerator"), spot.cell("denominator")
    factor, value, state = (spot.cell(name) for name in ("factor", "value", "state"))
    return (
        f'IF({state}="{_STATE_NOT_APPLICABLE}","",'
        f"IF(AND(ISNUMBER({numerator}),ISNUMBER({denominator}),ISNUMBER({factor})),"
        f'IF({denominator}=0,"",{numerator}/{denominator}*{factor}),IF(ISNUMBER({value}),{value},"")))'
    )


def _guarded(formula: Formula, actual: str, low: str, high: str, policy: str) -> str:
    """The kernel's formula where it gives a number, else what the kernel gives there."""
    when_zero = '""'
    if formula.polarity is Polarity.LOWER_IS_BETTER:
        when_zero = f'IF(AND({{target}}=0,{policy}="{_MET_AT_ZERO}"),IF({actual}<=0,100,0),"")'
    if "low" in formula.inputs:
        expression = formula.excel.format(actual=actual, low=low, high=high)
        nearest = f"IF({actual}<{low},{low},{high})"
        outside = f"IF({nearest}>0,{expression},{when_zero.replace('{target}', nearest)})"
        return f'IF({low}>{high},"",IF(AND({actual}>={low},{actual}<={high}),100,{outside}))'
    expression = formula.excel.format(actual=actual, target=high)
    if formula.name == "inverse":
        expression = f'IF({actual}>0,{expression},"")'
    one_number = f"IF({high}>0,{expression},{when_zero.replace('{target}', high)})"
    return f'IF({low}<>{high},"",{one_number})'


def _achievement_of(label: str, actual: str, low: str, high: str, *, policy: str, labels: str) -> str:
    bound = f"IF(ISNUMBER({low}),{low},{high})"
    guarded = [_guarded(_NAMED[option.value], actual, bound, high, policy) for option in FORMULA_OPTIONS]
    return (
        f"IF(AND(ISNUMBER({actual}),ISNUMBER({high})),"
        f'IFERROR(CHOOSE(MATCH({label},{labels},0),{",".join(guarded)}),""),"")'
    )


def _achievement(spot: Spot) -> str:
    cells = (spot.cell(name) for name in ("formula", "actual", "target_low", "target", "zero_target"))
    label, actual, low, high, policy = cells
    return _achievement_of(label, actual, low, high, policy=policy, labels=_formula_labels(spot.places))


def _output_achievement(spot: Spot) -> str:
    names = ("value", "target_low", "target")
    actual, low, high = (spot.cell(key(name, spot.year)) for name in names)
    sheets, code = spot.places["definitions"], spot.cell("id")
    policy = f'IFERROR({_found(sheets, "zero_target", code, by="indicator")},"")'
    label = spot.cell("formula")
    return _achievement_of(label, actual, low, high, policy=policy, labels=_formula_labels(spot.places))


def _formula_labels(places: Placements) -> str:
    return places["lists"].column("indicators.formula")


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
        pagu, spent = (spot.place.column(key(name, spot.year)) for name in ("appropriation", "expenditure"))
        numbers = f'COUNTIFS({below},{stated},">-1E300")'
        budgeted = f'COUNTIFS({below})-COUNTIFS({below},{pagu},"=",{spent},"=")'
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
    return f'IF({code}="","",IFERROR({_found(spot.places["budget"], "name", code, by="id")},"{NOT_FOUND}"))'


def _subject_name(spot: Spot) -> str:
    code = spot.cell("subject")
    goals, plan = spot.places["goals"], spot.places["indicators"]
    return (
        f'IF({code}="","",IFERROR({_found(goals, "name", code, by="id")},'
        f'IFERROR({_found(plan, "name", code, by="id")},"{NOT_FOUND}")))'
    )


def _share_total(spot: Spot) -> str:
    node, nodes, shares = spot.cell("node"), spot.place.column("node"), spot.place.column("share")
    return f'IF({node}="","",SUMPRODUCT(--({nodes}={node}),{shares})+100*SUMPRODUCT(({nodes}={node})*({shares}="")))'


def _lookup(spot: Spot) -> str:
    code, year = spot.cell("indicator"), spot.cell("year")
    return f'IF(OR({code}="",{year}=""),"",{code}&"|"&{year})'


NOT_FOUND = "kode tidak ditemukan"
"""Shown beside a code that stands on no other sheet."""

_NAME = _indicator_text("name", NOT_FOUND)

COMPUTED: dict[tuple[str, str], Maker] = {
    ("definitions", "indicator_name"): _NAME,
    ("actuals", "indicator_name"): _NAME,
    ("actuals", "unit"): _indicator_text("unit"),
    ("actuals", "formula"): _indicator_text("formula"),
    ("actuals", "factor"): _factor,
    ("actuals", "zero_target"): _zero_policy,
    ("actuals", "target_low"): _target("target_low", "Batas bawah"),
    ("actuals", "target"): _target("target", "Target"),
    ("actuals", "actual"): _actual,
    ("actuals", "achievement"): _achievement,
    ("actuals", "rating"): _rating,
    ("benchmarks", "indicator_name"): _NAME,
    ("narratives", "indicator_name"): _NAME,
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
    ("agreed_targets", "indicator_name"): _NAME,
    ("agreed_targets", "lookup"): _lookup,
}
"""The formula of every computed field, by sheet and field."""

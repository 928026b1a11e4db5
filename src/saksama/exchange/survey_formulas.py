"""The computed columns of satisfaction surveys as spreadsheet formulas."""

from saksama.exchange.period_formulas import is_same_period
from saksama.exchange.sheets.surveys import average_name
from saksama.exchange.spot import Spot
from saksama.kernel.rating import SATISFACTION_14_2017
from saksama.kernel.survey import ELEMENTS


def answers(spot: Spot) -> str:
    """How many respondents' answers there are; "" for none."""
    survey = spot.cell("id")
    counted = f"SUMPRODUCT(1*({spot.places['answers'].column('survey')}={survey}))"
    return f'IF({survey}="","",IF({counted}=0,"",{counted}))'


def index(spot: Spot) -> str:
    """The mean of the nine averages × 25: of those that follow from the answers, else of the stated ones."""
    place = spot.places["answers"]
    own = f"({place.column('survey')}={spot.cell('id')})"
    names = [average_name(element) for element in range(len(ELEMENTS))]
    columns = [place.column(name) for name in names]
    # An element that nobody answered divides by zero.
    averages = "+".join(f"SUMPRODUCT({own}*1,{column})/SUMPRODUCT({own}*ISNUMBER({column}))" for column in columns)
    first, last = spot.cell(names[0]), spot.cell(names[-1])
    stated = f'IF(COUNT({first}:{last})={len(names)},SUM({first}:{last})/{len(names)}*25,"")'
    return f'IF(ISNUMBER({spot.cell("answers")}),IFERROR(({averages})/{len(names)}*25,""),{stated})'


def quality(spot: Spot) -> str:
    """The class of the index."""
    scale, cell = SATISFACTION_14_2017, spot.cell("index")
    found = f'"{scale.bands[-1].word}"'
    for band in reversed(scale.bands[:-1]):
        found = f'IF(ROUND({cell},{scale.decimals})>={band.bound},"{band.word}",{found})'
    return f'IF(ISNUMBER({cell}),{found},"")'


def stated(spot: Spot) -> str:
    """The actual that is stated for the indicator in the year or period of the survey."""
    code, year, period = (spot.cell(name) for name in ("indicator", "year", "period"))
    years, periods = spot.places["actuals"], spot.places["period_actuals"]
    of_year = f"({years.column('indicator')}={code})*({years.column('year')}={year})"
    same = f"({periods.column('indicator')}={code})*({periods.column('year')}={year})"
    of_period = f"{same}*{is_same_period(spot, periods)}"

    def only(rows: str, values: str) -> str:
        return f'IF(SUMPRODUCT({rows}*ISNUMBER({values}))=1,SUMPRODUCT({rows},{values}),"")'

    by_period = only(of_period, periods.column("actual"))
    return f'IF({code}="","",IF({period}="",{only(of_year, years.column("actual"))},{by_period}))'


def difference(spot: Spot) -> str:
    """The index without the stated actual."""
    cell, other = spot.cell("index"), spot.cell("stated")
    return f'IF(AND(ISNUMBER({cell}),ISNUMBER({other})),{cell}-{other},"")'

"""Values that are words in spreadsheet formulas: the number that a word stands for, and the rank of a number."""

from saksama.exchange.placement import Placement, Placements
from saksama.exchange.sheets.plan import YES
from saksama.exchange.spot import Spot


def number_of(cell: str, scale: str, places: Placements, *, otherwise: str = '""') -> str:
    """The number that a cell holds: typed as one, or as a word of the scale, also with its score ("BB (72,35)")."""
    inside = f'MID({cell},FIND("(",{cell})+1,FIND(")",{cell})-FIND("(",{cell})-1)'
    outside = f'LEFT({cell},FIND("(",{cell})-1)'
    scores = f"IFERROR({_score(inside)},IFERROR({_score(outside)},{otherwise}))"
    of_text = f"IFERROR({_of_word(cell, scale, places)},{scores})"
    return f'IF(ISNUMBER({cell}),{cell},IF(OR({cell}="",{scale}=""),{otherwise},{of_text}))'


def _score(text: str) -> str:
    # Whole digits and a power of ten, since VALUE reads a decimal mark by the language of the computer.
    score = f'SUBSTITUTE(TRIM({text}),".",",")'
    decimals = f'IFERROR(LEN({score})-FIND(",",{score}),0)'
    return f'VALUE(SUBSTITUTE({score},",",""))/10^{decimals}'


def _of_word(cell: str, scale: str, places: Placements) -> str:
    levels = places["value_scales"]
    return f'INDEX({levels.column("value")},MATCH({scale}&"|"&TRIM({cell}),{levels.column("lookup")},0))'


def rank(value: str, scale: str, levels: Placement) -> str:
    """The rank of the level that a number has reached on the scale; 0 where it has reached none."""
    own, values, ranks, scores = (levels.column(name) for name in ("scale", "value", "rank", "scored"))
    # A rank of an empty row is "": what is multiplied must be a number, and "0" & 3 is one.
    reached = f"({own}={scale})*(({values}={value})+({scores}=1)*({values}<={value})>0)"
    return f'SUMPRODUCT(MAX({reached}*("0"&{ranks})))'


def level_lookup(spot: Spot) -> str:
    """Scale and word in one text, by which a level is found."""
    scale, word = spot.cell("scale"), spot.cell("word")
    return f'IF(OR({scale}="",{word}=""),"",{scale}&"|"&{word})'


def level_rank(spot: Spot) -> str:
    """The rank of a level on its scale, the lowest being 1."""
    scale, value = spot.cell("scale"), spot.cell("value")
    own, values = spot.place.column("scale"), spot.place.column("value")
    lower = f"SUMPRODUCT(({own}={scale})*ISNUMBER({values})*({values}<={value}))"
    return f'IF(AND({scale}<>"",ISNUMBER({value})),{lower},"")'


def level_is_scored(spot: Spot) -> str:
    """1 where a row of the scale says that there are scores between its levels."""
    scale = spot.cell("scale")
    said = f'({spot.place.column("scale")}={scale})*({spot.place.column("has_scores")}="{YES.label}")'
    return f'IF({scale}="","",IF(SUMPRODUCT({said})>0,1,0))'

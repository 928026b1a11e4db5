"""Mutations of a table's rows or of a whole column."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from random import Random

from benchmarks.audit.figure_mutations import is_other_number, related, value_of
from benchmarks.audit.mutant import FORM, NUMBERS, Mutant, Operator
from benchmarks.audit.sites import Site, sites, tables, with_rows, with_texts
from saksama.documents.document import Document


def _leaves(document: Document) -> Iterator[tuple[Site, Site]]:
    """Amounts of the budget that are part of the next amount above them, with that one: a leaf under its parent."""
    found = [site for site in related(document) if site.kind == "appropriation" and not site.is_total]
    for place, site in enumerate(found):
        value = value_of(site.text)
        parent = _parent(found[:place], site)
        below = found[place + 1] if place + 1 < len(found) else None
        if parent and value and (below is None or _depth(found, below) <= _depth(found, site)):
            yield site, parent


def _depth(found: list[Site], site: Site) -> int:
    depth, above = 0, _parent(found[: found.index(site)], site)
    while above:
        depth, above = depth + 1, _parent(found[: found.index(above)], above)
    return depth


def _parent(above: list[Site], site: Site) -> Site | None:
    """The last amount above of which the run down to here is a part: sums tell it, not names."""
    for place in range(len(above) - 1, -1, -1):
        total, run = value_of(above[place].text), Decimal(0)
        skip_to = Decimal(0)
        for other in (*above[place + 1 :], site):
            value = value_of(other.text) or Decimal(0)
            if skip_to > 0:
                skip_to -= value
                continue
            run += value
        if total and run <= total and above[place].row < site.row:
            return above[place]
    return None


def _row_figures(document: Document, table: int, row: int) -> tuple[str, ...]:
    return tuple(site.text for site in related(document) if (site.table, site.row) == (table, row))


def _child_deleted(document: Document, chance: Random) -> Mutant | None:
    leaves = list(_leaves(document))
    if not leaves:
        return None
    site, parent = chance.choice(leaves)
    rows = list(tables(document)[site.table].rows)
    del rows[site.row]
    marks = _row_figures(document, parent.table, parent.row)
    changed = with_rows(document, site.table, tuple(rows))
    return Mutant(changed, (*NUMBERS, *FORM), marks, site.number, change=f"{site.number}: row “{site.label}” deleted")


def _child_duplicated(document: Document, chance: Random) -> Mutant | None:
    leaves = list(_leaves(document))
    if not leaves:
        return None
    site, parent = chance.choice(leaves)
    rows = list(tables(document)[site.table].rows)
    rows.insert(site.row + 1, rows[site.row])
    marks = (*_row_figures(document, parent.table, parent.row), *_row_figures(document, site.table, site.row))
    changed = with_rows(document, site.table, tuple(rows))
    return Mutant(changed, (*NUMBERS, *FORM), marks, site.number, change=f"{site.number}: row “{site.label}” twice")


def _printed(value: Decimal, like: str) -> str:
    rounded = value.quantize(Decimal("0.01"), ROUND_HALF_UP)
    return f"{rounded:,.2f}".translate(str.maketrans(",.", ".,")) + ("%" if like.endswith("%") else "")


def _column(document: Document, chance: Random, *, divisor: str, number: int) -> Mutant | None:
    """A column of achievements computed in a wrong way: by the baseline, or the actual itself."""
    every = sites(document)
    wanted = ("achievement", "actual", divisor) if divisor else ("achievement", "actual")
    found: dict[tuple[int, int], dict[Site, str]] = {}
    for site in every:
        if site.kind != "achievement" or value_of(site.text) is None or not site.text:
            continue
        row = [other for other in every if (other.table, other.row) == (site.table, site.row)]
        by_kind = {kind: [other for other in row if other.kind == kind] for kind in wanted}
        if not all(by_kind.values()) or "Rata-rata" in site.label:
            continue
        place = by_kind["achievement"].index(site)
        actual = value_of(by_kind["actual"][min(place, len(by_kind["actual"]) - 1)].text)
        # Our composer prints the baseline with its year: "65,25 (2015)".
        by = value_of(by_kind[divisor][0].text.split(" (")[0]) if divisor else Decimal(100)
        if actual is None or not by:
            continue
        text = _printed(actual / by * 100, site.text)
        found.setdefault((site.table, site.column), {})[site] = text
    columns = [
        {site: text for site, text in texts.items() if is_other_number(site.text, text)} for texts in found.values()
    ]
    columns = [texts for texts in columns if len(texts) >= number]
    if not columns:
        return None
    texts = chance.choice(columns)
    first = next(iter(texts))
    how = f"actual ÷ {divisor}" if divisor else "the actual itself"
    changed = with_texts(document, texts)
    change = f"{first.number} {first.header}: {how}"
    return Mutant(changed, NUMBERS, tuple(texts.values()), first.number, change=change, changed=len(texts))


def _wrong_formula(document: Document, chance: Random) -> Mutant | None:
    return _column(document, chance, divisor="", number=2)


def _by_baseline(document: Document, chance: Random) -> Mutant | None:
    return _column(document, chance, divisor="baseline", number=1)


def _target_differs(document: Document, chance: Random) -> Mutant | None:
    agreed = [
        site
        for site in sites(document)
        if "Perjanjian Kinerja" in site.caption and site.kind == "target" and value_of(site.text)
    ]
    if not agreed:
        return None
    site = chance.choice(agreed)
    value = value_of(site.text)
    assert value
    decimals = max(0, -int(value.as_tuple().exponent))
    other = value * Decimal(chance.choice(("0.9", "1.1", "1.25")))
    text = f"{other:,.{decimals}f}".translate(str.maketrans(",.", ".,")) + ("%" if site.text.endswith("%") else "")
    if not is_other_number(site.text, text):
        return None
    change = f"{site.number} “{site.label}”: target {site.text} → {text}"
    return Mutant(with_texts(document, {site: text}), NUMBERS, (text,), site.number, change=change, changed=1)


def _indicator_renamed(document: Document, chance: Random) -> Mutant | None:
    found = [
        site
        for site in sites(document)
        if "Perjanjian Kinerja" in site.caption and site.kind == "label" and "Indikator" in site.header
    ]
    if not found:
        return None
    site = chance.choice(found)
    words = site.text.split()
    words[-1] = chance.choice(("terpadu", "terlayani", "baru"))
    text = " ".join(words)
    families = ("CON", "DOC", "TXT", "NAM", "IND", "EXT")
    change = f"{site.number}: “{site.text}” → “{text}”"
    # A finding points at the name, or at a figure of the row that has it.
    row = tuple(other.text for other in sites(document) if _is_figure_beside(other, site))
    return Mutant(with_texts(document, {site: text}), families, (text, *row), site.number, change=change)


def _is_figure_beside(other: Site, site: Site) -> bool:
    return (
        (other.table, other.row) == (site.table, site.row)
        and value_of(other.text) is not None
        and other.kind == "target"
    )


TABLE_OPERATORS = (
    Operator("child row deleted", "sums", _child_deleted),
    Operator("child row duplicated", "sums", _child_duplicated),
    Operator("column by a wrong formula", "achievement", _wrong_formula),
    Operator("column by the baseline", "achievement", _by_baseline),
    Operator("target of the agreement differs", "contradiction", _target_differs),
    Operator("indicator renamed", "contradiction", _indicator_renamed),
)

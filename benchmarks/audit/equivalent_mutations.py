"""Changes that leave a report right: inside the interval that a printed figure stands for, or of spelling only."""

import re
from dataclasses import replace
from decimal import ROUND_FLOOR, Decimal
from random import Random

from benchmarks.audit.figure_mutations import decimals_of, figure_mutant, related, value_of
from benchmarks.audit.mutant import Duty, Mutant, Operator
from benchmarks.audit.sites import Site, sites, tables, with_table, with_texts
from saksama.documents.document import Document

SILENT = Duty.KEEP_SILENT


def _pick(found: list[Site], chance: Random) -> Site | None:
    return chance.choice(found) if found else None


def _marks_swapped(document: Document, chance: Random) -> Mutant | None:
    """Decimal point for comma and the other way round."""
    site = _pick([site for site in related(document) if "," in site.text or site.text.count(".") > 1], chance)
    return figure_mutant(document, site, site.text.translate(str.maketrans(",.", ".,")), SILENT) if site else None


def _truncated(document: Document, chance: Random) -> Mutant | None:
    """A percentage cut off after its last decimal instead of rounded: custom, worth a note and no more."""
    found = []
    for site in related(document):
        if site.kind != "absorption":
            continue
        row = {other.kind: value_of(other.text) for other in related(document) if _same_row(other, site)}
        given, spent, stated = row.get("appropriation"), row.get("expenditure"), value_of(site.text)
        if not given or spent is None or stated is None:
            continue
        grain = Decimal(1).scaleb(-decimals_of(site.text))
        cut = (spent / given * 100).quantize(grain, ROUND_FLOOR)
        if cut != stated:
            found.append((site, f"{cut}".replace(".", ",") + ("%" if site.text.endswith("%") else "")))
    if not found:
        return None
    site, text = chance.choice(found)
    return figure_mutant(document, site, text, Duty.NOTE)


def _same_row(first: Site, second: Site) -> bool:
    return (first.table, first.row) == (second.table, second.row)


def _coarser(document: Document, chance: Random) -> Mutant | None:
    """A percentage printed with fewer decimals."""
    found = [site for site in related(document) if site.kind in ("achievement", "absorption") and "," in site.text]
    site = _pick(found, chance)
    if site is None:
        return None
    value = value_of(site.text)
    assert value is not None
    text = f"{value:,.1f}".translate(str.maketrans(",.", ".,")) + ("%" if site.text.endswith("%") else "")
    return figure_mutant(document, site, text, SILENT)


def _sign_added(document: Document, chance: Random) -> Mutant | None:
    """A percent sign or "Rp" in one cell."""
    site = _pick([site for site in related(document) if re.fullmatch(r"[\d.,]+", site.text)], chance)
    if site is None or site.kind in ("target", "actual"):
        return None
    is_percent = site.kind in ("achievement", "absorption")
    return figure_mutant(document, site, f"{site.text}%" if is_percent else f"Rp. {site.text},-", SILENT)


def _respelled(document: Document, chance: Random) -> Mutant | None:
    """An indicator's name in another spelling of custom."""
    found = [site for site in sites(document) if site.kind == "label" and "Indikator" in site.header and site.text]
    site = _pick(found, chance)
    if site is None:
        return None
    choices = (site.text.upper(), f"{site.text}.", site.text.replace("Persentase", "Prosentase"), f"- {site.text}")
    text = chance.choice([choice for choice in choices if choice != site.text])
    change = f"{site.number}: “{site.text}” → “{text}”"
    return Mutant(with_texts(document, {site: text}), (), (text,), site.number, SILENT, change)


def _recaptioned(document: Document, chance: Random) -> Mutant | None:
    """A caption in capitals."""
    found = tables(document)
    number = chance.randrange(len(found))
    caption = found[number].caption.upper()
    changed = with_table(document, number, replace(found[number], caption=caption))
    return Mutant(changed, (), (caption,), "", SILENT, f"caption of {found[number].number} in capitals")


EQUIVALENT_OPERATORS = (
    Operator("decimal marks swapped", "equivalent", _marks_swapped),
    Operator("truncated", "equivalent", _truncated),
    Operator("fewer decimals", "equivalent", _coarser),
    Operator("sign added", "equivalent", _sign_added),
    Operator("name respelled", "equivalent", _respelled),
    Operator("caption in capitals", "equivalent", _recaptioned),
)

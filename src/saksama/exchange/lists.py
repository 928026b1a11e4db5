"""The drop-down lists: their entries stand on a hidden sheet, so that commas and long labels survive."""

from collections.abc import Iterator
from itertools import zip_longest

from saksama.exchange.fields import Field, Kind, Sheet
from saksama.exchange.placement import Placement
from saksama.exchange.sheets.catalogue import LIST_SHEET, SHEETS


def _listed() -> Iterator[tuple[Field, tuple[str, ...]]]:
    for sheet in SHEETS:
        for field in sheet.fields:
            entries = _with_spellings(field) or field.suggestions
            if entries:
                identifier = list_name(sheet, field)
                yield Field(identifier, f"{sheet.name}: {field.heading}", "", Kind.TEXT), entries


def _with_spellings(field: Field) -> tuple[str, ...]:
    """The labels in order, and below them as often as needed: another spelling of each, or "" where it has no more."""
    rounds = zip_longest(*((option.label, *option.spellings) for option in field.options), fillvalue="")
    return tuple(entry for each in rounds for entry in each)


def option_number(cell: str, place: Placement, sheet: Sheet, field: Field) -> str:
    """A formula for the number, from 1, of the option that a cell names in any of its spellings; an error for none."""
    found = f"MATCH(TRIM({cell}),{place.column(list_name(sheet, field))},0)"
    return f"MOD({found}-1,{len(field.options)})+1"


def list_name(sheet: Sheet, field: Field) -> str:
    """The key of a field's list on the hidden sheet."""
    return f"{sheet.identifier}.{field.identifier}"


LISTS: tuple[tuple[Field, tuple[str, ...]], ...] = tuple(_listed())
"""Every list with its entries."""

_SHEET = Sheet("lists", LIST_SHEET, "Isi daftar pilihan", "Lembar tersembunyi.", tuple(field for field, _ in LISTS))


def list_placement() -> Placement:
    """Where the lists stand."""
    return Placement(_SHEET, _SHEET.columns(()), max(len(entries) for _, entries in LISTS))


def list_range(place: Placement, sheet: Sheet, field: Field) -> str:
    """The cells of a field's list, for a drop-down."""
    name = list_name(sheet, field)
    offered = len(field.options or field.suggestions)
    first, _, _ = place.column(name).partition(":")
    letter = first.rpartition("!")[2].split("$")[1]
    return f"={first}:${letter}${place.first_row + offered}"

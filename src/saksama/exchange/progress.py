"""How many required cells are filled: as live formulas, and counted for their cached values."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from saksama.exchange.fields import Column, Field, Layout, Sheet, key
from saksama.exchange.placement import Placement, Placements
from saksama.exchange.rows.record import Rows
from saksama.exchange.rows.row import Row
from saksama.exchange.sheets.catalogue import SHEETS


@dataclass(frozen=True, slots=True)
class Requirement:
    """A required field of a sheet: formulas that count its required and its missing cells, and what they give now."""

    sheet: Sheet
    field: Field
    required_formula: str
    missing_formula: str
    required: int
    missing: int


def requirements(places: Placements, rows: Rows) -> tuple[Requirement, ...]:
    """Every required field, in the order of the sheets."""
    return tuple(_requirements(places, rows))


def _requirements(places: Placements, rows: Rows) -> Iterator[Requirement]:
    for sheet in SHEETS:
        place, filled = places[sheet.identifier], rows.get(sheet.identifier, ())
        for field in sheet.fields:
            if not field.required:
                continue
            columns = [column for column in place.columns if column.field is field]
            make = _line_formulas if sheet.layout is Layout.KEY_VALUE else _column_formulas
            formulas = [make(place, column) for column in columns]
            counts = [_counted(sheet, column, filled) for column in columns]
            yield Requirement(
                sheet,
                field,
                "+".join(required for required, _ in formulas),
                "+".join(missing for _, missing in formulas),
                sum(required for required, _ in counts),
                sum(missing for _, missing in counts),
            )


def _keys(place: Placement, names: tuple[str, ...], column: Column) -> list[str]:
    """The keys of other fields of the same row, and of the same year where they are per year."""
    fields = (place.sheet.field(name) for name in names)
    return [key(field.identifier, column.year if field.per_year else None) for field in fields]


def _column_formulas(place: Placement, column: Column) -> tuple[str, str]:
    anchor, own = place.column(place.sheet.anchor.identifier), place.column(column.key)
    needed = f'({anchor}<>"")'
    if column.field.when:
        filled = "+".join(f'({place.column(name)}<>"")' for name in _keys(place, column.field.when, column))
        needed += f"*(({filled})>0)"
    excused = "".join(f'*({place.column(name)}="")' for name in _keys(place, column.field.unless, column))
    return f"SUMPRODUCT(1*{needed})", f'SUMPRODUCT({needed}*({own}=""){excused})'


def _line_formulas(place: Placement, column: Column) -> tuple[str, str]:
    needed = "1"
    if column.field.when:
        needed = "*".join(f'({place.single(name)}<>"")' for name in column.field.when)
    return f"1*{needed}", f'{needed}*({place.single(column.key)}="")'


def _counted(sheet: Sheet, column: Column, rows: tuple[Row, ...]) -> tuple[int, int]:
    field = column.field
    years = {other.identifier: column.year if other.per_year else None for other in sheet.fields}
    required = missing = 0
    for row in rows or ({},) if sheet.layout is Layout.KEY_VALUE else rows:
        is_used = sheet.layout is Layout.KEY_VALUE or sheet.anchor.identifier in row
        is_due = not field.when or any(key(name, years[name]) in row for name in field.when)
        if is_used and is_due:
            required += 1
            is_excused = any(key(name, years[name]) in row for name in field.unless)
            missing += column.key not in row and not is_excused
    return required, missing


def totals(found: tuple[Requirement, ...], by: str) -> Mapping[str, tuple[int, int]]:
    """Required and missing cells by "sheet" (its name) or by "role"."""
    sums: dict[str, tuple[int, int]] = {}
    for requirement in found:
        name = requirement.sheet.name if by == "sheet" else requirement.field.role.value
        required, missing = sums.get(name, (0, 0))
        sums[name] = (required + requirement.required, missing + requirement.missing)
    return sums

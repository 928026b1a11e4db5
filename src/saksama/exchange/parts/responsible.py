"""Who fills which rows: the unit or post that the record names for an indicator or a programme, else the usual role."""

from collections.abc import Iterator
from dataclasses import dataclass

from saksama.exchange.fields import Field, Kind, Layout, Role, Sheet
from saksama.exchange.rows.record import Rows
from saksama.exchange.rows.row import Row
from saksama.exchange.sheets.catalogue import SHEETS
from saksama.kernel.budget import BudgetNode
from saksama.kernel.record import PerformanceRecord

_PERSONAL = (Role.DIVISION, Role.ACTIVITY)
"""Roles that are held by whom the record names; the others are held by one office for all."""


@dataclass(frozen=True, slots=True)
class Share:
    """What somebody fills: numbers of rows (from 0) by sheet. A sheet without rows yet has an empty set."""

    who: str
    rows: dict[str, frozenset[int]]


def shares(record: PerformanceRecord, rows: Rows) -> tuple[Share, ...]:
    """The share of each person, unit or role, in the order in which the sheets name them."""
    owners = dict(_owners(record))
    found: dict[str, dict[str, set[int]]] = {}
    for sheet in SHEETS:
        stated = rows.get(sheet.identifier, ())
        for number, row in enumerate(stated):
            person = _person(sheet, row, owners)
            for who in _fillers(sheet, person):
                found.setdefault(who, {}).setdefault(sheet.identifier, set()).add(number)
        if not stated:
            for who in _fillers(sheet, ""):
                found.setdefault(who, {}).setdefault(sheet.identifier, set())
    return tuple(
        Share(who, {sheet: frozenset(numbers) for sheet, numbers in of_sheet.items()})
        for who, of_sheet in found.items()
        if any(of_sheet.values())
    )


def _owners(record: PerformanceRecord) -> Iterator[tuple[str, str]]:
    """The responsible unit by the code of an indicator or a programme; what is below inherits it."""
    for indicator in record.plan.indicators():
        yield indicator.id, indicator.sheet.owner
    for programme in record.programmes:
        yield from _below(programme, "")


def _below(node: BudgetNode, inherited: str) -> Iterator[tuple[str, str]]:
    owner = node.owner or inherited
    yield node.id, owner
    for indicator in node.indicators:
        yield indicator.id, indicator.sheet.owner or owner
    for child in node.children:
        yield from _below(child, owner)


def _person(sheet: Sheet, row: Row, owners: dict[str, str]) -> str:
    """Whom the record names for what the row is about: its own code, else the first that it refers to."""
    for field in sorted(sheet.fields, key=lambda field: field.identifier != "id"):
        if field.identifier == "id" or (field.kind is Kind.REFERENCE and not field.is_computed):
            owner = owners.get(str(row.get(field.identifier, "")), "")
            if owner:
                return " ".join(owner.split())
    return ""


def _fillers(sheet: Sheet, person: str) -> list[str]:
    """Who fills cells of a row, as the roles of its fields tell."""
    names = [person if person and field.role in _PERSONAL else field.role.value for field in _filled(sheet)]
    return list(dict.fromkeys(names))


def _filled(sheet: Sheet) -> list[Field]:
    keys = [field for field in sheet.fields if field.is_key]
    return [
        field
        for field in sheet.fields
        if not field.is_computed and (sheet.layout is Layout.KEY_VALUE or field not in keys)
    ]

"""The sheets of the record that have no page of their own, as the workbook has them: texts, lists, settings."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from saksama.exchange.fields import Column, Field, Kind, Layout
from saksama.exchange.rows.row import Row
from saksama.exchange.sheets.catalogue import sheet_named
from saksama.kernel.record import PerformanceRecord
from saksama.language.messages import to_say


@dataclass(frozen=True, slots=True)
class RecordSheet:
    """A sheet by its identifier, with what of the record it says.

    `elsewhere` are fields that other pages hold. `is_single`: a
    year has one row.
    """

    identifier: str
    parts: tuple[str, ...]
    elsewhere: frozenset[str] = frozenset()
    is_single: bool = False

    @property
    def name(self) -> str:
        """The name of the sheet in the workbook."""
        return sheet_named(self.identifier).name

    @property
    def purpose(self) -> str:
        """What the sheet is for, in the planner's words."""
        return sheet_named(self.identifier).purpose

    @property
    def title(self) -> str:
        """The title of the sheet."""
        return sheet_named(self.identifier).title

    @property
    def is_table(self) -> bool:
        """Whether the sheet has a row for each thing."""
        return sheet_named(self.identifier).layout is Layout.TABLE

    @property
    def is_of_year(self) -> bool:
        """Whether each row belongs to a year, so that a page shows those of one."""
        return self.is_table and any(_is_year(field) for field in sheet_named(self.identifier).fields)

    def columns(self, year: int) -> tuple[Column, ...]:
        """The columns that are filled on the page of a year: of those that every year has, the one of that year."""
        return tuple(
            Column(field, year if field.per_year else None)
            for field in sheet_named(self.identifier).fields
            if not field.is_computed
            and field.identifier not in self.elsewhere
            and not (self.is_table and _is_year(field))
        )


def _is_year(field: Field) -> bool:
    return field.identifier == "year" and field.kind is Kind.YEAR


HEAD = frozenset({"head_name", "head_position", "head_rank", "head_employee_number", "head_acting"})
"""Fields of the profile that a recorded post of head holds."""
_PROFILE = frozenset({"name", "government", "first_year", "last_year"})
GROUPS: Mapping[str, tuple[RecordSheet, ...]] = {
    to_say("Instansi"): (
        RecordSheet("profile", ("agency", "plan"), _PROFILE),
        RecordSheet("background", ("agency", "plan")),
        RecordSheet("units", ("agency",)),
        RecordSheet("staff", ("agency",)),
    ),
    to_say("Perjanjian dan naskah"): (
        RecordSheet("agreements", ("agreements",)),
        RecordSheet("agreed_targets", ("agreements",)),
        RecordSheet("texts", ("issues", "texts", "expenditure_statuses"), is_single=True),
        RecordSheet("choices", ("choices",)),
    ),
    to_say("Isi laporan"): (
        RecordSheet("benchmarks", ("plan",)),
        RecordSheet("surveys", ("surveys",)),
        RecordSheet("recommendations", ("recommendations",)),
        RecordSheet("innovations", ("innovations",)),
        RecordSheet("awards", ("awards",)),
        RecordSheet("assets", ("assets",)),
    ),
    to_say("Anggaran dan penilaian"): (
        RecordSheet("outputs", ("programmes",)),
        RecordSheet("budget_versions", ("budget_versions",)),
        RecordSheet("settings", ("settings",)),
        RecordSheet("scale", ("settings",)),
        RecordSheet("value_scales", ("value_scales",)),
    ),
}


def record_sheet(identifier: str) -> RecordSheet | None:
    """The sheet with this identifier, if it is filled here."""
    return next((one for of_group in GROUPS.values() for one in of_group if one.identifier == identifier), None)


def own_rows(own: RecordSheet, rows: tuple[Row, ...], year: int) -> tuple[Row, ...]:
    """The rows that a page of the year shows."""
    return tuple(row for row in rows if row.get("year") == year) if own.is_of_year else rows


def known_codes(record: PerformanceRecord, field: Field) -> Iterator[tuple[str, str]]:
    """What a cell of the field may refer to, or is usually: code and name."""
    for text in field.suggestions:
        yield text, ""
    for sheet in field.refers_to:
        match sheet:
            case "goals":
                yield from ((one.id, one.name) for one in record.plan.objectives())
            case "indicators":
                yield from ((one.id, one.name) for one in record.plan.indicators())
            case "outputs":
                yield from ((one.id, one.name) for node in record.nodes() for one in node.indicators)
            case "budget":
                yield from ((one.id, one.name) for one in record.nodes())
            case "budget_versions":
                yield from ((one.id, "") for one in record.budget_versions)
            case "units":
                yield from ((one.name, "") for one in record.agency.units)

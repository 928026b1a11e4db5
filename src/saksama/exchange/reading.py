"""Workbook → record, with every problem at once: where, what was found, what was expected, what to do."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from saksama.documents.readers.spreadsheet import read_workbook
from saksama.documents.readers.spreadsheet_cells import Sheet as Tab
from saksama.documents.readers.spreadsheet_cells import Workbook, cell_position
from saksama.documents.readers.unreadable import UnreadableFileError
from saksama.exchange.fields import Layout
from saksama.exchange.intake import (
    activities,
    agency,
    budget,
    enclosures,
    indicators,
    plan,
    report,
    spending,
    surveys,
    value_scales,
)
from saksama.exchange.intake.overwritten import note_overwritten
from saksama.exchange.intake.rows import Codes, FilledRow
from saksama.exchange.intake.sheets import find_sheets
from saksama.exchange.intake.tables import read_lines, read_table
from saksama.exchange.problem import Problem, Problems, Severity
from saksama.exchange.sheets.catalogue import SHEETS
from saksama.kernel.provenance import Place
from saksama.kernel.record import PerformanceRecord
from saksama.language.messages import _

_ESSENTIAL = ("profile", "goals", "indicators")


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of a workbook: the record, or `None` where a problem is an error; and all problems, by place."""

    record: PerformanceRecord | None
    problems: tuple[Problem, ...]


def read_record(path: Path) -> Reading:
    """Read the workbook that a planner filled. What is uncertain is asked and stays empty; nothing is guessed."""
    problems = Problems()
    try:
        workbook = read_workbook(path)
    except UnreadableFileError as error:
        problems.error(error.place, error.found, error.expected, error.remedy)
        return Reading(None, tuple(problems.found))
    return read_sheets(workbook, Place(file=str(path)))


def read_sheets(workbook: Workbook, place: Place) -> Reading:
    """Read the sheets of a workbook; `place` is the file, for what concerns the whole of it."""
    problems = Problems()
    tabs = find_sheets(workbook, problems)
    if not tabs:
        problems.error(
            place,
            _("buku kerja yang bukan isian Saksama"),
            _("lembar seperti Profil, Sasaran, Indikator dan Realisasi"),
            _("Buat isiannya dengan: saksama template data.xlsx"),
        )
        return Reading(None, tuple(problems.found))
    record = _record(tabs, Path(place.file).parent, problems)
    found = _in_order(workbook, problems.found)
    has_error = any(problem.severity is Severity.ERROR for problem in found)
    return Reading(None if has_error else record, found)


def read_as_far_as_possible(workbook: Workbook) -> tuple[PerformanceRecord | None, tuple[Problem, ...]]:
    """The record whatever is wrong with some of its sheets, for who takes of it what one sheet says; all problems."""
    problems = Problems()
    record = _record(find_sheets(workbook, problems), Path(), problems)
    return record, _in_order(workbook, problems.found)


def _in_order(workbook: Workbook, found: Sequence[Problem]) -> tuple[Problem, ...]:
    """The problems, each once, in the order of the workbook's sheets and cells."""
    tabs = {sheet.name: number for number, sheet in enumerate(workbook.sheets)}

    def order(problem: Problem) -> tuple[int, tuple[int, int]]:
        place = problem.place
        return tabs.get(place.sheet, len(tabs)), cell_position(place.cell) or (0, 0)

    return tuple(sorted(dict.fromkeys(found), key=order))


def _record(tabs: dict[str, Tab], folder: Path, problems: Problems) -> PerformanceRecord | None:
    """The record of the sheets. `None` where a sheet without which nothing can be said is missing."""
    for sheet in SHEETS:
        if sheet.identifier not in tabs and not sheet.is_optional:
            report.missing_sheet(sheet, essential=sheet.identifier in _ESSENTIAL, problems=problems)
    lines = {
        sheet.identifier: read_lines(sheet, tabs[sheet.identifier], problems)
        for sheet in SHEETS
        if sheet.layout is Layout.KEY_VALUE and sheet.identifier in tabs
    }
    tables = {
        sheet.identifier: read_table(sheet, tabs[sheet.identifier], problems) if sheet.identifier in tabs else None
        for sheet in SHEETS
        if sheet.layout is Layout.TABLE
    }
    if "profile" not in lines:
        return None
    rows = {name: found or [] for name, found in tables.items()}
    unread = frozenset(name for name, found in tables.items() if found is None)
    record = _assemble(lines, rows, unread, tabs=tabs, folder=folder, problems=problems)
    note_overwritten(record, rows, problems)
    surveys.note_differences(record, problems)
    return record


def _assemble(
    lines: dict[str, FilledRow],
    rows: dict[str, list[FilledRow]],
    unread: frozenset[str],
    *,
    tabs: dict[str, Tab],
    folder: Path,
    problems: Problems,
) -> PerformanceRecord:
    profile = lines["profile"]
    years = agency.read_period(profile, problems)
    goals, objectives = (Codes(is_complete="goals" not in unread) for _number in range(2))
    subjects = Codes(is_complete=not unread & {"goals", "indicators"})
    nodes, measured = Codes(is_complete="budget" not in unread), Codes(is_complete="indicators" not in unread)
    version_codes = Codes(is_complete="budget_versions" not in unread)
    goal_rows = plan.read_goal_codes(rows["goals"], goals, objectives, subjects, problems=problems)
    budget_rows = budget.read_budget_codes(rows["budget"], nodes, problems)
    scales = value_scales.read_value_scales(rows["value_scales"], problems)
    read = indicators.read_indicators(rows, years, subjects, measured, scales=scales, problems=problems)
    of_plan = [item for item in read if item.row.sheet.identifier == "indicators"]
    of_nodes = [item for item in read if item.row.sheet.identifier == "outputs"]
    promised = indicators.group_by_subject(of_plan, goals, _("Sasaran"), problems=problems)
    delivered = indicators.group_by_subject(of_nodes, nodes, _("Anggaran"), problems=problems)
    points = agency.read_points(rows["background"], objectives, problems)
    issues, texts, statuses = report.read_texts(rows["texts"], years, problems)
    versions = spending.read_versions(rows["budget_versions"], years, version_codes, problems)
    course = spending.read_in_course(
        rows["earlier_appropriations"],
        rows["period_spending"],
        versions,
        nodes=nodes,
        codes=version_codes,
        problems=problems,
    )
    return PerformanceRecord(
        agency=agency.read_agency(
            profile, tabs["profile"], points, units=rows["units"], staff=rows["staff"], problems=problems
        ),
        plan=plan.read_plan(
            profile, years, goal_rows, codes=goals, points=points, indicators=promised, problems=problems
        ),
        programmes=budget.read_programmes(
            budget_rows, years, nodes, indicators=delivered, course=course, problems=problems
        ),
        supports=budget.read_supports(rows["supports"], nodes, subjects, problems=problems),
        agreements=report.read_agreements(
            rows["agreements"],
            rows["agreed_targets"],
            years,
            codes=measured,
            versions=version_codes,
            measures={item.indicator.id: item.measure for item in read},
            problems=problems,
        ),
        issues=issues,
        texts=texts,
        settings=report.read_settings(report.SettingsRows(lines.get("settings"), rows["scale"]), problems),
        choices=report.read_choices(rows["choices"], problems),
        budget_versions=versions,
        expenditure_statuses=statuses,
        recommendations=activities.read_recommendations(rows["recommendations"], years, problems),
        innovations=activities.read_innovations(rows["innovations"], years, problems),
        awards=activities.read_awards(rows["awards"], years, problems),
        assets=activities.read_assets(rows["assets"], years, problems),
        pictures=enclosures.read_pictures(
            rows["pictures"], tabs.get("pictures"), years, codes=(subjects, nodes), problems=problems
        ),
        attachments=enclosures.read_attachments(rows["attachments"], folder, years, problems),
        value_scales=scales,
        surveys=surveys.read_surveys(
            rows["surveys"],
            rows["answers"],
            years,
            codes=measured,
            where=indicators.where_indicators(),
            is_complete="surveys" not in unread,
            problems=problems,
        ),
    )

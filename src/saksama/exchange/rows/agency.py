"""Rows of who reports: profile, basis and work, organisation, staff."""

from collections.abc import Iterator

from saksama.exchange.rows.row import Row, person, row
from saksama.kernel.record import PerformanceRecord


def profile_row(record: PerformanceRecord) -> Row:
    """The lines of the profile. The logo is a picture and not among them."""
    agency, plan = record.agency, record.plan
    return row(
        [
            ("name", agency.name),
            ("government", agency.government),
            ("short_name", agency.short_name),
            ("address", agency.address),
            *person("head", agency.head),
            ("tasks", agency.tasks),
            ("plan_title", plan.title),
            ("first_year", plan.first_year),
            ("last_year", plan.last_year),
            ("vision", plan.vision),
            ("mission", plan.mission),
        ]
    )


def background_rows(record: PerformanceRecord) -> Iterator[Row]:
    """Legal basis, functions, issues; strategies and policies of the plan, then those of each objective."""
    agency, plan = record.agency, record.plan
    yield from _points("legal-basis", agency.legal_basis)
    yield from _points("function", agency.functions)
    yield from _points("issue", agency.issues)
    yield from _points("strategy", plan.strategies)
    yield from _points("policy", plan.policies)
    for objective in plan.objectives():
        yield from _points("strategy", objective.strategies, objective.id)
        yield from _points("policy", objective.policies, objective.id)


def _points(kind: str, texts: tuple[str, ...], objective: str = "") -> Iterator[Row]:
    return (row([("kind", kind), ("text", text), ("objective", objective)]) for text in texts)


def unit_rows(record: PerformanceRecord) -> Iterator[Row]:
    """One row for each unit."""
    for unit in record.agency.units:
        yield row([("name", unit.name), ("parent", unit.parent), ("tasks", unit.tasks)])


def staff_rows(record: PerformanceRecord) -> Iterator[Row]:
    """One row for each category."""
    for staff in record.agency.staff:
        yield row([("grouping", staff.grouping), ("category", staff.category), ("count", staff.count)])


def goal_rows(record: PerformanceRecord) -> Iterator[Row]:
    """Each goal, followed by its objectives."""
    for goal in record.plan.goals:
        yield row([("id", goal.id), ("level", "goal"), ("name", goal.name)])
        for objective in goal.objectives:
            yield row([("id", objective.id), ("level", "objective"), ("goal", goal.id), ("name", objective.name)])

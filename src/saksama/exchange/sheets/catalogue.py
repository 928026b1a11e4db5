"""All sheets with fields, in the order of the planner's work (practice.md)."""

from saksama.exchange.fields import Sheet
from saksama.exchange.sheets.definitions import DEFINITIONS
from saksama.exchange.sheets.measurement import ACTUALS, BENCHMARKS, NARRATIVES
from saksama.exchange.sheets.money import BUDGET, SUPPORTS
from saksama.exchange.sheets.plan import GOALS, INDICATORS, OUTPUTS
from saksama.exchange.sheets.profile import BACKGROUND, PROFILE, STAFF, UNITS
from saksama.exchange.sheets.report import AGREED_TARGETS, AGREEMENTS, CHOICES, SCALE, SETTINGS, TEXTS

SHEETS: tuple[Sheet, ...] = (
    PROFILE,
    BACKGROUND,
    UNITS,
    STAFF,
    GOALS,
    INDICATORS,
    DEFINITIONS,
    ACTUALS,
    BENCHMARKS,
    NARRATIVES,
    BUDGET,
    OUTPUTS,
    SUPPORTS,
    AGREEMENTS,
    AGREED_TARGETS,
    TEXTS,
    SETTINGS,
    SCALE,
    CHOICES,
)

START_SHEET = "Mulai"
"""Instructions and progress; nothing is read from it."""

LIST_SHEET = "Pilihan"
"""Hidden: the entries of the drop-down lists; nothing is read from it."""


def sheet_named(identifier: str) -> Sheet:
    """The sheet with this identifier."""
    return next(sheet for sheet in SHEETS if sheet.identifier == identifier)

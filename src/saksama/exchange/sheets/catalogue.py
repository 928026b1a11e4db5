"""All sheets with fields, in the order of the planner's work (practice.md)."""

from saksama.exchange.fields import Sheet
from saksama.exchange.sheets.activities import ASSETS, AWARDS, INNOVATIONS, RECOMMENDATIONS
from saksama.exchange.sheets.definitions import DEFINITIONS
from saksama.exchange.sheets.enclosures import ATTACHMENTS, PICTURES
from saksama.exchange.sheets.lineage import CHANGES
from saksama.exchange.sheets.measurement import ACTUALS, BENCHMARKS, NARRATIVES
from saksama.exchange.sheets.money import BUDGET, SUPPORTS
from saksama.exchange.sheets.period_values import PERIOD_ACTUALS, PERIOD_TARGETS
from saksama.exchange.sheets.plan import GOALS, INDICATORS, OUTPUTS
from saksama.exchange.sheets.profile import BACKGROUND, PROFILE, STAFF, UNITS
from saksama.exchange.sheets.report import AGREED_TARGETS, AGREEMENTS, CHOICES, SCALE, SETTINGS, TEXTS
from saksama.exchange.sheets.spending import BUDGET_VERSIONS, EARLIER_APPROPRIATIONS, PERIOD_SPENDING
from saksama.exchange.sheets.surveys import ANSWERS, SURVEYS
from saksama.exchange.sheets.value_scales import VALUE_SCALES

SHEETS: tuple[Sheet, ...] = (
    PROFILE,
    BACKGROUND,
    UNITS,
    STAFF,
    GOALS,
    INDICATORS,
    DEFINITIONS,
    VALUE_SCALES,
    CHANGES,
    ACTUALS,
    PERIOD_TARGETS,
    PERIOD_ACTUALS,
    BENCHMARKS,
    NARRATIVES,
    SURVEYS,
    ANSWERS,
    BUDGET,
    BUDGET_VERSIONS,
    EARLIER_APPROPRIATIONS,
    PERIOD_SPENDING,
    OUTPUTS,
    SUPPORTS,
    AGREEMENTS,
    AGREED_TARGETS,
    TEXTS,
    RECOMMENDATIONS,
    INNOVATIONS,
    AWARDS,
    ASSETS,
    PICTURES,
    ATTACHMENTS,
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

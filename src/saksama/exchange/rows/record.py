"""Record → rows of every sheet, the computed cells included, as the kernel computes them."""

from collections.abc import Mapping

from saksama.exchange.rows import agency, budget, indicators, report
from saksama.exchange.rows.row import Row
from saksama.kernel.record import PerformanceRecord, ReportSettings

Rows = Mapping[str, tuple[Row, ...]]
"""The rows of each sheet by the sheet's identifier."""


def rows_of(record: PerformanceRecord) -> Rows:
    """The rows of every sheet; those of one indicator in the order of the record, its per-year columns by year."""
    return {
        "profile": (agency.profile_row(record),),
        "background": tuple(agency.background_rows(record)),
        "units": tuple(agency.unit_rows(record)),
        "staff": tuple(agency.staff_rows(record)),
        "goals": tuple(agency.goal_rows(record)),
        "indicators": tuple(indicators.indicator_rows(record)),
        "definitions": tuple(indicators.definition_rows(record)),
        "actuals": tuple(indicators.actual_rows(record)),
        "benchmarks": tuple(indicators.benchmark_rows(record)),
        "narratives": tuple(indicators.narrative_rows(record)),
        "budget": tuple(budget.budget_rows(record)),
        "outputs": tuple(indicators.output_rows(record)),
        "supports": tuple(budget.support_rows(record)),
        "agreements": tuple(report.agreement_rows(record)),
        "agreed_targets": tuple(report.agreed_target_rows(record)),
        "texts": tuple(report.text_rows(record)),
        "settings": (report.settings_row(record.settings),),
        "scale": tuple(report.scale_rows(record.settings)),
        "choices": tuple(report.choice_rows(record)),
    }


def empty_rows(first_year: int, last_year: int) -> Rows:
    """The rows of an empty workbook: the plan period, and settings and scale as they usually are."""
    settings = ReportSettings()
    return {
        "profile": ({"first_year": first_year, "last_year": last_year},),
        "settings": (report.settings_row(settings),),
        "scale": tuple(report.scale_rows(settings)),
    }

"""Record → rows of every sheet, the computed cells included, as the kernel computes them."""

from collections.abc import Mapping

from saksama.exchange.rows import activities, agency, budget, indicators, periods, report, spending, surveys
from saksama.exchange.rows.row import Row
from saksama.exchange.rows.value_scales import value_scale_rows
from saksama.kernel.record import PerformanceRecord, ReportSettings

Rows = Mapping[str, tuple[Row, ...]]
"""The rows of each sheet by the sheet's identifier."""


def rows_of(record: PerformanceRecord, prepared: int | None = None) -> Rows:
    """The rows of every sheet; those of one indicator in the order of the record, its per-year columns by year.

    Rows are prepared for what the year `prepared` still owes, which is the latest reported year where none is named.
    """
    latest = record.latest_reported_year() if prepared is None else prepared
    actuals = tuple(indicators.actual_rows(record, latest))
    of_periods = tuple(periods.period_actual_rows(record, latest))
    return {
        "profile": (agency.profile_row(record),),
        "background": tuple(agency.background_rows(record)),
        "units": tuple(agency.unit_rows(record)),
        "staff": tuple(agency.staff_rows(record)),
        "goals": tuple(agency.goal_rows(record)),
        "indicators": tuple(indicators.indicator_rows(record)),
        "definitions": tuple(indicators.definition_rows(record)),
        "value_scales": tuple(value_scale_rows(record.value_scales)),
        "changes": tuple(periods.change_rows(record)),
        "actuals": actuals,
        "period_targets": tuple(periods.period_target_rows(record, latest)),
        "period_actuals": of_periods,
        "benchmarks": tuple(indicators.benchmark_rows(record)),
        "narratives": tuple(indicators.narrative_rows(record, latest)),
        "surveys": tuple(surveys.survey_rows(record.surveys, surveys.shown_actuals(actuals, of_periods))),
        "answers": tuple(surveys.answer_rows(record.surveys)),
        "budget": tuple(budget.budget_rows(record)),
        "budget_versions": tuple(spending.version_rows(record)),
        "earlier_appropriations": tuple(spending.earlier_rows(record)),
        "period_spending": tuple(spending.period_rows(record, latest)),
        "outputs": tuple(indicators.output_rows(record)),
        "supports": tuple(budget.support_rows(record)),
        "agreements": tuple(report.agreement_rows(record, latest)),
        "agreed_targets": tuple(report.agreed_target_rows(record)),
        "texts": tuple(report.text_rows(record, latest)),
        "recommendations": tuple(activities.recommendation_rows(record)),
        "innovations": tuple(activities.innovation_rows(record)),
        "awards": tuple(activities.award_rows(record)),
        "assets": tuple(activities.asset_rows(record)),
        "pictures": tuple(activities.picture_rows(record)),
        "attachments": tuple(activities.attachment_rows(record)),
        "settings": (report.settings_row(record.settings),),
        "scale": tuple(report.scale_rows(record.settings)),
        "choices": tuple(report.choice_rows(record)),
    }


def empty_rows(first_year: int, last_year: int) -> Rows:
    """The rows of an empty workbook: the plan period, and settings and scale as they usually are."""
    settings = ReportSettings()
    return {
        "profile": ({"first_year": first_year, "last_year": last_year},),
        "value_scales": tuple(value_scale_rows(())),
        "settings": (report.settings_row(settings),),
        "scale": tuple(report.scale_rows(settings)),
    }

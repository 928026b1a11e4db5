"""The performance record: one agency, one plan period, all its years, each number once."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum

from saksama.kernel.activities import Asset, Award, BoundAttachment, Innovation, Picture, Recommendation
from saksama.kernel.agency import Agency, Officeholder
from saksama.kernel.budget import BudgetNode, BudgetVersion, ExpenditureStatus, Support
from saksama.kernel.explanation import NO_LIMITS, Limits
from saksama.kernel.indicator import PerformanceIndicator, Target
from saksama.kernel.plan import StrategicPlan
from saksama.kernel.provenance import Place
from saksama.kernel.rating import PERMENDAGRI_86_2017, RatingScale
from saksama.kernel.survey import SatisfactionSurvey
from saksama.kernel.value_scale import SHIPPED_VALUE_SCALES, ValueScale


class Arrangement(Enum):
    """The two customs of Bab III (practice.md)."""

    PER_OBJECTIVE = "per-objective"
    PER_ANALYSIS = "per-analysis"


class ReportPart(Enum):
    """Passages that a planner may write for a year; composed from the data where he did not."""

    FOREWORD = "foreword"
    SUMMARY = "summary"
    CONCLUSION = "conclusion"
    IMPROVEMENT = "improvement"
    """Steps to be taken to improve (langkah perbaikan), which Bab IV must have."""


@dataclass(frozen=True, slots=True)
class ReportText:
    """A passage in the planner's own words."""

    year: int
    part: ReportPart
    text: str


@dataclass(frozen=True, slots=True)
class Issue:
    """Where and when a year's report is signed, and by whom; without `signatory` by the head of the agency."""

    year: int
    place: str = ""
    signed_on: date | None = None
    signatory: Officeholder | None = None


@dataclass(frozen=True, slots=True)
class AgreedTarget:
    """The target of an indicator in the agreement, where it differs from the plan's."""

    indicator: str
    target: Target


@dataclass(frozen=True, slots=True)
class PerformanceAgreement:
    """The agreement of a year (perjanjian kinerja): who promised whom, when, and what differs from the plan.

    `revision` counts from 0, the first agreement; a revision (perjanjian kinerja perubahan) replaces the one before and
    states its `reason`. `budget_version` is the id of the budget that it rests on.
    """

    year: int
    first_party: Officeholder | None = None
    second_party: Officeholder | None = None
    number: str = ""
    place: str = ""
    signed_on: date | None = None
    targets: tuple[AgreedTarget, ...] = ()
    revision: int = 0
    reason: str = ""
    budget_version: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A decision about contradictory or doubtful data, with its reason: the record's own notes."""

    topic: str
    decision: str
    reason: str


@dataclass(frozen=True, slots=True)
class ReportSettings:
    """How the agency reports.

    `average_cap` limits each achievement, in percent, inside the capped average; `limits` apply to every achievement
    that is rated; `efficiency_method` names a formula of `money.EFFICIENCY_METHODS`. `mark` is printed on every page.
    """

    report_name: str = "Laporan Kinerja Instansi Pemerintah"
    abbreviation: str = "LKjIP"
    arrangement: Arrangement = Arrangement.PER_OBJECTIVE
    scale: RatingScale = PERMENDAGRI_86_2017
    limits: Limits = NO_LIMITS
    average_cap: Decimal = Decimal(100)
    efficiency_method: str = "efficiency-gap"
    budget_source: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class PerformanceRecord:
    """One agency, one plan period, all its years. Nothing derived is stored; what is absent is `None`, never 0."""

    agency: Agency
    plan: StrategicPlan
    programmes: tuple[BudgetNode, ...] = ()
    supports: tuple[Support, ...] = ()
    agreements: tuple[PerformanceAgreement, ...] = ()
    issues: tuple[Issue, ...] = ()
    texts: tuple[ReportText, ...] = ()
    settings: ReportSettings = ReportSettings()
    choices: tuple[Choice, ...] = ()
    budget_versions: tuple[BudgetVersion, ...] = ()
    expenditure_statuses: tuple[ExpenditureStatus, ...] = ()
    value_scales: tuple[ValueScale, ...] = ()
    surveys: tuple[SatisfactionSurvey, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    innovations: tuple[Innovation, ...] = ()
    awards: tuple[Award, ...] = ()
    assets: tuple[Asset, ...] = ()
    pictures: tuple[Picture, ...] = ()
    attachments: tuple[BoundAttachment, ...] = ()
    place: Place | None = field(default=None, compare=False)

    def agreement(self, year: int) -> PerformanceAgreement | None:
        """The agreement in force at the end of a year: its last revision."""
        return next(reversed(self.agreement_versions(year)), None)

    def agreement_versions(self, year: int) -> tuple[PerformanceAgreement, ...]:
        """The agreements of a year, from the first to the last revision."""
        made = (agreement for agreement in self.agreements if agreement.year == year)
        return tuple(sorted(made, key=lambda agreement: agreement.revision))

    def versions_of_budget(self, year: int) -> tuple[BudgetVersion, ...]:
        """The versions of a year's budget, in the order in which they are stated."""
        return tuple(version for version in self.budget_versions if version.year == year)

    def expenditure_status(self, year: int) -> ExpenditureStatus:
        """Up to when a year's expenditure is counted, as far as it is known."""
        return next((status for status in self.expenditure_statuses if status.year == year), ExpenditureStatus(year))

    def value_scale(self, name: str) -> ValueScale | None:
        """The scale of values with this name: the agency's, or one that ships."""
        return next((scale for scale in (*self.value_scales, *SHIPPED_VALUE_SCALES) if scale.name == name), None)

    def issue(self, year: int) -> Issue:
        """Where and when the year's report is signed, as far as it is known."""
        return next((issue for issue in self.issues if issue.year == year), Issue(year))

    def text(self, year: int, part: ReportPart) -> str:
        """The planner's own passage, or ""."""
        return next((text.text for text in self.texts if (text.year, text.part) == (year, part)), "")

    def nodes(self) -> Iterator[BudgetNode]:
        """Every programme, activity and sub-activity, parents first."""
        for programme in self.programmes:
            yield from programme.walk()

    def indicators(self) -> Iterator[PerformanceIndicator]:
        """Every indicator of the plan and of the programmes."""
        yield from self.plan.indicators()
        for node in self.nodes():
            yield from node.indicators

    def latest_reported_year(self) -> int | None:
        """The latest year in which an indicator of the plan has a value or raw data, of the year or of a period."""
        years: list[int] = []
        for indicator in self.plan.indicators():
            years += [one.year for one in indicator.actuals if one.value is not None or one.numerator is not None]
            years += [
                one.period.year
                for one in indicator.period_actuals
                if one.value is not None or one.numerator is not None
            ]
        return max(years, default=None)

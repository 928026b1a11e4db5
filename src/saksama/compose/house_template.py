"""What a government lays down for the documents of all its agencies (templat naskah)."""

from dataclasses import dataclass, replace
from enum import Enum

from saksama.compose.passages import DEFAULTS, Passage, filled
from saksama.documents.numbering import NumberingStyle
from saksama.kernel.agency import Logo
from saksama.kernel.budget import BudgetLevel
from saksama.kernel.record import Arrangement, PerformanceRecord, ReportPart, ReportText


class AgreementLayout(Enum):
    """The two customs of the attachment of an agreement (regulations.md 2.1)."""

    TWO_TABLES = "two-tables"
    ONE_TABLE = "one-table"


@dataclass(frozen=True, slots=True)
class HouseTemplate:
    """A government's own way with documents; what it does not lay down is the record's or the usual.

    `left_out` are labels of the report's headings. `agreement_level` is down to which level the agreement lists money.
    """

    report_name: str | None = None
    abbreviation: str | None = None
    arrangement: Arrangement | None = None
    numbering: NumberingStyle = NumberingStyle.LETTERS
    left_out: tuple[str, ...] = ()
    logo: Logo | None = None
    agreement_layout: AgreementLayout = AgreementLayout.TWO_TABLES
    agreement_level: BudgetLevel = BudgetLevel.PROGRAMME
    passages: tuple[tuple[Passage, str], ...] = ()


USUAL = HouseTemplate()


def applied(template: HouseTemplate, record: PerformanceRecord, year: int) -> PerformanceRecord:
    """The record with what the template lays down in place of the agency's own. Its own foreword stays."""
    settings = record.settings
    settings = replace(
        settings,
        report_name=settings.report_name if template.report_name is None else template.report_name,
        abbreviation=settings.abbreviation if template.abbreviation is None else template.abbreviation,
        arrangement=template.arrangement or settings.arrangement,
    )
    agency = replace(record.agency, logo=template.logo) if template.logo else record.agency
    changed = replace(record, settings=settings, agency=agency)
    foreword = dict(template.passages).get(Passage.FOREWORD)
    if not foreword or record.text(year, ReportPart.FOREWORD):
        return changed
    return replace(
        changed, texts=(*record.texts, ReportText(year, ReportPart.FOREWORD, filled(foreword, changed, year)))
    )


def passage(template: HouseTemplate, wanted: Passage, record: PerformanceRecord, year: int) -> str:
    """A passage in the government's words, or in those of the regulation."""
    return filled(dict(template.passages).get(wanted) or DEFAULTS[wanted], record, year)

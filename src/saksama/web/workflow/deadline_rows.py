"""The plain values of the page of deadlines: what is due in a year, when usually, when here, and who set it so."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from saksama.compose.interim import last_day
from saksama.kernel.period import Cycle, Period, periods_of
from saksama.kernel.periods import period_title
from saksama.language.explanations import certainty_text
from saksama.language.messages import _
from saksama.web.organisations.models import Government
from saksama.web.workflow.deadlines import Due, usual_agreement_due, usual_measurement_due, usual_report_due
from saksama.web.workflow.models import Deadline, DeadlineKind


@dataclass(frozen=True, slots=True)
class DeadlineRow:
    """Something that is due: its usual day with what that rests on, and the government's own, oldest first.

    It is due after a day: that on which its period ends, or that before the year of an agreement begins.
    """

    name: str
    title: str
    kind: DeadlineKind
    period: Period
    after: date
    usual: Due
    certainty: str
    history: Sequence[Deadline]

    @property
    def own(self) -> Deadline | None:
        """The government's own day; `None` where the usual one counts."""
        last = self.history[-1] if self.history else None
        return last if last and last.due_on else None


def deadline_rows(government: Government, year: int) -> tuple[DeadlineRow, ...]:
    """What is due for a year: the agreement, the figures of each quarter, and the report. 1 query."""
    kept: dict[tuple[str, str, int], list[Deadline]] = {}
    for one in Deadline.objects.filter(government=government, year=year).select_related("person").order_by("id"):
        kept.setdefault((one.kind, one.cycle, one.number), []).append(one)
    whole, before = Period(year, 1, Cycle.YEAR), Period(year - 1, 1, Cycle.YEAR)
    agreement = (DeadlineKind.AGREEMENT, whole, before, _("Perjanjian kinerja {period}"), usual_agreement_due(year))
    quarters = [
        (DeadlineKind.MEASUREMENT, period, period, _("Pengukuran {period}"), usual_measurement_due(period))
        for period in periods_of(year, Cycle.QUARTER)
    ]
    report = (DeadlineKind.REPORT, whole, whole, _("Laporan kinerja {period}"), usual_report_due(year))
    return tuple(
        DeadlineRow(
            name=f"{kind.value}-{period.number}",
            title=title.format(period=period_title(period)),
            kind=kind,
            period=period,
            after=last_day(ended),
            usual=usual,
            certainty=certainty_text(usual.certainty) if usual.certainty else "",
            history=kept.get((kind.value, period.cycle.value, period.number), ()),
        )
        for kind, period, ended, title, usual in (agreement, *quarters, report)
    )

"""What every agency makes once a year: the agreement of the year that runs, the report of the year that has ended."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from saksama.kernel.period import Cycle, Period
from saksama.language.messages import to_say
from saksama.web.agreements.models import PerformanceAgreement
from saksama.web.issuing.models import Snapshot
from saksama.web.organisations.access import Action
from saksama.web.organisations.models import Agency, Government, RoleKind
from saksama.web.workflow.deadlines import Due, agreement_due, report_due
from saksama.web.workflow.models import DeadlineKind


@dataclass(frozen=True, slots=True)
class DutyWords:
    """How a duty is spoken of. `undone` and `asked` stand in letters too, which are Indonesian always."""

    name: str
    undone: str
    asked: str
    who: str
    behind: str
    done: str
    all_done: str


@dataclass(frozen=True, slots=True)
class YearDuty:
    """A duty: of whom it is, of which year, until when, and who has done it.

    `page` is the address at which it is done, with `part` after its year; `list_page` says who has not done it yet.
    """

    kind: DeadlineKind
    words: DutyWords
    years_back: int
    due: Callable[[Government, int], Due]
    done_by: Callable[[Iterable[Agency], int], set[int]]
    actions: tuple[Action, ...]
    roles: tuple[RoleKind, ...]
    page: str
    part: tuple[str, ...]
    list_page: str
    remind_page: str

    def year(self, today: date) -> Period:
        """The last year of which it is due."""
        return Period(today.year - self.years_back, 1, Cycle.YEAR)

    def path(self, agency: int, year: int) -> str:
        """Where it is done."""
        return reverse(self.page, args=[agency, year, *self.part])


def _agreed(agencies: Iterable[Agency], year: int) -> set[int]:
    rows = PerformanceAgreement.objects.filter(plan__agency__in=agencies, year=year)
    return set(rows.order_by().values_list("plan__agency", flat=True))


def _issued(agencies: Iterable[Agency], year: int) -> set[int]:
    rows = Snapshot.objects.filter(agency__in=agencies, kind="lkjip", year=year)
    return set(rows.order_by().values_list("agency", flat=True))


AGREEMENT = YearDuty(
    kind=DeadlineKind.AGREEMENT,
    words=DutyWords(
        name=to_say("Perjanjian kinerja"),
        undone=to_say("Perjanjian kinerja {year} belum ada"),
        asked="Mohon disusun dan ditandatangani, lalu diisikan di Saksama",
        who=to_say("Siapa belum mempunyai perjanjian kinerja {year}"),
        behind=to_say("Belum mempunyai perjanjian"),
        done=to_say("Sudah mempunyai perjanjian"),
        all_done=to_say("Semua sudah mempunyai perjanjian"),
    ),
    years_back=0,
    due=agreement_due,
    done_by=_agreed,
    actions=(Action.MEASURE,),
    roles=(RoleKind.OPERATOR,),
    page="sheet",
    part=("agreements",),
    list_page="missing-agreements",
    remind_page="remind-agreement",
)
REPORT = YearDuty(
    kind=DeadlineKind.REPORT,
    words=DutyWords(
        name="LKjIP",
        undone=to_say("LKjIP {year} belum diterbitkan"),
        asked="Mohon dilengkapi lalu diterbitkan di Saksama",
        who=to_say("Siapa belum menerbitkan LKjIP {year}"),
        behind=to_say("Belum menerbitkan"),
        done=to_say("Sudah menerbitkan"),
        all_done=to_say("Semua sudah menerbitkan"),
    ),
    years_back=1,
    due=report_due,
    done_by=_issued,
    actions=(Action.ISSUE, Action.MEASURE),
    roles=(RoleKind.OPERATOR, RoleKind.HEAD),
    page="documents",
    part=(),
    list_page="missing-reports",
    remind_page="remind-report",
)
DUTIES = (AGREEMENT, REPORT)

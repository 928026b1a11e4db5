"""What is shown of an agency among many: computed once for each version of its record."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from fractions import Fraction

from saksama.kernel.evaluation import evaluate
from saksama.kernel.explanation import Input
from saksama.kernel.interim import achieved_to_date
from saksama.kernel.money import ABSORPTION
from saksama.kernel.period import Period
from saksama.kernel.periods_money import total_money
from saksama.kernel.quantity import Reason, Uncomputable
from saksama.kernel.record import PerformanceRecord
from saksama.kernel.rounding import ending_decimal, write_number, write_rupiah
from saksama.web.measurement.storage import load_record
from saksama.web.overview.models import Summary
from saksama.web.planning.models import PlanVersion


@dataclass(frozen=True, slots=True)
class AgencySummary:
    """An agency to the end of a quarter.

    `due` indicators should have a value by then, `reported` have one, `reached` of these met their target. Absorption
    is written with two decimals; money are rupiah as plain decimals. `None` where no number follows.
    """

    due: int
    reported: int
    reached: int
    unreported: tuple[str, ...]
    absorption: str | None
    appropriation: str | None
    expenditure: str | None

    @property
    def is_complete(self) -> bool:
        """Whether everything that is due was reported."""
        return self.reported == self.due


def summarised(record: PerformanceRecord, period: Period) -> AgencySummary:
    """The summary of a record to the end of a quarter."""
    due = reported = reached = 0
    unreported = []
    for objective in record.plan.objectives():
        for indicator in objective.indicators:
            if not indicator.is_used(period.year):
                continue
            value = achieved_to_date(record, indicator, period).capped
            if isinstance(value, Uncomputable) and value.reason in {Reason.NOT_DUE, Reason.NOT_APPLICABLE}:
                continue
            due += 1
            if isinstance(value, Uncomputable):
                if value.reason is Reason.NO_ACTUAL:
                    unreported.append(indicator.name)
                    continue
                reported += 1
                continue
            reported += 1
            reached += value >= 100
    money = total_money(record, period)
    return AgencySummary(
        due,
        reported,
        reached,
        tuple(unreported),
        _percent(money.absorption.value),
        _plain(money.appropriation.value),
        _plain(money.to_date.value),
    )


def summaries(versions: Mapping[int, PlanVersion], period: Period) -> dict[int, AgencySummary]:
    """The summaries by the number of the agency. 1 query where nothing changed since they were made."""
    numbers = {version.pk: agency for agency, version in versions.items()}
    kept = {
        row.version_id: row
        for row in Summary.objects.filter(version__in=numbers, year=period.year, quarter=period.number)
    }
    found: dict[int, AgencySummary] = {}
    stale: list[Summary] = []
    for agency, version in versions.items():
        row = kept.get(version.pk)
        if row is not None and row.record_version == version.plan.record_version:
            found[agency] = _restored(row.content)
            continue
        made = summarised(load_record(version, [period.year]), period)
        found[agency] = made
        stale.append(
            Summary(
                version=version,
                year=period.year,
                quarter=period.number,
                record_version=version.plan.record_version,
                content=asdict(made),
            )
        )
    _keep(stale)
    return found


def _keep(rows: Iterable[Summary]) -> None:
    Summary.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["version", "year", "quarter"],
        update_fields=["record_version", "content"],
    )


def _restored(content: dict[str, object]) -> AgencySummary:
    return AgencySummary(**{**content, "unreported": tuple(content["unreported"])})  # type: ignore[arg-type]


def _percent(value: Fraction | Uncomputable) -> str | None:
    return None if isinstance(value, Uncomputable) else write_number(value)


def _plain(value: Fraction | Uncomputable) -> str | None:
    return None if isinstance(value, Uncomputable) else f"{ending_decimal(value):f}"


@dataclass(frozen=True, slots=True)
class GovernmentSummary:
    """All agencies together. The money is that of the agencies whose expenditure is known; `without_money` are not."""

    agencies: int
    complete: int
    due: int
    reported: int
    reached: int
    absorption: str | None
    appropriation: str | None
    expenditure: str | None
    without_money: int

    @property
    def missing(self) -> int:
        """How many indicators are due and not reported."""
        return self.due - self.reported


def together(found: Iterable[AgencySummary]) -> GovernmentSummary:
    """The sum of agencies. What is not known lowers nothing: it is counted and said."""
    every = list(found)
    known = [one for one in every if one.appropriation is not None and one.expenditure is not None]
    appropriation = sum((Fraction(one.appropriation or 0) for one in known), Fraction(0))
    expenditure = sum((Fraction(one.expenditure or 0) for one in known), Fraction(0))
    absorption = evaluate(
        ABSORPTION, (Input("expenditure", expenditure, ""), Input("appropriation", appropriation, ""))
    )
    return GovernmentSummary(
        agencies=len(every),
        complete=sum(one.is_complete for one in every),
        due=sum(one.due for one in every),
        reported=sum(one.reported for one in every),
        reached=sum(one.reached for one in every),
        absorption=absorption.printed() if known else None,
        appropriation=write_rupiah(appropriation) if known else None,
        expenditure=write_rupiah(expenditure) if known else None,
        without_money=len(every) - len(known),
    )

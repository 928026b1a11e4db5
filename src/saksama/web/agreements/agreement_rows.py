"""The agreements of a record → the rows that hold them."""

from saksama.exchange.record_json import encoded
from saksama.kernel.record import PerformanceRecord
from saksama.web.agreements.models import AgreedTarget, PerformanceAgreement
from saksama.web.planning.models import Indicator, StrategicPlan
from saksama.web.rows import Ref, Table, Wanted


def tables(plan: StrategicPlan) -> tuple[Table, ...]:
    """The tables of this app in the order in which they need each other."""
    return (
        Table(
            PerformanceAgreement,
            lambda: PerformanceAgreement.objects.filter(plan=plan),
            lambda row: (row.year, row.revision),
        ),
        Table(
            AgreedTarget,
            lambda: AgreedTarget.objects.filter(agreement__plan=plan).select_related("agreement", "indicator"),
            lambda row: (row.agreement.year, row.agreement.revision, row.indicator.key),
        ),
    )


def add_agreements(wanted: Wanted, record: PerformanceRecord, plan: StrategicPlan) -> None:
    """Ask for every agreement with its targets."""
    for agreement in record.agreements:
        own = wanted.add(
            PerformanceAgreement,
            (agreement.year, agreement.revision),
            plan=plan,
            year=agreement.year,
            revision=agreement.revision,
            number=agreement.number,
            place=agreement.place,
            signed_on=agreement.signed_on,
            reason=agreement.reason,
            budget_version=agreement.budget_version,
            first_party=encoded(agreement.first_party),
            second_party=encoded(agreement.second_party),
        )
        for place, agreed in enumerate(agreement.targets):
            wanted.add(
                AgreedTarget,
                (agreement.year, agreement.revision, agreed.indicator),
                agreement=own,
                indicator=Ref(Indicator, (agreed.indicator,)),
                position=place,
                year=agreed.target.year,
                low=agreed.target.low,
                high=agreed.target.high,
            )

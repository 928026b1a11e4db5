"""The number of a record's state: summaries and previews of imports know by it whether they are of now."""

from django.db.models import F

from saksama.web.planning.models import StrategicPlan


def count_change(plan: int) -> None:
    """Tell that the record of a plan has changed, in the transaction of the change."""
    StrategicPlan.objects.filter(pk=plan).update(record_version=F("record_version") + 1)

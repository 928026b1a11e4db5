"""Summaries of records: never a source, thrown away and made again whenever the record changes."""

from django.db import models

from saksama.web.planning.models import PlanVersion


class Summary(models.Model):
    """What a page of many agencies shows of one record to the end of a quarter, as it was at `record_version`."""

    version = models.ForeignKey(PlanVersion, models.CASCADE, related_name="+")
    year = models.PositiveSmallIntegerField()
    quarter = models.PositiveSmallIntegerField()
    record_version = models.PositiveBigIntegerField()
    content = models.JSONField()
    """`summaries.AgencySummary`."""
    states = models.JSONField()
    """`summaries.IndicatorState` of each indicator that is due, by its key."""
    concerns = models.JSONField()
    """`concerns.Concerns`."""
    mismatches = models.JSONField()
    """Every `mismatches.Mismatch`."""
    made_on = models.DateField()
    earlier = models.JSONField(null=True)
    """The last `made_on`, `content` and `states` of an earlier month."""
    movement = models.JSONField(null=True)
    """`movement.Movement`: what is different from `earlier`."""

    class Meta:
        constraints = (models.UniqueConstraint(fields=("version", "year", "quarter"), name="summary_once"),)

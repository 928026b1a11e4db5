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

    class Meta:
        constraints = (models.UniqueConstraint(fields=("version", "year", "quarter"), name="summary_once"),)

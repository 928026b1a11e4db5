"""Performance agreements (perjanjian kinerja) and their revisions."""

from django.db import models

from saksama.web.planning.models import Indicator, StrategicPlan
from saksama.web.stated_decimal import StatedDecimalField


class PerformanceAgreement(models.Model):
    """The agreement of a year; a revision replaces the one before. The parties are kept as they signed."""

    plan = models.ForeignKey(StrategicPlan, models.PROTECT, related_name="agreements")
    year = models.PositiveSmallIntegerField()
    revision = models.PositiveSmallIntegerField(default=0)
    number = models.CharField(max_length=200, blank=True)
    place = models.CharField(max_length=200, blank=True)
    signed_on = models.DateField(null=True, blank=True)
    reason = models.TextField(blank=True)
    budget_version = models.CharField(max_length=200, blank=True)
    first_party = models.JSONField(null=True, blank=True)
    second_party = models.JSONField(null=True, blank=True)

    class Meta:
        ordering = ("year", "revision")
        constraints = (models.UniqueConstraint(fields=("plan", "year", "revision"), name="agreement_once"),)


class AgreedTarget(models.Model):
    """The target of an indicator in an agreement, where it differs from the plan's."""

    agreement = models.ForeignKey(PerformanceAgreement, models.CASCADE, related_name="targets")
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="agreed_targets")
    position = models.PositiveSmallIntegerField()
    year = models.PositiveSmallIntegerField()
    low = StatedDecimalField()
    high = StatedDecimalField()

    class Meta:
        ordering = ("position",)
        constraints = (models.UniqueConstraint(fields=("agreement", "indicator"), name="agreed_target_once"),)

"""What was reached and what was spent: values, raw data, evidence, what is said of them, money, and imports."""

from django.db import models

from saksama.kernel.budget import BudgetVersionKind
from saksama.kernel.indicator import ActualState, NarrativePart
from saksama.kernel.period import Cycle
from saksama.web.organisations.models import Person
from saksama.web.planning.models import BudgetNode, Indicator, PlanVersion, StrategicPlan
from saksama.web.stated_decimal import StatedDecimalField

_CYCLES = [(cycle.value, cycle.name) for cycle in Cycle]


class Measurement(models.Model):
    """What was measured of an indicator in a year or in a period of it (realisasi): a value, or its raw data."""

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="measurements")
    year = models.PositiveSmallIntegerField()
    cycle = models.CharField(max_length=8, choices=_CYCLES)
    number = models.PositiveSmallIntegerField()
    value = StatedDecimalField(null=True, blank=True)
    numerator = StatedDecimalField(null=True, blank=True)
    denominator = StatedDecimalField(null=True, blank=True)
    state = models.CharField(
        max_length=14, choices=[(s.value, s.name) for s in ActualState], default=ActualState.FINAL.value
    )
    source = models.TextField(blank=True)
    note = models.TextField(blank=True)
    measured_by = models.CharField(max_length=300, blank=True)
    reference_year = models.PositiveSmallIntegerField(null=True, blank=True)
    released_on = models.DateField(null=True, blank=True)
    entered_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    entered_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ("year", "number")
        constraints = (
            models.UniqueConstraint(fields=("indicator", "year", "cycle", "number"), name="measurement_once"),
        )


class Evidence(models.Model):
    """What shows that a measurement is true: a file with its hash, or a link, and the page to look at."""

    measurement = models.ForeignKey(Measurement, models.PROTECT, related_name="evidence")
    title = models.CharField(max_length=300)
    file = models.FileField(blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    link = models.URLField(max_length=1000, blank=True)
    page = models.PositiveIntegerField(null=True, blank=True)
    added_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)
    retired_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=models.Q(file="") ^ models.Q(link=""), name="evidence_file_or_link"),
        )


class Narrative(models.Model):
    """What is said of an indicator in a year: cause, obstacle, solution, follow-up, or why nothing."""

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="narratives")
    year = models.PositiveSmallIntegerField()
    part = models.CharField(max_length=9, choices=[(p.value, p.name) for p in NarrativePart])
    text = models.TextField(blank=True)
    not_applicable_because = models.TextField(blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("indicator", "year", "part"), name="narrative_once"),)


class Benchmark(models.Model):
    """A value outside the agency to compare with, or why there is none."""

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="benchmarks")
    position = models.PositiveSmallIntegerField()
    year = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=300)
    value = StatedDecimalField(null=True, blank=True)
    source = models.TextField(blank=True)
    not_applicable_because = models.TextField(blank=True)

    class Meta:
        ordering = ("position",)


class BudgetVersion(models.Model):
    """A version of a year's budget (murni, pergeseran, perubahan): from when, by which document and why."""

    plan = models.ForeignKey(StrategicPlan, models.PROTECT, related_name="budget_versions")
    position = models.PositiveSmallIntegerField()
    key = models.CharField(max_length=200)
    year = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=8, choices=[(k.value, k.name) for k in BudgetVersionKind])
    adopted_on = models.DateField(null=True, blank=True)
    document = models.TextField(blank=True)
    reason = models.TextField(blank=True)

    class Meta:
        ordering = ("position",)
        constraints = (models.UniqueConstraint(fields=("plan", "key"), name="budget_version_once"),)


class Amount(models.Model):
    """Appropriation and expenditure of a leaf of the budget in a year, in rupiah; a parent's are sums, never stored."""

    node = models.ForeignKey(BudgetNode, models.PROTECT, related_name="amounts")
    year = models.PositiveSmallIntegerField()
    appropriation = StatedDecimalField(null=True, blank=True)
    expenditure = StatedDecimalField(null=True, blank=True)
    planned = StatedDecimalField(null=True, blank=True)
    physical = StatedDecimalField(null=True, blank=True)

    class Meta:
        ordering = ("year",)
        constraints = (models.UniqueConstraint(fields=("node", "year"), name="amount_once"),)


class EarlierAppropriation(models.Model):
    """What a version of the budget before the last one appropriated, in rupiah."""

    amount = models.ForeignKey(Amount, models.CASCADE, related_name="earlier")
    version = models.ForeignKey(BudgetVersion, models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    appropriation = StatedDecimalField()

    class Meta:
        ordering = ("position",)
        constraints = (models.UniqueConstraint(fields=("amount", "version"), name="earlier_appropriation_once"),)


class PeriodSpending(models.Model):
    """What was spent in a period, in rupiah, and the physical progress at its end, in percent."""

    amount = models.ForeignKey(Amount, models.CASCADE, related_name="periods")
    cycle = models.CharField(max_length=8, choices=_CYCLES)
    number = models.PositiveSmallIntegerField()
    expenditure = StatedDecimalField(null=True, blank=True)
    physical = StatedDecimalField(null=True, blank=True)

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("amount", "cycle", "number"), name="period_spending_once"),)


class ExpenditureStatus(models.Model):
    """Up to which date the expenditure of a year is counted, and whether it is audited (`None`: not stated)."""

    plan = models.ForeignKey(StrategicPlan, models.PROTECT, related_name="expenditure_statuses")
    year = models.PositiveSmallIntegerField()
    cut_off = models.DateField(null=True, blank=True)
    is_audited = models.BooleanField(null=True, blank=True)

    class Meta:
        ordering = ("year",)
        constraints = (models.UniqueConstraint(fields=("plan", "year"), name="expenditure_status_once"),)


class ImportKind(models.TextChoices):
    """What is imported."""

    RECORD = "record", "Buku kerja"
    SPENDING = "spending", "Ekspor SIPD"


class ImportState(models.TextChoices):
    """How far an import is."""

    WAITING = "waiting", "Menunggu giliran"
    READING = "reading", "Membaca berkas"
    COMPARING = "comparing", "Membandingkan dengan data"
    SHOWN = "shown", "Menunggu persetujuan"
    AGREED = "agreed", "Menunggu diterapkan"
    APPLYING = "applying", "Menerapkan perubahan"
    APPLIED = "applied", "Diterapkan"
    SAME = "same", "Tidak ada yang berubah"
    FAILED = "failed", "Tidak dapat diimpor"


class Import(models.Model):
    """A file that is imported into a version of a plan: read and compared, shown, and applied when somebody agrees.

    `seen` is the version of the record that the preview was made of. `preview` is bounded: it is shown, never applied.
    """

    version = models.ForeignKey(PlanVersion, models.PROTECT, related_name="imports")
    kind = models.CharField(max_length=8, choices=ImportKind.choices)
    year = models.PositiveSmallIntegerField()
    """The year of the page; that of the money in an export."""
    agency_name = models.CharField(max_length=200, blank=True)
    """The agency's name in an export that writes it otherwise."""
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    title = models.CharField(max_length=255)
    """The name of the file as it was given."""
    name = models.CharField(max_length=100)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    state = models.CharField(max_length=9, choices=ImportState.choices, default=ImportState.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    """How often a worker has begun with it: what stops the worker again and again is not tried for ever."""
    failure = models.TextField(blank=True)
    preview = models.JSONField(null=True)
    seen = models.PositiveBigIntegerField(null=True)
    agreed_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    reason = models.TextField(blank=True)
    applied_at = models.DateTimeField(null=True)
    count = models.PositiveIntegerField(null=True)
    """Rows that were changed."""

    class Meta:
        ordering = ("-asked_at", "-id")

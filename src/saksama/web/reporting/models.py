"""Checks of reports with what was decided about each finding, a government's templates, and the reports of a year."""

from django.db import models

from saksama.web.organisations.models import Agency, Government, Person
from saksama.web.planning.models import PlanVersion


class CheckState(models.TextChoices):
    """How far a check is."""

    WAITING = "waiting", "Menunggu giliran"
    READING = "reading", "Membaca dokumen"
    CHECKING = "checking", "Menghitung ulang setiap angka"
    MARKING = "marking", "Menandai dokumen"
    DONE = "done", "Selesai"
    FAILED = "failed", "Tidak dapat diperiksa"


class ReportCheck(models.Model):
    """A report that is checked. `findings` is the audit's own JSON (docs/reference/audit-schema.json).

    Everybody who may report at its agency sees it; without an agency only who uploaded it. `passages` is what
    `passages.passages` made, `pictures` the stored pictures by page.
    """

    government = models.ForeignKey(Government, models.PROTECT, related_name="checks")
    agency = models.ForeignKey(Agency, models.PROTECT, null=True, related_name="checks")
    person = models.ForeignKey(Person, models.PROTECT, related_name="checks")
    asked_at = models.DateTimeField(auto_now_add=True)
    title = models.CharField(max_length=255)
    """The name of the file as it was given."""
    name = models.CharField(max_length=100)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    state = models.CharField(max_length=8, choices=CheckState.choices, default=CheckState.WAITING)
    failure = models.TextField(blank=True)
    findings = models.JSONField(null=True)
    passages = models.JSONField(null=True)
    pictures = models.JSONField(default=dict)
    marked_name = models.CharField(max_length=100, blank=True)
    marked_suffix = models.CharField(max_length=5, blank=True)

    class Meta:
        ordering = ("-asked_at",)


class DecisionKind(models.TextChoices):
    """What becomes of a finding."""

    FIXED = "fixed", "Sudah diperbaiki"
    EXPLAINED = "explained", "Ada penjelasannya"
    WRONG = "wrong", "Temuan keliru"
    REOPENED = "reopened", "Dibuka kembali"


class Decision(models.Model):
    """What somebody decided about a finding, and why. The last one counts; those before stay."""

    check_of = models.ForeignKey(ReportCheck, models.CASCADE, related_name="decisions")
    finding = models.CharField(max_length=64)
    """The place of the finding in the check, such as "3" or "3.1" for a consequence."""
    kind = models.CharField(max_length=9, choices=DecisionKind.choices)
    reason = models.TextField()
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    is_unchangeable = True

    class Meta:
        ordering = ("at", "id")


class GovernmentTemplate(models.Model):
    """A template that a government laid down for its documents. Never edited: the last row counts.

    `content` is what was read of it (`template_json.py`), so that no document reads the upload again; `None` where the
    government took its template away. `name` and `logo_name` are the kept files.
    """

    government = models.ForeignKey(Government, models.PROTECT, related_name="templates")
    title = models.CharField(max_length=255, blank=True)
    """The name of the file as it was given."""
    name = models.CharField(max_length=100, blank=True)
    logo_title = models.CharField(max_length=255, blank=True)
    logo_name = models.CharField(max_length=100, blank=True)
    content = models.JSONField(null=True)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    is_unchangeable = True

    class Meta:
        indexes = (models.Index(fields=("government", "-id"), name="template_of_government"),)


class YearReportState(models.TextChoices):
    """How far the report of an agency is."""

    WAITING = "waiting", "Menunggu giliran"
    MADE = "made", "Selesai"
    FAILED = "failed", "Tidak dapat dibuat"


class YearReport(models.Model):
    """The LKjIP of an agency's year as the last job made it, with the version of the record that it was made of."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="year_reports")
    year = models.PositiveSmallIntegerField()
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    """Who asked for it."""
    state = models.CharField(max_length=7, choices=YearReportState.choices, default=YearReportState.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    """How often a worker has begun with it since somebody asked."""
    failure = models.TextField(blank=True)
    version = models.ForeignKey(PlanVersion, models.SET_NULL, null=True, related_name="+")
    record_version = models.PositiveBigIntegerField(default=0)
    template = models.ForeignKey(GovernmentTemplate, models.PROTECT, null=True, related_name="+")
    docx_name = models.CharField(max_length=100, blank=True)
    pdf_name = models.CharField(max_length=100, blank=True)
    made_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("agency__name",)
        constraints = (models.UniqueConstraint(fields=("agency", "year"), name="year_report_once"),)

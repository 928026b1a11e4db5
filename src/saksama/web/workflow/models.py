"""What was changed by whom, what was submitted and returned, and what is due when."""

from django.db import models

from saksama.web.organisations.models import Agency, Government, Person


class CycleChoices(models.TextChoices):
    """How often: the values of `kernel.period.Cycle`."""

    YEAR = "year"
    SEMESTER = "semester"
    QUARTER = "quarter"
    MONTH = "month"


class Change(models.Model):
    """One fact that somebody changed: who, when, what, from which value to which, and why. Never edited itself."""

    government = models.ForeignKey(Government, models.PROTECT, related_name="changes")
    agency = models.ForeignKey(Agency, models.PROTECT, null=True, related_name="changes")
    """`None` for what belongs to the whole government, such as a role in all of it."""
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="changes")
    at = models.DateTimeField(auto_now_add=True)
    subject = models.CharField(max_length=120)
    """What it belongs to, such as "indicator:IKU-1" or "node:2.16.02"."""
    fact = models.CharField(max_length=200)
    old = models.TextField(null=True)
    new = models.TextField(null=True)
    reason = models.TextField(blank=True)
    is_revision = models.BooleanField(default=False)
    """Whether figures that were approved before rest on it."""

    is_unchangeable = True

    class Meta:
        indexes = (
            models.Index(fields=("government", "-at"), name="change_of_government"),
            models.Index(fields=("agency", "-at"), name="change_of_agency"),
            models.Index(fields=("agency", "subject", "-at"), name="change_of_subject"),
        )


class SubmissionState(models.TextChoices):
    """Where the figures of an agency's period stand."""

    DRAFT = "draft", "Sedang diisi"
    SUBMITTED = "submitted", "Menunggu verifikasi"
    RETURNED = "returned", "Dikembalikan"
    VERIFIED = "verified", "Terverifikasi"
    APPROVED = "approved", "Disetujui dan dikunci"


class Submission(models.Model):
    """The figures of an agency in a period, on their way from draft to approved."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="submissions")
    year = models.PositiveSmallIntegerField()
    cycle = models.CharField(max_length=8, choices=CycleChoices.choices)
    number = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=9, choices=SubmissionState.choices, default=SubmissionState.DRAFT)
    is_revised = models.BooleanField(default=False)
    """Whether it was opened again after it had been approved."""

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("agency", "year", "cycle", "number"), name="submission_once"),
            models.CheckConstraint(condition=models.Q(state__in=SubmissionState.values), name="submission_state_known"),
        )


class Transition(models.Model):
    """A step of a submission: who took it, when, and why."""

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="transitions")
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    old = models.CharField(max_length=9, choices=SubmissionState.choices)
    new = models.CharField(max_length=9, choices=SubmissionState.choices)
    reason = models.TextField(blank=True)

    is_unchangeable = True

    class Meta:
        ordering = ("at", "id")


class Comment(models.Model):
    """A remark of a verifier on one figure of a submission, until it is settled."""

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="comments")
    subject = models.CharField(max_length=120)
    text = models.TextField()
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ("at", "id")


class DeadlineKind(models.TextChoices):
    """What is due."""

    MEASUREMENT = "measurement", "Pengukuran"
    REPORT = "report", "Laporan kinerja"
    AGREEMENT = "agreement", "Perjanjian kinerja"


class Deadline(models.Model):
    """A day that the government has set, in place of the one that follows from the law (`deadlines.py`).

    Never edited: the last row of a period counts, and the rows before it are its history.
    """

    government = models.ForeignKey(Government, models.PROTECT, related_name="deadlines")
    kind = models.CharField(max_length=11, choices=DeadlineKind.choices)
    year = models.PositiveSmallIntegerField()
    cycle = models.CharField(max_length=8, choices=CycleChoices.choices)
    number = models.PositiveSmallIntegerField()
    due_on = models.DateField(null=True)
    """`None` where the government went back to the usual day."""
    basis = models.CharField(max_length=300, blank=True)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    is_unchangeable = True

    class Meta:
        indexes = (models.Index(fields=("government", "year", "kind"), name="deadline_of_government"),)


class ReminderState(models.TextChoices):
    """How far a reminder came."""

    SENDING = "sending", "Sedang dikirim"
    MAILED = "mailed", "Terkirim lewat surel"
    SHOWN = "shown", "Tampil di aplikasi"
    FAILED = "failed", "Surel gagal dikirim"


class Reminder(models.Model):
    """Who was reminded of what of an agency's period, on which day; `person` is `None` where the worker did it."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="reminders")
    kind = models.CharField(max_length=11, choices=DeadlineKind.choices)
    year = models.PositiveSmallIntegerField()
    cycle = models.CharField(max_length=8, choices=CycleChoices.choices)
    number = models.PositiveSmallIntegerField()
    on = models.DateField()
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now=True)
    recipients = models.JSONField()
    """The addresses."""
    state = models.CharField(max_length=7, choices=ReminderState.choices, default=ReminderState.SENDING)
    failure = models.TextField(blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("agency", "kind", "year", "cycle", "number", "on"), name="reminder_once_a_day"
            ),
        )

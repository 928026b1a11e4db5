"""Issued documents: the data that they state, frozen, with the hashes that prove them."""

from django.db import models

from saksama.web.organisations.models import Agency, Person


class Snapshot(models.Model):
    """An issued document of an agency. It is never changed: a correction is issued anew and replaces it.

    `record` is the record's own JSON as it was, `results` every figure with formula, inputs and value; `sha256` is the
    hash of both. `code` is what the QR code on the document carries.
    """

    code = models.CharField(max_length=12, unique=True)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="snapshots")
    kind = models.CharField(max_length=20)
    title = models.CharField(max_length=300)
    year = models.PositiveSmallIntegerField()
    edition = models.PositiveSmallIntegerField()
    record = models.JSONField()
    results = models.JSONField()
    sha256 = models.CharField(max_length=64)
    issued_at = models.DateTimeField()
    issued_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    reason = models.TextField(blank=True)
    """Why an earlier edition was replaced."""

    is_unchangeable = True

    class Meta:
        ordering = ("-issued_at",)
        constraints = (models.UniqueConstraint(fields=("agency", "kind", "year", "edition"), name="snapshot_once"),)


class IssuedFile(models.Model):
    """A file of an issued document, with its hash."""

    snapshot = models.ForeignKey(Snapshot, models.PROTECT, related_name="files")
    suffix = models.CharField(max_length=5)
    name = models.CharField(max_length=100)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()

    is_unchangeable = True

    class Meta:
        constraints = (models.UniqueConstraint(fields=("snapshot", "suffix"), name="issued_file_once"),)

"""Governments, agencies with their successors, units, posts with their holders, people and their roles."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from saksama.language.messages import _


class Government(models.Model):
    """A government (pemerintah daerah, kementerian, lembaga), or one agency that stands alone."""

    name = models.CharField(max_length=300, unique=True)
    short_name = models.CharField(max_length=80, blank=True)
    second_factor_roles = models.JSONField(default=list, blank=True)
    """The kinds of role that need a second factor here."""
    requires_evidence = models.BooleanField(default=False)
    """Whether figures without evidence cannot be submitted."""

    def __str__(self) -> str:
        return self.name


class Agency(models.Model):
    """An agency (perangkat daerah). It is never deleted: it ends, and its successors go on."""

    government = models.ForeignKey(Government, models.PROTECT, related_name="agencies")
    name = models.CharField(max_length=300)
    short_name = models.CharField(max_length=80, blank=True)
    begins_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("name",)
        verbose_name_plural = "agencies"
        constraints = (models.UniqueConstraint(fields=("government", "name"), name="agency_name_once"),)

    def __str__(self) -> str:
        return self.name


class SuccessionKind(models.TextChoices):
    """What happened to an agency."""

    RENAMED = "renamed"
    MERGED = "merged"
    SPLIT = "split"


class Succession(models.Model):
    """An agency goes on as another, or in another (penggabungan, pemecahan, perubahan nama)."""

    predecessor = models.ForeignKey(Agency, models.PROTECT, related_name="successions")
    successor = models.ForeignKey(Agency, models.PROTECT, related_name="precessions")
    kind = models.CharField(max_length=8, choices=SuccessionKind.choices)
    on = models.DateField()
    legal_basis = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("predecessor", "successor"), name="succession_once"),
            models.CheckConstraint(
                condition=~models.Q(predecessor=models.F("successor")), name="succession_by_another"
            ),
        )


class Unit(models.Model):
    """A part of an agency (bidang, bagian, UPT). It is never deleted: it ends."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="units")
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    name = models.CharField(max_length=300)
    tasks = models.TextField(max_length=10_000, blank=True)
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("agency", "name"), name="unit_name_once"),)

    def __str__(self) -> str:
        return self.name


class Position(models.Model):
    """A post (jabatan) of an agency."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="positions")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="positions")
    title = models.CharField(max_length=300)
    is_head = models.BooleanField(default=False)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("agency", "title"), name="position_title_once"),
            models.UniqueConstraint(fields=("agency",), condition=models.Q(is_head=True), name="one_head_of_agency"),
        )

    def __str__(self) -> str:
        return self.title


class Tenure(models.Model):
    """Who holds a post, from when to when; `acting` is "Plt.", "Plh." or "Pj."."""

    position = models.ForeignKey(Position, models.PROTECT, related_name="tenures")
    name = models.CharField(max_length=200)
    rank = models.CharField(max_length=100, blank=True)
    employee_number = models.CharField(max_length=40, blank=True)
    acting = models.CharField(max_length=10, blank=True)
    begins_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("position",), condition=models.Q(ends_on=None), name="one_holder_of_position"
            ),
        )


class People(BaseUserManager["Person"]):
    """Makes accounts. They have no password until their owner sets one."""

    def create_user(self, email: str, name: str) -> "Person":
        """An account without a password."""
        person = self.model(email=self.normalize_email(email).lower(), name=name)
        person.set_unusable_password()
        person.save()
        return person


class Person(AbstractBaseUser):
    """Somebody who signs in."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200)
    language = models.CharField(max_length=2, default="id")
    is_active = models.BooleanField(default=True)
    objects: ClassVar[People] = People()

    USERNAME_FIELD = "email"

    def __str__(self) -> str:
        return self.name


class RoleKind(models.TextChoices):
    """What somebody does."""

    OPERATOR = "operator", "Operator"
    VERIFIER = "verifier", "Verifikator"
    HEAD = "head", "Kepala perangkat daerah"
    ORGANISATION_BUREAU = "organisation-bureau", "Bagian organisasi"
    PLANNING_AGENCY = "planning-agency", "Bappeda"
    INSPECTORATE = "inspectorate", "Inspektorat"
    LEADER = "leader", "Kepala daerah"
    READER = "reader", "Pembaca"
    ADMINISTRATOR = "administrator", "Administrator"


class Role(models.Model):
    """A role of a person in an agency, or in all of a government where no agency is named."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="roles")
    government = models.ForeignKey(Government, models.PROTECT, related_name="roles")
    agency = models.ForeignKey(Agency, models.PROTECT, null=True, blank=True, related_name="roles")
    kind = models.CharField(max_length=20, choices=RoleKind.choices)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("person", "agency", "kind"), name="role_once"),
            models.UniqueConstraint(
                fields=("person", "government", "kind"),
                condition=models.Q(agency=None),
                name="role_in_government_once",
            ),
            models.CheckConstraint(condition=models.Q(kind__in=RoleKind.values), name="role_kind_known"),
        )

    def __str__(self) -> str:
        return _("{role} di {place}").format(role=_(self.get_kind_display()), place=self.agency or self.government)


class SignInLink(models.Model):
    """A link that signs a person in once. Only the hash of its token is kept."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="sign_in_links")
    digest = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)


class SecondFactor(models.Model):
    """A person's second factor: an application that makes codes. The key follows from `seed` (`second_factor.key_of`).

    `last_step` is the half minute of the last code that was taken, so that none is taken twice.
    """

    person = models.OneToOneField(Person, models.CASCADE, related_name="second_factor")
    seed = models.CharField(max_length=64)
    since = models.DateTimeField()
    last_step = models.PositiveBigIntegerField()
    attempts = models.PositiveSmallIntegerField(default=0)
    locked_until = models.DateTimeField(null=True)


class RecoveryCode(models.Model):
    """A code for who has lost the application; it works once, and only its hash is kept."""

    factor = models.ForeignKey(SecondFactor, models.CASCADE, related_name="recovery_codes")
    digest = models.CharField(max_length=64)
    used_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("factor", "digest"), name="recovery_code_once"),)

"""The plan: versions, goals, objectives, indicators with data sheets and targets, programmes with what they serve."""

from django.db import models

from saksama.kernel.budget import BudgetLevel
from saksama.kernel.explanation import ZeroTarget
from saksama.kernel.indicator import Continuity, ResultKind
from saksama.kernel.period import Consolidation, Cycle
from saksama.web.organisations.models import Agency
from saksama.web.stated_decimal import StatedDecimalField


def choices(
    kind: type[ResultKind | Continuity | Cycle | Consolidation | ZeroTarget | BudgetLevel],
) -> list[tuple[str, str]]:
    """The values of a kernel's enumeration, as a column takes them."""
    return [(member.value, member.name) for member in kind]


class StrategicPlan(models.Model):
    """The plan (Renstra) of an agency for a period: the root of one performance record.

    `record_version` rises with every change of a fact below it; summaries are kept by it.
    """

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="plans")
    first_year = models.PositiveSmallIntegerField()
    last_year = models.PositiveSmallIntegerField()
    record_version = models.PositiveBigIntegerField(default=0)

    class Meta:
        ordering = ("first_year",)
        constraints = (
            models.UniqueConstraint(fields=("agency", "first_year"), name="plan_once"),
            models.CheckConstraint(
                condition=models.Q(last_year__gte=models.F("first_year")), name="plan_years_in_order"
            ),
        )


class PlanVersion(models.Model):
    """A version of the plan: what it changed and why, by which document, from when. The last one is in force."""

    plan = models.ForeignKey(StrategicPlan, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField(default=0)
    title = models.CharField(max_length=500)
    reason = models.TextField(blank=True)
    legal_basis = models.CharField(max_length=500, blank=True)
    valid_from = models.DateField(null=True, blank=True)
    vision = models.TextField(blank=True)
    mission = models.TextField(blank=True)
    strategies = models.JSONField(default=list, blank=True)
    policies = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("plan", "number"), name="plan_version_once"),)


class Goal(models.Model):
    """What is to be reached by the end of the plan (tujuan). `key` stays the same in every version."""

    version = models.ForeignKey(PlanVersion, models.CASCADE, related_name="goals")
    position = models.PositiveSmallIntegerField()
    key = models.CharField(max_length=200)
    name = models.TextField()

    class Meta:
        ordering = ("position",)
        constraints = (models.UniqueConstraint(fields=("version", "key"), name="goal_once"),)


class Objective(models.Model):
    """A measurable result below a goal (sasaran strategis)."""

    goal = models.ForeignKey(Goal, models.CASCADE, related_name="objectives")
    position = models.PositiveSmallIntegerField()
    key = models.CharField(max_length=200)
    name = models.TextField()
    strategies = models.JSONField(default=list, blank=True)
    policies = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ("position",)
        constraints = (models.UniqueConstraint(fields=("goal", "key"), name="objective_once"),)


class BudgetNode(models.Model):
    """A programme, activity or sub-activity of the plan. `owner` is the unit or post that is responsible."""

    plan = models.ForeignKey(StrategicPlan, models.PROTECT, related_name="nodes")
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    position = models.PositiveIntegerField()
    key = models.CharField(max_length=200)
    level = models.CharField(max_length=12, choices=choices(BudgetLevel))
    code = models.CharField(max_length=80, blank=True)
    name = models.TextField()
    owner = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("position",)
        constraints = (models.UniqueConstraint(fields=("plan", "key"), name="node_once"),)


class Support(models.Model):
    """A node serves a goal, an objective or an indicator, named by its key, with a share of its money in percent."""

    node = models.ForeignKey(BudgetNode, models.CASCADE, related_name="supports")
    position = models.PositiveIntegerField()
    subject = models.CharField(max_length=200)
    share = StatedDecimalField()
    is_shared = models.BooleanField(default=False)

    class Meta:
        ordering = ("position",)


class Indicator(models.Model):
    """An indicator as such: what measurements belong to, whatever version of the plan describes it."""

    plan = models.ForeignKey(StrategicPlan, models.PROTECT, related_name="indicators")
    key = models.CharField(max_length=200)
    continues = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="continued_by")
    """The indicator of an earlier plan that it goes on from."""

    class Meta:
        constraints = (models.UniqueConstraint(fields=("plan", "key"), name="indicator_once"),)


class IndicatorDefinition(models.Model):
    """An indicator in a version of the plan, or of a node: its place, its formula, its data sheet, its schedule.

    It stands below exactly one goal, objective or node. The names of the columns are those of the kernel.
    """

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="definitions")
    goal = models.ForeignKey(Goal, models.CASCADE, null=True, blank=True, related_name="indicators")
    objective = models.ForeignKey(Objective, models.CASCADE, null=True, blank=True, related_name="indicators")
    node = models.ForeignKey(BudgetNode, models.CASCADE, null=True, blank=True, related_name="indicators")
    position = models.PositiveSmallIntegerField()
    name = models.TextField()
    unit = models.CharField(max_length=200, blank=True)
    formula = models.CharField(max_length=80)
    is_key = models.BooleanField(default=False)
    kind = models.CharField(max_length=8, choices=choices(ResultKind), blank=True)
    decimals = models.PositiveSmallIntegerField(default=2)
    minimum = StatedDecimalField(null=True, blank=True)
    maximum = StatedDecimalField(null=True, blank=True)
    zero_target = models.CharField(max_length=20, choices=choices(ZeroTarget), default=ZeroTarget.UNCOMPUTABLE.value)
    raw_numerator = models.TextField(blank=True)
    raw_denominator = models.TextField(blank=True)
    raw_factor = StatedDecimalField(null=True, blank=True)
    definition = models.TextField(blank=True)
    calculation = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    source = models.TextField(blank=True)
    collection = models.TextField(blank=True)
    frequency = models.TextField(blank=True)
    owner = models.TextField(blank=True)
    verifier = models.TextField(blank=True)
    basis = models.TextField(blank=True)
    valid_from = models.PositiveSmallIntegerField(null=True, blank=True)
    valid_to = models.PositiveSmallIntegerField(null=True, blank=True)
    replaced_by = models.CharField(max_length=200, blank=True)
    baseline_year = models.PositiveSmallIntegerField(null=True, blank=True)
    baseline_value = StatedDecimalField(null=True, blank=True)
    cycle = models.CharField(max_length=8, choices=choices(Cycle), default=Cycle.YEAR.value)
    is_cumulative = models.BooleanField(default=False)
    consolidation = models.CharField(max_length=7, choices=choices(Consolidation), default=Consolidation.LAST.value)
    measured_in = models.PositiveSmallIntegerField(null=True, blank=True)
    value_scale = models.CharField(max_length=80, blank=True)

    class Meta:
        ordering = ("position",)
        constraints = (
            models.CheckConstraint(
                condition=(
                    models.Q(goal__isnull=False, objective=None, node=None)
                    | models.Q(goal=None, objective__isnull=False, node=None)
                    | models.Q(goal=None, objective=None, node__isnull=False)
                ),
                name="definition_below_one",
            ),
        )


class Target(models.Model):
    """A value to be reached in a year or in a period of it; `is_end`: by the end of the plan."""

    definition = models.ForeignKey(IndicatorDefinition, models.CASCADE, related_name="targets")
    year = models.PositiveSmallIntegerField()
    cycle = models.CharField(max_length=8, choices=choices(Cycle))
    number = models.PositiveSmallIntegerField()
    is_end = models.BooleanField(default=False)
    low = StatedDecimalField()
    high = StatedDecimalField()

    class Meta:
        ordering = ("year", "number")
        constraints = (
            models.UniqueConstraint(fields=("definition", "year", "cycle", "number", "is_end"), name="target_once"),
        )


class IndicatorChange(models.Model):
    """What happened to an indicator from a year on (riwayat indikator). `previous` is the key of another."""

    definition = models.ForeignKey(IndicatorDefinition, models.CASCADE, related_name="changes")
    position = models.PositiveSmallIntegerField()
    year = models.PositiveSmallIntegerField()
    continuity = models.CharField(max_length=9, choices=choices(Continuity))
    previous = models.CharField(max_length=200, blank=True)
    note = models.TextField(blank=True)

    class Meta:
        ordering = ("position",)


class RecordPart(models.Model):
    """What else a report tells, part by part, as the record's own JSON (docs/reference/record.schema.json).

    These parts are written and read as a whole, and no page searches them: profile, settings, texts, surveys,
    recommendations, innovations, awards, assets, pictures, attachments.
    """

    plan = models.ForeignKey(StrategicPlan, models.PROTECT, related_name="parts")
    name = models.CharField(max_length=40)
    content = models.JSONField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("plan", "name"), name="record_part_once"),)

"""A programme, activity or sub-activity as it is typed: its place in the tree, its code, and what it serves."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from django import forms
from django.db import models

from saksama.exchange.sheets.money import implied_level, implied_parent
from saksama.kernel.budget import BudgetLevel
from saksama.kernel.figures import write_decimal
from saksama.language.messages import _
from saksama.web.measurement.programme_tree import LEVEL_WORDS
from saksama.web.measurement.typed_numbers import UnclearNumberError, field_text, typed_number
from saksama.web.planning.models import BudgetNode, Support

BY_CODE, AT_TOP = "", "-"
_DEPTH = {level.value: depth for depth, level in enumerate(BudgetLevel)}
_LEVELS = tuple(_DEPTH)
_MORE = 2
"""Empty lines for what a node serves besides."""


@dataclass(frozen=True, slots=True)
class SupportLine:
    """A line of what the node serves, as it is typed; `error` where it is not clear."""

    number: int
    subject: str
    share: str
    is_shared: bool
    error: str = ""

    def stated_share(self) -> Decimal:
        """The share in percent: all of it where none was typed, as in the workbook."""
        found = typed_number(self.share)
        return Decimal(100) if found is None else found


class NodeForm(forms.ModelForm):  # type: ignore[type-arg]
    """A node. `place` has every node of the plan by number; parents and levels follow from codes where left open."""

    parent = forms.ChoiceField(required=False)
    level = forms.ChoiceField(required=False)

    class Meta:
        model = BudgetNode
        fields = ("code", "name", "owner")
        widgets: ClassVar = {"name": forms.Textarea({"rows": 2})}

    def __init__(
        self, data: Mapping[str, str] | None, *, instance: BudgetNode, nodes: Mapping[int, BudgetNode]
    ) -> None:
        known = instance.pk is not None
        above = str(instance.parent_id) if instance.parent_id else AT_TOP if known else BY_CODE
        super().__init__(data, instance=instance, initial={"parent": above, "level": instance.level})
        self.nodes = nodes
        self.below = _below(instance, nodes)
        self.fields["parent"].choices = [  # type: ignore[attr-defined]
            (BY_CODE, _("Menurut kodenya")),
            (AT_TOP, _("Tanpa induk")),
            *(
                (str(one.pk), f"{one.code} {one.name}".strip())
                for one in nodes.values()
                if one.pk != instance.pk and one.pk not in self.below and one.level != BudgetLevel.SUB_ACTIVITY.value
            ),
        ]
        self.fields["level"].choices = [  # type: ignore[attr-defined]
            ("", _("Menurut kodenya")),
            *((value, _(label)) for value, label in LEVEL_WORDS.items()),
        ]

    def clean_code(self) -> str:
        """The code, which no other node of the plan has."""
        code: str = self.cleaned_data["code"].strip()
        twin = next(
            (one for one in self.nodes.values() if code and one.code == code and one.pk != self.instance.pk), None
        )
        if twin:
            raise forms.ValidationError(
                _("Kode {code} sudah dipakai untuk {name}. Tulis kode yang lain.").format(code=code, name=twin.name)
            )
        return code

    def clean(self) -> dict[str, object]:
        """The parent and the level, which a parent's children must stand below."""
        found = self.cleaned_data
        parent = self._parent(found.get("code", ""), found.get("parent", BY_CODE))
        depth = _DEPTH[parent.level] if parent else -1
        level = found.get("level") or getattr(implied_level(found.get("code", "")), "value", "")
        found["level"] = level or _LEVELS[min(depth + 1, len(_LEVELS) - 1)]
        if parent and _DEPTH[found["level"]] <= depth:
            self.add_error(
                "level",
                _(
                    "{level} tidak dapat berada di bawah {parent}. Pilih jenjang di bawahnya, atau induk yang lain."
                ).format(level=_(LEVEL_WORDS[found["level"]]), parent=_(LEVEL_WORDS[parent.level]).lower()),
            )
        if any(_DEPTH[self.nodes[one].level] <= _DEPTH[found["level"]] for one in self.below):
            self.add_error(
                "level", _("Rincian di bawahnya berjenjang sama atau lebih tinggi. Pindahkan rinciannya dahulu.")
            )
        if parent and parent.pk != self.instance.parent_id and has_money(parent):
            self.add_error(
                "parent",
                _(
                    "{name} sudah berisi anggaran, dan uang hanya ada pada rincian paling bawah. Kosongkan dahulu."
                ).format(name=parent.name),
            )
        found["parent"] = parent
        return found

    def _parent(self, code: str, stated: str) -> BudgetNode | None:
        if stated not in {BY_CODE, AT_TOP}:
            return self.nodes[int(stated)]
        above = implied_parent(code) if stated == BY_CODE else ""
        return next(
            (one for one in self.nodes.values() if above and one.code == above and one.pk not in self.below), None
        )


def support_lines(node: BudgetNode, posted: Mapping[str, str] | None, subjects: Mapping[str, str]) -> list[SupportLine]:
    """What the node serves, as it is or as it was typed, with lines for more."""
    if posted is None:
        kept = node.supports.all() if node.pk else ()
        lines = [SupportLine(n, one.subject, field_text(one.share), one.is_shared) for n, one in enumerate(kept)]
        return lines + [SupportLine(len(lines) + n, "", "", False) for n in range(_MORE)]
    lines = []
    while (number := len(lines)) < len(subjects) + _MORE and f"subject-{number}" in posted:
        subject, share = posted[f"subject-{number}"], posted.get(f"share-{number}", "").strip()
        taken = {line.subject for line in lines}
        error = _line_error(subject, share, taken=taken, subjects=subjects)
        lines.append(SupportLine(number, subject, share, f"shared-{number}" in posted, error))
    return lines


def has_money(node: BudgetNode) -> bool:
    """Whether an amount is stated for the node, of a year, a period or an earlier budget. 1 query."""
    stated = models.Q(periods__isnull=False) | models.Q(earlier__isnull=False)
    for name in ("appropriation", "expenditure", "planned", "physical"):
        stated |= models.Q(**{f"{name}__isnull": False})
    return node.amounts.filter(stated).exists()


def supports_text(supports: list[Support]) -> str:
    """What a node serves, as the history keeps it."""
    return "; ".join(
        f"{one.subject} {'bersama' if one.is_shared else write_decimal(one.share) + ' %'}" for one in supports
    )


def _line_error(subject: str, share: str, *, taken: set[str], subjects: Mapping[str, str]) -> str:
    if not subject:
        return _("Pilih apa yang didukung, atau kosongkan porsinya.") if share else ""
    if subject not in subjects:
        return _("Ini tidak ada lagi dalam rencana. Pilih yang lain.")
    if subject in taken:
        return _("Sudah disebut di atas. Hapus salah satunya.")
    try:
        found = typed_number(share)
    except UnclearNumberError as error:
        return str(error)
    if found is not None and not 0 < found <= 100:
        return _("Porsi lebih besar dari 0 dan paling banyak 100 persen.")
    return ""


def _below(node: BudgetNode, nodes: Mapping[int, BudgetNode]) -> frozenset[int]:
    found: set[int] = set()
    fresh = {node.pk} if node.pk else set()
    while fresh:
        fresh = {one.pk for one in nodes.values() if one.parent_id in fresh} - found
        found |= fresh
    return frozenset(found)

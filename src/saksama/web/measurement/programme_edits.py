"""Keeping a node of the tree of programmes: in its place, with its history. The figures of the agency are held."""

from django.db.models import Max

from saksama.language.messages import _
from saksama.web.measurement.programme_form import NodeForm, SupportLine, has_money, supports_text
from saksama.web.organisations.models import Person
from saksama.web.planning.models import BudgetNode, PlanVersion, Support
from saksama.web.planning.record_versions import count_change
from saksama.web.workflow.recording import record_change

_COMPUTING = frozenset({"parent", "level", "supports"})
"""What the money of an objective rests on."""


def save_node(form: NodeForm, lines: list[SupportLine], *, person: Person, reason: str, rests: bool) -> str:
    """Keep a valid form. Returns what forbids it: `rests` says that approved figures rest on the node."""
    row, found = form.instance, form.cleaned_data
    is_new = row.pk is None
    before = None if is_new else BudgetNode.objects.select_related("parent").get(pk=row.pk)
    kept = [] if is_new else list(row.supports.all())
    wanted = [
        Support(subject=line.subject, share=line.stated_share(), is_shared=line.is_shared)
        for line in lines
        if line.subject
    ]
    facts: list[tuple[str, object, object]] = [
        (name, getattr(before, name) if before else None, found[name]) for name in ("code", "name", "owner", "level")
    ]
    facts.append(("parent", _label(before.parent if before else None), _label(found["parent"])))
    facts.append(("supports", supports_text(kept), supports_text(wanted)))
    changed = [(name, old, new) for name, old, new in facts if (old or "") != (new or "")]
    is_revision = rests and any(name in _COMPUTING for name, _old, _new in changed)
    if is_revision and not reason:
        return _("Angka yang sudah disetujui bergantung pada jenjang, induk, dan porsinya. Tulis alasan perubahannya.")
    if not changed:
        return ""
    row.level = found["level"]
    if is_new or (before and before.parent_id != getattr(found["parent"], "pk", None)):
        row.position = _last(row.plan_id, found["parent"]) + 1
    row.parent = found["parent"]
    if is_new:
        row.key = _fresh_key(row)
    row.save()
    if supports_text(kept) != supports_text(wanted):
        _keep_supports(row, wanted)
    for name, old, new in changed:
        record_change(
            row.plan.agency,
            person,
            f"node:{row.key}",
            name,
            old=old or None,
            new=new or None,
            reason=reason,
            is_revision=is_revision and name in _COMPUTING,
        )
    count_change(row.plan_id)
    return ""


def move_node(row: BudgetNode, *, up: bool, person: Person) -> None:
    """Change places with the sibling above or below, if there is one."""
    siblings = list(BudgetNode.objects.filter(plan=row.plan_id, parent=row.parent_id).order_by("position", "pk"))
    place = [one.pk for one in siblings].index(row.pk)
    other = place - 1 if up else place + 1
    if not 0 <= other < len(siblings):
        return
    siblings[place], siblings[other] = siblings[other], siblings[place]
    _number(siblings)
    record_change(row.plan.agency, person, f"node:{row.key}", "position", old=place + 1, new=other + 1)
    count_change(row.plan_id)


def sort_by_code(version: PlanVersion, *, person: Person) -> None:
    """Number the nodes by their codes; those without one stand last, in the order that they have."""
    below: dict[int | None, list[BudgetNode]] = {}
    for one in BudgetNode.objects.filter(plan=version.plan_id).order_by("position", "pk"):
        below.setdefault(one.parent_id, []).append(one)
    for siblings in below.values():
        _number(sorted(siblings, key=lambda one: (not one.code, one.code)))
    record_change(version.plan.agency, person, "plan", "position", old=None, new=_("menurut kode"))
    count_change(version.plan_id)


def hanging(row: BudgetNode) -> tuple[str, ...]:
    """What hangs on a node, so that it cannot be deleted; empty where nothing does. 3 queries."""
    found = []
    if below := row.children.count():
        found.append(_("Masih ada {count} rincian di bawahnya: hapus atau pindahkan dahulu.").format(count=below))
    if has_money(row):
        found.append(_("Masih ada anggaran atau realisasinya; yang pernah dibelanjakan tetap tercatat."))
    names = list(row.indicators.values_list("name", flat=True))
    if names:
        found.append(_("Masih ada indikatornya: {names}.").format(names="; ".join(names[:5])))
    return tuple(found)


def delete_node(row: BudgetNode, *, person: Person, reason: str) -> None:
    """Delete a node on which nothing hangs, with what it served."""
    old = f"{row.code} {row.name}".strip()
    if text := supports_text(list(row.supports.all())):
        old = f"{old} ({text})"
    row.amounts.all().delete()  # none of them states anything
    row.delete()
    record_change(row.plan.agency, person, f"node:{row.key}", "node", old=old, new=None, reason=reason)
    count_change(row.plan_id)


def _keep_supports(row: BudgetNode, wanted: list[Support]) -> None:
    last = Support.objects.filter(node__plan=row.plan_id).aggregate(last=Max("position"))["last"] or 0
    row.supports.all().delete()
    for place, one in enumerate(wanted, start=last + 1):
        one.node, one.position = row, place
    Support.objects.bulk_create(wanted)


def _fresh_key(row: BudgetNode) -> str:
    taken = set(BudgetNode.objects.filter(plan=row.plan_id).values_list("key", flat=True))
    wish = row.code or f"P-{len(taken) + 1}"
    key, turn = wish, 2
    while key in taken:
        key, turn = f"{wish}-{turn}", turn + 1
    return key


def _last(plan: int, parent: BudgetNode | None) -> int:
    found = BudgetNode.objects.filter(plan=plan, parent=parent).aggregate(last=Max("position"))["last"]
    return -1 if found is None else int(found)


def _number(siblings: list[BudgetNode]) -> None:
    for place, one in enumerate(siblings):
        one.position = place
    BudgetNode.objects.bulk_update(siblings, ["position"])


def _label(node: BudgetNode | None) -> str:
    return f"{node.code} {node.name}".strip() if node else ""

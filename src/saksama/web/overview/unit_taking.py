"""The units that the record of a plan holds itself, and taking them over as units of the agency, once."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from saksama.exchange.record_json import encoded
from saksama.kernel.agency import Unit as KernelUnit
from saksama.language.messages import _
from saksama.web.organisations.models import Agency, Person, Unit
from saksama.web.planning.models import PlanVersion, RecordPart
from saksama.web.planning.record_versions import count_change
from saksama.web.planning.storage import load_parts
from saksama.web.rows import Difference
from saksama.web.workflow.recording import record_differences

LONGEST = 300
"""Characters of a name, as `Unit` holds it."""


class LongNameError(Exception):
    """A unit whose name is longer than a unit of an agency may have; its text says which."""


def units_in_record(version: PlanVersion) -> tuple[KernelUnit, ...]:
    """The units that the record of the plan holds itself. 1 query."""
    agency = load_parts(version, ("agency",)).get("agency")
    return agency.units if agency else ()


def take_units(agency: Agency, version: PlanVersion, person: Person) -> int:
    """Make units of the agency of those in the record, which then holds none; how many. Raises `LongNameError`.

    A unit that is there already only gets what it lacks. The agency is held, and a transaction is open.
    """
    kept = load_parts(version, ("agency",)).get("agency")
    found = {name: one for one in (kept.units if kept else ()) if (name := _plain(one.name))}
    for name in found:
        if len(name) > LONGEST:
            told = _("Nama unit ini lebih dari {most} huruf: {name}. Pendekkan di lembar Organisasi.")
            raise LongNameError(told.format(most=LONGEST, name=f"{name[:80]}…"))
    if not kept or not found:
        return 0
    units = {one.name: one for one in agency.units.all()}
    made = [Unit(agency=agency, name=name) for name in found if name not in units]
    units |= {one.name: one for one in Unit.objects.bulk_create(made)}
    changed = list(_filled(units, found))
    Unit.objects.bulk_update(units.values(), ("parent", "tasks"), batch_size=500)
    new = [Difference(Unit, (one.pk,), None, {"made": one.name}) for one in made]
    record_differences(agency, person, [*new, *changed], reason="", revised=lambda _one: ())
    RecordPart.objects.filter(plan=version.plan_id, name="agency").update(content=encoded(replace(kept, units=())))
    count_change(version.plan_id)
    return len(found)


def _filled(units: Mapping[str, Unit], found: Mapping[str, KernelUnit]) -> Iterator[Difference]:
    """Give each unit the tasks and the unit above it that it has not, and tell so."""
    above = {one.pk: one.parent_id for one in units.values()}
    for name, one in found.items():
        parent = units.get(_plain(one.parent))
        if parent and above[units[name].pk] is None:
            above[units[name].pk] = parent.pk
    hanging = _hanging(above)
    for name, one in found.items():
        own, new = units[name], {}
        if one.tasks and not own.tasks:
            own.tasks = new["tasks"] = _plain(one.tasks)
        if own.parent_id is None and above[own.pk] and own.pk in hanging:
            own.parent_id = above[own.pk]
            new["parent"] = _plain(one.parent)
        yield Difference(Unit, (own.pk,), dict.fromkeys(new), new)


def _hanging(above: Mapping[int, int | None]) -> set[int]:
    """The units that hang from the top: those of a circle do not."""
    below = defaultdict(list)
    for number, parent in above.items():
        below[parent].append(number)
    found: set[int] = set()
    left = below[None]
    while left:
        number = left.pop()
        found.add(number)
        left += below[number]
    return found


def _plain(text: str) -> str:
    return " ".join(text.split())

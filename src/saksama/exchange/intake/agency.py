"""Rows → who reports: the agency, its people, its organisation and staff, and the period of its plan."""

from collections.abc import Sequence
from dataclasses import dataclass

from saksama.documents.readers.picture_size import picture_kind
from saksama.documents.readers.spreadsheet_cells import Sheet as Tab
from saksama.exchange.intake.rows import Codes, Entry, FilledRow
from saksama.exchange.problem import Problems
from saksama.kernel.agency import Agency, Logo, Officeholder, StaffCount, Unit
from saksama.kernel.provenance import Place
from saksama.language.messages import _

_LONGEST_PLAN = 30


def read_person(row: FilledRow, prefix: str) -> Officeholder | None:
    """A person in a post; `None` where nothing of him is filled."""
    parts = [row.text(f"{prefix}_{name}") for name in ("name", "position", "rank", "employee_number", "acting")]
    return Officeholder(*parts) if any(parts) else None


@dataclass(frozen=True, slots=True)
class Points:
    """The points of the sheet of background, by kind; `of_objective` those that belong to one objective."""

    of_plan: dict[str, tuple[str, ...]]
    of_objective: dict[tuple[str, str], tuple[str, ...]]


def read_points(rows: Sequence[FilledRow], objectives: Codes, problems: Problems) -> Points:
    """The points in order. Only strategies and policies may belong to an objective."""
    of_plan: dict[str, list[str]] = {}
    of_objective: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        kind, text = row.required_text("kind", problems), row.required_text("text", problems)
        entry = row.entries.get("objective")
        if entry is None:
            of_plan.setdefault(kind, []).append(text)
        elif kind not in ("strategy", "policy"):
            found = _("kode sasaran pada butir yang tidak dapat dimiliki satu sasaran")
            remedy = _("Kosongkan kodenya, atau ubah jenisnya menjadi Strategi atau Arah kebijakan")
            problems.error(entry.place, found, _("sel kosong"), remedy)
        elif objective := objectives.resolve(entry, _("Sasaran"), problems):
            of_objective.setdefault((objective, kind), []).append(text)
    return Points(
        {kind: tuple(texts) for kind, texts in of_plan.items()},
        {key: tuple(texts) for key, texts in of_objective.items()},
    )


def read_agency(
    profile: FilledRow,
    tab: Tab,
    points: Points,
    *,
    units: Sequence[FilledRow],
    staff: Sequence[FilledRow],
    problems: Problems,
) -> Agency:
    """The agency with its logo, the first picture on the sheet of the profile."""
    return Agency(
        name=profile.required_text("name", problems),
        government=profile.text("government"),
        short_name=profile.text("short_name"),
        address=profile.text("address"),
        head=read_person(profile, "head"),
        logo=_logo(tab, problems),
        tasks=profile.text("tasks"),
        functions=points.of_plan.get("function", ()),
        legal_basis=points.of_plan.get("legal-basis", ()),
        units=_units(units, problems),
        staff=_staff(staff, problems),
        issues=points.of_plan.get("issue", ()),
    )


def read_period(profile: FilledRow, problems: Problems) -> range:
    """The years of the plan; empty, with an error, where they are not stated or run backwards."""
    first = profile.required_whole("first_year", problems)
    last = profile.required_whole("last_year", problems)
    if first is None or last is None:
        return range(0)
    if not first <= last < first + _LONGEST_PLAN:
        found = _("rencana dari tahun {first} sampai {last}").format(first=first, last=last)
        expected = _("tahun terakhir sesudah tahun pertama, paling lama {count} tahun").format(count=_LONGEST_PLAN)
        problems.error(profile.at("last_year"), found, expected, _("Perbaiki tahun pertama atau tahun terakhir"))
        return range(0)
    return range(first, last + 1)


def _logo(tab: Tab, problems: Problems) -> Logo | None:
    for picture in tab.pictures:
        kind = picture_kind(picture.content)
        if kind:
            return Logo(kind.media_type, picture.content, kind.width, kind.height)
    if tab.pictures:
        found = _("gambar yang bukan PNG atau JPEG, sehingga tidak dipakai sebagai logo")
        problems.note(Place(sheet=tab.name), found, "", _("Tempelkan logo sebagai gambar PNG"))
    return None


def _units(rows: Sequence[FilledRow], problems: Problems) -> tuple[Unit, ...]:
    names = Codes()
    known = [row for row in rows if names.add(row.required_text("name", problems), row.at("name"), problems)]
    units: list[Unit] = []
    for row in known:
        entry: Entry | None = row.entries.get("parent")
        parent = names.resolve(entry, _("Organisasi"), problems) if entry else ""
        if entry and parent == row.text("name"):
            found = _("unit yang menjadi induk dirinya sendiri")
            problems.error(entry.place, found, _("nama unit di atasnya"), _("Kosongkan, atau pilih unit lain"))
        units.append(Unit(row.text("name"), parent, row.text("tasks")))
    return tuple(units)


def _staff(rows: Sequence[FilledRow], problems: Problems) -> tuple[StaffCount, ...]:
    staff: list[StaffCount] = []
    for row in rows:
        count = row.required_whole("count", problems)
        grouping, category = row.required_text("grouping", problems), row.required_text("category", problems)
        if count is not None:
            staff.append(StaffCount(grouping, category, count))
    return tuple(staff)

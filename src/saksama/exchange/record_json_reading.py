"""JSON → record, with every wrong, missing and unknown field at once, by its path: `plan.goals[0].name`."""

from pathlib import Path
from typing import Any

from saksama.documents.readers.unreadable import UnreadableFileError
from saksama.exchange.intake.rows import nearest
from saksama.exchange.intake.values import quoted
from saksama.exchange.problem import Problems, Severity
from saksama.exchange.reading import Reading
from saksama.exchange.record_json_text import JsonObject, read_json, too_deep
from saksama.exchange.record_json_values import MOST_PROBLEMS, read_value
from saksama.exchange.record_links import check_links
from saksama.exchange.record_shapes import FORMAT, VERSION
from saksama.kernel.provenance import Place
from saksama.kernel.record import PerformanceRecord
from saksama.language.messages import _


def read_record_json(path: Path) -> Reading:
    """The record of a file that `record_json.write_record` wrote, or that a program wrote in its place."""
    problems = Problems()
    try:
        content = _own_fields(read_json(path), Place(file=str(path)), problems)
        if content is None:
            return Reading(None, tuple(problems.found))
        record = read_value(PerformanceRecord, content, "", problems=problems)
        check_links(content, problems)
    except UnreadableFileError as error:
        return _refused(error)
    except RecursionError:
        return _refused(too_deep(path))
    if len(problems.found) >= MOST_PROBLEMS:
        found = _("{count} kesalahan atau lebih").format(count=MOST_PROBLEMS)
        remedy = _("Perbaiki dahulu yang di atas; sisanya belum diperiksa")
        problems.error(Place(file=str(path)), found, _("data Saksama sebagai JSON (.json)"), remedy)
    has_error = any(problem.severity is Severity.ERROR for problem in problems.found)
    return Reading(None if has_error else record, tuple(problems.found))


def _refused(error: UnreadableFileError) -> Reading:
    problems = Problems()
    problems.error(error.place, error.found, error.expected, error.remedy)
    return Reading(None, tuple(problems.found))


def _own_fields(content: Any, place: Place, problems: Problems) -> JsonObject | None:
    """The fields of the record itself; `None` where the file is something else, or of a later version."""
    remedy = _("Ekspor dari buku kerja: saksama export data.xlsx -o data.json")
    if not isinstance(content, JsonObject) or "format" not in content.fields:
        found = _("JSON yang bukan data Saksama")
        problems.error(place, found, _('objek dengan "format": "{name}"').format(name=FORMAT), remedy)
        return None
    named, version = content.fields["format"], content.fields.get("version")
    if named != FORMAT:
        found = _('"format": {name}').format(name=quoted(str(named)))
        near = nearest(str(named), [FORMAT])
        said = _('Mungkin maksudnya "{near}"; perbaiki tulisannya').format(near=near) if near else remedy
        problems.error(place, found, f'"format": "{FORMAT}"', said)
        return None
    if type(version) is not int or version != VERSION:
        shown = version if type(version) is int else _("yang bukan bilangan bulat atau tidak ada")
        found = _('"version" {version}').format(version=shown)
        said = _("Pasang Saksama yang lebih baru, atau ekspor lagi dari buku kerjanya")
        problems.error(place, found, f'"version": {VERSION}', said)
        return None
    kept = {name: value for name, value in content.fields.items() if name not in ("format", "version")}
    return JsonObject(kept, content.repeated)

"""Whose money an export holds: the lines of one agency, never those of another without being told."""

import re
from collections.abc import Mapping

from saksama.exchange.problem import Problems
from saksama.exchange.spending_export.reading import ExportLine, SpendingExport
from saksama.kernel.provenance import Place
from saksama.language.messages import _
from saksama.understanding.names import canonical


def lines_of_agency(export: SpendingExport, agency: str, problems: Problems) -> list[ExportLine]:
    """The lines of the agency with its sub-units; an error where the export names only other agencies."""
    present = {_unit(line.unit) for line in export.lines if line.unit and line.code.node}
    names = {unit: _name_of(unit, export.units) for unit in sorted(present)}
    if not present:
        if not export.agency or _is_same(export.agency[0], agency):
            return list(export.lines)
        row = export.agency[1]
        _refuse(export.agency[0], agency, Place(sheet=export.sheet, cell=f"{row}:{row}"), problems)
        return []
    exact = [unit for unit, name in names.items() if canonical(name) == canonical(agency) or unit == _unit(agency)]
    named = exact or [unit for unit, name in names.items() if _is_same(name, agency)]
    is_unnamed = len(present) == 1 and not any(names.values()) and not export.agency
    if len(named) == 1 or is_unnamed:
        only = named[0] if named else next(iter(present))
        return [line for line in export.lines if _unit(line.unit) == only or not line.unit]
    _refuse(", ".join(name or unit for unit, name in names.items()), agency, Place(sheet=export.sheet), problems)
    return []


def stated_agency(export: SpendingExport) -> str:
    """The agency that the export names when it names one; "" where it names none."""
    names = {name for unit in {line.unit for line in export.lines} if (name := export.units.get(unit, ""))}
    return next(iter(names)) if len(names) == 1 else export.agency[0] if export.agency else ""


def _unit(code: str) -> str:
    """The unit without its last part, which is a sub-unit where it has four digits ("….01.0000")."""
    return code.rpartition(".")[0] if re.fullmatch(r"[\d.]+\.\d{4}", code) else code


def _name_of(unit: str, units: Mapping[str, str]) -> str:
    """The name of the agency itself (sub-unit 0000), else of its first sub-unit."""
    own = sorted((code, name) for code, name in units.items() if _unit(code) == unit)
    return own[0][1] if own else ""


def _is_same(name: str, agency: str) -> bool:
    """Whether one of the names is the other, perhaps with its region behind it."""
    one, other = f" {canonical(name)} ", f" {canonical(agency)} "
    return bool(one.strip() and other.strip()) and (one in other or other in one)


def _refuse(listed: str, agency: str, place: Place, problems: Problems) -> None:
    found = _("uang {units}, tidak satu pun bernama {agency}").format(units=listed, agency=agency)
    remedy = _(
        "Periksa apakah ini ekspor yang dimaksud; bila namanya hanya ditulis lain, sebutkan nama yang tertulis di "
        "ekspor (di baris perintah: --agency)"
    )
    problems.error(place, found, agency, remedy)

"""Importing an export of the budget system (LRA, rekap of SIPD): what it would fill, and then filling it."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.core.files.uploadedfile import UploadedFile

from saksama.exchange.record_json import encoded
from saksama.kernel.record import PerformanceRecord
from saksama.language.messages import _
from saksama.web.measurement.importing import (
    RefusedImportError,
    Told,
    keep,
    kept_record,
    read_by,
    save_seen,
    told,
)
from saksama.web.measurement.storage import load_record, save_record
from saksama.web.organisations.models import Person
from saksama.web.planning.models import PlanVersion

_SUFFIXES = (".xlsx", ".xlsm")
_CHILD = "saksama.web.measurement.spending_import_child"


@dataclass(frozen=True, slots=True)
class KeptExport:
    """An export that was uploaded: where it is kept, its own name, the year, and the agency's name in it if another."""

    name: str
    suffix: str
    title: str
    year: int
    agency: str


@dataclass(frozen=True, slots=True)
class Said:
    """A line of a list, with the lines that say more about it."""

    text: str
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SaidGroup:
    """A line with the lines below it."""

    title: str
    items: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class SpendingPreview:
    """What an export says: its problems, what it fills and leaves, and how many rows of the record would change."""

    problems: tuple[Told, ...]
    groups: tuple[SaidGroup, ...]
    count: int
    is_usable: bool


def keep_export(upload: UploadedFile[bytes], year: int, agency: str) -> KeptExport:
    """Keep the file. Raises `RefusedImportError`."""
    wanted = _("Pilih LRA atau rekap dari SIPD sebagai .xlsx.")
    name, suffix = keep(upload, _SUFFIXES, wanted=wanted)
    return KeptExport(name, suffix, (upload.name or "")[:200], year, agency)


def preview_spending(version: PlanVersion, export: KeptExport) -> SpendingPreview:
    """What the kept export would fill. Raises `RefusedImportError`."""
    record, problems, groups = _filled(version, export)
    count = 0 if record is None else len(save_record(record, version, is_kept=False))
    return SpendingPreview(problems, groups, count, is_usable=record is not None)


def apply_spending(version: PlanVersion, export: KeptExport, *, seen: int, person: Person, reason: str) -> int:
    """Fill the record; how many rows changed. `seen` is the version of the record that the preview was made of.

    Raises `RefusedImportError`, `ChangedMeanwhileError`.
    """
    record, _problems, _groups = _filled(version, export)
    if record is None:
        raise RefusedImportError(_("Ekspor itu belum dapat dipakai. Unggah lagi untuk melihat sebabnya."))
    return save_seen(version, record, seen=seen, person=person, reason=reason)


def _filled(
    version: PlanVersion, export: KeptExport
) -> tuple[PerformanceRecord | None, tuple[Told, ...], tuple[SaidGroup, ...]]:
    beside = json.dumps(encoded(load_record(version))).encode()
    arguments = (str(export.year), export.agency, export.title)
    content = read_by(_CHILD, export.name, export.suffix, *arguments, beside=beside)
    return kept_record(content), told(content), tuple(_grouped(content["lines"]))


def _grouped(lines: Iterable[str]) -> list[SaidGroup]:
    """Indented lines below the line that they belong to."""
    groups: list[SaidGroup] = []
    for line in lines:
        if not line.startswith(" "):
            groups.append(SaidGroup(line))
            continue
        *before, last = groups[-1].items or (Said(""),)
        if line.startswith("   "):
            items = (*before, replace(last, parts=(*last.parts, line.strip())))
        else:
            items = (*groups[-1].items, Said(line.strip()))
        groups[-1] = replace(groups[-1], items=items)
    return groups

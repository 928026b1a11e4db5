"""Filling what a report tells beside its figures: a page for each sheet of the record that has no page of its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from saksama.exchange.fields import Column, Field, Kind
from saksama.exchange.parts.stated_rows import stated_rows
from saksama.kernel.record import PerformanceRecord
from saksama.language.messages import _
from saksama.web.measurement.record_sheets import GROUPS, HEAD, RecordSheet, known_codes, own_rows, record_sheet
from saksama.web.measurement.sheet_edits import ChangedSheetError, RefusedSheetError, keep_sheet, shown_rows
from saksama.web.measurement.storage import load_record
from saksama.web.measurement.typed_sheets import Complaint, Typed, typed_of
from saksama.web.organisations.access import Action, agency_for, person_of
from saksama.web.organisations.heads import head_of
from saksama.web.organisations.units import units_of
from saksama.web.planning.models import PlanVersion
from saksama.web.planning.versions import version_in_force
from saksama.web.typed_text import seen_of, typed_text

MOST_ROWS = 500
_LONGEST = 32_767
_SPARE = 1
"""Empty rows below those that are filled."""


@dataclass(frozen=True, slots=True)
class Box:
    """A field of a row as the page shows it; `saved` is what the database has where that is something else."""

    column: Column
    name: str
    text: str
    error: str
    saved: str | None

    @property
    def field(self) -> Field:
        """What it holds."""
        return self.column.field

    @property
    def look(self) -> str:
        """How it is typed."""
        return {Kind.LONG_TEXT: "long", Kind.CHOICE: "choice"}.get(self.field.kind, "short")


@dataclass(frozen=True, slots=True)
class Line:
    """A row with its boxes; a new one has nothing in it."""

    number: int
    boxes: tuple[Box, ...]
    is_new: bool


@require_GET
def sheets(request: HttpRequest, number: int, year: int) -> HttpResponse:
    """Every sheet, with how many rows it has in the year."""
    version = _version(request, number, year)
    rows = stated_rows(load_record(version))
    groups = [
        (title, [(own, len(own_rows(own, rows.get(own.identifier, ()), year))) for own in of_group])
        for title, of_group in GROUPS.items()
    ]
    return render(request, "measurement/sheets.html", {"agency": version.plan.agency, "year": year, "groups": groups})


@require_http_methods(["GET", "POST"])
def sheet(request: HttpRequest, number: int, year: int, identifier: str) -> HttpResponse:
    """A sheet to be filled. What is wrong stands beside its field, and what was typed stays."""
    version, own = _version(request, number, year), record_sheet(identifier)
    if own is None:
        raise Http404
    if own.identifier == "units" and units_of(number):
        messages.info(request, _("Susunan unit diubah di halaman ini, dan laporan mengambilnya dari sini."))
        return redirect("units", number)
    if own.identifier == "profile" and head_of(number):
        own = replace(own, elsewhere=own.elsewhere | HEAD)
    if request.method == "GET":
        return _page(request, version, own, year)
    typed, seen = _typed(request, own, year), request.POST.get("seen", "")
    if typed is None:
        told = _("Isian tidak tersimpan: yang terkirim bukan 1 sampai {most} baris. Ubah daftar itu lewat buku kerja.")
        return _page(request, version, own, year, complaints=(Complaint(None, None, told.format(most=MOST_ROWS)),))
    reason = typed_text(request, "reason", most=2000)
    try:
        kept = keep_sheet(version, own, year, typed, seen=seen, person=person_of(request), reason=reason)
    except RefusedSheetError as error:
        return _page(request, version, own, year, typed=typed, complaints=error.complaints, seen=seen)
    except ChangedSheetError:
        told = _("Orang lain baru saja mengubah lembar ini. Isian Anda masih di sini; bandingkan, lalu simpan lagi.")
        return _page(request, version, own, year, typed=typed, complaints=(Complaint(None, None, told),))
    for note in kept.notes:
        messages.info(request, note)
    messages.success(request, _("Tersimpan.") if kept.count else _("Tidak ada yang berubah."))
    return redirect("sheet", number, year, identifier)


def _version(request: HttpRequest, number: int, year: int) -> PlanVersion:
    version = version_in_force(agency_for(person_of(request), number, Action.PLAN), year)
    if version is None:
        raise Http404
    return version


def _page(
    request: HttpRequest,
    version: PlanVersion,
    own: RecordSheet,
    year: int,
    *,
    typed: Sequence[Typed] | None = None,
    complaints: Sequence[Complaint] = (),
    seen: str | None = None,
) -> HttpResponse:
    record = load_record(version)
    rows = shown_rows(record, own, year)
    saved = [typed_of(own, row, year) for row in rows]
    now = saved if typed is None else [line.texts for line in typed]
    general = [one.text for one in complaints if one.row is None or one.field not in _names(own, year)]
    return render(
        request,
        "measurement/sheet.html",
        {
            "agency": version.plan.agency,
            "year": year,
            "own": own,
            "lines": _lines(own, now, saved, complaints, year),
            "choices": _choices(record, own, year),
            "seen": seen_of(rows) if seen is None else seen,
            "general": general,
            "is_head_recorded": own.elsewhere >= HEAD,
            "reason": typed_text(request, "reason", most=2000),
        },
        status=200 if not complaints else 422,
    )


def _lines(
    own: RecordSheet,
    typed: Sequence[Mapping[str, str]],
    saved: Sequence[Mapping[str, str]],
    complaints: Sequence[Complaint],
    year: int,
) -> list[Line]:
    wrong: dict[tuple[int | None, str | None], list[str]] = {}
    for one in complaints:
        wrong.setdefault((one.row, one.field), []).append(one.text)
    count = 1 if not own.is_table or own.is_single else len(typed) + _SPARE
    lines = []
    for number in range(count):
        now = typed[number] if number < len(typed) else {}
        before = saved[number] if number < len(saved) else {}
        boxes = tuple(
            Box(
                column,
                f"{name}-{number}",
                now.get(name, ""),
                " ".join(wrong.get((number, name), ())),
                _differing(before.get(name, ""), now.get(name, "")) if complaints else None,
            )
            for column in own.columns(year)
            for name in [column.field.identifier]
        )
        lines.append(Line(number, boxes, number >= len(typed)))
    return lines


def _differing(saved: str, typed: str) -> str | None:
    return None if saved.split() == typed.split() else saved


def _choices(record: PerformanceRecord, own: RecordSheet, year: int) -> list[tuple[str, list[tuple[str, str]]]]:
    found = ((one.field.identifier, list(known_codes(record, one.field))) for one in own.columns(year))
    return [(name, known) for name, known in found if known]


def _names(own: RecordSheet, year: int) -> set[str | None]:
    return {column.field.identifier for column in own.columns(year)}


def _typed(request: HttpRequest, own: RecordSheet, year: int) -> list[Typed] | None:
    """The rows that were sent, without those that are empty or to be taken away; `None` where not all can be here."""
    sent = request.POST.get("rows", "")
    count = int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 5 else 0
    if own.is_table and not 0 < count <= MOST_ROWS + _SPARE:
        return None
    rows = []
    for number in range(count if own.is_table else 1):
        row = {
            name: typed_text(request, f"{name}-{number}", most=_LONGEST)
            for name in (column.field.identifier for column in own.columns(year))
        }
        if not own.is_table or (any(row.values()) and f"drop-{number}" not in request.POST):
            rows.append(Typed(row, number))
    return rows

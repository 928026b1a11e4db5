"""Keeping what was typed into a sheet of the record, unless somebody else changed the sheet meanwhile."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from django.db import transaction
from django.db.models import ProtectedError

from saksama.exchange.parts.stated_rows import stated_rows
from saksama.exchange.rows.row import Row
from saksama.kernel.record import PerformanceRecord
from saksama.language.messages import _
from saksama.web.measurement.import_locks import beyond, locked_reasons
from saksama.web.measurement.import_revisions import locks_of_plan, must_be_explained, revised_fields
from saksama.web.measurement.record_sheets import RecordSheet, own_rows
from saksama.web.measurement.storage import load_record, save_record
from saksama.web.measurement.typed_sheets import Complaint, Typed, read_typed
from saksama.web.organisations.models import Person
from saksama.web.planning.models import PlanVersion
from saksama.web.typed_text import seen_of
from saksama.web.workflow.locks import hold_figures
from saksama.web.workflow.recording import record_differences


class RefusedSheetError(Exception):
    """What was typed is not kept; `complaints` say why."""

    def __init__(self, *complaints: Complaint) -> None:
        super().__init__()
        self.complaints = complaints


class ChangedSheetError(Exception):
    """Somebody else has changed the sheet since the person saw it."""


@dataclass(frozen=True, slots=True)
class KeptSheet:
    """How many rows of the database changed, and what the reader noted."""

    count: int
    notes: tuple[str, ...]


def keep_sheet(
    version: PlanVersion, own: RecordSheet, year: int, typed: Sequence[Typed], *, seen: str, person: Person, reason: str
) -> KeptSheet:
    """Keep the typed rows of a sheet in a year, with their history. `seen` is the mark of what the person saw.

    Raises `RefusedSheetError`, `ChangedSheetError`.
    """
    agency = version.plan.agency
    try:
        with transaction.atomic():
            hold_figures(agency.pk)
            record = load_record(version)
            rows = stated_rows(record)
            if seen_of(own_rows(own, rows.get(own.identifier, ()), year)) != seen:
                raise ChangedSheetError
            found = read_typed(record, rows, typed, own=own, year=year)
            if found.record is None:
                raise RefusedSheetError(*found.complaints)
            changed = save_record(found.record, version)
            refused = (*beyond(person, agency, changed), *locked_reasons(version, changed))
            if refused:
                raise RefusedSheetError(*(Complaint(None, None, text) for text in refused))
            locks = locks_of_plan(version)
            if not reason and must_be_explained(changed, locks):
                told = _("Angka yang sudah disetujui dihitung dengan isian ini. Tulis alasan perubahannya.")
                raise RefusedSheetError(Complaint(None, None, told))
            revised = partial(revised_fields, locks=locks)
            record_differences(agency, person, changed, reason=reason, revised=revised)
    except ProtectedError:
        told = _("Baris yang dihapus masih dipakai di tempat lain. Hapus dahulu pemakaiannya.")
        raise RefusedSheetError(Complaint(None, None, told)) from None
    return KeptSheet(len(changed), found.notes)


def shown_rows(record: PerformanceRecord, own: RecordSheet, year: int) -> tuple[Row, ...]:
    """The rows of a sheet that its page shows in a year."""
    return own_rows(own, stated_rows(record).get(own.identifier, ()), year)

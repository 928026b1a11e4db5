"""What parts of a workbook bring, in lines: what was taken and from whom, what was removed, and what contradicts."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from saksama.exchange.fields import Column, Layout, Sheet
from saksama.exchange.parts.changes import EXISTS
from saksama.exchange.parts.merging import Conflict, Merged, Taken
from saksama.exchange.parts.row_keys import RowKey, key_fields
from saksama.exchange.parts.stated_rows import CONTENT, field_of
from saksama.exchange.rows.row import Value
from saksama.exchange.sheets.catalogue import sheet_named
from saksama.kernel.figures import write_decimal
from saksama.language.messages import _, ngettext

_LONGEST = 70


def merged_lines(merged: Merged, main: str) -> Iterator[str]:
    """Everything that merging takes, and every contradiction with what each says."""
    whole = {(taken.change.sheet, taken.change.row) for taken in merged.taken if taken.change.column == EXISTS}
    shown = [taken for taken in merged.taken if _is_own_line(taken, whole)]
    if not shown and not merged.conflicts:
        yield _("Tidak ada yang berubah.")
    if shown:
        yield ngettext("{count} perubahan diterima:", "{count} perubahan diterima:", len(shown)).format(
            count=len(shown)
        )
        yield from (f"  {_taken(taken, merged)} ({taken.who})" for taken in shown)
    count = len(merged.conflicts)
    if count:
        said = ngettext(
            "{count} isian bertentangan; isi {main} dipertahankan, perbaiki di hasilnya bila perlu:",
            "{count} isian bertentangan; isi {main} dipertahankan, perbaiki di hasilnya bila perlu:",
            count,
        )
        yield said.format(count=count, main=main)
        for conflict in merged.conflicts:
            yield from _conflict(conflict)


def _is_own_line(taken: Taken, whole: set[tuple[str, RowKey]]) -> bool:
    return taken.change.column == EXISTS or (taken.change.sheet, taken.change.row) not in whole


def _taken(taken: Taken, merged: Merged) -> str:
    change = taken.change
    sheet = sheet_named(change.sheet)
    if change.column != EXISTS:
        before, after = (_shown(sheet, change.column, value) for value in (change.before, change.after))
        return f"{_where(sheet, change.row, change.column)}: {before} → {after}"
    cells = [
        f"{_heading(sheet, other.change.column)} {_shown(sheet, other.change.column, other.change.after)}"
        for other in merged.taken
        if (other.change.sheet, other.change.row) == (change.sheet, change.row)
        and other.change.column not in (EXISTS, *key_fields(sheet))
    ]
    word = _("baris dihapus") if change.after is None else _("baris baru")
    return f"{_where(sheet, change.row)}: {word}" + (f": {'; '.join(cells)}" if cells else "")


def _conflict(conflict: Conflict) -> Iterator[str]:
    sheet = sheet_named(conflict.sheet)
    yield f"  {_where(sheet, conflict.row, conflict.column)}"
    for claim in conflict.claims:
        yield f"    {claim.who}: {_shown(sheet, conflict.column, claim.value)}"
    yield "    " + _("dipakai: {value}").format(value=_shown(sheet, conflict.column, conflict.kept))


def _where(sheet: Sheet, row: RowKey, column: str = EXISTS) -> str:
    parts = [sheet.name]
    if sheet.layout is Layout.TABLE:
        named = zip(key_fields(sheet), row[:-1], strict=True)
        parts += [text for name, value in named if (text := _shown(sheet, name, value))]
    if column != EXISTS:
        parts.append(_heading(sheet, column))
    return ", ".join(parts)


def _heading(sheet: Sheet, column: str) -> str:
    if column == CONTENT:
        return _("berkasnya")
    field = sheet.field(field_of(column))
    year = column.removeprefix(field.identifier).strip()
    return Column(field, int(year) if year else None).heading


def _shown(sheet: Sheet, column: str, value: Value | None) -> str:
    if column == EXISTS:
        return _("baris dihapus") if value is None else _("baris tetap")
    if column == CONTENT:
        return _("kosong") if value is None else _("berkas {mark}").format(mark=str(value)[:8])
    match value:
        case None:
            return _("kosong")
        case Decimal():
            return write_decimal(value)
        case date():
            return value.isoformat()
        case str():
            text = " ".join(sheet.field(field_of(column)).label_of(value).split())
            return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
        case _:
            return str(value)

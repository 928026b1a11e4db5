"""What an export fills, in lines: before and after, what is new, what found no partner and why, and the sums."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction

from saksama.documents.readers.spreadsheet_cells import cell_name
from saksama.exchange.spending_export.agency import stated_agency
from saksama.exchange.spending_export.codes import parent_of
from saksama.exchange.spending_export.columns import MoneyColumns
from saksama.exchange.spending_export.filling import Filling
from saksama.exchange.spending_export.matching import KINDS
from saksama.exchange.spending_export.nodes import MEASURES, ExportNode, measure_word
from saksama.exchange.spending_export.reading import SpendingExport
from saksama.kernel.budget import BudgetNode
from saksama.kernel.dates import write_date
from saksama.kernel.provenance import Place
from saksama.kernel.quantity import Uncomputable
from saksama.kernel.record import PerformanceRecord
from saksama.kernel.rounding import write_rupiah
from saksama.kernel.spending import total_spending
from saksama.language.messages import _, ngettext
from saksama.understanding.names import canonical


def filled_lines(file: str, export: SpendingExport, filling: Filling, before: PerformanceRecord) -> Iterator[str]:
    """Everything that filling a record from an export takes and leaves."""
    yield from _head(file, export, filling)
    yield from _changes(filling, export.year)
    yield from _cut_off(filling, export)
    yield from _listed(
        _("{count} baris baru:"),
        [f"{_level(node)} {_name(node)} ({_row(node.place)}): {_money(node)}" for node in filling.added],
    )
    yield from _listed(
        _("{count} cocok menurut nama yang ditulis sedikit lain:"),
        [
            f"{_name(node)} ({_row(node.place)}) = {_own(own)}"
            for node, own in filling.matched_by_name
            if _is_near(node, own)
        ],
    )
    yield from _listed(
        _("{count} kode sama dengan nama lain; nama di data Anda dibiarkan:"),
        [f"{_name(node)} ({_row(node.place)}); {own.name}" for node, own in filling.renamed],
    )
    yield from _listed(
        _("{count} rincian yang di data Anda tidak dirinci, terhitung pada induknya:"),
        [f"{_name(node)} ({_row(node.place)}): {own.name}" for node, own in filling.rolled_up],
    )
    yield from _listed(
        _("{count} baris ekspor tanpa pasangan, tidak diisi:"),
        [f"{_name(rest.node)} ({_row(rest.node.place)}): {rest.reason}" for rest in filling.unmatched],
    )
    yield from _listed(
        _("{count} baris data Anda tanpa pasangan, dibiarkan:"),
        [f"{_own(missing.node)}: {missing.reason}" for missing in filling.missing],
    )
    yield from _sums(export, filling, before)


def _head(file: str, export: SpendingExport, filling: Filling) -> Iterator[str]:
    yield _("{file}, lembar {sheet}, tahun anggaran {year}").format(file=file, sheet=export.sheet, year=export.year)
    for columns in export.columns:
        word = measure_word(columns.measure.value)
        yield "  " + _("{word}: kolom {columns}").format(word=word, columns=_columns(columns))
    agency = stated_agency(export)
    yield "  " + (
        _("perangkat daerah: {name}").format(name=agency)
        if agency
        else _("perangkat daerahnya tidak tertulis; pastikan ini ekspor instansi Anda")
    )
    if export.scale > 1:
        factor = write_rupiah(Fraction(export.scale))
        yield "  " + _("satuan: setiap angka dikalikan {factor}; jumlahnya tidak lebih teliti dari itu").format(
            factor=factor
        )
    count, named = filling.matched, len(filling.matched_by_name)
    text = ngettext("{count} baris cocok", "{count} baris cocok", count).format(count=count)
    yield text + (_(", {count} di antaranya menurut nama.").format(count=named) if named else ".")


def _columns(columns: MoneyColumns) -> str:
    letters = "+".join(cell_name(1, column)[:-1] for column in columns.columns)
    labels = [label for label in columns.labels if label]
    return f"{letters} ({', '.join(labels)})" if labels and len(columns.columns) > 1 else letters


def _changes(filling: Filling, year: int) -> Iterator[str]:
    count = len(filling.changes)
    overwritten = sum(change.overwrites for change in filling.changes)
    if count:
        text = ngettext("{count} isian berubah", "{count} isian berubah", count).format(count=count)
        if overwritten:
            text += _(", {count} di antaranya menimpa isian lama (bertanda *)").format(count=overwritten)
        yield text + ":"
    shown = None
    for change in filling.changes:
        if change.node.id != shown:
            yield f"  {_own(change.node)} ({_row(change.place)})"
            shown = change.node.id
        mark = "*" if change.overwrites else " "
        yield f"   {mark}{_word(change.measure, year)}: {_shown(change.before)} → {_shown(change.after)}"
    if filling.equal:
        text = ngettext("{count} isian sudah sama.", "{count} isian sudah sama.", filling.equal)
        yield text.format(count=filling.equal)


def _cut_off(filling: Filling, export: SpendingExport) -> Iterator[str]:
    if filling.cut_off is None or export.cut_off is None:
        return
    before, after = filling.cut_off
    text = _("{mark}realisasi {year} dihitung sampai: {before} → {after} ({row})").format(
        mark="*" if before else "",
        year=export.year,
        before=_day(before),
        after=_day(after),
        row=_row(export.cut_off[1]),
    )
    if before is not None and after < before:
        text += _("; ekspor ini lebih lama daripada isian di data Anda")
    yield text


def _day(day: date | None) -> str:
    return _("belum ada") if day is None else write_date(day)


def _sums(export: SpendingExport, filling: Filling, before: PerformanceRecord) -> Iterator[str]:
    total, was = (total_spending(record, export.year) for record in (filling.record, before))
    yield _("Jumlah tahun {year}:").format(year=export.year)
    for measure in MEASURES:
        stated = getattr(export.total.money, measure) if export.total else None
        after, earlier = getattr(total, measure).value, getattr(was, measure).value
        parts = [_("data Anda {before} → {after}").format(before=_sum(earlier), after=_sum(after))]
        if stated is not None and export.total:
            row = _row(export.total.place)
            parts.append(_("ekspor {stated} ({row})").format(stated=write_rupiah(Fraction(stated)), row=row))
            if not isinstance(after, Uncomputable):
                gap = Fraction(stated) - after
                parts.append(_("sama") if not gap else _("selisih {gap}").format(gap=write_rupiah(gap)))
        yield f"  {_word(measure)}: " + "; ".join(parts)


def _sum(value: Fraction | Uncomputable) -> str:
    return _("belum ada jumlahnya") if isinstance(value, Uncomputable) else write_rupiah(value)


def _listed(title: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield title.format(count=len(lines))
        yield from (f"  {line}" for line in lines)


def _word(measure: str, year: int | None = None) -> str:
    word = _("kode") if measure == "code" else measure_word(measure)
    return word if year is None or measure == "code" else f"{word} {year}"


def _shown(value: Decimal | str | None) -> str:
    if value is None or value == "":
        return _("belum ada")
    return value if isinstance(value, str) else write_rupiah(Fraction(value))


def _money(node: ExportNode) -> str:
    return ", ".join(f"{_word(measure)} {_shown(getattr(node.money, measure))}" for measure in MEASURES)


def _is_near(node: ExportNode, own: BudgetNode) -> bool:
    return canonical(node.name, KINDS[own.level]) != canonical(own.name, KINDS[own.level])


def _level(node: ExportNode) -> str:
    return {0: _("Program"), 1: _("Kegiatan"), 2: _("Subkegiatan")}[_depth(node.code)]


def _depth(code: str) -> int:
    above = parent_of(code)
    return 0 if not above else 1 + _depth(above)


def _name(node: ExportNode) -> str:
    return " ".join(f"{node.code} {node.name}".split())


def _own(node: BudgetNode) -> str:
    return " ".join(f"{node.code or node.id} {node.name}".split())


def _row(place: Place) -> str:
    return _("baris {row}").format(row=place.cell.partition(":")[0])

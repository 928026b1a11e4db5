"""`saksama pull`: texts that were edited in the report's Word file, back into the workbook; figures only listed."""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from tempfile import TemporaryDirectory

from saksama.commands.console import say
from saksama.commands.edited_fields import Edit, Written, edits_of, printed_lines, written_fields
from saksama.commands.failure import Failure
from saksama.commands.outputs import check_outputs, write_all
from saksama.commands.reading import load
from saksama.commands.saved import RECORD_SUFFIXES, not_written, record_files
from saksama.commands.years import chosen_year
from saksama.compose.kinds import kind_named
from saksama.compose.request import Request
from saksama.documents.document import Document, Heading, blocks
from saksama.documents.hand_edits import ChangedFigure, ChangedWords, HandEdit, hand_edits
from saksama.documents.readers.read import read_document
from saksama.documents.readers.unreadable import UnreadableFileError
from saksama.documents.readers.word.content_controls import written_controls
from saksama.documents.writers.docx.write import write
from saksama.exchange.problem import Problem, Severity, describe
from saksama.kernel.indicator import NarrativePart
from saksama.kernel.own_words import OwnWords, own_words, with_words
from saksama.kernel.record import Arrangement, PerformanceRecord, ReportPart
from saksama.language.messages import _, ngettext

_LONGEST_SHOWN = 70


def pull(edited: Path, source: Path, output: Path | None, *, year: int | None, force: bool) -> int:
    """Show which texts and figures were edited, and write the texts to `output` where there is one."""
    places = () if output is None else check_outputs([output], suffixes=RECORD_SUFFIXES, source=source)
    if places and places[0].exists() and not force:
        raise Failure(_("{path} sudah ada. Pilih nama lain, atau timpa dengan --force.").format(path=output))
    record = load(source, refuses_questions=output is not None)
    reported = chosen_year(record, year)
    try:
        controls = written_controls(edited)
        copy = read_document(edited)
    except UnreadableFileError as error:
        raise Failure(
            describe(Problem(Severity.ERROR, error.place, error.found, error.expected, error.remedy))
        ) from error
    made, as_read = _made(record, reported, copy)
    written = written_fields(controls, made)
    if not written:
        raise Failure(
            _(
                "{path} tidak memuat isian dari laporan tahun {year}. Pakailah berkas Word yang dibuat dengan saksama "
                "report, atau sebut tahunnya dengan --year."
            ).format(path=edited, year=reported)
        )
    composed = printed_lines(made)
    known = [words for words in own_words(record, reported) if words.name in composed]
    edits = tuple(edits_of(known, written, composed))
    lines = [line for field in written.values() for line in field.lines]
    lines += [line for name in composed for line in composed[name]]
    changes = hand_edits(copy, as_read, own_words=lines)
    _show(edits, [change for change in changes if isinstance(change, ChangedFigure)])
    _show_left([*_left(known, written), *map(_told_words, _words_of(changes))])
    if not edits:
        say(_("Tidak ada naskah yang berubah; buku kerja tidak perlu diperbarui."))
        return 0
    if output is None:
        say(not_written(source, "data-baru"))
        return 0
    sys.stdout.flush()  # before anything is made: if the list cannot be shown, nothing is made either
    for edit in edits:
        record = with_words(record, edit.words.name, edit.text)
    write_all(record_files(record, places[0]))
    say(_("Dibuat: {path}").format(path=output))
    return 0


def _left(known: Iterable[OwnWords], written: Mapping[str, Written]) -> Iterator[str]:
    """What of the fields cannot come back."""
    for words in known:
        field, title = written.get(words.name), _title(words)
        if field is None:
            yield _("{title}: isiannya tidak ada lagi di Word; naskah buku kerja tetap").format(title=title)
            continue
        if field.is_doubled:
            yield _("{title}: isiannya lebih dari satu dan berbeda; sisakan satu: “{text}”").format(
                title=title, text="” / “".join(_short(line) for line in field.lines)
            )
        if field.has_others:
            yield _("{title}: tabel, gambar, rumus, atau catatan kaki di dalamnya; hanya teksnya yang diambil").format(
                title=title
            )


def _made(record: PerformanceRecord, year: int, copy: Document) -> tuple[Document, Document]:
    """The report as composed and as read, in the arrangement whose headings are more like those of the copy."""
    own = record.settings.arrangement
    found = []
    for arrangement in (own, *(other for other in Arrangement if other is not own)):
        made = kind_named("lkjip").compose(Request(record, year, arrangement=arrangement))
        as_read = _as_read(made)
        likeness = SequenceMatcher(None, _headings(as_read), _headings(copy), autojunk=False).ratio()
        found.append((likeness, made, as_read))
        if likeness == 1:
            break
    return max(found, key=lambda one: one[0])[1:]


def _headings(document: Document) -> list[str]:
    return [block.text for block in blocks(document) if isinstance(block, Heading)]


def _as_read(made: Document) -> Document:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "report.docx"
        path.write_bytes(write(made))
        return read_document(path)


def _show(edits: Sequence[Edit], figures: Sequence[ChangedFigure]) -> None:
    if edits:
        say(ngettext("{count} naskah berubah:", "{count} naskah berubah:", len(edits)).format(count=len(edits)))
        for edit in edits:
            say(f"  {_title(edit.words)}")
            say("    " + _("sebelum: {text}").format(text=_short(edit.words.text) or _("belum diisi")))
            say("    " + _("sesudah: {text}").format(text=_short(edit.text) or _("dihapus")))
    if figures:
        count = len(figures)
        say(
            ngettext(
                "{count} angka diubah di Word; angka buku kerja tetap. Perbaiki sumbernya, atau buat ulang laporannya:",
                "{count} angka diubah di Word; angka buku kerja tetap. Perbaiki sumbernya, atau buat ulang laporannya:",
                count,
            ).format(count=count)
        )
        for figure in figures:
            say("  " + _told(figure))


def _words_of(changes: Iterable[HandEdit]) -> Iterator[ChangedWords]:
    return (change for change in changes if isinstance(change, ChangedWords))


def _show_left(left: Sequence[str]) -> None:
    if left:
        count = len(left)
        say(
            ngettext(
                "{count} suntingan tidak dapat diambil; yang di luar isian diubah di sumbernya:",
                "{count} suntingan tidak dapat diambil; yang di luar isian diubah di sumbernya:",
                count,
            ).format(count=count)
        )
        for line in left:
            say(f"  {line}")


def _told_words(change: ChangedWords) -> str:
    if not change.written and not change.made:
        return _("{table}: ditambah, dihapus, atau berubah bentuk; angkanya tidak dibandingkan").format(
            table=change.table or _("tabel tanpa nomor")
        )
    place = f"{change.table}: " if change.table else ""
    if not change.written:
        return place + _("dihapus “{text}”").format(text=change.made)
    if not change.made:
        return place + _("ditambah “{text}”").format(text=change.written)
    return place + _("“{made}” menjadi “{written}”").format(made=change.made, written=change.written)


def _title(words: OwnWords) -> str:
    part = {
        ReportPart.FOREWORD: _("Kata pengantar"),
        ReportPart.SUMMARY: _("Ikhtisar eksekutif"),
        ReportPart.CONCLUSION: _("Kesimpulan"),
        ReportPart.IMPROVEMENT: _("Langkah perbaikan"),
        NarrativePart.CAUSE: _("Penyebab"),
        NarrativePart.OBSTACLE: _("Hambatan"),
        NarrativePart.SOLUTION: _("Solusi"),
        NarrativePart.FOLLOW_UP: _("Tindak lanjut"),
    }[words.part]
    return f"{words.indicator}: {part}" if words.indicator else part


def _told(figure: ChangedFigure) -> str:
    written, made = figure.written or _("tidak ada"), figure.made or _("tidak ada")
    if figure.sentence:
        return _("kalimat “{sentence}”: di Word {written}, dari data {made}").format(
            sentence=figure.sentence, written=written, made=made
        )
    return _("{table}, baris “{row}”, kolom “{column}”: di Word {written}, dari data {made}").format(
        table=figure.table, row=figure.row, column=figure.column, written=written, made=made
    )


def _short(text: str) -> str:
    line = " / ".join(text.split("\n"))
    return line if len(line) <= _LONGEST_SHOWN else line[: _LONGEST_SHOWN - 1] + "…"

"""`saksama pull`: texts that were edited in the report's Word file, back into the workbook; figures only listed."""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from saksama.commands.console import say
from saksama.commands.failure import Failure
from saksama.commands.outputs import check_outputs, write_all
from saksama.commands.reading import load
from saksama.commands.saved import RECORD_SUFFIXES, record_files
from saksama.commands.years import chosen_year
from saksama.compose.kinds import kind_named
from saksama.compose.ledger import GAP
from saksama.compose.request import Request
from saksama.documents.content_controls import control_tag
from saksama.documents.document import Document, Text, blocks, inlines
from saksama.documents.hand_edits import ChangedFigure, changed_figures
from saksama.documents.readers.read import read_document
from saksama.documents.readers.unreadable import UnreadableFileError
from saksama.documents.readers.word.content_controls import Control, written_controls
from saksama.documents.writers.docx.write import write
from saksama.exchange.problem import Problem, Severity, describe
from saksama.kernel.indicator import NarrativePart
from saksama.kernel.own_words import OwnWords, own_words, with_words
from saksama.kernel.record import ReportPart
from saksama.language.messages import _, ngettext

_LONGEST_SHOWN = 70


@dataclass(frozen=True, slots=True)
class _Edit:
    words: OwnWords
    text: str


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
    made = kind_named("lkjip").compose(Request(record, reported))
    written = _written(controls, made)
    if not written:
        raise Failure(
            _(
                "{path} tidak memuat isian dari laporan tahun {year}. Pakailah berkas Word yang dibuat dengan saksama "
                "report, atau sebut tahunnya dengan --year."
            ).format(path=edited, year=reported)
        )
    edits = tuple(_edits(own_words(record, reported), written, _joined(_printed(made))))
    figures = changed_figures(copy, _as_read(made), edited=[edit.text for edit in edits])
    _show(edits, figures)
    if not edits:
        say(_("Tidak ada naskah yang berubah; buku kerja tidak perlu diperbarui."))
        return 0
    if output is None:
        say(_("Belum ada yang ditulis. Tambahkan -o data-baru.xlsx untuk menyimpan hasilnya."))
        return 0
    sys.stdout.flush()  # before anything is made: if the list cannot be shown, nothing is made either
    for edit in edits:
        record = with_words(record, edit.words.name, edit.text)
    write_all(record_files(record, places[0]))
    say(_("Dibuat: {path}").format(path=output))
    return 0


def _printed(made: Document) -> Iterator[tuple[str, str]]:
    """The fields that the report prints, in its order, each line of one for itself; a gap is ""."""
    for block in blocks(made):
        for inline in inlines(block):
            if isinstance(inline, Text) and inline.field:
                yield inline.field, "" if inline.gap else inline.text


def _joined(lines: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for name, text in lines:
        found.setdefault(name, []).append(text)
    return {name: "\n".join(part for part in parts if part) for name, parts in found.items()}


def _written(controls: Sequence[Control], made: Document) -> dict[str, str]:
    """What the copy has for each field: by the tags or, where a program dropped them all, by the order."""
    printed = list(_printed(made))
    names = {control_tag(name): name for name, _text in printed}
    tagged = [(names[control.tag], control.text) for control in controls if control.tag in names]
    if not tagged and len(controls) == len(printed) and not any(control.tag for control in controls):
        pairs = zip(printed, controls, strict=True)
        tagged = [(name, "" if control.text == GAP else control.text) for (name, _text), control in pairs]
    return _joined(tagged)


def _edits(known: Iterable[OwnWords], written: Mapping[str, str], composed: Mapping[str, str]) -> Iterator[_Edit]:
    for words in known:
        if words.name not in written or words.name not in composed:
            continue
        text = "\n".join(line.strip() for line in written[words.name].split("\n") if line.strip())
        if " ".join(text.split()) != " ".join(composed[words.name].split()):
            yield _Edit(words, text)


def _as_read(made: Document) -> Document:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "report.docx"
        path.write_bytes(write(made))
        return read_document(path)


def _show(edits: tuple[_Edit, ...], figures: tuple[ChangedFigure, ...]) -> None:
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

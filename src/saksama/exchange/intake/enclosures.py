"""Rows → what is put into a report as it is: the pictures on their sheet, and the PDF files beside the workbook."""

import re
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from saksama.documents.readers.pdf.opening import opened
from saksama.documents.readers.picture_size import PictureKind, picture_kind
from saksama.documents.readers.spreadsheet_cells import Sheet as Tab
from saksama.documents.readers.spreadsheet_cells import SheetPicture, cell_name
from saksama.documents.readers.unreadable import UnreadableFileError
from saksama.exchange.intake.activities import year_of
from saksama.exchange.intake.rows import Codes, FilledRow
from saksama.exchange.problem import Problems
from saksama.kernel.activities import BoundAttachment, Picture
from saksama.kernel.provenance import Place
from saksama.language.messages import _

MAXIMUM_PICTURE_BYTES = 20 * 2**20
MAXIMUM_PIXELS = 50_000_000
MAXIMUM_ATTACHMENT_BYTES = 50 * 2**20
MAXIMUM_ATTACHED_BYTES = 200 * 2**20
_MB = 2**20


def read_pictures(
    rows: Sequence[FilledRow], tab: Tab | None, years: range, *, codes: tuple[Codes, Codes], problems: Problems
) -> tuple[Picture, ...]:
    """The pictures, each with the row that its upper left corner lies in.

    `codes` are those of the plan and those of the budget.
    """
    lying: dict[int, list[SheetPicture]] = {}
    for picture in tab.pictures if tab else ():
        lying.setdefault(picture.row, []).append(picture)
    found: list[Picture] = []
    for row in rows:
        year, caption = year_of(row, years, problems), row.required_text("caption", problems)
        subject = _subject(row, codes, problems)
        own = lying.pop(row.number, [])
        if not own:
            said = _("judul tanpa gambar di barisnya, yang tidak dibaca")
            remedy = _("Tempelkan gambarnya dengan sudut kiri atas di baris ini")
            problems.question(row.at("picture"), said, _("satu gambar PNG atau JPEG"), remedy)
        for extra in own[1:]:
            said = _("gambar kedua di baris ini, yang tidak dibaca")
            remedy = _("Geser sudut kiri atasnya ke baris lain, dan beri judul")
            problems.question(_at(row.place.sheet, extra), said, _("satu gambar di setiap baris"), remedy)
        kind = _kind(row.place.sheet, own[0], problems) if own else None
        if kind and year is not None and caption:
            content = own[0].content
            found.append(Picture(year, caption, kind.media_type, content, kind.width, kind.height, subject))
    for left in (picture for pictures in lying.values() for picture in pictures):
        said = _("gambar tanpa tahun dan judul di barisnya, yang tidak dibaca")
        remedy = _("Isi tahun dan judulnya, atau geser sudut kiri atasnya ke baris yang dimaksud")
        problems.question(_at(tab.name if tab else "", left), said, _("baris dengan judul gambar"), remedy)
    return tuple(found)


def _at(sheet: str, picture: SheetPicture) -> Place:
    return Place(sheet=sheet, cell=cell_name(picture.row, picture.column))


def _kind(sheet: str, picture: SheetPicture, problems: Problems) -> PictureKind | None:
    """The kind of a picture that can be printed; `None` with an error for every other."""
    kind, size = picture_kind(picture.content), len(picture.content)
    expected = _("gambar PNG atau JPEG, paling besar {size} MB dan {pixels} juta piksel").format(
        size=MAXIMUM_PICTURE_BYTES // _MB, pixels=MAXIMUM_PIXELS // 10**6
    )
    if kind is None:
        found = _("gambar yang bukan PNG atau JPEG")
    elif size > MAXIMUM_PICTURE_BYTES:
        found = _("gambar sebesar {size} MB").format(size=size // _MB)
    elif kind.width * kind.height > MAXIMUM_PIXELS:
        found = _("gambar berukuran {width} × {height} piksel").format(width=kind.width, height=kind.height)
    else:
        return kind
    problems.error(_at(sheet, picture), found, expected, _("Perkecil, atau simpan sebagai JPEG lalu tempelkan lagi"))
    return None


def _subject(row: FilledRow, codes: tuple[Codes, Codes], problems: Problems) -> str:
    entry = row.entries.get("subject")
    if entry is None:
        return ""
    written = str(entry.value)
    known = [code for each in codes if (code := each.known(written))]
    if known:
        return written if written in known else known[0]
    return codes[0].resolve(entry, _("Sasaran, Indikator, Output atau Anggaran"), problems)


def read_attachments(
    rows: Sequence[FilledRow], folder: Path, years: range, problems: Problems
) -> tuple[BoundAttachment, ...]:
    """The PDF files that the rows name, from the workbook's folder and below it only."""
    found: list[BoundAttachment] = []
    total = 0
    for row in rows:
        year, title = year_of(row, years, problems), row.required_text("title", problems)
        name = row.required_text("file", problems).replace("\\", "/")
        if not name or (path := _path(row, name, folder, problems)) is None:
            continue
        content = _content(row, path, problems)
        if content is None or year is None or not title:
            continue
        total += len(content)
        if total > MAXIMUM_ATTACHED_BYTES:
            said = _("lampiran yang seluruhnya lebih dari {size} MB").format(size=MAXIMUM_ATTACHED_BYTES // _MB)
            problems.error(row.at("file"), said, _("lampiran yang lebih kecil"), _("Perkecil berkas PDF-nya"))
            break
        place = Place(file=name, sheet=row.place.sheet, cell=row.at("file").cell)
        found.append(BoundAttachment(year, title, content, place))
    return tuple(found)


def _path(row: FilledRow, name: str, folder: Path, problems: Problems) -> Path | None:
    """Where a named file is; `None` with a problem where it is not below the folder."""
    expected = _("nama berkas PDF di folder buku kerja, misalnya {example}").format(example="lampiran/PK 2025.pdf")
    parts = PurePosixPath(name).parts
    is_outside = name.startswith("/") or ".." in parts or re.match("[A-Za-z]:|~", name) or "\0" in name
    try:
        path = folder.joinpath(*parts)
        is_outside = is_outside or not path.resolve().is_relative_to(folder.resolve())
        is_file = not is_outside and path.is_file()
    except (OSError, ValueError, RuntimeError):  # a name too long, a loop of links
        is_file = False
    if is_outside:
        said = _('"{name}", di luar folder buku kerja').format(name=name)
        remedy = _("Salin berkasnya ke folder buku kerja, lalu tulis namanya saja")
        problems.error(row.at("file"), said, expected, remedy)
        return None
    if not is_file:
        said = _('"{name}", yang tidak ada di folder buku kerja, sehingga tidak dijilid').format(name=name)
        remedy = _("Letakkan berkasnya di sana, atau perbaiki namanya")
        problems.question(row.at("file"), said, expected, remedy)
        return None
    return path


def _content(row: FilledRow, path: Path, problems: Problems) -> bytes | None:
    """The content of a PDF that can be opened; `None` with an error for every other file."""
    try:
        size = path.stat().st_size
        if size > MAXIMUM_ATTACHMENT_BYTES:
            said = _("berkas sebesar {size} MB").format(size=size // _MB)
            limit = _("paling besar {size} MB").format(size=MAXIMUM_ATTACHMENT_BYTES // _MB)
            problems.error(row.at("file"), said, limit, _("Perkecil berkas PDF-nya"))
            return None
        with opened(path):
            return path.read_bytes()
    except UnreadableFileError as error:
        problems.error(row.at("file"), error.found, error.expected, error.remedy)
    except OSError as error:
        said = _("berkas tidak dapat dibuka ({reason})").format(reason=error.strerror or type(error).__name__)
        problems.error(row.at("file"), said, _("berkas PDF yang dapat dibuka"), _("Periksa nama dan hak aksesnya"))
    return None

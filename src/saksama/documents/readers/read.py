"""The readers, and which of them reads a file: chosen by the suffix of its name, checked against its content."""

import stat
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from saksama.documents.document import Document
from saksama.documents.readers.file_kind import FileKind, kind_of, name_of
from saksama.documents.readers.office_package import MAXIMUM_FILE_BYTES
from saksama.documents.readers.unreadable import UnreadableFileError
from saksama.kernel.provenance import Place
from saksama.language.messages import _


@dataclass(frozen=True, slots=True)
class Reader:
    """A format that can be read: the suffixes of its files, what their content is, and the function that reads one."""

    suffixes: tuple[str, ...]
    kinds: tuple[FileKind, ...]
    read: Callable[[Path], Document]


def _of(module: str) -> Callable[[Path], Document]:
    """The function `read` of a module, imported when a file needs it: no run reads every format."""

    def read(path: Path) -> Document:
        document: Document = import_module(f"saksama.documents.readers.{module}").read(path)
        return document

    return read


# What is neither is perhaps UTF-16: the readers of text look closer.
_TEXT = (FileKind.TEXT, FileKind.DELIMITED_TEXT, FileKind.UNKNOWN)

READERS: tuple[Reader, ...] = (
    Reader((".docx", ".docm", ".dotx", ".dotm"), (FileKind.WORD,), _of("word.read")),
    Reader((".pdf",), (FileKind.PDF,), _of("pdf.read")),
    Reader((".xlsx", ".xlsm", ".xltx", ".xltm"), (FileKind.WORKBOOK,), _of("workbook_document")),
    Reader((".html", ".htm", ".xhtml"), (FileKind.WEB_PAGE, FileKind.XML, *_TEXT), _of("html")),
    # A text may speak of HTML or begin with a tag: Markdown knows tags.
    Reader((".txt", ".text", ".md", ".markdown"), (*_TEXT, FileKind.WEB_PAGE), _of("plain")),
)


def suffixes() -> tuple[str, ...]:
    """The suffixes of the files that can be read."""
    return tuple(suffix for reader in READERS for suffix in reader.suffixes)


def read_document(path: Path) -> Document:
    """Read a file of any of the formats.

    Raises `UnreadableFileError` where no reader takes its suffix, where its content is something else than its name
    says, and where its reader refuses it.
    """
    suffix = path.suffix.lower()
    reader = next((reader for reader in READERS if suffix in reader.suffixes), None)
    place = Place(file=str(path))
    if reader is None:
        known = ", ".join(reader.suffixes[0] for reader in READERS)
        found = _("berkas dengan akhiran nama {suffix}").format(suffix=suffix or "''")
        remedy = _("Simpan dokumennya dalam salah satu bentuk itu")
        raise UnreadableFileError(place, found, _("salah satu dari {suffixes}").format(suffixes=known), remedy)
    kind = _kind(path)
    if kind is FileKind.EMPTY:
        remedy = _("Salin atau unduh lagi berkasnya")
        raise UnreadableFileError(place, name_of(kind), name_of(reader.kinds[0]), remedy)
    if kind is not None and kind not in reader.kinds and kind not in _LEFT_TO_READERS:
        found = _("{what}, walaupun namanya berakhiran {suffix}").format(what=name_of(kind), suffix=suffix)
        raise UnreadableFileError(place, found, name_of(reader.kinds[0]), _remedy(kind))
    return reader.read(path)


_LEFT_TO_READERS = (FileKind.DAMAGED_ZIP, FileKind.PROTECTED_OFFICE)
"""Of these each reader says what to do in its own program."""


def _kind(path: Path) -> FileKind | None:
    """What the file is; `None` where its reader must say what is wrong with it, or it is too large to be looked at."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode) or status.st_size > MAXIMUM_FILE_BYTES:
            return None
        return kind_of(path.read_bytes())
    except (OSError, ValueError):
        return None


def _remedy(kind: FileKind) -> str:
    match kind:
        case FileKind.WORD | FileKind.WORKBOOK | FileKind.PDF | FileKind.WEB_PAGE | FileKind.TEXT:
            return _("Ganti akhiran namanya sesuai dengan isinya")
        case FileKind.OLD_WORD | FileKind.OPEN_TEXT | FileKind.RICH_TEXT:
            return _("Buka dengan Word atau LibreOffice, lalu pilih Simpan Sebagai .docx")
        case FileKind.OLD_WORKBOOK | FileKind.BINARY_WORKBOOK | FileKind.XML_WORKBOOK | FileKind.OPEN_WORKBOOK:
            return _("Buka dengan Excel, WPS Office atau LibreOffice, lalu pilih Simpan Sebagai .xlsx")
        case FileKind.ZIP | FileKind.OTHER_ARCHIVE:
            return _("Ekstrak arsip itu dahulu, lalu sebutkan dokumen di dalamnya")
        case _:
            return _("Simpan dokumennya dalam salah satu bentuk yang dapat dibaca: docx, pdf, xlsx, html, txt, md")

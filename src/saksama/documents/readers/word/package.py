"""The file of a Word document: which files are one, and what to say of those that are not."""

from pathlib import Path
from typing import NoReturn

from saksama.documents.readers.file_kind import FileKind, kind_of, name_of
from saksama.documents.readers.office_package import FileWords, Package, open_archive, read_bytes
from saksama.documents.readers.unreadable import UnreadableFileError
from saksama.kernel.provenance import Place
from saksama.language.messages import _

MAXIMUM_NESTING = 1_000
"""Of elements. Tables fifty deep stand some 170 elements deep; nothing in the readers calls itself for a level."""

MAIN_PART = "word/document.xml"


def document_words() -> FileWords:
    """How messages speak of a Word document, in the language in use."""
    return FileWords(
        program="Word",
        expected=_("dokumen Word (.docx)"),
        intact=_("dokumen Word (.docx) yang utuh"),
        reasonable=_("isi yang wajar untuk dokumen Word"),
        save_anew=_("Buka dengan Word, lalu pilih Simpan Sebagai dokumen .docx yang baru"),
        split=_("Pecah menjadi beberapa dokumen yang lebih kecil"),
        shrink=_("Perkecil gambar-gambarnya (Kompres Gambar), lalu simpan lagi"),
    )


def open_document(path: Path) -> Package:
    """The parts of the Word document at `path`. Raises `UnreadableFileError` where it is something else."""
    words = document_words()
    content = read_bytes(path, words)
    kind = kind_of(content)
    package = open_archive(path, content, words, nesting=MAXIMUM_NESTING) if kind is FileKind.WORD else None
    if package is None:
        _refuse(path, FileKind.DAMAGED_ZIP if kind is FileKind.WORD else kind)
    return package


def main_part(package: Package) -> str:
    """The part that holds the text."""
    parts = package.relationships("")
    return next((part for kind, part in parts.values() if kind == "officeDocument" and package.has(part)), MAIN_PART)


def _refuse(path: Path, kind: FileKind) -> NoReturn:
    raise UnreadableFileError(Place(file=str(path)), name_of(kind), document_words().expected, _remedy(kind))


def _remedy(kind: FileKind) -> str:
    match kind:
        case FileKind.EMPTY | FileKind.DAMAGED_ZIP:
            return _("Salin atau unduh lagi berkasnya, lalu pastikan Word dapat membukanya")
        case FileKind.PROTECTED_OFFICE:
            return _("Buka dengan Word, hapus kata sandinya (Berkas > Info > Proteksi Dokumen), lalu simpan lagi")
        case FileKind.OLD_WORD | FileKind.OPEN_TEXT | FileKind.RICH_TEXT:
            return _("Buka dengan Word atau LibreOffice, lalu pilih Simpan Sebagai .docx")
        case _:
            return _("Periksa apakah akhiran nama berkas sesuai dengan isinya")

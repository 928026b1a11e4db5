"""The file of a workbook: which files are one, and what its elements are called."""

from pathlib import Path
from typing import NoReturn

from saksama.documents.readers.file_kind import FileKind, kind_of, name_of
from saksama.documents.readers.office_package import FileWords, Package, open_archive, read_bytes
from saksama.documents.readers.unreadable import UnreadableFileError
from saksama.kernel.provenance import Place
from saksama.language.messages import _

_SUFFIXES = (".xlsx", ".xlsm", ".xltx", ".xltm", "")

NAMESPACES = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)


def workbook_words() -> FileWords:
    """How messages speak of a workbook, in the language in use."""
    return FileWords(
        program="Excel",
        expected=_("buku kerja Excel (.xlsx)"),
        intact=_("buku kerja Excel (.xlsx) yang utuh"),
        reasonable=_("isi yang wajar untuk buku kerja"),
        save_anew=_("Buka dengan Excel, lalu pilih Simpan Sebagai buku kerja .xlsx yang baru"),
        split=_("Pecah menjadi beberapa buku kerja yang lebih kecil"),
        shrink=_("Hapus gambar dan lembar yang tidak perlu, lalu simpan lagi"),
    )


def open_package(path: Path) -> Package:
    """The parts of the workbook at `path`. Raises `UnreadableFileError` where it is something else."""
    content = read_bytes(path, workbook_words())
    kind = kind_of(content)
    if kind is not FileKind.WORKBOOK:
        _refuse(path, kind)
    if path.suffix.lower() not in _SUFFIXES:
        found = _("buku kerja Excel dengan akhiran nama {suffix}").format(suffix=path.suffix)
        remedy = _("Ganti akhiran namanya menjadi .xlsx bila memang berkas ini yang dimaksud")
        raise UnreadableFileError(Place(file=str(path)), found, _("akhiran nama .xlsx"), remedy)
    package = open_archive(path, content, workbook_words())
    if package is None:
        _refuse(path, FileKind.DAMAGED_ZIP)
    return package


def _refuse(path: Path, kind: FileKind) -> NoReturn:
    found = name_of(kind)
    suffix = path.suffix.lower()
    if suffix in _SUFFIXES and suffix:
        found = _("{what}, walaupun namanya berakhiran {suffix}").format(what=found, suffix=suffix)
    raise UnreadableFileError(Place(file=str(path)), found, workbook_words().expected, _remedy(kind))


def _remedy(kind: FileKind) -> str:
    match kind:
        case FileKind.EMPTY | FileKind.DAMAGED_ZIP:
            return _("Salin atau unduh lagi berkasnya, lalu pastikan Excel dapat membukanya")
        case FileKind.PROTECTED_OFFICE:
            return _("Buka dengan Excel, hapus kata sandinya (Berkas > Info > Proteksi), lalu simpan lagi")
        case (
            FileKind.OLD_WORKBOOK
            | FileKind.BINARY_WORKBOOK
            | FileKind.XML_WORKBOOK
            | FileKind.OPEN_WORKBOOK
            | FileKind.WEB_PAGE
            | FileKind.DELIMITED_TEXT
        ):
            return _("Buka dengan Excel, WPS Office atau LibreOffice, lalu pilih Simpan Sebagai .xlsx")
        case FileKind.ZIP | FileKind.OTHER_ARCHIVE:
            return _("Ekstrak arsip itu dahulu, lalu sebutkan buku kerja di dalamnya")
        case _:
            return _("Pilih berkas buku kerjanya; isi dokumen lain dapat disalin ke dalam buku kerja dengan Excel")


def element_names(*names: str) -> dict[str, str]:
    """The full names of workbook elements, in both editions of the standard, with their short ones."""
    return {f"{namespace} {name}": name for namespace in NAMESPACES for name in names}

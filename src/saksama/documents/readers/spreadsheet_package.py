"""The parts of a workbook file, unpacked and parsed within limits, so that no file can exhaust the machine."""

import io
import posixpath
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn
from urllib.parse import unquote
from xml.parsers import expat

from saksama.documents.readers.file_kind import FileKind, kind_of, name_of
from saksama.documents.readers.unreadable import UnreadableFileError
from saksama.kernel.provenance import Place
from saksama.language.messages import _

MAXIMUM_FILE_BYTES = 50 * 2**20
MAXIMUM_UNPACKED_BYTES = 300 * 2**20
MAXIMUM_RATIO = 200
"""Unpacked bytes for each packed byte. Real workbooks stay below 60; deflate itself ends at 1032."""
RATIO_COUNTS_FROM_BYTES = 10 * 2**20
MAXIMUM_PARTS = 10_000
MAXIMUM_NESTING = 64
MAXIMUM_TAG_BYTES = 2**20
"""The longest tag or comment. The parser reads an unfinished one again from its start with every piece it is given."""

_CHUNK_BYTES = 2**16
_SUFFIXES = (".xlsx", ".xlsm", ".xltx", ".xltm", "")
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError, IndexError)

NAMESPACES = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
RELATIONSHIPS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)


def read_bytes(path: Path) -> bytes:
    """The whole file. Raises `UnreadableFileError`."""
    place = Place(file=str(path))
    expected = _expected()
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise UnreadableFileError(place, _("sebuah folder"), expected, _("Sebutkan berkas di dalam folder itu"))
        if not stat.S_ISREG(mode):
            found = _("perangkat atau saluran, bukan berkas")
            raise UnreadableFileError(place, found, expected, _("Sebutkan nama berkas yang tersimpan"))
        with path.open("rb") as file:
            content = file.read(MAXIMUM_FILE_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        remedy = _("Periksa nama dan foldernya; nama berkas harus ditulis lengkap dengan akhirannya")
        raise UnreadableFileError(place, _("tidak ada berkas dengan nama ini"), expected, remedy) from None
    except PermissionError:
        remedy = _("Tutup program yang sedang membuka berkas ini, atau mintalah izin membacanya")
        raise UnreadableFileError(place, _("berkas ini tidak boleh dibaca"), expected, remedy) from None
    except (OSError, ValueError) as error:
        found = _("berkas ini gagal dibaca ({reason})").format(reason=error)
        raise UnreadableFileError(place, found, expected, _("Salin berkas ke komputer ini, lalu ulangi")) from None
    if len(content) > MAXIMUM_FILE_BYTES:
        limit = _("berkas paling besar {size} MB").format(size=MAXIMUM_FILE_BYTES // 2**20)
        found = _("berkas yang lebih besar dari itu")
        raise UnreadableFileError(place, found, limit, _("Hapus gambar dan lembar yang tidak perlu, lalu simpan lagi"))
    return content


def _expected() -> str:
    return _("buku kerja Excel (.xlsx)")


def open_package(path: Path) -> "Package":
    """The parts of the workbook at `path`. Raises `UnreadableFileError` where it is something else."""
    content = read_bytes(path)
    kind = kind_of(content)
    if kind is not FileKind.WORKBOOK:
        _refuse(path, kind)
    if path.suffix.lower() not in _SUFFIXES:
        found = _("buku kerja Excel dengan akhiran nama {suffix}").format(suffix=path.suffix)
        remedy = _("Ganti akhiran namanya menjadi .xlsx bila memang berkas ini yang dimaksud")
        raise UnreadableFileError(Place(file=str(path)), found, _("akhiran nama .xlsx"), remedy)
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except _DAMAGE:
        _refuse(path, FileKind.DAMAGED_ZIP)
    package = Package(path, archive)
    if len(archive.infolist()) > MAXIMUM_PARTS:
        package.refuse(_("lebih dari {count} bagian di dalam berkas").format(count=MAXIMUM_PARTS))
    return package


def _refuse(path: Path, kind: FileKind) -> NoReturn:
    found = name_of(kind)
    suffix = path.suffix.lower()
    if suffix in _SUFFIXES and suffix:
        found = _("{what}, walaupun namanya berakhiran {suffix}").format(what=found, suffix=suffix)
    raise UnreadableFileError(Place(file=str(path)), found, _expected(), _remedy(kind))


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


class Package:
    """An open workbook file. All parts together are unpacked only up to the limits."""

    def __init__(self, path: Path, archive: zipfile.ZipFile) -> None:
        self.path = path
        self._archive = archive
        self._unpacked = 0
        self._parts = {part.filename.replace("\\", "/").lstrip("/").lower(): part for part in archive.infolist()}

    def refuse(self, found: str, expected: str = "", remedy: str = "") -> NoReturn:
        """Raise the error that says why the file is not read."""
        remedy = remedy or _("Buka dengan Excel, lalu pilih Simpan Sebagai buku kerja .xlsx yang baru")
        expected = expected or _("buku kerja Excel (.xlsx) yang utuh")
        raise UnreadableFileError(Place(file=str(self.path)), found, expected, remedy) from None

    def has(self, part: str) -> bool:
        """Whether there is such a part; names differ in nothing but case."""
        return part.lower() in self._parts

    def chunks(self, part: str) -> Iterator[bytes]:
        """The part's bytes in pieces. What the archive says of its own sizes is not believed."""
        listed = self._parts.get(part.lower())
        if listed is None:
            self.refuse(_("bagian {part} tidak ada di dalam berkas").format(part=part))
        if listed.compress_type not in _METHODS:  # zipfile unpacks the others without any limit
            self.refuse(_("bagian {part} dimampatkan dengan cara yang tidak dipakai Excel").format(part=part))
        if listed.flag_bits & 0x1:
            self.refuse(_("bagian {part} dikunci dengan kata sandi").format(part=part))
        unpacked, packed = 0, max(listed.compress_size, 1)
        try:
            with self._archive.open(listed) as stream:
                while chunk := stream.read(_CHUNK_BYTES):
                    unpacked += len(chunk)
                    self._unpacked += len(chunk)
                    self._check_size(unpacked, packed)
                    yield chunk
        except _DAMAGE:
            self.refuse(_("bagian {part} rusak atau terpotong").format(part=part))

    def _check_size(self, unpacked: int, packed: int) -> None:
        if self._unpacked > MAXIMUM_UNPACKED_BYTES:
            found = _("isi yang mengembang melebihi itu ketika dibuka")
            limit = _("isi paling besar {size} MB").format(size=MAXIMUM_UNPACKED_BYTES // 2**20)
            self.refuse(found, limit, _("Pecah menjadi beberapa buku kerja yang lebih kecil"))
        if unpacked > RATIO_COUNTS_FROM_BYTES and unpacked > packed * MAXIMUM_RATIO:
            found = _("isi yang mengembang lebih dari {ratio} kali lipat ketika dibuka").format(ratio=MAXIMUM_RATIO)
            limit = _("isi yang wajar untuk buku kerja")
            self.refuse(found, limit, _("Jangan buka berkas ini bila asalnya tidak jelas; mintalah berkas yang baru"))

    def parse(
        self,
        part: str,
        start: Callable[[str, dict[str, str]], None],
        end: Callable[[str], None],
        text: Callable[[str], None] | None = None,
    ) -> None:
        """Run through the XML of a part. Element names are "namespace name"; a document type is refused."""
        depth = 0

        def opened(name: str, attributes: dict[str, str]) -> None:
            nonlocal depth
            depth += 1
            if depth > MAXIMUM_NESTING:
                self.refuse(_("bagian {part} bersarang terlalu dalam").format(part=part))
            start(name, attributes)

        def closed(name: str) -> None:
            nonlocal depth
            depth -= 1
            end(name)

        def document_type(*_ignored: object) -> None:
            self.refuse(_("bagian {part} memuat deklarasi yang tidak dipakai Excel").format(part=part))

        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = opened
        parser.EndElementHandler = closed
        parser.StartDoctypeDeclHandler = document_type
        if text is not None:
            parser.CharacterDataHandler = text
        given = 0
        try:
            for chunk in self.chunks(part):
                parser.Parse(chunk, False)
                given += len(chunk)
                if given - parser.CurrentByteIndex > MAXIMUM_TAG_BYTES:
                    self.refuse(_("bagian {part} rusak atau terpotong").format(part=part))
            parser.Parse(b"", True)
        except (expat.ExpatError, LookupError, UnicodeError):
            self.refuse(_("bagian {part} rusak atau terpotong").format(part=part))

    def relationships(self, part: str) -> dict[str, tuple[str, str]]:
        """What a part points to inside the file: id → (kind, name of the part)."""
        folder, name = posixpath.split(part)
        listed = posixpath.join(folder, "_rels", f"{name}.rels")
        found: dict[str, tuple[str, str]] = {}

        def start(element: str, attributes: dict[str, str]) -> None:
            if element.rpartition(" ")[2] == "Relationship" and attributes.get("TargetMode") != "External":
                kind = attributes.get("Type", "").rpartition("/")[2]
                target = unquote(attributes.get("Target", "")).replace("\\", "/")
                full = target if target.startswith("/") else posixpath.join(folder, target)
                found[attributes.get("Id", "")] = kind, posixpath.normpath(full).lstrip("/")

        if self.has(listed):
            self.parse(listed, start, lambda _element: None)
        return found


def element_names(*names: str) -> dict[str, str]:
    """The full names of workbook elements, in both editions of the standard, with their short ones."""
    return {f"{namespace} {name}": name for namespace in NAMESPACES for name in names}

"""The parts of an office file, unpacked and parsed within limits, so that no file can exhaust the machine."""

import io
import posixpath
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn
from urllib.parse import unquote
from xml.parsers import expat

from saksama.documents.readers.unreadable import UnreadableFileError
from saksama.kernel.provenance import Place
from saksama.language.messages import _

MAXIMUM_FILE_BYTES = 50 * 2**20
MAXIMUM_UNPACKED_BYTES = 300 * 2**20
MAXIMUM_RATIO = 200
"""Unpacked bytes for each packed byte. Real office files stay below 60; deflate itself ends at 1032."""
RATIO_COUNTS_FROM_BYTES = 10 * 2**20
MAXIMUM_PARTS = 10_000
MAXIMUM_NESTING = 64
MAXIMUM_TAG_BYTES = 2**20
"""The longest tag or comment. The parser reads an unfinished one again from its start with every piece it is given."""

_CHUNK_BYTES = 2**16
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError, IndexError)

RELATIONSHIPS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)


@dataclass(frozen=True, slots=True)
class FileWords:
    """How messages speak of one kind of file: its program, what was expected, and what to do about it."""

    program: str
    expected: str
    intact: str
    reasonable: str
    save_anew: str
    split: str
    shrink: str


def read_bytes(path: Path, words: FileWords, *, most: int | None = None) -> bytes:
    """The whole file, of at most so many bytes, else of an office file's limit. Raises `UnreadableFileError`."""
    most = MAXIMUM_FILE_BYTES if most is None else most
    place = Place(file=str(path))
    expected = words.expected
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise UnreadableFileError(place, _("sebuah folder"), expected, _("Sebutkan berkas di dalam folder itu"))
        if not stat.S_ISREG(mode):
            found = _("perangkat atau saluran, bukan berkas")
            raise UnreadableFileError(place, found, expected, _("Sebutkan nama berkas yang tersimpan"))
        with path.open("rb") as file:
            content = file.read(most + 1)
    except (FileNotFoundError, NotADirectoryError):
        remedy = _("Periksa nama dan foldernya; nama berkas harus ditulis lengkap dengan akhirannya")
        raise UnreadableFileError(place, _("tidak ada berkas dengan nama ini"), expected, remedy) from None
    except PermissionError:
        remedy = _("Tutup program yang sedang membuka berkas ini, atau mintalah izin membacanya")
        raise UnreadableFileError(place, _("berkas ini tidak boleh dibaca"), expected, remedy) from None
    except (OSError, ValueError) as error:
        found = _("berkas ini gagal dibaca ({reason})").format(reason=error)
        raise UnreadableFileError(place, found, expected, _("Salin berkas ke komputer ini, lalu ulangi")) from None
    if len(content) > most:
        limit = _("berkas paling besar {size} MB").format(size=most // 2**20)
        found = _("berkas yang lebih besar dari itu")
        raise UnreadableFileError(place, found, limit, words.shrink)
    return content


def open_archive(path: Path, content: bytes, words: FileWords, *, nesting: int = MAXIMUM_NESTING) -> "Package | None":
    """The parts of an office file; `None` where the archive is damaged. Raises `UnreadableFileError` at a limit."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except _DAMAGE:
        return None
    package = Package(path, archive, words, nesting=nesting)
    if len(archive.infolist()) > MAXIMUM_PARTS:
        package.refuse(_("lebih dari {count} bagian di dalam berkas").format(count=MAXIMUM_PARTS))
    return package


class Package:
    """An open office file. All parts together are unpacked only up to the limits.

    `nesting` is how deep the elements of a part may stand inside each other.
    """

    def __init__(
        self, path: Path, archive: zipfile.ZipFile, words: FileWords, *, nesting: int = MAXIMUM_NESTING
    ) -> None:
        self.path = path
        self._archive = archive
        self._words = words
        self._nesting = nesting
        self._unpacked = 0
        self._parts = {part.filename.replace("\\", "/").lstrip("/").lower(): part for part in archive.infolist()}

    def refuse(self, found: str, expected: str = "", remedy: str = "") -> NoReturn:
        """Raise the error that says why the file is not read."""
        remedy = remedy or self._words.save_anew
        expected = expected or self._words.intact
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
            found = _("bagian {part} dimampatkan dengan cara yang tidak dipakai {program}")
            self.refuse(found.format(part=part, program=self._words.program))
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
            self.refuse(found, limit, self._words.split)
        if unpacked > RATIO_COUNTS_FROM_BYTES and unpacked > packed * MAXIMUM_RATIO:
            found = _("isi yang mengembang lebih dari {ratio} kali lipat ketika dibuka").format(ratio=MAXIMUM_RATIO)
            self.refuse(
                found,
                self._words.reasonable,
                _("Jangan buka berkas ini bila asalnya tidak jelas; mintalah berkas yang baru"),
            )

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
            if depth > self._nesting:
                self.refuse(_("bagian {part} bersarang terlalu dalam").format(part=part))
            start(name, attributes)

        def closed(name: str) -> None:
            nonlocal depth
            depth -= 1
            end(name)

        def document_type(*_ignored: object) -> None:
            found = _("bagian {part} memuat deklarasi yang tidak dipakai {program}")
            self.refuse(found.format(part=part, program=self._words.program))

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

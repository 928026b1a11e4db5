"""What a file really is, by its content and not by its name."""

import io
import re
import zipfile
from enum import Enum

from saksama.language.messages import _


class FileKind(Enum):
    """The kinds of file that people hand in where another was asked for."""

    EMPTY = "empty"
    WORKBOOK = "workbook"
    BINARY_WORKBOOK = "binary-workbook"
    OLD_WORKBOOK = "old-workbook"
    XML_WORKBOOK = "xml-workbook"
    OPEN_WORKBOOK = "open-workbook"
    PROTECTED_OFFICE = "protected-office"
    WORD = "word"
    OLD_WORD = "old-word"
    OPEN_TEXT = "open-text"
    RICH_TEXT = "rich-text"
    PRESENTATION = "presentation"
    OLD_OFFICE = "old-office"
    PDF = "pdf"
    WEB_PAGE = "web-page"
    XML = "xml"
    IMAGE = "image"
    ZIP = "zip"
    DAMAGED_ZIP = "damaged-zip"
    OTHER_ARCHIVE = "other-archive"
    DELIMITED_TEXT = "delimited-text"
    TEXT = "text"
    UNKNOWN = "unknown"


_BEGINNINGS: tuple[tuple[bytes, FileKind], ...] = (
    (b"%PDF", FileKind.PDF),
    (b"{\\rtf", FileKind.RICH_TEXT),
    (b"\x89PNG", FileKind.IMAGE),
    (b"\xff\xd8\xff", FileKind.IMAGE),
    (b"GIF8", FileKind.IMAGE),
    (b"BM", FileKind.IMAGE),
    (b"II*\x00", FileKind.IMAGE),
    (b"MM\x00*", FileKind.IMAGE),
    (b"Rar!", FileKind.OTHER_ARCHIVE),
    (b"7z\xbc\xaf", FileKind.OTHER_ARCHIVE),
    (b"\x1f\x8b", FileKind.OTHER_ARCHIVE),
)
_OLE_CONTAINER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAMS: tuple[tuple[str, FileKind], ...] = (
    ("EncryptedPackage", FileKind.PROTECTED_OFFICE),
    ("WordDocument", FileKind.OLD_WORD),
    ("Workbook", FileKind.OLD_WORKBOOK),
    ("Book", FileKind.OLD_WORKBOOK),
)
_OLD_WORKBOOK_RECORDS = (b"\x09\x08", b"\x09\x04", b"\x09\x02", b"\x09\x00")
_ZIP_MEMBERS: tuple[tuple[str, FileKind], ...] = (
    ("xl/workbook.bin", FileKind.BINARY_WORKBOOK),
    ("xl/workbook.xml", FileKind.WORKBOOK),
    ("word/document.xml", FileKind.WORD),
    ("ppt/presentation.xml", FileKind.PRESENTATION),
)
_MAXIMUM_DIRECTORY_BYTES = 4 * 2**20
"""A larger list of contents is no office file; Python's zipfile would read it whole."""


def kind_of(content: bytes) -> FileKind:
    """What the bytes of a whole file are."""
    if not content.strip(b"\x00 \t\r\n"):
        return FileKind.EMPTY
    if content.startswith(b"PK"):
        return _kind_of_zip(content)
    if content.startswith(_OLE_CONTAINER):
        found = (kind for name, kind in _OLE_STREAMS if name.encode("utf-16-le") in content)
        return next(found, FileKind.OLD_OFFICE)
    if b"%PDF-" in content[:1024]:
        return FileKind.PDF
    for beginning, kind in _BEGINNINGS:
        if content.startswith(beginning):
            return kind
    if content[:2] in _OLD_WORKBOOK_RECORDS and b"\x00" in content[:8]:
        return FileKind.OLD_WORKBOOK
    return _kind_of_text(content[:65_536])


def _kind_of_zip(content: bytes) -> FileKind:
    end = content.rfind(b"PK\x05\x06", -65_557)
    if end < 0 or len(content) < end + 22:
        return FileKind.DAMAGED_ZIP
    if int.from_bytes(content[end + 12 : end + 16], "little") > _MAXIMUM_DIRECTORY_BYTES:
        return FileKind.ZIP
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = [name.replace("\\", "/").lower().lstrip("/") for name in archive.namelist()]
            if "mimetype" in names and content[30:38] == b"mimetype":
                declared = content[38:138]
                if b"opendocument.spreadsheet" in declared:
                    return FileKind.OPEN_WORKBOOK
                return FileKind.OPEN_TEXT if b"opendocument" in declared else FileKind.ZIP
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, IndexError):
        return FileKind.DAMAGED_ZIP
    found = next((kind for name, kind in _ZIP_MEMBERS if name in names), None)
    if found is None and "[content_types].xml" in names and any(name.startswith("xl/") for name in names):
        return FileKind.WORKBOOK
    return found or FileKind.ZIP


def _kind_of_text(beginning: bytes) -> FileKind:
    if beginning.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = beginning[: len(beginning) // 2 * 2].decode("utf-16", errors="replace")
    elif b"\x00" in beginning:
        return FileKind.UNKNOWN
    else:
        text = beginning.decode("utf-8-sig", errors="replace")
    start = text.lstrip()[:4096].lower()
    if "urn:schemas-microsoft-com:office:spreadsheet" in start:
        return FileKind.XML_WORKBOOK
    if re.match(r"<!doctype html|<html|<table|<meta|<head|<body|<style|<div", start) or "<html" in start:
        return FileKind.WEB_PAGE
    if start.startswith("<?xml"):
        return FileKind.XML
    unprintable = sum(1 for letter in text if letter == "\ufffd" or (letter < " " and letter not in "\t\r\n\f"))
    if unprintable * 10 > len(text):
        return FileKind.UNKNOWN
    lines = [line for line in text.splitlines()[:20] if line.strip()]
    if any(lines and all(mark in line for line in lines) for mark in ("\t", ";", ",")):
        return FileKind.DELIMITED_TEXT
    return FileKind.TEXT


def name_of(kind: FileKind) -> str:
    """What a person calls such a file."""
    match kind:
        case FileKind.EMPTY:
            return _("berkas kosong")
        case FileKind.WORKBOOK:
            return _("buku kerja Excel")
        case FileKind.BINARY_WORKBOOK:
            return _("buku kerja Excel biner (.xlsb)")
        case FileKind.OLD_WORKBOOK:
            return _("buku kerja Excel lama (.xls)")
        case FileKind.XML_WORKBOOK:
            return _("buku kerja Excel 2003 berbentuk XML")
        case FileKind.OPEN_WORKBOOK:
            return _("lembar sebar OpenDocument (.ods)")
        case FileKind.PROTECTED_OFFICE:
            return _("berkas Office yang dikunci dengan kata sandi")
        case FileKind.WORD:
            return _("dokumen Word (.docx)")
        case FileKind.OLD_WORD:
            return _("dokumen Word lama (.doc)")
        case FileKind.OPEN_TEXT:
            return _("dokumen OpenDocument")
        case FileKind.RICH_TEXT:
            return _("dokumen RTF")
        case FileKind.PRESENTATION:
            return _("presentasi PowerPoint (.pptx)")
        case FileKind.OLD_OFFICE:
            return _("berkas Office lama")
        case FileKind.PDF:
            return _("berkas PDF")
        case FileKind.WEB_PAGE:
            return _("halaman web (HTML)")
        case FileKind.XML:
            return _("berkas XML")
        case FileKind.IMAGE:
            return _("gambar")
        case FileKind.ZIP:
            return _("arsip ZIP yang bukan buku kerja")
        case FileKind.DAMAGED_ZIP:
            return _("berkas yang rusak atau terpotong")
        case FileKind.OTHER_ARCHIVE:
            return _("arsip (RAR, 7z atau gzip)")
        case FileKind.DELIMITED_TEXT:
            return _("teks berkolom (CSV)")
        case FileKind.TEXT:
            return _("berkas teks biasa")
        case FileKind.UNKNOWN:
            return _("berkas yang tidak dikenal")

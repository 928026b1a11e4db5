"""Word files that are damaged, locked, huge or strange: read to a limit, or refused with what to do."""

import time
import zipfile
from pathlib import Path

import pytest

from saksama.documents.document import UnreadKind
from saksama.documents.readers.read import read_document
from saksama.documents.readers.unreadable import UnreadableFileError
from tests.documents import read_back
from tests.documents.word_file import cell, paragraph, read_word, row, table, write_word


def _refusal(path: Path) -> UnreadableFileError:
    with pytest.raises(UnreadableFileError) as refused:
        read_document(path)
    return refused.value


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"", "berkas kosong"),
        (b"PK\x03\x04 terpotong", "berkas yang rusak atau terpotong"),
        (b"%PDF-1.4", "berkas PDF, walaupun namanya berakhiran .docx"),
        (b"{\\rtf1}", "dokumen RTF, walaupun namanya berakhiran .docx"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "berkas Office yang dikunci dengan kata sandi",
        ),
    ],
)
def test_what_is_no_word_document_is_refused_by_name(tmp_path: Path, content: bytes, found: str) -> None:
    path = tmp_path / "laporan.docx"
    path.write_bytes(content)

    refused = _refusal(path)

    assert refused.found == found
    assert refused.remedy


def test_a_document_of_another_program_is_to_be_saved_as_docx(tmp_path: Path) -> None:
    path = tmp_path / "laporan.docx"
    path.write_bytes(b"{\\rtf1}")

    assert _refusal(path).remedy == "Buka dengan Word atau LibreOffice, lalu pilih Simpan Sebagai .docx"


def test_a_truncated_document_is_refused(tmp_path: Path) -> None:
    path = write_word(tmp_path / "laporan.docx", paragraph("x" * 1000))
    path.write_bytes(path.read_bytes()[:-300])

    assert _refusal(path).found == "berkas yang rusak atau terpotong"


def test_a_document_that_declares_entities_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "laporan.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')

    assert "deklarasi" in _refusal(path).found


def test_a_zip_bomb_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "laporan.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 40_000_000)

    assert "mengembang" in _refusal(path).found


def test_tables_fifty_deep_are_read_to_a_limit(tmp_path: Path) -> None:
    nested = paragraph("dalam")
    for _ in range(50):
        nested = table(row("a", cell(nested + paragraph(""))))

    document = read_word(tmp_path, nested)

    assert [item.kind for item in document.unread] == [UnreadKind.LIMIT]
    depth, found = 1, read_back.only_table(document)
    while found.rows[0].cells[1].tables:
        depth, found = depth + 1, found.rows[0].cells[1].tables[0]
    assert depth == 8


def test_a_table_of_many_rows_takes_bounded_time(tmp_path: Path) -> None:
    path = write_word(tmp_path / "laporan.docx", table(row("No", "Nama"), *[row("1", "Ani")] * 20_000))

    begun = time.process_time()
    document = read_document(path)

    assert len(read_back.only_table(document).rows) == 20_000
    assert time.process_time() - begun < 10


def test_a_document_in_the_strict_edition_and_with_macros_is_read(tmp_path: Path) -> None:
    strict = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"'
    path = write_word(tmp_path / "laporan.docm", paragraph("Isi."), namespaces=strict)

    assert read_back.lines(read_document(path)) == ["Isi."]

"""Open a PDF file, or say why it cannot be opened."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2

from saksama.documents.readers.file_kind import FileKind, kind_of, name_of
from saksama.documents.readers.unreadable import UnreadableFileError
from saksama.kernel.provenance import Place
from saksama.language.messages import _

MAXIMUM_FILE_BYTES = 512 * 2**20
_WRONG_PASSWORD = 4  # FPDF_ERR_PASSWORD and FPDF_ERR_SECURITY of pdfium
_SECURITY = 5


@contextmanager
def opened(path: Path) -> Iterator[pypdfium2.PdfDocument]:
    """The open document. Raises `UnreadableFileError` where `path` is no PDF that can be read."""
    expected = _("berkas PDF yang dapat dibuka")
    place = Place(file=path.name)
    try:
        size = path.stat().st_size
        if size > MAXIMUM_FILE_BYTES:
            found = _("berkas sebesar {size} MB").format(size=size // 2**20)
            limit = _("paling besar {size} MB").format(size=MAXIMUM_FILE_BYTES // 2**20)
            raise UnreadableFileError(place, found, limit, _("Bagi berkasnya menjadi beberapa bagian"))
        content = path.read_bytes()
    except OSError as error:
        found = _("berkas tidak dapat dibuka ({reason})").format(reason=error.strerror or type(error).__name__)
        raise UnreadableFileError(place, found, expected, _("Periksa nama dan hak aksesnya")) from error
    kind = kind_of(content)
    if kind is not FileKind.PDF:
        remedy = _("Simpan sebagai PDF, atau beri berkas akhiran yang sesuai dengan isinya")
        raise UnreadableFileError(place, name_of(kind), expected, remedy)
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) in (_WRONG_PASSWORD, _SECURITY):
            locked = _("berkas PDF yang dikunci dengan kata sandi")
            raise UnreadableFileError(place, locked, expected, _("Buka kuncinya, lalu simpan tanpa sandi")) from error
        broken = _("berkas PDF yang rusak atau terpotong")
        raise UnreadableFileError(place, broken, expected, _("Unduh atau ekspor ulang berkasnya")) from error
    try:
        if len(document) == 0:
            empty = _("berkas PDF tanpa halaman")
            raise UnreadableFileError(place, empty, expected, _("Unduh atau ekspor ulang berkasnya"))
        yield document
    finally:
        document.close()

"""The bytes of a text or web page, within limits, as text."""

from pathlib import Path

from saksama.documents.document import Unread, UnreadKind
from saksama.documents.readers.encoding import Decoded, decoded
from saksama.documents.readers.file_kind import FileKind, name_of
from saksama.documents.readers.office_package import FileWords, read_bytes
from saksama.documents.readers.unreadable import UnreadableFileError
from saksama.kernel.provenance import Place
from saksama.language.messages import _


def text_words() -> FileWords:
    """How messages speak of a text or web page, in the language in use."""
    return FileWords(
        program=_("penyunting teks"),
        expected=_("berkas teks (.txt, .md) atau halaman web (.html)"),
        intact=_("berkas teks yang utuh"),
        reasonable=_("berkas teks yang wajar"),
        save_anew=_("Simpan lagi sebagai teks UTF-8"),
        split=_("Pecah menjadi beberapa berkas yang lebih kecil"),
        shrink=_("Pecah menjadi beberapa berkas yang lebih kecil"),
    )


def read_text(path: Path, declared: str = "") -> Decoded:
    """The text of a file. Raises `UnreadableFileError`, also where the bytes are no text."""
    return checked(path, decoded(read_bytes(path, text_words()), declared))


def checked(path: Path, text: Decoded) -> Decoded:
    """The text, refused where much of it is control characters."""
    beginning = text.text[:65_536]
    controls = sum(1 for letter in beginning if letter < " " and letter not in "\t\r\n\f\v")
    if controls * 10 > len(beginning):
        remedy = _("Periksa apakah akhiran nama berkas sesuai dengan isinya")
        words = text_words()
        raise UnreadableFileError(Place(file=str(path)), name_of(FileKind.UNKNOWN), words.expected, remedy)
    return text


def lost_characters(path: Path, text: Decoded) -> tuple[Unread, ...]:
    """What to say where the encoding is a guess that does not fit everywhere."""
    if not text.lost:
        return ()
    note = _("dibaca sebagai {encoding}; {count} karakter tidak dikenal").format(
        encoding=text.encoding, count=text.lost
    )
    return (Unread(UnreadKind.DAMAGED, Place(file=path.name), note),)

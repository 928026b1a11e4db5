"""What ends a command: one message in the user's language, and no traceback."""

import errno

from saksama.language.messages import _


class Failure(Exception):  # noqa: N818 - not an error of the program
    """Why a command cannot be carried out, in the user's language."""


def words_of(error: OSError) -> str:
    """An error of the operating system in the user's language, with the file or folder that it is about."""
    about = error.filename2 or error.filename
    place = str(about) if about is not None else _("masukan atau keluaran")
    match error.errno:
        case errno.ENOENT | errno.ENOTDIR:
            return _("Tidak ditemukan: {place}. Periksa nama berkas dan foldernya.").format(place=place)
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return _(
                "Tidak diizinkan: {place}. Tutup berkas itu di program lain, atau pilih folder yang boleh Anda tulisi."
            ).format(place=place)
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return _("Ruang penyimpanan tidak cukup untuk {place}. Kosongkan ruang atau pilih folder lain.").format(
                place=place
            )
        case errno.EISDIR:
            return _("{place} adalah folder, bukan berkas.").format(place=place)
        case errno.ENAMETOOLONG:
            return _("Nama terlalu panjang: {place}. Pilih nama yang lebih pendek.").format(place=place)
        case _:
            return _("Sistem operasi menolak {place}: {reason}.").format(place=place, reason=error.strerror or error)

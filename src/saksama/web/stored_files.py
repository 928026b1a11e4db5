"""Files that people give, kept under the hash of their content, so that two copies are one and none is overwritten."""

from collections.abc import Collection
from dataclasses import dataclass
from hashlib import sha256

from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage

from saksama.language.messages import _

LARGEST = 50 * 2**20
"""Bytes of an upload; the largest report of the corpus has a third of it."""
MOST_WAITING = 5
"""Files of one person that a worker has not ended: nobody fills the queue for everybody else."""


class RefusedUploadError(Exception):
    """A file that is not taken; its text says why and what to do."""


@dataclass(frozen=True, slots=True)
class StoredFile:
    """Where a file is kept, its SHA-256 in hexadecimal, and its size in bytes."""

    name: str
    sha256: str
    size: int


def store(content: bytes) -> StoredFile:
    """Keep a file."""
    digest = sha256(content).hexdigest()
    name = f"{digest[:2]}/{digest}"
    if not _is_whole(name, len(content)):
        default_storage.save(name, ContentFile(content))
    return StoredFile(name, digest, len(content))


def store_upload(
    upload: File[bytes], *, suffixes: Collection[str] = (), largest: int = LARGEST, waiting: int = 0
) -> StoredFile:
    """Keep a file that was uploaded, without holding it in memory twice. Raises `RefusedUploadError`.

    `suffixes` are the kinds that are taken, any where none is named; `waiting` counts the person's files in the queue.
    """
    title = upload.name or ""
    if suffixes and not title.lower().endswith(tuple(suffixes)):
        words = _("{name} bukan jenis berkas yang diterima di sini. Yang diterima: {known}.")
        raise RefusedUploadError(words.format(name=title, known=", ".join(sorted(suffixes))))
    if not upload.size or upload.size > largest:
        words = _(
            "{name} kosong, atau lebih besar dari {most} MB. Pilih berkas lain, atau kecilkan gambar di dalamnya."
        )
        raise RefusedUploadError(words.format(name=title, most=largest // 2**20))
    if waiting >= MOST_WAITING:
        words = _("Masih ada {count} berkas Anda yang diproses. Tunggu sampai selesai.")
        raise RefusedUploadError(words.format(count=waiting))
    digest = sha256()
    for chunk in upload.chunks():
        digest.update(chunk)
    name = f"{digest.hexdigest()[:2]}/{digest.hexdigest()}"
    if not _is_whole(name, upload.size or 0):
        upload.seek(0)
        default_storage.save(name, upload)
    return StoredFile(name, digest.hexdigest(), upload.size)


def _is_whole(name: str, size: int) -> bool:
    """Whether the file is kept already. What a full disk or a stopped server left of it is taken away."""
    if not default_storage.exists(name):
        return False
    if default_storage.size(name) == size:
        return True
    default_storage.delete(name)
    return False

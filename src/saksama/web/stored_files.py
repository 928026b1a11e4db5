"""Files that people give, kept under the hash of their content, so that two copies are one and none is overwritten."""

from dataclasses import dataclass
from hashlib import sha256

from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage


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


def store_upload(upload: File[bytes]) -> StoredFile:
    """Keep a file that was uploaded, without holding it in memory twice."""
    digest = sha256()
    for chunk in upload.chunks():
        digest.update(chunk)
    name = f"{digest.hexdigest()[:2]}/{digest.hexdigest()}"
    if not _is_whole(name, upload.size or 0):
        upload.seek(0)
        default_storage.save(name, upload)
    return StoredFile(name, digest.hexdigest(), upload.size or 0)


def _is_whole(name: str, size: int) -> bool:
    """Whether the file is kept already. What a full disk or a stopped server left of it is taken away."""
    if not default_storage.exists(name):
        return False
    if default_storage.size(name) == size:
        return True
    default_storage.delete(name)
    return False

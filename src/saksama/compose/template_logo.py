"""The logo that a government's template names."""

from pathlib import Path

from saksama.documents.readers.picture_size import picture_kind
from saksama.kernel.agency import Logo
from saksama.language.messages import _

LARGEST_LOGO = 5_000_000
"""Bytes."""
_MOST_PIXELS = 50_000_000


def read_logo(path: Path) -> Logo | str:
    """The logo in a file, or what is wrong with it."""
    try:
        if path.stat().st_size > LARGEST_LOGO:
            return _("gambar {path} terlalu besar (lebih dari 5 MB)").format(path=path)
        content = path.read_bytes()
    except (OSError, ValueError):
        return _("gambar {path} tidak dapat dibaca; tulis namanya terhadap folder templat ini").format(path=path)
    kind = picture_kind(content)
    if kind is None:
        return _("gambar {path} bukan PNG atau JPEG").format(path=path)
    if kind.width * kind.height > _MOST_PIXELS:
        return _("gambar {path} terlalu besar (lebih dari 50 juta piksel)").format(path=path)
    return Logo(kind.media_type, content, kind.width, kind.height)

"""What a picture file is and how large, from its first bytes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PictureKind:
    """The media type of a picture and its size in pixels."""

    media_type: str
    width: int
    height: int


def picture_kind(content: bytes) -> PictureKind | None:
    """The kind of a PNG or JPEG picture; `None` for every other format and for damaged files."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and content[12:16] == b"IHDR" and len(content) >= 24:
        return _kind("image/png", int.from_bytes(content[16:20]), int.from_bytes(content[20:24]))
    if content.startswith(b"\xff\xd8"):
        return _jpeg(content)
    return None


def _jpeg(content: bytes) -> PictureKind | None:
    position = 2
    while position + 9 <= len(content) and content[position] == 0xFF:
        marker = content[position + 1]
        if marker == 0xFF:  # fill bytes may stand before a marker
            position += 1
            continue
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):  # the frame headers
            height = int.from_bytes(content[position + 5 : position + 7])
            return _kind("image/jpeg", int.from_bytes(content[position + 7 : position + 9]), height)
        has_length = not (0xD0 <= marker <= 0xD9 or marker == 0x01)
        position += 2 + (int.from_bytes(content[position + 2 : position + 4]) if has_length else 0)
    return None


def _kind(media_type: str, width: int, height: int) -> PictureKind | None:
    return PictureKind(media_type, width, height) if 0 < width < 2**16 and 0 < height < 2**16 else None

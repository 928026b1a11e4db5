"""The port on which an installation was last served, kept in its folder: other commands print links that open."""

from pathlib import Path

_NAME = "port"
USUAL = 8000


def keep_port(folder: Path, port: int) -> None:
    """Remember where the application is served."""
    (folder / _NAME).write_text(str(port), encoding="ascii")


def kept_port(folder: Path) -> int:
    """Where it was last served; the usual port where nothing usable is kept."""
    try:
        text = (folder / _NAME).read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return USUAL
    return int(text) if text.isdigit() and 0 < int(text) < 65536 else USUAL

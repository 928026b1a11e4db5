"""Which files are audited: those that are named, and in folders those of a known kind."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from saksama.commands.failure import Failure
from saksama.language.messages import _


def audited_files(named: Sequence[Path]) -> tuple[Path, ...]:
    """Every file once, those of a folder sorted. Raises `Failure` where a folder has none."""
    found: dict[Path, Path] = {}
    for path in named:
        if path.is_dir():
            inside = tuple(_inside(path))
            if not inside:
                raise Failure(_("Tidak ada laporan (docx, pdf, xlsx, html, txt, md) dalam {path}.").format(path=path))
            for file in inside:
                found.setdefault(file.resolve(), file)
        else:
            found.setdefault(path.resolve(), path)
    return tuple(found.values())


def _inside(folder: Path) -> Iterator[Path]:
    from saksama.documents.readers.read import suffixes

    known = suffixes()
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            # Word and Excel leave "~$…" beside a file that is open.
            if name.lower().endswith(known) and not name.startswith((".", "~$")):
                yield Path(parent) / name

"""Output files: checked before any work, made beside their places, and put there all or none."""

import os
import secrets
import shutil
import signal
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from saksama.commands.failure import Failure
from saksama.language.messages import _


def check_outputs(paths: Sequence[Path], *, suffixes: Sequence[str], source: Path | None = None) -> tuple[Path, ...]:
    """Where the outputs go, links followed. Raises `Failure` where one cannot go there or would hit another file."""
    checked: list[Path] = []
    for path in paths:
        if path.suffix.lower() not in suffixes:
            raise Failure(
                _("Akhiran berkas {path} tidak dikenal. Yang dikenal: {suffixes}.").format(
                    path=path, suffixes=", ".join(suffixes)
                )
            )
        if not path.parent.is_dir():
            raise Failure(_("Folder {folder} tidak ada. Buat dahulu folder itu.").format(folder=path.parent))
        if path.is_dir():
            raise Failure(_("{path} adalah folder, bukan berkas.").format(path=path))
        if path.exists() and not path.is_file():
            raise Failure(_("{path} bukan berkas biasa.").format(path=path))
        place = path.resolve()
        if source is not None and _is_same(place, source.resolve()):
            raise Failure(_("{path} adalah berkas masukan dan tidak akan ditimpa.").format(path=path))
        if any(_is_same(place, other) for other in checked):
            raise Failure(_("Keluaran {path} disebut dua kali.").format(path=path))
        if path.exists() and not os.access(path, os.W_OK):
            raise Failure(_("{path} hanya boleh dibaca dan tidak akan ditimpa.").format(path=path))
        checked.append(place)
    return tuple(checked)


def _is_same(one: Path, other: Path) -> bool:
    if os.path.normcase(one) == os.path.normcase(other):
        return True
    return one.exists() and other.exists() and one.samefile(other)


def write_all(contents: Mapping[Path, bytes]) -> None:
    """Write every file or none: what is there stays as it is until everything else has been written."""
    mark = secrets.token_hex(4)
    moves = [(path.with_name(f".saksama-{mark}-{n}.tmp"), path) for n, path in enumerate(contents)]
    kept = {path: path.with_name(f".saksama-{mark}-{n}.old") for n, path in enumerate(contents)}
    try:
        for temporary, path in moves:
            _write(temporary, contents[path], instead_of=path)
        with _undisturbed():
            _move(moves, kept)
    finally:
        for leftover in (*(temporary for temporary, _path in moves), *kept.values()):
            leftover.unlink(missing_ok=True)


def _write(temporary: Path, content: bytes, *, instead_of: Path) -> None:
    try:
        with temporary.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if instead_of.exists():
            shutil.copymode(instead_of, temporary)
    except OSError as error:
        # The user knows the name of his file, not that of ours beside it; on a full disk there is no name at all.
        raise OSError(error.errno, error.strerror, str(instead_of)) from error


def _move(moves: Sequence[tuple[Path, Path]], kept: Mapping[Path, Path]) -> None:
    done: list[Path] = []
    try:
        for temporary, path in moves:
            if path.exists():
                _keep(path, kept[path])
            done.append(path)
            temporary.replace(path)
    except OSError:
        for path in done:
            if kept[path].exists():
                kept[path].replace(path)
            else:
                path.unlink(missing_ok=True)
        raise


def _keep(path: Path, kept: Path) -> None:
    try:
        kept.hardlink_to(path)
    except OSError:  # a file system without links: for a moment the file is away
        path.replace(kept)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let no Ctrl-C fall between two of the renames."""
    signals = (signal.SIGINT, signal.SIGTERM)
    before = [signal.signal(number, signal.SIG_IGN) for number in signals]
    try:
        yield
    finally:
        for number, previous in zip(signals, before, strict=True):
            with suppress(TypeError):  # a handler that was not set from Python
                signal.signal(number, previous)

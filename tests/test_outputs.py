"""Output files: all or none, and whatever was there before stays until everything is written."""

import errno
import os
from pathlib import Path

import pytest

from saksama.commands.failure import Failure, words_of
from saksama.commands.outputs import check_outputs, write_all

SUFFIXES = (".docx", ".md")


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_every_file_is_written_and_nothing_else_is_left(tmp_path: Path) -> None:
    write_all({tmp_path / "a.md": b"a", tmp_path / "b.docx": b"b"})

    assert _files(tmp_path) == {"a.md": b"a", "b.docx": b"b"}


def test_an_existing_file_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    path.chmod(0o640)

    write_all({path: b"new"})

    assert _files(tmp_path) == {"a.md": b"new"}
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_full_disk_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.md").write_bytes(b"old")
    written: list[int] = []

    def fill_up(descriptor: int) -> None:
        written.append(descriptor)
        if len(written) == 2:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", fill_up)

    with pytest.raises(OSError, match="No space left") as raised:
        write_all({tmp_path / "a.md": b"new", tmp_path / "b.docx": b"new"})

    assert _files(tmp_path) == {"a.md": b"old"}
    assert str(tmp_path / "b.docx") in words_of(raised.value)


@pytest.mark.parametrize("has_links", [True, False])
def test_a_refused_rename_undoes_the_ones_before_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has_links: bool
) -> None:
    for name in ("a.md", "c.docx"):
        (tmp_path / name).write_bytes(b"old")
    replace = Path.replace

    def refuse_last(self: Path, target: Path) -> Path:
        if self.suffix == ".tmp" and target.name == "c.docx":
            raise PermissionError(errno.EACCES, "open in Word", str(self), None, str(target))
        return replace(self, target)

    def refuse_link(self: Path, target: Path) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(Path, "replace", refuse_last)
    if not has_links:
        monkeypatch.setattr(Path, "hardlink_to", refuse_link)

    with pytest.raises(PermissionError) as raised:
        write_all({tmp_path / name: b"new" for name in ("a.md", "b.md", "c.docx")})

    assert _files(tmp_path) == {"a.md": b"old", "c.docx": b"old"}
    assert str(tmp_path / "c.docx") in words_of(raised.value)


def test_links_are_followed(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_bytes(b"old")
    (tmp_path / "link.md").symlink_to(tmp_path / "real.md")

    write_all(dict.fromkeys(check_outputs([tmp_path / "link.md"], suffixes=SUFFIXES), b"new"))

    assert (tmp_path / "real.md").read_bytes() == b"new"
    assert (tmp_path / "link.md").is_symlink()


def test_two_names_of_one_file_are_one_output(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"old")
    (tmp_path / "b.md").hardlink_to(tmp_path / "a.md")

    with pytest.raises(Failure, match="dua kali"):
        check_outputs([tmp_path / "a.md", tmp_path / "b.md"], suffixes=SUFFIXES)

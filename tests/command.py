"""Run the command as a user does: in a process of its own, in an environment that says nothing about language."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

SAKSAMA = (sys.executable, "-m", "saksama.cli")


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str


def environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment without wishes for a language."""
    silent = ("LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "SAKSAMA_LANG", "SAKSAMA_DEBUG", "PYTHONHASHSEED", "TZ")
    return {name: value for name, value in os.environ.items() if name not in silent} | dict(extra or {})


def run(command: Sequence[str], *, cwd: Path, extra: Mapping[str, str] | None = None) -> Ended:
    """Run a command to its end."""
    ended = subprocess.run(
        command,
        cwd=cwd,
        env=environment(extra),
        capture_output=True,
        check=False,
        encoding="utf-8",
        errors="replace",
        timeout=120,
    )
    return Ended(ended.returncode, ended.stdout, ended.stderr)


def saksama(
    *arguments: str | Path, cwd: Path, extra: Mapping[str, str] | None = None, before: tuple[str, ...] = ()
) -> Ended:
    """Run `saksama`, after the words of another command where `before` has one."""
    return run([*before, *SAKSAMA, *map(str, arguments)], cwd=cwd, extra=extra)


def names(folder: Path) -> list[str]:
    """What is in a folder, hidden files too."""
    return sorted(path.name for path in folder.iterdir())

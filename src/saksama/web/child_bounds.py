"""The bounds of a process that reads a file which somebody uploaded."""

import ctypes
import signal
import sys
from contextlib import suppress

MEMORY = 4 * 2**30
_ON_DEATH_OF_PARENT = 1
"""PR_SET_PDEATHSIG of prctl(2)."""


def bound(seconds: int, *, memory: int = MEMORY, written: int | None = None) -> None:
    """Bound memory, time and what is written to a file where the system can (not on Windows, where the parent's
    deadline is left), and end with the process that waits for this one.
    """
    end_with_parent()
    with suppress(ImportError):
        import resource  # noqa: PLC0415

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        if written is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (written, written))


def end_with_parent() -> None:
    """End when the process that started this one ends, however that happened (on Linux)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_ON_DEATH_OF_PARENT, signal.SIGKILL)

"""The bounds of a process that reads a file which somebody uploaded."""

from contextlib import suppress
from time import process_time

_MEMORY = 4 * 2**30


def bound(seconds: int) -> None:
    """Bound memory and time where the system can (not on Windows, where the parent's deadline is left)."""
    with suppress(ImportError):
        import resource  # noqa: PLC0415

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


def hurry(seconds: int) -> None:
    """Leave the process only so many more seconds, for work that it may fail at."""
    with suppress(ImportError):
        import resource  # noqa: PLC0415

        _soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
        wanted = int(process_time()) + 1 + seconds
        resource.setrlimit(resource.RLIMIT_CPU, (wanted if hard < 0 else min(wanted, hard), hard))

"""The bounds of a process that reads a file which somebody uploaded."""

from contextlib import suppress

_MEMORY = 4 * 2**30


def bound(seconds: int) -> None:
    """Bound memory and time where the system can (not on Windows, where the parent's deadline is left)."""
    with suppress(ImportError):
        import resource  # noqa: PLC0415

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))

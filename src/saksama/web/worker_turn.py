"""One worker at a time for a database, however many servers there are: another waits, and goes on when it ends.

A worker takes up what another left unfinished. Of two at once the second would do again what the first is doing.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from django.db import connections

_TURN = 7_215_021_945
"""The number of the lock on PostgreSQL, where locks have no names."""


@contextmanager
def worker_turn() -> Iterator[None]:
    """Wait until no other worker has the turn, and have it for as long as the block runs."""
    # A connection of its own: the worker's is closed and opened again, and the lock goes with its connection.
    connection = connections.create_connection("default")
    with ExitStack() as held:
        if connection.vendor == "postgresql":
            held.callback(connection.close)
            held.enter_context(connection.cursor()).execute("SELECT pg_advisory_lock(%s)", [_TURN])
        else:
            with suppress(ImportError):  # not on Windows, where one server is enough
                import fcntl  # noqa: PLC0415

                file = held.enter_context(Path(f"{connection.settings_dict['NAME']}.worker").open("a"))
                fcntl.flock(file, fcntl.LOCK_EX)
        yield

"""The worker beside the server: started again when it dies, ended with the server.

Who looks after it is a process without threads, `python -m saksama.commands.kept_worker LANGUAGE`: the server forks,
and a fork in the middle of starting a process from another thread keeps its pipe open for ever.
"""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from saksama.commands.console import complain
from saksama.language.messages import _, current_language, use_language
from saksama.web.child_bounds import end_with_parent

_SHORTEST, _LONGEST = 1, 60
"""Seconds before a worker that died is started again: twice as long each time."""
_WELL = 60
"""Seconds after which a worker counts as one that runs."""
_TO_END = 10
"""Seconds in which a worker may end its job; what it leaves is taken up at the next start."""


@contextmanager
def kept_worker() -> Iterator[None]:
    """A worker for as long as the block runs."""
    # In a session of its own: Ctrl+C is for the server, which then ends the worker politely.
    command = [sys.executable, "-P", "-m", "saksama.commands.kept_worker", current_language()]
    keeper = subprocess.Popen(command, start_new_session=True)
    try:
        yield
    finally:
        _end(keeper, _TO_END + 5)


def main(language: str) -> None:
    """Keep a worker running until told to end."""
    end_with_parent()
    use_language(language)
    signal.signal(signal.SIGTERM, lambda _number, _frame: sys.exit(0))
    pause = _SHORTEST
    while True:
        begun = time.monotonic()
        worker = subprocess.Popen([sys.executable, "-P", "-m", "saksama.web.worker"])
        try:
            code = worker.wait()
        finally:
            _end(worker, _TO_END)
        if time.monotonic() - begun > _WELL:
            pause = _SHORTEST
        complain(
            _("Pekerja berhenti (kode {code}); dijalankan lagi dalam {count} detik.").format(code=code, count=pause)
        )
        time.sleep(pause)
        pause = min(2 * pause, _LONGEST)


def _end(process: subprocess.Popen[bytes], seconds: int) -> None:
    process.terminate()
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        process.kill()


if __name__ == "__main__":
    main(sys.argv[1])

"""The worker beside the server: started again when it dies, ended with the server."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from time import monotonic

from saksama.commands.console import complain
from saksama.language.messages import _, current_language, speaking

_SHORTEST, _LONGEST = 1, 60
"""Seconds before a worker that died is started again: twice as long each time."""
_WELL = 60
"""Seconds after which a worker counts as one that runs."""
_TO_END = 10
"""Seconds in which a worker may end its job; what it leaves is taken up at the next start."""


@contextmanager
def kept_worker() -> Iterator[None]:
    """A worker for as long as the block runs."""
    ended = Event()
    thread = Thread(target=_keep, args=(ended, current_language()))
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def _keep(ended: Event, language: str) -> None:
    pause = _SHORTEST
    with speaking(language):
        while not ended.is_set():
            begun = monotonic()
            with subprocess.Popen([sys.executable, "-P", "-m", "saksama.web.worker"]) as worker:
                while worker.poll() is None and not ended.wait(0.2):
                    pass
                if ended.is_set():
                    _end(worker)
                    return
            if monotonic() - begun > _WELL:
                pause = _SHORTEST
            complain(
                _("Pekerja berhenti (kode {code}); dijalankan lagi dalam {count} detik.").format(
                    code=worker.returncode, count=pause
                )
            )
            ended.wait(pause)
            pause = min(2 * pause, _LONGEST)


def _end(worker: subprocess.Popen[bytes]) -> None:
    worker.terminate()
    try:
        worker.wait(timeout=_TO_END)
    except subprocess.TimeoutExpired:
        worker.kill()

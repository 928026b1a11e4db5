"""A real server with its worker, in processes of their own, on an SQLite database of its own."""

import os
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

_PATIENCE = 60


@dataclass(frozen=True, slots=True)
class Served:
    """The server, where it answers, its data folder, and what it says."""

    process: subprocess.Popen[bytes]
    address: str
    folder: Path
    said: Path

    def run(self, script: str) -> None:
        """Run a script in the application, in a process of its own."""
        code = f"import django\ndjango.setup()\n{script}"
        subprocess.run([sys.executable, "-c", code], env=_environment(self.folder), check=True)

    def rows(self, query: str) -> list[tuple[object, ...]]:
        """What the database answers."""
        with closing(sqlite3.connect(self.folder / "saksama.sqlite3", timeout=20)) as database:
            return database.execute(query).fetchall()

    def workers(self) -> list[int]:
        """The processes of the worker."""
        return [number for number in started_by(self.process.pid) if "saksama.web.worker" in command_of(number)]


@contextmanager
def served(folder: Path) -> Iterator[Served]:
    """A server that answers."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    said = folder.with_suffix(".log")
    command = [sys.executable, "-m", "saksama.cli", "serve", "--port", str(port), "--processes", "1", "--lang", "id"]
    with said.open("wb") as stream:
        process = subprocess.Popen(command, env=_environment(folder), stdout=stream, stderr=stream)
    found = Served(process, f"http://127.0.0.1:{port}", folder, said)
    try:
        wait_for(lambda: answer(f"{found.address}/health/ready") == "ok", said)
        wait_for(found.workers, said)
        yield found
    finally:
        process.kill()
        process.wait()


def wait_for(claim: Callable[[], object], said: Path) -> None:
    """Wait until something is so."""
    until = time.monotonic() + _PATIENCE
    while not claim():
        assert time.monotonic() < until, said.read_text(encoding="utf-8")
        time.sleep(0.1)


def answer(address: str) -> str:
    """What an address answers; nothing where nobody does."""
    try:
        with urlopen(address, timeout=5) as response:
            return str(response.read().decode())
    except (URLError, OSError):
        return ""


def started_by(number: int) -> list[int]:
    """The processes that a process started, and those that they started."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = status.read_text(encoding="utf-8").rpartition(")")[2].split()[1]
        except OSError:
            continue  # it has ended
        if int(parent) == number:
            child = int(status.parent.name)
            found += [child, *started_by(child)]
    return found


def command_of(number: int) -> str:
    """The command line of a process; nothing where it has ended."""
    try:
        return Path(f"/proc/{number}/cmdline").read_text(encoding="utf-8").replace("\0", " ")
    except OSError:
        return ""


def _environment(folder: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return kept | {"SAKSAMA_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "saksama.web.settings"}

"""How fast pages are: the grown city on SQLite and on PostgreSQL, read by 16 people who pause two seconds.

Then the worker makes the reports of all its agencies. `python -m benchmarks.web` prints the tables of
docs/benchmarks.md; it needs Linux, and PostgreSQL for the second.
"""

import json
import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.visitors import Page, visit
from tools.postgresql import programs, server

PEOPLE, PAUSE, SECONDS = 16, 2.0, 45.0
_ALONE = 6.0
"""Seconds in which two people read one page without a pause."""
_GRANIAN = (
    *(sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1"),
    # As `saksama serve` starts it, with one page more.
    *("--workers", "2", "--blocking-threads", "4", "--log-level", "warning", "benchmarks.bare_page:application"),
)


def main() -> None:
    """Print a table for each database."""
    with TemporaryDirectory(prefix="saksama-bench-") as folder:
        _measure("SQLite", {"SAKSAMA_DATA": folder, "DATABASE_URL": ""})
    binaries = programs()
    if binaries is None:
        print("\nPostgreSQL is not installed here.")
        return
    with TemporaryDirectory(prefix="saksama-bench-") as folder, server(binaries) as address:
        _measure("PostgreSQL", {"SAKSAMA_DATA": folder, "DATABASE_URL": address})


def _measure(database: str, installation: dict[str, str]) -> None:
    environment = os.environ | installation
    begin = time.perf_counter()
    made = subprocess.run(
        [sys.executable, "-m", "benchmarks.grown_city"], env=environment, check=True, capture_output=True, text=True
    )
    city = json.loads(made.stdout)
    loading = time.perf_counter() - begin
    with _served(environment) as (port, process):
        pages = _pages(city)
        start = pages[0]
        first = visit(port, [start], people=1, pause=0, seconds=0)[start.name].at(100)
        begin = time.perf_counter()
        _let_worker_end(environment)
        counting = time.perf_counter() - begin
        print(f"\n{database}: made in {loading:.0f} s; the first start page {1000 * first:.0f} ms", end="")
        print(f", whose 50 summaries the worker makes in {counting:.1f} s\n")
        visit(port, pages, people=4, pause=0, seconds=3)
        under_load = visit(port, pages[:-1], people=PEOPLE, pause=PAUSE, seconds=SECONDS)
        print("| page | answers | median ms | p95 ms | longest ms | requests per s of a core |")
        print("| --- | --: | --: | --: | --: | --: |")
        for page in pages:
            rate = f"{_per_core(port, process, page):.0f}"
            times = under_load.get(page.name)
            figures = [f"{1000 * times.at(share):.0f}" for share in (50, 95, 100)] if times else ["", "", ""]
            answers = str(len(times.seconds)) if times else ""
            print(f"| {' | '.join((page.name, answers, *figures, rate))} |", flush=True)
    print(flush=True)
    subprocess.run([sys.executable, "-m", "benchmarks.year_reports"], env=environment, check=True)


def _let_worker_end(environment: dict[str, str]) -> None:
    """Let the worker do what waits."""
    command = [sys.executable, "-m", "django", "db_worker", "--queue-name", "*", "--batch"]
    settings = {"DJANGO_SETTINGS_MODULE": "saksama.web.settings"}
    subprocess.run(command, env=environment | settings, check=True, capture_output=True)


def _pages(city: dict[str, list[str]]) -> Sequence[Page]:
    year = time.localtime().tm_year
    leaders, operators, agencies = city["leader"], city["operator"], city["agencies"]

    def grid(drawn: random.Random) -> tuple[str, str]:
        own = drawn.randrange(len(operators))
        return f"/agencies/{agencies[own]}/measurements/{year}/", operators[own]

    return (
        Page("start page of a leader", lambda drawn: ("/", drawn.choice(leaders))),
        Page("agency, 60 indicators", lambda drawn: (f"/agencies/{drawn.choice(agencies)}/", drawn.choice(leaders))),
        Page("entry grid, 60 × 12", grid),
        Page("bare page, two queries", lambda drawn: ("/bare/", drawn.choice(leaders))),
    )


def _per_core(port: int, process: int, page: Page) -> float:
    """Answers for each second that the server's processes computed, while two people read without a pause."""
    before = _computed(process)
    answers = len(visit(port, [page], people=2, pause=0, seconds=_ALONE)[page.name].seconds)
    return answers / (_computed(process) - before)


def _computed(process: int) -> float:
    """The processor seconds of a process and of those that it started."""
    total = 0
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            columns = path.read_text(encoding="ascii", errors="replace").rpartition(") ")[2].split()
        except OSError:  # it ended meanwhile
            continue
        if process in (int(path.parent.name), int(columns[1])):
            total += int(columns[11]) + int(columns[12])
    return total / os.sysconf("SC_CLK_TCK")


@contextmanager
def _served(environment: dict[str, str]) -> Iterator[tuple[int, int]]:
    """The server on a free port. Gives the port and the number of its process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    process = subprocess.Popen([*_GRANIAN, "--port", str(port)], env=environment, start_new_session=True)
    try:
        _wait(port)
        yield port, process.pid
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _wait(port: int) -> None:
    for _attempt in range(300):
        connection = HTTPConnection("127.0.0.1", port, timeout=5)
        try:
            connection.request("GET", "/health/live")
            connection.getresponse().read()
        except OSError:
            time.sleep(0.1)
        else:
            return
        finally:
            connection.close()
    message = "the server did not start"
    raise ConnectionError(message)


if __name__ == "__main__":
    main()

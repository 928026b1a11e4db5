"""People who read pages of a server on this machine: how long each answer took, from the request to its last byte."""

import random
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPConnection
from math import ceil


@dataclass(frozen=True, slots=True)
class Page:
    """A page with who reads it: the path of one of many, drawn anew for each visit, and the session of its reader."""

    name: str
    draw: Callable[[random.Random], tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Times:
    """The seconds of all answers of one page."""

    seconds: Sequence[float]

    def at(self, share: int) -> float:
        """The time within which `share` percent of the answers came."""
        ordered = sorted(self.seconds)
        return ordered[ceil(len(ordered) * share / 100) - 1]


def visit(port: int, pages: Sequence[Page], *, people: int, pause: float, seconds: float) -> Mapping[str, Times]:
    """Let people read one page after the other for a time, at least one each, with a pause after each answer.

    Gives the times by page.
    """
    found: dict[str, list[float]] = defaultdict(list)
    failures: list[BaseException] = []
    end = time.monotonic() + seconds

    def reader(number: int) -> None:
        drawn = random.Random(number)
        time.sleep(pause * number / people)
        connection = HTTPConnection("127.0.0.1", port, timeout=60)
        visits = number
        try:
            while visits == number or time.monotonic() < end:
                page = pages[visits % len(pages)]
                found[page.name].append(_read(connection, *page.draw(drawn)))
                visits += 1
                time.sleep(pause)
        except BaseException as error:  # told by the thread that waits
            failures.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=reader, args=(number,)) for number in range(people)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]
    return {page.name: Times(tuple(found[page.name])) for page in pages}


def _read(connection: HTTPConnection, path: str, session: str) -> float:
    begin = time.perf_counter()
    connection.request("GET", path, headers={"Cookie": f"sessionid={session}", "Accept-Encoding": "gzip"})
    answer = connection.getresponse()
    answer.read()
    if answer.status != HTTPStatus.OK:
        message = f"{path}: {answer.status} {answer.reason}"
        raise ConnectionError(message)
    return time.perf_counter() - begin

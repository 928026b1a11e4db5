"""Run a command several times and measure the whole process, from its start to its end."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Measurement:
    """Seconds of each run, and the highest resident memory of the process or one of its children, in bytes."""

    seconds: tuple[float, ...]
    peak: int

    @property
    def median(self) -> float:
        """The run in the middle."""
        return median(self.seconds)


def measure(command: Sequence[str], *, runs: int) -> Measurement:
    """Run `command` once to warm the file cache, then `runs` times. Ends with its message if it fails."""
    _once(command)
    measured = [_once(command) for _run in range(runs)]
    return Measurement(tuple(seconds for seconds, _peak in measured), max(peak for _seconds, peak in measured))


def _once(command: Sequence[str]) -> tuple[float, int]:
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    # Not Popen.wait: only wait4 tells the memory, of the child and of what the child waited for.
    _pid, status, used = os.wait4(process.pid, 0)
    elapsed = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)}: exit code {process.returncode}")
    return elapsed, used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)

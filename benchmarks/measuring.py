"""Run a command several times and measure the whole process, from its start to its end."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from tempfile import TemporaryDirectory


@dataclass(frozen=True, slots=True)
class Run:
    """One run: seconds by the clock, seconds of processors, and the highest resident memory of one process in bytes.

    Processor time and memory include the processes that the command waited for.
    """

    elapsed: float
    processor: float
    peak: int


@dataclass(frozen=True, slots=True)
class Measurement:
    """Several runs of a command."""

    runs: tuple[Run, ...]

    @property
    def elapsed(self) -> tuple[float, float, float]:
        """Median, shortest and longest time by the clock."""
        times = [run.elapsed for run in self.runs]
        return median(times), min(times), max(times)

    @property
    def processor(self) -> float:
        """Median processor time, which a busy machine lengthens less."""
        return median(run.processor for run in self.runs)

    @property
    def peak(self) -> int:
        """The highest resident memory of any process of any run."""
        return max(run.peak for run in self.runs)


def measure(command: Sequence[str], *, runs: int, accepted: Sequence[int] = (0,)) -> Measurement:
    """Run `command` once to warm the file cache and compile its modules, then `runs` times. Ends with its message if it
    fails.

    `accepted` are the exit codes that are no failure.
    """
    with TemporaryDirectory() as compiled:
        # As installed, where modules are compiled once; PYTHONDONTWRITEBYTECODE would compile them in every run.
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": compiled, "PYTHONDONTWRITEBYTECODE": ""}
        _run(command, accepted, environment)
        return Measurement(tuple(_run(command, accepted, environment) for _number in range(runs)))


def _run(command: Sequence[str], accepted: Sequence[int], environment: Mapping[str, str]) -> Run:
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment)
    # Not Popen.wait: only wait4 tells time and memory, of the child and of what the child waited for. The memory is at
    # least that of this process, from which the child was forked; so this process imports little.
    _pid, status, used = os.wait4(process.pid, 0)
    elapsed = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in accepted:
        sys.exit(f"{' '.join(command)}: exit code {process.returncode}")
    return Run(elapsed, used.ru_utime + used.ru_stime, used.ru_maxrss * (1 if sys.platform == "darwin" else 1024))

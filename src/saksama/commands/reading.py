"""Read the user's workbook or JSON, and say everything that is wrong with it at once."""

from collections.abc import Callable, Iterable
from pathlib import Path

from saksama.commands.console import complain, say
from saksama.commands.failure import Failure
from saksama.exchange.problem import Problem, Severity, describe
from saksama.kernel.record import PerformanceRecord
from saksama.language.messages import _, ngettext


def load(path: Path, *, tell: Callable[[str], None] = say, refuses_questions: bool = False) -> PerformanceRecord:
    """The record of a file; its questions and notes are told. Raises `Failure` where nothing certain was read.

    What is asked about is not in the record: a command that writes the record anew refuses questions.
    """
    if path.suffix.lower() == ".json":
        from saksama.exchange.record_json_reading import read_record_json as read
    else:
        from saksama.exchange.reading import read_record as read

    reading = read(path)
    problems = tuple(reading.problems)
    if reading.record is None:
        if len(problems) == 1:
            raise Failure(describe(problems[0]))
        show_problems(problems, complain)
        raise Failure(_("{path} belum dapat dipakai. Perbaiki kesalahan di atas, lalu ulangi.").format(path=path))
    show_problems(problems, tell)
    if refuses_questions and _count(problems, Severity.QUESTION):
        raise Failure(
            _("Jawablah dahulu pertanyaan di atas di {path}: yang belum pasti akan hilang.").format(path=path)
        )
    return reading.record


def show_problems(problems: Iterable[Problem], tell: Callable[[str], None]) -> None:
    """List problems by how much they matter, in the order in which they were found."""
    every = tuple(problems)
    for severity, title in (
        (Severity.ERROR, ngettext("{count} kesalahan:", "{count} kesalahan:", _count(every, Severity.ERROR))),
        (Severity.QUESTION, ngettext("{count} pertanyaan:", "{count} pertanyaan:", _count(every, Severity.QUESTION))),
        (Severity.NOTE, ngettext("{count} catatan:", "{count} catatan:", _count(every, Severity.NOTE))),
    ):
        count = _count(every, severity)
        if count:
            tell(title.format(count=count))
            for problem in every:
                if problem.severity is severity:
                    tell("  " + describe(problem))


def _count(problems: tuple[Problem, ...], severity: Severity) -> int:
    return sum(problem.severity is severity for problem in problems)

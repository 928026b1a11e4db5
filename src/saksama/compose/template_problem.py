"""What is wrong with a government's template, and where."""

from dataclasses import dataclass

from saksama.language.messages import _


@dataclass(frozen=True, slots=True)
class TemplateProblem:
    """One fault: the line where it is known, the entry ("laporan.susunan") where there is one, and what to do."""

    said: str
    entry: str = ""
    line: int | None = None


def describe(problem: TemplateProblem) -> str:
    """The problem with its place, in the user's language."""
    places = [_("baris {line}").format(line=problem.line)] if problem.line else []
    places += [problem.entry] if problem.entry else []
    return f"{', '.join(places)}: {problem.said}" if places else problem.said

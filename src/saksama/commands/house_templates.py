"""Read the government's template, and say everything that is wrong with it at once."""

from pathlib import Path

from saksama.commands.console import complain
from saksama.commands.failure import Failure
from saksama.compose.house_template import USUAL, HouseTemplate
from saksama.language.messages import _


def load_template(path: Path | None) -> HouseTemplate:
    """The template of a file, or the usual one. Raises `Failure`."""
    if path is None:
        return USUAL
    from saksama.compose.template_problem import describe
    from saksama.compose.template_reading import read_template

    reading = read_template(path)
    if reading.template is None:
        for problem in reading.problems:
            complain(f"  {path}, {describe(problem)}")
        raise Failure(_("Templat {path} belum dapat dipakai. Perbaiki yang disebut di atas.").format(path=path))
    return reading.template

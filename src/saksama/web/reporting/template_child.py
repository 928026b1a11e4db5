"""Read a template in a process of its own: whatever a hostile file does, it does to this process only.

`python -m saksama.web.reporting.template_child FILE LANGUAGE [PICTURE TITLE]` prints JSON: the template, or null, and
every problem. The template may name the picture by its title, and no other file.
"""

import json
import sys
from datetime import date
from pathlib import Path
from textwrap import shorten

from saksama.compose.template_problem import TemplateProblem, describe
from saksama.compose.template_reading import TemplateReading, read_template
from saksama.documents.document import Document, Figure, Part, PartKind
from saksama.documents.pictures import Image
from saksama.documents.writers import pdf
from saksama.kernel.agency import Logo
from saksama.language.messages import _, use_language
from saksama.web.child_bounds import bound
from saksama.web.reporting.template_json import template_json

SECONDS = 10
MEMORY = 2 * 2**30
_MOST_WRITTEN = 4 * 2**20
_MOST_PROBLEMS = 50
_ANY_DAY = date(2025, 1, 1)
_LONGEST_PROBLEM = 500


def main(arguments: list[str]) -> int:
    """Read the template and print what it says."""
    file, language, *given = arguments
    use_language(language)
    bound(SECONDS, memory=MEMORY, written=_MOST_WRITTEN)
    pictures = {given[1]: Path(given[0])} if given else {}
    reading = read_template(Path(file), pictures=pictures)
    if reading.template and reading.template.logo and not _is_drawn(reading.template.logo):
        said = _("gambar ini rusak dan tidak dapat dicetak; simpan ulang sebagai PNG atau JPEG")
        reading = TemplateReading(None, (TemplateProblem(said, "kop.logo"),))
    problems = [_line(one, given) for one in reading.problems[:_MOST_PROBLEMS]]
    if left := len(reading.problems) - len(problems):
        problems.append(_("dan {count} kekeliruan lain").format(count=left))
    content = reading.template and template_json(reading.template)
    sys.stdout.write(json.dumps({"template": content, "problems": problems}))
    return 0


def _line(problem: TemplateProblem, given: list[str]) -> str:
    """The problem with its place, and the picture by the name that people know."""
    said = describe(problem)
    if given:
        said = said.replace(given[0], given[1])
    return shorten(said, _LONGEST_PROBLEM, placeholder="…")


def _is_drawn(logo: Logo) -> bool:
    """Whether the logo can be printed: a broken one would break every document of the government."""
    figure = Figure(Image(logo.media_type, logo.content, "Logo", logo.width, logo.height), "", "")
    try:
        pdf.write(Document("Logo", "", _ANY_DAY, (Part(PartKind.BODY, (figure,)),)))
    except pdf.TypesettingError:
        return False
    return True


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The pages about the command line say what the parser knows."""

import pytest

from tools.reference_cli import PAGES, page


@pytest.mark.parametrize("language", sorted(PAGES))
def test_the_page_of_the_command_line_is_current(language: str) -> None:
    assert PAGES[language].read_text(encoding="utf-8") == page(language), "run `make docs`"

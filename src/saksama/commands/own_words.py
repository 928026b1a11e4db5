"""Let argparse say its own words ("usage", "unrecognized arguments") in the language in use."""

import gettext
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from saksama.language import messages

_CATALOGUES = Path(messages.__file__).parent / "catalogues"


@contextmanager
def own_words(language: str) -> Iterator[None]:
    """Give argparse the catalogue `argparse`: it asks gettext's global domain, which asks the environment."""
    domain, wish = gettext.textdomain(), os.environ.get("LANGUAGE")
    gettext.bindtextdomain("argparse", str(_CATALOGUES))
    gettext.textdomain("argparse")
    os.environ["LANGUAGE"] = language
    try:
        yield
    finally:
        gettext.textdomain(domain)
        if wish is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = wish

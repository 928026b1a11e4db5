"""Messages of the interface, in the user's language. Message ids are Indonesian, so Indonesian needs no catalogue.

Official documents are Indonesian always: what goes into one is said inside `speaking("id")`.
"""

import gettext
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

LANGUAGES = ("id", "en")
_CATALOGUES = Path(__file__).parent / "catalogues"
_current: ContextVar[str] = ContextVar("language", default="id")


def use_language(language: str) -> None:
    """Say everything from here on in `language`, one of `LANGUAGES`; anything else is taken as Indonesian."""
    _current.set(language if language in LANGUAGES else "id")


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Say everything inside the `with` in `language`: "id" for what goes into an official document."""
    before = _current.set(language if language in LANGUAGES else "id")
    try:
        yield
    finally:
        _current.reset(before)


def current_language() -> str:
    """The language in use: "id" or "en"."""
    return _current.get()


def choose_language(wish: str | None, environment: Mapping[str, str]) -> str:
    """The language that the user asked for, by option, by SAKSAMA_LANG, or by the environment; else Indonesian."""
    stated = (
        wish,
        environment.get("SAKSAMA_LANG"),
        *(environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG")),
    )
    for candidate in stated:
        code = (candidate or "").replace("-", "_").partition("_")[0].partition(".")[0].lower()
        if code in LANGUAGES:
            return code
    return "id"


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    return gettext.translation("saksama", _CATALOGUES, [language], fallback=language == "id")


def _(message: str) -> str:
    """The message in the language in use."""
    return _catalogue(_current.get()).gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """The message for one or for many, in the language in use. In Indonesian both are the same."""
    return _catalogue(_current.get()).ngettext(singular, plural, count)


def to_say(message: str) -> str:
    """Mark a message that stands in a constant and is said later, by `_`, in the language that is in use then."""
    return message

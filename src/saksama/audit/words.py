"""Checks about words: what is wrong stands in the text itself, and no figure is recomputed."""

from collections.abc import Iterable, Sequence

from saksama.audit.facts import page_of, shortened, table_name
from saksama.audit.rule import Check, Outcome, Severity
from saksama.kernel.figures import Blank
from saksama.kernel.provenance import Place
from saksama.language.messages import _
from saksama.understanding.reading import FactKey, Figured, Sentence, UnderstoodTable

LISTED = 6
SOUND = Check(Outcome.PASSED)
"""A look that found nothing wrong."""


def said(text: str, place: Place | None) -> Figured:
    """Words at their place, as a check's figures are."""
    return Figured(text, place or Place(), blank=Blank.WORDS)


def fault(
    message: str,
    at: Sequence[Figured],
    *,
    remedy: str = "",
    severity: Severity | None = None,
    key: FactKey | None = None,
) -> Check:
    """A look that found words that are wrong. Nothing is computed, so nothing is stated or expected."""
    return Check(Outcome.FAILED, tuple(at), key, message=message, remedy=remedy, severity=severity)


def listed(items: Iterable[str], *, most: int = LISTED) -> str:
    """The items in quotation marks, the first few of many."""
    every = list(dict.fromkeys(items))
    shown = [f"“{shortened(item)}”" for item in every[:most]]
    if len(every) > most:
        shown.append(_("{count} lainnya").format(count=len(every) - most))
    return ", ".join(shown)


def enumerated(items: Iterable[str], *, most: int = LISTED) -> str:
    """The items as they are, the first few of many."""
    every = list(dict.fromkeys(items))
    shown = every[:most]
    if len(every) > most:
        shown.append(_("{count} lainnya").format(count=len(every) - most))
    return ", ".join(shown)


def sentence_name(sentence: Sentence) -> str:
    """Where a sentence stands, in words."""
    return _("kalimat “{text}”{page}").format(text=shortened(sentence.text), page=page_of(sentence.place))


def in_sentence(sentence: Sentence) -> Figured:
    """A sentence as the accused words."""
    return said(sentence.text, sentence.place)


def table_at(table: UnderstoodTable) -> str:
    """A table's name with its page."""
    return table_name(table) + page_of(table.place)


def at_table(table: UnderstoodTable, text: str = "") -> Figured:
    """A table as the accused, by its caption or header."""
    return said(text or f"{table.number} {table.caption}".strip(), table.place)

"""The English catalogue says everything that the Indonesian interface says."""

import re
from pathlib import Path

import polib
import pytest

from tools.messages import CATALOGUES, ENGLISH, UnreadableMessageError, all_messages, compiled, messages_of

PLACEHOLDER = re.compile(r"\{[^{}]*\}|%\([a-z_]+\)[a-z]|%[sdr]")


def _placeholders(text: str) -> list[str]:
    return sorted(PLACEHOLDER.findall(text))


def _translations(entry: polib.POEntry) -> list[tuple[str, str]]:
    if entry.msgid_plural:
        plural = {0: entry.msgid, 1: entry.msgid_plural}
        return [(plural.get(number, entry.msgid_plural), text) for number, text in entry.msgstr_plural.items()]
    return [(entry.msgid, entry.msgstr)]


def test_every_message_is_in_the_catalogue_and_no_other() -> None:
    said = {message.text for message in all_messages()}
    listed = {entry.msgid for entry in polib.pofile(str(ENGLISH))}

    assert sorted(said - listed) == [], "run `make docs` and translate"
    assert sorted(listed - said) == [], "run `make docs`"


@pytest.mark.parametrize("po", sorted(CATALOGUES.rglob("*.po")), ids=lambda po: po.stem)
def test_every_message_is_translated_with_its_placeholders(po: Path) -> None:
    catalogue = polib.pofile(str(po))

    assert not [entry.msgid for entry in catalogue if not entry.translated() or entry.fuzzy or entry.obsolete]
    for entry in catalogue:
        for text, translation in _translations(entry):
            assert _placeholders(translation) == _placeholders(text), entry.msgid


@pytest.mark.parametrize("po", sorted(CATALOGUES.rglob("*.po")), ids=lambda po: po.stem)
def test_the_compiled_catalogue_is_current(po: Path) -> None:
    assert po.with_suffix(".mo").read_bytes() == compiled(po), "run `make docs`"


def test_a_message_that_is_not_written_out_is_refused() -> None:
    assert [message.text for message in messages_of('_("satu" " dua")', "a.py")] == ["satu dua"]

    with pytest.raises(UnreadableMessageError):
        list(messages_of('_(f"satu {dua}")', "a.py"))

"""Collect the messages of the source into the English catalogue, and compile every catalogue.

`python -m tools.messages` writes; new messages arrive untranslated, and a test says so.
"""

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polib

from saksama.exchange.sheets.definitions import DEFINITIONS
from saksama.kernel.evaluation import ALL_FORMULAS
from saksama.kernel.rating import ACHIEVEMENT_SCALES, VALUE_SCALES
from saksama.kernel.totals import ARITHMETIC
from saksama.web.measurement.record_sheets import GROUPS

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "saksama"
CATALOGUES = SOURCE / "language" / "catalogues"
ENGLISH = CATALOGUES / "en" / "LC_MESSAGES" / "saksama.po"


@dataclass(frozen=True, slots=True)
class Message:
    """A message and where it stands; `plural` where it is counted."""

    text: str
    plural: str
    file: str


class UnreadableMessageError(ValueError):
    """A call of `_` or `ngettext` whose message is not written out, so that nobody could translate it."""


# What the kernel's formulas and scales say of themselves: `_(formula.title)`. Their values are collected below.
_SPOKEN_ATTRIBUTES = ("title", "expression", "note", "regulation")
# What templates say: {% say "…" %}, and the words that a template hands to the one it includes.
_SAID = re.compile(r"""\{%\s*say\s+(?:"([^"]*)"|'([^']*)')""")
_HANDED = re.compile(r"""\b(?:label|hint|title|text)=(?:"([^"]*)"|'([^']*)')""")
_INCLUDE = re.compile(r"\{%\s*include\b.*?%\}", re.DOTALL)


def messages_of(source: str, file: str) -> Iterator[Message]:
    """The messages of a Python file, in order."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        if not isinstance(call.func, ast.Name) or call.func.id not in ("_", "ngettext", "to_say"):
            continue
        if _is_collected_elsewhere(call.args[0]):
            continue
        texts = [argument.value for argument in call.args[:2] if isinstance(argument, ast.Constant)]
        written = [text for text in texts if isinstance(text, str)]
        if len(written) != (2 if call.func.id == "ngettext" else 1):
            raise UnreadableMessageError(f"{file}:{call.lineno}: {ast.unparse(call)}")
        yield Message(written[0], written[1] if len(written) == 2 else "", file)


def _is_collected_elsewhere(argument: ast.expr) -> bool:
    """Whether it is an attribute of a formula or scale, or what a choice is called."""
    if isinstance(argument, ast.Name | ast.Subscript):
        return True  # a constant that is marked by `to_say` where it stands
    if isinstance(argument, ast.Attribute):
        return argument.attr in (*_SPOKEN_ATTRIBUTES, "label", "value")
    return isinstance(argument, ast.Call) and ast.unparse(argument.func).endswith("_display")


def choices_of(source: str, file: str) -> Iterator[Message]:
    """What the choices of a model are called: the second word of each member of a `TextChoices`."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ClassDef) and any(ast.unparse(base).endswith("TextChoices") for base in node.bases):
            for line in node.body:
                if isinstance(line, ast.Assign) and isinstance(line.value, ast.Tuple):
                    yield Message(ast.literal_eval(line.value.elts[1]), "", file)


def template_messages(source: str, file: str) -> Iterator[Message]:
    """The messages of a template of the web application."""
    handed = (found for tag in _INCLUDE.findall(source) for found in _HANDED.findall(tag))
    for double, single in (*_SAID.findall(source), *handed):
        yield Message(double or single, "", file)


def kernel_messages() -> Iterator[Message]:
    """What the formulas and scales say of themselves."""
    file = "src/saksama/kernel"
    for formula in ALL_FORMULAS:
        yield from (Message(text, "", file) for text in (formula.title, formula.expression, formula.citation.note))
    for scale in (*ACHIEVEMENT_SCALES, *VALUE_SCALES):
        yield from (Message(text, "", file) for text in (scale.title, scale.citation.note))
    yield Message(ARITHMETIC.regulation, "", file)


def sheet_messages() -> Iterator[Message]:
    """What the sheets say that are filled on the web, and the choices of a data sheet."""
    for sheet in (sheet for group in GROUPS.values() for sheet in group):
        fields = [column.field for column in sheet.columns(0)]
        said = [text for field in fields for text in (field.heading, field.hint, *(one.label for one in field.options))]
        for text in (sheet.title, sheet.purpose, *filter(None, said)):
            yield Message(text, "", "src/saksama/exchange/sheets")
    for option in (option for field in DEFINITIONS.fields for option in field.options):
        yield Message(option.label, "", "src/saksama/exchange/sheets")


def all_messages() -> tuple[Message, ...]:
    """Every message of the package, each once, in the order of the files."""
    found: dict[str, Message] = {}
    for path in sorted(SOURCE.rglob("*.py")):
        source, file = path.read_text(encoding="utf-8"), path.relative_to(ROOT).as_posix()
        for message in (*messages_of(source, file), *choices_of(source, file)):
            found.setdefault(message.text, message)
    for path in sorted(SOURCE.rglob("templates/**/*.html")):
        for message in template_messages(path.read_text(encoding="utf-8"), path.relative_to(ROOT).as_posix()):
            found.setdefault(message.text, message)
    for message in (*kernel_messages(), *sheet_messages()):
        if message.text:
            found.setdefault(message.text, message)
    return tuple(found.values())


def merged(messages: tuple[Message, ...], present: polib.POFile) -> polib.POFile:
    """A catalogue of exactly these messages, with the translations that are there."""
    catalogue = polib.POFile(wrapwidth=110)
    catalogue.metadata = {
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Language": "en",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    for message in messages:
        known = present.find(message.text)
        entry = polib.POEntry(msgid=message.text, occurrences=[(message.file, "")])
        if message.plural:
            entry.msgid_plural = message.plural
            entry.msgstr_plural = (known.msgstr_plural if known else None) or {0: "", 1: ""}
        elif known:
            entry.msgstr = known.msgstr
        catalogue.append(entry)
    return catalogue


def compiled(po: Path) -> bytes:
    """The binary form of a catalogue file."""
    binary: bytes = polib.pofile(str(po)).to_binary()
    return binary


def main() -> int:
    """Rewrite the English catalogue, compile all, and say what is untranslated."""
    catalogue = merged(all_messages(), polib.pofile(str(ENGLISH)) if ENGLISH.exists() else polib.POFile())
    ENGLISH.parent.mkdir(parents=True, exist_ok=True)
    catalogue.save(str(ENGLISH))
    for po in sorted(CATALOGUES.rglob("*.po")):
        po.with_suffix(".mo").write_bytes(compiled(po))
    untranslated = catalogue.untranslated_entries()
    for entry in untranslated:
        print(entry.msgid)
    print(f"{len(catalogue)} messages, {len(untranslated)} untranslated", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())

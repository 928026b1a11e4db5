"""Write the reference of the command line from its parser: in English for contributors, in Indonesian for planners.

`python -m tools.reference_cli` writes both pages; a test says when one is out of date.
"""

import argparse
import sys
from pathlib import Path

from saksama.commands.arguments import parser
from saksama.language.messages import speaking

ROOT = Path(__file__).resolve().parents[1]
PAGES = {"en": ROOT / "docs" / "reference" / "cli.md", "id": ROOT / "docs" / "panduan" / "perintah.md"}
_TITLES = {"en": "The command line", "id": "Perintah"}
_HEADINGS = {"en": "| argument | meaning |", "id": "| argumen | arti |"}
_ORIGINS = {
    "en": "Generated from the parser by `make docs`; do not edit.",
    "id": "Halaman ini dibuat dari programnya dengan `make docs`; jangan disunting.",
}


def page(language: str) -> str:
    """The page in one language. Not argparse's own help, whose layout differs between versions of Python."""
    with speaking(language):
        top = parser()
    lines = [f"# {_TITLES[language]}", "", f"<!-- {_ORIGINS[language]} -->", "", top.description or "", ""]
    lines += [top.epilog or "", "", *_table(top, language)]
    for name, command in _commands(top).items():
        lines += ["", f"## saksama {name}", "", command.description or "", "", "```", _usage(name, command), "```", ""]
        lines += _table(command, language)
    return "\n".join(lines) + "\n"


def _commands(top: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    found = next(action for action in top._actions if isinstance(action, argparse._SubParsersAction))
    return dict(found.choices)


def _arguments(command: argparse.ArgumentParser) -> list[argparse.Action]:
    left_out = (argparse._HelpAction, argparse._SubParsersAction)
    return [action for action in command._actions if not isinstance(action, left_out)]


def _table(command: argparse.ArgumentParser, language: str) -> list[str]:
    rows = [f"| `{_name(action)}` | {action.help} |" for action in _arguments(command)]
    return [_HEADINGS[language], "| --- | --- |", *rows]


def _usage(name: str, command: argparse.ArgumentParser) -> str:
    arguments = _arguments(command)
    positional = [action for action in arguments if not action.option_strings]
    optional = [action for action in arguments if action.option_strings]
    return " ".join(["saksama", name, *(_word(action) for action in (*positional, *optional))])


def _word(action: argparse.Action) -> str:
    word = " ".join(part for part in (*action.option_strings[:1], _value(action)) if part)
    repeated = f"{word} …" if isinstance(action, argparse._AppendAction) else word
    return repeated if action.required else f"[{repeated}]"


def _name(action: argparse.Action) -> str:
    return " ".join(part for part in (", ".join(action.option_strings), _value(action)) if part)


def _value(action: argparse.Action) -> str:
    if action.nargs == 0:
        return ""
    return "{" + ",".join(map(str, action.choices)) + "}" if action.choices else str(action.metavar)


def main() -> int:
    """Write both pages."""
    for language, path in PAGES.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page(language), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Write a page for each rule of the audit from its own docstring, and the list of all.

`python -m tools.reference_rules` writes `docs/rules`; a test says when a page is out of date.
"""

import sys
from pathlib import Path

from saksama.audit.catalogue import RULES, page
from saksama.audit.rule import Rule

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "rules"
_ORIGIN = "<!-- Generated from the rules by `make docs`; do not edit. -->"
_HEADINGS = ("Mengapa penting", "Contoh", "Cara memperbaiki")


def pages() -> dict[Path, str]:
    """The text of every page, by its path."""
    return {FOLDER / "index.md": index()} | {FOLDER / f"{rule.code}.md": rule_page(rule) for rule in RULES}


def rule_page(rule: Rule) -> str:
    """The fault in one sentence, why it matters, an example, the remedy, and what the rule rests on."""
    fault, *paragraphs = page(rule).split("\n\n")
    lines = [f"# {rule.code} {rule.name}", "", _ORIGIN, "", fault]
    for paragraph in paragraphs:
        heading, separator, text = paragraph.partition(": ")
        if separator and heading in _HEADINGS:
            lines += ["", f"## {heading}", "", text[:1].upper() + text[1:]]
        else:
            lines += ["", paragraph]
    note = f" {rule.basis.note}" if rule.basis.note else ""
    lines += ["", "## Dasar", "", f"{rule.basis} ({rule.basis.certainty.value}).{note}"]
    return "\n".join(lines) + "\n"


def index() -> str:
    """All rules with their faults in one sentence each."""
    lines = ["# Aturan audit", "", _ORIGIN, "", "| Kode | Nama | Berat | Kesalahan |", "| --- | --- | --- | --- |"]
    for rule in RULES:
        fault = page(rule).split("\n\n")[0].replace("\n", " ").replace("|", "\\|")
        lines.append(f"| [{rule.code}]({rule.code}.md) | `{rule.name}` | {rule.severity.value} | {fault} |")
    return "\n".join(lines) + "\n"


def main() -> int:
    """Write the pages, and remove those of rules that are no more."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    written = pages()
    for path, text in written.items():
        path.write_text(text, encoding="utf-8", newline="\n")
    for path in FOLDER.glob("*.md"):
        if path not in written:
            path.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())

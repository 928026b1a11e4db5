"""The rules: each has its page, its basis, its code, and its tests."""

import re
from pathlib import Path

import pytest

from saksama.audit.catalogue import RULES, page, rule_named
from saksama.audit.rule import Rule
from tests.command import saksama
from tools.reference_rules import FOLDER, pages

ROOT = Path(__file__).resolve().parents[2]
HEADINGS = ("Mengapa penting: ", "Contoh: ", "Cara memperbaiki: ")


def test_codes_and_names_are_unique() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_says_what_why_how_and_on_what_it_rests(rule: Rule) -> None:
    text = page(rule)

    assert re.fullmatch(r"[A-Z]{3}\d{3}", rule.code)
    assert text.splitlines()[0].endswith(".")
    assert [heading for heading in HEADINGS if f"\n\n{heading}" not in text] == []
    assert rule.basis.regulation


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_has_its_file_and_its_tests(rule: Rule) -> None:
    name = rule.name.replace("-", "_")

    assert (ROOT / "src" / "saksama" / "audit" / "rules" / f"{name}.py").exists()
    assert (ROOT / "tests" / "audit" / "rules" / f"test_{name}.py").exists()


def test_the_pages_are_current() -> None:
    written = {path: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}

    assert written == pages(), "run `make docs`"


def test_a_rule_is_found_by_code_and_name() -> None:
    rule = rule_named("ach001")

    assert rule is not None
    assert rule_named(rule.name) is rule


def test_explain_prints_the_page(tmp_path: Path) -> None:
    ended = saksama("explain", "ACH001", cwd=tmp_path)

    assert (ended.code, ended.err) == (0, "")
    assert "Cara memperbaiki" in ended.out

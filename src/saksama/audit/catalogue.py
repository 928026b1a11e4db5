"""All rules: every file in the folder `rules` that defines a `RULE`, in the order of their codes."""

import inspect
import pkgutil
from importlib import import_module

from saksama.audit import rules
from saksama.audit.rule import Rule


def _collected() -> tuple[Rule, ...]:
    names = sorted(module.name for module in pkgutil.iter_modules(rules.__path__))
    found: list[Rule] = [import_module(f"{rules.__name__}.{name}").RULE for name in names]
    return tuple(sorted(found, key=lambda rule: rule.code))


RULES = _collected()
_BY_NAME = {name: rule for rule in RULES for name in (rule.code, rule.name)}


def rule_named(name: str) -> Rule | None:
    """The rule with this code or name, or `None`."""
    return _BY_NAME.get(name) or _BY_NAME.get(name.upper())


def page(rule: Rule) -> str:
    """What a rule says of itself to users: the docstring of its module."""
    return inspect.cleandoc(inspect.getmodule(rule.check).__doc__ or "")

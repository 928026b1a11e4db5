"""Inspect a reading: look with every rule, diagnose what failed, put it in order, count what was looked at."""

from saksama.audit.catalogue import RULES
from saksama.audit.diagnosis import diagnose
from saksama.audit.facts import forget
from saksama.audit.finding import Audit, RuleCoverage
from saksama.audit.headlines import in_order
from saksama.audit.rule import Outcome, Rule
from saksama.audit.writing import Look
from saksama.understanding.reading import Reading


def inspect(reading: Reading, rules: tuple[Rule, ...] = RULES) -> Audit:
    """Everything that is wrong in what a document claims."""
    looks = tuple(
        Look(rule, check) for rule in rules if _is_law(rule, reading.identity.year) for check in rule.check(reading)
    )
    forget()
    return Audit("", reading, in_order(diagnose(reading, looks)), coverage(looks))


def _is_law(rule: Rule, year: int | None) -> bool:
    """Whether the rule is law for a report of that year; for a year unknown it is."""
    return year is None or (rule.first_year or year) <= year <= (rule.last_year or year)


def coverage(looks: tuple[Look, ...]) -> tuple[RuleCoverage, ...]:
    """How often each rule looked, and why it could not."""
    counts: dict[str, dict[Outcome, int]] = {}
    reasons: dict[str, dict[str, int]] = {}
    for look in looks:
        of_rule = counts.setdefault(look.rule.code, dict.fromkeys(Outcome, 0))
        of_rule[look.check.outcome] += 1
        if look.check.outcome is Outcome.SKIPPED:
            known = reasons.setdefault(look.rule.code, {})
            known[look.check.reason] = known.get(look.check.reason, 0) + 1
    return tuple(
        RuleCoverage(code, found[Outcome.PASSED], found[Outcome.FAILED], tuple(sorted(reasons.get(code, {}).items())))
        for code, found in sorted(counts.items())
    )

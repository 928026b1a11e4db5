"""Which way an indicator is better, as the formula says by which its achievements were computed."""

from saksama.audit.facts import Facts, beside
from saksama.audit.relation import Precision, Relation, Term, judge
from saksama.kernel.achievement import HIGHER_IS_BETTER, LOWER_IS_BETTER, LOWER_IS_BETTER_INVERSE
from saksama.kernel.formula import Formula
from saksama.understanding.reading import Measure, Statement, SubjectKind

_LOWER = (LOWER_IS_BETTER, LOWER_IS_BETTER_INVERSE)


def relation_by(known: Facts, achievement: Statement, formula: Formula) -> Relation | None:
    """The achievement with the target and actual beside it, by a formula of these two."""
    actual, target = (next(iter(beside(known, achievement, part)), None) for part in (Measure.ACTUAL, Measure.TARGET))
    if actual is None or target is None:
        return None
    named = {"actual": Term("actual", actual.figure, Precision.EXACT), "target": Term("target", target.figure)}
    return Relation(formula, achievement.figure, tuple(named[name] for name in formula.inputs))


def is_higher_better(known: Facts, indicator: str, period: str) -> bool | None:
    """Whether more is better; `None` where no achievement tells, or where they tell both."""
    told = set()
    for achievement in known.subjects.get(((SubjectKind.INDICATOR, indicator, ""), Measure.ACHIEVEMENT), ()):
        if achievement.table is None or achievement.key.period != period:
            continue
        follows = [
            judge(relation).holds
            for formula in (HIGHER_IS_BETTER, *_LOWER)
            if (relation := relation_by(known, achievement, formula))
        ]
        if follows and follows[0] != any(follows[1:]):
            told.add(follows[0])
    return told.pop() if len(told) == 1 else None

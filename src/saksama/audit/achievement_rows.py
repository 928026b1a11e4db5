"""Printed achievements with what they may have been computed from, and the formula that explains a column of them."""

from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import product

from saksama.audit.facts import Facts, beside, elsewhere, finest, in_row, is_counted
from saksama.audit.relation import Judgement, Precision, Relation, Term, Verdict, judge, readings
from saksama.audit.rivals import CAPS, LAWFUL, RIVALS
from saksama.kernel.formula import Formula
from saksama.understanding.reading import Measure, Statement


@dataclass(frozen=True, slots=True)
class AchievementRow:
    """An achievement with the statements that it may have been computed from, and the best lawful look at it."""

    statement: Statement
    actuals: tuple[Statement, ...]
    targets: tuple[Statement, ...]
    baselines: tuple[Statement, ...]
    relation: Relation | None
    judgement: Judgement
    is_across: bool  # its target or actual stands in another table
    lawful: tuple[Relation, ...] = ()  # any of these may hold


def achievement_row(known: Facts, statement: Statement) -> AchievementRow:
    """The achievement with its targets and actuals: of its own row, else of other tables."""
    own_actuals, own_targets = (beside(known, statement, measure) for measure in (Measure.ACTUAL, Measure.TARGET))
    actuals = own_actuals or elsewhere(known, statement, Measure.ACTUAL)
    targets = own_targets or elsewhere(known, statement, Measure.TARGET)
    baselines = in_row(known, statement, Measure.BASELINE)
    is_across = not (own_actuals and own_targets)
    best: tuple[Relation | None, Judgement] = (None, Judgement(Verdict.UNCOMPUTABLE))
    lawful: list[Relation] = []
    # Contradictory targets are another finding: here it is enough that one of them fits.
    for formula, actual, target in product(LAWFUL, actuals, targets):
        relation = relation_of(known, formula, statement, {"actual": actual, "target": target})
        judgement = judge(relation)
        lawful.append(relation)
        if best[0] is None or judgement.rank < best[1].rank:
            best = relation, judgement
        if judgement.verdict is Verdict.CONSISTENT:
            break
    return AchievementRow(statement, actuals, targets, baselines, *best, is_across, tuple(lawful))


def relation_of(known: Facts, formula: Formula, statement: Statement, inputs: dict[str, Statement]) -> Relation:
    """The achievement as the formula should give it."""
    terms = tuple(
        Term(
            name,
            inputs[name].figure,
            Precision.EXACT if name != "actual" or is_counted(known.reading, inputs[name]) else Precision.PRINTED,
            finest(known.reading, inputs[name]) if name == "actual" else 0,
        )
        for name in formula.inputs
    )
    return Relation(formula, statement.figure, terms)


def is_trivial(row: AchievementRow) -> bool:
    """A target met exactly is 100 by every formula."""
    return row.judgement.expected == 100


def explained_by(known: Facts, wrong: list[AchievementRow]) -> tuple[Formula, list[AchievementRow]] | None:
    """The wrong formula that explains most rows, and those rows."""
    best: tuple[Formula, list[AchievementRow]] | None = None
    for rival in RIVALS:
        followers = [row for row in wrong if follows(known, rival.formula, row)]
        if followers and (best is None or len(followers) > len(best[1])):
            best = rival.formula, followers
    return best


def follows(known: Facts, formula: Formula, row: AchievementRow) -> bool:
    """Whether a formula explains the row."""
    options = {"actual": row.actuals, "baseline": row.baselines}
    return any(
        judge(relation_of(known, formula, row.statement, dict(zip(formula.inputs, inputs, strict=True)))).verdict
        in (Verdict.CONSISTENT, Verdict.TRUNCATED)
        for inputs in product(*(options[name] for name in formula.inputs))
    )


def capped_rows(rows: list[AchievementRow], wrong: list[AchievementRow]) -> dict[int, Fraction]:
    """The rows that print exactly a usual limit although more was reached, where no row of the column exceeds it."""
    values = [Fraction(readings(row.statement.figure)[0].value) for row in rows]
    found = {}
    for row in wrong:
        printed_value = Fraction(readings(row.statement.figure)[0].value)
        above = isinstance(row.judgement.expected, Fraction) and row.judgement.expected > printed_value
        if above and printed_value in CAPS and printed_value == max(values):
            found[id(row)] = printed_value
    return found


def is_possible(relation: Relation) -> bool:
    """Whether the actual may have been rounded to its own decimals, unlike the rest of its column."""
    terms = tuple(replace(term, decimals=0) for term in relation.terms)
    return judge(replace(relation, terms=terms)).holds

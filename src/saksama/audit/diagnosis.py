"""Failed checks → roots with their consequences: each fault is reported once (audit.md 2.7).

Notes of one topic are one finding. A table most of whose relations fail is doubted before it is blamed. Of the rest,
the figures that explain most failures are the roots; what would hold if the roots were right hangs under them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from saksama.audit.causes import Causes
from saksama.audit.checks import ROUNDED, TRUNCATED
from saksama.audit.facts import table_name
from saksama.audit.finding import Finding
from saksama.audit.relation import SAME, Relation, Term, corrected, judge, readings
from saksama.audit.rule import Check, Outcome, Rule, Severity
from saksama.audit.spots import Cell, Spots, cell_of
from saksama.audit.suspects import Suspect, suspects, what_if
from saksama.kernel.figures import Interval
from saksama.language.messages import _, ngettext
from saksama.understanding.reading import Figured, Reading, SubjectKind

DOUBTED_SHARE = Fraction(1, 2)
DOUBTED_LEAST = 6
"""So many failed relations, and more than this share of a table's, make its reading doubtful."""
SPOTS_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Look:
    """A rule and one look that it took."""

    rule: Rule
    check: Check

    @property
    def severity(self) -> Severity:
        """The look's own severity, or the rule's."""
        return self.check.severity or self.rule.severity


def diagnose(reading: Reading, looks: tuple[Look, ...]) -> tuple[Finding, ...]:
    """The findings of all looks: every failed one appears once, as a root, as a consequence, or in a note."""
    failed = [look for look in looks if look.check.outcome is Outcome.FAILED]
    if not failed:
        return ()
    notes = [look for look in failed if look.severity is Severity.NOTE]
    serious = [look for look in failed if look.severity is not Severity.NOTE]
    passed = tuple(
        look.check.relation for look in looks if look.check.outcome is Outcome.PASSED and look.check.relation
    )
    spots = Spots(reading)
    writer = _Writer(spots, Causes(reading, spots))
    doubted = _doubted(spots, looks, serious)
    known = [look for look in serious if _table(spots, look) not in doubted]
    of_table = {table: [look for look in serious if _table(spots, look) == table] for table in doubted}
    return (
        *_roots(writer, known, passed),
        *(_doubt(writer, reading, table, of_table[table]) for table in doubted),
        *_notes(writer, notes),
    )


def _table(spots: Spots, look: Look) -> int | None:
    position = spots.position(look.check.stated) if look.check.stated else None
    return position[0] if position else None


def _doubted(spots: Spots, looks: tuple[Look, ...], serious: list[Look]) -> tuple[int, ...]:
    """Tables most of whose relations fail, in several columns. A column with one wrong formula is one failure."""
    wrong: dict[int, dict[Cell, Look]] = {}
    for look in serious:
        table = _table(spots, look)
        # What a known cause explains exactly was read right.
        if table is not None and _is_equation(look) and not look.check.cause:
            wrong.setdefault(table, {}).setdefault(cell_of(_stated(look)), look)
    candidates = {table for table, found in wrong.items() if len(found) >= DOUBTED_LEAST}
    if not candidates:
        return ()
    right: dict[int, int] = {}
    for look in looks:
        if look.check.outcome is Outcome.PASSED and _is_equation(look):
            table = _table(spots, look)
            if table in candidates:
                right[table] = right.get(table, 0) + 1
    return tuple(
        table
        for table in sorted(candidates)
        if len(wrong[table]) > DOUBTED_SHARE * (len(wrong[table]) + right.get(table, 0))
        and len({position[2] for look in wrong[table].values() if (position := spots.position(_stated(look)))}) > 1
    )


def _is_equation(look: Look) -> bool:
    """Whether the look says how a table was read; that a part is no larger than its whole holds by chance."""
    return look.check.relation is not None and not look.check.relation.is_limit


def _stated(look: Look) -> Figured:
    return look.check.stated or look.check.figures[0]


_COMPARING = ("CON", "TXT")
_OF_ROWS = ("SUM001", "SUM004")
"""A row is wrong as a whole: appropriation and expenditure miss the same part."""
_FIRST = ("AVG001",)
"""Of several rules that accuse one figure these say the most."""


def _roots(writer: "_Writer", looks: list[Look], passed: tuple[Relation, ...]) -> list[Finding]:
    failed = sorted(looks, key=lambda look: look.rule.code not in _FIRST)
    parents = _repeated(failed)  # a failed look → the one that it hangs under
    relations = {
        number: look.check.relation
        for number, look in enumerate(failed)
        if look.check.relation and number not in parents
    }
    found = suspects(relations, passed)
    roots: dict[int, Suspect | None] = {}
    for suspect in found:
        first = _spokesman(failed, suspect)
        roots[first] = suspect
        parents.update((number, first) for number in suspect.explained if number != first)
    _join(writer.spots, failed, roots, parents)
    for number in range(len(failed)):
        if number not in parents and number not in roots:
            roots[number] = None
    _hang(failed, roots, parents, passed)
    return [
        writer.finding(failed[root], suspect, [failed[number] for number, parent in parents.items() if parent == root])
        for root, suspect in sorted(roots.items())
    ]


def _repeated(failed: list[Look]) -> dict[int, int]:
    """A wrong figure that other tables repeat is one fault; the first place speaks for the others."""
    first: dict[object, int] = {}
    parents: dict[int, int] = {}
    for number, look in enumerate(failed):
        stated = look.check.stated
        if look.check.key is None or stated is None or not readings(stated):
            continue
        inputs = look.check.relation.terms if look.check.relation else ()
        values = tuple(figure.value for term in inputs for figure in readings(term.figured)[:1])
        key = (look.rule.code, look.check.key.measure, readings(stated)[0].value, values)
        if first.setdefault(key, number) != number:
            parents[number] = first[key]
    return parents


def _spokesman(failed: list[Look], suspect: Suspect) -> int:
    """The look that says what is wrong with the suspect itself; else the first that it explains."""
    cell = cell_of(suspect.figured)
    accusing = [number for number in suspect.explained if cell_of(_stated(failed[number])) == cell]
    # A sum or a quotient says what should stand there; two prints that differ do not.
    return min(
        accusing or suspect.explained, key=lambda number: (failed[number].rule.code.startswith(_COMPARING), number)
    )


def _join(spots: Spots, failed: list[Look], roots: dict[int, Suspect | None], parents: dict[int, int]) -> None:
    """Several faults found in one figure, or in the sums of one row, are one."""
    by_place: dict[object, int] = {}
    for number, look in enumerate(failed):
        if number in parents or not look.check.stated:
            continue
        accused = look.check.accused or (look.check.stated,)
        keys: list[object] = [cell_of(figured) for figured in accused]
        position = spots.position(look.check.stated)
        if position and look.rule.code in _OF_ROWS:
            keys.append((look.rule.code, position[:2]))
        first = next((by_place[key] for key in keys if key in by_place), number)
        for key in keys:
            by_place.setdefault(key, first)
        if first != number and number not in roots:  # a root with consequences of its own keeps them
            parents[number] = first


def _hang(
    failed: list[Look], roots: dict[int, Suspect | None], parents: dict[int, int], passed: tuple[Relation, ...]
) -> None:
    """Hang under a root what would hold if the roots were right."""
    changes: dict[Figured, Interval] = {}
    for number in (*roots, *parents):
        suspect = roots.get(number)
        if suspect:
            changes[suspect.figured] = suspect.value
        elif repair := failed[number].check.repair:
            changes[_stated(failed[number])] = repair
    if not changes:
        return
    known = what_if(changes, passed)
    causes = {cell_of(figured) for figured in changes}
    for number in sorted(roots):
        check = failed[number].check
        if roots[number] is not None or check.relation is None or cell_of(_stated(failed[number])) in causes:
            continue
        if not any(_repaired(relation, known) for relation in _readings_of(check)):
            continue
        above = _nearest(failed, roots, number)
        if above is not None:
            parents[number] = above
            for other, parent in list(parents.items()):
                if parent == number:
                    parents[other] = above
    for number in parents:
        roots.pop(number, None)


def _readings_of(check: Check) -> Iterator[Relation]:
    """The relation of a check; where equals are compared, one for each figure that it may equal."""
    if check.relation is None:
        return
    yield check.relation
    if check.relation.formula is SAME:
        stated = check.relation.stated
        for figured in check.figures:
            if cell_of(figured) != cell_of(stated):
                yield replace(check.relation, terms=(Term("other", figured),))


def _repaired(relation: Relation, changes: dict[Figured, Interval]) -> bool:
    changed = corrected(relation, changes)
    return changed is not None and judge(changed).holds


def _nearest(failed: list[Look], roots: dict[int, Suspect | None], number: int) -> int | None:
    """The root that a consequence hangs under: one with a figure of its own, of its subject, a total, or any sum."""
    cells = {cell_of(figured) for figured in failed[number].check.figures}
    others = [root for root in sorted(roots) if root != number]
    touching = [
        root
        for root in others
        if ((suspect := roots[root]) and cell_of(suspect.figured) in cells) or cell_of(_stated(failed[root])) in cells
    ]
    subject = key.subject if (key := failed[number].check.key) else ""
    repairing = [root for root in others if failed[root].check.repair]
    of_subject = [root for root in repairing if subject and (key := failed[root].check.key) and key.subject == subject]
    sums = [root for root in repairing if failed[root].rule.code == "SUM001"]
    totals = [root for root in sums if (key := failed[root].check.key) and key.kind is SubjectKind.AGENCY]
    return next(iter((*touching, *of_subject, *totals, *sums, *repairing)), None)


def _notes(writer: "_Writer", notes: list[Look]) -> list[Finding]:
    """One finding for each topic; a note without a topic stands alone."""
    topics: dict[tuple[str, str], list[Look]] = {}
    for number, look in enumerate(notes):
        topic = look.check.topic
        key = ("", topic) if topic in (TRUNCATED, ROUNDED) else (look.rule.code, topic or f"{number}")
        topics.setdefault(key, []).append(look)
    return [writer.note(found) for found in topics.values()]


def _doubt(writer: "_Writer", reading: Reading, table: int, looks: list[Look]) -> Finding:
    """One finding that doubts how a table was read, with the failures under it."""
    first = writer.finding(looks[0], None, [])
    name = table_name(reading.tables[table])
    message = _(
        "{table}: {count} hubungan antarangka tidak cocok, lebih dari separuhnya. Mungkin tabelnya salah terbaca "
        "(kolom atau baris bergeser). Perlu dicek sebelum angka-angkanya disalahkan."
    ).format(table=name, count=len(looks))
    return replace(
        first,
        rule="EXT001",
        name="doubtful-table",
        severity=Severity.WARNING,
        message=message,
        remedy=_("Bandingkan isi tabel dengan hasil baca: saksama read."),
        expected=None,
        expected_text="",
        arithmetic="",
        stated=None,
        relation=None,
        consequences=tuple(writer.finding(look, None, []) for look in looks),
    )


class _Writer:
    """Writes findings."""

    def __init__(self, spots: Spots, causes: Causes) -> None:
        self.spots = spots
        self._causes = causes

    def finding(self, look: Look, suspect: Suspect | None, below: list[Look]) -> Finding:
        check = look.check
        message = check.message
        stated, expected, text = check.stated, check.expected, check.expected_text
        figures = list(dict.fromkeys(check.figures))
        if suspect and (not stated or cell_of(stated) != cell_of(suspect.figured)):
            figures.insert(0, suspect.figured)
            stated, expected = suspect.figured, suspect.value
            text = self._causes.written(suspect)
            message = self._causes.of_suspect(suspect, message, len(below) + 1)
        cause = check.cause
        if look.severity is not Severity.NOTE and not cause:
            cause = self._causes.named(check, stated, expected)
        key = check.key
        if suspect and stated is not check.stated and (statement := self.spots.statement(suspect.figured)):
            key = statement.key
        return Finding(
            look.rule.code,
            look.rule.name,
            look.severity,
            f"{message} {cause}".strip(),
            check.remedy,
            tuple(self.spots.spot(figured) for figured in list(dict.fromkeys(figures))[:SPOTS_SHOWN]),
            key.subject if key else "",
            key.measure.value if key else "",
            key.period if key else "",
            stated,
            expected,
            text,
            check.arithmetic,
            str(look.rule.basis),
            check.explanation,
            relation=check.relation,
            consequences=tuple(self.finding(other, None, []) for other in below),
        )

    def note(self, looks: list[Look]) -> Finding:
        first = self.finding(looks[0], None, [])
        if len(looks) == 1:
            return first
        count = len(looks)
        more = ngettext("Ada {count} angka seperti ini.", "Ada {count} angka seperti ini.", count).format(count=count)
        spots = [spot for look in looks for spot in self.finding(look, None, []).spots[:1]]
        return replace(
            first,
            message=f"{more} {first.message}",
            spots=tuple(dict.fromkeys(spots))[:SPOTS_SHOWN],
            consequences=tuple(self.finding(look, None, []) for look in looks[1:SPOTS_SHOWN]),
        )

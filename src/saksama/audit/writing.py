"""Looks → findings: a root with its consequences, one note for a topic, one doubt for a table."""

from dataclasses import dataclass, replace

from saksama.audit.causes import Causes
from saksama.audit.checks import ROUNDED, TRUNCATED
from saksama.audit.facts import table_name
from saksama.audit.finding import Finding
from saksama.audit.rule import Check, Rule, Severity
from saksama.audit.spots import Spots, cell_of
from saksama.audit.suspects import Suspect
from saksama.language.messages import _, ngettext
from saksama.understanding.reading import Reading

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


class FindingWriter:
    """Writes findings out of looks, with their places and causes."""

    def __init__(self, spots: Spots, causes: Causes) -> None:
        self.spots = spots
        self._causes = causes

    def finding(self, look: Look, suspect: Suspect | None, below: list[Look]) -> Finding:
        """The finding of a look, with those that follow from it."""
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
        """One finding of many notes."""
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


def notes_of(writer: FindingWriter, notes: list[Look]) -> list[Finding]:
    """One finding for each topic; a note without a topic stands alone."""
    topics: dict[tuple[str, str], list[Look]] = {}
    for number, look in enumerate(notes):
        topic = look.check.topic
        key = ("", topic) if topic in (TRUNCATED, ROUNDED) else (look.rule.code, topic or f"{number}")
        topics.setdefault(key, []).append(look)
    return [writer.note(found) for found in topics.values()]


def doubt_of(writer: FindingWriter, reading: Reading, table: int, looks: list[Look]) -> Finding:
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

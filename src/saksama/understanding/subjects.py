"""The subjects that a document names: every spelling of each, and where it stands."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from saksama.documents.document import Document, Heading, Paragraph, plain
from saksama.kernel.provenance import Place
from saksama.understanding.chapters import passages
from saksama.understanding.names import LEAST_MARGIN, LEAST_SCORE, Names, abbreviation, canonical, likeness
from saksama.understanding.reading import RowRole, Subject, SubjectKind, UnderstoodTable

_LABEL = re.compile(
    r"(?P<kind>sasaran|indikator|tujuan|program|kegiatan|sub[\s-]?kegiatan|iku)(?:\s+(?:strategis|kinerja|utama))*"
    r"\s*(?:\d{1,2}|[ivx]{1,4})?\s*:\s*(?P<name>\S.{8,250}?)\s*[.:]?",
    re.IGNORECASE | re.DOTALL,
)
_KINDS = {
    "sasaran": SubjectKind.OBJECTIVE,
    "indikator": SubjectKind.INDICATOR,
    "iku": SubjectKind.INDICATOR,
    "tujuan": SubjectKind.GOAL,
    "program": SubjectKind.PROGRAMME,
    "kegiatan": SubjectKind.ACTIVITY,
    "subkegiatan": SubjectKind.SUB_ACTIVITY,
}
_NAMED = frozenset(_KINDS.values())
_SEVERAL = re.compile(r"\s+(?=(?:[2-9]|1\d)[.)]\s*[^\W\d_])")
_NO_SUBJECT = re.compile(
    r"(?:(?:rata|jumlah|total|capaian|kinerja|sasaran|indikator|program|kegiatan|sub|strategis|nihil|uraian|nilai|utama)\s?)+"
)
_SENTENCE = re.compile(r"\b(?:sebesar|adalah|tercapai|dengan target)\b|\d\s*%", re.IGNORECASE)


@dataclass(slots=True)
class _Found:
    """A canonical name on its way to a subject."""

    spellings: list[tuple[str, Place]] = field(default_factory=list)
    tables: set[int] = field(default_factory=set)
    aliases: dict[str, None] = field(default_factory=dict)


def match_subjects(document: Document, tables: Iterable[UnderstoodTable]) -> tuple[Subject, ...]:
    """The subjects of the label columns and rows of all tables, and of headings and labels, by first appearance.

    A spelling that nearly is another name of its kind goes with it (`Subject.near`), unless one table has both: what
    stands in two rows of a table is two things.
    """
    by_kind: dict[SubjectKind, dict[str, _Found]] = {}
    for kind, text, place, table in (*_from_tables(tables), *_from_text(document)):
        name = canonical(text, kind)
        if len(name) < 4 or not re.search(r"[^\W\d_]{3}", name) or _NO_SUBJECT.fullmatch(name):
            continue
        found = by_kind.setdefault(kind, {}).setdefault(name, _Found())
        found.spellings.append((" ".join(text.split()), place))
        if table is not None:
            found.tables.add(table)
        if alias := abbreviation(text):
            found.aliases.setdefault(alias)
    return _without_shared_aliases([subject for kind, named in by_kind.items() for subject in _merged(kind, named)])


def leading_names(subjects: Iterable[Subject]) -> dict[tuple[SubjectKind, str], str]:
    """Every canonical spelling → the name of its subject; what is not in here leads to itself."""
    return {
        (subject.kind, canonical(text, subject.kind)): subject.name
        for subject in subjects
        for text, _ in (*subject.spellings, *subject.near)
    }


def _from_tables(tables: Iterable[UnderstoodTable]) -> Iterator[tuple[SubjectKind, str, Place, int]]:
    for table in tables:
        kinds = {place: column.kind for place, column in enumerate(table.columns) if column.kind in _NAMED}
        for number, row in enumerate(table.rows):
            if row.role in {RowRole.TOTAL, RowRole.AVERAGE, RowRole.NOTE}:
                continue
            here = replace(table.place, row=number + 1)
            labels = []
            for column, kind in kinds.items():
                text = table.texts[number][column]
                if kind is not None and text.strip() and (number, column) not in table.repeats:
                    labels.append(text)
                    yield from ((kind, name, replace(here, column=column + 1), table.index) for name in _names(text))
            if row.label and row.kind in _NAMED and not any(row.label in text for text in labels):
                yield row.kind, row.label, here, table.index


def _names(text: str) -> list[str]:
    """The names in a cell: a numbered list in one cell holds several."""
    return _SEVERAL.split(text) if re.match(r"\s*1[.)]", text) or re.search(r"\s2[.)]\s*[^\W\d_]", text) else [text]


def _from_text(document: Document) -> Iterator[tuple[SubjectKind, str, Place, None]]:
    for passage in passages(document):
        match passage.block:
            case Heading() as block:
                text = block.text
            case Paragraph() as block:
                text = plain(block.content)
            case _:
                continue
        found = _LABEL.fullmatch(text.strip())
        if found and not _SENTENCE.search(text) and len(found["name"].split()) > 1:
            kind = _KINDS[re.sub(r"[\s-]", "", found["kind"].lower())]
            yield kind, found["name"], block.place or Place(), None


def _merged(kind: SubjectKind, named: dict[str, _Found]) -> Iterator[Subject]:
    """One subject for each name that is not nearly another; the more frequent of two leads."""
    leads = _leads(named)
    followers: dict[str, list[_Found]] = {}
    for other, lead in leads.items():
        followers.setdefault(lead, []).append(named[other])
    for name, found in named.items():
        if name not in leads:
            near = followers.get(name, [])
            yield Subject(
                kind=kind,
                name=name,
                spellings=tuple(found.spellings),
                near=tuple(spelling for other in near for spelling in other.spellings),
                aliases=tuple(dict.fromkeys(alias for each in (found, *near) for alias in each.aliases)),
            )


def _leads(named: dict[str, _Found]) -> dict[str, str]:
    """Near spelling → the name it goes with."""
    order = {name: (-len(found.spellings), place) for place, (name, found) in enumerate(named.items())}
    names = Names(named)
    leads: dict[str, str] = {}
    for name in sorted(named, key=lambda each: order[each], reverse=True):
        scored = sorted((-likeness(name, other), order[other], other) for other in names.alike(name) if other != name)
        if not scored or -scored[0][0] < LEAST_SCORE:
            continue
        second = -scored[1][0] if len(scored) > 1 else 0
        lead = scored[0][2]
        is_apart = bool(named[name].tables & named[lead].tables)
        if -scored[0][0] - second >= LEAST_MARGIN and not is_apart and order[lead] < order[name]:
            leads[name] = lead
    return {name: _end(leads, lead) for name, lead in leads.items()}


def _end(leads: dict[str, str], name: str) -> str:
    while name in leads:
        name = leads[name]
    return name


def _without_shared_aliases(subjects: list[Subject]) -> tuple[Subject, ...]:
    """An abbreviation that two subjects of one kind carry stands for neither."""
    counted: dict[tuple[SubjectKind, str], int] = {}
    for subject in subjects:
        for alias in subject.aliases:
            counted[subject.kind, alias] = counted.get((subject.kind, alias), 0) + 1
    return tuple(
        replace(subject, aliases=tuple(alias for alias in subject.aliases if counted[subject.kind, alias] == 1))
        for subject in subjects
    )

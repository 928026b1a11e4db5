"""Document → Reading: every stage of understanding, in order."""

from saksama.documents.document import Document, Heading, blocks
from saksama.understanding.identity import identity_of
from saksama.understanding.names import canonical
from saksama.understanding.prose import Prose, read_sentences
from saksama.understanding.reading import Coverage, FactKey, Reading, Statement, SubjectKind, UnderstoodTable
from saksama.understanding.scales import read_scale
from saksama.understanding.subjects import leading_names, match_subjects
from saksama.understanding.table_statements import named_rows, table_statements, unstated_figures
from saksama.understanding.tables import understand_tables


def understand(document: Document) -> Reading:
    """What a document claims. Nothing is corrected, nothing is lost: what was not understood is counted."""
    identity = identity_of(document)
    tables = understand_tables(document, year=identity.year)
    subjects = match_subjects(document, tables)
    leads = leading_names(subjects)

    def matched(kind: SubjectKind, text: str) -> str:
        name = canonical(text, kind)
        return leads.get((kind, name), name)

    tables = tuple(named_rows(table, matched) for table in tables)
    scale = read_scale(document)
    stated = table_statements(tables, matched=matched)
    prose = read_sentences(document, subjects, identity=identity, scale=scale)
    statements = (*stated, *prose.statements)
    return Reading(
        document=document,
        identity=identity,
        headings=tuple(block for block in blocks(document) if isinstance(block, Heading)),
        tables=tables,
        sentences=prose.sentences,
        statements=statements,
        subjects=subjects,
        scale=scale,
        coverage=_coverage(tables, stated, prose),
        by_key=_by_key(statements),
    )


def _coverage(tables: tuple[UnderstoodTable, ...], stated: tuple[Statement, ...], prose: Prose) -> Coverage:
    """Figures as they stand on the page: one that makes two statements is one figure, a rating's word is none."""
    said = (*stated, *prose.statements)
    linked = {(each.figure.place, each.figure.text) for each in said if each.figure.readings or each.column is None}
    unlinked = (*unstated_figures(tables, stated), *prose.unlinked)
    return Coverage(figures=len(linked) + len(unlinked), linked=len(linked), unlinked=unlinked)


def _by_key(statements: tuple[Statement, ...]) -> dict[FactKey, tuple[Statement, ...]]:
    found: dict[FactKey, list[Statement]] = {}
    for statement in statements:
        found.setdefault(statement.key, []).append(statement)
    return {key: tuple(same) for key, same in found.items()}

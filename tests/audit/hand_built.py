"""Audits whose findings are written by hand on a document that was really read."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

from saksama.audit.finding import Audit, Finding, RuleCoverage, Spot
from saksama.audit.rule import Severity
from saksama.documents.document import Cell, Document, Heading, ItemList, Paragraph, Table, Text, blocks, plain
from saksama.documents.readers.read import read_document
from saksama.kernel.achievement import HIGHER_IS_BETTER
from saksama.kernel.evaluation import evaluate
from saksama.kernel.explanation import Input
from saksama.kernel.figures import Blank, Interval, read_figure
from saksama.kernel.provenance import Place
from saksama.understanding.reading import Coverage, Figured, Identity, Reading


def reading_of(document: Document, *, figures: int = 120, linked: int = 100) -> Reading:
    """A reading that understood nothing but how many figures there are."""
    return Reading(document, Identity(), (), (), (), (), (), None, Coverage(figures, linked))


def audit_of(path: Path, *findings: Finding, coverage: tuple[RuleCoverage, ...] = ()) -> Audit:
    """The audit of a file with these findings."""
    return Audit(str(path), reading_of(read_document(path)), findings, coverage)


def figured(text: str, place: Place) -> Figured:
    """A printed figure with its readings."""
    read = read_figure(text)
    if isinstance(read, Blank):
        return Figured(text, place, blank=read)
    return Figured(text, place, read, chosen=read[0] if len(read) == 1 else None)


def spot(path: Path, text: str, *, occurrence: int = 0, row: str = "", column: str = "") -> Spot:
    """Where the text stands in the file, as its reader says: the cell, or the run with the place in it."""
    found = [place for place, content in _passages(read_document(path)) if text in content]
    return Spot(found[occurrence], text, row=row, column=column)


def finding(*spots: Spot, severity: Severity = Severity.ERROR, message: str = "", **more: object) -> Finding:
    """A finding about the figure at the first spot."""
    first = spots[0] if spots else Spot(Place())
    told = message or f"Tertulis {first.text}, padahal jumlah bagiannya 4.827.274.899."
    made = Finding(
        rule="SUM001",
        name="wrong-total",
        severity=severity,
        message=told,
        remedy="Jumlahkan lagi kolom itu, lalu perbaiki angkanya.",
        spots=spots,
        subject="program a",
        measure="appropriation",
        period="2020",
        stated=figured(first.text, first.place) if first.text else None,
        expected=Fraction(4827274899),
        expected_text="4.827.274.899",
        arithmetic="2.000.000.000 + 2.827.274.899 = 4.827.274.899",
        basis="PermenPANRB 53/2014, Lampiran II",
    )
    return _replaced(made, more)


def achievement_finding(at: Spot) -> Finding:
    """A finding with an explanation that can be computed again."""
    inputs = (Input("actual", Fraction(2), "Realisasi", "2", at.place), Input("target", Fraction(3), "Target"))
    result = evaluate(HIGHER_IS_BETTER, inputs, identifier="capaian/IK1/2020")
    expected = Interval(Fraction("66.665"), Fraction("66.675"))
    return finding(
        at, severity=Severity.WARNING, message="Capaian perlu dicek.", rule="ACH001", name="misstated-achievement",
        expected=expected, expected_text="66,67%", explanation=result.explanation, arithmetic="2 ÷ 3 × 100% = 66,67%",
    )  # fmt: skip


def _replaced(made: Finding, more: dict[str, object]) -> Finding:
    values = {name: getattr(made, name) for name in Finding.__dataclass_fields__}
    return Finding(**{**values, **more})


def _passages(document: Document) -> Iterator[tuple[Place, str]]:
    for block in blocks(document):
        match block:
            case Heading(place=Place() as place):
                yield place, block.text
            case Paragraph():
                yield from _runs(block.content)
            case ItemList():
                for item in block.items:
                    yield from _runs(item)
            case Table():
                for row in (*block.header, *block.rows):
                    for cell in row.cells:
                        yield from _cell(cell)


def _cell(cell: Cell) -> Iterator[tuple[Place, str]]:
    if cell.place is not None:
        yield cell.place, plain(cell.content)
    else:
        yield from _runs(cell.content)


def _runs(content: object) -> Iterator[tuple[Place, str]]:
    assert isinstance(content, tuple)
    for run in content:
        if isinstance(run, Text) and run.place is not None:
            yield run.place, run.text

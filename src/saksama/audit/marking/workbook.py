"""Cell notes at the places of findings in a workbook. Cells, formulas and formats are not touched."""

from collections.abc import Sequence
from pathlib import Path

from saksama.audit.marking.cell_notes import NotedCell, noted_comments, present_notes
from saksama.audit.marking.marks import Mark, signature
from saksama.audit.marking.note_shapes import EMPTY_SHAPES, with_shapes
from saksama.audit.marking.office_parts import RELATIONS, OfficeParts, open_parts
from saksama.audit.marking.xml_edit import UnmarkableError, appended, edited, outline
from saksama.documents.readers.office_package import MAXIMUM_NESTING
from saksama.documents.readers.spreadsheet_package import workbook_words

_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_SHAPES_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
# What stands after <legacyDrawing> in a sheet; the order is part of the format.
_AFTER = (
    "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "AlternateContent", "webPublishItems",
    "tableParts", "extLst",
)  # fmt: skip


def mark_workbook(path: Path, content: bytes, marks: Sequence[Mark]) -> bytes:
    """The workbook with a note for each mark that it does not have yet; itself where it has them all."""
    parts = open_parts(path, content, workbook_words(), nesting=MAXIMUM_NESTING)
    by_sheet: dict[str, list[Mark]] = {}
    sheets = _sheets(parts)
    for mark in marks:
        name = mark.spot.place.sheet if mark.spot else ""
        by_sheet.setdefault(sheets.get(name, next(iter(sheets.values()))), []).append(mark)
    for sheet, theirs in by_sheet.items():
        _mark_sheet(parts, sheet, theirs)
    return parts.written() if parts.changed else content


def _sheets(parts: OfficeParts) -> dict[str, str]:
    """The parts of the sheets by their names."""
    workbook = parts.relation("", "officeDocument") or "xl/workbook.xml"
    targets = parts.package.relationships(workbook)
    found: dict[str, str] = {}
    for element, attributes in outline(parts.read(workbook), with_attributes=True).attributes:
        identifier = next((value for name, value in attributes.items() if name.endswith(":id")), "")
        if element == "sheet" and identifier in targets:
            kind, target = targets[identifier]
            if kind == "worksheet" and parts.package.has(target):
                found[attributes.get("name", "")] = target
    if not found:
        raise UnmarkableError("worksheet")
    return found


def _mark_sheet(parts: OfficeParts, sheet: str, marks: Sequence[Mark]) -> None:
    comments = parts.relation(sheet, "comments")
    present = present_notes(parts.read(comments)) if comments else ""
    by_cell: dict[str, list[Mark]] = {}
    for mark in marks:
        if signature(mark) + "]" not in present:
            cell = mark.spot.place.cell.replace("$", "").partition(":")[0] if mark.spot else ""
            by_cell.setdefault(cell.upper() or "A1", []).append(mark)
    if not by_cell:
        return
    cells = [NotedCell(cell, tuple(theirs)) for cell, theirs in by_cell.items()]
    if not comments:
        comments = parts.free_name("xl/comments{}.xml")
        parts.changed[comments] = (
            f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="{_SPACE}">'
            "<authors></authors><commentList></commentList></comments>"
        ).encode()
        parts.declare(comments, _COMMENTS_TYPE)
        parts.relate(sheet, "comments", comments)
    parts.changed[comments], added = noted_comments(parts.read(comments), cells)
    if added:
        _add_shapes(parts, sheet, added)


def _add_shapes(parts: OfficeParts, sheet: str, cells: Sequence[NotedCell]) -> None:
    """The boxes that Excel shows the notes in. A note without one is lost when Excel saves."""
    content = parts.read(sheet)
    shape = outline(content)
    drawing = shape.child("legacyDrawing")
    if drawing is None:
        shapes = parts.free_name("xl/drawings/vmlDrawing{}.vml")
        parts.changed[shapes] = EMPTY_SHAPES
        parts.declare(shapes, _SHAPES_TYPE)
        identifier = parts.relate(sheet, "vmlDrawing", shapes)
        prefix = f"{shape.prefix}:" if shape.prefix else ""
        element = f'<{prefix}legacyDrawing xmlns:r="{RELATIONS}" r:id="{identifier}"/>'
        after = next((start for name, start, _end in shape.children if name in _AFTER), None)
        parts.changed[sheet] = (
            appended(content, shape, element) if after is None else edited(content, [(after, after, element.encode())])
        )
    else:
        shapes = parts.relation(sheet, "vmlDrawing")
        if not shapes:
            raise UnmarkableError("vmlDrawing")
    parts.changed[shapes] = with_shapes(parts.read(shapes), cells)

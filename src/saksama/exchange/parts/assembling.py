"""Merged rows → record: written down as a workbook and read as any other, so that every check is made again."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from saksama.exchange.parts.stated_rows import CONTENT, Contents, StatedRows
from saksama.exchange.reading import Reading, read_record
from saksama.exchange.rows.row import Row
from saksama.exchange.workbook import write_rows
from saksama.kernel.activities import Picture
from saksama.kernel.provenance import Place


def assemble(rows: StatedRows, contents: Iterable[Contents], *, first_year: int, last_year: int) -> Reading:
    """The record of the rows, with the files that their marks name; problems are placed as in the merged workbook."""
    known = tuple(contents)
    pictures = tuple(_picture(row, known) for row in rows.get("pictures", ()))
    logo = next(
        (one.logos[mark] for row in rows["profile"] for one in known if (mark := _mark(row)) in one.logos), None
    )
    plain = {sheet: tuple(_without_mark(row) for row in of_sheet) for sheet, of_sheet in rows.items()}
    content = write_rows(
        plain,
        first_year=first_year,
        last_year=last_year,
        logo=logo,
        pictures=tuple(picture for picture in pictures if picture),
    )
    with TemporaryDirectory() as folder:
        path = Path(folder) / "data.xlsx"
        path.write_bytes(content)
        for row in rows.get("attachments", ()):
            file = next((one.attachments[mark] for one in known if (mark := _mark(row)) in one.attachments), None)
            target = path.parent / str(row.get("file", ""))
            if file is not None and target.resolve().is_relative_to(path.parent.resolve()) and row.get("file"):
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(file.content)
        reading = read_record(path)
    return Reading(
        reading.record, tuple(replace(problem, place=_unfiled(problem.place)) for problem in reading.problems)
    )


def _unfiled(place: Place) -> Place:
    return place if place.sheet else Place()


def _mark(row: Row) -> str:
    return str(row.get(CONTENT, ""))


def _picture(row: Row, known: tuple[Contents, ...]) -> Picture | None:
    return next((one.pictures[mark] for one in known if (mark := _mark(row)) in one.pictures), None)


def _without_mark(row: Row) -> Row:
    return {name: value for name, value in row.items() if name != CONTENT}

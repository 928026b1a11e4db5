"""Numeric rows of ruled tables in published PDFs: how many come back exactly, with every figure in a cell of its own.

`python -m benchmarks.audit.extraction_bench FOLDER` reads the reports in a folder of which `extraction/` has the true
rows; `--show` lists what differs. A numeric row has figures in two cells or more, and is nothing but these figures,
cell by cell and without their signs, codes and years among them. A row that a page's end cuts is one row, on the page
where it begins.

The true rows are what this reader and pdfplumber 0.11.10 both read on 24 November 2026. Where they differed, the row
was judged on the picture of the page, and is marked "!". Of the pages on which they agree, 35 drawn by lot were looked
at, and the rows with several figures in a cell gone through: what both had wrong there is marked too. A line marked "~"
is in a table without rules on such a page and counts neither way; a page number alone is a page without numeric rows.
All pages on which either way found a row are there but five: two show a results tree, two a list without rules, one a
table in type too small to read.
"""

import argparse
import re
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from difflib import SequenceMatcher
from pathlib import Path

from saksama.documents.document import Document, Table, blocks, plain
from saksama.documents.readers.read import read_document

_TRUE_ROWS = Path(__file__).parent / "extraction"
_FIGURE = re.compile(r"\d[\d.,]*")

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TrueRow:
    """What stands in a row; its `mark` says that it was disputed ("!") or that its table has no rules ("~")."""

    figures: Row
    mark: str


@dataclass(frozen=True, slots=True)
class Count:
    """How many numeric rows there are, how many of them were disputed, and how they were read."""

    rows: int = 0
    disputed: int = 0
    exact: int = 0
    wrong: int = 0
    missing: int = 0
    invented: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(*(one + more for one, more in zip(astuple(self), astuple(other), strict=True)))


def true_rows(path: Path) -> dict[int, list[TrueRow]]:
    """The true rows of a report by page."""
    pages: dict[int, list[TrueRow]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        page, *figures = line.split("\t")
        rows = pages.setdefault(int(page.lstrip("!~")), [])
        if figures:
            rows.append(TrueRow(tuple(figures), page.rstrip("0123456789")))
    return pages


def read_rows(document: Document) -> dict[int, list[Row]]:
    """The numeric rows of a document's tables by page."""
    pages: dict[int, list[Row]] = {}
    for block in blocks(document):
        if isinstance(block, Table) and block.place and block.place.page:
            for row in (*block.header, *block.rows):
                figures = tuple(filter(None, (_figures(plain(cell.content)) for cell in row.cells)))
                if len(figures) > 1:
                    pages.setdefault(block.place.page, []).append(figures)
    return pages


def _figures(text: str) -> str:
    return " ".join(figure.rstrip(".,") for figure in _FIGURE.findall(text))


def differences(true: Sequence[TrueRow], read: Sequence[Row]) -> Iterator[tuple[TrueRow | None, Row | None]]:
    """Each true row with the row read in its place, in the order of the page."""
    matcher = SequenceMatcher(None, [row.figures for row in true], list(read), autojunk=False)
    for _kind, start, end, first, last in matcher.get_opcodes():
        for number in range(max(end - start, last - first)):
            one = true[start + number] if start + number < end else None
            yield one, read[first + number] if first + number < last else None


def count(pairs: Sequence[tuple[TrueRow | None, Row | None]]) -> Count:
    """How rows were read, those in tables without rules left out."""
    counted = [(true, read) for true, read in pairs if true is None or true.mark != "~"]
    both = [(true, read) for true, read in counted if true and read]
    exact = sum(1 for true, read in both if true.figures == read)
    rows = [true for true, _read in counted if true]
    return Count(
        rows=len(rows),
        disputed=sum(1 for row in rows if row.mark),
        exact=exact,
        wrong=len(both) - exact,
        missing=len(rows) - len(both),
        invented=len(counted) - len(rows),
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the reports of a folder and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", action="store_true", help="list the rows that differ")
    chosen = parser.parse_args(arguments)
    print("| report | pages | numeric rows | disputed | exact | wrong | missing | invented |")
    print("| --- | --: | --: | --: | --: | --: | --: | --: |")
    whole, pages, shown = Count(), 0, []
    for path in sorted(_TRUE_ROWS.glob("*.tsv")):
        report = (chosen.folder / path.name).with_suffix(".pdf")
        if not report.exists():
            continue
        true, read = true_rows(path), read_rows(read_document(report))
        pairs = {page: list(differences(rows, read.get(page, []))) for page, rows in true.items()}
        found = sum((count(rows) for rows in pairs.values()), Count())
        print(_line(report.name, len(true), found))
        whole, pages = whole + found, pages + len(true)
        shown += [(report.name, page, *pair) for page, rows in pairs.items() for pair in rows]
    print(_line("all", pages, whole))
    print(f"\nexact: {100 * whole.exact / max(whole.rows, 1):.2f} %")
    for name, page, true_row, row in shown if chosen.show else ():
        if (true_row is None or true_row.mark != "~") and (true_row is None or true_row.figures != row):
            print(
                f"{name} p. {page}: {' | '.join(true_row.figures) if true_row else '–'}  read: {' | '.join(row or '–')}"
            )


def _line(name: str, pages: int, found: Count) -> str:
    return f"| {name} | {pages} | {' | '.join(map(str, astuple(found)))} |"


if __name__ == "__main__":
    main()

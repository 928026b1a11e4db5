"""What a PDF loses of tables: each cell as read from the Word file and from the PDF that LibreOffice makes of it.

`python -m benchmarks.audit.page_breaks` prints for each layout how many cells are equal after stitching; `--show` lists
the rows that differ.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from multiprocessing import Pool
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.audit.invented import invented
from benchmarks.audit.layouts import LAYOUTS, write
from benchmarks.audit.office import has_office, to_pdf
from saksama.documents.readers.read import read_document
from saksama.understanding.reading import UnderstoodTable
from saksama.understanding.tables import understand_tables

Texts = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """A report: its cells in the Word file, those that the PDF has alike, and the rows that differ, in words."""

    name: str
    cells: int
    alike: int
    differences: tuple[str, ...]


def compared(word: Path) -> Compared:
    """Read a Word file and the PDF beside it, and compare their tables."""
    wanted, found = (understand_tables(read_document(path)) for path in (word, word.with_suffix(".pdf")))
    cells = alike = 0
    differences: list[str] = []
    pairs = _paired(wanted, found)
    for table, other in pairs:
        rows, others = _rows(table), _rows(other) if other else []
        for row, also in _aligned(rows, others):
            same = sum(one == two for one, two in zip(row, also, strict=False)) if len(row) == len(also) else 0
            cells, alike = cells + len(row), alike + same
            if row != also:
                pages = f"{other.pages}" if other else "missing"
                differences.append(f"{word.stem} {table.number or table.caption} {pages}\n  - {row}\n  + {also}")
    return Compared(word.stem, cells, alike, tuple(differences))


def _paired(
    wanted: Sequence[UnderstoodTable], found: Sequence[UnderstoodTable]
) -> Iterator[tuple[UnderstoodTable, UnderstoodTable | None]]:
    """Each numbered table of the Word file with the table of that number in the PDF."""
    numbered = {table.number: table for table in reversed(found)}
    for table in wanted:
        if table.number:
            yield table, numbered.get(table.number)


def _rows(table: UnderstoodTable) -> list[Texts]:
    return [tuple(" ".join(text.split()).replace("/ ", "/") for text in row) for row in (_header(table), *table.texts)]


def _header(table: UnderstoodTable) -> Texts:
    return tuple(column.header for column in table.columns)


def _aligned(rows: Sequence[Texts], others: Sequence[Texts]) -> Iterator[tuple[Texts, Texts]]:
    matcher = SequenceMatcher(None, rows, others, autojunk=False)
    for _tag, start, end, first, last in matcher.get_opcodes():
        for number in range(max(end - start, last - first)):
            yield (
                rows[start + number] if start + number < end else (),
                others[first + number] if first + number < last else (),
            )


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the reports, compare, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=20)
    parser.add_argument("--first", type=int, default=5000, help="the first seed")
    parser.add_argument("--keep", type=Path, help="a folder in which the reports stay; used again where it has them")
    parser.add_argument("--show", action="store_true", help="list the rows that differ")
    chosen = parser.parse_args(arguments)
    if not has_office():
        print("LibreOffice is not installed.")
        return
    with TemporaryDirectory() as temporary:
        folder = chosen.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        for layout in (layout for layout in LAYOUTS if layout.suffix == ".docx"):
            prefix = layout.name.replace(" ", "-")
            files = [
                write(layout, layout.compose(invented(seed), seed), folder, name=f"{prefix}-{seed}", seed=seed)
                for seed in range(chosen.first, chosen.first + chosen.reports)
            ]
            to_pdf([file for file in files if not file.with_suffix(".pdf").exists()], folder)
            with Pool(2) as pool:
                results = pool.map(compared, files)
            cells, alike = sum(each.cells for each in results), sum(each.alike for each in results)
            whole = sum(not each.differences for each in results)
            share = f"{100 * alike / cells:.2f} %"
            print(f"{layout.name}: {alike} of {cells} cells alike ({share}), {whole} of {len(files)} reports whole")
            if chosen.show:
                for each in results:
                    print("\n".join(each.differences))


if __name__ == "__main__":
    main()

"""Invented exports of the budget system, in the layouts that are in use."""

from collections.abc import Sequence
from pathlib import Path

import openpyxl

from saksama.exchange.problem import Problems
from saksama.exchange.spending_export.nodes import ExportNode, export_nodes
from saksama.exchange.spending_export.reading import SpendingExport, read_export

Cell = str | int | float | None

AGENCY = "Dinas Contoh"


def written(path: Path, rows: Sequence[Sequence[Cell]], *, merged: Sequence[str] = (), sheet: str = "LRA") -> Path:
    """A workbook with these rows from A1 on."""
    book = openpyxl.Workbook()
    tab = book.active
    assert tab is not None
    tab.title = sheet
    for row in rows:
        tab.append(list(row))
    for name in merged:
        tab.merge_cells(name)
    book.save(path)
    return path


def read(
    path: Path, *, year: int | None = None, agency: str = AGENCY
) -> tuple[SpendingExport | None, tuple[ExportNode, ...], Problems]:
    """What is read of an export for an agency, the invented one if none is named."""
    problems = Problems()
    export = read_export(path, year=year, problems=problems)
    nodes = () if export is None else export_nodes(export, agency, problems)
    return export, nodes, problems


BY_ACCOUNT: tuple[tuple[Cell, ...], ...] = (
    ("KAB. CONTOH",),
    ("TAHUN ANGGARAN 2026",),
    (),
    ("Kode", None, None, None, "Uraian Program, Kegiatan dan Sub Kegiatan", "Kelompok Belanja"),
    (None, None, None, None, None, "Operasi", None, "Modal"),
    (None, None, None, None, None, "Anggaran", "Realisasi", "Anggaran", "Realisasi"),
    ("1", None, None, None, "2", "3", "4", "5", "6"),
    ("2.16", None, None, None, "URUSAN KOMUNIKASI", 1500, 700, 300, "0,00"),
    ("2.16", "2.16.2.20.2.21.01.0000", None, None, "Dinas Contoh", 1500, 700, 300, "0,00"),
    ("2.16", "2.16.2.20.2.21.01.0000", "2.16.01", None, "PROGRAM PENUNJANG", 1500, 700, 300, "0,00"),
    ("2.16", "2.16.2.20.2.21.01.0000", "2.16.01.2.01", None, "Perencanaan", 1500, 700, 300, "0,00"),
    ("2.16", "2.16.2.20.2.21.01.0000", "2.16.01.2.01.0001", None, "Penyusunan Dokumen", 1000, 700, 300, "0,00"),
    ("2.16", "2.16.2.20.2.21.01.0000", "2.16.01.2.01.0001", "5.1.02", "Belanja Barang", 1000, 700, "0,00", "0,00"),
    ("2.16", "2.16.2.20.2.21.01.0000", "2.16.01.2.01.0001", "5.1.02.01", "Belanja Barang", 1000, 700, "0,00", "0,00"),
    ("2.16", "2.16.2.20.2.21.01.0000", "2.16.01.2.01.0001", "5.2.02", "Belanja Modal", "0,00", "0,00", 300, "0,00"),
    ("2.16", "2.16.2.20.2.21.01.0000", "2.16.01.2.01.0002", None, "Koordinasi", 500, "0,00", "0,00", "0,00"),
    (None, None, None, None, "Jumlah", 1500, 700, 300, "0,00"),
)
BY_ACCOUNT_MERGED = ("A4:D6", "E4:E6", "F4:I4", "F5:G5", "H5:I5")

PLAIN_HEAD: tuple[Cell, ...] = ("Kode", "Uraian", "Anggaran", "Realisasi")


def plain(*rows: Sequence[Cell], year: int = 2025) -> tuple[tuple[Cell, ...], ...]:
    """An export with a code, a name, an appropriation and an expenditure in each row."""
    return ((f"LAPORAN REALISASI ANGGARAN TAHUN ANGGARAN {year}",), (), PLAIN_HEAD, *map(tuple, rows))

"""The data sheets of the plan's indicators, one page each: PER/20/M.PAN/11/2008 (regulations.md 5)."""

from datetime import date

from saksama.compose.finishing import finished
from saksama.compose.grid import CENTER, LEFT, RIGHT, cell, columns, heading, row
from saksama.compose.indicator_sheet import fields, measured
from saksama.compose.ledger import Ledger, gap
from saksama.compose.letterheads import letterhead
from saksama.compose.request import Request
from saksama.documents.document import (
    Block,
    Document,
    Heading,
    PageBreak,
    Part,
    PartKind,
    Reference,
    Row,
    Table,
    Title,
)
from saksama.kernel.indicator import PerformanceIndicator


def compose(request: Request) -> Document:
    """A list of the indicators, then their sheets."""
    record, year = request.record, request.year
    ledger = Ledger(record, year)
    agency = record.agency
    period = f"{record.plan.first_year}–{record.plan.last_year}"
    blocks: list[Block] = [
        letterhead(record),
        Title(("LEMBAR DATA INDIKATOR KINERJA", agency.name.upper(), f"TAHUN {period}")),
        _list(ledger),
    ]
    for above, indicator in measured(ledger):
        blocks += [PageBreak(), Heading(2, indicator.name, _label(indicator)), *_sheet(ledger, above, indicator)]
    document = Document(
        title=f"Lembar Data Indikator Kinerja {agency.name} {period}",
        author=agency.name,
        date=date(record.plan.first_year, 1, 1),
        parts=(Part(PartKind.BODY, tuple(blocks)),),
        subject=f"Definisi, sumber, dan target indikator kinerja {agency.name}",
        header=f"Lembar indikator {agency.short_name or agency.name} {period}",
        mark=record.settings.mark,
    )
    return finished(document, ledger, is_explained=request.is_explained)


def _label(indicator: PerformanceIndicator) -> str:
    return f"lembar-{indicator.id}"


def _list(ledger: Ledger) -> Table:
    rows = tuple(
        row(str(place), Reference(_label(indicator)), above[0], "Ya" if indicator.is_key else "Tidak")
        for place, (above, indicator) in enumerate(measured(ledger), start=1)
    )
    return Table(
        columns((8, CENTER), (62, LEFT), (16, LEFT), (14, CENTER)),
        heading("No.", "Indikator", "Mengukur", "IKU"),
        rows or (row("", gap("indikator belum diisi"), "–", "–"),),
    )


def _sheet(ledger: Ledger, above: tuple[str, str], indicator: PerformanceIndicator) -> tuple[Block, ...]:
    rows = tuple(row(name, content) for name, content in fields(ledger.record, above, indicator))
    head = Row((cell("Unsur", align=CENTER), cell("Keterangan", align=CENTER)))
    facts = Table(columns((28, LEFT), (72, LEFT)), (head,), rows)
    return facts, _targets(ledger, indicator)


def _targets(ledger: Ledger, indicator: PerformanceIndicator) -> Table:
    """The baseline, the target of every year and that of the end of the plan."""
    years = tuple(ledger.record.plan.years)
    baseline = indicator.baseline
    first = f"Data Awal {baseline.year}" if baseline else "Data Awal"
    end = indicator.end_target.year if indicator.end_target else ledger.record.plan.last_year
    names = (first, *(f"Target {year}" for year in years), f"Target Akhir {end}")
    head = Row(tuple(cell(name, align=CENTER) for name in names))
    values = (
        ledger.baseline(indicator),
        *(ledger.plan_target(indicator, year) for year in years),
        ledger.end_target(indicator),
    )
    return Table(columns(*((1, RIGHT),) * len(values)), (head,), (row(*values),))

"""The attachment of the decree that sets the key performance indicators (IKU): PER/20/M.PAN/11/2008."""

from datetime import date

from saksama.compose.finishing import finished
from saksama.compose.grid import CENTER, LEFT, cell, columns, heading, row, text
from saksama.compose.ledger import Ledger, gap
from saksama.compose.request import Request
from saksama.compose.sections.planning import calculation
from saksama.compose.signing import signature
from saksama.documents.document import (
    Block,
    Document,
    Inline,
    Landscape,
    Part,
    Particulars,
    PartKind,
    Row,
    Signatures,
    Table,
    Text,
    Title,
)
from saksama.kernel.indicator import PerformanceIndicator
from saksama.kernel.record import PerformanceRecord

_BY_HAND = "……………………"
"""Numbers and dates that a decree gets when it is signed."""


def compose(request: Request) -> Document:
    """The whole attachment on landscape pages, with the signature of the head."""
    record, year = request.record, request.year
    ledger = Ledger(record, year)
    agency = record.agency
    blocks: tuple[Block, ...] = (
        _decree(record),
        Title(("INDIKATOR KINERJA UTAMA", agency.name.upper(), f"TAHUN {_period(record)}")),
        _table(record),
        Signatures(signature(agency.head, dated=False)),
    )
    document = Document(
        title=f"Indikator Kinerja Utama {agency.name} {_period(record)}",
        author=agency.name,
        date=date(record.plan.first_year, 1, 1),
        parts=(Part(PartKind.BODY, (Landscape(blocks),)),),
        subject=f"Lampiran keputusan tentang indikator kinerja utama {agency.name}",
        mark=record.settings.mark,
    )
    return finished(document, ledger, is_explained=request.is_explained)


def _period(record: PerformanceRecord) -> str:
    return f"{record.plan.first_year}–{record.plan.last_year}"


def _decree(record: PerformanceRecord) -> Particulars:
    head = record.agency.head
    whose = text(f"Keputusan {head.position}") if head else text("Keputusan ", gap("jabatan belum diisi"))
    return Particulars(
        (
            ("Lampiran", whose),
            ("Nomor", text(_BY_HAND)),
            ("Tanggal", text(_BY_HAND)),
            ("Tentang", text(f"Penetapan Indikator Kinerja Utama {record.agency.name}")),
        )
    )


def _table(record: PerformanceRecord) -> Table:
    rows: list[Row] = []
    for name, indicators in _keys(record):
        for place, indicator in enumerate(indicators):
            first = () if place else (cell(name, rowspan=len(indicators)),)
            rows.append(row(str(len(rows) + 1), *first, *_entries(indicator)))
    if not rows:
        lacking = gap("indikator kinerja utama belum diisi")
        rows.append(row("", "–", lacking, *("–",) * 4))
    widths = ((4, CENTER), (16, LEFT), (18, LEFT), (26, LEFT), (16, LEFT), (11, LEFT), (11, LEFT))
    return Table(
        columns(*widths),
        heading(
            "No.",
            "Sasaran Strategis",
            "Indikator Kinerja Utama",
            "Formula/Penjelasan",
            "Alasan",
            "Sumber Data",
            "Penanggung Jawab",
        ),
        tuple(rows),
    )


def _keys(record: PerformanceRecord) -> list[tuple[str, tuple[PerformanceIndicator, ...]]]:
    """Goals and objectives with their key indicators, in the order of the plan."""
    found: list[tuple[str, tuple[PerformanceIndicator, ...]]] = []
    for goal in record.plan.goals:
        found.append((f"Tujuan: {goal.name}", goal.indicators))
        found += [(objective.name, objective.indicators) for objective in goal.objectives]
    keys = ((name, tuple(one for one in indicators if one.is_key)) for name, indicators in found)
    return [(name, indicators) for name, indicators in keys if indicators]


def _entries(indicator: PerformanceIndicator) -> tuple[Inline | str, ...]:
    sheet = indicator.sheet
    # The definition explains, the calculation is the formula; the form has one column for both.
    explained = [f"{part.rstrip('.')}." for part in (sheet.definition, calculation(indicator)) if part]
    formula = Text("\n".join((*explained, f"Satuan: {indicator.unit}"))) if explained else gap()
    return (
        indicator.name,
        formula,
        *(Text(words) if words else gap() for words in (sheet.reason, sheet.source, sheet.owner)),
    )

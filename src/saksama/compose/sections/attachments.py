"""Attachments: the agreement, the measurement form, the data sheets of the indicators."""

from saksama.compose.agreement_attachment import promised
from saksama.compose.agreement_statement import statement
from saksama.compose.grid import CENTER, LEFT, RIGHT, cell, columns, heading, row, table, text
from saksama.compose.house_template import USUAL, HouseTemplate
from saksama.compose.indicator_sheet import fields, measured
from saksama.compose.ledger import Ledger, gap
from saksama.compose.sections.enclosures import bound_files
from saksama.compose.sections.planning import agreement_tables
from saksama.compose.served_objectives import is_served_whole
from saksama.compose.shared_money import shared_notes
from saksama.compose.standing import marked, measuring_bodies, standing_notes
from saksama.compose.units import unit_width
from saksama.compose.values import value_width
from saksama.documents.document import (
    Block,
    Cell,
    Heading,
    HeadingNumbering,
    Landscape,
    Paragraph,
    ParagraphStyle,
    Row,
    Table,
    Text,
)
from saksama.kernel.indicator import PerformanceIndicator


def build(ledger: Ledger, template: HouseTemplate) -> tuple[Block, ...]:
    """The attachments in the order of the law: the agreement first."""
    return (*_agreement(ledger, template), *_measurement(ledger), *_sheets(ledger), *bound_files(ledger))


def _agreement(ledger: Ledger, template: HouseTemplate) -> tuple[Block, ...]:
    agreement, year = ledger.record.agreement(ledger.year), ledger.year
    revised = "Perubahan " if agreement and agreement.revision else ""
    title = Heading(1, f"Perjanjian Kinerja {revised}Tahun {year}", "lampiran-pk", HeadingNumbering.ATTACHMENT)
    if agreement is None:
        return title, Paragraph(text("Perjanjian kinerja: ", gap(), "."))
    number = (Paragraph(text(f"Nomor {agreement.number}"), ParagraphStyle.CENTERED),) if agreement.number else ()
    return (
        title,
        *number,
        *statement(ledger.record, template, agreement),
        *_promised(ledger, template),
    )


def _promised(ledger: Ledger, template: HouseTemplate) -> tuple[Block, ...]:
    """In the government's layout; the usual one has the captions of the report's other tables."""
    if (template.agreement_layout, template.agreement_level) == (USUAL.agreement_layout, USUAL.agreement_level):
        return agreement_tables(ledger, "-lampiran")
    return promised(ledger, template)


def _measurement(ledger: Ledger) -> tuple[Block, ...]:
    year = ledger.year
    rows: list[Row] = []
    every = tuple(indicator for objective in ledger.objectives for indicator in objective.indicators)
    for objective in ledger.objectives:
        span = len(objective.indicators)
        is_whole = is_served_whole(ledger.record, objective)
        for place, indicator in enumerate(objective.indicators):
            spent = ledger.supporting_objective(objective) if is_whole else ledger.supporting(indicator)
            money = (
                ledger.rupiah_plain(spent.appropriation),
                ledger.rupiah_plain(spent.expenditure),
                ledger.plain(spent.absorption),
            )
            first = () if place else (cell(objective.name, rowspan=span),)
            rows.append(
                row(
                    *first,
                    indicator.name,
                    indicator.unit,
                    ledger.target(indicator, year),
                    marked(indicator, year, ledger.actual(indicator, year)),
                    marked(indicator, year, ledger.plain(ledger.achievement(indicator))),
                    *(_once_for_all(money, span, place) if is_whole else money),
                )
            )
    value = (value_width(ledger.record, every, 9), RIGHT)
    made = table(
        "tabel-pengukuran",
        f"Pengukuran Kinerja Tahun {year}",
        widths=columns(
            (24, LEFT),
            (26, LEFT),
            (unit_width(ledger.record.plan.indicators(), 8), CENTER),
            value,
            value,
            (9, RIGHT),
            (15, RIGHT),
            (15, RIGHT),
            (9, RIGHT),
        ),
        header=heading(
            "Sasaran Strategis",
            "Indikator Kinerja",
            "Satuan",
            "Target",
            "Realisasi",
            "Capaian (%)",
            "Pagu (Rp)",
            "Realisasi Anggaran (Rp)",
            "Serapan (%)",
        ),
        rows=tuple(rows),
        origin=f"Data kinerja {ledger.record.agency.name}, {year}{measuring_bodies(ledger, every)}",
        notes=(*standing_notes(every, year), *shared_notes(ledger.record)),
    )
    title = Heading(1, "Formulir Pengukuran Kinerja", "lampiran-pengukuran", HeadingNumbering.ATTACHMENT)
    return title, Landscape((made,))


def _once_for_all(money: tuple[Text, ...], span: int, place: int) -> tuple[Cell, ...]:
    """The objective's money, once beside all its indicators."""
    return () if place else tuple(cell(figure, rowspan=span) for figure in money)


def _sheets(ledger: Ledger) -> tuple[Block, ...]:
    title = Heading(1, "Lembar Indikator Kinerja", "lampiran-indikator", HeadingNumbering.ATTACHMENT)
    return title, *(_sheet(ledger, above, indicator) for above, indicator in measured(ledger))


def _sheet(ledger: Ledger, above: tuple[str, str], indicator: PerformanceIndicator) -> Table:
    return table(
        f"lembar-{indicator.id}",
        indicator.name,
        widths=columns((30, LEFT), (70, LEFT)),
        header=heading("Unsur", "Keterangan"),
        rows=tuple(row(name, content) for name, content in fields(ledger.record, above, indicator)),
    )

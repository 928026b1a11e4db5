"""Attachments: the agreement, the measurement form, the data sheets of the indicators."""

from saksama.compose.grid import CENTER, LEFT, RIGHT, cell, columns, heading, row, table, text
from saksama.compose.ledger import Ledger, gap
from saksama.compose.notes import formula_text
from saksama.compose.sections.enclosures import bound_files
from saksama.compose.sections.planning import agreement_tables, calculation
from saksama.compose.shared_money import shared_notes
from saksama.compose.signing import held, signature
from saksama.compose.standing import marked, measuring_bodies, standing_notes
from saksama.compose.units import unit_width
from saksama.compose.values import value_width
from saksama.documents.document import (
    Block,
    Heading,
    HeadingNumbering,
    Inline,
    Landscape,
    Paragraph,
    ParagraphStyle,
    Row,
    Signatures,
    Table,
    Text,
)
from saksama.kernel.evaluation import formula_named
from saksama.kernel.indicator import PerformanceIndicator


def build(ledger: Ledger) -> tuple[Block, ...]:
    """The attachments in the order of the law: the agreement first."""
    return (*_agreement(ledger), *_measurement(ledger), *_sheets(ledger), *bound_files(ledger))


def _agreement(ledger: Ledger) -> tuple[Block, ...]:
    agreement, year = ledger.record.agreement(ledger.year), ledger.year
    revised = "Perubahan " if agreement and agreement.revision else ""
    title = Heading(1, f"Perjanjian Kinerja {revised}Tahun {year}", "lampiran-pk", HeadingNumbering.ATTACHMENT)
    if agreement is None:
        return title, Paragraph(text("Perjanjian kinerja: ", gap(), "."))
    first, second = agreement.first_party or ledger.record.agency.head, agreement.second_party
    first_name: Inline = Text(f"{first.name}, {held(first)}") if first else gap()
    second_name: Inline = Text(f"{second.name}, {held(second)}") if second else gap()
    number = (Paragraph(text(f"Nomor {agreement.number}"), ParagraphStyle.CENTERED),) if agreement.number else ()
    return (
        title,
        *number,
        Paragraph(
            text(
                "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan, dan akuntabel "
                "serta berorientasi pada hasil, yang bertanda tangan di bawah ini:"
            )
        ),
        Paragraph(text("Pihak pertama: ", first_name, ".")),
        Paragraph(text("Pihak kedua, selaku atasan pihak pertama: ", second_name, ".")),
        Paragraph(
            text(
                "Pihak pertama berjanji mewujudkan target kinerja sesuai lampiran perjanjian ini, dalam rangka "
                "mencapai target jangka menengah seperti yang ditetapkan dalam dokumen perencanaan. Keberhasilan dan "
                "kegagalan pencapaian target tersebut menjadi tanggung jawab pihak pertama."
            )
        ),
        Paragraph(
            text(
                "Pihak kedua melakukan supervisi yang diperlukan serta mengevaluasi capaian kinerja dari perjanjian "
                "ini dan mengambil tindakan yang diperlukan dalam rangka pemberian penghargaan dan sanksi."
            )
        ),
        Signatures(
            signature(first, place=agreement.place, signed_on=agreement.signed_on, above="Pihak Pertama,"),
            signature(second, above="Pihak Kedua,", dated=False),
        ),
        *agreement_tables(ledger, "-lampiran"),
    )


def _measurement(ledger: Ledger) -> tuple[Block, ...]:
    year = ledger.year
    rows: list[Row] = []
    every = tuple(indicator for objective in ledger.objectives for indicator in objective.indicators)
    for objective in ledger.objectives:
        span = len(objective.indicators)
        for place, indicator in enumerate(objective.indicators):
            spent = ledger.supporting(indicator)
            first = () if place else (cell(objective.name, rowspan=span),)
            rows.append(
                row(
                    *first,
                    indicator.name,
                    indicator.unit,
                    ledger.target(indicator, year),
                    marked(indicator, year, ledger.actual(indicator, year)),
                    marked(indicator, year, ledger.plain(ledger.achievement(indicator))),
                    ledger.rupiah_plain(spent.appropriation),
                    ledger.rupiah_plain(spent.expenditure),
                    ledger.plain(spent.absorption),
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


def _sheets(ledger: Ledger) -> tuple[Block, ...]:
    title = Heading(1, "Lembar Indikator Kinerja", "lampiran-indikator", HeadingNumbering.ATTACHMENT)
    return title, *(_sheet(indicator) for indicator in ledger.record.plan.indicators())


def _sheet(indicator: PerformanceIndicator) -> Table:
    sheet, formula = indicator.sheet, formula_named(indicator.formula)
    achievement = formula_text(formula) if formula else indicator.formula
    fields: tuple[tuple[str, str], ...] = (
        ("Definisi operasional", sheet.definition),
        ("Cara penghitungan", calculation(indicator)),
        ("Rumus capaian", achievement),
        ("Satuan", indicator.unit),
        ("Alasan pemilihan", sheet.reason),
        ("Sumber data", sheet.source),
        ("Cara pengumpulan data", sheet.collection),
        ("Frekuensi pengukuran", sheet.frequency),
        ("Penanggung jawab data", sheet.owner),
    )
    rows = tuple(row(name, Text(words) if words else gap()) for name, words in fields)
    optional = (("Verifikator", sheet.verifier), ("Dasar", sheet.basis))
    more = tuple(row(name, words) for name, words in optional if words)
    return table(
        f"lembar-{indicator.id}",
        indicator.name,
        widths=columns((30, LEFT), (70, LEFT)),
        header=heading("Unsur", "Keterangan"),
        rows=(*rows, *more),
    )

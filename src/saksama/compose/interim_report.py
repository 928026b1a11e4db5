"""The measurement of a period (pengukuran kinerja triwulan): record → numbered document."""

from calendar import monthrange
from datetime import date
from fractions import Fraction

from saksama.compose import interim_money, interim_performance
from saksama.compose.finishing import finished
from saksama.compose.grid import CENTER, LEFT, cell, columns, heading, row, table, text
from saksama.compose.interim import Interim, full_title
from saksama.compose.ledger import Ledger, gap
from saksama.compose.letterheads import letterhead
from saksama.compose.phrases import ended, outcomes
from saksama.compose.reporting import EXPENDITURE, Reporting, owed, reporting
from saksama.compose.signing import signature
from saksama.documents.document import (
    Block,
    Cell,
    Document,
    Heading,
    Inline,
    Landscape,
    Paragraph,
    ParagraphStyle,
    Part,
    PartKind,
    Signatures,
    Text,
    Title,
)
from saksama.kernel.indicator import NarrativePart, PerformanceIndicator
from saksama.kernel.period import Period
from saksama.kernel.quantity import Uncomputable
from saksama.kernel.record import PerformanceRecord
from saksama.language.numerals import counted, listed


def compose(record: PerformanceRecord, period: Period, *, is_explained: bool = True) -> Document:
    """What was promised, reached and spent in the period and to its end, why, and who has not reported."""
    ledger = Ledger(record, period.year)
    interim = Interim(ledger, period)
    agency = record.agency
    name = f"Pengukuran Kinerja {full_title(period)}, {agency.name}"
    body: tuple[Block, ...] = (
        letterhead(record),
        Title((f"Pengukuran Kinerja {full_title(period)}", agency.name)),
        *_summary(interim),
        *_owed(interim),
        Landscape(
            (
                *interim_performance.build(interim),
                *interim_money.build(interim),
                *_analysis(interim),
                _signature(interim),
            )
        ),
    )
    last_day = monthrange(period.year, period.last_month)[1]
    document = Document(
        title=name,
        author=agency.name,
        date=date(period.year, period.last_month, last_day),
        parts=(Part(PartKind.BODY, body),),
        subject=f"Target, realisasi, dan anggaran {interim.title}",
        header=f"Pengukuran kinerja {agency.short_name or agency.name} {interim.title}",
        mark=record.settings.mark,
    )
    return finished(document, ledger, is_explained=is_explained)


def _signature(interim: Interim) -> Block:
    record = interim.ledger.record
    return Signatures(signature(record.agency.head, place=record.issue(interim.period.year).place))


# What a hurried reader reads


def _summary(interim: Interim) -> tuple[Block, ...]:
    every = [indicator for objective in interim.ledger.objectives for indicator in objective.indicators]
    lead = f"Sampai dengan {interim.title}, {_states(interim, every)}. {_outcomes(interim, every)}"
    return Paragraph(text(lead), ParagraphStyle.LEAD), Paragraph(text(*_spent(interim)))


_WORDS = {
    Reporting.REPORTED: "sudah dilaporkan",
    Reporting.MISSING: "belum dilaporkan",
    Reporting.NOT_DUE: "belum waktunya diukur",
    Reporting.NOT_RELEASED: "belum dirilis",
    Reporting.NOT_APPLICABLE: "tidak berlaku",
}


def _states(interim: Interim, every: list[PerformanceIndicator]) -> str:
    if not every:
        return "belum ada indikator sasaran"
    found = [reporting(indicator, interim.period) for indicator in every]
    present = [state for state in Reporting if state in found]
    if len(present) == 1:
        return f"seluruh {counted(len(every))} indikator sasaran {_WORDS[present[0]]}"
    parts = tuple(f"{counted(found.count(state))} {_WORDS[state]}" for state in present)
    return f"dari {counted(len(every))} indikator sasaran, {listed(parts)}"


def _outcomes(interim: Interim, every: list[PerformanceIndicator]) -> str:
    reported = [one for one in every if reporting(one, interim.period) is Reporting.REPORTED]
    if not reported:
        return "Belum ada capaian yang dapat dinilai."
    values = [interim.achieved_to_date(indicator).value for indicator in reported]
    met = [None if isinstance(value, Uncomputable) else value >= 100 for value in values]
    incomplete = (
        " Pengukuran ini belum lengkap." if any(True for _ in owed(interim.ledger.record, interim.period)) else ""
    )
    of_those = "Dari yang sudah dilaporkan, " if len(reported) < len(every) else ""
    told = outcomes(met)
    sentence = f"{of_those}{told} s.d. {interim.title}."
    return sentence[0].upper() + sentence[1:] + incomplete


def _spent(interim: Interim) -> list[str | Inline]:
    money, ledger = interim.total(), interim.ledger
    if not ledger.programmes:
        return ["Anggaran: ", gap(), "."]
    parts: list[str | Inline] = [f"Pagu anggaran tahun {ledger.year} ", ledger.rupiah(money.appropriation), ". "]
    if isinstance(money.to_date.value, Fraction):
        spent = ledger.rupiah(money.to_date)
        return [
            *parts,
            f"Realisasi anggaran s.d. {interim.title} ",
            spent,
            ", atau ",
            ledger.percent(money.absorption),
            ".",
        ]
    late = [item for item in owed(ledger.record, interim.period) if item.what.startswith(EXPENDITURE)]
    why = f"{counted(len(late))} rincian belum melaporkannya"
    return [*parts, f"Realisasi anggaran s.d. {interim.title} belum dapat dijumlahkan karena {why}."]


def _owed(interim: Interim) -> tuple[Block, ...]:
    items = owed(interim.ledger.record, interim.period)
    title = Heading(2, "Yang belum melaporkan", "belum-lapor")
    if not items:
        return title, Paragraph(text(f"Semua yang sudah waktunya diukur s.d. {interim.title} telah dilaporkan."))
    rows = tuple(
        row(
            str(place), Text(item.whose) if item.whose else gap("penanggung jawab belum diisi"), item.subject, item.what
        )
        for place, item in enumerate(items, start=1)
    )
    made = table(
        "tabel-belum-lapor",
        f"Yang Belum Dilaporkan s.d. {interim.title}",
        widths=columns((6, CENTER), (26, LEFT), (44, LEFT), (24, LEFT)),
        header=heading("No.", "Penanggung jawab", "Indikator atau sub kegiatan", "Yang belum dilaporkan"),
        rows=rows,
    )
    return title, made


# Why


_PARTS = (NarrativePart.CAUSE, NarrativePart.OBSTACLE, NarrativePart.SOLUTION, NarrativePart.FOLLOW_UP)


def _analysis(interim: Interim) -> tuple[Block, ...]:
    """Causes, obstacles and what is done about them, of every indicator that is due."""
    due = [
        indicator
        for objective in interim.ledger.objectives
        for indicator in objective.indicators
        if reporting(indicator, interim.period) is not Reporting.NOT_DUE
    ]
    title = Heading(2, "Penyebab, hambatan, dan tindak lanjut", "analisis")
    if not due:
        return title, Paragraph(text("Belum ada indikator yang waktunya diukur."))
    made = table(
        "tabel-analisis",
        f"Penyebab, Hambatan, dan Tindak Lanjut s.d. {interim.title}",
        widths=columns((5, CENTER), (23, LEFT), (18, LEFT), (18, LEFT), (18, LEFT), (18, LEFT)),
        header=heading(
            "No.",
            "Indikator Kinerja",
            "Penyebab keberhasilan/kegagalan",
            "Hambatan",
            "Solusi yang telah dilakukan",
            "Tindak lanjut",
        ),
        rows=tuple(
            row(str(place), indicator.name, *(_told(interim, indicator, part) for part in _PARTS))
            for place, indicator in enumerate(due, start=1)
        ),
    )
    return title, made


def _told(interim: Interim, indicator: PerformanceIndicator, part: NarrativePart) -> Cell:
    found = indicator.narrative(interim.period.year, part)
    if found is None:
        return cell(gap())
    return cell(ended(found.text or f"Tidak ada: {found.not_applicable_because}"))

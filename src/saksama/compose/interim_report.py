"""The measurement of a period (pengukuran kinerja triwulan): record → numbered document."""

from fractions import Fraction

from saksama.compose import interim_money, interim_performance
from saksama.compose.finishing import finished
from saksama.compose.grid import CENTER, LEFT, columns, heading, row, table, text
from saksama.compose.interim import Interim, full_title, last_day
from saksama.compose.interim_gaps import stated_period
from saksama.compose.ledger import Ledger, gap
from saksama.compose.letterheads import letterhead
from saksama.compose.phrases import outcomes
from saksama.compose.reporting import EXPENDITURE, Reporting, owed, reporting
from saksama.compose.request import Request
from saksama.compose.signing import signature
from saksama.compose.standing import is_carried_over
from saksama.documents.document import (
    Block,
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
from saksama.kernel.indicator import PerformanceIndicator
from saksama.kernel.interim import is_year_end
from saksama.kernel.quantity import Uncomputable
from saksama.language.numerals import counted, listed


def compose(request: Request) -> Document:
    """What was promised, reached and spent in the period and to its end, and who has not reported.

    Without a period, up to the end of the year.
    """
    record, period = request.record, stated_period(request)
    ledger = Ledger(record, period.year)
    interim = Interim(ledger, period)
    agency = record.agency
    name = f"Pengukuran Kinerja {full_title(period)}, {agency.name}"
    body: tuple[Block, ...] = (
        letterhead(record),
        Title((f"Pengukuran Kinerja {full_title(period)}", agency.name)),
        *_summary(interim),
        *_owed(interim),
        *interim_performance.build(interim),
        *interim_money.build(interim),
        _signature(interim),
    )
    document = Document(
        title=name,
        author=agency.name,
        date=last_day(period),
        parts=(Part(PartKind.BODY, (Landscape(body),)),),
        subject=f"Target, realisasi, dan anggaran {interim.title}",
        header=f"Pengukuran kinerja {agency.short_name or agency.name} {interim.title}",
        mark=record.settings.mark,
    )
    return finished(document, ledger, is_explained=request.is_explained, numbering=request.template.numbering)


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
    """How many reached their targets; withheld, with who is missing, while anything that is due is not known."""
    states = {one.id: reporting(one, interim.period) for one in every}
    missing = [one for one in every if states[one.id] in {Reporting.MISSING, Reporting.NOT_RELEASED}]
    if missing:
        names = listed(tuple(f"“{one.name}”{_whose(one)}" for one in missing))
        return f"Capaian keseluruhan belum dapat disimpulkan karena menunggu {names}."
    due = [one for one in every if states[one.id] is Reporting.REPORTED]
    if not due:
        return "Belum ada capaian yang dapat dinilai."
    values = [interim.achieved_to_date(indicator).value for indicator in due]
    told = outcomes([None if isinstance(value, Uncomputable) else value >= 100 for value in values])
    of_those = "" if len(due) == len(every) else "Dari yang sudah waktunya diukur, "
    against = f"tahun {interim.period.year}" if is_year_end(interim.period) else f"s.d. {interim.title}"
    sentence = f"{of_those}{told} {against}."
    year = interim.period.year
    older = [one for one in due if interim_performance.rests_on_year(interim, one) and is_carried_over(one, year)]
    names = listed(tuple(f"“{one.name}”" for one in older))
    carried = f" Capaian berikut bersifat sementara, karena data {year} belum tersedia: {names}." if older else ""
    return sentence[0].upper() + sentence[1:] + carried


def _whose(indicator: PerformanceIndicator) -> str:
    return f" ({indicator.sheet.owner})" if indicator.sheet.owner else ""


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

"""Bab IV: conclusion and the steps to be taken to improve."""

from dataclasses import replace

from saksama.compose.grid import passages, text
from saksama.compose.ledger import Ledger, gap
from saksama.compose.phrases import bold, category
from saksama.compose.sections.summary import conclusion
from saksama.documents.document import Block, Content, Heading, HeadingNumbering, ItemList, ListKind, Paragraph, Text
from saksama.kernel.indicator import NarrativePart
from saksama.kernel.own_words import text_name
from saksama.kernel.record import ReportPart


def build(ledger: Ledger) -> tuple[Block, ...]:
    """The sections of Bab IV."""
    own = ledger.record.text(ledger.year, ReportPart.CONCLUSION)
    return (
        Heading(1, "Penutup", "bab-penutup", HeadingNumbering.CHAPTER),
        Heading(2, "Simpulan", "simpulan"),
        Paragraph(text(*conclusion(ledger))),
        ItemList(tuple(_objective(ledger, place) for place in range(len(ledger.objectives)))),
        *passages(own, text_name(ledger.year, ReportPart.CONCLUSION)),
        Heading(2, "Langkah Perbaikan", "langkah-perbaikan"),
        *_improvement(ledger),
    )


def _objective(ledger: Ledger, place: int) -> Content:
    objective = ledger.objectives[place]
    average = ledger.average(objective)
    name = bold(f"Sasaran {place + 1}, {objective.name}")
    if not average.counted:
        return text(name, ": capaian belum dapat dihitung.")
    cap = f"tiap capaian dibatasi {ledger.record.settings.average_cap.normalize():f}%"
    of = "" if average.is_complete else f", dari {average.counted} di antara {average.total} indikator"
    word = f", {category(average.capped)}" if average.capped.band else ""
    return text(name, ": rata-rata capaian ", ledger.percent(average.capped), f" ({cap}{of}){word}.")


def _improvement(ledger: Ledger) -> tuple[Block, ...]:
    name = text_name(ledger.year, ReportPart.IMPROVEMENT)
    own = [part for part in ledger.record.text(ledger.year, ReportPart.IMPROVEMENT).split("\n") if part.strip()]
    follow_ups = [
        text(bold(f"{indicator.name}: "), found.text)
        for indicator in ledger.record.plan.indicators()
        if (found := indicator.narrative(ledger.year, NarrativePart.FOLLOW_UP)) and found.text
    ]
    steps = (
        (
            Paragraph(text("Langkah yang akan dilakukan untuk meningkatkan kinerja:")),
            ItemList(tuple((Text(part, field=name),) for part in own), ListKind.NUMBERS),
        )
        if own
        else (Paragraph(text("Langkah perbaikan: ", replace(gap(), field=name), ".")),)
    )
    if not follow_ups:
        return steps
    return (*steps, Paragraph(text("Tindak lanjut per indikator:")), ItemList(tuple(follow_ups)))

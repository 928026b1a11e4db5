"""What a report tells beside its indicators: recommendations that were followed up, innovations, awards."""

from saksama.compose.grid import CENTER, LEFT, columns, heading, row, shown_in, table, text
from saksama.compose.ledger import Ledger, gap
from saksama.compose.phrases import bold, ended
from saksama.documents.document import Block, Content, Heading, Inline, ItemList, Paragraph, Text
from saksama.kernel.activities import FollowUpState, Innovation, Recommendation
from saksama.language.numerals import counted, listed

STATES = {
    FollowUpState.NOT_STARTED: "belum ditindaklanjuti",
    FollowUpState.IN_PROGRESS: "dalam proses",
    FollowUpState.DONE: "selesai",
}


def recommendations(ledger: Ledger) -> tuple[Block, ...]:
    """The follow-up of earlier recommendations."""
    found = [item for item in ledger.record.recommendations if item.year == ledger.year]
    if not found:
        return ()
    states = [item.state for item in found]
    told = tuple(f"{counted(states.count(state))} {STATES[state]}" for state in STATES if state in states)
    sources = tuple(dict.fromkeys(item.source for item in found if item.source))
    named = f" ({listed(sources)})" if sources else ""
    parts: list[str | Inline] = [f"Evaluasi sebelumnya{named} memberi {counted(len(found))} rekomendasi"]
    parts += [f": {listed(told)}"] if told else []
    return (
        Heading(2, "Tindak Lanjut Rekomendasi Evaluasi", "tindak-lanjut"),
        Paragraph(text(*parts, ".")),
        shown_in("Tindak lanjut tiap rekomendasi", "tabel-rekomendasi"),
        table(
            "tabel-rekomendasi",
            f"Tindak Lanjut Rekomendasi sampai dengan Tahun {ledger.year}",
            widths=columns((6, CENTER), (32, LEFT), (26, LEFT), (18, LEFT), (18, LEFT)),
            header=heading("No.", "Rekomendasi", "Tindak Lanjut", "Status", "Bukti"),
            rows=tuple(
                row(
                    str(place),
                    item.text,
                    _follow_up(item),
                    Text(STATES[item.state]) if item.state else gap(),
                    _evidence(item.evidence, is_done=item.state is FollowUpState.DONE),
                )
                for place, item in enumerate(found, start=1)
            ),
            origin=f"Data {ledger.record.agency.name}, {ledger.year}",
        ),
    )


def innovations(ledger: Ledger) -> tuple[Block, ...]:
    """What was new in the year and what it changed, then the awards."""
    made = [item for item in ledger.record.innovations if item.year == ledger.year]
    given = [item for item in ledger.record.awards if item.year == ledger.year]
    if not made and not given:
        return ()
    title = "Inovasi dan Penghargaan" if made and given else "Inovasi" if made else "Penghargaan"
    blocks: list[Block] = [Heading(2, title, "inovasi-penghargaan")]
    if made:
        blocks.append(Paragraph(text(f"Inovasi pada tahun {ledger.year}:")))
        blocks.append(ItemList(tuple(map(_innovation, made))))
    if given:
        rows = tuple(
            row(str(place), item.name, _or_gap(item.giver), item.level or "–")
            for place, item in enumerate(given, start=1)
        )
        blocks.append(shown_in(f"Penghargaan yang diterima pada tahun {ledger.year}", "tabel-penghargaan"))
        blocks.append(
            table(
                "tabel-penghargaan",
                f"Penghargaan Tahun {ledger.year}",
                widths=columns((6, CENTER), (44, LEFT), (32, LEFT), (18, LEFT)),
                header=heading("No.", "Penghargaan", "Pemberi", "Tingkat"),
                rows=rows,
                origin=f"Data {ledger.record.agency.name}, {ledger.year}",
            )
        )
    return tuple(blocks)


def _innovation(item: Innovation) -> Content:
    parts: list[str | Inline] = [bold(f"{item.name}: ")]
    parts.append(Text(ended(item.description)) if item.description else gap("uraian belum diisi"))
    parts += [" Manfaat: ", Text(ended(item.benefit)) if item.benefit else gap()]
    return text(*parts)


def _or_gap(words: str) -> Text:
    return Text(words) if words else gap()


def _follow_up(item: Recommendation) -> Text:
    """What was done; what is not started has nothing to tell."""
    if item.state is FollowUpState.NOT_STARTED and not item.follow_up:
        return Text("–")
    return _or_gap(item.follow_up)


def _evidence(words: str, *, is_done: bool) -> Text:
    """What is done needs evidence; what is not done may have none yet."""
    return Text(words) if words else gap() if is_done else Text("–")

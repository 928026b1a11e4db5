"""How the year's budget was changed, and up to when its expenditure is counted."""

from saksama.compose.budget_names import adopted, version_name
from saksama.compose.grid import LEFT, RIGHT, columns, heading, row, shown_in, table, text
from saksama.compose.ledger import Ledger, gap
from saksama.compose.phrases import ended
from saksama.documents.document import Block, Content, Inline, ItemList, Paragraph, RowKind, Table, Text
from saksama.kernel.budget import BudgetVersion, BudgetVersionKind
from saksama.kernel.dates import write_date
from saksama.language.numerals import counted


def counted_until(ledger: Ledger) -> tuple[Block, ...]:
    """The day up to which expenditure is counted, and whether it is audited."""
    sentence = status_sentence(ledger)
    return (Paragraph(text(sentence)),) if sentence else ()


def status_sentence(ledger: Ledger) -> str:
    """ "Realisasi anggaran dihitung sampai dengan 31 Desember 2025 dan belum diaudit.", as far as it is known."""
    status = ledger.record.expenditure_status(ledger.year)
    audited = {True: "telah diaudit", False: "belum diaudit", None: ""}[status.is_audited]
    until = f"dihitung sampai dengan {write_date(status.cut_off)}" if status.cut_off else ""
    told = " dan ".join(part for part in (until, audited) if part)
    return f"Realisasi anggaran {told}." if told else ""


def versions(ledger: Ledger) -> tuple[Block, ...]:
    """The versions of the budget with dates and reasons, and the programmes in each."""
    every = ledger.record.versions_of_budget(ledger.year)
    if len(every) < 2:
        return ()
    return (
        Paragraph(
            text(
                f"Anggaran tahun {ledger.year} mempunyai {counted(len(every))} versi. Serapan dihitung terhadap versi "
                f"terakhir, yaitu anggaran {version_name(every[-1], every)}."
            )
        ),
        ItemList(tuple(_version(version, every) for version in every)),
        shown_in("Pagu tiap program menurut versi anggaran", "tabel-versi-anggaran"),
        _table(ledger, every),
    )


def _version(version: BudgetVersion, every: tuple[BudgetVersion, ...]) -> Content:
    name = version_name(version, every)
    parts: list[str | Inline] = [Text(f"Anggaran {name}", bold=True), ": "]
    parts += [adopted(version) or gap("dokumen dan tanggal belum diisi"), "."]
    if version.reason:
        parts.append(f" Alasan: {ended(version.reason)}")
    elif version.kind is not BudgetVersionKind.ORIGINAL:
        parts += [" Alasan: ", gap(), "."]
    return text(*parts)


def _table(ledger: Ledger, every: tuple[BudgetVersion, ...]) -> Table:
    names = tuple(f"Pagu {version_name(version, every).capitalize()} (Rp)" for version in every)
    rows = [
        row(programme.name, *(ledger.rupiah_plain(ledger.appropriation_at(version, programme)) for version in every))
        for programme in ledger.programmes
    ]
    total = (ledger.rupiah_plain(ledger.appropriation_at(version)) for version in every)
    return table(
        "tabel-versi-anggaran",
        f"Pagu Program Menurut Versi Anggaran Tahun {ledger.year}",
        widths=columns((40, LEFT), *((60 / len(every), RIGHT),) * len(every)),
        header=heading("Program", *names),
        rows=(*rows, row("Jumlah", *total, kind=RowKind.TOTAL)),
        origin=ledger.record.settings.budget_source or "data anggaran perangkat daerah",
    )

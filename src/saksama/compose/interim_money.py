"""The money of a period and to its end, by programme, activity and sub-activity, with physical progress."""

from saksama.compose.budget_names import version_name
from saksama.compose.grid import LEFT, RIGHT, columns, heading, row, table, text
from saksama.compose.interim import Interim, last_day
from saksama.compose.ledger import gap
from saksama.documents.document import Block, Content, Heading, Paragraph, Row, RowKind, Text
from saksama.kernel.budget import BudgetLevel, BudgetNode
from saksama.kernel.dates import write_date
from saksama.kernel.interim import is_year_end
from saksama.kernel.periods_money import PeriodMoney

_NOTE = (
    "Anggaran program dan kegiatan adalah jumlah rinciannya; yang rinciannya belum lengkap dilaporkan tidak "
    "dijumlahkan. Realisasi fisik dinyatakan pada rincian terbawah."
)


def build(interim: Interim) -> tuple[Block, ...]:
    """Every line of the budget."""
    ledger, period = interim.ledger, interim.short_title
    title = Heading(2, "Realisasi anggaran", "anggaran")
    if not ledger.programmes:
        return title, Paragraph(text("Anggaran: ", gap(), "."))
    rows = [made for programme in ledger.programmes for made in _rows(interim, programme, 0)]
    rows.append(_row(interim, "", "Jumlah", interim.total(), Text(""), kind=RowKind.TOTAL, is_total=True))
    made = table(
        "tabel-anggaran",
        f"Anggaran dan Realisasi s.d. {interim.title}",
        widths=columns((14, LEFT), (36, LEFT), (15, RIGHT), (15, RIGHT), (15, RIGHT), (9, RIGHT), (9, RIGHT)),
        header=heading(
            "Kode",
            "Program/Kegiatan/Sub Kegiatan",
            f"Pagu {ledger.year} (Rp)",
            f"Realisasi {period} (Rp)",
            f"Realisasi s.d. {period} (Rp)",
            "Serapan (%)",
            "Fisik (%)",
            numbers=("(1)", "(2)", "(3)", "(4)", "(5)", "(6) = (5)/(3)", "(7)"),
        ),
        rows=tuple(rows),
        origin=ledger.record.settings.budget_source or "data anggaran perangkat daerah",
        notes=(text(_NOTE), *_version(interim), _until(interim)),
    )
    return title, made


def _version(interim: Interim) -> tuple[Content, ...]:
    """Which version of the budget the ceilings are of, where there are several."""
    versions = interim.ledger.record.versions_of_budget(interim.period.year)
    if len(versions) < 2:
        return ()
    return (text(f"Pagu menurut anggaran yang terakhir, {version_name(versions[-1], versions)}."),)


def _until(interim: Interim) -> Content:
    """Up to which day expenditure is counted; of the whole year as the record states it."""
    status = interim.ledger.record.expenditure_status(interim.period.year)
    if not is_year_end(interim.period):
        return text(
            f"Realisasi s.d. {interim.short_title} adalah belanja sampai dengan {write_date(last_day(interim.period))}."
        )
    until = Text(write_date(status.cut_off)) if status.cut_off else gap("tanggal belum diisi")
    audited = {True: ", sudah diaudit", False: ", belum diaudit", None: ""}[status.is_audited]
    return text(f"Realisasi tahun {status.year} adalah belanja sampai dengan ", until, f"{audited}.")


def _rows(interim: Interim, node: BudgetNode, depth: int) -> list[Row]:
    if not any(leaf.amount(interim.period.year) for leaf in node.leaves()):
        return []
    kind = RowKind.GROUP if node.level is BudgetLevel.PROGRAMME else RowKind.BODY
    name = "   " * depth + node.name
    physical, is_total = interim.physical(node), bool(node.children)
    made = [_row(interim, node.code, name, interim.money(node), physical, kind=kind, is_total=is_total)]
    for child in node.children:
        made += _rows(interim, child, depth + 1)
    return made


def _row(
    interim: Interim, code: str, name: str, money: PeriodMoney, physical: Text, *, kind: RowKind, is_total: bool
) -> Row:
    return row(
        code,
        name,
        interim.rupiah(money.appropriation),
        interim.rupiah(money.in_period, is_total=is_total),
        interim.rupiah(money.to_date, is_total=is_total),
        interim.percent(money.absorption),
        physical,
        kind=kind,
    )

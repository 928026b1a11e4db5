"""What a revision of an agreement changed: parties, targets and money, as it was and as it is now."""

from decimal import Decimal

from saksama.compose.grid import CENTER, LEFT, RIGHT, columns, heading, row, text
from saksama.compose.ledger import Ledger
from saksama.compose.signing import held
from saksama.compose.units import unit_width
from saksama.documents.document import Block, ItemList, Paragraph, Row, RowKind, Table, Text, Title
from saksama.kernel.agency import Officeholder
from saksama.kernel.indicator import PerformanceIndicator
from saksama.kernel.quantity import Uncomputable
from saksama.kernel.record import PerformanceAgreement
from saksama.kernel.results import target_in_force


def changes(
    ledger: Ledger, earlier: Ledger, agreement: PerformanceAgreement, before: PerformanceAgreement
) -> tuple[Block, ...]:
    """The page that compares a revision with what it replaces."""
    parties, targets, money = _parties(ledger, agreement, before), _targets(ledger, earlier), _money(ledger, earlier)
    said: list[Block] = [Title(("MATRIKS PERUBAHAN", f"PERJANJIAN KINERJA TAHUN {ledger.year}"))]
    if parties:
        said += [Paragraph(text("Pihak yang berganti:")), ItemList(tuple(text(line) for line in parties))]
    if targets:
        said += [Paragraph(text("Target kinerja yang berubah:")), targets]
    if money:
        said += [Paragraph(text("Anggaran yang berubah:")), money]
    if not targets:
        only = " Yang berubah hanya anggaran." if money and not parties else ""
        said.append(Paragraph(text(f"Target kinerja tidak berubah.{only}")))
    if not money:
        said.append(Paragraph(text(_same_money(ledger, earlier))))
    return tuple(said)


def _same_money(ledger: Ledger, earlier: Ledger) -> str:
    known = not any(isinstance(found.total().appropriation.value, Uncomputable) for found in (ledger, earlier))
    return "Anggaran tidak berubah." if known else "Perubahan anggaran belum dapat dibandingkan."


def _parties(ledger: Ledger, agreement: PerformanceAgreement, before: PerformanceAgreement) -> list[str]:
    head = ledger.record.agency.head
    pairs = (
        ("Pihak pertama", before.first_party or head, agreement.first_party or head),
        ("Pihak kedua", before.second_party, agreement.second_party),
    )
    return [
        f"{who}: semula {_named(was)}, menjadi {_named(now)}"
        for who, was, now in pairs
        if was and now and _named(was) != _named(now)
    ]


def _named(person: Officeholder) -> str:
    return f"{person.name} ({held(person)})"


def _targets(ledger: Ledger, earlier: Ledger) -> Table | None:
    year = ledger.year
    rows = [
        row(indicator.name, indicator.unit, _unopened(earlier.target(indicator, year)), ledger.target(indicator, year))
        for objective in ledger.objectives
        for indicator in objective.indicators
        if _bounds(earlier, indicator) != _bounds(ledger, indicator)
    ]
    if not rows:
        return None
    widths = columns((48, LEFT), (unit_width(ledger.record.plan.indicators(), 14), CENTER), (19, RIGHT), (19, RIGHT))
    return Table(widths, heading("Indikator Kinerja", "Satuan", "Target Semula", "Target Menjadi"), tuple(rows))


def _bounds(ledger: Ledger, indicator: PerformanceIndicator) -> tuple[Decimal, Decimal] | None:
    target = target_in_force(ledger.record, indicator, ledger.year)
    return (target.low, target.high) if target else None


def _unopened(figure: Text) -> Text:
    """A figure of the earlier agreement: its explanation would be that of the present one, which has the same id."""
    return Text(figure.text, gap=figure.gap)


def _money(ledger: Ledger, earlier: Ledger) -> Table | None:
    before = {programme.id: programme for programme in earlier.programmes}
    rows: list[Row] = []
    is_changed = False
    for programme in ledger.programmes:  # the unchanged ones too: the table adds up
        was = earlier.spending(before[programme.id]).appropriation
        now = ledger.spending(programme).appropriation
        is_changed = is_changed or was.value != now.value
        rows.append(row(programme.name, _unopened(earlier.rupiah_plain(was)), ledger.rupiah_plain(now)))
    if not is_changed:
        return None
    whole = earlier.rupiah_plain(earlier.total().appropriation)
    total = row(
        "Jumlah",
        _unopened(whole),
        ledger.rupiah_plain(ledger.total().appropriation),
        kind=RowKind.TOTAL,
    )
    widths = columns((52, LEFT), (24, RIGHT), (24, RIGHT))
    return Table(widths, heading("Program", "Anggaran Semula (Rp)", "Anggaran Menjadi (Rp)"), (*rows, total))

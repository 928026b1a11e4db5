"""Bab III.B: the money that was used to reach the agreed performance."""

from decimal import Decimal
from fractions import Fraction

from saksama.compose.grid import LEFT, RIGHT, columns, heading, row, shown_in, table, text
from saksama.compose.ledger import Ledger, gap
from saksama.compose.sections.budget_versions import counted_until, status_sentence, versions
from saksama.documents.document import Align, Block, Figure, Inline, Paragraph, ParagraphStyle, Row, RowKind, Text
from saksama.documents.pictures import Chart, ChartKind, Series, SeriesRole
from saksama.kernel.budget import BudgetLevel, BudgetNode
from saksama.kernel.evaluation import Result
from saksama.kernel.period import Cycle, Period
from saksama.kernel.periods_money import physical_progress
from saksama.kernel.quantity import Uncomputable
from saksama.kernel.rounding import half_up, write_number, write_rupiah
from saksama.kernel.spending import Spending
from saksama.language.numerals import counted, listed

_MOST_BARS = 20
_MILLION = 10**6


def build(ledger: Ledger) -> tuple[Block, ...]:
    """Totals in a sentence, a picture by programme, then every line."""
    if not ledger.programmes:
        return (Paragraph(text("Realisasi anggaran: ", gap(), ".")),)
    return (
        Paragraph(text(*_sentence(ledger)), ParagraphStyle.LEAD),
        *counted_until(ledger),
        *_overspent(ledger),
        *versions(ledger),
        *_chart(ledger),
        shown_in("Rincian anggaran dan realisasi", "tabel-anggaran"),
        _table(ledger),
    )


def _sentence(ledger: Ledger) -> list[str | Inline]:
    spent, year = ledger.total(), ledger.year
    parts: list[str | Inline] = [
        f"Anggaran tahun {year} dilaksanakan melalui {counted(len(ledger.programmes))} program dengan pagu ",
        ledger.rupiah(spent.appropriation),
        ". Realisasi anggaran mencapai ",
        ledger.rupiah(spent.expenditure),
        ", atau ",
        ledger.percent(spent.absorption),
    ]
    left = spent.remainder.value
    if isinstance(left, Fraction):
        words = "sehingga tersisa" if left >= 0 else "sehingga melampaui pagu sebesar"
        size = Text(write_rupiah(abs(left)), explanation=spent.remainder.explanation.id)
        parts += [f", {words} ", size]
    return [*parts, "."]


def _overspent(ledger: Ledger) -> tuple[Block, ...]:
    """The programmes that spent more than they had, which a total may hide."""
    names = tuple(
        f"{programme.name} ({ledger.percent(spent.absorption).text})"
        for programme in ledger.programmes
        if isinstance((spent := ledger.spending(programme)).absorption.value, Fraction) and spent.absorption.value > 100
    )
    return (Paragraph(text(f"Program yang realisasi anggarannya melebihi pagu: {listed(names)}.")),) if names else ()


def _table(ledger: Ledger) -> Block:
    has_physical = any(_physical(leaf, ledger.year) for programme in ledger.programmes for leaf in programme.leaves())
    rows = [made for programme in ledger.programmes for made in _rows(ledger, programme, 0, has_physical=has_physical)]
    rows.append(_row(ledger, ("", "Jumlah"), ledger.total(), RowKind.TOTAL, last=("–",) if has_physical else ()))
    settings = ledger.record.settings
    names = ["Kode", "Program/Kegiatan/Sub Kegiatan", "Anggaran (Rp)", "Realisasi (Rp)", "Sisa (Rp)", "Serapan (%)"]
    numbers = ["(1)", "(2)", "(3)", "(4)", "(5) = (3)−(4)", "(6) = (4)/(3)"]
    widths: list[tuple[float, Align]] = [(12, LEFT), (37, LEFT), (16, RIGHT), (16, RIGHT), (14, RIGHT), (12, RIGHT)]
    notes = ["Anggaran dan realisasi program serta kegiatan adalah jumlah rinciannya."]
    if has_physical:
        names.append("Fisik (%)")
        numbers.append("(7)")
        longest = max(len(node.code) for programme in ledger.programmes for node in programme.walk())
        widths[:2] = [(max(12, 1.2 * longest), LEFT), (32, LEFT)]
        widths.append((10, RIGHT))
        notes.append("Fisik adalah kemajuan fisik pada akhir tahun; tidak dijumlahkan untuk program dan kegiatan.")
    if status := status_sentence(ledger):
        notes.append(status)
    return table(
        "tabel-anggaran",
        f"Anggaran dan Realisasi Tahun {ledger.year}",
        widths=columns(*widths),
        header=heading(*names, numbers=tuple(numbers)),
        rows=tuple(rows),
        origin=settings.budget_source or "data anggaran perangkat daerah",
        notes=tuple(notes),
    )


def _rows(ledger: Ledger, node: BudgetNode, depth: int, *, has_physical: bool) -> list[Row]:
    if not any(leaf.amount(ledger.year) for leaf in node.leaves()):
        return []
    kind = RowKind.GROUP if node.level is BudgetLevel.PROGRAMME else RowKind.BODY
    last = (_physical_figure(ledger, node),) if has_physical else ()
    made = [_row(ledger, (node.code, "   " * depth + node.name), ledger.spending(node), kind, last=last)]
    for child in node.children:
        made += _rows(ledger, child, depth + 1, has_physical=has_physical)
    return made


def _row(
    ledger: Ledger, names: tuple[str, str], spent: Spending, kind: RowKind, *, last: tuple[Text | str, ...]
) -> Row:
    return row(
        *names,
        ledger.rupiah_plain(spent.appropriation),
        ledger.rupiah_plain(spent.expenditure),
        ledger.rupiah_plain(spent.remainder, blank="–"),
        ledger.plain(spent.absorption),
        *last,
        kind=kind,
    )


def _physical(leaf: BudgetNode, year: int) -> Decimal | None:
    amount = leaf.amount(year)
    return amount.physical if amount else None


def _physical_figure(ledger: Ledger, node: BudgetNode) -> Text:
    """The physical progress of a leaf; nothing adds it up for what is above."""
    if node.children:
        return Text("–")
    found = physical_progress(node, Period(ledger.year, 1, Cycle.YEAR))
    if isinstance(found.value, Uncomputable):
        return gap()
    return ledger.plain(ledger.remember(found, f"Kemajuan fisik {ledger.year}: {node.name}"))


def _chart(ledger: Ledger) -> tuple[Block, ...]:
    shown = ledger.programmes[:_MOST_BARS]
    money = [ledger.spending(programme) for programme in shown]
    budget = _series("Anggaran", SeriesRole.BUDGET, [spent.appropriation for spent in money], None)
    absorbed = [ledger.percent(spent.absorption, blank="").text for spent in money]
    spent_series = _series("Realisasi", SeriesRole.EXPENDITURE, [spent.expenditure for spent in money], absorbed)
    if all(value is None for value in (*budget.values, *spent_series.values)):
        return ()
    names = tuple(programme.name for programme in shown)
    described = "; ".join(
        f"{name}: anggaran {budget.labels[place] or '–'} juta rupiah, realisasi {spent_series.labels[place] or '–'}"
        for place, name in enumerate(names)
    )
    chart = Chart(ChartKind.BARS, names, (budget, spent_series), "juta rupiah", described)
    return (Figure(chart, "gambar-anggaran", f"Anggaran dan Serapan per Program Tahun {ledger.year}"),)


def _series(name: str, role: SeriesRole, results: list[Result], added: list[str] | None) -> Series:
    values: list[Decimal | None] = []
    labels: list[str] = []
    for place, result in enumerate(results):
        if isinstance(result.value, Uncomputable):
            values.append(None)
            labels.append("")
        else:
            millions = result.value / _MILLION
            values.append(half_up(millions, 2))
            more = f" ({added[place]})" if added and added[place] else ""
            labels.append(write_number(millions, 1) + more)
    return Series(name, role, tuple(values), tuple(labels))

"""The executive summary: what a head or a citizen must know, on one page."""

from decimal import Decimal

from saksama.compose.grid import CENTER, LEFT, RIGHT, columns, heading, passages, row, shown_in, table, text
from saksama.compose.ledger import Ledger
from saksama.compose.notes import rating_text
from saksama.compose.phrases import outcomes
from saksama.compose.shared_money import shared_notes
from saksama.compose.standing import is_carried_over
from saksama.documents.document import (
    Block,
    Figure,
    Heading,
    Inline,
    KeyFigure,
    KeyFigures,
    Paragraph,
    ParagraphStyle,
    RowKind,
)
from saksama.documents.pictures import Chart, ChartKind, ReferenceLine, Series, SeriesRole
from saksama.kernel.own_words import text_name
from saksama.kernel.quantity import Uncomputable
from saksama.kernel.record import ReportPart
from saksama.kernel.rounding import half_up, write_percent
from saksama.language.numerals import counted, listed

_MOST_NAMED = 5


def build(ledger: Ledger) -> tuple[Block, ...]:
    """Key figures, what they mean, what was missed, and a picture of all objectives."""
    own = ledger.record.text(ledger.year, ReportPart.SUMMARY)
    return (
        Heading(1, "Ikhtisar Eksekutif", "ikhtisar"),
        _key_figures(ledger),
        Paragraph(text(*conclusion(ledger)), ParagraphStyle.LEAD),
        *passages(own, text_name(ledger.year, ReportPart.SUMMARY)),
        *_missed(ledger),
        *_chart(ledger),
    )


def _met(ledger: Ledger) -> list[bool | None]:
    return [ledger.is_met(indicator) for objective in ledger.objectives for indicator in objective.indicators]


def _key_figures(ledger: Ledger) -> KeyFigures:
    average, spent, met = ledger.overall(), ledger.total(), _met(ledger)
    cap = f"tiap capaian dibatasi {ledger.record.settings.average_cap.normalize():f}%"
    word = f"{average.capped.band.word}; {cap}" if average.capped.band else cap
    return KeyFigures(
        (
            KeyFigure("Rata-rata capaian", (ledger.percent(average.capped),), word),
            KeyFigure("Indikator mencapai target", text(f"{met.count(True)} dari {len(met)}"), _unknown(met)),
            KeyFigure("Serapan anggaran", (ledger.percent(spent.absorption),), ""),
            KeyFigure("Realisasi anggaran", (ledger.rupiah(spent.expenditure),), _ceiling(ledger)),
        )
    )


def _unknown(met: list[bool | None]) -> str:
    return f"{met.count(None)} belum dapat dihitung" if None in met else "indikator sasaran"


def _ceiling(ledger: Ledger) -> str:
    figure = ledger.rupiah(ledger.total().appropriation)
    return "pagu belum lengkap" if figure.gap else f"dari pagu {figure.text}"


def conclusion(ledger: Ledger) -> list[str | Inline]:
    """The year in one paragraph: how many targets were met, the averages, the money."""
    met, average, spent = _met(ledger), ledger.overall(), ledger.total()
    objectives = counted(len(ledger.objectives))
    parts: list[str | Inline] = [
        f"Pada tahun {ledger.year}, {ledger.record.agency.name} mengukur {objectives} sasaran strategis dengan ",
        f"{counted(len(met))} indikator. Hasilnya, {outcomes(met)}",
    ]
    if average.counted:
        of = "" if average.is_complete else f" {counted(average.counted)} indikator yang dapat dihitung adalah"
        parts += [f". Rata-rata capaian{of} ", ledger.percent(average.uncapped)]
        if average.capped.value != average.uncapped.value:
            cap = f"{ledger.record.settings.average_cap.normalize():f}%"
            parts += [", atau ", ledger.percent(average.capped), f" bila tiap capaian dibatasi {cap}"]
    if not isinstance(spent.absorption.value, Uncomputable):
        parts += [". Anggaran yang digunakan mencapai ", ledger.rupiah(spent.expenditure), " dari pagu "]
        parts += [ledger.rupiah(spent.appropriation), ", atau ", ledger.percent(spent.absorption)]
    return [*parts, ".", *_carried(ledger)]


def _carried(ledger: Ledger) -> list[str | Inline]:
    """Which of these achievements rest on an earlier year's data."""
    names = tuple(
        f"{indicator.name} ({ledger.percent(ledger.achievement(indicator)).text})"
        for objective in ledger.objectives
        for indicator in objective.indicators
        if is_carried_over(indicator, ledger.year)
    )
    return (
        [f" Capaian berikut bersifat sementara, karena data {ledger.year} belum tersedia: {listed(names)}."]
        if names
        else []
    )


def _missed(ledger: Ledger) -> tuple[Block, ...]:
    names = tuple(
        f"{indicator.name} ({ledger.percent(ledger.achievement(indicator)).text})"
        for objective in ledger.objectives
        for indicator in objective.indicators
        if ledger.is_met(indicator) is False
    )
    if not names:
        return ()
    more = len(names) - _MOST_NAMED
    tail = f", dan {counted(more)} indikator lain" if more > 0 else ""
    shown = listed(names) if more <= 0 else ", ".join(names[:_MOST_NAMED])
    return (Paragraph(text(f"Indikator yang belum mencapai target: {shown}{tail}.")),)


_MOST_BARS = 20


def _chart(ledger: Ledger) -> tuple[Block, ...]:
    shown = ledger.objectives[:_MOST_BARS]
    results = [ledger.average(objective).capped for objective in shown]
    if all(isinstance(result.value, Uncomputable) for result in results):
        return ()
    values: list[Decimal | None] = []
    labels: list[str] = []
    for result in results:
        if isinstance(result.value, Uncomputable):
            values.append(None)
            labels.append("belum dapat dihitung")
        else:
            word = f" {result.band.word}" if result.band else ""
            values.append(half_up(result.value, 2))
            labels.append(write_percent(result.value) + word)
    names = tuple(f"Sasaran {ledger.number(objective)}: {objective.name}" for objective in shown)
    described = "; ".join(f"{name}: {label}" for name, label in zip(names, labels, strict=True))
    series = Series("Rata-rata capaian", SeriesRole.ACTUAL, tuple(values), tuple(labels))
    chart = Chart(ChartKind.BARS, names, (series,), "%", described, ReferenceLine(Decimal(100), "100%"))
    caption = f"Rata-Rata Capaian Sasaran Tahun {ledger.year} dan Peringkatnya, Tiap Capaian Dibatasi"
    return (Figure(chart, "gambar-sasaran", caption),)


def overview(ledger: Ledger) -> tuple[Block, ...]:
    """The table that opens Bab III: every objective with its averages and its money."""
    rows = []
    for objective in ledger.objectives:
        average, spent = ledger.average(objective), ledger.supporting_objective(objective)
        completeness = f"{average.counted} dari {average.total}"
        rows.append(
            row(
                str(ledger.number(objective)),
                objective.name,
                completeness,
                ledger.plain(average.uncapped),
                ledger.plain(average.capped),
                rating_text(average.capped),
                ledger.plain(spent.absorption),
            )
        )
    overall, total = ledger.overall(), ledger.total()
    rows.append(
        row(
            "",
            "Seluruh sasaran",
            f"{overall.counted} dari {overall.total}",
            ledger.plain(overall.uncapped),
            ledger.plain(overall.capped),
            rating_text(overall.capped),
            ledger.plain(total.absorption),
            kind=RowKind.TOTAL,
        )
    )
    cap = f"{ledger.record.settings.average_cap.normalize():f}%"
    made = table(
        "tabel-ringkasan",
        f"Ringkasan Capaian Sasaran Tahun {ledger.year}",
        widths=columns((6, CENTER), (34, LEFT), (12, CENTER), (12, RIGHT), (13, RIGHT), (16, LEFT), (11, RIGHT)),
        header=heading(
            "No.",
            "Sasaran Strategis",
            "Indikator Terukur",
            "Rata-Rata Capaian (%)",
            f"Rata-Rata Dibatasi {cap} (%)",
            "Peringkat",
            "Serapan (%)",
        ),
        rows=tuple(rows),
        origin=f"Data kinerja {ledger.record.agency.name}, {ledger.year}",
        notes=(
            "Rata-rata dihitung tanpa bobot atas indikator yang capaiannya dapat dihitung.",
            f"Kolom (5): tiap capaian dibatasi {cap} sebelum dirata-ratakan.",
            "Peringkat menurut kolom (5), agar satu capaian tinggi tidak menutup capaian lain yang rendah.",
            "Serapan seluruh sasaran mencakup semua program.",
            *shared_notes(ledger.record),
        ),
    )
    return shown_in(f"Ringkasan capaian seluruh sasaran tahun {ledger.year}", "tabel-ringkasan"), made

"""Analysis 6: how efficiently resources were used, by the method that the agency named."""

from decimal import Decimal

from saksama.compose.grid import LEFT, RIGHT, columns, heading, row, shown_in, table, text
from saksama.compose.ledger import Ledger, gap
from saksama.compose.notes import formula_text
from saksama.compose.phrases import bold
from saksama.compose.served_objectives import is_served_whole
from saksama.compose.shared_money import has_shared_money, shared_notes_of
from saksama.documents.document import Block, Content, Figure, Inline, ItemList, Paragraph, Row, RowKind, Text
from saksama.documents.pictures import Chart, ChartKind, Series, SeriesRole
from saksama.kernel.evaluation import Result, formula_named
from saksama.kernel.formula import Formula
from saksama.kernel.indicator import PerformanceIndicator
from saksama.kernel.money import EFFICIENCY_GAP
from saksama.kernel.plan import StrategicObjective
from saksama.kernel.quantity import Uncomputable
from saksama.kernel.rounding import half_up, write_percent
from saksama.kernel.spending import Spending, Verdict, verdict
from saksama.language.numerals import listed

TITLE = "Analisis Efisiensi Penggunaan Sumber Daya"
_VERDICTS = {
    Verdict.EFFICIENT: "efisien",
    Verdict.LEFT_OVER: "belum efisien (sisa anggaran)",
    Verdict.NOT_EFFICIENT: "belum efisien",
    Verdict.OVERSPENT: "tidak efisien (melebihi pagu)",
    Verdict.UNKNOWN: "belum dapat disimpulkan",
}
_SENTENCES = {
    Verdict.EFFICIENT: "efisien, karena target tercapai dan capaian lebih tinggi daripada serapan anggaran",
    Verdict.LEFT_OVER: (
        "belum efisien, karena target belum tercapai; anggaran yang tidak terpakai adalah sisa anggaran"
    ),
    Verdict.NOT_EFFICIENT: "belum efisien, karena capaian tidak lebih tinggi daripada serapan anggaran",
    Verdict.OVERSPENT: "tidak efisien, karena realisasi anggaran melebihi pagu",
}

_MEANING = (
    "Efisien bila target tercapai (capaian paling rendah 100%) dan capaian lebih tinggi daripada serapan; "
    "anggaran yang tersisa ketika target belum tercapai adalah sisa anggaran."
)
_WHOLE = "Anggaran mendukung sasaran secara keseluruhan, sehingga tidak dirinci menurut indikator."


def build(ledger: Ledger, objective: StrategicObjective) -> tuple[Block, ...]:
    """Achievement beside absorption for each indicator, and a verdict that never calls a miss efficient."""
    if not objective.indicators:
        return ()
    method = formula_named(ledger.record.settings.efficiency_method) or EFFICIENCY_GAP
    number = ledger.number(objective)
    is_whole = is_served_whole(ledger.record, objective)
    rows = (
        _rows_of_whole(ledger, objective, method)
        if is_whole
        else tuple(_row(ledger, indicator, method) for indicator in objective.indicators)
    )
    label = f"tabel-efisiensi-s{number}"
    computed = "(6) = (2)−(5)" if method is EFFICIENCY_GAP else "(6)"
    made = table(
        label,
        f"Efisiensi Penggunaan Anggaran Sasaran {number} Tahun {ledger.year}",
        widths=columns((24, LEFT), (11, RIGHT), (16, RIGHT), (16, RIGHT), (12, RIGHT), (12, RIGHT), (15, LEFT)),
        header=heading(
            "Indikator Kinerja",
            "Capaian (%)",
            "Pagu (Rp)",
            "Realisasi (Rp)",
            "Serapan (%)",
            f"Efisiensi ({method.unit or 'nilai'})",
            "Simpulan",
            numbers=("(1)", "(2)", "(3)", "(4)", "(5) = (4)/(3)", computed, "(7)"),
        ),
        rows=rows,
        origin=ledger.record.settings.budget_source or "data anggaran perangkat daerah",
        notes=(
            f"Metode: {formula_text(method)}. Dasar: {method.citation}. Dihitung sebelum pembulatan.",
            _MEANING,
            *((_WHOLE,) if is_whole else ()),
            *shared_notes_of(_shared(ledger, objective)),
        ),
    )
    opening = shown_in("Perbandingan capaian dengan serapan anggaran yang mendukungnya", label)
    if is_whole:
        return opening, made, ItemList((_sentence_of_whole(ledger, objective),))
    sentences = ItemList(tuple(_sentence(ledger, indicator) for indicator in objective.indicators))
    chart = _chart(ledger, objective)
    return opening, made, sentences, *((chart,) if chart else (_no_programme(),))


def _shared(ledger: Ledger, objective: StrategicObjective) -> list[str]:
    """The names of what is paid from shared money."""
    served = [(objective.id, objective.name)] + [(found.id, found.name) for found in objective.indicators]
    return [name for identifier, name in served if has_shared_money(ledger.record, identifier)]


def _row(ledger: Ledger, indicator: PerformanceIndicator, method: Formula) -> Row:
    spent, found = ledger.supporting(indicator), ledger.efficiency(indicator)
    return row(
        indicator.name,
        ledger.plain(ledger.achievement(indicator)),
        ledger.rupiah_plain(spent.appropriation),
        ledger.rupiah_plain(spent.expenditure),
        ledger.plain(spent.absorption),
        ledger.signed(found) if method is EFFICIENCY_GAP else ledger.plain(found, blank="–"),
        _VERDICTS[verdict(ledger.achievement(indicator), spent)],
    )


def _rows_of_whole(ledger: Ledger, objective: StrategicObjective, method: Formula) -> tuple[Row, ...]:
    """Achievements of the indicators, then the objective's average beside its money."""
    average, spent = ledger.average(objective).capped, ledger.supporting_objective(objective)
    found = ledger.efficiency_of_objective(objective)
    cap = f"{ledger.record.settings.average_cap.normalize():f}%"
    return (
        *(
            row(indicator.name, ledger.plain(ledger.achievement(indicator)), "–", "–", "–", "–", "–")
            for indicator in objective.indicators
        ),
        row(
            f"Rata-rata sasaran, tiap capaian dibatasi {cap}",
            ledger.plain(average, blank="–"),
            ledger.rupiah_plain(spent.appropriation),
            ledger.rupiah_plain(spent.expenditure),
            ledger.plain(spent.absorption),
            ledger.signed(found) if method is EFFICIENCY_GAP else ledger.plain(found, blank="–"),
            _VERDICTS[verdict(average, spent)],
            kind=RowKind.TOTAL,
        ),
    )


def _sentence_of_whole(ledger: Ledger, objective: StrategicObjective) -> Content:
    reached, spent = ledger.average(objective).capped, ledger.supporting_objective(objective)
    return _judged(ledger, bold("Sasaran ini"), reached, spent, what="rata-rata capaian yang dibatasi")


def _sentence(ledger: Ledger, indicator: PerformanceIndicator) -> Content:
    reached, spent = ledger.achievement(indicator), ledger.supporting(indicator)
    return _judged(ledger, bold(indicator.name), reached, spent, what="capaian")


def _judged(ledger: Ledger, name: Text, reached: Result, spent: Spending, *, what: str) -> Content:
    judged = verdict(reached, spent)
    if judged is Verdict.UNKNOWN:
        lacking = ((what, reached), ("serapan anggaran pendukung", spent.absorption))
        names = tuple(words for words, result in lacking if isinstance(result.value, Uncomputable))
        return text(name, f": belum dapat disimpulkan, karena {listed(names)} belum dapat dihitung.")
    parts: list[str | Inline] = [name, f": {what} ", ledger.percent(reached), " dengan serapan "]
    return text(*parts, ledger.percent(spent.absorption), f" dinilai {_SENTENCES[judged]}.")


def _no_programme() -> Paragraph:
    return Paragraph(text("Program pendukung sasaran ini: ", gap(), "."))


def _chart(ledger: Ledger, objective: StrategicObjective) -> Figure | None:
    rows = [
        (indicator.name, ledger.achievement(indicator), ledger.supporting(indicator).absorption)
        for indicator in objective.indicators
    ]
    if all(isinstance(spent.value, Uncomputable) for _, _, spent in rows):
        return None
    reached = _series("Capaian", SeriesRole.ACTUAL, [result for _, result, _ in rows])
    absorbed = _series("Serapan anggaran", SeriesRole.EXPENDITURE, [result for _, _, result in rows])
    described = "; ".join(
        f"{name}: capaian {reached.labels[place] or '–'}, serapan {absorbed.labels[place] or '–'}"
        for place, (name, _, _) in enumerate(rows)
    )
    names = tuple(name for name, _, _ in rows)
    chart = Chart(ChartKind.BARS, names, (reached, absorbed), "%", described)
    number = ledger.number(objective)
    return Figure(
        chart, f"gambar-efisiensi-s{number}", f"Capaian dan Serapan Anggaran Sasaran {number} Tahun {ledger.year}"
    )


def _series(name: str, role: SeriesRole, results: list[Result]) -> Series:
    values: list[Decimal | None] = []
    labels: list[str] = []
    for result in results:
        missing = isinstance(result.value, Uncomputable)
        values.append(None if isinstance(result.value, Uncomputable) else half_up(result.value, 2))
        labels.append("" if missing or isinstance(result.value, Uncomputable) else write_percent(result.value))
    return Series(name, role, tuple(values), tuple(labels))

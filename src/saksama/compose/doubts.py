"""What a careful reader would ask about the data: for the planner, before the head signs; never in the report."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from saksama.kernel.evaluation import formula_named
from saksama.kernel.figures import write_decimal
from saksama.kernel.formula import Polarity
from saksama.kernel.indicator import Narrative, PerformanceIndicator, Target
from saksama.kernel.quantity import Uncomputable
from saksama.kernel.record import PerformanceRecord
from saksama.kernel.results import achievement, actual, target_in_force
from saksama.kernel.rounding import write_number, write_percent, write_rupiah
from saksama.kernel.spending import spending
from saksama.language.messages import _

FAR_ABOVE = Fraction(150)
FAR_BELOW = Fraction(50)
"""Achievements from here on deserve a question about the target (our own choice, no regulation)."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A question about one subject, in the user's language."""

    subject: str
    question: str


def doubts(record: PerformanceRecord, year: int) -> tuple[Doubt, ...]:
    """Easy targets, actuals that equal their targets everywhere, odd money, copied texts."""
    found: list[Doubt] = []
    for indicator in record.plan.indicators():
        found += [Doubt(indicator.name, question) for question in _target_questions(record, indicator, year)]
        found += [Doubt(indicator.name, question) for question in _copied(indicator, year)]
    return (*found, *_all_exact(record, year), *_money(record, year))


def _polarity(indicator: PerformanceIndicator) -> Polarity:
    formula = formula_named(indicator.formula)
    return formula.polarity if formula else Polarity.NONE


def _is_easier(indicator: PerformanceIndicator, target: Fraction, than: Fraction) -> bool:
    match _polarity(indicator):
        case Polarity.HIGHER_IS_BETTER:
            return target < than
        case Polarity.LOWER_IS_BETTER:
            return target > than
        case _:
            return False


def _target_questions(record: PerformanceRecord, indicator: PerformanceIndicator, year: int) -> Iterator[str]:
    target = target_in_force(record, indicator, year)
    if target is None:
        return
    promised, written = Fraction(target.high), write_decimal(target.high)
    before = actual(indicator, year - 1)
    if isinstance(before.value, Fraction) and _is_easier(indicator, promised, before.value):
        reached = before.printed or write_number(before.value)
        yield _("target {year} ({target}) lebih mudah daripada realisasi {last} ({actual}): mengapa?").format(
            year=year, target=written, last=year - 1, actual=reached
        )
    baseline = indicator.baseline
    if baseline and _is_easier(indicator, promised, Fraction(baseline.value)):
        yield _("target {year} ({target}) lebih mudah daripada data awal {start} ({value}): mengapa?").format(
            year=year, target=written, start=baseline.year, value=write_decimal(baseline.value)
        )
    yield from _against_plan(record, indicator, target)
    reached_percent = achievement(record, indicator, year).value
    if isinstance(reached_percent, Fraction) and reached_percent >= FAR_ABOVE:
        yield _("capaian {achievement}: apakah target terlalu mudah, atau salah ketik?").format(
            achievement=write_percent(reached_percent)
        )
    if isinstance(reached_percent, Fraction) and reached_percent <= FAR_BELOW:
        yield _("capaian {achievement}: apakah realisasi sudah lengkap, atau salah ketik?").format(
            achievement=write_percent(reached_percent)
        )


def _against_plan(record: PerformanceRecord, indicator: PerformanceIndicator, target: Target) -> Iterator[str]:
    last, planned, end = indicator.target(target.year - 1), indicator.target(target.year), indicator.end_target
    if last and _is_easier(indicator, Fraction(target.high), Fraction(last.high)):
        yield _("target {year} ({target}) lebih mudah daripada target {last} ({previous}): mengapa?").format(
            year=target.year, target=write_decimal(target.high), last=last.year, previous=write_decimal(last.high)
        )
    if planned and planned != target and _is_easier(indicator, Fraction(target.high), Fraction(planned.high)):
        yield _("target perjanjian ({target}) lebih mudah daripada target rencana ({planned}): apa dasarnya?").format(
            target=write_decimal(target.high), planned=write_decimal(planned.high)
        )
    final = indicator.target(record.plan.last_year)
    if end and final and (end.low, end.high) != (final.low, final.high):
        yield _("target akhir periode ({end}) tidak sama dengan target {year} ({final})").format(
            end=write_decimal(end.high), year=final.year, final=write_decimal(final.high)
        )


def _copied(indicator: PerformanceIndicator, year: int) -> Iterator[str]:
    def texts(asked: int) -> set[str]:
        return {_words(narrative) for narrative in indicator.narratives if narrative.year == asked} - {""}

    if texts(year) & texts(year - 1):
        yield _("ada analisis yang sama kata demi kata dengan tahun {last}").format(last=year - 1)


def _words(narrative: Narrative) -> str:
    return " ".join(narrative.text.lower().split())


def _all_exact(record: PerformanceRecord, year: int) -> Iterator[Doubt]:
    exact: list[bool] = []
    single: list[str] = []
    for indicator in record.plan.indicators():
        target, reached = target_in_force(record, indicator, year), actual(indicator, year).value
        if target and isinstance(reached, Fraction):
            exact.append(not target.is_range and reached == Fraction(target.high))
            single += [indicator.name] if exact[-1] else []
    if len(exact) > 1 and all(exact):
        yield Doubt(
            record.agency.name, _("realisasi sama persis dengan target pada semua indikator: benarkah terukur?")
        )
    else:
        yield from (Doubt(name, _("realisasi sama persis dengan target: benarkah terukur?")) for name in single)


def _money(record: PerformanceRecord, year: int) -> Iterator[Doubt]:
    shares: dict[str, Fraction] = {}
    for support in record.supports:
        shares[support.node] = shares.get(support.node, Fraction(0)) + Fraction(support.share)
    for node in record.nodes():
        total = shares.get(node.id)
        if total is not None and total != 100:
            yield Doubt(node.name, _("bagian dukungan berjumlah {sum}%, bukan 100%").format(sum=write_number(total)))
        if node.children:
            continue
        spent = spending(node, year)
        left = spent.remainder.value
        if isinstance(left, Fraction) and left < 0:
            yield Doubt(node.name, _("realisasi anggaran melebihi pagu sebesar {sum}").format(sum=write_rupiah(-left)))
        given, used = spent.appropriation.value, spent.expenditure.value
        if isinstance(given, Uncomputable) or isinstance(used, Uncomputable):
            continue
        if given > 0 and used == 0:
            yield Doubt(node.name, _("pagu ada, tetapi realisasi anggaran nol: benarkah tidak dilaksanakan?"))

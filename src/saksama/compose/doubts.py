"""What a careful reader would ask about the data: for the planner, before the head signs; never in the report."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from saksama.compose.lineage import is_cut
from saksama.compose.values import actual_text, value_text
from saksama.kernel.budget import BudgetNode
from saksama.kernel.evaluation import formula_named
from saksama.kernel.formula import Polarity
from saksama.kernel.indicator import Narrative, PerformanceIndicator
from saksama.kernel.period import Cycle
from saksama.kernel.quantity import Uncomputable
from saksama.kernel.record import PerformanceRecord
from saksama.kernel.results import achievement, actual, target_in_force
from saksama.kernel.rounding import half_up, write_number, write_percent, write_rupiah
from saksama.kernel.spending import spending
from saksama.kernel.survey import satisfaction
from saksama.language.messages import _, to_say

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
        for asked in (_promise_questions, _result_questions, _copied, _unlike_survey):
            found += [Doubt(indicator.name, question) for question in asked(record, indicator, year)]
    return (*found, *_all_exact(record, year), *_shares(record), *_money(record, year))


def doubts_of_plan(record: PerformanceRecord, year: int) -> tuple[Doubt, ...]:
    """What can be asked before the year is over: easy targets, and shares that do not make a whole."""
    return (
        *(
            Doubt(indicator.name, question)
            for indicator in record.plan.indicators()
            for question in _promise_questions(record, indicator, year)
        ),
        *_shares(record),
    )


def _polarity(indicator: PerformanceIndicator) -> Polarity:
    formula = formula_named(indicator.formula)
    return formula.polarity if formula else Polarity.NONE


def is_easier(
    record: PerformanceRecord, indicator: PerformanceIndicator, target: Fraction | Decimal, than: Fraction | Decimal
) -> bool:
    """Whether a target is easier to reach than another; never where neither direction is better.

    Of values that are words, such as BB, two scores of the same word are alike.
    """
    scale = record.value_scale(indicator.value_scale) if indicator.value_scale else None
    if scale and scale.level(Fraction(target)) == scale.level(Fraction(than)):
        return False
    match _polarity(indicator):
        case Polarity.HIGHER_IS_BETTER:
            return target < than
        case Polarity.LOWER_IS_BETTER:
            return target > than
        case _:
            return False


@dataclass(frozen=True, slots=True)
class Easier:
    """A target that is easier to reach than what it is held against: the `against` of `year`. Values as written."""

    against: str
    target_year: int
    target: str
    year: int
    value: str

    @property
    def statement(self) -> str:
        """It in words."""
        return _(_EASIER[self.against]).format(
            target_year=self.target_year, target=self.target, year=self.year, value=self.value
        )


_EASIER = {
    "actual": to_say("target {target_year} ({target}) lebih mudah daripada realisasi {year} ({value})"),
    "baseline": to_say("target {target_year} ({target}) lebih mudah daripada data dasar {year} ({value})"),
    "target": to_say("target {target_year} ({target}) lebih mudah daripada target {year} ({value})"),
    "plan": to_say("target perjanjian {target_year} ({target}) lebih mudah daripada target rencana ({value})"),
}


def easier_targets(record: PerformanceRecord, indicator: PerformanceIndicator, year: int) -> Iterator[Easier]:
    """Than what the target of a year is easier: last year's actual and target, the baseline, and the plan's target."""
    target = target_in_force(record, indicator, year)
    if target is None:
        return
    before, baseline = actual(indicator, year - 1), indicator.baseline
    last, planned = indicator.target(year - 1), indicator.target(year)
    held: list[tuple[str, int, Fraction, str]] = []
    if isinstance(before.value, Fraction) and not is_cut(indicator, year - 1, year):
        held.append(("actual", year - 1, before.value, actual_text(record, indicator, before)))
    if baseline:
        written = value_text(record, indicator, baseline.value)
        held.append(("baseline", baseline.year, Fraction(baseline.value), written))
    if last:
        held.append(("target", year - 1, Fraction(last.high), value_text(record, indicator, last.high)))
    if planned and planned != target:
        held.append(("plan", year, Fraction(planned.high), value_text(record, indicator, planned.high)))
    for against, of_year, value, text in held:
        if is_easier(record, indicator, Fraction(target.high), value):
            yield Easier(against, year, value_text(record, indicator, target.high), of_year, text)


def _promise_questions(record: PerformanceRecord, indicator: PerformanceIndicator, year: int) -> Iterator[str]:
    for easier in easier_targets(record, indicator, year):
        asked = _("apa dasarnya?") if easier.against == "plan" else _("mengapa?")
        yield f"{easier.statement}: {asked}"
    final, end = indicator.target(record.plan.last_year), indicator.end_target
    if target_in_force(record, indicator, year) is None or end is None or final is None or end.year != final.year:
        return
    if (end.low, end.high) != (final.low, final.high):
        yield _("target akhir periode ({end}) tidak sama dengan target {year} ({final})").format(
            end=value_text(record, indicator, end.high),
            year=final.year,
            final=value_text(record, indicator, final.high),
        )


def _result_questions(record: PerformanceRecord, indicator: PerformanceIndicator, year: int) -> Iterator[str]:
    if target_in_force(record, indicator, year) is None:
        return
    reached_percent = achievement(record, indicator, year).value
    reported = indicator.actual(year)
    if reported and reported.is_carried_over and isinstance(reached_percent, Fraction) and reached_percent >= 100:
        yield _("dinilai tercapai dengan data {data_year}, bukan data {year}: sudahkah dinyatakan sementara?").format(
            data_year=reported.reference_year, year=year
        )
    if isinstance(reached_percent, Fraction) and reached_percent >= FAR_ABOVE:
        yield _("capaian {achievement}: apakah target terlalu mudah, atau salah ketik?").format(
            achievement=write_percent(reached_percent)
        )
    if isinstance(reached_percent, Fraction) and reached_percent <= FAR_BELOW:
        yield _("capaian {achievement}: apakah realisasi sudah lengkap, atau salah ketik?").format(
            achievement=write_percent(reached_percent)
        )


def _copied(_record: PerformanceRecord, indicator: PerformanceIndicator, year: int) -> Iterator[str]:
    def texts(asked: int) -> set[str]:
        return {_words(narrative) for narrative in indicator.narratives if narrative.year == asked} - {""}

    if texts(year) & texts(year - 1):
        yield _("ada analisis yang sama kata demi kata dengan tahun {last}").format(last=year - 1)


def _words(narrative: Narrative) -> str:
    return " ".join(narrative.text.lower().split())


def _unlike_survey(record: PerformanceRecord, indicator: PerformanceIndicator, year: int) -> Iterator[str]:
    """An actual that lies outside the indexes of the surveys that measure it; between them it may be their mean."""
    measured = [survey for survey in record.surveys if (survey.indicator, survey.year) == (indicator.id, year)]
    indexes = [value for survey in measured if isinstance(value := satisfaction(survey).value, Fraction)]
    reached = actual(indicator, year)
    if not indexes or len(indexes) < len(measured) or isinstance(reached.value, Uncomputable):
        return
    decimals = len(reached.printed.partition(",")[2]) if reached.printed else indicator.decimals
    low, high = min(indexes), max(indexes)
    if not half_up(low, decimals) <= half_up(reached.value, decimals) <= half_up(high, decimals):
        index = "–".join(dict.fromkeys(write_number(bound, decimals) for bound in (low, high)))
        yield _("realisasi {actual} tidak sama dengan indeks surveinya ({index}): mana yang benar?").format(
            actual=actual_text(record, indicator, reached), index=index
        )


def _all_exact(record: PerformanceRecord, year: int) -> Iterator[Doubt]:
    exact: list[bool] = []
    single: list[str] = []
    for indicator in record.plan.indicators():
        target, reached = target_in_force(record, indicator, year), actual(indicator, year).value
        if target and isinstance(reached, Fraction) and not indicator.value_scale:
            exact.append(not target.is_range and reached == Fraction(target.high))
            single += [indicator.name] if exact[-1] else []
    if len(exact) > 1 and all(exact):
        yield Doubt(
            record.agency.name, _("realisasi sama persis dengan target pada semua indikator: benarkah terukur?")
        )
    else:
        yield from (Doubt(name, _("realisasi sama persis dengan target: benarkah terukur?")) for name in single)


def _shares(record: PerformanceRecord) -> Iterator[Doubt]:
    shares: dict[str, Fraction] = {}
    for support in record.supports:
        if support.is_shared:
            continue
        shares[support.node] = shares.get(support.node, Fraction(0)) + Fraction(support.share)
    for node in record.nodes():
        total = shares.get(node.id)
        if total is not None and total != 100:
            yield Doubt(node.name, _("bagian dukungan berjumlah {sum}%, bukan 100%").format(sum=write_number(total)))


def money_questions(leaf: BudgetNode, year: int) -> Iterator[str]:
    """What does not fit in the money of a leaf: quarters that are more than the ceiling, or not the year's sum."""
    amount = leaf.amount(year)
    stated = {
        one.period.number: one.expenditure
        for one in (amount.periods if amount else ())
        if one.period.cycle is Cycle.QUARTER and one.expenditure is not None
    }
    if amount is None or not stated:
        return
    total = sum(stated.values(), Decimal(0))
    if amount.appropriation is not None and total > amount.appropriation:
        yield _(
            "belanja triwulan berjumlah {sum}, lebih dari pagu {given}: apakah ditulis kumulatif? "
            "Setiap triwulan berisi belanja triwulan itu saja"
        ).format(sum=write_rupiah(Fraction(total)), given=write_rupiah(Fraction(amount.appropriation)))
    elif len(stated) == 4 and amount.expenditure is not None and total != amount.expenditure:
        yield _(
            "belanja keempat triwulan berjumlah {sum}, sedangkan realisasi {year} {stated}: mana yang benar?"
        ).format(sum=write_rupiah(Fraction(total)), year=year, stated=write_rupiah(Fraction(amount.expenditure)))


def _money(record: PerformanceRecord, year: int) -> Iterator[Doubt]:
    for node in record.nodes():
        if node.children:
            continue
        yield from (Doubt(node.name, question) for question in money_questions(node, year))
        spent = spending(node, year)
        left = spent.remainder.value
        if isinstance(left, Fraction) and left < 0:
            yield Doubt(node.name, _("realisasi anggaran melebihi pagu sebesar {sum}").format(sum=write_rupiah(-left)))
        given, used = spent.appropriation.value, spent.expenditure.value
        if isinstance(given, Uncomputable) or isinstance(used, Uncomputable):
            continue
        if given > 0 and used == 0:
            yield Doubt(node.name, _("pagu ada, tetapi realisasi anggaran nol: benarkah tidak dilaksanakan?"))

"""What stands against an indicator as a measure, by the criteria of a good indicator: the same answer every time.

A machine does not judge whether an indicator is the right one. It asks where the record itself shows that one of the
criteria cannot be met, and names what it saw.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from saksama.kernel.indicator import PerformanceIndicator, ResultKind
from saksama.kernel.provenance import Certainty, Citation
from saksama.kernel.record import PerformanceRecord
from saksama.language.messages import _, to_say

SMART = Citation(
    "PER/20/M.PAN/11/2008",
    "",
    Certainty.GENERAL,
    to_say("Spesifik, terukur, dapat dicapai, relevan, berbatas waktu; rumusannya berbeda antarsumber."),
)
OUTPUT_AND_OUTCOME = Citation(
    "Perpres 29/2014",
    "Pasal 1",
    Certainty.CONFIRMED,
    to_say("Keluaran: barang atau jasa dari sebuah kegiatan. Hasil: berfungsinya keluaran itu."),
)


class Criterion(Enum):
    """A criterion of a good indicator, in the words of the user."""

    SPECIFIC = to_say("Spesifik")
    MEASURABLE = to_say("Terukur")
    ACHIEVABLE = to_say("Dapat dicapai")
    RELEVANT = to_say("Relevan")
    TIME_BOUND = to_say("Berbatas waktu")
    OUTCOME = to_say("Hasil, bukan keluaran")

    @property
    def basis(self) -> Citation:
        """The text that asks for it."""
        return OUTPUT_AND_OUTCOME if self is Criterion.OUTCOME else SMART


@dataclass(frozen=True, slots=True)
class QualityQuestion:
    """What was seen that stands against a criterion."""

    criterion: Criterion
    text: str


_STATEMENTS = ("meningkatnya", "menurunnya", "terwujudnya", "tercapainya", "terciptanya", "optimalnya", "membaiknya")
"""Words with which objectives begin (our own list)."""
_OUTPUTS = (
    *("jumlah dokumen", "jumlah laporan", "jumlah kegiatan", "jumlah rapat", "jumlah peserta", "jumlah paket"),
    *("jumlah unit", "jumlah sosialisasi", "jumlah pelatihan", "tersedianya", "terlaksananya", "tersusunnya"),
)
"""Words that name goods, services or activities (our own list)."""
_SHARES = ("persentase", "prosentase", "persen ")
_PERCENT = ("%", "persen")


def quality_questions(record: PerformanceRecord, indicator: PerformanceIndicator) -> tuple[QualityQuestion, ...]:
    """The questions about an indicator of a goal or an objective, in the order of the criteria."""
    found = (
        (Criterion.SPECIFIC, _unspecific(indicator)),
        (Criterion.MEASURABLE, _unmeasurable(indicator)),
        (Criterion.ACHIEVABLE, _unknown_start(indicator)),
        (Criterion.RELEVANT, _unsupported(record, indicator)),
        (Criterion.TIME_BOUND, _untimed(record, indicator)),
        (Criterion.OUTCOME, _outputs(indicator)),
    )
    return tuple(QualityQuestion(criterion, text) for criterion, texts in found for text in texts)


def _unspecific(indicator: PerformanceIndicator) -> Iterator[str]:
    if first := _begins(indicator.name, _STATEMENTS):
        yield _(
            "Namanya berbunyi seperti sasaran (“{word}”): sebut apa yang dihitung, misalnya persentase atau jumlah."
        ).format(word=first)
    if not indicator.sheet.definition:
        yield _("Definisi operasionalnya kosong: dua orang dapat mengukurnya berbeda.")


def _unmeasurable(indicator: PerformanceIndicator) -> Iterator[str]:
    if not indicator.unit:
        yield _("Satuannya kosong.")
    elif _begins(indicator.name, _SHARES) and not indicator.unit.lower().startswith(_PERCENT):
        yield _("Namanya persentase, satuannya “{unit}”.").format(unit=indicator.unit)
    elif indicator.name.lower().startswith("jumlah ") and indicator.unit.lower().startswith(_PERCENT):
        yield _("Namanya jumlah, satuannya “{unit}”.").format(unit=indicator.unit)
    if not indicator.sheet.calculation and indicator.raw is None:
        yield _("Cara menghitungnya kosong, dan data mentahnya tidak disebut.")
    if not indicator.sheet.source:
        yield _("Sumber datanya kosong.")


def _unknown_start(indicator: PerformanceIndicator) -> Iterator[str]:
    first = min((target.year for target in indicator.targets), default=None)
    if first is None:
        return
    is_known = any(one.value is not None and one.year < first for one in indicator.actuals)
    if indicator.baseline is None and not is_known:
        yield _("Data dasarnya tidak ada: tidak tampak apakah target {year} dapat dicapai atau terlalu mudah.").format(
            year=first
        )


def _unsupported(record: PerformanceRecord, indicator: PerformanceIndicator) -> Iterator[str]:
    above = set()
    for goal in record.plan.goals:
        inside = {one.id for one in goal.objectives if any(own.id == indicator.id for own in one.indicators)}
        if any(own.id == indicator.id for own in goal.indicators):
            inside |= {one.id for one in goal.objectives}
        above |= inside | {goal.id} if inside else set()
    if record.programmes and not any(one.subject in {indicator.id, *above} for one in record.supports):
        yield _("Tidak ada program yang mendukungnya atau sasarannya.")


def _untimed(record: PerformanceRecord, indicator: PerformanceIndicator) -> Iterator[str]:
    missing = [str(one) for one in record.plan.years if indicator.is_used(one) and indicator.target(one) is None]
    if missing:
        yield _("Targetnya kosong untuk {years}.").format(years=", ".join(missing))
    if indicator.end_target is None and indicator.is_used(record.plan.last_year):
        yield _("Target akhir rencananya kosong.")


def _outputs(indicator: PerformanceIndicator) -> Iterator[str]:
    word = _begins(indicator.name, _OUTPUTS)
    if indicator.kind in {ResultKind.OUTPUT, ResultKind.INPUT}:
        yield _("Dicatat sebagai keluaran atau masukan, padahal berada di bawah tujuan atau sasaran.")
    elif word:
        yield _("“{word}” menunjuk barang, jasa, atau kegiatan: apa hasilnya bagi yang dilayani?").format(word=word)


def _begins(name: str, words: tuple[str, ...]) -> str:
    """The word with which the name begins; "" where it begins with none of them."""
    lowered = " ".join(name.lower().split())
    return next((word.strip() for word in words if lowered.startswith(word)), "")

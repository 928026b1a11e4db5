"""Formulas of achievement (capaian): how far an actual (realisasi) reaches its target, in percent.

`(2T − R)/T` and `T/R` are both in lawful use for "lower is better" and differ, so an indicator names its formula.
regulations.md 7.1 has the sources.
"""

from collections.abc import Callable
from fractions import Fraction

from saksama.kernel.formula import Formula, Polarity, Values
from saksama.kernel.provenance import Certainty, Citation
from saksama.kernel.quantity import Quantity, Reason, Uncomputable

_PERCENT = Fraction(100)


def fault_of_target(target: Fraction) -> Uncomputable | None:
    """Why nothing can be divided by this target; `None` for one above zero."""
    if target.numerator > 0:
        return None
    return Uncomputable(Reason.NEGATIVE_TARGET if target.numerator else Reason.ZERO_TARGET)


def _against_target(share: Callable[[Fraction, Fraction], Quantity]) -> Callable[[Values], Quantity]:
    """A formula of actual and one target; a target of zero or below gives no number."""

    def compute(values: Values) -> Quantity:
        actual, target = values["actual"], values["target"]
        return fault_of_target(target) or share(actual, target)

    return compute


def _against_range(share: Callable[[Fraction, Fraction], Fraction]) -> Callable[[Values], Quantity]:
    """A formula of actual and a range: the nearer bound is the target, and inside the range it is met exactly."""

    def compute(values: Values) -> Quantity:
        actual, low, high = values["actual"], values["low"], values["high"]
        if low > high:
            return Uncomputable(Reason.INVERTED_RANGE)
        if low <= actual <= high:  # also where the range begins at zero or below
            return _PERCENT
        nearest = low if actual < low else high
        return fault_of_target(nearest) or share(actual, nearest)

    return compute


def _ratio(actual: Fraction, target: Fraction) -> Fraction:
    return Fraction(actual.numerator * target.denominator * 100, actual.denominator * target.numerator)


def _complement(actual: Fraction, target: Fraction) -> Fraction:
    return (2 * target - actual) / target * _PERCENT


def _inverse(actual: Fraction, target: Fraction) -> Quantity:
    if actual <= 0:
        return Uncomputable(Reason.ZERO_ACTUAL)
    return target / actual * _PERCENT


def _on_target(actual: Fraction, target: Fraction) -> Fraction:
    return _PERCENT - abs(actual - target) / target * _PERCENT


HIGHER_IS_BETTER = Formula(
    name="ratio",
    title="Semakin tinggi semakin baik: realisasi dibagi target",
    inputs=("actual", "target"),
    expression="{actual} ÷ {target} × 100%",
    excel="{actual}/{target}*100",
    compute=_against_target(_ratio),
    citation=Citation("PermenPANRB 8/2021", "lampiran hlm. 91, kondisi normal", Certainty.CONFIRMED),
    polarity=Polarity.HIGHER_IS_BETTER,
)

LOWER_IS_BETTER = Formula(
    name="complement",
    title="Semakin rendah semakin baik: dua kali target dikurangi realisasi, dibagi target",
    inputs=("actual", "target"),
    expression="(2 × {target} − {actual}) ÷ {target} × 100%",
    excel="(2*{target}-{actual})/{target}*100",
    compute=_against_target(_complement),
    citation=Citation(
        "PermenPANRB 8/2021",
        "lampiran hlm. 100, kondisi khusus",
        Certainty.CONFIRMED,
        "Sama dengan (T − (R − T)) ÷ T dari pedoman LAKIP lama.",
    ),
    polarity=Polarity.LOWER_IS_BETTER,
)

LOWER_IS_BETTER_INVERSE = Formula(
    name="inverse",
    title="Semakin rendah semakin baik: target dibagi realisasi",
    inputs=("actual", "target"),
    expression="{target} ÷ {actual} × 100%",
    excel="{target}/{actual}*100",
    compute=_against_target(_inverse),
    citation=Citation(
        "Praktik aplikasi daerah",
        "tren negatif",
        Certainty.DISPUTED,
        "Dipakai sejumlah aplikasi dan laporan; hasilnya berbeda dari (2T − R) ÷ T.",
    ),
    polarity=Polarity.LOWER_IS_BETTER,
)

RANGE_HIGHER_IS_BETTER = Formula(
    name="range-ratio",
    title="Target berupa rentang, semakin tinggi semakin baik",
    inputs=("actual", "low", "high"),
    expression="{actual} terhadap rentang {low}–{high}: realisasi ÷ batas terdekat × 100%, di dalam rentang 100%",
    excel="IF({actual}>{high},{actual}/{high},IF({actual}<{low},{actual}/{low},1))*100",
    compute=_against_range(_ratio),
    citation=Citation(
        "PermenPANRB 8/2021",
        "lampiran hlm. 91 dan 100",
        Certainty.CONFIRMED,
        "Di dalam rentang 100%: penalaran, tidak tertulis pada bagian yang terbaca.",
    ),
    polarity=Polarity.HIGHER_IS_BETTER,
)

RANGE_LOWER_IS_BETTER = Formula(
    name="range-complement",
    title="Target berupa rentang, semakin rendah semakin baik",
    inputs=("actual", "low", "high"),
    expression="{actual} terhadap rentang {low}–{high}: (2 × batas terdekat − realisasi) ÷ batas terdekat × 100%, "
    "di dalam rentang 100%",
    excel="IF({actual}>{high},2-{actual}/{high},IF({actual}<{low},2-{actual}/{low},1))*100",
    compute=_against_range(_complement),
    citation=Citation(
        "PermenPANRB 8/2021",
        "lampiran hlm. 100",
        Certainty.CONFIRMED,
        "Contoh: target 7–8 bulan, realisasi 6,5 bulan: 1 + (1 − 6,5/7) = 107%.",
    ),
    polarity=Polarity.LOWER_IS_BETTER,
)

ON_TARGET = Formula(
    name="on-target",
    title="Semakin dekat ke target semakin baik",
    inputs=("actual", "target"),
    expression="100% − |{actual} − {target}| ÷ {target} × 100%",
    excel="100-ABS({actual}-{target})/{target}*100",
    compute=_against_target(_on_target),
    citation=Citation(
        "Pengelolaan kinerja Kementerian Keuangan",
        "polarisasi stabilize",
        Certainty.GENERAL,
        "Polarisasi ini ada; rumusnya pengetahuan umum dan harus diperiksa.",
    ),
    polarity=Polarity.ON_TARGET,
)

LEVEL_RATIO = Formula(
    name="level-ratio",
    title="Nilai berupa predikat atau tahapan: peringkat realisasi dibagi peringkat target",
    inputs=("actual", "target"),
    expression="peringkat {actual} ÷ peringkat {target} × 100%",
    excel="{actual}/{target}*100",
    compute=_against_target(_ratio),
    citation=Citation(
        "Keputusan 0021",
        "predikat dan tahapan",
        Certainty.OWN,
        "Peringkat dihitung dari yang terendah pada skala nilai indikator; tidak ada peraturan yang mengaturnya.",
    ),
    polarity=Polarity.HIGHER_IS_BETTER,
)

RANGES = (RANGE_HIGHER_IS_BETTER.name, RANGE_LOWER_IS_BETTER.name)
"""The formulas that take two bounds as their target."""

FORMULAS: tuple[Formula, ...] = (
    HIGHER_IS_BETTER,
    LOWER_IS_BETTER,
    LOWER_IS_BETTER_INVERSE,
    RANGE_HIGHER_IS_BETTER,
    RANGE_LOWER_IS_BETTER,
    ON_TARGET,
    LEVEL_RATIO,
)
"""Every formula of achievement that an indicator may name."""

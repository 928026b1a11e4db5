"""Formulas of money and of progress: absorption (serapan), progress (tingkat kemajuan), efficiency by each method."""

from collections.abc import Callable
from fractions import Fraction

from saksama.kernel.achievement import fault_of_target
from saksama.kernel.formula import Formula, Polarity, Values
from saksama.kernel.provenance import Certainty, Citation
from saksama.kernel.quantity import Quantity, Reason, Uncomputable


def _quotient(numerator: str, denominator: str, reason: Reason) -> Callable[[Values], Quantity]:
    def compute(values: Values) -> Quantity:
        if values[denominator] <= 0:
            return Uncomputable(reason)
        return values[numerator] / values[denominator] * 100

    return compute


def _progress(values: Values) -> Quantity:
    return fault_of_target(values["end_target"]) or values["actual"] / values["end_target"] * 100


def _progress_inverse(values: Values) -> Quantity:
    if values["end_target"] > 0 and values["actual"] <= 0:
        return Uncomputable(Reason.ZERO_ACTUAL)
    return fault_of_target(values["end_target"]) or values["end_target"] / values["actual"] * 100


ABSORPTION = Formula(
    name="absorption",
    title="Serapan anggaran",
    inputs=("expenditure", "appropriation"),
    expression="{expenditure} ÷ {appropriation} × 100%",
    excel="{expenditure}/{appropriation}*100",
    compute=_quotient("expenditure", "appropriation", Reason.ZERO_APPROPRIATION),
    citation=Citation("PMK 214/2017", "lampiran, penyerapan anggaran P = RA/PA", Certainty.CONFIRMED),
)

PROGRESS = Formula(
    name="progress",
    title="Tingkat kemajuan menuju akhir periode",
    inputs=("actual", "end_target"),
    expression="{actual} ÷ {end_target} × 100%",
    excel="{actual}/{end_target}*100",
    compute=_progress,
    citation=Citation("LKjIP Dishub Jawa Timur 2019", "tingkat kemajuan", Certainty.WEAK, "Praktik daerah."),
    polarity=Polarity.HIGHER_IS_BETTER,
)

PROGRESS_INVERSE = Formula(
    name="progress-inverse",
    title="Tingkat kemajuan menuju akhir periode, semakin rendah semakin baik",
    inputs=("actual", "end_target"),
    expression="{end_target} ÷ {actual} × 100%",
    excel="{end_target}/{actual}*100",
    compute=_progress_inverse,
    citation=Citation("LKj DP3AKB Sumatera Utara 2025", "tingkat kemajuan", Certainty.WEAK, "Praktik daerah."),
    polarity=Polarity.LOWER_IS_BETTER,
)


def _gap(values: Values) -> Quantity:
    return values["achievement"] - values["absorption"]


def _saving(values: Values) -> Quantity:
    if values["appropriation"] <= 0:
        return Uncomputable(Reason.ZERO_APPROPRIATION)
    return (values["appropriation"] - values["expenditure"]) / values["appropriation"] * 100


def _output_saving(values: Values) -> Quantity:
    if values["expected_cost"] <= 0:
        return Uncomputable(Reason.ZERO_DENOMINATOR)
    return (values["expected_cost"] - values["expenditure"]) / values["expected_cost"] * 100


def _score(values: Values) -> Quantity:
    return 50 + min(max(values["efficiency"], Fraction(-20)), Fraction(20)) / 20 * 50


def _unit_cost(values: Values) -> Quantity:
    if values["actual"] <= 0:
        return Uncomputable(Reason.ZERO_ACTUAL)
    if fault := fault_of_target(values["target"]):
        return fault
    if values["appropriation"] <= 0:
        return Uncomputable(Reason.ZERO_APPROPRIATION)
    spent, planned = values["expenditure"] / values["actual"], values["appropriation"] / values["target"]
    return (1 - spent / planned) * 100


EFFICIENCY_GAP = Formula(
    name="efficiency-gap",
    title="Efisiensi: capaian dikurangi serapan",
    inputs=("achievement", "absorption"),
    expression="{achievement} − {absorption}",
    excel="{achievement}-{absorption}",
    compute=_gap,
    citation=Citation("LAKIP Satpol PP Jawa Timur 2022", "analisis efisiensi", Certainty.WEAK, "Praktik daerah."),
    unit="poin",
)

EFFICIENCY_RATIO = Formula(
    name="efficiency-ratio",
    title="Efisiensi: capaian dibagi serapan",
    inputs=("achievement", "absorption"),
    expression="{achievement} ÷ {absorption} × 100%",
    excel="{achievement}/{absorption}*100",
    compute=_quotient("achievement", "absorption", Reason.ZERO_DENOMINATOR),
    citation=Citation("LKjIP Dishub Jawa Timur 2019", "Tabel 3.13", Certainty.WEAK, "Praktik daerah."),
)

EFFICIENCY_SAVING = Formula(
    name="efficiency-saving",
    title="Anggaran yang tidak terpakai",
    inputs=("appropriation", "expenditure"),
    expression="({appropriation} − {expenditure}) ÷ {appropriation} × 100%",
    excel="({appropriation}-{expenditure})/{appropriation}*100",
    compute=_saving,
    citation=Citation("LKIP Bakesbangpol Kota Bandung 2024", "Tabel III.7", Certainty.WEAK, "Praktik daerah."),
)

EFFICIENCY_PMK = Formula(
    name="efficiency-pmk",
    title="Efisiensi keluaran menurut PMK",
    inputs=("expected_cost", "expenditure"),
    expression="({expected_cost} − {expenditure}) ÷ {expected_cost} × 100%, dengan jumlah pagu × capaian keluaran",
    excel="({expected_cost}-{expenditure})/{expected_cost}*100",
    compute=_output_saving,
    citation=Citation("PMK 214/2017", "lampiran, E = Σ(PAK×CK − RAK)/Σ(PAK×CK)", Certainty.CONFIRMED),
)

EFFICIENCY_SCORE = Formula(
    name="efficiency-score",
    title="Nilai efisiensi",
    inputs=("efficiency",),
    expression="50 + {efficiency} ÷ 20 × 50, efisiensi dibatasi −20 sampai 20",
    excel="50+MIN(MAX({efficiency},-20),20)/20*50",
    compute=_score,
    citation=Citation(
        "PMK 249/2011", "NE = 50% + (E/20 × 50)", Certainty.WEAK, "Batas −20 dan 20: pengetahuan umum, harus diperiksa."
    ),
    unit="",
)

EFFICIENCY_UNIT_COST = Formula(
    name="efficiency-unit-cost",
    title="Efisiensi biaya satuan",
    inputs=("expenditure", "actual", "appropriation", "target"),
    expression="(1 − ({expenditure} ÷ {actual}) ÷ ({appropriation} ÷ {target})) × 100%",
    excel="(1-({expenditure}/{actual})/({appropriation}/{target}))*100",
    compute=_unit_cost,
    citation=Citation(
        "PMK 249/2011", "E = 1 − (RAK/RVK)/(PAK/TVK)", Certainty.WEAK, "Terbaca dalam aplikasi DJA 2012."
    ),
)

EFFICIENCY_METHODS: tuple[Formula, ...] = (EFFICIENCY_GAP, EFFICIENCY_RATIO, EFFICIENCY_SAVING, EFFICIENCY_PMK)
"""The methods that a report may name. All but the PMK method are regional practice (practice.md)."""

MONEY_FORMULAS: tuple[Formula, ...] = (
    ABSORPTION,
    PROGRESS,
    PROGRESS_INVERSE,
    *EFFICIENCY_METHODS,
    EFFICIENCY_SCORE,
    EFFICIENCY_UNIT_COST,
)

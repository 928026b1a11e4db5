"""The formula of the satisfaction index (IKM) of PermenPANRB 14/2017."""

from fractions import Fraction

from saksama.kernel.formula import Formula, Values
from saksama.kernel.provenance import Certainty, Citation
from saksama.kernel.quantity import Quantity, Reason, Uncomputable


def _index(values: Values) -> Quantity:
    if not values:
        return Uncomputable(Reason.NOTHING_TO_AVERAGE)
    return sum(values.values(), Fraction(0)) / len(values) * 25


SATISFACTION = Formula(
    name="satisfaction-index",
    title="Indeks kepuasan masyarakat: rata-rata sembilan unsur dikali 25",
    inputs=(),
    expression="jumlah rata-rata unsur ÷ banyaknya unsur × 25",
    excel="AVERAGE*25",
    compute=_index,
    citation=Citation(
        "PermenPANRB 14/2017",
        "lampiran, pengolahan data",
        Certainty.WEAK,
        "Bobot 1/9 dihitung penuh; bobot tercetak 0,11 membuat nilainya sekitar 1% lebih rendah.",
    ),
    unit="",
)

"""Satisfaction surveys (SKM, PermenPANRB 14/2017): nine element averages, or the answers behind them."""

from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from saksama.kernel.evaluation import Result, evaluate
from saksama.kernel.explanation import Input
from saksama.kernel.figures import write_decimal
from saksama.kernel.period import Period
from saksama.kernel.provenance import Place
from saksama.kernel.quantity import Quantity, Reason, Uncomputable, exact
from saksama.kernel.rating import SATISFACTION_14_2017
from saksama.kernel.satisfaction import SATISFACTION

ELEMENTS: tuple[str, ...] = (
    "Persyaratan",
    "Sistem, mekanisme, dan prosedur",
    "Waktu penyelesaian",
    "Biaya/tarif",
    "Produk spesifikasi jenis pelayanan",
    "Kompetensi pelaksana",
    "Perilaku pelaksana",
    "Penanganan pengaduan, saran, dan masukan",
    "Sarana dan prasarana",
)
"""The nine elements (unsur) of PermenPANRB 14/2017; regulations.md 9."""


@dataclass(frozen=True, slots=True)
class SatisfactionSurvey:
    """A survey of one service in a year, or in a period of it. `indicator` is the id of the one that it measures.

    `averages`: the nine element averages (NRR, 1 to 4) as they were stated; or `answers`: a row of nine answers (1 to
    4, `None` where not answered) for each respondent, from which the averages follow.
    """

    id: str
    service: str
    year: int
    period: Period | None = None
    respondents: int | None = None
    averages: tuple[Decimal | None, ...] = ()
    answers: tuple[tuple[int | None, ...], ...] = ()
    indicator: str = ""
    source: str = ""
    place: Place | None = field(default=None, compare=False)

    @property
    def counted(self) -> int | None:
        """How many answered: the stated number, or the rows of answers."""
        return self.respondents if not self.answers else len(self.answers)


def element_average(survey: SatisfactionSurvey, element: int) -> Quantity:
    """The average of an element (0 to 8), from 1 to 4."""
    if survey.answers:
        given = [row[element] for row in survey.answers if element < len(row)]
        counted = [answer for answer in given if answer is not None]
        if not counted:
            return Uncomputable(Reason.NOTHING_TO_AVERAGE, ELEMENTS[element])
        return Fraction(sum(counted), len(counted))
    stated = survey.averages[element] if element < len(survey.averages) else None
    return Uncomputable(Reason.NO_ACTUAL, ELEMENTS[element]) if stated is None else exact(stated)


def satisfaction(survey: SatisfactionSurvey) -> Result:
    """The converted index (25 to 100) with its quality class: the mean of the nine averages × 25."""
    inputs = []
    for element, name in enumerate(ELEMENTS):
        stated = survey.averages[element] if not survey.answers and element < len(survey.averages) else None
        printed = write_decimal(stated) if stated is not None else ""
        inputs.append(Input(f"unsur-{element + 1}", element_average(survey, element), name, printed, survey.place))
    return evaluate(SATISFACTION, tuple(inputs), SATISFACTION_14_2017, identifier=f"ikm/{survey.id}/{survey.year}")

"""What a document is composed from: the record, the year, and the choices of who asks for it."""

from dataclasses import dataclass

from saksama.compose.house_template import USUAL, HouseTemplate
from saksama.kernel.period import Period
from saksama.kernel.record import Arrangement, PerformanceRecord


@dataclass(frozen=True, slots=True)
class Request:
    """A wish for one document.

    `period` is only for kinds that take one. `arrangement` replaces the record's own. Explanations are only for formats
    that open a figure.
    """

    record: PerformanceRecord
    year: int
    period: Period | None = None
    arrangement: Arrangement | None = None
    is_explained: bool = True
    template: HouseTemplate = USUAL

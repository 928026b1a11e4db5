"""What a document is composed from: the record, the year, and the choices of who asks for it."""

from dataclasses import dataclass

from saksama.compose.house_template import USUAL, HouseTemplate
from saksama.kernel.record import Arrangement, PerformanceRecord


@dataclass(frozen=True, slots=True)
class Request:
    """A wish for one document.

    `arrangement` replaces the record's own; explanations are only for formats that open a figure.
    """

    record: PerformanceRecord
    year: int
    arrangement: Arrangement | None = None
    is_explained: bool = True
    template: HouseTemplate = USUAL

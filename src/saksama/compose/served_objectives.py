"""Objectives that money serves as a whole, not indicator by indicator."""

from saksama.kernel.plan import StrategicObjective
from saksama.kernel.record import PerformanceRecord


def is_served_whole(record: PerformanceRecord, objective: StrategicObjective) -> bool:
    """Whether programmes serve the objective itself and none of its indicators: its money is then not missing."""
    subjects = {support.subject for support in record.supports}
    return objective.id in subjects and not any(indicator.id in subjects for indicator in objective.indicators)

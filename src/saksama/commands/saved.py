"""A record as the file that the user asks for: workbook or JSON."""

from saksama.kernel.record import PerformanceRecord

RECORD_SUFFIXES = (".xlsx", ".json")


def record_content(record: PerformanceRecord, suffix: str) -> bytes:
    """The bytes of a file with this suffix."""
    if suffix.lower() == ".json":
        from saksama.exchange.record_json import write_record

        return write_record(record)
    from saksama.exchange.workbook import write_workbook

    return write_workbook(record, first_year=record.plan.first_year, last_year=record.plan.last_year)

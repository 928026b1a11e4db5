"""Rows of what a report tells beside its indicators, and of what is put into it as it is."""

from collections.abc import Iterator

from saksama.exchange.attachment_files import attachment_names
from saksama.exchange.rows.row import Row, row
from saksama.kernel.record import PerformanceRecord


def recommendation_rows(record: PerformanceRecord) -> Iterator[Row]:
    """Each recommendation and what became of it in a year."""
    for one in record.recommendations:
        yield row(
            [
                ("year", one.year),
                ("source", one.source),
                ("text", one.text),
                ("follow_up", one.follow_up),
                ("state", one.state.value if one.state else None),
                ("evidence", one.evidence),
            ]
        )


def innovation_rows(record: PerformanceRecord) -> Iterator[Row]:
    """Each innovation."""
    for one in record.innovations:
        told = [("description", one.description), ("benefit", one.benefit)]
        yield row([("year", one.year), ("name", one.name), *told])


def award_rows(record: PerformanceRecord) -> Iterator[Row]:
    """Each award."""
    for one in record.awards:
        yield row([("year", one.year), ("name", one.name), ("giver", one.giver), ("level", one.level)])


def asset_rows(record: PerformanceRecord) -> Iterator[Row]:
    """Each kind of things in each condition."""
    for one in record.assets:
        counted = [("quantity", one.quantity), ("unit", one.unit), ("condition", one.condition)]
        yield row([("year", one.year), ("name", one.name), *counted])


def picture_rows(record: PerformanceRecord) -> Iterator[Row]:
    """What is said of each picture; the picture itself is laid on its row."""
    for one in record.pictures:
        yield row([("year", one.year), ("caption", one.caption), ("subject", one.subject)])


def attachment_rows(record: PerformanceRecord) -> Iterator[Row]:
    """Each attachment with the name of its file."""
    for one, name in zip(record.attachments, attachment_names(record), strict=True):
        yield row([("year", one.year), ("title", one.title), ("file", name)])

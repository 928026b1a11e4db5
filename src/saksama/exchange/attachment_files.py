"""The PDF files that lie beside a workbook and are bound into reports: how they are named, and what is in them."""

from collections.abc import Mapping
from itertools import count

from saksama.kernel.record import PerformanceRecord


def attachment_names(record: PerformanceRecord) -> tuple[str, ...]:
    """The name of each attachment's file from the workbook's folder: the one it came from, else one of its own."""
    stated = tuple(one.place.file if one.place else "" for one in record.attachments)  # "": from JSON
    free = (name for number in count(1) if (name := f"lampiran-{number}.pdf") not in stated)
    return tuple(name or next(free) for name in stated)


def attachment_files(record: PerformanceRecord) -> Mapping[str, bytes]:
    """What must lie beside a workbook of the record for it to be read whole: content by name from its folder."""
    contents = (attachment.content for attachment in record.attachments)
    return dict(zip(attachment_names(record), contents, strict=True))

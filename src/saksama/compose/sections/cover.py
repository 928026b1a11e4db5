"""The cover page."""

from saksama.compose.ledger import Ledger
from saksama.documents.document import Block, Cover
from saksama.documents.pictures import Image


def build(ledger: Ledger) -> tuple[Block, ...]:
    """Government, agency, logo, name of the report, year."""
    record = ledger.record
    logo = record.agency.logo
    image = (
        Image(logo.media_type, logo.content, f"Logo {record.agency.government}", logo.width, logo.height)
        if logo
        else None
    )
    name = record.settings.report_name
    title = (name, f"({record.settings.abbreviation})") if record.settings.abbreviation else (name,)
    cover = Cover(
        record.agency.government, record.agency.name, title, f"Tahun {ledger.year}", image, record.settings.mark
    )
    return (cover,)

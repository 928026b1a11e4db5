"""The letterhead of an agency's documents."""

from saksama.documents.document import Letterhead
from saksama.documents.pictures import Image
from saksama.kernel.record import PerformanceRecord


def letterhead(record: PerformanceRecord) -> Letterhead:
    """Government and agency in capitals, as official documents have them."""
    agency, logo = record.agency, record.agency.logo
    image = Image(logo.media_type, logo.content, f"Logo {agency.government}", logo.width, logo.height) if logo else None
    return Letterhead(agency.government.upper(), agency.name.upper(), agency.address, image)

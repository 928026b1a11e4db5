"""What the agency encloses: pictures at their subject, and PDF files that are bound in behind the attachments."""

from collections.abc import Iterable

from saksama.compose.grid import text
from saksama.compose.ledger import Ledger, gap
from saksama.documents.document import Block, Figure, Heading, HeadingNumbering, Paragraph
from saksama.documents.page_images import page_images
from saksama.documents.pictures import Image
from saksama.kernel.activities import BoundAttachment, Picture
from saksama.kernel.plan import StrategicObjective
from saksama.kernel.spending import objective_subjects, serving_nodes

MOST_PAGES = 60
"""Of all enclosed files together, so that a report stays a file that can be sent."""


def pictures_of(ledger: Ledger, objective: StrategicObjective) -> tuple[Block, ...]:
    """The pictures of an objective, its indicators, and what serves it alone or first."""
    return _figures(ledger, (picture for picture in _of_year(ledger) if _owner(ledger, picture) is objective))


def other_pictures(ledger: Ledger) -> tuple[Block, ...]:
    """The pictures of the report as a whole, and those whose subject is none of its objectives."""
    found = [picture for picture in _of_year(ledger) if _owner(ledger, picture) is None]
    if not found:
        return ()
    return Heading(2, "Dokumentasi", "dokumentasi"), *_figures(ledger, found)


def bound_files(ledger: Ledger) -> tuple[Block, ...]:
    """The enclosed files, each an attachment of its own with its pages as pictures."""
    made: list[Block] = []
    left = MOST_PAGES
    enclosed = [item for item in ledger.record.attachments if item.year == ledger.year]
    for place, item in enumerate(enclosed, start=1):
        blocks, drawn = _bound(item, place, left)
        made += blocks
        left -= drawn
    return tuple(made)


def _bound(item: BoundAttachment, place: int, most: int) -> tuple[list[Block], int]:
    found = page_images(item.content, item.title, most=most)
    made: list[Block] = [Heading(1, item.title, f"lampiran-berkas-{place}", HeadingNumbering.ATTACHMENT)]
    if not found.pages:
        made.append(Paragraph(text(gap("berkas PDF tidak dapat dibuka"))))
    made += [Figure(image, f"berkas-{place}-{number}", "") for number, image in enumerate(found.images, start=1)]
    if len(found.images) < found.pages:
        shown = f"{len(found.images)} dari {found.pages} halaman"
        made.append(Paragraph(text(gap(f"dimuat {shown}; selebihnya ada pada berkas aslinya"))))
    return made, len(found.images)


def _of_year(ledger: Ledger) -> list[Picture]:
    return [picture for picture in ledger.record.pictures if picture.year == ledger.year]


def _owner(ledger: Ledger, picture: Picture) -> StrategicObjective | None:
    for objective in ledger.objectives:
        subjects = objective_subjects(objective)
        below = (part.id for node, _share in serving_nodes(ledger.record, subjects) for part in node.walk())
        if picture.subject and picture.subject in {*subjects, *below}:
            return objective
    return None


def _figures(ledger: Ledger, pictures: Iterable[Picture]) -> tuple[Block, ...]:
    every = _of_year(ledger)
    return tuple(
        Figure(
            Image(picture.media_type, picture.content, picture.caption, picture.width, picture.height),
            f"gambar-foto-{every.index(picture) + 1}",
            picture.caption or "Tanpa keterangan",
        )
        for picture in pictures
    )

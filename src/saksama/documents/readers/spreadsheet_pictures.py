"""The pictures that lie on a sheet, as they were put in."""

from saksama.documents.readers.office_package import RELATIONSHIPS, Package
from saksama.documents.readers.spreadsheet_cells import SheetPicture

MAXIMUM_PICTURES = 1_000


def read_pictures(package: Package, sheet_part: str) -> tuple[SheetPicture, ...]:
    """The pictures of a sheet, from top to bottom as the file lists them; those that lie outside the file are left."""
    pictures: list[SheetPicture] = []
    for kind, drawing in package.relationships(sheet_part).values():
        if kind == "drawing" and package.has(drawing):
            targets = package.relationships(drawing)
            for row, column, identifier in _anchors(package, drawing):
                kind_of_target, part = targets.get(identifier, ("", ""))
                if kind_of_target == "image" and package.has(part) and len(pictures) < MAXIMUM_PICTURES:
                    pictures.append(SheetPicture(row, column, b"".join(package.chunks(part))))
    return tuple(sorted(pictures, key=lambda picture: (picture.row, picture.column)))


def _anchors(package: Package, drawing: str) -> list[tuple[int, int, str]]:
    """Row and column of the upper left corner of each picture, and the relationship of its file."""
    found: list[tuple[int, int, str]] = []
    corner = {"row": 1, "col": 1}
    is_corner = False
    digits: list[str] | None = None

    def start(element: str, attributes: dict[str, str]) -> None:
        nonlocal is_corner, digits
        match element.rpartition(" ")[2]:
            case "from":
                is_corner = True
            case "row" | "col" if is_corner:
                digits = []
            case "oneCellAnchor" | "twoCellAnchor" | "absoluteAnchor":
                corner.update(row=1, col=1)
            case "blip":
                embedded = (attributes.get(f"{space} embed", "") for space in RELATIONSHIPS)
                found.append((corner["row"], corner["col"], next(filter(None, embedded), "")))

    def end(element: str) -> None:
        nonlocal is_corner, digits
        name = element.rpartition(" ")[2]
        if name == "from":
            is_corner = False
        elif digits is not None and name in corner:
            text = "".join(digits).strip()
            corner[name] = int(text) + 1 if text.isascii() and text.isdigit() and len(text) < 8 else 1
            digits = None

    def text(piece: str) -> None:
        if digits is not None:
            digits.append(piece)

    package.parse(drawing, start, end, text)
    return found

"""Read the cells of a workbook (.xlsx) of any program, as they are and within limits."""

from pathlib import Path

from saksama.documents.readers.office_package import RELATIONSHIPS, Package
from saksama.documents.readers.spreadsheet_cells import Sheet, Workbook
from saksama.documents.readers.spreadsheet_formats import BUILT_IN_FORMATS, GENERAL
from saksama.documents.readers.spreadsheet_package import element_names, open_package
from saksama.documents.readers.spreadsheet_sheet import MAXIMUM_CELLS, Surroundings, read_sheet, unescaped
from saksama.language.messages import _

MAXIMUM_SHEETS = 500


def read_workbook(path: Path) -> Workbook:
    """Read every sheet. Raises `UnreadableFileError` where `path` is no workbook or passes a limit.

    A cell that cannot be read becomes an `ErrorValue` and the reader carries on.
    """
    package = open_package(path)
    parts = package.relationships("")
    main = next((part for kind, part in parts.values() if kind == "officeDocument"), "xl/workbook.xml")
    listed, from_1904 = _listed_sheets(package, main)
    if len(listed) > MAXIMUM_SHEETS:
        limit = _("paling banyak {count} lembar").format(count=MAXIMUM_SHEETS)
        package.refuse(_("{count} lembar").format(count=len(listed)), limit, _("Hapus lembar yang tidak perlu"))
    targets = package.relationships(main)
    around = Surroundings(
        _shared_texts(package, _first_part(targets, "sharedStrings")),
        _formats(package, _first_part(targets, "styles")),
        from_1904,
    )
    sheets: list[Sheet] = []
    room = MAXIMUM_CELLS
    for name, hidden, identifier in listed:
        kind, part = targets.get(identifier, ("", ""))
        if kind == "worksheet":
            sheets.append(read_sheet(package, part, name, hidden=hidden, around=around, room=room))
        else:  # a sheet that is only a chart, or a macro sheet
            sheets.append(Sheet(name, hidden, {}))
        room -= len(sheets[-1].cells)
    return Workbook(tuple(sheets))


def _first_part(targets: dict[str, tuple[str, str]], wanted: str) -> str:
    return next((part for kind, part in targets.values() if kind == wanted), "")


def _listed_sheets(package: Package, main: str) -> tuple[list[tuple[str, bool, str]], bool]:
    """Name, whether hidden, and relationship of each sheet; and whether dates count from 1904."""
    elements = element_names("sheet", "workbookPr")
    sheets: list[tuple[str, bool, str]] = []
    systems: list[bool] = []

    def start(element: str, attributes: dict[str, str]) -> None:
        match elements.get(element):
            case "sheet":
                identifier = next(
                    (attributes[key] for space in RELATIONSHIPS if (key := f"{space} id") in attributes), ""
                )
                hidden = attributes.get("state", "visible") != "visible"
                sheets.append((unescaped(attributes.get("name", "")), hidden, identifier))
            case "workbookPr":
                systems.append(attributes.get("date1904", "0") in ("1", "true"))

    package.parse(main, start, lambda _element: None)
    return sheets, any(systems)


def _shared_texts(package: Package, part: str) -> list[str]:
    """The texts that cells share, without formatting and without phonetic readings."""
    elements = element_names("si", "t", "rPh")
    texts: list[str] = []
    pieces: list[str] = []
    is_text = is_phonetic = False

    def start(element: str, _attributes: dict[str, str]) -> None:
        nonlocal is_text, is_phonetic
        match elements.get(element):
            case "si":
                pieces.clear()
            case "t":
                is_text = not is_phonetic
            case "rPh":
                is_phonetic = True

    def end(element: str) -> None:
        nonlocal is_text, is_phonetic
        match elements.get(element):
            case "si":
                texts.append(unescaped("".join(pieces)))
            case "t":
                is_text = False
            case "rPh":
                is_phonetic = False

    def text(piece: str) -> None:
        if is_text:
            pieces.append(piece)

    if part and package.has(part):
        package.parse(part, start, end, text)
    return texts


def _formats(package: Package, part: str) -> list[str]:
    """The number format of each cell style."""
    elements = element_names("numFmt", "cellXfs", "xf")
    codes: dict[str, str] = {}
    styles: list[str] = []
    is_cell_style = False

    def start(element: str, attributes: dict[str, str]) -> None:
        nonlocal is_cell_style
        match elements.get(element):
            case "numFmt":
                codes.setdefault(attributes.get("numFmtId", ""), attributes.get("formatCode", GENERAL))
            case "cellXfs":
                is_cell_style = True
            case "xf" if is_cell_style:
                styles.append(attributes.get("numFmtId", "0"))

    def end(element: str) -> None:
        nonlocal is_cell_style
        if elements.get(element) == "cellXfs":
            is_cell_style = False

    if part and package.has(part):
        package.parse(part, start, end)
    built_in = {str(number): code for number, code in BUILT_IN_FORMATS.items()}
    return [codes.get(style) or built_in.get(style, GENERAL) for style in styles]

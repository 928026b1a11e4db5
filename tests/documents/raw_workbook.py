"""Workbooks written part by part, for what no library would write."""

import re
import zipfile
from pathlib import Path

SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def raw_parts(rows: str, *, shared: str = "", styles: str = "", properties: str = "") -> dict[str, str]:
    """The parts of a workbook with one sheet, "Lembar", that has these rows."""
    targets = {"worksheet": "worksheets/sheet1.xml", "sharedStrings": "sharedStrings.xml", "styles": "styles.xml"}
    related = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items(), start=1)
    )
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="rId1" '
        f'Type="{_RELATIONS}/officeDocument" Target="/xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{SPREADSHEET}" xmlns:r="{_RELATIONS}">{properties}'
        '<sheets><sheet name="Lembar" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}">{related}</Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{SPREADSHEET}"><sheetData>{rows}</sheetData></worksheet>',
        "xl/sharedStrings.xml": shared,
        "xl/styles.xml": styles,
    }
    return {name: text for name, text in parts.items() if text}


def write_raw_workbook(
    path: Path,
    rows: str,
    *,
    shared: str = "",
    styles: str = "",
    properties: str = "",
    prefix: str = "",
    namespace: str = SPREADSHEET,
) -> None:
    """Write such a workbook, its workbook elements with a prefix and in a namespace."""
    parts = raw_parts(rows, shared=shared, styles=styles, properties=properties)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, _renamed(text, prefix, namespace) if "/main" in text else text)


def _renamed(text: str, prefix: str, namespace: str) -> str:
    declared = f"xmlns:{prefix.rstrip(':')}=" if prefix else "xmlns="
    prefixed = re.sub(r"<(/?)([A-Za-z])", rf"<\1{prefix}\2", text)
    return prefixed.replace(f'xmlns="{SPREADSHEET}"', f'{declared}"{namespace}"')

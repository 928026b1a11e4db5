"""Embed the type family, so that the report looks the same on a computer that lacks it.

Saksama Sans is Source Sans 3 cut down to Latin (`tools/build_fonts.py`), under a name of its own as its licence asks.
"""

from importlib.resources import files
from uuid import UUID, uuid5

from saksama.documents.writers.docx.package import XML, Package

FAMILY = "Saksama Sans"
_FALLBACK = "Source Sans 3"
_NAMESPACE = UUID("6f1d6f7e-4c0b-5d6a-9d0e-5a4b1c2d3e4f")
_FACES = {"Regular": "Regular", "Bold": "Bold", "Italic": "Italic", "BoldItalic": "BoldItalic"}
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def add_fonts(package: Package) -> None:
    """Add the font table and the obfuscated fonts."""
    faces = ""
    folder = files("saksama.documents") / "fonts"
    for number, (face, name) in enumerate(_FACES.items(), 1):
        key = uuid5(_NAMESPACE, face)
        font = (folder / f"SaksamaSans-{name}.ttf").read_bytes()
        package.add(f"word/fonts/font{number}.odttf", obfuscated(font, key))
        relation = package.relate("word/fontTable.xml", "font", f"fonts/font{number}.odttf")
        faces += f'<w:embed{face} r:id="{relation}" w:fontKey="{{{str(key).upper()}}}"/>'
    package.add(
        "word/fontTable.xml",
        f'{XML}<w:fonts xmlns:w="{_MAIN}" xmlns:r="{_RELATIONSHIPS}"><w:font w:name="{FAMILY}">'
        f'<w:altName w:val="{_FALLBACK}"/><w:panose1 w:val="020B0503030403020204"/><w:charset w:val="00"/>'
        f'<w:family w:val="swiss"/><w:pitch w:val="variable"/>'
        f'<w:sig w:usb0="600002F7" w:usb1="02000001" w:usb2="00000000" w:usb3="00000000" w:csb0="0000019F" '
        f'w:csb1="00000000"/>{faces}</w:font></w:fonts>',
        "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml",
    )


def obfuscated(font: bytes, key: UUID) -> bytes:
    """The font with its first 32 bytes mixed with the key, back to front (ECMA-376 part 4, 3.3.1)."""
    mask = key.bytes[::-1] * 2
    return bytes(byte ^ bit for byte, bit in zip(font[:32], mask, strict=True)) + font[32:]

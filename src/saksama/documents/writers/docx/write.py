"""Write a document as a Word file (docx)."""

from collections.abc import Iterator

from saksama.documents import document as documents
from saksama.documents.document import (
    Block,
    Cover,
    Document,
    Heading,
    ItemList,
    Landscape,
    PageBreak,
    Paragraph,
    Part,
    PartKind,
    Signatures,
    Table,
)
from saksama.documents.writers.docx.assembly import MAIN_PART, Assembly, begin, listed
from saksama.documents.writers.docx.blocks import body
from saksama.documents.writers.docx.fonts import add_fonts
from saksama.documents.writers.docx.numbering import numbering
from saksama.documents.writers.docx.package import XML
from saksama.documents.writers.docx.sections import add_running_parts, section, section_end
from saksama.documents.writers.docx.styles import LANDSCAPE_WIDTH, MAIN, TEXT_WIDTH, styles
from saksama.documents.writers.printable import escaped

_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_OPEN = (
    f'<w:document xmlns:w="{MAIN}" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    f'xmlns:wp="{_DRAWING}/wordprocessingDrawing" xmlns:a="{_DRAWING}/main" xmlns:c="{_DRAWING}/chart" '
    f'xmlns:pic="{_DRAWING}/picture" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">'
)


def write(document: Document) -> bytes:
    """The Word file of a resolved document. Equal documents give equal bytes."""
    state = begin(document)
    package = state.package
    package.relate("", "officeDocument", MAIN_PART)
    package.relate("", "core-properties", "docProps/core.xml")
    package.relate("", "extended-properties", "docProps/app.xml")
    references = add_running_parts(document, state)
    text = "".join(_sections(document, state, references))
    package.add(MAIN_PART, f"{XML}{_OPEN}<w:body>{text}</w:body></w:document>", f"{_KIND}document.main+xml")
    language = escaped(document.language)
    for name, content in (
        ("styles", styles(language, is_decimal=_is_decimal(document))),
        ("numbering", numbering(state.lists)),
        ("settings", _settings(language)),
    ):
        package.add(f"word/{name}.xml", content, f"{_KIND}{name}+xml")
        package.relate(MAIN_PART, name, f"{name}.xml")
    add_fonts(package)
    package.relate(MAIN_PART, "fontTable", "fontTable.xml")
    package.add("docProps/core.xml", _core(document), "application/vnd.openxmlformats-package.core-properties+xml")
    package.add(
        "docProps/app.xml",
        f'{XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Application>Saksama</Application></Properties>",
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    )
    return package.pack()


def _sections(document: Document, state: Assembly, references: dict[bool, str]) -> Iterator[str]:
    empty: list[tuple[PartKind, bool, list[Block]]] = [(PartKind.BODY, False, [])]
    runs = [(part.kind, landscape, blocks) for part in document.parts for landscape, blocks in _runs(part)] or empty
    counted: set[str] = set()
    for index, (kind, landscape, blocks) in enumerate(runs):
        width = LANDSCAPE_WIDTH if landscape else TEXT_WIDTH
        for position, block in enumerate(blocks):
            if not (isinstance(block, PageBreak) and _is_new_page(blocks, position)):
                following = blocks[position + 1] if position + 1 < len(blocks) else None
                leads = (isinstance(block, Paragraph) and isinstance(following, Table | ItemList)) or (
                    isinstance(block, Paragraph | Table) and isinstance(following, Signatures)
                )
                yield body(block, state, width, leads=leads)
        numbers = "cover" if kind is PartKind.COVER else "front" if kind is PartKind.FRONT else "body"
        refers = "" if kind is PartKind.COVER else references[landscape]
        properties = section(kind, refers, landscape=landscape, starts=numbers not in counted)
        counted.add(numbers)
        if index < len(runs) - 1:
            yield section_end(properties)
            continue
        # The last thing in a text is a paragraph: a cover is a table, and an empty document is nothing.
        yield section_end("") + properties if not blocks or isinstance(blocks[-1], Cover) else properties


def _runs(part: Part) -> Iterator[tuple[bool, list[Block]]]:
    """The blocks of a part, parted where the paper turns."""
    upright: list[Block] = []
    for block in listed(part.blocks):
        if not isinstance(block, Landscape):
            upright.append(block)
            continue
        # A heading goes with what it heads, or it would stand on a page alone.
        body_end = len(upright)
        while body_end and isinstance(upright[body_end - 1], Heading):
            body_end -= 1
        if upright[:body_end]:
            yield False, upright[:body_end]
        yield True, [*upright[body_end:], *block.blocks]
        upright = []
    if upright:
        yield False, upright


def _is_new_page(blocks: list[Block], position: int) -> bool:
    """Say whether a page begins here anyway, so that a break would leave an empty one."""
    following = blocks[position + 1] if position + 1 < len(blocks) else None
    return position == 0 or following is None or (isinstance(following, Heading) and following.level == 1)


def _is_decimal(document: Document) -> bool:
    headings = (block for block in documents.blocks(document) if isinstance(block, Heading))
    return any(heading.level == 3 and "." in heading.number.rstrip(".") for heading in headings)


def _settings(language: str) -> str:
    return (
        f'{XML}<w:settings xmlns:w="{MAIN}"><w:zoom w:percent="100"/><w:embedTrueTypeFonts/><w:saveSubsetFonts/>'
        '<w:defaultTabStop w:val="567"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting '
        'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{language}"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def _core(document: Document) -> str:
    day = document.date
    moments = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{day.isoformat()}T00:00:00Z</dcterms:{name}>'
        for name in ("created", "modified")
        if day
    )
    return (
        f'{XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escaped(document.title)}</dc:title><dc:subject>{escaped(document.subject)}</dc:subject>"
        f"<dc:creator>{escaped(document.author)}</dc:creator>"
        f"{moments}"
        f"<dc:language>{escaped(document.language)}</dc:language></cp:coreProperties>"
    )

"""Word files of official documents: what must stay together, and decimal numbers."""

import re
import zipfile
from datetime import date
from io import BytesIO

from saksama.documents.document import (
    Align,
    Block,
    Cell,
    Column,
    Contents,
    ContentsKind,
    Document,
    Heading,
    HeadingNumbering,
    Paragraph,
    Part,
    PartKind,
    Row,
    Signature,
    Signatures,
    Table,
    Text,
)
from saksama.documents.numbering import NumberingStyle, resolve
from saksama.documents.writers.docx.write import write
from tests.documents.word_schema import misplaced


def text(words: str) -> tuple[Text, ...]:
    return (Text(words),)


def part(name: str, *blocks: Block, style: NumberingStyle = NumberingStyle.LETTERS) -> str:
    document = Document("Dokumen", "Dinas", date(2025, 1, 2), (Part(PartKind.BODY, blocks),))
    content = zipfile.ZipFile(BytesIO(write(resolve(document, style)))).read(f"word/{name}.xml")
    assert misplaced(content) == []
    return content.decode()


SIGNATURE = Signatures(Signature((text("Kepala Dinas,"),), text("Contoh")))
TABLE = Table(
    (Column(1), Column(1, Align.RIGHT)),
    (),
    tuple(Row((Cell(text(f"Baris {number}")), Cell(text(str(number))))) for number in range(1, 6)),
)


def rows(body: str) -> list[str]:
    return re.findall(r"<w:tr>.*?</w:tr>", body[: body.index("</w:tbl>")])


def test_a_signature_never_stands_alone_on_a_page() -> None:
    kept = ["<w:keepNext/>" in row for row in rows(part("document", TABLE, SIGNATURE))]

    assert kept == [False, False, False, True, True]


def test_a_table_without_a_signature_below_it_may_end_a_page() -> None:
    assert not any("<w:keepNext/>" in row for row in rows(part("document", TABLE, Paragraph(text("Lalu teks.")))))


def test_a_paragraph_stays_with_the_signature_below_it() -> None:
    body = part("document", Paragraph(text("Demikian.")), SIGNATURE)

    assert '<w:pStyle w:val="BodyText"/><w:keepNext/>' in body


HEADINGS = (
    Heading(1, "Akuntabilitas", "bab", HeadingNumbering.CHAPTER),
    Heading(2, "Capaian", "capaian"),
    Heading(3, "Target", "target"),
    Heading(4, "Sasaran", "sasaran"),
    Contents(ContentsKind.HEADINGS),
)


def test_decimal_numbers_are_printed_and_have_the_room_that_they_need() -> None:
    body = part("document", *HEADINGS, style=NumberingStyle.DECIMAL)

    room = [int(found) for found in re.findall(r'w:hanging="(\d+)"', body)]
    assert ">1.1<" in body
    assert ">1.1.1.1<" in body
    assert len(room) == 3
    assert room[0] < room[2]


def test_the_list_of_contents_has_room_for_decimal_numbers_only_where_there_are_any() -> None:
    stops = {
        style: re.search(r'"TOC3".*?w:hanging="(\d+)"', part("styles", *HEADINGS, style=style))
        for style in NumberingStyle
    }

    assert {style: found and found[1] for style, found in stops.items()} == {
        NumberingStyle.LETTERS: "425",
        NumberingStyle.DECIMAL: "680",
    }

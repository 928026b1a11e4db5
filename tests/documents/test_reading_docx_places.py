"""Every run of a Word document knows where it stands."""

import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

from saksama.documents.document import Paragraph, Text, blocks
from saksama.documents.readers.read import read_document
from saksama.documents.writers.docx.write import write
from tests.documents import read_back
from tests.documents.demonstration import resolved
from tests.documents.word_file import paragraph, read_word, run


def _element_at(root: ElementTree.Element, path: str) -> ElementTree.Element:
    """The element that a path leads to, found without the reader."""
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    containers = {f"{space}{name}" for name in ("tc", "txbxContent", "body", "tbl", "tr", "p")}

    def inside(element: ElementTree.Element) -> list[ElementTree.Element]:
        found = []
        for child in element:
            if child.tag.endswith("}Fallback"):
                continue
            if child.tag in containers:
                found.append(child)
            else:
                found += inside(child)
        return found

    body = root.find(f"{space}body")
    assert body is not None
    current = body
    for name, number in re.findall(r"/(\w+)\[(\d+)\]", path):
        current = [child for child in inside(current) if child.tag == f"{space}{name}"][int(number) - 1]
    return current


def _visible(element: ElementTree.Element) -> str:
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    text = ""
    for child in element:
        if child.tag == f"{space}t":
            text += child.text or ""
        elif child.tag in (f"{space}tab", f"{space}br"):
            text += "\t" if child.tag.endswith("tab") else "\n"
        elif child.tag not in (f"{space}pPr", f"{space}instrText", f"{space}txbxContent"):
            text += _visible(child)
    return text


def test_every_run_stands_where_its_place_says(tmp_path: Path) -> None:
    path = tmp_path / "laporan.docx"
    path.write_bytes(write(resolved()))
    root = ElementTree.fromstring(zipfile.ZipFile(path).read("word/document.xml"))

    runs = [run for block in blocks(read_document(path)) for run in read_back.texts(block)]

    assert len(runs) > 300
    for found in runs:
        assert found.place is not None
        if found.place.start is not None:
            visible = _visible(_element_at(root, found.place.path))
            assert visible[found.place.start : found.place.start + len(found.text)] == found.text


def test_a_run_in_several_pieces_is_one_with_its_offset(tmp_path: Path) -> None:
    content = run("Capaian ") + run("93", "<w:b/>") + run(",28", "<w:b/>") + run("%")
    document = read_word(tmp_path, paragraph(content))

    (block,) = blocks(document)
    assert isinstance(block, Paragraph)
    found = [(run.text, run.bold, run.place.start) for run in block.content if isinstance(run, Text) and run.place]
    assert found == [("Capaian ", False, 0), ("93,28", True, 8), ("%", False, 13)]

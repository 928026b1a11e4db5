"""A marked PDF: highlights with notes, numbers that print, a page of notes; and nothing of the file rewritten."""

import io
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from saksama.audit.finding import Audit, Finding, Spot
from saksama.audit.marking.mark import marked
from saksama.audit.marking.xml_edit import UnmarkableError
from saksama.audit.rule import Severity
from saksama.documents.document import Align, Cell, Column, Document, Heading, Paragraph, Part, PartKind, Row, Table
from saksama.documents.document import Text as Run
from saksama.documents.numbering import resolve
from saksama.documents.readers.read import read_document
from saksama.documents.writers import pdf
from saksama.kernel.provenance import Place
from tests.audit.hand_built import audit_of, finding, spot


def _row(*texts: str) -> Row:
    return Row(tuple(Cell((Run(text),)) for text in texts))


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    table = Table(
        (Column(3), Column(2, Align.RIGHT)),
        (_row("Program", "Anggaran"),),
        (_row("Program A", "2.000.000.000"), _row("Program B", "2.827.274.899"), _row("JUMLAH", "8.582.457.773")),
        caption="Anggaran",
        label="anggaran",
    )
    blocks = (Heading(1, "Anggaran", "bab"), Paragraph((Run("Capaian sebesar 90,41% tahun ini."),)), table)
    document = Document("Laporan", "Dinas", date(2021, 2, 26), (Part(PartKind.BODY, blocks),))
    path = tmp_path_factory.mktemp("pdf") / "lkjip.pdf"
    path.write_bytes(pdf.write(resolve(document)))
    return path


def _findings(path: Path) -> tuple[Finding, ...]:
    total = spot(path, "8.582.457.773", row="JUMLAH", column="Anggaran")
    follows = finding(spot(path, "90,41%"), severity=Severity.WARNING)
    return (
        finding(total, spot(path, "2.000.000.000"), consequences=(follows,)),
        finding(stated=None, message="Bab IV tidak ada.", severity=Severity.NOTE),
    )


def _mark(path: Path, audit: Audit) -> bytes:
    return marked(path, path.read_bytes(), audit, suffix=".pdf")


@dataclass(frozen=True)
class _Annotation:
    """What of an annotation matters here."""

    keys: tuple[str, ...]
    name: str
    contents: str
    rect: tuple[float, ...]
    is_printed: bool
    blend_modes: tuple[str, ...]
    colour: tuple[float, ...]


def _annotations(content: bytes, subtype: str) -> list[_Annotation]:
    with pikepdf.open(io.BytesIO(content)) as document:
        found = [annotation for page in document.pages for annotation in page.get("/Annots", [])]
        return [_plain(annotation) for annotation in found if annotation.get("/Subtype") == subtype]


def _plain(annotation: Any) -> _Annotation:
    states = annotation["/AP"]["/N"].get("/Resources", {}).get("/ExtGState", {})
    return _Annotation(
        tuple(annotation.keys()),
        str(annotation.get("/NM", "")),
        str(annotation.get("/Contents", "")),
        tuple(float(edge) for edge in annotation["/Rect"]),
        bool(int(annotation["/F"]) & 4),
        tuple(str(state["/BM"]) for _name, state in states.items()),
        tuple(float(part) for part in annotation.get("/C", [])),
    )


def _number(content: bytes) -> _Annotation:
    return next(stamp for stamp in _annotations(content, "/Stamp") if stamp.name.endswith("-n"))


def test_each_finding_is_highlighted_with_an_appearance_that_lets_the_text_through(original: Path) -> None:
    content = _mark(original, audit_of(original, *_findings(original)))

    highlights = _annotations(content, "/Highlight")
    assert len(highlights) == 4
    assert all(annotation.blend_modes == ("/Multiply",) and annotation.is_printed for annotation in highlights)
    assert "Hitungan: 2.000.000.000 + 2.827.274.899 = 4.827.274.899" in highlights[0].contents


def test_a_highlight_covers_the_figure_and_its_number_stands_in_the_margin(original: Path) -> None:
    content = _mark(original, audit_of(original, *_findings(original)))

    rects = [annotation.rect for annotation in _annotations(content, "/Highlight")]
    page = pypdfium2.PdfDocument(content)[0].get_textpage()
    assert [page.get_text_bounded(*rect).strip() for rect in rects[:3]] == ["8.582.457.773", "2.000.000.000", "90,41%"]
    _left, bottom, _right, top = rects[0]
    _x1, y1, x2, y2 = _number(content).rect
    assert x2 < 40
    assert y1 < (bottom + top) / 2 < y2


def test_a_place_with_two_findings_has_one_coat_of_colour_and_two_notes(original: Path) -> None:
    twice = (finding(spot(original, "90,41%"), rule=rule) for rule in ("CON001", "TXT001"))

    content = _mark(original, audit_of(original, *twice))

    colours = [annotation.colour for annotation in _annotations(content, "/Highlight")]
    assert len(colours) == 2
    assert colours[1] == (1.0, 1.0, 1.0) != colours[0]


def test_the_file_is_added_to_and_its_text_stays(original: Path) -> None:
    content = _mark(original, audit_of(original, *_findings(original)))

    assert content.startswith(original.read_bytes())
    assert not pikepdf.open(io.BytesIO(content)).check_pdf_syntax()
    before, after = (pypdfium2.PdfDocument(file) for file in (original.read_bytes(), content))
    texts = [page.get_textpage().get_text_range() for page in after]
    assert texts[: len(before)] == [page.get_textpage().get_text_range() for page in before]
    assert texts[len(before) :] == [""], "the page of notes is no text of the document"


@pytest.mark.parametrize("is_linearized", [False, True])
def test_a_file_with_compressed_objects_stays_sound(original: Path, tmp_path: Path, is_linearized: bool) -> None:
    path = tmp_path / "lkjip.pdf"
    with pikepdf.open(original) as document:
        mode = pikepdf.ObjectStreamMode.generate
        document.save(path, object_stream_mode=mode, linearize=is_linearized)

    content = _mark(path, audit_of(path, *_findings(path)))

    with pikepdf.open(io.BytesIO(content)) as marked_document:
        assert [text for text in marked_document.check_pdf_syntax() if "linearization" not in text] == []
    assert content.startswith(path.read_bytes())
    assert len(_annotations(content, "/Highlight")) == 4


def test_a_second_run_adds_nothing_and_the_same_run_gives_the_same_bytes(original: Path, tmp_path: Path) -> None:
    audit = audit_of(original, *_findings(original))
    copy = tmp_path / "lkjip.pdf"
    copy.write_bytes(_mark(original, audit))

    again = _mark(copy, audit_of(copy, *_findings(copy)))

    assert again == copy.read_bytes()
    assert _mark(original, audit) == copy.read_bytes()


def test_a_new_finding_is_added_to_a_marked_file(original: Path, tmp_path: Path) -> None:
    copy = tmp_path / "lkjip.pdf"
    copy.write_bytes(_mark(original, audit_of(original, *_findings(original))))
    new = finding(spot(copy, "2.827.274.899"), rule="CON001")

    content = _mark(copy, audit_of(copy, *_findings(copy), new))

    assert len(_annotations(content, "/Highlight")) == 5
    assert content.startswith(copy.read_bytes())


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_on_a_turned_page_the_number_stands_at_the_left_as_it_is_held(
    original: Path, tmp_path: Path, turned: int
) -> None:
    path = tmp_path / "lkjip.pdf"
    with pikepdf.open(original) as document:
        document.pages[0].Rotate = turned
        document.save(path)
    box = (200.0, 300.0, 260.0, 312.0)
    at = Spot(Place(page=1, box=box), "8.582.457.773")

    content = _mark(path, audit_of(original, finding(at)))

    x1, y1, x2, y2 = _number(content).rect
    width, height = pypdfium2.PdfDocument(content)[0].get_mediabox()[2:]
    edge = {90: y1, 180: width - x2, 270: height - y2}[turned]
    assert 0 < edge < 40
    middle = {90: (x1 + x2) / 2 - 230, 180: (y1 + y2) / 2 - 306, 270: (x1 + x2) / 2 - 230}[turned]
    assert abs(middle) < 8


def test_what_cannot_be_marked_says_so(original: Path) -> None:
    with pytest.raises(UnmarkableError):
        marked(original, b"%PDF-1.7 rusak", audit_of(original, *_findings(original)), suffix=".pdf")


def test_a_hostile_message_is_text(original: Path) -> None:
    hostile = finding(spot(original, "90,41%"), message=") /JS (app.alert(1)) \ud800\x00<script> #let x = 1 \\")

    content = _mark(original, audit_of(original, hostile))

    (annotation,) = _annotations(content, "/Highlight")
    assert "/JS" not in annotation.keys
    assert "app.alert(1)" in annotation.contents


def test_the_notes_are_printed(original: Path, tmp_path: Path, require_tool: Callable[[str], str]) -> None:
    pdftoppm = require_tool("pdftoppm")
    copy = tmp_path / "lkjip.pdf"
    copy.write_bytes(_mark(original, audit_of(original, *_findings(original))))

    last = str(len(pypdfium2.PdfDocument(copy.read_bytes())))
    drawn = subprocess.run(
        [pdftoppm, "-r", "30", "-gray", "-f", last, str(copy)], check=True, capture_output=True, timeout=60
    )

    assert min(drawn.stdout[20:]) < 100
    assert drawn.stderr == b""


def test_the_reader_reads_the_marked_file_as_before(original: Path, tmp_path: Path) -> None:
    copy = tmp_path / "lkjip.pdf"
    copy.write_bytes(_mark(original, audit_of(original, *_findings(original))))

    assert read_document(copy).parts == read_document(original).parts

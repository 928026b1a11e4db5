"""Word comments: at the exact figure, beside a text that stays as it is, and never twice."""

import io
import re
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from saksama.audit.finding import Audit, Spot
from saksama.audit.marking.mark import marked
from saksama.audit.marking.marks import Mark
from saksama.audit.marking.word import mark_word
from saksama.audit.marking.xml_edit import UnmarkableError
from saksama.audit.rule import Severity
from saksama.documents.readers.read import read_document
from saksama.kernel.provenance import Place
from tests.audit.hand_built import audit_of, finding, spot

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    document = docx.Document()
    document.add_heading("BAB III AKUNTABILITAS KINERJA", 1)
    paragraph = document.add_paragraph("Anggaran sebesar ")
    paragraph.add_run("8.582.457.773").bold = True
    paragraph.add_run(" rupiah, naik 5 dari 57,5 menjadi 5 & <6>.")
    table = document.add_table(3, 2)
    for row, texts in enumerate((("Program", "Anggaran"), ("A & B", "2.000.000.000"), ("JUMLAH", "8.582.457.773"))):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    path = tmp_path / "lkjip.docx"
    document.save(str(path))
    return path


def _mark(path: Path, audit: Audit) -> bytes:
    return marked(path, path.read_bytes(), audit, suffix=".docx")


def _opened(content: bytes) -> WordDocument:
    return docx.Document(io.BytesIO(content))


def _text(content: bytes) -> str:
    body = _opened(content).element.body
    return "\n".join("".join(text.text or "" for text in p.iter(f"{W}t")) for p in body.iter(f"{W}p"))


def _commented(content: bytes) -> list[str]:
    """What stands between the start and the end of each comment's range."""
    body = etree.fromstring(zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml"))
    found: dict[str, list[str]] = {}
    open_ranges: set[str] = set()
    for element in body.iter():
        if element.tag == f"{W}commentRangeStart":
            found[element.get(f"{W}id")] = []
            open_ranges.add(element.get(f"{W}id"))
        elif element.tag == f"{W}commentRangeEnd":
            open_ranges.discard(element.get(f"{W}id"))
        elif element.tag == f"{W}t":
            for identifier in open_ranges:
                found[identifier].append(element.text or "")
    assert open_ranges == set()
    return ["".join(texts) for texts in found.values()]


def test_a_comment_stands_around_exactly_the_figure(report: Path) -> None:
    in_text, in_table = (spot(report, "8.582.457.773", occurrence=place) for place in (0, 1))
    sentence = spot(report, " rupiah, naik 5 dari 57,5 menjadi 5 & <6>.")
    five = finding(Spot(sentence.place, "5"), severity=Severity.WARNING, stated=None)
    last = finding(Spot(sentence.place, "<6>."), severity=Severity.NOTE, stated=None)

    content = _mark(report, audit_of(report, finding(in_text, in_table), five, last))

    assert sorted(_commented(content)) == ["5", "8.582.457.773", "8.582.457.773", "<6>."]
    assert _text(content) == _text(report.read_bytes())


def test_a_comment_says_what_is_wrong_and_who_says_it(report: Path) -> None:
    content = _mark(report, audit_of(report, finding(spot(report, "8.582.457.773"))))

    (comment,) = _opened(content).comments
    assert (comment.author, comment.timestamp) == ("Saksama", None)
    told = comment.text.split("\n")
    assert told[:3] == [
        "Temuan 1 (kesalahan)",
        "Tertulis 8.582.457.773, padahal jumlah bagiannya 4.827.274.899.",
        "Hitungan: 2.000.000.000 + 2.827.274.899 = 4.827.274.899",
    ]
    assert re.fullmatch(r"\[Saksama · [0-9a-f]{10}\]", told[-1])


def test_a_second_run_adds_nothing_and_a_new_finding_is_added(report: Path, tmp_path: Path) -> None:
    first = finding(spot(report, "8.582.457.773"))
    other = finding(spot(report, "2.000.000.000"), rule="CON001")
    marked_report = tmp_path / "bertanda.docx"
    marked_report.write_bytes(_mark(report, audit_of(report, first)))

    again = _mark(marked_report, audit_of(marked_report, finding(spot(marked_report, "8.582.457.773"))))
    more = _mark(marked_report, audit_of(marked_report, first, other))

    assert again == marked_report.read_bytes()
    assert [comment.comment_id for comment in _opened(more).comments] == [0, 1]


def test_the_reader_reads_the_marked_document_as_before(report: Path, tmp_path: Path) -> None:
    copy = tmp_path / "salinan" / report.name
    copy.parent.mkdir()
    copy.write_bytes(_mark(report, audit_of(report, finding(spot(report, "8.582.457.773")))))

    assert read_document(copy) == read_document(report)


def test_every_other_part_keeps_its_bytes_and_comments_of_others_stay(report: Path, tmp_path: Path) -> None:
    document = docx.Document(str(report))
    document.add_comment(document.paragraphs[1].runs[1], text="Dari Ani", author="Ani", initials="A")
    document.save(str(report))

    content = _mark(report, audit_of(report, finding(spot(report, "8.582.457.773"))))

    before, after = (zipfile.ZipFile(io.BytesIO(file)) for file in (report.read_bytes(), content))
    changed = {name for name in after.namelist() if before.read(name) != after.read(name)}
    assert changed == {"word/document.xml", "word/comments.xml"}
    assert [comment.author for comment in _opened(content).comments] == ["Ani", "Saksama"]


def test_a_finding_without_a_place_stands_at_the_first_text(report: Path) -> None:
    content = _mark(report, audit_of(report, finding(stated=None, message="Bab IV tidak ada.")))

    assert _commented(content) == ["BAB III AKUNTABILITAS KINERJA"]


def test_a_comment_never_begins_inside_a_field_or_a_text_box() -> None:
    field = (
        '<w:p><w:r><w:t xml:space="preserve">NIP </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText> PAGE 12 </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:t>12,5</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    box = "<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>7,5</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>"

    body = _marked_body(field + box, ("body/p[1]", "12,5"), ("body/p[2]/txbxContent[1]/p[1]", "7,5"))

    assert '<w:commentRangeStart w:id="0"/><w:r><w:fldChar w:fldCharType="begin"/>' in body
    assert '<w:fldChar w:fldCharType="end"/></w:r><w:commentRangeEnd w:id="0"/>' in body
    assert '<w:commentRangeStart w:id="1"/><w:r><w:pict>' in body


@pytest.mark.parametrize(
    ("paragraph", "target"),
    [
        ("<w:p><w:r><w:rPr><w:b/></w:rPr><w:tab/><w:t>  7,5 </w:t><w:br/><w:t>dan 8</w:t></w:r></w:p>", "7,5"),
        ("<w:p><w:r><w:t>a 7,</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>5</w:t></w:r></w:p>", "7,5"),
        ("<w:p><w:ins w:id='9'><w:r><w:t>jadi 7,5%</w:t></w:r></w:ins><w:del><w:r/></w:del></w:p>", "7,5%"),
        ("<w:p><w:r><w:t>&lt;7,5&gt; &#38; &quot;</w:t></w:r></w:p>", "7,5"),
        ("<w:p w:rsidR='>'><w:hyperlink><w:r w:a='\"'><w:t>x 7,5 y</w:t></w:r></w:hyperlink></w:p>", "7,5"),
        ("<w:p><w:r><w:t>97,5 17,55 7,5</w:t></w:r></w:p>", "7,5"),
    ],
)  # fmt: skip
def test_a_run_is_split_without_loss(paragraph: str, target: str) -> None:
    body = _marked_body(paragraph, ("body/p[1]", target))

    content = body.partition('<w:commentRangeStart w:id="0"/>')
    inside, _end, rest = content[2].partition('<w:commentRangeEnd w:id="0"/>')
    assert _seen(inside) == target
    assert _seen(content[0]) + _seen(inside) + _seen(rest) == _seen(paragraph)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.text("7,5 .&<>“a\n", min_size=1, max_size=9), min_size=1, max_size=5),
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 6)), min_size=1, max_size=4),
)
def test_any_marks_in_any_runs_leave_the_text(runs: list[str], spans: list[tuple[int, int]]) -> None:
    written = "".join(
        f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{_escaped(text)}</w:t></w:r>' for text in runs
    )
    whole = "".join(runs).replace("\n", " ")
    targets = [(whole[start : start + length].strip()) or whole.strip() for start, length in spans]

    body = _marked_body(f"<w:p>{written}</w:p>", *(("body/p[1]", target) for target in targets))

    assert _seen(body) == _seen(written)
    assert body.count("commentReference") == len(targets)


def test_a_hostile_document_is_refused_and_a_hostile_message_is_text(report: Path) -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "c">]><w:document xmlns:w="w"><w:body/></w:document>'
    with pytest.raises(UnmarkableError):
        mark_word(report, _package(bomb), [_mark_at("body/p[1]", "x", 0)])

    hostile = finding(spot(report, "8.582.457.773"), message='</w:t><w:evil a="&x;"> \x00\x1f ￿ \ud800')

    (comment,) = _opened(_mark(report, audit_of(report, hostile))).comments
    assert '</w:t><w:evil a="&x;">' in comment.text


def test_libreoffice_reads_the_same_text(report: Path, tmp_path: Path, require_tool: Callable[[str], str]) -> None:
    soffice = require_tool("soffice")
    copy = tmp_path / "bertanda.docx"
    copy.write_bytes(
        _mark(report, audit_of(report, finding(spot(report, "8.582.457.773"), spot(report, "2.000.000.000"))))
    )

    subprocess.run(
        [soffice, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "txt:Text",
         "--outdir", str(tmp_path), str(report), str(copy)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip

    assert (tmp_path / "bertanda.txt").read_bytes() == (tmp_path / "lkjip.txt").read_bytes()


def _marked_body(paragraphs: str, *targets: tuple[str, str]) -> str:
    content = _package(
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f"<w:body>{paragraphs}</w:body></w:document>"
    )
    written = mark_word(
        Path("a.docx"), content, [_mark_at(path, target, number) for number, (path, target) in enumerate(targets)]
    )
    body = zipfile.ZipFile(io.BytesIO(written)).read("word/document.xml").decode()
    etree.fromstring(body.encode())
    return body.partition("<w:body>")[2]


def _mark_at(path: str, target: str, number: int) -> Mark:
    return Mark("1", f"{number:010x}", Severity.ERROR, Spot(Place(path=path), target), target, "Temuan 1", ("a",))


def _package(body: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("[Content_Types].xml", '<Types xmlns="x"/>')
        archive.writestr("word/document.xml", body)
    return stream.getvalue()


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _seen(xml: str) -> str:
    """The text of the text elements, as Word shows it."""
    found = re.findall(r"<w:t( [^>]*)?>(.*?)</w:t>", xml, re.DOTALL)
    texts = (text if "preserve" in attributes else text.strip(" ") for attributes, text in found)
    whole = "".join(texts).replace("&#39;", "'").replace("&quot;", '"').replace("&#38;", "&amp;")
    return whole.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")

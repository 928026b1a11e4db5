"""The web page with a document's text, its findings marked and their notes beside it."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from saksama.audit.audit import audit
from saksama.audit.marking.mark import marked, marked_suffixes
from saksama.audit.rule import Severity
from saksama.documents.readers.read import read_document
from tests.audit.hand_built import audit_of, finding, spot

_HTML = """<html><h1>BAB III AKUNTABILITAS</h1><p>Anggaran <b>8.582.457.773</b> &lt;rupiah&gt;.</p>
<script>alert(1)</script><img src=x onerror=alert(2)><a href="javascript:alert(3)">tautan 90,41%</a>
<table><caption>Tabel 3.7 Anggaran</caption><tr><th>Program<th>Anggaran</tr><tr><td>A<td>2.000.000.000</tr>
<tr><td>JUMLAH<td>8.582.457.773</tr></table><ul><li>satu 57,5 dan 7,5<li>dua</ul></html>"""
_TEXT = """BAB III AKUNTABILITAS

Anggaran 8.582.457.773 rupiah, tautan 90,41%.

Tabel 3.7 Anggaran
Program\tAnggaran
A\t2.000.000.000
JUMLAH\t8.582.457.773

- satu 57,5 dan 7,5
- dua
"""


class _Page(HTMLParser):
    """The marked texts, the text outside notes, and the names of all tags."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.marks: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self._inside: list[str] = []
        self.feed(content.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _value in attrs}
        if tag in ("mark", "sup"):
            self._inside.append(tag)
            if tag == "mark":
                self.marks.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("mark", "sup"):
            self._inside.pop()

    def handle_data(self, data: str) -> None:
        if self._inside[-1:] == ["mark"]:
            self.marks[-1] += data


@pytest.fixture(params=["html", "txt", "md"])
def report(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / f"lkjip.{request.param}"
    path.write_text(_HTML if request.param == "html" else _TEXT, encoding="utf-8")
    return path


def _mark(path: Path, *findings: object) -> bytes:
    return marked(path, path.read_bytes(), audit_of(path, *findings), suffix=".html")  # type: ignore[arg-type]


def test_marks_stand_at_the_figures_and_notes_beside_them(report: Path) -> None:
    total = spot(report, "8.582.457.773", occurrence=1)
    listed = spot(report, "satu 57,5 dan 7,5")
    whole = finding(listed, severity=Severity.NOTE, stated=None)
    content = _mark(report, finding(total, spot(report, "2.000.000.000")), whole)

    assert sorted(_Page(content).marks) == ["2.000.000.000", "8.582.457.773", "satu 57,5 dan 7,5"]
    assert content.count(b"Tertulis 8.582.457.773, padahal") == 2, "the second points to the first"
    assert b'id="t1"' in content


def test_it_stands_alone_and_carries_nothing_of_the_source_but_its_text(report: Path) -> None:
    hostile = finding(spot(report, "90,41%"), message='<script>alert(4)</script> "onload=x \x00')

    page = _Page(_mark(report, hostile, finding(stated=None, message="Bab IV tidak ada.")))

    assert page.tags.isdisjoint({"script", "img", "link", "iframe", "object", "base", "form"})
    assert not {name for name in page.attributes if name.startswith("on") or name == "src"}


def test_links_lead_to_notes_only(report: Path) -> None:
    content = _mark(report, finding(spot(report, "90,41%"))).decode()

    assert set(re.findall(r'href="([^"]*)"', content)) == {"#t1"}


def test_the_same_audit_gives_the_same_page(report: Path) -> None:
    found = finding(spot(report, "90,41%"))

    assert _mark(report, found) == _mark(report, found)


_FAULTY = """<html><h1>LAPORAN KINERJA DINAS CONTOH TAHUN 2024</h1><h2>BAB III AKUNTABILITAS KINERJA</h2>
<p>Tabel 3.2 Anggaran</p><table><tr><th>No<th>Program<th>Anggaran (Rp)<th>Realisasi (Rp)<th>%</tr>
<tr><td>1<td>Program Penunjang<td>1.000.000.000<td>900.000.000<td>90,00</tr>
<tr><td>2<td>Program Pelayanan<td>500.000.000<td>400.000.000<td>80,00</tr>
<tr><td colspan=2>Jumlah<td>1.600.000.000<td>1.300.000.000<td>81,25</tr></table>
<p>Realisasi anggaran tahun 2024 sebesar Rp1.350.000.000 dari pagu Rp1.600.000.000 atau 81,25%. [isi nama]</p></html>"""


def test_a_marked_page_has_the_findings_of_the_page_and_no_others(tmp_path: Path) -> None:
    path = tmp_path / "lkjip.html"
    path.write_text(_FAULTY, encoding="utf-8")
    before = audit(read_document(path))
    content = marked(path, path.read_bytes(), before, suffix=".html")
    path.write_bytes(content)
    after = audit(read_document(path))

    assert len(before.findings) > 3
    assert [(item.rule, item.message) for item in after.findings] == [
        (item.rule, item.message) for item in before.findings
    ]
    assert marked(path, content, after, suffix=".html") == content


def test_a_finding_without_a_place_is_about_the_whole_document(report: Path) -> None:
    content = _mark(report, finding(stated=None, message="Bab IV tidak ada.")).decode()

    assert content.index("Tentang seluruh dokumen") < content.index("Bab IV tidak ada.")


def test_what_a_marked_copy_can_be_is_known_by_the_name() -> None:
    assert marked_suffixes(Path("a.TXT")) == (".html",)
    assert marked_suffixes(Path("a.pdf")) == (".pdf", ".html")

"""Whatever stands in a file, it is read or refused; and what was read can be shown."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saksama.commands.outline import outline
from saksama.documents.document_json import document_json
from saksama.documents.readers.read import read_document
from saksama.documents.readers.unreadable import UnreadableFileError
from tests.command import saksama
from tests.documents.word_file import cell, paragraph, row, table, write_word

_WORDS = st.sampled_from(["teks", "Tabel 3.1 Judul", "12,5", "BAB I", "1. ", "", "\x9b31m"])
_WORD_TAGS = st.sampled_from(
    ["p", "r", "t", "tbl", "tr", "tc", "tcPr", "pPr", "trPr", "del", "ins", "txbxContent", "fldChar", "instrText",
     "sdt", "vMerge", "gridSpan", "gridBefore", "numPr", "numId", "ilvl", "sym", "footnoteReference", "body", "tab"]
)  # fmt: skip
_VALUES = st.sampled_from(
    ["", ' w:val="1"', ' w:val="restart"', ' w:val="-3"', ' w:fldCharType="begin"', ' w:char="D800"']
)
_WORD_XML = st.recursive(
    _WORDS.map(lambda text: text.replace("\x9b", "")),
    lambda inner: st.builds(
        lambda tag, value, parts: f"<w:{tag}{value}>{''.join(parts)}</w:{tag}>",
        _WORD_TAGS,
        _VALUES,
        st.lists(inner, max_size=4),
    ),
    max_leaves=40,
)
_HTML = st.lists(
    st.one_of(
        _WORDS,
        st.builds(
            "<{}{}{}>".format,
            st.sampled_from(["", "/"]),
            st.sampled_from(
                ["p", "table", "tr", "td", "th", "thead", "caption", "ul", "li", "h2", "b", "a", "svg", "figure"]
            ),
            st.sampled_from(["", " colspan=3", " rowspan=99999999", " hidden", " href=#a"]),
        ),
        st.sampled_from(["<!--", "<", "&#0;", "</", "<br>", "<img alt=x>"]),
    ),
    max_size=60,
)
_TEXT = st.lists(
    st.one_of(
        _WORDS, st.sampled_from(["|", "\t", "\n", "  ", "---", "# ", "**", "_", "- ", "a. ", "DAFTAR ISI", "\\", "`"])
    ),
    max_size=80,
)


def _show(path: Path) -> None:
    try:
        document = read_document(path)
    except UnreadableFileError:
        return
    json.dumps(document_json(document))
    list(outline(document))


@given(parts=st.lists(_WORD_XML, max_size=6))
@settings(max_examples=150, deadline=None)
def test_any_word_document_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, parts: list[str]) -> None:
    _show(write_word(tmp_path_factory.mktemp("any") / "a.docx", "".join(parts)))


@given(parts=_HTML)
@settings(max_examples=150, deadline=None)
def test_any_page_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, parts: list[str]) -> None:
    path = tmp_path_factory.mktemp("any") / "a.html"
    path.write_text("<html>" + "".join(parts), encoding="utf-8")
    _show(path)


@given(parts=_TEXT, suffix=st.sampled_from([".txt", ".md"]))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, parts: list[str], suffix: str) -> None:
    path = tmp_path_factory.mktemp("any") / f"a{suffix}"
    path.write_text("".join(parts), encoding="utf-8")
    _show(path)


def test_the_command_shows_what_was_understood(tmp_path: Path) -> None:
    body = (
        paragraph("BAB III AKUNTABILITAS KINERJA")
        + paragraph("Tabel 3.1 Capaian")
        + table(
            row("Indikator", cell("Tahun", '<w:gridSpan w:val="2"/>')), row("", "2019", "2020"), row("IKM", "80", "81")
        )
    )
    write_word(tmp_path / "laporan.docx", body)

    ended = saksama("read", "laporan.docx", cwd=tmp_path)

    assert (ended.code, ended.err) == (0, "")
    assert ended.out.splitlines() == [
        "1 judul, 0 paragraf dan daftar, 1 tabel, 0 gambar",
        "",
        "# BAB III AKUNTABILITAS KINERJA  [body/p[1]]",
        "",
        "  Tabel 3.1 Capaian  [body/tbl[1]]",
        "  Indikator | Tahun | ←",
        "            | 2019  | 2020",
        "  ----------+-------+-----",
        "  IKM       | 80    | 81",
        "",
    ]


def test_the_command_gives_the_same_as_json(tmp_path: Path) -> None:
    write_word(tmp_path / "laporan.docx", table(row("Indikator", "2020"), row("IKM", "81")))

    found = json.loads(saksama("read", "laporan.docx", "--json", cwd=tmp_path).out)

    assert found["file"] == "laporan.docx"
    (grid,) = found["blocks"]
    assert (grid["kind"], grid["columns"], grid["header_rows"]) == ("table", 2, 1)
    assert grid["rows"][1]["cells"][1]["text"] == "81"
    assert grid["rows"][1]["cells"][1]["place"] == {
        "file": "laporan.docx",
        "sheet": "",
        "cell": "",
        "table": "1",
        "row": 2,
        "column": 2,
        "path": "body/tbl[1]/tr[2]/tc[2]",
    }


def test_the_command_refuses_with_one_message(tmp_path: Path) -> None:
    (tmp_path / "laporan.docx").write_bytes(b"%PDF-1.7")

    ended = saksama("read", "laporan.docx", cwd=tmp_path)

    assert ended.code == 2
    assert ended.err == (
        "saksama: laporan.docx: ditemukan berkas PDF, walaupun namanya berakhiran .docx, seharusnya dokumen Word "
        "(.docx). Ganti akhiran namanya sesuai dengan isinya.\n"
    )

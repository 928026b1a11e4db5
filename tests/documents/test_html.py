import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html

from saksama.documents import numbering
from saksama.documents.document import (
    Cell,
    Column,
    Contents,
    ContentsKind,
    Cover,
    Document,
    Explained,
    Figure,
    Heading,
    HeadingNumbering,
    ItemList,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Part,
    PartKind,
    Row,
    RowKind,
    Signature,
    Signatures,
    Table,
    Text,
)
from saksama.documents.pictures import Box, Chart, ChartKind, Image, Series, SeriesRole, Tree
from saksama.documents.writers.html import write
from tests.documents.demonstration import png, resolved, text

HOSTILE = "<script>alert(1)</script> ]]> --> & \"kutip\" 'x' \x00\x1b\ud800 \ufffe javascript:alert(1)"
CHROMIUM = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def page(document: Document) -> html.HtmlElement:
    return html.document_fromstring(write(document).decode("utf-8"))


def paragraphs(*content: Text, explanations: tuple[Explained, ...] = ()) -> Document:
    part = Part(PartKind.BODY, tuple(Paragraph((run,)) for run in content))
    return Document("Judul", "Dinas", date(2021, 1, 1), (part,), explanations=explanations)


def hostile() -> Document:
    run = (Text(HOSTILE, bold=True, explanation=HOSTILE),)
    series = Series(HOSTILE, SeriesRole.ACTUAL, (Decimal(1),), (HOSTILE,), (HOSTILE,))
    chart = Chart(ChartKind.BARS, (HOSTILE,), (series,), HOSTILE, HOSTILE)
    picture = Image("image/png", png(), HOSTILE, 4, 4)
    signature = Signature((run,), run, (run,))
    blocks = (
        Heading(1, HOSTILE, HOSTILE, HeadingNumbering.CHAPTER),
        Paragraph(run),
        ItemList((run,)),
        Table((Column(1),), (), (Row((Cell(run),)),), HOSTILE + "t", HOSTILE, run, (run,)),
        Figure(chart, HOSTILE + "c", HOSTILE, run),
        Figure(Tree(Box(HOSTILE), HOSTILE), HOSTILE + "b", HOSTILE),
        Figure(picture, HOSTILE + "g", HOSTILE),
        Figure(replace(picture, media_type='image/svg+xml" onload="alert(1)'), HOSTILE + "s", HOSTILE),
        KeyFigures((KeyFigure(HOSTILE, run, HOSTILE),)),
        Signatures(signature),
        Contents(ContentsKind.HEADINGS),
    )
    cover = Cover(HOSTILE, HOSTILE, (HOSTILE,), HOSTILE, picture, HOSTILE)
    return numbering.resolve(
        Document(
            HOSTILE,
            HOSTILE,
            date(2021, 1, 1),
            (Part(PartKind.COVER, (cover,)), Part(PartKind.BODY, blocks)),
            HOSTILE,
            HOSTILE,
            HOSTILE,
            explanations=(Explained(HOSTILE, HOSTILE, ((HOSTILE, HOSTILE),)),),
        )
    )


@pytest.mark.parametrize("document", [resolved(), hostile()], ids=["demonstration", "hostile"])
def test_every_link_leads_to_a_place_in_the_page_and_ids_are_unique(document: Document) -> None:
    root = page(document)

    ids = Counter(root.xpath("//@id"))
    targets = root.xpath("//@href")
    named = " ".join(root.xpath("//@aria-labelledby | //@aria-describedby")).split()

    assert [name for name, count in ids.items() if count > 1] == []
    assert [target for target in targets if target[0] != "#" or target[1:] not in ids] == []
    assert set(named) <= set(ids)
    assert not [name for name in ids if re.search(r"\s", name)]


@pytest.mark.parametrize("document", [resolved(), hostile()], ids=["demonstration", "hostile"])
def test_the_page_needs_nothing_from_outside(document: Document) -> None:
    root = page(document)

    assert all(source.startswith("data:image/") for source in root.xpath("//@src"))
    assert all("url(data:" in found for found in re.findall(r"url\([^)]*", root.findtext(".//style") or ""))
    assert not root.xpath("//script | //link | //iframe | //object | //@onload | //@onclick")
    policy = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy == "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"


def test_hostile_text_is_printed_and_never_markup() -> None:
    written = write(hostile()).decode("utf-8")

    assert "<script" not in written
    assert not set(re.findall("[\x00-\x08\x0b-\x1f\x7f]", written))
    assert html.document_fromstring(written).xpath("count(//p[contains(., '<script>alert(1)</script> ]]>')])") > 5


def test_there_is_one_heading_of_level_1_and_no_level_is_skipped() -> None:
    root = page(resolved())

    levels = [int(element.tag[1]) for element in root.xpath("//h1 | //h2 | //h3 | //h4 | //h5 | //h6")]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_heading_that_skips_levels_is_written_one_level_down() -> None:
    part = Part(PartKind.BODY, (Heading(1, "A", "a"), Heading(4, "B", "b"), Heading(2, "C", "c")))

    root = page(Document("Judul", "", date(2021, 1, 1), (part,)))

    assert [element.tag for element in root.xpath("//h1 | //h2 | //h3 | //h4 | //h5")] == ["h1", "h2", "h3", "h3"]


def test_headings_captions_and_contents_carry_their_numbers() -> None:
    root = page(resolved())

    headings = [" ".join(element.text_content().split()) for element in root.xpath("//h2 | //h3")]
    captions = [element.text_content() for element in root.xpath("//caption | //figcaption")]
    contents = root.xpath("//nav[@aria-label='Daftar isi']")[0].text_content()
    assert "BAB II Akuntabilitas Kinerja" in headings
    assert "A. Capaian Kinerja" in headings
    assert "Tabel 2.1 Capaian indikator kinerja tahun 2020" in captions
    assert "Gambar 2.1 Target dan realisasi tahun 2020" in captions
    assert "BAB II Akuntabilitas Kinerja" in contents


def test_a_figure_opens_its_explanation_which_leads_back_to_that_very_figure() -> None:
    run = Text("138,19", explanation="capaian 1")
    explained = Explained("capaian 1", "Capaian", (("Rumus", "Realisasi ÷ Target"),))

    root = page(paragraphs(run, run, run, explanations=(explained,)))

    figures = root.xpath("//a[@class='why']")
    backs = root.xpath("//a[starts-with(@class, 'close')]/@href")
    assert [f"#{figure.get('id')}" for figure in figures] == backs
    for figure in figures:
        (target,) = root.xpath(f"//*[@id='{figure.get('href')[1:]}']")
        (panel,) = target.xpath("ancestor-or-self::*[@class='explained']")
        assert "Realisasi ÷ Target" in panel.text_content()


def test_a_figure_without_a_known_explanation_is_plain_text() -> None:
    root = page(paragraphs(Text("1,5", explanation="tidak ada")))

    assert not root.xpath("//a[@class='why']")
    assert not root.xpath("//*[@id='penjelasan']")


def test_an_explanation_that_no_figure_opens_is_not_printed() -> None:
    root = page(paragraphs(Text("1,5"), explanations=(Explained("x", "Sendiri", ()),)))

    assert "Sendiri" not in root.text_content()


def test_the_values_of_a_chart_stand_in_a_table_and_open_their_explanations() -> None:
    root = page(resolved())

    (values,) = root.xpath("//figure[@id='ke-gambar-capaian']//details//table")
    assert [cell.text_content() for cell in values.xpath(".//tbody/tr[1]/*")] == [
        "Cakupan kepemilikan KTP elektronik", "67,5", "93,28",
    ]  # fmt: skip
    assert values.xpath(".//a[@class='why']/text()") == ["93,28", "100"]


def test_header_cells_say_what_they_head() -> None:
    root = page(resolved())

    (table,) = root.xpath("//div[@id='ke-tabel-capaian']//table")
    assert not table.xpath(".//th[not(@scope)]")
    assert table.xpath(".//th[@scope='colgroup']/text()") == ["Tahun 2020"]
    assert table.xpath(".//th[@scope='row']")[0].text_content() == "Cakupan kepemilikan KTP elektronik"
    assert len(table.xpath(".//th[@scope='rowgroup']")) == 2
    assert len(table.xpath("./tbody")) == 3 - 1


def test_a_cell_that_reaches_past_a_group_row_keeps_the_rows_together() -> None:
    rows = (
        Row((Cell(text("a"), rowspan=3), Cell(text("b")))),
        Row((Cell(text("kelompok")),), RowKind.GROUP),
        Row((Cell(text("c")),)),
    )
    part = Part(PartKind.BODY, (Table((Column(1), Column(1)), (), rows),))

    root = page(Document("Judul", "", date(2021, 1, 1), (part,)))

    assert len(root.xpath("//tbody")) == 1


def test_a_wide_table_scrolls_by_keyboard_and_has_a_name() -> None:
    root = page(resolved())

    (region,) = root.xpath("//div[@id='ke-tabel-lebar']/div[@role='region']")
    assert region.get("tabindex") == "0"
    assert region.get("aria-label") == "Tabel L1.1 Tabel yang lebar"


def test_gaps_and_the_mark_are_visible() -> None:
    root = page(resolved())

    assert root.xpath("//mark[@class='gap']/text()") == ["belum diisi"] * 3
    assert root.xpath("//header/p[@class='mark']/text()") == ["Contoh, bukan laporan resmi"]
    assert root.get("lang") == "id-ID"


def test_every_picture_has_words() -> None:
    root = page(resolved())

    assert not root.xpath("//img[not(@alt)]")
    assert all(drawing.xpath("*[local-name()='title'] and *[local-name()='desc']") for drawing in root.xpath("//svg"))


def test_the_same_document_gives_the_same_bytes_in_every_process() -> None:
    code = (
        "import sys; from tests.documents.demonstration import resolved\n"
        "from saksama.documents.writers import html, markdown\n"
        "sys.stdout.buffer.write(html.write(resolved()) + markdown.write(resolved()))"
    )

    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "Asia/Jakarta"), ("2", "America/New_York"))
    }

    assert len(found) == 1


# What a browser makes of the page is asked with a script that only the test adds, so its policy must go.
def _asked(written: bytes, question: str) -> str:
    page_text = re.sub(r"<meta http-equiv=[^>]*>", "", written.decode("utf-8"))
    # The fragment becomes the target only after loading.
    script = f"onload = () => setTimeout(() => {{ document.title = JSON.stringify({question}) }}, 200)"
    return page_text.replace("</body>", f"<script>{script}</script></body>")


def _answer(chromium: str, file: Path, fragment: str = "", *, width: int = 1280) -> str:
    # A window is never narrower than 500 pixels; a frame is.
    frame = file.with_name(f"frame-{width}.html")
    frame.write_text(
        f'<iframe id="f" src="{file.name}{fragment}" style="width:{width}px;height:800px;border:0"></iframe>'
        "<script>setInterval(() => { document.title = f.contentDocument.title }, 100)</script>",
        encoding="utf-8",
    )
    done = subprocess.run(
        [chromium, *CHROMIUM, f"--user-data-dir={file.parent / 'profile'}", "--allow-file-access-from-files",
         "--virtual-time-budget=3000", "--dump-dom", frame.as_uri()],
        capture_output=True, check=True, timeout=120,
    )  # fmt: skip
    title = re.search(r"<title>(.*?)</title>", done.stdout.decode("utf-8"))
    assert title is not None
    return title[1]


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_the_page_does_not_scroll_sideways(require_tool: Callable[[str], str], tmp_path: Path, width: int) -> None:
    file = tmp_path / "laporan.html"
    question = "[innerWidth, document.documentElement.scrollWidth <= innerWidth]"
    file.write_text(_asked(write(resolved()), question), encoding="utf-8")

    assert _answer(require_tool("chromium"), file, width=width) == f"[{width},true]"


def test_a_browser_opens_an_explanation_as_a_panel_and_shows_one_link_back(
    require_tool: Callable[[str], str], tmp_path: Path
) -> None:
    run = Text("138,19", explanation="capaian")
    document = paragraphs(run, run, explanations=(Explained("capaian", "Capaian", (("Rumus", "R ÷ T"),)),))
    file = tmp_path / "laporan.html"
    question = (
        "[getComputedStyle(document.querySelector('.explained')).position,"
        " ...[...document.querySelectorAll('.close')].filter(a => a.offsetParent).map(a => a.getAttribute('href'))]"
    )
    file.write_text(_asked(write(document), question), encoding="utf-8")
    chromium = require_tool("chromium")

    assert _answer(chromium, file) == '["static"]'
    assert _answer(chromium, file, "#penjelasan-capaian") == '["fixed","#angka-1"]'
    assert _answer(chromium, file, "#penjelasan-capaian_2") == '["fixed","#angka-2"]'

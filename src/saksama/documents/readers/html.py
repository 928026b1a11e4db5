"""Read a web page as a person sees it printed: no scripts, no hidden elements, no navigation.

A place's path counts the elements of its kind in the file: "p[12]", "h2[3]", "li[7]", and in tables
"table[3]/tr[4]/td[2]", where th counts with td.
"""

import re
from html.parser import HTMLParser
from pathlib import Path

from saksama.documents.document import Document, Figure, Part, PartKind, Unread, UnreadKind
from saksama.documents.pictures import Image
from saksama.documents.readers.captions import figure_caption, with_captions
from saksama.documents.readers.encoding import decoded
from saksama.documents.readers.headings import joined_chapters
from saksama.documents.readers.html_blocks import Gathering
from saksama.documents.readers.html_grid import MAXIMUM_COLUMNS, HtmlCell, HtmlRow, HtmlTable, built, span
from saksama.documents.readers.html_tags import (
    ASIDE,
    BLOCKS,
    CLOSED_BY,
    HEADINGS,
    INVISIBLE,
    OWN,
    UNSEEN,
    VOID,
    bounded,
)
from saksama.documents.readers.office_package import read_bytes
from saksama.documents.readers.text_file import checked, lost_characters, text_words
from saksama.kernel.provenance import Place
from saksama.language.messages import _

MAXIMUM_NESTING = 200
MAXIMUM_TABLE_DEPTH = 8
MAXIMUM_CELLS = 1_000_000

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)


def read(path: Path) -> Document:
    """Read the page. Raises `UnreadableFileError` where the file cannot be read or passes a limit."""
    content = read_bytes(path, text_words())
    declared = _CHARSET.search(content[:4096])
    text = checked(path, decoded(content, declared[1].decode("ascii") if declared else ""))
    reading = _Reading(path.name)
    reading.feed(bounded(text.text))
    reading.close()
    reading.finish()
    blocks = with_captions(joined_chapters(reading.gathering.finished()))
    unread = (*lost_characters(path, text), *reading.unread)
    return Document(reading.title(), reading.author, None, (Part(PartKind.BODY, blocks),), unread=unread)


class _Reading(HTMLParser):
    """The state while the page runs by."""

    def __init__(self, file: str) -> None:
        super().__init__(convert_charrefs=True)
        self.gathering = Gathering(file)
        self.unread: list[Unread] = []
        self.author = ""
        self._file = file
        self._titles: list[str] = []
        self._open: list[str] = []
        self._hidden = 0
        self._tables: list[HtmlTable] = []
        self._counts: dict[str, int] = {}
        self._figures: list[tuple[Place, list[str]]] = []
        self._captions: list[str] = []
        self._cells = 0
        self._links: list[int] = []  # at which depths links to places in the page are open
        self._is_limited = False
        self._spoken: set[str] = set()  # elements that a screen reader says for another, whether shown or not

    def title(self) -> str:
        """What the page calls itself."""
        return " ".join("".join(self._titles).split())

    def finish(self) -> None:
        """End what the page left open."""
        while self._open:
            closed = self._open.pop()
            if self._hidden:
                self._hidden -= 1
            else:
                self._finish(closed)
        self.gathering.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: text or "" for name, text in attrs}
        if tag == "meta" and attributes.get("name", "").lower() == "author":
            self.author = " ".join(attributes.get("content", "").split())
        if tag in VOID:
            if not self._hidden:
                self._void(tag, attributes)
            return
        if len(self._open) >= MAXIMUM_NESTING and tag not in ("table", "tr", "td", "th"):
            self._limit(_("elemen bersarang lebih dari {depth} tingkat").format(depth=MAXIMUM_NESTING))
            return
        self._spoken.update(f"{attributes.get('aria-describedby', '')} {attributes.get('aria-labelledby', '')}".split())
        if tag in CLOSED_BY:
            self._close_before(*CLOSED_BY[tag])
        elif tag in BLOCKS and "p" in self._open[-1:]:
            self.handle_endtag("p")
        self._open.append(tag)
        if self._hidden:
            self._hidden += 1
            return
        if self._is_unseen(tag, attributes):
            self._hidden = 1
            return
        self._begin(tag, attributes)

    def _is_unseen(self, tag: str, attributes: dict[str, str]) -> bool:
        if tag in UNSEEN or tag in ASIDE or OWN in attributes or "explanations" in attributes.get("class", "").split():
            return True
        if tag == "header" and "body" in self._open[-2:-1]:  # what runs on every page
            return True
        if "skip" in attributes.get("class", "").split() and tag == "a":
            return True
        if "hidden" in attributes or INVISIBLE.search(attributes.get("style", "")):
            if attributes.get("id") not in self._spoken:
                self.unread.append(Unread(UnreadKind.HIDDEN, self._place(tag), _("elemen tersembunyi")))
            return True
        deep = len(self._tables) >= MAXIMUM_TABLE_DEPTH
        if tag == "table" and (deep or self._cells >= MAXIMUM_CELLS):
            self._limit(_("tabel bersarang lebih dari {depth} tingkat").format(depth=MAXIMUM_TABLE_DEPTH))
            return True
        return False

    def _begin(self, tag: str, attributes: dict[str, str]) -> None:
        match tag:
            case "table":
                self._break()
                path = f"table[{self._count('table')}]"
                self._tables.append(HtmlTable(self._counts["table"], path, self.getpos()[0]))
            case "thead" | "tbody" | "tfoot" if self._tables:
                self._tables[-1].in_head = tag == "thead"
            case "tr" if self._tables:
                self._tables[-1].close_row()
                self._tables[-1].rows.append(HtmlRow(self._tables[-1].in_head))
            case "td" | "th" if self._tables:
                self._open_cell(tag, attributes)
            case "svg":
                pass
            case "figure":
                self._break()
                self._figures.append((self._place("figure"), []))
            case _ if tag in HEADINGS and not self._tables:
                self.gathering.heading(HEADINGS[tag], self._place(tag))
            case "ul" | "ol" if not self._tables:
                self.gathering.list(tag, attributes.get("type", ""), attributes.get("start", ""), self._place(tag))
            case "li" if not self._tables:
                self.gathering.item(self._place("li"))
            case "a" if attributes.get("href", "").startswith("#"):
                self.gathering.link(1)
                self._links.append(len(self._open))
            case "b" | "strong":
                self.gathering.look(bold=1)
            case "i" | "em":
                self.gathering.look(italic=1)
            case _ if tag in BLOCKS and tag not in ("thead", "tbody", "tfoot", "caption", "figcaption"):
                self._break()
                self.gathering.paragraph(self._place(tag), attributes.get("class", ""))

    def _open_cell(self, tag: str, attributes: dict[str, str]) -> None:
        table = self._tables[-1]
        if not table.rows:
            table.rows.append(HtmlRow(table.in_head))
        row = table.rows[-1]
        column = table.column()
        across, down = span(attributes.get("colspan")), span(attributes.get("rowspan"))
        across = min(across, MAXIMUM_COLUMNS + 1 - column)
        self._cells += max(across, 1)
        if self._cells > MAXIMUM_CELLS or across < 1:
            self._limit(_("lebih dari {count} sel tabel").format(count=MAXIMUM_CELLS))
            return
        path = f"{table.path}/tr[{len(table.rows)}]/td[{len(row.cells) + 1}]"
        place = Place(
            file=self._file,
            table=str(table.number),
            row=len(table.rows),
            column=column,
            line=self.getpos()[0],
            path=path,
        )
        cell = HtmlCell(place, across, down, tag == "th")
        row.cells.append(cell)
        self.gathering.cell(cell)

    def _void(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "br":
            self.gathering.add("\n")
        elif tag == "hr":
            self._break()
        elif tag == "img":
            place = self._place("img")
            said = " ".join(attributes.get("alt", "").split())
            self.unread.append(Unread(UnreadKind.IMAGE, place, said))
            if self._figures:
                self._figures[-1][1].append(said)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self._open:
            return
        if tag not in ("table", "body", "html") and "table" in self._open:
            # An end tag inside a table never closes what stands around the table.
            inner = len(self._open) - 1 - self._open[::-1].index("table")
            if tag not in self._open[inner:]:
                return
        while self._open:
            closed = self._open.pop()
            if self._hidden:
                self._hidden -= 1
            else:
                self._finish(closed)
            if closed == tag:
                return

    def _close_before(self, closed: tuple[str, ...], barrier: tuple[str, ...]) -> None:
        for tag in reversed(self._open):
            if tag in barrier:
                return
            if tag in closed:
                self.handle_endtag(tag)

    def _finish(self, tag: str) -> None:
        match tag:
            case "table" if self._tables:
                self._close_table()
            case "td" | "th" if self._tables:
                self.gathering.end_cell()
            case "a" if self._links and self._links[-1] == len(self._open) + 1:
                self._links.pop()
                self.gathering.link(-1)
            case "b" | "strong":
                self.gathering.look(bold=-1)
            case "i" | "em":
                self.gathering.look(italic=-1)
            case "figure" if self._figures:
                self._close_figure()
            case "ul" | "ol" if not self._tables:
                self.gathering.end_list()
            case _ if tag in BLOCKS:
                self._break()

    def _close_table(self) -> None:
        table = self._tables.pop()
        self.gathering.end_cell()
        if not any(row.cells for row in table.rows):
            return
        made = built(table, self._file)
        if self._tables and self._tables[-1].rows and self._tables[-1].rows[-1].cells:
            outer = self._tables[-1].rows[-1].cells[-1]
            outer.tables.append(made)
            self.gathering.cell(outer)
        else:
            self.gathering.table(made)

    def _close_figure(self) -> None:
        self._break()
        place, said = self._figures.pop()
        title = " ".join("".join(self._captions).split())
        self._captions = []
        caption = figure_caption(title)
        description = " ".join(" ".join(said).split())
        number, words = (caption.number, caption.text) if caption else ("", title)
        self._count("gambar")
        picture = Image("image/svg+xml", b"", description, 0, 0)
        label = f"gambar-{self._counts['gambar']}"
        self.gathering.table(Figure(picture, label, words, number=number, place=place))

    def handle_data(self, data: str) -> None:
        if self._hidden:
            return
        if "head" in self._open:
            if "title" in self._open:
                self._titles.append(data)
            return
        if "svg" in self._open:
            if self._figures and ("title" in self._open or "desc" in self._open):
                self._figures[-1][1].append(data + " ")
        elif "figcaption" in self._open and self._figures:
            self._captions.append(data)
        elif "caption" in self._open and self._tables:
            self._tables[-1].caption.append(data)
        elif self._tables and not self.gathering.in_cell:
            return  # text between the cells of a table is nowhere
        else:
            self.gathering.add(data, line=self.getpos()[0], keeps="pre" in self._open)

    def _break(self) -> None:
        if self.gathering.in_cell:
            self.gathering.line_break()
        elif not self._tables:
            self.gathering.end()

    def _count(self, tag: str) -> int:
        self._counts[tag] = self._counts.get(tag, 0) + 1
        return self._counts[tag]

    def _place(self, tag: str) -> Place:
        return Place(file=self._file, line=self.getpos()[0], path=f"{tag}[{self._count(tag)}]")

    def _limit(self, note: str) -> None:
        if not self._is_limited:
            self._is_limited = True
            self.unread.append(Unread(UnreadKind.LIMIT, Place(file=self._file, line=self.getpos()[0]), note))

"""The styles of a Word report. Names that Word knows ("heading 1") make its own panes and lists work."""

from saksama.documents.writers import palette
from saksama.documents.writers.docx.fonts import FAMILY
from saksama.documents.writers.docx.package import XML

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TEXT_WIDTH = 9072  # twentieths of a point between the margins of a portrait page
LANDSCAPE_WIDTH = 14004
CHAPTERS, ATTACHMENTS, BULLETS = 1, 2, 3  # w:numId


def hue(colour: str) -> str:
    """A colour of the palette as Word writes it."""
    return colour[1:].upper()


_ACCENT, _MUTED, _RULE, _STRONG = (
    hue(colour) for colour in (palette.ACCENT, palette.MUTED, palette.RULE, palette.STRONG_RULE)
)


def _spacing(before: int, after: int, line: int = 0) -> str:
    lines = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{lines}/>'


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _colour(code: str) -> str:
    return f'<w:color w:val="{code}"/>'


def _jc(value: str) -> str:
    return f'<w:jc w:val="{value}"/>'


def _ind(left: int, hanging: int) -> str:
    return f'<w:ind w:left="{left}" w:hanging="{hanging}"/>'


def _tabs(*stops: tuple[str, int, str]) -> str:
    return (
        "<w:tabs>"
        + "".join(
            f'<w:tab w:val="{kind}" w:leader="{leader}" w:pos="{at}"/>'
            if leader
            else f'<w:tab w:val="{kind}" w:pos="{at}"/>'
            for kind, at, leader in stops
        )
        + "</w:tabs>"
    )


def _border(side: str, size: int, colour: str, space: int) -> str:
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'


_BOLD, _ITALIC, _NEXT, _LINES = "<w:b/><w:bCs/>", "<w:i/><w:iCs/>", "<w:keepNext/>", "<w:keepLines/>"
_DOTS = ("right", TEXT_WIDTH, "dot")


def _heading(level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{CHAPTERS}"/></w:numPr>'


_TOC3 = _tabs(("left", 1219, ""), _DOTS) + _spacing(0, 20) + _ind(1219, 425)
_TOC3_DECIMAL = _tabs(("left", 1474, ""), _DOTS) + _spacing(0, 20) + _ind(1474, 680)  # "3.1.1" is longer than "1."

# id, name, parent, following style, paragraph properties, run properties; the order of properties is the schema's.
_PARAGRAPHS: tuple[tuple[str, str, str, str, str, str], ...] = (
    ("BodyText", "Body Text", "Normal", "BodyText", _spacing(0, 140, 283), ""),
    ("Title", "Title", "Normal", "BodyText", _spacing(0, 60, 228), _BOLD + _colour("FFFFFF") + _size(64)),
    (
        "Heading1",
        "heading 1",
        "Normal",
        "BodyText",
        _NEXT + _LINES + "<w:pageBreakBefore/>" + _heading(0) + _spacing(0, 320, 240) + '<w:outlineLvl w:val="0"/>',
        _BOLD + _colour(_ACCENT) + _size(44),
    ),
    (
        "Heading2",
        "heading 2",
        "Normal",
        "BodyText",
        _NEXT + _LINES + _heading(1) + _spacing(360, 120, 252) + '<w:outlineLvl w:val="1"/>',
        _BOLD + _colour(_ACCENT) + _size(30),
    ),
    (
        "Heading3",
        "heading 3",
        "Normal",
        "BodyText",
        _NEXT + _LINES + _heading(2) + _spacing(280, 100, 252) + '<w:outlineLvl w:val="2"/>',
        _BOLD + _size(25),
    ),
    (
        "Heading4",
        "heading 4",
        "Normal",
        "BodyText",
        _NEXT + _LINES + _heading(3) + _spacing(220, 80, 252) + '<w:outlineLvl w:val="3"/>',
        _BOLD + _colour(_MUTED) + _size(22),
    ),
    (
        "Lead",
        "Kalimat Utama",
        "BodyText",
        "BodyText",
        f"<w:pBdr>{_border('left', 24, _ACCENT, 10)}</w:pBdr>{_spacing(60, 220, 276)}" + '<w:ind w:left="240"/>',
        _colour(_ACCENT) + _size(25),
    ),
    ("Note", "Catatan", "Normal", "BodyText", _LINES + _spacing(60, 60, 240), _colour(_MUTED) + _size(18)),
    ("NoteLast", "Catatan Terakhir", "Note", "BodyText", _spacing(60, 260, 240), ""),
    (
        "DocumentTitle",
        "Judul Naskah",
        "Normal",
        "BodyText",
        _NEXT + _LINES + _spacing(200, 200, 264) + _jc("center") + '<w:outlineLvl w:val="0"/>',
        _BOLD + _size(26),
    ),
    ("Letterhead", "Kop", "Normal", "Letterhead", _spacing(0, 0, 252) + _jc("center"), _size(24)),
    ("LetterheadAgency", "Kop Perangkat Daerah", "Letterhead", "Letterhead", "", _BOLD + _size(28)),
    ("LetterheadSmall", "Kop Alamat", "Letterhead", "Letterhead", _spacing(0, 60, 240), _size(18)),
    ("Centered", "Tengah", "BodyText", "BodyText", _jc("center"), ""),
    ("ListBullet", "List Bullet", "BodyText", "ListBullet", _spacing(0, 60, 276), ""),
    ("ListNumber", "List Number", "BodyText", "ListNumber", _spacing(0, 60, 276), ""),
    (
        "Caption",
        "caption",
        "Normal",
        "BodyText",
        _NEXT + _LINES + _tabs(("left", 1191, "")) + _spacing(240, 100, 240) + _ind(1191, 1191),
        _size(20),
    ),
    ("Figure", "Gambar", "Normal", "Caption", _NEXT + _spacing(160, 0), ""),
    ("TableText", "Isi Tabel", "Normal", "TableText", _spacing(30, 30, 240), _size(18)),
    ("TableNumber", "Isi Tabel Kanan", "TableText", "TableNumber", _jc("right"), ""),
    ("TableCentered", "Isi Tabel Tengah", "TableText", "TableCentered", _jc("center"), ""),
    ("TableHeader", "Kepala Tabel", "TableText", "TableText", _NEXT + _jc("center"), _BOLD),
    (
        "TableColumns",
        "Nomor Kolom",
        "TableText",
        "TableText",
        _NEXT + _spacing(0, 0) + _jc("center"),
        _ITALIC + _colour(_MUTED) + _size(16),
    ),
    ("TableTextSmall", "Isi Tabel Kecil", "TableText", "TableTextSmall", _spacing(20, 20, 240), _size(14)),
    ("TableNumberSmall", "Isi Tabel Kecil Kanan", "TableTextSmall", "TableNumberSmall", _jc("right"), ""),
    ("TableCenteredSmall", "Isi Tabel Kecil Tengah", "TableTextSmall", "TableCenteredSmall", _jc("center"), ""),
    ("TableHeaderSmall", "Kepala Tabel Kecil", "TableHeader", "TableTextSmall", "", _size(14)),
    ("TableColumnsSmall", "Nomor Kolom Kecil", "TableColumns", "TableTextSmall", "", _size(12)),
    (
        "TOC1",
        "toc 1",
        "Normal",
        "Normal",
        _tabs(_DOTS) + _spacing(140, 30),
        _BOLD,
    ),
    ("TOC2", "toc 2", "Normal", "Normal", _tabs(("left", 794, ""), _DOTS) + _spacing(0, 20) + _ind(794, 425), ""),
    ("TOC3", "toc 3", "Normal", "Normal", _TOC3, ""),
    (
        "TableofFigures",
        "table of figures",
        "Normal",
        "Normal",
        _tabs(("left", 1304, ""), _DOTS) + _spacing(0, 60) + _ind(1304, 1304),
        "",
    ),
    (
        "Header",
        "header",
        "Normal",
        "Header",
        f"<w:pBdr>{_border('bottom', 4, _RULE, 5)}</w:pBdr>" + _tabs(("right", TEXT_WIDTH, "")) + _spacing(0, 0),
        _colour(_MUTED) + _size(17),
    ),
    (
        "Footer",
        "footer",
        "Normal",
        "Footer",
        _tabs(("right", TEXT_WIDTH, "")) + _spacing(0, 0),
        _colour(_MUTED) + _size(17),
    ),
    ("CoverSmall", "Sampul", "Normal", "CoverSmall", _spacing(0, 40, 252), _size(28)),
    (
        "CoverAgency",
        "Sampul Perangkat Daerah",
        "CoverSmall",
        "CoverSmall",
        _spacing(0, 0, 240),
        _BOLD + _colour(_ACCENT) + _size(36),
    ),
    (
        "CoverYear",
        "Sampul Tahun",
        "CoverSmall",
        "CoverSmall",
        _spacing(0, 0, 240),
        _BOLD + _colour(_ACCENT) + _size(72),
    ),
    ("KeyName", "Angka Kunci Nama", "Normal", "KeyFigure", _NEXT + _spacing(60, 0, 240), _colour(_MUTED) + _size(19)),
    (
        "KeyFigure",
        "Angka Kunci",
        "Normal",
        "KeyMeaning",
        _NEXT + _spacing(0, 0, 240),
        _BOLD + _colour(_ACCENT) + _size(44),
    ),
    ("KeyMeaning", "Angka Kunci Arti", "Normal", "BodyText", _spacing(0, 60, 240), _size(19)),
    ("Signature", "Signature", "Normal", "Signature", _NEXT + _LINES + _spacing(0, 0, 264) + _jc("center"), ""),
    ("BoxText", "Isi Kotak", "Normal", "BoxText", _spacing(0, 0, 240) + _jc("center"), _size(18)),
    (
        "Gap",
        "Pemisah",
        "Normal",
        "BodyText",
        '<w:spacing w:before="0" w:after="0" w:line="200" w:lineRule="exact"/>',
        _size(8),
    ),
    (
        "Break",
        "Akhir Bagian",
        "Normal",
        "BodyText",
        '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>',
        _size(2),
    ),
)

_CHARACTERS: tuple[tuple[str, str, str], ...] = (
    ("Strong", "Strong", _BOLD),
    ("Emphasis", "Emphasis", _ITALIC),
    ("Hyperlink", "Hyperlink", _colour(_ACCENT)),
    ("CaptionNumber", "Nomor Judul", _BOLD + _colour(_ACCENT)),
    (
        "Unfilled",
        "Belum Diisi",
        _BOLD
        + _ITALIC
        + _colour(hue(palette.GAP_INK))
        + f'<w:bdr w:val="single" w:sz="4" w:space="0" w:color="{hue(palette.GAP_INK)}"/>'
        + f'<w:shd w:val="clear" w:color="auto" w:fill="{hue(palette.GAP_GROUND)}"/>',
    ),
    ("Mark", "Tanda", _BOLD + _colour(hue(palette.MARK_INK))),
)


def styles(language: str, *, is_decimal: bool) -> str:
    """The part word/styles.xml for a language tag that is already escaped.

    `is_decimal`: headings are numbered 3.1.1.
    """
    fonts = f'<w:rFonts w:ascii="{FAMILY}" w:hAnsi="{FAMILY}" w:eastAsia="{FAMILY}" w:cs="{FAMILY}"/>'
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}{_colour(hue(palette.INK))}{_size(22)}"
        f'<w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    )
    letters = (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name '
        'w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    )
    return (
        f'{XML}<w:styles xmlns:w="{MAIN}">{defaults}{normal}{letters}'
        + "".join(_paragraph(style) for style in _PARAGRAPHS).replace(_TOC3, _TOC3_DECIMAL if is_decimal else _TOC3)
        + "".join(_character(*style) for style in _CHARACTERS)
        + _TABLES
        + "</w:styles>"
    )


def _paragraph(style: tuple[str, str, str, str, str, str]) -> str:
    style_id, name, parent, following, paragraph, run = style
    return (
        f'<w:style w:type="paragraph" w:styleId="{style_id}"{_custom(name)}><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{parent}"/><w:next w:val="{following}"/>'
        + ('<w:uiPriority w:val="39"/>' if style_id.startswith("TOC") else "")
        + f"<w:qFormat/><w:pPr>{paragraph}</w:pPr>"
        + (f"<w:rPr>{run}</w:rPr>" if run else "")
        + "</w:style>"
    )


def _character(style_id: str, name: str, run: str) -> str:
    return (
        f'<w:style w:type="character" w:styleId="{style_id}"{_custom(name)}><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>{run}</w:rPr></w:style>'
    )


_BUILT_IN = ("Body Text", "Title", "List Bullet", "List Number", "Signature", "Strong", "Emphasis", "Hyperlink")


def _custom(name: str) -> str:
    # Word's own lower-case names and the eight above; every other name is ours.
    return "" if name in _BUILT_IN or name.islower() else ' w:customStyle="1"'


_MARGINS = (
    '<w:tblCellMar><w:top w:w="{0}" w:type="dxa"/><w:left w:w="{1}" w:type="dxa"/><w:bottom w:w="{0}" w:type="dxa"/>'
    '<w:right w:w="{1}" w:type="dxa"/></w:tblCellMar>'
)
_TABLES = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
    f"{_MARGINS.format(0, 108)}</w:tblPr></w:style>"
    '<w:style w:type="table" w:customStyle="1" w:styleId="Report"><w:name w:val="Tabel Laporan"/>'
    '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/>'
    "<w:tblPr><w:tblBorders>"
    + _border("top", 8, _STRONG, 0)
    + _border("bottom", 8, _STRONG, 0)
    + _border("insideH", 4, _RULE, 0)
    + _border("insideV", 4, _RULE, 0)
    + f"</w:tblBorders>{_MARGINS.format(20, 85)}</w:tblPr>"
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr><w:tcBorders>'
    + _border("bottom", 8, _STRONG, 0)
    + f'</w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="{hue(palette.PANEL)}"/></w:tcPr></w:tblStylePr>'
    "</w:style>"
)

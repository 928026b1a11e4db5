"""Lists of Word: the numbers of headings as a multilevel list, bullets, and numbered lists that each begin at one."""

from dataclasses import dataclass, field

from saksama.documents.document import Heading, HeadingNumbering
from saksama.documents.writers import palette
from saksama.documents.writers.docx.package import XML
from saksama.documents.writers.docx.styles import ATTACHMENTS, BULLETS, CHAPTERS, MAIN, hue

_NUMBERED, _LETTERED = 4, 5  # w:abstractNumId of "1." and "a." lists; those above are the same as their w:numId

# numFmt, lvlText, left indent with hanging of the same width; a chapter's number is followed by a space alone, because
# a tab in Word's own list of contents would carry short titles without number ("Daftar Isi") to the wrong stop
_HEADINGS = (
    ("upperRoman", "BAB %1", 0),
    ("upperLetter", "%2.", 567),
    ("decimal", "%3.", 567),
    ("lowerLetter", "%4.", 567),
)


@dataclass(slots=True)
class WordCount:
    """Word's own count of the headings so far, to tell where it would print another number than the document's.

    Beyond Z Word goes on with BB, CC where the document says AB, AC; there the number is typed.
    """

    counts: list[int] = field(default_factory=lambda: [0, 0, 0, 0])
    attachments: int = 0

    def agrees(self, heading: Heading) -> bool:
        """Count the heading and say whether Word prints its number."""
        if heading.numbering is HeadingNumbering.ATTACHMENT and heading.level == 1:
            if heading.number != f"LAMPIRAN {self.attachments + 1}":
                return False
            self.attachments += 1
            return True
        index = heading.level - 1
        if 0 in self.counts[1:index]:
            # A level was left out: programs differ in how they count what comes then.
            return False
        count = self.counts[index] + 1
        if heading.number != _printed(index, count):
            return False
        self.counts[index:] = [count, *[0] * (3 - index)]
        return True


def _printed(index: int, count: int) -> str:
    match index:
        case 0:
            tens, ones = divmod(count, 10)
            units = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
            return f"BAB {'X' * tens}{units[ones]}" if count < 40 else ""
        case 2:
            return f"{count}."
        case _:
            letter = chr(ord("A") + count - 1) if count <= 26 else ""
            return f"{letter}." if index == 1 else f"{letter.lower()}."


def numbering(lists: list[bool]) -> str:
    """The part word/numbering.xml with one list for each of `lists`: lettered where true, else numbered."""
    levels = "".join(
        _level(index, form, text, left, style=f"Heading{index + 1}")
        for index, (form, text, left) in enumerate(_HEADINGS)
    )
    abstracts = (
        _abstract(CHAPTERS, levels, kind="multilevel")
        + _abstract(ATTACHMENTS, _level(0, "decimal", "LAMPIRAN %1", 0))
        + _abstract(BULLETS, _level(0, "bullet", "•", 397))
        + _abstract(_NUMBERED, _level(0, "decimal", "%1.", 425))
        + _abstract(_LETTERED, _level(0, "lowerLetter", "%1.", 425))
    )
    fixed = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        for number in (CHAPTERS, ATTACHMENTS, BULLETS)
    )
    own = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{_LETTERED if lettered else _NUMBERED}"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for number, lettered in enumerate(lists, BULLETS + 1)
    )
    return f'{XML}<w:numbering xmlns:w="{MAIN}">{abstracts}{fixed}{own}</w:numbering>'


def list_number(index: int) -> int:
    """The w:numId of the list at this index of `lists`."""
    return BULLETS + 1 + index


def _abstract(number: int, levels: str, kind: str = "singleLevel") -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="{0x5A4B0000 + number:08X}"/>'
        f'<w:multiLevelType w:val="{kind}"/><w:tmpl w:val="{0x6C3D0000 + number:08X}"/>{levels}</w:abstractNum>'
    )


def _level(index: int, form: str, text: str, left: int, style: str = "") -> str:
    linked = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{linked}'
        f'<w:suff w:val="{"tab" if left else "space"}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr>'
        + (
            f'<w:tabs><w:tab w:val="num" w:pos="{left}"/></w:tabs><w:ind w:left="{left}" w:hanging="{left}"/></w:pPr>'
            if left
            else f'<w:ind w:left="0" w:firstLine="0"/></w:pPr><w:rPr><w:color w:val="{hue(palette.MUTED)}"/></w:rPr>'
        )
        + "</w:lvl>"
    )

"""The styles of a Word document: what of them decides how a paragraph is understood."""

import re
from dataclasses import dataclass, field
from dataclasses import replace as replaced
from typing import TypeVar

from saksama.documents.readers.office_package import Package
from saksama.documents.readers.word.names import attribute, is_on, short, value, whole

_Value = TypeVar("_Value")

# The names of built-in styles are English in the file whatever Word's language; other programs translate them.
_HEADING = re.compile(r"(?:heading|judul|kepala|tajuk)\s*([1-9])", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|daftar isi)\s*[1-9]|table of figures|tabel gambar", re.IGNORECASE)
_CAPTION = re.compile(r"caption|keterangan(?: gambar)?", re.IGNORECASE)


_MOST_ANCESTORS = 50


@dataclass(frozen=True, slots=True)
class Style:
    """A style with what it inherits. `None` is what it does not say; `level` is 1 for the highest heading."""

    name: str = ""
    identifier: str = ""
    level: int | None = None
    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    centered: bool | None = None
    list_id: str | None = None
    list_level: int | None = None
    is_contents: bool = False
    is_caption: bool = False


@dataclass(slots=True)
class Styles:
    """The styles by their ids; `default` is that of a paragraph that names none."""

    by_id: dict[str, Style] = field(default_factory=dict)
    default: Style = field(default_factory=Style)

    def paragraph(self, identifier: str) -> Style:
        """The style of a paragraph."""
        return self.by_id.get(identifier, self.default) if identifier else self.default

    def run(self, identifier: str) -> Style | None:
        """The style of a run that names one."""
        return self.by_id.get(identifier)


def read_styles(package: Package, part: str) -> Styles:
    """Read the styles; a document without that part has none."""
    own: dict[str, Style] = {}
    parents: dict[str, str] = {}
    defaults: list[str] = []
    current = Style()
    identifier = ""

    def start(element: str, attributes: dict[str, str]) -> None:
        nonlocal current, identifier
        match short(element):
            case "w:style":
                identifier = attribute(attributes, "w:styleId") or ""
                current = Style(identifier=identifier)
                is_default = (attribute(attributes, "w:default") or "0") in ("1", "true", "on")
                if is_default and attribute(attributes, "w:type") == "paragraph":
                    defaults.append(identifier)
            case "w:name" if identifier:
                current = _named(current, value(attributes))
            case "w:basedOn" if identifier:
                parents[identifier] = value(attributes)
            case "w:outlineLvl":
                level = whole(value(attributes))
                current = replaced(current, level=level + 1 if level is not None and level < 9 else 0)
            case "w:b":
                current = replaced(current, bold=is_on(attributes))
            case "w:i":
                current = replaced(current, italic=is_on(attributes))
            case "w:vanish":
                current = replaced(current, hidden=is_on(attributes))
            case "w:jc":
                current = replaced(current, centered=value(attributes) == "center")
            case "w:numId":
                current = replaced(current, list_id=value(attributes))
            case "w:ilvl":
                current = replaced(current, list_level=whole(value(attributes)))

    def end(element: str) -> None:
        nonlocal identifier
        if short(element) == "w:style":
            own[identifier] = current
            identifier = ""

    if part and package.has(part):
        package.parse(part, start, end)
    styles = Styles()
    styles.by_id = {name: _inherited(name, own, parents) for name in own}
    styles.default = styles.by_id.get(defaults[0], Style()) if defaults else Style()
    return styles


def _named(style: Style, name: str) -> Style:
    found = _HEADING.fullmatch(name.strip())
    level = int(found[1]) if found and style.level is None else style.level
    is_contents = _CONTENTS.fullmatch(name.strip()) is not None
    return replaced(
        style, name=name, level=level, is_contents=is_contents, is_caption=_CAPTION.fullmatch(name.strip()) is not None
    )


def _inherited(name: str, own: dict[str, Style], parents: dict[str, str]) -> Style:
    style = own[name]
    seen = {name}
    parent = parents.get(name, "")
    while parent in own and parent not in seen and len(seen) <= _MOST_ANCESTORS:
        above = own[parent]
        style = replaced(
            style,
            level=_own(style.level, above.level),
            bold=_own(style.bold, above.bold),
            italic=_own(style.italic, above.italic),
            hidden=_own(style.hidden, above.hidden),
            centered=_own(style.centered, above.centered),
            list_id=_own(style.list_id, above.list_id),
            list_level=_own(style.list_level, above.list_level),
            is_contents=style.is_contents or above.is_contents,
            is_caption=style.is_caption or above.is_caption,
        )
        seen.add(parent)
        parent = parents.get(parent, "")
    return style


def _own(mine: _Value | None, theirs: _Value | None) -> _Value | None:
    return theirs if mine is None else mine

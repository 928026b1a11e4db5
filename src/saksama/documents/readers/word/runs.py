"""What decides how a run of text looks and whether it is seen."""

from dataclasses import dataclass

from saksama.documents.readers.word.names import is_on, value
from saksama.documents.readers.word.styles import Style, Styles

_PLAIN = Style()
# What the codes of Word's symbol fonts show; the others are letters and digits.
_SYMBOLS = {0xB7: "•", 0xFC: "✓", 0xFB: "✗", 0xFE: "☑", 0xA8: "☐", 0xA3: "≤", 0xB3: "≥", 0xD8: "➢", 0xA7: "▪"}


@dataclass(slots=True)
class Run:
    """The properties of a run; `None` is what it does not say."""

    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    style: Style = _PLAIN

    def read_property(self, name: str, attributes: dict[str, str], styles: Styles) -> None:
        """Take a property."""
        match name:
            case "w:b":
                self.bold = is_on(attributes)
            case "w:i":
                self.italic = is_on(attributes)
            case "w:vanish":
                self.hidden = is_on(attributes)
            case "w:rStyle":
                self.style = styles.run(value(attributes)) or _PLAIN

    def is_hidden(self, ground: Style) -> bool:
        """Whether nobody sees it; `ground` is the style of its paragraph."""
        return _decided(self.hidden, self.style.hidden, ground.hidden)

    def is_bold(self, ground: Style) -> bool:
        """Whether it is bold."""
        return _decided(self.bold, self.style.bold, ground.bold)

    def is_italic(self, ground: Style) -> bool:
        """Whether it is italic."""
        return _decided(self.italic, self.style.italic, ground.italic)


PROPERTIES = frozenset(("w:b", "w:i", "w:vanish", "w:rStyle"))


def _decided(run: bool | None, style: bool | None, ground: bool | None) -> bool:
    if run is not None:
        return run
    return bool(ground if style is None else style)


def symbol(code: str) -> str:
    """The character of a symbol font, or nothing where the code is none."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if 0xF000 <= number <= 0xF0FF:  # these fonts keep their characters in a private area above the same codes
        return _SYMBOLS.get(number - 0xF000, chr(number))
    return chr(number) if 0x20 <= number < 0xD800 or 0xE000 <= number < 0x110000 else ""

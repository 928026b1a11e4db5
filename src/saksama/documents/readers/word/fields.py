"""Fields of Word: the code is hidden, the result that was saved is the text."""

from dataclasses import dataclass

_LONGEST_CODE = 200


@dataclass(slots=True)
class _Field:
    code: str = ""
    name: str = ""
    is_result: bool = False


class Fields:
    """Which fields the run of text stands in."""

    def __init__(self) -> None:
        self._open: list[_Field] = []
        self._codes = 0
        self._named = {"SEQ": 0, "TOC": 0}

    @property
    def is_code(self) -> bool:
        """Whether the text here is a field's code."""
        return self._codes > 0

    @property
    def is_counting(self) -> bool:
        """Whether a field here counts tables or figures, as captions do."""
        return self._named["SEQ"] > 0

    @property
    def is_contents(self) -> bool:
        """Whether this is in a list of contents."""
        return self._named["TOC"] > 0

    def mark(self, kind: str) -> None:
        """Begin, separate or end a field."""
        match kind:
            case "begin":
                self._open.append(_Field())
                self._codes += 1
            case "separate" if self._open and not self._open[-1].is_result:
                field = self._open[-1]
                field.is_result = True
                field.name = "".join(field.code.split()[:1])
                self._codes -= 1
                self._count(field, 1)
            case "end" if self._open:
                field = self._open.pop()
                if field.is_result:
                    self._count(field, -1)
                else:
                    self._codes -= 1

    def instruct(self, text: str) -> None:
        """Add to the code of the innermost field."""
        if self._open and not self._open[-1].is_result:
            self._open[-1].code = (self._open[-1].code + text)[:_LONGEST_CODE]

    def _count(self, field: _Field, change: int) -> None:
        if field.name in self._named:
            self._named[field.name] += change

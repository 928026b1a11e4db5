"""Fields of Word: the code is hidden, the result that was saved is the text."""


class Fields:
    """Which fields the run of text stands in."""

    def __init__(self) -> None:
        self._open: list[bool] = []  # for each, whether its result has begun
        self._codes: list[str] = []

    @property
    def is_code(self) -> bool:
        """Whether the text here is a field's code."""
        return not all(self._open)

    @property
    def is_counting(self) -> bool:
        """Whether a field here counts tables or figures, as captions do."""
        return any(code.split()[:1] == ["SEQ"] for code in self._codes)

    @property
    def is_contents(self) -> bool:
        """Whether this is in a list of contents."""
        return any(code.split()[:1] == ["TOC"] for code in self._codes)

    def mark(self, kind: str) -> None:
        """Begin, separate or end a field."""
        match kind:
            case "begin":
                self._open.append(False)
                self._codes.append("")
            case "separate" if self._open:
                self._open[-1] = True
            case "end" if self._open:
                self._open.pop()
                self._codes.pop()

    def instruct(self, text: str) -> None:
        """Add to the code of the innermost field."""
        if self._codes and not self._open[-1]:
            self._codes[-1] += text[:200]

"""The one error of every reader: a file that cannot be read at all."""

from saksama.kernel.provenance import Place


class UnreadableFileError(Exception):
    """A file that cannot be read: where, what was found, what was expected, what to do, in the user's language.

    The three phrases are those of a problem in a file: whole phrases without a full stop.
    """

    def __init__(self, place: Place, found: str, expected: str, remedy: str) -> None:
        super().__init__(f"{place}: {found}; {expected}. {remedy}")
        self.place = place
        self.found = found
        self.expected = expected
        self.remedy = remedy

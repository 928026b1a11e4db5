"""Whose performance agreement a passage belongs to: those of divisions have targets and money of their own."""

import re
from dataclasses import dataclass

from saksama.documents.document import Table, plain

_TITLE = re.compile(
    r"(?:\W*lampiran\W*)?(?:form(?:ulir)?\W+)?\W*(?:perjanjian|penetapan|kontrak)\s+kinerja\b", re.IGNORECASE
)
_HOLDER = re.compile(
    r"\b(?:sekretaris\b(?!\s+(?:daerah|dprd|jenderal|utama))"
    r"|kepala\s+(?:sub[\s-]?)?(?:bagian|bidang|seksi|unit|uptd?|upt|tata\s+usaha|cabang|sub)\b"
    r"|kasub\w+|kabid\b|kasie?\b|pejabat\s+(?:pengawas|administrator|fungsional|pelaksana)|(?:sub\s*)?koordinator\b)",
    re.IGNORECASE,
)
"""Officials below the head of the agency."""
_POST = re.compile(r"jabatan\s*:?\s*(?P<post>\S.*)", re.IGNORECASE | re.DOTALL)
_OTHER = re.compile(
    r"\W*(?:indikator\s+kinerja\s+(?:utama|kunci)|rencana\s+(?:kinerja|strategis|kerja)|pengukuran|realisasi|evaluasi"
    r"|laporan|capaian|cascading|pohon\s+kinerja|dokumen|struktur|matriks|surat|daftar)\b",
    re.IGNORECASE,
)
"""What other documents that are bound behind an agreement begin with."""
_LINES = 8
"""Title, office and the first of the two who sign stand within so many lines."""
_LONGEST = 160


@dataclass(slots=True)
class AgreementSection:
    """Follows a document line by line. `title` is that of the agreement whose passage it is, "" outside of any;
    `holder` the official below the head who signs it, "" for the head's own.
    """

    title: str = ""
    holder: str = ""
    _left: int = 0

    def end(self) -> None:
        """A new chapter or sheet begins."""
        self.title, self.holder, self._left = "", "", 0

    def read_line(self, line: str) -> None:
        """A heading or paragraph outside of tables."""
        if len(line) > _LONGEST or line.rstrip().endswith("."):
            self._left -= 1
            return
        if _TITLE.match(line):
            # An agreement repeats its title over its tables, without saying again whose it is.
            self.title, self._left = line, _LINES
            if named := _HOLDER.search(line):
                self.holder = _name(line[named.start() :])
        elif _OTHER.match(line):
            self.end()
        elif self._left > 0:
            self._left -= 1
            self._read_post(line)

    def read_table(self, table: Table) -> None:
        """A table may hold name and post of who signs; one that holds figures ends the title."""
        if self._left <= 0:
            return
        for row in table.rows[:4]:
            text = " ".join(plain(cell.content) for cell in row.cells)
            if _POST.match(text.strip()):
                self._read_post(text.strip())
                return
        if any(map(str.isdigit, "".join(plain(cell.content) for row in table.rows[:6] for cell in row.cells))):
            self._left = 0

    def _read_post(self, line: str) -> None:
        post = _POST.match(line)
        text = post["post"].lstrip(" :\t") if post else line
        if _HOLDER.match(text):
            self.holder = _name(text)
            self._left = 0
        elif post:
            self.holder, self._left = "", 0  # the first who signs is the head


def _name(text: str) -> str:
    return " ".join(text.lower().split())

"""The closed lexicon of performance reports: the words that announce what the next figure of a sentence measures."""

import re
from dataclasses import dataclass
from enum import Enum

from saksama.understanding.mentions import Mention
from saksama.understanding.text_figures import TextFigure

HIDDEN = "\x00"
"""Stands for every character of a name or figure, so that no word is sought in them."""
AGENCY_NAME = "\x01"
"""The same for the agency's own name, which may stand between any two words."""


class Cue(Enum):
    """What a word announces, as far as the word alone says."""

    END_TARGET = "end_target"
    BENCHMARK = "benchmark"
    TARGET = "target"
    PROGRESS = "progress"
    AVERAGE = "average"
    SPENT = "spent"  # money or its share of the budget
    REMAINDER = "remainder"
    EFFICIENCY = "efficiency"
    NOTHING = "nothing"  # the figure after it is none of ours: a cap, a weight
    BUDGET = "budget"
    ACHIEVEMENT = "achievement"
    ACTUAL = "actual"
    SHARE = "share"
    RISE = "rise"
    FALL = "fall"
    REACHED = "reached"  # the actual or the achievement
    VALUE = "value"  # weak: only for the figure right after it


_MONEY = r"(?:anggaran|dana|belanja|keuangan|pagu)"
_RATE = r"(?:tingkat\s+|persentase\s+|prosentase\s+|nilai\s+|daya\s+)*"
_HAPPENS = r"(?:mengalami|terjadi|adanya|ada|terdapat|menunjukkan|dengan)\s+(?:\w+\s+)?"
# "Program Peningkatan …" raises nothing: the noun counts only where something has or suffers it.
_LEXICON: tuple[tuple[Cue, str], ...] = (
    (
        Cue.NOTHING,
        r"efekti[fv]itas(?:\s+serapan)?(?:\s+anggaran)?|(?:tiap|setiap)\s+capaian\s+dibatasi|dibatasi|penimbang",
    ),
    (Cue.NOTHING, r"bobot|skala|rentang\s+nilai|\bdi\s?(?:atas|bawah)\s+(?=\d|\x00*%)"),
    (
        Cue.END_TARGET,
        (
            r"target(?:nya)?\s+(?:kinerja\s+)?(?:pada\s+)?(?:akhir|jangka\s+menengah|renstra|rpjmd)"
            r"(?:\s+(?:periode|renstra|rpjmd|tahun))*"
        ),
    ),
    (
        Cue.BENCHMARK,
        (
            r"(?:target|standar|rata[\s-]rata|realisasi|capaian|angka)\s+(?:tingkat\s+)?(?:nasional|provinsi)"
            r"|pembanding(?:\s+(?:nasional|provinsi))?"
        ),
    ),
    (Cue.TARGET, r"(?:ditargetkan|target(?:nya)?)(?:\s+(?:kinerja|rata[\s-]rata|tahunan|perencanaan))*"),
    (Cue.PROGRESS, r"(?:tingkat\s+)?kemajuan"),
    (
        Cue.AVERAGE,
        (
            r"(?:nilai\s+)?(?:rata[\s-]rata|rerata)(?:\s+(?:dari|tingkat|persentase|realisasi|nilai))*"
            r"\s+(?:capaian|pencapaian|kinerja)(?:\s+kinerja)?|(?:pen)?capaian(?:\s+kinerja)?\s+rata[\s-]rata"
        ),
    ),
    (
        Cue.SPENT,
        (
            rf"{_RATE}(?:realisasi\s+)?(?:penyerapan|serapan)(?:\s+{_MONEY})*"
            rf"|{_RATE}realisasi(?:nya)?\s+(?:capaian\s+|penggunaan\s+)?(?:{_MONEY}|pengeluaran)"
            rf"|{_RATE}(?:pen)?capaian\s+(?:realisasi\s+)?(?:anggaran|keuangan)"
            rf"|{_MONEY}\s+yang\s+(?:telah\s+|dapat\s+)?(?:digunakan|terserap|terealisasi|direalisasikan|diserap)"
            r"|(?<!tidak )(?:terserap|diserap)|menghabiskan|dibelanjakan|menyerap(?:\s+anggaran)?"
        ),
    ),
    (Cue.REMAINDER, rf"sisa(?:\s+lebih)?(?:\s+{_MONEY})*|tersisa|bersisa|silpa|tidak\s+terserap"),
    (
        Cue.EFFICIENCY,
        (
            rf"(?:nilai\s+|tingkat\s+)?efisiensi(?:\s+(?:penghematan|penggunaan|{_MONEY}))*"
            rf"|(?:penghematan|menghemat)(?:\s+{_MONEY})*"
        ),
    ),
    (
        Cue.BUDGET,
        (
            rf"(?:(?:total|jumlah|alokasi|dukungan|besaran)\s+)*(?:pagu|anggaran)"
            rf"(?:\s+(?:murni|perubahan|indikatif|awal|apbd|langsung|tidak\s+langsung|{_MONEY}))*"
            r"|alokasi\s+dana|dialokasikan|dianggarkan|belanja(?:\s+(?:tidak\s+langsung|langsung|operasi|modal|daerah))?"
        ),
    ),
    (
        Cue.ACHIEVEMENT,
        rf"{_RATE}(?:realisasi\s+)?(?:pen)?capaian(?:nya)?(?:\s+(?:kinerja(?:nya)?|target|iku))*|mencapai\s+kinerja",
    ),
    (Cue.ACTUAL, rf"{_RATE}(?:realisasi(?:nya)?|terealisasi(?:kan)?|direalisasikan|merealisasikan)(?:\s+kinerja)?"),
    (Cue.SHARE, r"proporsi|porsi|kontribusi"),
    (Cue.RISE, rf"(?:{_HAPPENS}(?:kenaikan|peningkatan|pertambahan|pertumbuhan))|naik|meningkat|bertambah"),
    (Cue.FALL, rf"(?:{_HAPPENS}(?:penurunan|pengurangan))|turun|menurun|berkurang"),
    (Cue.REACHED, r"tercapai|mencapai|dicapai|diperoleh|memperoleh|tercatat"),
    (Cue.VALUE, r"nilai(?:nya)?|skor|indeks|hasil"),
)
_PATTERN = re.compile(
    r"(?<!\w)(?:" + "|".join(f"(?P<g{place}>{words})" for place, (_, words) in enumerate(_LEXICON)) + r")(?!\w)"
)
_BY_GROUP = {f"g{place}": cue for place, (cue, _) in enumerate(_LEXICON)}


@dataclass(frozen=True, slots=True)
class Announced:
    """A cue at `start` to `end` of its sentence, in lower case."""

    start: int
    end: int
    cue: Cue
    words: str


def hidden(
    sentence: str, figures: list[TextFigure], mentions: list[Mention], *, agency_words: tuple[str, ...] = ()
) -> str:
    """The sentence in lower case with its figures and names made invisible, every character in its place."""
    letters = list(sentence.lower() if len(sentence.lower()) == len(sentence) else sentence)
    for start, end in (*((each.start, each.end) for each in figures), *((each.start, each.end) for each in mentions)):
        letters[start:end] = HIDDEN * (end - start)
    masked = "".join(letters)
    for words in agency_words:
        masked = masked.replace(words, AGENCY_NAME * len(words))
    return masked


def cues(masked: str) -> list[Announced]:
    """The cues of a masked sentence in order."""
    return [
        Announced(*found.span(), _BY_GROUP[found.lastgroup], found[0])
        for found in _PATTERN.finditer(masked)
        if found.lastgroup
    ]

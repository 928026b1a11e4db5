"""What each figure of a sentence measures, from the words around it: the grammar of performance reports."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from saksama.understanding.counts import counted
from saksama.understanding.periods import comparator_of
from saksama.understanding.reading import Measure
from saksama.understanding.text_figures import FigureKind, TextFigure
from saksama.understanding.wording import AGENCY_NAME, HIDDEN, Announced, Cue

MOST_WORDS = 14
"""Between a cue and a figure with a unit; more, and the figure is another thing's."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A figure with the measure that the words give it. `cue_start` is where its announcement begins."""

    figure: TextFigure
    measure: Measure
    cue_start: int
    aspect: str = ""
    comparator: str = ""
    alternatives: tuple[Measure, ...] = ()
    is_change: bool = False  # a figure of "from … to …"
    is_weak: bool = False  # only a word like "mencapai" announces it: whose figure it is must stand beside it


_BREAK = re.compile(
    r";|\b(?:melalui|oleh|terdiri|memiliki|memuat|karena|sebagaimana|tentang|sehingga|maka|agar|apabila|dikarenakan"
    r"|disebabkan|dilaksanakan|diantaranya|rincian|sedangkan|sementara|namun|tetapi|bahwa)\b"
)
_FILLED = re.compile(
    r"(?:sebesar|adalah|yaitu|yakni|ialah|mencapai|senilai|sejumlah|sebanyak|hanya|telah|berhasil|tercapai|dengan|nilai"
    r"|angka|indeks|skor|pada|tahun|untuk|yang|ditetapkan|direncanakan|di|indikator|kinerja|kinerjanya|ini|tersebut|sudah"
    r"|baru|dari|dan|anggaran|sekitar|kurang|lebih|dapat|realisasi|yg|rata-rata|capaian|target|sampai|akhir|bulan"
    r"|(?:kota|kabupaten|provinsi)\s+\w+(?:\s+utara|\s+selatan|\s+barat|\s+timur|\s+tengah)?|tercatat"
    r"|desember|triwulan|iv|sendiri|diperoleh|bernilai|\d{4}|[\s:=(,“\"”]|\x00|\x01)*"
)
_ALSO = re.compile(
    r"\s*[,(]?\s*(?:atau|yaitu|yakni|setara(?:\s+dengan)?)?\s*(?:sebesar|senilai|sekitar|mencapai|hanya)?\s*\(?\s*"
)
_APART_AFTER = re.compile(
    r"\s*(?:\w+\s+){0,2}?(?P<side>di\s?atas|di\s?bawah|lebih\s+(?:tinggi|besar|rendah|kecil)\s+(?:dari|daripada))\s+"
    r"(?:rentang\s+)?(?P<what>target\s+akhir|target|realisasi|capaian|standar|pembanding|rata|angka|nilai)"
)
_APART_BEFORE = re.compile(r"(?:berada|selisih(?:nya)?|deviasi)(?:\s+(?:sebesar|negatif|positif|sekitar))*\s*$")
_LEFT = re.compile(r"(?:harus|perlu|masih|kurang)\s+(?:di)?(?:tingkatkan|turunkan|naikkan|capai)?[^,;.\x00]{0,20}$")
_TO = re.compile(r"\bmenjadi\b[^,;\x00]*$")
_FROM = re.compile(r"\b(?:dari|semula|dibanding(?:kan)?(?:\s+dengan)?)\b[^,;\x00]*$")
_OF = re.compile(r"\s*(?:dari|terhadap)\s*(?:total\s*)?(?:sebesar\s*)?$")
_THEN_TO = re.compile(r"[^.;\x00]{0,60}\bmenjadi\s+(?:\w+\s+){0,3}\x00")
_BUDGET_WORDS = re.compile(r"\b(?:anggaran|pagu|belanja|dana|keuangan)\b")
_REVENUE = re.compile(r"\b(?:pendapatan|retribusi|pajak|pad|penerimaan)\b")
_BEYOND = re.compile(r"(?:melampaui|melebihi)\s+$")
_MEASURED_BEFORE = re.compile(
    r"(?:menjadi|naik|turun|meningkat|menurun|berada|target(?:\s+akhir)?|realisasi|tetap|ditingkatkan|diturunkan)\s*$"
)
"""Before a number of things that is an indicator's own value: "target 7 kegiatan"."""
_LIST_HEAD = re.compile(r"(?:mencapai|melampaui|melebihi|memenuhi)\s+(?:target|pagu)|di\s?bawah\s+target|\bcapaian")
_OF_NAME = re.compile(
    r"\x00[\s)”\"]*(?:\(\x00+\)\s*)?(?:(?:\x01+|pada|di|tahun|\d{4}|kota|kabupaten|provinsi)\s+)*"
    r"(?:adalah\s+|yaitu\s+|sudah\s+|telah\s+)?(?:sebesar|adalah|mencapai|senilai|yaitu|tercatat)(?:\s+sebesar)?\s*$"
)
_CAPPED = re.compile(r"[^,;.]{0,40}\bdibatasi\b|\s*\([^)]{0,80}\bdibatasi\b")
_PERCENT_OF_BUDGET = re.compile(r"\s*(?:dari|terhadap)\s+(?:\w+\s+){0,2}(?:pagu|anggaran|alokasi)")


def slots(masked: str, figures: list[TextFigure], cues: list[Announced]) -> list[Slot]:
    """The figures that the sentence's words give a measure, in order; the others have none."""
    return list(_Binding(masked, figures, cues).bound())


class _Binding:
    """One pass over the figures of a sentence, from left to right."""

    def __init__(self, masked: str, figures: list[TextFigure], cues: list[Announced]) -> None:
        self._text = masked
        self._figures = figures
        self._cues = cues
        self._is_budget = bool(_BUDGET_WORDS.search(masked))
        self._is_revenue = bool(_REVENUE.search(masked))
        self._last: Slot | None = None
        self._spent = False  # whether an expenditure came before
        ends = (0, *(figure.end for figure in figures))
        self._past = {figure.start: end for figure, end in zip(figures, ends, strict=False)}
        self._targets = {figure.start for figure in figures if self._names(figure, Cue.TARGET)}

    def bound(self) -> Iterator[Slot]:
        counts = {slot.figure.start: slot for slot in self._counts()}
        end = 0
        for figure in self._figures:
            slot = counts.get(figure.start) or (self._slot(figure, end) if figure.is_linkable else None)
            self._last = slot
            if slot:
                self._spent = self._spent or slot.measure is Measure.EXPENDITURE
                yield slot
            end = figure.end

    def _counts(self) -> Iterator[Slot]:
        for figure, aspect, start in counted(self._text, self._figures):
            is_measured = _MEASURED_BEFORE.search(self._text[: figure.start])
            if not is_measured and not _THEN_TO.match(self._text[figure.end : figure.end + 90]):
                yield Slot(figure, Measure.COUNT, start, aspect=aspect)

    def _cue(self, figure: TextFigure) -> Announced | None:
        """The last cue between the figure before and this one."""
        past = self._past[figure.start]
        between = [
            cue
            for cue in self._cues
            if past <= cue.start and cue.end <= figure.start and not _is_pointing(self._text, cue)
        ]
        if not between:
            return None
        last = between[-1]
        # "realisasi anggaran mencapai", "capaian kinerja … adalah": the stronger word before it announces.
        if last.cue in {Cue.REACHED, Cue.VALUE, Cue.SHARE} and len(between) > 1:
            stronger = between[-2]
            near = self._text[stronger.end : last.start]
            if stronger.cue not in _WEAK and not _BREAK.search(near) and len(near.split()) <= MOST_WORDS:
                return stronger
        return last

    def _names(self, figure: TextFigure, cue: Cue) -> bool:
        found = self._cue(figure)
        return bool(found and found.cue is cue and self._reaches(found, figure))

    def _reaches(self, cue: Announced, figure: TextFigure) -> bool:
        """Whether the words between leave the cue's announcement standing."""
        gap = self._text[cue.end : figure.start]
        if _BREAK.search(gap):
            return False
        if cue.cue is Cue.VALUE and HIDDEN in gap:
            return False
        if cue.cue in _WEAK or figure.kind in {FigureKind.PLAIN, FigureKind.COUNT}:
            return bool(_FILLED.fullmatch(gap))
        return len(gap.replace(HIDDEN, "").replace(AGENCY_NAME, "").split()) <= MOST_WORDS

    def _slot(self, figure: TextFigure, end: int) -> Slot | None:
        gap, after = self._text[end : figure.start], self._text[figure.end : figure.end + 90]
        return (
            self._listed(figure, gap)
            or self._apart(figure, gap, after)
            or self._changed(figure, gap, after)
            or self._announced(figure, after)
            or self._after_count(figure)
            or self._also(figure, gap)
            or self._of(figure, gap, after)
            or self._named(figure, gap)
        )

    def _apart(self, figure: TextFigure, gap: str, after: str) -> Slot | None:
        """ "berada 25,78 poin di atas target", "masih harus ditingkatkan 4,40 poin"."""
        found = _APART_AFTER.match(after)
        if found and (figure.kind is FigureKind.POINTS or _APART_BEFORE.search(gap)):
            outside = found["what"] in {"standar", "pembanding", "rata", "angka"}
            named = comparator_of(after) or ("pembanding" if outside else "")
            aspect = "target akhir" if "akhir" in found["what"] else ""
            return Slot(figure, Measure.VARIANCE, figure.start, aspect=aspect, comparator=named)
        if _LEFT.search(gap) and "akhir" in after:
            return Slot(figure, Measure.VARIANCE, figure.start, aspect="target akhir")
        if _APART_BEFORE.search(gap) and figure.kind is not FigureKind.MONEY:
            return Slot(figure, Measure.VARIANCE, figure.start)
        return None

    def _changed(self, figure: TextFigure, gap: str, after: str) -> Slot | None:
        """ "naik 36,14 poin dari 57,14% pada tahun 2019 menjadi 93,28%"."""
        last = self._last
        verb = next(
            (cue for cue in reversed(self._cues) if cue.end <= figure.start and cue.cue in {Cue.RISE, Cue.FALL}), None
        )
        is_moving = verb is not None and not _BREAK.search(self._text[verb.end : figure.start].replace(HIDDEN, ""))
        cue = self._cue(figure)
        if _TO.search(gap) and last and (last.is_change or last.measure is Measure.CHANGE):
            base = last.measure if last.is_change else Measure(last.aspect)
            return Slot(figure, base, last.cue_start, is_change=True)
        if _FROM.search(gap) and (is_moving or _THEN_TO.match(after)) and not (cue and cue.cue in _FIRM):
            start = verb.start if verb else figure.start
            base = self._base(verb)
            if base is Measure.ACHIEVEMENT and figure.kind is FigureKind.PLAIN:
                base = Measure.ACTUAL  # an achievement is a percentage
            return Slot(figure, base, start, is_change=True)
        is_sum = figure.kind is FigureKind.MONEY and gap.endswith("sebesar ") and cue and cue.cue is Cue.BUDGET
        if is_moving and verb and is_sum and verb.start >= figure.start - len(gap):
            return Slot(figure, Measure.CHANGE, verb.start, aspect=Measure.APPROPRIATION.value)
        if is_moving and verb and verb is cue and self._reaches(cue, figure) and not _FROM.search(gap):
            measure = self._base(verb)
            if figure.kind is FigureKind.MONEY or _is_direct(self._text[verb.end : figure.start]):
                return Slot(figure, Measure.CHANGE, verb.start, aspect=measure.value)
        return None

    def _base(self, verb: Announced | None) -> Measure:
        """The measure that changes: what the words before the verb announce, or the actual."""
        before = [cue for cue in self._cues if verb is None or cue.end <= verb.start]
        firm = [cue for cue in before if cue.cue in _CHANGING]
        if firm:
            return _CHANGING[firm[-1].cue]
        return Measure.APPROPRIATION if self._is_budget and not self._is_revenue else Measure.ACTUAL

    def _announced(self, figure: TextFigure, after: str) -> Slot | None:
        cue = self._cue(figure)
        if cue is None or not self._reaches(cue, figure):
            return None
        measure, alternatives = self._measured(cue, figure)
        if measure is None:
            capped = cue.cue is Cue.NOTHING and self._last and self._last.measure is Measure.AVERAGE_ACHIEVEMENT
            return replace(self._last, figure=figure, aspect="batas") if capped and self._last else None
        slot = Slot(figure, measure, cue.start, alternatives=alternatives, is_weak=cue.cue in _WEAK)
        if cue.cue is Cue.BUDGET and _BEYOND.search(self._text[: cue.start]):
            return replace(slot, measure=Measure.REMAINDER, aspect="melebihi pagu")
        if measure is Measure.AVERAGE_ACHIEVEMENT and _CAPPED.match(after):
            return replace(slot, aspect="dibatasi")
        if cue.cue is Cue.BENCHMARK:
            return replace(slot, comparator=comparator_of(cue.words) or "pembanding")
        return slot

    def _measured(self, cue: Announced, figure: TextFigure) -> tuple[Measure | None, tuple[Measure, ...]]:
        is_money, is_percent = figure.kind is FigureKind.MONEY, figure.kind is FigureKind.PERCENT
        of_budget = self._is_budget and not self._is_revenue
        match cue.cue:
            case Cue.SPENT:
                return Measure.EXPENDITURE if is_money else Measure.ABSORPTION if is_percent else None, ()
            case Cue.BUDGET:
                return Measure.APPROPRIATION if is_money else None, ()
            case Cue.ACTUAL if is_money and of_budget:
                return Measure.EXPENDITURE, ()
            case Cue.ACTUAL if is_percent and self._follows_money():
                return Measure.ABSORPTION, ()
            case Cue.ACTUAL:
                return Measure.ACTUAL, ()
            case Cue.ACHIEVEMENT if "realisasi" in cue.words and is_percent:
                return Measure.ACHIEVEMENT, (Measure.ACTUAL,)
            case Cue.ACHIEVEMENT if is_percent:
                return (Measure.ABSORPTION if self._follows_money() else Measure.ACHIEVEMENT), ()
            case Cue.ACHIEVEMENT:
                return Measure.ACTUAL, (Measure.ACHIEVEMENT,)
            case Cue.REACHED if is_money:
                return Measure.EXPENDITURE if of_budget else Measure.ACTUAL, ()
            case Cue.REACHED if is_percent and not self._targets:
                return Measure.ACHIEVEMENT, (Measure.ACTUAL, Measure.AVERAGE_ACHIEVEMENT)
            case Cue.REACHED:
                return Measure.ACTUAL, (Measure.ACHIEVEMENT,) if is_percent else ()
            case Cue.VALUE:
                return Measure.ACTUAL if figure.kind is FigureKind.PLAIN else None, ()
            case Cue.RISE | Cue.FALL | Cue.NOTHING:
                return None, ()
            case Cue.SHARE:
                return Measure.SHARE if is_percent else None, ()
            case other:
                return _PLAIN_MEASURES[other], ()

    def _follows_money(self) -> bool:
        return bool(self._last and self._last.measure in {Measure.APPROPRIATION, Measure.EXPENDITURE})

    def _after_count(self, figure: TextFigure) -> Slot | None:
        """ "Rata-rata capaian 2 (dua) indikator yang dapat dihitung adalah 94,10%"."""
        last = self._last
        if last is None or last.measure is not Measure.COUNT or self._cue(figure):
            return None
        cue = next((each for each in reversed(self._cues) if each.end <= last.figure.start), None)
        is_mean = cue is not None and cue.cue is Cue.AVERAGE and not self._text[cue.end : last.figure.start].strip()
        gap = self._text[last.figure.end : figure.start]
        if not cue or not is_mean or not re.fullmatch(r"[^,;.]{0,60}(?:adalah|sebesar|mencapai|yaitu)\s*", gap):
            return None
        return Slot(figure, Measure.AVERAGE_ACHIEVEMENT, cue.start)

    def _also(self, figure: TextFigure, gap: str) -> Slot | None:
        """ "Rp4.364.506.894, atau 90,41%", "162,73%, atau 100,00% bila …", "… menjadi 100,00%" after a cap."""
        last = self._last
        if last is None:
            return None
        if last.aspect == "batas" and _TO.search(gap):
            return replace(last, figure=figure, aspect="dibatasi")
        if not _ALSO.fullmatch(gap) or not gap.strip():
            return None
        if last.measure is Measure.APPROPRIATION and self._spent and figure.kind is FigureKind.PERCENT:
            return Slot(figure, Measure.ABSORPTION, last.cue_start)
        if last.measure is Measure.ABSORPTION and figure.kind is FigureKind.MONEY:
            return Slot(figure, Measure.EXPENDITURE, last.cue_start)
        if last.measure in _ALSO_MEASURES and figure.kind is FigureKind.PERCENT:
            after = self._text[figure.end : figure.end + 60]
            measure = _ALSO_MEASURES[last.measure]
            if measure is Measure.ACHIEVEMENT and last.figure.kind is FigureKind.MONEY and not self._is_revenue:
                measure = Measure.ABSORPTION
            aspect = "dibatasi" if _CAPPED.match(after) else last.aspect
            return Slot(figure, measure, last.cue_start, aspect=aspect, comparator=last.comparator)
        return None

    def _of(self, figure: TextFigure, gap: str, after: str) -> Slot | None:
        """ "91% dari Rp…", and "90,41% dari total anggaran" with nothing before it."""
        last = self._last
        if last and _OF.fullmatch(gap) and last.measure in {Measure.ABSORPTION, Measure.EXPENDITURE}:
            return Slot(figure, Measure.APPROPRIATION, figure.start) if figure.kind is FigureKind.MONEY else None
        is_spent = figure.kind is FigureKind.PERCENT and _PERCENT_OF_BUDGET.match(after)
        if is_spent and any(cue.cue in {Cue.SPENT, Cue.ACTUAL, Cue.REACHED} for cue in self._cues):
            return Slot(figure, Measure.ABSORPTION, figure.start)
        return None

    def _listed(self, figure: TextFigure, gap: str) -> Slot | None:
        """ "Indikator yang belum mencapai target: A (94,24%), B (80,00%)"."""
        if figure.kind is not FigureKind.PERCENT or not re.search(r"\x00\s*\(\s*$", gap):
            return None
        head, colon, _ = self._text[: figure.start].partition(":")
        if not colon or not _LIST_HEAD.search(head):
            return None
        return Slot(figure, Measure.ABSORPTION if _BUDGET_WORDS.search(head) else Measure.ACHIEVEMENT, figure.start)

    def _named(self, figure: TextFigure, gap: str) -> Slot | None:
        """ "Indeks Kepuasan Masyarakat adalah sebesar 79,77": the figure of a subject right before it."""
        if figure.kind in {FigureKind.MONEY, FigureKind.COUNT} or not _OF_NAME.search(gap):
            return None
        alternatives = (Measure.ACHIEVEMENT,) if figure.kind is FigureKind.PERCENT else ()
        return Slot(figure, Measure.ACTUAL, figure.start, alternatives=alternatives, is_weak=True)


_WEAK = frozenset((Cue.REACHED, Cue.VALUE, Cue.RISE, Cue.FALL, Cue.SHARE, Cue.NOTHING))
_FIRM = frozenset((Cue.TARGET, Cue.END_TARGET, Cue.BUDGET, Cue.BENCHMARK, Cue.NOTHING))
_CHANGING = {
    Cue.ACTUAL: Measure.ACTUAL,
    Cue.ACHIEVEMENT: Measure.ACHIEVEMENT,
    Cue.AVERAGE: Measure.AVERAGE_ACHIEVEMENT,
    Cue.SPENT: Measure.ABSORPTION,
    Cue.BUDGET: Measure.APPROPRIATION,
    Cue.TARGET: Measure.TARGET,
    Cue.EFFICIENCY: Measure.EFFICIENCY,
    Cue.VALUE: Measure.ACTUAL,
}
_PLAIN_MEASURES = {
    Cue.END_TARGET: Measure.END_TARGET,
    Cue.BENCHMARK: Measure.BENCHMARK,
    Cue.TARGET: Measure.TARGET,
    Cue.PROGRESS: Measure.PROGRESS,
    Cue.AVERAGE: Measure.AVERAGE_ACHIEVEMENT,
    Cue.REMAINDER: Measure.REMAINDER,
    Cue.EFFICIENCY: Measure.EFFICIENCY,
}
_ALSO_MEASURES = {
    Measure.EXPENDITURE: Measure.ABSORPTION,
    Measure.ACTUAL: Measure.ACHIEVEMENT,
    Measure.AVERAGE_ACHIEVEMENT: Measure.AVERAGE_ACHIEVEMENT,
    Measure.REMAINDER: Measure.REMAINDER,
    Measure.EFFICIENCY: Measure.EFFICIENCY,
    Measure.CHANGE: Measure.CHANGE,
    Measure.VARIANCE: Measure.VARIANCE,
    Measure.COUNT: Measure.SHARE,
}


def _is_pointing(text: str, cue: Announced) -> bool:
    """Whether the word only points back or names the other side: "dari realisasi tersebut", "terhadap target …"."""
    before = text[: cue.start].rstrip()
    if cue.cue is Cue.TARGET and before.endswith("terhadap") and not re.match(r"[\s\d]*\x00", text[cue.end :]):
        return True
    return bool(re.match(r"\s+(?:tersebut|di\s?atas)\b", text[cue.end :]) and before.endswith("dari"))


def _is_direct(gap: str) -> bool:
    return bool(
        re.fullmatch(r"(?:\s|sebesar|sekitar|hingga|mencapai|sebanyak|yaitu|kinerja|signifikan|cukup|yang)*", gap)
    )

"""What a figure of running text is about: the subject that its sentence names, or else the one above it."""

import re
from dataclasses import dataclass, field

from saksama.understanding.mentions import Mention, Mentioned
from saksama.understanding.passage_text import Piece
from saksama.understanding.reading import Chapter, Measure, SubjectKind
from saksama.understanding.slots import Slot
from saksama.understanding.text_figures import FigureKind
from saksama.understanding.wording import AGENCY_NAME, HIDDEN

_MONEY = frozenset(
    (Measure.APPROPRIATION, Measure.EXPENDITURE, Measure.ABSORPTION, Measure.REMAINDER, Measure.EFFICIENCY)
)
_SPENDERS = (SubjectKind.PROGRAMME, SubjectKind.ACTIVITY, SubjectKind.SUB_ACTIVITY)
_GROUPS = (SubjectKind.OBJECTIVE, SubjectKind.PROGRAMME, SubjectKind.GOAL)
_MEASURED = (SubjectKind.INDICATOR, SubjectKind.OBJECTIVE, SubjectKind.GOAL)
_THIS = re.compile(
    r"\b(sasaran|indikator|program|kegiatan|sub\s+kegiatan|tujuan)(?:\s+strategis|\s+kinerja)?\s+(?:ini|tersebut)\b"
)
_NAMED = re.compile(
    r"\b(?:sasaran|indikator|program|kegiatan|tujuan|iku)\b(?:\s+(?:strategis|kinerja|utama))?\s*\d{0,2}\s*[:.]?\s*$",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"\bkinerja\s+(?:perangkat\s+daerah|organisasi|instansi)\b|\b(?:keseluruhan|secara\s+umum)\b")
_EVERY = re.compile(r"\b(?:seluruh|semua)\s+(?:sasaran|indikator)\b")
_LINE_HEADING = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2})*|[A-Za-z]|[IVX]{1,4})[.)]\s+[^\n]{4,130}[^.;:,]\.?|[A-Z][^\n.:;\d%]{4,90}"
)
"""A line that heads what follows, though it is no heading of the document."""
_REVENUE = re.compile(r"\b(?:pendapatan\s+asli\s+daerah|retribusi|pajak\s+daerah|\bpad\b)")
_SPENDING = re.compile(
    r"\bbelanja\s+(tidak\s+langsung|langsung|operasi|modal|tidak\s+terduga|pegawai|barang\s+dan\s+jasa)\b"
)
_NEAR = 60
"""A claim so near the beginning of a sentence without a name is about what stands above it."""
_NO_NAME = re.compile(
    r"(?:capaian|pencapaian|capaiannya|kinerja|kinerjanya|realisasi|realisasinya|target|targetnya|tingkat|kemajuan|rata-rata"
    r"|rata|nilai|persentase|prosentase|sebesar|adalah|yaitu|yakni|ialah|mencapai|tercapai|terealisasi|senilai|hanya|telah"
    r"|sudah|baru|dapat|berhasil|mampu|dengan|dari|dan|atau|maka|sehingga|serta|namun|pada|di|tahun|untuk|yang|akhir|sampai|bulan"
    r"|desember|triwulan|iv|iii|ii|i|indikator|sasaran|program|kegiatan|tujuan|strategis|ini|tersebut|itu|angka|hasil|hal"
    r"|mempunyai|memiliki|memperoleh|diperoleh|mendapat|ditetapkan|direncanakan|nasional|provinsi|standar|pembanding|kota"
    r"|kabupaten|badan|dinas|perangkat|daerah|instansi|secara|umum|keseluruhan|berdasarkan|tabel|atas|jika|bila|dibandingkan"
    r"|dibanding|dimana|masuk|dalam|kategori|tinggi|sedang|rendah|baik|sangat|cukup|mengalami|penurunan|peningkatan|kenaikan"
    r"|naik|turun|meningkat|menurun|menjadi|berada|masih|harus|ditingkatkan|diturunkan|realisasi|perencanaan|renstra|periode"
    r"|tepat|sama|lebih|tercatat|melampaui|melebihi|poin|persen|utama|iku|jangka|menengah|sementara|sedangkan|adapun|pula|juga"
    r"|terhadap|bahwa|dilihat|terlihat|selama|anggaran|penyebab|kondisi|awal|final|\d[\d.]*|[\s\x00\x01,.:;()“”\"%–-])*"
)
"""Words around a figure that name no subject."""
_UNKNOWN_SPENDER = re.compile(
    r"\b(?:program|kegiatan)\s+(?!\x00|(?:ini|tersebut|dan|yang|kerja|kegiatan|tahun|pada|dengan|dalam|di|untuk|sebesar|dari|adalah"
    r"|telah|sudah|serta|atau|dilaksanakan|dimaksud|lainnya|pembangunan)\b)[a-z]"
)
_UNKNOWN_MEASURED = re.compile(
    r"\b(?:persentase|presentase|prosentase|indeks|rasio|jumlah|cakupan)\s+(?!\x00|(?:capaian|realisasi|pencapaian|kinerja|target"
    r"|penyerapan|serapan|anggaran|dari|sebesar|ini|tersebut|indikator|rata|kemajuan|yang|adalah|mencapai|pada|tahun|tingkat)\b)[a-z]"
)
"""An indicator that the document lists nowhere."""
_NUMBERED = re.compile(r"\b(sasaran|indikator|tujuan)\s+(?:strategis\s+|kinerja\s+)?(\d{1,2})\b(?!\s*[(.,]?\d)")
_KIND_OF = {
    "sasaran": SubjectKind.OBJECTIVE,
    "indikator": SubjectKind.INDICATOR,
    "program": SubjectKind.PROGRAMME,
    "kegiatan": SubjectKind.ACTIVITY,
    "sub kegiatan": SubjectKind.SUB_ACTIVITY,
    "tujuan": SubjectKind.GOAL,
}
Topic = tuple[SubjectKind, str]
AGENCY: Topic = (SubjectKind.AGENCY, "")


@dataclass(slots=True)
class Surroundings:
    """What was named above a sentence: in headings, in labels, and earlier in its paragraph."""

    mentioned: Mentioned
    splits_spending: bool = False  # direct and indirect spending stand apart in this document
    _headings: tuple[str, ...] = ()
    _from_headings: dict[SubjectKind, str] = field(default_factory=dict)
    _labels: dict[SubjectKind, str] = field(default_factory=dict)
    _earlier: list[Mention] = field(default_factory=list)
    _numbers: dict[tuple[str, int], str] = field(default_factory=dict)
    _text: str = ""

    def enter(self, piece: Piece) -> None:
        """Go on to a paragraph or item: the headings above it, and what it says it is about."""
        if piece.headings != self._headings:
            self._headings = piece.headings
            self._labels = {}
            self._from_headings = {}
            for heading in piece.headings:
                found = self.mentioned.label(heading)
                if found:
                    self._from_headings[found.kind] = found.name
                    self._number(heading, found)
        elif _LINE_HEADING.fullmatch(piece.text.strip()) and not self.mentioned.find(piece.text):
            self._labels = {}
        self._earlier = []
        self._text = piece.text

    def leave(self, sentence: str, mentions: list[Mention], *, is_first: bool) -> None:
        """Remember what a sentence named for the sentences after it."""
        self._earlier += mentions
        if not mentions or not is_first:
            return
        opening = mentions[0]
        is_first_word = not re.sub(r"^\W*(?:\w{1,2}[.)])?\W*", "", sentence[: opening.start])
        is_most = is_first_word and opening.end - opening.start > 0.6 * len(sentence.strip())
        is_label = is_most or _NAMED.search(sentence[: opening.start])
        if is_label and opening.start < 40:
            rank = _ORDER.index(opening.kind)
            self._labels = {kind: name for kind, name in self._labels.items() if _ORDER.index(kind) < rank}
            self._labels[opening.kind] = opening.name
            self._number(sentence, opening)

    def _number(self, text: str, named: Mention) -> None:
        """Remember that "Sasaran 1" is the objective that a heading or label gave this number."""
        found = _NUMBERED.match(text.lower())
        if found and _KIND_OF[found[1]] is named.kind:
            self._numbers[found[1], int(found[2])] = named.name

    def _numbered(self, before: str) -> tuple[bool, Topic | None]:
        """Whether the words before call a subject by its number, and which it is."""
        found = list(_NUMBERED.finditer(before))
        if not found:
            return False, None
        name = self._numbers.get((found[-1][1], int(found[-1][2])))
        return True, (_KIND_OF[found[-1][1]], name) if name else None

    def _is_silent(self, slot: Slot, masked: str) -> bool:
        """Whether the words around a figure name no one: then it is about what stands above. "Penggunaan … mencapai
        50,5%" names another thing, which the document lists nowhere.
        """
        before = re.split(r"[,;:(]", masked[: slot.cue_start])[-1]
        gap = masked[slot.cue_start : slot.figure.start]
        if slot.is_weak and not _NO_NAME.fullmatch(before):
            return False
        return bool(_NO_NAME.fullmatch(re.sub(r"^\W*\w+", "", gap)))

    def topic(
        self, slot: Slot, masked: str, mentions: list[Mention], chapter: Chapter, *, is_orphan: bool
    ) -> Topic | None:
        """The subject of a figure; `None` where nothing says whose it is. `is_orphan`: nothing said whose a figure
        before it is, so that this one may be the same unknown thing's.
        """
        is_sum = slot.measure is Measure.CHANGE and slot.figure.kind is FigureKind.MONEY
        money = slot.measure in _MONEY or is_sum
        special = self._special(masked, slot, money=money)
        if special:
            return special
        before = [mention for mention in mentions if mention.end <= slot.figure.start]
        wanted = _wanted(slot, masked)
        named = _preferred(before, wanted) or _following(mentions, masked, slot)
        spoken = masked[named.end if named and named.end <= slot.figure.start else 0 : slot.figure.start]
        if not money and slot.measure is not Measure.COUNT and _UNKNOWN_MEASURED.search(spoken):
            return None
        if named:
            return named.kind, named.name
        is_numbered, numbered = self._numbered(masked[: slot.figure.start])
        if is_numbered:
            return numbered
        pointed = self._pointed(masked[: slot.figure.start])
        if pointed:
            return pointed
        is_agency = self._is_agency(masked)
        of_agency = money or slot.measure in {Measure.AVERAGE_ACHIEVEMENT, Measure.COUNT}
        is_performance = slot.measure is Measure.ACHIEVEMENT and "kinerja" in masked[slot.cue_start : slot.figure.start]
        if is_agency and (of_agency or is_performance):
            return AGENCY
        names_itself = slot.measure in {Measure.COUNT, Measure.AVERAGE_ACHIEVEMENT}
        if not money and not names_itself and (is_orphan or not self._is_silent(slot, masked)):
            return None
        earlier = _preferred(self._earlier, wanted)
        if earlier:
            return earlier.kind, earlier.name
        if money and _UNKNOWN_SPENDER.search(masked[: slot.figure.start]):
            return None
        return self._above(slot, chapter, money=money)

    def claimed(self, position: int, masked: str, mentions: list[Mention], *, stated: Topic | None) -> Topic | None:
        """The subject of a word that claims something; `stated` is that of the figure before it."""
        before = [mention for mention in mentions if mention.end <= position]
        named = _preferred(before, _MEASURED)
        if named:
            return named.kind, named.name
        is_numbered, numbered = self._numbered(masked[:position])
        if is_numbered:
            return numbered
        pointed = self._pointed(masked[:position])
        if pointed:
            return pointed
        if stated:
            return stated
        if self._is_agency(masked):
            return AGENCY
        if _EVERY.search(masked):
            return self._inner(_GROUPS) or AGENCY
        earlier = _preferred(self._earlier, _MEASURED)
        if earlier:
            return earlier.kind, earlier.name
        return self._inner() if position < _NEAR or HIDDEN in masked else None

    def _is_agency(self, masked: str) -> bool:
        return AGENCY_NAME in masked or bool(_WHOLE.search(masked))

    def _special(self, masked: str, slot: Slot, *, money: bool) -> Topic | None:
        """Revenue and, where the document or the sentence sets them apart, the kinds of spending."""
        if _REVENUE.search(masked) and slot.measure in {Measure.TARGET, Measure.ACTUAL, Measure.ACHIEVEMENT}:
            return SubjectKind.OTHER, "pendapatan asli daerah"
        spending = list(_SPENDING.finditer(masked)) if money else []
        if self.splits_spending or len({each[1] for each in spending}) > 1:
            found = [each for each in spending if each.end() <= slot.figure.start]
            if found:
                return SubjectKind.OTHER, " ".join(found[-1][0].split())
        return None

    def _pointed(self, before: str) -> Topic | None:
        """ "sasaran ini", "program tersebut": the last of its kind that was named."""
        found = list(_THIS.finditer(before))
        if not found:
            return None
        kind = _KIND_OF[" ".join(found[-1][1].split())]
        earlier = [mention.name for mention in self._earlier if mention.kind is kind]
        name = earlier[-1] if earlier else self._labels.get(kind) or self._from_headings.get(kind)
        return (kind, name) if name else None

    def _inner(self, kinds: tuple[SubjectKind, ...] = ()) -> Topic | None:
        for above in (self._labels, self._from_headings):
            for kind in kinds or (*_MEASURED, *_SPENDERS):
                if kind in above:
                    return kind, above[kind]
        return None

    def _above(self, slot: Slot, chapter: Chapter, *, money: bool) -> Topic | None:
        inner = self._inner((*_SPENDERS, *_MEASURED) if money else ())
        if slot.measure is Measure.AVERAGE_ACHIEVEMENT:
            objective = self._labels.get(SubjectKind.OBJECTIVE) or self._from_headings.get(SubjectKind.OBJECTIVE)
            return (SubjectKind.OBJECTIVE, objective) if objective else AGENCY
        if inner and not (money and chapter is Chapter.BUDGET and not self._labels):
            return inner
        if money or slot.measure is Measure.COUNT:
            return AGENCY
        is_whole = slot.measure in {Measure.ACHIEVEMENT, Measure.ACTUAL} and slot.figure.text.rstrip().endswith("%")
        is_change = slot.measure is Measure.CHANGE and slot.aspect == Measure.ACHIEVEMENT.value
        return AGENCY if (is_whole or is_change) and "kinerja" in self._text.lower() else None


_ORDER = (
    SubjectKind.GOAL,
    SubjectKind.OBJECTIVE,
    SubjectKind.INDICATOR,
    SubjectKind.PROGRAMME,
    SubjectKind.ACTIVITY,
    SubjectKind.SUB_ACTIVITY,
    SubjectKind.AGENCY,
    SubjectKind.OTHER,
)


def _wanted(slot: Slot, masked: str) -> tuple[SubjectKind, ...]:
    """The kinds of subject that such a figure is usually about."""
    if slot.measure is not Measure.COUNT:
        return _SPENDERS if slot.measure in _MONEY else _MEASURED
    if "kegiatan" not in slot.aspect:
        return _GROUPS
    # "Dari total kegiatan sebanyak 8" sums up what was said of several programmes.
    return _MEASURED if "total" in masked[: slot.figure.start] else _SPENDERS


def _preferred(mentions: list[Mention], wanted: tuple[SubjectKind, ...]) -> Mention | None:
    """The last mention of a wanted kind, or else the last."""
    fitting = [mention for mention in mentions if mention.kind in wanted]
    return (fitting or mentions)[-1] if mentions else None


def _following(mentions: list[Mention], masked: str, slot: Slot) -> Mention | None:
    """ "tercapai 95% untuk indikator …": a subject right after the figure."""
    for mention in mentions:
        between = masked[slot.figure.end : mention.start]
        if mention.start >= slot.figure.end and re.fullmatch(
            r"\s*(?:untuk|pada|oleh|bagi)\s+(?:(?:indikator|sasaran|program|kegiatan)\s+)?[“\"]?", between
        ):
            return mention
    return None

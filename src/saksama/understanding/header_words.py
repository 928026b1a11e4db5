"""What the words of a table's header say: the role of a column, its domain, its labels."""

import re
import unicodedata
from enum import Enum
from functools import lru_cache

from saksama.understanding.letter_spacing import mended, unspaced
from saksama.understanding.reading import Measure, SubjectKind


class Role(Enum):
    """What a column's figures are to each other, whether of performance or of money."""

    PLANNED = "planned"
    DONE = "done"
    RATIO = "ratio"
    LEFT = "left"


class Domain(Enum):
    """What a column's figures are about."""

    PERFORMANCE = "performance"
    MONEY = "money"


MEASURES: dict[tuple[Role, Domain], Measure] = {
    (Role.PLANNED, Domain.PERFORMANCE): Measure.TARGET,
    (Role.PLANNED, Domain.MONEY): Measure.APPROPRIATION,
    (Role.DONE, Domain.PERFORMANCE): Measure.ACTUAL,
    (Role.DONE, Domain.MONEY): Measure.EXPENDITURE,
    (Role.RATIO, Domain.PERFORMANCE): Measure.ACHIEVEMENT,
    (Role.RATIO, Domain.MONEY): Measure.ABSORPTION,
    (Role.LEFT, Domain.PERFORMANCE): Measure.VARIANCE,
    (Role.LEFT, Domain.MONEY): Measure.REMAINDER,
}

_REALISED = r"\brea?l+[ie]+[sz]?[ai]*[sz]?[ai]*s+i\b|\brealiasi\b|\brealisas\b"
_PERCENT = r"(?:p[eor]{2}se[nt]*tase|prosentasi|persentasi|presentasi|persen|%)"
_ACHIEVED = r"(?:pen)?c[ap]*[ai]*p?a?ian|(?:pen)?capain"

ROLE_WORDS: tuple[tuple[re.Pattern[str], Role, int], ...] = tuple(
    (re.compile(pattern), role, points)
    for pattern, role, points in (
        (rf"(?:{_PERCENT}|tingkat|nilai)\s*(?:{_ACHIEVED}|realisasi|(?:pe)?nyerapan|serapan)", Role.RATIO, 9),
        (rf"^(?:{_PERCENT}|\(%\))$", Role.RATIO, 7),
        (rf"{_ACHIEVED}", Role.RATIO, 5),
        (rf"{_PERCENT}", Role.RATIO, 2),
        (_REALISED, Role.DONE, 6),
        (r"\bhasil\b|penggunaan|\bterealisasi\b|\bpengeluaran\b", Role.DONE, 3),
        (r"\btar[gt]+et\b|\brencana\b|\bditargetkan\b|\btagret\b", Role.PLANNED, 6),
        (r"\bpagu\b|\balokasi\b|\bplafon\b|\bdppa?\b", Role.PLANNED, 6),
        (r"\bang+aran\b|\bapbd\b|\bdana\b", Role.PLANNED, 2),
        (r"\bsisa\b|\bselisih\b|\bdeviasi\b|\bgap\b|kesenjangan|\bsaldo\b|lebih.{0,6}kurang|penghematan", Role.LEFT, 9),
    )
)
DOMAIN_WORDS: tuple[tuple[re.Pattern[str], Domain, int], ...] = tuple(
    (re.compile(pattern), domain, points)
    for pattern, domain, points in (
        (r"\bang+aran\b|\bkeuangan\b|\bpagu\b|\bbelanja\b|\bdana\b|\balokasi\b|\bdppa?\b", Domain.MONEY, 5),
        (r"\brp\b|\brupiah\b|serapan|penyerapan", Domain.MONEY, 5),
        (r"\bkinerja\b|\bindikator\b|\bsasaran\b|\boutput\b|\boutcome\b|\bvolume\b|^k$|^vol$", Domain.PERFORMANCE, 3),
        (rf"\btarget\b|{_ACHIEVED}", Domain.PERFORMANCE, 1),
    )
)
FIXED_WORDS: tuple[tuple[re.Pattern[str], Measure, int], ...] = tuple(
    (re.compile(pattern), measure, points)
    for pattern, measure, points in (
        (r"\bdata (?:awal|dasar)\b|\bkondisi awal\b|\bbase ?line\b|\btahun dasar\b", Measure.BASELINE, 14),
        (
            r"target.{0,90}akhir periode|target.{0,12}(?:akhir|jangka menengah)|akhir renstra",
            Measure.END_TARGET,
            13,
        ),
        (r"kondisi akhir|akhir periode", Measure.END_TARGET, 13),
        (r"kemajuan|\bprogres+\b", Measure.PROGRESS, 14),
        (rf"(?:{_ACHIEVED}).{{0,30}}(?:jangka menengah|akhir (?:renstra|rpjmd|periode))", Measure.PROGRESS, 12),
        (rf"rata\W{{0,2}}rata.{{0,12}}(?:{_ACHIEVED}|dibatasi|kinerja)", Measure.AVERAGE_ACHIEVEMENT, 14),
        (r"\befisien(?:si)?\b", Measure.EFFICIENCY, 14),
        (r"serapan|penyerapan", Measure.ABSORPTION, 13),
        (
            r"kenaikan|penurunan|pertumbuhan|bertambah|berkurang|naik ?/|perubahan.{0,12}\d{4}|^perubahan$",
            Measure.CHANGE,
            12,
        ),
        (r"standar(?:t|d)? (?:nasional|pelayanan)|pembanding|\bspm\b|benchmark|^nasional$", Measure.BENCHMARK, 5),
        (r"\bjumlah\b|\bbanyak|\bterukur\b|\bvolume\b|^jml\b", Measure.COUNT, 4),
        (r"\bfisik\b", Measure.OTHER, 14),
        (r"\bbobot\b|\bproporsi\b|\bkontribusi\b|\bporsi\b", Measure.SHARE, 8),
    )
)
RATING_WORDS = re.compile(
    r"peringkat|kategori|predikat|\bkriteria\b|interpretasi|simpulan|\bpenilaian\b|\bstatus\b|^ket(?:erangan)?\b"
    r"|pencapaian$|kualifikasi"
)

LABEL_WORDS: tuple[tuple[re.Pattern[str], SubjectKind | None], ...] = tuple(
    (re.compile(pattern), kind)
    for pattern, kind in (
        (r"^(?:tujuan|sasaran|program|kegiatan)[^/]*/\s*indikator", SubjectKind.INDICATOR),
        (r"indi[ck]ator|^iku\b|^ikk\b|ukuran (?:kinerja|keberhasilan)", SubjectKind.INDICATOR),
        (r"sasaran", SubjectKind.OBJECTIVE),
        (r"tujuan|\bmisi\b", SubjectKind.GOAL),
        (r"program", SubjectKind.PROGRAMME),
        (r"^sub[ -]?kegiatan", SubjectKind.SUB_ACTIVITY),
        (r"kegiatan|aktivitas", SubjectKind.ACTIVITY),
        (r"uraian|nama|jenis|unsur|kelompok|rincian|bidang|belanja|urusan|pembanding|komponen", SubjectKind.OTHER),
    )
)
NUMBER_WORDS = re.compile(r"no\.?(?: ?urut)?|nomor|#")
CODE_WORDS = re.compile(r"kode(?: rek(?:ening)?\.?)?.{0,30}|no\.? ?rek(?:ening)?\.?")
UNIT_WORDS = re.compile(r"satuan|unit|sat\.?")
UNIT_IN_BRACKETS = re.compile(
    r"\(\s*(?:dalam\s+)?(?P<unit>%|persen|(?:ribu|juta|mil[iy]ar)?(?:an)?\s*(?:rp\.?|rupiah)"
    r"(?:\s*(?:ribu|juta|mil[iy]ar))?|poin|x|[a-z]{1,10})\s*\)"
)
PERIOD_TEXT = re.compile(
    r"(?:th\.?|tahun|t\.?a\.?|tw\.?|triwulan|semester|smt|s\.?\s?/?d\.?|sampai dengan|\(|\)|n|[-+]\s?\d|20\d\d"
    r"|\b(?:jan|feb|mar|apr|mei|jun|jul|agu|sep|okt|nov|des)[a-z]*\b|bulan|\bi{1,3}\b|\biv\b|\b[1-4]\b|%|rp\.?|k|[\s.,:/–-]|ke)+"
)


_CUT_WORDS = frozenset(
    [
        "target",
        "realisasi",
        "capaian",
        "anggaran",
        "pagu",
        "indikator",
        "persentase",
        "sasaran",
        "program",
        "kegiatan",
        "keterangan",
        "satuan",
        "efisiensi",
        "penyerapan",
        "serapan",
        "uraian",
        "kinerja",
        "predikat",
        "tahun",
        "jumlah",
        "triwulan",
    ]
)
"""Words that narrow columns break: "Targ et"."""


@lru_cache(maxsize=4096)
def header_text(text: str) -> str:
    """A header's text to compare words with: one spelling of letters, spaces and words broken at a line's end."""
    plain = unicodedata.normalize("NFKC", text).lower()
    words = " ".join(re.sub(r"(?<=[a-z])-\n(?=[a-z])", "", plain).split())
    return mended(unspaced(words), _CUT_WORDS)


@lru_cache(maxsize=4096)
def label_kind(text: str) -> tuple[bool, SubjectKind | None]:
    """Whether a header names what its rows are about, and what that is; the last of several levels wins."""
    plain = header_text(text)
    for pattern, kind in LABEL_WORDS:
        if pattern.search(plain):
            return True, kind
    return False, None


@lru_cache(maxsize=4096)
def is_header_like(text: str) -> bool:
    """Whether a cell reads as a header: known words, a period or a unit, and not a sentence."""
    plain = header_text(text)
    if not plain or len(plain) > 90:
        return False
    if PERIOD_TEXT.fullmatch(plain) or NUMBER_WORDS.fullmatch(plain) or UNIT_WORDS.fullmatch(plain):
        return True
    if CODE_WORDS.fullmatch(plain) or (RATING_WORDS.search(plain) and len(plain) < 40):
        return True
    tables = (ROLE_WORDS, FIXED_WORDS, DOMAIN_WORDS)
    if len(plain) < 70 and any(pattern.search(plain) for table in tables for pattern, *_ in table):
        return True
    return len(plain) < 60 and label_kind(text)[0]

"""The figures in a sentence: what they are, how they can be read, and which numbers are no facts at all."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from saksama.kernel.figures import Blank, Figure, read_figure
from saksama.understanding.number_words import WRITTEN_NUMBER, in_digits


class FigureKind(Enum):
    """What a figure in a sentence is, as far as its own marks say."""

    MONEY = "money"
    PERCENT = "percent"
    POINTS = "points"
    COUNT = "count"  # of things whose number a report states: indicators, programmes …
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class TextFigure:
    """A figure at `start` to `end` of its sentence. `counted` is what a count counts ("indikator")."""

    start: int
    end: int
    text: str
    kind: FigureKind
    readings: tuple[Figure, ...]
    blank: Blank | None = None
    counted: str = ""
    is_linkable: bool = True  # false for ranges and terms of a formula
    opens: bool = False  # "2 Indikator Kinerja": a number before a title, not a count


@dataclass(frozen=True, slots=True)
class YearMark:
    """A year that a sentence names, or the years of a plan ("2018–2023")."""

    start: int
    end: int
    year: int
    until: int | None = None


_SCALE = r"(?:ribu|juta|miliar|milyar|triliun|trilyun)"
_POINTS = r"(?:poin(?:t)?(?:\s*(?:persen(?:tase)?|%))?|(?:persen|%)\s*poin(?:t)?)"
_NUMBER = re.compile(
    rf"""(?=[\dRr–−-])(?P<rupiah>(?<![A-Za-z])Rp\.?\s*)?
        (?P<minus>(?<![\w)\d])[-–−])?
        (?P<digits>\d{{1,3}},\s\d{{1,2}}(?=\s*%)|\d[\d.,]*\d|\d)
        (?P<money>\s?[.,]-)?
        (?:\s?(?P<scale>{_SCALE})\b)?
        (?:\s?(?P<points>{_POINTS})(?![a-z])|\s*(?P<percent>%(?:\s*%)*|persen\b|prosen\b)|\s*(?P<rupiahs>rupiah)\b)?""",
    re.IGNORECASE | re.VERBOSE,
)
COUNTED = (
    r"(?:indikator(?:\s+kinerja)?(?:\s+(?:utama|sasaran|tujuan|program|kegiatan)(?!\s+(?:ini|tersebut)))?|sasaran(?:\s+strategis)?|tujuan"
    r"|kegiatan\s*/\s*sub[\s-]?kegiatan|program\s*/\s*kegiatan|sub[\s-]?kegiatan|kegiatan|program|iku)"
)
_COUNT_NOUN = re.compile(rf"\s*(?:\([^()\d]{{3,40}}\)\s*)?(?:buah\s+|jenis\s+)?({COUNTED})\b", re.IGNORECASE)
_IN_WORDS = re.compile(r"\s*\(([a-z ]{3,60})\)", re.IGNORECASE)
_MONTH = r"(?:januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember)"
_DATE = re.compile(rf"\d{{1,2}}\s+{_MONTH}(?:\s+\d{{4}})?|\d{{1,2}}[-/]\d{{1,2}}[-/]\d{{2,4}}", re.IGNORECASE)
_PLAN = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*(?:[-–—−/]|s\.?/?d\.?|sampai(?:\s+dengan)?)\s*(20\d\d)(?![\d.,]\d)")
_YEAR = re.compile(r"(?:19[4-9]\d|20[0-4]\d)")
_SOLE_YEAR = re.compile(r"(?<![\d.,/])(?:19[4-9]\d|20[0-4]\d)(?![\d/%]|[.,]\d|\s*%)")
_LAW = re.compile(
    r"\b(?:nomor|no\.?|uu|pp|perda|perpres|perwal(?:i)?|perbup|pergub|inpres|keppres|pm|per|kep|sk)[\s.:]*"
    r"(?:no(?:mor)?[\s.:]*)?[\w./-]*\d[\w./-]*(?:\s+tahun\s+\d{4})?",
    re.IGNORECASE,
)
_SUBJECT_NUMBER = re.compile(
    r"\b(?:nomor|no|pasal|ayat|angka|huruf|bab|tabel|gambar|grafik|diagram|lampiran|formulir|halaman|hal|hlm|kolom|baris"
    r"|triwulan|tw|semester|eselon|golongan|rt|rw|telp|telepon|fax|faks|nip|kode|kode pos|misi|tujuan|sasaran|sasaran"
    r" strategis|indikator|indikator kinerja|iku|program|kegiatan|unsur|ke|pukul|lantai|pilar|jalan|dimensi|level|tipe)"
    r"[\s.:(-]*$",
    re.IGNORECASE,
)
_PERSONAL = re.compile(
    r"\b(?:nip|telp|telepon|fax|faks|hp)\b[\s.:]*[\d(][\d\s()/-]{4,}\d|(?<!\d)(?:19|20)\d{6}\s\d{6}\s\d\s\d{3}(?!\d)"
    r"|\d+\s+\([a-z ]+\)\s+tahun\b",
    re.IGNORECASE,
)
"""Numbers of persons and telephones, and spans of time ("1 (satu) tahun")."""
_NEAR = 60
_CODE = re.compile(r"\d+(?:\.\d{1,2}){2,}(?:\.\d+)*|0\d+|\d{9,}")
_OPERATOR = re.compile(r"[x×*÷/+=:]\s*$")
_OPERATOR_AFTER = re.compile(r"\s*(?:[×*÷+=]|x\s*\d|/\s*\d)")
_RANGE_AFTER = re.compile(r"\s*[-–—]\s*\d")
_RANGE_BEFORE = re.compile(r"\d\s*%?\s*[-–—]\s*$")
_AMOUNT_BEFORE = re.compile(r"(?:sebesar|sebanyak|sejumlah|senilai)\s*$", re.IGNORECASE)


def years(sentence: str) -> list[YearMark]:
    """Every year that a sentence names, those of laws left out."""
    laws = [found.span() for found in _LAW.finditer(sentence)]
    plans = [YearMark(*found.span(), int(found[1]), int(found[2])) for found in _PLAN.finditer(sentence)]
    taken = [*laws, *((plan.start, plan.end) for plan in plans)]
    marks = [plan for plan in plans if not _within(plan.start, laws)]
    marks += [
        YearMark(*found.span(), int(found[0]))
        for found in _SOLE_YEAR.finditer(sentence)
        if not _within(found.start(), taken) and not _is_amount(sentence, found)
    ]
    return sorted(marks, key=lambda mark: mark.start)


def figures(sentence: str) -> list[TextFigure]:
    """The figures of a sentence in order; years, dates, laws, numbering, codes and references are none."""
    if not re.search(r"\d", sentence) and not WRITTEN_NUMBER.search(sentence):
        return []
    skipped = [found.span() for pattern in (_LAW, _DATE, _PLAN, _PERSONAL) for found in pattern.finditer(sentence)]
    found = [figure for match in _NUMBER.finditer(sentence) for figure in _figure(sentence, match, skipped)]
    found += _written(sentence, found)
    return sorted(found, key=lambda figure: figure.start)


def _within(position: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= position < end for start, end in spans)


def _is_amount(sentence: str, found: re.Match[str]) -> bool:
    before = _before(sentence, found.start())
    return bool(_AMOUNT_BEFORE.search(before) or re.search(r"Rp\.?\s*$", before))


def _figure(sentence: str, found: re.Match[str], skipped: list[tuple[int, int]]) -> Iterator[TextFigure]:
    start, end = found.span()
    before, digits = _before(sentence, start), found["digits"]
    has_unit = bool(found["rupiah"] or found["money"] or found["percent"] or found["points"] or found["scale"])
    if _within(found.start("digits"), skipped) or _is_glued(sentence, found):
        return
    if not has_unit and _is_reference(sentence, before, digits, end):
        return
    noun = None if has_unit or not digits.isdecimal() else _COUNT_NOUN.match(sentence, end)
    words = _IN_WORDS.match(sentence, end) if digits.isdecimal() else None
    if words and in_digits(words[1]) is not None:
        end = words.end()
    else:
        words = None
    text = sentence[start:end].strip()
    start += len(sentence[start:end]) - len(sentence[start:end].lstrip())
    readings, blank = _readings(text, found, words)
    is_term = bool(_OPERATOR.search(before) and not before.rstrip().endswith(":")) or bool(
        _OPERATOR_AFTER.match(sentence, end)
    )
    is_range = bool(_RANGE_AFTER.match(sentence, end) or _RANGE_BEFORE.search(before))
    yield TextFigure(
        start=start,
        end=start + len(text),
        text=text,
        kind=_kind(found, noun),
        readings=readings,
        blank=blank,
        counted=spelled(noun[1]) if noun else "",
        is_linkable=not is_term and not is_range,
        opens=bool(noun and not words and not before.strip() and noun[1][0].isupper()),
    )


def _before(sentence: str, start: int) -> str:
    """What stands shortly before a number: all that decides about it."""
    return sentence[max(0, start - _NEAR) : start]


def _after(sentence: str, end: int) -> str:
    """What stands shortly after a number."""
    return sentence[end : end + _NEAR]


def _is_glued(sentence: str, found: re.Match[str]) -> bool:
    """Whether the digits are part of a word: "P4GN", "COVID-19", "2D"."""
    start, end = found.start("digits"), found.end()
    before = _before(sentence, start)
    if found["rupiah"]:
        return False
    is_after_word = bool(re.search(r"[^\W\d_]$|[^\W\d_][-–/.]$|\d$", before)) and not re.search(r"(?i)tahun$", before)
    return is_after_word or bool(re.match(r"[^\W\d_]", _after(sentence, end)))


def _is_reference(sentence: str, before: str, digits: str, end: int) -> bool:
    """Whether a bare number is a year, a place in the document, a code or the number of a list."""
    if _CODE.fullmatch(digits):
        return True
    if _YEAR.fullmatch(digits) and not _AMOUNT_BEFORE.search(before):
        return True
    is_small = bool(re.fullmatch(r"\d{1,2}(?:\.\d{1,2})?|\d{3}", digits))
    if is_small and _SUBJECT_NUMBER.search(before):
        return True
    if not digits.isdecimal() or len(digits) > 2:
        return False
    if (
        re.fullmatch(r"\s*\.\s*", _after(sentence, end))
        and int(digits) <= 20
        and re.search(r"(?:^|[:;.,]|\bdan)\s*$", before)
    ):
        return True  # "… adalah: 1." and the rest in the next line
    is_list = bool(re.match(r"\s*[.)](?:\s|$)", _after(sentence, end))) and (
        not before.strip(" (") or sentence[end] == ")"
    )
    is_bracketed = before.endswith("(") and sentence[end : end + 1] == ")" and int(digits) <= 20
    return is_bracketed or (is_list and not before.rstrip().endswith("("))


def _readings(text: str, found: re.Match[str], words: re.Match[str] | None) -> tuple[tuple[Figure, ...], Blank | None]:
    if words:
        count, written = Decimal(found["digits"]), in_digits(words[1])
        values = dict.fromkeys((count, Decimal(written if written is not None else count)))
        return tuple(Figure(text, value, 0) for value in values), None
    result = read_figure(re.sub(r"(?<=\d)([.,])\s+(?=\d)", r"\1", text))
    if isinstance(result, Blank):
        return (), result
    unit = "poin" if found["points"] else ""
    return tuple(Figure(text, each.value, each.decimals, unit or each.unit, each.scale) for each in result), None


def _kind(found: re.Match[str], noun: re.Match[str] | None) -> FigureKind:
    if found["rupiah"] or found["money"] or found["rupiahs"]:
        return FigureKind.MONEY
    if found["points"]:
        return FigureKind.POINTS
    if found["percent"]:
        return FigureKind.PERCENT
    return FigureKind.COUNT if noun else FigureKind.PLAIN


def spelled(text: str) -> str:
    """What is counted, in one spelling: "sasaran strategis" is "sasaran", "indikator kinerja" is "indikator"."""
    words = re.sub(r"[\s/-]+", " ", text.lower()).replace("subkegiatan", "sub kegiatan").strip()
    words = {"sasaran strategis": "sasaran", "indikator kinerja": "indikator", "iku": "indikator kinerja utama"}.get(
        words, words
    )
    return re.sub(r"^indikator kinerja (?=sasaran|tujuan|program|kegiatan)", "indikator ", words)


def _written(sentence: str, found: list[TextFigure]) -> Iterator[TextFigure]:
    """Counts that stand in words only: "dua sasaran strategis"."""
    taken = [(figure.start, figure.end) for figure in found]
    for words in WRITTEN_NUMBER.finditer(sentence):
        noun = _COUNT_NOUN.match(sentence, words.end())
        value = in_digits(words[0])
        is_idiom = re.search(r"(?i)\bsalah\s*$", _before(sentence, words.start()))
        if noun and value is not None and not is_idiom and not _within(words.start(), taken):
            figure = Figure(words[0], Decimal(value), 0)
            yield TextFigure(*words.span(), words[0], FigureKind.COUNT, (figure,), counted=spelled(noun[1]))

"""The words of a sentence that claim something of figures: direction, target reached or missed, efficiency, rating."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from saksama.kernel.provenance import Place
from saksama.understanding.reading import ReadScale


@dataclass(frozen=True, slots=True)
class ClaimWord:
    """A claim at `start` to `end` of its sentence. `of_end` says that it is about the end target of the plan."""

    start: int
    end: int
    word: str
    is_rating: bool = False
    is_all: bool = False
    of_end: bool = False


_NO = r"(?:tidak|belum|bukan|kurang|gagal)"
_WISH = re.compile(
    r"\b(?:harus|perlu|akan|agar|untuk|dapat|diharapkan|upaya|guna|semakin|cenderung|bila|jika|apabila|kalau|supaya|dalam"
    r"\s+rangka|bagi|masih)\s+(?:\w+\s+)?$"
)
_OF_SOME = re.compile(r"(?<!\x00)\s+yang\s+(?:masih\s+)?$")
"""What is said of those "yang belum tercapai" is said of no one by name."""
_PATTERNS: tuple[tuple[str, str], ...] = (
    ("tercapai", r"mencapai\s+atau\s+melampaui\s+target"),
    (
        "belum",
        (
            rf"{_NO}\s+(?:dapat\s+|mampu\s+|berhasil\s+|bisa\s+)*(?:mencapai|memenuhi|melampaui)\s+(?:capaian\s+)?target"
            rf"|target(?:nya)?(?:\s+\w+){{0,3}}?\s+{_NO}\s+(?:dapat\s+)?(?:tercapai|terpenuhi)|(?:belum|tidak)\s+tercapai"
            r"|kurang\s+dari\s+(?:yang\s+ditargetkan|target)|(?:masih\s+)?di\s?bawah\s+target"
        ),
    ),
    ("di atas target", r"lebih\s+(?:tinggi|besar)\s+dari(?:pada)?\s+target"),
    ("di bawah target", r"lebih\s+(?:rendah|kecil)\s+dari(?:pada)?\s+target"),
    ("melampaui", r"(?:melampaui|melebihi)\s+(?:capaian\s+|dari\s+)?target|terlampaui|di\s?atas\s+target"),
    (
        "tercapai",
        (
            r"(?:mencapai|memenuhi|lebih\s+baik\s+dari(?:pada)?)\s+(?:capaian\s+)?target|(?:sesuai|sama)\s+dengan\s+target"
            r"|target(?:nya)?(?:\s+akhir)?(?:\s+periode)?(?:\s+(?:telah|sudah|dapat|berhasil))*\s+(?:tercapai|terpenuhi)"
            r"|(?:telah|sudah)\s+(?:berhasil\s+)?tercapai(?!\s+(?:sebesar|\x00))|berhasil\s+tercapai"
        ),
    ),
    ("membaik", r"kinerja(?:nya)?\s+(?:membaik|meningkat)|membaik\s+(?:dari|daripada|dibanding\w*)"),
    ("memburuk", r"kinerja(?:nya)?\s+(?:memburuk|menurun)"),
    (
        "naik",
        (
            r"(?:mengalami|terjadi)\s+(?:\w+\s+)?(?:kenaikan|peningkatan)"
            r"|(?<!\w)(?:naik|meningkat)(?!\w)"
        ),
    ),
    (
        "turun",
        r"(?:mengalami|terjadi)\s+(?:\w+\s+)?penurunan|(?<!\w)(?:turun|menurun)(?!\w)",
    ),
    ("tetap", r"realisasi(?:nya)?\s+tetap"),
    (
        "tidak efisien",
        (
            rf"{_NO}\s+(?:cukup\s+|dinilai\s+|dapat\s+|dikatakan\s+|disebut\s+)*efisien(?!si)"
            rf"|{_NO}\s+(?:ada\s+|adanya\s+|terdapat\s+|terjadi\s+|merupakan\s+)?efisiensi"
        ),
    ),
    (
        "efisien",
        (
            rf"(?:dinilai|dikatakan|sudah|telah|cukup|sangat|lebih)\s+(?:(?!{_NO}\s)\w+\s+)?efisien(?!si)"
            r"|(?:ada|adanya|terdapat|terjadi|sudah\s+ada)\s+efisiensi"
        ),
    ),
)
_WHERE = {"melampaui": "di atas target", "belum": "di bawah target"}
_STANDS = re.compile(r"\b(?:berada|berselisih|selisih\w*)\s+(?:sebesar\s+)?(?:\x00+\s*%?\s*(?:[^\W\d_]+\s+){0,3})?$")
"""Before "di atas target": where the actual stands, which is no better and no worse in itself."""
_CLAIM = re.compile(
    "|".join(f"(?P<g{place}>(?<!\\w)(?:{pattern})(?!\\w))" for place, (_, pattern) in enumerate(_PATTERNS))
)
_WORTH = re.compile(r"target|capai|lampaui|kinerja|baik|naik|turun|nurun|ningkat|efisien|tetap")
"""No claim is without one of these: most sentences need no closer look."""
_MEASURED = re.compile(r"\b(?:realisasi|capaian|nilai\w*|indeks|angka|persentase|serapan)\b[^,;.]{0,40}$|\x00\W*$")
_EVERY = re.compile(r"\b(?:seluruh|semua|semuanya|seluruhnya|setiap|masing-masing)\b[^,;.]{0,60}$")
_LEXICON = (
    *("sangat baik", "sangat tinggi", "sangat berhasil", "sangat tercapai", "sangat rendah", "cukup baik"),
    *("cukup berhasil", "kurang baik", "kurang berhasil", "tidak berhasil", "tidak baik", "memuaskan", "baik"),
    *("tinggi", "sedang", "cukup", "rendah", "kurang", "berhasil"),
)
"""Classes that reports name where they print no scale with them."""
_INTRODUCES = (
    r"(?:kategori|predikat|kriteria|peringkat|kualifikasi|mutu\s+pelayanan|nilai\s+mutu|interpretasi)"
    r"(?:\s+(?:capaian|kinerja|pencapaian|pelayanan|adalah|yaitu|yang))*\s*[:=]?\s*"
)
_SAID = (
    r"(?:dikatakan|dinyatakan|tergolong|termasuk|dikategorikan|dinilai|berpredikat)\s+"
    r"(?:(?:dalam|sebagai|ke|telah|sudah)\s+)*"
)
_RATES = re.compile(
    r"kategori|predikat|kriteria|peringkat|kualifikasi|mutu|interpretasi|dikata|dinyata|golong|termasuk|dinilai"
)


def claims(masked: str, scale: ReadScale | None, *, has_figures: bool) -> Iterator[ClaimWord]:
    """The claims of a masked sentence, in order. What is only wished, planned or feared claims nothing."""
    found = list(_ratings(masked, scale))
    taken = [(each.start, each.end) for each in found]
    for match in _CLAIM.finditer(masked) if _WORTH.search(masked) else ():
        if any(start < match.end() and match.start() < end for start, end in taken) or not match.lastgroup:
            continue
        word = _PATTERNS[int(match.lastgroup[1:])][0]
        before = masked[: match.start()]
        if _OF_SOME.search(before) or "sebagian" in before:
            continue
        if _WISH.search(before) and not match[0].startswith(("masih", "belum", "tidak", "dikatakan", "dinilai")):
            continue
        if word in {"naik", "turun"} and not _is_asserted(masked, match, has_figures=has_figures):
            continue
        if word in _WHERE and re.search(r"di\s?(?:atas|bawah)", match[0]) and _STANDS.search(before):
            word = _WHERE[word]
        of_end = "akhir" in match[0] or bool(re.match(r"\s+(?:akhir|jangka)", masked[match.end() :]))
        found.append(ClaimWord(*match.span(), word, is_all=bool(_EVERY.search(before)), of_end=of_end))
    return iter(sorted(found, key=lambda each: each.start))


def _is_asserted(masked: str, found: re.Match[str], *, has_figures: bool) -> bool:
    """Whether "meningkat" says what a figure did: with figures beside it, or of a subject right before it."""
    before = masked[: found.start()]
    is_measured = _MEASURED.search(before)
    follows = re.match(r"[^.;]{0,60}\x00", masked[found.end() :])
    return bool((has_figures and follows) or is_measured)


def _ratings(masked: str, scale: ReadScale | None) -> Iterator[ClaimWord]:
    """The classes that the sentence names after "kategori", "predikat", "dikatakan" …, in the scale's own words."""
    pattern, words, stated = _vocabulary(scale.rows if scale else ())
    for found in pattern.finditer(masked) if _RATES.search(masked) else ():
        word = " ".join(found["word"].split())
        negated = re.search(r"\b(?:tidak|belum|bukan)\s+(?:dapat\s+)?(?:\w+\s+)?$", masked[: found.start()])
        is_named = bool(re.search(_INTRODUCES, found[0])) or word in stated
        # "dinilai baik untuk …" rates nothing; "dikatakan Sedang." does.
        is_final = re.match(r"[”\"’']?\s*(?:$|[.,;()])", masked[found.end() :])
        if not negated and (is_named or is_final):
            yield ClaimWord(found.start("word"), found.end("word"), words[word], is_rating=True)


@lru_cache(maxsize=16)
def _vocabulary(rows: tuple[tuple[str, str, Place], ...]) -> tuple[re.Pattern[str], dict[str, str], frozenset[str]]:
    """The pattern of a rating, the class that each word leads to, and the words that the scale itself prints."""
    stated = dict(_classes(rows))
    words = {**{lexical: lexical for lexical in _LEXICON}, **stated}
    named = "|".join(
        re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=lambda each: (-len(each), each))
    )
    pattern = re.compile(rf"(?:{_INTRODUCES}|{_SAID}{_INTRODUCES}|{_SAID})[“\"‘']?(?P<word>{named})(?!\w)")
    return pattern, words, frozenset(stated)


def _classes(rows: tuple[tuple[str, str, Place], ...]) -> Iterator[tuple[str, str]]:
    """The words of each class and of each of its alternatives ("Tercapai/berhasil"), leading to the class."""
    for _, word, _ in rows:
        lowered = " ".join(word.lower().split())
        yield lowered, word
        for part in re.split(r"\s*[/(),]\s*", lowered):
            if len(part) >= 3 or (part and part == lowered):
                yield part, word

"""Counts in sentences: "dari 8 kegiatan 6 terlaksana", "2 (dua) indikator belum mencapai target", "3 dari 3"."""

import re
from collections.abc import Iterator

from saksama.understanding.text_figures import COUNTED, FigureKind, TextFigure, spelled

_OUTCOMES: tuple[tuple[str, str], ...] = (
    (
        r"(?:belum|tidak|gagal)\s+(?:dapat\s+|berhasil\s+)?(?:men|ter)?capai(?:\s+target)?|di\s?bawah\s+target",
        "belum tercapai",
    ),
    (r"(?:belum|tidak)\s+(?:dapat\s+)?(?:ter|di)?laksana(?:kan)?", "tidak terlaksana"),
    (r"belum\s+dapat\s+(?:dihitung|dinilai)", "belum dihitung"),
    (r"yang\s+dapat\s+(?:dihitung|dinilai)", "dihitung"),
    (r"lain(?:nya)?", "lain"),
    (r"mencapai\s+atau\s+melampaui\s+target", "tercapai"),
    (r"(?:melampaui|melebihi)\s+target", "melampaui"),
    (r"(?:telah\s+|sudah\s+|dapat\s+|berhasil\s+)*(?:mencapai\s+target|tercapai|memenuhi\s+target)", "tercapai"),
    (r"(?:telah\s+|sudah\s+|dapat\s+|berhasil\s+)*(?:ter|di)laksana(?:kan)?", "terlaksana"),
)
_OUTCOME = re.compile(
    r"[^,;.:\x00]{0,45}?\b(?:" + "|".join(f"(?P<o{place}>{words})" for place, (words, _) in enumerate(_OUTCOMES)) + ")"
)
_PART_OF = re.compile(r"\s*(?:\([^()]*\)\s*)?(?:dari|di\s?antara)(?:\s+total)?(?:\s+sebanyak)?\s*")
_NAMED_BEFORE = re.compile(rf"(?:total|jumlah)\s+({COUNTED})\s+(?:ada|adalah|sebanyak|sejumlah|yaitu)\s*$")
_SAID_BEFORE = re.compile(
    rf"\b({COUNTED})\s+(?:yang\s+)?((?:belum\s+|tidak\s+)?(?:men|ter)capai(?:\s+target)?)\s*:?\s*$"
)
_EACH = re.compile(r"\b(?:masing[\s-]masing|tiap|setiap)\b[^,;.\x00]{0,30}$")
_WHOLE = re.compile(r"\bdari(?:\s+(?:total|jumlah|sebanyak))*\s*$")


def counted(masked: str, figures: list[TextFigure]) -> Iterator[tuple[TextFigure, str, int]]:
    """The counts with what they count ("indikator", "indikator tercapai") and where their words begin."""
    last_noun = ""
    for place, figure in enumerate(figures):
        if _EACH.search(masked[: figure.start]):  # "masing-masing dengan empat kegiatan" counts for several
            continue
        before = figures[place - 1] if place else None
        following = figures[place + 1] if place + 1 < len(figures) else None
        if figure.kind is FigureKind.COUNT and not figure.opens:
            last_noun = figure.counted
            # Of a whole nothing is said: "dari 8 kegiatan, 6 terlaksana", "1 dari 3 indikator belum mencapai target".
            is_whole = _is_part(masked, before, figure) or (following and _WHOLE.search(masked[: figure.start]))
            if _is_part(masked, figure, following) and following:
                yield figure, _part(figure.counted, masked, following.end), figure.start
            else:
                yield figure, figure.counted if is_whole else _said(figure.counted, masked, figure.end), figure.start
        elif figure.kind is FigureKind.PLAIN and figure.is_linkable and _is_whole_number(figure):
            aspect = _bare(masked, before, figure, following=following, last_noun=last_noun)
            if aspect:
                yield figure, aspect, figure.start


def _is_whole_number(figure: TextFigure) -> bool:
    return bool(figure.readings) and figure.readings[0].decimals == 0


def _is_part(masked: str, part: TextFigure | None, whole: TextFigure | None) -> bool:
    """Whether the words between say "dari": the first figure is part of the second."""
    return bool(part and whole and _PART_OF.fullmatch(masked[part.end : whole.start]))


def _bare(
    masked: str, before: TextFigure | None, figure: TextFigure, *, following: TextFigure | None, last_noun: str
) -> str:
    """What a number without a noun counts; "" where it counts nothing of ours."""
    if following and following.counted and _is_part(masked, figure, following):
        return _part(following.counted, masked, following.end)
    if last_noun and _outcome(masked, figure.end):
        return _said(last_noun, masked, figure.end)
    if named := _NAMED_BEFORE.search(masked[: figure.start]):
        return spelled(named[1])  # "total kegiatan sebanyak 8"
    if _is_part(masked, figure, following) and (said := _SAID_BEFORE.search(masked[: figure.start])):
        return _said(spelled(said[1]), f" {said[2]}", 0)  # "Indikator mencapai target: 3 dari 3"
    if before and _is_part(masked, before, figure) and (said := _SAID_BEFORE.search(masked[: before.start])):
        return spelled(said[1])
    return ""


def _part(noun: str, text: str, start: int) -> str:
    """What a part counts, which is never what its whole counts."""
    return f"{noun} {_outcome(text, start) or 'sebagian'}"


def _said(noun: str, text: str, start: int) -> str:
    return f"{noun} {_outcome(text, start)}".strip()


def _outcome(masked: str, start: int) -> str:
    found = _OUTCOME.match(masked, start)
    if not found or not found.lastgroup:
        return ""
    return _OUTCOMES[int(found.lastgroup[1:])][1]

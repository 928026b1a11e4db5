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
        following = figures[place + 1] if place + 1 < len(figures) else None
        is_whole_number = len(figure.readings) >= 1 and figure.readings[0].decimals == 0
        if figure.kind is FigureKind.COUNT and not figure.opens:
            is_of = place > 0 and _PART_OF.fullmatch(masked[figures[place - 1].end : figure.start])
            aspect = figure.counted if is_of or _is_whole(masked, figure, following) else _with(figure, masked)
            last_noun = figure.counted
            yield figure, aspect, figure.start
        elif figure.kind is FigureKind.PLAIN and is_whole_number and figure.is_linkable:
            noun = ""
            if following and _PART_OF.fullmatch(masked[figure.end : following.start]):
                noun = following.counted  # "1 dari 3 indikator belum mencapai target"
                ending = following.end
            elif last_noun and _outcome(masked, figure.end):
                noun, ending = last_noun, figure.end  # "dari 8 kegiatan, 6 terlaksana"
            if not noun and (named := _NAMED_BEFORE.search(masked[: figure.start])):
                noun, ending = spelled(named[1]), len(masked)  # "total kegiatan sebanyak 8"
            if not noun and (said := _SAID_BEFORE.search(masked[: figure.start])):
                yield from _of_whole(figure, following, masked, said)
            elif place and not noun and (said := _SAID_BEFORE.search(masked[: figures[place - 1].start])):
                if _PART_OF.fullmatch(masked[figures[place - 1].end : figure.start]):
                    yield figure, spelled(said[1]), figure.start
            if noun:
                yield figure, f"{noun} {_outcome(masked, ending)}".strip(), figure.start


def _of_whole(
    figure: TextFigure, following: TextFigure | None, masked: str, said: re.Match[str]
) -> Iterator[tuple[TextFigure, str, int]]:
    """ "Indikator mencapai target: 3 dari 3"."""
    if following and _PART_OF.fullmatch(masked[figure.end : following.start]):
        yield figure, f"{spelled(said[1])} {_outcome(said[2], 0)}".strip(), figure.start


def _is_whole(masked: str, figure: TextFigure, following: TextFigure | None) -> bool:
    """ "dari 8 kegiatan, 6 terlaksana": what is said after the whole is said of its part."""
    return bool(following and _WHOLE.search(masked[: figure.start]))


def _with(figure: TextFigure, masked: str) -> str:
    return f"{figure.counted} {_outcome(masked, figure.end)}".strip()


def _outcome(masked: str, start: int) -> str:
    found = _OUTCOME.match(masked, start)
    if not found or not found.lastgroup:
        return ""
    return _OUTCOMES[int(found.lastgroup[1:])][1]

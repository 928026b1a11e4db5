"""Skala penilaian meninggalkan celah: ada nilai yang tidak masuk kelas mana pun.

Mengapa penting: nilai yang jatuh pada celah tidak dapat diberi predikat, dan pembaca dapat memilih yang disukainya.

Contoh: "90<x<110" dan "60<x<90" tidak menyebut tepat 90. Yang benar: "90≤x<110" dan "60≤x<90".
Tabel Permendagri 86/2017 sendiri bercelah (75 dan 76, 90 dan 91) dan tidak menyebut nilai di atas 100. Laporan yang
mencetaknya apa adanya hanya mendapat satu catatan.

Cara memperbaiki: mulai setiap kelas tepat di tempat kelas di bawahnya berakhir, dan sebutkan batasnya masuk ke mana.
"""

from collections.abc import Iterator

from saksama.audit.facts import page_of
from saksama.audit.rule import Check, Rule, Severity
from saksama.audit.scale_words import Classes, classes, printed_scales
from saksama.audit.words import SOUND, enumerated, fault, said
from saksama.kernel.figures import write_decimal
from saksama.kernel.provenance import Certainty, Citation
from saksama.language.messages import _
from saksama.understanding.conditions import gaps
from saksama.understanding.reading import Figured, Reading


def check(reading: Reading) -> Iterator[Check]:
    """Look at the neighbours of every printed scale."""
    for scale in printed_scales(reading):
        known = classes(scale)
        if known is None:
            continue
        found = list(gaps(known.conditions))
        if scale.is_regulation:
            yield _of_regulation(known)
        elif found:
            yield _look(known, found)
        else:
            yield SOUND


def _of_regulation(known: Classes) -> Check:
    message = _(
        "Skala{page} mengikuti tabel Permendagri 86/2017, yang sendiri bercelah (90–91, 75–76, 65–66, 50–51) dan tidak "
        "menyebut nilai di atas 100. Sebutkan bagaimana nilai pada celah itu digolongkan."
    ).format(page=page_of(known.scale.place))
    return fault(message, _rows(known, (0,)), severity=Severity.NOTE)


def _look(known: Classes, found: list[tuple[int, int]]) -> Check:
    described = enumerated(_gap(known, higher, lower) for higher, lower in found)
    places = sorted({place for pair in found for place in pair})
    message = _("Skala penilaian{page} meninggalkan celah: {gaps} tidak masuk kelas mana pun.").format(
        page=page_of(known.scale.place), gaps=described
    )
    remedy = _("Mulai setiap kelas tepat di tempat kelas di bawahnya berakhir.")
    return fault(message, _rows(known, tuple(places)), remedy=remedy)


def _gap(known: Classes, higher: int, lower: int) -> str:
    top, bottom = known.conditions[lower].high, known.conditions[higher].low
    if top is None or bottom is None:
        return ""
    if top == bottom:
        return _("tepat {value}").format(value=write_decimal(top))
    return _("antara {low} dan {high}").format(low=write_decimal(top), high=write_decimal(bottom))


def _rows(known: Classes, places: tuple[int, ...]) -> list[Figured]:
    """The printed conditions of the classes."""
    by_word = {word: (text, place) for text, word, place in known.scale.rows}
    return [said(*by_word[known.words[place]]) for place in places]


RULE = Rule(
    "RAT004",
    "scale-with-gaps",
    Severity.WARNING,
    Citation("Permendagri 86/2017", "tabel skala nilai peringkat kinerja", Certainty.WEAK),
    check,
)

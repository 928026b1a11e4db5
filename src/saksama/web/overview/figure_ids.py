"""The ids of figures, as `saksama explain` has them: what they are of, what they are called, and their addresses."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from urllib.parse import quote

from django.urls import reverse

from saksama.compose.period_figures import period_in
from saksama.kernel.explanation import Input
from saksama.kernel.periods import period_title
from saksama.language.messages import _, to_say

Address = Callable[[str], str]
"""The address of the page that explains a figure, by the figure's id."""

_MEASURES: Mapping[str, str] = {
    "capaian": to_say("Capaian {when}"),
    "capaian-tw": to_say("Capaian {when}"),
    "capaian-sd-tw": to_say("Capaian s.d. {when}"),
    "kemajuan": to_say("Tingkat kemajuan {when}"),
    "kemajuan-tahun": to_say("Kemajuan menuju target tahun, s.d. {when}"),
    "pembanding": to_say("Selisih dengan pembanding {when}"),
    "perubahan": to_say("Perubahan realisasi {when}"),
    "selisih": to_say("Selisih realisasi dan target {when}"),
    "sisa-target": to_say("Sisa menuju target akhir periode"),
    "rata-rata": to_say("Rata-rata capaian {when}"),
    "rata-rata-dibatasi": to_say("Rata-rata capaian {when}, tiap capaian dibatasi"),
    "efisiensi": to_say("Efisiensi {when}"),
    "pagu": to_say("Pagu {when}"),
    "pagu-versi": to_say("Pagu menurut versi anggaran"),
    "belanja": to_say("Realisasi anggaran {when}"),
    "belanja-tw": to_say("Realisasi anggaran {when}"),
    "belanja-sd-tw": to_say("Realisasi anggaran s.d. {when}"),
    "serapan": to_say("Serapan anggaran {when}"),
    "serapan-sd-tw": to_say("Serapan anggaran s.d. {when}"),
    "sisa": to_say("Sisa anggaran {when}"),
    "fisik": to_say("Kemajuan fisik s.d. {when}"),
}
_STATED_MEASURES = ("target", "realisasi", "awal", "akhir")
_MONEY_MEASURES = ("pagu", "belanja", "serapan", "sisa", "efisiensi", "fisik")
_STATED: Mapping[tuple[str, str], str] = {
    ("capaian", "actual"): "realisasi",
    ("capaian", "target"): "target",
    ("capaian", "low"): "target",
    ("capaian", "high"): "target",
    ("capaian-tw", "actual"): "realisasi-tw",
    ("capaian-tw", "target"): "target-tw",
    ("capaian-tw", "low"): "target-tw",
    ("capaian-tw", "high"): "target-tw",
    ("capaian-sd-tw", "actual"): "realisasi-sd-tw",
    ("capaian-sd-tw", "target"): "target-sd-tw",
    ("capaian-sd-tw", "low"): "target-sd-tw",
    ("capaian-sd-tw", "high"): "target-sd-tw",
    ("kemajuan", "actual"): "realisasi",
}
"""Which stated figure an input of a computed one is."""


@dataclass(frozen=True, slots=True)
class FigureId:
    """The id of a figure in its parts: ("capaian-sd-tw", "IKU-1", "2025-quarter-3"). `when` is "" where it has none."""

    whole: str
    measure: str
    key: str
    when: str

    @property
    def year(self) -> int | None:
        """The year that it is of."""
        found = re.match(r"[0-9]{4}(?![0-9])", self.when)
        return int(found[0]) if found else None

    @property
    def is_stated(self) -> bool:
        """Whether the record states it, and nothing computes it."""
        return self.measure.startswith(_STATED_MEASURES)

    @property
    def is_known(self) -> bool:
        """Whether figures of this kind are explained."""
        return self.is_stated or self.measure in _MEASURES

    @property
    def is_money(self) -> bool:
        """Whether money goes into it."""
        return self.measure.startswith(_MONEY_MEASURES) and self.measure != "sisa-target"

    @property
    def title(self) -> str:
        """What the figure is called, without its subject."""
        period = period_in(self.whole)
        when = period_title(period) if period else self.when
        return _(_MEASURES[self.measure]).format(when=when).strip()


def parsed(identifier: str) -> FigureId:
    """The parts of an id, whatever was asked for."""
    measure, _mark, rest = identifier.partition("/")
    if measure in {"awal", "akhir"}:
        return FigureId(identifier, measure, rest, "")
    if measure == "pembanding":
        key, when = [*rest.split("/", 2), "", ""][:2]
        return FigureId(identifier, measure, key, when)
    key, _mark, when = rest.rpartition("/")
    return FigureId(identifier, measure, key, when)


def input_id(figure: FigureId, item: Input) -> str:
    """The id of the figure that an input is; "" where none explains it."""
    if item.explanation:
        return item.explanation
    stated = _STATED.get((figure.measure, item.name))
    return f"{stated}/{figure.key}/{figure.when}" if stated and isinstance(item.value, Fraction) else ""


def addresses(agency: int, year: int | None = None) -> Address:
    """The addresses of figures of an agency; `year` is that of the plan where the ids do not tell."""
    before = reverse("figure", args=[agency, "ID"]).removesuffix("ID/")
    after = f"/?year={year}" if year else "/"
    return lambda identifier: f"{before}{quote(identifier)}{after}"

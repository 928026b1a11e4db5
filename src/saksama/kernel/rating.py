"""Rating scales: which word a value earns. A scale has neither gaps nor overlaps, since a band stores one bound."""

from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from saksama.kernel.provenance import Certainty, Citation
from saksama.kernel.quantity import is_measurable
from saksama.kernel.rounding import half_up


@dataclass(frozen=True, slots=True)
class Band:
    """A class of a scale: its word and where it begins; the lowest begins nowhere (`None`)."""

    word: str
    bound: Decimal | None


class MisorderedScaleError(ValueError):
    """Bands that do not fall from the best to the lowest, a bound that is no number, or a lowest band with a bound."""


@dataclass(frozen=True, slots=True)
class RatingScale:
    """Bands from the best to the lowest.

    `bound_opens_band`: a value exactly on a bound belongs to the band above it (≥ 90) or, where false, to the band
    below it (> 90). `decimals`: a value is rounded to so many before it is rated, where the printed table says so;
    else it is rated by its exact value and not by its rounded print. Raises `MisorderedScaleError`.
    """

    name: str
    title: str
    bands: tuple[Band, ...]
    citation: Citation
    bound_opens_band: bool = True
    decimals: int | None = None
    _bounds: tuple[Fraction, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        stated = [band.bound for band in self.bands[:-1]]
        bounds = [bound for bound in stated if bound is not None]
        falling = all(map(is_measurable, bounds)) and all(above > below for above, below in pairwise(bounds))
        if not self.bands or self.bands[-1].bound is not None or len(bounds) < len(stated) or not falling:
            raise MisorderedScaleError(self.name)
        object.__setattr__(self, "_bounds", tuple(map(Fraction, bounds)))

    def band(self, value: Fraction) -> Band:
        """The band of a value."""
        if self.decimals is not None:
            value = Fraction(half_up(value, self.decimals))
        for band, bound in zip(self.bands, self._bounds, strict=False):
            if value > bound or (self.bound_opens_band and value == bound):
                return band
        return self.bands[-1]

    def condition(self, band: Band) -> str:
        """When a value falls in the band, as the report prints it: "≥ 90 dan < 110"."""
        position = self.bands.index(band)
        least, less = ("≥", "<") if self.bound_opens_band else (">", "≤")
        above = self.bands[position - 1].bound if position else None
        begins = f"{least} {_number(band.bound)}" if band.bound is not None else ""
        ends = f"{less} {_number(above)}" if above is not None else ""
        return " dan ".join(part for part in (begins, ends) if part)


def _number(bound: Decimal) -> str:
    return f"{bound.normalize():f}".replace(".", ",")


def _scale(*bands: tuple[str, str | None]) -> tuple[Band, ...]:
    return tuple(Band(word, None if bound is None else Decimal(bound)) for word, bound in bands)


PERMENDAGRI_86_2017 = RatingScale(
    name="permendagri-86-2017",
    title="Skala nilai peringkat kinerja",
    # The printed table has gaps between 75 and 76 and so on, and nothing above 100: decision 0004.
    bands=_scale(
        ("Sangat Tinggi", "91"), ("Tinggi", "76"), ("Sedang", "66"), ("Rendah", "51"), ("Sangat Rendah", None)
    ),
    citation=Citation(
        "Permendagri 86/2017",
        "tabel skala nilai peringkat kinerja",
        Certainty.WEAK,
        "Terbaca lewat aplikasi daerah dan satu LKIP 2024; celah tabel dilengkapi: "
        "batas bawah termasuk, nilai tidak dibulatkan.",
    ),
)

FOUR_CLASSES_110 = RatingScale(
    name="empat-kelas-110",
    title="Standar penilaian kinerja empat kelas",
    # "90<x<110", "60<x<90", "X<60" leave exactly 90 and 60 without a class: decision 0004.
    bands=_scale(
        ("Sangat tercapai/sangat berhasil", "110"),
        ("Tercapai/berhasil", "90"),
        ("Cukup tercapai/cukup berhasil", "60"),
        ("Tidak tercapai/tidak berhasil", None),
    ),
    citation=Citation(
        "LKjIP Bakesbangpol Kota Malang 2020",
        "Bab II.D",
        Certainty.OWN,
        "Skala instansi; nilai tepat 90 dan tepat 60 dimasukkan ke kelas di atasnya.",
    ),
)

EVALUATION_88_2021 = RatingScale(
    name="permenpanrb-88-2021",
    title="Predikat evaluasi AKIP",
    bands=_scale(("AA", "90"), ("A", "80"), ("BB", "70"), ("B", "60"), ("CC", "50"), ("C", "30"), ("D", None)),
    citation=Citation(
        "PermenPANRB 88/2021",
        "predikat hasil evaluasi",
        Certainty.WEAK,
        "Lembar kerja evaluasi Mahkamah Agung dan dua aplikasi kabupaten; tepat 0 dimasukkan ke D.",
    ),
    bound_opens_band=False,
)

SATISFACTION_14_2017 = RatingScale(
    name="permenpanrb-14-2017",
    title="Mutu pelayanan (nilai SKM konversi)",
    # Printed to two decimals (64,99 / 65,00): the value is rounded to two decimals first, decision 0004.
    bands=_scale(
        ("A (Sangat Baik)", "88.31"), ("B (Baik)", "76.61"), ("C (Kurang Baik)", "65"), ("D (Tidak Baik)", None)
    ),
    citation=Citation("PermenPANRB 14/2017", "tabel nilai persepsi", Certainty.WEAK, "Batas dari aplikasi SKM daerah."),
    decimals=2,
)

ACHIEVEMENT_SCALES: tuple[RatingScale, ...] = (PERMENDAGRI_86_2017, FOUR_CLASSES_110)
"""The scales of achievement that ship; an agency may state its own."""

VALUE_SCALES: tuple[RatingScale, ...] = (EVALUATION_88_2021, SATISFACTION_14_2017)
"""Scales of a value itself, such as a satisfaction index. They never rate an achievement."""

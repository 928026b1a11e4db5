"""Which columns of an export hold the appropriation and the expenditure of the year, by what their headings say."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from saksama.documents.readers.spreadsheet_cells import cell_name
from saksama.exchange.problem import Problems
from saksama.kernel.provenance import Place
from saksama.language.messages import _


class Measure(Enum):
    """What a column of money says."""

    APPROPRIATION = "appropriation"
    EXPENDITURE = "expenditure"


Path = tuple[str, ...]
"""The headings of a column, the outermost first."""

_OTHER_PERIOD = re.compile(r"renstra|rpjmd|akhir periode|jangka menengah|prakiraan maju")
_YEAR = re.compile(r"\b20\d\d\b")
_MONEY = re.compile(r"^\(?rp\.?\)?$|rupiah|^keuangan$|^nilai$")
_PERFORMANCE = re.compile(r"^k$|kinerja$|volume|^vol\b|fisik|indikator|satuan|keluaran|lokasi")
_REMAINDER = re.compile(r"sisa|selisih|saldo|lebih|kurang|bertambah|berkurang")
_RATIO = re.compile(r"%|persen|serapan|tingkat")
_EXPENDITURE = re.compile(r"realisasi|terealisasi|\bspj\b|sp2d|pencairan|pengeluaran")
_APPROPRIATION = re.compile(r"anggaran|\bpagu\b|\bdppa?\b|\bdpa\b|alokasi|plafon")
_PLANNED = re.compile(r"target|rencana")
_AFTER = re.compile(r"setelah|sesudah|perubahan|pergeseran|menjadi")
_BEFORE = re.compile(r"sebelum|murni|semula|induk")
_UP_TO = re.compile(r"\bs\.?\s?/?\s?d\b|sampai|kumulatif")
_EARLIER = re.compile(r"\blalu\b|sebelumnya")
_LIMITED = re.compile(
    r"bulan|periode|triwulan|\btw\b|semester|^i{1,3}$|^iv$|\b(?:jan(?:uari)?|feb(?:ruari)?|mar(?:et)?|apr(?:il)?|mei"
    r"|juni?|juli?|agu?s?(?:tus)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|des(?:ember)?)\b"
)
_QUARTER = re.compile(r"\b(i{1,3}|iv|[1-4])\b$")
_TOTAL = re.compile(r"jumlah|total")
_GROUP = re.compile(
    r"operasi|modal|tak terduga|transfer|pegawai|barang|jasa|hibah|bantuan|subsidi|bunga|langsung|bagi hasil"
)
"""Kinds of expenditure, which add up."""


@dataclass(frozen=True, slots=True)
class MoneyColumns:
    """The columns whose sum is a measure, and the column of their stated total, if any."""

    measure: Measure
    columns: tuple[int, ...]
    labels: tuple[str, ...]


def folded(text: str) -> str:
    """A heading in lower case on one line."""
    return " ".join(text.casefold().split())


def measure_of(path: Path, year: int) -> Measure | None:
    """What a column says of the year's money; `None` for anything else. The innermost heading decides first."""
    texts = [folded(text) for text in path]
    whole = " ".join(texts)
    years = {int(found) for found in _YEAR.findall(whole)}
    if _OTHER_PERIOD.search(whole) or (years and year not in years):
        return None
    is_money = False
    for text in reversed(texts):
        if _REMAINDER.search(text) or _RATIO.search(text) or (not is_money and _PERFORMANCE.search(text)):
            return None
        if _EXPENDITURE.search(text):
            return Measure.EXPENDITURE
        if _APPROPRIATION.search(text) or (is_money and _PLANNED.search(text)):
            return Measure.APPROPRIATION
        is_money = is_money or bool(_MONEY.search(text))
    return None


def money_columns(
    paths: Mapping[int, Path], measure: Measure, year: int, *, heading: tuple[str, int], problems: Problems
) -> MoneyColumns | None:
    """The columns of a measure; `None` where there are none. Where several could be meant, an error names them."""
    found = {column: path for column, path in paths.items() if measure_of(path, year) is measure}
    if not found:
        return None
    rank = _version if measure is Measure.APPROPRIATION else _reach
    best = max(map(rank, found.values()))
    kept = [column for column, path in found.items() if rank(path) == best]
    totals = [column for column in kept if any(_TOTAL.search(folded(text)) for text in found[column])]
    if len(kept) > 1 and len(totals) == 1:
        kept = totals
    own = {column: _own_label(found, column) for column in kept}
    reach = best if measure is Measure.EXPENDITURE else _WHOLE
    if reach == _UP_TO_NAMED:
        kept = [kept[-1]]  # each reaches further than the one before
    elif len(kept) > 1 and not _add_up(list(own.values()), is_limited=reach == _PART):
        _refuse([found[column] for column in kept], kept, heading, problems)
        return None
    elif len(kept) == 1 and reach <= _PART:
        _refuse_part(found[kept[0]], kept[0], heading, problems)
        return None
    return MoneyColumns(measure, tuple(kept), tuple(own[column] for column in kept))


_PAST, _PART, _UP_TO_NAMED, _WHOLE = range(4)


def _version(path: Path) -> int:
    whole = folded(" ".join(path))
    return 0 if _BEFORE.search(whole) else 2 if _AFTER.search(whole) else 1


def _reach(path: Path) -> int:
    """How much of the year's expenditure a column has."""
    texts = [folded(text) for text in path]
    whole = " ".join(texts)
    if _EARLIER.search(whole):
        return _PAST
    if _UP_TO.search(whole):
        return _WHOLE if re.search(r"\bini\b|desember", whole) else _UP_TO_NAMED
    return _PART if any(_LIMITED.search(text) for text in texts) else _WHOLE


def _own_label(found: Mapping[int, Path], column: int) -> str:
    """The headings of a column that not all of its siblings have."""
    shared = set.intersection(*(set(path) for path in found.values())) if len(found) > 1 else set()
    return " ".join(" ".join(text.split()) for text in found[column] if text not in shared)


def _add_up(labels: Sequence[str], *, is_limited: bool) -> bool:
    """Whether the columns are kinds of expenditure, or the four quarters."""
    if len(set(labels)) != len(labels):
        return False
    if is_limited:
        quarters = [found[1] for label in labels if (found := _QUARTER.search(folded(label)))]
        return len(labels) == len(quarters) == 4
    return all(_GROUP.search(folded(label)) for label in labels)


def _refuse(paths: Sequence[Path], columns: Sequence[int], heading: tuple[str, int], problems: Problems) -> None:
    listed = "; ".join(f"{_letter(column)}: {_written(path)}" for column, path in zip(columns, paths, strict=True))
    found = _("beberapa kolom yang dapat dimaksud ({columns})").format(columns=listed)
    remedy = _("Hapus kolom yang tidak dimaksud dari salinan ekspor, lalu ulangi")
    problems.error(_place(heading, columns[0]), found, _("satu kolom untuk jumlah setahun"), remedy)


def _refuse_part(path: Path, column: int, heading: tuple[str, int], problems: Problems) -> None:
    found = _("kolom {column} yang hanya memuat sebagian tahun ({heading})")
    found = found.format(column=_letter(column), heading=_written(path))
    remedy = _("Pakailah ekspor dengan realisasi sampai dengan periode ini")
    problems.error(_place(heading, column), found, _("realisasi sejak awal tahun"), remedy)


def _place(heading: tuple[str, int], column: int) -> Place:
    return Place(sheet=heading[0], cell=cell_name(heading[1], column))


def _letter(column: int) -> str:
    return cell_name(1, column)[:-1]


def _written(path: Path) -> str:
    return " / ".join(" ".join(text.split()) for text in path)

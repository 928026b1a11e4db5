"""Differences of an import in words: what is new, what changes from what to what, what goes away."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from saksama.kernel.figures import write_decimal
from saksama.kernel.indicator import ActualState
from saksama.kernel.period import Cycle
from saksama.language.messages import _, to_say
from saksama.web.fact_words import fact_words, period_words
from saksama.web.rows import Difference, Key

_TABLES: Mapping[str, str] = {
    "planversion": to_say("Rencana"),
    "goal": to_say("Tujuan"),
    "objective": to_say("Sasaran"),
    "budgetnode": to_say("Program, kegiatan, sub kegiatan"),
    "support": to_say("Dukungan program"),
    "indicator": to_say("Indikator"),
    "indicatordefinition": to_say("Lembar data indikator"),
    "target": to_say("Target"),
    "indicatorchange": to_say("Riwayat indikator"),
    "recordpart": to_say("Isian lain"),
    "performanceagreement": to_say("Perjanjian kinerja"),
    "agreedtarget": to_say("Target perjanjian"),
    "measurement": to_say("Realisasi"),
    "narrative": to_say("Analisis"),
    "benchmark": to_say("Pembanding"),
    "budgetversion": to_say("Versi anggaran"),
    "amount": to_say("Anggaran"),
    "earlierappropriation": to_say("Pagu versi sebelumnya"),
    "periodspending": to_say("Belanja periode"),
    "expenditurestatus": to_say("Batas realisasi anggaran"),
}
_SHEETS: Mapping[object, str] = {
    "agency": "Profil",
    "issues": "Naskah",
    "texts": "Naskah",
    "settings": "Pengaturan",
    "choices": "Catatan",
    "value_scales": "Skala Nilai",
    "surveys": "SKM",
    "recommendations": "Rekomendasi",
    "innovations": "Inovasi",
    "awards": "Penghargaan",
    "assets": "Aset",
    "pictures": "Gambar",
    "attachments": "Lampiran",
}
"""The sheet of the workbook that a part of the record is kept in."""
_CYCLES = {cycle.value for cycle in Cycle}
_IN_KEY = ("year", "cycle", "number")
_HIDDEN = ("_id", "position")
_FINAL = ActualState.FINAL.value
"""What every figure is of which nothing else is said."""


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """A row that differs: what it is, whether it is "new", "changed" or "gone", and its values before and after."""

    subject: str
    kind: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class DifferenceGroup:
    """The differences of one table; `more` are not listed."""

    title: str
    rows: tuple[DifferenceRow, ...]
    count: int

    @property
    def more(self) -> int:
        """How many are not listed."""
        return self.count - len(self.rows)


def difference_groups(
    found: Iterable[Difference], names: Mapping[object, str], *, most: int
) -> tuple[DifferenceGroup, ...]:
    """The differences by table, at most so many rows of each; `names` are those of the ids in the record."""
    groups: dict[str, list[Difference]] = {}
    for one in found:
        groups.setdefault(one.model._meta.model_name or "", []).append(one)
    return tuple(
        DifferenceGroup(_table(name), tuple(_row(one, names) for one in every[:most]), len(every))
        for name, every in groups.items()
    )


def _table(name: str) -> str:
    title = _TABLES[name]
    return _(title)


def _row(found: Difference, names: Mapping[object, str]) -> DifferenceRow:
    subject = _part(found) or " · ".join(_key_words(found.key, names))
    if found.old is None:
        return DifferenceRow(subject, "new", "", _values(found.new or {}, found.key))
    if found.new is None:
        return DifferenceRow(subject, "gone", _values(found.old, found.key), "")
    return DifferenceRow(subject, "changed", _values(found.old, ()), _values(found.new, ()))


def _key_words(key: Key, names: Mapping[object, str]) -> Iterator[str]:
    """What identifies a row: names for ids, and a year with its period as one."""
    rest = list(key)
    while rest:
        match rest:
            case [int(year), str(cycle), int(number), *rest] if cycle in _CYCLES:
                yield period_words(cycle, year, number)
            case [part, *rest]:
                if part not in (0, False):
                    yield names.get(part) or fact_words(str(part))


def _part(found: Difference) -> str:
    """The sheet of a part that is kept whole; nothing for a row of its own."""
    is_part = found.model._meta.model_name == "recordpart"
    return _("lembar {name}").format(name=_SHEETS.get(found.key[-1], found.key[-1])) if is_part else ""


def _values(values: Mapping[str, object], key: Key) -> str:
    """The values, without what the row's own words already tell."""
    shown = (
        _labelled(name, _text(value))
        for name, value in values.items()
        if value is not None
        and value is not False
        and value not in ("", _FINAL)
        and not (name in _IN_KEY and value in key)
        and not name.endswith(_HIDDEN)
        and isinstance(value, str | int | Decimal | list)
    )
    return "; ".join(shown)[:200]


def _labelled(name: str, text: str) -> str:
    label = fact_words(name)
    return text if label == name else f"{label} {text}"


def _text(value: object) -> str:
    if isinstance(value, list):
        return _("{count} baris").format(count=len(value))
    return write_decimal(value) if isinstance(value, Decimal) else str(value)

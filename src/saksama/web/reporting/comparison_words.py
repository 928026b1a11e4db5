"""Places of a record in words: the steps to a statement → "Jumlah konten … › Realisasi TW IV 2025"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from saksama.kernel.figures import write_decimal
from saksama.language.messages import _, to_say
from saksama.web.fact_words import fact_words, period_words

Step = tuple[str, str]
"""A field of the record's JSON, and the row in it, or "" where it has no rows of its own."""

_FIELDS: Mapping[str, str] = {
    "agency": to_say("Profil"),
    "plan": to_say("Rencana"),
    "goals": to_say("Tujuan"),
    "objectives": to_say("Sasaran"),
    "indicators": to_say("Indikator"),
    "sheet": to_say("Lembar data"),
    "baseline": to_say("Nilai data dasar"),
    "targets": to_say("Target"),
    "period_targets": to_say("Target"),
    "actuals": to_say("Realisasi"),
    "period_actuals": to_say("Realisasi"),
    "narratives": to_say("Analisis"),
    "benchmarks": to_say("Pembanding"),
    "programmes": to_say("Program"),
    "children": to_say("Program atau kegiatan"),
    "amounts": to_say("Anggaran"),
    "periods": to_say("Realisasi anggaran"),
    "earlier": to_say("Pagu versi sebelumnya"),
    "supports": to_say("Dukungan program"),
    "agreements": to_say("Perjanjian kinerja"),
    "budget_versions": to_say("Versi anggaran"),
    "texts": to_say("Naskah"),
    "issues": to_say("Naskah"),
    "settings": to_say("Pengaturan"),
    "recommendations": to_say("Rekomendasi"),
    "innovations": to_say("Inovasi"),
    "awards": to_say("Penghargaan"),
    "assets": to_say("Aset"),
    "surveys": to_say("SKM"),
    "attachments": to_say("Lampiran"),
}
_FIGURES = {"value", "numerator", "denominator", "low", "high", "appropriation", "expenditure", "planned", "physical"}
_IDENTIFYING = {"id", "year"}
_LONGEST = 200
_PERIOD = re.compile(r"(\d{4})-([a-z]+)-(\d+)")
_PART = re.compile(r"(\d{4})-(.+)")


def names_in(record: Any) -> dict[str, str]:
    """The name of everything in a record's JSON that has an id."""
    return dict(_named(record))


def place_in_words(steps: Sequence[Step], names: Mapping[str, str]) -> str:
    """Where a statement stands, from the innermost thing with a name."""
    start = max((place for place, (_field, row) in enumerate(steps) if row in names), default=-1)
    words = [names[steps[start][1]]] if start >= 0 else []
    words += [_step(field, row) for field, row in steps[start + 1 :] if field != "value"]
    return " › ".join(words)


def value_in_words(field: str, value: Any) -> str | None:
    """A value as it is shown beside another; `None` where there is none."""
    if value is None:
        return None
    if isinstance(value, dict):
        parts = (
            value_in_words(name, one)
            for name, one in value.items()
            if name not in _IDENTIFYING and not isinstance(one, dict | list)
        )
        return "; ".join(part for part in parts if part)[:_LONGEST] or "…"
    if isinstance(value, list):
        return _("{count} baris").format(count=len(value))
    return _figure(str(value)) if field in _FIGURES else str(value)


def _named(value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        if "id" in value and "name" in value:
            yield str(value["id"]), str(value["name"])
        for one in value.values():
            yield from _named(one)
    elif isinstance(value, list):
        for one in value:
            yield from _named(one)


def _step(field: str, row: str) -> str:
    label = _(_FIELDS[field]) if field in _FIELDS else fact_words(field)
    if period := _PERIOD.fullmatch(row):
        return f"{label} {period_words(period[2], int(period[1]), int(period[3]))}"
    if part := _PART.fullmatch(row):
        return f"{label} {fact_words(part[2])} {part[1]}"
    return f"{label} {row}".strip()


def _figure(text: str) -> str:
    try:
        return write_decimal(Decimal(text))
    except InvalidOperation:
        return text

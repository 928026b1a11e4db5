"""How the agreement of the year was changed: which one is in force, what changed, and why."""

from decimal import Decimal

from saksama.compose.grid import CENTER, LEFT, RIGHT, cell, columns, heading, row, shown_in, table, text
from saksama.compose.ledger import Ledger, gap
from saksama.compose.phrases import ended
from saksama.compose.signing import held
from saksama.compose.units import unit_width
from saksama.documents.document import Block, Inline, Paragraph, Row, Text
from saksama.kernel.agreements import as_agreed, previous_agreement
from saksama.kernel.budget import BudgetVersion
from saksama.kernel.dates import write_date
from saksama.kernel.indicator import PerformanceIndicator, Target
from saksama.kernel.record import PerformanceAgreement
from saksama.kernel.results import target_in_force
from saksama.language.numerals import counted


def in_force(ledger: Ledger) -> tuple[Block, ...]:
    """Which version the report measures against, where there are several."""
    versions = ledger.record.agreement_versions(ledger.year)
    if len(versions) < 2:
        return ()
    times = counted(len(versions) - 1)
    return (
        Paragraph(
            text(
                f"Perjanjian kinerja tahun {ledger.year} telah diubah {times} kali. Laporan ini mengukur kinerja "
                f"terhadap {_named(versions[-1])}, yang berlaku pada akhir tahun."
            )
        ),
    )


def revisions(ledger: Ledger) -> tuple[Block, ...]:
    """What each revision changed, and why; said so where only the money changed."""
    made: list[Block] = []
    for agreement in ledger.record.agreement_versions(ledger.year):
        before = previous_agreement(ledger.record, agreement)
        if before is not None:
            made += _revision(ledger, before, agreement)
    return tuple(made)


def changed_targets(
    ledger: Ledger, before: PerformanceAgreement, after: PerformanceAgreement
) -> tuple[PerformanceIndicator, ...]:
    """The indicators whose targets a revision changed."""
    old, new, year = as_agreed(ledger.record, before), as_agreed(ledger.record, after), ledger.year
    return tuple(
        indicator
        for indicator in ledger.record.plan.indicators()
        if _bounds(target_in_force(old, indicator, year)) != _bounds(target_in_force(new, indicator, year))
    )


def _bounds(target: Target | None) -> tuple[Decimal, Decimal] | None:
    return (target.low, target.high) if target else None


def _named(agreement: PerformanceAgreement) -> str:
    name = f"perjanjian kinerja perubahan ke-{agreement.revision}" if agreement.revision else "perjanjian kinerja awal"
    number = f" nomor {agreement.number}" if agreement.number else ""
    day = f" tanggal {write_date(agreement.signed_on)}" if agreement.signed_on else ""
    return name + number + day


def _revision(ledger: Ledger, before: PerformanceAgreement, after: PerformanceAgreement) -> list[Block]:
    changed = changed_targets(ledger, before, after)
    reason: Inline = Text(ended(after.reason)) if after.reason else gap("alasan belum diisi")
    name = _named(after)
    parts: list[str | Inline] = [f"{name[:1].upper()}{name[1:]}. Alasan: ", reason, *_parties(before, after)]
    parts += [" ", *_money(ledger, before, after, is_only=not changed)]
    if not changed:
        return [Paragraph(text(*parts))]
    label = f"tabel-perubahan-pk-{after.revision}"
    return [
        Paragraph(text(*parts)),
        shown_in("Target yang berubah", label),
        table(
            label,
            f"Target yang Diubah oleh Perjanjian Kinerja Perubahan ke-{after.revision} Tahun {ledger.year}",
            widths=columns(
                (6, CENTER), (34, LEFT), (unit_width(changed, 10), CENTER), (13, RIGHT), (13, RIGHT), (24, LEFT)
            ),
            header=heading("No.", "Indikator Kinerja", "Satuan", "Target Semula", "Target Menjadi", "Alasan"),
            rows=tuple(
                _row(ledger, place, indicator, before, after, count=len(changed))
                for place, indicator in enumerate(changed, start=1)
            ),
            origin=f"Perjanjian kinerja tahun {ledger.year} dan perubahannya",
        ),
    ]


def _row(
    ledger: Ledger,
    place: int,
    indicator: PerformanceIndicator,
    before: PerformanceAgreement,
    after: PerformanceAgreement,
    *,
    count: int,
) -> Row:
    reason = Text(after.reason) if after.reason else gap()
    return row(
        str(place),
        indicator.name,
        indicator.unit,
        ledger.agreed_target(indicator, before),
        ledger.agreed_target(indicator, after),
        *((cell(reason, rowspan=count),) if place == 1 else ()),
    )


def _parties(before: PerformanceAgreement, after: PerformanceAgreement) -> list[str | Inline]:
    """Who signs instead of whom."""
    pairs = (
        ("Pihak pertama", before.first_party, after.first_party),
        ("Pihak kedua", before.second_party, after.second_party),
    )
    return [
        f" {which} berganti dari {old.name}, {held(old)}, menjadi {new.name}, {held(new)}."
        for which, old, new in pairs
        if old and new and (old.name, held(old)) != (new.name, held(new))
    ]


def _money(
    ledger: Ledger, before: PerformanceAgreement, after: PerformanceAgreement, *, is_only: bool
) -> list[str | Inline]:
    old, new = _version(ledger, before), _version(ledger, after)
    if old is None or new is None or old == new:
        return ["Target kinerja tidak berubah."] if is_only else []
    figures = ledger.rupiah(ledger.appropriation_at(old)), ledger.rupiah(ledger.appropriation_at(new))
    unchanged = "Perubahan ini hanya menyangkut anggaran; target kinerja tidak berubah. " if is_only else ""
    return [f"{unchanged}Pagu semula ", figures[0], ", menjadi ", figures[1], "."]


def _version(ledger: Ledger, agreement: PerformanceAgreement) -> BudgetVersion | None:
    versions = ledger.record.versions_of_budget(ledger.year)
    return next((version for version in versions if version.id == agreement.budget_version), None)

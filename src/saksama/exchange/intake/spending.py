"""Rows → the money in the course of a year: versions of the budget, earlier appropriations, spending by period."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction

from saksama.exchange.intake.rows import Codes, FilledRow
from saksama.exchange.intake.years import note_outside
from saksama.exchange.problem import Problems
from saksama.exchange.sheets.periods import period_of
from saksama.kernel.budget import Amount, BudgetVersion, BudgetVersionKind, EarlierAppropriation, PeriodSpending
from saksama.kernel.period import Cycle, periods_of
from saksama.kernel.periods import period_title
from saksama.kernel.rounding import write_rupiah
from saksama.language.messages import _

LeafYear = tuple[str, int]
"""The id of a leaf of the budget, and a year."""


@dataclass(frozen=True, slots=True)
class InCourse:
    """What the sheets beside "Anggaran" say of leaves and years, with the row of each."""

    earlier: dict[LeafYear, list[tuple[FilledRow, EarlierAppropriation]]] = field(default_factory=dict)
    periods: dict[LeafYear, list[tuple[FilledRow, PeriodSpending]]] = field(default_factory=dict)
    last_versions: Mapping[int, str] = field(default_factory=dict)

    def years(self, leaf: str) -> set[int]:
        """The years for which they say something of a leaf."""
        return {year for other, year in (*self.earlier, *self.periods) if other == leaf}

    def rows(self, node: str) -> list[FilledRow]:
        """The rows that speak of a node."""
        return [
            row
            for found in (self.earlier, self.periods)
            for (other, _year), stated in found.items()
            if other == node
            for row, _what in stated
        ]


def read_versions(
    rows: Sequence[FilledRow], years: range, codes: Codes, problems: Problems
) -> tuple[BudgetVersion, ...]:
    """The versions of the budgets, from the first to the last of each year. `codes` takes in theirs."""
    found: list[BudgetVersion] = []
    latest: dict[int, date] = {}
    for row in rows:
        year, kind = row.required_whole("year", problems), row.required_text("kind", problems)
        identifier = row.required_text("id", problems)
        if not (identifier and codes.add(identifier, row.at("id"), problems)) or year is None or not kind:
            continue
        note_outside(row, "year", year, years=years, problems=problems)
        adopted = row.day("adopted_on")
        if adopted and adopted < latest.get(year, adopted):
            said = _("versi yang tanggalnya sebelum versi di atasnya")
            problems.note(
                row.at("adopted_on"), said, _("versi dari yang pertama ke yang terakhir"), _("Urutkan barisnya")
            )
        elif adopted:
            latest[year] = adopted
        version = BudgetVersion(
            identifier, year, BudgetVersionKind(kind), adopted, row.text("document"), row.text("reason"), row.place
        )
        found.append(version)
    return tuple(found)


def read_in_course(
    earlier: Sequence[FilledRow],
    periods: Sequence[FilledRow],
    versions: Sequence[BudgetVersion],
    *,
    nodes: Codes,
    codes: Codes,
    problems: Problems,
) -> InCourse:
    """Earlier appropriations and spending by period; `codes` are those of the versions."""
    found = InCourse(last_versions={version.year: version.id for version in versions})
    years = {version.id: version.year for version in versions}
    for row in earlier:
        _read_earlier(row, found, years, nodes=nodes, codes=codes, problems=problems)
    for row in periods:
        _read_period(row, found, nodes, problems)
    return found


def _read_earlier(
    row: FilledRow, found: InCourse, years: Mapping[str, int], *, nodes: Codes, codes: Codes, problems: Problems
) -> None:
    if not row.required_text("node", problems) or not row.required_text("version", problems):
        return
    node = nodes.resolve(row.entries["node"], _("Anggaran"), problems)
    version = codes.resolve(row.entries["version"], _("Versi Anggaran"), problems)
    amount = row.required_decimal("appropriation", problems)
    if not node or version not in years or amount is None:
        return
    stated = found.earlier.setdefault((node, years[version]), [])
    if any(other.version == version for _row, other in stated):
        said = _("pagu {node} menurut {version} yang kedua").format(node=node, version=version)
        problems.error(row.at("version"), said, _("satu baris satu kegiatan dan versi"), _("Hapus salah satunya"))
        return
    stated.append((row, EarlierAppropriation(version, amount)))


def _read_period(row: FilledRow, found: InCourse, nodes: Codes, problems: Problems) -> None:
    year, chosen = row.required_whole("year", problems), row.required_text("period", problems)
    if not row.required_text("node", problems) or year is None or not chosen:
        return
    node = nodes.resolve(row.entries["node"], _("Anggaran"), problems)
    if not node:
        return
    period = period_of(chosen, year)
    spent = PeriodSpending(period, row.decimal("expenditure"), row.decimal("physical"), row.at("expenditure"))
    stated = found.periods.setdefault((node, year), [])
    if any(other.period == period for _row, other in stated):
        said = _("realisasi {node} {period} yang kedua").format(node=node, period=period_title(period))
        problems.error(row.at("period"), said, _("satu baris satu kegiatan dan periode"), _("Hapus salah satunya"))
        return
    cycles = {other.period.cycle for _row, other in stated if other.expenditure is not None}
    if spent.expenditure is not None and cycles and period.cycle not in cycles:
        said = _("belanja {node} {year} dengan dua macam periode").format(node=node, year=year)
        remedy = _("Pilih salah satunya: bulan, triwulan atau semester tidak dijumlahkan satu dengan yang lain")
        problems.note(row.at("period"), said, _("satu macam periode"), remedy)
    stated.append((row, spent))


def with_course(amount: Amount, node: str, course: InCourse, problems: Problems) -> Amount:
    """The amount with what the other sheets say of its leaf and year, compared with what it says itself."""
    stated = course.earlier.get((node, amount.year), [])
    last = course.last_versions.get(amount.year)
    for row, one in stated:
        if one.version == last and one.appropriation != amount.appropriation:
            pagu = _("belum diisi") if amount.appropriation is None else _rupiah(amount.appropriation)
            said = _("{stated} untuk versi terakhir, sedangkan Pagu {year} di lembar Anggaran {pagu}").format(
                stated=_rupiah(one.appropriation), year=amount.year, pagu=pagu
            )
            remedy = _("Perbaiki salah satunya; pagu versi terakhir cukup di lembar Anggaran")
            problems.error(row.at("appropriation"), said, _("pagu yang sama"), remedy)
    periods = course.periods.get((node, amount.year), [])
    _compare_year(amount, periods, problems)
    return Amount(
        amount.year,
        amount.appropriation,
        amount.expenditure,
        amount.planned,
        amount.physical,
        tuple(one for _row, one in stated if one.version != last),
        tuple(one for _row, one in periods),
        amount.place,
    )


def _compare_year(amount: Amount, periods: Sequence[tuple[FilledRow, PeriodSpending]], problems: Problems) -> None:
    """Compare a whole year of periods with what was spent in it."""
    spent = {one.period: (row, one.expenditure) for row, one in periods if one.expenditure is not None}
    if not spent:
        return
    for cycle in Cycle:
        whole = [spent[period] for period in periods_of(amount.year, cycle) if period in spent]
        total = sum((value for _row, value in whole if value is not None), Decimal(0))
        if amount.expenditure is None or len(whole) < cycle.periods or total == amount.expenditure:
            continue
        said = _("belanja semua periode {year} berjumlah {sum}, sedangkan Realisasi {year} di lembar Anggaran {stated}")
        said = said.format(year=amount.year, sum=_rupiah(total), stated=_rupiah(amount.expenditure))
        row, last = whole[-1]
        if last == amount.expenditure:
            remedy = _("Tulis belanja selama tiap periode saja, bukan sampai dengan periode itu")
            problems.error(row.at("expenditure"), said, _("jumlah yang sama"), remedy)
        else:
            remedy = _("Periksa mana yang sudah final")
            problems.note(row.at("expenditure"), said, _("jumlah yang sama"), remedy)


def _rupiah(value: Decimal) -> str:
    return write_rupiah(Fraction(value))

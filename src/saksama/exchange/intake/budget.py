"""Rows → the money: the tree of programmes with amounts at its leaves, and what each programme serves."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from saksama.exchange.fields import NONE, key
from saksama.exchange.intake.rows import Codes, FilledRow
from saksama.exchange.intake.spending import InCourse, with_course
from saksama.exchange.intake.years import note_outside, per_year
from saksama.exchange.problem import Problems
from saksama.exchange.sheets.money import code_of, implied_level, implied_parent
from saksama.kernel.budget import Amount, BudgetLevel, BudgetNode, Support
from saksama.kernel.figures import write_decimal
from saksama.kernel.indicator import PerformanceIndicator
from saksama.kernel.rounding import write_rupiah
from saksama.language.messages import _

_TOTAL = re.compile(r"(grand )?(jumlah|total)\b.*", re.IGNORECASE)
_DEPTH = {BudgetLevel.PROGRAMME: 0, BudgetLevel.ACTIVITY: 1, BudgetLevel.SUB_ACTIVITY: 2}
_LEVELS = tuple(_DEPTH)
_MONEY = (("appropriation", "pagu"), ("expenditure", "realisasi"), ("planned", "pagu Renstra"))
_PER_YEAR = ("appropriation", "expenditure", "planned", "physical")
"""The fields of an `Amount` that stand on the sheet "Anggaran"."""


def read_budget_codes(rows: Sequence[FilledRow], codes: Codes, problems: Problems) -> list[FilledRow]:
    """The rows with a code of their own; a row of totals at the end is left out. `codes` takes in their codes."""
    kept: list[FilledRow] = []
    for row in rows:
        if "id" not in row.entries and _TOTAL.fullmatch(row.text("name")):
            problems.note(row.at("name"), _("baris jumlah, yang tidak dibaca karena jumlah selalu dihitung"))
            continue
        identifier = row.required_text("id", problems)
        if identifier and codes.add(identifier, row.at("id"), problems):
            kept.append(row)
    return kept


def read_programmes(
    rows: Sequence[FilledRow],
    years: range,
    codes: Codes,
    *,
    indicators: Mapping[str, tuple[PerformanceIndicator, ...]],
    course: InCourse,
    problems: Problems,
) -> tuple[BudgetNode, ...]:
    """The programmes. Money at a parent is compared with the sum of its leaves and never stored."""
    parents = _parents(rows, codes, problems)
    below: dict[str, list[FilledRow]] = {}
    for row in rows:
        below.setdefault(parents[row.text("id")], []).append(row)
    levels = _levels(rows, parents, problems)

    def build(row: FilledRow) -> BudgetNode:
        identifier = row.text("id")
        children = tuple(build(child) for child in below.get(identifier, ()))
        node = BudgetNode(
            identifier,
            row.required_text("name", problems),
            levels[identifier],
            code_of(identifier, row.text("code")),
            () if children else _amounts(row, years, course, problems),
            indicators.get(identifier, ()),
            children,
            row.text("owner"),
            row.place,
        )
        if children:
            _compare_totals(row, node, problems)
            _refuse_course(row, course, problems)
        return node

    return tuple(build(row) for row in below.get("", ()))


def _parents(rows: Sequence[FilledRow], codes: Codes, problems: Problems) -> dict[str, str]:
    """The parent of each row, "" for none: as stated, else by its code, else the nearest higher row above."""
    identifiers = {row.text("id") for row in rows}
    parents: dict[str, str] = {}
    above: list[tuple[int, str]] = []
    for row in rows:
        identifier, depth = row.text("id"), _stated_depth(row)
        implied = implied_parent(identifier)
        entry = row.entries.get("parent")
        if entry and entry.value != NONE:
            parents[identifier] = codes.resolve(entry, _("Anggaran"), problems)
        elif entry or depth == 0:
            parents[identifier] = ""
        elif implied in identifiers:
            parents[identifier] = implied
        else:
            parents[identifier] = _nearest_above(row, depth, above, problems)
        above.append((depth if depth is not None else len(above), identifier))
    for row in rows:
        _break_circle(row, parents, problems)
    return parents


def _stated_depth(row: FilledRow) -> int | None:
    stated = row.text("level")
    level = BudgetLevel(stated) if stated else implied_level(row.text("id"))
    return None if level is None else _DEPTH[level]


def _nearest_above(row: FilledRow, depth: int | None, above: Sequence[tuple[int, str]], problems: Problems) -> str:
    if depth is None:
        return ""
    parent = next((identifier for other, identifier in reversed(above) if other < depth), "")
    if parent:
        found = _('baris tanpa kode induk, dibaca sebagai bagian dari "{parent}" di atasnya').format(parent=parent)
        problems.note(row.at("parent"), found, "", _("Isi Kode induk bila bukan itu"))
        return parent
    found = _("kegiatan tanpa program di atasnya")
    problems.error(row.at("parent"), found, _("kode induk"), _("Isi Kode induk, atau ubah jenjangnya menjadi Program"))
    return ""


def _break_circle(row: FilledRow, parents: dict[str, str], problems: Problems) -> None:
    seen: list[str] = []
    identifier = row.text("id")
    while identifier and identifier not in seen:
        seen.append(identifier)
        identifier = parents.get(identifier, "")
    if identifier == row.text("id"):
        found = _("kode induk yang berputar kembali ke baris ini")
        problems.error(row.at("parent"), found, _("kode baris di atasnya"), _("Perbaiki Kode induk"))
        parents[identifier] = ""


def _levels(rows: Sequence[FilledRow], parents: Mapping[str, str], problems: Problems) -> dict[str, BudgetLevel]:
    levels: dict[str, BudgetLevel] = {}
    for row in rows:
        identifier = row.text("id")
        stated = row.text("level")
        level = BudgetLevel(stated) if stated else implied_level(identifier)
        if level is None and "level" not in row.unreadable:
            parent = levels.get(parents[identifier])
            if parent is None and parents[identifier]:
                found = _('baris "{code}" yang jenjangnya tidak terbaca dari kodenya').format(code=identifier)
                problems.error(row.at("level"), found, _("Program, Kegiatan atau Subkegiatan"), _("Pilih jenjangnya"))
            depth = 0 if parent is None else min(_DEPTH[parent] + 1, 2)
            level = _LEVELS[depth]
        levels[identifier] = level or BudgetLevel.PROGRAMME
    return levels


def _amounts(row: FilledRow, years: range, course: InCourse, problems: Problems) -> tuple[Amount, ...]:
    found: list[Amount] = []
    stated = {year for name in _PER_YEAR for year in per_year(row, name)}
    for year in sorted(stated | course.years(row.text("id"))):
        place = row.at(key("appropriation", year))
        note_outside(row, key("appropriation", year), year, years=years, problems=problems)
        appropriation, expenditure, planned, physical = (row.decimal(key(name, year)) for name in _PER_YEAR)
        amount = Amount(year, appropriation, expenditure, planned, physical, place=place)
        found.append(with_course(amount, row.text("id"), course, problems))
    return tuple(found)


def _refuse_course(row: FilledRow, course: InCourse, problems: Problems) -> None:
    """Money by version and period, and physical progress, stand at leaves only."""
    expected = _("kode baris terbawah lembar Anggaran")
    for other in course.rows(row.text("id")):
        found = _('"{code}", yang masih punya rincian').format(code=row.text("id"))
        problems.error(other.at("node"), found, expected, _("Tulis untuk setiap rinciannya"))
    for year in per_year(row, "physical"):
        found = _("fisik {year} pada induk, yang tidak dibaca").format(year=year)
        problems.note(row.at(key("physical", year)), found, "", _("Isi fisik pada baris terbawah"))


def _compare_totals(row: FilledRow, node: BudgetNode, problems: Problems) -> None:
    for measure, word in _MONEY:
        for year in per_year(row, measure):
            stated = row.decimal(key(measure, year))
            place = row.at(key(measure, year))
            if stated is None:
                continue
            parts = [_amount(leaf, measure, year) for leaf in node.leaves()]
            known = [part for part in parts if part is not None]
            if not known:
                found = _("{word} {stated} pada induk yang rinciannya belum diisi")
                found = found.format(word=word, stated=_rupiah(stated))
                problems.error(place, found, _("uang pada baris terbawah"), _("Isi rinciannya, lalu kosongkan sel ini"))
            elif sum(known) != stated:
                found = _("{word} {year} sebesar {stated}, sedangkan jumlah rinciannya {sum}")
                found = found.format(word=word, year=year, stated=_rupiah(stated), sum=_rupiah(sum(known, Decimal(0))))
                remedy = _("Perbaiki rinciannya, lalu kosongkan sel ini: jumlahnya dihitung sendiri")
                problems.error(place, found, _("jumlah yang sama dengan rinciannya"), remedy)


def _amount(leaf: BudgetNode, measure: str, year: int) -> Decimal | None:
    amount = leaf.amount(year)
    stated: Decimal | None = getattr(amount, measure, None)
    return stated


def _rupiah(value: Decimal) -> str:
    return write_rupiah(Fraction(value))


def read_supports(
    rows: Sequence[FilledRow], nodes: Codes, subjects: Codes, *, problems: Problems
) -> tuple[Support, ...]:
    """Which programme serves what. Shares of a programme that do not add to 100 are noted, unless it is shared."""
    found: list[Support] = []
    sums: dict[str, Decimal] = {}
    last: dict[str, FilledRow] = {}
    for row in rows:
        if not row.required_text("node", problems) or not row.required_text("subject", problems):
            continue
        node = nodes.resolve(row.entries["node"], _("Anggaran"), problems)
        subject = subjects.resolve(row.entries["subject"], _("Sasaran atau Indikator"), problems)
        if not node or not subject:
            continue
        if any((other.node, other.subject) == (node, subject) for other in found):
            said = _("dukungan {node} untuk {subject} yang kedua").format(node=node, subject=subject)
            problems.error(row.place, said, _("satu baris satu dukungan"), _("Hapus salah satunya"))
            continue
        share = row.decimal("share")
        if share is None and "share" in row.unreadable:
            continue
        share = Decimal(100) if share is None else share
        is_shared = row.text("is_shared") == "yes"
        found.append(Support(node, subject, share, is_shared, row.at("share")))
        last[node] = row
        if not is_shared:
            sums[node] = sums.get(node, Decimal(0)) + share
    shared = {support.node for support in found if support.is_shared}
    for node, total in sums.items():
        if node in shared:
            said = _('"{node}" yang pagunya bersama di satu baris dan dibagi di baris lain').format(node=node)
            remedy = _("Pilih salah satunya; sebelum itu uangnya tidak dibagi ke sasaran")
            problems.note(last[node].at("is_shared"), said, _("pagu bersama, atau porsi yang dibagi"), remedy)
            continue
        if total != 100:
            said = _('porsi "{node}" yang berjumlah {total}%').format(node=node, total=write_decimal(total))
            remedy = _("Bagi porsinya sampai berjumlah 100; sebelum itu uangnya tidak dibagi ke sasaran")
            problems.note(last[node].at("share"), said, _("jumlah porsi 100%"), remedy)
    return tuple(found)

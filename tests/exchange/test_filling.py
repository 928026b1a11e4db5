"""An export fills the record's money of a year: by code, else by name; everything else stays as it was."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from saksama.exchange.sample import SAMPLE
from saksama.exchange.spending_export.filling import Filling, fill
from saksama.exchange.spending_export.nodes import ExportNode
from saksama.exchange.spending_export.reading import Money
from saksama.kernel.budget import Amount, BudgetLevel, BudgetNode
from saksama.kernel.indicator import PerformanceIndicator
from saksama.kernel.provenance import Place
from saksama.kernel.record import PerformanceRecord
from tests.exchange.exports import plain, read, written
from tests.exchange.records import records

YEAR = 2025
LEVELS = (BudgetLevel.PROGRAMME, BudgetLevel.ACTIVITY, BudgetLevel.SUB_ACTIVITY)


def own(
    identifier: str,
    name: str,
    *children: BudgetNode,
    code: str | None = None,
    amounts: Sequence[Amount] = (),
    depth: int = 0,
) -> BudgetNode:
    """A node of the record; its id is its code unless another is given."""
    return BudgetNode(
        identifier, name, LEVELS[depth], identifier if code is None else code, tuple(amounts), children=children
    )


def record(*programmes: BudgetNode) -> PerformanceRecord:
    return replace(SAMPLE, programmes=programmes, supports=())


def stated(code: str, name: str, appropriation: int | None = 100, expenditure: int | None = 90) -> ExportNode:
    amounts = (None if value is None else Decimal(value) for value in (appropriation, expenditure))
    return ExportNode(code, name, Money(*amounts), Place(sheet="LRA", cell="4:4"))


def amount(appropriation: int | None, expenditure: int | None, year: int = YEAR) -> Amount:
    money = [None if value is None else Decimal(value) for value in (appropriation, expenditure)]
    return Amount(year, money[0], money[1])


def changed(filling: Filling) -> list[tuple[str, str, object, object]]:
    return [(change.node.id, change.measure, change.before, change.after) for change in filling.changes]


def test_a_leaf_is_filled_by_its_code_and_what_stood_there_is_shown() -> None:
    before = record(own("8.01.03", "Program A", amounts=[amount(80, None), amount(5, 4, 2024)]))

    filling = fill(before, [stated("8.01.03", "Program A")], YEAR)

    assert filling.record.programmes[0].amounts == (amount(5, 4, 2024), amount(100, 90))
    assert changed(filling) == [("8.01.03", "appropriation", 80, 100), ("8.01.03", "expenditure", None, 90)]
    assert [change.overwrites for change in filling.changes] == [True, False]


def test_what_the_export_does_not_state_stays() -> None:
    before = record(own("8.01.03", "Program A", amounts=[replace(amount(80, 70), physical=Decimal(50))]))

    filling = fill(before, [stated("8.01.03", "Program A", 80, None)], YEAR)

    assert filling.record == before
    assert (filling.changes, filling.equal) == ((), 1)


def test_a_node_without_a_code_is_found_by_its_name_and_gets_the_code() -> None:
    before = record(
        own("P1", "Program Kewaspadaan Nasional", own("P1.1", "Pemantauan Wilayah", code="", depth=1), code="I")
    )
    nodes = [stated("8.01.06", "PROGRAM KEWASPADAAN NASIONAL"), stated("8.01.06.2.01", "Pemantauan wilayah")]

    filling = fill(before, nodes, YEAR)

    programme = filling.record.programmes[0]
    assert (programme.id, programme.code) == ("P1", "8.01.06")
    assert (programme.children[0].id, programme.children[0].code) == ("P1.1", "8.01.06.2.01")
    assert programme.children[0].amounts == (amount(100, 90),)
    assert ("P1", "code", "I", "8.01.06") in changed(filling)
    assert len(filling.matched_by_name) == 2


def test_two_rows_of_one_name_are_not_told_apart_by_it() -> None:
    before = record(own("P1", "Program A", code=""), own("P2", "Program A", code=""))

    filling = fill(before, [stated("", "Program A")], YEAR)

    assert filling.record == before
    assert "2 kali" in filling.unmatched[0].reason


def test_the_same_name_under_another_code_is_doubted_and_not_added() -> None:
    before = record(own("8.01.02", "Program Kewaspadaan", amounts=[amount(1, 1)]))

    filling = fill(before, [stated("8.01.06", "Program Kewaspadaan")], YEAR)

    assert filling.record == before
    assert "8.01.02" in filling.unmatched[0].reason
    assert [missing.node.id for missing in filling.missing] == ["8.01.02"]


def test_what_the_record_lacks_is_added_below_its_parent() -> None:
    before = record(own("8.01.03", "Program A", own("8.01.03.2.01", "Kegiatan A", depth=1, amounts=[amount(1, 1)])))
    nodes = [
        stated("8.01.03", "Program A"),
        stated("8.01.03.2.02", "Kegiatan B"),
        stated("8.01.03.2.02.0001", "Sub B"),
    ]

    filling = fill(before, nodes, YEAR)

    first, second = filling.record.programmes[0].children
    assert (first.id, first.amounts) == ("8.01.03.2.01", (amount(1, 1),))
    assert (second.id, second.level, second.amounts) == ("8.01.03.2.02", BudgetLevel.ACTIVITY, ())
    assert second.children[0].amounts == (amount(100, 90),)
    assert [node.code for node in filling.added] == ["8.01.03.2.02", "8.01.03.2.02.0001"]


def test_details_do_not_break_up_what_the_record_keeps_in_one_sum() -> None:
    before = record(own("8.01.03", "Program A", amounts=[amount(5, 4, 2024)]))
    nodes = [stated("8.01.03", "Program A"), stated("8.01.03.2.02", "Kegiatan B"), stated("8.01.03.2.02.0001", "Sub B")]

    filling = fill(before, nodes, YEAR)

    assert filling.record.programmes[0].children == ()
    assert filling.record.programmes[0].amounts == (amount(5, 4, 2024), amount(100, 90))
    assert [(node.code, whole.id) for node, whole in filling.rolled_up] == [
        ("8.01.03.2.02", "8.01.03"),
        ("8.01.03.2.02.0001", "8.01.03"),
    ]


def test_an_export_with_sums_only_fills_no_detail() -> None:
    before = record(own("8.01.03", "Program A", own("8.01.03.2.01", "Kegiatan A", depth=1, amounts=[amount(1, 1)])))

    filling = fill(before, [stated("8.01.03", "Program A")], YEAR)

    assert filling.record == before
    assert "Program A" in filling.missing[0].reason


def test_a_detail_without_its_parent_fits_nowhere() -> None:
    filling = fill(record(), [stated("8.01.03.2.01", "Kegiatan A")], YEAR)

    assert filling.record.programmes == ()
    assert [rest.node.code for rest in filling.unmatched] == ["8.01.03.2.01"]


def test_the_money_of_a_line_without_partner_is_not_added_a_second_time() -> None:
    cleaning = own("P1.1", "Jasa kebersihan", code="", depth=1, amounts=[amount(100, 90)])
    before = record(own("8.01.03", "Program A", cleaning))
    nodes = [stated("8.01.03", "Program A"), stated("8.01.03.2.01", "Belanja halaman")]

    filling = fill(before, nodes, YEAR)

    assert filling.record == before
    assert "Jasa kebersihan" in filling.unmatched[0].reason


def test_another_name_under_the_same_code_is_shown_and_kept() -> None:
    before = record(own("8.01.03", "Program Lama", amounts=[amount(100, 90)]))

    filling = fill(before, [stated("8.01.03", "Program Baru")], YEAR)

    assert filling.record == before
    assert [(node.name, kept.name) for node, kept in filling.renamed] == [("Program Baru", "Program Lama")]


_PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
_codes = st.builds(lambda number, parts: ".".join(["8.01", f"{number:02}", *parts]), st.integers(1, 3),
                   st.sampled_from(((), ("2.01",), ("2.01.0001",), ("2.01.0002",))))  # fmt: skip


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), phases=_PHASES)
@given(records(), st.lists(_codes, max_size=8, unique=True), st.integers(0, 10**12))
def test_filling_touches_nothing_but_codes_and_the_year_s_money(
    before: PerformanceRecord, codes: list[str], rupiah: int
) -> None:
    nodes = [stated(code, f"Nama {code}", rupiah, None) for code in sorted(codes)]

    filling = fill(before, nodes, YEAR)
    again = fill(filling.record, nodes, YEAR)

    assert replace(filling.record, programmes=()) == replace(before, programmes=())
    assert again.record == filling.record
    assert (again.changes, again.added) == ((), ())
    assert len(filling.record.programmes) >= len(before.programmes)
    for one, other in zip(before.programmes, filling.record.programmes, strict=False):
        assert _kept(one) == _kept(other)[: len(_kept(one))]


def _kept(node: BudgetNode) -> list[tuple[str, str, tuple[PerformanceIndicator, ...], list[Amount]]]:
    """What filling a year may not change of a node and those below that were there before."""
    others = [amount for amount in node.amounts if amount.year != YEAR]
    before = [child for child in node.children if not child.code.startswith("8.01")]
    return [(node.id, node.name, node.indicators, others), *(line for child in before for line in _kept(child))]


def test_an_export_of_one_file_reads_into_the_sample(tmp_path: Path) -> None:
    path = written(tmp_path / "lra.xlsx", plain(("8.01.09", "Program Contoh Baru", 30_000, 20_000)))
    _export, nodes, _problems = read(path)

    filling = fill(SAMPLE, nodes, YEAR)

    assert filling.record.programmes[:-1] == SAMPLE.programmes
    assert filling.record.programmes[-1].amounts == (amount(30_000, 20_000),)

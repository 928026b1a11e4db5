"""Copies that several people changed become one again: nothing is lost, and every contradiction is listed."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from saksama.exchange.fields import Kind
from saksama.exchange.parts.changes import EXISTS, changes_between, keyed_rows
from saksama.exchange.parts.merging import Claim, Copy, merge
from saksama.exchange.parts.origin import Origin, read_origin, write_origin
from saksama.exchange.parts.row_keys import key_fields, keyed
from saksama.exchange.parts.stated_rows import StatedRows, stated_rows
from saksama.exchange.rows.row import Row, Value
from saksama.exchange.sample_2025 import SAMPLE_2025
from saksama.exchange.sheets.catalogue import SHEETS, sheet_named
from saksama.kernel.record import PerformanceRecord
from tests.exchange.records import records

_PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
_FAST = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), phases=_PHASES)

BASE: StatedRows = {
    "actuals": (
        {"indicator": "IK1", "year": 2025, "value": Decimal("93.5"), "source": "BPS"},
        {"indicator": "IK2", "year": 2025, "value": Decimal(7)},
    ),
    "staff": ({"grouping": "Pendidikan", "category": "S1", "count": 4},),
    "choices": (
        {"topic": "Skala", "decision": "Dipakai A", "reason": "Peraturan"},
        {"topic": "Skala", "decision": "Dipakai B", "reason": "Kebiasaan"},
    ),
}


def edited(sheet: str, number: int, **cells: Value | None) -> StatedRows:
    """The base with other cells in one row; `None` empties a cell."""
    rows = [dict(row) for row in BASE[sheet]]
    for name, value in cells.items():
        rows[number].pop(name, None)
        if value is not None:
            rows[number][name] = value
    return {**BASE, sheet: tuple(rows)}


def added(sheet: str, *rows: Row, base: StatedRows = BASE) -> StatedRows:
    return {**base, sheet: (*base.get(sheet, ()), *rows)}


def copies(*rows: StatedRows) -> list[Copy]:
    return [Copy(f"bagian {number}", BASE, one) for number, one in enumerate(rows, 1)]


def plain(rows: StatedRows) -> dict[str, tuple[Row, ...]]:
    return {sheet: of_sheet for sheet, of_sheet in rows.items() if of_sheet}


def test_unchanged_copies_change_nothing() -> None:
    merged = merge("data", BASE, copies(BASE, BASE))

    assert plain(merged.rows) == BASE
    assert (merged.taken, merged.conflicts) == ((), ())


def test_edits_of_different_cells_all_arrive() -> None:
    merged = merge(
        "data",
        BASE,
        copies(
            edited("actuals", 0, value=Decimal("94.0")), edited("actuals", 0, source=None), edited("staff", 0, count=5)
        ),
    )

    assert merged.rows["actuals"][0] == {"indicator": "IK1", "year": 2025, "value": Decimal("94.0")}
    assert merged.rows["staff"][0]["count"] == 5
    assert [taken.who for taken in merged.taken] == ["bagian 1", "bagian 2", "bagian 3"]
    assert merged.conflicts == ()


def test_two_who_say_the_same_do_not_disagree() -> None:
    merged = merge("data", BASE, copies(edited("staff", 0, count=5), edited("staff", 0, count=5)))

    assert merged.rows["staff"][0]["count"] == 5
    assert (len(merged.taken), merged.conflicts) == (1, ())


def test_two_who_say_different_things_are_listed_and_the_main_value_stays() -> None:
    merged = merge("data", BASE, copies(edited("staff", 0, count=5), edited("staff", 0, count=6)))

    (conflict,) = merged.conflicts
    assert merged.rows["staff"][0]["count"] == conflict.kept == 4
    assert conflict.claims == (Claim("bagian 1", 5), Claim("bagian 2", 6))


def test_what_the_main_workbook_changed_since_counts_as_well() -> None:
    """A part that is older than the main workbook takes nothing back."""
    main = added("actuals", {"indicator": "IK3", "year": 2025, "value": Decimal(1)}, base=edited("staff", 0, count=9))

    untouched = merge("data", main, copies(BASE))
    disputed = merge("data", main, copies(edited("staff", 0, count=5)))

    assert plain(untouched.rows) == main
    assert untouched.conflicts == ()
    assert disputed.conflicts[0].claims == (Claim("data", 9), Claim("bagian 1", 5))
    assert disputed.rows["staff"][0]["count"] == 9


def test_new_rows_stand_behind_those_that_they_followed() -> None:
    first, second = BASE["actuals"]
    new: Row = {"indicator": "IK9", "year": 2025, "value": Decimal(1)}

    merged = merge("data", BASE, copies({**BASE, "actuals": (first, new, second)}))

    assert merged.rows["actuals"] == (first, new, second)


def test_two_new_rows_of_one_list_are_two_and_of_one_code_are_one_with_a_conflict() -> None:
    award: list[Row] = [{"year": 2025, "name": "Penghargaan", "giver": giver} for giver in ("Gubernur", "Menteri")]
    actual: list[Row] = [{"indicator": "IK5", "year": 2025, "value": Decimal(value)} for value in (1, 2)]

    lists = merge("data", BASE, copies(added("awards", award[0]), added("awards", award[1])))
    codes = merge("data", BASE, copies(added("actuals", actual[0]), added("actuals", actual[1])))

    assert lists.rows["awards"] == tuple(award)
    assert lists.conflicts == ()
    assert codes.rows["actuals"][-1] == actual[0]
    assert [(conflict.column, conflict.kept) for conflict in codes.conflicts] == [("value", Decimal(1))]


def test_the_same_new_row_of_two_is_one() -> None:
    award: Row = {"year": 2025, "name": "Penghargaan", "giver": "Gubernur"}

    merged = merge("data", BASE, copies(added("awards", award), added("awards", award)))

    assert merged.rows["awards"] == (award,)


def test_a_row_that_one_removes_goes_unless_another_edits_it() -> None:
    without = {**BASE, "staff": ()}

    alone = merge("data", BASE, copies(without, BASE))
    disputed = merge("data", BASE, copies(without, edited("staff", 0, count=6)))

    assert alone.rows["staff"] == ()
    assert [(taken.change.column, taken.change.after) for taken in alone.taken] == [(EXISTS, None)]
    assert disputed.rows["staff"] == ({"grouping": "Pendidikan", "category": "S1", "count": 6},)
    assert disputed.conflicts[0].claims == (Claim("bagian 1", None), Claim("bagian 2", "yes"))


def test_rows_of_one_name_are_known_by_what_they_say() -> None:
    merged = merge("data", BASE, copies({**BASE, "choices": BASE["choices"][1:]}))

    assert merged.rows["choices"] == BASE["choices"][1:]
    assert len(merged.taken) == 1


def test_sorting_a_sheet_is_no_change() -> None:
    merged = merge("data", BASE, copies({**BASE, "actuals": BASE["actuals"][::-1]}))

    assert plain(merged.rows) == BASE
    assert merged.taken == ()


def test_every_sheet_has_fields_that_name_its_rows() -> None:
    for sheet in SHEETS:
        assert key_fields(sheet) or sheet.layout.value == "key-value", sheet.identifier
        assert all(sheet.field(name).kind is not Kind.LONG_TEXT for name in key_fields(sheet))


@_FAST
@given(records())
def test_a_record_s_rows_name_themselves_and_survive_the_origin(record: PerformanceRecord) -> None:
    rows = stated_rows(record)

    assert {sheet: tuple(of_sheet.values()) for sheet, of_sheet in keyed_rows(rows).items()} == dict(rows)
    assert read_origin(write_origin(Origin("Bidang I", rows))) == Origin("Bidang I", rows)


def test_an_origin_that_was_tampered_with_is_none() -> None:
    texts = write_origin(Origin("Bidang I", BASE))

    assert read_origin(texts[:1]) is None
    assert read_origin((texts[0], texts[1][:-8])) is None
    assert read_origin((texts[0], "bukan base64 !")) is None
    assert read_origin(()) is None


SAMPLE_ROWS = stated_rows(SAMPLE_2025)
CELLS = [
    (sheet, number, column)
    for sheet, rows in SAMPLE_ROWS.items()
    for number, row in enumerate(rows)
    for column in row
    if column not in key_fields(sheet_named(sheet))
]


def _with(cells: dict[tuple[str, int, str], Value]) -> StatedRows:
    rows = {sheet: [dict(row) for row in of_sheet] for sheet, of_sheet in SAMPLE_ROWS.items()}
    for (sheet, number, column), value in cells.items():
        rows[sheet][number][column] = value
    return {sheet: tuple(of_sheet) for sheet, of_sheet in rows.items()}


@_FAST
@given(st.dictionaries(st.sampled_from(CELLS), st.tuples(st.integers(0, 2), st.text(min_size=1)), max_size=12))
def test_edits_in_distinct_parts_all_arrive(edits: dict[tuple[str, int, str], tuple[int, str]]) -> None:
    shares = [{cell: text for cell, (who, text) in edits.items() if who == number} for number in range(3)]
    parts = [Copy(str(number), SAMPLE_ROWS, _with(dict(share))) for number, share in enumerate(shares)]

    merged = merge("data", SAMPLE_ROWS, parts)

    assert merged.conflicts == ()
    assert merged.rows == _with({cell: text for cell, (_who, text) in edits.items()})


@_FAST
@given(
    st.dictionaries(st.sampled_from(CELLS), st.text(min_size=1), max_size=8),
    st.dictionaries(st.sampled_from(CELLS), st.text(min_size=1), max_size=8),
)
def test_contradicting_edits_are_all_listed_and_the_rest_taken(
    one: dict[tuple[str, int, str], Value], other: dict[tuple[str, int, str], Value]
) -> None:
    merged = merge("data", SAMPLE_ROWS, [Copy("A", SAMPLE_ROWS, _with(one)), Copy("B", SAMPLE_ROWS, _with(other))])

    disputed = {cell for cell in set(one) & set(other) if one[cell] != other[cell]}
    keys = {sheet.identifier: list(keyed(sheet, SAMPLE_ROWS[sheet.identifier])) for sheet in SHEETS}
    listed = {
        (conflict.sheet, keys[conflict.sheet].index(conflict.row), conflict.column) for conflict in merged.conflicts
    }
    agreed = {cell: value for cell, value in {**one, **other}.items() if cell not in disputed}
    assert listed == disputed - {cell for cell in disputed if _was(cell) in (one[cell], other[cell])}
    assert merged.rows == _with({**agreed, **{cell: _settled(cell, one, other) for cell in disputed}})


def _was(cell: tuple[str, int, str]) -> Value:
    sheet, number, column = cell
    return SAMPLE_ROWS[sheet][number][column]


def _settled(
    cell: tuple[str, int, str], one: dict[tuple[str, int, str], Value], other: dict[tuple[str, int, str], Value]
) -> Value:
    """What is kept of a dispute: the one edit where the other left the cell as it was, else what was there."""
    edits = [value for value in (one[cell], other[cell]) if value != _was(cell)]
    return edits[0] if len(edits) == 1 else _was(cell)


def test_a_change_of_decimals_is_a_change() -> None:
    before = keyed_rows(BASE)
    after = keyed_rows(edited("actuals", 0, value=Decimal("93.50")), before)

    assert [change.after for change in changes_between(before, after)] == [Decimal("93.50")]


def test_a_picture_that_was_exchanged_is_a_change() -> None:
    (picture,) = SAMPLE_2025.pictures
    other = replace(SAMPLE_2025, pictures=(replace(picture, content=picture.content + b"0"),))

    merged = merge("data", SAMPLE_ROWS, [Copy("A", SAMPLE_ROWS, stated_rows(other))])

    assert [(taken.change.sheet, taken.change.column) for taken in merged.taken] == [("pictures", "content")]

"""The tables for analysts: their figures are the kernel's, their ids join, and their page is current."""

import csv
import io
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest

from saksama.compose.figures import figures, reported_years
from saksama.exchange.analyst.catalogue import TABLES
from saksama.exchange.analyst.csv_file import write_csv
from saksama.exchange.analyst.table import Table
from saksama.exchange.sample import SAMPLE
from saksama.kernel.budget import BudgetNode
from saksama.kernel.record import PerformanceRecord
from tests.exchange.analyst.small_record import SMALL
from tests.exchange.wide_record import wide_record
from tools.reference_tables import PAGE, tables_page


def _rows(name: str, record: PerformanceRecord = SMALL) -> dict[str, Mapping[str, str]]:
    """The rows of a table's CSV by their first column."""
    table = next(table for table in TABLES if table.name == name)
    text = write_csv(table, record).decode("utf-8")
    return {row[table.columns[0].name]: row for row in csv.DictReader(io.StringIO(text, newline=""))}


def _cells(row: Mapping[str, str], *names: str) -> list[str]:
    return [row[name] for name in names]


def test_indicators_have_their_place_in_the_plan() -> None:
    rows = _rows("indicators")

    assert _cells(rows["IK1"], "name", "is_key", "level", "subject", "baseline_year", "baseline") == [
        *('Persentase "layanan", tepat waktu', "true", "objective", "S1", "2024", "60.0")
    ]
    assert _cells(rows["IK2"], "name", "is_key", "kind", "baseline") == ["=Jumlah layanan", "false", "", ""]


def test_targets_say_which_one_is_in_force() -> None:
    rows = _rows("targets")

    assert {name: _cells(row, "origin", "revision", "is_in_force", "low") for name, row in rows.items()} == {
        "target-rencana/IK1/2025": ["plan", "", "false", "67.50"],
        "target-rencana/IK1/2026": ["plan", "", "true", "70"],
        "target-pk/IK1/2025-0": ["agreement", "0", "false", "69"],
        "target-pk/IK1/2025-1": ["agreement", "1", "true", "72"],
        "akhir/IK1": ["end-of-plan", "", "", "80"],
        "target-rencana/IK2/2025": ["plan", "", "true", "30"],
        "target-tw/IK2/2025-quarter-1": ["period", "", "true", "6"],
    }


def test_actuals_stand_as_they_were_stated() -> None:
    rows = _rows("actuals")

    assert _cells(rows["realisasi/IK1/2025"], "value", "state", "source", "released_on") == [
        *("70.00", "final", "Laporan", "2026-01-15")
    ]
    assert _cells(rows["realisasi-tw/IK2/2025-quarter-1"], "year", "cycle", "period", "value") == [
        *("2025", "quarter", "1", "7")
    ]


def test_results_are_exact_and_say_why_there_is_none() -> None:
    rows = _rows("results")

    # 70 ÷ 72 × 100 = 97.2222…; the revised agreement is in force.
    wanted = ("actual", "target_low", "value", "value_exact", "rating", "scale", "reason")
    assert _cells(rows["capaian/IK1/2025"], *wanted) == [
        *("70", "72", "97.2222222222", "875/9", "Sangat Tinggi", "permendagri-86-2017", "")
    ]
    assert _cells(rows["kemajuan/IK1/2025"], "target_low", "value", "rating") == ["80", "87.5", ""]
    assert _cells(rows["capaian/IK1/2026"], "actual", "value", "reason") == ["", "", "no-actual"]
    in_period = rows["capaian-tw/IK2/2025-quarter-1"]
    assert _cells(in_period, "measure", "actual", "target_low", "value_exact") == [
        *("achievement-in-period", "7", "6", "350/3")
    ]


def test_money_has_every_version_and_parents_are_sums() -> None:
    rows = _rows("money")

    wanted = ("is_leaf", "version", "is_last", "appropriation", "expenditure", "absorption_exact", "planned", "reason")
    assert _cells(rows["pagu-versi/P1/murni"], *wanted) == ["false", "murni", "false", "400", "", "", "", ""]
    assert _cells(rows["pagu/P1/2025"], *wanted) == [
        *("false", "perubahan", "true", "400", "", "", "", "no-expenditure")
    ]
    assert _cells(rows["pagu/K1/2025"], *wanted) == ["true", "perubahan", "true", "300", "200", "200/3", "400", ""]
    assert _cells(rows["pagu/K1/2025"], "parent", "programme", "absorption") == ["P1", "P1", "66.6666666667"]


def test_what_the_plan_foresaw_is_summed_once_every_leaf_states_it() -> None:
    programme = SMALL.programmes[0]
    first, second = programme.children
    stated = replace(second, amounts=(replace(second.amounts[0], planned=Decimal(50)),))
    outside = replace(second, amounts=())

    def planned(*children: BudgetNode) -> str:
        record = replace(SMALL, programmes=(replace(programme, children=children),))
        return _rows("money", record)["pagu/P1/2025"]["planned"]

    assert planned(first, second) == ""  # 400 and not stated: no number, not 400
    assert planned(first, stated) == "450"
    assert planned(first, outside) == "400"


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_row_has_an_id_of_its_own_and_a_cell_for_each_column(table: Table) -> None:
    for record in (SMALL, SAMPLE, wide_record(own_scale=True)):
        rows = list(table.rows(record))
        assert rows
        assert len({row[0] for row in rows}) == len(rows)
        assert {len(row) for row in rows} == {len(table.columns)}


def test_the_figures_are_those_that_the_command_explains() -> None:
    record = wide_record(own_scale=True)
    explained = {figure.id: figure.result for year in reported_years(record) for figure in figures(record, year)}

    compared = [row for row in _rows("results", record).values() if row["id"] in explained]
    assert len(compared) > 500
    for row in compared:
        assert row["value_exact"] == ("" if row["reason"] else str(explained[row["id"]].value))


def test_the_page_of_the_tables_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == tables_page(), "run `make docs`"

"""The bench's own reports are right, varied, and the same every time."""

from decimal import Decimal

import pytest

from benchmarks.audit.city_budget import money
from benchmarks.audit.figure_mutations import value_of
from benchmarks.audit.invented import invented
from benchmarks.audit.layouts import LAYOUTS
from benchmarks.audit.sites import sites
from saksama.documents.readers.read import suffixes

CITY = next(layout for layout in LAYOUTS if layout.name == "city txt")


def test_the_same_seed_gives_the_same_report() -> None:
    assert invented(7) == invented(7)
    assert CITY.compose(invented(7), 7) == CITY.compose(invented(7), 7)


def test_records_vary_in_shape() -> None:
    records = [invented(seed).record for seed in range(30)]

    counts = {len(list(record.plan.objectives())) for record in records}
    formulas = {indicator.formula for record in records for indicator in record.plan.indicators()}
    units = {indicator.unit for record in records for indicator in record.plan.indicators()}
    levels = {max(node.level.value for node in record.nodes()) for record in records}

    assert {1, 8} <= counts
    assert formulas == {"ratio", "complement", "inverse"}
    assert {"%", "Indeks", "Rupiah"} <= units
    assert len(levels) == 2


@pytest.mark.parametrize("seed", range(6))
def test_every_objective_is_served_by_a_programme(seed: int) -> None:
    record = invented(seed).record

    served = {support.subject for support in record.supports}

    assert all(
        objective.id in served or any(indicator.id in served for indicator in objective.indicators)
        for objective in record.plan.objectives()
    )


@pytest.mark.parametrize("seed", range(6))
def test_a_foreign_report_prints_the_sum_of_its_programmes(seed: int) -> None:
    made = invented(seed)

    totals = [site for site in sites(CITY.compose(made, seed)) if site.is_total and site.kind == "appropriation"]

    expected = Decimal(int(money(made.record.programmes, made.year)[0]))
    assert [value_of(site.text) for site in totals] == [expected, expected]


def test_every_layout_can_be_read() -> None:
    assert {layout.suffix for layout in LAYOUTS} <= set(suffixes())

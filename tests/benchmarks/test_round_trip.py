"""Reports of records with what their year brought say after reading what they said before."""

from pathlib import Path

import pytest

from benchmarks.audit.invented import invented
from benchmarks.audit.invented_year import with_its_year
from benchmarks.audit.layouts import LAYOUTS
from benchmarks.audit.round_trip import trip

DOCX, HTML = (next(place for place, layout in enumerate(LAYOUTS) if layout.name == name) for name in ("docx", "html"))


@pytest.mark.parametrize(("layout", "seed"), [(HTML, 5002), (HTML, 5006), (DOCX, 5000)])
def test_nothing_false_is_said_and_nothing_is_lost(layout: int, seed: int, tmp_path: Path) -> None:
    made = trip((layout, seed, tmp_path, True))

    assert made.printed > 100
    assert (made.findings, made.lost, made.invented) == ((), (), ())


def test_the_same_seed_gives_the_same_year() -> None:
    assert with_its_year(invented(7), 7) == with_its_year(invented(7), 7)


def test_years_have_everything_that_real_offices_have() -> None:
    records = [with_its_year(invented(seed), seed).record for seed in range(12)]
    indicators = [indicator for record in records for indicator in record.plan.indicators()]
    actuals = [actual for indicator in indicators for actual in indicator.actuals]

    assert any(indicator.period_actuals for indicator in indicators)
    assert any(indicator.changes for indicator in indicators)
    assert any(actual.is_carried_over for actual in actuals)
    assert all(len(record.agreements) == len(record.surveys) == 2 for record in records)
    assert all(len(record.budget_versions) == 3 for record in records)
    assert any(sum(support.is_shared for support in record.supports) > 1 for record in records)

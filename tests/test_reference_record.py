"""The schema of the record says what the kernel has, and what is written as JSON fits it."""

import json
from collections.abc import Mapping
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings

from saksama.exchange.record_json import encoded, write_record
from saksama.exchange.record_shapes import FORMAT, VERSION
from saksama.exchange.sample import SAMPLE
from saksama.exchange.sample_2025 import SAMPLE_2025
from saksama.kernel.record import PerformanceRecord
from tests.audit.schema import problems
from tests.exchange.any_value import values
from tests.exchange.wide_record import wide_record
from tools.reference_record import SCHEMA, schema_text, undocumented


def _against_schema(content: Any) -> list[str]:
    schema: Mapping[str, Any] = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return list(problems(content, schema, whole=schema))


def test_the_schema_is_current() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == schema_text(), "run `make docs`"


def test_every_field_is_documented() -> None:
    assert list(undocumented()) == [], "add it to tools/record_fields.toml"


def test_written_records_fit_the_schema() -> None:
    for record in (SAMPLE, SAMPLE_2025, wide_record(own_scale=True)):
        assert _against_schema(json.loads(write_record(record))) == []


@settings(
    max_examples=20, deadline=None, suppress_health_check=list(HealthCheck), phases=(Phase.explicit, Phase.generate)
)
@given(values(PerformanceRecord))
def test_every_field_that_is_written_fits_the_schema(record: PerformanceRecord) -> None:
    assert _against_schema({"format": FORMAT, "version": VERSION} | encoded(record)) == []


def test_what_does_not_fit_is_seen() -> None:
    content = json.loads(write_record(SAMPLE))
    content["plan"]["first_year"] = 2201
    content["plan"]["years"] = 5
    content["version"] = 2

    assert _against_schema(content) == [
        "$.version: 2 is not 1",
        "$.plan: years is not in the schema",
        "$.plan.first_year: 2201 is above 2100",
    ]

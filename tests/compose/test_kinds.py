"""The catalogue of documents: what can be typed is what can be made."""

import pytest
from hypothesis import HealthCheck, given, settings

from saksama.commands.arguments import KINDS as TYPED
from saksama.compose.gap import Gap
from saksama.compose.house_template import AgreementLayout, HouseTemplate
from saksama.compose.kinds import KINDS, Kind, make
from saksama.compose.leaving_out import OPTIONAL
from saksama.compose.request import Request
from saksama.documents.document import Document
from saksama.documents.numbering import NumberingStyle
from saksama.documents.writers.docx.write import write
from saksama.exchange.sample import SAMPLE
from saksama.kernel.record import PerformanceRecord
from tests.exchange.records import records

UNUSUAL = HouseTemplate(numbering=NumberingStyle.DECIMAL, left_out=OPTIONAL, agreement_layout=AgreementLayout.ONE_TABLE)


def test_what_can_be_typed_is_what_can_be_made() -> None:
    assert tuple(kind.name for kind in KINDS) == TYPED


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_kind_makes_a_document_of_the_sample_that_is_numbered_and_dated(kind: Kind) -> None:
    document = kind.compose(Request(SAMPLE, 2020))

    assert isinstance(document, Document)
    assert document.title
    assert document.date


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(records())
def test_every_kind_can_be_made_of_any_record(record: PerformanceRecord) -> None:
    year = record.plan.first_year
    for kind in KINDS:
        for template in (HouseTemplate(), UNUSUAL):
            assert write(make(kind, Request(record, year, template=template)))
        assert all(isinstance(gap, Gap) for gap in kind.gaps(Request(record, year)))

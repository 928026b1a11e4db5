"""The catalogue of documents: what can be typed is what can be made."""

import pytest

from saksama.commands.arguments import KINDS as TYPED
from saksama.compose.kinds import KINDS, Kind
from saksama.compose.request import Request
from saksama.documents.document import Document
from saksama.exchange.sample import SAMPLE


def test_what_can_be_typed_is_what_can_be_made() -> None:
    assert tuple(kind.name for kind in KINDS) == TYPED


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_kind_makes_a_document_of_the_sample_that_is_numbered_and_dated(kind: Kind) -> None:
    document = kind.compose(Request(SAMPLE, 2020))

    assert isinstance(document, Document)
    assert document.title
    assert document.date

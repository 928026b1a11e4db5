"""What every test of the web application has: the cast of three."""

import pytest

from tests.web.cast import Cast, make_cast


@pytest.fixture
def cast(db: None) -> Cast:
    """The cast with both samples in the database."""
    return make_cast()

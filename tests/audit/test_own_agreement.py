"""The project's own agreements: nothing is wrong in them, in either layout, at any level, in any revision."""

from itertools import product

import pytest

from saksama.audit.catalogue import RULES
from saksama.audit.inspection import inspect
from saksama.audit.rule import Severity
from saksama.compose.house_template import AgreementLayout, HouseTemplate
from saksama.compose.performance_agreement import compose
from saksama.compose.request import Request
from saksama.kernel.agreements import up_to
from saksama.kernel.budget import BudgetLevel
from saksama.understanding.understand import understand
from tests.audit.builders import everything
from tests.audit.placed import placed
from tests.compose.agreement_record import RECORD, YEAR


@pytest.mark.parametrize(("layout", "level", "revision"), tuple(product(AgreementLayout, BudgetLevel, (0, 1))))
def test_nothing_is_wrong(layout: AgreementLayout, level: BudgetLevel, revision: int) -> None:
    template = HouseTemplate(agreement_layout=layout, agreement_level=level)
    document = placed(compose(Request(up_to(RECORD, YEAR, revision), YEAR, template=template)))

    found = [
        finding for finding in everything(inspect(understand(document), RULES)) if finding.severity is not Severity.NOTE
    ]

    assert found == []

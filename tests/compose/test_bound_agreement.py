"""The agreement bound into the report follows the government's layout, as the agreement alone does."""

import pytest

from saksama.compose.agreement_attachment import promised
from saksama.compose.house_template import AgreementLayout, HouseTemplate
from saksama.compose.ledger import Ledger
from saksama.compose.sections.attachments import build
from saksama.documents.document import Table
from saksama.kernel.budget import BudgetLevel
from tests.compose.agreement_record import RECORD, YEAR

ONE = HouseTemplate(agreement_layout=AgreementLayout.ONE_TABLE)
DEEP = HouseTemplate(agreement_level=BudgetLevel.SUB_ACTIVITY)


@pytest.mark.parametrize("template", [ONE, DEEP])
def test_the_report_binds_in_the_tables_of_the_agreement(template: HouseTemplate) -> None:
    ledger = Ledger(RECORD, YEAR)
    bound = build(ledger, template)

    assert all(block in bound for block in promised(ledger, template))


def test_one_table_stands_instead_of_two() -> None:
    labels = [block.label for block in build(Ledger(RECORD, YEAR), ONE) if isinstance(block, Table)]

    assert "tabel-pk-lampiran" not in labels
    assert "tabel-pk-program-lampiran" not in labels

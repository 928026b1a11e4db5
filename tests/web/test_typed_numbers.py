"""What a field shows of a number is read as that number again, and what could be two numbers is asked."""

import json
from decimal import Decimal
from http import HTTPStatus

import pytest
from lxml import html

from saksama.web.measurement.entry import cell_mark
from saksama.web.measurement.models import Amount, Measurement
from saksama.web.measurement.money_entry import OF_YEAR
from saksama.web.measurement.typed_numbers import (
    UnclearNumberError,
    field_text,
    typed_number,
    typed_rupiah,
)
from saksama.web.planning.models import IndicatorDefinition, Support, Target
from tests.web.cast import Cast, client_of

NUMBERS = (
    "0",
    "6",
    "6.00",
    "999",
    "1234",
    "12345",
    "-1234",
    "1234567",
    "0.123",
    "12.345",
    "-12.345",
    "1234.5",
    "100.000",
)


@pytest.mark.parametrize("number", NUMBERS)
def test_what_a_field_shows_is_read_as_the_same_number(number: str) -> None:
    assert str(typed_number(field_text(Decimal(number)))) == number


def test_a_point_before_three_digits_is_asked_and_the_answer_can_be_typed() -> None:
    with pytest.raises(UnclearNumberError, match="dapat berarti 1234 atau 1,234"):
        typed_number("1.234")
    assert typed_number("1234") == 1234
    assert typed_number("1,234") == Decimal("1.234")


def test_rupiah_have_no_decimals_of_three_digits() -> None:
    assert typed_rupiah("750.000") == 750_000
    assert typed_rupiah("750,000") == 750_000
    assert typed_rupiah("Rp 750.000,50") == Decimal("750000.50")
    assert typed_rupiah("") is None


def test_an_indicator_with_targets_of_thousands_is_saved_as_it_is_shown(cast: Cast) -> None:
    row = IndicatorDefinition.objects.get(indicator__plan=cast.version.plan, indicator__key="IK4")
    Target.objects.filter(definition=row, year=2026, number=0, is_end=False).update(
        low=Decimal(1234), high=Decimal(1234)
    )
    IndicatorDefinition.objects.filter(pk=row.pk).update(baseline_year=2024, baseline_value=Decimal("12.345"))
    browser, path = client_of(cast.ani), f"/agencies/{cast.agency.pk}/definitions/{row.pk}/"
    (form,) = (one for one in html.fromstring(browser.get(path).content.decode()).forms if "name" in one.fields)

    answer = browser.post(path, dict(form.form_values()) | {"owner": "Bidang Baru"})

    assert answer.status_code == HTTPStatus.FOUND, html.fromstring(answer.content.decode()).text_content()
    row.refresh_from_db()
    assert (row.owner, row.baseline_value) == ("Bidang Baru", Decimal("12.345"))


def test_one_of_two_raw_figures_is_changed_while_the_other_has_thousands(cast: Cast) -> None:
    row = Measurement.objects.filter(indicator__plan=cast.version.plan, year=2025, cycle="quarter").exclude(
        numerator=None
    )[0]
    Measurement.objects.filter(pk=row.pk).update(numerator=Decimal(1100), denominator=Decimal(1234))
    browser, path = client_of(cast.ani), f"/agencies/{cast.agency.pk}/measurements/2025/"
    page = html.fromstring(browser.get(path).content.decode())
    (cell,) = page.xpath(f"//tr[@data-key='{row.indicator.key}']/td[@data-number='{row.number}']")
    shown = {one.name: one.value for one in cell.xpath(".//input")}
    content = {
        "key": row.indicator.key,
        "cycle": "quarter",
        "number": row.number,
        "seen": cell.get("data-seen"),
        "typed": shown | {"numerator": "900"},
    }

    answer = browser.post(f"{path}cell/", json.dumps(content), content_type="application/json")

    assert answer.status_code == HTTPStatus.OK, answer.content
    row.refresh_from_db()
    assert (row.numerator, row.denominator) == (Decimal(900), Decimal(1234))


def test_less_than_a_million_rupiah_is_typed_as_it_is_shown(cast: Cast) -> None:
    leaf = Amount.objects.filter(node__plan=cast.version.plan, year=2025)[0]
    browser, path = client_of(cast.ani), f"/agencies/{cast.agency.pk}/money/2025/cell/"
    content = {
        "key": leaf.node.key,
        "number": 0,
        "seen": cell_mark(leaf, OF_YEAR),
        "typed": {"appropriation": "750.000"},
    }

    answer = browser.post(path, json.dumps(content), content_type="application/json")

    assert answer.status_code == HTTPStatus.OK, answer.content
    assert json.loads(answer.content)["cell"]["typed"]["appropriation"] == "750.000"
    leaf.refresh_from_db()
    assert leaf.appropriation == 750_000


def test_a_third_of_a_programme_is_kept(cast: Cast) -> None:
    support = Support.objects.filter(node__plan=cast.version.plan)[0]
    Support.objects.filter(pk=support.pk).update(share=Decimal("33.333"))
    browser, path = client_of(cast.ani), f"/agencies/{cast.agency.pk}/programmes/2025/{support.node_id}/"
    (form,) = (one for one in html.fromstring(browser.get(path).content.decode()).forms if "subject-0" in one.fields)

    answer = browser.post(path, dict(form.form_values()) | {"owner": "Bidang Baru"})

    assert answer.status_code == HTTPStatus.FOUND, html.fromstring(answer.content.decode()).text_content()
    support.node.refresh_from_db()
    assert support.node.owner == "Bidang Baru"

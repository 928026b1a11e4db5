"""The page of a figure: it says what `saksama explain` says, leads on to its inputs, and names who entered them."""

import re
from html import unescape
from http import HTTPStatus

import pytest
from pytest_django import DjangoAssertNumQueries

from saksama.compose.computed_figure import written
from saksama.compose.figures import figures
from saksama.compose.period_figures import period_figures
from saksama.kernel.period import Cycle, Period
from saksama.language.explanations import linked_rows
from saksama.web.measurement.models import Evidence, Measurement
from saksama.web.measurement.storage import load_record
from saksama.web.overview.figure_ids import parsed
from saksama.web.workflow.recording import record_change
from tests.web.cast import Cast, client_of

THIRD = Period(2025, 3, Cycle.QUARTER)


def page_of(cast: Cast, path: str) -> str:
    answer = client_of(cast.ani).get(f"/agencies/{cast.agency.pk}/{path}")
    assert answer.status_code == HTTPStatus.OK, path
    return unescape(answer.content.decode())


def test_a_figure_of_every_measure_opens_with_its_whole_explanation(cast: Cast) -> None:
    record = load_record(cast.version)

    of_each_measure = {parsed(one.id).measure: one for one in (*figures(record, 2025), *period_figures(record, THIRD))}

    assert len(of_each_measure) > 15
    for one in of_each_measure.values():
        page = page_of(cast, f"figures/{one.id}/?year=2025")
        assert all(row.text in page for row in linked_rows(one.result, by_name=False)), one.id
        if not written(one).startswith("("):
            assert written(one) in page


@pytest.mark.parametrize("path", ["?year=2025", "programmes/?year=2025", "indicators/{number}/?year=2025"])
def test_every_figure_that_a_page_links_opens(cast: Cast, path: str) -> None:
    number = cast.version.plan.indicators.get(key="IK4").pk
    page = page_of(cast, path.format(number=number))

    links = set(re.findall(rf'href="/agencies/{cast.agency.pk}/(figures/[^"]+)"', page))

    assert len(links) > 8
    for link in links:
        assert "Asal angka" in page_of(cast, link)


def test_the_inputs_of_an_achievement_lead_to_who_entered_them(cast: Cast) -> None:
    row = Measurement.objects.get(indicator__key="IK4", year=2025, number=4)
    Measurement.objects.filter(pk=row.pk).update(entered_by=cast.ani)
    Evidence.objects.create(
        measurement=row, title="Daftar konten", link="https://contoh.go.id/k", page=7, added_by=cast.ani
    )
    record_change(
        cast.agency, cast.ani, "indicator:IK4", "value 2025 quarter 4", old="120", new="129", reason="salah ketik"
    )

    achievement = page_of(cast, "figures/capaian/IK4/2025/")
    actual = page_of(cast, re.findall(r'href="[^"]*(figures/realisasi/[^"]+)"', achievement)[0])

    for page in (achievement, actual):
        assert "diisi oleh Ani" in page
        assert "Daftar konten" in page
        assert "hal. 7" in page
        assert "120 → 129" in page
        assert "salah ketik" in page
    assert "Kepastian" in achievement


def test_a_figure_to_date_rests_on_no_later_period(cast: Cast) -> None:
    page = page_of(cast, "figures/capaian-sd-tw/IK4/2025-quarter-3/")
    within = page_of(cast, "figures/capaian-tw/IK4/2025-quarter-3/")

    assert "TW II 2025: 131" in page
    assert "TW IV 2025: " not in page
    assert "TW II 2025: 131" not in within
    assert "TW III 2025: 142" in within


def test_a_target_names_the_plan_and_no_evidence(cast: Cast) -> None:
    page = page_of(cast, "figures/target/IK4/2025/")

    assert "Rencana yang menetapkan target" in page
    assert "Belum ada bukti." not in page


def test_the_money_of_all_leads_down_to_what_was_entered(cast: Cast) -> None:
    leaf = next(node for node in load_record(cast.version).nodes() if not node.children)
    total = page_of(cast, "figures/serapan-sd-tw/semua/2025-quarter-4/")
    spent = page_of(cast, re.findall(r'href="[^"]*(figures/belanja-sd-tw/semua[^"]+)"', total)[0])
    record_change(cast.agency, cast.ani, f"node:{leaf.id}", "appropriation 2025", old="1", new="2")

    page = page_of(cast, f"figures/pagu/{leaf.id}/2025/")

    assert "figures/belanja-sd-tw/" in spent
    assert "Yang diisi pada rincian ini" in page
    assert "Pagu 2025: 1 → 2" in page


def test_a_count_shows_what_was_counted(cast: Cast) -> None:
    Measurement.objects.filter(indicator__key="IK4", year=2025).delete()

    page = page_of(cast, "figures/jumlah/reported/2025-quarter-4/")

    assert re.search(r'class="result">\d+ / \d+<', page)
    assert "Belum dilaporkan" in page
    assert "pilihan sendiri, tidak ditetapkan peraturan" in page


def test_what_is_no_figure_is_not_found(cast: Cast) -> None:
    browser = client_of(cast.ani)

    for identifier in (
        "capaian",
        "capaian/TIADA/2025",
        "jumlah/semua/2025-quarter-1",
        "jumlah/reported/2025",
        "x/y/9999",
        "capaian/IK4/9999",
        "capaian/IK4/0000",
        "capaian/IK%004/2025",
        "serapan-sd-tw/semua/2025-quarter-9",
        "pembanding/IK4",
        "target//",
    ):
        path = f"/agencies/{cast.agency.pk}/figures/{identifier}/"
        assert browser.get(path).status_code == HTTPStatus.NOT_FOUND, identifier


def test_a_figure_is_read_by_those_of_its_agency(cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    path = f"/agencies/{cast.agency.pk}/figures/capaian/IK4/2025/"

    assert client_of(cast.citra).get(path).status_code == HTTPStatus.NOT_FOUND
    assert client_of(cast.budi).get(path).status_code == HTTPStatus.OK
    browser = client_of(cast.budi)
    with django_assert_num_queries(22):
        browser.get(path)


def test_an_indicator_with_a_longer_key_is_another(cast: Cast) -> None:
    record_change(cast.agency, cast.ani, "target:XIK4/2025/year/0/False", "high", old="1", new="77777")
    record_change(cast.agency, cast.ani, "target:IK4/2025/year/0/False", "high", old="1", new="66666")

    page = page_of(cast, "figures/capaian/IK4/2025/")

    assert "66666" in page
    assert "77777" not in page

"""The plan's pages: versions that stay, targets that are edited with their reason, errors beside their fields."""

import re
from http import HTTPStatus

from django.test import Client

from saksama.exchange.sample_2025 import SAMPLE_2025
from saksama.web.measurement.definition_form import DefinitionForm
from saksama.web.measurement.models import Benchmark
from saksama.web.measurement.storage import load_record
from saksama.web.organisations.models import Agency, RoleKind
from saksama.web.planning.models import Indicator, IndicatorDefinition, PlanVersion, StrategicPlan
from saksama.web.planning.versions import version_in_force
from saksama.web.workflow.models import Change, Submission
from tests.web.cast import Cast, client_of, person


def definition(cast: Cast, key: str = "IK4") -> IndicatorDefinition:
    return IndicatorDefinition.objects.get(indicator__plan=cast.version.plan, indicator__key=key)


def entered(row: IndicatorDefinition, **changed: str) -> dict[str, str]:
    """The form as it is sent: every field, some of them changed."""
    form = DefinitionForm(instance=row, others={}, scales={row.value_scale: "Skala"})
    stated = {name: value for name in form.fields if (value := form[name].value()) is not None and value is not False}
    sheet = {name: "on" if value is True else str(value) for name, value in stated.items()}
    targets = {
        f"{bound}-{'end' if one.is_end else one.year}": str(getattr(one, bound)).replace(".", ",")
        for one in row.targets.filter(number=0)
        for bound in ("low", "high")
        if bound == "high" or one.low != one.high
    }
    return {**sheet, **targets, "why": "Saran inspektorat", **changed}


def seen_in(who: Client, cast: Cast, row: IndicatorDefinition) -> str:
    """What stands in the form for the values that it shows."""
    page = who.get(f"/agencies/{cast.agency.pk}/definitions/{row.pk}/").content.decode()
    (seen,) = re.findall(r'name="seen" value="(\w+)"', page)
    return str(seen)


def send(who: Client, cast: Cast, row: IndicatorDefinition, form: dict[str, str]) -> str:
    """The answer to the form, sent as the page gives it now unless the form says what was seen."""
    path = f"/agencies/{cast.agency.pk}/definitions/{row.pk}/"
    return who.post(path, {"seen": seen_in(who, cast, row)} | form).content.decode()


def test_the_plan_shows_every_target(cast: Cast) -> None:
    page = client_of(cast.budi).get(f"/agencies/{cast.agency.pk}/plan/2025/").content.decode()

    assert "Jumlah konten informasi publik yang diterbitkan" in page
    assert ">480<" in page
    assert "Buat versi baru" not in page, "who verifies does not plan"


def test_a_target_is_changed_with_its_reason_and_nothing_else(cast: Cast) -> None:
    row = definition(cast)

    send(client_of(cast.ani), cast, row, entered(row, **{"high-2026": "555"}))

    change = Change.objects.get()
    assert (change.fact, change.new, change.reason) == ("target 2026", "555", "Saran inspektorat")
    record = load_record(cast.version)
    changed = next(one for one in record.plan.indicators() if one.id == "IK4")
    own = next(one for one in SAMPLE_2025.plan.indicators() if one.id == "IK4")
    assert [one for one in changed.targets if one.year != 2026] == [one for one in own.targets if one.year != 2026]


def test_what_is_not_clear_is_told_beside_its_field_and_nothing_is_lost(cast: Cast) -> None:
    row = definition(cast)
    sent = entered(row, name="Nama yang baru", **{"high-2026": "banyak", "low-2027": "900"})

    page = send(client_of(cast.ani), cast, row, sent)

    assert "bukan angka" in page
    assert "Batas bawah lebih besar" in page
    assert "Nama yang baru" in page
    assert not Change.objects.exists()


def test_of_two_who_edit_an_indicator_the_second_sees_the_first_and_loses_nothing(cast: Cast) -> None:
    row = definition(cast)
    browser = client_of(cast.ani)
    mine = entered(row, source="Portal PPID", **{"high-2026": "560"})
    opened = seen_in(browser, cast, row)
    send(browser, cast, row, entered(row, source="Laporan bulanan", **{"high-2026": "555"}))

    page = send(browser, cast, row, mine | {"seen": opened})

    assert "Orang lain mengubahnya" in page
    assert page.count("Yang tersimpan sekarang") == 2, "of the source and of the target"
    assert "Laporan bulanan" in page
    assert "Portal PPID" in page
    assert definition(cast).source == "Laporan bulanan"
    send(browser, cast, row, mine)
    assert definition(cast).source == "Portal PPID"


def test_a_new_version_says_what_the_last_one_said_and_the_last_one_stays(cast: Cast) -> None:
    path = f"/agencies/{cast.agency.pk}/plan/2025/version/"
    browser = client_of(cast.ani)

    assert "Renstra" in browser.get(path).content.decode()
    refused = browser.post(path, {"title": "Renstra Perubahan", "reason": " "}).content.decode()
    assert ('id="id_reason-error"' in refused, 'value="Renstra Perubahan"' in refused) == (True, True)
    assert PlanVersion.objects.filter(plan=cast.version.plan).count() == 1
    browser.post(path, {"title": "Renstra Perubahan", "reason": "Perubahan RPJMD", "legal_basis": "Perwal 9/2026"})

    fresh = version_in_force(cast.agency, 2025)
    assert fresh is not None
    assert (fresh.number, fresh.title) == (1, "Renstra Perubahan")
    assert load_record(fresh).plan.goals == SAMPLE_2025.plan.goals
    assert load_record(cast.version) == SAMPLE_2025
    old = IndicatorDefinition.objects.filter(indicator__key="IK4", objective__goal__version=cast.version).get()
    assert browser.get(f"/agencies/{cast.agency.pk}/definitions/{old.pk}/").status_code == HTTPStatus.NOT_FOUND


def test_who_plans(cast: Cast) -> None:
    row = definition(cast)
    for someone in (cast.budi, cast.citra):
        path = f"/agencies/{cast.agency.pk}/definitions/{row.pk}/"
        assert client_of(someone).post(path, entered(row)).status_code == HTTPStatus.NOT_FOUND


def test_a_new_agency_begins_an_empty_plan_and_every_page_opens(cast: Cast) -> None:
    fresh = Agency.objects.create(government=cast.government, name="Dinas Baru")
    browser = client_of(person("Joko", RoleKind.OPERATOR, cast.government, fresh))
    path = f"/agencies/{fresh.pk}/plan/"

    wrong = browser.post(path, {"title": "Renstra", "first_year": "2030", "last_year": "2026"}).content.decode()
    assert 'class="error"' in wrong
    browser.post(path, {"title": "Renstra 2026-2030", "first_year": "2026", "last_year": "2030"})
    twice = browser.post(path, {"title": "Lagi", "first_year": "2028", "last_year": "2032"}).content.decode()

    assert "sudah ada dalam rencana lain" in twice
    for page in ("", "plan/2026/", "measurements/2026/", "money/2026/", "documents/2026/", "import/2026/"):
        assert browser.get(f"/agencies/{fresh.pk}/{page}").status_code == HTTPStatus.OK, page
    assert client_of(cast.ani).post(path, {}).status_code == HTTPStatus.NOT_FOUND


def test_a_closed_target_is_refused_beside_its_field_and_nothing_is_kept(cast: Cast) -> None:
    Submission.objects.create(agency=cast.agency, year=2025, cycle="quarter", number=4, state="approved")
    row = definition(cast)

    page = send(client_of(cast.ani), cast, row, entered(row, source="Portal PPID", **{"high-2025": "490"}))

    assert "TW IV 2025 sudah disetujui" in page
    assert "Portal PPID" in page
    assert definition(cast).source == row.source
    assert not Change.objects.exists()


def test_what_no_figure_rests_on_is_changed_without_a_reason_after_an_approval(cast: Cast) -> None:
    Submission.objects.create(agency=cast.agency, year=2025, cycle="quarter", number=1, state="approved")
    row = IndicatorDefinition.objects.exclude(raw_factor=None).filter(node=None).first()
    assert row

    send(client_of(cast.ani), cast, row, entered(row, source="Portal PPID", why=""))

    assert definition(cast, row.indicator.key).source == "Portal PPID"


def test_an_indicator_that_something_names_is_not_deleted_and_the_page_says_what(cast: Cast) -> None:
    row = unused_indicator(cast)
    later = StrategicPlan.objects.create(agency=cast.agency, first_year=2030, last_year=2034)
    Indicator.objects.create(plan=later, key="IK1", continues=row.indicator)
    Benchmark.objects.create(indicator=row.indicator, position=0, year=2025, name="Nasional")
    other = definition(cast)
    other.replaced_by = row.indicator.key
    other.save()

    path = f"/agencies/{cast.agency.pk}/definitions/{row.pk}/delete/"
    page = client_of(cast.ani).post(path, follow=True).content.decode()

    for reason in ("pembandingnya", "Rencana yang lain meneruskannya", "Indikator lain menyebutnya"):
        assert reason in page
    assert IndicatorDefinition.objects.filter(pk=row.pk).exists()


def unused_indicator(cast: Cast) -> IndicatorDefinition:
    """An indicator that nothing was measured of."""
    objective = definition(cast).objective
    return IndicatorDefinition.objects.create(
        indicator=Indicator.objects.create(plan=cast.version.plan, key="IK99"),
        objective=objective,
        position=99,
        name="Belum diukur",
        formula="ratio",
    )

"""The second factor: codes of an application (RFC 6238), each once, few attempts, recovery codes, no way around."""

import re
from base64 import b32encode
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from threading import Barrier, Thread
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core import mail
from django.db import connection
from django.test import Client
from django.utils import timezone
from playwright.sync_api import expect
from pyotp import TOTP
from pytest_django.live_server_helper import LiveServer

from saksama.cli import main
from saksama.web.organisations.half_signed import LIFE
from saksama.web.organisations.models import Government, Person, Role, RoleKind, SecondFactor
from saksama.web.organisations.second_factor import (
    LOCK,
    MOST_ATTEMPTS,
    RefusedCodeError,
    key_of,
    matching_step,
    spend_code,
    switch_on,
)
from saksama.web.organisations.signing_in import make_link
from saksama.web.workflow.models import Change
from tests.web.browser import browsing
from tests.web.cast import Cast, client_of, person
from tests.web.test_signing_in import wait_for_mail

RFC_KEY = b32encode(b"12345678901234567890").decode()
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
STEP = timedelta(seconds=30)


def code_at(seed: str, at: datetime) -> str:
    """What the person's application shows at that time."""
    return TOTP(key_of(seed)).at(at)


def with_factor(someone: Person, at: datetime = NOON) -> tuple[str, ...]:
    """Switch the factor with the seed "a" on, as it was some minutes before. Gives the recovery codes."""
    before = at - timedelta(minutes=5)
    return switch_on(someone, "a", code_at("a", before), before)


def half_signed_in(someone: Person) -> tuple[Client, Any]:
    """A browser in which the person's link was used, and where that led."""
    browser = Client()
    return browser, browser.post(f"/sign-in/{make_link(someone, timezone.now())}/?next=/checks/")


@pytest.mark.parametrize(
    ("seconds", "printed"),
    [
        (59, "94287082"),
        (1111111109, "07081804"),
        (1111111111, "14050471"),
        (1234567890, "89005924"),
        (2000000000, "69279037"),
        (20000000000, "65353130"),
    ],
)
def test_the_codes_of_the_standard(seconds: int, printed: str) -> None:
    """RFC 6238, appendix B, SHA-1: the table has 8 digits, of which 6 are the last ones."""
    assert matching_step(RFC_KEY, printed[-6:], datetime.fromtimestamp(seconds, UTC)) == seconds // 30


@pytest.mark.parametrize(("steps", "counts"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
def test_a_clock_may_differ_by_one_step(steps: int, *, counts: bool) -> None:
    code = TOTP(RFC_KEY).at(NOON + steps * STEP)

    assert (matching_step(RFC_KEY, code, NOON) is not None) == counts


@pytest.mark.parametrize("code", ["", "12345", "1234567", "abcdef", "٣٣٣٣٣٣", "\ud800", "-00001", "1e0001", "\0" * 6])
def test_what_is_no_code_is_none(code: str) -> None:
    assert matching_step(RFC_KEY, code, NOON) is None


def test_a_code_counts_once_and_no_older_one_after_it(cast: Cast) -> None:
    with_factor(cast.ani)
    spend_code(cast.ani, code_at("a", NOON), NOON)

    for code in (code_at("a", NOON), code_at("a", NOON - STEP)):
        with pytest.raises(RefusedCodeError, match="sudah dipakai"):
            spend_code(cast.ani, code, NOON)
    spend_code(cast.ani, code_at("a", NOON + STEP), NOON)


def test_the_first_code_is_used_by_switching_on(cast: Cast) -> None:
    switch_on(cast.ani, "a", code_at("a", NOON), NOON)

    with pytest.raises(RefusedCodeError, match="sudah dipakai"):
        spend_code(cast.ani, code_at("a", NOON), NOON)


def test_too_many_wrong_codes_lock_for_some_minutes_even_the_right_one(cast: Cast) -> None:
    with_factor(cast.ani)
    with_factor(cast.budi)
    for left in range(MOST_ATTEMPTS - 1, 0, -1):
        with pytest.raises(RefusedCodeError, match=f"Sisa percobaan: {left}"):
            spend_code(cast.ani, "000000", NOON)
    for _time in range(2):
        with pytest.raises(RefusedCodeError, match=r"sesudah pukul 19\.15"):  # 12.15 UTC in Jakarta
            spend_code(cast.ani, "000000", NOON)

    with pytest.raises(RefusedCodeError, match="Terlalu banyak"):
        spend_code(cast.ani, code_at("a", NOON), NOON)
    spend_code(cast.budi, code_at("a", NOON), NOON)
    later = NOON + LOCK
    with pytest.raises(RefusedCodeError, match="Sisa percobaan: 4"):
        spend_code(cast.ani, "000000", later)
    spend_code(cast.ani, code_at("a", later), later)
    assert SecondFactor.objects.get(person=cast.ani).attempts == 0


def test_a_recovery_code_counts_once_however_it_is_typed(cast: Cast) -> None:
    codes = with_factor(cast.ani)
    assert len(set(codes)) == 10

    spend_code(cast.ani, f" {codes[3].lower().replace('-', ' ')} ", NOON)

    with pytest.raises(RefusedCodeError):
        spend_code(cast.ani, codes[3], NOON)
    spend_code(cast.ani, codes[4], NOON)


def test_nothing_that_signs_in_stands_in_the_database(cast: Cast) -> None:
    codes = with_factor(cast.ani)
    factor = SecondFactor.objects.get()
    kept = repr([SecondFactor.objects.values_list().get(), list(factor.recovery_codes.values_list())])

    assert key_of(factor.seed) not in kept
    assert not any(code in kept or code.replace("-", "") in kept for code in codes)


@pytest.mark.django_db(transaction=True)
def test_of_two_who_send_the_same_code_at_once_one_gets_in(transactional_db: None) -> None:
    someone = Person.objects.create_user("ani@contoh.go.id", "Ani")
    with_factor(someone)
    ready, came = Barrier(2), []

    def send() -> None:
        ready.wait()
        try:
            spend_code(someone, code_at("a", NOON), NOON)
            came.append(True)
        except RefusedCodeError:
            came.append(False)
        finally:
            connection.close()

    both = [Thread(target=send) for _one in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert sorted(came) == [False, True]


def test_who_opened_a_link_reaches_nothing_before_the_code(cast: Cast) -> None:
    with_factor(cast.ani, timezone.now())
    browser, answer = half_signed_in(cast.ani)
    assert answer.headers["Location"] == "/sign-in/code/"

    for path in ("/", "/account/", f"/agencies/{cast.agency.pk}/", "/people/"):
        assert browser.get(path).headers["Location"].startswith("/sign-in/?"), path
    assert browser.get("/account/second-factor/").headers["Location"] == "/sign-in/code/", (
        "no new factor without the old"
    )
    assert "percobaan" in browser.post("/sign-in/code/", {"code": "000000"}).content.decode()
    assert browser.get("/").headers["Location"].startswith("/sign-in/?")

    answer = browser.post("/sign-in/code/", {"code": code_at("a", timezone.now())})

    assert answer.headers["Location"] == "/checks/"
    assert browser.get("/").status_code == HTTPStatus.OK


def test_a_half_signed_session_ends_by_itself_and_with_the_account(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    with_factor(cast.ani, timezone.now())
    browser, _answer = half_signed_in(cast.ani)
    other, _answer = half_signed_in(cast.ani)
    late = timezone.now() + LIFE + timedelta(seconds=1)

    with monkeypatch.context() as patched:
        patched.setattr(timezone, "now", lambda: late)
        assert other.post("/sign-in/code/", {"code": code_at("a", late)}).headers["Location"] == "/sign-in/"
    Person.objects.filter(pk=cast.ani.pk).update(is_active=False)
    code = {"code": code_at("a", timezone.now())}
    assert browser.post("/sign-in/code/", code).headers["Location"] == "/sign-in/"


def test_a_link_of_somebody_with_a_factor_ends_the_session_that_was_there(cast: Cast) -> None:
    with_factor(cast.ani, timezone.now())
    browser = client_of(cast.budi)

    browser.post(f"/sign-in/{make_link(cast.ani, timezone.now())}/")

    assert browser.get("/").headers["Location"].startswith("/sign-in/?")


def seed_of(browser: Client) -> str:
    """What the key on the page follows from."""
    browser.get("/account/second-factor/")
    return str(browser.session["new-second-factor"])


def test_a_person_switches_it_on_with_a_first_code_and_off_with_another(cast: Cast) -> None:
    browser = client_of(cast.ani)
    page = browser.get("/account/second-factor/").content.decode()
    seed = seed_of(browser)
    assert key_of(seed) in page.replace(" ", "")
    assert 'src="data:image/svg+xml' in page

    refused = browser.post("/account/second-factor/", {"first": "000000"}).content.decode()
    assert "Kode tidak cocok" in refused
    assert key_of(seed) in refused.replace(" ", ""), "the same key, or what was scanned would be of no use"
    assert not SecondFactor.objects.exists()

    done = browser.post("/account/second-factor/", {"first": code_at(seed, timezone.now())}).content.decode()
    recovery = re.findall(r"<li>([A-Z0-9-]{19})</li>", done)
    assert len(recovery) == 10
    assert key_of(seed) not in browser.get("/account/second-factor/").content.decode().replace(" ", ""), "shown once"

    renewed = browser.post("/account/recovery-codes/", {"recovery": recovery[0]}).content.decode()
    fresh = re.findall(r"<li>([A-Z0-9-]{19})</li>", renewed)
    assert not set(fresh) & set(recovery)
    assert "percobaan" in browser.post("/account/second-factor/end/", {"recovery": recovery[1]}).content.decode()
    browser.post("/account/second-factor/end/", {"recovery": fresh[1]})
    assert not SecondFactor.objects.exists()
    told = Change.objects.filter(fact="second-factor", person=cast.ani).order_by("pk").values_list("old", "new")
    assert list(told) == [("nonaktif", "aktif"), ("aktif", "aktif"), ("aktif", "nonaktif")]


def test_another_telephone_needs_a_code_of_the_old_one(cast: Cast) -> None:
    with_factor(cast.ani, timezone.now())
    browser = client_of(cast.ani)
    first = code_at(seed_of(browser), timezone.now())

    browser.post("/account/second-factor/", {"first": first, "code": ""})
    assert SecondFactor.objects.get().seed == "a"
    browser.post("/account/second-factor/", {"first": first, "code": code_at("a", timezone.now())})
    assert SecondFactor.objects.get().seed != "a"


def test_a_wrong_first_code_costs_no_recovery_code(cast: Cast) -> None:
    recovery, browser = with_factor(cast.ani)[0], client_of(cast.ani)
    seed = seed_of(browser)

    browser.post("/account/second-factor/", {"first": "000000", "recovery": recovery})
    assert not SecondFactor.objects.get().recovery_codes.exclude(used_at=None).exists()

    browser.post("/account/second-factor/", {"first": code_at(seed, timezone.now()), "recovery": recovery})
    assert SecondFactor.objects.get().seed == seed


def test_who_must_have_it_is_led_to_it_and_signed_in_only_then(cast: Cast) -> None:
    Government.objects.update(second_factor_roles=["verifier"])
    assert half_signed_in(cast.ani)[1].headers["Location"] == "/checks/", "an operator need not"
    browser, answer = half_signed_in(cast.budi)
    assert answer.headers["Location"] == "/account/second-factor/"
    assert browser.get("/").headers["Location"].startswith("/sign-in/?")

    code = code_at(seed_of(browser), timezone.now())
    page = browser.post("/account/second-factor/", {"first": code}).content.decode()

    assert 'href="/checks/"' in page
    assert browser.get("/").status_code == HTTPStatus.OK
    refused = browser.post("/account/second-factor/end/", {"code": code}, follow=True).content.decode()
    assert "mewajibkan" in refused
    assert SecondFactor.objects.filter(person=cast.budi).exists()


def test_of_two_who_set_it_up_by_links_the_first_counts(cast: Cast) -> None:
    Government.objects.update(second_factor_roles=["verifier"])
    (one, _), (two, _) = half_signed_in(cast.budi), half_signed_in(cast.budi)
    late = code_at(seed_of(two), timezone.now())
    one.post("/account/second-factor/", {"first": code_at(seed_of(one), timezone.now())})

    assert two.post("/account/second-factor/", {"first": late}).headers["Location"] == "/sign-in/code/"
    assert two.get("/").headers["Location"].startswith("/sign-in/?")


@pytest.fixture
def hana(cast: Cast) -> Person:
    """The administrator."""
    return person("Hana", RoleKind.ADMINISTRATOR, cast.government)


def test_an_administrator_removes_a_lost_one_and_the_person_is_told(cast: Cast, hana: Person) -> None:
    with_factor(cast.budi)
    page = client_of(hana).get("/people/").content.decode()
    assert "Hapus langkah kedua Budi" in page
    assert key_of("a") not in page

    client_of(hana).post(f"/people/{cast.budi.pk}/second-factor/remove/")

    assert not SecondFactor.objects.exists()
    change = Change.objects.get(fact="second-factor")
    assert (change.person, change.subject, change.new) == (hana, "person:budi@contoh.go.id", "nonaktif")
    wait_for_mail()
    assert mail.outbox[0].to == ["budi@contoh.go.id"]
    assert "Hana" in mail.outbox[0].body


def ways_to_remove(cast: Cast, hana: Person) -> dict[str, tuple[Person, Person, HTTPStatus]]:
    elsewhere = Government.objects.create(name="Pemerintah Kota Lain")
    rina = person("Rina", RoleKind.ADMINISTRATOR, elsewhere)
    both = person("Lina", RoleKind.READER, cast.government)
    Role.objects.create(person=both, government=elsewhere, kind=RoleKind.READER)
    return {
        "a colleague": (cast.ani, cast.budi, HTTPStatus.NOT_FOUND),
        "another agency": (cast.citra, cast.budi, HTTPStatus.NOT_FOUND),
        "another government": (rina, cast.budi, HTTPStatus.NOT_FOUND),
        "the own one": (hana, hana, HTTPStatus.FOUND),
        "of somebody with a role elsewhere": (hana, both, HTTPStatus.FOUND),
    }


def test_nobody_else_removes_it(cast: Cast, hana: Person) -> None:
    for name, (who, whose, status) in ways_to_remove(cast, hana).items():
        if not SecondFactor.objects.filter(person=whose).exists():
            with_factor(whose)
        answer = client_of(who).post(f"/people/{whose.pk}/second-factor/remove/")
        assert answer.status_code == status, name
        assert SecondFactor.objects.filter(person=whose).exists(), name


def test_an_administrator_chooses_who_must_have_it(cast: Cast, hana: Person) -> None:
    client_of(hana).post("/people/second-factor/", {"kinds": ["verifier", "bukan-peran"]})

    cast.government.refresh_from_db()
    assert cast.government.second_factor_roles == ["verifier"]
    assert Change.objects.get(fact="required-factor").new == "Verifikator"
    assert "Langkah kedua belum dipasang" in client_of(hana).get("/people/").content.decode()
    for someone in (cast.ani, cast.budi, cast.citra):
        assert client_of(someone).post("/people/second-factor/", {}).status_code == HTTPStatus.NOT_FOUND


@pytest.mark.django_db(transaction=True)
def test_the_command_line_helps_the_last_administrator(capsys: pytest.CaptureFixture[str]) -> None:
    main(["administrator", "hana@kota.go.id", "--name", "Hana", "--government", "Kota Contoh", "--lang", "id"])
    with_factor(Person.objects.get())
    main(["administrator", "hana@kota.go.id"])
    assert SecondFactor.objects.exists()

    main(["administrator", "hana@kota.go.id", "--remove-second-factor"])

    assert "Langkah kedua dihapus" in capsys.readouterr().out
    assert not SecondFactor.objects.exists()
    assert Change.objects.get(fact="second-factor").person is None


@pytest.mark.django_db(transaction=True)
def test_in_the_browser_from_the_picture_to_the_next_sign_in(
    transactional_db: None, require_tool: Callable[[str], str], live_server: LiveServer
) -> None:
    require_tool("chromium")
    government = Government.objects.create(name="Kota Contoh", second_factor_roles=["administrator"])
    hana = person("Hana", RoleKind.ADMINISTRATOR, government)
    with browsing(live_server.url, width=360) as page:
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)

        def look() -> None:
            assert Axe().run(page).response["violations"] == []
            assert not page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")

        page.goto(f"/sign-in/{make_link(hana, timezone.now())}/")
        page.locator("main button").click()
        expect(page.get_by_role("img", name="Kode QR")).to_be_visible()
        assert page.locator(".qr").evaluate("image => image.naturalWidth") > 100
        look()
        key = page.locator(".hash").inner_text().replace(" ", "")
        page.get_by_label("Kode 6 angka").fill(TOTP(key).now())
        page.get_by_role("button", name="Aktifkan").click()
        recovery = page.locator("ol.hash li").first.inner_text()
        look()
        page.get_by_role("link", name="Sudah saya simpan").click()
        expect(page.get_by_role("link", name="Hana")).to_be_visible()

        page.context.clear_cookies()
        page.goto(f"/sign-in/{make_link(hana, timezone.now())}/")
        page.locator("main button").click()
        look()
        page.get_by_label("Kode 6 angka").fill("000000")
        page.get_by_role("button", name="Masuk").click()
        expect(page.get_by_text("Kode tidak cocok")).to_be_visible()
        page.get_by_text("Ponsel tidak ada?").click()
        page.get_by_label("Kode cadangan", exact=True).fill(recovery)
        look()
        page.get_by_role("button", name="Masuk").click()
        expect(page.get_by_role("link", name="Hana")).to_be_visible()
        page.get_by_role("link", name="Hana").click()
        expect(page.get_by_text("Kode cadangan yang belum dipakai: 9")).to_be_visible()
        look()
    assert complaints == []

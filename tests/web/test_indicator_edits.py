"""What is written and proved on an indicator's page: words with their history, evidence with its hash."""

from hashlib import sha256
from http import HTTPStatus

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from saksama.web.measurement.models import Evidence, Measurement, Narrative
from saksama.web.measurement.storage import load_record
from saksama.web.planning.models import Indicator
from saksama.web.typed_text import seen_of
from saksama.web.workflow.models import Change
from tests.web.cast import Cast, client_of, content_of


def page(cast: Cast) -> str:
    number = Indicator.objects.get(plan=cast.version.plan, key="IK4").pk
    return f"/agencies/{cast.agency.pk}/indicators/{number}/"


def add(browser: Client, cast: Cast, **entered: object) -> str:
    row = Measurement.objects.get(indicator__plan=cast.version.plan, indicator__key="IK4", year=2025, number=4)
    path = page(cast) + "evidence/"
    return browser.post(path, {"measurement": row.pk, **entered}, follow=True).content.decode()


def test_words_are_kept_with_their_history_and_the_others_stay(cast: Cast) -> None:
    before = load_record(cast.version)

    client_of(cast.ani).post(page(cast) + "2025/words/", {"solution": "Redaksi bersama.\r\n\r\nDua editor."})

    said = Narrative.objects.get(indicator__key="IK4", year=2025, part="solution")
    assert said.text == "Redaksi bersama.\n\nDua editor."
    assert Change.objects.get().new == said.text
    assert load_record(cast.version).texts == before.texts
    others = Narrative.objects.filter(indicator__plan=cast.version.plan).exclude(pk=said.pk).count()
    assert others == sum(len(one.narratives) for one in before.indicators()) - 1


def test_where_words_are_sent_leads_to_their_page(cast: Cast) -> None:
    answer = client_of(cast.ani).get(page(cast) + "2025/words/")

    assert answer.headers["Location"] == page(cast) + "?year=2025"


def test_an_emptied_part_is_unfilled_again(cast: Cast) -> None:
    client_of(cast.ani).post(page(cast) + "2025/words/", {"cause": ""})

    assert not Narrative.objects.filter(indicator__key="IK4", year=2025, part="cause").exists()


def test_a_file_of_evidence_keeps_its_hash_and_is_never_shown_here(cast: Cast) -> None:
    content = b"<script>alert(1)</script>"

    shown = add(
        client_of(cast.ani), cast, title="Daftar konten", file=SimpleUploadedFile("daftar.html", content), page="3"
    )

    kept = Evidence.objects.get()
    assert kept.sha256 == sha256(content).hexdigest()
    assert "hal. 3" in shown
    answer = client_of(cast.budi).get(f"/agencies/{cast.agency.pk}/evidence/{kept.pk}/")
    assert content_of(answer) == content
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    outside = client_of(cast.citra).get(f"/agencies/{cast.agency.pk}/evidence/{kept.pk}/")
    assert outside.status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("link", ["javascript:alert(1)", "data:text/html,x", "www.contoh.go.id", ""])
def test_a_link_that_is_none_is_refused(cast: Cast, link: str) -> None:
    add(client_of(cast.ani), cast, title="Tautan", link=link)

    assert not Evidence.objects.exists()


def test_evidence_is_retired_and_never_deleted(cast: Cast) -> None:
    add(client_of(cast.ani), cast, title="Portal", link="https://contoh.go.id/konten")
    kept = Evidence.objects.get()

    client_of(cast.ani).post(f"/agencies/{cast.agency.pk}/evidence/{kept.pk}/retire/")

    kept.refresh_from_db()
    assert kept.retired_at is not None
    assert Change.objects.count() == 2


@pytest.mark.parametrize("who", ["budi", "citra"])
def test_who_may_not_write(cast: Cast, who: str) -> None:
    browser = client_of(getattr(cast, who))

    assert browser.post(page(cast) + "2025/words/", {"cause": "x"}).status_code == HTTPStatus.NOT_FOUND
    assert browser.post(page(cast) + "evidence/", {"link": "https://x.id"}).status_code == HTTPStatus.NOT_FOUND


def test_a_file_is_downloaded_under_a_name_that_opens_it(cast: Cast) -> None:
    add(client_of(cast.ani), cast, title="Daftar\r\nkonten", file=SimpleUploadedFile("daftar.pdf", b"%PDF"))

    answer = client_of(cast.ani).get(f"/agencies/{cast.agency.pk}/evidence/{Evidence.objects.get().pk}/")

    content_of(answer)
    assert answer.headers["Content-Disposition"] == 'attachment; filename="Daftar konten.pdf"'
    assert answer.headers["Content-Type"] == "application/pdf"


@pytest.mark.parametrize("year", [1999, 2099, 99999])
def test_nothing_is_said_of_a_year_outside_the_plan(cast: Cast, year: int) -> None:
    answer = client_of(cast.ani).post(f"{page(cast)}{year}/words/", {"cause": "x"})

    assert answer.status_code == HTTPStatus.NOT_FOUND


def test_of_two_who_write_the_second_sees_the_first_and_loses_nothing(cast: Cast) -> None:
    path, before = (
        page(cast) + "2025/words/",
        seen_of(Narrative.objects.get(indicator__key="IK4", year=2025, part="cause").text),
    )
    nothing = seen_of("")
    client_of(cast.ani).post(path, {"cause": "Tulisan pertama.", "seen-cause": before})

    second = {"cause": "Tulisan kedua.", "seen-cause": before, "follow-up": "Lanjutkan.", "seen-follow-up": nothing}
    answer = client_of(cast.ani).post(path, second)
    shown = answer.content.decode()

    assert answer.status_code == HTTPStatus.CONFLICT
    assert "Tulisan pertama." in shown
    assert "Tulisan kedua." in shown
    assert "Tulisan Ani" in shown
    assert Narrative.objects.get(indicator__key="IK4", year=2025, part="cause").text == "Tulisan pertama."
    merged = {"cause": "Keduanya.", "seen-cause": seen_of("Tulisan pertama.")}
    assert client_of(cast.ani).post(path, merged).status_code == HTTPStatus.FOUND
    assert Narrative.objects.get(indicator__key="IK4", year=2025, part="cause").text == "Keduanya."


def test_a_part_that_only_somebody_else_changed_stays_as_he_wrote_it(cast: Cast) -> None:
    path, before = page(cast) + "2025/words/", Narrative.objects.get(indicator__key="IK4", year=2025, part="cause").text
    client_of(cast.ani).post(path, {"cause": "Tulisan pertama.", "seen-cause": seen_of(before)})

    answer = client_of(cast.ani).post(path, {"cause": before, "seen-cause": seen_of(before)})

    assert answer.status_code == HTTPStatus.FOUND
    assert Narrative.objects.get(indicator__key="IK4", year=2025, part="cause").text == "Tulisan pertama."

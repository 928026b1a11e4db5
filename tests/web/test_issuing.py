"""Issuing a document, its proof page, and what has changed since."""

import re
from http import HTTPStatus
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from saksama.documents.writers import pdf
from saksama.web.issuing.models import Snapshot
from saksama.web.measurement.models import Measurement
from saksama.web.organisations.models import RoleKind
from saksama.web.reporting.issue import data_hash
from tests.web.cast import Cast, client_of, content_of, person


@pytest.fixture
def head(cast: Cast) -> Client:
    """A browser in which the head of Ani's agency has signed in."""
    return client_of(person("Dewi", RoleKind.HEAD, cast.government, cast.agency))


def issue(browser: Client, cast: Cast, reason: str = "", kind: str = "pk") -> str:
    path = f"/agencies/{cast.agency.pk}/documents/2025/{kind}/issue/"
    return browser.post(path, {"reason": reason}, follow=True).content.decode()


def test_only_the_head_issues(cast: Cast) -> None:
    path = f"/agencies/{cast.agency.pk}/documents/2025/pk/issue/"

    for someone in (cast.ani, cast.budi, cast.citra):
        assert client_of(someone).post(path).status_code == HTTPStatus.NOT_FOUND
    assert not Snapshot.objects.exists()


def test_a_document_with_gaps_is_not_issued(cast: Cast, head: Client) -> None:
    assert "Masih ada yang belum diisi" in issue(head, cast, kind="lkjip")
    assert not Snapshot.objects.exists()


def test_anybody_can_prove_an_issued_file(cast: Cast, head: Client) -> None:
    issue(head, cast)
    snapshot = Snapshot.objects.get()
    public = Client()

    page = public.get(f"/proof/{snapshot.code.lower()}/").content.decode()
    file = content_of(public.get(f"/proof/{snapshot.code}/file.pdf"))
    same = public.post(f"/proof/{snapshot.code}/", {"file": SimpleUploadedFile("pk.pdf", file)}).content.decode()
    other = public.post(
        f"/proof/{snapshot.code}/", {"file": SimpleUploadedFile("pk.pdf", file + b" ")}
    ).content.decode()

    assert snapshot.sha256 in page
    assert "Asli:" in same
    assert "Berbeda:" in other
    assert public.get("/proof/TIDAKADA/").status_code == HTTPStatus.NOT_FOUND


def test_the_hash_is_that_of_the_frozen_data_and_stays(cast: Cast, head: Client) -> None:
    issue(head, cast)
    kept = Snapshot.objects.get()

    assert kept.sha256 == data_hash(kept.kind, kept.year, kept.record, kept.results)
    assert kept.sha256 != data_hash(kept.kind, kept.year, kept.record | {"plan": {}}, kept.results)


def test_what_changed_since_is_shown_beside_what_was_issued(cast: Cast, head: Client) -> None:
    issue(head, cast)
    Measurement.objects.filter(indicator__key="IK4", year=2025, number=4).update(value=129)
    snapshot = Snapshot.objects.get()

    page = head.get(f"/agencies/{cast.agency.pk}/issued/{snapshot.pk}/").content.decode()

    assert "1 isian berubah" in page
    assert re.search(r">127</td>\s*<td[^>]*>129</td>", page)
    assert "Jumlah konten informasi publik yang diterbitkan › Realisasi TW IV 2025" in page


def test_a_second_edition_needs_a_reason_and_the_first_leads_to_it(cast: Cast, head: Client) -> None:
    issue(head, cast)
    assert "Tulis mengapa" in issue(head, cast)
    issue(head, cast, reason="Nama kepala dinas keliru.")

    first, second = Snapshot.objects.order_by("edition")
    assert (first.edition, second.edition) == (1, 2)
    assert f"/proof/{second.code}/" in Client().get(f"/proof/{first.code}/").content.decode()


def test_a_report_that_is_shown_here_can_do_nothing_here(cast: Cast) -> None:
    answer = client_of(cast.ani).get(f"/agencies/{cast.agency.pk}/documents/2025/pk.html")

    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("sandbox allow-popups; default-src 'none';")
    assert "allow-scripts" not in policy
    assert "allow-same-origin" not in policy
    assert answer.headers["X-Frame-Options"] == "DENY"


def test_a_pdf_that_cannot_be_set_is_told(cast: Cast, head: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_CHILD", Path("nowhere.py"))

    live = head.get(f"/agencies/{cast.agency.pk}/documents/2025/pk.pdf", follow=True)

    assert "PDF-nya tidak dapat disusun" in live.content.decode()
    assert "PDF-nya tidak dapat disusun" in issue(head, cast)
    assert not Snapshot.objects.exists()

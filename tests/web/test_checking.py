"""Checking an uploaded report, from the upload to a decision about a finding."""

from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from saksama.web.reporting.checking import resume_checks
from saksama.web.reporting.models import CheckState, Decision, ReportCheck
from tests.web.cast import Cast, client_of, content_of

REPORT = """# Laporan Kinerja Dinas Contoh Tahun 2024

## BAB III Akuntabilitas Kinerja

Tabel 3.1 Anggaran dan Realisasi Tahun 2024

| No | Program | Anggaran (Rp) | Realisasi (Rp) | % |
|---|---|---|---|---|
| 1 | Program A | 100.000.000 | 90.000.000 | 90,00 |
| 2 | Program B | 300.000.000 | 270.000.000 | 90,00 |
| | Jumlah | 500.000.000 | 360.000.000 | 72,00 |
"""

pytestmark = pytest.mark.django_db(transaction=True)


def upload(browser: Client, content: bytes, name: str = "LKjIP 2024.md", **others: object) -> Any:
    return browser.post("/checks/", {"report": SimpleUploadedFile(name, content), **others}, follow=True)


def test_a_wrong_total_is_found_shown_with_its_arithmetic_and_marked(cast: Cast) -> None:
    page = upload(client_of(cast.ani), REPORT.encode()).content.decode()

    assert "500.000.000" in page
    assert "400.000.000" in page
    check = ReportCheck.objects.get()
    assert check.state == CheckState.DONE
    marked = client_of(cast.ani).get(f"/checks/{check.pk}/marked/")
    assert marked.headers["Content-Disposition"].startswith("attachment")
    assert b"400.000.000" in content_of(marked)


@pytest.mark.parametrize(
    ("name", "content"),
    [("report.exe", b"MZ"), ("kosong.pdf", b""), ("rusak.docx", b"PK\x03\x04 no archive"), ("gambar.pdf", b"\x89PNG")],
)
def test_what_cannot_be_checked_says_why(cast: Cast, name: str, content: bytes) -> None:
    page = upload(client_of(cast.ani), content, name).content.decode()

    assert 'class="notice error"' in page or 'class="error" id="report-error"' in page


def test_nobody_else_sees_it(cast: Cast) -> None:
    upload(client_of(cast.ani), REPORT.encode())
    number = ReportCheck.objects.get().pk

    for path in (f"/checks/{number}/", f"/checks/{number}/marked/"):
        assert client_of(cast.citra).get(path).status_code == HTTPStatus.NOT_FOUND


def test_a_decision_needs_its_reason_and_is_kept_with_who_made_it(cast: Cast) -> None:
    browser = client_of(cast.ani)
    upload(browser, REPORT.encode())
    path = f"/checks/{ReportCheck.objects.get().pk}/decide/"

    browser.post(path, {"finding": "1", "kind": "wrong"})
    assert not Decision.objects.exists()
    browser.post(path, {"finding": "1", "kind": "wrong", "reason": "Program C ada di lampiran."})

    decision = Decision.objects.get()
    assert (decision.person, decision.reason) == (cast.ani, "Program C ada di lampiran.")
    assert browser.post(path, {"finding": "99", "kind": "fixed"}).status_code == HTTPStatus.NOT_FOUND


def test_a_file_s_name_leads_nowhere(cast: Cast) -> None:
    upload(client_of(cast.ani), REPORT.encode(), "../../etc/passwd.md")

    assert ReportCheck.objects.get().title == Path("passwd.md").name


def test_a_check_that_a_stopped_worker_left_is_done_after_the_next_start(cast: Cast) -> None:
    upload(client_of(cast.ani), REPORT.encode())
    ReportCheck.objects.update(state=CheckState.CHECKING, findings=None)

    assert resume_checks() == 1
    assert ReportCheck.objects.get().state == CheckState.DONE
    assert resume_checks() == 0


def test_nobody_fills_the_queue_for_everybody_else(cast: Cast) -> None:
    upload(client_of(cast.ani), REPORT.encode())
    (done,) = ReportCheck.objects.values("government", "person", "name", "sha256", "size")
    waiting = {name if name in {"name", "sha256", "size"} else f"{name}_id": value for name, value in done.items()}
    ReportCheck.objects.bulk_create(ReportCheck(title=f"{number}.md", **waiting) for number in range(5))

    assert "Tunggu sampai selesai" in upload(client_of(cast.ani), REPORT.encode()).content.decode()
    upload(client_of(cast.budi), REPORT.encode())
    assert ReportCheck.objects.filter(person=cast.budi).count() == 1


def test_a_check_that_fails_unexpectedly_ends_and_says_so(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(content: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("saksama.web.reporting.checking.store", full)

    page = upload(client_of(cast.ani), REPORT.encode()).content.decode()

    assert ReportCheck.objects.get().state == CheckState.FAILED
    assert "tidak terduga" in page

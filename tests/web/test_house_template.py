"""A government's template: read in a process of its own, used by every document from then on, and taken away."""

import json
import struct
import zlib
from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from lxml import html
from pytest_django import DjangoAssertNumQueries

from saksama import web
from saksama.compose.house_template import USUAL
from saksama.compose.template_reading import read_template
from saksama.web.issuing.models import IssuedFile, Snapshot
from saksama.web.organisations.models import Government, RoleKind
from saksama.web.planning.models import StrategicPlan
from saksama.web.reporting import house_templates
from saksama.web.reporting.house_templates import template_in_force, template_of
from saksama.web.reporting.models import GovernmentTemplate, YearReport
from saksama.web.reporting.template_json import template_from, template_json
from saksama.web.workflow.models import Change
from tests.documents.demonstration import png
from tests.web.cast import Cast, client_of, content_of, person

pytestmark = pytest.mark.django_db

PAGE = "/template/"
CITY = b"""[laporan]
nama = "Laporan Akuntabilitas"
singkatan = ""
susunan = "per-analisis"
penomoran = "angka"
tanpa = ["daftar-gambar", "iku"]
[perjanjian]
jenjang = "sub-kegiatan"
[naskah]
pk-janji = "Kami di {perangkat_daerah} berjanji."
"""
WITH_LOGO = b'[laporan]\nnama = "Laporan Kota"\n[kop]\nlogo = "lambang.png"\n'


@pytest.fixture
def bureau(cast: Cast) -> Client:
    return client_of(person("Gita", RoleKind.ORGANISATION_BUREAU, cast.government))


def sent(browser: Client, content: bytes, logo: tuple[str, bytes] | None = None, *, title: str = "kota.toml") -> Any:
    """The answer to an upload, with or without a logo."""
    files = {"template": SimpleUploadedFile(title, content)}
    if logo:
        files["logo"] = SimpleUploadedFile(*logo)
    return browser.post(PAGE, files, follow=True)


def words(answer: Any) -> str:
    return " ".join(html.fromstring(answer.content.decode()).text_content().split())


def said(answer: Any) -> list[str]:
    """The problems that the page lists."""
    return [one.text_content() for one in html.fromstring(answer.content.decode()).xpath("//*[@role='alert']//li")]


def test_without_one_the_page_says_what_to_do_and_its_example_is_a_template(bureau: Client, tmp_path: Path) -> None:
    page = bureau.get(PAGE)

    assert "dokumen memakai susunan yang biasa" in words(page)
    example = Path(web.__file__).parent / "templates" / "reporting" / "template_example.toml"
    assert read_template(example).problems == ()
    (shown,) = html.fromstring(page.content.decode()).xpath("//pre")
    (tmp_path / "salinan.toml").write_text(shown.text_content())
    assert read_template(tmp_path / "salinan.toml").template == read_template(example).template


def test_what_was_read_is_shown_kept_and_recorded(cast: Cast, bureau: Client, tmp_path: Path) -> None:
    page = words(sent(bureau, CITY))

    assert "Templat kota.toml berlaku untuk semua dokumen mulai sekarang." in page
    for part in ("Laporan Akuntabilitas", "Tidak disingkat", "Tiap analisis untuk semua sasaran", "daftar gambar, iku"):
        assert part in page
    assert "Kami di {perangkat_daerah} berjanji." in page
    (tmp_path / "kota.toml").write_bytes(CITY)
    assert template_of(template_in_force(cast.government.pk)) == read_template(tmp_path / "kota.toml").template
    change = Change.objects.get(fact="template")
    assert (change.government, change.person, change.old) == (
        cast.government,
        GovernmentTemplate.objects.get().person,
        None,
    )
    assert change.new
    assert change.new.startswith("kota.toml (")
    assert content_of(bureau.get("/template/file/")) == CITY


def test_the_same_again_changes_nothing_and_another_takes_its_place(cast: Cast, bureau: Client) -> None:
    sent(bureau, CITY)
    assert "tidak ada yang berubah" in words(sent(bureau, CITY))
    assert GovernmentTemplate.objects.count() == 1

    sent(bureau, b'[laporan]\nnama = "Lain"\n')

    assert template_of(template_in_force(cast.government.pk)).report_name == "Lain"
    old, new = Change.objects.filter(fact="template").order_by("pk").values_list("old", "new")[1]
    assert old
    assert new
    assert old.split()[0] == new.split()[0] == "kota.toml"
    assert old != new, "each with the start of its hash"


def test_every_document_uses_it_and_what_was_issued_stays(cast: Cast, bureau: Client) -> None:
    head = client_of(person("Dewi", RoleKind.HEAD, cast.government, cast.agency))
    base = f"/agencies/{cast.agency.pk}/documents/2025/"
    head.post(f"{base}pk/issue/")
    before = {one.suffix: one.sha256 for one in IssuedFile.objects.filter(snapshot=Snapshot.objects.get())}

    sent(bureau, CITY)

    report = client_of(cast.ani).get(f"{base}lkjip.md").content.decode()
    assert "Laporan Akuntabilitas" in report
    agreement = client_of(cast.ani).get(f"{base}pk.html").content.decode()
    assert f"Kami di {cast.agency.name} berjanji." in agreement
    head.post(f"{base}pk/issue/", {"reason": "Templat baru."})
    first, second = Snapshot.objects.order_by("edition")
    assert {one.suffix: one.sha256 for one in first.files.all()} == before
    issued = content_of(head.get(f"/proof/{second.code}/file.html")).decode()
    assert f"Kami di {cast.agency.name} berjanji." in issued
    assert "berjanji akan mewujudkan" in content_of(head.get(f"/proof/{first.code}/file.html")).decode()


@pytest.mark.django_db(transaction=True)
def test_the_reports_of_a_year_are_made_again_with_another_template(cast: Cast, bureau: Client) -> None:
    StrategicPlan.objects.filter(agency=cast.other_agency).update(last_year=2020)
    bureau.post("/reports/2025/")
    first = YearReport.objects.get(agency=cast.agency)

    sent(bureau, CITY)

    assert "Data atau templat berubah sesudahnya" in words(bureau.get("/reports/2025/"))
    bureau.post("/reports/2025/")
    again = YearReport.objects.get(agency=cast.agency)
    assert again.template == GovernmentTemplate.objects.get()
    assert again.docx_name != first.docx_name
    assert "Data atau templat berubah" not in words(bureau.get("/reports/2025/"))
    bureau.post("/template/take-away/")
    assert "Data atau templat berubah sesudahnya" in words(bureau.get("/reports/2025/"))


def test_taken_away_documents_are_as_before(cast: Cast, bureau: Client) -> None:
    path = f"/agencies/{cast.agency.pk}/documents/2025/lkjip.md"
    before = client_of(cast.ani).get(path).content
    sent(bureau, CITY)

    page = bureau.post("/template/take-away/", follow=True)

    assert "Templat dicabut" in words(page)
    assert client_of(cast.ani).get(path).content == before
    assert bureau.get("/template/file/").status_code == HTTPStatus.NOT_FOUND
    assert Change.objects.filter(fact="template").last().new is None  # type: ignore[union-attr]
    assert "Templat dicabut" not in words(bureau.post("/template/take-away/", follow=True)), "there is none any more"
    assert Change.objects.filter(fact="template").count() == 2


def test_a_logo_comes_with_the_template_and_stands_in_the_documents(cast: Cast, bureau: Client) -> None:
    sent(bureau, WITH_LOGO, ("lambang.png", png(30, 40)))

    logo = template_of(template_in_force(cast.government.pk)).logo
    assert logo
    assert (logo.content, logo.width, logo.height) == (png(30, 40), 30, 40)
    answer = bureau.get("/template/logo/")
    assert answer.headers["Content-Type"] == "image/png"
    assert content_of(answer) == png(30, 40)
    made = client_of(cast.ani).get(f"/agencies/{cast.agency.pk}/documents/2025/lkjip.html").content.decode()
    assert "Laporan Kota" in made
    sent(bureau, CITY)
    assert bureau.get("/template/logo/").status_code == HTTPStatus.NOT_FOUND


def test_all_faults_are_said_with_their_place_and_what_is_in_force_stays(cast: Cast, bureau: Client) -> None:
    sent(bureau, CITY)

    answer = sent(
        bureau, b'[laporan]\nnama = 7\npenomoran = "romawi"\n[naskah]\npk-janji = "{siapa}"\n', title="b.toml"
    )

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert [one.split(":")[0] for one in said(answer)] == [
        "baris 2, laporan.nama",
        "baris 3, laporan.penomoran",
        "baris 5, naskah.pk-janji",
    ]
    assert "Templat b.toml belum dapat dipakai" in words(answer)
    assert template_of(template_in_force(cast.government.pk)).report_name == "Laporan Akuntabilitas"


def _torn() -> bytes:
    """A picture whose head is right and whose content is not."""
    return png(30, 40)[:60] + b"\0" * 30


def _huge() -> bytes:
    """A small file that says it has 3,600 million pixels."""
    head = b"IHDR" + struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    return png()[:12] + head + struct.pack(">I", zlib.crc32(head)) + png()[33:]


@pytest.mark.parametrize(
    ("content", "logo", "expected"),
    [
        (WITH_LOGO, None, '"lambang.png" harus diunggah bersama templat ini. Yang diunggah: tidak ada'),
        (WITH_LOGO, ("lain.png", png()), 'Yang diunggah: "lain.png"'),
        (CITY, ("lambang.png", png()), "tidak menyebut gambar lambang.png"),
        (WITH_LOGO, ("lambang.png", b"GIF89a" + b"\0" * 30), "gambar lambang.png bukan PNG atau JPEG"),
        (WITH_LOGO, ("lambang.png", _torn()), "gambar ini rusak"),
        (WITH_LOGO, ("lambang.png", _huge()), "lebih dari 50 juta piksel"),
        (b'[kop]\nlogo = "/etc/passwd"', None, '"/etc/passwd" harus diunggah bersama'),
        (b'[kop]\nlogo = "templat"', None, '"templat" harus diunggah bersama'),
        (b'[laporan]\nnama = "a\\u0000b"', None, "karakter yang tidak dapat dibaca"),
        (b'[naskah]\npk-janji = "a\\u0001\\uFFFE"', None, "karakter yang tidak dapat dibaca"),
        (b'[laporan]\nnama = "' + b"x" * 101 + b'"', None, "paling banyak 100 huruf"),
        (b"\xff\xfe\x00", None, "bukan teks UTF-8"),
        (b"a = " + b"[" * 100_000, None, "tidak terbaca sebagai TOML"),
        (b"", None, "kosong"),
        (b"#" * (2**20 + 1), None, "lebih besar dari 1 MB"),
    ],
)
def test_whatever_is_uploaded_it_is_answered(
    cast: Cast, bureau: Client, content: bytes, logo: tuple[str, bytes] | None, expected: str
) -> None:
    answer = sent(bureau, content, logo)

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert expected in " ".join(said(answer))
    assert "/tmp" not in answer.content.decode(), "where it was read is nobody's business"
    assert not GovernmentTemplate.objects.exists()


def test_what_takes_too_long_or_says_too_much_is_stopped(bureau: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    many = b"[laporan]\ntanpa = [" + b'"x",' * 5000 + b"]"
    problems = said(sent(bureau, many))
    assert len(problems) == 51
    assert problems[-1] == "dan 4950 kekeliruan lain"
    assert max(map(len, said(sent(bureau, b"[laporan]\n" + b"k" * 9000 + b" = 1")))) <= 500

    monkeypatch.setattr(house_templates, "_DEADLINE", 0.01)
    assert "terlalu berat" in " ".join(said(sent(bureau, CITY)))


def test_nothing_but_the_worded_file_is_taken(bureau: Client) -> None:
    assert "bukan jenis berkas yang diterima" in " ".join(said(sent(bureau, CITY, title="kota.exe")))
    assert "Pilih berkas templatnya" in " ".join(said(bureau.post(PAGE, {})))


def test_who_may(cast: Cast, bureau: Client) -> None:
    sent(bureau, CITY)
    others = [cast.ani, cast.budi, cast.citra]
    others += [
        person(kind.value, kind, cast.government)
        for kind in (RoleKind.LEADER, RoleKind.READER, RoleKind.INSPECTORATE, RoleKind.PLANNING_AGENCY)
    ]
    for someone in others:
        browser = client_of(someone)
        for path in (PAGE, "/template/file/", "/template/logo/"):
            assert browser.get(path).status_code == HTTPStatus.NOT_FOUND
        assert sent(browser, b'[laporan]\nnama = "Lain"\n').status_code == HTTPStatus.NOT_FOUND
        assert browser.post("/template/take-away/").status_code == HTTPStatus.NOT_FOUND
    assert GovernmentTemplate.objects.count() == 1
    administrator = client_of(person("Hana", RoleKind.ADMINISTRATOR, cast.government))
    assert administrator.get(PAGE).status_code == HTTPStatus.OK


def test_a_government_has_its_own(cast: Cast, bureau: Client) -> None:
    sent(bureau, CITY)
    other = Government.objects.create(name="Pemerintah Provinsi Contoh")
    stranger = client_of(person("Lala", RoleKind.ORGANISATION_BUREAU, other))

    assert "kota.toml" not in words(stranger.get(PAGE))
    assert stranger.get("/template/file/").status_code == HTTPStatus.NOT_FOUND
    stranger.post("/template/take-away/")
    sent(stranger, b'[laporan]\nnama = "Provinsi"\n')
    assert template_of(template_in_force(cast.government.pk)).report_name == "Laporan Akuntabilitas"


def test_the_start_page_leads_there(cast: Cast, bureau: Client) -> None:
    assert 'href="/template/"' in bureau.get("/").content.decode()
    assert 'href="/template/"' not in client_of(cast.ani).get("/").content.decode()


@pytest.mark.parametrize("count", [0, 3])
def test_the_page_needs_as_many_queries_whatever_was_before(
    bureau: Client, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    for number in range(count):
        sent(bureau, f'[laporan]\nnama = "Nama {number}"\n'.encode())
    with django_assert_num_queries(4):
        bureau.get(PAGE)


def test_every_template_comes_back_from_json_as_it_was_kept() -> None:
    assert template_from(json.loads(json.dumps(template_json(USUAL)))) == USUAL

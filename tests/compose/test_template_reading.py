"""A government's template: what it changes, and that all its faults are said at once, each with its line."""

from dataclasses import replace
from pathlib import Path

import pytest

from saksama.compose.house_template import USUAL, AgreementLayout, HouseTemplate
from saksama.compose.kinds import KINDS, Kind, make
from saksama.compose.leaving_out import OPTIONAL, without
from saksama.compose.passages import DEFAULTS, Passage
from saksama.compose.performance_report import compose
from saksama.compose.request import Request
from saksama.compose.template_problem import describe
from saksama.compose.template_reading import ENTRIES, read_template
from saksama.documents.document import Document, Heading, blocks, inlines, plain
from saksama.documents.numbering import NumberingStyle
from saksama.exchange.sample import SAMPLE
from saksama.exchange.sample_2025 import SAMPLE_2025
from saksama.kernel.activities import Picture
from saksama.kernel.budget import BudgetLevel
from saksama.kernel.record import Arrangement
from tests.compose.agreement_record import RECORD, YEAR
from tests.documents.demonstration import png

EXAMPLES = sorted((Path(__file__).parents[2] / "docs" / "panduan" / "templat").glob("*.toml"))
GUIDE = EXAMPLES[0].parent.parent / "templat.md"


def problems(tmp_path: Path, text: str | bytes) -> list[str]:
    path = tmp_path / "kota.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    reading = read_template(path)
    assert reading.template is None
    return [describe(problem) for problem in reading.problems]


def words(document: Document) -> str:
    return "\n".join(plain(tuple(inlines(block))) for block in blocks(document))


def headings(document: Document) -> dict[str, str]:
    return {block.label: block.number for block in blocks(document) if isinstance(block, Heading)}


def test_an_empty_template_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "kota.toml").write_text("")

    assert read_template(tmp_path / "kota.toml").template == USUAL


def test_everything_that_a_template_can_say_is_read(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(png(48, 64))
    (tmp_path / "kota.toml").write_bytes(
        b"\xef\xbb\xbf"
        b"""[laporan]\r\nnama = "Laporan Kinerja"\r\nsingkatan = ""\r\nsusunan = "per-analisis"\r\npenomoran = "angka"
tanpa = ["iku", "daftar-tabel"]
[kop]
logo = "logo.png"
[perjanjian]
susunan = "satu-tabel"
jenjang = "sub-kegiatan"
[naskah]
pk-janji = "Kami berjanji."
"""
    )

    template = read_template(tmp_path / "kota.toml").template

    assert template is not None
    assert (template.report_name, template.abbreviation) == ("Laporan Kinerja", "")
    assert (template.arrangement, template.numbering) == (Arrangement.PER_ANALYSIS, NumberingStyle.DECIMAL)
    assert template.left_out == ("daftar-tabel", "iku")
    assert template.logo is not None
    assert (template.logo.width, template.logo.height) == (48, 64)
    assert (template.agreement_layout, template.agreement_level) == (
        AgreementLayout.ONE_TABLE,
        BudgetLevel.SUB_ACTIVITY,
    )
    assert template.passages == ((Passage.AGREEMENT_PROMISE, "Kami berjanji."),)


def test_all_faults_are_said_at_once_each_with_its_line(tmp_path: Path) -> None:
    found = problems(
        tmp_path,
        """[laporan]
nama = 7
susunan = "per sasaran"
penomoran = "angka"
judul = "x"
tanpa = ["daftar-gambar", "perjanjian"]

[perjanjian]
susunann = "satu-tabel"
jenjang = "bidang"

[naskah]
pk-janji = '''
logo = "not an entry"
{nama_dinas} berjanji.
'''

[kop]
logo = "tidak-ada.png"

[lain]
""",
    )

    assert [line.split(": ")[0] for line in found] == [
        "baris 2, laporan.nama",
        "baris 3, laporan.susunan",
        "baris 5, laporan.judul",
        "baris 6, laporan.tanpa",
        "baris 9, perjanjian.susunann",
        "baris 10, perjanjian.jenjang",
        "baris 13, naskah.pk-janji",
        "baris 19, kop.logo",
        "baris 21, lain",
    ]
    assert found[1].endswith('"per sasaran" tidak dikenal. Pilihan: "per-sasaran", "per-analisis"')
    assert found[4].endswith("tidak dikenal; maksudnya susunan?")
    assert "{nama_dinas} tidak dikenal" in found[6]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[laporan]\nnama = Laporan", "baris 2: tidak terbaca sebagai TOML"),
        ('[laporan]\nnama = "a"\nnama = "b"\n', "baris 3: isian atau bagian ini disebut dua kali"),
        ('[laporan]\nnama = "a', "tidak terbaca sebagai TOML"),
        (b'[laporan]\nnama = "Kab\xe9"', "bukan teks UTF-8"),
        ('nama = "Laporan"', "baris 1, nama: tulis di bawah [laporan]"),
        ("laporan = 3", "baris 1, laporan: harus berupa bagian: [laporan]"),
        ('[laporan]\nnama = " "', "baris 2, laporan.nama: kosong"),
        ('[laporan]\ntanpa = "iku"', 'harus berupa daftar, misalnya: ["daftar-gambar"]'),
        ("[laporan]\ntanpa = [[1]]", "[1] tidak dikenal, atau diwajibkan peraturan"),
        ("a = " + "[" * 5000, "tidak terbaca sebagai TOML"),
        ("a = " + "9" * 5000, "tidak terbaca sebagai TOML"),
        ('[kop]\nlogo = "\\u0000"', "tidak dapat dibaca"),
        ('[kop]\nlogo = "kota.toml"', "bukan PNG atau JPEG"),
        ("#" * 1_000_001, "terlalu besar"),
    ],
)
def test_a_fault_says_what_to_do(tmp_path: Path, text: str | bytes, expected: str) -> None:
    assert expected in problems(tmp_path, text)[0]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_both_examples_make_every_kind_of_document(example: Path, kind: Kind) -> None:
    template = read_template(example).template

    assert template is not None
    assert make(kind, Request(RECORD, YEAR, template=template)).title


def test_the_guide_names_every_entry_and_every_section_that_can_be_left_out() -> None:
    guide = GUIDE.read_text(encoding="utf-8")

    assert [key for keys in ENTRIES.values() for key in keys if f"`{key}`" not in guide] == []
    assert [label for label in OPTIONAL if f"`{label}`" not in guide] == []


def test_the_report_takes_the_government_s_name_numbering_and_foreword() -> None:
    template = read_template(EXAMPLES[1]).template
    assert template is not None
    document = make(KINDS[0], Request(SAMPLE, 2020, template=template))

    numbers = headings(document)
    assert document.title == f"Laporan Kinerja {SAMPLE.agency.name} Tahun 2020"
    assert (numbers["bab-akuntabilitas"], numbers["capaian-organisasi"], numbers["analisis-2"]) == (
        "BAB III",
        "3.1",
        "3.1.2",
    )
    assert numbers["analisis-2-sasaran-1"] == "3.1.2.1"
    assert not {"daftar-tabel", "daftar-gambar", "sistematika", "lampiran-pengukuran"} & set(numbers)


def test_a_planner_s_own_foreword_stays_and_the_government_s_fills_an_empty_one() -> None:
    template = read_template(EXAMPLES[0]).template
    assert template is not None

    text = words(make(KINDS[0], Request(RECORD, YEAR, template=template)))

    assert "Laporan Kinerja Instansi Pemerintah Dinas Perpustakaan Tahun 2025 telah tersusun." in text


@pytest.mark.parametrize("label", OPTIONAL)
def test_every_optional_section_can_be_left_out_and_nothing_refers_to_it(label: str) -> None:
    template = HouseTemplate(left_out=(label,))
    picture = Picture(2025, "Rapat kerja", "image/png", png(), 48, 64)
    record = replace(SAMPLE_2025, pictures=(*SAMPLE_2025.pictures, picture))

    whole, short = compose(record, 2025), compose(record, 2025, template=template)

    assert label in headings(whole)
    assert label not in headings(short)
    assert set(headings(whole)) - set(headings(short)) == {label}


def test_leaving_nothing_out_changes_nothing() -> None:
    document = compose(SAMPLE, 2020)

    assert without(document, ()) is document


def test_the_agreement_takes_the_government_s_words() -> None:
    template = read_template(EXAMPLES[1]).template
    assert template is not None
    text = words(make(KINDS[1], Request(RECORD, YEAR, template=template)))

    assert "Pihak kedua akan melakukan pembinaan dan supervisi" in text
    assert DEFAULTS[Passage.AGREEMENT_SUPERVISION] not in text

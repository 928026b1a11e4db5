"""Who reports which year: the agency, its government, the year, and the names of others that the text carries."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import TypeVar

from saksama.documents.document import Cover, Document, Heading, ItemList, Paragraph, Signatures, Table, inlines, plain
from saksama.understanding.chapters import passages
from saksama.understanding.reading import Chapter, Identity

_AGENCY_WORD = (
    r"(?:Badan|Dinas|Kantor|Inspektorat|Sekretariat|Satuan\s+Polisi\s+Pamong\s+Praja|Rumah\s+Sakit|Kecamatan|Kelurahan|Biro"
    r"|Bagian|Kementerian|Balai|RSUD)"
)
_NO_NAME = (
    r"(?!(?:Tahun|Bab|Tabel|Dan|Yang|Adalah|Nomor|Perubahan|Merupakan|Dalam|Untuk|Sebagai|Memiliki|Peraturan|Wali|Walikota"
    r"|Bupati|Gubernur|Pemerintah|Badan|Dinas|Kepala|Provinsi|Kabupaten|Kota|Sekretariat|Laporan|Tentang|Dengan|Pada"
    r"|Telah|Dari|Serta|Periode|Tugas|Fungsi|Rencana|Perangkat|Daerah|Jumlah|Se|Ini|Program|Kegiatan)\b)"
)
_REGION = (
    r"(?P<level>Kota|Kabupaten|Kab\.|Provinsi|Propinsi|Prov\.)\s+"
    rf"(?P<name>{_NO_NAME}[A-Z][\w’'-]+(?:\s+{_NO_NAME}[A-Z][\w’'-]+){{0,2}})"
)
_SMALL = r"(?:dan|Dan|DAN|serta|di|,|&)"
_AGENCY = re.compile(rf"{_AGENCY_WORD}(?:[ ,]+(?:{_SMALL}|[A-Z][\w-]+)){{0,9}}?\s+{_REGION}")
_IN_REGION = re.compile(rf"(?<![\w/-]){_REGION}")
_FIELD = re.compile(r"\bdi\s+bidang\s+((?:[a-z]+\s+){0,3}?[a-z]+)(?=\s*(?:[.,;:]|$|berdasarkan|sesuai|yang|di\s|pada))")
_YEAR = re.compile(r"(?i)\btahun(?:\s+anggaran)?\s+(20[0-4]\d)(?!\s*[-–—/]\s*\d|\s*(?:s\.?d|sampai))")
_TITLE_YEAR = re.compile(r"(?<![\d.,/–-])(20[0-4]\d)(?![\d.,/–-]|\s*[-–—])")
_LAW = re.compile(r"(?i)\b(?:nomor|no\.?)\s*[\w./-]+\s+tahun\s+\d{4}|\b(?:uu|pp|perda|perpres)\s+\S+\s+tahun\s+\d{4}")
_PLAN = re.compile(r"(?<!\d)(20[0-4]\d)\s*(?:[-–—−]|s\.?/?d\.?|sampai(?:\s+dengan)?)\s*(20[0-4]\d)(?!\d)")
_PLAN_WORD = re.compile(r"(?i)renstra|rencana\s+strategis|jangka\s+menengah|rpjmd|\brpd\b|tujuan|target|iku|periode")
_Key = TypeVar("_Key")
_GENERAL = frozenset(("kota", "kabupaten", "provinsi"))


def identity_of(document: Document) -> Identity:
    """What the title, the title page, headings and text say; front pages weigh more than the rest."""
    lines = list(_lines(document))
    agencies: Counter[str] = Counter()
    regions: Counter[str] = Counter()
    years: Counter[int] = Counter()
    spoken: Counter[int] = Counter()
    plans: Counter[tuple[int, int]] = Counter()
    for text, weight in lines:
        bare = _LAW.sub(" ", text)
        for found in _AGENCY.finditer(_titled(bare)):
            agencies[" ".join(found[0].split())] += weight
        for found in _IN_REGION.finditer(_titled(bare)):
            regions[_region(found)] += weight
        if weight > _TEXT:
            for found in _TITLE_YEAR.finditer(bare):
                years[int(found[1])] += weight
        else:
            spoken.update(int(found[1]) for found in _YEAR.finditer(bare))
        for found in _PLAN.finditer(bare):
            if 2 <= int(found[2]) - int(found[1]) <= 6 and _PLAN_WORD.search(bare):
                plans[int(found[1]), int(found[2])] += weight
    for year, times in spoken.most_common():
        years[year] += min(times, _MOST_SPOKEN)
    agency, government = _names(document, agencies, regions)
    own = government.removeprefix("Pemerintah ")
    return Identity(
        agency=agency,
        government=government,
        year=_first(years),
        other_names=tuple(dict.fromkeys((*_others(agencies, regions, own, lines), *_fields(lines, agency)))),
        plan_years=_first(plans),
    )


_TITLE, _FRONT, _HEADING, _TEXT = 40, 20, 5, 1
_MOST_SPOKEN = 60
"""A text may speak of another year as often as it likes: it does not outvote title, cover and headings together."""


def _lines(document: Document) -> Iterator[tuple[str, int]]:
    """The document's texts with their weight."""
    yield document.title, _TITLE
    yield document.header, _FRONT
    is_opening = True
    for number, passage in enumerate(passages(document)):
        is_opening = is_opening and number < 12 and passage.chapter in {Chapter.FRONT, Chapter.UNKNOWN}
        match passage.block:
            case Cover() as block:
                yield " ".join((*block.title, block.agency, block.year)), _TITLE
            case Heading() as block:
                yield block.text, _HEADING
            case Paragraph() as block:
                yield plain(block.content), _FRONT if is_opening else _TEXT
            case Table() as block:
                yield block.caption, _HEADING
                # Only short runs: a table's cells hold names, and years of laws and plans.
                yield from ((inline.text, _TEXT) for inline in inlines(block) if "Kota" in inline.text[:200])
            case ItemList() | Signatures() as block:
                yield from ((inline.text, _TEXT) for inline in inlines(block))
            case _:
                pass


def _titled(text: str) -> str:
    """A line in capitals as a title: "DINAS PERHUBUNGAN KOTA" is found as "Dinas Perhubungan Kota"."""
    return re.sub(r"\b[A-Z]{4,}\b|\bkota\b(?=\s+[A-Z])", lambda found: found[0].capitalize(), text)


def _region(found: re.Match[str]) -> str:
    level = {"Kab.": "Kabupaten", "Prov.": "Provinsi", "Propinsi": "Provinsi"}.get(found["level"], found["level"])
    return f"{level} {' '.join(found['name'].split())}"


def _region_in(name: str) -> str:
    found = _IN_REGION.search(name)
    return _region(found) if found else name


def _names(document: Document, agencies: Counter[str], regions: Counter[str]) -> tuple[str, str]:
    cover = next((passage.block for passage in passages(document) if isinstance(passage.block, Cover)), None)
    agency = cover.agency if cover and cover.agency else _first(agencies) or ""
    if cover and cover.government:
        return agency, cover.government
    found = _IN_REGION.search(_titled(agency))
    region = _region(found) if found else _first(regions) or ""
    return agency, f"Pemerintah {region}" if region else ""


def _first(counted: Counter[_Key]) -> _Key | None:
    """The heaviest; of equals the one that came first."""
    return counted.most_common(1)[0][0] if counted else None


def _others(agencies: Counter[str], regions: Counter[str], own: str, lines: list[tuple[str, int]]) -> Iterator[str]:
    """Agencies and regions that are not the reporting ones: candidates, since a text may well speak of others."""
    home = own.lower()
    # What the document also writes small is a common word after "Kota", not its name.
    common = {word for text, _ in lines for word in re.findall(r"\b[a-z]{3,}\b", text)}
    for name in regions:
        if any(word in common for word in name.lower().split()[1:]):
            continue
        is_own = name.lower().startswith(home) or home.endswith(" " + name.lower().partition(" ")[2])
        if home and not is_own:
            yield name
    for name in agencies:
        if home and home not in name.lower() and not home.startswith(_region_in(name).lower()):
            yield name


def _fields(lines: list[tuple[str, int]], agency: str) -> Iterator[str]:
    """ "di bidang kepegawaian" in the report of an agency whose name and usual fields have nothing of it."""
    counted: Counter[str] = Counter()
    for text, _ in lines:
        counted.update(" ".join(found[1].split()) for found in _FIELD.finditer(text))
    words = set(agency.lower().split())
    for name, times in counted.items():
        if times == 1 and not words.intersection(name.split()) and not _GENERAL.intersection(name.split()):
            yield f"di bidang {name}"

"""Laporan menyebut pemerintah daerah lain di tempat yang seharusnya daerahnya sendiri.

Mengapa penting: nama kabupaten lain di kata pengantar atau pada nama instansi menunjukkan laporan yang disalin.

Contoh: laporan Dinas Perhubungan Kabupaten A menulis "Dinas Perhubungan Kabupaten B". Penyebutan daerah lain untuk
perbandingan, kerja sama, atau tempat kegiatan bukan temuan.

Cara memperbaiki: ganti dengan nama daerah sendiri, atau jelaskan mengapa daerah lain disebut.
"""

import re
from collections.abc import Iterator

from saksama.audit.rule import Check, Rule, Severity
from saksama.audit.words import SOUND, fault, in_sentence, sentence_name
from saksama.kernel.provenance import Certainty, Citation
from saksama.language.messages import _
from saksama.understanding.reading import Reading

_NAME = r"[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,2}"
_OFFICE = r"(?i:dinas|badan|kantor|inspektorat|satuan polisi|pemerintah|bupati|wali ?kota|gubernur|visi|rpjmd|renstra)"
_REGION = re.compile(rf"{_OFFICE}[^.;:()\d]{{0,80}}?\b(?P<level>Kabupaten|Kota|Provinsi|Propinsi)\s+(?P<name>{_NAME})")
_COMPARES = re.compile(
    r"banding|studi|kerja ?sama|kunjungan|seperti|antara lain|misalnya|peringkat|pindah|berasal|berbatasan|wilayah"
    r"|tingkat|lokasi|bertempat|dilaksanakan di|se-?\s?jawa|nomor \d|kabupaten/kota",
    re.IGNORECASE,
)


def check(reading: Reading) -> Iterator[Check]:
    """Look for offices of regions that are not the reporting one."""
    own = reading.identity.government.removeprefix("Pemerintah ").lower()
    level, _space, name = own.partition(" ")
    if level not in {"kabupaten", "kota", "provinsi"} or not name:
        return
    others = {
        other.lower()
        for other in reading.identity.other_names
        if other.lower().partition(" ")[0] in {"kabupaten", "kota", "provinsi"}
    }
    suspects = {other for other in others if _is_peer(level, other)}
    found = False
    for sentence in reading.sentences if suspects else ():
        for match in _REGION.finditer(sentence.text):
            region = f"{match['level']} {' '.join(match['name'].split())}"
            known = next((other for other in suspects if region.lower().startswith(other)), None)
            if known is None or name in region.lower() or _COMPARES.search(sentence.text):
                continue
            is_cut = own.startswith(f"{region.lower()} ") and not sentence.text[match.end() :].strip()
            if is_cut:  # the own name, which goes on in the next line
                continue
            found = True
            message = _("{place} menyebut {region}, padahal laporan ini tentang {own}. Perlu dicek.").format(
                place=sentence_name(sentence),
                region=region,
                own=reading.identity.government.removeprefix("Pemerintah "),
            )
            remedy = _("Ganti dengan nama daerah sendiri, atau jelaskan mengapa daerah lain disebut.")
            yield fault(message, (in_sentence(sentence),), remedy=remedy)
            break
    if not found:
        yield SOUND


def _is_peer(level: str, other: str) -> bool:
    """A regency's report speaks of its province, and a province's of its regencies: neither is another's text."""
    theirs = other.partition(" ")[0]
    return (level == "provinsi") == (theirs == "provinsi")


RULE = Rule(
    "DOC008",
    "another-region",
    Severity.WARNING,
    Citation("Kaidah penyusunan laporan", "kesesuaian isi dengan instansi pelapor", Certainty.OWN),
    check,
)

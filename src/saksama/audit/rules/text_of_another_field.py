"""Laporan menyebut bidang tugas instansi lain seolah-olah bidangnya sendiri.

Mengapa penting: kalimat yang disalin dari laporan instansi lain menunjukkan bahwa laporan tidak dibaca kembali.

Contoh: laporan Badan Kesatuan Bangsa dan Politik menulis "tugas dan fungsinya di bidang kepegawaian".
Yang benar: "di bidang kesatuan bangsa dan politik". Urusan kepegawaian di sekretariat bukan temuan.

Cara memperbaiki: ganti dengan bidang tugas instansi sendiri.
"""

import re
from collections.abc import Iterator

from saksama.audit.rule import Check, Rule, Severity
from saksama.audit.words import SOUND, fault, in_sentence, sentence_name
from saksama.kernel.provenance import Certainty, Citation
from saksama.language.messages import _
from saksama.understanding.reading import Reading, Sentence

# A field → words of the names of agencies that have it.
_FIELDS: dict[str, tuple[str, ...]] = {
    "kepegawaian": ("kepegawaian", "sumber daya manusia", "sdm"),
    "pendidikan": ("pendidikan",),
    "kesehatan": ("kesehatan", "rumah sakit", "puskesmas", "keluarga berencana"),
    "perhubungan": ("perhubungan",),
    "pertanian": ("pertanian", "pangan", "perkebunan", "tanaman"),
    "kearsipan": ("arsip", "perpustakaan"),
    "perpustakaan": ("arsip", "perpustakaan"),
    "kependudukan dan pencatatan sipil": ("kependudukan",),
    "pekerjaan umum": ("pekerjaan umum", "bina marga", "cipta karya", "perumahan", "sumber daya air"),
    "lingkungan hidup": ("lingkungan", "kebersihan", "kehutanan"),
    "kebersihan": ("lingkungan", "kebersihan"),
    "pariwisata": ("pariwisata", "kebudayaan", "olahraga", "olah raga"),
    "ketenagakerjaan": ("tenaga kerja", "ketenagakerjaan", "transmigrasi"),
    "kesatuan bangsa dan politik": ("kesatuan bangsa",),
    "komunikasi dan informatika": ("komunikasi", "informatika"),
    "penanggulangan bencana": ("bencana", "pemadam"),
    "perindustrian dan perdagangan": ("industri", "perindustrian", "perdagangan"),
    "kelautan dan perikanan": ("kelautan", "perikanan"),
    "sosial": ("sosial", "pemberdayaan", "perlindungan"),
}
_OWN_TASK = re.compile(
    r"(?:tugas|fungsi|urusan pemerintahan|kewenangan|kinerja\w*)[^.;]{0,80}\bdi bidang\s+(?P<field>"
    + "|".join(sorted(map(re.escape, _FIELDS), key=lambda field: (-len(field), field)))
    + r")(?=\s*(?:[.,;]|$|yang|pada|di\s|kota|kabupaten|provinsi))",
    re.IGNORECASE,
)
_GENERAL = re.compile(
    r"setiap|masing-masing|sekretari|sub ?bagian|dinas lain|perangkat daerah lain|undang-undang|koordinasi|umum dan",
    re.IGNORECASE,
)


def check(reading: Reading) -> Iterator[Check]:
    """Look for the agency's own task in a field that its name has nothing of and the rest never speaks of."""
    agency = reading.identity.agency.lower()
    if not agency or agency.startswith(("sekretariat", "kecamatan", "kelurahan", "bagian", "biro", "inspektorat")):
        return
    found = False
    for sentence in reading.sentences:
        for match in _OWN_TASK.finditer(sentence.text) if "bidang" in sentence.text.lower() else ():
            field = match["field"].lower()
            if any(word in agency for word in _FIELDS[field]) or _GENERAL.search(sentence.text):
                continue
            if _is_spoken_of(reading, field):
                continue
            found = True
            yield _look(sentence, field, reading.identity.agency)
    if not found:
        yield SOUND


def _is_spoken_of(reading: Reading, field: str) -> bool:
    """Whether headings, tables or subjects have to do with the field: then it may be the agency's own."""
    names = [heading.text.lower() for heading in reading.headings]
    names += [spelling.lower() for subject in reading.subjects for spelling, _place in subject.spellings[:1]]
    return any(field in name for name in names)


def _look(sentence: Sentence, field: str, agency: str) -> Check:
    message = _("{place} menyebut “di bidang {field}”, padahal laporan ini tentang {agency}. Perlu dicek.").format(
        place=sentence_name(sentence), field=field, agency=agency
    )
    return fault(message, (in_sentence(sentence),), remedy=_("Ganti dengan bidang tugas instansi sendiri."))


RULE = Rule(
    "DOC007",
    "text-of-another-field",
    Severity.WARNING,
    Citation("Kaidah penyusunan laporan", "kesesuaian isi dengan instansi pelapor", Certainty.OWN),
    check,
)

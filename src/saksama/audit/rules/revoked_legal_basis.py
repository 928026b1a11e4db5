"""Laporan mendasarkan diri pada peraturan yang sudah dicabut atau diganti.

Mengapa penting: evaluator memeriksa dasar hukum lebih dulu, dan pedoman lama meminta susunan laporan yang lain.

Contoh: laporan 2020 "berdasarkan Inpres Nomor 7 Tahun 1999". Yang berlaku: Perpres Nomor 29 Tahun 2014.
Kalimat yang menyebut peraturan lama karena dicabut atau diubah hanya dicatat. Peraturan yang penggantinya kami ketahui
tanpa membaca naskahnya juga hanya dicatat.

Cara memperbaiki: rujuk peraturan yang berlaku pada tahun laporan.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from saksama.audit.rule import Check, Rule, Severity
from saksama.audit.words import SOUND, enumerated, fault, in_sentence, sentence_name
from saksama.kernel.provenance import Certainty, Citation
from saksama.language.messages import _
from saksama.understanding.reading import Reading, Sentence


@dataclass(frozen=True, slots=True)
class Revoked:
    """A regulation that reports of `since` and later should not rest on, and what replaced it."""

    kind: str
    number: str
    year: str
    replaced_by: str
    since: int
    certainty: Certainty

    @property
    def name(self) -> str:
        """The short name: "Inpres 7/1999"."""
        return f"{_SHORT[self.kind]} {self.number}/{self.year}"


_PANRB = r"(?:permen\s?pan(?:\s?-?\s?rb)?|peraturan\s+menteri\s+(?:negara\s+)?pendayagunaan[\w\s,]*?)"
_KINDS = {
    "inpres": r"(?:inpres|instruksi\s+presiden(?:\s+republik\s+indonesia)?)",
    "panrb": _PANRB,
    "lan": r"(?:keputusan\s+kepala\s+(?:lan|lembaga\s+administrasi\s+negara)[\w\s]*?)",
    "permendagri": r"(?:permendagri|peraturan\s+menteri\s+dalam\s+negeri)",
    "pp": r"(?:\bpp|peraturan\s+pemerintah(?:\s+republik\s+indonesia)?)",
    "uu": r"(?:\buu|undang-undang(?:\s+republik\s+indonesia)?)",
}
_SHORT = {
    "inpres": "Inpres",
    "panrb": "PermenPANRB",
    "lan": "Keputusan Kepala LAN",
    "permendagri": "Permendagri",
    "pp": "PP",
    "uu": "UU",
}
# Inpres 7/1999 and PermenPAN 29/2010: regulations.md 11.1; the evaluation guides gave way to PermenPANRB 12/2015 and
# 88/2021. The rest is general knowledge, seen in no text: it only makes notes.
REVOKED: tuple[Revoked, ...] = (
    Revoked("inpres", "7", "1999", "Perpres 29/2014", 2014, Certainty.WEAK),
    Revoked("panrb", "29", "2010", "PermenPANRB 53/2014", 2014, Certainty.WEAK),
    Revoked("lan", "239", "2003", "PermenPANRB 53/2014", 2014, Certainty.GENERAL),
    Revoked("panrb", "13", "2010", "PermenPANRB 88/2021", 2014, Certainty.GENERAL),
    Revoked("panrb", "35", "2011", "PermenPANRB 88/2021", 2014, Certainty.GENERAL),
    Revoked("panrb", "25", "2012", "PermenPANRB 12/2015, lalu 88/2021", 2015, Certainty.WEAK),
    Revoked("panrb", "20", "2013", "PermenPANRB 12/2015, lalu 88/2021", 2015, Certainty.GENERAL),
    Revoked("panrb", "12", "2015", "PermenPANRB 88/2021", 2021, Certainty.GENERAL),
    Revoked("permendagri", "13", "2006", "Permendagri 77/2020", 2021, Certainty.GENERAL),
    Revoked("permendagri", "54", "2010", "Permendagri 86/2017", 2018, Certainty.GENERAL),
    Revoked("pp", "58", "2005", "PP 12/2019", 2020, Certainty.GENERAL),
    Revoked("pp", "41", "2007", "PP 18/2016", 2017, Certainty.GENERAL),
    Revoked("pp", "3", "2007", "PP 13/2019", 2020, Certainty.GENERAL),
    Revoked("uu", "32", "2004", "UU 23/2014", 2015, Certainty.GENERAL),
    Revoked("uu", "33", "2004", "UU 1/2022", 2022, Certainty.GENERAL),
)
_PATTERNS = tuple(
    re.compile(
        rf"{_KINDS[law.kind]}[\s,:()A-Za-z.-]{{0,40}}?(?:nomor|no\.?)?\s*:?\s*{law.number}\b(?:/[\w/.]+)?\s*"
        rf"(?:tahun\s*|/\s*){law.year}",
        re.IGNORECASE,
    )
    for law in REVOKED
)
_YEARS = tuple(sorted({law.year for law in REVOKED}))
_HISTORICAL = re.compile(
    r"cabut|digantikan|diganti|menggantikan|pengganti|mengubah|sebagaimana\s+(?:telah\s+)?(?:beberapa\s+kali\s+)?diubah"
    r"|perubahan\s+(?:\w+\s+)?atas|tidak\s+berlaku|semula|sebelumnya",
    re.IGNORECASE,
)


def check(reading: Reading) -> Iterator[Check]:
    """Look for the revoked regulations that the report's year should not rest on."""
    year = reading.identity.year
    if year is None:
        return
    noted: list[tuple[Revoked, Sentence]] = []
    based: dict[Revoked, list[Sentence]] = {}
    for sentence in reading.sentences:
        if not any(text in sentence.text for text in _YEARS):
            continue
        for law, pattern in zip(REVOKED, _PATTERNS, strict=True):
            if law.year not in sentence.text or year < law.since or not pattern.search(sentence.text):
                continue
            if law.certainty is Certainty.GENERAL or _HISTORICAL.search(sentence.text):
                noted.append((law, sentence))
            else:
                based.setdefault(law, []).append(sentence)
    for law, sentences in based.items():
        yield _look(law, sentences)
    if noted:
        yield _note(noted)
    elif not based:
        yield SOUND


def _look(law: Revoked, sentences: list[Sentence]) -> Check:
    """One finding for each regulation, however often it is cited."""
    message = _("{place} merujuk {law}, yang sudah digantikan oleh {new}. Perlu dicek.").format(
        place=sentence_name(sentences[0]), law=law.name, new=law.replaced_by
    )
    remedy = _("Rujuk peraturan yang berlaku pada tahun laporan.")
    return fault(message, [in_sentence(sentence) for sentence in sentences], remedy=remedy)


def _note(noted: list[tuple[Revoked, Sentence]]) -> Check:
    message = _("Disebut juga peraturan yang mungkin sudah diganti: {laws}.").format(
        laws=enumerated(f"{law.name} (→ {law.replaced_by})" for law, _sentence in noted)
    )
    return fault(
        message,
        [in_sentence(sentence) for _law, sentence in noted],
        remedy=_("Periksa apakah peraturan itu masih berlaku pada tahun laporan."),
        severity=Severity.NOTE,
    )


RULE = Rule(
    "DOC010",
    "revoked-legal-basis",
    Severity.WARNING,
    Citation("Perpres 29/2014", "dan PermenPANRB 53/2014", Certainty.WEAK),
    check,
)

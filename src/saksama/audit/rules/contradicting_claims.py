"""Tentang hal yang sama laporan menyatakan dua hal yang berlawanan.

Mengapa penting: "efisien" di satu kalimat dan "belum efisien" di kalimat berikutnya membatalkan analisisnya.

Contoh: indikator yang sama disebut efisien, lalu disebut belum efisien karena targetnya tidak tercapai.
Yang benar: satu kesimpulan, dengan angka yang mendasarinya.

Cara memperbaiki: tetapkan satu kesimpulan menurut angkanya, dan hapus yang lain.
"""

from collections.abc import Iterator

from saksama.audit.rule import Check, Outcome, Rule, Severity
from saksama.audit.words import fault, said, sentence_name
from saksama.kernel.provenance import Certainty, Citation
from saksama.language.messages import _
from saksama.understanding.reading import Claim, Reading, Sentence, SubjectKind

_OPPOSITES = {"efisien": "tidak efisien", "tercapai": "belum", "melampaui": "belum"}


def check(reading: Reading) -> Iterator[Check]:
    """Compare the claims of one indicator and year."""
    claimed: dict[tuple[SubjectKind, str, str], list[tuple[Claim, Sentence]]] = {}
    for sentence in reading.sentences:
        if "apabila" in sentence.text.lower() or " bila " in sentence.text.lower():
            continue
        for claim in sentence.claims:
            if not claim.is_rating and claim.kind is SubjectKind.INDICATOR:
                claimed.setdefault((claim.kind, claim.subject, claim.period), []).append((claim, sentence))
    for found in claimed.values():
        yield _look(found)


def _look(found: list[tuple[Claim, Sentence]]) -> Check:
    for claim, sentence in found:
        opposite = _OPPOSITES.get(claim.word)
        against = next((pair for pair in found if pair[0].word == opposite), None) if opposite else None
        if against is None:
            continue
        message = _("{one} menyatakan “{claim}”, sedangkan {other} menyatakan “{opposite}”. Perlu dicek.").format(
            one=sentence_name(sentence),
            claim=claim.word,
            other=sentence_name(against[1]) if against[1] is not sentence else _("kalimat yang sama"),
            opposite=against[0].word,
        )
        at = [said(each[1].text, each[0].place) for each in ((claim, sentence), against)]
        return fault(message, at, remedy=_("Tetapkan satu kesimpulan menurut angkanya, dan hapus yang lain."))
    return Check(Outcome.PASSED)


RULE = Rule(
    "RAT008",
    "contradicting-claims",
    Severity.WARNING,
    Citation("PermenPANRB 53/2014", "lampiran II, analisis capaian kinerja", Certainty.GENERAL),
    check,
)

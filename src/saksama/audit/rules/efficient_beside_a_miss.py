"""Disebut efisien, padahal target tidak tercapai.

Mengapa penting: anggaran yang tersisa ketika target meleset adalah sisa anggaran, bukan efisiensi.

Contoh: capaian 85% dengan serapan 80% ditulis efisien. Yang benar: target belum tercapai, anggaran tersisa 20%.

Cara memperbaiki: sebut sisa anggaran, dan jelaskan penyebab target meleset.
"""

from collections.abc import Iterator

from saksama.audit.checks import skipped
from saksama.audit.facts import facts, printed
from saksama.audit.rule import Check, Outcome, Rule, Severity
from saksama.audit.target_evidence import Reached, evidence
from saksama.audit.words import fault, said, sentence_name
from saksama.kernel.provenance import Certainty, Citation
from saksama.language.messages import _
from saksama.understanding.reading import Reading, SubjectKind


def check(reading: Reading) -> Iterator[Check]:
    """Look at every indicator that a sentence calls efficient."""
    known = facts(reading)
    for sentence in reading.sentences:
        for claim in sentence.claims:
            if claim.word != "efisien" or claim.kind is not SubjectKind.INDICATOR:
                continue
            found = list(evidence(known, claim.kind, claim.subject, claim.period))
            at = said(sentence.text, claim.place)
            if not found:
                yield skipped(_("tidak ada capaian yang dapat dibandingkan"))
            elif any(each.reached & {Reached.MET, Reached.EXCEEDED} for each in found):
                yield Check(Outcome.PASSED, (at,))
            else:
                message = _("{place}: disebut efisien, padahal capaiannya {value}. Perlu dicek.").format(
                    place=sentence_name(sentence), value=printed(found[0].figures[0])
                )
                remedy = _("Sebut sisa anggaran, dan jelaskan penyebab target meleset.")
                yield fault(message, (at, *(each.figures[0] for each in found)), remedy=remedy)


RULE = Rule(
    "RAT009",
    "efficient-beside-a-miss",
    Severity.WARNING,
    Citation("PermenPANRB 53/2014", "lampiran II, analisis efisiensi penggunaan sumber daya", Certainty.WEAK),
    check,
)

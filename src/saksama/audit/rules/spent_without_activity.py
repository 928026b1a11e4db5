"""Kegiatan disebut tidak dilaksanakan, tetapi anggarannya terpakai.

Mengapa penting: uang yang keluar tanpa kegiatan harus dapat dijelaskan kepada pemeriksa.

Contoh: "pemantauan orang asing tidak dapat dilaksanakan karena refocusing", sedangkan tabelnya mencetak realisasi
1.650.000 dari 2.545.000.

Cara memperbaiki: sebutkan apa yang dibiayai, atau betulkan kalimatnya bila kegiatannya sempat berjalan.
"""

import re
from collections.abc import Iterator

from saksama.audit.facts import facts, printed, where
from saksama.audit.relation import readings
from saksama.audit.rule import Check, Rule, Severity
from saksama.audit.words import SOUND, fault, in_sentence, sentence_name
from saksama.kernel.provenance import Certainty, Citation
from saksama.language.messages import _
from saksama.understanding.names import canonical
from saksama.understanding.reading import Measure, Reading, Statement, SubjectKind

_NOT_DONE = re.compile(
    r"\b(?:tidak|batal|belum)\s+(?:dapat\s+|bisa\s+|jadi\s+|sempat\s+)?(?:dilaksanakan|terlaksana|dijalankan)\b(?!\s+(?:secara"
    r"|dengan|tepat|seluruhnya|sepenuhnya|sesuai|optimal|maksimal))"
)
_SOME = re.compile(r"\b(?:sebagian|beberapa|jika|apabila|bila|agar)\b")
_ACTIVITIES = (SubjectKind.ACTIVITY, SubjectKind.SUB_ACTIVITY)
_LEAST_WORDS = 3


def check(reading: Reading) -> Iterator[Check]:
    """Look for money spent on activities that a sentence says were not carried out."""
    said = [(sentence, canonical(sentence.text)) for sentence in reading.sentences if _NOT_DONE.search(sentence.text)]
    said = [(sentence, text) for sentence, text in said if not _SOME.search(text)]
    if not said:
        return
    year = str(reading.identity.year or "")
    for (subject, measure), stated in facts(reading).subjects.items():
        name = subject[1]
        if measure is not Measure.EXPENDITURE or subject[0] not in _ACTIVITIES or len(name.split()) < _LEAST_WORDS:
            continue
        spent = [each for each in stated if each.table is not None and each.key.period in {"", year}]
        for sentence, text in said:
            at = text.find(name)
            ending = _NOT_DONE.search(text, max(at, 0))
            if spent and at >= 0 and ending and not _is_done(text[at + len(name) : ending.start()]):
                if all(readings(each.figure)[0].value > 0 for each in spent):
                    yield _found(reading, spent[0], sentence.index)
                else:
                    yield SOUND


def _is_done(between: str) -> bool:
    """Whether the words between the name and what was not done begin another statement."""
    return bool(re.search(r"\b(?:telah|sudah|terlaksana|dilaksanakan|sedangkan|sementara|namun|tetapi)\b", between))


def _found(reading: Reading, spent: Statement, sentence: int) -> Check:
    said = reading.sentences[sentence]
    message = _("{place}: kegiatan disebut tidak dilaksanakan, padahal {where} mencetak realisasi {printed}.")
    text = message.format(place=sentence_name(said), where=where(reading, spent), printed=printed(spent.figure))
    remedy = _("Sebutkan apa yang dibiayai, atau betulkan kalimatnya bila kegiatannya sempat berjalan.")
    return fault(f"{text} {_('Perlu dicek.')}", (in_sentence(said), spent.figure), remedy=remedy)


RULE = Rule(
    "TXT006",
    "spent-without-activity",
    Severity.WARNING,
    Citation("PermenPANRB 53/2014", "lampiran II, akuntabilitas keuangan", Certainty.WEAK),
    check,
)

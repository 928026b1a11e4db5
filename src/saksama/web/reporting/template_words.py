"""What was read of a government's template, in words."""

from collections.abc import Iterator

from saksama.compose.house_template import AgreementLayout, HouseTemplate
from saksama.compose.passages import Passage
from saksama.documents.numbering import NumberingStyle
from saksama.kernel.budget import BudgetLevel
from saksama.kernel.record import Arrangement
from saksama.language.messages import _, to_say

_ARRANGEMENTS = {
    Arrangement.PER_OBJECTIVE: to_say("Tiap sasaran dengan ketujuh analisisnya"),
    Arrangement.PER_ANALYSIS: to_say("Tiap analisis untuk semua sasaran"),
}
_NUMBERINGS = {
    NumberingStyle.LETTERS: to_say("Huruf: BAB III, A., 1., a."),
    NumberingStyle.DECIMAL: to_say("Angka: BAB III, 3.1, 3.1.1"),
}
_LAYOUTS = {
    AgreementLayout.TWO_TABLES: to_say("Dua tabel: sasaran dan target, lalu program dan anggaran"),
    AgreementLayout.ONE_TABLE: to_say("Satu tabel"),
}
_LEVELS = {
    BudgetLevel.PROGRAMME: to_say("Program"),
    BudgetLevel.ACTIVITY: to_say("Kegiatan"),
    BudgetLevel.SUB_ACTIVITY: to_say("Sub-kegiatan"),
}
_PASSAGES = {
    Passage.FOREWORD: to_say("Kata pengantar"),
    Passage.AGREEMENT_OPENING: to_say("Pembukaan perjanjian kinerja"),
    Passage.AGREEMENT_PROMISE: to_say("Janji pihak pertama"),
    Passage.AGREEMENT_SUPERVISION: to_say("Supervisi oleh pihak kedua"),
    Passage.AGREEMENT_ALONE: to_say("Janji kepala daerah"),
}


def told(template: HouseTemplate) -> Iterator[tuple[str, str]]:
    """Each entry with what it lays down; of the passages those that it words."""
    own = _("Seperti isian perangkat daerah")
    yield _("Nama laporan"), template.report_name or own
    abbreviation = template.abbreviation or _("Tidak disingkat")
    yield _("Singkatan"), own if template.abbreviation is None else abbreviation
    yield _("Susunan Bab III"), _(_ARRANGEMENTS[template.arrangement]) if template.arrangement else own
    yield _("Penomoran"), _(_NUMBERINGS[template.numbering])
    left_out = ", ".join(label.replace("-", " ") for label in template.left_out)
    yield _("Bagian yang tidak dicetak"), left_out or _("Tidak ada")
    yield _("Lampiran perjanjian kinerja"), _(_LAYOUTS[template.agreement_layout])
    if template.agreement_layout is AgreementLayout.TWO_TABLES:
        yield _("Anggaran dirinci sampai"), _(_LEVELS[template.agreement_level])
    for passage, words in template.passages:
        yield _(_PASSAGES[passage]), words

"""Fixed passages of documents, which a government may word otherwise."""

from enum import Enum

from saksama.kernel.record import PerformanceRecord

PLACEHOLDERS = ("perangkat_daerah", "pemerintah", "tahun", "laporan")
"""What stands in braces in a passage and is filled in for each document."""


class Passage(Enum):
    """A fixed passage, by its name in a template."""

    FOREWORD = "kata-pengantar"
    AGREEMENT_OPENING = "pk-pembukaan"
    AGREEMENT_PROMISE = "pk-janji"
    AGREEMENT_SUPERVISION = "pk-supervisi"
    AGREEMENT_ALONE = "pk-sendiri"
    """The promise of one who has nobody above: a governor, regent or mayor."""


# PermenPANRB 53/2014, annex I: the statement page (regulations.md 2.1).
DEFAULTS = {
    Passage.AGREEMENT_OPENING: (
        "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan, dan akuntabel serta berorientasi "
        "pada hasil, kami yang bertanda tangan di bawah ini:"
    ),
    Passage.AGREEMENT_PROMISE: (
        "Pihak pertama berjanji akan mewujudkan target kinerja yang seharusnya sesuai lampiran perjanjian ini, dalam "
        "rangka mencapai target kinerja jangka menengah seperti yang telah ditetapkan dalam dokumen perencanaan. "
        "Keberhasilan dan kegagalan pencapaian target kinerja tersebut menjadi tanggung jawab kami."
    ),
    Passage.AGREEMENT_SUPERVISION: (
        "Pihak kedua akan melakukan supervisi yang diperlukan serta akan melakukan evaluasi terhadap capaian kinerja "
        "dari perjanjian ini dan mengambil tindakan yang diperlukan dalam rangka pemberian penghargaan dan sanksi."
    ),
    Passage.AGREEMENT_ALONE: (
        "Berjanji akan mewujudkan target kinerja yang seharusnya sesuai lampiran perjanjian ini, dalam rangka mencapai "
        "target kinerja jangka menengah seperti yang telah ditetapkan dalam dokumen perencanaan. Keberhasilan dan "
        "kegagalan pencapaian target kinerja tersebut menjadi tanggung jawab kami."
    ),
}


def filled(words: str, record: PerformanceRecord, year: int) -> str:
    """The passage with what its placeholders stand for; other braces stay as they are."""
    named = (record.agency.name, record.agency.government, str(year), record.settings.report_name)
    for name, meaning in zip(PLACEHOLDERS, named, strict=True):
        words = words.replace(f"{{{name}}}", meaning)
    return words

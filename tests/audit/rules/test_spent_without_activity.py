"""TXT006: money spent on what was not carried out."""

from saksama.audit.rule import Severity
from saksama.documents.document import Document
from tests.audit.builders import sentence, table
from tests.audit.whole_reports import assert_passes, findings, found, whole

CODE = "TXT006"


def _report(said: str, spent: str) -> Document:
    rows = (
        "Kegiatan | Anggaran (Rp) | Realisasi (Rp)\n"
        f"Pemantauan kapal asing di pelabuhan | 2.545.000 | {spent}\n"
        "Pemeliharaan rambu jalan kota | 9.000.000 | 8.500.000"
    )
    return whole(sentence(said), table(rows, caption="Realisasi Anggaran Tahun 2020"))


def test_money_spent_on_what_was_not_carried_out_is_flagged() -> None:
    said = "Pemantauan kapal asing di pelabuhan tidak dapat dilaksanakan karena refocusing."

    assert "1.650.000" in found(_report(said, "1.650.000"), CODE, Severity.WARNING).message


def test_nothing_spent_is_clean() -> None:
    assert_passes(_report("Pemantauan kapal asing di pelabuhan tidak dapat dilaksanakan.", "0"), CODE)


def test_another_activity_of_the_sentence_is_not_meant() -> None:
    said = "Pemeliharaan rambu jalan kota telah selesai, sedangkan rapat tahunan tidak dapat dilaksanakan."

    assert not findings(_report(said, "1.650.000"), CODE)

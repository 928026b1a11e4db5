"""DOC020: which year of the plan it is."""

from saksama.audit.audit import audit
from saksama.audit.rule import Severity
from tests.audit.builders import sentence
from tests.audit.whole_reports import assert_passes, found, whole

CODE = "DOC020"


def test_a_miscounted_year_is_flagged() -> None:
    text = "Tahun 2020 merupakan tahun ke-empat dari Renstra Dinas Tahun 2018-2023."

    assert "ke-3" in found(whole(sentence(text)), CODE, Severity.WARNING).message


def test_the_right_year_is_clean() -> None:
    assert_passes(whole(sentence("Tahun 2020 merupakan tahun ketiga pelaksanaan Renstra Tahun 2018-2023.")), CODE)


def test_a_long_name_may_stand_between_plan_and_years() -> None:
    text = (
        "Tahun 2020 merupakan tahun ke-empat dari Rencana Strategis Dinas Komunikasi, Informatika, Statistik, dan "
        "Persandian Kabupaten Contoh Tahun 2016-2020."
    )

    assert "ke-5" in found(whole(sentence(text)), CODE, Severity.WARNING).message


def test_a_year_that_the_sentence_names_is_counted_and_not_the_reports() -> None:
    assert_passes(whole(sentence("Tahun 2018 merupakan tahun pertama dari Renstra Tahun 2018-2023.")), CODE)

    early = "Tahun 2017 adalah tahun pertama dari implementasi Rencana Strategis (Renstra) Dinas Tahun 2018-2023."
    assert "2017" in found(whole(sentence(early)), CODE, Severity.WARNING).message


def test_a_plan_still_to_come_is_not_counted() -> None:
    text = "Dinas bersiap memasuki tahun pertama Renstra Tahun 2024-2026."

    assert not [finding for finding in audit(whole(sentence(text))).findings if finding.rule == CODE]


def test_more_years_than_have_passed_are_flagged() -> None:
    plan = "Renstra Tahun 2018-2023 memuat tujuan."
    said = "Dalam kurun waktu lima tahun pelaksanaan Renstra dinas telah berhasil."

    assert "ke-3" in found(whole(sentence(plan), sentence(said)), CODE, Severity.WARNING).message


def test_the_years_that_have_passed_are_clean() -> None:
    plan = "Renstra Tahun 2018-2023 memuat tujuan."
    said = "Selama 3 (tiga) tahun pelaksanaan Renstra dinas telah berhasil."

    assert_passes(whole(sentence(plan), sentence(said)), CODE)

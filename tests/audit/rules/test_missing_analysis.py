"""DOC002: one of the seven analyses that is not there."""

from dataclasses import replace

from saksama.audit.rule import Severity
from saksama.documents.document import Document, Paragraph, Part, Text
from tests.audit.whole_reports import ALL_ANALYSES, assert_passes, findings, found, section, whole

CODE = "DOC002"


def _saying(text: str) -> Document:
    """The report with another text in its third chapter."""
    document = whole()
    body = document.parts[-1]
    blocks = tuple(
        replace(block, content=(Text(text),))
        if isinstance(block, Paragraph) and block.content[0] == Text(ALL_ANALYSES, place=block.place)
        else block
        for block in body.blocks
    )
    return replace(document, parts=(*document.parts[:-1], Part(body.kind, blocks)))


def test_causes_without_solutions_are_flagged() -> None:
    text = ALL_ANALYSES.replace(" bersama solusi yang telah dilakukan", "")

    assert "solusi" in found(_saying(text), CODE, Severity.WARNING).message


def test_a_missing_national_standard_is_a_note() -> None:
    text = ALL_ANALYSES.replace(" dan standar nasional", "")

    assert "standar nasional" in found(_saying(text), CODE, Severity.NOTE).message


def test_a_report_with_all_analyses_is_clean() -> None:
    assert_passes(whole(), CODE)


def test_a_plan_for_next_year_is_no_solution() -> None:
    text = ALL_ANALYSES.replace("solusi yang telah dilakukan", "rencana tindak lanjut")

    assert "solusi" in found(_saying(text), CODE, Severity.WARNING).message


def test_a_comparison_that_is_excused_is_not_missing() -> None:
    text = ALL_ANALYSES.replace(", juga dengan tahun sebelumnya,", " dan") + " Capaian belum dapat dibandingkan."

    assert findings(_saying(text), CODE) == ()


def test_headings_count_as_much_as_sentences() -> None:
    text = ALL_ANALYSES.replace(" Penggunaan sumber daya efisien.", "")
    document = _saying(text)
    body = document.parts[-1]
    headed = Part(
        body.kind, (*body.blocks[:-2], section("Analisis efisiensi penggunaan sumber daya"), *body.blocks[-2:])
    )

    assert findings(replace(document, parts=(*document.parts[:-1], headed)), CODE) == ()

"""Mutations change what they say and nothing else, and scores count what they should."""

from dataclasses import replace
from random import Random

import pytest

from benchmarks.audit.figure_mutations import is_other_number, value_of
from benchmarks.audit.invented import invented
from benchmarks.audit.layouts import LAYOUTS
from benchmarks.audit.mutant import Duty, Mutant, Operator
from benchmarks.audit.mutation_bench import OPERATORS
from benchmarks.audit.real_bench import Error, stands_at
from benchmarks.audit.scoring import Outcome, Rate, points_at, prints, score
from benchmarks.audit.sites import sites
from benchmarks.audit.two_errors import Pair, twice_mutated
from saksama.audit.finding import Audit, Finding, Spot
from saksama.audit.rule import Severity
from saksama.documents.document import Document
from saksama.kernel.provenance import Place
from saksama.understanding.reading import Coverage, Identity, Reading

CITY = next(layout for layout in LAYOUTS if layout.name == "city txt")
OURS = next(layout for layout in LAYOUTS if layout.name == "docx")


def mutants(operator: Operator) -> list[tuple[Document, Mutant]]:
    found = []
    for layout in (CITY, OURS):
        for seed in (0, 2, 3, 11):
            document = layout.compose(invented(seed), seed)
            mutant = operator.mutate(document, Random(seed))
            if mutant:
                found.append((document, mutant))
    return found


@pytest.mark.parametrize("operator", OPERATORS, ids=lambda operator: operator.name)
def test_every_operator_finds_something_to_change(operator: Operator) -> None:
    found = mutants(operator)

    assert found
    assert all(mutant.document != document for document, mutant in found)
    quiet = (Duty.KEEP_SILENT, Duty.NOTE)
    assert all((mutant.duty in quiet) == (operator.group == "equivalent") for _document, mutant in found)


@pytest.mark.parametrize("operator", [one for one in OPERATORS if one.group == "figures"], ids=lambda one: one.name)
def test_a_figure_mutation_changes_one_figure_into_another_number(operator: Operator) -> None:
    for document, mutant in mutants(operator):
        before, after = sites(document), sites(mutant.document)
        changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]

        ((old, new),) = changed
        assert is_other_number(old.text, new.text)
        assert (new.text,) == mutant.marks


def test_a_rounded_figure_is_no_other_number() -> None:
    assert not is_other_number("89,72", "89,73")
    assert not is_other_number("89,72", "89,7")
    assert is_other_number("89,72", "98,72")


@pytest.mark.parametrize(
    ("text", "value"), [("1.234,5", "1234.5"), ("Rp 1.000", "1000"), ("−4,70", "-4.70"), ("81,25%", "81.25")]
)
def test_values_are_read_as_our_generators_print_them(text: str, value: str) -> None:
    assert str(value_of(text)) == value


def test_a_mark_is_no_part_of_a_longer_number() -> None:
    assert prints("Rp 1.234", "1.234")
    assert not prints("11.234", "1.234")
    assert not prints("1.234.000", "1.234")
    assert prints("dari 95 menjadi 96.", "96")
    assert prints("Cukup tercapai/\ncukup berhasil", "Cukup tercapai/cukup berhasil")


def test_a_spot_of_another_table_is_no_hit() -> None:
    spot = Spot(Place(), "90,41", "Tabel III.7")

    assert points_at(spot, "90,41", "Tabel III.7")
    assert not points_at(spot, "90,41", "Tabel III.6")


def audit_of(*findings: Finding) -> Audit:
    document = Document("", "", None, ())
    return Audit("", Reading(document, Identity(), (), (), (), (), (), None, Coverage(0, 0)), findings, ())


def finding(
    rule: str, text: str, *, severity: Severity = Severity.ERROR, below: tuple[Finding, ...] = (), uses: str = ""
) -> Finding:
    spots = tuple(Spot(Place(), each, "Tabel 3.1") for each in (text, uses) if each)
    return Finding(rule, "", severity, "", "", spots, consequences=below)


def mutant(duty: Duty = Duty.FIND) -> Mutant:
    return Mutant(Document("", "", None, ()), ("SUM",), ("1.234",), "Tabel 3.1", duty)


def test_a_hit_needs_the_family_and_the_cell() -> None:
    assert score(mutant(), audit_of(finding("SUM001", "1.234"))).outcome is Outcome.FOUND
    assert score(mutant(), audit_of(finding("ACH001", "1.234"))).outcome is not Outcome.FOUND
    assert score(mutant(), audit_of(finding("SUM001", "9.999"))).outcome is not Outcome.FOUND
    assert score(mutant(), audit_of(finding("SUM001", "1.234", severity=Severity.NOTE))).outcome is not Outcome.FOUND


def test_a_consequence_counts_as_a_hit_and_a_stranger_as_false() -> None:
    root, stranger = finding("CON001", "77", below=(finding("SUM001", "1.234"),)), finding("TXT001", "55")

    found = score(mutant(), audit_of(root, stranger))

    assert found.outcome is Outcome.FOUND
    assert found.others == (stranger,)


def test_a_second_finding_of_the_same_change_counts_as_false() -> None:
    user, root = finding("ACH001", "50", uses="1.234"), finding("SUM001", "1.234")

    apart = score(replace(mutant(), changed=1), audit_of(user, root))
    under = score(replace(mutant(), changed=1), audit_of(replace(root, consequences=(user,))))

    assert (apart.others, apart.accuses) == ((user,), False)
    assert (under.others, under.accuses) == ((), True)


def test_of_several_changed_figures_each_may_be_accused() -> None:
    column = replace(mutant(), marks=("1.234", "5.678"), changed=2)

    both = score(column, audit_of(finding("SUM001", "1.234"), finding("CON001", "5.678"), finding("CON001", "9")))

    assert [other.spots[0].text for other in both.others] == ["9"]


def test_two_changes_stand_in_one_report() -> None:
    one, other = next(found for seed in range(9) if (found := twice_mutated(Pair(LAYOUTS.index(CITY), seed))))

    assert one.marks != other.marks
    assert all(any(site.text in each.marks for site in sites(other.document)) for each in (one, other))


def test_an_equivalent_mutant_allows_a_note() -> None:
    note, error = finding("SUM001", "1.234", severity=Severity.NOTE), finding("SUM001", "1.234")

    assert score(mutant(Duty.KEEP_SILENT), audit_of(note)).outcome is Outcome.SILENT
    assert score(mutant(Duty.KEEP_SILENT), audit_of(error)).outcome is Outcome.ALARM


def test_a_figure_cut_off_asks_for_a_note_and_no_more() -> None:
    note, error = finding("SUM001", "1.234", severity=Severity.NOTE), finding("SUM001", "1.234")

    assert score(mutant(Duty.NOTE), audit_of(note)).outcome is Outcome.FOUND
    assert score(mutant(Duty.NOTE), audit_of()).outcome is Outcome.NOT_READ
    assert score(mutant(Duty.NOTE), audit_of(note, error)).outcome is Outcome.ALARM


def test_wilson_intervals_are_those_of_the_tables() -> None:
    low, high = Rate(81, 100).bounds

    assert (round(low, 1), round(high, 1)) == (72.2, 87.5)
    assert Rate(0, 0).bounds == (0.0, 100.0)
    assert str(Rate(9, 10)) == "9/10 90.0 (59.6–98.2)"


def test_a_readers_error_is_found_by_its_digits_page_and_table() -> None:
    error = Error("x", "A", ("1,931,672,548",), "", (35,), "3.4")

    assert stands_at(Spot(Place(page=35), "Rp 1.931.672.548", "Tabel 3.4"), error)
    assert not stands_at(Spot(Place(page=36), "Rp 1.931.672.548", "Tabel 3.4"), error)
    assert not stands_at(Spot(Place(page=35), "Rp 1.931.672.548", "Tabel 3.41"), error)
    assert not stands_at(Spot(Place(page=35), "Rp 11.931.672.548", "Tabel 3.4"), error)

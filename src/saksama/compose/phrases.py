"""Turns of phrase that several sections share."""

from saksama.documents.document import Text
from saksama.kernel.evaluation import Result, formula_named
from saksama.kernel.formula import Polarity
from saksama.kernel.indicator import PerformanceIndicator
from saksama.language.numerals import counted, listed


def lowered(sentence: str) -> str:
    """A sentence within a sentence; an abbreviation keeps its capitals."""
    return sentence if sentence[1:2].isupper() else sentence[:1].lower() + sentence[1:]


def ended(sentence: str) -> str:
    """With a full stop where the planner left it out."""
    return sentence if sentence.rstrip().endswith((".", "!", "?")) else sentence.rstrip() + "."


def category(result: Result) -> str:
    """ "termasuk kategori “Tercapai”", or nothing where there is no rating."""
    return f"termasuk kategori “{result.band.word}”" if result.band else ""


def outcomes(met: list[bool | None]) -> str:
    """How many indicators reached their targets: "seluruh indikator mencapai atau melampaui target"."""
    words = {
        True: "mencapai atau melampaui target",
        False: "belum mencapai target",
        None: "belum dapat dihitung capaiannya",
    }
    present = [state for state in words if state in met]
    if not present:
        return "belum ada indikator"
    if len(present) == 1:
        who = "indikator tersebut" if len(met) == 1 else "seluruh indikator"
        return f"{who} {words[present[0]]}"
    return listed(tuple(f"{counted(met.count(state))} indikator {words[state]}" for state in present))


def polarity(indicator: PerformanceIndicator) -> Polarity:
    """Which way the indicator's formula is better."""
    formula = formula_named(indicator.formula)
    return formula.polarity if formula else Polarity.NONE


def bold(words: str) -> Text:
    """The name that opens a point of a list."""
    return Text(words, bold=True)

"""Analysis 5: causes of success or failure, obstacles, solutions already taken, follow-up."""

from dataclasses import replace

from saksama.compose.grid import text
from saksama.compose.ledger import Ledger, gap
from saksama.compose.phrases import ended
from saksama.documents.document import Block, Content, ItemList, Paragraph, Text
from saksama.kernel.indicator import NarrativePart, PerformanceIndicator
from saksama.kernel.own_words import narrative_name
from saksama.kernel.plan import StrategicObjective

TITLE = "Analisis Penyebab Keberhasilan/Kegagalan serta Alternatif Solusi"
_PARTS = (
    (NarrativePart.CAUSE, "Penyebab"),
    (NarrativePart.OBSTACLE, "Hambatan"),
    (NarrativePart.SOLUTION, "Solusi yang telah dilakukan"),
    (NarrativePart.FOLLOW_UP, "Tindak lanjut"),
)


def build(ledger: Ledger, objective: StrategicObjective) -> tuple[Block, ...]:
    """The planner's own words for each indicator; what is missing stays visible."""
    made: list[Block] = []
    for indicator in objective.indicators:
        made.append(Paragraph(_opening(ledger, indicator)))
        made.append(ItemList(tuple(_part(ledger, indicator, part, title) for part, title in _PARTS)))
    return tuple(made)


def _opening(ledger: Ledger, indicator: PerformanceIndicator) -> Content:
    words = {True: "mencapai target", False: "belum mencapai target", None: "belum dapat dinilai"}
    met = ledger.is_met(indicator)
    reached = ledger.percent(ledger.achievement(indicator))
    outcome = (" (capaian ", reached, ")") if met is not None else ()
    return text(Text(indicator.name, bold=True), f" {words[met]}", *outcome, ".")


def _part(ledger: Ledger, indicator: PerformanceIndicator, part: NarrativePart, title: str) -> Content:
    found = indicator.narrative(ledger.year, part)
    label = Text(f"{title}: ", bold=True)
    name = narrative_name(indicator.id, ledger.year, part)
    if found is None:
        return label, replace(gap(), field=name)
    if found.not_applicable_because:
        reason, name = found.not_applicable_because, narrative_name(indicator.id, ledger.year, part, is_reason=True)
        return label, Text("tidak berlaku; "), Text(reason, field=name), Text(ended(reason)[len(reason.rstrip()) :])
    return label, Text(found.text, field=name)

"""How many indicators of an agency are due, reported and reached, with the indicators that are counted."""

from dataclasses import dataclass

from saksama.kernel.period import Period
from saksama.kernel.periods import period_key, period_title
from saksama.kernel.provenance import Certainty
from saksama.kernel.record import PerformanceRecord
from saksama.language.explanations import certainty_text
from saksama.language.messages import _, to_say
from saksama.web.overview.agency_rows import IndicatorRow, indicator_row
from saksama.web.overview.figure_ids import Address
from saksama.web.overview.summaries import states_of, summarised

MEASURE = "jumlah"
_RULES = {
    "reached": to_say("Banyaknya indikator sasaran yang capaiannya sampai akhir periode ini 100% atau lebih"),
    "reported": to_say("Banyaknya indikator sasaran yang realisasinya sampai akhir periode ini sudah dilaporkan"),
}
_TITLES = {
    "reached": to_say("Indikator yang mencapai target s.d. {when}"),
    "reported": to_say("Indikator yang dilaporkan s.d. {when}"),
}


@dataclass(frozen=True, slots=True)
class Count:
    """A count with its rule, and every indicator with the state by which it counts or not."""

    title: str
    value: str
    rows: tuple[tuple[str, str], ...]
    indicators: tuple[IndicatorRow, ...]


def count_of(record: PerformanceRecord, what: str, period: Period, address: Address) -> Count | None:
    """The count of an agency to the end of a period; `None` where nothing is counted under that name."""
    if what not in _RULES:
        return None
    summary = summarised(record, period, states_of(record, period))
    counted = summary.reached if what == "reached" else summary.reported
    used = [one for objective in record.plan.objectives() for one in objective.indicators if one.is_used(period.year)]
    return Count(
        _(_TITLES[what]).format(when=period_title(period)),
        f"{counted} / {summary.due}",
        (
            (_("Rumus"), _(_RULES[what])),
            (_("Dari"), _("Yang sudah waktunya diukur; yang belum waktunya dan yang tidak berlaku tidak dihitung")),
            (_("Dasar"), certainty_text(Certainty.OWN)),
        ),
        tuple(indicator_row(record, one, period, address) for one in used),
    )


def summary_paths(address: Address, period: Period) -> dict[str, str]:
    """Where the figures of an agency's summary are explained, by their names."""
    key = period_key(period)
    identifiers = {name: f"{MEASURE}/{name}/{key}" for name in _RULES} | {
        "absorption": f"serapan-sd-tw/semua/{key}",
        "expenditure": f"belanja-sd-tw/semua/{key}",
        "appropriation": f"pagu/semua/{period.year}",
    }
    return {name: address(identifier) for name, identifier in identifiers.items()}

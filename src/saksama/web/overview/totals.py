"""Where a figure of all agencies together comes from: its rule, its arithmetic, and the part of each agency."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from saksama.kernel.period import Period
from saksama.kernel.periods import period_title
from saksama.kernel.provenance import Certainty
from saksama.kernel.rounding import write_rupiah
from saksama.language.explanations import Row, certainty_text, explain_result
from saksama.language.messages import _, to_say
from saksama.web.organisations.models import Agency
from saksama.web.overview.figure_counts import summary_paths
from saksama.web.overview.figure_ids import addresses
from saksama.web.overview.summaries import AgencySummary, GovernmentSummary, together

_TITLES = {
    "complete": to_say("Perangkat daerah yang lengkap s.d. {when}"),
    "reached": to_say("Indikator yang mencapai target s.d. {when}"),
    "absorption": to_say("Serapan anggaran s.d. {when}"),
}
_RULES = {
    "complete": to_say("Banyaknya perangkat daerah yang sudah melaporkan semua indikator yang waktunya diukur"),
    "reached": to_say("Jumlah indikator yang mencapai target, dari jumlah indikator yang waktunya diukur"),
}
_HEADINGS = {
    "complete": (to_say("Dilaporkan"),),
    "reached": (to_say("Tercapai"),),
    "absorption": (to_say("Realisasi (Rp)"), to_say("Pagu (Rp)"), to_say("Serapan (%)")),
}


@dataclass(frozen=True, slots=True)
class Part:
    """What an agency contributes: the texts of its figures with the pages that explain them, and whether it counts."""

    agency: Agency
    figures: tuple[tuple[str, str, str], ...]
    is_counted: bool


@dataclass(frozen=True, slots=True)
class Total:
    """A figure of all agencies; `left_out` have no plan for the year, or are being counted."""

    title: str
    value: str
    rows: tuple[Row, ...]
    headings: tuple[str, ...]
    parts: tuple[Part, ...]
    left_out: int

    @property
    def is_selective(self) -> bool:
        """Whether some part does not count, so that it must be said which."""
        return not all(part.is_counted for part in self.parts)


def total_of(
    what: str, agencies: Iterable[Agency], summaries: Mapping[int, AgencySummary], period: Period
) -> Total | None:
    """The figure of the start page with its parts; `None` where nothing is added up under that name."""
    if what not in _TITLES:
        return None
    every = list(agencies)
    known = [(one, summaries[one.pk]) for one in every if one.pk in summaries]
    whole = together(summary for _agency, summary in known)
    headings = tuple(_(heading) for heading in _HEADINGS[what])
    return Total(
        _(_TITLES[what]).format(when=period_title(period)),
        _value(what, whole),
        _rows(what, whole),
        headings,
        tuple(_part(what, one, summary, period, headings) for one, summary in known),
        len(every) - len(known),
    )


def _value(what: str, whole: GovernmentSummary) -> str:
    if what == "complete":
        return f"{whole.complete} / {whole.agencies}"
    if what == "reached":
        return f"{whole.reached} / {whole.due}"
    printed = whole.absorption.printed() if whole.absorption else None
    return f"{printed}%" if printed else ""


def _rows(what: str, whole: GovernmentSummary) -> tuple[Row, ...]:
    if what in _RULES:
        return ((_("Rumus"), _(_RULES[what])), (_("Dasar"), certainty_text(Certainty.OWN)))
    return explain_result(whole.absorption) if whole.absorption else ()


def _part(what: str, agency: Agency, summary: AgencySummary, period: Period, headings: tuple[str, ...]) -> Part:
    paths = summary_paths(addresses(agency.pk, period.year), period)
    if what == "complete":
        texts = {"reported": f"{summary.reported} / {summary.due}"}
        is_counted = summary.is_complete
    elif what == "reached":
        texts = {"reached": f"{summary.reached} / {summary.due}"}
        is_counted = True
    else:
        texts = {
            "expenditure": _rupiah(summary.expenditure),
            "appropriation": _rupiah(summary.appropriation),
            "absorption": summary.absorption or "–",
        }
        is_counted = summary.has_money
    cells = zip(headings, texts.items(), strict=True)
    return Part(agency, tuple((heading, text, paths[name]) for heading, (name, text) in cells), is_counted)


def _rupiah(plain: str | None) -> str:
    return "–" if plain is None else write_rupiah(Fraction(plain)).removeprefix("Rp")

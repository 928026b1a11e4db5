"""The ledger of a report: every figure of the year, computed once by the kernel, and what explains each."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from saksama.compose.budget_names import version_name
from saksama.compose.values import actual_text, target_text, value_text, with_unit
from saksama.documents.document import Explained, Text
from saksama.kernel.agreements import as_agreed
from saksama.kernel.budget import BudgetNode, BudgetVersion
from saksama.kernel.budget_versions import appropriation_at
from saksama.kernel.comparison import change, remainder, variance
from saksama.kernel.dates import write_date
from saksama.kernel.evaluation import Result
from saksama.kernel.indicator import Actual, ActualState, PerformanceIndicator, Target
from saksama.kernel.plan import StrategicObjective
from saksama.kernel.provenance import Place
from saksama.kernel.quantity import Reason, Uncomputable
from saksama.kernel.record import PerformanceAgreement, PerformanceRecord
from saksama.kernel.results import (
    Average,
    achievement,
    actual,
    objective_average,
    overall_average,
    progress,
    target_in_force,
)
from saksama.kernel.rounding import write_number, write_percent, write_rupiah
from saksama.kernel.spending import (
    Spending,
    efficiency,
    objective_subjects,
    spending,
    subject_spending,
    total_spending,
)
from saksama.language.explanations import explain_result, reason_text
from saksama.language.messages import speaking

GAP = "belum diisi"
_MISSING = {Reason.NO_TARGET, Reason.NO_ACTUAL, Reason.NO_APPROPRIATION, Reason.NO_EXPENDITURE, Reason.NO_PROGRAMME}


def gap(text: str = GAP) -> Text:
    """A visible mark that something is missing."""
    return Text(text, gap=True)


class Ledger:
    """Computes each figure of `year` at most once and remembers it under the id of its explanation."""

    def __init__(self, record: PerformanceRecord, year: int) -> None:
        self.record = record
        self.year = year
        self.objectives = tuple(record.plan.objectives())
        self.programmes = tuple(
            programme for programme in record.programmes if any(leaf.amount(year) for leaf in programme.leaves())
        )
        self._results: dict[str, Result] = {}
        self._stated: dict[str, Explained] = {}
        self._titles: dict[str, str] = {}
        self._averages: dict[str, Average] = {}
        self._spendings: dict[str, Spending] = {}

    # Figures of indicators

    def achievement(self, indicator: PerformanceIndicator, year: int | None = None) -> Result:
        """The achievement of a year, this report's by default."""
        asked = year or self.year
        title = f"Capaian {asked}: {indicator.name}"
        return self._once(f"capaian/{indicator.id}/{asked}", title, lambda: achievement(self.record, indicator, asked))

    def progress(self, indicator: PerformanceIndicator) -> Result:
        """Progress towards the end of the plan."""
        title = f"Tingkat kemajuan {self.year}: {indicator.name}"
        identifier = f"kemajuan/{indicator.id}/{self.year}"
        return self._once(identifier, title, lambda: progress(self.record, indicator, self.year))

    def change(self, indicator: PerformanceIndicator) -> Result:
        """This year's actual minus last year's."""
        title = f"Perubahan realisasi {self.year - 1}–{self.year}: {indicator.name}"
        return self._once(f"perubahan/{indicator.id}/{self.year}", title, lambda: change(indicator, self.year))

    def variance(self, indicator: PerformanceIndicator) -> Result:
        """Actual minus target."""
        title = f"Selisih realisasi dan target {self.year}: {indicator.name}"
        identifier = f"selisih/{indicator.id}/{self.year}"
        return self._once(identifier, title, lambda: variance(self.record, indicator, self.year))

    def remainder(self, indicator: PerformanceIndicator) -> Result:
        """What is left to the end-of-plan target."""
        title = f"Sisa menuju target akhir periode: {indicator.name}"
        return self._once(f"sisa-target/{indicator.id}/{self.year}", title, lambda: remainder(indicator, self.year))

    def is_met(self, indicator: PerformanceIndicator) -> bool | None:
        """Whether the year's target was reached; `None` where there is no achievement."""
        value = self.achievement(indicator).value
        return None if isinstance(value, Uncomputable) else value >= 100

    # Averages and money

    def average(self, objective: StrategicObjective) -> Average:
        """The average achievement of an objective."""
        if objective.id not in self._averages:
            found = objective_average(self.record, objective, self.year)
            self._averages[objective.id] = self._keep_average(found, f"sasaran {self.number(objective)}")
        return self._averages[objective.id]

    def overall(self) -> Average:
        """The average achievement over all objectives' indicators."""
        if "semua" not in self._averages:
            found = overall_average(self.record, self.year)
            self._averages["semua"] = self._keep_average(found, "semua indikator sasaran")
        return self._averages["semua"]

    def spending(self, node: BudgetNode) -> Spending:
        """The money of a programme, activity or sub-activity."""
        return self._money(f"node/{node.id}", node.name, lambda: spending(node, self.year))

    def total(self) -> Spending:
        """The money of all programmes."""
        return self._money("semua", "seluruh program", lambda: total_spending(self.record, self.year))

    def supporting(self, indicator: PerformanceIndicator) -> Spending:
        """The money that serves an indicator."""
        subjects = (indicator.id,)
        return self._money(
            f"indikator/{indicator.id}", indicator.name, lambda: subject_spending(self.record, subjects, self.year)
        )

    def supporting_objective(self, objective: StrategicObjective) -> Spending:
        """The money that serves an objective and its indicators."""
        subjects = objective_subjects(objective)
        return self._money(
            f"sasaran/{objective.id}", objective.name, lambda: subject_spending(self.record, subjects, self.year)
        )

    def efficiency(self, indicator: PerformanceIndicator) -> Result:
        """The efficiency of what served an indicator, by the agency's method."""
        reached, spent = self.achievement(indicator), self.supporting(indicator)
        title = f"Efisiensi {self.year}: {indicator.name}"
        return self._once(
            f"efisiensi/{indicator.id}/{self.year}",
            title,
            lambda: efficiency(self.record, indicator.id, reached, spent, year=self.year),
        )

    def efficiency_of_objective(self, objective: StrategicObjective) -> Result:
        """The efficiency of what served an objective as a whole, by its capped average."""
        reached, spent = self.average(objective).capped, self.supporting_objective(objective)
        return self._once(
            f"efisiensi/{objective.id}/{self.year}",
            f"Efisiensi {self.year}: sasaran {self.number(objective)}",
            lambda: efficiency(self.record, objective.id, reached, spent, year=self.year),
        )

    def number(self, objective: StrategicObjective) -> int:
        """The objective's number in the report, from 1."""
        return next(place for place, found in enumerate(self.objectives, start=1) if found.id == objective.id)

    def remember(self, result: Result, title: str) -> Result:
        """Remember a result that was computed elsewhere, so that its figure can be opened."""
        self._results[result.explanation.id] = result
        self._titles[result.explanation.id] = title
        return result

    # Figures as text

    def percent(self, result: Result, *, blank: str = GAP) -> Text:
        """ "138,19%", or a visible gap, or why there is no number."""
        return self._figure(result, write_percent, blank)

    def plain(self, result: Result, *, blank: str = GAP) -> Text:
        """ "138,19" for a column whose heading has the unit."""
        decimals = result.explanation.decimals
        return self._figure(result, lambda value: _with_minus(write_number(value, decimals)), blank)

    def unsigned(self, result: Result) -> Text:
        """ "36,14" for a difference whose direction a word tells ("naik", "di bawah")."""
        decimals = result.explanation.decimals
        return self._figure(result, lambda value: write_number(abs(value), decimals), GAP)

    def signed(self, result: Result, *, blank: str = "–") -> Text:
        """ "+36,14": a difference whose direction matters."""
        decimals = result.explanation.decimals

        def write(value: Fraction) -> str:
            return ("+" if value > 0 else "") + _with_minus(write_number(value, decimals))

        return self._figure(result, write, blank)

    def rupiah(self, result: Result, *, blank: str = GAP) -> Text:
        """ "Rp4.827.274.899"."""
        return self._figure(result, write_rupiah, blank)

    def rupiah_plain(self, result: Result, *, blank: str = GAP) -> Text:
        """ "4.827.274.899" for a column of rupiah."""
        return self._figure(result, lambda value: _with_minus(write_rupiah(value).replace("Rp", "")), blank)

    def actual(self, indicator: PerformanceIndicator, year: int, *, unit: bool = False, blank: str = GAP) -> Text:
        """The actual of a year as reported, or computed from raw data."""
        found, reported = actual(indicator, year), indicator.actual(year)
        if isinstance(found.value, Uncomputable):
            is_missing = blank == GAP and found.value.reason in _MISSING
            return gap() if is_missing else Text(blank if blank != GAP else reason_text(found.value))
        text = actual_text(self.record, indicator, found)
        origin = found.origin if "=" in found.origin else "Angka yang dilaporkan, bukan hasil hitungan"
        more = _standing(reported) if reported else ()
        shown = _Shown(f"realisasi/{indicator.id}/{year}", f"Realisasi {year}", origin, more, unit=unit)
        return self._state(shown, text, indicator, found.place)

    def target(self, indicator: PerformanceIndicator, year: int, *, unit: bool = False, blank: str = GAP) -> Text:
        """The target in force for a year."""
        found = target_in_force(self.record, indicator, year)
        is_agreed = found is not None and found != indicator.target(year)
        origin = "Perjanjian kinerja" if is_agreed else self.record.plan.title
        shown = _Shown(f"target/{indicator.id}/{year}", f"Target {year}", origin, unit=unit)
        return self._target(shown, found, indicator, blank)

    def plan_target(self, indicator: PerformanceIndicator, year: int, *, blank: str = "–") -> Text:
        """The plan's target for a year."""
        found, origin = indicator.target(year), self.record.plan.title
        shown = _Shown(f"target-rencana/{indicator.id}/{year}", f"Target {year}", origin)
        return self._target(shown, found, indicator, blank)

    def agreed_target(self, indicator: PerformanceIndicator, agreement: PerformanceAgreement) -> Text:
        """The target as one version of the year's agreement promised it."""
        found = target_in_force(as_agreed(self.record, agreement), indicator, agreement.year)
        identifier = f"target-pk/{indicator.id}/{agreement.year}-{agreement.revision}"
        origin = (
            f"Perjanjian kinerja, perubahan ke-{agreement.revision}" if agreement.revision else "Perjanjian kinerja"
        )
        return self._target(_Shown(identifier, f"Target {agreement.year}", origin), found, indicator, GAP)

    def appropriation_at(self, version: BudgetVersion, node: BudgetNode | None = None) -> Result:
        """What a version of the budget gave a node, or all programmes."""
        versions = self.record.versions_of_budget(version.year)
        title = f"Pagu {version_name(version, versions)}"
        subject, name = (node.id, node.name) if node else ("semua", "seluruh program")
        return self._once(
            f"pagu-versi/{subject}/{version.id}",
            f"{title}: {name}",
            lambda: appropriation_at(
                (node,) if node else self.programmes,
                version,
                is_last=version == versions[-1],
                subject=subject,
                title=title,
            ),
        )

    def end_target(self, indicator: PerformanceIndicator, *, unit: bool = False, blank: str = GAP) -> Text:
        """The end-of-plan target."""
        shown = _Shown(f"akhir/{indicator.id}", "Target akhir periode", self.record.plan.title, unit=unit)
        return self._target(shown, indicator.end_target, indicator, blank)

    def baseline(self, indicator: PerformanceIndicator) -> Text:
        """The baseline."""
        found = indicator.baseline
        if found is None:
            return Text("–")
        shown = _Shown(f"awal/{indicator.id}", f"Data awal {found.year}", "Data awal yang dinyatakan")
        return self._state(shown, value_text(self.record, indicator, found.value), indicator, found.place)

    def stated(
        self, identifier: str, text: str, indicator: PerformanceIndicator, *, origin: str, place: Place | None
    ) -> Text:
        """A figure of an indicator that was stated elsewhere, such as a period's; `origin` says what it is."""
        return self._state(_Shown(identifier, origin.partition(" = ")[0], origin), text, indicator, place)

    def explained(self, wanted: set[str]) -> tuple[Explained, ...]:
        """What explains the wanted ids and what their inputs rest on, in the order in which they were computed."""
        needed: set[str] = set()
        open_ids = sorted(wanted)
        while open_ids:
            identifier = open_ids.pop()
            if identifier and identifier not in needed:
                needed.add(identifier)
                if identifier in self._results:
                    open_ids += [item.explanation for item in self._results[identifier].explanation.inputs]
        with speaking("id"):
            computed = tuple(
                Explained(name, self._titles[name], explain_result(result))
                for name, result in self._results.items()
                if name in needed
            )
        return (*computed, *(found for name, found in self._stated.items() if name in needed))

    # Inside

    def _once(self, identifier: str, title: str, compute: Callable[[], Result]) -> Result:
        if identifier not in self._results:
            self.remember(compute(), title)
        return self._results[identifier]

    def _keep_average(self, found: Average, subject: str) -> Average:
        self.remember(found.uncapped, f"Rata-rata capaian {self.year}: {subject}")
        self.remember(found.capped, f"Rata-rata capaian {self.year}, tiap capaian dibatasi: {subject}")
        return found

    def _money(self, key: str, name: str, compute: Callable[[], Spending]) -> Spending:
        if key not in self._spendings:
            found = self._spendings[key] = compute()
            for result, title in (
                (found.appropriation, "Pagu"),
                (found.expenditure, "Realisasi anggaran"),
                (found.absorption, "Serapan anggaran"),
                (found.remainder, "Sisa anggaran"),
            ):
                self.remember(result, f"{title} {self.year}: {name}")
        return self._spendings[key]

    def _figure(self, result: Result, write: Callable[[Fraction], str], blank: str) -> Text:
        value, identifier = result.value, result.explanation.id
        if not isinstance(value, Uncomputable):
            return Text(write(value), explanation=identifier)
        if blank != GAP:
            return Text(blank)
        if value.reason in _MISSING:
            return Text(GAP, gap=True)
        return Text("tidak dihitung", italic=True, explanation=identifier)

    def _target(self, shown: "_Shown", found: Target | None, indicator: PerformanceIndicator, blank: str) -> Text:
        if found is None:
            return gap() if blank == GAP else Text(blank)
        return self._state(shown, target_text(self.record, indicator, found), indicator, found.place)

    def _state(self, shown: "_Shown", text: str, indicator: PerformanceIndicator, place: Place | None) -> Text:
        whole = with_unit(indicator, text)
        if shown.identifier not in self._stated:
            rows = [("Nilai", whole), ("Asal", shown.origin), *shown.more]
            placed = [("Tempat", str(place))] if place else []
            title = f"{shown.title}: {indicator.name}"
            self._stated[shown.identifier] = Explained(shown.identifier, title, (*rows, *placed))
        return Text(whole if shown.unit else text, explanation=shown.identifier)


@dataclass(frozen=True, slots=True)
class _Shown:
    """A stated figure: the id and title of its explanation, where it comes from, and whether its unit is printed."""

    identifier: str
    title: str
    origin: str
    more: tuple[tuple[str, str], ...] = ()
    unit: bool = False


def _standing(reported: Actual) -> tuple[tuple[str, str], ...]:
    """Who measured an actual, when it was released, and how far it can be relied on."""
    released, data_year = reported.released_on, reported.reference_year
    rows = (
        ("Sumber data", reported.source),
        ("Diukur oleh", reported.measured_by),
        ("Dirilis", write_date(released) if released else ""),
        ("Data tahun", str(data_year) if data_year else ""),
        ("Status", "Sementara" if reported.state is ActualState.PRELIMINARY else ""),
    )
    return tuple((name, words) for name, words in rows if words)


def _with_minus(text: str) -> str:
    """The typographic minus, at which no line breaks."""
    return text.replace("-", "−")

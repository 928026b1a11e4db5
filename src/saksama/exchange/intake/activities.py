"""Rows → what a report tells beside its indicators: recommendations, innovations, awards, assets."""

from collections.abc import Sequence

from saksama.exchange.intake.rows import FilledRow
from saksama.exchange.intake.years import note_outside
from saksama.exchange.problem import Problems
from saksama.kernel.activities import Asset, Award, FollowUpState, Innovation, Recommendation
from saksama.language.messages import _


def year_of(row: FilledRow, years: range, problems: Problems) -> int | None:
    """The year whose report tells of a row; one outside the plan is noted."""
    year = row.required_whole("year", problems)
    if year is not None:
        note_outside(row, "year", year, years=years, problems=problems)
    return year


def read_recommendations(rows: Sequence[FilledRow], years: range, problems: Problems) -> tuple[Recommendation, ...]:
    """The recommendations. One that is done without words or evidence of what was done is noted."""
    found: list[Recommendation] = []
    for row in rows:
        year, text = year_of(row, years, problems), row.required_text("text", problems)
        if year is None or not text:
            continue
        state = FollowUpState(row.text("state")) if row.text("state") else None
        one = Recommendation(
            year, row.text("source"), text, row.text("follow_up"), state, row.text("evidence"), row.place
        )
        if state is FollowUpState.DONE and not (one.follow_up or one.evidence):
            said = _("rekomendasi yang selesai tanpa tindak lanjut dan tanpa bukti")
            problems.note(row.at("state"), said, "", _("Isi Tindak lanjut atau Bukti"))
        found.append(one)
    return tuple(found)


def read_innovations(rows: Sequence[FilledRow], years: range, problems: Problems) -> tuple[Innovation, ...]:
    """The innovations."""
    found: list[Innovation] = []
    for row in rows:
        year, name = year_of(row, years, problems), row.required_text("name", problems)
        if year is not None and name:
            found.append(Innovation(year, name, row.text("description"), row.text("benefit")))
    return tuple(found)


def read_awards(rows: Sequence[FilledRow], years: range, problems: Problems) -> tuple[Award, ...]:
    """The awards."""
    found: list[Award] = []
    for row in rows:
        year, name = year_of(row, years, problems), row.required_text("name", problems)
        if year is not None and name:
            found.append(Award(year, name, row.text("giver"), row.text("level")))
    return tuple(found)


def read_assets(rows: Sequence[FilledRow], years: range, problems: Problems) -> tuple[Asset, ...]:
    """The assets."""
    found: list[Asset] = []
    for row in rows:
        year, name = year_of(row, years, problems), row.required_text("name", problems)
        if year is not None and name:
            found.append(Asset(year, name, row.whole("quantity"), row.text("unit"), row.text("condition")))
    return tuple(found)

"""What a reminder says. It is a letter to an agency, and Indonesian always."""

from dataclasses import dataclass
from datetime import date

from saksama.kernel.dates import write_date
from saksama.kernel.period import Period
from saksama.kernel.periods import period_title
from saksama.web.overview.standings import Standing
from saksama.web.overview.year_standings import YearStanding
from saksama.web.workflow.deadlines import Due
from saksama.web.workflow.models import SubmissionState


@dataclass(frozen=True, slots=True)
class Letter:
    """The subject and the text of a reminder."""

    subject: str
    text: str


def reminder_letter(standing: Standing, period: Period, due: Due, *, today: date, address: str) -> Letter:
    """The reminder for an agency; `address` is that of its grid, empty where it is not known."""
    title = period_title(period)
    is_returned = standing.state is SubmissionState.RETURNED
    state = "dikembalikan dan belum diajukan lagi" if is_returned else "belum diajukan"
    lines = [
        f"Yth. {standing.agency.name}",
        "",
        f"Pengukuran kinerja {title} {state}. {_time(due, today)}",
    ]
    if standing.summary and standing.summary.unreported:
        count, whole = len(standing.summary.unreported), standing.summary.due
        lines += ["", f"Realisasi {count} dari {whole} indikator belum diisi:"]
        lines += [f"- {name}" for name in standing.summary.unreported]
    elif standing.summary:
        lines += ["", "Realisasi semua indikator sudah diisi, tinggal diajukan."]
    lines += ["", "Mohon dilengkapi lalu diajukan di Saksama" + (f": {address}" if address else ".")]
    return Letter(f"Pengukuran kinerja {title} {state}", "\n".join(lines) + "\n")


def year_letter(standing: YearStanding, year: Period, due: Due, *, today: date, address: str) -> Letter:
    """The reminder of what is due once a year; `address` is where it is done, empty where that is not known."""
    words = standing.duty.words
    subject = words.undone.format(year=year.year)
    lines = [
        f"Yth. {standing.agency.name}",
        "",
        f"{subject}. {_time(due, today)}",
        "",
        words.asked + (f": {address}" if address else "."),
    ]
    return Letter(subject, "\n".join(lines) + "\n")


def _time(due: Due, today: date) -> str:
    days = (today - due.on).days
    if days > 0:
        return f"Tenggatnya {write_date(due.on)}, sudah lewat {days} hari."
    return f"Tenggatnya {write_date(due.on)}" + (", hari ini." if days == 0 else f", {-days} hari lagi.")

"""`saksama template`: write a workbook that a planner can fill."""

from pathlib import Path

from saksama.commands.arguments import DEFAULT_YEARS
from saksama.commands.console import say
from saksama.commands.failure import Failure
from saksama.commands.outputs import check_outputs, write_all
from saksama.kernel.record import PerformanceRecord
from saksama.language.messages import _


def template(path: Path, *, sample: str | None, years: range | None, force: bool) -> int:
    """Write an empty or filled workbook."""
    if sample and years:
        raise Failure(_("--years tidak berlaku bersama --sample: contoh memiliki periodenya sendiri."))
    (place,) = check_outputs([path], suffixes=(".xlsx",))
    if place.exists() and not force:
        raise Failure(_("{path} sudah ada. Pilih nama lain, atau timpa dengan --force.").format(path=path))
    from saksama.exchange.workbook import write_workbook

    if sample:
        record = _sample(sample)
        content = write_workbook(record, first_year=record.plan.first_year, last_year=record.plan.last_year)
    else:
        period = years or DEFAULT_YEARS
        content = write_workbook(None, first_year=period[0], last_year=period[-1])
    write_all({place: content})
    say(_("Dibuat: {path}").format(path=path))
    if not sample:
        say(_("Isilah sel kuning; lembar pertama menunjukkan apa yang kurang dan dari siapa."))
    say(_("Kemudian: saksama report {path} -o LKjIP.docx").format(path=path))
    return 0


def _sample(name: str) -> PerformanceRecord:
    if name == "2025":
        from saksama.exchange.sample_2025 import SAMPLE_2025

        return SAMPLE_2025
    from saksama.exchange.sample import SAMPLE

    return SAMPLE

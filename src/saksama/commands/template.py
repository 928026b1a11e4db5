"""`saksama template`: write a workbook that a planner can fill."""

from pathlib import Path

from saksama.commands.arguments import DEFAULT_YEARS
from saksama.commands.console import say
from saksama.commands.failure import Failure
from saksama.commands.outputs import check_outputs, write_all
from saksama.commands.reading import load
from saksama.commands.saved import record_files
from saksama.kernel.record import PerformanceRecord
from saksama.language.messages import _


def template(
    path: Path, *, sample: str | None, years: range | None, source: Path | None, year: int | None, force: bool
) -> int:
    """Write an empty workbook, a filled one, or one for the next year of another."""
    if source and (sample or years):
        raise Failure(_("--from tidak dipakai bersama --sample atau --years: periodenya dari buku kerja itu."))
    if year is not None and not source:
        raise Failure(_("--year hanya berlaku bersama --from."))
    if sample and years:
        raise Failure(_("--years tidak berlaku bersama --sample: contoh memiliki periodenya sendiri."))
    (place,) = check_outputs([path], suffixes=(".xlsx",), source=source)
    if place.exists() and not force:
        raise Failure(_("{path} sudah ada. Pilih nama lain, atau timpa dengan --force.").format(path=path))
    prepared = None
    if source:
        content, prepared = _next_year(source, year)
        files = {place: content}
    elif sample:
        files = record_files(_sample(sample), place)
    else:
        from saksama.exchange.workbook import write_workbook

        period = years or DEFAULT_YEARS
        files = {place: write_workbook(None, first_year=period[0], last_year=period[-1])}
    write_all(files)
    for made in (path, *(other for other in files if other != place)):
        say(_("Dibuat: {path}").format(path=made))
    if not sample:
        say(_("Isilah sel kuning; lembar pertama menunjukkan apa yang kurang dan dari siapa."))
    if prepared:
        # Without --year both judge the last year that has actuals, and that is the one before.
        say(_("Yang kurang: saksama check {path} --year {year}").format(path=path, year=prepared))
        say(_("Kemudian: saksama report {path} --year {year} -o LKjIP.docx").format(path=path, year=prepared))
    else:
        say(_("Kemudian: saksama report {path} -o LKjIP.docx").format(path=path))
    return 0


def _next_year(source: Path, wish: int | None) -> tuple[bytes, int]:
    from saksama.exchange.next_year import next_year
    from saksama.exchange.workbook import write_workbook

    record = load(source, refuses_questions=True)
    plan, latest = record.plan, record.latest_reported_year()
    if wish is None and latest is None:
        raise Failure(
            _("{path} belum punya realisasi. Sebutkan tahun yang disiapkan dengan --year.").format(path=source)
        )
    year = (latest or plan.first_year - 1) + 1 if wish is None else wish
    if year not in plan.years:
        raise Failure(
            _("Tahun {year} di luar rencana {first}-{last}. Untuk rencana baru: saksama template {example}").format(
                year=year,
                first=plan.first_year,
                last=plan.last_year,
                example=f"data.xlsx --years {plan.last_year + 1}-{plan.last_year + 5}",
            )
        )
    if latest is not None and year <= latest:
        raise Failure(_("Tahun {year} sudah punya realisasi; lanjutkan mengisi {path}.").format(year=year, path=source))
    say(_("Disiapkan untuk tahun {year}.").format(year=year))
    prepared = next_year(record, year)
    return write_workbook(prepared, first_year=plan.first_year, last_year=plan.last_year, prepared=year), year


def _sample(name: str) -> PerformanceRecord:
    if name == "2025":
        from saksama.exchange.sample_2025 import SAMPLE_2025

        return SAMPLE_2025
    from saksama.exchange.sample import SAMPLE

    return SAMPLE

"""Which year a command is about."""

from saksama.commands.console import say
from saksama.commands.failure import Failure
from saksama.kernel.record import PerformanceRecord
from saksama.language.messages import _


def chosen_year(record: PerformanceRecord, wish: int | None, *, is_promise: bool = False) -> int:
    """The year that was asked for, or the latest with an actual (for a promise: with an agreement); then it is said."""
    plan = record.plan
    if wish is not None:
        if wish not in plan.years:
            raise Failure(
                _("Tahun {year} di luar periode rencana {first}-{last}.").format(
                    year=wish, first=plan.first_year, last=plan.last_year
                )
            )
        return wish
    promised = max((agreement.year for agreement in record.agreements), default=None)
    if is_promise and promised is not None:
        say(_("Tahun dokumen: {year}, tahun terakhir yang ada perjanjian kinerjanya.").format(year=promised))
        return promised
    latest = record.latest_reported_year()
    if is_promise and latest is None:
        say(_("Tahun dokumen: {year}, tahun pertama rencana.").format(year=plan.first_year))
        return plan.first_year
    if latest is None:
        raise Failure(_("Belum ada realisasi satu tahun pun. Isilah realisasi, atau sebutkan tahunnya dengan --year."))
    say(_("Tahun laporan: {year}, tahun terakhir yang ada realisasinya.").format(year=latest))
    return latest

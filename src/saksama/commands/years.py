"""Which year a command is about."""

from saksama.commands.console import say
from saksama.commands.failure import Failure
from saksama.kernel.record import PerformanceRecord
from saksama.language.messages import _


def chosen_year(record: PerformanceRecord, wish: int | None) -> int:
    """The year that was asked for, or the latest with an actual, and then it is said."""
    plan = record.plan
    if wish is not None:
        if wish not in plan.years:
            raise Failure(
                _("Tahun {year} di luar periode rencana {first}-{last}.").format(
                    year=wish, first=plan.first_year, last=plan.last_year
                )
            )
        return wish
    latest = record.latest_reported_year()
    if latest is None:
        raise Failure(_("Belum ada realisasi satu tahun pun. Isilah realisasi, atau sebutkan tahunnya dengan --year."))
    say(_("Tahun laporan: {year}, tahun terakhir yang ada realisasinya.").format(year=latest))
    return latest

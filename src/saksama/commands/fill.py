"""`saksama fill`: the year's money from an export of the budget system, shown before anything is written."""

import sys
from pathlib import Path

from saksama.commands.console import complain, say
from saksama.commands.failure import Failure
from saksama.commands.outputs import check_outputs, write_all
from saksama.commands.reading import load, show_problems
from saksama.commands.saved import RECORD_SUFFIXES, not_written, record_files
from saksama.exchange.problem import Problems, Severity, describe
from saksama.exchange.spending_export.filled import filled_lines
from saksama.exchange.spending_export.filling import fill as fill_record
from saksama.exchange.spending_export.nodes import export_nodes
from saksama.exchange.spending_export.reading import read_export
from saksama.language.messages import _


def fill(
    source: Path, export_file: Path, output: Path | None, *, year: int | None, agency: str | None, force: bool
) -> int:
    """Show what an export fills, and write it to `output` where there is one."""
    places = () if output is None else check_outputs([output], suffixes=RECORD_SUFFIXES, source=source)
    if places and places[0] == export_file.resolve():
        raise Failure(_("{path} adalah berkas masukan dan tidak akan ditimpa.").format(path=output))
    if places and places[0].exists() and not force:
        raise Failure(_("{path} sudah ada. Pilih nama lain, atau timpa dengan --force.").format(path=output))
    record = load(source, refuses_questions=output is not None)
    problems = Problems()
    export = read_export(export_file, year=year, problems=problems)
    nodes = () if export is None else export_nodes(export, agency or record.agency.name, problems)
    errors = [problem for problem in problems.found if problem.severity is Severity.ERROR]
    if export is None or errors:
        if len(problems.found) == 1:
            raise Failure(describe(problems.found[0]))
        show_problems(problems.found, complain)
        raise Failure(
            _("{path} belum dapat dipakai. Perbaiki kesalahan di atas, lalu ulangi.").format(path=export_file)
        )
    if export.year not in record.plan.years:
        raise Failure(
            _("Tahun {year} di luar periode rencana {first}-{last}.").format(
                year=export.year, first=record.plan.first_year, last=record.plan.last_year
            )
        )
    filling = fill_record(record, nodes, export.year, export.cut_off[0] if export.cut_off else None)
    for line in filled_lines(export_file.name, export, filling, record):
        say(line)
    show_problems(problems.found, say)
    if output is None:
        say(not_written(source, "data-baru"))
        return 0
    sys.stdout.flush()  # before anything is made: if the list cannot be shown, nothing is made either
    write_all(record_files(filling.record, places[0]))
    say(_("Dibuat: {path}").format(path=output))
    return 0

"""Fill a record from an export of the budget system in a process of its own, which a hostile file cannot leave.

`python -m saksama.web.measurement.spending_import_child FILE LANGUAGE YEAR AGENCY TITLE` takes the record from
beside.json in the file's folder and prints JSON: the filled record, or null, every problem, and what it fills in lines.
"""

import json
import sys
from pathlib import Path

from saksama.exchange.problem import Problems, Severity, describe
from saksama.exchange.record_json import encoded
from saksama.exchange.spending_export.filled import filled_lines
from saksama.exchange.spending_export.filling import fill
from saksama.exchange.spending_export.nodes import export_nodes
from saksama.exchange.spending_export.reading import SpendingExport, read_export
from saksama.kernel.provenance import Place
from saksama.kernel.record import PerformanceRecord
from saksama.language.messages import _, use_language
from saksama.web.child_bounds import bound
from saksama.web.measurement.import_child import MEMORY, MOST_WRITTEN, SECONDS
from saksama.web.planning.kept_json import kept_value


def main(arguments: list[str]) -> int:
    """Fill and print what it comes to."""
    file, language, year, agency, title = Path(arguments[0]), *arguments[1:]
    use_language(language)
    bound(SECONDS, memory=MEMORY, written=MOST_WRITTEN)
    content = json.loads(file.with_name("beside.json").read_bytes())
    before: PerformanceRecord = kept_value(PerformanceRecord, content, "")
    problems = Problems()
    export = _export(file, int(year), problems)
    nodes = () if export is None else export_nodes(export, agency or before.agency.name, problems)
    record, lines = None, []
    if export is not None and not any(one.severity is Severity.ERROR for one in problems.found):
        filling = fill(before, nodes, export.year, export.cut_off[0] if export.cut_off else None)
        record, lines = encoded(filling.record), list(filled_lines(title, export, filling, before))
    told = [{"severity": one.severity.value, "text": describe(one)} for one in problems.found]
    sys.stdout.write(json.dumps({"record": record, "problems": told, "lines": lines}).replace(str(file), file.name))
    return 0


def _export(file: Path, year: int, problems: Problems) -> SpendingExport | None:
    """The export; the year is that of the page where its titles say none, and never another."""
    found = read_export(file, year=None, problems=Problems()) or read_export(file, year=year, problems=Problems())
    stated = found.stated_year if found else None
    if stated not in (None, year):
        problems.error(
            Place(),
            _("ekspor tahun anggaran {year}").format(year=stated),
            _("tahun anggaran {year}").format(year=year),
            _("Buka halaman anggaran tahun {year} untuk mengimpornya").format(year=stated),
        )
        return None
    return read_export(file, year=year, problems=problems)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""`saksama export`: the whole record as JSON, for other programs and for safekeeping."""

from pathlib import Path

from saksama.commands.console import say
from saksama.commands.outputs import check_outputs, write_all
from saksama.commands.reading import load
from saksama.language.messages import _


def export(source: Path, output: Path) -> int:
    """Write what the workbook says, and nothing that is computed from it."""
    (place,) = check_outputs([output], suffixes=(".json",), source=source)
    record = load(source)
    from saksama.exchange.record_json import write_record

    write_all({place: write_record(record)})
    say(_("Dibuat: {path}").format(path=output))
    return 0

"""A record as the file that the user asks for, workbook or JSON, with what must lie beside it."""

from pathlib import Path, PurePosixPath

from saksama.commands.failure import Failure
from saksama.kernel.record import PerformanceRecord
from saksama.language.messages import _

RECORD_SUFFIXES = (".xlsx", ".json")


def not_written(source: Path, stem: str) -> str:
    """What to say where a result was only shown: how to keep it."""
    return _("Belum ada yang ditulis. Tambahkan -o {name} untuk menyimpan hasilnya.").format(
        name=named_like(source, stem)
    )


def named_like(source: Path, stem: str) -> str:
    """A name to propose for a record: a workbook where the source is one, else a JSON."""
    return stem + (".json" if source.suffix.lower() == ".json" else ".xlsx")


def record_files(record: PerformanceRecord, place: Path) -> dict[Path, bytes]:
    """The file of a record, and beside a workbook the PDF files that it names and that do not lie there yet.

    Raises `Failure` where another file has the name of one of them.
    """
    if place.suffix.lower() == ".json":
        from saksama.exchange.record_json import write_record

        return {place: write_record(record)}
    from saksama.exchange.workbook import write_workbook

    plan = record.plan
    content = write_workbook(record, first_year=plan.first_year, last_year=plan.last_year)
    return {place: content, **files_beside(record, place.parent)}


def files_beside(record: PerformanceRecord, folder: Path) -> dict[Path, bytes]:
    """The PDF files that a workbook in the folder names and that do not lie there yet. Raises `Failure` as above."""
    from saksama.exchange.attachment_files import attachment_files

    found: dict[Path, bytes] = {}
    for name, content in attachment_files(record).items():
        path = folder.joinpath(*PurePosixPath(name).parts)
        if path.exists():
            if not path.is_file() or path.read_bytes() != content:
                raise Failure(
                    _("{path} sudah ada dan bukan lampiran yang dimaksud. Pindahkan, lalu ulangi.").format(path=path)
                )
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        found[path] = content
    return found

"""`saksama export`: the whole record as JSON, or tables for analysts as CSV or Parquet."""

from pathlib import Path

from saksama.commands.console import say
from saksama.commands.failure import Failure
from saksama.commands.outputs import check_outputs, write_all
from saksama.commands.reading import load
from saksama.kernel.record import PerformanceRecord
from saksama.language.messages import _


def export(source: Path, output: Path, *, kind: str) -> int:
    """Write the record as it is, or its tables with what follows from it."""
    if kind == "json":
        _as_json(source, output)
    else:
        _as_tables(source, output, kind)
    return 0


def _as_json(source: Path, output: Path) -> None:
    if output.suffix.lower() != ".json":
        raise Failure(
            _("{path} bukan berkas .json. Untuk tabel, sebutkan folder dan --format csv atau parquet.").format(
                path=output
            )
        )
    (place,) = check_outputs([output], suffixes=(".json",), source=source)
    record = load(source)
    from saksama.exchange.record_json import write_record

    write_all({place: write_record(record)})
    say(_("Dibuat: {path}").format(path=output))


def _as_tables(source: Path, folder: Path, kind: str) -> None:
    if folder.exists() and not folder.is_dir():
        raise Failure(_("{path} adalah berkas. Sebutkan folder untuk tabel-tabelnya.").format(path=folder))
    if not folder.parent.is_dir():
        raise Failure(_("Folder {folder} tidak ada. Buat dahulu folder itu.").format(folder=folder.parent))
    contents = _tables(load(source), kind)
    is_new = not folder.exists()
    folder.mkdir(exist_ok=True)
    try:
        places = check_outputs([folder / name for name in contents], suffixes=(f".{kind}",), source=source)
        write_all(dict(zip(places, contents.values(), strict=True)))
    except BaseException:
        if is_new:
            folder.rmdir()
        raise
    for name in contents:
        say(_("Dibuat: {path}").format(path=folder / name))


def _tables(record: PerformanceRecord, kind: str) -> dict[str, bytes]:
    from saksama.exchange.analyst.catalogue import TABLES

    if kind == "csv":
        from saksama.exchange.analyst.csv_file import write_csv

        return {f"{table.name}.csv": write_csv(table, record) for table in TABLES}
    try:
        from saksama.exchange.analyst.parquet_file import TooManyDigitsError, write_parquet
    except ModuleNotFoundError as error:
        raise Failure(
            _(
                "Parquet memerlukan pustaka pyarrow, yang belum terpasang. Pasang dengan: pip install --require-hashes "
                "-r requirements/parquet.txt; atau pakai --format csv."
            )
        ) from error
    try:
        return {f"{table.name}.parquet": write_parquet(table, record) for table in TABLES}
    except TooManyDigitsError as error:
        raise Failure(
            _("Kolom {column} memuat angka yang lebih panjang dari 38 digit. Pakai --format csv.").format(column=error)
        ) from error

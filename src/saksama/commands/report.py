"""`saksama report`: a document of a year from a workbook, in as many formats as asked for."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from saksama.commands.arguments import ARRANGEMENTS, REPORT_SUFFIXES
from saksama.commands.console import complain, say
from saksama.commands.failure import Failure
from saksama.commands.house_templates import load_template
from saksama.commands.outputs import check_outputs, write_all
from saksama.commands.periods import chosen_period
from saksama.commands.reading import load
from saksama.commands.shortfalls import show_shortfalls
from saksama.commands.years import chosen_year
from saksama.documents.document import Document
from saksama.kernel.agreements import up_to
from saksama.kernel.record import Arrangement, PerformanceRecord
from saksama.language.messages import _

GAPS = 1


def report(
    source: Path,
    outputs: Sequence[Path],
    *,
    kind: str,
    year: int | None,
    strict: bool,
    arrangement: str | None,
    template: Path | None = None,
    revision: int | None = None,
    period: str | None = None,
) -> int:
    """Write the document to every output or to none, and list what it lacks."""
    places = check_outputs(outputs, suffixes=REPORT_SUFFIXES, source=source)
    house = load_template(template)
    record = load(source)
    from saksama.compose.kinds import kind_named, make
    from saksama.compose.request import Request

    chosen = kind_named(kind)
    if period is not None and not chosen.takes_period:
        raise Failure(
            _("{title} mencakup satu tahun penuh, maka --period tidak dapat dipakai.").format(title=chosen.title)
        )
    wish = None if arrangement is None else tuple(Arrangement)[ARRANGEMENTS.index(arrangement)]
    is_opened = any(place.suffix.lower() in {".html", ".htm"} for place in places)
    reported = chosen_year(record, year, is_promise=chosen.is_promise)
    if revision is not None:
        record = _up_to(record, reported, revision)
    request = Request(record, reported, arrangement=wish, is_explained=is_opened, template=house)
    if chosen.takes_period and (period is not None or not chosen.covers_year):
        request = replace(request, period=chosen_period(record, reported, period))
    has_gaps = show_shortfalls(chosen.gaps(request), chosen.doubts(request))
    if strict and has_gaps:
        complain(_("saksama: laporan tidak dibuat karena --strict: masih ada yang belum diisi."))
        return GAPS
    sys.stdout.flush()  # before anything is made: if the list cannot be shown, nothing is made either
    document = make(chosen, request)
    write_all(dict(zip(places, _written(document, places), strict=True)))
    for path in outputs:
        say(_("Dibuat: {path}").format(path=path))
    return 0


def _up_to(record: PerformanceRecord, year: int, revision: int) -> PerformanceRecord:
    versions = [agreement.revision for agreement in record.agreement_versions(year)]
    if revision not in versions:
        raise Failure(
            _("Perjanjian kinerja {year} tidak mempunyai perubahan ke-{revision}. Yang ada: {known}.").format(
                year=year, revision=revision, known=", ".join(map(str, versions)) or "–"
            )
        )
    return up_to(record, year, revision)


def _written(document: Document, places: Sequence[Path]) -> list[bytes]:
    suffixes = [place.suffix.lower() for place in places]
    if ".pdf" not in suffixes:
        return [_content(document, suffix) for suffix in suffixes]
    from saksama.documents.writers import pdf

    # The PDF is made in a process of its own; the other formats are written on this core meanwhile.
    pending = pdf.start(document)
    try:
        made = {suffix: _content(document, suffix) for suffix in suffixes if suffix != ".pdf"}
        made[".pdf"] = pending.result()
        return [made[suffix] for suffix in suffixes]
    except pdf.TypesettingError as error:
        raise Failure(_("PDF gagal disusun: {reason}").format(reason=error)) from error
    finally:
        pending.cancel()


def _content(document: Document, suffix: str) -> bytes:
    match suffix:
        case ".docx":
            from saksama.documents.writers.docx.write import write
        case ".html":
            from saksama.documents.writers.html import write
        case _:
            from saksama.documents.writers.markdown import write

            # The same bytes whatever else is made with it: the explanations are there for HTML, which opens figures.
            document = replace(document, explanations=())
    return write(document)

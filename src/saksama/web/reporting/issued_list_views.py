"""The lists of issued documents: of a whole government, and of an agency."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from saksama.compose.kinds import KINDS
from saksama.web.issuing.models import Snapshot
from saksama.web.organisations.access import agencies_of, agency_for, person_of
from saksama.web.organisations.models import Agency
from saksama.web.workflow.models import Change

_SHOWN = 500


@dataclass(frozen=True, slots=True)
class IssuedRow:
    """An issued document. `is_replaced`: a later edition is in force; `has_moved`: what it may state changed since."""

    snapshot: Snapshot
    kind: str
    is_replaced: bool
    has_moved: bool


_BESIDE_THE_RECORD = (
    models.Q(subject__startswith="unit:")
    | models.Q(subject__startswith="person:")
    | models.Q(subject__startswith="post:")
    | models.Q(subject__in=("agency", "reminder"))
    | models.Q(fact__startswith="evidence ")
)
"""Changes after which every document of the agency still says the same."""
_MEASURED = (
    models.Q(subject__startswith="measurement:")
    | models.Q(subject__startswith="narrative:")
    | models.Q(subject__startswith="amount:")
    | models.Q(subject__startswith="periodspending:")
)
"""What an import brings of a year."""
_PROMISED = models.Q(fact__startswith="target ") | models.Q(fact__startswith="end_target ")


@require_GET
def issued_documents(request: HttpRequest) -> HttpResponse:
    """What every agency that the person may see has issued, of one year or of all. 7 queries."""
    asked = request.GET.get("year", "")
    if asked and not (asked.isascii() and asked.isdigit() and len(asked) == 4):
        raise Http404
    agencies = list(agencies_of(person_of(request)))
    years = Snapshot.objects.filter(agency__in=agencies).order_by("-year").values_list("year", flat=True).distinct()
    rows, more = _rows(agencies, int(asked) if asked else None)
    content = {"rows": rows, "more": more, "years": list(years), "year": int(asked) if asked else None, "shown": _SHOWN}
    return render(request, "reporting/issued_documents.html", content)


@require_GET
def issued_of_agency(request: HttpRequest, number: int) -> HttpResponse:
    """What an agency has issued. 6 queries."""
    agency = agency_for(person_of(request), number)
    rows, more = _rows([agency], None)
    content = {"rows": rows, "more": more, "agency": agency, "shown": _SHOWN}
    return render(request, "reporting/issued_documents.html", content)


def _since(first: int) -> models.QuerySet[Change]:
    """The changes since a document was issued that it may state: not what was reached and spent in later years.

    `first` is the year of the oldest document.
    """
    later = models.Q(pk=None)
    for year in range(first + 1, timezone.localdate().year + 2):
        entered = models.Q(fact__contains=f" {year}") & ~_PROMISED
        later |= models.Q(of__lt=year) & (entered | (_MEASURED & models.Q(subject__contains=f"/{year}")))
    since = Change.objects.filter(agency=models.OuterRef("agency"), at__gt=models.OuterRef("issued_at"))
    of = models.ExpressionWrapper(models.OuterRef("year"), models.IntegerField())
    return since.annotate(of=of).exclude(_BESIDE_THE_RECORD).exclude(later)


def _rows(agencies: Iterable[Agency], year: int | None) -> tuple[tuple[IssuedRow, ...], bool]:
    """The issued documents, the last one first, and whether there are more. 2 queries."""
    found = Snapshot.objects.filter(agency__in=agencies)
    latest = {
        (row["agency"], row["kind"], row["year"]): row["edition__max"]
        for row in found.values("agency", "kind", "year").order_by().annotate(models.Max("edition"))
    }
    wanted = found.filter(year=year) if year else found
    first = min((year for _agency, _kind, year in latest), default=timezone.localdate().year)
    every = list(
        wanted.annotate(has_moved=models.Exists(_since(first)))
        .defer("record", "results")
        .select_related("agency", "issued_by")[: _SHOWN + 1]
    )
    titles = {kind.name: kind.title for kind in KINDS}
    return (
        tuple(
            IssuedRow(
                one,
                titles.get(one.kind, one.kind),
                one.edition < latest[(one.agency_id, one.kind, one.year)],
                one.has_moved,
            )
            for one in every[:_SHOWN]
        ),
        len(every) > _SHOWN,
    )

"""The government's own deadlines: those of the agreement, of measurement in each quarter, and of the report."""

from datetime import date

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from saksama.language.messages import _
from saksama.web.day_input import DayInput
from saksama.web.organisations.access import Action, government_for, person_of
from saksama.web.organisations.models import Government, Person
from saksama.web.workflow.deadline_rows import DeadlineRow, deadline_rows
from saksama.web.workflow.models import Deadline
from saksama.web.workflow.recording import record_change

_FIRST_YEAR, _LAST_YEAR = 2000, 2100


class DeadlineForm(forms.Form):
    """The government's own day with what it rests on; both empty for the usual day."""

    due_on = forms.DateField(required=False, widget=DayInput())
    basis = forms.CharField(required=False, max_length=300)

    def __init__(self, row: DeadlineRow, data: dict[str, str] | None) -> None:
        own = row.own
        initial = {"due_on": own.due_on, "basis": own.basis} if own else None
        super().__init__(data, prefix=row.name, initial=initial)
        self.row = row

    def clean_due_on(self) -> date | None:
        """Nothing is due before its period has ended, and no agreement before its year begins."""
        found: date | None = self.cleaned_data["due_on"]
        after = self.row.after
        if found and not after < found <= after.replace(year=after.year + 2, day=28):
            raise forms.ValidationError(
                _("Tulis hari sesudah {day}, paling lama dua tahun sesudahnya.").format(day=date_format(after, "j F Y"))
            )
        return found

    def clean(self) -> dict[str, object]:
        """A day has its basis, and a basis its day."""
        found = self.cleaned_data
        if found.get("due_on") and not found.get("basis"):
            self.add_error("basis", _("Tulis dasarnya, misalnya nomor surat edaran."))
        if found.get("basis") and "due_on" in found and not found["due_on"]:
            self.add_error("due_on", _("Tulis tanggalnya, atau kosongkan dasarnya."))
        return found

    def wanted(self) -> tuple[date | None, str]:
        """What was typed."""
        return self.cleaned_data["due_on"], self.cleaned_data["basis"]

    def known(self) -> tuple[date | None, str]:
        """What counted until now."""
        own = self.row.own
        return (own.due_on, own.basis) if own else (None, "")


@require_GET
def deadlines_now(request: HttpRequest) -> HttpResponse:
    """To the deadlines of this year."""
    government_for(person_of(request), Action.SET_DEADLINES)
    return redirect("deadlines", timezone.localdate().year)


@never_cache
@require_http_methods(["GET", "POST"])
def deadlines(request: HttpRequest, year: int) -> HttpResponse:
    """What is due for a year: usually, and as the government has set it."""
    person = person_of(request)
    government = government_for(person, Action.SET_DEADLINES)
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise Http404
    rows = deadline_rows(government, year)
    posted = request.POST.dict() if request.method == "POST" else None
    every = [DeadlineForm(row, posted) for row in rows]
    valid = [one.is_valid() for one in every]
    if all(valid):
        count = _keep(every, government, person)
        if count:
            messages.success(request, _("{count} tenggat disimpan.").format(count=count))
        else:
            messages.info(request, _("Tidak ada tenggat yang berubah."))
        return redirect("deadlines", year)
    return render(
        request,
        "workflow/deadlines.html",
        {
            "government": government,
            "year": year,
            "years": (year - 1, year, year + 1),
            "forms": every,
            "history": sorted(
                ((one, row.title) for row in rows for one in row.history), key=lambda pair: pair[0].pk, reverse=True
            ),
        },
    )


def _keep(every: list[DeadlineForm], government: Government, person: Person) -> int:
    """Add a row for each day that changed. Returns how many."""
    changed = [one for one in every if one.wanted() != one.known()]
    with transaction.atomic():
        for one in changed:
            due_on, basis = one.wanted()
            Deadline.objects.create(
                government=government,
                kind=one.row.kind,
                year=one.row.period.year,
                cycle=one.row.period.cycle.value,
                number=one.row.period.number,
                due_on=due_on,
                basis=basis,
                person=person,
            )
            period, (old, _basis) = one.row.period, one.known()
            fact = f"deadline {period.year} {period.cycle.value} {period.number}"
            record_change(government, person, f"deadline:{one.row.kind}", fact, old=old, new=due_on, reason=basis)
    return len(changed)

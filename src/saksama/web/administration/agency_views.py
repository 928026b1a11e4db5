"""The agencies of a government, what became of them, and who holds their posts: for its administrators."""

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from saksama.language.messages import _
from saksama.web.organisations.access import Action, government_for, person_of
from saksama.web.organisations.models import Agency, Government, Person, Position, Succession, Tenure
from saksama.web.workflow.locks import hold_figures
from saksama.web.workflow.recording import record_change


class AgencyForm(forms.ModelForm):  # type: ignore[type-arg]
    """A new agency."""

    class Meta:
        model = Agency
        fields = ("name", "short_name", "begins_on")

    def clean_name(self) -> str:
        """The name, which no other agency of the government has."""
        name: str = self.cleaned_data["name"].strip()
        if Agency.objects.filter(government=self.instance.government, name=name).exists():
            raise forms.ValidationError(_("Nama ini sudah ada."))
        return name


class SuccessionForm(forms.ModelForm):  # type: ignore[type-arg]
    """An agency that goes on as another, or in another."""

    class Meta:
        model = Succession
        fields = ("predecessor", "successor", "kind", "on", "legal_basis")


class TenureForm(forms.ModelForm):  # type: ignore[type-arg]
    """Somebody who holds a post from a day on."""

    title = forms.CharField(max_length=300)
    is_head = forms.BooleanField(required=False)

    class Meta:
        model = Tenure
        fields = ("name", "acting", "rank", "employee_number", "begins_on")


@require_http_methods(["GET", "POST"])
def agencies(request: HttpRequest) -> HttpResponse:
    """The agencies of the government, and the place for another."""
    person = person_of(request)
    government = government_for(person, Action.ADMINISTER)
    form = AgencyForm(request.POST or None, instance=Agency(government=government))
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            made = form.save()
            record_change(made, person, "agency", "agency", old=None, new=made.name)
        messages.success(request, _("{name} ditambahkan.").format(name=form.cleaned_data["name"]))
        return redirect("agencies")
    found = Agency.objects.filter(government=government).prefetch_related("successions__successor")
    return render(
        request,
        "administration/agencies.html",
        {"agencies": found, "form": form, "succession": _succession_form(government)},
    )


@require_POST
def succeed(request: HttpRequest) -> HttpResponse:
    """Record that an agency goes on as another: it ends on that day, and its history stays."""
    person = person_of(request)
    government = government_for(person, Action.ADMINISTER)
    form = _succession_form(government, request.POST)
    if not form.is_valid():
        messages.error(request, _("Pilih dua perangkat daerah yang berbeda, jenis, dan tanggalnya."))
        return redirect("agencies")
    with transaction.atomic():
        found = form.save()
        Agency.objects.filter(pk=found.predecessor_id).update(ends_on=found.on)
        Agency.objects.filter(pk=found.successor_id, begins_on=None).update(begins_on=found.on)
        old, new = found.predecessor.name, f"{found.successor.name}, {found.on}"
        for one in (found.predecessor, found.successor):
            record_change(one, person, "agency", "succession", old=old, new=new, reason=found.legal_basis)
    messages.success(request, _("Tercatat. Data {name} tetap dapat dibaca.").format(name=found.predecessor.name))
    return redirect("agencies")


@require_http_methods(["GET", "POST"])
def posts(request: HttpRequest, number: int) -> HttpResponse:
    """The posts of an agency with their holders, and the place for the next holder."""
    person = person_of(request)
    government = government_for(person, Action.ADMINISTER)
    agency = Agency.objects.filter(pk=number, government=government).first()
    if agency is None:
        raise Http404
    form = TenureForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        _begin(agency, form, person)
        messages.success(request, _("{name} tercatat.").format(name=form.cleaned_data["name"]))
        return redirect("posts", number)
    found = Position.objects.filter(agency=agency).prefetch_related("tenures").order_by("-is_head", "title")
    return render(request, "administration/posts.html", {"agency": agency, "positions": found, "form": form})


def _begin(agency: Agency, form: TenureForm, person: Person) -> None:
    """Who held the post until then ends on that day, today where none is told; an agency has one head."""
    entered = form.cleaned_data
    with transaction.atomic():
        hold_figures(agency.pk)
        position, _made = Position.objects.get_or_create(agency=agency, title=entered["title"])
        if entered["is_head"]:
            Position.objects.filter(agency=agency).exclude(pk=position.pk).update(is_head=False)
            if not position.is_head:
                record_change(agency, person, f"post:{position.title}", "head", old=None, new=position.title)
            Position.objects.filter(pk=position.pk).update(is_head=True)
        before = ", ".join(f"{one.acting} {one.name}".strip() for one in position.tenures.filter(ends_on=None))
        position.tenures.filter(ends_on=None).update(ends_on=entered["begins_on"] or timezone.localdate())
        tenure = form.save(commit=False)
        tenure.position = position
        tenure.save()
        now = f"{tenure.acting} {tenure.name}".strip()
        if tenure.begins_on:
            now = f"{now}, {tenure.begins_on}"
        record_change(agency, person, f"post:{position.title}", "holder", old=before or None, new=now)


def _succession_form(government: Government, entered: object = None) -> SuccessionForm:
    form = SuccessionForm(entered)  # type: ignore[arg-type]
    for name in ("predecessor", "successor"):
        form.fields[name].queryset = Agency.objects.filter(government=government, ends_on=None)  # type: ignore[attr-defined]
    return form

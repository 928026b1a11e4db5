"""The agencies of a government, what became of them, and who holds their posts: for its administrators."""

from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.db import transaction
from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.views.decorators.http import require_http_methods

from saksama.language.messages import _, to_say
from saksama.web.day_input import DayInput
from saksama.web.organisations.access import Action, government_for, person_of
from saksama.web.organisations.heads import holder_of
from saksama.web.organisations.models import Agency, Government, Person, Position, Succession, SuccessionKind, Tenure
from saksama.web.workflow.locks import hold_figures
from saksama.web.workflow.recording import record_change

_SUCCESSIONS = {
    SuccessionKind.RENAMED: to_say("Berganti nama"),
    SuccessionKind.MERGED: to_say("Digabung"),
    SuccessionKind.SPLIT: to_say("Dipecah"),
}


class AgencyForm(forms.ModelForm):  # type: ignore[type-arg]
    """A new agency."""

    class Meta:
        model = Agency
        fields = ("name", "short_name", "begins_on")
        widgets: ClassVar = {"begins_on": DayInput()}

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
        widgets: ClassVar = {"on": DayInput()}

    def __init__(self, government: Government, entered: object = None) -> None:
        super().__init__(entered)  # type: ignore[arg-type]
        for name in ("predecessor", "successor"):
            field: forms.ModelChoiceField = self.fields[name]  # type: ignore[type-arg, assignment]
            field.queryset = Agency.objects.filter(government=government, ends_on=None)
            field.empty_label = _("(pilih)")
        kinds = [(value, _(label)) for value, label in _SUCCESSIONS.items()]
        self.fields["kind"].choices = [("", _("(pilih)")), *kinds]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """No agency goes on as itself."""
        found = self.cleaned_data
        if found.get("predecessor") and found.get("predecessor") == found.get("successor"):
            self.add_error("successor", _("Pilih perangkat daerah yang berbeda dari yang lama."))
        return found


class TenureForm(forms.ModelForm):  # type: ignore[type-arg]
    """Somebody who holds a post from a day on."""

    title = forms.CharField(max_length=300, widget=forms.TextInput({"list": "titles", "autocomplete": "off"}))
    is_head = forms.BooleanField(required=False)

    class Meta:
        model = Tenure
        fields = ("name", "acting", "rank", "employee_number", "begins_on")
        widgets: ClassVar = {"begins_on": DayInput()}


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
    return _page(request, government, form, SuccessionForm(government))


@require_http_methods(["GET", "POST"])
def succeed(request: HttpRequest) -> HttpResponse:
    """Record that an agency goes on as another: it ends on that day, and its history stays."""
    person = person_of(request)
    government = government_for(person, Action.ADMINISTER)
    if request.method == "GET":
        return redirect("agencies")
    form = SuccessionForm(government, request.POST)
    if not form.is_valid():
        return _page(request, government, AgencyForm(instance=Agency(government=government)), form)
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
    if request.method == "POST" and form.is_valid() and _begin(agency, form, person):
        messages.success(request, _("{name} tercatat.").format(name=form.cleaned_data["name"]))
        return redirect("posts", number)
    found = Position.objects.filter(agency=agency).prefetch_related("tenures").order_by("-is_head", "title")
    return render(request, "administration/posts.html", {"agency": agency, "positions": found, "form": form})


def _follows(agency: Agency, form: TenureForm) -> bool:
    """Whether the day comes after that of who holds the post now, and so ends it; else the form asks for another."""
    entered = form.cleaned_data
    begins = entered["begins_on"]
    for held in Tenure.objects.filter(position__agency=agency, position__title=entered["title"], ends_on=None):
        if begins is None:
            form.add_error("begins_on", _("Isi tanggalnya: pada hari itu masa jabatan pejabat sebelumnya berakhir."))
        elif held.begins_on and begins < held.begins_on:
            told = _("{name} menjabat sejak {day}: tulis hari sesudahnya.")
            form.add_error("begins_on", told.format(name=held.name, day=date_format(held.begins_on, "j F Y")))
    return form.is_valid()


def _begin(agency: Agency, form: TenureForm, person: Person) -> bool:
    """Whether the holder is kept. Who held the post until then ends on that day; an agency has one head."""
    with transaction.atomic():
        hold_figures(agency.pk)
        if not _follows(agency, form):
            return False
        entered = form.cleaned_data
        position, _made = Position.objects.get_or_create(agency=agency, title=entered["title"])
        if entered["is_head"]:
            Position.objects.filter(agency=agency).exclude(pk=position.pk).update(is_head=False)
            if not position.is_head:
                record_change(agency, person, f"post:{position.title}", "head", old=None, new=position.title)
            Position.objects.filter(pk=position.pk).update(is_head=True)
        before = ", ".join(f"{one.acting} {one.name}".strip() for one in position.tenures.filter(ends_on=None))
        position.tenures.filter(ends_on=None).update(ends_on=entered["begins_on"])
        tenure = form.save(commit=False)
        tenure.position = position
        tenure.save()
        now = f"{tenure.acting} {tenure.name}".strip()
        if tenure.begins_on:
            now = f"{now}, {tenure.begins_on}"
        record_change(agency, person, f"post:{position.title}", "holder", old=before or None, new=now)
    return True


def _page(request: HttpRequest, government: Government, form: AgencyForm, succession: SuccessionForm) -> HttpResponse:
    """The agencies with who heads them, and both forms. At most 5 queries beside those of the forms."""
    heads = Prefetch("positions", Position.objects.filter(is_head=True).prefetch_related("tenures"), to_attr="heading")
    found = Agency.objects.filter(government=government).prefetch_related("successions__successor", heads)
    agencies = [(one, next((holder_of(post) for post in one.heading), None)) for one in found]
    content = {"government": government, "agencies": agencies, "form": form, "succession": succession}
    return render(request, "administration/agencies.html", content)

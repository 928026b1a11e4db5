"""The people of a government and their roles, for its administrators."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from saksama.language.messages import _
from saksama.web.organisations.access import Action, government_for, person_of
from saksama.web.organisations.models import Agency, Government, Person, Role, RoleKind
from saksama.web.organisations.signing_in import make_link
from saksama.web.workflow.recording import record_change

_AT_AN_AGENCY = frozenset({RoleKind.OPERATOR.value, RoleKind.VERIFIER.value, RoleKind.HEAD.value})
_ACTIVE, _INACTIVE = "aktif", "nonaktif"
"""How the history tells whether somebody can sign in."""


class RoleForm(forms.Form):
    """A person with a role. An account is made where the address has none."""

    name = forms.CharField(max_length=200)
    email = forms.EmailField(max_length=254)
    kind = forms.ChoiceField()
    agency = forms.ModelChoiceField(Agency.objects.none(), required=False)

    def __init__(self, government: Government, entered: object = None) -> None:
        super().__init__(entered)  # type: ignore[arg-type]
        self.fields["kind"].choices = [(value, _(label)) for value, label in RoleKind.choices]  # type: ignore[attr-defined]
        agency: forms.ModelChoiceField = self.fields["agency"]  # type: ignore[type-arg, assignment]
        agency.queryset = Agency.objects.filter(government=government, ends_on=None)
        agency.empty_label = _("(seluruh pemerintah daerah)")

    def clean(self) -> dict[str, Any]:
        """Who works at an agency has a role at one, and not by an oversight at every one."""
        entered = super().clean() or self.cleaned_data
        if entered.get("kind") in _AT_AN_AGENCY and not entered.get("agency") and "agency" not in self.errors:
            self.add_error("agency", _("Peran ini milik satu perangkat daerah: pilih yang mana."))
        return entered


@never_cache
@require_http_methods(["GET", "POST"])
def people(request: HttpRequest) -> HttpResponse:
    """Everybody with a role in the government, and the place for another."""
    administrator = person_of(request)
    government = government_for(administrator, Action.ADMINISTER)
    form = RoleForm(government, request.POST or None)
    if request.method == "POST" and form.is_valid():
        _give_role(form, government, by=administrator)
        messages.success(request, _("{name} ditambahkan. Buatkan tautan masuk.").format(name=form.cleaned_data["name"]))
        return redirect("people")
    roles = (
        Role.objects.filter(government=government)
        .select_related("person__second_factor", "agency", "government")
        .order_by("person__name", "id")
    )
    return render(
        request,
        "administration/people.html",
        {"government": government, "roles": roles, "form": form},
    )


@never_cache
@require_POST
def new_link(request: HttpRequest, number: int) -> HttpResponse:
    """A sign-in link to hand to a person who has no mail; shown once.

    Never for somebody who has a role elsewhere too: who holds the link acts there as well.
    """
    administrator = person_of(request)
    government = government_for(administrator, Action.ADMINISTER)
    person = Person.objects.filter(pk=number, roles__government=government, is_active=True).distinct().first()
    if person is None:
        raise Http404
    if person.roles.exclude(government=government).exists():
        messages.error(
            request,
            _(
                "{name} juga mempunyai peran di pemerintah lain. Mintalah ia masuk dengan alamat surelnya sendiri."
            ).format(name=person.name),
        )
        return redirect("people")
    with transaction.atomic():
        token = make_link(person, timezone.now())
        record_change(government, administrator, f"person:{person.email}", "link", old=None, new=person.name)
    address = request.build_absolute_uri(reverse("open-link", args=[token]))
    return render(request, "administration/new_link.html", {"person": person, "address": address})


@require_POST
def end_role(request: HttpRequest, number: int) -> HttpResponse:
    """Take a role away. Nobody takes away the last administrator's."""
    administrator = person_of(request)
    government = government_for(administrator, Action.ADMINISTER)
    with transaction.atomic():
        # One at a time, or two administrators take each other's role away at once.
        Government.objects.select_for_update().get(pk=government.pk)
        role = Role.objects.filter(pk=number, government=government).select_related("person", "agency").first()
        if role is None:
            raise Http404
        if _is_last_administrator(role):
            messages.error(request, _("Ini administrator yang terakhir. Tunjuk dahulu penggantinya."))
            return redirect("people")
        role.delete()
        subject, kind = f"person:{role.person.email}", role.get_kind_display()
        record_change(role.agency or government, administrator, subject, "role", old=kind, new=None)
        if not role.person.roles.exists():
            Person.objects.filter(pk=role.person_id).update(is_active=False)
            record_change(government, administrator, subject, "account", old=_ACTIVE, new=_INACTIVE)
    messages.success(request, _("Peran {name} dicabut.").format(name=role.person.name))
    return redirect("people")


def _is_last_administrator(role: Role) -> bool:
    """Whether nobody else could administer the government; a role in one agency does not."""
    every = Role.objects.filter(
        government=role.government_id, agency=None, kind=RoleKind.ADMINISTRATOR, person__is_active=True
    )
    return every.filter(pk=role.pk).exists() and not every.exclude(pk=role.pk).exists()


def _give_role(form: RoleForm, government: Government, *, by: Person) -> None:
    found = form.cleaned_data
    with transaction.atomic():
        person = Person.objects.filter(email=found["email"].lower()).first()
        is_known = person is not None
        person = person or Person.objects.create_user(found["email"], found["name"])
        subject = f"person:{person.email}"
        if not is_known or not person.is_active:
            Person.objects.filter(pk=person.pk).update(is_active=True)
            record_change(government, by, subject, "account", old=_INACTIVE if is_known else None, new=_ACTIVE)
        role, is_new = Role.objects.get_or_create(
            person=person, government=government, agency=found["agency"], kind=found["kind"]
        )
        if is_new:
            record_change(found["agency"] or government, by, subject, "role", old=None, new=role.get_kind_display())

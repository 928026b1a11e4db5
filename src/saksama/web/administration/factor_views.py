"""The second factors of a government, for its administrators: who must have one, and one that was lost."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from saksama.language.messages import _, speaking
from saksama.web.administration.factor_history import remove_factor_of
from saksama.web.organisations.access import Action, government_for, person_of
from saksama.web.organisations.mailing import mail_beside
from saksama.web.organisations.models import Government, Person, RoleKind
from saksama.web.workflow.recording import record_change


@require_POST
def require_factor(request: HttpRequest) -> HttpResponse:
    """Choose the roles that need a second factor. Who has none is led to it at the next sign-in."""
    administrator = person_of(request)
    government = government_for(administrator, Action.ADMINISTER)
    chosen = [kind.value for kind in RoleKind if kind.value in request.POST.getlist("kinds")]
    with transaction.atomic():
        kept = Government.objects.select_for_update().get(pk=government.pk)
        old, kept.second_factor_roles = kept.second_factor_roles, chosen
        if chosen != old:
            kept.save(update_fields=("second_factor_roles",))
            record_change(
                kept,
                administrator,
                "security",
                "required-factor",
                old=_labels(old),
                new=_labels(chosen),
            )
    messages.success(request, _("Tersimpan. Yang belum memasang langkah kedua diminta memasangnya saat masuk lagi."))
    return redirect("people")


@require_POST
def remove_factor(request: HttpRequest, number: int) -> HttpResponse:
    """Remove the lost factor of somebody else, who is told by mail.

    Never of somebody who has a role elsewhere too: whoever signs in then acts there as well.
    """
    administrator = person_of(request)
    government = government_for(administrator, Action.ADMINISTER)
    person = Person.objects.filter(pk=number, roles__government=government).distinct().first()
    if person is None:
        raise Http404
    if person == administrator:
        messages.error(request, _("Langkah kedua Anda sendiri diatur di halaman akun Anda, dengan kodenya."))
        return redirect("people")
    if person.roles.exclude(government=government).exists():
        messages.error(
            request,
            _(
                "{name} juga mempunyai peran di pemerintah lain. Pengelola server dapat menghapus langkah keduanya."
            ).format(name=person.name),
        )
        return redirect("people")
    if remove_factor_of(person, by=administrator):
        _tell(person, administrator)
    messages.success(request, _("{name} tidak lagi mempunyai langkah kedua.").format(name=person.name))
    return redirect("people")


def _tell(person: Person, administrator: Person) -> None:
    with speaking(person.language):
        subject = _("Langkah kedua Anda di Saksama dihapus")
        removed = _(
            "{administrator} menghapus langkah kedua akun Anda. Saat masuk lagi cukup tautan surel, atau Anda diminta "
            "memasangnya lagi."
        ).format(administrator=administrator.name)
        warning = _("Bukan Anda yang memintanya? Segera hubungi administrator.")
    mail_beside(subject, f"{removed}\n\n{warning}\n", person.email)


def _labels(kinds: list[str]) -> str | None:
    return ", ".join(kind.label for kind in RoleKind if kind.value in kinds) or None

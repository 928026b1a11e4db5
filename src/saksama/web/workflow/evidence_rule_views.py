"""Whether a government takes figures without evidence: its own rule, set where its deadlines are."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from saksama.language.messages import _
from saksama.web.organisations.access import Action, government_for, person_of
from saksama.web.organisations.models import Government
from saksama.web.workflow.recording import record_change


@require_POST
def require_evidence(request: HttpRequest) -> HttpResponse:
    """Require evidence of every figure that is submitted, or no longer."""
    person = person_of(request)
    government = government_for(person, Action.SET_DEADLINES)
    with transaction.atomic():
        kept = Government.objects.select_for_update().get(pk=government.pk)
        old, kept.requires_evidence = kept.requires_evidence, "required" in request.POST
        if kept.requires_evidence != old:
            kept.save(update_fields=("requires_evidence",))
            record_change(kept, person, "rules", "requires_evidence", old=old, new=kept.requires_evidence)
    messages.success(request, _("Tersimpan."))
    return redirect("deadlines-now")

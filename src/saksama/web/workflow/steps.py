"""The steps of a submission: who may take which, from which state, and what each asks for."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction

from saksama.kernel.period import Period
from saksama.language.messages import _, to_say
from saksama.web.organisations.access import Action, may
from saksama.web.organisations.models import Agency, Person
from saksama.web.workflow.locks import OPEN, hold_figures
from saksama.web.workflow.models import Submission, SubmissionState, Transition


@dataclass(frozen=True, slots=True)
class Step:
    """A step that somebody who may do `action` takes from one of `sources` to `target`."""

    name: str
    label: str
    action: Action
    sources: frozenset[SubmissionState]
    target: SubmissionState
    needs_reason: bool = False


SUBMIT = "submit"
_S = SubmissionState
STEPS: Mapping[str, Step] = {
    step.name: step
    for step in (
        Step(
            SUBMIT,
            to_say("Ajukan untuk diverifikasi"),
            Action.MEASURE,
            OPEN,
            _S.SUBMITTED,
        ),
        Step("withdraw", to_say("Tarik kembali"), Action.MEASURE, frozenset({_S.SUBMITTED}), _S.DRAFT),
        Step("verify", to_say("Nyatakan terverifikasi"), Action.VERIFY, frozenset({_S.SUBMITTED}), _S.VERIFIED),
        Step("return", to_say("Kembalikan"), Action.VERIFY, frozenset({_S.SUBMITTED, _S.VERIFIED}), _S.RETURNED, True),
        Step("approve", to_say("Setujui dan kunci"), Action.APPROVE, frozenset({_S.VERIFIED}), _S.APPROVED),
        Step("reopen", to_say("Buka kembali"), Action.APPROVE, frozenset({_S.APPROVED}), _S.RETURNED, True),
    )
}


class RefusedStepError(Exception):
    """A step that cannot be taken; its text says why."""


def steps_for(person: Person, agency: Agency, state: SubmissionState) -> tuple[Step, ...]:
    """The steps that the person may take now."""
    return tuple(step for step in STEPS.values() if state in step.sources and may(person, step.action, agency))


def take_step(agency: Agency, period: Period, name: str, *, person: Person, reason: str) -> Submission:
    """Take a step. Raises `RefusedStepError` where somebody was quicker, where it is not allowed or lacks a reason."""
    step = STEPS.get(name)
    if step is None or not may(person, step.action, agency):
        raise RefusedStepError(_("Langkah ini tidak diperbolehkan bagi peran Anda."))
    if step.needs_reason and not reason.strip():
        raise RefusedStepError(_("Tulis alasannya, agar yang menerima tahu apa yang harus diperbaiki."))
    with transaction.atomic():
        hold_figures(agency.pk)
        Submission.objects.get_or_create(
            agency=agency, year=period.year, cycle=period.cycle.value, number=period.number
        )
        submission = Submission.objects.select_for_update().get(
            agency=agency, year=period.year, cycle=period.cycle.value, number=period.number
        )
        old = SubmissionState(submission.state)
        if old not in step.sources:
            raise RefusedStepError(
                _("Keadaannya sudah berubah menjadi: {state}. Muat ulang halaman.").format(state=_(old.label))
            )
        submission.state = step.target
        submission.is_revised = submission.is_revised or step.name == "reopen"
        submission.save()
        Transition.objects.create(submission=submission, person=person, old=old, new=step.target, reason=reason.strip())
    return submission

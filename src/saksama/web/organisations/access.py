"""Who may do what where: the roles of a person, and what each role allows."""

from collections.abc import Mapping
from enum import Enum

from django.db import models
from django.http import Http404, HttpRequest

from saksama.web.organisations.models import Agency, Government, Person, Role, RoleKind

CHOSEN = "government"
"""Where the session keeps which of several governments the person works for."""


class Action(Enum):
    """Something that not everybody may do."""

    READ = "read"
    PLAN = "plan"
    MEASURE = "measure"
    VERIFY = "verify"
    APPROVE = "approve"
    REPORT = "report"
    ISSUE = "issue"
    SET_DEADLINES = "set-deadlines"
    SET_TEMPLATE = "set-template"
    REMIND = "remind"
    ADMINISTER = "administer"


_R = Action.READ
ALLOWED: Mapping[RoleKind, frozenset[Action]] = {
    RoleKind.OPERATOR: frozenset({_R, Action.PLAN, Action.MEASURE, Action.REPORT}),
    RoleKind.VERIFIER: frozenset({_R, Action.VERIFY, Action.REPORT}),
    RoleKind.HEAD: frozenset({_R, Action.APPROVE, Action.REPORT, Action.ISSUE}),
    RoleKind.ORGANISATION_BUREAU: frozenset(
        {_R, Action.REPORT, Action.SET_DEADLINES, Action.SET_TEMPLATE, Action.REMIND}
    ),
    RoleKind.PLANNING_AGENCY: frozenset({_R, Action.PLAN, Action.REPORT, Action.REMIND}),
    RoleKind.INSPECTORATE: frozenset({_R, Action.REPORT}),
    RoleKind.LEADER: frozenset({_R}),
    RoleKind.READER: frozenset({_R}),
    RoleKind.ADMINISTRATOR: frozenset(
        {_R, Action.ADMINISTER, Action.SET_DEADLINES, Action.SET_TEMPLATE, Action.REMIND}
    ),
}


def person_of(request: HttpRequest) -> Person:
    """Who signed in; every page but those of signing in has somebody."""
    person = request.user
    if not isinstance(person, Person):
        raise Http404
    person._chosen_government = request.session.get(CHOSEN)  # type: ignore[attr-defined]  # as long as the request
    return person


def roles_of(person: Person) -> tuple[Role, ...]:
    """The roles of a person with their agencies and governments, read once for each request."""
    kept: tuple[Role, ...] | None = getattr(person, "_known_roles", None)
    if kept is None:
        kept = tuple(person.roles.select_related("agency__government", "government").order_by("id"))
        person._known_roles = kept  # type: ignore[attr-defined]  # lives as long as the request
    return kept


def governments_of(person: Person) -> tuple[Government, ...]:
    """The governments in which the person has a role, the chosen one first, else that of the oldest role."""
    found = {role.government_id: role.government for role in roles_of(person)}
    chosen = getattr(person, "_chosen_government", None)
    return tuple(sorted(found.values(), key=lambda one: one.pk != chosen))


def roles_here(person: Person) -> tuple[Role, ...]:
    """The roles in the government of the page; all roles where no page is asked for, as in the worker."""
    if not hasattr(person, "_chosen_government"):
        return roles_of(person)
    here = governments_of(person)[:1]
    return tuple(role for role in roles_of(person) if role.government in here)


def may(person: Person, action: Action, agency: Agency) -> bool:
    """Whether one of the person's roles allows the action at the agency."""
    return any(
        action in ALLOWED[RoleKind(role.kind)]
        and role.government_id == agency.government_id
        and role.agency_id in (None, agency.pk)
        for role in roles_of(person)
    )


def may_in_government(person: Person, action: Action, government: Government) -> bool:
    """Whether one of the person's roles allows the action in all of the government, which is that of the page."""
    return any(
        action in ALLOWED[RoleKind(role.kind)] and role.government_id == government.pk and role.agency_id is None
        for role in roles_here(person)
    )


def government_for(person: Person, action: Action) -> Government:
    """The government of the page, where the person may do it in all of it. Raises `Http404` else."""
    for role in roles_here(person):
        if role.agency_id is None and action in ALLOWED[RoleKind(role.kind)]:
            return role.government
    raise Http404


def agencies_of(person: Person, action: Action = Action.READ) -> models.QuerySet[Agency]:
    """The agencies of the government of the page at which the person may do it."""
    allowing = [role for role in roles_here(person) if action in ALLOWED[RoleKind(role.kind)]]
    whole = [role.government_id for role in allowing if role.agency_id is None]
    single = [role.agency_id for role in allowing if role.agency_id is not None]
    return Agency.objects.filter(models.Q(government__in=whole) | models.Q(pk__in=single))


def agency_for(person: Person, number: int, action: Action = Action.READ) -> Agency:
    """The agency of a page. Raises `Http404` where the person may not do it there: nobody learns what exists."""
    agency = Agency.objects.select_related("government").filter(pk=number).first()
    if agency is None or not may(person, action, agency):
        raise Http404
    return agency

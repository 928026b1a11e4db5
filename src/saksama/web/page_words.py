"""What templates say and how they show figures: `{% say "…" %}` is a message of the interface."""

from collections.abc import Mapping

from django import template
from django.forms import BoundField
from django.template import Context
from django.utils.safestring import SafeString

from saksama.language.messages import _ as message
from saksama.web.fact_words import Measured, fact_words, period_words, value_words
from saksama.web.organisations.access import ALLOWED, Action, governments_of, roles_here
from saksama.web.organisations.models import Government, Person, RoleKind

register = template.Library()


@register.simple_tag
def say(text: str, **values: object) -> str:
    """The message in the user's language, with its values put in."""
    return message(text).format(**values) if values else message(text)


@register.simple_tag
def control(field: BoundField, hint: str = "") -> SafeString:
    """The field's own element, which names its error and its hint to who does not see the page."""
    told = [f"{field.id_for_label}-error"] if field.errors else []
    told += [f"{field.id_for_label}-hint"] if hint else []
    return field.as_widget(attrs={"aria-describedby": " ".join(told)} if told else None)


@register.simple_tag(takes_context=True)
def administers(context: Context) -> bool:
    """Whether the person of the page administers a government."""
    person = context["user"]
    return isinstance(person, Person) and any(
        role.agency_id is None and Action.ADMINISTER in ALLOWED[RoleKind(role.kind)] for role in roles_here(person)
    )


@register.simple_tag(takes_context=True)
def governments(context: Context) -> tuple[Government, ...]:
    """The governments between which the person of the page may choose, that of the page first; empty where one."""
    person = context.get("user")
    found = governments_of(person) if isinstance(person, Person) else ()
    return found if len(found) > 1 else ()


@register.filter
def item(mapping: Mapping[object, object], key: object) -> object:
    """What a mapping has under a key; `None` where it has nothing."""
    return mapping.get(key)


@register.filter
def fact(recorded: str) -> str:
    """What a recorded change was about, in words."""
    return fact_words(recorded)


@register.filter
def told(recorded: str | None, of_fact: str) -> str:
    """A value that was recorded for a fact, in words."""
    return value_words(recorded, of_fact)


@register.filter
def period(measurement: Measured) -> str:
    """The year or the period of a measurement, in words."""
    return period_words(measurement.cycle, measurement.year, measurement.number)

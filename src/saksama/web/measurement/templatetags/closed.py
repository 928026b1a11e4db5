"""What a page says of what is closed."""

from django import template

from saksama.web.measurement.closing import words_closed

register = template.Library()


@register.simple_tag
def why_words_are_closed(agency: int, year: int) -> str:
    """Why the words of a year cannot be changed now; "" where they can."""
    return words_closed(agency, year)

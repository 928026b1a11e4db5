"""A template as JSON that the database keeps, and back. The logo's own bytes are a file of their own."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from saksama.compose.house_template import HouseTemplate
from saksama.compose.passages import Passage
from saksama.exchange.record_json import encoded
from saksama.web.planning.kept_json import kept_value


def template_json(template: HouseTemplate) -> dict[str, Any]:
    """What the template lays down; passages by their names, the logo without its bytes."""
    logo = template.logo and replace(template.logo, content=b"")
    content: dict[str, Any] = encoded(replace(template, logo=logo, passages=()))
    return content | {"passages": {passage.value: words for passage, words in template.passages}}


def template_from(content: Mapping[str, Any], logo: bytes = b"") -> HouseTemplate:
    """The template that was kept so."""
    others = {name: value for name, value in content.items() if name != "passages"}
    template: HouseTemplate = kept_value(HouseTemplate, others, "template")
    words = content["passages"]
    return replace(
        template,
        logo=template.logo and replace(template.logo, content=logo),
        passages=tuple((passage, words[passage.value]) for passage in Passage if passage.value in words),
    )

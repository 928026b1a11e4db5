"""No page offers a person a link that leads him to nothing."""

import re
from html import unescape
from http import HTTPStatus

import pytest

from saksama.web.organisations.models import RoleKind
from tests.web.cast import Cast, client_of, person

_MOST = 25
_WRITTEN_ONCE = re.compile(r"/documents/\d+/[a-z-]+\.|/\d+/marked/")
"""Files that take seconds to make; who may open their page may have them."""


@pytest.mark.parametrize("kind", RoleKind)
@pytest.mark.parametrize("is_whole", [True, False])
def test_every_link_leads_somewhere(cast: Cast, kind: RoleKind, is_whole: bool) -> None:
    browser = client_of(person("Nina", kind, cast.government, None if is_whole else cast.agency))
    waiting = ["/", f"/agencies/{cast.agency.pk}/?year=2025"]
    seen: set[str] = set()
    broken: dict[str, int] = {}
    while waiting and len(seen) < _MOST:
        path = waiting.pop(0)
        if path in seen:
            continue
        seen.add(path)
        answer = browser.get(path, follow=True)
        if answer.status_code != HTTPStatus.OK:
            broken[path] = answer.status_code
            continue
        for found in re.findall(r'<a [^>]*href="(/[^"#]*|\?[^"#]*)', answer.content.decode(errors="replace")):
            address = unescape(found)
            address = path.partition("?")[0] + address if address.startswith("?") else address
            if not _WRITTEN_ONCE.search(address):
                waiting.append(address)

    assert broken == {}

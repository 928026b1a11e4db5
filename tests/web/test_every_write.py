"""Every address, as an attacker and a clumsy person use it: whatever is sent, it answers, and only who may writes."""

import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from http import HTTPStatus
from itertools import cycle
from typing import Any

import pytest
from django.apps import apps
from django.db.models import Model
from pytest_django import DjangoDbBlocker, Settings

from tests.web.cast import make_cast
from tests.web.every_write import EVERYBODY, WRITES
from tests.web.write_stage import Stage, every_address, make_stage, parts_of, send, undone

HEALTH = {"health/live", "health/ready"}
WRITES_NO_ROW = {
    "choose-government",
    "open-link",
    "sign-out",
    "proof",
    "sign-in-code",  # with set-up-factor: takes a code of this minute, which test_second_factor.py makes
    "set-up-factor",
}
"""What writes only in the session, or nothing."""
QUEUE = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
ODD = (
    "",
    " ",
    "\0",
    "a\0b",
    "-1",
    "0",
    "9" * 31,
    "1e400",
    "NaN",
    "0001-01-01",
    "9999-12-31",
    "10000-01-01",
    "2025-02-30",
    "😀" * 40,
    "\u202eterbalik\u200b",
    "<script>alert(1)</script>\"'&",
    "x" * 70_000,
    "٣٫٥",
    "%s%n{}{0}",
    "../../../../etc/passwd",
    "a\r\nSet-Cookie: b=c",
)
_SHORT = 6
"""So many fields, and each gets every odd value."""
ODD_NUMBERS = (0, 99_999, 2**31, 2**63, 10**30)
ODD_JSON: tuple[Any, ...] = (
    None,
    True,
    -1,
    10**30,
    1e308,
    "",
    "\0",
    "\ud800",
    "😀",
    [],
    {},
    [[]],
    {"a": {}},
    "x" * 70_000,
)
ODD_BODIES = (b"", b"[]", b"{", b"\xff\xfe", b"null", b"NaN", b"[" * 100_000, b'{"number": 1e999}')
ODD_UPLOADS = (
    ("kosong.xlsx", b""),
    ("bukan.exe", b"MZ\x90\x00"),
    ("gambar.xlsx", b"\x89PNG\r\n\x1a\n"),
    ("terpotong.xlsx", b"PK\x03\x04" + b"\0" * 40),
    ("tanpa-akhiran", b"%PDF-1.4\n<script>"),
    ("x" * 300 + ".pdf", b"%PDF-1.4"),
    ("\u202efdp.exe.pdf", b"%PDF-1.4"),
    ("..\\..\\a\tb.docx", b"PK\x05\x06" + b"\0" * 18),
)


@pytest.fixture(scope="module")
def built(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Stage]:
    """The cast with something of every kind, built once."""
    with django_db_blocker.unblock(), undone():
        yield make_stage(make_cast())


@pytest.fixture
def stage(built: Stage, db: None) -> Stage:
    """The stage as it was built."""
    return built


def is_fault(answer: Any) -> bool:
    """Whether the program failed."""
    return bool(answer.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR)


def kept() -> dict[str, str]:
    """What every table of the application holds, so that a write shows, wherever it went, and no sign-in."""

    def told(model: type[Model]) -> str:
        names = [field.attname for field in model._meta.concrete_fields if field.attname != "last_login"]
        return sha256(repr(sorted(model._default_manager.values_list(*names), key=repr)).encode()).hexdigest()

    return {model._meta.label: told(model) for model in apps.get_models() if model.__module__.startswith("saksama.")}


def alike(fields: Mapping[str, Any]) -> list[list[str]]:
    """The names of the fields, those together that differ in the number of their row only."""
    found: dict[str, list[str]] = {}
    for name in fields:
        found.setdefault(re.sub(r"-[0-9]+$", "", name), []).append(name)
    return list(found.values())


def test_every_address_that_takes_a_post_stands_in_the_table(stage: Stage) -> None:
    taking = {
        name
        for name in every_address().keys() - HEALTH
        if stage.browser("administrator").post(stage.path(name)).status_code != HTTPStatus.METHOD_NOT_ALLOWED
    }
    assert taking == WRITES.keys()


def test_nothing_is_written_without_the_token_of_a_form(stage: Stage) -> None:
    before = kept()
    for name, write in WRITES.items():
        browser = stage.browser(min(write.allowed), enforce_csrf_checks=True)
        answer = send(browser, write, stage.path(name), stage.filled(name))
        assert answer.status_code == HTTPStatus.FORBIDDEN, name
    assert kept() == before


@pytest.mark.parametrize("name", sorted(WRITES.keys() - WRITES_NO_ROW))
def test_who_may_writes(stage: Stage, name: str) -> None:
    write = WRITES[name]
    before = kept()
    answer = send(stage.browser(min(write.allowed)), write, stage.path(name), stage.filled(name))
    assert answer.status_code in {HTTPStatus.OK, HTTPStatus.FOUND}
    assert kept() != before


@pytest.mark.parametrize("who", sorted(EVERYBODY))
def test_who_may_not_writes_nothing(stage: Stage, who: str) -> None:
    browser, before = stage.browser(who), kept()
    for name, write in WRITES.items():
        if who in write.allowed:
            continue
        answer = send(browser, write, stage.path(name), stage.filled(name))
        assert answer.status_code in {HTTPStatus.NOT_FOUND, HTTPStatus.FOUND}, name
        if who == "nobody":
            assert answer.headers["location"].startswith("/sign-in/"), name
    assert kept() == before


@pytest.mark.parametrize("name", sorted(WRITES))
def test_whatever_stands_in_a_form_it_is_answered(stage: Stage, settings: Settings, name: str) -> None:
    settings.TASKS = QUEUE  # what a job makes of it is no part of the answer
    write = WRITES[name]
    who = min(write.allowed)
    fields, path = stage.fields(name), stage.path(name)
    browser, odd = stage.browser(who), ODD_JSON if write.is_json else ODD
    sent = [dict.fromkeys(fields, value) for value in odd] if len(fields) > 1 else []
    # In a long form each kind of field gets every fifth value, another fifth than its neighbour, from row to row.
    step = 1 if len(fields) <= _SHORT else 5
    for place, names in enumerate(alike(fields)):
        sent += [fields | {row: value} for row, value in zip(cycle(names), odd[place % step :: step], strict=False)]
        sent.append({key: value for key, value in fields.items() if key != names[0]})
    if write.is_json:
        sent += [fields | {"typed": {field: value}} for field in fields["typed"] for value in (*ODD, *ODD_JSON)]
    else:
        sent += [{field: [value, value] for field, value in fields.items()}, {"lain": "x"}]
    failed = []
    for one in sent:
        with undone():
            if is_fault(send(browser, write, path, one)):
                failed.append(repr({key: value for key, value in one.items() if value != fields.get(key)})[:300])
    for body in ODD_BODIES:
        for kind in ("application/json", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded"):
            with undone():
                if is_fault(browser.post(path, body, content_type=kind)):
                    failed.append(f"{kind}: {body[:60]!r}")
    assert failed == []


@pytest.mark.parametrize("name", sorted(name for name, write in WRITES.items() if write.file))
def test_whatever_file_is_sent_it_is_answered(stage: Stage, name: str) -> None:
    write = WRITES[name]
    browser, fields, failed = stage.browser(min(write.allowed)), stage.fields(name), []
    for title, content in ODD_UPLOADS:
        # by hand: Django's own upload takes no such name
        head = f'--x\r\nContent-Disposition: form-data; name="{write.file}"; filename="{title}"\r\n\r\n'.encode()
        others = "".join(
            f'\r\n--x\r\nContent-Disposition: form-data; name="{field}"\r\n\r\n{value}'
            for field, value in fields.items()
        )
        body = head + content + others.encode() + b"\r\n--x--\r\n"
        if is_fault(browser.post(stage.path(name), body, content_type="multipart/form-data; boundary=x")):
            failed.append(title)
    assert failed == []


@pytest.mark.parametrize("method", ["get", "head", "options", "post", "put", "delete"])
@pytest.mark.parametrize("who", ["operator", "administrator", "nobody"])
def test_whatever_stands_in_an_address_it_is_answered(stage: Stage, who: str, method: str) -> None:
    browser, failed = stage.browser(who), []
    call = getattr(browser, method)
    for name in every_address().keys() - HEALTH:
        paths = [stage.path(name), f"{stage.path(name)}?year=99999&next=%00", f"{stage.path(name)}?year=%00"]
        for part in parts_of(name) if method in {"get", "post"} else ():
            if isinstance(stage.part(name, part), int):
                paths += [stage.path(name, **{part: number}) for number in ODD_NUMBERS]
            else:
                paths.append(stage.path(name, **{part: "x" * 300}))
        for path in paths:
            if name == "sign-out" and who != "nobody" and method == "post":
                continue
            answer = call(path)
            if is_fault(answer):
                failed.append(path[:80])
            for close in answer._resource_closers:  # and not the database, as answer.close() would
                close()
    assert failed == []

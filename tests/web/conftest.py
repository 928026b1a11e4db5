"""What every test of the web application has: the cast of three."""

from collections.abc import Callable, Iterable, Iterator

import pytest
from django.apps import apps
from django.db import connection
from pytest_django import DjangoDbBlocker

from saksama.web.unchangeable import unguard
from tests.web.cast import Cast, make_cast

_LEAVE = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> %s"


@pytest.fixture
def cast(db: None) -> Cast:
    """The cast with both samples in the database."""
    return make_cast()


@pytest.fixture
def played(transactional_db: None, require_tool: Callable[[str], str]) -> Cast:
    """The cast in a database that the server's own connection sees."""
    require_tool("chromium")
    return make_cast()


@pytest.fixture(scope="session", autouse=True)
def emptied(django_db_setup: None) -> None:
    """What empties the database between tests may delete what is written once; its `post_migrate` guards again."""
    flush = connection.ops.execute_sql_flush

    def unguarded(statements: Iterable[str]) -> None:
        unguard(connection, apps.get_models())
        flush(statements)

    connection.ops.execute_sql_flush = unguarded  # type: ignore[method-assign, assignment]


@pytest.fixture(scope="session", autouse=True)
def sent_away(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """A browser that is closed in the middle of an answer leaves a session, with which PostgreSQL drops no database."""
    yield
    with django_db_blocker.unblock():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_backend_pid()")
                cursor.execute(_LEAVE, cursor.fetchone())

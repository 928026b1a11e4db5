"""Rows that are written once: the database itself refuses to change or delete them, whoever asks.

A model says so with `is_unchangeable = True`. The triggers are made after every `migrate`, and not in a migration,
because SQLite drops those of a table that a later migration makes anew.
"""

from collections.abc import Iterable
from typing import Any

from django.apps import AppConfig
from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper
from django.db.models import Model

_REFUSAL = "is written once: rows are neither changed nor deleted"


_EVENTS = {"sqlite": ("update", "delete"), "postgresql": ("update", "delete", "truncate")}
_NAMES = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal",
}
_FUNCTION = (
    "CREATE OR REPLACE FUNCTION saksama_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ "
    f"BEGIN RAISE EXCEPTION '% {_REFUSAL}', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; END $$"
)


def guard(app_config: AppConfig, using: str, **_signal: Any) -> None:
    """Make the triggers of an app's models, where they are missing: the receiver of `post_migrate`."""
    connection, tables = connections[using], _tables(app_config.get_models())
    if not tables:
        return
    with connection.cursor() as cursor:
        there = connection.introspection.table_names(cursor)
        cursor.execute(_NAMES[connection.vendor])
        known = {name for (name,) in cursor.fetchall()}
        pairs = [(table, event) for table in tables if table in there for event in _EVENTS[connection.vendor]]
        missing = [(table, event) for table, event in pairs if f"{table}_no_{event}" not in known]
        if missing:
            with transaction.atomic(using):
                for table, event in missing:
                    _make(connection, cursor, table, event)


def unguard(connection: BaseDatabaseWrapper, models: Iterable[type[Model]]) -> None:
    """Drop the triggers, for who empties a whole database, as tests do; `guard` makes them again."""
    with connection.cursor() as cursor:
        for table in _tables(models):
            for event in _EVENTS[connection.vendor]:
                of = f' ON "{table}"' if connection.vendor == "postgresql" else ""
                cursor.execute(f'DROP TRIGGER IF EXISTS "{table}_no_{event}"{of}')


def _make(connection: BaseDatabaseWrapper, cursor: CursorWrapper, table: str, event: str) -> None:
    if connection.vendor == "postgresql":
        each = "STATEMENT" if event == "truncate" else "ROW"
        cursor.execute(_FUNCTION)
        does = f"FOR EACH {each} EXECUTE FUNCTION saksama_refuse()"
    else:
        does = f"BEGIN SELECT RAISE(ABORT, '{table} {_REFUSAL}'); END"
    cursor.execute(f'CREATE TRIGGER "{table}_no_{event}" BEFORE {event} ON "{table}" {does}')


def _tables(models: Iterable[type[Model]]) -> list[str]:
    return [model._meta.db_table for model in models if getattr(model, "is_unchangeable", False)]

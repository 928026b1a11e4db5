"""Rows that are written once: the database itself refuses to change or delete them, whoever asks.

A model says so with `is_unchangeable = True`. The triggers are made after every `migrate`, and not in a migration,
because SQLite drops those of a table that a later migration makes anew.
"""

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper
from django.db.models import Model

_REFUSAL = "is written once: rows are neither changed nor deleted"


def guard(app_config: AppConfig, using: str, **_signal: Any) -> None:
    """Make the triggers of an app's models, where they are missing: the receiver of `post_migrate`."""
    connection = connections[using]
    with connection.cursor() as cursor:
        there = connection.introspection.table_names(cursor)
        for model in app_config.get_models():
            if _is_unchangeable(model) and model._meta.db_table in there:
                _make(connection, cursor, model._meta.db_table)


def unguard(connection: BaseDatabaseWrapper, models: list[type[Model]]) -> None:
    """Drop the triggers, for who empties a whole database, as tests do; `guard` makes them again."""
    with connection.cursor() as cursor:
        for table in (model._meta.db_table for model in models if _is_unchangeable(model)):
            for event in _EVENTS[connection.vendor]:
                of = f' ON "{table}"' if connection.vendor == "postgresql" else ""
                cursor.execute(f'DROP TRIGGER IF EXISTS "{table}_no_{event}"{of}')


_EVENTS = {"sqlite": ("update", "delete"), "postgresql": ("update", "delete", "truncate")}


def _make(connection: BaseDatabaseWrapper, cursor: CursorWrapper, table: str) -> None:
    if connection.vendor == "postgresql":
        cursor.execute(
            "CREATE OR REPLACE FUNCTION saksama_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ "
            f"BEGIN RAISE EXCEPTION '% {_REFUSAL}', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; "
            "END $$"
        )
    for event in _EVENTS[connection.vendor]:
        name = f"{table}_no_{event}"
        if connection.vendor == "postgresql":
            each = "STATEMENT" if event == "truncate" else "ROW"
            cursor.execute(
                f'CREATE OR REPLACE TRIGGER "{name}" BEFORE {event} ON "{table}" '
                f"FOR EACH {each} EXECUTE FUNCTION saksama_refuse()"
            )
        else:
            cursor.execute(
                f'CREATE TRIGGER IF NOT EXISTS "{name}" BEFORE {event} ON "{table}" '
                f"BEGIN SELECT RAISE(ABORT, '{table} {_REFUSAL}'); END"
            )


def _is_unchangeable(model: type[Model]) -> bool:
    return getattr(model, "is_unchangeable", False)

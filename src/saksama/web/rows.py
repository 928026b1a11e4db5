"""What the database should hold of a record → what must be made, changed and taken away, and then doing it.

An import shows these differences before it applies them, and the history keeps them.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import models

Key = tuple[object, ...]
"""What identifies a row inside its record, such as ("IKU-1", 2025, "year", 0): never a number of the database."""


@dataclass(frozen=True, slots=True)
class Ref:
    """A row of another table, by its key."""

    model: type[models.Model]
    key: Key


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the record: how its rows are found there and told apart."""

    model: type[models.Model]
    rows: Callable[[], models.QuerySet[Any]]
    key: Callable[[Any], Key]


@dataclass(frozen=True, slots=True)
class Difference:
    """A row that is new (`old` is None), gone (`new` is None), or has other values in the fields named."""

    model: type[models.Model]
    key: Key
    old: Mapping[str, object] | None
    new: Mapping[str, object] | None


class Wanted:
    """The rows that the database should hold, table by table, in the order in which they need each other."""

    def __init__(self, tables: Iterable[Table]) -> None:
        self.tables = tuple(tables)
        self._rows: dict[type[models.Model], dict[Key, dict[str, object]]] = {one.model: {} for one in self.tables}

    def add(self, model: type[models.Model], key: Key, /, **values: object) -> Ref:
        """Ask for a row. A field that refers to another row takes its `Ref`."""
        self._rows[model][key] = values
        return Ref(model, key)

    def apply(self, *, is_kept: bool = True) -> list[Difference]:
        """Bring the database to what is wanted; with `is_kept` false only say what would differ."""
        known: dict[Ref, int] = {}
        found: list[Difference] = []
        gone: list[tuple[type[models.Model], list[int]]] = []
        for table in self.tables:
            present = {table.key(row): row for row in table.rows()}
            known |= {Ref(table.model, key): row.pk for key, row in present.items()}
            wanted = self._rows[table.model]
            fresh: dict[Key, dict[str, object]] = {}
            changed: list[models.Model] = []
            fields: set[str] = set()
            for key, values in wanted.items():
                row = present.get(key)
                if row is None:
                    found.append(Difference(table.model, key, None, values))
                    fresh[key] = values
                    continue
                news = _columns(values, known)
                olds = {name: getattr(row, name) for name in news}
                differing = [name for name in news if not _same(olds[name], news[name])]
                if differing:
                    old, new = ({name: side[name] for name in differing} for side in (olds, news))
                    found.append(Difference(table.model, key, old, new))
                    for name in differing:
                        setattr(row, name, news[name])
                    changed.append(row)
                    fields.update(name.removesuffix("_id") for name in differing)
            away = [(key, row) for key, row in present.items() if key not in wanted]
            found += [Difference(table.model, key, _stated(row), None) for key, row in away]
            gone.append((table.model, [row.pk for _key, row in away]))
            if is_kept:
                _make(table.model, fresh, known)
            if is_kept and changed:
                table.model._default_manager.bulk_update(changed, sorted(fields), batch_size=500)
        if is_kept:
            for model, numbers in reversed(gone):
                if numbers:
                    model._default_manager.filter(pk__in=numbers).delete()
        return found


def _make(model: type[models.Model], fresh: dict[Key, dict[str, object]], known: dict[Ref, int]) -> None:
    """Make the rows, those that others of the same table stand below before them."""
    while fresh:
        ready = {
            key: values
            for key, values in fresh.items()
            if all(not isinstance(value, Ref) or value in known for value in values.values())
        }
        if not ready:
            raise LookupError(f"{model.__name__} refers to rows that nobody asked for: {list(fresh)[:3]}")
        rows = [model(**_columns(values, known)) for values in ready.values()]
        made = model._default_manager.bulk_create(rows, batch_size=2000)
        known |= {Ref(model, key): row.pk for key, row in zip(ready, made, strict=True)}
        for key in ready:
            del fresh[key]


def _columns(values: Mapping[str, object], known: Mapping[Ref, int]) -> dict[str, Any]:
    """The values by column: a reference becomes the number of its row; `None` where that is not made yet."""
    found: dict[str, Any] = {}
    for name, value in values.items():
        match value:
            case Ref():
                found[f"{name}_id"] = known.get(value)
            case models.Model():  # by its number: what a row refers to would be fetched row by row to be compared
                found[f"{name}_id"] = value.pk
            case _:
                found[name] = value
    return found


def _same(old: object, new: object) -> bool:
    """Whether a stated value is the same statement: 6 and 6,00 are not."""
    if isinstance(old, Decimal) and isinstance(new, Decimal):
        return str(old) == str(new)
    return old == new


def _stated(row: models.Model) -> dict[str, object]:
    return {one.attname: getattr(row, one.attname) for one in row._meta.concrete_fields if not one.primary_key}

"""The names of what changes belong to: a code alone tells a reader of the history nothing."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import models

from saksama.web.fact_words import subject_words
from saksama.web.organisations.models import Unit
from saksama.web.planning.models import BudgetNode, Goal, IndicatorDefinition, Objective
from saksama.web.workflow.models import Change


@dataclass(frozen=True, slots=True)
class _Named:
    """Kinds of subjects whose key is that of a row with a name, and the columns of its agency and its key."""

    kinds: frozenset[str]
    model: type[models.Model]
    agency: str
    key: str


_UNIT = frozenset({"unit"})
_EVERY = (
    _Named(
        frozenset({"indicator", "indicatordefinition", "measurement", "narrative", "target", "benchmark"}),
        IndicatorDefinition,
        "indicator__plan__agency",
        "indicator__key",
    ),
    _Named(frozenset({"node", "budgetnode", "amount", "periodspending", "support"}), BudgetNode, "plan__agency", "key"),
    _Named(frozenset({"goal"}), Goal, "version__plan__agency", "key"),
    _Named(frozenset({"objective"}), Objective, "goal__version__plan__agency", "key"),
    _Named(_UNIT, Unit, "agency", "pk"),
)


def with_names(changes: Iterable[Change]) -> list[tuple[Change, str]]:
    """Each change with the words of its subject, and the name where the record still has it. At most 5 queries."""
    every = list(changes)
    names: dict[tuple[str, int | None, str], str] = {}
    for named in _EVERY:
        own = [one for one in every if _parts(one.subject)[0] in named.kinds]
        if own:
            found = _names(named, own)
            names |= {(kind, agency, key): name for (agency, key), name in found.items() for kind in named.kinds}
    return [(one, _words(one, names)) for one in every]


def _names(named: _Named, changes: Iterable[Change]) -> dict[tuple[int, str], str]:
    """The names of the subjects of changes; that of the last version, since an earlier one may say another."""
    keys = {_parts(one.subject)[1] for one in changes}
    if named.kinds is _UNIT:
        keys = {key for key in keys if key.isascii() and key.isdigit() and len(key) < 19}
    rows = named.model._default_manager.filter(
        **{f"{named.agency}__in": {one.agency_id for one in changes}, f"{named.key}__in": keys}
    )
    found = rows.order_by("pk").values_list(named.agency, named.key, "name")
    return {(agency, str(key)): name for agency, key, name in found}


def _words(change: Change, names: dict[tuple[str, int | None, str], str]) -> str:
    kind, key = _parts(change.subject)
    name = names.get((kind, change.agency_id, key), "")
    if kind in _UNIT:  # its key is a number of the database
        return f"{subject_words(kind)} {name}".strip()
    words = subject_words(change.subject)
    return f"{words} ({name})" if name else words


def _parts(subject: str) -> tuple[str, str]:
    """The kind of a subject and the key: that of an imported row of a figure begins with the key of its owner."""
    kind, _colon, key = subject.partition(":")
    return kind, key.partition("/")[0]

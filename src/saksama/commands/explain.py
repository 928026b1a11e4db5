"""`saksama explain`: a formula, a scale, a rule of the audit, or how a figure of a workbook came about."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from saksama.audit.catalogue import RULES, page, rule_named
from saksama.audit.rule import Rule
from saksama.commands.console import complain, say
from saksama.commands.failure import Failure
from saksama.commands.reading import load
from saksama.compose.computed_figure import written
from saksama.compose.figures import figure_named, figures, reported_period_figures, reported_years
from saksama.kernel.evaluation import ALL_FORMULAS, formula_named
from saksama.kernel.formula import Formula
from saksama.kernel.rating import ACHIEVEMENT_SCALES, VALUE_SCALES, RatingScale
from saksama.language.explanation_json import formula_json, result_json, scale_json
from saksama.language.explanations import explain as explain_result
from saksama.language.explanations import explain_formula, explain_scale
from saksama.language.messages import _

SCALES = (*ACHIEVEMENT_SCALES, *VALUE_SCALES)
Rows = Iterable[tuple[str, str]]


def explain(what: str | None, source: Path | None, *, as_json: bool) -> int:
    """Print what was asked for: as words, or as JSON."""
    if source is None and what is not None and _is_workbook(what):
        source, what = Path(what), None
    elif source is not None and what is not None and _is_workbook(what) and not _is_workbook(str(source)):
        source, what = Path(what), str(source)
    if source is not None:
        return _list_figures(source, as_json=as_json) if what is None else _figure(what, source, as_json=as_json)
    if what is None:
        return _list_names(as_json=as_json)
    formula, scale = formula_named(what), next((scale for scale in SCALES if scale.name == what), None)
    if formula:
        _show("", explain_formula(formula), formula_json(formula), as_json=as_json)
    elif scale:
        _show("", explain_scale(scale), scale_json(scale), as_json=as_json)
    elif rule := rule_named(what):
        _show_rule(rule, as_json=as_json)
    elif "/" in what:
        raise Failure(_("Sebutkan juga buku kerja yang memuat {what}.").format(what=what))
    else:
        raise Failure(_("{what} bukan rumus, skala, atau aturan audit. Daftarnya: saksama explain").format(what=what))
    return 0


def _show_rule(rule: Rule, *, as_json: bool) -> None:
    if as_json:
        _print_json(_rule_json(rule))
        return
    say(f"{rule.code} {rule.name}")
    say("")
    say(page(rule))
    say("")
    say(_("Dasar: {basis}").format(basis=rule.basis))


def _rule_json(rule: Rule) -> Mapping[str, Any]:
    return {
        "rule": rule.code,
        "name": rule.name,
        "severity": rule.severity.value,
        "basis": str(rule.basis),
        "page": page(rule),
    }


def _is_workbook(text: str) -> bool:
    return text.lower().endswith((".xlsx", ".xlsm", ".json")) or Path(text).is_file()


def _figure(identifier: str, source: Path, *, as_json: bool) -> int:
    record = load(source, tell=complain)
    found = figure_named(record, identifier)
    if found:
        rows = explain_result(found.result.explanation)
        _show(f"{found.id}: {found.subject}", rows, result_json(found.result), as_json=as_json)
        return 0
    from saksama.compose.stated_figures import stated_figure

    stated = stated_figure(record, identifier)
    if stated:
        as_data = {"id": stated.id, "title": stated.title, "stated": dict(stated.rows)}
        _show(f"{stated.id}: {stated.title}", stated.rows, as_data, as_json=as_json)
        return 0
    raise Failure(
        _("Tidak ada angka {id} dalam {path}. Daftarnya: saksama explain {path}").format(id=identifier, path=source)
    )


def _list_figures(source: Path, *, as_json: bool) -> int:
    record = load(source, tell=complain)
    years = reported_years(record)
    every = [one for year in years for one in (*figures(record, year), *reported_period_figures(record, year))]
    if as_json:
        _print_json([result_json(figure.result) for figure in every])
        return 0
    width = max((len(figure.id) for figure in every), default=0)
    for figure in every:
        say(f"{figure.id:{width}}  {written(figure)}  {figure.subject}")
    return 0


def _list_names(*, as_json: bool) -> int:
    if as_json:
        _print_json([*map(formula_json, ALL_FORMULAS), *map(scale_json, SCALES), *map(_rule_json, RULES)])
        return 0
    named: tuple[Formula | RatingScale, ...] = (*ALL_FORMULAS, *SCALES)
    width = max(len(item.name) for item in (*named, *RULES))
    for item in named:
        say(f"{item.name:{width}}  {item.title}")
    for rule in RULES:
        say(f"{rule.code:{width}}  {page(rule).splitlines()[0]}")
    return 0


def _show(title: str, rows: Rows, as_data: Mapping[str, Any], *, as_json: bool) -> None:
    if as_json:
        _print_json(as_data)
        return
    listed = tuple(rows)
    width = max(len(label) for label, _text in listed)
    if title:
        say(title)
    for label, text in listed:
        say(f"  {label:{width}}  {text}")


def _print_json(content: object) -> None:
    say(json.dumps(content, indent=2))  # in ASCII: nothing in a file steers the terminal

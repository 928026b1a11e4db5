"""Explanations as JSON and back: exact fractions as text, so that any program can compute a figure again."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from saksama.kernel.evaluation import Result
from saksama.kernel.explanation import Explanation, Input, Limits, ZeroTarget
from saksama.kernel.formula import Formula
from saksama.kernel.provenance import Certainty, Citation, Place
from saksama.kernel.quantity import Quantity, Reason, Uncomputable
from saksama.kernel.rating import Band, RatingScale

Json = Mapping[str, Any]


def result_json(result: Result) -> Json:
    """A result with its explanation. `value` is "7/2", or why there is none."""
    return {
        "id": result.explanation.id,
        "printed": result.printed(),
        "value": _quantity(result.value),
        "capped": _quantity(result.capped),
        "band": result.band.word if result.band else None,
        "explanation": explanation_json(result.explanation),
    }


def explanation_json(explanation: Explanation) -> Json:
    """All that is needed to compute the result again."""
    limits, scale = explanation.limits, explanation.scale
    return {
        "id": explanation.id,
        "formula": explanation.formula,
        "inputs": [_input(item) for item in explanation.inputs],
        "decimals": explanation.decimals,
        "limits": {
            "cap": _decimal(limits.cap),
            "floor": _decimal(limits.floor),
            "citation": citation_json(limits.citation) if limits.citation else None,
        },
        "zero_target": explanation.zero_target.value,
        "scale": scale_json(scale) if scale else None,
    }


def formula_json(formula: Formula) -> Json:
    """A formula as data, without its function."""
    return {
        "name": formula.name,
        "title": formula.title,
        "inputs": list(formula.inputs),
        "expression": formula.expression,
        "excel": formula.excel,
        "polarity": formula.polarity.value,
        "unit": formula.unit,
        "citation": citation_json(formula.citation),
    }


def scale_json(scale: RatingScale) -> Json:
    """A rating scale, best band first."""
    return {
        "name": scale.name,
        "title": scale.title,
        "bands": [{"word": band.word, "bound": _decimal(band.bound)} for band in scale.bands],
        "bound_opens_band": scale.bound_opens_band,
        "decimals": scale.decimals,
        "citation": citation_json(scale.citation),
    }


def citation_json(citation: Citation) -> Json:
    """A citation with its certainty."""
    return {
        "regulation": citation.regulation,
        "clause": citation.clause,
        "certainty": citation.certainty.value,
        "note": citation.note,
    }


def place_json(place: Place) -> Json:
    """A place: file, sheet and cell always, the rest where its format has it."""
    found: dict[str, Any] = {"file": place.file, "sheet": place.sheet, "cell": place.cell}
    if place.box is not None:
        found["box"] = [str(edge) for edge in place.box]
    for name in ("page", "table", "row", "column", "line", "path", "start"):
        value = getattr(place, name)
        if value not in (None, ""):
            found[name] = value
    return found


def read_explanation(source: Json) -> Explanation:
    """The explanation that `explanation_json` wrote. Raises `KeyError` or `ValueError` for anything else."""
    limits, scale = source["limits"], source["scale"]
    return Explanation(
        id=source["id"],
        formula=source["formula"],
        inputs=tuple(_read_input(item) for item in source["inputs"]),
        decimals=source["decimals"],
        limits=Limits(
            cap=_read_decimal(limits["cap"]),
            floor=_read_decimal(limits["floor"]),
            citation=_read_citation(limits["citation"]) if limits["citation"] else None,
        ),
        zero_target=ZeroTarget(source["zero_target"]),
        scale=_read_scale(scale) if scale else None,
    )


def _quantity(value: Quantity) -> Any:
    if isinstance(value, Uncomputable):
        return {"uncomputable": value.reason.value, "subject": value.subject}
    return str(value)


def _read_quantity(source: Any) -> Quantity:
    if isinstance(source, str):
        return Fraction(source)
    return Uncomputable(Reason(source["uncomputable"]), source["subject"])


def _decimal(value: Decimal | None) -> str | None:
    return None if value is None else str(value)


def _read_decimal(source: str | None) -> Decimal | None:
    return None if source is None else Decimal(source)


def _input(item: Input) -> Json:
    return {
        "name": item.name,
        "value": _quantity(item.value),
        "origin": item.origin,
        "printed": item.printed,
        "place": place_json(item.place) if item.place else None,
        "explanation": item.explanation,
    }


def _read_input(source: Json) -> Input:
    place = source["place"]
    return Input(
        source["name"],
        _read_quantity(source["value"]),
        source["origin"],
        source["printed"],
        _read_place(place) if place else None,
        source["explanation"],
    )


def _read_place(source: Json) -> Place:
    left, bottom, right, top = map(float, source.get("box", "0000"))
    box = (left, bottom, right, top) if "box" in source else None
    return Place(**{**source, "box": box})


def _read_citation(source: Json) -> Citation:
    return Citation(source["regulation"], source["clause"], Certainty(source["certainty"]), source["note"])


def _read_scale(source: Json) -> RatingScale:
    return RatingScale(
        name=source["name"],
        title=source["title"],
        bands=tuple(Band(band["word"], _read_decimal(band["bound"])) for band in source["bands"]),
        citation=_read_citation(source["citation"]),
        bound_opens_band=source["bound_opens_band"],
        decimals=source["decimals"],
    )

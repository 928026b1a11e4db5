"""Rows that grounds draw where rules are missing: fields in a row, painted from one height to another."""

from saksama.documents.readers.pdf.drawings import Fill
from saksama.documents.readers.pdf.frame import Box
from saksama.documents.readers.pdf.lattice import Grid
from saksama.documents.readers.pdf.rulings import Ruling

_SHORTEST = 100.0  # points
_FEWEST_PIECES = 3  # side by side, and each field is painted in several
_GAP = 2.0  # points between neighbours
_SAME_HEIGHT = 1.0  # points
_SAME_END = 4.0  # points
_NEAR = 4.0  # points: the rule that a row of grounds stands at
_FEWEST_HEIGHTS = 3
_OUTSIDE = 2.5  # points


def ground_rules(fills: list[Fill], across: list[Ruling]) -> list[Ruling]:
    """Where rows of grounds begin and end without a rule, as rules of one length: as long as a rule at one of them."""
    boxes = [fill.box for fill in fills if fill.shows]
    runs: list[Ruling] = []
    for side, outwards in ((1, -_OUTSIDE), (3, _OUTSIDE)):
        edges = sorted((box[side], box[0], box[2]) for box in boxes)
        runs += [run for run in _runs(edges) if not _is_painted(run, run.at + outwards, boxes)]
    groups: list[list[Ruling]] = []
    for run in sorted(runs, key=lambda run: run.at):
        same = (group for group in groups if _apart(group[0], run) <= _SAME_END)
        group = next(same, None)
        if group is None:
            groups.append([run])
        elif run.at - group[-1].at > _NEAR:
            group.append(run)
    return [rule for group in groups for rule in _undrawn(group, across)]


def rows_of_grounds(grid: Grid, rules: list[Ruling]) -> bool:
    """Whether a grid of one row is no more than lines at a table whose rows are grounds."""
    left, top, right, bottom = grid.box
    if len(grid.ys) > 2:
        return False
    inside = [rule for rule in rules if top + _NEAR < rule.at < bottom - _NEAR]
    return sum(1 for rule in inside if rule.start < right and left < rule.end) >= _FEWEST_HEIGHTS - 1


def _runs(edges: list[tuple[float, float, float]]) -> list[Ruling]:
    """Pieces with an edge on one height that touch each other, from the first to the last."""
    heights: list[list[tuple[float, float, float]]] = []
    for edge in edges:
        if heights and edge[0] - heights[-1][0][0] <= _SAME_HEIGHT:
            heights[-1].append(edge)
        else:
            heights.append([edge])
    runs: list[Ruling] = []
    for pieces in heights:
        run: list[tuple[float, float, float]] = []
        for piece in [*sorted(pieces, key=lambda piece: piece[1]), (0.0, float("inf"), float("inf"))]:
            if run and piece[1] - max(other[2] for other in run) > _GAP:
                end = max(other[2] for other in run)
                if len(run) >= _FEWEST_PIECES and end - run[0][1] >= _SHORTEST:
                    runs.append(Ruling(run[0][0], run[0][1], end))
                run = []
            run.append(piece)
    return runs


def _is_painted(run: Ruling, height: float, boxes: list[Box]) -> bool:
    """Whether a ground lies along a run at another height: the run is inside its row, where one line of it ends."""
    return any(box[1] < height < box[3] and box[0] < run.end - 1 and run.start + 1 < box[2] for box in boxes)


def _apart(run: Ruling, other: Ruling) -> float:
    return max(abs(run.start - other.start), abs(run.end - other.end))


def _undrawn(group: list[Ruling], across: list[Ruling]) -> list[Ruling]:
    start, end = group[0].start, group[0].end
    undrawn: list[Ruling] = []
    for run in group:
        rules = [rule for rule in across if abs(rule.at - run.at) <= _NEAR]
        rules = [rule for rule in rules if rule.start <= run.start + _SAME_END and run.end - _SAME_END <= rule.end]
        start, end = min([start, *(rule.start for rule in rules)]), max([end, *(rule.end for rule in rules)])
        undrawn += [] if rules else [run]
    return [Ruling(run.at, start, end) for run in undrawn] if len(undrawn) >= _FEWEST_HEIGHTS else []

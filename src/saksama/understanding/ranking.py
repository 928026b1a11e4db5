"""Levels and parents of rows, and which parents claim to have all their parts below them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from saksama.understanding.numberings import Ordinal
from saksama.understanding.reading import RowRole, SubjectKind
from saksama.understanding.totals import is_whole_total


@dataclass(slots=True)
class RowDraft:
    """A row while its place in the hierarchy is worked out."""

    role: RowRole
    label: str
    number: str
    kind: SubjectKind
    style: str
    counted: Ordinal | None
    is_repeat: bool
    level: int = 0
    parent: int | None = None
    is_closed: bool = False
    code_column: int = 0  # among the columns of codes: an account's code ranks below that of its activity

    @property
    def rank(self) -> tuple[int, int]:
        """What ranks a code: its column, and the number of its segments."""
        return self.code_column, len(self.counted.segments) if self.counted else 0


def rank(drafts: list[RowDraft], *, is_ranked: bool) -> None:
    """Levels and parents: a style that was met before returns to its level, a new one goes one deeper."""
    stack: list[tuple[str, int]] = []  # style, row
    depths = _code_depths(drafts)
    ends: dict[RowRole, int] = {
        RowRole.DATA if draft.role is RowRole.GROUP else draft.role: row for row, draft in enumerate(drafts)
    }
    for row, draft in enumerate(drafts):
        if draft.role in {RowRole.TOTAL, RowRole.AVERAGE}:
            _place_total(drafts, row, stack, ends)
            continue
        if draft.role is RowRole.NOTE:
            continue
        if draft.is_repeat and row and drafts[row - 1].label == draft.label:
            draft.level, draft.parent = drafts[row - 1].level, drafts[row - 1].parent
            continue
        if not is_ranked and draft.style != "spanning":
            draft.style = ""
        if depths and draft.counted is not None:
            depth = depths.get(draft.rank)
            if depth is not None:
                stack = [item for item in stack if _depth(drafts[item[1]], depths) < depth]
                _push(draft, row, stack)
                continue
        at = _met(draft.style, [style for style, _ in stack])
        if at is not None:
            del stack[at:]
        elif draft.style == "spanning":
            stack.clear()
        _push(draft, row, stack)


def _met(style: str, stack: Sequence[str]) -> int | None:
    """Where a style was met before. Rows without number or kind below a programme are its parts, even where such rows
    stand above it as well ("BELANJA DAERAH").
    """
    first = next((place for place, found in enumerate(stack) if found), None)
    start = first if not style and first is not None else 0
    return next((place for place in range(start, len(stack)) if stack[place] == style), None)


def _push(draft: RowDraft, row: int, stack: list[tuple[str, int]]) -> None:
    draft.level = len(stack)
    draft.parent = stack[-1][1] if stack else None
    stack.append((draft.style, row))


def _code_depths(drafts: Sequence[RowDraft]) -> dict[tuple[int, int], int]:
    """The ranks of codes by column and number of segments, where the table has codes ("8.01", "8.01.06.2.01")."""
    coded = [draft for draft in drafts if draft.counted and draft.counted.segments]
    ranks = {draft.rank for draft in coded}
    is_mixed = any(draft.counted and draft.counted.style.startswith("mixed") for draft in coded)
    if len(ranks) < 2 or max(count for _, count in ranks) < 2 or is_mixed:
        return {}
    return {rank: depth for depth, rank in enumerate(sorted(ranks))}


def _depth(draft: RowDraft, depths: dict[tuple[int, int], int]) -> int:
    return depths.get(draft.rank, -1) if draft.counted else -1


def _place_total(drafts: list[RowDraft], row: int, stack: list[tuple[str, int]], ends: dict[RowRole, int]) -> None:
    """A total of everything stands at the top; one in the middle, or one that names a part, belongs to its group.

    `ends` holds the last row of each role.
    """
    draft = drafts[row]
    draft.is_closed = draft.role is RowRole.TOTAL
    if len(stack) < 2:
        return
    is_last = ends.get(RowRole.DATA, -1) < row
    has_more_totals = ends.get(RowRole.TOTAL, -1) > row
    names_part = draft.role is RowRole.TOTAL and not is_whole_total(draft.label) and has_more_totals
    if not is_last or names_part:
        draft.parent, draft.level = stack[-2][1], drafts[stack[-2][1]].level


def close(drafts: list[RowDraft]) -> None:
    """Say of each parent whether its parts run without a gap and something closes the run."""
    children: dict[int, list[int]] = {}
    for row, draft in enumerate(drafts):
        if draft.parent is not None and draft.role in {RowRole.DATA, RowRole.GROUP} and not draft.is_repeat:
            children.setdefault(draft.parent, []).append(row)
    has_total = any(draft.role is RowRole.TOTAL for draft in drafts)
    for parent, parts in children.items():
        last = max(_descendants(parts, children))
        is_ended = last + 1 < len(drafts) or has_total
        # A row that is printed twice leaves no gap: that its parent no longer is the sum must be seen.
        once = [part for place, part in enumerate(parts) if not place or not _is_same(drafts, parts[place - 1], part)]
        drafts[parent].is_closed = is_ended and _runs([drafts[part].counted for part in once], has_total=has_total)


def _is_same(drafts: list[RowDraft], row: int, other: int) -> bool:
    return bool(drafts[row].number) and (drafts[row].number, drafts[row].label) == (
        drafts[other].number,
        drafts[other].label,
    )


def _descendants(parts: list[int], children: dict[int, list[int]]) -> list[int]:
    found = list(parts)
    for part in parts:
        if part in children:
            found += _descendants(children[part], children)
    return found


def _runs(parts: Sequence[Ordinal | None], *, has_total: bool) -> bool:
    counted = [part for part in parts if part is not None]
    if not counted:
        return has_total and len(parts) > 1
    if len(counted) != len(parts) or len({part.style for part in counted}) > 1:
        return False
    values = [part.value for part in counted]
    # Codes skip what the agency does not have: "19.018", "19.020".
    last = counted[0].segments[-1] if len(counted[0].segments) > 1 else ""
    is_code = len(counted[0].segments) > 2 or (len(last) > 1 and any(part.segments[-1][0] == "0" for part in counted))
    steps = [later - sooner for sooner, later in pairwise(values)]
    return all(step > 0 if is_code else step == 1 for step in steps)

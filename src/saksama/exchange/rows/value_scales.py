"""Rows of the scales of values that are words: the agency's own, and those that ship."""

from collections.abc import Iterator, Sequence

from saksama.exchange.rows.row import Row, Value, row
from saksama.kernel.value_scale import SHIPPED_VALUE_SCALES, ValueScale


def value_scale_rows(own: Sequence[ValueScale]) -> Iterator[Row]:
    """One row for each level. What is said of the whole scale stands on its first row."""
    names = {scale.name for scale in own}
    for scale in (*own, *(shipped for shipped in SHIPPED_VALUE_SCALES if shipped.name not in names)):
        for rank, level in enumerate(scale.levels, 1):
            yield row(
                [
                    ("scale", scale.name),
                    ("word", level.word),
                    ("value", level.value),
                    ("lookup", f"{scale.name}|{level.word}"),
                    ("rank", rank),
                    ("scored", int(scale.has_scores)),
                    *(_of_the_scale(scale) if rank == 1 else ()),
                ]
            )


def _of_the_scale(scale: ValueScale) -> Iterator[tuple[str, Value | None]]:
    yield ("title", scale.title)
    yield ("has_scores", "yes" if scale.has_scores else None)
    citation = scale.citation
    if citation != ValueScale(scale.name, "", scale.levels).citation:
        yield ("regulation", citation.regulation)
        yield ("clause", citation.clause)
        yield ("certainty", citation.certainty.value)
        yield ("citation_note", citation.note)

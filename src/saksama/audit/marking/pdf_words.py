"""Where the words of a finding stand on a page of a PDF, to the letter."""

import re

import pypdfium2

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in points of the file's page."""
_MOST_FOUND = 500
_NUMBER = re.compile(r"[0-9](?:[0-9.,]*[0-9])?")


class PageWords:
    """The text of a page."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self._text = page.get_textpage()

    def close(self) -> None:
        """Let go of the page."""
        self._text.close()

    def box_of(self, target: str, around: Box) -> Box:
        """The box of the words inside a cell or line; of a number alone where they are written otherwise; or all."""
        numbers = sorted(_NUMBER.findall(target), key=len, reverse=True)
        for words in dict.fromkeys((target.strip(), *numbers[:1])):
            found = self._inside(words, around) if words else None
            if found is not None:
                return found
        return around

    def _inside(self, words: str, around: Box) -> Box | None:
        searcher = self._text.search(words, match_case=True)
        try:
            for _attempt in range(_MOST_FOUND):
                found = searcher.get_next()
                if found is None:
                    return None
                box = self._letters(*found)
                if box is not None and _is_inside(box, around):
                    return box
        finally:
            searcher.close()
        return None

    def _letters(self, start: int, count: int) -> Box | None:
        boxes = [self._text.get_charbox(index) for index in range(start, start + count)]
        drawn = [box for box in boxes if box[2] > box[0]]
        if not drawn:
            return None
        return (
            min(box[0] for box in drawn),
            min(box[1] for box in drawn),
            max(box[2] for box in drawn),
            max(box[3] for box in drawn),
        )


def _is_inside(box: Box, around: Box) -> bool:
    across, along = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return around[0] <= across <= around[2] and around[1] <= along <= around[3]

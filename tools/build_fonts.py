"""Build the fonts that ship with the package: `python tools/build_fonts.py SOURCE_SANS NOTO`.

SOURCE_SANS is the unpacked npm package `source-sans` 3.52.0, which is Adobe's own release; NOTO is a folder with the
Noto Sans TTF files. The TTF files of Source Sans 3 are copied unchanged, because "Source" is a name that the Open
Font Licence reserves: a changed file may not carry it. Web pages and Word files carry subsets, which are therefore
called Saksama Sans. Noto reserves no name; its subsets hold what Source Sans 3 lacks. `characters.txt` says what the
TTF files can show: a line of ranges for Source Sans 3 and one for the others. Same input, same bytes.
"""

import shutil
import sys
import unicodedata
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parents[1] / "src" / "saksama" / "documents" / "fonts"
STYLES = {"Regular": "Regular", "Bold": "Bold", "It": "Italic", "BoldIt": "BoldItalic"}
SUBSET_FAMILY = "Saksama Sans"
SUBSET_CHARACTERS = [
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    *range(0x2010, 0x2016),
    *range(0x2018, 0x2023),
    *map(ord, "…‰′″‹›⁄€™←↑→↓−≈≠≤≥∞√∑◊■□▪▫▲△►▼▽◆●○✓✔✗✘☐☑ﬁﬂ\u2009\u200a\u202f\u2007"),
]
# In the order in which a writer should ask them; each subset holds only what the faces before it lack.
FALLBACKS = ("NotoSans-Regular.ttf", "NotoSansMath-Regular.ttf", "NotoSansSymbols2-Regular.ttf")
FALLBACK_CHARACTERS = [
    *range(0xA0, 0x600),  # the Latin, Greek, Cyrillic and Armenian blocks
    *range(0x1E00, 0x2000),
    *range(0x2000, 0x2800),  # punctuation, currency, letterlike, arrows, operators, technical, shapes, dingbats
    *range(0x2900, 0x2C00),
    *range(0x2C60, 0x2C80),
    *range(0xA720, 0xA800),
    *range(0xFB00, 0xFB07),
    0xFFFD,
    *range(0x1F000, 0x1FB00),  # pictographs
]
SUBSET_NOTICE = """SourceSans3-*.ttf are unchanged. SaksamaSans-* are subsets of them, modified and renamed.

"""
NOTO_NOTICE = """NotoSans-Regular.ttf, NotoSansMath-Regular.ttf and NotoSansSymbols2-Regular.ttf are subsets of
Noto Sans, Copyright 2015 Google LLC. All Rights Reserved.
Noto Sans Math, Copyright 2018 Google LLC. All Rights Reserved.
Noto Sans Symbols2, Copyright 2017 Google Inc. All Rights Reserved.
"""


def main(source_sans: Path, noto: Path) -> None:
    """Write all font files and their licence texts into the package."""
    FONTS.mkdir(parents=True, exist_ok=True)
    for style, name in STYLES.items():
        original = source_sans / "TTF" / f"SourceSans3-{style}.ttf"
        shutil.copyfile(original, FONTS / f"SourceSans3-{name}.ttf")
        _write_subset(original, name)
    first = set.intersection(*(_characters(TTFont(FONTS / f"SourceSans3-{name}.ttf")) for name in STYLES.values()))
    others: set[int] = set()
    for name in FALLBACKS:
        others |= _write_fallback(noto / name, first | others, FONTS / name)
    (FONTS / "characters.txt").write_text(f"{_ranges(first)}\n{_ranges(others)}\n", encoding="ascii")
    licence = (source_sans / "LICENSE.md").read_text(encoding="utf-8").rstrip() + "\n"
    (FONTS / "LICENSE-SourceSans3.txt").write_text(SUBSET_NOTICE + licence, encoding="utf-8")
    adobe, rest = licence.split("\n", maxsplit=1)
    assert adobe.startswith("Copyright")
    (FONTS / "LICENSE-Noto.txt").write_text(NOTO_NOTICE + rest, encoding="utf-8")


def _write_subset(original: Path, style: str) -> None:
    font = _subset(original, set(SUBSET_CHARACTERS), features=["kern", "mark", "mkmk", "ccmp", "locl", "tnum"])
    human = style.replace("BoldItalic", "Bold Italic")
    for record in font["name"].names:
        match record.nameID:
            case 1:
                record.string = SUBSET_FAMILY
            case 3:
                record.string = f"3.052;{SUBSET_FAMILY} {human}"
            case 4:
                record.string = f"{SUBSET_FAMILY} {human}"
            case 6:
                record.string = f"{SUBSET_FAMILY.replace(' ', '')}-{style}"
    font.save(FONTS / f"SaksamaSans-{style}.ttf")
    font.flavor = "woff2"
    font.save(FONTS / f"SaksamaSans-{style}.woff2")


def _write_fallback(original: Path, covered: set[int], target: Path) -> set[int]:
    # A combining mark needs the face of its letter, so that only the first face may have marks.
    present = set(FALLBACK_CHARACTERS) & _characters(TTFont(original))
    wanted = {character for character in present - covered if not unicodedata.category(chr(character)).startswith("M")}
    font = _subset(original, wanted, features=["ccmp", "mark", "mkmk"])
    font.save(target)
    return wanted


def _ranges(characters: set[int]) -> str:
    """One line of ranges "first-last" in hexadecimal."""
    starts = sorted(character for character in characters if character - 1 not in characters)
    ends = sorted(character for character in characters if character + 1 not in characters)
    return " ".join(f"{start:X}-{end:X}" for start, end in zip(starts, ends, strict=True))


def _subset(original: Path, characters: set[int], *, features: list[str]) -> TTFont:
    options = subset.Options()
    options.layout_features = features
    options.hinting = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    font = subset.load_font(original, options)
    # The time of the original's making stays, so that the bytes do not depend on the clock.
    font.recalcTimestamp = False
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    return font


def _characters(font: TTFont) -> set[int]:
    return set(font.getBestCmap())


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

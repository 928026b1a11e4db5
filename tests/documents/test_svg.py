import os
import subprocess
import sys
from dataclasses import dataclass
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from saksama.documents.pictures import Box, Chart, ChartKind, ReferenceLine, Series, SeriesRole, Tree
from saksama.documents.writers.svg import chart_svg, tree_svg
from saksama.documents.writers.svg_text import ASCENT, DESCENT, measure, wrap
from tests.documents.demonstration import CHART_BARS, CHART_LINES, TREE

SVG = "{http://www.w3.org/2000/svg}"
WIDTH = 640
HOSTILE = '<script>alert(1)</script> ]]> & "kutip" \x00\x1b\ud800 \ufffe'


@dataclass(frozen=True)
class Label:
    text: str
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Label") -> bool:
        return (
            self.left < other.right - 0.2
            and other.left < self.right - 0.2
            and self.top < other.bottom - 0.2
            and other.top < self.bottom - 0.2
        )


def parsed(svg: str) -> etree._Element:
    return etree.fromstring(svg.encode("utf-8"))


def labels(root: etree._Element) -> list[Label]:
    found = []
    for element in root.iter(f"{SVG}text"):
        text, size = element.text or "", float(element.get("font-size"))
        width = measure(text, size, bold=element.get("font-weight") == "700")
        shift = {"start": 0.0, "middle": width / 2, "end": width}[element.get("text-anchor", "start")]
        x, y = float(element.get("x")) - shift, float(element.get("y"))
        found.append(Label(text, x, y - ASCENT * size, x + width, y + DESCENT * size))
    return found


def texts(svg: str) -> list[str]:
    return [label.text for label in labels(parsed(svg))]


def series(name: str, role: SeriesRole, *values: str | None) -> Series:
    return Series(
        name,
        role,
        tuple(None if value is None else Decimal(value) for value in values),
        tuple("" if value is None else value.replace(".", ",") for value in values),
    )


def bars(*found: Series, categories: tuple[str, ...] = ("A", "B", "C"), unit: str = "%") -> Chart:
    return Chart(ChartKind.BARS, categories, found, unit, "uraian")


def lengths(svg: str) -> list[float]:
    return [float(element.get("width")) for element in parsed(svg).iter(f"{SVG}rect")]


numbers = st.one_of(
    st.none(),
    st.decimals(min_value=-1000, max_value=3000, places=2),
    st.decimals(min_value=0, max_value=10**13, places=0),
    st.sampled_from([Decimal(0), Decimal(100), Decimal("0.01")]),
)
words = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Z", "S")), max_size=60) | st.sampled_from(
    ["Persentase penurunan angka kejahatan dan gangguan ketertiban", "2020", "x" * 90, ""]
)


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    count = draw(st.integers(1, 8) | st.just(60))
    found = []
    for _ in range(draw(st.integers(1, 4))):
        values = tuple(draw(st.lists(numbers, min_size=count, max_size=count)))
        printed = tuple("" if value is None else f"{value} (Baik)".replace(".", ",") for value in values)
        found.append(Series(draw(words), draw(st.sampled_from(SeriesRole)), values, printed))
    reference = draw(st.none() | st.builds(ReferenceLine, st.decimals(-10, 500, places=1), words))
    categories = tuple(draw(st.lists(words, min_size=count, max_size=count)))
    return Chart(draw(st.sampled_from(ChartKind)), categories, tuple(found), draw(words), "uraian", reference)


@settings(max_examples=150, deadline=None)
@given(charts())
def test_no_label_of_a_chart_lies_on_another_or_outside_the_drawing(chart: Chart) -> None:
    root = parsed(chart_svg(chart))

    found = [label for label in labels(root) if label.text.strip()]

    height = float(root.get("height"))
    for index, one in enumerate(found):
        assert one.left >= 0, one
        assert one.right <= WIDTH, one
        assert one.top >= 0, one
        assert one.bottom <= height, one
        for other in found[index + 1 :]:
            assert not one.overlaps(other), (one, other)


@settings(max_examples=60, deadline=None)
@given(charts())
def test_every_value_of_a_chart_of_bars_is_printed_as_it_stands(chart: Chart) -> None:
    chart = Chart(ChartKind.BARS, chart.categories, chart.series, "%", "")

    printed = texts(chart_svg(chart))

    wanted = [
        text for one in chart.series for value, text in zip(one.values, one.labels, strict=True) if value is not None
    ]
    assert all(text in printed for text in wanted)


@settings(max_examples=60, deadline=None)
@given(st.recursive(st.builds(Box, words), lambda inner: st.builds(Box, words, st.lists(inner, max_size=5).map(tuple))))
def test_no_text_of_a_tree_lies_on_another_or_outside_the_drawing(root: Box) -> None:
    drawing = parsed(tree_svg(Tree(root, "uraian")))

    group = drawing.find(f"{SVG}g")
    shift = float(group.get("transform")[len("translate(") :].split()[0]) if group is not None else 0
    found = [label for label in labels(drawing) if label.text.strip()]

    for index, one in enumerate(found):
        assert one.left + shift >= 0
        assert one.right + shift <= WIDTH
        assert not any(one.overlaps(other) for other in found[index + 1 :])


def test_a_gap_breaks_a_line_and_is_not_drawn_as_zero() -> None:
    chart = Chart(
        ChartKind.LINES,
        ("2018", "2019", "2020", "2021"),
        (series("Realisasi", SeriesRole.ACTUAL, "50", "60", None, "70"),),
        "%",
        "",
    )

    root = parsed(chart_svg(chart))

    strokes = [element for element in root.iter(f"{SVG}path") if element.get("stroke-width") == "2"]
    marks = list(root.iter(f"{SVG}circle"))
    assert [stroke.get("d").count("L") for stroke in strokes] == [1, 1]  # 2018-2019, and the sample beside the name
    assert len(marks) == 3 + 1


def test_a_value_of_zero_has_a_label_but_no_bar() -> None:
    svg = chart_svg(bars(series("Realisasi", SeriesRole.ACTUAL, "0", "10", "20")))

    assert len(lengths(svg)) == 2
    assert "0" in texts(svg)


def test_a_negative_value_points_to_the_left_of_zero() -> None:
    root = parsed(chart_svg(bars(series("Realisasi", SeriesRole.ACTUAL, "-20", "40", "20"))))

    left, right = [float(element.get("x")) for element in root.iter(f"{SVG}rect")][:2]
    assert left < right


def test_bars_are_as_long_as_their_values() -> None:
    svg = chart_svg(bars(series("Realisasi", SeriesRole.ACTUAL, "25", "50", "100")))

    quarter, half, whole = (length + 1 for length in lengths(svg))
    assert half == pytest.approx(2 * quarter, abs=0.5)
    assert whole == pytest.approx(4 * quarter, abs=0.5)


def test_an_outlier_is_cut_with_a_note_so_that_the_others_stay_readable() -> None:
    svg = chart_svg(bars(series("Capaian", SeriesRole.ACTUAL, "2500", "60", "55")))

    assert min(lengths(svg)) > 100
    assert any("dipotong" in text for text in texts(svg))
    assert "2500" in texts(svg)


def test_amounts_of_money_are_never_cut() -> None:
    svg = chart_svg(bars(series("Anggaran", SeriesRole.BUDGET, "2500", "60", "55"), unit="juta rupiah"))

    assert not any("dipotong" in text for text in texts(svg))


def test_a_series_without_any_value_is_named_below_the_chart() -> None:
    empty = series("Realisasi 2020", SeriesRole.ACTUAL, None, None, None)

    svg = chart_svg(bars(series("Target 2020", SeriesRole.TARGET, "1", "2", "3"), empty))

    assert "Belum ada nilai: Realisasi 2020." in texts(svg)


def test_a_chart_without_any_value_says_so() -> None:
    svg = chart_svg(bars(series("Realisasi", SeriesRole.ACTUAL, None, None, None)))

    assert texts(svg) == ["Belum ada nilai untuk digambar"]


def test_the_series_are_named_at_the_bars_of_the_first_category() -> None:
    found = texts(chart_svg(CHART_BARS))

    assert found.index("67,5") + 1 == found.index("Target")
    assert found.index("93,28") + 1 == found.index("Realisasi")


def test_the_unit_and_the_reference_line_are_named() -> None:
    found = texts(chart_svg(CHART_LINES))

    assert "Satuan: %" in found
    assert "Target akhir 75" in found


@pytest.mark.parametrize("value", ["NaN", "Infinity", "1E+400", "1E-400", "-1E+30"])
def test_an_absurd_number_does_not_stop_the_drawing(value: str) -> None:
    for kind in ChartKind:
        chart = Chart(kind, ("A", "B"), (series("X", SeriesRole.ACTUAL, value, "5"),), "%", "")
        parsed(chart_svg(chart))


def test_hostile_text_is_printed_and_never_markup() -> None:
    hostile = Series(HOSTILE, SeriesRole.ACTUAL, (Decimal(1),), (HOSTILE,))
    chart = Chart(ChartKind.BARS, (HOSTILE,), (hostile,), HOSTILE, HOSTILE, ReferenceLine(Decimal(1), HOSTILE))

    for svg in (chart_svg(chart, HOSTILE), tree_svg(Tree(Box(HOSTILE), HOSTILE), HOSTILE)):
        root = parsed(svg)

        assert root.find(f".//{SVG}script") is None
        assert "<script>alert(1)</script> ]]> &" in (root.findtext(f"{SVG}desc") or "")


def test_a_drawing_needs_nothing_from_outside_and_no_style_sheet() -> None:
    for svg in (chart_svg(CHART_BARS), chart_svg(CHART_LINES), tree_svg(TREE)):
        root = parsed(svg)

        assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
            "svg", "title", "desc", "text", "rect", "line", "path", "circle", "g",
        }  # fmt: skip
        assert "http" not in svg.replace("http://www.w3.org/2000/svg", "")
        assert root.get("font-family") == "'Source Sans 3', 'Saksama Sans'"


def test_two_drawings_with_their_own_identifiers_share_no_id() -> None:
    ids = [
        element.get("id")
        for identifier in ("satu", "dua")
        for element in parsed(chart_svg(CHART_BARS, identifier)).iter()
        if element.get("id")
    ]

    assert len(ids) == len(set(ids)) == 4


def test_a_tree_too_wide_for_a_page_becomes_an_outline_with_every_box() -> None:
    wide = Box("Akar", tuple(Box(f"S{i}", tuple(Box(f"I{i}.{j}", (Box("P"),)) for j in range(4))) for i in range(5)))

    found = texts(tree_svg(Tree(wide, "")))

    assert found.count("P") == 20
    assert {f"I{i}.{j}" for i in range(5) for j in range(4)} <= set(found)


def test_text_breaks_at_spaces_and_is_cut_with_an_ellipsis() -> None:
    assert wrap("satu dua tiga", 60, 13) == ("satu dua", "tiga")
    assert wrap("satu dua tiga empat lima", 40, 13, lines=2)[-1].endswith("…")
    assert all(measure(line, 13) <= 50 for line in wrap("mempertanggungjawabkannya" * 3, 50, 13))


def test_the_same_chart_gives_the_same_bytes_in_every_process() -> None:
    code = (
        "from tests.documents.demonstration import *; from saksama.documents.writers.svg import *;"
        "print(chart_svg(CHART_BARS) + chart_svg(CHART_LINES) + tree_svg(TREE))"
    )

    found = {
        subprocess.run(
            [sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }

    assert len(found) == 1

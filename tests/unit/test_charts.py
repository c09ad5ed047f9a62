"""Does a chart say the same to eye, ear and table, and never more than it may?"""

import doctest
import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree

import pytest

from pejl import charts
from pejl.charts import (
    BarChart,
    Chart,
    Line,
    LineChart,
    Mark,
    Ring,
    RingChart,
    StackedChart,
    Unit,
    grid_of,
    line_of,
    lines,
    sheet,
    svg,
    table,
    telling,
)
from pejl.small_numbers import protected
from pejl.tables import Point

PERIODS = ("1. kvt. 2024", "2. kvt. 2024", "3. kvt. 2024", "4. kvt. 2024")
KINDS = (LineChart, BarChart, StackedChart)
TAG = "{http://www.w3.org/2000/svg}"


def chart(kind: type[Chart] = LineChart, *values: float | None, unit: Unit = Unit.COUNT) -> Chart:
    shown = values or (10, None, 30, 1200)
    told = tuple("færre end 5" if value is None else f"{value:g}" for value in shown)
    row = Line(name="Nye", values=shown, told=told)
    return kind(
        title="Underretninger",
        says="Tallet stiger.",
        unit=unit,
        periods=PERIODS[: len(shown)],
        lines=(row, replace(row, name="Lukkede")),
    )


def parsed(drawn: str) -> ElementTree.Element:
    return ElementTree.fromstring(drawn)  # noqa: S314 -- we drew it ourselves, just before


def marked(*marks: Mark) -> LineChart:
    row = Line(name="Nye", values=(10, None, 30, 40), told=("10", "færre end 5", "30", "40"))
    return LineChart(title="Nye", says="Ens.", unit=Unit.COUNT, periods=PERIODS, lines=(row,), marks=marks)


def texts(drawn: str) -> list[str]:
    return [each.text or "" for each in parsed(drawn).iter(f"{TAG}text")]


def moves(drawn: str) -> list[str]:
    """The lines of values: they are the thick ones without a fill, but for the samples in the legend."""
    paths = parsed(drawn).iter(f"{TAG}path")
    return [each.attrib["d"] for each in paths if each.get("stroke-width") == "2.5" and "h36" not in each.attrib["d"]]


@pytest.mark.parametrize("module", [charts, sheet, lines, telling])
def test_the_examples_in_the_code_hold(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]  # each of them is a module


@pytest.mark.parametrize("kind", KINDS)
def test_a_chart_is_a_picture_with_a_title_and_a_description_of_its_own(kind: type[Chart]) -> None:
    root = parsed(svg(chart(kind), name="nye"))
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "nye-t nye-d"
    assert [(each.get("id"), each.text) for each in root[:2]] == [
        ("nye-t", "Underretninger"),
        ("nye-d", "Tallet stiger."),
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_two_charts_on_a_page_share_no_id(kind: type[Chart]) -> None:
    first, second = svg(chart(kind)), svg(chart(kind, 1, 2, 3, 4))
    ids = [set(re.findall(r' id="([^"]+)"', each)) for each in (first, second)]
    assert ids[0]
    assert ids[0].isdisjoint(ids[1])
    assert svg(chart(kind)) == first


@pytest.mark.parametrize("kind", KINDS)
def test_a_strict_content_policy_shows_all_of_it(kind: type[Chart]) -> None:
    drawn = svg(chart(kind))
    assert not re.search(r"style|script|\son\w+=|href", drawn)


@pytest.mark.parametrize("kind", KINDS)
def test_hostile_words_stay_words(kind: type[Chart]) -> None:
    hostile = '</title><script>alert("1")</script>\x00&\ud800'
    row = Line(name=hostile, values=(None, 1), told=(hostile, hostile))
    drawn = svg(
        kind(title=hostile, says=hostile, unit=Unit.COUNT, periods=(hostile, hostile), lines=(row,)), name=hostile
    )
    parsed(drawn)
    assert "<script" not in drawn
    assert "\x00" not in drawn


@pytest.mark.parametrize("width", [360, 640])
@pytest.mark.parametrize("kind", KINDS)
def test_it_is_drawn_at_its_own_width_in_words_large_enough(kind: type[Chart], width: int) -> None:
    root = parsed(svg(chart(kind), width=width))
    assert root.get("width") == str(width)
    assert (root.get("viewBox") or "").split()[2] == str(width)
    assert int(root.get("font-size") or 0) >= 12
    assert not [each for each in root.iter() if each is not root and each.get("font-size")]


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_hidden_is_nowhere_in_the_file(kind: type[Chart]) -> None:
    shown, hidden = svg(chart(kind, 10, 3, 30)), svg(chart(kind, 10, None, 30))
    assert shown != hidden
    assert any(word in ("*", "færre end 5") for word in texts(hidden))


def test_a_line_breaks_where_nothing_may_be_shown_rather_than_fall_to_zero() -> None:
    whole, broken = moves(svg(chart(LineChart, 10, 20, 30, 40))), moves(svg(chart(LineChart, 10, 20, None, 40)))
    assert len(whole) == 2
    assert [way.count("L") for way in broken] == [1, 0, 1, 0]
    assert "* Et tal er ikke vist eller ikke opgjort. Tabellen siger hvorfor." in texts(
        svg(chart(LineChart, 10, 20, None, 40))
    )


def test_counts_begin_at_zero_and_shares_fill_a_hundred() -> None:
    assert {"0", "500", "1.000", "1.500"} <= set(texts(svg(chart(LineChart, 900, 1200))))
    assert {"0 %", "25 %", "100 %"} <= set(texts(svg(chart(LineChart, 40.0, 42.0, unit=Unit.PERCENT))))


@pytest.mark.parametrize(("highest", "top"), [(1, 1), (3, 3), (17, 20), (1200, 1500), (0, 1)])
def test_counts_have_no_half_children_on_the_axis(highest: int, top: int) -> None:
    ticks = lines.scale_for([highest], Unit.COUNT).ticks()
    assert ticks[-1] == top
    assert all(tick == int(tick) for tick in ticks)


def test_rows_differ_by_more_than_colour() -> None:
    root = parsed(svg(chart(LineChart, 1, 2)))
    dashes = [each.get("stroke-dasharray") for each in root.iter(f"{TAG}path") if each.get("stroke-width") == "2.5"]
    assert dashes[:2] == [None, "8 4"]
    bars = [each.get("fill") for each in parsed(svg(chart(BarChart, 1, 2), name="b")).iter(f"{TAG}rect")]
    assert sheet.COLOURS[0] in bars
    assert "url(#b-p1)" in bars


def contrast(one: str, other: str) -> float:
    """As the accessibility guidelines reckon it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_colours_stand_out_from_white_and_from_their_neighbours() -> None:
    assert min(contrast(each, "#ffffff") for each in sheet.COLOURS) >= 3
    assert min(contrast(one, other) for one, other in pairwise(sheet.COLOURS)) >= 3


def test_marks_are_numbered_and_told_beneath_and_in_the_table() -> None:
    drawn = marked(Mark(period=1, label="Ny skabelon"), Mark(period=1, label="Kursus"))
    assert {"1", "2", "2. kvt. 2024: Ny skabelon", "2. kvt. 2024: Kursus"} <= set(texts(svg(drawn)))
    assert table(drawn).head == ("Periode", "Nye", "Det skete")
    assert table(drawn).rows[1] == ("2. kvt. 2024", "færre end 5", "Ny skabelon · Kursus")


def test_marks_that_lie_close_do_not_cover_each_other() -> None:
    close = tuple(Mark(period=at, label="Tiltag") for at in (1, 1, 2, 2, 2))
    circles = parsed(svg(marked(*close), width=360)).iter(f"{TAG}circle")
    places = [(float(each.attrib["cx"]), float(each.attrib["cy"])) for each in circles][:5]
    assert all(abs(x - y) + abs(a - b) >= 18 for x, a in places for y, b in places if (x, a) != (y, b))
    assert len(set(places)) == 5


def test_what_is_not_final_is_hollow_and_said() -> None:
    unsure = replace(chart(LineChart, 1, 2), uncertain=(1,))
    assert "Hul figur: foreløbigt tal." in texts(svg(unsure))
    assert table(unsure).rows[1][0] == "2. kvt. 2024 (foreløbig)"
    assert "2. kvt. 2024 (foreløbig)" in texts(svg(replace(chart(BarChart, 1, 2), uncertain=(1,))))


def test_long_rows_of_periods_thin_out_their_labels_and_keep_the_last() -> None:
    many = tuple(f"{quarter}. kvt. {year}" for year in range(2016, 2025) for quarter in (1, 2, 3, 4))
    row = Line(name="Nye", values=(5.0,) * 36, told=("5",) * 36)
    drawn = LineChart(title="Nye", says="Ens.", unit=Unit.COUNT, periods=many, lines=(row,))
    labels = [word for word in texts(svg(drawn)) if "kvt." in word]
    assert 3 < len(labels) < 12
    assert labels[-1] == "4. kvt. 2024"


def test_bars_tell_their_numbers_in_words() -> None:
    assert texts(svg(chart(BarChart))).count("færre end 5") == 2


def test_a_chart_whose_rows_are_not_as_long_as_its_periods_is_refused() -> None:
    with pytest.raises(ValueError, match="give each line 3 values"):
        svg(replace(chart(), periods=PERIODS[:3]))


@pytest.mark.parametrize("kind", [LineChart, BarChart, StackedChart])
@pytest.mark.parametrize("unit", list(Unit))
def test_twelve_is_drawn_as_twelve_point_nought(kind: type[Chart], unit: Unit) -> None:
    """They are the same figure, and a drawing that is kept is found again by either."""
    draw = charts.svg.__wrapped__
    one, other = (draw(chart(kind, *values, unit=unit), name="x") for values in ((12, 0, None), (12.0, 0.0, None)))
    assert one == other


def test_an_empty_chart_can_be_drawn() -> None:
    for kind in KINDS:
        parsed(svg(kind(title="Tom", says="Intet.", unit=Unit.COUNT, periods=(), lines=())))


def june(counted: int | None, **rest: Any) -> Point:
    return Point(first=date(2026, 6, 1), last=date(2026, 6, 30), counted=counted, **rest)


@pytest.mark.parametrize(
    ("point", "unit", "value", "told"),
    [
        (june(None), Unit.COUNT, None, "ikke opgjort"),
        (june(None, out_of=12), Unit.PERCENT, None, "ikke opgjort"),
        (june(1234), Unit.COUNT, 1234, "1.234"),
        (june(3, out_of=9), Unit.PERCENT, None, "3 af 9"),
        (june(9, out_of=10), Unit.PERCENT, 90, "9 af 10 (90 %)"),
        (june(0, out_of=0, unknown=2), Unit.PERCENT, None, "ingen at tælle, 2 kan ikke afgøres"),
        (june(8, value=42.0), Unit.DAYS, 42, "42 dage"),
        (june(8, value=13.06), Unit.RATIO, 13.06, "13,1"),
        (june(0), Unit.DAYS, None, "ikke opgjort"),
    ],
)
def test_a_figure_becomes_a_value_and_its_words(point: Point, unit: Unit, value: float | None, told: str) -> None:
    row = line_of((point,), name="I tide", unit=unit)
    assert (row.values, row.told) == ((value,), (told,))


def test_what_leaves_the_department_shows_only_what_may_be_shown() -> None:
    points = (june(36, out_of=40, unknown=2), replace(june(20, out_of=40, unknown=2), first=date(2026, 6, 2)))
    shown = protected(grid_of(points, name="I tide"))
    row = line_of(points, name="I tide", unit=Unit.PERCENT, shown=shown)
    assert row.values == (None, 50)
    assert row.told == ("ikke vist", "20 af 40 (50 %), færre end 5 kan ikke afgøres")


# --- who stands around someone ------------------------------------------------------------------------------------


def test_rings_name_everybody_from_the_centre_outwards_in_drawing_and_table() -> None:
    rings = (Ring(name="Tæt på", who=("Myndighed", "Team <Nord>")), Ring(name="Omkring", who=("PPR",)))
    around = RingChart(
        title="Barnet i centrum",
        says="Barnet står i centrum.",
        unit=Unit.COUNT,
        periods=(),
        lines=(),
        centre="Barnet",
        rings=rings,
    )
    drawn = svg(around, width=360, name="ringe")
    assert all(words in drawn for words in ("Barnet", "Myndighed", "Team &lt;Nord&gt;", "PPR", "Tæt på", "Omkring"))
    # The outermost is drawn around the others.
    assert drawn.index("Omkring") < drawn.index("Tæt på") < drawn.index(">Barnet<")
    assert table(around).rows == (("I centrum", "Barnet"), ("Tæt på", "Myndighed, Team <Nord>"), ("Omkring", "PPR"))

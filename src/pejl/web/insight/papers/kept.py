"""How is a figure kept in a paper: the series as it was, with whose it is, so that it can be told and counted again?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from pejl.charts import BarChart, LineChart, line_of
from pejl.charts import Unit as Drawn
from pejl.dates import danish_minute
from pejl.indicators import Indicator, Period, by_key
from pejl.indicators import Unit as Sort
from pejl.reports import Drawing, Part, Table
from pejl.small_numbers import Shown
from pejl.tables import Point, Series

_DRAWN: Final = {Sort.COUNT: Drawn.COUNT, Sort.SHARE: Drawn.PERCENT, Sort.DAYS: Drawn.DAYS, Sort.RATIO: Drawn.RATIO}
_LINE: Final = {Sort.COUNT: "Antal", Sort.SHARE: "Andel", Sort.DAYS: "Median i dage", Sort.RATIO: "For hver stilling"}
# In the place of the kind of case and the length of the periods, of which a person who enters a figure says nothing.
HAND: Final = "haand"
_POINT: Final = ("counted", "out_of", "unknown", "value")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A series in a paper. ``unit``: the key of whose it is in the database, to find it again."""

    unit: int
    omraade: str
    per: str
    series: Series

    @property
    def indicator(self) -> Indicator:
        """What it counts."""
        return by_key(self.series.indicator)

    @property
    def name(self) -> str:
        """What its numbers are called among all that are protected together."""
        return f"{self.series.indicator}.v{self.series.version}/{self.omraade}/{self.unit}/{self.per}"

    @property
    def what(self) -> tuple[str, int, str, str]:
        """By what it is the same figure as another, whenever it was counted."""
        return self.series.indicator, self.unit, self.omraade, self.per

    @property
    def told(self) -> str:
        """Its name and whose it is."""
        hand = ", indtastet i hånden" if self.by_hand else ""
        return f"{self.indicator.name}, {self.series.of}{hand}"

    @property
    def by_hand(self) -> bool:
        """Whether somebody has entered it; such a figure is never mixed with a counted one."""
        return bool(self.series.source)


def stored(figure: Figure) -> dict[str, Any]:
    """As it is kept."""
    series = figure.series
    return {
        "unit": figure.unit,
        "omraade": figure.omraade,
        "per": figure.per,
        "indicator": series.indicator,
        "version": series.version,
        "of": series.of,
        "as_of": series.as_of.isoformat(),
        "known_at": series.known_at.isoformat(),
        "source": series.source,
        "entered_by": series.entered_by,
        "points": [
            {"first": f"{each.first}", "last": f"{each.last}"} | {name: getattr(each, name) for name in _POINT}
            for each in series.points
        ],
    }


def read(kept: Iterable[Mapping[str, Any]]) -> tuple[Figure, ...]:
    """The figures that were kept; of an indicator Pejl no longer has nothing can be told."""
    return tuple(_read(each) for each in kept if _known(each["indicator"]))


def _known(key: str) -> bool:
    try:
        by_key(key)
    except KeyError:
        return False
    return True


def _read(kept: Mapping[str, Any]) -> Figure:
    points = tuple(
        Point(
            first=date.fromisoformat(each["first"]),
            last=date.fromisoformat(each["last"]),
            **{name: each[name] for name in _POINT},
        )
        for each in kept["points"]
    )
    series = Series(
        indicator=kept["indicator"],
        version=kept["version"],
        of=kept["of"],
        as_of=datetime.fromisoformat(kept["as_of"]),
        known_at=datetime.fromisoformat(kept["known_at"]),
        points=points,
        source=kept.get("source", ""),
        entered_by=kept.get("entered_by", ""),
    )
    return Figure(unit=kept["unit"], omraade=kept["omraade"], per=kept["per"], series=series)


# --- told -----------------------------------------------------------------------------------------------------


def parts_of(figure: Figure, shown: Mapping[str, Shown] | None) -> Iterator[Part]:
    """The figure, drawn with its numbers as a table. ``shown`` None: for those inside the line."""
    indicator, series = figure.indicator, figure.series
    unit = _DRAWN[indicator.unit]
    line = line_of(series.points, name=_LINE[indicator.unit], unit=unit, shown=_by_point(figure, shown))
    periods = tuple(Period(each.first, each.last).name for each in series.points)
    note = " ".join(filter(None, (_note(figure), *_reasons(figure, shown))))
    title = figure.told
    if all(value is None for value in line.values):
        rows = tuple(zip(periods, line.told, strict=True))
        yield Table(caption=title, head=("Periode", line.name), rows=rows, note=note)
        return
    says = f"{indicator.name}: {line.told[0]} i {periods[0]} og {line.told[-1]} i {periods[-1]}."
    kind = BarChart if indicator.unit is Sort.COUNT else LineChart
    yield Drawing(chart=kind(title=title, says=says, unit=unit, periods=periods, lines=(line,), note=note))


def _by_point(figure: Figure, shown: Mapping[str, Shown] | None) -> Mapping[str, Shown] | None:
    """As the chart looks the numbers up: by the name of its line."""
    if shown is None:
        return None
    line, start = _LINE[figure.indicator.unit], f"{figure.name}/"
    return {f"{line}/{name.removeprefix(start)}": each for name, each in shown.items() if name.startswith(start)}


def _note(figure: Figure) -> str:
    at = danish_minute(figure.series.known_at).partition(" den ")[2]
    if figure.by_hand:
        # Who entered it stands with the figure in Pejl, and in no paper.
        return f"Indtastet i hånden {at}. Kilde: {figure.series.source}."
    return f"{figure.indicator.how} Definitionens udgave {figure.series.version}. Opgjort {at}."


def _reasons(figure: Figure, shown: Mapping[str, Shown] | None) -> Iterator[str]:
    """Why something is not shown, or is shown though it is small; each reason once."""
    own = [each for name, each in (shown or {}).items() if name.startswith(f"{figure.name}/")]
    told = {f"»{each.told}«: {each.reason}" for each in own if each.why.hides}
    told |= {each.reason for each in own if each.reason and not each.why.hides and each.number is not None}
    return iter(sorted(told))

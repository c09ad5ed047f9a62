"""How many talks were there in a year, about what, and which needs were seen that nothing here meets?

Those who lead the counsellors see the numbers month by month. Anybody else sees whole quarters that are over, with the
small numbers hidden together (docs/adr/0015), so that no talk can be worked out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from pejl.charts import BarChart, Line, Unit
from pejl.dates import MONTHS
from pejl.small_numbers import Grid, Shown, Sum, protected
from pejl.web.counselling.models import Talk
from pejl.web.counselling.values import NEED, OFFERED, QUESTIONS, THEMES, Question

ALL: Final = "alle"
# Answers to OFFERED that leave a need unmet, or only met in part.
UNMET: Final = ("nej", "delvist", "ventetid")


@dataclass(frozen=True, slots=True)
class Row:
    """One number as it may be told; ``number`` is None where it may not, or is not counted."""

    label: str
    told: str
    number: int | None


@dataclass(frozen=True, slots=True)
class Table:
    """All the answers to one question."""

    heading: str
    rows: tuple[Row, ...]
    several: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """A year as one reader gets it."""

    total: Row
    periods: tuple[Row, ...]
    tables: tuple[Table, ...]
    hidden: bool  # whether anything is held back


def inside(talks: Iterable[Talk], *, year: int, today: date) -> Figures:
    """The true numbers, month by month up to this one."""
    held = list(talks)
    cells = _cells(held)
    last = today.month if today.year == year else 12
    months = {_month(number): sum(talk.day.month == number for talk in held) for number in range(1, last + 1)}
    shown = {name: Row(name, str(number), number) for name, number in {**cells, **months}.items()}
    return _figures(shown, held, periods={name: MONTHS[at] for at, name in enumerate(months)})


def outside(talks: Iterable[Talk], *, year: int, today: date) -> Figures:
    """Whole quarters that are over; what is small, and what would give it back, is held back."""
    quarters = [number for number in range(1, 5) if _after(year, number) <= today]
    held = [talk for talk in talks if _quarter_of(talk.day) in quarters]
    cells = _cells(held) | {f"kvartal/{each}": sum(_quarter_of(talk.day) == each for talk in held) for each in quarters}
    shown = {name: Row(name, each.told, each.number) for name, each in _protected(tuple(cells.items())).items()}
    return _figures(shown, held, periods={f"kvartal/{each}": f"{each}. kvartal" for each in quarters})


def unmet(talks: Iterable[Talk]) -> list[tuple[str, str, int]]:
    """For each need that was not met in full: the need, how it was met, and how many times. Those most often first."""
    found = Counter((talk.need, talk.offered) for talk in talks if talk.offered in UNMET)
    ordered = sorted(found.items(), key=lambda each: (-each[1], each[0]))
    return [(NEED.told(need), OFFERED.told(offered), number) for (need, offered), number in ordered]


def chart(figures: Figures, *, year: int, unfinished: bool) -> BarChart:
    """The talks of the year by period."""
    line = Line(
        name="Samtaler",
        values=tuple(None if each.number is None else float(each.number) for each in figures.periods),
        told=tuple(each.told for each in figures.periods),
    )
    return BarChart(
        title=f"Samtaler i {year}",
        says=f"Anonyme samtaler i {year}, efter hvornår de blev holdt.",
        unit=Unit.COUNT,
        periods=tuple(each.label for each in figures.periods),
        lines=(line,),
        uncertain=(len(figures.periods) - 1,) if unfinished else (),
    )


# --- counting -------------------------------------------------------------------------------------------------


def _cells(talks: list[Talk]) -> dict[str, int]:
    """Every number both readers get, by name."""
    return {ALL: len(talks), **{name: number for each in QUESTIONS for name, number in _of(each, talks)}}


def _of(question: Question, talks: list[Talk]) -> Iterator[tuple[str, int]]:
    answers = Counter(key for talk in talks for key in _answers(question, talk))
    for key in _keys(question, answers):
        yield f"{question.field}/{key}", answers[key]


def _answers(question: Question, talk: Talk) -> list[str]:
    said = getattr(talk, question.field)
    return list(said) if question.several else [said]


def _keys(question: Question, found: Iterable[str]) -> list[str]:
    """The answers in the list's order, and after them what was kept under a name that is no longer there."""
    return list(dict.fromkeys([*(each.key for each in question.choices), *sorted(found)]))


def _figures(shown: Mapping[str, Row], talks: list[Talk], *, periods: Mapping[str, str]) -> Figures:
    def row(name: str, label: str) -> Row:
        return Row(label, shown[name].told, shown[name].number)

    tables = [
        Table(
            each.label,
            tuple(
                row(f"{each.field}/{key}", each.told(key))
                for key in _keys(each, (said for talk in talks for said in _answers(each, talk)))
            ),
            several=each.several,
        )
        for each in QUESTIONS
    ]
    return Figures(
        total=row(ALL, "I alt"),
        periods=tuple(row(name, label) for name, label in periods.items()),
        tables=tuple(tables),
        hidden=any(each.number is None for each in shown.values()),
    )


def _month(number: int) -> str:
    return f"maaned/{number}"


def _quarter_of(day: date) -> int:
    return (day.month + 2) // 3


def _after(year: int, quarter: int) -> date:
    """The first day on which the quarter is over."""
    return date(year + 1, 1, 1) if quarter == 4 else date(year, 3 * quarter + 1, 1)


# --- for others -----------------------------------------------------------------------------------------------


@lru_cache(maxsize=32)
def _protected(numbers: tuple[tuple[str, int], ...]) -> Mapping[str, Shown]:
    """Everything on the page in one go; the same numbers are only worked through once."""
    cells = dict(numbers)
    themes = [name for name in cells if name.startswith(f"{THEMES.field}/")]
    rest = {f"{name}/andre": cells[ALL] - cells[name] for name in themes}
    groups = ("kvartal", *(each.field for each in QUESTIONS if not each.several))
    sums = [Sum(ALL, parts) for group in groups if (parts := tuple(n for n in cells if n.startswith(f"{group}/")))]
    left_over = [Sum(ALL, (name, f"{name}/andre")) for name in themes]
    grid = Grid(cells={**cells, **rest}, sums=(*sums, *left_over), unprinted=frozenset(rest))
    return protected(grid)

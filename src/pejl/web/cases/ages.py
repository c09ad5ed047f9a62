"""Which birthdays that mean something in law lie ahead, for one child and for the children of a list?

Worked out from the child's row each time, and never kept: they are no duties, and nothing counts them.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from pejl.dates import LAST_OF_MONTH, add_months, add_years
from pejl.rulebook.alder import MARKS, VOKSEN, AgeMark, coming
from pejl.web.cases.births import Expected
from pejl.web.cases.day_cases import among
from pejl.web.cases.models import Child

AHEAD: Final = timedelta(days=30)
# A birthday may fall a day or two off where months are not alike; the day itself is worked out after that.
_SLACK: Final = timedelta(days=4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One day and what it means; of a list, in which case."""

    day: date
    mark: AgeMark
    case_key: str = ""
    name: str = ""

    @property
    def told(self) -> str:
        """What the child turns that day, where it is a birthday."""
        return "" if self.mark.months_before else f"Fylder {self.mark.years} år"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ages:
    """What a case page tells of the child's age."""

    unknown: str  # why nothing can be told; empty where it can
    lines: tuple[Line, ...] = ()
    of_age_since: date | None = None  # in an open case
    leap: bool = False

    @property
    def next(self) -> Line | None:
        """The nearest."""
        return self.lines[0] if self.lines else None


def ages_of(child: Child | None, *, today: date, closed: bool, expected: Expected | None) -> Ages:
    """What lies ahead of this child; nothing is guessed where the day of birth is not known."""
    if child is None or child.born is None or child.born > today:
        return Ages(unknown="Barnet er ikke født endnu." if expected else "Fødselsdagen er ikke kendt.")
    lines = tuple(Line(day=day, mark=mark) for day, mark in coming(child.born, on=today))
    grown = VOKSEN.day_for(child.born)
    return Ages(
        unknown="",
        lines=lines,
        of_age_since=grown if grown <= today and not closed else None,
        leap=(child.born.month, child.born.day) == (2, 29),
    )


# --- of a list ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """The days of the coming month, and the open cases of those who are of age."""

    lines: list[Line]
    of_age: list[Line]


def ahead(case_ids: Collection[int], *, today: date) -> Ahead:
    """Among the children of these cases, in one question."""
    soon = _soon(today)
    rows = Child.objects.filter(case__in=among(case_ids)).order_by("name_sort", "pk")
    lines: list[Line] = []
    of_age: list[Line] = []
    for name, born, key in rows.values_list("name", "born", "case__key"):
        if born is None or not any(first <= born <= last for first, last in soon):
            continue
        lines += [
            Line(day=day, mark=mark, case_key=key, name=name)
            for day, mark in coming(born, on=today)
            if day <= today + AHEAD
        ]
        grown = VOKSEN.day_for(born)
        if grown < today:
            of_age.append(Line(day=grown, mark=VOKSEN, case_key=key, name=name))
    return Ahead(lines=sorted(lines, key=lambda line: line.day), of_age=of_age)


@lru_cache(maxsize=8)
def _soon(today: date) -> list[tuple[date, date]]:
    """Between which days a child may be born who has such a birthday soon or is of age: few of them are looked at."""
    of_age = add_years(today, years=-VOKSEN.years, if_missing_day=LAST_OF_MONTH)
    found = [(date.min, of_age + _SLACK)]
    for mark in MARKS:
        months = mark.years * 12 - mark.months_before
        nearest = add_months(today, months=-months, if_missing_day=LAST_OF_MONTH)
        found.append((nearest - _SLACK, nearest + AHEAD + _SLACK))
    return found

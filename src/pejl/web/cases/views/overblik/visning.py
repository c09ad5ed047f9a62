"""How do figures become cells: numbers with links for those who may follow them, shares with n, bars to scale?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from urllib.parse import urlencode

from pejl.tables import Status
from pejl.web.access.models import Omraade
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.cases.addresses import address
from pejl.web.cases.overview.selection import Selection
from pejl.web.cases.overview.tally import Tally
from pejl.web.components import count_of

Link = tuple[str, str, bool]

# The columns of every table of duties, and those that are shown when asked for.
COLUMNS: Final = (
    (Status.MET, "I tide"),
    (Status.LATE, "For sent"),
    (Status.OVERDUE, "Overskredet"),
    (Status.OPEN, "Løber"),
    (Status.UNKNOWN, "Kan ikke afgøres"),
)
MORE: Final = ((Status.EXCUSED, "Undtaget"), (Status.CANCELLED, "Bortfaldet"))
NO_NUMBER: Final = "ingen frist i tal"
NONE_JUDGED: Final = "ingen afgjort"


@dataclass(frozen=True, slots=True)
class Cell:
    """One number, what it is called, and the way to the cases behind it; no link from nothing, or for nobody."""

    heading: str
    number: int
    url: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a bar, in thousandths; texts, since Django would write numbers with a thousand separator."""

    look: str
    x: str
    width: str


# Where the law gives no number nothing is in time or too late: it is done, or it is not.
_WITHOUT_NUMBER: Final = (
    (Status.MET, "Opfyldt"),
    (Status.OPEN, "Åben"),
    (Status.UNKNOWN, "Kan ikke afgøres"),
)


def columns(*, more: bool, limited: bool = True) -> tuple[tuple[Status, str], ...]:
    """The statuses shown, for a duty with a limit or without one."""
    shown = COLUMNS if limited else _WITHOUT_NUMBER
    return (*shown, *MORE) if more else shown


def cells(tally: Tally, *, more: bool, limited: bool = True, url: str = "") -> list[Cell]:
    """The numbers of a row; ``url`` leads to the cases behind the whole row."""
    joined = "&" if "?" in url else "?"
    return [
        Cell(heading, tally.at(status), f"{url}{joined}status={status.value}" if url else "")
        for status, heading in columns(more=more, limited=limited)
    ]


def share(tally: Tally, *, limited: bool) -> str:
    """The share in time with the numbers behind it; nothing to share where the law gives no number."""
    if not limited:
        return NO_NUMBER
    return count_of(tally.met, tally.judged) if tally.judged else NONE_JUDGED


def bar(tally: Tally, *, longest: int) -> list[Segment]:
    """The row as a bar, to the same scale as the longest row."""
    found, before = [], 0
    for status, _ in COLUMNS:
        number = tally.at(status)
        if number and longest:
            start, end = 1000 * before // longest, 1000 * (before + number) // longest
            found.append(Segment(status.value, str(start), str(max(end - start - 2, 1))))
            before += number
    return found


def shown_total(tally: Tally) -> int:
    """What a bar is as long as: everything that has a column of its own."""
    return sum(tally.at(status) for status, _ in COLUMNS)


def sager_url(request: Request, selection: Selection, **more: str) -> str:
    """Where the cases behind a figure are listed; empty for those who only see totals."""
    if not request.person.may(Right.DRILL):
        return ""
    asked = {
        "fra": selection.first,
        "til": selection.last,
        "team": str(selection.team or ""),
        "underretter": selection.notifier,
        **kept_kind(selection),
        **more,
    }
    kept = {name: value for name, value in asked.items() if value or name in ("fra", "til")}
    return f"{address('overblik-sager')}?{urlencode(kept)}"


def kept_kind(selection: Selection) -> dict[str, str]:
    """The kind of cases as an address names it; nothing for social cases, which are what is shown unasked."""
    return {"omraade": selection.omraade.value} if selection.omraade == Omraade.HANDICAP else {}


_PAGES: Final = (
    ("Alle pligter", "overblik", Right.OVERVIEW),
    ("Undersøgelser", "overblik-undersoegelser", Right.OVERVIEW),
    ("Arbejdslister", "overblik-arbejdslister", Right.OVERVIEW),
    ("Hos hvem", "overblik-hos-hvem", Right.OVERVIEW),
    ("Inddragelse", "overblik-inddragelse", Right.OVERVIEW),
    ("Ændring siden", "overblik-aendring", Right.OVERVIEW),
    ("Hvad nu hvis", "overblik-hvad-nu-hvis", Right.OVERVIEW),
    ("Efter rådgiver", "overblik-raadgivere", Right.BY_ADVISER),
    ("Åben rådgivning", "aaben-raadgivning-tal", Right.OVERVIEW),
)


def pages(request: Request, *, here: str) -> list[Link]:
    """The overview's own pages, those that this person has; of the kind of cases that is shown here."""
    kept = "?omraade=handicap" if request.GET.get("omraade") == Omraade.HANDICAP else ""
    own = [(words, name) for words, name, right in _PAGES if request.person.may(right)]
    return [(words, f"{address(name)}{kept}", name == here) for words, name in own]


def stamp(request: Request) -> datetime:
    """The moment the figures are of, to the minute."""
    return request.moment.replace(second=0)


def units_told(teams: Iterable[str]) -> str:
    """Which teams the figures are of."""
    *most, last = list(teams) or ["ingen team"]
    return f"{', '.join(most)} og {last}" if most else last

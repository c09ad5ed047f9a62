"""Who works in the simulated municipality, in which team, and who has which child today? Read once from its ledger."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

from pejl.events import KVITTERING_SENDT, RAADGIVER_TILDELT, TILSYNSBESOEG, Event
from pejl.web.access.models import Case
from pejl.web.access.roles import ADMINISTRATIV, MODTAGELSE, TILSYNSKONSULENT, Role
from pejl.web.cases import bridge

# The first gets the busiest desk: nobody whom one can sign in as has far too many cases.
TEAMS: Final = ("Team Havn", "Team Nord", "Team Syd")
# What tells that somebody without cases of their own is something else than a guard.
_TELLING: Final = {KVITTERING_SENDT.key: ADMINISTRATIV, TILSYNSBESOEG.key: TILSYNSKONSULENT}


@dataclass(frozen=True, slots=True)
class Municipality:
    """The ledger by case, and what follows from it about people; initials stand for people."""

    events: list[Event]
    by_case: dict[str, list[Event]]
    still_open: frozenset[str]  # the cases
    open_cases: dict[str, list[str]]  # of each adviser who has some today
    team: dict[str, str]  # of each who has been an adviser
    others: dict[str, Role]  # who did things without being an adviser, and as what
    days: dict[str, tuple[date, date]]  # the first and last day each did something

    def of_size(self, wanted: int, *, team: str) -> list[str]:
        """The advisers of a team, the one whose number of open cases is nearest to the wanted one first."""
        here = sorted(each for each in self.open_cases if self.team[each] == team)
        return sorted(here, key=lambda each: abs(len(self.open_cases[each]) - wanted))


def read(events: list[Event]) -> Municipality:
    """Read the ledger."""
    by_case = defaultdict[str, list[Event]](list)
    for event in events:
        if event.case_id:
            by_case[event.case_id].append(event)
    still_open = frozenset(number for number, own in by_case.items() if not bridge.is_closed(own))
    open_cases = _open_cases(by_case, still_open)
    team = _teams(by_case.values(), open_cases)
    return Municipality(
        events=events,
        by_case=dict(by_case),
        still_open=still_open,
        open_cases=open_cases,
        team=team,
        others=_others(events, advisers=team.keys()),
        days=_days(events),
    )


def _open_cases(by_case: dict[str, list[Event]], still_open: Iterable[str]) -> dict[str, list[str]]:
    """The open cases of each adviser, in the order of their numbers."""
    found = defaultdict[str, list[str]](list)
    for number in sorted(still_open):
        spells = bridge.spells_of(by_case[number], case=Case())
        if spells and spells[-1].last is None:
            found[spells[-1].initials].append(number)
    return dict(found)


def _teams(cases: Iterable[list[Event]], open_cases: dict[str, list[str]]) -> dict[str, str]:
    """A team for each adviser: the same for all who follow each other at a desk, and busy desks in every team."""
    successors = _successors(cases)
    desk = {initials: _last_at_the_desk(initials, successors) for initials in sorted(successors)}
    busiest = sorted(set(desk.values()), key=lambda each: (-len(open_cases.get(each, ())), each))
    team = {last: TEAMS[place % len(TEAMS)] for place, last in enumerate(busiest)}
    return {initials: team[last] for initials, last in desk.items()}


def _successors(cases: Iterable[list[Event]]) -> dict[str, Counter[str]]:
    """Every adviser, and how often each other one took over a case from them."""
    found: dict[str, Counter[str]] = {}
    for own in cases:
        held = [each.done_by for each in sorted(own, key=lambda each: each.order) if _is_assigned(each)]
        found.update({each: Counter() for each in held if each not in found})
        for before, after in pairwise(held):
            found[before][after] += 1
    return found


def _last_at_the_desk(initials: str, successors: dict[str, Counter[str]]) -> str:
    """From a person to whoever mostly took over, and so on, to somebody who has no successor, or has been met."""
    chain = [initials]
    while successors[chain[-1]]:
        after = min(successors[chain[-1]].items(), key=lambda each: (-each[1], each[0]))[0]
        if after in chain:
            return min(chain[chain.index(after) :])
        chain.append(after)
    return chain[-1]


def _is_assigned(event: Event) -> bool:
    return event.kind == RAADGIVER_TILDELT.key and bool(event.done_by)


def _others(events: Iterable[Event], *, advisers: Iterable[str]) -> dict[str, Role]:
    found: dict[str, Role] = {}
    known = set(advisers)
    for event in events:
        if event.done_by and event.done_by not in known:
            found[event.done_by] = _TELLING.get(event.kind, found.get(event.done_by, MODTAGELSE))
    return dict(sorted(found.items()))


def _days(events: Iterable[Event]) -> dict[str, tuple[date, date]]:
    found: dict[str, tuple[date, date]] = {}
    for event in events:
        first, last = found.get(event.done_by, (event.day, event.day))
        found[event.done_by] = min(first, event.day), max(last, event.day)
    return found

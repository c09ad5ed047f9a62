"""Which children come to the municipality's notice, when, how, and how often again?

A case is one child. One letter may be about several children of a family: each gets a case, and the letter's
number ties them. Older cases that are still open belong to the picture too, so arrivals begin before the first day.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from pejl.events import UNDERRETTER
from pejl.simulation import calibration as c
from pejl.simulation.almanac import DAY_SECONDS, NEVER, Almanac, Flags, Floats, Ints, Local
from pejl.simulation.draws import Draws
from pejl.simulation.table import Table

NOTIFICATION, APPLICATION, ENQUIRY, BIRTH = range(4)
NOTIFIERS: Final = tuple(UNDERRETTER.choices)
UNBORN_AGE: Final = -1
PLACED: Final = c.PATHS.index("placed")
INVESTIGATED: Final = c.PATHS.index("investigated")
_ALL_PLACED: Final = tuple(float(path == "placed") for path in c.PATHS)
_YEAR: Final = 365.25
_HOUR: Final = 3_600


@dataclass(frozen=True, slots=True)
class Window:
    """The days the ledger is about, and how many people live there."""

    first: int
    last: int
    inhabitants: float

    @property
    def burn_in(self) -> int:
        """The day from which cases of all sorts arrive."""
        return self.first - round(c.BURN_IN_YEARS * _YEAR)

    @property
    def stock(self) -> int:
        """The day from which children are placed."""
        return self.burn_in - round(c.STOCK_YEARS * _YEAR)


@dataclass(frozen=True, slots=True)
class Cases(Table):
    """One row a child. ``birth`` is NEVER for those born already.

    ``lot`` is the same for siblings of one letter and decides the adviser; ``twins`` numbers a birth of two.
    """

    opened: Ints
    age: Ints
    path: Ints
    birth: Ints
    lot: Floats
    twins: Ints

    def age_on(self, day: Ints, *, case: Ints) -> Ints:
        """The children's ages in years on these days; -1 before birth."""
        born_later = self.birth[case] != NEVER
        since = np.where(born_later, self.birth[case], self.opened[case])
        years = np.floor_divide(day - since, 365)
        return np.where(born_later, np.maximum(years, UNBORN_AGE), self.age[case] + years)


@dataclass(frozen=True, slots=True)
class Contacts(Table):
    """One row a contact about a child, in the order of case and time; a birth counts as one where a case begins."""

    case: Ints
    nth: Ints
    sort: Ints
    notifier: Ints
    day: Ints
    second: Ints
    letter: Ints

    @property
    def local(self) -> Local:
        """When it came, by the clock on the wall."""
        return Local(self.day, self.second)

    @property
    def is_last(self) -> Flags:
        """Whether it is the last contact of its case."""
        return np.append(self.case[1:] != self.case[:-1], [True])[: len(self)]


@dataclass(frozen=True, slots=True)
class _Letters(Table):
    """One row a first contact, before it is known which children it is about."""

    sort: Ints
    notifier: Ints
    day: Ints
    second: Ints
    children: Ints
    path: Ints


class Rhythm:
    """Draws days and hours in the rhythm of the year, the week and the day, for each sort of notifier."""

    def __init__(self, almanac: Almanac, draws: Draws) -> None:
        self._first, self._draws = almanac.first, draws
        days = np.arange(almanac.first, almanac.last + 1)
        self._upto = [np.cumsum(_weights(days, almanac, week)) for week in c.WEEKDAYS]
        self._rhythm_of = np.array([c.RHYTHM_OF.get(each, c.OFFICE) for each in NOTIFIERS])

    def moments(self, notifier: Ints, *, low: Ints | int, high: Ints | int) -> Local:
        """A day between two others, both with, and a clock."""
        size = len(notifier)
        low, high = np.broadcast_to(low, size), np.broadcast_to(high, size)
        day, hour = np.zeros(size, dtype=np.int64), np.zeros(size, dtype=np.int64)
        for rhythm, upto in enumerate(self._upto):
            rows = np.flatnonzero(self._rhythm_of[notifier] == rhythm)
            begin, end = self._reached(upto, low[rows] - 1), self._reached(upto, high[rows])
            wanted = begin + (end - begin) * self._draws.unit(len(rows))
            day[rows] = np.searchsorted(upto, wanted, side="right") + self._first
            hour[rows] = self._draws.place(c.HOURS[rhythm], size=len(rows))
        return Local(np.minimum(day, high), hour * _HOUR + self._draws.between(0, _HOUR - 1, size=size))

    def _reached(self, upto: Floats, day: Ints) -> Floats:
        place = day - self._first
        return np.where(place < 0, 0.0, upto[np.clip(place, 0, len(upto) - 1)])


def _weights(days: Ints, almanac: Almanac, week: Sequence[float]) -> Floats:
    month = days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64) % 12
    weekday = (days + 3) % 7  # 1 January 1970 was a Thursday
    is_holiday = (almanac.office_day(days) != days) & (weekday < 5)
    as_sunday = np.where(is_holiday, 6, weekday)
    weights: Floats = np.array(c.MONTHS)[month] * np.array(week)[as_sunday]
    return weights


@dataclass(frozen=True, slots=True)
class _Stream:
    """Contacts of one sort: how many, from whom, and what becomes of them."""

    sort: int
    per_1000: float
    notifiers: Mapping[str, float]
    paths: Sequence[float]
    children: Mapping[int, float]


class Arrivals:
    """Invents the cases of a municipality and every contact about them."""

    def __init__(self, window: Window, *, almanac: Almanac, draws: Draws) -> None:
        self._window, self._almanac, self._draws = window, almanac, draws
        self._rhythm = Rhythm(almanac, draws)

    def invent(self) -> tuple[Cases, Contacts]:
        """The cases and the contacts, second twins last among the cases."""
        letters = self._letters()
        letter = np.repeat(np.arange(len(letters)), letters.children)
        cases = self._cases(letters, letter)
        first = _first_contacts(letters, letter)
        contacts = _in_order([first, self._again(cases, first)])
        return self._with_twins(cases, contacts)

    # --- first contacts -------------------------------------------------------------------------------------

    def _letters(self) -> _Letters:
        window = self._window
        letters = _Letters.joined(self._of(stream, low=window.burn_in, high=window.last) for stream in _STREAMS)
        # Children placed so long ago that nobody else from then is still here.
        long_placed = self._of(_LONG_PLACED, low=window.stock, high=window.burn_in - 1)
        return _Letters.joined([letters, long_placed])

    def _of(self, stream: _Stream, *, low: int, high: int) -> _Letters:
        years, draws = (high - low + 1) / _YEAR, self._draws
        size = draws.how_many(stream.per_1000 * self._window.inhabitants / 1000 * years)
        notifier = self._notifiers(stream.notifiers, size=size)
        local = self._rhythm.moments(notifier, low=low, high=high)
        if stream.sort == NOTIFICATION:
            local = self._some_on_clock_change_nights(local)
        return _Letters(
            sort=np.full(size, stream.sort),
            notifier=notifier,
            day=local.day,
            second=local.second,
            children=draws.key(stream.children, size=size),
            path=draws.place(stream.paths, size=size),
        )

    def _notifiers(self, shares: Mapping[str, float], *, size: int) -> Ints:
        known = np.array([NOTIFIERS.index(each) for each in shares])
        return known[self._draws.place(shares.values(), size=size)]

    def _some_on_clock_change_nights(self, local: Local) -> Local:
        # A year has at least one such night before its last day.
        nights = np.concatenate(self._almanac.clock_change_days)
        nights = nights[(nights >= self._window.first) & (nights < self._window.last)]
        inside = np.flatnonzero((local.day >= self._window.first) & (local.day <= self._window.last))
        moved = self._draws.some(inside, share=c.ON_CLOCK_CHANGE_NIGHT)
        local.day[moved] = nights[self._draws.between(0, len(nights) - 1, size=len(moved))]
        local.second[moved] = 2 * _HOUR + self._draws.between(0, _HOUR - 1, size=len(moved))
        return local

    # --- the children ---------------------------------------------------------------------------------------

    def _cases(self, letters: _Letters, letter: Ints) -> Cases:
        size, draws = len(letter), self._draws
        first_of_letter = np.searchsorted(letter, letter)
        is_first = first_of_letter == np.arange(size)
        # The letter has the first child's path; each sibling goes its own way.
        path = np.where(is_first, letters.path[letter], draws.place(c.PATHS_OF_NOTIFIED, size=size))
        alone = (letters.sort[letter] == NOTIFICATION) & (letters.children[letter] == 1)
        unborn = alone & draws.chance(c.UNBORN / c.CHILDREN_OF_A_LETTER[1], size=size)
        birth = letters.day[letter] + draws.between(*c.UNTIL_BIRTH_DAYS, size=size)
        return Cases(
            opened=letters.day[letter],
            age=np.where(unborn, UNBORN_AGE, draws.between(0, c.ADULT_YEARS - 1, size=size)),
            # Nobody is placed before birth here: such a case ends with the investigation.
            path=np.where(unborn & (path == PLACED), INVESTIGATED, path),
            birth=np.where(unborn, birth, NEVER),
            lot=draws.unit(size)[first_of_letter],
            twins=np.zeros(size, dtype=np.int64),
        )

    def _again(self, cases: Cases, first: Contacts) -> Contacts:
        """The later notifications about the same children, within the year from the first."""
        notified = first.where((first.sort == NOTIFICATION) & (cases.opened >= self._window.burn_in))
        more = self._how_often(len(notified)) - 1
        rows = notified.where(np.repeat(np.arange(len(notified)), more))
        notifier = self._notifiers(c.NOTIFIERS, size=len(rows))
        local = self._rhythm.moments(notifier, low=rows.day + 1, high=rows.day + c.YEAR_OF_REPEATS)
        return replace(rows, notifier=notifier, day=local.day, second=local.second, letter=0 * rows.letter)

    def _how_often(self, size: int) -> Ints:
        often = self._draws.key(c.NOTIFICATIONS_OF_A_CHILD, size=size)
        five = np.flatnonzero(often == max(c.NOTIFICATIONS_OF_A_CHILD))
        # The number of times it goes on, each time with the same chance.
        further = np.log(1 - self._draws.unit(len(five))) / np.log(c.FIVE_OR_MORE_CONTINUE)
        often[five] = np.minimum(often[five] + further.astype(np.int64), c.MOST_NOTIFICATIONS)
        return often

    def _with_twins(self, cases: Cases, contacts: Contacts) -> tuple[Cases, Contacts]:
        """Twins make two cases: the second begins with the birth."""
        unborn = np.flatnonzero(cases.birth < self._window.last)
        first = unborn[self._draws.chance(c.TWINS, size=len(unborn))]
        # Letters are numbered up to the number of cases; births of two go on from there.
        cases.twins[first] = len(cases) + 1 + np.arange(len(first))
        second = replace(cases.where(first), opened=cases.birth[first], age=0 * first, path=0 * first)
        births = Contacts(
            case=len(cases) + np.arange(len(first)),
            nth=0 * first + 1,
            sort=0 * first + BIRTH,
            notifier=0 * first,
            day=second.opened,
            second=self._draws.between(0, DAY_SECONDS - 1, size=len(first)),
            letter=0 * first,
        )
        return Cases.joined([cases, second]), _in_order([contacts, births])


def _first_contacts(letters: _Letters, letter: Ints) -> Contacts:
    of_each = letters.where(letter)
    return Contacts(
        case=np.arange(len(letter)),
        nth=np.ones(len(letter), dtype=np.int64),
        sort=of_each.sort,
        notifier=of_each.notifier,
        day=of_each.day,
        second=of_each.second,
        letter=np.where(of_each.children > 1, letter + 1, 0),
    )


def mean_notifications() -> float:
    """How many notifications a notified child gets in a year, by the shares of the calibration."""
    most = max(c.NOTIFICATIONS_OF_A_CHILD)
    further = sum(c.FIVE_OR_MORE_CONTINUE**n for n in range(1, c.MOST_NOTIFICATIONS - most + 1))
    return _mean(c.NOTIFICATIONS_OF_A_CHILD) + c.NOTIFICATIONS_OF_A_CHILD[most] * further


def _mean(shares: Mapping[int, float]) -> float:
    return sum(number * share for number, share in shares.items())


def _in_order(parts: list[Contacts]) -> Contacts:
    """All contacts by case and time, numbered within the case."""
    joined = Contacts.joined(parts)
    ordered = joined.where(np.lexsort((joined.second, joined.day, joined.case)))
    nth = np.arange(len(ordered)) - np.searchsorted(ordered.case, ordered.case) + 1
    return replace(ordered, nth=nth)


_ALONE: Final = {1: 1.0}
_NOTIFIED_PER_1000: Final = c.NOTIFICATIONS_PER_1000 / mean_notifications() / _mean(c.CHILDREN_OF_A_LETTER)
_STREAMS: Final = (
    _Stream(NOTIFICATION, _NOTIFIED_PER_1000, c.NOTIFIERS, c.PATHS_OF_NOTIFIED, c.CHILDREN_OF_A_LETTER),
    _Stream(APPLICATION, c.APPLICATIONS_PER_1000, {"familie": 1.0}, c.PATHS_OF_APPLICANTS, _ALONE),
    _Stream(ENQUIRY, c.ENQUIRIES_PER_1000, c.ENQUIRERS, c.PATHS_OF_ENQUIRERS, _ALONE),
)
_LONG_PLACED: Final = _Stream(NOTIFICATION, c.PLACEMENTS_PER_1000, c.NOTIFIERS, _ALL_PLACED, _ALONE)

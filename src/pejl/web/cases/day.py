"""What falls on this person today: which duties, in which groups, and what must wait for something else?

Always the same number of questions to the database, all about the cases the person may see (``day_cases``). A duty is
read as the few columns its group and its line follow from, for there may be a thousand.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cached_property
from typing import Final, NamedTuple

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce

from pejl.dates import end_of_day
from pejl.rules import Before, Role, Rule, Rulebook
from pejl.tables import Unknown
from pejl.web.access import gate
from pejl.web.access.models import Case, Cover, Naming, running
from pejl.web.access.person import Person
from pejl.web.access.roles import Right
from pejl.web.cases.day_cases import Known, Turn, all_closed, among, at_work, known, noted, second, turn_of, turn_places
from pejl.web.cases.going_on import GOES_ON, OUTLIVES_THE_CASE
from pejl.web.cases.models import DeadlineRow
from pejl.web.cases.standing import CERTAIN, WAITING

# Before these two are done, nobody turns to the parents (barnets lov § 18, stk. 3, and § 137, stk. 3).
FIRST_OF_ALL: Final = {
    "screening.risikovurdering": "Venter på risikovurderingen",
    "underretning.samtale_overgreb": "Venter på samtalen med barnet",
}

# What is shown of a closed case as the duty of one: it comes before all else, or only began when the case ended.
_ALSO_CLOSED: Final = frozenset({*FIRST_OF_ALL, *OUTLIVES_THE_CASE})


class Group(StrEnum):
    """Where on the page a duty stands."""

    FOERST = "foerst"
    OVERSKREDET = "overskredet"
    I_DAG = "i-dag"
    DENNE_UGE = "denne-uge"
    SENERE = "senere"
    UDEN_FRIST = "uden-frist"
    UAFGJORT = "kan-ikke-afgoeres"
    FOR_SENT = "skulle-vaere-sket"
    LUKKET = "afsluttede-sager"


# Of what has no number, these are never put together with others: there may be abuse, or new worry about a child.
ALONE: Final = frozenset({"undersoegelse.ved_overgreb", "undersoegelse.boernehus", "underretning.genvurderes"})

# What is due later than this is no part of a day's work, and no next step.
FAR_OFF: Final = timedelta(days=366)

# So many rows of each group are shown at first; of the others only the number.
SHOWN: Final[Mapping[Group, int]] = {
    Group.FOERST: 25,
    Group.OVERSKREDET: 25,
    Group.I_DAG: 25,
    Group.DENNE_UGE: 25,
    Group.SENERE: 10,
    Group.UDEN_FRIST: 10,
}


def _in_cases(numbers: Iterable[int]) -> Q:
    return Q(case__in=among(numbers))


@dataclass(frozen=True)
class Day:
    """Whose day it is, at which moment, by which rulebook."""

    person: Person
    today: date
    moment: datetime
    book: Rulebook

    @cached_property
    def cases(self) -> QuerySet[Case]:
        """The cases the person may see."""
        return gate.visible(self.person, on=self.today, at=self.moment)

    @cached_property
    def advisers(self) -> set[str]:
        """The initials whose cases are theirs: their own, and those they stand in for."""
        covers = Cover.objects.filter(running(self.today), user=self.person.user).values_list("initials", flat=True)
        return {self.person.initials, *(covers if Role.RAADGIVER in self.person.duties else ())} - {""}

    @cached_property
    def named(self) -> list[tuple[int, str]]:
        """The cases they are named in, and as what."""
        rows = Naming.objects.filter(running(self.today), user=self.person.user)
        return list(rows.values_list("case_id", "named_as"))

    @cached_property
    def at_work(self) -> dict[frozenset[Role], list[tuple[int, int | None]]]:
        """By the duties of each post that takes turns: the cases in which one is outstanding, seen or not."""
        return {place.role.duties: at_work(place.role.duties) for place in turn_places(self)}

    @cached_property
    def noted(self) -> set[int]:
        """The cases with notes of a duty that nobody has read, seen or not; of no use to those who read no text."""
        return noted() if self.person.may(Right.TEXT) else set()

    @cached_property
    def known(self) -> dict[int, Known]:
        """The cases the day is made of; all of them the person may see."""
        return known(self)

    @cached_property
    def held(self) -> set[int]:
        """The cases they have as adviser or stand-in."""
        if Role.RAADGIVER not in self.person.duties:
            return set()
        return {each.case_id for each in self.known.values() if each.adviser in self.advisers}

    @cached_property
    def own(self) -> list[Known]:
        """The cases an adviser's duties in are theirs: these, and those with them as second adviser."""
        own = self.held | second(self)
        return [each for each in self.known.values() if each.case_id in own]

    @cached_property
    def own_open(self) -> list[Known]:
        """Those that are not closed."""
        return [own for own in self.own if not own.closed]

    @cached_property
    def turns(self) -> list[Turn]:
        """For each post whose duties are anybody's on duty: the cases of its units where they are outstanding."""
        return [turn_of(self, place) for place in turn_places(self)]

    @cached_property
    def waiting(self) -> list[Waiting]:
        """What waits in all these cases: their own, whoever it falls on, and what falls on them by turns."""
        own_closed = {own.case_id for own in self.own if own.closed}
        by_turns = set().union(*(turn.closed for turn in self.turns))
        found = _in_cases(own.case_id for own in self.own_open)
        # Said of each way by itself, so that the database looks among these cases and not through all such duties.
        found |= _in_cases(own_closed) & Q(rule__in=_ALSO_CLOSED)
        for turn in self.turns:
            is_open = (case for case, closed in turn.closed.items() if not closed)
            found |= _in_cases(is_open) & Q(falls_on__in=turn.duties)
        # What others must wait for is read whoever it falls on. Whose the rest is, where it falls on somebody else in
        # a closed case, is looked at afterwards (``Turn.has``).
        if by_turns:
            found |= _in_cases(by_turns) & Q(rule__in=tuple(FIRST_OF_ALL))
        closed = (each.case_id for each in self.known.values() if each.closed)
        found |= _in_cases(own_closed.union(by_turns.intersection(closed))) & GOES_ON
        return list(_read(found, closed=False))

    @cached_property
    def held_back(self) -> dict[int, list[str]]:
        """As the function of that name says it of these cases, of what is read already."""
        rules: dict[int, list[str]] = {}
        for duty in sorted(self.waiting, key=lambda each: (each.rule, each.pk)):
            if _is_outstanding(duty._replace(closed=self.known[duty.case_id].closed)):
                rules.setdefault(duty.case_id, []).append(duty.rule)
        return rules

    @cached_property
    def in_own_cases(self) -> list[Waiting]:
        """What waits in those that are open, whoever it falls on; of those that are closed, only what is not over."""
        is_closed = {own.case_id: own.closed for own in self.own}
        found = (each for each in self.waiting if each.case_id in is_closed)
        return [
            each._replace(closed=True) if each.rule in _ALSO_CLOSED and is_closed[each.case_id] else each
            for each in found
        ]

    def in_own_closed_cases(self) -> list[Waiting]:
        """All that waits in those that are closed."""
        return list(_read(_in_cases(own.case_id for own in self.own if own.closed), closed=True))

    @cached_property
    def ends_at(self) -> datetime:
        """The last second of the day."""
        return end_of_day(self.today)

    @cached_property
    def week_ends_at(self) -> datetime:
        """The last second of Sunday."""
        return end_of_day(self.today + timedelta(days=6 - self.today.weekday()))

    @cached_property
    def before_rules(self) -> frozenset[str]:
        """The rules of what must have come first: once something else has happened, it cannot be caught up with."""
        return frozenset(rule.key for rule in self.book.rules if isinstance(rule.duty, Before))


# --- which duties ---------------------------------------------------------------------------------------------


class Waiting(NamedTuple):
    """As much of a duty that waits as its group, its place there and its line follow from."""

    pk: int
    case_id: int
    closed: bool
    rule: str
    falls_on: str
    unknown_reason: str
    stopped_at: datetime | None
    warn_at: datetime | None  # None: no limit in numbers
    at: datetime | None  # when it is due; where there is no limit, when it began
    mark: str
    notifier: str
    starts_event: str
    rule_version: str

    @property
    def due_at(self) -> datetime | None:
        """When it is due."""
        return self.at if self.warn_at else None


def duties(day: Day, *, closed: bool = False) -> dict[Group, list[Waiting]]:
    """The duties that wait for this person, in groups and in order.

    From open cases, and besides what comes before all else in closed ones; or all from closed cases: there are many,
    and nobody asks for them but on a page of their own.
    """
    found: dict[Group, dict[int, Waiting]] = {}
    for duty in (*_as_adviser(day, closed=closed), *_by_turns(day, closed=closed)):
        group = group_of(duty, day)
        if group is not None:
            found.setdefault(group, {})[duty.pk] = duty
    return {group: sorted(rows.values(), key=lambda duty: _place(duty, day)) for group, rows in found.items()}


def _as_adviser(day: Day, *, closed: bool) -> Iterator[Waiting]:
    """The adviser's duties; the first 24 hours fall on the reception, and on the adviser once there is one."""
    for duty in day.in_own_closed_cases() if closed else day.in_own_cases:
        if duty.falls_on == Role.RAADGIVER or (duty.falls_on == Role.MODTAGELSE and duty.case_id in day.held):
            yield duty


def _by_turns(day: Day, *, closed: bool) -> Iterator[Waiting]:
    """The duties of a role in its units, whoever is on duty that day."""
    for turn in day.turns:
        if closed:
            yield from _read(Q(falls_on__in=turn.duties, case__in=all_closed(day, turn)), closed=True)
        else:
            yield from (each for each in day.waiting if turn.has(each))


def _read(which: Q, *, closed: bool) -> Iterator[Waiting]:
    """The duties that wait; ``closed``: the case is closed, and took them along."""
    # Reading moments is what costs: as few as will do.
    rows = DeadlineRow.objects.filter(WAITING, which).order_by()
    told = rows.annotate(at=Coalesce("due_at", "starts_at"))
    for pk, case_id, *columns in told.values_list("pk", "case_id", *Waiting._fields[3:]):
        yield Waiting(pk, case_id, closed, *columns)


# --- which group ----------------------------------------------------------------------------------------------


def group_of(duty: Waiting, day: Day) -> Group | None:
    """Where the duty stands; None: nowhere, for it is years ahead, or in doubt and its case or course is over."""
    if _is_outstanding(duty):
        return Group.FOERST
    if _in_doubt(duty, day):
        return None if duty.closed or duty.stopped_at else Group.UAFGJORT
    if duty.closed and duty.rule not in OUTLIVES_THE_CASE:
        return Group.LUKKET
    if duty.stopped_at or duty.rule in day.before_rules:
        return Group.FOR_SENT
    return _by_due(duty, day)


def _by_due(duty: Waiting, day: Day) -> Group | None:
    if _is_far_off(duty, day):
        return None
    if duty.due_at is None or duty.warn_at is None:
        return Group.UDEN_FRIST
    if duty.due_at < day.moment:
        return Group.OVERSKREDET
    if duty.warn_at <= day.ends_at:
        return Group.I_DAG
    return Group.DENNE_UGE if duty.warn_at <= day.week_ends_at else Group.SENERE


def _is_far_off(duty: Waiting, day: Day) -> bool:
    """Some limits run for years (support after eighteen, of a small child): those stand on the case alone."""
    return duty.warn_at is not None and duty.warn_at > day.moment + FAR_OFF


def _in_doubt(duty: Waiting, day: Day) -> bool:
    if duty.unknown_reason == Unknown.HOUR_OF_START:
        return bool(duty.warn_at and duty.due_at and duty.warn_at < day.moment <= duty.due_at)
    return duty.unknown_reason != Unknown.NOTHING


def _is_outstanding(duty: Waiting) -> bool:
    """Also where no source would tell: until somebody says that it is done, the careful reading holds."""
    certain = duty.unknown_reason in (Unknown.NOTHING, Unknown.HOUR_OF_START)
    untold = duty.unknown_reason == Unknown.NOT_COVERED and not duty.closed
    return duty.rule in FIRST_OF_ALL and (certain or untold)


# The same, asked of the database.
_OUTSTANDING: Final = Q(rule__in=tuple(FIRST_OF_ALL)) & (
    CERTAIN | Q(unknown_reason=Unknown.NOT_COVERED.value, case__closed=False)
)


def _place(duty: Waiting, day: Day) -> tuple[bool, float, int]:
    """What comes next first; of what is over or has no limit the newest, which is the likeliest to be news."""
    if duty.due_at and duty.warn_at and duty.due_at >= day.moment:
        return False, duty.warn_at.timestamp(), duty.pk
    return True, -duty.at.timestamp() if duty.at else 0.0, duty.pk


# --- what is shown of them ------------------------------------------------------------------------------------


def gathered(duties: Iterable[Waiting]) -> list[list[Waiting]]:
    """Duties without a number by case, in the order of the first of each; what a child's safety may hang on alone."""
    found: dict[tuple[int, int], list[Waiting]] = {}
    for duty in duties:
        found.setdefault((duty.case_id, duty.pk if duty.rule in ALONE else 0), []).append(duty)
    return sorted(found.values(), key=lambda some: some[0].rule not in ALONE)


def held_back(case_ids: Collection[int]) -> dict[int, list[str]]:
    """Of these cases, those where one of the two first things is outstanding, whoever it falls on."""
    rows = DeadlineRow.objects.filter(WAITING, _OUTSTANDING, case_id__in=case_ids)
    found: dict[int, list[str]] = {}
    for case_id, rule in rows.order_by("rule", "pk").values_list("case_id", "rule"):
        found.setdefault(case_id, []).append(rule)
    return found


def waiting_first(cases: QuerySet[Case]) -> frozenset[int]:
    """Those of many cases where it is so, for a count of whole units."""
    rows = DeadlineRow.objects.filter(WAITING, _OUTSTANDING, case__in=cases)
    return frozenset(rows.values_list("case", flat=True))


def rule_of(row: DeadlineRow | Waiting, book: Rulebook) -> Rule | None:
    """The rule of a duty; the newest one where its version is gone, and None where the whole rule is."""
    versions = book.by_key.get(row.rule, ())
    return next((rule for rule in versions if rule.version == row.rule_version), versions[-1] if versions else None)


def without_next_step(day: Day) -> list[Known]:
    """The person's own open cases in which nothing is left to be done: no duty, or none that can still be met."""

    def leads_on(duty: Waiting) -> bool:
        over = duty.stopped_at or duty.rule in day.before_rules
        return not over and not _in_doubt(duty, day) and not _is_far_off(duty, day)

    going = {duty.case_id for duty in day.in_own_cases if leads_on(duty)}
    return [own for own in day.own_open if own.case_id not in going]

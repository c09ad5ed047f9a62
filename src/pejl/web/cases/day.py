"""What falls on this person today: which duties, in which groups, and what must wait for something else?

Always the same number of questions to the database, each starting from the cases the person may see. A duty is first
read as the few columns its group follows from, for there may be a thousand; only what is shown is read whole.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cache, cached_property
from typing import Final, NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce

from pejl.dates import end_of_day
from pejl.events import SAG_AFSLUTTET, SAG_FLYTTET
from pejl.rulebook import RULEBOOK
from pejl.rules import Before, NoLimit, Role, Rule, Rulebook, Within
from pejl.tables import Unknown
from pejl.web.access import gate
from pejl.web.access.models import Case, Cover, Naming, OpenDuty, running
from pejl.web.access.person import Person, Place
from pejl.web.access.roles import Sees
from pejl.web.cases.models import DeadlineRow, EventRow
from pejl.web.cases.standing import CERTAIN, WAITING

# Before these two are done, nobody turns to the parents (barnets lov § 18, stk. 3, and § 137, stk. 3).
FIRST_OF_ALL: Final = {
    "screening.risikovurdering": "Venter på risikovurderingen",
    "underretning.samtale_overgreb": "Venter på samtalen med barnet",
}

_ENDS: Final = (SAG_AFSLUTTET.key, SAG_FLYTTET.key)
# What only begins when the case ends here, and is still to be done (barnets lov § 132).
OUTLIVES_THE_CASE: Final = frozenset(
    rule.key for rule in RULEBOOK.rules if any(match.kind.key in _ENDS for match in rule.starts)
)


def _closing_ends(rule: Rule) -> bool:
    return any(match.kind == SAG_AFSLUTTET for match in rule.stopped_by)


# What closing the case does not end, and must be done by a day: somebody has told of a child, complained, or asked to
# see the papers; a chair's decision waits for the committee. It follows from the rule, so a new one needs no line here.
_BY_A_DAY: Final = frozenset(
    rule.key
    for rule in RULEBOOK.rules
    if isinstance(rule.duty, Within) and not isinstance(rule.duty.time, NoLimit) and not _closing_ends(rule)
)
# Of what has no number, only what somebody outside waits for after being told to wait.
ASKED_ALL_THE_SAME: Final = _BY_A_DAY | {"forvaltning.aktindsigt_efter_brev", "naevnet.oplysninger_foelger"}
# What is shown of a closed case as the duty of one: it comes before all else, or only began when the case ended.
_ALSO_CLOSED: Final = frozenset({*FIRST_OF_ALL, *OUTLIVES_THE_CASE})
# The duties that belong to the day although their case is closed: the case was not closed after they were late.
GOES_ON: Final = Q(rule__in=ASKED_ALL_THE_SAME) & ~Q(
    Exists(
        EventRow.objects.filter(case=OuterRef("case"), kind__in=_ENDS, sealed=False, recorded_at__gt=OuterRef("due_at"))
    )
)


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


class Own(NamedTuple):
    """A case the person has as adviser or stand-in, or else as second adviser."""

    case_id: int
    closed: bool
    held: bool
    key: str
    number: str
    name: str  # the child's; empty where no list has told it


def _in_cases(numbers: Iterable[int]) -> Q:
    """In one of these cases; written out, for Django looks each of thousands through several times first."""
    written = ",".join(str(int(number)) for number in numbers)
    return Q(case__pk__in=RawSQL(written, ())) if written else Q(pk__in=())  # noqa: S611 -- digits of our own keys alone


def _which(cases: Mapping[int, bool], *, closed: bool) -> set[int]:
    """Those that are closed, or those that are open."""
    return {case for case, is_closed in cases.items() if is_closed is closed}


class Turn(NamedTuple):
    """A post whose duties fall on whoever is there: which duties, and in which cases they are outstanding."""

    duties: frozenset[Role]
    closed: Mapping[int, bool]  # by case; of the closed ones only those in which something may go on all the same
    cases: QuerySet[Case]  # of its units, whatever is outstanding there

    @property
    def all_closed(self) -> QuerySet[Case]:
        """All closed cases in which one of its duties is outstanding."""
        outstanding = OpenDuty.objects.filter(role__in=self.duties).values("case_id")
        return self.cases.filter(pk__in=outstanding, closed=True)

    def has(self, duty: Waiting) -> bool:
        """Whether the duty falls on it; of a closed case only what goes on all the same."""
        if duty.falls_on not in self.duties or duty.case_id not in self.closed:
            return False
        return not self.closed[duty.case_id] or duty.rule in ASKED_ALL_THE_SAME


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
    def own(self) -> list[Own]:
        """The cases an adviser's duties in are theirs."""
        if Role.RAADGIVER not in self.person.duties:
            return []
        covers = Cover.objects.filter(running(self.today), user=self.person.user).values_list("initials", flat=True)
        advisers = {self.person.initials, *covers} - {""}
        named = Q(pk__in=_named(self, Naming.As.MEDRAADGIVER, Naming.As.VIKAR))
        found = self.cases.filter(Q(adviser__in=advisers) | named).order_by("pk")
        rows = found.values_list("pk", "closed", "adviser", "key", "number", "child__name")
        return [
            Own(pk, closed, held=adviser in advisers, key=key, number=number, name=name or "")
            for pk, closed, adviser, key, number, name in rows
        ]

    @cached_property
    def turns(self) -> list[Turn]:
        """For each post whose duties are anybody's on duty: the cases of its units where they are outstanding."""
        return [_turn(self, place) for place in self.person.places if place.role.sees is Sees.DUTY]

    @cached_property
    def waiting(self) -> list[Waiting]:
        """What waits in all these cases: their own, whoever it falls on, and what falls on them by turns."""
        own_closed = {own.case_id for own in self.own if own.closed}
        found = _in_cases(own.case_id for own in self.own if not own.closed)
        # Said of each way by itself, so that the database looks among these cases and not through all such duties.
        found |= _in_cases(own_closed) & Q(rule__in=_ALSO_CLOSED)
        for turn in self.turns:
            found |= _in_cases(_which(turn.closed, closed=False)) & Q(falls_on__in=turn.duties)
        # Whose they are, where they fall on somebody else in a closed case, is looked at afterwards (``Turn.has``).
        found |= _in_cases(own_closed.union(*(_which(turn.closed, closed=True) for turn in self.turns))) & GOES_ON
        return list(_read(found, closed=False))

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


def _named(day: Day, *named_as: Naming.As) -> QuerySet[Naming, int]:
    rows = Naming.objects.filter(running(day.today), user=day.person.user, named_as__in=named_as)
    return rows.values_list("case_id", flat=True)


# --- which duties ---------------------------------------------------------------------------------------------


class Waiting(NamedTuple):
    """As much of a duty that waits as its group and its place there follow from."""

    pk: int
    case_id: int
    closed: bool
    rule: str
    falls_on: str
    unknown_reason: str
    stopped: bool
    warn_at: datetime | None  # None: no limit in numbers
    at: datetime | None  # when it is due; where there is no limit, when it began

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
    held = {own.case_id for own in day.own if own.held}
    for duty in day.in_own_closed_cases() if closed else day.in_own_cases:
        if duty.falls_on == Role.RAADGIVER or (duty.falls_on == Role.MODTAGELSE and duty.case_id in held):
            yield duty


def _by_turns(day: Day, *, closed: bool) -> Iterator[Waiting]:
    """The duties of a role in its units, whoever is on duty that day."""
    for turn in day.turns:
        if closed:
            yield from _read(Q(falls_on__in=turn.duties, case__in=turn.all_closed), closed=True)
        else:
            yield from (each for each in day.waiting if turn.has(each))


def _turn(day: Day, place: Place) -> Turn:
    here = Q(team_id__in=place.units) | Q(team_id__isnull=True)
    here |= Q(pk__in=_named(day, Naming.As.BESKYTTET, Naming.As.TILSYNSKONSULENT))
    cases, few = day.cases.filter(here).order_by(), RawSQL(*_at_work(place.role.duties))  # noqa: S611 -- put together by Django from our own codes
    return Turn(place.role.duties, dict(cases.filter(pk__in=few).values_list("pk", "closed")), cases)


@cache
def _at_work(duties: frozenset[Role]) -> tuple[str, tuple[str, ...]]:
    """The cases in which such a duty is outstanding: the open ones, and the closed ones in which it goes on.

    ``visible`` asks for such a duty as well; said here, only these few are looked at, whoever asks. Putting the
    question together takes longer than asking it, and it is always the same.
    """
    outstanding = OpenDuty.objects.filter(role__in=duties)
    is_open = Case.objects.filter(Exists(outstanding.filter(case=OuterRef("pk"))), closed=False)
    goes_on = DeadlineRow.objects.filter(
        WAITING, GOES_ON, Exists(outstanding.filter(case=OuterRef("case"))), falls_on__in=duties
    )
    both = is_open.values("pk").union(goes_on.values("case_id"), all=True)
    return both.query.sql_with_params()


def _read(which: Q, *, closed: bool) -> Iterator[Waiting]:
    """The duties that wait; ``closed``: the case is closed, and took them along."""
    # Reading moments is what costs: as few as will do.
    rows = DeadlineRow.objects.filter(WAITING, which).order_by()
    told = rows.annotate(stopped=Q(stopped_at__isnull=False), at=Coalesce("due_at", "starts_at"))
    for pk, case_id, *columns in told.values_list("pk", "case_id", *Waiting._fields[3:]):
        yield Waiting(pk, case_id, closed, *columns)


# --- which group ----------------------------------------------------------------------------------------------


def group_of(duty: Waiting, day: Day) -> Group | None:
    """Where the duty stands; None: nowhere, for it is years ahead, or in doubt and its case or course is over."""
    if _is_outstanding(duty):
        return Group.FOERST
    if _in_doubt(duty, day):
        return None if duty.closed or duty.stopped else Group.UAFGJORT
    if duty.closed and duty.rule not in OUTLIVES_THE_CASE:
        return Group.LUKKET
    if duty.stopped or duty.rule in day.before_rules:
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


def whole(duties: Sequence[Waiting]) -> list[DeadlineRow]:
    """The rows themselves with their cases, in the same order."""
    known = DeadlineRow.objects.select_related("case__child").in_bulk([duty.pk for duty in duties])
    # One of them may have been worked out anew since it was read; then it has another number.
    return [known[duty.pk] for duty in duties if duty.pk in known]


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


def rule_of(row: DeadlineRow, book: Rulebook) -> Rule | None:
    """The rule of a duty; the newest one where its version is gone, and None where the whole rule is."""
    versions = book.by_key.get(row.rule, ())
    return next((rule for rule in versions if rule.version == row.rule_version), versions[-1] if versions else None)


def without_next_step(day: Day) -> list[Own]:
    """The person's own open cases in which nothing is left to be done: no duty, or none that can still be met."""

    def leads_on(duty: Waiting) -> bool:
        over = duty.stopped or duty.rule in day.before_rules
        return not over and not _in_doubt(duty, day) and not _is_far_off(duty, day)

    going = {duty.case_id for duty in day.in_own_cases if leads_on(duty)}
    return [own for own in day.own if not own.closed and own.case_id not in going]

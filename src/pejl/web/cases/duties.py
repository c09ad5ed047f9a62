"""Which duties are outstanding in a case, in which order are they met, and what would meet them?

Where a risk assessment or a talk about abuse is outstanding, that stands first, and nothing that turns to the parents
or the network is urged until it is done (barnets lov § 18, stk. 3, and § 137, stk. 3).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from typing import Final

from pejl.dates import danish_date, danish_moment, end_of_day, local_day
from pejl.events import Kind
from pejl.rules import Before, Rule, Rulebook
from pejl.tables import Status, Unknown
from pejl.web.cases.day import ALONE, FIRST_OF_ALL, rule_of
from pejl.web.cases.forms.asked import meeting_kinds
from pejl.web.cases.forms.courses import turns_to_parents
from pejl.web.cases.going_on import OUTLIVES_THE_CASE
from pejl.web.cases.models import DeadlineRow
from pejl.web.cases.standing import deadline_of
from pejl.wording import ROLES

_NEVER: Final = datetime.max.replace(tzinfo=UTC)
_SHOWN_KINDS: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """One duty as a page shows it."""

    mark: str
    rule: Rule
    status: Status
    course: str  # what people call it
    notifier: str
    starts_at: datetime | None
    warn_at: datetime | None
    due_at: datetime | None
    met_at: datetime | None
    stopped_at: datetime | None
    unknown: Unknown
    excused: str
    # It waits until the child's safety has been looked at, so no button urges it.
    held_back: bool = False

    @property
    def is_safety(self) -> bool:
        """Whether it stands before everything else."""
        return self.rule.key in FIRST_OF_ALL

    @property
    def outlives_the_case(self) -> bool:
        """Whether it is still to be done when the case is closed here."""
        return self.rule.key in OUTLIVES_THE_CASE

    @property
    def waits(self) -> bool:
        """Whether somebody still has to do it."""
        return self.status in (Status.OVERDUE, Status.OPEN)

    @property
    def missed(self) -> bool:
        """Whether it was not done while it could be: what should have come first, or a course that is over."""
        over = self.stopped_at is not None or isinstance(self.rule.duty, Before)
        return self.status is Status.OVERDUE and over

    @property
    def unseen(self) -> bool:
        """Whether the source just does not tell, so that somebody must look in the case system."""
        return self.unknown is Unknown.NOT_COVERED and self.status is Status.UNKNOWN

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """What can be registered to meet it, or to excuse it."""
        return () if self.held_back else meeting_kinds(self.rule)[:_SHOWN_KINDS]

    @property
    def turns_to_parents(self) -> bool:
        """Whether the ordinary way to meet it brings the parents or the network into it."""
        return turns_to_parents(meeting_kinds(self.rule)[0].key, notifier=self.notifier)

    @property
    def limit(self) -> str:
        """When it is due; a limit that is the end of a day is told as the day."""
        if self.due_at is None:
            return ""
        day = local_day(self.due_at)
        to_the_minute = self.due_at.replace(second=0, microsecond=0)
        return danish_date(day) if self.due_at == end_of_day(day) else danish_moment(to_the_minute)

    @property
    def falls_on(self) -> str:
        """Whose it is, in words."""
        return ROLES[self.rule.falls_on]

    @property
    def order(self) -> tuple[bool, datetime, str]:
        """Safety, then the oldest limit, then those without a number."""
        return not self.is_safety, self.due_at or _NEVER, self.rule.key


@dataclass(frozen=True, kw_only=True)
class Duties:
    """The duties of a case at a moment, in the order they are met."""

    all: tuple[Duty, ...]
    closed: bool

    @cached_property
    def first(self) -> list[Duty]:
        """What must be done before anything else, also where no source would tell that it is done."""
        return [each for each in self.all if each.is_safety and (each.waits or (each.unseen and not self.closed))]

    @cached_property
    def overdue(self) -> list[Duty]:
        """What should have been done and still can be."""
        return [each for each in self._ordinary if each.status is Status.OVERDUE]

    @cached_property
    def open(self) -> list[Duty]:
        """What has a limit ahead, and then what has none."""
        return [each for each in self._ordinary if each.status is Status.OPEN]

    @property
    def pressing(self) -> list[Duty]:
        """Of these, what has a limit, or what a child's safety may hang on."""
        return [each for each in self.open if each.due_at or each.rule.key in ALONE]

    @property
    def unlimited(self) -> list[Duty]:
        """The others: the law gives no number, and nothing is urgent in itself."""
        return [each for each in self.open if not (each.due_at or each.rule.key in ALONE)]

    @cached_property
    def missed(self) -> list[Duty]:
        """What was not done and cannot be any more."""
        return [each for each in self.all if each.missed or (each.waits and self._over(each) and not each.is_safety)]

    @cached_property
    def unknown(self) -> list[Duty]:
        """What cannot be judged."""
        first = self.first
        return [each for each in self.all if each.status is Status.UNKNOWN and each not in first]

    @cached_property
    def kinds(self) -> tuple[Kind, ...]:
        """What is likely to be registered next, the most pressing first."""
        waiting = (*self.first, *self.overdue, *self.open)
        return tuple(dict.fromkeys(each.kinds[0] for each in waiting if each.kinds))

    @cached_property
    def _ordinary(self) -> list[Duty]:
        return [each for each in self.all if each.waits and not (each.is_safety or each.missed or self._over(each))]

    def _over(self, duty: Duty) -> bool:
        """Whether the case was closed before the duty was met, and took it along."""
        return self.closed and not duty.outlives_the_case


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """By which rulebook, at which moment, and what the courses of the case are called."""

    book: Rulebook
    as_of: datetime
    courses: Mapping[str, str]


def duties_of(rows: Iterable[DeadlineRow], *, asked: Asked, closed: bool) -> Duties:
    """All duties of a case as they stand at the moment asked about."""
    # A row whose rule is gone waits to be worked out anew.
    known = ((row, rule_of(row, asked.book)) for row in rows)
    found = sorted((_duty(row, rule, asked=asked) for row, rule in known if rule), key=lambda each: each.order)
    duties = Duties(all=tuple(found), closed=closed)
    if not duties.first:
        return duties
    return replace(duties, all=tuple(replace(each, held_back=each.turns_to_parents) for each in duties.all))


def _duty(row: DeadlineRow, rule: Rule, *, asked: Asked) -> Duty:
    return Duty(
        mark=row.mark,
        rule=rule,
        status=deadline_of(row).status(asked.as_of),
        course=asked.courses.get(row.thread_id, ""),
        notifier=row.notifier,
        starts_at=row.starts_at,
        warn_at=row.warn_at,
        due_at=row.due_at,
        met_at=row.met_at,
        stopped_at=row.stopped_at,
        unknown=Unknown(row.unknown_reason),
        excused=row.excused_reason,
    )

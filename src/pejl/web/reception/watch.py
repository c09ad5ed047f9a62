"""What does whoever has the duty need: which clocks run, what has come in, who is there, what is handed over?

Everything about a case starts from the cases the person may see; each page asks a fixed number of questions.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Final

from django.db.models import Exists, OuterRef, Q, QuerySet

from pejl.events import ANSOEGNING_MODTAGET, HENVENDELSE_MODTAGET, KIND_BY_KEY, UNDERRETNING_MODTAGET, UNDERRETTER
from pejl.web.access.models import Case, Post, User, running
from pejl.web.access.roles import ROLES, Right
from pejl.web.cases.actions.writing import recorder
from pejl.web.cases.day import Day, held_back
from pejl.web.cases.duty_line import Line, known_of, lines_of, name_of, register_url, waiting_of
from pejl.web.cases.going_on import GOES_ON
from pejl.web.cases.models import DeadlineRow, EventRow
from pejl.web.cases.standing import WAITING
from pejl.web.reception.models import HandOver, Watch

CLOCK: Final = "underretning.vurderes"
VAGT: Final = "vagt"
CAME_IN: Final = (UNDERRETNING_MODTAGET.key, HENVENDELSE_MODTAGET.key, ANSOEGNING_MODTAGET.key)
SHOWN: Final = 50
# So far back one may still tell the next about what one has just registered: a shift, and the hours after it.
OWN_WORK: Final = timedelta(hours=24)
_OLD: Final = timedelta(days=7)
_FAR_BACK: Final = timedelta(days=4)  # a long weekend
_AHEAD: Final = timedelta(days=14)
_IN_DAYS: Final = 49  # from so many hours on, the hours say nothing any more
_SENDERS: Final = dict(UNDERRETTER.choices)


def sender_words(code: str) -> str:
    """Who told, without the years a choice was in use.

    >>> sender_words("familie"), sender_words("")
    ('Familie eller bekendtskabskreds', 'Afsender ikke oplyst')
    """
    return _SENDERS.get(code, code).partition(" (")[0] or "Afsender ikke oplyst"


def span_words(span: timedelta) -> str:
    """A span of time in hours and minutes, as it really passes: an hour more or less when the clocks are changed.

    >>> span_words(timedelta(hours=25, minutes=1)), span_words(timedelta(minutes=59, seconds=30))
    ('25 timer og 1 minut', '59 minutter')
    >>> span_words(timedelta(days=-3, hours=-5))
    '3 døgn'
    """
    hours, minutes = divmod(int(abs(span).total_seconds()) // 60, 60)
    if hours >= _IN_DAYS:
        return f"{hours // 24} døgn"
    told = [f"{hours} {'time' if hours == 1 else 'timer'}"] if hours else []
    if minutes or not hours:
        told.append(f"{minutes} {'minut' if minutes == 1 else 'minutter'}")
    return " og ".join(told)


# --- the clocks that run --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """One assessment that waits: how it stands on a line, from whom, and how long there is left."""

    line: Line
    began: datetime | None
    sender: str
    left: str
    over: bool
    old: bool

    @property
    def url(self) -> str:
        """The form of the assessment, which leads back here; empty where it cannot be registered."""
        kind = self.line.rule.met_by[0].kind
        return register_url(self.line.case, kind, mark=self.line.row.mark, back=VAGT) if self.line.url else ""


def clocks(day: Day) -> tuple[list[Clock], list[Clock]]:
    """The assessments that wait, the first to run out first; and apart, what ran out long ago.

    What a night can do something about must not drown in what was never registered years back.
    """
    runs = Q(case__closed=False) | GOES_ON
    waiting = DeadlineRow.objects.filter(WAITING, runs, rule=CLOCK, stopped_at=None, case__in=day.cases).select_related(
        "case__child"
    )
    rows = sorted(waiting, key=lambda row: (row.due_at is None, row.due_at or day.moment, row.pk))
    cases = {row.case_id: known_of(row.case) for row in rows}
    lines = lines_of([waiting_of(row) for row in rows], cases=cases, first=held_back(cases), day=day)
    began = {row.pk: row.starts_at for row in rows}
    found = [_clock(line, began=began[line.row.pk], at=day.moment) for line in lines]
    return [each for each in found if not each.old], [each for each in found if each.old]


def _clock(line: Line, *, began: datetime | None, at: datetime) -> Clock:
    due = line.row.due_at
    over = due is not None and due < at
    words = "" if due is None else f"{span_words(due - at)} {'over fristen' if over else 'tilbage'}"
    old = due is not None and at - due > _OLD
    return Clock(line=line, began=began, sender=sender_words(line.row.notifier), left=words, over=over, old=old)


# --- what has come in -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """Something that reached us: when, what it is, from whom, and whether it has been assessed."""

    case: Case
    name: str
    label: str
    at: datetime | None
    row: EventRow
    sender: str
    assessed: datetime | None
    waits: bool


def since(watches: Sequence[Watch], *, at: datetime) -> datetime:
    """From when on it is news: the beginning of the shift before the one that runs, and at least a day and night."""
    duties = (Watch.Duty.DAG, Watch.Duty.DOEGN)
    before = [each.first_at for each in watches if each.duty in duties and each.last_at <= at]
    return max(min([*sorted(before)[-1:], at - OWN_WORK]), at - _FAR_BACK)


def arrivals(day: Day, *, since: datetime) -> list[Arrival]:
    """What was written down since then in the cases the person may see, the newest first."""
    rows = EventRow.objects.filter(kind__in=CAME_IN, recorded_at__gte=since, sealed=False, case__in=day.cases)
    found = list(rows.select_related("case__child").order_by("-recorded_at", "-pk")[:SHOWN])
    duties = DeadlineRow.objects.filter(rule=CLOCK, starts_event__in=[row.event_id for row in found])
    by_event = {duty.starts_event: duty for duty in duties}
    return [_arrival(row, by_event.get(row.event_id)) for row in found if _stands(row, by_event)]


def _stands(row: EventRow, duties: dict[str, DeadlineRow]) -> bool:
    """A notification that was taken out of force has no duty any more."""
    return row.kind != UNDERRETNING_MODTAGET.key or row.event_id in duties


def _arrival(row: EventRow, duty: DeadlineRow | None) -> Arrival:
    assert row.case is not None  # noqa: S101 -- the rows were found by their cases
    kind = KIND_BY_KEY[row.kind]
    return Arrival(
        case=row.case,
        name=name_of(row.case) or row.case.number,
        label=kind.label_on(row.day),
        at=row.at,
        row=row,
        sender=sender_words(duty.notifier) if duty else "",
        assessed=duty.met_at if duty else None,
        waits=bool(duty and not duty.met_at and not duty.stopped_at),
    )


# --- who has the duty -----------------------------------------------------------------------------------------

Gap = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """Who has the duty now, who is next, who stands behind them; all that lies ahead, and where nobody is."""

    now: list[Watch]
    following: Watch | None
    backup: list[Watch]
    next_backup: Watch | None
    ahead: list[Watch]
    gaps: list[Gap]

    @property
    def nobody(self) -> bool:
        """Whether there is nobody to call at this moment."""
        return not self.now


def watches(*, at: datetime) -> list[Watch]:
    """The duties from a few days back and on, in order; one question."""
    rows = Watch.objects.filter(last_at__gte=at - _FAR_BACK * 2).select_related("user")
    return list(rows.order_by("first_at", "pk"))


def roster(rows: Iterable[Watch], *, at: datetime) -> Roster:
    """The duties of this moment and those to come."""
    ahead = [each for each in rows if each.last_at > at]
    duty = [each for each in ahead if each.duty != Watch.Duty.BAGVAGT]
    behind = [each for each in ahead if each.duty == Watch.Duty.BAGVAGT]
    return Roster(
        now=[each for each in duty if each.first_at <= at],
        following=next((each for each in duty if each.first_at > at), None),
        backup=[each for each in behind if each.first_at <= at],
        next_backup=next((each for each in behind if each.first_at > at), None),
        ahead=ahead,
        gaps=gaps(duty, first=at, last=at + _AHEAD),
    )


def gaps(duty: Iterable[Watch], *, first: datetime, last: datetime) -> list[Gap]:
    """When nobody has the duty between two moments."""
    held = sorted((max(each.first_at, first), min(each.last_at, last)) for each in duty if each.first_at < last)
    ends = [(first, first), *held, (last, last)]
    reached, found = first, []
    for (_, before), (begins, _) in pairwise(ends):
        reached = max(reached, before)
        if begins > reached:
            found.append((reached, begins))
    return found


def may_watch(*, on: date) -> QuerySet[User]:
    """Those who can have a duty: whose role gives the page of the duty."""
    roles = [role.key for role in ROLES if Right.WATCH in role.rights]
    posts = Post.objects.filter(running(on), role__in=roles)
    return User.objects.filter(is_active=True, pk__in=posts.values("user")).order_by("name", "pk")


# --- what is handed over --------------------------------------------------------------------------------------


def unread(day: Day) -> list[HandOver]:
    """What nobody of the next duty has read, in the cases the person may see; the oldest first."""
    rows = HandOver.objects.filter(read_at=None, case__in=day.cases).select_related("case__child")
    return list(rows.order_by("written_at", "pk")[:SHOWN])


def just_left(day: Day) -> QuerySet[Case]:
    """The cases the person has written in during this duty and can no longer open: an assessment may end the duty.

    One may still tell the next about them; more than the number of the case is not shown.
    """
    mine = EventRow.objects.filter(
        case=OuterRef("pk"), recorded_by=recorder(day.person.user), recorded_at__gte=day.moment - OWN_WORK, sealed=False
    )
    cases = Case.objects.filter(Exists(mine), protected=False).exclude(pk__in=day.cases.values("pk"))
    return cases.order_by("number")

"""How do the investigations stand against their four months: in time, over with a preliminary assessment, or without?

A preliminary assessment never excuses the four months, so it makes a group of its own. Before barnets lov no rule of
ours asks for one; those investigations are counted apart instead of as if it were missing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple, TypedDict

from django.db.models import Case as Choose
from django.db.models import CharField, Count, Exists, F, OuterRef, Q, QuerySet, Subquery, Value, When

from pejl.dates import end_of_day, local_day
from pejl.events import UNDERSOEGELSESPLAN_LAVET
from pejl.tables import Status
from pejl.web.cases.models import DeadlineRow, EventRow
from pejl.web.cases.standing import status_at

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

    class _Told(TypedDict):
        standing: str
        asked: bool
        preliminary: datetime | None
        phase: str
        group: str

    Investigation = WithAnnotations[DeadlineRow, _Told]

FINISHED: Final = "undersoegelse.afsluttes"
PRELIMINARY: Final = "undersoegelse.foreloebig_vurdering"


class Phase(StrEnum):
    """How far an investigation has come."""

    RUNNING = "loeber"
    DONE = "afsluttet"
    STOPPED = "stoppet"

    @property
    def danish(self) -> str:
        """The words of the tables."""
        return {
            Phase.RUNNING: "Løber nu",
            Phase.DONE: "Afsluttet i perioden",
            Phase.STOPPED: "Stoppet i perioden, fordi sagen blev lukket eller flyttet",
        }[self]


class Group(StrEnum):
    """How an investigation stands against its four months."""

    IN_TIME = "i_tide"
    WITH = "over_med"
    WITHOUT = "over_uden"
    EARLIER = "over_foer"
    FALLEN = "bortfaldet"
    UNKNOWN = "ukendt"

    @property
    def danish(self) -> str:
        """The words of the tables."""
        return {
            Group.IN_TIME: "Inden for fire måneder",
            Group.WITH: "Over fristen, med foreløbig vurdering",
            Group.WITHOUT: "Over fristen, uden foreløbig vurdering",
            Group.EARLIER: "Over fristen, begyndt før barnets lov",
            Group.FALLEN: "Bortfaldet inden fristen",
            Group.UNKNOWN: "Kan ikke afgøres",
        }[self]

    @property
    def over(self) -> bool:
        """Past its four months."""
        return self in OVER


OVER: Final = (Group.WITH, Group.WITHOUT, Group.EARLIER)


def investigations(duties: QuerySet[DeadlineRow], *, within: Within) -> QuerySet[Investigation]:
    """One row an investigation, with its ``phase``, its ``group`` and the day of the preliminary assessment."""
    return _of(duties, within).annotate(
        standing=status_at(within.at),
        asked=Exists(_PRELIMINARIES),
        preliminary=Subquery(_PRELIMINARIES.filter(met_at__lte=within.by).values("met_at")[:1]),
        phase=_phase(within),
        group=_group(),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Within:
    """As they stand at a moment; of those that are over, the ones that ended between two instants (None: whenever)."""

    at: datetime
    first: datetime | None = None
    last: datetime | None = None

    @property
    def by(self) -> datetime:
        """The end of the day: what happened on it had happened."""
        return end_of_day(local_day(self.at))

    @property
    def running(self) -> Q:
        """As ``phase`` says, by the columns it follows from."""
        return ~Q(met_at__lte=self.by) & ~Q(stopped_at__lte=self.by)

    @property
    def counted(self) -> Q:
        """Those that still run, and those that ended in the time asked about."""
        done, stopped = Q(met_at__lte=self.by), ~Q(met_at__lte=self.by) & Q(stopped_at__lte=self.by)
        if self.first:
            done, stopped = done & Q(met_at__gte=self.first), stopped & Q(stopped_at__gte=self.first)
        if self.last:
            done, stopped = done & Q(met_at__lte=self.last), stopped & Q(stopped_at__lte=self.last)
        return self.running | done | stopped


_PRELIMINARIES: Final = DeadlineRow.objects.filter(
    case=OuterRef("case"), rule=PRELIMINARY, starts_event=OuterRef("starts_event")
)


def _of(duties: QuerySet[DeadlineRow], within: Within) -> QuerySet[DeadlineRow]:
    return duties.filter(within.counted, rule=FINISHED)


def _phase(within: Within) -> Choose:
    return Choose(
        When(met_at__lte=within.by, then=Value(Phase.DONE.value)),
        When(stopped_at__lte=within.by, then=Value(Phase.STOPPED.value)),
        default=Value(Phase.RUNNING.value),
        output_field=CharField(),
    )


def _group() -> Choose:
    over = Choose(
        When(preliminary__isnull=False, then=Value(Group.WITH.value)),
        When(asked=False, then=Value(Group.EARLIER.value)),
        default=Value(Group.WITHOUT.value),
    )
    return Choose(
        When(standing__in=(Status.MET.value, Status.OPEN.value), then=Value(Group.IN_TIME.value)),
        When(standing__in=(Status.LATE.value, Status.OVERDUE.value), then=over),
        When(standing=Status.CANCELLED.value, then=Value(Group.FALLEN.value)),
        default=Value(Group.UNKNOWN.value),
        output_field=CharField(),
    )


class Counts(NamedTuple):
    """How many in each phase and group, and how many of the running ones have a plan (undersøgelsesplan)."""

    by_phase: dict[tuple[Phase, Group], int]
    with_plan: int


def grouped(duties: QuerySet[DeadlineRow], *, within: Within, gone: Collection[str]) -> Counts:
    """Counted in one question; a plan of investigation that has been withdrawn (``gone``) is none."""
    # By what the group follows from: to work it out in the database means to ask thrice how each of them stands.
    told = _of(duties, within).annotate(
        standing=status_at(within.at),
        asked=Exists(_PRELIMINARIES),
        with_one=Exists(_PRELIMINARIES.filter(met_at__lte=within.by)),
        phase=_phase(within),
    )
    by_what = told.values_list("phase", "standing", "asked", "with_one").order_by()
    planned = Count("pk", filter=within.running & Q(Exists(_plans(gone))))
    found, with_plan = Counter[tuple[Phase, Group]](), 0
    for phase, standing, asked, has_one, number, plans in by_what.annotate(number=Count("pk"), planned=planned):
        found[Phase(phase), _group_of(Status(standing), asked=asked, has_one=has_one)] += number
        with_plan += plans
    return Counts(dict(found), with_plan)


def _plans(gone: Collection[str]) -> QuerySet[EventRow]:
    of_the_course = Q(thread_id=OuterRef("thread_id")) | Q(thread_id="")
    rows = EventRow.objects.filter(of_the_course, kind=UNDERSOEGELSESPLAN_LAVET.key, case=OuterRef("case"))
    return rows.exclude(event_id__in=gone)


def _group_of(status: Status, *, asked: bool, has_one: bool) -> Group:
    """The same as ``_group``, of one of them."""
    if status in (Status.LATE, Status.OVERDUE):
        return Group.WITH if has_one else Group.WITHOUT if asked else Group.EARLIER
    if status in (Status.MET, Status.OPEN):
        return Group.IN_TIME
    return Group.FALLEN if status is Status.CANCELLED else Group.UNKNOWN


# --- how far over --------------------------------------------------------------------------------------------

# The last day of each step, and None for what lies beyond the last.
STEPS: Final = (30, 60, 120, None)


@dataclass(frozen=True, slots=True)
class Step:
    """So many investigations are so far over."""

    words: str
    running: int
    ended: int


def days_over(row: DeadlineRow, *, today: date) -> int:
    """Whole days from the due date to the finish, or until today while it runs; never below zero."""
    if row.due_at is None:
        return 0
    end = row.met_at or row.stopped_at
    return max(((local_day(end) if end else today) - local_day(row.due_at)).days, 0)


def steps_over(rows: QuerySet[Investigation], *, today: date) -> list[Step]:
    """How those over the limit spread, without telling of anybody."""
    over = rows.filter(group__in=[group.value for group in OVER]).only("due_at", "met_at", "stopped_at")
    days = [(days_over(row, today=today), row.met_at is None and row.stopped_at is None) for row in over]
    return list(_steps(days))


def _steps(days: list[tuple[int, bool]]) -> Iterable[Step]:
    least = 1
    for most in STEPS:
        inside = [running for number, running in days if least <= max(number, 1) and (most is None or number <= most)]
        words = f"{least}–{most} dage" if most else f"over {least - 1} dage"
        yield Step(words, running=sum(inside), ended=len(inside) - sum(inside))
        least = (most or 0) + 1


def in_order(rows: QuerySet[Investigation]) -> QuerySet[Investigation]:
    """The running ones first, then those that ended; the oldest due date on top of each."""
    running_first = Choose(When(phase=Phase.RUNNING.value, then=Value(0)), default=Value(1))
    return rows.order_by(running_first, F("due_at").asc(nulls_last=True), "pk")

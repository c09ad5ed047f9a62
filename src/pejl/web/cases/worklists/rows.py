"""Which lists may a person see, which of their entries are counted, and how does each entry stand?

All figures start from ``gate.counted``: whole units and never a protected case. An entry whose case has gone to another
team is told as a number; one whose case has been protected since is in no number at all, as everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.fields.json import KT

from pejl.dates import local_day
from pejl.events import SAG_GENNEMGAAET
from pejl.web.access import gate
from pejl.web.access.models import Case, Unit
from pejl.web.access.roles import Right, Sees
from pejl.web.cases.addresses import address
from pejl.web.cases.forms.offered import course_mark
from pejl.web.cases.worklists import KIND_BY_KEY, KINDS
from pejl.web.cases.worklists.kind import Found, ListKind, Wanted
from pejl.web.worklists.models import Entry, Worklist

if TYPE_CHECKING:
    from pejl.web.access.person import Person

OUTCOMES: Final = next(each for each in SAG_GENNEMGAAET.fields if each.name == "gennemgang_udfald").choices


def within(unit: Unit) -> Q:
    """The cases of a unit and of those below it; above the teams also what has no team yet."""
    found = Q(team=unit) | Q(team__parent=unit) | Q(team__parent__parent=unit)
    return found if unit.level == Unit.Level.TEAM else found | Q(team=None)


# The same, of entries on lists of different units.
_IN_UNIT: Final = (
    Q(case__team=F("worklist__unit"))
    | Q(case__team__parent=F("worklist__unit"))
    | Q(case__team__parent__parent=F("worklist__unit"))
    | (Q(case__team=None) & ~Q(worklist__unit__level=Unit.Level.TEAM))
) & Q(case__omraade=F("worklist__omraade"))


def _any(parts: list[Q]) -> Q:
    found = parts[0]
    for part in parts[1:]:
        found |= part
    return found


IS_WAITING: Final = _any([kind.waiting for kind in KINDS])
IS_THERE: Final = _any([kind.still_there for kind in KINDS])


# --- which lists ----------------------------------------------------------------------------------------------


def lists_of(person: Person) -> QuerySet[Worklist]:
    """The lists of the person's units; and of a unit above, those that have cases of theirs."""
    known = Worklist.objects.filter(kind__in=[kind.key for kind in KINDS]).select_related("unit")
    theirs = Entry.objects.filter(worklist=OuterRef("pk"), case__in=gate.counted(person))
    above = ~Q(unit__level=Unit.Level.TEAM) & Q(Exists(theirs))
    return known.filter(Q(unit__in=person.overview_units) | above)


def may_arrange(person: Person, unit: int) -> bool:
    """Whether the person leads the unit, and so decides its order of work."""
    return unit in person.units(Sees.UNIT, right=Right.ASSIGN)


def counted_entries(person: Person) -> QuerySet[Entry]:
    """The entries, of every list, that count for this person, and that still are about something."""
    return Entry.objects.filter(_IN_UNIT, IS_THERE, case__in=gate.counted(person))


def left_on(person: Person, lists: list[Worklist]) -> dict[int, tuple[int, int]]:
    """Of each of these lists how many entries wait, and how many there are: one question."""
    rows = counted_entries(person).filter(worklist__in=lists).values("worklist").order_by()
    told = rows.annotate(total=Count("pk"), left=Count("pk", filter=IS_WAITING))
    return {worklist: (left, total) for worklist, left, total in told.values_list("worklist", "left", "total")}


# --- one list -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One entry as it stands."""

    entry: Entry
    since: date | None
    done_on: date | None
    ended: str
    outcome: str  # of the review, as a code; empty where something else ended it
    effect: bool  # whether the review says what the help has changed

    @property
    def kind(self) -> ListKind:
        """What its list is about."""
        return KIND_BY_KEY[self.entry.worklist.kind]

    @property
    def how(self) -> str:
        """What ended it, with the outcome of a review."""
        return f"{self.ended}: {OUTCOMES[self.outcome].lower()}" if self.outcome in OUTCOMES else self.ended

    @property
    def step_url(self) -> str:
        """Where it is registered that the entry has been worked through, in its own course."""
        course = f"?forloeb={course_mark(self.entry.thread_id)}" if self.entry.thread_id else ""
        return f"{address('registrer', self.entry.case.key, self.kind.step.key)}{course}"

    def lasted(self, day: date) -> str:
        """How long it had been so, in words, on a day or when it was done."""
        until = min(day, self.done_on or day)
        return self.kind.lasted(self.since, until) if self.since and self.since <= until else ""

    @property
    def target_on(self) -> date:
        """Its own day, or that of the list."""
        return self.entry.target_on or self.entry.worklist.target_on

    def done_by(self, day: date) -> bool:
        """Whether it was done at the end of that day."""
        return self.done_on is not None and self.done_on <= day


def rows_of(kind: ListKind, entries: QuerySet[Entry]) -> list[Row]:
    """Those of this kind in the order the leader has set, and then those that have waited longest: one question."""
    ended: dict[str, Any] = {
        f"end_{number}": Subquery(each.rows.values(each.by)[:1]) for number, each in enumerate(kind.endings)
    }
    if kind.reviews:
        review = kind.endings[0].rows
        for name, field in (("outcome", "gennemgang_udfald"), ("effect", "effekt_set")):
            ended[name] = Subquery(review.annotate(said=KT(f"fields__{field}")).values("said")[:1])
    found = entries.filter(kind.still_there).annotate(since=kind.since, **ended)
    ordered = found.order_by(F("place").asc(nulls_last=True), F("since").asc(nulls_last=True), "pk")
    return [_row(each, kind) for each in ordered.select_related("worklist", "case__child", "case__team")]


def _row(entry: Any, kind: ListKind) -> Row:
    ends = [(_day(getattr(entry, f"end_{number}")), each) for number, each in enumerate(kind.endings)]
    done_on, ending = min(((day, each) for day, each in ends if day), key=lambda pair: pair[0], default=(None, None))
    reviewed = ending is kind.endings[0] and kind.reviews
    return Row(
        entry=entry,
        since=_day(entry.since),
        done_on=done_on,
        ended=ending.told if ending else "",
        outcome=(entry.outcome or "") if reviewed else "",
        effect=bool(reviewed and entry.effect),
    )


def _day(told: date | datetime | None) -> date | None:
    return local_day(told) if isinstance(told, datetime) else told


@dataclass(frozen=True, slots=True)
class Apart:
    """What is on the list and in none of its figures."""

    elsewhere: int  # gone to a team or an area that this list, or this person, does not count
    gone: int  # about something that has been put right since, and is no longer there


def apart(worklist: Worklist, person: Person) -> Apart:
    """Told as numbers only; what is protected is in neither."""
    mine = _IN_UNIT & Q(case__in=gate.counted(person))
    told = worklist.entries.aggregate(
        all=Count("pk", filter=Q(case__protected=False)),
        mine=Count("pk", filter=mine),
        there=Count("pk", filter=mine & IS_THERE),
    )
    return Apart(elsewhere=told["all"] - told["mine"], gone=told["mine"] - told["there"])


# --- what belongs on it ---------------------------------------------------------------------------------------


def cases_for(person: Person, unit: Unit, omraade: str) -> QuerySet[Case]:
    """The cases of a unit that such a list is made from."""
    return gate.counted(person).filter(within(unit), omraade=omraade)


def newcomers(worklist: Worklist, person: Person, *, at: datetime) -> list[Found]:
    """What has come to belong on the list since it was begun, and is not on it."""
    kind = KIND_BY_KEY[worklist.kind]
    cases = cases_for(person, worklist.unit, worklist.omraade)
    there = set(worklist.entries.values_list("case", "thread_id"))
    found = kind.finds(cases, Wanted(at=at, months=worklist.months))
    return [each for each in found if (each.case_id, each.thread_id) not in there]

"""Which worklists have Nordby's leaders begun? One that is being worked down, and a review that has been finished."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Final

from django.db.models import QuerySet

from pejl.dates import local_day, start_of_day
from pejl.events import SAG_GENNEMGAAET, Event
from pejl.web.access.actions import Doing
from pejl.web.access.models import Case, Omraade, Unit, User
from pejl.web.cases import bridge
from pejl.web.cases.actions.writing import PEJL
from pejl.web.cases.bulk import insert
from pejl.web.cases.models import EventRow
from pejl.web.cases.worklists.kind import ListKind, Wanted
from pejl.web.cases.worklists.nedbringelse import NEDBRINGELSE
from pejl.web.cases.worklists.rows import rows_of, within
from pejl.web.cases.worklists.tidlig_hjaelp import TIDLIG_HJAELP
from pejl.web.demo.doors import Town
from pejl.web.worklists.actions import Begun, Set, arrange, begin, end, take_on
from pejl.web.worklists.models import Entry, Worklist

_BEGAN: Final = 120  # days ago
_MIGHT_HAVE_BEGUN: Final = range(90, 211, 10)
_WIDENED: Final = 60
_SHALL_END: Final = 60  # days from now
_REVIEW_BEGAN, _REVIEW_ENDED = 200, 110
_FIRST: Final = 3  # have a place and a day of their own
_UNDECIDED: Final = 1  # of the reviews, left when the list was ended
# In turn; what most reviews come to stands most often.
_REVIEWS: Final = (
    (
        "fortsaetter",
        "Færre konflikter om morgenen. Barnet kommer i skole de fleste dage.",
        "Problemet er stadig afgrænset, og der er fremgang. Hjælpen fortsætter til den aftalte dag.",
    ),
    (
        "afsluttes",
        "Familien bruger selv det, de har lært, og barnet trives i klubben.",
        "Målene er nået. Hjælpen afsluttes, og skolen ved, hvor de går hen ved ny bekymring.",
    ),
    (
        "fortsaetter",
        "Mor søger hjælp, før det går galt. Barnet sover bedre.",
        "Der er fremgang, men den er ny. Hjælpen fortsætter, og vi følger op om to måneder.",
    ),
    (
        "aendres",
        "Det er ikke blevet bedre for barnet, og der er kommet flere bekymringer til.",
        "Problemet er ikke afgrænset længere. Det skal undersøges, om barnet har brug for anden støtte.",
    ),
)


def make_worklists(town: Town, *, now: datetime) -> None:
    """By the leaders, as if it had been done over the last months."""
    lars, karen = town.users["lars"], town.users["karen"]
    own = _unit_of(lars)
    other = Unit.objects.filter(level=Unit.Level.TEAM).exclude(pk=own.pk).order_by("pk")[0]
    _bring_down(karen, now=now)
    _review(own, leader=lars, now=now)
    _reviewed_all(other, leader=karen, now=now)


def _unit_of(user: User) -> Unit:
    return Unit.objects.filter(posts__user=user).order_by("pk")[0]


def _cases(unit: Unit) -> QuerySet[Case]:
    return Case.objects.filter(within(unit), omraade=Omraade.SOCIAL, protected=False)


def _begun(kind: ListKind, unit: Unit, *, doing: Doing, target_on: date) -> Worklist | None:
    """The list as it would have been found that day; None where there was nothing to put on it."""
    cases = _cases(unit)
    found = kind.finds(cases, Wanted(at=doing.at))
    if not found:
        return None
    by_id = cases.in_bulk({each.case_id for each in found})
    asked = Begun(
        key=f"demo-{kind.key}-{unit.pk}",
        kind=kind.key,
        unit=unit,
        omraade=Omraade.SOCIAL,
        months=None,
        title=f"{kind.title}, {unit.name}",
        target_on=target_on,
    )
    return begin(asked, [(by_id[each.case_id], each.thread_id) for each in found], doing=doing)


def _bring_down(leader: User, *, now: datetime) -> None:
    """Begun when there were most of them, and widened once; those that have come since stand apart."""
    unit, target = _unit_of(leader), local_day(now) + timedelta(days=_SHALL_END)
    cases = _cases(unit)
    most = max(
        _MIGHT_HAVE_BEGUN, key=lambda days: len(NEDBRINGELSE.finds(cases, Wanted(at=now - timedelta(days=days))))
    )
    doing = Doing(by=leader, at=now - timedelta(days=most))
    worklist = _begun(NEDBRINGELSE, unit, doing=doing, target_on=target)
    if worklist is not None:
        later = Doing(by=leader, at=now - timedelta(days=_WIDENED))
        _take_on(worklist, _cases(unit), doing=later)
        _arrange(worklist, NEDBRINGELSE, leader=leader, now=now)


def _take_on(worklist: Worklist, cases: QuerySet[Case], *, doing: Doing) -> None:
    """What had come by then."""
    found = NEDBRINGELSE.finds(cases, Wanted(at=doing.at))
    by_id = cases.in_bulk({each.case_id for each in found})
    take_on(worklist, [(by_id[each.case_id], each.thread_id) for each in found], doing=doing)


def _arrange(worklist: Worklist, kind: ListKind, *, leader: User, now: datetime) -> None:
    waiting = [row.entry for row in rows_of(kind, Entry.objects.filter(worklist=worklist)) if not row.done_on]
    soon = local_day(now) + timedelta(days=14)
    wanted = [Set(entry=each, place=place, owner="", target_on=soon) for place, each in enumerate(waiting[:_FIRST], 1)]
    # One of them the leader takes on.
    wanted += [Set(entry=each, place=None, owner=leader.initials, target_on=None) for each in waiting[_FIRST:][:1]]
    arrange(worklist, wanted, doing=Doing(by=leader, at=now - timedelta(days=10)))


def _review(unit: Unit, *, leader: User, now: datetime) -> None:
    """Half way: what is left has an order."""
    doing = Doing(by=leader, at=now - timedelta(days=_BEGAN))
    target = local_day(now) + timedelta(days=_SHALL_END)
    worklist = _begun(TIDLIG_HJAELP, unit, doing=doing, target_on=target)
    if worklist is not None:
        waiting = _waiting(worklist)
        _write(waiting[: len(waiting) // 2], doing=doing, until=local_day(now) - timedelta(days=4))
        _arrange(worklist, TIDLIG_HJAELP, leader=leader, now=now)


def _reviewed_all(unit: Unit, *, leader: User, now: datetime) -> None:
    """Ended with one left."""
    doing = Doing(by=leader, at=now - timedelta(days=_REVIEW_BEGAN))
    ended = Doing(by=leader, at=now - timedelta(days=_REVIEW_ENDED))
    worklist = _begun(TIDLIG_HJAELP, unit, doing=doing, target_on=ended.today)
    if worklist is not None:
        _write(_waiting(worklist, by=ended.today)[_UNDECIDED:], doing=doing, until=ended.today)
        end(worklist, doing=ended)


def _waiting(worklist: Worklist, *, by: date = date.max) -> list[Entry]:
    rows = rows_of(TIDLIG_HJAELP, Entry.objects.filter(worklist=worklist))
    return [row.entry for row in rows if not row.done_by(by)]


def _write(entries: Sequence[Entry], *, doing: Doing, until: date) -> None:
    told = list(_reviewed(entries, doing=doing, until=until))
    insert(EventRow, [bridge.row_of(event, case=entry.case) for entry, event in told])


def _reviewed(entries: Sequence[Entry], *, doing: Doing, until: date) -> Iterator[tuple[Entry, Event]]:
    """A few each week, evenly from the beginning to the end."""
    days = (until - doing.today).days - 7
    for place, entry in enumerate(entries):
        outcome, effect, assessment = _REVIEWS[place % len(_REVIEWS)]
        day = doing.today + timedelta(days=7 + days * place // max(len(entries), 1))
        yield (
            entry,
            Event(
                event_id=f"demo-gennemgang-{entry.case.number}-{place}",
                case_id=entry.case.number,
                kind=SAG_GENNEMGAAET.key,
                day=day,
                thread_id=entry.thread_id,
                recorded_at=start_of_day(day) + timedelta(hours=14),
                source=PEJL,
                done_by=entry.case.adviser,
                recorded_by=entry.case.adviser,
                fields={
                    "gennemgang_anledning": "tidlig_hjaelp",
                    "gennemgang_udfald": outcome,
                    "effekt_set": effect,
                    "vurdering": assessment,
                },
            ),
        )

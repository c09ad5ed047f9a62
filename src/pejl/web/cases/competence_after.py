"""What did it lead to that somebody else may grant a measure: how many grants before and after, and how did they go?

Figures, counted from the cases in the person's totals and never from a protected one. They do not say why: other
things change in the same months. Who wrote a grant down is not told, only who had the competence. What no source of
the case would have told of cannot be seen, and is no nought.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from django.db.models import Min, Q

from pejl.events import (
    BEVILLING,
    KILDE_DAEKKER,
    KOMPETENCE,
    OPFOELGNING_HOLDT,
    PARAGRAF,
    RETTELSE,
    VISITATION_TILBAGE,
    Event,
    effective,
)
from pejl.tables import ALL_KINDS
from pejl.web.cases import bridge
from pejl.web.cases.competence import LEVELS
from pejl.web.cases.competence_moves import LONGEST, Move, Span, governed, moves, span_of
from pejl.web.cases.models import Competence, EventRow

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from pejl.web.access.models import Case

# Ours, not law: so many days a grant is followed, each as long, or it stands apart.
FOLLOWED: Final = 90
OTHER, NOT_WRITTEN = "Skrevet på en anden måde", "Ikke skrevet"
_LATER: Final = (OPFOELGNING_HOLDT.key, VISITATION_TILBAGE.key)
_READ: Final = (BEVILLING.key, *_LATER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """One grant: whose competence it was given by, and what came in the same course within the days followed."""

    case: str  # its number
    day: date
    who: str
    ripe: bool  # the days followed have gone by
    back: bool | None  # None: nobody would have told us
    followed_up: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Led:
    """A decision with what was granted before and after it."""

    move: Move
    span: Span | None
    before: tuple[Grant, ...] = ()
    after: tuple[Grant, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One thing counted, before and after, in words."""

    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    """What is read once for all the decisions."""

    rows: Sequence[Competence]
    since: date | None  # the day of the first grant of all
    granted: Sequence[Event]
    later: Mapping[tuple[str, str], list[Event]]  # follow-ups and what was sent back, by case and course
    sources: Mapping[str, set[str]]  # of each case
    declared: Mapping[tuple[str, str, str], date]  # from when, by case (empty: all), source and kind


def led_to(cases: QuerySet[Case], *, today: date) -> list[Led]:
    """Every decision that moved the competence, the newest first; four questions, however many there are."""
    rows = list(Competence.objects.order_by("first", "pk"))
    moved = [each for each in moves(rows) if each.moved and each.row.first <= today]
    if not moved:
        return []
    written = _written(cases, rows, back_to=moved[-1].row.first - timedelta(days=LONGEST))
    return [_led(each, written, today=today) for each in moved]


def _written(cases: QuerySet[Case], rows: Sequence[Competence], *, back_to: date) -> _Written:
    granted: list[Event] = []
    later = defaultdict[tuple[str, str], list[Event]](list)
    sources, declared = defaultdict[str, set[str]](set), dict[tuple[str, str, str], date]()
    wanted = Q(kind__in=_READ, day__gte=back_to, sealed=False) | Q(kind__in=(RETTELSE.key, KILDE_DAEKKER.key))
    for each in effective(bridge.ledger_events(cases, only=wanted)):
        sources[each.case_id].add(each.source)
        if each.kind == BEVILLING.key:
            granted.append(each)
        elif each.kind in _LATER:
            later[each.case_id, each.thread_id].append(each)
        elif each.kind == KILDE_DAEKKER.key:
            place = each.case_id, each.source, str(each.fields.get("slags", ALL_KINDS))
            declared[place] = min(each.day, declared.get(place, each.day))
    since = _first_grant(cases)
    return _Written(rows=rows, since=since, granted=granted, later=later, sources=sources, declared=declared)


def _first_grant(cases: QuerySet[Case]) -> date | None:
    """Of those that stand: a mistyped year that was put right is no time in which nobody granted anything."""
    every = EventRow.objects.filter(kind=BEVILLING.key, case__in=cases, sealed=False)
    first: date | None = every.exclude(event_id__in=bridge.withdrawn_in(cases)).aggregate(first=Min("day"))["first"]
    return first


def _led(move: Move, written: _Written, *, today: date) -> Led:
    span = span_of(move, today=today, known_since=written.since)
    if span is None:
        return Led(move=move, span=None)
    paragraphs, last = set(map(_paragraph, written.granted)), span.after[1]
    theirs = {each for each in paragraphs if governed(each, move, written.rows, last=last)}
    own = [each for each in written.granted if _paragraph(each) in theirs]
    before, after = (
        tuple(_grant(each, written, today=today) for each in own if first <= each.day <= last)
        for first, last in (span.before, span.after)
    )
    return Led(move=move, span=span, before=before, after=after)


def _paragraph(event: Event) -> str:
    return str(event.fields.get(PARAGRAF.name) or "")


def _grant(event: Event, written: _Written, *, today: date) -> Grant:
    until = event.day + timedelta(days=FOLLOWED)
    # What stands on the case as a whole counts for every course in it.
    courses = {(event.case_id, event.thread_id), (event.case_id, "")}
    then = (each for course in courses for each in written.later.get(course, ()))
    kinds = {each.kind for each in then if event.day <= each.day <= until}
    back, followed_up = (_came(kind, kinds, event, written) for kind in (VISITATION_TILBAGE.key, OPFOELGNING_HOLDT.key))
    return Grant(
        case=event.case_id,
        day=event.day,
        who=level_written(str(event.fields.get(KOMPETENCE.name) or "")),
        ripe=until < today,
        back=back,
        followed_up=followed_up,
    )


def _came(kind: str, kinds: set[str], event: Event, written: _Written) -> bool | None:
    """Whether it came; None where no source of the case says that it would have told so, from the day of the grant."""
    if kind in kinds:
        return True
    days = (
        written.declared.get((case, source, named), date.max)
        for case in ("", event.case_id)
        for source in written.sources[event.case_id]
        for named in (kind, ALL_KINDS)
    )
    return False if min(days) <= event.day else None


def level_written(words: str) -> str:
    """The level that was written, and never the words themselves: they may hold a name. Of two nobody knows which.

    >>> level_written("teamleder Navn Navnesen"), level_written("Navn Navnesen"), level_written(" ")
    ('Teamleder', 'Skrevet på en anden måde', 'Ikke skrevet')
    >>> level_written("Teamleder efter aftale med rådgiver")
    'Skrevet på en anden måde'
    """
    if not words.strip():
        return NOT_WRITTEN
    named = [label for label in LEVELS.values() if label.casefold() in words.casefold()]
    return named[0] if len(named) == 1 else OTHER


# --- in words -------------------------------------------------------------------------------------------------


def lines(led: Led) -> list[Line]:
    """The table of a decision."""
    sides = (led.before, led.after)
    counts = [Counter(each.who for each in side) for side in sides]
    named = [each for each in (*LEVELS.values(), OTHER, NOT_WRITTEN) if any(count[each] for count in counts)]
    return [
        Line("Bevillinger", *(str(len(side)) for side in sides)),
        *(Line(f"Kompetencen: {each.lower()}", *(str(count[each]) for count in counts)) for each in named),
        *_followed(sides),
    ]


def _followed(sides: tuple[tuple[Grant, ...], ...]) -> Iterator[Line]:
    ripe = [[each for each in side if each.ripe] for side in sides]
    yield Line("Sendt tilbage til visitation", *(_of([each.back for each in side]) for side in ripe))
    yield Line("Fulgt op", *(_of([each.followed_up for each in side]) for side in ripe))
    young = [str(len(side) - len(old)) for side, old in zip(sides, ripe, strict=True)]
    yield Line(f"Endnu ikke gået {FOLLOWED} dage", *young)


def _of(answers: Sequence[bool | None]) -> str:
    known = [each for each in answers if each is not None]
    unseen = len(answers) - len(known)
    told = (f"{sum(known)} af {len(known)}" if known else "", f"{unseen} kan ikke ses" if unseen else "")
    return ", ".join(filter(None, told)) or "ingen at tælle"

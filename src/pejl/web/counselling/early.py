"""How was each early offer used in a year: by how many, was the need met, and does anybody wait for it to begin?

Grants under § 30 in the social cases this person's totals are made of, never a protected one. A grant whose goals
nobody has judged is told as not known, and is in neither column. A goal has a course of its own in Pejl, and does not
say which grant it is about: it is counted only where nothing else was granted in the case.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Min, Q

from pejl import events as e
from pejl.events import Event
from pejl.web.access.person import Person
from pejl.web.cases import bridge
from pejl.web.cases.models import EventRow
from pejl.web.cases.overview.selection import Selection, cases
from pejl.web.cases.walk_own import early_help
from pejl.web.counselling.models import Talk
from pejl.web.counselling.offers import Offer, offer_of

# What may be early help by its paragraph, so that no more is read; ``early_help`` decides.
_EARLY: Final = Q(fields__paragraf__startswith="§ 30") | Q(fields__paragraf__startswith="§ 11")
# Where the help begins and ends.
_TURNS: Final = (e.INDSATS_IVAERKSAT.key, e.INDSATS_OPHOERT.key, e.SAG_AFSLUTTET.key)
_READ: Final = (e.BEVILLING.key, e.MAAL_VURDERET.key, *_TURNS)
MET, PARTLY, NOT_MET, UNKNOWN = "naaet", "delvist", "ikke", "vides_ikke"
_OF_GOAL: Final = {"naaet": MET, "fremgang": PARTLY, "uaendret": NOT_MET, "tilbagegang": NOT_MET}
_OF_CLOSING: Final = {"opnaaet": MET, "delvist": PARTLY, "ikke": NOT_MET}
# What was told of the offer that met the need of a talk.
_OF_TALK: Final = {"ja": MET, "ventetid": PARTLY, "delvist": PARTLY, "nej": NOT_MET}


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """What a year says of one offer."""

    used: int = 0
    met: int = 0
    partly: int = 0
    not_met: int = 0
    unknown: int = 0
    waiting: int | None = None  # None: is not counted


def of_talks(talks: Iterable[Talk]) -> Use:
    """The open counselling: whether something here meets the need that was seen."""
    held = list(talks)
    waiting = sum(talk.offered == "ventetid" for talk in held)
    return _use([_OF_TALK.get(talk.offered, UNKNOWN) for talk in held], waiting=waiting)


def of_grants(person: Person, *, year: int) -> Mapping[Offer, Use]:
    """Each kind of early help: a fixed number of questions to the database."""
    found: dict[Offer, list[tuple[str, bool]]] = defaultdict(list)
    counted = cases(person, Selection())
    gone = bridge.withdrawn_in(counted)
    rows = EventRow.objects.filter(case__in=counted, sealed=False)
    granted = rows.filter(_EARLY, kind=e.BEVILLING.key, day__range=(date(year, 1, 1), date(year, 12, 31)))
    by_case = defaultdict[str, list[Event]](list)
    for each in _events(rows.filter(kind__in=_READ, case__in=granted.values("case")), gone):
        by_case[each.case_id].append(each)
    for own in by_case.values():
        for grant in own:
            if grant.kind == e.BEVILLING.key and grant.day.year == year and early_help(grant):
                told = _of_it(grant, own)
                offer = offer_of(str(grant.fields.get(e.INDSATSTYPE.name, "")))
                found[offer].append((_outcome(grant, told), _waits(grant, told)))
    return {
        offer: _use([outcome for outcome, _ in told], waiting=sum(waits for _, waits in told))
        for offer, told in found.items()
    }


def first_grant(person: Person) -> date | None:
    """The day of the first grant of early help in the same cases; before that nobody wrote any down."""
    counted = cases(person, Selection())
    rows = EventRow.objects.filter(_EARLY, case__in=counted, kind=e.BEVILLING.key, sealed=False)
    standing = rows.exclude(event_id__in=bridge.withdrawn_in(counted))
    first: date | None = standing.aggregate(first=Min("day"))["first"]
    return first


def _events(rows: Iterable[EventRow], gone: frozenset[str]) -> list[Event]:
    kept = [bridge.event_of(row, number=str(row.case_id)) for row in rows if row.event_id not in gone]
    return sorted(kept, key=lambda each: each.order)


def _of_it(grant: Event, own: Sequence[Event]) -> list[Event]:
    """What is about this grant: of its course, of the case as a whole, and the goals of a case with no other grant."""
    alone = sum(each.kind == e.BEVILLING.key for each in own) == 1
    of_goal = e.MAAL_VURDERET.key if alone else ""
    return [each for each in own if each.thread_id in ("", grant.thread_id) or each.kind == of_goal]


def _outcome(grant: Event, told: Iterable[Event]) -> str:
    """By the newest since the grant that says anything: a goal judged, or what the case was closed with."""
    for each in reversed([each for each in told if each.day >= grant.day]):
        goal, closing = str(each.fields.get("maalstatus", "")), str(each.fields.get("effekt", ""))
        if words := _OF_GOAL.get(goal) or _OF_CLOSING.get(closing):
            return words
    return UNKNOWN


def _waits(grant: Event, told: Iterable[Event]) -> bool:
    """Granted, and neither begun nor given up since; help that ran already and was granted again is not waited for."""
    turns = [each for each in told if each.kind in _TURNS]
    # By the day: of two on one day the order may be nobody's doing.
    if any(each.day >= grant.day for each in turns):
        return False
    return not turns or turns[-1].kind != e.INDSATS_IVAERKSAT.key


def _use(outcomes: list[str], *, waiting: int | None) -> Use:
    told = Counter(outcomes)
    return Use(
        used=len(outcomes),
        met=told[MET],
        partly=told[PARTLY],
        not_met=told[NOT_MET],
        unknown=told[UNKNOWN],
        waiting=waiting,
    )

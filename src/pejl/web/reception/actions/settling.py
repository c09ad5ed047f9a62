"""How does »dreng ca. 8, Skolegade« become a child we know, and how do two letters about one worry become one?

Said by a person, each in one transaction. What is moved is sealed where it stood; what is joined can be regretted.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from django.db.models import QuerySet

from pejl.dates import danish_moment, local_day
from pejl.events import (
    KILDE_DAEKKER,
    KIND_BY_KEY,
    KVITTERING_SENDT,
    RETTELSE,
    SAG_AFSLUTTET,
    UNDERRETNING_MODTAGET,
    Event,
    FieldType,
)
from pejl.web.access.log import changed
from pejl.web.access.models import Case
from pejl.web.access.names import sort_key
from pejl.web.cases import bridge
from pejl.web.cases.actions.writing import (
    PEJL,
    Entry,
    Refused,
    Sent,
    append,
    locked,
    new_event,
    recorder,
    refuse_again,
    spend,
)
from pejl.web.cases.cpr import locked_up, mark_of_cpr
from pejl.web.cases.forms.courses import ALLOCATION
from pejl.web.cases.models import Child, EventRow, SentLetter
from pejl.web.cases.rooms import room
from pejl.web.reception.actions.taking_in import LETTER, Told, reach_protected
from pejl.web.reception.models import HandOver, LetterChild

_KNOWN_NOW: Final = "Barnet er kendt nu: forløbet er flyttet til barnets egen sag."
_CLOSED_WHY: Final = "Barnet er kendt nu. Alt, der stod her, er flyttet til barnets egen sag."
# What speaks of the provisional case itself, and stays there.
_STAYS: Final = frozenset({KILDE_DAEKKER.key, RETTELSE.key, SAG_AFSLUTTET.key, *ALLOCATION})
# What is told of a child within so long of each other may be the same (UND-01 counts the same hours).
SAME_HOURS: Final = timedelta(hours=24)
# Each begins duties of its own, or holds back what turns to the parents.
_BEGINS_MORE: Final = tuple(
    each
    for each in UNDERRETNING_MODTAGET.fields
    if each.type is FieldType.YESNO and each.name != "uafklaret_type"  # unsettled, it is a notification all the same
)
_WITH_NOTIFICATION: Final = frozenset({UNDERRETNING_MODTAGET.key, KVITTERING_SENDT.key, RETTELSE.key})


# --- who is the child? ----------------------------------------------------------------------------------------


def name_child(case: Case, told: Told, *, within: QuerySet[Case], sent: Sent) -> None:
    """The child has a name now; what fits a protected case is written there too, and nobody can tell."""
    with locked(case) as held:
        refuse_again(sent.token)
        child = _unsettled(held)
        child.name, child.name_sort = told.name, sort_key(told.name)[: room(Child, "name_sort")]
        child.born, child.expected = told.born, told.expected
        child.address = told.address or child.address
        if told.cpr:
            child.cpr, child.cpr_mark = locked_up(told.cpr), mark_of_cpr(told.cpr)
        child.unsettled = False
        child.save()
        bridge.recompute(held, as_of=sent.at)  # some duties count by the day of birth
        _spend_once(held, sent=sent)
        changed("barn_afklaret", by=sent.by, at=sent.at, case=held)
        reach_protected(_brought(held), told, within=within, sent=sent)


def _unsettled(case: Case) -> Child:
    child = Child.objects.filter(case=case).first()
    if child is None or not child.unsettled:
        raise Refused("Det er allerede afklaret, hvem barnet er. Se sagen, som den står nu.")
    return child


def _provisional(case: Case) -> Child:
    """The child of a case that was made because nobody knew the child."""
    child = Child.objects.filter(case=case).first()
    if child is None or not is_provisional(child, case):
        raise Refused("Sagen er barnets egen og kan ikke flyttes. Se sagen, som den står nu.")
    return child


def is_provisional(child: Child, case: Case) -> bool:
    """Whether the case was made for somebody told of here, and has not been moved already."""
    return bool(child.unsettled or child.described) and not case.closed


def _spend_once(case: Case, *, sent: Sent) -> None:
    """Remember the form by the newest event of the case."""
    row = EventRow.objects.filter(case=case).order_by("-pk").first()
    if row is not None:
        spend(sent, bridge.event_of(row, number=case.number))


def _brought(case: Case) -> list[tuple[LetterChild, Event]]:
    """What letters brought to the case and still stands."""
    gone = bridge.withdrawn_ids(case)
    children = LetterChild.objects.filter(case=case).select_related("letter").order_by("pk")
    rows = {row.event_id: row for row in EventRow.objects.filter(case=case, shared_id__startswith=LETTER, sealed=False)}
    return [
        (each, bridge.event_of(rows[each.event_id], number=case.number))
        for each in children
        if each.event_id in rows and each.event_id not in gone
    ]


@dataclass(frozen=True, slots=True)
class _Move:
    """An event, where it stood and as it stands in the right case."""

    row: EventRow
    copy: Event


def tie(case: Case, *, to: Case, sent: Sent) -> None:
    """All of the course stands in the child's own case; the provisional case is closed and says so."""
    _refuse_tie(case, to)
    first, second = sorted((case, to), key=lambda each: each.pk)
    with locked(first), locked(second):
        held, right = Case.objects.get(pk=case.pk), Case.objects.get(pk=to.pk)
        refuse_again(sent.token)
        child = _provisional(held)
        moves = _moves(held, right, sent=sent)
        if not moves:
            raise Refused("Der står ikke noget i sagen, der kan flyttes. Luk den i stedet.")
        spend(sent, moves[0].copy)
        if right.protected and not held.protected:
            _write_there_too(held, right, moves, sent=sent)
            return
        EventRow.objects.filter(pk__in=[each.row.pk for each in moves]).update(sealed=True)
        append(
            held, [*(_correction(held, each.row, sent=sent) for each in moves), _closing(held, sent=sent)], sent=sent
        )
        append(right, [each.copy for each in moves], sent=sent)
        _follow(held, right, moves)
        child.unsettled = False
        child.save(update_fields=["unsettled"])
        changed("barn_afklaret_fra", by=sent.by, at=sent.at, case=held, antal=len(moves))
        changed("barn_afklaret_til", by=sent.by, at=sent.at, case=right, antal=len(moves))


def _write_there_too(case: Case, to: Case, moves: Sequence[_Move], *, sent: Sent) -> None:
    """A protected child: what has come stands there too, and the case others see stays as it was (docs/adr/0010)."""
    children = {each.event_id: each for each in LetterChild.objects.filter(case=case).select_related("letter")}
    there = LetterChild.objects.filter(case=to, letter__in=[each.letter_id for each in children.values()])
    if there.exists():
        raise Refused("Det står allerede i den beskyttede sag. Du behøver ikke gøre mere.")
    append(to, [each.copy for each in moves], sent=sent)
    for each in moves:
        if child := children.get(each.row.event_id):
            LetterChild.objects.create(letter=child.letter, case=to, event_id=each.copy.event_id, told=child.told)
    changed("barn_afklaret_til", by=sent.by, at=sent.at, case=to, antal=len(moves))


def _refuse_tie(case: Case, to: Case) -> None:
    if case.pk == to.pk:
        raise Refused("Det er den samme sag. Vælg barnets egen sag.")
    if Child.objects.filter(case=to, unsettled=True).exists():
        raise Refused("Det barn er heller ikke afklaret endnu. Find først ud af, hvem det er.")


def _moves(case: Case, to: Case, *, sent: Sent) -> list[_Move]:
    gone = bridge.withdrawn_ids(case)
    rows = EventRow.objects.filter(case=case, sealed=False).exclude(kind__in=_STAYS).order_by("day", "pk")
    return [_Move(row, _copy(row, to, sent=sent)) for row in rows if row.event_id not in gone]


def _copy(row: EventRow, to: Case, *, sent: Sent) -> Event:
    """The same day, course, letter and content; written down now, by whoever knows who the child is."""
    return replace(
        bridge.event_of(row, number=to.number),
        event_id=f"p-{secrets.token_hex(12)}",
        recorded_at=sent.at,
        source=PEJL,
        recorded_by=recorder(sent.by),
    )


def _correction(case: Case, row: EventRow, *, sent: Sent, reason: str = _KNOWN_NOW) -> Event:
    entry = Entry(
        kind=RETTELSE.key,
        day=local_day(sent.at),
        at=sent.at,
        thread_id=row.thread_id,
        done_by=sent.by.initials,
        fields={"replaces": row.event_id, "reason": reason},
    )
    return new_event(case, entry, sent=sent)


def _closing(case: Case, *, sent: Sent) -> Event:
    entry = Entry(
        kind=SAG_AFSLUTTET.key,
        day=local_day(sent.at),
        at=sent.at,
        done_by=sent.by.initials,
        fields={"begrundelse": _CLOSED_WHY},
    )
    return new_event(case, entry, sent=sent)


def _follow(case: Case, to: Case, moves: Sequence[_Move]) -> None:
    """The letters that came and those that were sent go with the events that tell of them."""
    for each in moves:
        LetterChild.objects.filter(case=case, event_id=each.row.event_id).update(case=to, event_id=each.copy.event_id)
        SentLetter.objects.filter(case=case, event_id=each.row.event_id).update(case=to, event_id=each.copy.event_id)
    HandOver.objects.filter(case=case, read_at=None).update(case=to)


# --- the same worry, told twice ------------------------------------------------------------------------------


def join(first: LetterChild, second: LetterChild, *, sent: Sent) -> None:
    """One worry told twice: the earlier one stands, and both letters are kept."""
    with locked(first.case) as held:
        refuse_again(sent.token)
        one, other = _pair(first, second, held)
        row = EventRow.objects.get(event_id=other.event_id)
        _refuse_begun(held, row)
        _refuse_different(held, one, (other, row))
        told = danish_moment(one.letter.received_at)
        event = _correction(held, row, sent=sent, reason=f"Samme underretning som den, der nåede frem {told}.")
        spend(sent, event)
        append(held, [event], sent=sent)
        other.joined_to, other.joined_by, other.joined_at = one, recorder(sent.by), sent.at
        other.save(update_fields=["joined_to", "joined_by", "joined_at"])
        changed("lagt_sammen", by=sent.by, at=sent.at, case=held, event=other.event_id, med=one.event_id)


def _pair(first: LetterChild, second: LetterChild, case: Case) -> tuple[LetterChild, LetterChild]:
    """As they stand now, the earlier first."""
    found = list(LetterChild.objects.filter(pk__in=(first.pk, second.pk), case=case).select_related("letter"))
    if len(found) < 2:
        raise Refused("De to underretninger står ikke i samme sag. Saml dem på barnets egen sag først.")
    if any(each.joined_to_id for each in found):
        raise Refused("De er allerede lagt sammen. Du behøver ikke gøre mere.")
    one, other = sorted(found, key=lambda each: (each.letter.received_at, each.pk))
    return one, other


def _refuse_begun(case: Case, row: EventRow) -> None:
    """What somebody has done because of the later one must not be left without its notification."""
    gone = bridge.withdrawn_ids(case)
    if row.event_id in gone:
        raise Refused("Den ene er allerede rettet i sagen. Se sagen, som den står nu.")
    others = EventRow.objects.filter(case=case, thread_id=row.thread_id).exclude(kind__in=_WITH_NOTIFICATION)
    for each in others.order_by("day", "pk"):
        if each.event_id not in gone:
            label = KIND_BY_KEY[each.kind].label_on(each.day)
            raise Refused(
                f"Der er allerede registreret »{label}« på den sidste af de to, så de kan ikke lægges sammen. "
                "Hører det til den første, så ret det i sagen først."
            )


def _refuse_different(case: Case, one: LetterChild, second: tuple[LetterChild, EventRow]) -> None:
    """The earlier one must stand and carry all that the later one begins: suspicion must not be joined away."""
    other, row = second
    standing = EventRow.objects.filter(case=case, event_id=one.event_id, kind=UNDERRETNING_MODTAGET.key, sealed=False)
    first = standing.exclude(event_id__in=bridge.withdrawn_ids(case)).first()
    if first is None or row.kind != UNDERRETNING_MODTAGET.key:
        raise Refused("Den første underretning står ikke i sagen længere. Så skal den anden blive stående.")
    if other.letter.received_at - one.letter.received_at > SAME_HOURS:
        raise Refused("Der er mere end et døgn imellem de to. De skal vurderes hver for sig.")
    said = [each.label for each in _BEGINS_MORE if row.fields.get(each.name) and not first.fields.get(each.name)]
    if said:
        told = " og ".join(f"»{each}«" for each in said)
        raise Refused(f"Den anden siger {told}, og det gør den første ikke. Lad begge stå, så intet falder bort.")


def part(joined: LetterChild, *, sent: Sent) -> None:
    """They were two after all: the later one stands again, with its own hours from when it came."""
    with locked(joined.case) as held:
        refuse_again(sent.token)
        other = LetterChild.objects.get(pk=joined.pk)
        if other.joined_to_id is None:
            raise Refused("De er allerede skilt ad. Du behøver ikke gøre mere.")
        # A case whose course has been moved is closed, and nothing that runs there would be seen.
        if LetterChild.objects.exclude(case=held).filter(pk=other.joined_to_id).exists():
            raise Refused("Den første er flyttet til barnets egen sag. Registrér den anden underretning i den sag.")
        corrections = EventRow.objects.filter(case=held, kind=RETTELSE.key).order_by("-recorded_at", "-pk")
        row = next((each for each in corrections if each.fields.get("replaces") == other.event_id), None)
        if row is None:
            raise Refused("Rettelsen kan ikke findes i sagen. Registrér underretningen i sagen på ny.")
        event = _correction(held, row, sent=sent, reason="Det var to underretninger alligevel.")
        spend(sent, event)
        append(held, [event], sent=sent)
        other.joined_to, other.joined_by, other.joined_at = None, "", None
        other.save(update_fields=["joined_to", "joined_by", "joined_at"])
        changed("skilt_ad", by=sent.by, at=sent.at, case=held, event=other.event_id)

"""What happens when the child of an expecting mother is born, or is not? One course, one child; twins get a case each.

The course goes on in the case it began in, which is the first child's from now on. Each further child gets a case of
its own, with the same door and with copies of what stands in the first, so that its duties run from the same days.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from pejl.events import (
    BARNET_FOEDT,
    BREV_SENDT,
    KILDE_DAEKKER,
    NOTAT,
    RETTELSE,
    SAG_AFSLUTTET,
    UNDERRETNING_MODTAGET,
    Event,
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
from pejl.web.cases.models import Child, EventRow, Family, Relative, Sibling
from pejl.web.cases.people import child_of
from pejl.web.cases.rooms import new_number

_NOT_BORN: Final = "Barnet blev ikke født levende."
_COPIED: Final = (
    "Født sammen med en søskende. Det, der skete før fødslen, er kopieret hertil fra den fælles sag, som den stod ved "
    "fødslen. Breve og forseglet indhold er ikke kopieret."
)
# The letters themselves are kept in the first case; what speaks of the ledger speaks of that case.
_NOT_COPIED: Final = frozenset({KILDE_DAEKKER.key, RETTELSE.key, BREV_SENDT.key, BARNET_FOEDT.key})
_ID: Final = 60  # letters of ``EventRow.shared_id``


@dataclass(frozen=True, slots=True, kw_only=True)
class Newborn:
    """A child as far as it is known on the day: often it has no name and no number yet."""

    name: str = ""
    cpr: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Birth:
    """The day, the hour where it is known, and the children in the order they came."""

    day: date
    at: datetime | None = None
    children: tuple[Newborn, ...]


def born(case: Case, birth: Birth, *, sent: Sent) -> list[Case]:
    """The children are born; gives the cases of the second and further ones."""
    if not birth.children:
        raise Refused("Der mangler et barn. Vælg, hvor mange børn der blev født.")
    with locked(case) as held:
        refuse_again(sent.token)
        _refuse_born(held)
        event = new_event(held, _born_entry(birth, shared=len(birth.children) > 1), sent=sent)
        spend(sent, event)
        mother = child_of(held)
        before = _standing(held)
        if mother:
            _fill_in(mother, birth, birth.children[0])
        append(held, [event], sent=sent)
        changed("barn_foedt", by=sent.by, at=sent.at, case=held, event=event.event_id, antal=len(birth.children))
        return [_sibling_case(held, birth, each, (event, before), sent=sent) for each in birth.children[1:]]


def not_born(case: Case, *, day: date, sent: Sent) -> EventRow:
    """The pregnancy ended without a living child: the course ends, and no child is invented."""
    with locked(case) as held:
        refuse_again(sent.token)
        _refuse_born(held)
        event = new_event(held, Entry(kind=SAG_AFSLUTTET.key, day=day, fields={"begrundelse": _NOT_BORN}), sent=sent)
        spend(sent, event)
        row = append(held, [event], sent=sent)[-1]
        changed("ventet_barn_ikke_foedt", by=sent.by, at=sent.at, case=held, event=event.event_id)
        return row


def _refuse_born(case: Case) -> None:
    child, gone = child_of(case), bridge.withdrawn_ids(case)
    told = EventRow.objects.filter(case=case, kind=BARNET_FOEDT.key, sealed=False).exclude(event_id__in=gone)
    if (child and child.born) or told.exists():
        raise Refused("Barnet står allerede som født. Er dagen forkert, så ret den på sagen.")
    rows = EventRow.objects.filter(case=case, kind=UNDERRETNING_MODTAGET.key, sealed=False).exclude(event_id__in=gone)
    if not (child and child.expected) and not any(row.fields.get("ufoedt") is True for row in rows):
        raise Refused("Det er ikke skrevet, at der ventes et barn i sagen. Se efter, om det er den rigtige sag.")


def _born_entry(birth: Birth, *, shared: bool) -> Entry:
    together = f"foedt-{secrets.token_hex(12)}" if shared else ""
    return Entry(kind=BARNET_FOEDT.key, day=birth.day, at=birth.at, shared_id=together)


# --- the child ------------------------------------------------------------------------------------------------


def _fill_in(child: Child, birth: Birth, newborn: Newborn) -> None:
    """The row that held the mother becomes the child's; she stands among its grown-ups, with custody."""
    mother = child.name
    if not child.relatives.filter(name=mother).exists():
        Relative.objects.create(child=child, name=mother, relation="Mor", custody=True, interpreter=child.interpreter)
    else:
        child.relatives.filter(name=mother).update(custody=True)
    _become(child, newborn, birth=birth, mother=mother, number=1)


def _become(child: Child, newborn: Newborn, *, birth: Birth, mother: str, number: int) -> None:
    several = f" {number}" if len(birth.children) > 1 else ""
    child.name = newborn.name or f"Nyfødt{several}, barn af {mother}"[:200]
    child.name_sort = sort_key(child.name)[:250]
    child.born = birth.day
    # What stood here was the mother's number, and it is not the child's.
    child.cpr, child.cpr_mark = locked_up(newborn.cpr), mark_of_cpr(newborn.cpr)
    child.save()


# --- the second child and further -----------------------------------------------------------------------------


def _standing(case: Case) -> list[Event]:
    """What stands in the case and is about the course, without what was written on the wrong child."""
    gone = bridge.withdrawn_ids(case)
    rows = EventRow.objects.filter(case=case, sealed=False).exclude(kind__in=_NOT_COPIED).order_by("pk")
    return [bridge.event_of(row, number=case.number) for row in rows if row.event_id not in gone]


def _sibling_case(first: Case, birth: Birth, newborn: Newborn, told: tuple[Event, list[Event]], *, sent: Sent) -> Case:
    """A case with the same door, the same people and the same past as the first child's."""
    event, before = told
    case = Case.objects.create(number=new_number(), team=first.team, protected=first.protected)
    _same_door(first, case)
    if older := child_of(first):
        number = birth.children.index(newborn) + 1
        _same_family(older, Child(case=case), newborn, birth=birth, number=number)
    copies = [*_coverage(first, case), *(_copy(each, case, sent=sent) for each in before)]
    EventRow.objects.bulk_create(bridge.row_of(each, case=case) for each in copies)
    note = Entry(kind=NOTAT.key, day=birth.day, fields={"tekst": _COPIED})
    own = replace(event, event_id=_new_id(), case_id=case.number)
    append(case, [own, new_event(case, note, sent=sent)], sent=sent)
    changed("sag_ved_foedsel", by=sent.by, at=sent.at, case=case, fra=first.key, kopieret=len(copies))
    return case


def _new_id() -> str:
    return f"p-{secrets.token_hex(12)}"


def _same_door(first: Case, case: Case) -> None:
    """Whoever may see the one sees the other: a protected mother's second child is as protected."""
    for each in first.namings.all():
        each.pk, each.case = None, case
        each._state.adding = True
        each.save(force_insert=True)
    for why in first.protections.all() if first.protected else ():
        why.pk, why.case = None, case
        why._state.adding = True
        why.save(force_insert=True)


def _same_family(older: Child, child: Child, newborn: Newborn, *, birth: Birth, number: int) -> None:
    if older.family is None:
        older.family = Family.objects.create()
        older.save(update_fields=["family"])
    for name in ("family", "address", "address_protected", "lives_with", "interpreter", "expected"):
        setattr(child, name, getattr(older, name))
    grown_ups = list(older.relatives.all())
    mother = next((each.name for each in grown_ups if each.relation == "Mor"), "")
    _become(child, newborn, birth=birth, mother=mother, number=number)
    for each in grown_ups:
        each.pk, each.child = None, child
        each._state.adding = True
        each.save(force_insert=True)
    known = [(row.other, row.half) for row in older.sibling_rows.select_related("other")]
    for other, half in ((older, False), *known):
        Sibling.objects.create(child=child, other=other, half=half)
        Sibling.objects.create(child=other, other=child, half=half)


def _coverage(first: Case, case: Case) -> list[Event]:
    """Pejl has followed the course as long in the one case as in the other."""
    rows = EventRow.objects.filter(case=first, kind=KILDE_DAEKKER.key, source=PEJL)
    return [replace(bridge.event_of(row, number=case.number), event_id=_new_id()) for row in rows.order_by("pk")]


def _copy(event: Event, case: Case, *, sent: Sent) -> Event:
    """The same, told in the second case today; what both have in common is known by its shared id."""
    return replace(
        event,
        event_id=_new_id(),
        case_id=case.number,
        shared_id=(event.shared_id or event.event_id)[:_ID],
        recorded_at=sent.at,
        source=PEJL,
        recorded_by=recorder(sent.by),
    )

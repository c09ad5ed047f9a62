"""How does what reached us become a notification in each child's case at once, known child or not? (docs/adr/0010)

All or nothing, once for each form. What is written in a protected case is written by the same questions to the
database as what is written in the new one, so that nobody can tell from an answer, or its time, that there is one.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Final, TypeVar

from django.conf import settings
from django.db import transaction
from django.db.models import F, Model, Q, QuerySet

from pejl.dates import local_day
from pejl.events import (
    ANSOEGNING_MODTAGET,
    HENVENDELSE_MODTAGET,
    KILDE_DAEKKER,
    KIND_BY_KEY,
    TID_USIKKER,
    UNDERRETNING_MODTAGET,
    UNDERRETTER,
    Event,
    FieldValue,
)
from pejl.web.access.models import Case, ChangeEntry, Naming, User, new_key, running
from pejl.web.access.names import sort_key
from pejl.web.cases import bridge
from pejl.web.cases.actions.writing import PEJL, Entry, Refused, Sent, new_event, recorder
from pejl.web.cases.cpr import locked_up, mark_of_cpr
from pejl.web.cases.models import Child, EventRow, FormToken
from pejl.web.cases.rooms import new_number, room
from pejl.web.reception.matching import protected_match
from pejl.web.reception.models import Letter, LetterChild, Watch

KINDS: Final = (HENVENDELSE_MODTAGET.key, UNDERRETNING_MODTAGET.key, ANSOEGNING_MODTAGET.key)
# Who the ledger names where nobody here has typed it in.
FORM: Final = "underret-formularen"
_FORM_NAME: Final = "Formularen på nettet"
_TOKEN_IS: Final = "brev:"  # noqa: S105 -- what the form gave, in ``FormToken.event_id``
# What events brought by a letter carry before its key, as their ``shared_id``.
LETTER: Final = "brev-"
_UNKNOWN: Final = "Ukendt barn"
_BACK_UP: Final = "Bagvagt for beskyttede sager, da noget nåede frem om barnet"
M = TypeVar("M", bound=Model)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One child, as it was told; of an unborn child the name and number are the expecting mother's."""

    told: str
    case_key: str = ""  # a case the person chose, within their scope; empty: a new one is made
    name: str = ""
    cpr: str = ""
    born: date | None = None
    address: str = ""
    unborn: bool = False
    expected: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """What reached us: a call, a letter, a form."""

    kind: str
    received_at: datetime
    hour_known: bool = True
    channel: str
    sender_type: str = ""  # a choice of ``events.UNDERRETTER``
    anonymous: bool = False
    sender_name: str = ""
    sender_contact: str = ""
    sender_role: str = ""
    text: str = ""
    answers: dict[str, str] = field(default_factory=dict)
    children: tuple[Told, ...]
    fields: dict[str, FieldValue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Written:
    """One notification to be, in one case."""

    letter: Letter
    told: str
    case: Case
    event: Event


def take_in(
    contact: Contact, *, by: User | None, at: datetime, token: str, within: QuerySet[Case] | None = None
) -> Letter:
    """The letter with its notifications, all written at once; the same form sent again gives the same letter.

    ``by`` None: the public form. ``within``: the cases the person may open; a child is only chosen among these.
    """
    _refuse(contact, token, now=at)
    letter = _letter(contact, by=by, at=at)
    scope = Case.objects.none() if within is None else within
    sent = Sent(by=by or User(username=FORM, name=_FORM_NAME), at=at, token=token)
    with transaction.atomic():
        used, fresh = FormToken.objects.get_or_create(
            token=token, defaults={"used_at": at, "event_id": f"{_TOKEN_IS}{letter.key}"}
        )
        if not fresh:
            return _given(used)
        letter.save()
        _write(letter, contact, scope=scope, sent=sent, typed=by is not None)
        return letter


def letter_of(token: str) -> Letter | None:
    """What a form gave when it was sent; None: it has not been."""
    used = FormToken.objects.filter(token=token, event_id__startswith=_TOKEN_IS).first()
    return _given(used) if used else None


def _given(used: FormToken) -> Letter:
    if not used.event_id.startswith(_TOKEN_IS):
        raise Refused("Siden er for gammel til at blive sendt. Åbn den igen, og udfyld den på ny.")
    return Letter.objects.get(key=used.event_id.removeprefix(_TOKEN_IS))


def _refuse(contact: Contact, token: str, *, now: datetime) -> None:
    if not token:
        raise Refused("Siden er for gammel til at blive sendt. Åbn den igen, og udfyld den på ny.")
    if contact.kind not in KINDS:
        raise Refused("Typen mangler. Vælg henvendelse, underretning eller ansøgning.")
    if not contact.children or any(not each.told.strip() and not each.name.strip() for each in contact.children):
        raise Refused("Der mangler et barn. Skriv det, der vides om barnet, fx »dreng ca. 8, Skolegade«.")
    if contact.received_at > now:
        raise Refused("Det er ikke sket endnu. Skriv en dag og et klokkeslæt, der er gået.")


def _letter(contact: Contact, *, by: User | None, at: datetime) -> Letter:
    key = new_key()
    return Letter(
        key=key,
        shared_id=f"{LETTER}{key}",
        received_at=contact.received_at,
        hour_known=contact.hour_known,
        recorded_at=at,
        recorded_by=recorder(by) if by else FORM,
        channel=contact.channel,
        sender_type=contact.sender_type,
        anonymous=contact.anonymous,
        sender_name=contact.sender_name,
        sender_contact=contact.sender_contact,
        sender_role=contact.sender_role,
        text=contact.text,
        answers=contact.answers,
    )


# --- which case -----------------------------------------------------------------------------------------------


def _write(letter: Letter, contact: Contact, *, scope: QuerySet[Case], sent: Sent, typed: bool) -> None:
    chosen = _chosen(contact.children, scope=scope)
    # Whoever is named in a protected case was offered it like any other.
    hidden = [protected_match(each, besides=scope) for each in contact.children]
    # Whoever reads of one child in a letter reads of them all, and would see that one of them has no case.
    open_to_others = typed or not all(hidden)
    made: list[tuple[Told, Case]] = []
    places: list[tuple[Told, Case]] = []
    for told, match in zip(contact.children, hidden, strict=True):
        if case := chosen.get(told.case_key):
            places.append((told, case))
        elif open_to_others:
            made.append((told, Case(number=new_number())))
        places += [(told, case) for case in match]
    _put(Case, [case for _, case in made])
    _put(Child, [_child(told, case) for told, case in made])
    written = [
        _Written(letter, _as_told(told), case, _event(contact, letter, case, told, sent=sent))
        for told, case in places + made
    ]
    _keep(written, sent=sent, since={case.pk: local_day(contact.received_at) for _, case in made})
    _call_back_up([case for match in hidden for case in match], at=sent.at)


def _chosen(children: Iterable[Told], *, scope: QuerySet[Case]) -> dict[str, Case]:
    """The cases the person chose; one that is out of reach is not there."""
    keys = {each.case_key for each in children} - {""}
    found = {case.key: case for case in scope.filter(key__in=keys)}
    if keys - found.keys():
        raise Refused("Den valgte sag kan ikke findes. Vælg igen, eller vælg »Et andet barn«.")
    return found


def _child(told: Told, case: Case) -> Child:
    described = told.told.strip()
    name = told.name.strip() or f"{_UNKNOWN}: {described}"
    name = name[: room(Child, "name")]
    return Child(
        case=case,
        name=name,
        name_sort=sort_key(name)[: room(Child, "name_sort")],
        born=told.born,
        cpr=locked_up(told.cpr),
        cpr_mark=mark_of_cpr(told.cpr),
        address=told.address[: room(Child, "address")],
        unsettled=not is_settled(told),
        described=described[: room(Child, "described")],
        expected=told.expected,
    )


def is_settled(told: Told) -> bool:
    """Whether it is plain who the child is; of an unborn child, who the mother is."""
    return bool(told.name.strip()) and bool(told.cpr or told.born or told.unborn)


# --- what is written ------------------------------------------------------------------------------------------


def _event(contact: Contact, letter: Letter, case: Case, told: Told, *, sent: Sent) -> Event:
    entry = Entry(
        kind=contact.kind,
        day=local_day(contact.received_at),
        at=contact.received_at if contact.hour_known else None,
        thread_id=f"p-{secrets.token_hex(6)}",
        shared_id=letter.shared_id,
        done_by=sent.by.initials,
        fields=_fields(contact, told),
    )
    return new_event(case, entry, sent=sent)


def _fields(contact: Contact, told: Told) -> dict[str, FieldValue]:
    """What this kind of event says; nobody is sent a receipt who has not told who they are."""
    said: dict[str, FieldValue] = {UNDERRETTER.name: "anonym" if contact.anonymous else contact.sender_type}
    said |= {"ufoedt": told.unborn} | contact.fields
    allowed = {each.name for each in (*KIND_BY_KEY[contact.kind].fields, TID_USIKKER)}
    return {name: value for name, value in said.items() if name in allowed and value != ""}


def _keep(
    written: Sequence[_Written], *, sent: Sent, since: dict[int, date] | None = None, besides: Case | None = None
) -> None:
    """As many questions to the database for two cases as for one, or for the one beside which nothing is written."""
    cases = {each.case.pk: each.case for each in written} | ({besides.pk: besides} if besides else {})
    list(Case.objects.select_for_update().filter(pk__in=cases).order_by("pk").values_list("pk"))
    rows = [bridge.row_of(each.event, case=each.case) for each in written]
    _put(EventRow, [*_coverage(cases, since=since or {}, sent=sent), *rows])
    Case.objects.filter(pk__in=cases).update(version=F("version") + 1)
    # Anew from the database, where the count of registrations has just changed.
    bridge.recompute_many(list(Case.objects.filter(pk__in=cases).order_by("pk")), as_of=sent.at)
    children = [
        LetterChild(letter=each.letter, case=each.case, event_id=each.event.event_id, told=each.told)
        for each in written
    ]
    _put(LetterChild, children)
    _put(ChangeEntry, [_noted(each, sent=sent) for each in written])


def _as_told(told: Told) -> str:
    return (told.told.strip() or told.name.strip())[: room(LetterChild, "told")]


def _noted(each: _Written, *, sent: Sent) -> ChangeEntry:
    what = {"kind": each.event.kind, "event": each.event.event_id}
    who = {"username": sent.by.username, "name": sent.by.name}
    return ChangeEntry(at=sent.at, action="taget_ind", case_key=each.case.key, what=what, **who)


def _coverage(cases: dict[int, Case], *, since: dict[int, date], sent: Sent) -> Iterator[EventRow]:
    """Where Pejl is the only place, a case is covered from the day it begins to be worked here (design 4).

    A case made for what reached us begins with that, however late it was written down.
    """
    if settings.PEJL_MODE != "alene":
        return
    declared = EventRow.objects.filter(case__in=cases, kind=KILDE_DAEKKER.key, source=PEJL)
    covered = set(declared.values_list("case_id", flat=True))
    for pk, case in cases.items():
        if pk not in covered:
            entry = Entry(kind=KILDE_DAEKKER.key, day=since.get(pk, local_day(sent.at)))
            yield bridge.row_of(new_event(case, entry, sent=sent), case=case)


def reach_protected(
    brought: Sequence[tuple[LetterChild, Event]], told: Told, *, within: QuerySet[Case], sent: Sent
) -> None:
    """What letters brought to a child who has a name now, written in the protected case the name fits, if any."""
    match = protected_match(told, besides=within)
    known = LetterChild.objects.filter(case__in=[0, *(case.pk for case in match)])
    there = set(known.values_list("case_id", "letter_id"))
    written = [
        _Written(child.letter, child.told, case, _copy(event, case, sent=sent))
        for case in match
        for child, event in brought
        if (case.pk, child.letter_id) not in there
    ]
    if brought:
        _keep(written, sent=sent, besides=brought[0][0].case)
        _call_back_up(match, at=sent.at)


def _copy(event: Event, case: Case, *, sent: Sent) -> Event:
    return replace(
        event,
        event_id=f"p-{secrets.token_hex(12)}",
        case_id=case.number,
        thread_id=f"p-{secrets.token_hex(6)}",
        recorded_at=sent.at,
        recorded_by=recorder(sent.by),
    )


def _call_back_up(cases: Sequence[Case], *, at: datetime) -> None:
    """Whoever has the duty of protected cases sees them from this moment, today and tomorrow."""
    today = local_day(at)
    on_duty = User.objects.filter(
        is_active=True,
        watches__duty=Watch.Duty.BAGVAGT,
        watches__first_at__lte=at,
        watches__last_at__gt=at,
    ).distinct()
    users = list(on_duty)
    named = Naming.objects.filter(running(today), Q(case__in=[0, *(case.pk for case in cases)]))
    there = set(named.values_list("case_id", "user_id"))
    _put(
        Naming,
        [
            Naming(
                case=case,
                user=user,
                named_as=Naming.As.BESKYTTET,
                first=today,
                last=today + timedelta(days=1),
                reason=_BACK_UP,
                given_by="Vagtplanen",
            )
            for case in cases
            for user in users
            if (case.pk, user.pk) not in there
        ],
    )


def _put(model: type[M], rows: Sequence[M]) -> None:
    """Add the rows; where there is none, ask one question all the same."""
    if rows:
        model._default_manager.bulk_create(rows)
    else:
        model._default_manager.filter(pk=0).exists()

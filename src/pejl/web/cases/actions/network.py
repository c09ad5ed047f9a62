"""What can be done to the map of a child's network: put somebody on it, change what stands there, take them off?

Nobody is ever deleted: who is taken off stood there from one day to another.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from pejl.dates import local_day
from pejl.web.access.log import changed
from pejl.web.access.models import Case
from pejl.web.cases.actions.writing import Overtaken, Refused, Sent, locked
from pejl.web.cases.models import Child, FormToken, NetworkPerson, Relative
from pejl.web.cases.network import is_on, mark_of_person

Values = Mapping[str, object]
_TOO_OLD: Final = "Siden er for gammel til at blive sendt. Her er den igen. Skriv dine rettelser på ny."
_OVERTAKEN: Final = (
    "En anden har rettet personen, mens du havde siden åben. Her står det, som det er nu. Skriv dine rettelser igen."
)


def add_person(case: Case, values: Values, *, sent: Sent) -> None:
    """Somebody new on the map; the same form sent twice adds one."""
    with locked(case) as held:
        if not _first_time(sent):
            return
        child = _child(held)
        name, today = str(values["name"]), local_day(sent.at)
        _refuse_twice(child, name, today=today)
        person = NetworkPerson.objects.create(child=child, **{"first": today, **_filled(values)})
        _done("netvaerk_tilfoejet", held, person, sent=sent, fields=sorted(_filled(values)))


def take_over(case: Case, relative: Relative, *, sent: Sent) -> None:
    """One of the child's grown-ups, as the case knows them."""
    values: dict[str, object] = {
        "name": relative.name,
        "relation": relative.relation,
        "circle": NetworkPerson.Circle.PRIVAT,
        # Whoever lives with the child is near until the child says otherwise.
        "near": NetworkPerson.Near.TAET if relative.lives_with_child else NetworkPerson.Near.MIDT,
        # Who must not be contacted has no number here either.
        "contact": "" if relative.do_not_contact else relative.phone,
    }
    add_person(case, values, sent=sent)


def change_person(case: Case, key: str, values: Values, *, seen: str, sent: Sent) -> None:
    """Put right what stands about somebody."""
    with locked(case) as held:
        if not _first_time(sent):
            return
        person = NetworkPerson.objects.get(key=key, child__case=held)
        if mark_of_person(person) != seen:
            raise Overtaken(_OVERTAKEN)
        fields = [name for name, value in values.items() if getattr(person, name) != value]
        for name in fields:
            setattr(person, name, values[name])
        if person.last and person.last < person.first:
            raise Refused("Sidste dag ligger før den første. Ret en af de to dage.")
        person.save()
        _done("netvaerk_rettet", held, person, sent=sent, fields=fields)


def end_person(case: Case, key: str, *, sent: Sent) -> None:
    """Off the map from today; who was put on it today never stood there, and is still kept."""
    with locked(case) as held:
        if not _first_time(sent):
            return
        person = NetworkPerson.objects.get(key=key, child__case=held)
        if not is_on(person, today=local_day(sent.at)):
            raise Refused(f"{person.name} er allerede taget af kortet.")
        person.last = local_day(sent.at)
        person.save(update_fields=["last"])
        _done("netvaerk_afsluttet", held, person, sent=sent, fields=["last"])


def _first_time(sent: Sent) -> bool:
    """Spends the form; False when it has been sent before. Asked with the case locked, so that two cannot both pass."""
    room = FormToken._meta.get_field("token").max_length or 0
    if not 0 < len(sent.token) <= room:
        raise Overtaken(_TOO_OLD)
    if FormToken.objects.filter(token=sent.token).exists():
        return False
    FormToken.objects.create(token=sent.token, used_at=sent.at, event_id="")
    return True


def _child(case: Case) -> Child:
    child = Child.objects.filter(case=case).first()
    if child is None:
        raise Refused("Barnet er ikke skrevet på sagen endnu. Skriv barnet under »Barnets mennesker« først.")
    return child


def _refuse_twice(child: Child, name: str, *, today: date) -> None:
    wanted = " ".join(name.casefold().split())
    for other in NetworkPerson.objects.filter(child=child):
        if is_on(other, today=today) and " ".join(other.name.casefold().split()) == wanted:
            raise Refused(f"{other.name} står allerede på kortet. Ret det, der står der, i stedet.")


def _filled(values: Values) -> dict[str, object]:
    return {name: value for name, value in values.items() if value not in (None, "")}


def _done(action: str, case: Case, person: NetworkPerson, *, sent: Sent, fields: list[str]) -> None:
    changed(action, by=sent.by, at=sent.at, case=case, person=person.key, fields=fields)

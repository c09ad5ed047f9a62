"""How is it written that two children are siblings, and how is it taken away again? Always both ways."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Q

from pejl.web.access.log import changed
from pejl.web.access.models import Case
from pejl.web.cases.actions.writing import Refused, Sent, locked
from pejl.web.cases.models import Child, Family, FormToken, Sibling
from pejl.web.cases.people import child_of


def tie(case: Case, other: Case, *, half: bool, together: bool, sent: Sent) -> None:
    """The two are siblings, whole or half; ``together``: they live together and count as one family."""
    if case.pk == other.pk:
        raise Refused("Det er det samme barn. Vælg et andet.")
    first, second = sorted((case, other), key=lambda each: each.pk)
    with locked(first), locked(second):
        if _again(sent):
            return
        one, two = _children(case, other)
        for child, sibling in ((one, two), (two, one)):
            Sibling.objects.update_or_create(child=child, other=sibling, defaults={"half": half})
        if together:
            _join(one, two)
        for here, there in ((case, other), (other, case)):
            changed("soeskende_skrevet", by=sent.by, at=sent.at, case=here, til=there.key, halv=int(half))


def untie(case: Case, other: Case, *, sent: Sent) -> None:
    """They are not siblings after all; the family stays as it is, for it tells who live together."""
    first, second = sorted((case, other), key=lambda each: each.pk)
    with locked(first), locked(second):
        if _again(sent):
            return
        one, two = _children(case, other)
        Sibling.objects.filter(Q(child=one, other=two) | Q(child=two, other=one)).delete()
        for here, there in ((case, other), (other, case)):
            changed("soeskende_fjernet", by=sent.by, at=sent.at, case=here, til=there.key)


def _again(sent: Sent) -> bool:
    """Whether this very form has been sent before; else it is spent now."""
    if not sent.token:
        raise Refused("Siden er for gammel til at blive sendt. Åbn den igen.")
    with transaction.atomic():
        row = {"used_at": sent.at, "event_id": ""}
        return not FormToken.objects.get_or_create(token=sent.token, defaults=row)[1]


def _children(case: Case, other: Case) -> tuple[Child, Child]:
    one, two = child_of(case), child_of(other)
    if one is None or two is None:
        raise Refused("Et af børnene er ikke skrevet endnu. Skriv først barnets navn på sagen.")
    return one, two


def _join(one: Child, two: Child) -> None:
    """The second comes into the first one's family."""
    family = one.family or two.family or Family.objects.create()
    for child in (one, two):
        if child.family_id != family.pk:
            child.family = family
            child.save(update_fields=["family"])

"""How is a worklist written: begun, added to, set in order, and ended? One transaction each, with a line of change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db import transaction

from pejl.dates import danish_date
from pejl.web.access.actions import Doing, Refused
from pejl.web.access.log import changed
from pejl.web.access.models import Case, Omraade, Unit
from pejl.web.worklists.models import Entry, Setting, Worklist

_ENDED: Final = "Listen er sluttet og kan ikke ændres længere. Begynd en ny, hvis arbejdet skal fortsætte."
_OVERTAKEN: Final = (
    "En anden har sat noget på listen, mens siden stod åben. Intet er gemt. Se efter i »Hvem har sat hvad hvornår«, og "
    "gem igen, hvis det, du har skrevet, stadig skal gælde."
)

# A case, and the course in it; no course where the case as a whole is meant.
Place = tuple[Case, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """A list as it is asked for."""

    key: str
    kind: str
    unit: Unit
    omraade: Omraade
    months: int | None
    title: str
    target_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Set:
    """How one entry shall stand from now on."""

    entry: Entry
    place: int | None
    owner: str
    target_on: date | None


def begin(asked: Begun, places: Sequence[Place], *, doing: Doing) -> Worklist:
    """A new list with what is found today; a double click begins one."""
    if not places:
        raise Refused("Der er ingen sager at sætte på listen. Vælg en anden slags, enhed eller et andet område.")
    if asked.target_on <= doing.today:
        raise Refused("Måldagen skal ligge efter i dag, hvor listen begynder. Vælg en senere dag.")
    with transaction.atomic():
        Unit.objects.select_for_update().get(pk=asked.unit.pk)
        if there := Worklist.objects.filter(key=asked.key).first():
            return there
        _refuse_a_second(asked)
        row = Worklist.objects.create(
            key=asked.key,
            kind=asked.kind,
            unit=asked.unit,
            omraade=asked.omraade,
            months=asked.months,
            title=asked.title,
            started_on=doing.today,
            target_on=asked.target_on,
            began_by=doing.by.name,
            began_at=doing.at,
        )
        _write_target(row, doing=doing)
        _put_on(row, places, doing=doing)
        changed("arbejdsliste_begyndt", by=doing.by, at=doing.at, raekke=row.key, slags=row.kind, antal=len(places))
        return row


def _refuse_a_second(asked: Begun) -> None:
    running = Worklist.objects.filter(kind=asked.kind, unit=asked.unit, omraade=asked.omraade, ended_on=None).first()
    if running:
        raise Refused(
            f"{asked.unit.name} har allerede en liste af den slags: »{running.title}«, begyndt "
            f"{danish_date(running.started_on)}. Arbejd videre på den, eller slut den, før du begynder en ny."
        )


def _write_target(worklist: Worklist, *, doing: Doing) -> None:
    Setting.objects.create(worklist=worklist, target_on=worklist.target_on, set_by=doing.by.name, set_at=doing.at)


def _put_on(worklist: Worklist, places: Iterable[Place], *, doing: Doing) -> int:
    rows = [
        Entry(worklist=worklist, case=case, thread_id=thread, taken_on=doing.today, taken_by=doing.by.name)
        for case, thread in places
    ]
    return len(Entry.objects.bulk_create(rows))


def take_on(worklist: Worklist, places: Iterable[Place], *, doing: Doing) -> int:
    """Put on the list what has come since; what is on it already stays as it is. Gives how many were new."""
    with transaction.atomic():
        held = _held(worklist)
        there = set(held.entries.values_list("case", "thread_id"))
        new = [(case, thread) for case, thread in places if (case.pk, thread) not in there]
        _put_on(held, new, doing=doing)
        changed("arbejdsliste_udvidet", by=doing.by, at=doing.at, raekke=held.key, antal=len(new))
        return len(new)


def newest_setting(worklist: Worklist) -> str:
    """What somebody has read of a list's order: the number of the newest that was set in it."""
    newest = Setting.objects.filter(worklist=worklist).order_by("-pk").values_list("pk", flat=True).first()
    return str(newest or "")


def arrange(worklist: Worklist, wanted: Iterable[Set], *, doing: Doing, seen: str | None = None) -> int:
    """Set order, owner and day of several entries; gives how many were changed, each kept with who set it.

    ``seen``: the newest that the writer knew of, asked again while nobody else can write.
    """
    with transaction.atomic():
        held = _held(worklist)
        before = {each.pk: each for each in held.entries.select_for_update()}
        new = [each for each in wanted if each.entry.pk in before and _differs(before[each.entry.pk], each)]
        if any(each.target_on and each.target_on < held.started_on for each in new):
            raise Refused(f"En måldag kan ikke ligge, før listen begyndte {danish_date(held.started_on)}. Ret dagen.")
        if new and seen not in (None, newest_setting(held)):
            raise Refused(_OVERTAKEN)
        for each in new:
            _set(before[each.entry.pk], each, doing=doing)
        if new:
            changed("arbejdsliste_sat", by=doing.by, at=doing.at, raekke=held.key, antal=len(new))
        return len(new)


def _differs(entry: Entry, wanted: Set) -> bool:
    return (entry.place, entry.owner, entry.target_on) != (wanted.place, wanted.owner, wanted.target_on)


def _set(entry: Entry, wanted: Set, *, doing: Doing) -> None:
    entry.place, entry.owner, entry.target_on = wanted.place, wanted.owner, wanted.target_on
    entry.save(update_fields=["place", "owner", "target_on"])
    Setting.objects.create(
        worklist_id=entry.worklist_id,
        entry=entry,
        place=entry.place,
        owner=entry.owner,
        target_on=entry.target_on,
        set_by=doing.by.name,
        set_at=doing.at,
    )


def move_target(worklist: Worklist, *, target_on: date, doing: Doing) -> None:
    """Another day for the list as a whole; the days before it are kept."""
    with transaction.atomic():
        held = _held(worklist)
        if target_on <= held.started_on:
            told = danish_date(held.started_on)
            raise Refused(f"Måldagen skal ligge efter den dag, listen begyndte ({told}). Vælg en senere dag.")
        if target_on == held.target_on:
            return
        held.target_on = target_on
        held.save(update_fields=["target_on"])
        _write_target(held, doing=doing)
        changed("arbejdsliste_maaldag", by=doing.by, at=doing.at, raekke=held.key, dag=target_on.isoformat())


def end(worklist: Worklist, *, doing: Doing) -> None:
    """The list is over and stays to be read; ended twice, it ended the first time."""
    with transaction.atomic():
        held = Worklist.objects.select_for_update().get(pk=worklist.pk)
        if held.ended_on is None:
            held.ended_on, held.ended_by = doing.today, doing.by.name
            held.save(update_fields=["ended_on", "ended_by"])
            changed("arbejdsliste_sluttet", by=doing.by, at=doing.at, raekke=held.key)


def _held(worklist: Worklist) -> Worklist:
    held = Worklist.objects.select_for_update().get(pk=worklist.pk)
    if held.ended_on is not None:
        raise Refused(_ENDED)
    return held

"""How is a step looked up in a case: by the duties of the law book, by what has happened, by what is written?

Each function makes a look of a few values, so that a step is told in ``walk_steps`` without any code.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

from pejl.dates import danish_date, local_day
from pejl.events import Event, Field, FieldType, Kind, Privacy
from pejl.tables import Status
from pejl.web.access.roles import Right
from pejl.web.cases.duties import Duty
from pejl.web.cases.walk import Answer, Look, Standing, Walked
from pejl.web.cases.written import label_of

# --- looks: a duty of the law book ----------------------------------------------------------------------------

_OF_STATUS: Final = {
    Status.OVERDUE: Standing.OVERDUE,
    Status.OPEN: Standing.MISSING,
    Status.UNKNOWN: Standing.UNKNOWN,
    Status.LATE: Standing.LATE,
    Status.MET: Standing.DONE,
    Status.CANCELLED: Standing.NOT_OWED,
    Status.EXCUSED: Standing.DONE,
}
_EXCUSED: Final = {Status.CANCELLED: "bortfaldet", Status.EXCUSED: "undtaget med begrundelse"}


def duties(*rules: str, otherwise: str) -> Look:
    """How the duties of these rules stand; ``otherwise`` says why none is owed."""

    def look(case: Walked) -> Iterator[Answer]:
        own = [each for each in case.duties.all if each.rule.key in rules]
        for key in rules:
            mine = [each for each in own if each.rule.key == key]
            if mine:
                yield _most_pressing(mine)
        if not own:
            yield Answer(standing=Standing.NOT_OWED, told=otherwise)

    return look


def _most_pressing(own: list[Duty]) -> Answer:
    standings = [(_standing(each), each) for each in own]
    standing, duty = min(standings, key=lambda pair: list(Standing).index(pair[0]))
    number = sum(found is standing for found, _ in standings)
    met = local_day(duty.met_at) if duty.met_at else None
    waits = standing in (Standing.OVERDUE, Standing.MISSING, Standing.WAITS)
    return Answer(
        standing=standing,
        told=_told(duty, standing, number=number, of=len(own)),
        force=duty.rule.force,
        confirmed=duty.rule.cites.sure.confirmed,
        day=met,
        registers=duty.kinds[0] if waits and duty.kinds else None,
        duty=duty.mark if waits else "",
    )


def _standing(duty: Duty) -> Standing:
    if duty.status is Status.OPEN and duty.due_at:
        return Standing.WAITS
    return Standing.MISSED if duty.missed else _OF_STATUS[duty.status]


def _told(duty: Duty, standing: Standing, *, number: int, of: int) -> str:
    counted = f" ({number} af {of})" if of > 1 else ""
    match standing:
        case Standing.UNKNOWN:
            return f"{duty.rule.title}{counted}: {duty.unknown.danish}"
        case Standing.OVERDUE | Standing.MISSED:
            return f"{duty.rule.title}{counted}: fristen var {duty.limit}." if duty.limit else f"{duty.rule.title}."
        case Standing.MISSING | Standing.WAITS:
            limit = f"senest {duty.limit}" if duty.limit else "uden frist i tal"
            return f"{duty.rule.title}{counted}: {limit}."
        case _:
            word = _EXCUSED.get(duty.status, "")
            return f"{duty.rule.title}{counted}{f': {word}' if word else ''}."


def limit_counted(rule: str, *, otherwise: str) -> Look:
    """Whether the limit of this rule could be worked out at all."""

    def look(case: Walked) -> Iterator[Answer]:
        own = [each for each in case.duties.all if each.rule.key == rule]
        lost = [each for each in own if each.due_at is None or each.unknown]
        if not own:
            yield Answer(standing=Standing.NOT_OWED, told=otherwise)
        elif lost:
            told = f"Fristen kan ikke regnes for {len(lost)} af {len(own)}: {lost[0].unknown.danish}"
            yield Answer(standing=Standing.UNKNOWN, told=told)
        else:
            limits = ", ".join(each.limit for each in own)
            yield Answer(standing=Standing.DONE, told=f"Fristen er regnet ud: {limits}.")

    return look


# --- looks: something has happened ----------------------------------------------------------------------------


def happens(*kinds: Kind, told: str, missing: str) -> Look:
    """One of these has happened at all."""

    def look(case: Walked) -> Iterator[Answer]:
        found = case.written.of(*kinds)
        if found:
            yield Answer(standing=Standing.DONE, told=f"{told}: {label_of(found[0])}.", day=found[0].day)
        else:
            yield _missing(case, kinds[0], missing, since=date.max)

    return look


def follows(after: tuple[Kind, ...], *kinds: Kind, missing: str, otherwise: str) -> Look:
    """Each of the first is followed by one of the others in its course; ``otherwise`` says why none is owed."""

    def look(case: Walked) -> Iterator[Answer]:
        begun = case.written.of(*after)
        if not begun:
            yield Answer(standing=Standing.NOT_OWED, told=otherwise)
            return
        found = [(each, _next_in_course(case, each, kinds)) for each in begun]
        without = [each for each, met in found if met is None]
        if without:
            counted = f" ({len(without)} af {len(begun)})" if len(begun) > 1 else ""
            told = f"{missing}{counted}: {_named(case, without[0])}."
            yield _missing(case, kinds[0], told, since=without[0].day)
        else:
            last = [met for _, met in found if met][-1]
            yield Answer(standing=Standing.DONE, told=f"{label_of(last)}.", day=last.day)

    return look


def _next_in_course(case: Walked, event: Event, kinds: tuple[Kind, ...]) -> Event | None:
    return next((each for each in case.written.of(*kinds) if _together(each, event) and each.day >= event.day), None)


def _together(one: Event, other: Event) -> bool:
    return one.thread_id == other.thread_id or not one.thread_id or not other.thread_id


def comes_first(kind: Kind, *first: Kind, missing: str, otherwise: str) -> Look:
    """Before each of the one, one of the others has happened in its course."""

    def look(case: Walked) -> Iterator[Answer]:
        held = case.written.of(kind)
        if not held:
            yield Answer(standing=Standing.NOT_OWED, told=otherwise)
            return
        before = case.written.of(*first)
        without = [
            each for each in held if not any(_together(earlier, each) and earlier.day <= each.day for earlier in before)
        ]
        if without:
            began = min(each.day for each in case.written.events if _together(each, without[0]))
            yield _missing(case, first[0], f"{missing}: {_named(case, without[0])}.", since=began)
        else:
            yield Answer(standing=Standing.DONE, told=f"{label_of(before[-1])}.", day=before[-1].day)

    return look


def _named(case: Walked, event: Event) -> str:
    course = case.written.course(event)
    return course or f"{label_of(event)} {danish_date(event.day).partition(' den ')[2]}"


def _missing(case: Walked, kind: Kind, told: str, *, since: date) -> Answer:
    """Missing, or beyond what can be known: where no source of the case would have told of it."""
    if case.written.covers(kind, from_day=since):
        return Answer(standing=Standing.MISSING, told=told, registers=kind)
    return Answer(standing=Standing.UNKNOWN, told=f"{told} Kilden fortæller ikke om det; se i fagsystemet.")


# --- looks: what is written -----------------------------------------------------------------------------------


def says(*kinds: Kind, fields: tuple[Field, ...], otherwise: str, where: Callable[[Event], bool] | None = None) -> Look:
    """Each of these has an answer in every one of the fields."""

    def look(case: Walked) -> Iterator[Answer]:
        held = [each for each in case.written.of(*kinds) if where is None or where(each)]
        if not held:
            yield Answer(standing=Standing.NOT_OWED, told=otherwise)
        elif not case.written.reader.alone and any(_kept_elsewhere(each) for each in fields):
            words = ", ".join(f"»{each.label}«" for each in fields)
            yield Answer(standing=Standing.ELSEWHERE, told=f"{words} står i fagsystemet.")
        else:
            yield _answered(held, fields)

    return look


def _answered(held: list[Event], fields: tuple[Field, ...]) -> Answer:
    empty = {each.label: [event for event in held if event.fields.get(each.name) in (None, "")] for each in fields}
    lacking = {label: events for label, events in empty.items() if events}
    if not lacking:
        words = ", ".join(f"»{each.label}«" for each in fields)
        return Answer(standing=Standing.DONE, told=f"Skrevet: {words}.", day=held[-1].day)
    event = next(iter(lacking.values()))[0]
    words = ", ".join(f"»{label}«{_counted(events, held)}" for label, events in lacking.items())
    told = f"{label_of(event)} {danish_date(event.day).partition(' den ')[2]}: {words} er ikke skrevet."
    return Answer(standing=Standing.MISSING, told=told)


def _counted(events: list[Event], held: list[Event]) -> str:
    return f" ({len(events)} af {len(held)})" if len(held) > 1 else ""


def _kept_elsewhere(field: Field) -> bool:
    return field.type is FieldType.TEXT and field.privacy is Privacy.PERSONAL


# --- looks: what lives elsewhere ------------------------------------------------------------------------------


def elsewhere(told: str, *, url_name: str = "", needs: Right | None = None) -> Look:
    """It is not about one case: where it is in Pejl and who sees it there, or that it is not there yet."""

    def look(case: Walked) -> Iterator[Answer]:
        yield Answer(standing=Standing.ELSEWHERE, told=told, url_name=url_name, needs=needs)

    return look

"""What can Pejl itself tell of a finished investigation, to help whoever judges its quality? Never the judgement.

What it can see is form: how hard the text is to read, which headings are empty, whether the child is quoted and met.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from pejl import events as e
from pejl.dates import danish_date
from pejl.events import Event, Field
from pejl.web.cases.written import field_of
from pejl.web.handbook.lix import read

_ICS: Final = tuple(
    field_of(e.UNDERSOEGELSE_AFSLUTTET, name) for name in ("ics_barnet", "ics_foraeldre", "ics_netvaerk")
)
_TEXT: Final = (*_ICS, e.VURDERING, field_of(e.UNDERSOEGELSE_AFSLUTTET, "stillingtagen"))
_ENOUGH: Final = 30  # words; of fewer the number says nothing
_MET: Final = frozenset({e.SAMTALE_MED_BARNET.key, e.KONTAKT_MED_BARNET.key})


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One finished investigation, and what can be seen of it by itself."""

    title: str
    told: tuple[str, ...]


def seen_in(events: Sequence[Event], *, thread_id: str | None, may_read: bool) -> list[Seen]:
    """The finished investigations of the case, the newest first; of this course alone where one is named."""
    finished = [each for each in events if each.kind == e.UNDERSOEGELSE_AFSLUTTET.key]
    own = [each for each in finished if not thread_id or each.thread_id == thread_id]
    return [_seen(each, events, may_read=may_read) for each in sorted(own, key=lambda each: each.order, reverse=True)]


def _seen(event: Event, events: Iterable[Event], *, may_read: bool) -> Seen:
    told = [_met(event, events), *(_read(event) if may_read else [_NOT_HERE])]
    return Seen(title=f"Undersøgelsen afsluttet {danish_date(event.day)}", told=tuple(told))


_NOT_HERE: Final = "Teksten står i fagsystemet, så Pejl kan ikke læse den."


def _met(event: Event, events: Iterable[Event]) -> str:
    """Between the decision and the finish, both days in."""
    begun = [
        each.day
        for each in events
        if each.kind == e.UNDERSOEGELSE_BESLUTTET.key and each.thread_id == event.thread_id and each.day <= event.day
    ]
    if not begun:
        return "Det står ikke, hvornår undersøgelsen begyndte, så samtalerne i den kan ikke tælles."
    number = sum(each.kind in _MET and max(begun) <= each.day <= event.day for each in events)
    if not number:
        return "Det er ikke skrevet, at nogen har mødt barnet, mens der blev undersøgt."
    return f"Barnet er mødt {number} gang{'e' if number != 1 else ''}, mens der blev undersøgt, så vidt det er skrevet."


def _read(event: Event) -> Iterator[str]:
    words = event.fields.get(e.BARNETS_ORD.name)
    yield "Barnets egne ord står der." if words else "Barnets egne ord står der ikke."
    yield _empty(event)
    reading = read("\n\n".join(str(event.fields[each.name]) for each in _TEXT if event.fields.get(each.name)))
    if reading.lix is None:
        yield "Der er ingen tekst at læse."
    elif reading.words < _ENOUGH:
        yield f"Teksten er kun på {reading.words} ord. Det er for lidt til et lixtal."
    else:
        yield f"Lixtal {reading.lix} ({reading.scale}), {reading.words} ord."
        yield f"Den sværeste sætning: »{reading.hardest}«"


def _empty(event: Event) -> str:
    empty: list[Field] = [each for each in _ICS if not event.fields.get(each.name)]
    named = ", ".join(f"»{each.label}«" for each in empty)
    return f"Tomme overskrifter i ICS: {named}." if empty else "Alle tre overskrifter i ICS er skrevet."

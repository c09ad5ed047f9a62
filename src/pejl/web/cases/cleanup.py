"""What looks like a mistake in what was registered, why, and what is to be done about it?

A kind of fault is a value: a new one is a value here and a line in ``FAULTS``. Each looks at the facts of one case
(``cleanup_facts.py``) and asks the database nothing. These are probable mistakes: a person may say that one is right.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from pejl.dates import danish_date, danish_minute, local_day
from pejl.events import (
    ANBRINGELSE_IVAERKSAT,
    ANBRINGELSE_OPHOERT,
    BEHOV_KENDT,
    FIELD_BY_NAME,
    INDSATS_IVAERKSAT,
    INDSATS_OPHOERT,
    KIND_BY_KEY,
    NAESTE_SENEST,
    OPFOELGNING_HOLDT,
    TID_USIKKER,
    UNDERRETNING_MODTAGET,
    UNDERSOEGELSE_BESLUTTET,
    VURDERING_24_TIMER,
    Event,
    Kind,
)
from pejl.tables import Unknown
from pejl.web.cases.cleanup_asked import ASKED
from pejl.web.cases.cleanup_facts import HOUR, CaseFacts
from pejl.wording import all_of

# The event it is about (None: the case as a whole), and what is to be seen.
Look = Iterator[tuple[Event | None, str]]
# What is long past in a case that is over is not worth mending.
_LONG_PAST: Final = timedelta(days=730)
# A case may be without an adviser while it is being allocated.
_ALLOCATED_WITHIN: Final = timedelta(days=14)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One probable mistake: about which event (none: the case as a whole), and what is to be seen."""

    fault: Fault
    case: CaseFacts
    about: str
    seen: str

    @property
    def key(self) -> str:
        """What a marking names it by: the same as long as it is there."""
        return f"{self.fault.key}:{self.about}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One kind of probable mistake. ``look`` gives the event and what is to be seen."""

    key: str
    title: str
    why: str
    mend: str
    look: Callable[[CaseFacts], Look]

    def found_in(self, case: CaseFacts) -> Iterator[Found]:
        """Every one of its kind in a case, each event once."""
        told = {event.event_id if event else "": seen for event, seen in self.look(case) if _worth_mending(event, case)}
        for about, seen in told.items():
            yield Found(fault=self, case=case, about=about, seen=seen)


def _worth_mending(event: Event | None, case: CaseFacts) -> bool:
    return not (event and case.closed and event.day < case.today - _LONG_PAST)


def faults_in(cases: Iterable[CaseFacts]) -> list[Found]:
    """All that looks wrong, by kind of fault and then in the order of the cases."""
    held = list(cases)
    return [found for fault in FAULTS for case in held for found in fault.found_in(case)]


# --- hours and days -------------------------------------------------------------------------------------------


def _told(event: Event) -> str:
    when = danish_minute(event.at) if event.at else danish_date(event.day)
    return f"{_label(event)} {when}"


def _label(event: Event) -> str:
    return KIND_BY_KEY[event.kind].label_on(event.day)


def _no_hour(case: CaseFacts) -> Look:
    threads = {each.thread_id for each in case.unknown(Unknown.HOUR_OF_START, Unknown.HOUR_OF_END)}
    for event in case.of(UNDERRETNING_MODTAGET, VURDERING_24_TIMER):
        if event.thread_id in threads and case.lacks(event, HOUR):
            yield event, f"{_told(event)} har intet klokkeslæt"
        elif event.thread_id in threads and TID_USIKKER.name in event.fields:
            yield event, f"{_told(event)} ligger i den time, hvor uret blev stillet"


def _assessed_first(case: CaseFacts) -> Look:
    received = {event.thread_id: event for event in case.of(UNDERRETNING_MODTAGET) if event.thread_id}
    for event in case.of(VURDERING_24_TIMER):
        letter = received.get(event.thread_id)
        if letter and _before(event, letter):
            yield event, f"{_told(event)}, men underretningen er modtaget {_when(letter)}"


def _before(event: Event, other: Event) -> bool:
    if event.day != other.day or not (event.at and other.at):
        return event.day < other.day
    return event.at < other.at


def _when(event: Event) -> str:
    return danish_minute(event.at) if event.at else danish_date(event.day)


def _ahead(case: CaseFacts) -> Look:
    for event in case.events:
        if event.day > local_day(event.recorded_at):
            known = danish_date(local_day(event.recorded_at))
            yield event, f"{_told(event)}, men det stod der allerede {known}"


def _twice(case: CaseFacts) -> Look:
    at_once = defaultdict[object, list[Event]](list)
    for event in case.of(UNDERRETNING_MODTAGET):
        if event.at:
            at_once[event.at].append(event)
    for events in at_once.values():
        for event in events[1:]:
            yield event, f"To underretninger er modtaget på samme tid, {_when(event)}"


# --- the need, the adviser, the end -----------------------------------------------------------------------------


def _need(case: CaseFacts) -> Look:
    for event in case.of(UNDERSOEGELSE_BESLUTTET):
        known = event.fields.get(BEHOV_KENDT.name)
        if case.lacks(event, BEHOV_KENDT.name):
            yield event, f"{_told(event)} siger ikke, hvornår behovet blev kendt"
        elif isinstance(known, date) and known > event.day:
            yield event, f"{_told(event)}, men behovet er først skrevet kendt {danish_date(known)}"


def _no_adviser(case: CaseFacts) -> Look:
    first = min((event.day for event in case.events), default=case.today)
    if not case.closed and not case.adviser and first < case.today - _ALLOCATED_WITHIN:
        yield None, "Sagen er åben og har ingen rådgiver"


def _still_running(begun: Kind, ended: Kind) -> Callable[[CaseFacts], Look]:
    def look(case: CaseFacts) -> Look:
        ends = case.of(ended)
        for event in case.of(begun) if case.closed else ():
            if not any(end.thread_id in ("", event.thread_id) and end.day >= event.day for end in ends):
                yield event, f"{_told(event)} er ikke ophørt, men sagen er afsluttet"

    return look


# --- what is missing ------------------------------------------------------------------------------------------


def _no_next(case: CaseFacts) -> Look:
    starts = {each.starts_event for each in case.unknown(Unknown.NEXT_MISSING)}
    for event in case.of(OPFOELGNING_HOLDT):
        if event.event_id in starts and case.lacks(event, NAESTE_SENEST.name):
            yield event, f"{_told(event)} siger ikke, hvornår den næste senest skal holdes"


# What is read of each case.
LOOKED_AT: Final = frozenset(
    {
        *(kind.key for kind in (UNDERRETNING_MODTAGET, VURDERING_24_TIMER, UNDERSOEGELSE_BESLUTTET, OPFOELGNING_HOLDT)),
        *(kind.key for kind in (INDSATS_IVAERKSAT, INDSATS_OPHOERT, ANBRINGELSE_IVAERKSAT, ANBRINGELSE_OPHOERT)),
        *(kind for pair in ASKED.values() for asked in (*pair[0], *pair[1]) for kind in asked),
    }
)


def _no_answer(case: CaseFacts) -> Look:
    lacking = defaultdict[str, dict[str, None]](dict)
    for doubt in case.unknown(Unknown.FIELD_MISSING):
        of_start, of_others = ASKED.get(doubt.rule, ([], []))
        for event in case.events:
            for asked in of_start if event.event_id == doubt.starts_event else of_others:
                lacks = (name for name in asked.get(event.kind, ()) if case.lacks(event, name))
                lacking[event.event_id].update(dict.fromkeys(lacks))
    for event in case.events:
        if names := lacking.get(event.event_id):
            yield event, f"{_told(event)} mangler {all_of(f'»{FIELD_BY_NAME[name].label}«' for name in names)}"


# --- the kinds of fault, in the order they are shown --------------------------------------------------------------

FAULTS: Final = (
    Fault(
        key="klokkeslaet",
        title="Klokkeslættet mangler, og det afgør fristen",
        why="24-timers fristen regnes i timer. Uden klokkeslæt kan det ikke afgøres, om den er overholdt.",
        mend="Skriv klokkeslættet på.",
        look=_no_hour,
    ),
    Fault(
        key="vurderet_foer_modtaget",
        title="Vurderet, før underretningen blev modtaget",
        why="En underretning kan ikke være vurderet, før den kom.",
        mend="Ret den af de to datoer eller klokkeslæt, der er forkert.",
        look=_assessed_first,
    ),
    Fault(
        key="behov_kendt",
        title="Dagen, hvor behovet blev kendt, mangler eller passer ikke",
        why=(
            "Fristen på fire måneder regnes fra den dag, kommunen blev klar over, at barnet kan have behov for støtte. "
            "Den dag kan ikke ligge efter beslutningen."
        ),
        mend="Skriv den dag, behovet blev kendt.",
        look=_need,
    ),
    Fault(
        key="oplysning_mangler",
        title="En oplysning mangler, som afgør en frist",
        why="Uden den kan det ikke ses, om en pligt gælder eller er opfyldt.",
        mend="Udfyld det, der mangler.",
        look=_no_answer,
    ),
    Fault(
        key="naeste_opfoelgning",
        title="Dagen for næste opfølgning mangler",
        why="Pejl finder ikke selv på en dag: uden den kan fristen for næste opfølgning ikke regnes ud.",
        mend="Skriv, hvornår næste opfølgning senest skal holdes.",
        look=_no_next,
    ),
    Fault(
        key="fremtid",
        title="Dagen var ikke kommet endnu",
        why="Det kan ikke være sket efter den dag, hvor det blev leveret eller registreret.",
        mend="Ret datoen. Er det noget, der er planlagt, så hører det til i kalenderen.",
        look=_ahead,
    ),
    Fault(
        key="to_paa_samme_tid",
        title="To underretninger på samme tid",
        why="Den samme underretning er formentlig oprettet to gange, og så er der også to frister.",
        mend="Slet den ene, hvis det er den samme.",
        look=_twice,
    ),
    Fault(
        key="ingen_raadgiver",
        title="Åben sag uden rådgiver",
        why="Uden rådgiver står sagens pligter ikke på nogens Min dag.",
        mend="Skriv, hvem der har sagen, eller afslut den.",
        look=_no_adviser,
    ),
    Fault(
        key="anbringelse_loeber",
        title="Anbringelse uden ophør i en afsluttet sag",
        why="En sag afsluttes ikke, mens barnet er anbragt.",
        mend="Skriv, hvornår anbringelsen ophørte, eller åbn sagen igen.",
        look=_still_running(ANBRINGELSE_IVAERKSAT, ANBRINGELSE_OPHOERT),
    ),
    Fault(
        key="indsats_loeber",
        title="Indsats uden ophør i en afsluttet sag",
        why="En sag afsluttes ikke, mens barnet får en støttende indsats.",
        mend="Skriv, hvornår indsatsen ophørte, eller åbn sagen igen.",
        look=_still_running(INDSATS_IVAERKSAT, INDSATS_OPHOERT),
    ),
)
FAULT_BY_KEY: Final = {fault.key: fault for fault in FAULTS}

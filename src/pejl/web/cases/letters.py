"""What does a letter know of its case: who can it go to, which course is it about, what stands in its open places?

Nothing is typed twice: what the case knows is filled in. What a child has said is not: whether a parent may read it
is decided by whoever writes the letter.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.conf import settings

from pejl import events as e
from pejl.dates import danish_date, danish_moment, local_day
from pejl.events import Event
from pejl.web.access.marks import mark_of
from pejl.web.access.models import Case, User
from pejl.web.cases.day import FIRST_OF_ALL, held_back
from pejl.web.cases.forms.courses import PLACES, Happened, Running, Ties, courses_of, turns_to_parents
from pejl.web.cases.forms.offered import course_mark
from pejl.web.cases.happened import Standing
from pejl.web.cases.models import Child, DeadlineRow, Relative
from pejl.web.cases.people import age_on, names_of
from pejl.web.handbook.text import Reader, Text

_INVESTIGATION: Final = "undersoegelse.afsluttes"
_GROWN: Final = 15  # from this age the young person is named so in the ledger
_PARTY: Final = 10  # barnets lov § 3: from this age the child is a party
_OUT_OF_HAND: Final = frozenset({Reader.BARN, Reader.FORAELDER})  # what can be read in the family's home
_CUSTODY: Final = ("foraelder_1", "foraelder_2")


# --- to whom ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """Somebody the case knows who can get the letter; ``hvem`` as the ledger names them."""

    mark: str
    name: str
    told: str
    hvem: str = ""


def recipients(text: Text, child: Child | None, relatives: Sequence[Relative], *, today: date) -> list[Recipient]:
    """Those of the child's people the letter is for; never one who must not be contacted."""
    if text.reader is Reader.BARN and child is not None and not child.unsettled:
        grown = child.born is not None and age_on(child.born, day=today) >= _GROWN
        hvem = "ung_15" if grown else "barnet"
        return [Recipient(mark=mark_of(child), name=child.name, told=f"{child.name} (barnet)", hvem=hvem)]
    if text.reader is Reader.FORAELDER:
        return [_relative(each, number) for number, each in enumerate(relatives) if not each.do_not_contact]
    return []


def _relative(relative: Relative, number: int) -> Recipient:
    hvem = _CUSTODY[number] if number < len(_CUSTODY) else "anden_indehaver"
    told = f"{relative.name} ({relative.relation.lower()})"
    return Recipient(
        mark=mark_of(relative), name=relative.name, told=told, hvem=hvem if relative.custody else "netvaerk"
    )


def is_too_young(text: Text, child: Child | None, *, today: date) -> bool:
    """Whether a letter to a child as a party goes to one who is none yet, as far as is known."""
    born = child.born if child else None
    return text.key == "brev.afgoerelse_barn" and born is not None and age_on(born, day=today) < _PARTY


# --- about which course -------------------------------------------------------------------------------------


def courses_about(text: Text, standing: Standing) -> dict[str, Running]:
    """The courses the letter can be about, by their marks, the newest that runs first."""
    place = PLACES[text.sends]
    if place.ties is Ties.NEVER or not text.about:
        return {}
    threads = {event.thread_id for event in standing.events if event.kind in text.about and event.thread_id}
    found = (each for each in courses_of(map(_happened, standing.events)) if each.thread_id in threads)
    return {course_mark(each.thread_id): each for each in found}


def _happened(event: Event) -> Happened:
    paragraph = str(event.fields.get(e.PARAGRAF.name, ""))
    return Happened(kind=event.kind, day=event.day, thread_id=event.thread_id, paragraph=paragraph)


# --- what is known ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The case as a letter reads it, about one course or about the whole of it."""

    case: Case
    child: Child | None
    events: Sequence[Event]
    thread_id: str
    by: User
    at: datetime

    def newest(self, *kinds: e.Kind, whole: bool = False) -> Event | None:
        """The latest event of these kinds in the course."""
        keys = {kind.key for kind in kinds}
        own = [each for each in self.events if whole or not self.thread_id or each.thread_id == self.thread_id]
        return next((each for each in reversed(own) if each.kind in keys), None)


def known(facts: Facts) -> dict[str, str]:
    """What can be filled in."""
    found = {
        "kommune": str(settings.PEJL_MUNICIPALITY),
        "i_dag": day_words(local_day(facts.at)),
        "mig": facts.by.name,
        **_of_people(facts),
        **_of_decision(facts),
        **_of_investigation(facts),
        **_of_move(facts),
    }
    if received := facts.newest(e.UNDERRETNING_MODTAGET):
        found["modtaget"] = day_words(received.day)
    # The text has a full stop after each place of its own.
    return {name: value.strip().removesuffix(".") for name, value in found.items() if value.strip()}


def _of_people(facts: Facts) -> dict[str, str]:
    child, adviser = facts.child, facts.case.adviser
    found = {"raadgiver": names_of({adviser}).get(adviser, "") if adviser else ""}
    if child is not None and not child.unsettled and child.name.strip():
        found |= {"barnets_navn": child.name, "barnets_fornavn": child.name.split()[0]}
    return found


def _of_decision(facts: Facts) -> dict[str, str]:
    decision = facts.newest(e.AFGOERELSE_TRUFFET, e.BEVILLING)
    if decision is None:
        return {}
    # The letters name barnets lov; what was decided before it was decided under another act.
    paragraph = str(decision.fields.get(e.PARAGRAF.name, "")) if decision.day >= e.BARNETS_LOV_FIRST_DAY else ""
    purpose = decision.fields.get(e.FORMAAL.name) or decision.fields.get(e.MAAL.name)
    return {
        "afgoerelsesdag": day_words(decision.day),
        "paragraf": paragraph,
        "formaal": str(purpose or ""),
        "varighed": str(decision.fields.get(e.VARIGHED.name, "")),
    }


def _of_investigation(facts: Facts) -> dict[str, str]:
    begun = facts.newest(e.UNDERSOEGELSE_BESLUTTET)
    if begun is None:
        return {}
    plan = facts.newest(e.UNDERSOEGELSESPLAN_LAVET)
    told = plan.fields.get("ventes_faerdig") if plan else None
    ends = told if isinstance(told, date) else _due_day(facts)
    return {"undersoegelse_begyndt": day_words(begun.day), "undersoegelse_faerdig": day_words(ends) if ends else ""}


def _due_day(facts: Facts) -> date | None:
    rows = DeadlineRow.objects.filter(case=facts.case, rule=_INVESTIGATION, thread_id=facts.thread_id)
    row = rows.exclude(due_at=None).order_by("-due_at").first()
    return local_day(row.due_at) if row and row.due_at else None


def _of_move(facts: Facts) -> dict[str, str]:
    told = facts.newest(e.MELLEMKOMMUNAL_UNDERRETNING, whole=True)
    moved = told or facts.newest(e.SAG_FLYTTET, whole=True)
    return {
        "til_kommune": str(moved.fields.get(e.TIL_KOMMUNE.name, "")) if moved else "",
        "sammenfatning": str(told.fields.get(e.SAMMENFATNING.name, "")) if told else "",
    }


def day_words(day: date) -> str:
    """A day as a letter says it."""
    return danish_date(day).partition(" den ")[2]


def moment_words(at: datetime) -> str:
    """A day and an hour as a letter says them."""
    return danish_moment(at.replace(second=0, microsecond=0)).partition(" den ")[2]


# --- what must wait -----------------------------------------------------------------------------------------


def waits_for(case: Case, text: Text, *, notifier: str) -> list[str]:
    """What must be done before this letter may leave; empty in most cases.

    A letter that lies in the home tells the parents, whoever it is for.
    """
    if text.reader not in _OUT_OF_HAND and not turns_to_parents(text.sends, notifier=notifier):
        return []
    return [FIRST_OF_ALL[rule] for rule in dict.fromkeys(held_back({case.pk}).get(case.pk, ()))]


def notifier_of(events: Sequence[Event], *, thread_id: str) -> str:
    """Who notified, as far as it is written; empty: nobody knows."""
    told = [each for each in events if each.kind == e.UNDERRETNING_MODTAGET.key and each.thread_id == thread_id]
    return str(told[-1].fields.get(e.UNDERRETTER.name, "")) if told else ""


def fields_of(text: Text, *, hvem: str, title: str, meeting: date | None) -> Mapping[str, e.FieldValue]:
    """What the event of the letter keeps: those of its kind's fields that are known."""
    possible: dict[str, e.FieldValue | None] = {
        e.HVEM.name: hvem or None,
        e.MOEDEDAG.name: meeting,
        "brev": title,
    }
    asked = {each.name for each in e.KIND_BY_KEY[text.sends].fields}
    return {name: value for name, value in possible.items() if name in asked and value is not None}

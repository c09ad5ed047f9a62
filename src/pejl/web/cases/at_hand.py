"""What stands beside a form: the phrase and checklist, the law, what is commonly done before, what to ask?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from pejl.events import UNDERSOEGELSE_KVALITET_VURDERET, Event, Kind
from pejl.web.access.models import Case
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.cases.forms.courses import turns_to_parents
from pejl.web.cases.forms.guided import guide_of
from pejl.web.cases.forms.guides import StepGuide, Words, law_at_hand, words_of
from pejl.web.cases.forms.offered import may_register
from pejl.web.cases.forms.registering import EventForm
from pejl.web.cases.investigation_read import Seen, seen_in
from pejl.web.cases.offering import step_url
from pejl.web.handbook import texts
from pejl.web.handbook.text import Text, TextKind, filled

_BESIDE: Final = (TextKind.FRASE, TextKind.TJEKLISTE, TextKind.VEJLEDNING, TextKind.METODE)
# The button that puts the phrase into the form, and sends nothing.
PUT_IN: Final = "saet_frase"


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """A step that is commonly done before this one, and when it last was."""

    label: str
    day: date | None
    url: str  # empty where it has been done, or must wait


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One text of the handbook as it stands on the page."""

    text: Text
    body: str

    @property
    def heading(self) -> str:
        """What it is called where others stand beside it; a method is often called what the step is called."""
        return f"Metode: {self.text.title}" if self.text.kind is TextKind.METODE else self.text.title


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """One place in the law as it stands on the page."""

    place: str
    words: Words

    @property
    def confirmed(self) -> bool:
        """Whether the words were read where they stand; the municipality's own goal needs no other source."""
        return self.words.force == "local" or self.words.cites.sure.confirmed


@dataclass(frozen=True, slots=True, kw_only=True)
class AtHand:
    """All of it."""

    texts: tuple[Shown, ...]
    phrase_into: str  # the form's field the phrase can be put into; empty where there is none
    law: tuple[Law, ...]
    earlier: tuple[Earlier, ...]
    questions: tuple[str, ...]
    letters: tuple[Text, ...]  # written here, they register what the form asks about
    seen: tuple[Seen, ...] = ()  # what Pejl itself can tell of the work that is judged

    def __bool__(self) -> bool:
        return bool(self.texts or self.law or self.earlier or self.questions or self.seen)


def at_hand(request: Request, case: Case, form: EventForm, *, events: Iterable[Event], waits: bool) -> AtHand:
    """What helps with this form on this day: one question to the database."""
    kind, guide, events = form.setting.kind, guide_of(form.setting.kind), list(events)
    found = texts.at_hand(kind.key, on=request.today)
    shown = [each for each in found if each.kind in _BESIDE]
    writes = request.person.may(Right.TEXT) and not form.setting.beside and not waits
    law = law_at_hand(guide, kind, book=form.setting.book, on=request.today)
    return AtHand(
        texts=tuple(Shown(text=each, body=filled(each.body, {})) for each in shown),
        phrase_into=_into(form, guide) if any(each.kind is TextKind.FRASE for each in shown) else "",
        law=tuple(Law(place=words_of(each.cites), words=each) for each in law),
        earlier=tuple(_earlier(request, case, guide, events=events, waits=waits)) if guide else (),
        questions=guide.questions if guide else (),
        letters=tuple(each for each in found if each.kind is TextKind.BREV and writes),
        seen=_seen(request, form, events),
    )


def _seen(request: Request, form: EventForm, events: list[Event]) -> tuple[Seen, ...]:
    if form.setting.kind != UNDERSOEGELSE_KVALITET_VURDERET:
        return ()
    may_read = request.person.may(Right.TEXT) and not form.setting.beside
    return tuple(seen_in(events, thread_id=form.setting.thread_id, may_read=may_read))


def _into(form: EventForm, guide: StepGuide | None) -> str:
    name = f"f_{guide.phrase_into}" if guide and guide.phrase_into else ""
    return name if name in form.fields and not form.setting.beside else ""


def _earlier(request: Request, case: Case, guide: StepGuide, *, events: list[Event], waits: bool) -> Iterator[Earlier]:
    for kind in guide.before:
        days = [each.day for each in events if each.kind == kind.key]
        early = waits and turns_to_parents(kind.key, notifier="")
        url = "" if days or early or not may_register(request.person, case, kind) else step_url(case, kind)
        yield Earlier(label=kind.label_on(request.today), day=max(days, default=None), url=url)


def with_phrase(said: dict[str, object], kind: Kind, *, on: date) -> dict[str, object]:
    """What was written so far, with the phrase after it in the guide's field."""
    guide = guide_of(kind)
    found = [each for each in texts.at_hand(kind.key, on=on) if each.kind is TextKind.FRASE]
    if guide is None or not guide.phrase_into or not found:
        return said
    name = f"f_{guide.phrase_into}"
    before = str(said.get(name, "")).strip()
    return {**said, name: "\n\n".join(filter(None, (before, filled(found[0].body, {}))))}

"""What is a question of the form, a section and a kind of sender? What they ask stands in ``layout.py``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

# How many children one letter can be about; more come in another. With the questions beside them no section has more
# than nine answers, so that their numbers also stand in order as text.
MOST_CHILDREN: Final = 7
# Longer than anybody writes by hand, and short enough to be read.
MOST_LETTERS: Final = 20_000
MOST_LETTERS_IN_A_LINE: Final = 200
YES, NO, UNSURE = "ja", "nej", "ved_ikke"
YES_NO: Final = ((YES, "Ja"), (NO, "Nej"), (UNSURE, "Det ved jeg ikke"))


class Ask(Enum):
    """How a question is answered."""

    LINE = auto()
    TEXT = auto()
    CHOICE = auto()
    TICK = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question; ``fact`` is the field of the notification that a yes answers."""

    key: str
    label: str
    hint: str = ""
    ask: Ask = Ask.TEXT
    choices: tuple[tuple[str, str], ...] = ()
    required: str = ""  # the sentence that is said where the answer is missing
    fact: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildAsked:
    """What is asked about each child."""

    heading: str
    name: str
    born: str
    born_hint: str
    address: str
    unborn: str = ""
    several: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Some questions under one heading; ``child``: first of all about each child. ``careful``: said before anything."""

    title: str
    lead: str = ""
    careful: str = ""
    child: ChildAsked | None = None
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """A kind of sender, the word in the address, and the form they get; ``kind`` is a choice of ``UNDERRETTER``."""

    key: str
    label: str
    hint: str
    kind: str
    lead: str
    sections: tuple[Section, ...]
    title: str = "Skriv til os om et barn"
    lix: int = 35  # the hardest that any text of the form may be to read


def questions_of(sender: Sender) -> Iterator[Question]:
    """Every question of a form, in order."""
    for section in sender.sections:
        yield from section.questions


def texts_of(sender: Sender) -> Iterator[str]:
    """Everything the writer reads in the form."""
    yield from (sender.label, sender.hint, sender.title, sender.lead)
    for section in sender.sections:
        yield from filter(None, (section.title, section.lead, section.careful))
        if child := section.child:
            yield from filter(None, (child.name, child.born, child.born_hint, child.address, child.unborn))
        for question in section.questions:
            yield from filter(None, (question.label, question.hint, question.required))
            yield from (label for _, label in question.choices)

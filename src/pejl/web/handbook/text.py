"""What is a text of the handbook: who is it for, which law does it rest on, when does it apply, and what is missing?

A text is a value. What it leaves open stands in it as ``{placeholders}``; filled in, what nobody knows is shown as
``[skriv: …]``, so that it is seen and no letter leaves with it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from pejl.law import UNDER_BARNETS_LOV, Citation, InForce
from pejl.web.handbook.placeholders import PLACEHOLDERS

_OPEN: Final = re.compile(r"\{([^{}\n]*)\}")
_TO_WRITE: Final = re.compile(r"\[skriv: ([^\]\n]+)\]")


class TextKind(StrEnum):
    """What a text is used for."""

    FRASE = "frase"
    BREV = "brev"
    TJEKLISTE = "tjekliste"
    VEJLEDNING = "vejledning"
    METODE = "metode"

    @property
    def heading(self) -> str:
        """Several of them, as a heading."""
        return _HEADINGS[self]


class Reader(StrEnum):
    """Who is going to read it; decides how hard it may be."""

    BARN = "barn"
    FORAELDER = "foraelder"
    UNDERRETTER = "underretter"
    FAGPERSON = "fagperson"
    INTERN = "intern"

    @property
    def label(self) -> str:
        """In words."""
        return _READERS[self]

    @property
    def hardest(self) -> int:
        """The readability number above which Pejl warns (practice notes i: 25, 35, else 45)."""
        return _HARDEST.get(self, 45)


_HEADINGS: Final[Mapping[TextKind, str]] = {
    TextKind.FRASE: "Fraser",
    TextKind.BREV: "Breve",
    TextKind.TJEKLISTE: "Tjeklister",
    TextKind.VEJLEDNING: "Vejledninger",
    TextKind.METODE: "Metoder",
}
_READERS: Final[Mapping[Reader, str]] = {
    Reader.BARN: "Barnet eller den unge",
    Reader.FORAELDER: "Forælder",
    Reader.UNDERRETTER: "Den, der har underrettet",
    Reader.FAGPERSON: "Fagperson",
    Reader.INTERN: "Os selv",
}
_HARDEST: Final[Mapping[Reader, int]] = {Reader.BARN: 25, Reader.FORAELDER: 35}


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One phrase, letter, checklist, guide or method, in one version."""

    key: str
    kind: TextKind
    title: str
    reader: Reader
    body: str
    cites: tuple[Citation, ...]
    valid: InForce = UNDER_BARNETS_LOV
    owner: str = "Pejl"
    version: str = "Pejl 1"
    at: tuple[str, ...] = ()  # the kinds of event it is at hand for
    sends: str = ""  # of a letter: the kind of event that is registered when it is sent
    subject: str = ""  # of a letter: what stands above it
    about: tuple[str, ...] = ()  # of a letter: the kinds of event whose course it is about; none: the case as a whole
    note: str = ""  # what whoever uses it must know
    sources: tuple[str, ...] = ()  # who asked for it, or told of it; not law
    own: bool = False  # the municipality's own version

    @property
    def first(self) -> date | None:
        """The first day it applies."""
        return self.valid.first

    @property
    def last(self) -> date | None:
        """The last day it applies; None: until further notice."""
        return self.valid.last

    @property
    def placeholders(self) -> tuple[str, ...]:
        """What it leaves open, in the order of the text."""
        return tuple(dict.fromkeys(_OPEN.findall(f"{self.subject}\n{self.body}")))


def filled(body: str, known: Mapping[str, str]) -> str:
    """The text with what is known in its places; the rest says what to write.

    >>> filled("Hej {barnets_fornavn}. Mødet er {moededag}.", {"barnets_fornavn": "Ida"})
    'Hej Ida. Mødet er [skriv: dagen og klokken for mødet].'
    """
    return _OPEN.sub(lambda found: known.get(found[1]) or _to_write(found[1]), body)


def missing(words: str) -> list[str]:
    """What still has to be written in a text, once each.

    >>> missing("Mødet er [skriv: dagen], hos {sted_x}."), missing("Mødet er i morgen.")
    (['dagen', 'sted_x'], [])
    """
    opened = [_label(name) for name in _OPEN.findall(words)]
    return list(dict.fromkeys([*_TO_WRITE.findall(words), *opened]))


def exampled(body: str) -> str:
    """The text with an example in each place, to be judged as it will be read."""
    return filled(body, {name: each.example for name, each in PLACEHOLDERS.items()})


def unknown_placeholders(body: str) -> list[str]:
    """Names in braces that nobody could fill in."""
    return [name for name in dict.fromkeys(_OPEN.findall(body)) if name not in PLACEHOLDERS]


def _label(name: str) -> str:
    return PLACEHOLDERS[name].label if name in PLACEHOLDERS else name


def _to_write(name: str) -> str:
    return f"[skriv: {_label(name)}]"

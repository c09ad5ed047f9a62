"""By what in a story could somebody be known: a name, a number, a day, an age, a place, or what is rare together?

Finds, and decides nothing: people read what it points at, and what it does not. It knows only words anybody knows and
the names of the units it is given. The municipality's own children are never looked up: a check that knew them would
tell who they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Final

from pejl.web.plan.recognisable_words import (
    ANY_PLACE,
    FIRST_NAMES,
    MONTHS,
    NO_NAMES,
    NUMBERS_IN_WORDS,
    PLACE_ENDINGS,
    RARE,
    TOGETHER,
)


class Kind(StrEnum):
    """What could give somebody away."""

    NUMBER = "nummer"
    ADDRESS = "adresse"
    DAY = "dato"
    AGE = "alder"
    PLACE = "sted"
    NAME = "navn"
    RARE = "sjaeldent"


Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Finding:
    """Words of one kind, and every place where they stand."""

    kind: Kind
    words: str
    spans: tuple[Span, ...]

    @property
    def key(self) -> str:
        """Says which finding it is, in a form, and stays the same while the words do."""
        return sha256(f"{self.kind}|{self.words}".encode()).hexdigest()[:12]

    @property
    def can_stay(self) -> bool:
        """A number leads straight to somebody: no reason is good enough."""
        return self.kind is not Kind.NUMBER


_CAPITAL: Final = "A-ZÆØÅÄÖÜÉ"
_SMALL: Final = "a-zæøåäöüé"
_WORD: Final = re.compile(rf"[{_CAPITAL}{_SMALL}]+(?:-[{_CAPITAL}{_SMALL}]+)*")
_DASH: Final = "[-\u2013\u2010\u2011 ]?"
_NUMBERS: Final = re.compile(
    rf"(?<!\d)\d{{6}}{_DASH}\d{{4}}(?!\d)"  # CPR
    r"|(?<!\d)(?:\+\d{2} ?)?\d{2} ?\d{2} ?\d{2} ?\d{2}(?!\d)"  # a telephone
    r"|[\w.+-]+@[\w-]+\.[\w.]+"  # an e-mail address
    r"|(?<!\d)\d{5,}(?!\d)"  # whatever else is long enough to be a case's number
)
_ROAD: Final = r"(?:vej|vejen|gade|gaden|allé|alle|stræde|vænget|parken|torvet|torv|plads|pladsen|brynet)"
_ADDRESS: Final = re.compile(
    rf"\b[{_CAPITAL}{_SMALL}]*{_ROAD} (?:nr\.? )?\d{{1,3}} ?(?:[a-zA-Z]\b)?"
    rf"|\b(?:hus|nummer|nr\.?) \d{{1,3}}[a-zA-Z]?\b"
    rf"|(?<!\d)\d{{4}} [{_CAPITAL}][{_SMALL}]+",
)
_MONTH: Final = rf"(?:{'|'.join(MONTHS)})"
_DAY: Final = re.compile(
    rf"\b\d{{1,2}}\. ?{_MONTH}\b(?: \d{{4}})?"
    rf"|\b{_MONTH} \d{{4}}\b"
    r"|(?<!\d)\d{1,2}[./-]\d{1,2}(?:[./-](?:\d{4}|\d{2}))?(?!\d)"
    r"|(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)"
    r"|(?<!\d)(?:19|20)\d{2}(?!\d)",
    re.IGNORECASE,
)
_AGE: Final = re.compile(
    r"\b\d{1,2}[- ]?årig\w*"
    r"|\b\d{1,2}(?:½|,5)? år(?: og \d{1,2} måneder)?(?: gam\w+)?\b"
    r"|\b\d{1,2} (?:måneder|uger|dage) gam\w+"
    rf"|\b(?:{'|'.join(NUMBERS_IN_WORDS)})årig\w*"
    rf"|\b(?:{'|'.join(NUMBERS_IN_WORDS)}) år gam\w+",
    re.IGNORECASE,
)
# What ends a sentence, so that the next capital letter says nothing.
_ENDS: Final = re.compile(r"(?:^|[.!?:…»«\"”“\n•(]|(?:^|\s)[-\u2013])\s*$")
_ENDING: Final = re.compile(rf"(?:{'|'.join(PLACE_ENDINGS)})s?$", re.IGNORECASE)


def findings(text: str, *, places: Iterable[str] = ()) -> list[Finding]:
    """What could give somebody away, in the order it stands; no letter is counted as two kinds, but the rare."""
    taken: list[Span] = []
    found: dict[tuple[Kind, str], list[Span]] = {}
    for kind, look in _LOOKS:
        for span in look(text, tuple(places)):
            if not any(span[0] < last and first < span[1] for first, last in taken):
                taken.append(span)
                found.setdefault((kind, text[slice(*span)]), []).append(span)
    told = [Finding(kind, words, tuple(spans)) for (kind, words), spans in found.items()]
    told += _rare(text)
    return sorted(told, key=lambda each: (each.spans[0], each.kind))


def _numbers(text: str, places: Sequence[str]) -> Iterator[Span]:
    return (each.span() for each in _NUMBERS.finditer(text))


def _addresses(text: str, places: Sequence[str]) -> Iterator[Span]:
    return (_trimmed(text, each.span()) for each in _ADDRESS.finditer(text))


def _days(text: str, places: Sequence[str]) -> Iterator[Span]:
    return (each.span() for each in _DAY.finditer(text))


def _ages(text: str, places: Sequence[str]) -> Iterator[Span]:
    return (each.span() for each in _AGE.finditer(text))


def _places(text: str, places: Sequence[str]) -> Iterator[Span]:
    for place in sorted(filter(None, map(str.strip, places)), key=len, reverse=True):
        yield from (each.span() for each in re.finditer(rf"\b{re.escape(place)}s?\b", text, re.IGNORECASE))
    for each in _WORD.finditer(text):
        word = each.group()
        if word[0].isupper() and _ENDING.search(word) and not _known(word, ANY_PLACE):
            yield each.span()


def _names(text: str, places: Sequence[str]) -> Iterator[Span]:
    """Every capital where a sentence does not begin, and what is written so there wherever else it stands."""
    words = list(_WORD.finditer(text))
    inside = {_bare(each.group()) for each in words if _may_be_name(each.group()) and not _begins(text, each.start())}
    for each in words:
        word = each.group()
        if _may_be_name(word) and (_bare(word) in inside or _known(word, FIRST_NAMES)):
            yield each.span()


def _begins(text: str, at: int) -> bool:
    return bool(_ENDS.search(text[:at]))


def _may_be_name(word: str) -> bool:
    """Begins with a capital, and is neither an abbreviation nor a word that always does."""
    return word[0].isupper() and not (word.isupper() and len(word) > 1) and len(word) > 1 and not _no_name(word)


def _no_name(word: str) -> bool:
    return _known(word, NO_NAMES) or _known(word, ANY_PLACE) or word.lower() in MONTHS


def _known(word: str, words: frozenset[str]) -> bool:
    return word in words or word.removesuffix("s") in words


def _bare(word: str) -> str:
    return word.removesuffix("s")


def _trimmed(text: str, span: Span) -> Span:
    first, last = span
    return first, first + len(text[first:last].rstrip())


_LOOKS: Final[tuple[tuple[Kind, Callable[[str, Sequence[str]], Iterator[Span]]], ...]] = (
    (Kind.NUMBER, _numbers),
    (Kind.ADDRESS, _addresses),
    (Kind.DAY, _days),
    (Kind.AGE, _ages),
    (Kind.PLACE, _places),
    (Kind.NAME, _names),
)


def _rare(text: str) -> Iterator[Finding]:
    """Three or more kinds of things that are rare, in one story."""
    hits: dict[str, Span] = {}
    for kind, beginnings in RARE.items():
        for each in re.finditer(rf"\b(?:{'|'.join(map(re.escape, beginnings))})\w*", text, re.IGNORECASE):
            hits.setdefault(kind, each.span())
    for each in _AGE.finditer(text):
        hits.setdefault("Alder", each.span())
    if len(hits) >= TOGETHER:
        spans = sorted(hits.values())
        yield Finding(Kind.RARE, ", ".join(text[slice(*span)] for span in spans), tuple(spans))

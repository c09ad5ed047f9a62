"""Which texts are there to choose from, which fit a search, and which cite a place in the law?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pejl.events import KIND_BY_KEY, Step
from pejl.law import Citation
from pejl.web.handbook.cited import CITED, in_force, section_of
from pejl.web.handbook.models import OwnText
from pejl.web.handbook.text import Text, TextKind
from pejl.web.handbook.texts import TEXT_BY_KEY, TEXTS
from pejl.web.handbook.versions import as_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which part of the handbook somebody asked for."""

    kind: TextKind | None = None
    step: Step | None = None
    words: str = ""

    def fits(self, text: Text) -> bool:
        """Whether a text is asked for: every word stands somewhere in it, or in the law it cites."""
        told = " ".join([text.title, text.body, text.note, *map(str, text.cites)]).casefold()
        return (
            self.kind in (None, text.kind)
            and (self.step is None or self.step in steps_of(text))
            and all(word in told for word in self.words.casefold().split())
        )


def steps_of(text: Text) -> list[Step]:
    """Where in the course of a case it is at hand."""
    return list(dict.fromkeys(KIND_BY_KEY[kind].step for kind in text.at))


def by_kind(texts: Iterable[Text]) -> list[tuple[TextKind, list[Text]]]:
    """The texts under their kinds; a kind with none is left out."""
    found: dict[TextKind, list[Text]] = {kind: [] for kind in TextKind}
    for text in texts:
        found[text.kind].append(text)
    return [(kind, of_kind) for kind, of_kind in found.items() if of_kind]


def every_version(*, from_day: date) -> list[Text]:
    """All texts that apply on a day or come into force later, shipped and own, each in its own version."""
    rows = list(OwnText.objects.order_by("key", "first"))
    found: list[Text] = []
    for text in TEXTS:
        own = [as_text(row, shipped=text) for row in rows if row.key == text.key]
        found += _still_used([text, *own], from_day=from_day)
    return found


def _still_used(versions: Sequence[Text], *, from_day: date) -> list[Text]:
    """The one that applies, and those after it."""
    past = [each for each in versions if each.first is None or each.first <= from_day]
    return [*past[-1:], *versions[len(past) :]]


# --- the law ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Lapsed:
    """A text that rests on a place in the law which is not in force when the text is used."""

    text: Text
    citations: tuple[str, ...]


def lapsed(texts: Iterable[Text], *, on: date) -> Iterator[Lapsed]:
    """The texts that must be looked at: what they cite is not in force on their day, or is no longer known."""
    lost = _lost()
    for text in texts:
        day = max(on, text.first or on)
        gone = [str(each) for each in text.cites if not in_force(each, on=day)]
        if text.own and text.first:
            gone += lost.get((text.key, text.first), [])
        if gone:
            yield Lapsed(text=text, citations=tuple(gone))


def _lost() -> dict[tuple[str, date], list[str]]:
    """What own versions cite that Pejl no longer knows."""
    rows = OwnText.objects.values_list("key", "first", "cites")
    found = {(key, first): [each for each in cites if each not in CITED] for key, first, cites in rows}
    return {where: keys for where, keys in found.items() if keys and where[0] in TEXT_BY_KEY}


def sections(texts: Iterable[Text]) -> dict[str, list[tuple[Citation, list[Text]]]]:
    """For each section of the law, the places in it that are cited, with the texts that cite them."""
    found: dict[str, dict[Citation, list[Text]]] = {}
    for text in texts:
        for each in text.cites:
            found.setdefault(section_of(each), {}).setdefault(each, []).append(text)
    return {section: list(places.items()) for section, places in found.items()}

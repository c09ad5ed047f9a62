"""Who is round the child, how near, and how is that drawn? The private network left, the professional right.

Told apart by side, shape and number, so that colour is never the only sign; the list beside says it all in words.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from pejl.web.cases.models import Child, NetworkPerson, Relative

PRIVATE: Final = NetworkPerson.Circle.PRIVAT
SIZE: Final = 640
_CENTRE: Final = SIZE // 2
RADII: Final = {1: 120, 2: 205, 3: 290}
# Each network has its own half, a little short of the line between them.
_HALF: Final = 156
# More in one half of a ring than this have no room for their names; the numbers say who they are.
_NAMED: Final = 5
_LETTERS: Final = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """One person on the map; the places are texts, since a template writes numbers with separators."""

    number: int
    person: NetworkPerson
    forbidden: bool
    x: str
    y: str
    name: str  # as much of it as there is room for

    @property
    def private(self) -> bool:
        """Family and friends, and not those who work with the child."""
        return self.person.circle == PRIVATE


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkMap:
    """The map as it stands on a day, and who stood on it before."""

    placed: tuple[Placed, ...]
    before: tuple[NetworkPerson, ...]
    centre: str

    @property
    def private(self) -> list[Placed]:
        """The private network, the nearest first."""
        return [each for each in self.placed if each.private]

    @property
    def professional(self) -> list[Placed]:
        """Those who work with the child, the nearest first."""
        return [each for each in self.placed if not each.private]

    @property
    def rings(self) -> list[str]:
        """The circles to draw, the widest first."""
        return [str(radius) for _, radius in sorted(RADII.items(), reverse=True)]

    @property
    def told(self) -> str:
        """The picture in a sentence, for those who cannot see it."""
        near = [each.person.name for each in self.placed if each.person.near == NetworkPerson.Near.TAET]
        nearest = f"Tættest på barnet: {', '.join(near)}." if near else "Ingen står tæt på barnet."
        return (
            f"{len(self.private)} i det private netværk, tegnet som cirkler til venstre, og "
            f"{len(self.professional)} i det professionelle, tegnet som firkanter til højre. {nearest}"
        )


def map_of(child: Child, people: Sequence[NetworkPerson], *, relatives: Iterable[Relative], today: date) -> NetworkMap:
    """The people of the child's network with a place each."""
    forbidden = {_same(each.name) for each in relatives if each.do_not_contact}
    now = sorted((each for each in people if is_on(each, today=today)), key=_order)
    before = sorted((each for each in people if not is_on(each, today=today)), key=_order)
    numbers = {person.pk: number for number, person in enumerate(now, start=1)}
    placed = [_placed(each, now, number=numbers[each.pk], forbidden=_same(each.name) in forbidden) for each in now]
    first = child.name.split()[0] if child.born and child.name.split() else "Barnet"
    return NetworkMap(placed=tuple(placed), before=tuple(before), centre=first[:_LETTERS])


def is_on(person: NetworkPerson, *, today: date) -> bool:
    """Whether somebody stands on the map today."""
    return person.last is None or person.last > today


def _order(person: NetworkPerson) -> tuple[bool, int, str, int]:
    return person.circle != PRIVATE, person.near, _same(person.name), person.pk


def _same(name: str) -> str:
    return " ".join(name.casefold().split())


def _placed(person: NetworkPerson, everybody: Sequence[NetworkPerson], *, number: int, forbidden: bool) -> Placed:
    """Evenly from top to bottom of its own half ring."""
    ring = [each for each in everybody if (each.circle, each.near) == (person.circle, person.near)]
    share = (ring.index(person) + 1) / (len(ring) + 1) - 0.5
    angle = math.radians(share * _HALF)
    radius = RADII[person.near] * (-1 if person.circle == PRIVATE else 1)
    x, y = _CENTRE + radius * math.cos(angle), _CENTRE + abs(radius) * math.sin(angle)
    first = person.name.split()[0] if person.name.split() else ""
    short = first if len(first) <= _LETTERS else f"{first[: _LETTERS - 1]}…"
    return Placed(
        number=number,
        person=person,
        forbidden=forbidden,
        x=str(round(x)),
        y=str(round(y)),
        name=short if len(ring) <= _NAMED else "",
    )


def not_on_map(relatives: Iterable[Relative], people: Iterable[NetworkPerson], *, today: date) -> list[Relative]:
    """The child's grown-ups who are not on the map."""
    there = {_same(each.name) for each in people if is_on(each, today=today)}
    return [each for each in relatives if _same(each.name) not in there]


def mark_of_person(person: NetworkPerson) -> str:
    """A mark of all that stands about somebody; it changes when anybody changes any of it."""
    told = [str(getattr(person, each.attname)) for each in person._meta.concrete_fields]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:20]

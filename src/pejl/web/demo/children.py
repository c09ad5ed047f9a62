"""Who are the children of the simulated cases, and who are their families? Names, ages, addresses, grown-ups, siblings.

A family is the cases that one letter brought together, directly or through another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Final

from pejl.dates import LAST_OF_MONTH, add_years
from pejl.events import BARNET_FOEDT, Event
from pejl.web.access.models import Case
from pejl.web.access.names import sort_key
from pejl.web.cases.cpr import locked_up, mark_of_cpr
from pejl.web.cases.models import Child, Family, Relative, Sibling
from pejl.web.demo import names
from pejl.web.demo.municipality import Municipality

_OF_AGE: Final = 18
# The municipality mostly hears of a child when it is about so old.
_OFTEN: Final = timedelta(days=9 * 365)
_NEWBORN: Final = timedelta(days=40)
_PREGNANCY: Final = timedelta(days=280)
_TONGUES: Final = ("arabisk", "somali", "tigrinya", "ukrainsk", "tyrkisk")


@dataclass(frozen=True, slots=True)
class _Home:
    """What the children of a family share."""

    surname: str
    address: str
    address_protected: bool
    interpreter: str
    mother: str
    phone: str
    fathers: tuple[str, str]  # of most of the children, and of half-siblings


def make_children(municipality: Municipality, cases: dict[str, Case], *, today: date, random: Random) -> None:
    """A child for each case, its grown-ups and its siblings."""
    groups = _families(municipality.by_case)
    families = Family.objects.bulk_create([Family() for _ in groups])
    children: list[Child] = []
    grown_ups: list[Relative] = []
    fathers: dict[str, int] = {}
    for family, group in zip(families, groups, strict=True):
        home = _home(random)
        for number, born in zip(group, _births(municipality, group, today=today, random=random), strict=True):
            fathers[number] = int(number != group[0] and random.random() < 0.2)
            children.append(_child(cases[number], family, born, home=home, random=random))
            grown_ups += _parents(children[-1], home, father=home.fathers[fathers[number]], random=random)
    Child.objects.bulk_create(children)
    Relative.objects.bulk_create(grown_ups)
    Sibling.objects.bulk_create(list(_siblings(children, fathers)))


def _home(random: Random) -> _Home:
    surname = random.choice(names.FAMILY)
    fathers = [names.grown_up(random, woman=False, family=name) for name in (surname, random.choice(names.FAMILY))]
    return _Home(
        surname=surname,
        address=names.address(random),
        address_protected=random.random() < 0.03,
        interpreter=random.choice(_TONGUES) if random.random() < 0.06 else "",
        mother=names.grown_up(random, woman=True, family=random.choice([surname, random.choice(names.FAMILY)])),
        phone=names.phone(random),
        fathers=(fathers[0], fathers[1]),
    )


def _child(case: Case, family: Family, born: date | None, *, home: _Home, random: Random) -> Child:
    """The child; one that is not born yet is written under its mother's name."""
    girl = random.random() < 0.48
    name = names.child(random, girl=girl, family=home.surname) if born else home.mother
    number = names.cpr(random, born=born, girl=girl) if born else ""
    return Child(
        case=case,
        family=family,
        name=name,
        name_sort=sort_key(name),
        born=born,
        cpr=locked_up(number),
        cpr_mark=mark_of_cpr(number),
        address=home.address,
        address_protected=home.address_protected,
        interpreter=home.interpreter,
    )


def _parents(child: Child, home: _Home, *, father: str, random: Random) -> Iterator[Relative]:
    lot = random.random()
    yield Relative(
        child=child,
        name=home.mother,
        relation="Mor",
        custody=True,
        lives_with_child=lot < 0.85,
        phone=home.phone,
        interpreter=home.interpreter,
        address_protected=home.address_protected,
    )
    forbidden = lot < 0.04
    yield Relative(
        child=child,
        name=father,
        relation="Far",
        custody=not forbidden and lot < 0.8,
        lives_with_child=0.3 < lot < 0.6 or lot >= 0.85,
        do_not_contact=forbidden,
        do_not_contact_why="Tilhold over for barnet og moren" if forbidden else "",
    )
    if lot > 0.95:
        grandmother = names.grown_up(random, woman=True, family=random.choice(names.FAMILY))
        yield Relative(child=child, name=grandmother, relation="Mormor", phone=names.phone(random))


def _siblings(children: Iterable[Child], fathers: dict[str, int]) -> Iterator[Sibling]:
    """Both ways; half-siblings have another father."""
    groups = defaultdict[int, list[Child]](list)
    for child in children:
        groups[child.family_id or 0].append(child)
    for group in groups.values():
        for one in group:
            for other in group:
                if one is not other:
                    half = fathers[one.case.number] != fathers[other.case.number]
                    yield Sibling(child=one, other=other, half=half)


# --- when they were born ----------------------------------------------------------------------------------------


def _births(municipality: Municipality, group: Iterable[str], *, today: date, random: Random) -> Iterator[date | None]:
    """A day for each child of a family, with time for a pregnancy between them, or the same for twins."""
    taken: list[date] = []
    for number in group:
        own = municipality.by_case[number]
        last = today if number in municipality.still_open else max(event.day for event in own)
        born = _birth(own, last=last, today=today, random=random)
        near = [each for each in taken if born and abs(each - born) < _PREGNANCY]
        born = near[0] if near else born
        taken += [born] if born else []
        yield born


def _birth(own: list[Event], *, last: date, today: date, random: Random) -> date | None:
    """The day the ledger tells of, None for a child still expected, else a day that makes it under 18 throughout."""
    expected = [event.day for event in own if event.fields.get("ufoedt")]
    born = [event.day for event in own if event.kind == BARNET_FOEDT.key]
    if born or expected:
        day = min(born, default=min(expected, default=today) + _PREGNANCY / 2)
        return day if day <= today else None
    youngest = min(event.day for event in own) - _NEWBORN
    oldest = min(youngest, add_years(last, years=-_OF_AGE, if_missing_day=LAST_OF_MONTH) + _NEWBORN)
    days = (youngest - oldest).days
    return youngest - timedelta(days=round(random.triangular(0, days, min(days, _OFTEN.days))))


# --- families ---------------------------------------------------------------------------------------------------


def _families(by_case: dict[str, list[Event]]) -> list[list[str]]:
    """The cases in families, each in the order of their numbers."""
    groups = {number: [number] for number in by_case}
    for cases in _brought_together(by_case):
        merged = sorted({each for case in cases for each in groups[case]})
        groups.update({each: merged for each in merged})
    return [group for number, group in sorted(groups.items()) if group[0] == number]


def _brought_together(by_case: dict[str, list[Event]]) -> Iterable[set[str]]:
    letters = defaultdict[str, set[str]](set)
    for number, own in by_case.items():
        for event in own:
            if event.shared_id:
                letters[event.shared_id].add(number)
    return letters.values()

"""Who works in the demo: its units, the people one can sign in as, and their colleagues?"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Final

from django.contrib.auth.hashers import make_password

from pejl.web.access.models import Cover, Post, Unit, User
from pejl.web.access.roles import RAADGIVER
from pejl.web.demo import names
from pejl.web.demo.municipality import TEAMS, Municipality
from pejl.web.demo.people import CENTER, DEPARTMENT, PASSWORD, PEOPLE, DemoPerson

FIRST: Final = date(2015, 1, 1)
_SHARES: Final = (Decimal(1), Decimal(1), Decimal(1), Decimal("0.86"), Decimal("0.80"))
_MOSTLY_WOMEN: Final = 0.85


def make_staff(municipality: Municipality, *, today: date, random: Random) -> dict[str, User]:
    """Everybody by user name; only the demo's own people have a password."""
    units = _units()
    initials = {each.username: _initials(each, municipality) for each in PEOPLE}
    users = _sign_ins(initials)
    posts = [_post(users[each.username], units[unit], role) for each in PEOPLE for role, unit in each.posts]
    colleagues = _colleagues(municipality, taken=set(initials.values()), random=random)
    users |= {user.username: user for user in User.objects.bulk_create(colleagues)}
    posts += [_post_of(user, municipality, units, today=today, random=random) for user in colleagues]
    Post.objects.bulk_create(posts)
    return users


def make_cover(users: dict[str, User], municipality: Municipality, *, today: date) -> None:
    """Amina stands in for an adviser of Team Nord who is ill."""
    taken = {user.initials for user in users.values() if user.has_usable_password()}
    first, last = today - timedelta(days=9), today + timedelta(days=19)
    amina, given_by = users["amina"], users["lars"].name
    absent = [each for each in municipality.of_size(20, team="Team Nord") if each not in taken]
    for initials in absent[:1]:  # a very small municipality has nobody to be absent
        Cover.objects.create(user=amina, initials=initials, first=first, last=last, given_by=given_by)


def _units() -> dict[str, Unit]:
    center = Unit.objects.create(name=CENTER, level=Unit.Level.CENTER)
    department = Unit.objects.create(name=DEPARTMENT, level=Unit.Level.AFDELING, parent=center)
    teams = [Unit.objects.create(name=name, level=Unit.Level.TEAM, parent=department) for name in TEAMS]
    return {unit.name: unit for unit in (center, department, *teams)}


def _initials(person: DemoPerson, municipality: Municipality) -> str:
    """Their own, or those of the simulated adviser whose place they take."""
    if not person.open_cases:
        return person.initials
    team = person.posts[0][1]
    return municipality.of_size(person.open_cases, team=team)[0]


def _sign_ins(initials: dict[str, str]) -> dict[str, User]:
    # Worked out once: thirteen times would take seconds, and nobody has to guess this password.
    password = make_password(PASSWORD)
    people = [
        User(username=each.username, name=each.name, initials=initials[each.username], password=password)
        for each in PEOPLE
    ]
    return {user.username: user for user in User.objects.bulk_create(people)}


def _colleagues(municipality: Municipality, *, taken: set[str], random: Random) -> list[User]:
    """Everybody else in the ledger. They cannot sign in, and who has no case and no duty any more has left."""
    here = municipality.open_cases.keys() | municipality.others.keys()
    return [
        User(
            username=initials.lower(),
            name=names.grown_up(random, woman=random.random() < _MOSTLY_WOMEN, family=random.choice(names.FAMILY)),
            initials=initials,
            is_active=initials in here,
            password=make_password(None),
        )
        for initials in sorted({*municipality.team, *municipality.others} - taken)
    ]


def _post_of(user: User, municipality: Municipality, units: dict[str, Unit], *, today: date, random: Random) -> Post:
    """From the first day the ledger tells of them to the last, if they have left."""
    first, last = municipality.days[user.initials]
    adviser = user.initials in municipality.team
    role = RAADGIVER if adviser else municipality.others[user.initials]
    unit = units[municipality.team[user.initials] if adviser else DEPARTMENT]
    share = random.choice(_SHARES)
    return _post(user, unit, role.key, first=first, last=None if user.is_active else last, share=share)


def _post(
    user: User, unit: Unit, role: str, *, first: date = FIRST, last: date | None = None, share: Decimal = _SHARES[0]
) -> Post:
    return Post(user=user, unit=unit, role=role, first=first, last=last, share=share)

"""Who works in an example municipality? Units and invented people, with the demo's password."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.contrib.auth.hashers import make_password

from pejl.web.access.models import Post, Unit, User
from pejl.web.demo.people import PASSWORD

# User name, name, role, unit.
Person = tuple[str, str, str, str]


def make_units(center: str, departments: dict[str, tuple[str, ...]]) -> dict[str, Unit]:
    """The centre, its departments and their teams, by name."""
    top = Unit.objects.create(name=center, level=Unit.Level.CENTER)
    found = {center: top}
    for name, teams in departments.items():
        found[name] = Unit.objects.create(name=name, level=Unit.Level.AFDELING, parent=top)
        for team in teams:
            found[team] = Unit.objects.create(name=team, level=Unit.Level.TEAM, parent=found[name])
    return found


def make_people(people: Iterable[Person], *, units: dict[str, Unit], hired: date) -> dict[str, User]:
    """The people, each with a post; {user name: user}."""
    password = make_password(PASSWORD)
    found = {}
    for username, name, role, unit in people:
        initials = username[:4].upper() if role == "raadgiver" else ""
        user = User(username=username, name=name, initials=initials, password=password)
        user.save()
        Post.objects.create(user=user, unit=units[unit], role=role, first=hired)
        found[username] = user
    return found

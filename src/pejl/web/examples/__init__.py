"""Four municipalities as their papers tell of them: facts, names, figures and dates with source; the wording is ours.

``./start --example nordfyns|norddjurs|randers|odsherred`` opens one, on the day its papers tell of. The people who
work there are invented; no case is there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from importlib import import_module
from types import MappingProxyType
from typing import Any, Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A municipality: its name, the day Pejl stands on, and the module with ``PEOPLE`` and ``fill``."""

    municipality: str
    day: date
    place: str

    def fill(self, *, now: datetime) -> None:
        """Fill an empty database with it."""
        # Only then: its rows cannot be loaded before Django is set up.
        filling: Callable[..., Any] = import_module(self.place).fill
        filling(now=now)

    @property
    def people(self) -> tuple[tuple[str, str, str, str], ...]:
        """User name, name, role and unit of those who can sign in."""
        found: tuple[tuple[str, str, str, str], ...] = import_module(f"{self.place}.people").PEOPLE
        return found

    @property
    def known_by(self) -> set[str]:
        """The user names by which a database is known for the example's."""
        return {username for username, *_ in self.people}


EXAMPLES: Final[Mapping[str, Example]] = MappingProxyType(
    {
        "nordfyns": Example(municipality="Nordfyns Kommune", day=date(2024, 4, 15), place="pejl.web.examples.nordfyns"),
        "norddjurs": Example(
            municipality="Norddjurs Kommune", day=date(2025, 8, 18), place="pejl.web.examples.norddjurs"
        ),
        "randers": Example(municipality="Randers Kommune", day=date(2017, 6, 6), place="pejl.web.examples.randers"),
        "odsherred": Example(
            municipality="Odsherred Kommune", day=date(2023, 4, 17), place="pejl.web.examples.odsherred"
        ),
    }
)


def logins() -> list[tuple[str, str, str, str]]:
    """User name, password, name and role of each, for the login page of the example that runs."""
    from django.conf import settings

    from pejl.web.access.roles import ROLE_BY_KEY
    from pejl.web.demo.people import PASSWORD

    people = EXAMPLES[settings.PEJL_EXAMPLE].people
    return [(username, PASSWORD, name, f"{ROLE_BY_KEY[role].label}, {unit}") for username, name, role, unit in people]

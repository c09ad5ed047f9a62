"""Who can sign in to the demo, and as what? Printed by ./start and listed on the demo's login page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

PASSWORD: Final = "nordby-demo-2026"  # noqa: S105 -- printed on the demo's own login page
# What the simulation calls itself in each event.
SOURCE: Final = "simulation"
CENTER: Final = "Center for Børn og Familie"
DEPARTMENT: Final = "Myndighed"


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """One invented colleague, and their posts as (role, unit).

    ``open_cases``: they take the place of the simulated adviser of their team who has about so many.
    """

    username: str
    name: str
    told: str
    posts: tuple[tuple[str, str], ...]
    initials: str = ""
    open_cases: int = 0


PEOPLE: Final = (
    DemoPerson(
        "mette",
        "Mette Lindevang",
        "Rådgiver, der også tager vagter i modtagelsen",
        (("raadgiver", "Team Nord"), ("modtagelse", "Team Nord")),
        open_cases=24,
    ),
    DemoPerson("jonas", "Jonas Ferskov", "Rådgiver i et andet team", (("raadgiver", "Team Syd"),), open_cases=22),
    DemoPerson(
        "amina",
        "Amina Rahmark",
        "Medrådgiver, og vikar for en fraværende kollega",
        (("medraadgiver", "Team Nord"), ("vikar", "Team Nord")),
        "AMRA",
    ),
    DemoPerson("birthe", "Birthe Holmager", "Administrativ medarbejder", (("administrativ", DEPARTMENT),), "BIHO"),
    DemoPerson("viggo", "Viggo Damhede", "Modtagelse og vagt", (("modtagelse", DEPARTMENT),), "VIDA"),
    DemoPerson("tove", "Tove Nisholt", "Tilsynskonsulent", (("tilsynskonsulent", DEPARTMENT),), "TONI"),
    DemoPerson("lars", "Lars Brinkager", "Teamleder i Team Nord", (("teamleder", "Team Nord"),), "LABR"),
    DemoPerson("susanne", "Susanne Vintervang", "Teamleder i Team Syd", (("teamleder", "Team Syd"),), "SUVI"),
    DemoPerson("karen", "Karen Ørsholt", "Afdelingsleder", (("afdelingsleder", DEPARTMENT),), "KAØR"),
    DemoPerson("henrik", "Henrik Aabymark", "Centerchef: kun tal, ingen sager", (("centerchef", CENTER),)),
    DemoPerson("vibeke", "Vibeke Stormhede", "Visitationsudvalg", (("visitationsudvalg", DEPARTMENT),)),
    DemoPerson("sonja", "Sonja Kærhus", "SSP-konsulent: medlem af ungekredsen", (("ungekreds", CENTER),)),
    DemoPerson("dan", "Dan Kofelt", "Datakonsulent: læser lister ind", (("datakonsulent", CENTER),)),
    DemoPerson("sys", "Sara Ystmark", "Systemansvarlig: medarbejdere og roller", (("systemansvarlig", CENTER),)),
)


def logins() -> list[tuple[str, str, str, str]]:
    """User name, password, name and role of each, for the demo's login page."""
    return [(person.username, PASSWORD, person.name, person.told) for person in PEOPLE]

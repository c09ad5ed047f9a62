"""What stands around every page: which menu does this person get, and whose Pejl is it?

Asks the database for nothing: the person was found by the middleware, and a page that fails still has a frame.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from pejl.web.access.roles import Right

if TYPE_CHECKING:
    from pejl.web.access.person import Person


class Entry(NamedTuple):
    """A place in the menu: its text, its URL name, and the right it takes (None: everybody signed in)."""

    label: str
    url_name: str
    right: Right | None


MENU: Final = (
    Entry("Min dag", "min-dag", Right.MIN_DAG),
    Entry("Nyt ind", "nyt-ind", Right.INTAKE),
    Entry("Vagt", "vagt", Right.WATCH),
    Entry("Fordeling", "fordeling", Right.ASSIGN),
    Entry("Sager", "sager", Right.CASES),
    Entry("Overblik", "overblik", Right.OVERVIEW),
    Entry("Plan", "plan", None),
    Entry("Nøgletal", "noegletal", Right.OVERVIEW),
    Entry("Papirer", "papirer", Right.PLAN),
    Entry("Ungekredsen", "ungekredsen", Right.CIRCLE),
    Entry("Ungekredsens tal", "ungekredsen-tal", Right.DISCLOSE),
    Entry("Indlæs", "indlaes", Right.IMPORT),
    Entry("Oprydning", "oprydning", Right.CLEANUP),
    Entry("Håndbog", "haandbog", None),
    Entry("Regelbog", "regelbog", None),
    Entry("Vikarer", "vikarer", Right.ASSIGN),
    Entry("Log", "log", Right.LOG),
    Entry("Medarbejdere", "medarbejdere", Right.STAFF),
)


@dataclass(frozen=True, slots=True)
class MenuItem:
    """A link in the menu; ``current`` is what aria-current says: "page", "true" for a page below it, or nothing."""

    label: str
    url: str
    current: str


@dataclass(frozen=True, slots=True)
class Shell:
    """The frame around a page."""

    person: Person | None
    menu: tuple[MenuItem, ...]
    municipality: str
    demo: bool
    # »alene« or »ved_siden_af«, as settings say.
    mode: str
    home_url: str
    log_out_url: str
    without_protected: str = "Uden beskyttede sager"


def shell(request: HttpRequest) -> dict[str, Shell]:
    """The context processor: gives every template ``shell``."""
    return {"shell": shell_of(request)}


def shell_of(request: HttpRequest | None) -> Shell:
    """The frame for a request; without one, the frame of a page nobody is signed in to."""
    person: Person | None = getattr(request, "person", None)
    return Shell(
        person=person,
        menu=_menu(person, request) if person and request else (),
        municipality=settings.PEJL_MUNICIPALITY,
        demo=settings.PEJL_ENV == "demo",
        mode=settings.PEJL_MODE,
        home_url=_url("home") or "/",
        log_out_url=_url("logout"),
    )


def _menu(person: Person, request: HttpRequest) -> tuple[MenuItem, ...]:
    rights = person.rights
    allowed = [each for each in MENU if each.right is None or each.right in rights]
    found = [(each, _url(each.url_name)) for each in allowed]
    return tuple(MenuItem(each.label, url, _current(each, url, request)) for each, url in found if url)


def _current(entry: Entry, url: str, request: HttpRequest) -> str:
    match = request.resolver_match
    if match and match.url_name == entry.url_name:
        return "page"
    return "true" if request.path.startswith(url) and url != "/" else ""


def _url(name: str) -> str:
    """The address, or nothing where this installation has no such page."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""

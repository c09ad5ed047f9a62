"""Which pages are measured, as whom, and what do they take next to the empty page of the same frame?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import KW_ONLY, dataclass
from typing import Final

from django.db.models import Count
from django.test import Client
from django.urls import NoReverseMatch, reverse

from bench.web_data import MANY
from bench.web_timing import Question, Timed, ask_bare, questions, side_by_side
from pejl.web.access.models import Case, User

BACKEND: Final = "pejl.web.access.signing_in.PasswordBackend"
# She takes turns in the reception besides, so that more waits for her; he does not.
ADVISER: Final = "mette"
JONAS: Final = "jonas"
KIND: Final = "samtale_med_barnet"
_AT_MOST: Final = 6.0  # seconds


def client_of(username: str) -> Client:
    """A browser in which this person is signed in."""
    client = Client(raise_request_exception=False)
    client.force_login(User.objects.get(username=username), backend=BACKEND)
    return client


# --- which case -------------------------------------------------------------------------------------------------


def own_cases() -> list[Case]:
    """The adviser's open cases, the one with the fewest events first."""
    adviser = User.objects.get(username=ADVISER)
    cases = Case.objects.filter(adviser=adviser.initials, closed=False)
    return list(cases.annotate(number_of=Count("events")).order_by("number_of", "pk"))


def ordinary() -> Case:
    """The case in the middle of those."""
    cases = own_cases()
    return cases[len(cases) // 2]


def longest() -> Case:
    """The case with the most events of those."""
    return own_cases()[-1]


# --- which pages ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Page:
    """A page as one person asks for it; ``web.py`` says in words what each is."""

    name: str
    url_name: str
    _: KW_ONLY
    person: str = ADVISER
    query: str = ""
    case: Callable[[], Case] | None = None
    kind: str = ""

    @property
    def url(self) -> str:
        """Its address in this database."""
        arguments = ([self.case().key] if self.case else []) + ([self.kind] if self.kind else [])
        return reverse(self.url_name, args=arguments) + (f"?{self.query}" if self.query else "")

    @property
    def is_there(self) -> bool:
        """Whether the web has such a page."""
        try:
            return bool(self.url)
        except NoReverseMatch:
            return False


PAGES: Final = {
    page.name: page
    for page in (
        Page("min-dag", "min-dag", person=JONAS),
        Page("min-dag-vagt", "min-dag"),
        Page("min-dag-leder", "min-dag", person="lars"),
        Page("min-dag-mange", "min-dag", person=MANY),
        Page("sag", "sag", case=ordinary),
        Page("sag-lang", "sag", case=longest),
        Page("overblik-team", "overblik", person="lars"),
        Page("overblik", "overblik", person="karen"),
        Page("overblik-chef", "overblik", person="henrik"),
        Page("registrer", "registrer", case=ordinary, kind=KIND),
        Page("sager-20", "sager"),
        Page("sager-100", "sager", person=MANY, query="vis=100"),
        Page("sager-100-frist", "sager", person=MANY, query="vis=100&orden=frist"),
        Page("sager-100-lukkede", "sager", person=MANY, query="vis=100&afsluttede=1"),
    )
}


def time_page(page: Page, *, times: int) -> Timed:
    """The page, the empty page and the page's own questions bare, by turns."""
    if not page.is_there:
        return missing("siden findes ikke")
    url, nothing, client = page.url, reverse("tom-side"), client_of(page.person)
    answer = client.get(url)
    if answer.status_code != 200:
        return missing(f"siden svarer {answer.status_code}")
    client.get(nothing)
    asked, frame = asked_by(client, url), asked_by(client, nothing)
    own = _without(asked, frame)
    found, empty, bare = side_by_side(
        lambda: client.get(url), lambda: client.get(nothing), lambda: ask_bare(own), times=times, at_most=_AT_MOST
    )
    found.facts = {
        "queries": len(asked),
        "empty": empty.told,
        "bare": bare.told,
        "bytes": len(answer.content),
    }
    return found


def missing(why: str) -> Timed:
    """What is told of what cannot be measured."""
    return Timed(facts={"missing": why})


def asked_by(client: Client, url: str) -> list[Question]:
    """What goes to the database when the page is asked for."""
    with questions() as asked:
        client.get(url)
    return asked


def _without(asked: list[Question], frame: list[Question]) -> list[Question]:
    """What the page itself asks, without what the frame around it asks."""
    left = Counter(each.sql for each in frame)
    own = []
    for each in asked:
        left[each.sql] -= 1
        if left[each.sql] < 0 and each.asks:
            own.append(each)
    return own

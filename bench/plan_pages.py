"""Which pages of the plan are measured, as whom, and what do they take next to the empty page of the same frame?"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import KW_ONLY, dataclass, field
from typing import Any, Final

from django.test import Client
from django.urls import NoReverseMatch, reverse

from bench.plan_data import APPROVER, WRITER
from bench.web_pages import ADVISER, asked_by, client_of
from bench.web_sizes import NOW
from bench.web_timing import side_by_side
from pejl.indicators import INDICATORS
from pejl.web.access.models import Case, User
from pejl.web.insight.models import PaperEdition

_AT_MOST: Final = 3.0  # seconds for each page
_ROW: Final = "stor-{}-1"


@dataclass(frozen=True, slots=True)
class Page:
    """A page as one person asks for it; ``row``: the sheet whose first row is in the address, under its parameter."""

    name: str
    url_name: str
    _: KW_ONLY
    person: str = WRITER
    query: str = ""
    row: str = ""
    given: dict[str, str] = field(default_factory=dict)

    @property
    def url(self) -> str:
        """Its address in this database."""
        parameter, _, slug = self.row.partition("=")
        arguments = self.given | ({parameter: _ROW.format(slug)} if parameter else {}) | _found(self.url_name)
        return reverse(self.url_name, kwargs=arguments) + (f"?{self.query}" if self.query else "")


_FROM: Final = f"siden={NOW.year - 10}-01-01"
PAGES: Final = (
    Page("Strategi", "plan"),
    Page("Strategi, set af en rådgiver", "plan", person=ADVISER),
    Page("Fokusområde", "plan-omraade", row="area=fokusomraade"),
    Page("Hvem den er for", "plan-enheder"),
    Page("Matrix", "plan-matrix"),
    Page("Effekter", "plan-effekter"),
    Page("Hvem der kender den", "plan-kendt"),
    Page("Ændrede prioriteringer", "plan-prioriteringer"),
    Page("Strategien på papir", "plan-papir"),
    Page("En udgave af strategien", "plan-udgave", given={"version": "stor-udgave-1"}),
    Page("Min strategi, rådgiver", "min-strategi", person=ADVISER),
    Page("Handlinger", "handlinger"),
    Page("Handlinger, alle", "handlinger", query="vis=alle"),
    Page("Handling", "handling", row="row=handling"),
    Page("Siden sidst, et halvt år", "siden-sidst"),
    Page("Siden sidst, ti år", "siden-sidst", query=_FROM),
    Page("Rækkefølge", "raekkefoelge"),
    Page("Mål", "maal"),
    Page("Mål, en enhed", "maal-enhed", row="unit=enhed"),
    Page("Runder", "runder"),
    Page("Forløb", "forloeb"),
    Page("Et forløb", "forloeb-vis", row="course=forloeb"),
    Page("Et forløb, undervejs", "forloeb-vejen", row="course=forloeb"),
    Page("Et forløb, næste plan", "forloeb-naeste", row="course=forloeb"),
    Page("Tema i et forløb", "forloeb-tema", row="theme=tema"),
    Page("Årshjul", "aarshjul"),
    Page("Temamøder", "temamoeder"),
    Page("Temamøde", "temamoede", row="meeting=temamoede"),
    Page("Cases fra praksis", "praksiscases"),
    Page("Case fra praksis", "praksiscase", row="practice=praksiscase"),
    Page("Uddannelse", "uddannelse"),
    Page("Projekter", "projekter"),
    Page("Projekt", "projekt", row="project=projekt"),
    Page("Ret en handling", "ark-ret", row="row=handling", given={"sheet": "handling"}),
    Page("En handlings historik", "ark-historik", row="row=handling", given={"sheet": "handling"}),
    Page("Nøgletal", "noegletal"),
    Page("Et nøgletal", "noegletal-et"),
    Page("Et nøgletal dengang og nu", "noegletal-dengang"),
    Page("Et nøgletal dengang og nu, talt om", "noegletal-dengang", query="kendt=2026-05-15&periode=2026-05"),
    Page("Sagerne bag et nøgletal", "noegletal-sager"),
    Page("Nøgletal om et fokusområde", "noegletal-omraade", row="area=fokusomraade"),
    Page("Tal mod hinanden", "noegletal-mod-hinanden"),
    Page("Indtast et tal", "noegletal-indtast"),
    Page("Rød tråd fra en sag", "roed-traad", person=ADVISER),
    Page("Papirer", "papirer"),
    Page("Nyt papir", "papir-nyt"),
    Page("Et papir, kladde", "papir", given={"paper": "stor-papir-1"}),
    Page("En udgave af et papir", "papir-udgave", person=APPROVER),
    Page("Offentligt", "offentligt"),
    Page("Offentligt, en udgave", "offentligt-udgave"),
    Page("Ungekredsen, tal", "ungekredsen-tal", person=APPROVER),
)


def _found(url_name: str) -> dict[str, str]:
    """What has no key of our own: an edition, a figure, a case."""
    if url_name in ("papir-udgave", "offentligt-udgave"):
        edition = PaperEdition.objects.filter(paper__key="stor-papir-2").order_by("-number").first()
        return {"edition": edition.key if edition else "ingen"}
    if url_name in ("noegletal-et", "noegletal-dengang", "noegletal-sager"):
        return {"indicator": next(iter(INDICATORS)).key}
    if url_name == "roed-traad":
        adviser = User.objects.get(username=ADVISER)
        return {"key": Case.objects.filter(adviser=adviser.initials, closed=False).order_by("pk")[0].key}
    return {}


def time_all(times: int) -> dict[str, Any]:
    """Each page by turns with the empty one; a page that is not there says why."""
    logging.disable()  # a page that fails is told of as one
    return {page.name: _timed(page, times) for page in PAGES}


def _timed(page: Page, times: int) -> dict[str, Any]:
    client, url, problem = _opened(page)
    if problem:
        return {"missing": problem}
    nothing = reverse("tom-side")
    found, empty = side_by_side(lambda: client.get(url), lambda: client.get(nothing), times=times, at_most=_AT_MOST)
    return {
        "page": found.told,
        "empty": empty.told,
        "queries": len(asked_by(client, url)),
        "bytes": len(client.get(url).content),
    }


def count_all() -> dict[str, int | None]:
    """How many questions each page asks; None where there is no such page."""
    logging.disable()
    return dict(_counted())


def _counted() -> Iterator[tuple[str, int | None]]:
    for page in PAGES:
        client, url, problem = _opened(page)
        # Once before, in ``_opened``: what is asked once in a process is not asked again.
        yield page.name, None if problem else len(asked_by(client, url))


def _opened(page: Page) -> tuple[Client, str, str]:
    client = client_of(page.person)
    try:
        url = page.url
    except NoReverseMatch:
        return client, "", "siden findes ikke"
    answer = client.get(url)
    return client, url, "" if answer.status_code == 200 else f"siden svarer {answer.status_code}"

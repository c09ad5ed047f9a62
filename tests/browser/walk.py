"""Which pages are there, who looks at each, and how does one get there? By links, as a person does, never by a key.

``PAGES`` and ``NO_PAGE`` together hold every address Pejl has: a new one fails the tests until it stands here.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from typing import Final
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import Page

from tests.browser.conftest import own_environment

# Asked of a process of its own, so that no test runs with Django set up for a server.
_ASK = """
import json, django
django.setup()
from django.urls import URLResolver, get_resolver
def of(found, before=""):
    for each in found:
        here = before + str(each.pattern)
        yield from of(each.url_patterns, here) if isinstance(each, URLResolver) else [(each.name, here)]
print(json.dumps(list(of(get_resolver().url_patterns))))
"""


@dataclass(frozen=True, slots=True)
class Stop:
    """A page as somebody sees it; ``way`` names the pages passed before it, each with a link to the next.

    »name#2« is reached by the second link to a page of that name.
    """

    name: str
    who: str = ""  # nobody who has signed in
    way: tuple[str, ...] = ()
    query: str = ""  # what the first page on the way is asked for

    def __str__(self) -> str:
        return "-".join(filter(None, (self.name, self.who, *self.way[:1], *re.findall(r"\w+", self.query))))


# Where a page came from and leads to, by who asked for it and under which address.
Read = dict[tuple[str, str], tuple[str, list[str]]]
CASE = ("sager", "sag")

PAGES: Final = (
    Stop("login"),
    Stop("underret"),
    Stop("underret-skriv", way=("underret",)),
    Stop("underret-skriv#5", way=("underret",)),
    Stop("underret-fortsaet", way=("underret",)),
    Stop("underret-kvittering", way=("underret",)),
    Stop("min-dag", "mette"),
    Stop("min-dag", "mette", query="gruppe=senere"),
    Stop("min-dag", "birthe"),
    Stop("min-dag", "amina"),
    Stop("min-dag", "tove"),
    Stop("min-dag", "lars"),
    Stop("hvorfor", "mette", ("min-dag",)),
    Stop("sager", "mette"),
    Stop("sager", "lars", query="overskredet=1&vis=100&orden=-frist"),
    Stop("sager", "vibeke"),
    Stop("sager-soeg", "mette"),
    Stop("sag", "mette", ("sager",)),
    Stop("sag", "mette", ("min-dag",)),
    Stop("sag", "birthe", ("min-dag",)),
    Stop("sag", "vibeke", ("sager",)),
    Stop("sag", "karen", ("sager",), query="afsluttede=1"),
    Stop("sag-mennesker", "mette", CASE),
    Stop("barnets-spor", "mette", CASE),
    Stop("barnets-spor", "birthe", ("min-dag", "sag")),
    Stop("inddragelse", "mette", CASE),
    Stop("netvaerk", "mette", CASE),
    Stop("netvaerk-ny", "mette", (*CASE, "netvaerk")),
    Stop("netvaerk-person", "mette", (*CASE, "netvaerk")),
    Stop("visitation", "vibeke", ("sager",)),
    Stop("visitation", "mette", ("sager",)),
    Stop("planen", "mette", CASE),
    Stop("planen", "vibeke", CASE),
    Stop("aftaler", "mette", CASE),
    Stop("afslut", "mette", CASE),
    Stop("sagens-vej", "mette", CASE),
    Stop("venteliste", "lars", ("sager",)),
    Stop("nyt-ind", "mette"),
    Stop("nyt-ind", "birthe"),
    Stop("nyt-ind-modtaget", "viggo", ("nyt-ind",)),
    Stop("nyt-ind-samme", "mette", ("nyt-ind",)),
    Stop("afklar", "viggo", ("nyt-ind",)),
    Stop("brev-ind", "mette", ("nyt-ind", "nyt-ind-modtaget", "sag")),
    Stop("registrer-vaelg", "mette", CASE),
    Stop("registrer", "mette", ("min-dag",)),
    Stop("registrer", "mette", (*CASE, "registrer-vaelg")),
    Stop("ret", "mette", CASE),
    Stop("flyt", "mette", CASE),
    Stop("sag-flyttet", "mette", CASE),
    Stop("sag-raadgiverskift", "mette", CASE),
    Stop("sag-soeskende", "mette", (*CASE, "sag-mennesker")),
    Stop("sag-genaabn", "karen", CASE, query="afsluttede=1"),
    # The expecting mother of the demo stands last by name.
    Stop("sag-foedt", "mette", CASE, query="orden=-navn"),
    Stop("vagt", "viggo"),
    Stop("vagt", "karen"),
    Stop("vagt-overdrag", "viggo", ("vagt",)),
    Stop("vagt-plan", "karen", ("vagt",)),
    Stop("tvaersraadgivere", "mette", ("haandbog",)),
    Stop("tvaersraadgiver-sted", "karen", ("haandbog", "tvaersraadgivere")),
    Stop("fordeling", "lars"),
    Stop("fordeling", "karen"),
    Stop("sag-log", "lars", CASE),
    Stop("sag-beskyt", "lars", CASE),
    Stop("sag-navngiv", "lars", CASE),
    Stop("aabn-med-begrundelse", "viggo", ("sager",)),
    Stop("nye-aabninger", "lars", ("min-dag",)),
    Stop("nye-aabninger", "mette", ("min-dag",)),
    Stop("noegletal", "lars"),
    Stop("noegletal", "henrik", query="per=kvartal"),
    Stop("noegletal-et", "lars", ("noegletal",)),
    Stop("noegletal-et", "henrik", ("noegletal",), query="per=kvartal"),
    Stop("noegletal-sager", "lars", ("noegletal", "noegletal-et")),
    Stop("noegletal-dengang", "karen", ("noegletal", "noegletal-et")),
    Stop("noegletal-indtast", "karen", ("noegletal",)),
    Stop("noegletal-mod-hinanden", "lars", ("noegletal",)),
    Stop("noegletal-omraade", "karen", ("plan", "plan-omraade")),
    Stop("roed-traad", "mette", CASE),
    Stop("min-strategi", "mette", ("plan",)),
    Stop("min-strategi", "henrik", ("plan",)),
    Stop("handlinger", "mette", ("plan",)),
    Stop("handling", "karen", ("plan", "handlinger")),
    Stop("handling-hold", "karen", ("plan", "handlinger", "handling")),
    Stop("siden-sidst", "karen", ("plan",)),
    Stop("raekkefoelge", "karen", ("plan", "siden-sidst")),
    Stop("ungekredsen", "sonja"),
    Stop("ung-ny", "sonja", ("ungekredsen",)),
    Stop("ung", "sonja", ("ungekredsen",)),
    Stop("ungekredsen-tal", "henrik", ("plan",)),
    Stop("plan", "mette"),
    Stop("plan", "karen"),
    Stop("plan-omraade", "karen", ("plan",)),
    Stop("plan-effekter", "karen", ("plan",)),
    Stop("plan-enheder", "karen", ("plan",)),
    Stop("plan-matrix", "mette", ("plan",)),
    Stop("plan-kendt", "karen", ("plan",)),
    Stop("plan-prioriteringer", "karen", ("plan",)),
    Stop("plan-papir", "mette", ("plan",)),
    Stop("plan-udgave", "mette", ("plan",)),
    Stop("plan-beslut", "henrik", ("plan",)),
    Stop("ark-ny", "karen", ("plan",)),
    Stop("ark-ret", "karen", ("plan",)),
    Stop("ark-tag-ud", "karen", ("plan", "ark-ret")),
    Stop("ark-historik", "mette", ("plan",)),
    Stop("temamoeder", "mette"),
    Stop("temamoede", "karen", ("temamoeder",)),
    Stop("praksiscases", "karen", ("temamoeder",)),
    Stop("praksiscases", "mette", ("temamoeder",)),
    Stop("praksiscase", "karen", ("temamoeder", "praksiscases")),
    Stop("uddannelse", "lars"),
    Stop("projekter", "mette"),
    Stop("projekt", "karen", ("projekter",)),
    Stop("overblik", "henrik"),
    Stop("overblik", "lars"),
    Stop("overblik-regel", "henrik", ("overblik",)),
    Stop("overblik-regel", "lars", ("overblik",)),
    Stop("overblik-sager", "lars", ("overblik",)),
    Stop("overblik-undersoegelser", "henrik", ("overblik",)),
    Stop("overblik-undersoegelser", "lars", ("overblik",)),
    Stop("overblik-hos-hvem", "karen", ("overblik",)),
    Stop("overblik-arbejdslister", "karen", ("overblik",)),
    Stop("overblik-arbejdsliste", "lars", ("overblik", "overblik-arbejdslister")),
    Stop("overblik-arbejdsliste", "henrik", ("overblik", "overblik-arbejdslister")),
    Stop("mine-arbejdslister", "mette", ("min-dag",)),
    Stop("overblik-inddragelse", "karen", ("overblik",)),
    Stop("overblik-inddragelse", "henrik", ("overblik",)),
    Stop("overblik-aendring", "karen", ("overblik",)),
    Stop("overblik-hvad-nu-hvis", "karen", ("overblik",)),
    Stop("overblik-hvad-nu-hvis", "henrik", ("overblik", "overblik-regel")),
    Stop("overblik-raadgivere", "karen", ("overblik",)),
    Stop("overblik-raadgivere-beslutning", "karen", ("overblik", "overblik-raadgivere")),
    Stop("min-belastning", "mette", ("min-dag",)),
    Stop("indlaes", "dan"),
    Stop("indlaes-batch", "dan", ("indlaes",)),
    Stop("indlaes-batch#2", "dan", ("indlaes",)),
    Stop("indlaes-tag-tilbage", "dan", ("indlaes", "indlaes-batch")),
    Stop("regelbog", "birthe"),
    Stop("regelbog-regel", "birthe", ("regelbog",)),
    Stop("regelbog-ikke-bekraeftet", "birthe", ("regelbog",)),
    Stop("regelbog-tal", "karen", ("regelbog",)),
    Stop("regelbog-tal", "mette", ("regelbog",)),
    Stop("kompetence", "karen", ("regelbog",)),
    Stop("kompetence", "mette", ("regelbog",)),
    Stop("kompetence-virkning", "karen", ("regelbog", "kompetence")),
    Stop("maal", "karen", ("plan",)),
    Stop("maal-enhed#3", "karen", ("plan", "maal")),
    Stop("maal-enhed#2", "henrik", ("plan", "maal")),
    Stop("runder", "karen", ("plan", "maal")),
    Stop("runde-svar", "karen", ("plan", "maal", "runder")),
    Stop("forloeb", "mette", ("plan",)),
    Stop("forloeb-vis", "mette", ("plan", "forloeb")),
    Stop("forloeb-vis", "karen", ("plan", "forloeb")),
    Stop("forloeb-vejen", "karen", ("plan", "forloeb", "forloeb-vis")),
    Stop("forloeb-tema", "mette", ("plan", "forloeb", "forloeb-vis")),
    Stop("forloeb-tema", "karen", ("plan", "forloeb", "forloeb-vis")),
    Stop("forloeb-naeste", "karen", ("plan", "forloeb", "forloeb-vis")),
    Stop("aarshjul", "mette", ("plan",)),
    Stop("aarshjul", "karen", ("plan",)),
    Stop("aarshjul-holdt", "karen", ("plan", "aarshjul")),
    Stop("aarshjul-fast", "karen", ("plan", "aarshjul")),
    Stop("papirer", "karen"),
    Stop("papir-nyt", "karen", ("papirer",)),
    Stop("papir", "karen", ("papirer",)),
    Stop("papir#2", "henrik", ("papirer",)),
    Stop("papir-tilbage", "henrik", ("papirer", "papir#2")),
    Stop("papir-lille-tal", "henrik", ("papirer", "papir")),
    Stop("papir-udgave", "henrik", ("papirer",)),
    Stop("papir-beslutning", "karen", ("papirer", "papir-udgave")),
    Stop("papir-samme-tal", "karen", ("papirer", "papir-udgave#2")),
    Stop("papir-tag-tilbage", "henrik", ("papirer", "papir-udgave#2")),
    Stop("offentligt"),
    Stop("offentligt-udgave", way=("offentligt",)),
    Stop("haandbog", "birthe"),
    Stop("haandbog-lov", "birthe", ("haandbog",)),
    Stop("haandbog-lixtal", "birthe", ("haandbog",)),
    Stop("haandbog-tekst", "mette", ("haandbog",)),
    Stop("haandbog-egen", "karen", ("haandbog", "haandbog-tekst")),
    Stop("haandbog-loefter", "karen", ("haandbog",)),
    Stop("aaben-raadgivning", "mette", ("nyt-ind",)),
    Stop("aaben-raadgivning-ret", "mette", ("nyt-ind", "aaben-raadgivning")),
    Stop("aaben-raadgivning-tal", "henrik", ("overblik",)),
    Stop("tidlige-tilbud", "karen", ("overblik", "aaben-raadgivning-tal")),
    Stop("tidligt-tilbud", "karen", ("overblik", "aaben-raadgivning-tal", "tidlige-tilbud")),
    Stop("haandbog-loefter-papir", "mette", ("haandbog", "haandbog-loefter")),
    Stop("haandbog-loefte-nyt", "karen", ("haandbog", "haandbog-loefter")),
    Stop("haandbog-loefte", "karen", ("haandbog", "haandbog-loefter")),
    Stop("breve", "mette", CASE),
    Stop("brev-nyt", "mette", (*CASE, "breve")),
    Stop("brev-nyt#3", "mette", (*CASE, "breve")),
    Stop("brev", "mette", (*CASE, "breve")),
    Stop("oprydning", "mette"),
    Stop("oprydning", "karen"),
    Stop("vikarer", "lars"),
    Stop("log", "lars"),
    Stop("log-stikproeve", "lars", ("log",)),
    Stop("medarbejdere", "sys"),
    Stop("medarbejder", "sys", ("medarbejdere",)),
    Stop("medarbejder-ny", "sys", ("medarbejdere",)),
    Stop("enheder", "sys", ("medarbejdere",)),
)

# What is no page to look at, and what it answers when asked for.
NO_PAGE: Final = (
    (Stop("home", "mette", ("min-dag",)), "sends on"),
    (Stop("logout", "mette", ("min-dag",)), "is only sent"),
    (Stop("sag-cpr", "mette", CASE), "sends on"),
    (Stop("netvaerk-overtag", "mette", (*CASE, "netvaerk")), "sends on"),
    (Stop("netvaerk-afslut", "mette", (*CASE, "netvaerk", "netvaerk-person")), "sends on"),
    (Stop("vagt-laest", "mette", ("vagt",)), "is only sent"),
    (Stop("noegletal-regn", "lars", ("noegletal",)), "is only sent"),
    (Stop("underret-slet"), "sends on"),
    (Stop("log-gennemse", "lars"), "sends on"),
    (Stop("sag-log-fil", "lars", (*CASE, "sag-log")), "sends on"),
    (Stop("indlaes-laes-ind", "dan", ("indlaes", "indlaes-batch#2")), "is only sent"),
    (Stop("indlaes-afviste", "dan", ("indlaes", "indlaes-batch")), "is a file"),
    (Stop("brev-pdf", "mette", (*CASE, "breve", "brev")), "is a file"),
    (Stop("redegoerelse", "mette", ("plan", "forloeb", "forloeb-vis")), "is a file"),
    (Stop("udviklingsplan", "mette", ("plan", "forloeb", "forloeb-vis")), "is a file"),
    (Stop("maal-papir", "karen", ("plan", "maal")), "is a file"),
    (Stop("maal-enhed-papir", "karen", ("plan", "maal", "maal-enhed")), "is a file"),
    (Stop("maal-skridt", "karen", ("plan", "maal", "maal-enhed#3")), "is only sent"),
    (Stop("aarshjul-papir", "karen", ("plan", "aarshjul")), "is a file"),
    (Stop("aarshjul-kalender", "henrik", ("plan", "aarshjul")), "is a file"),
    (Stop("aarshjul-kalender-skift", "karen", ("plan", "aarshjul")), "is only sent"),
    (Stop("papir-fil", "karen", ("papirer", "papir")), "is a file"),
    (Stop("papir-godkend", "henrik", ("papirer", "papir#2")), "is only sent"),
    (Stop("papir-genaabn", "karen", ("papirer", "papir#3")), "is only sent"),
    (Stop("papir-frigiv", "henrik", ("papirer", "papir-udgave")), "is only sent"),
    (Stop("papir-udgave-fil", "karen", ("papirer", "papir-udgave")), "is a file"),
    (Stop("offentligt-fil", way=("offentligt", "offentligt-udgave")), "is a file"),
    (Stop("sager-fil", "lars", ("sager",)), "is a file"),
    (Stop("overblik-sager-csv", "lars", ("overblik", "overblik-sager")), "is a file"),
    (Stop("uddannelsesplan", "mette", ("uddannelse",)), "is a file"),
    (Stop("projekt-evaluering", "mette", ("projekter", "projekt")), "is a file"),
    (Stop("oidc_authentication_init"), "is not there"),
    (Stop("oidc_authentication_callback"), "is not there"),
)


@cache
def routes() -> dict[str, str]:
    """Every address Pejl has, by its name."""
    environment = {**own_environment(), "DJANGO_SETTINGS_MODULE": "pejl.web.settings"}
    asked = [sys.executable, "-c", _ASK]
    told = subprocess.run(asked, env=environment, check=True, capture_output=True, text=True, encoding="utf-8").stdout
    return {name: f"/{route}" for name, route in json.loads(told)}


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """What an address of this name looks like."""
    parts = re.split(r"<[^>]*>", routes()[name])
    return re.compile("[^/]+".join(map(re.escape, parts)))


def leads_to(address: str, name: str) -> bool:
    """Whether this address is that of the page with this name; a fixed address is never some key's."""
    path, name = urlsplit(address).path, name.partition("#")[0]
    if not _pattern(name).fullmatch(path):
        return False
    if path in routes().values():
        return path == routes()[name]
    # What has words of its own where another has a key, is never that other's.
    fitting = [each for each in routes() if _pattern(each).fullmatch(path)]
    fewest = min((routes()[each].count("<") for each in fitting), default=0)
    return name in fitting and routes()[name].count("<") == fewest


def address_of(page: Page, site: str, stop: Stop, *, read: Read | None = None) -> str:
    """The address of the page, for whoever has come so far as to see a link to it.

    What is passed on the way is read, not shown: each of those pages is looked at for itself, and showing takes long.
    ``read`` keeps where they lead, for ways that begin alike: half of all the pages are reached through one case.
    """
    read = {} if read is None else read
    first, *rest = (*stop.way, stop.name)
    address = site + routes()[first] + (f"?{stop.query}" if stop.query else "")
    for name in rest:
        if (stop.who, address) not in read:
            answer = page.request.get(address)
            assert answer.ok, f"{stop}: {answer.status} for {answer.url}"
            read[stop.who, address] = answer.url, _ways_in(answer.text(), here=answer.url)
        here, ways = read[stop.who, address]
        address = _the_way_to(name, ways, here=here)
    return address.removeprefix(site)


def link_on(page: Page, name: str) -> str:
    """The address of a link to the page with this name, or of a form that is sent there."""
    return _the_way_to(name, ways_on(page), here=page.url)


def _the_way_to(name: str, ways: list[str], *, here: str) -> str:
    number = int(name.partition("#")[2] or 1)
    found = list(dict.fromkeys(each for each in ways if leads_to(each, name)))
    assert len(found) >= number, f"there is no link to {name} on {urlsplit(here).path}"
    return found[number - 1]


def ways_on(page: Page) -> list[str]:
    """Every address of Pejl that the page leads to, folded away or not; those in the menu last."""
    page.wait_for_load_state()
    return _ways_in(page.content(), here=page.url)


class _Ways(HTMLParser):
    """Reads where a page leads to, in the main part of it and anywhere."""

    def __init__(self) -> None:
        super().__init__()
        self.main, self.all, self._within = list[str](), list[str](), 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A link, a form, or the door to the main part."""
        self._within += tag == "main"
        found = dict(attrs).get({"a": "href", "form": "action"}.get(tag, ""))
        if found is not None:
            self.all.append(found)
            self.main += [found] * bool(self._within)

    def handle_endtag(self, tag: str) -> None:
        """Perhaps the end of the main part."""
        self._within -= tag == "main"


def _ways_in(markup: str, *, here: str) -> list[str]:
    """The same of a page that is not shown."""
    reader = _Ways()
    reader.feed(markup)
    found = (urljoin(here, each) for each in (*reader.main, *reader.all))
    return [each for each in found if urlsplit(each).netloc == urlsplit(here).netloc]

"""How are the overview's pages asked for and read in the tests, and how does something more happen in a case?"""

import re
from html import unescape

from django.test import Client

from pejl.web.access.models import Case, StaffDecision
from pejl.web.cases import bridge
from pejl.web.cases.models import Child, EventRow, Family
from tests.web.nordby import NOW, Nordby, days_before, event, story

ALL = "fra=&til="  # every month
TOTALS = (
    f"/overblik/?{ALL}",
    f"/overblik/regel/underretning.vurderes/?{ALL}",
    f"/overblik/regel/lokal.partshoering_indkaldes/?{ALL}&alle=1",
    f"/overblik/undersoegelser/?{ALL}",
    "/overblik/hos-hvem/",
    "/overblik/inddragelse/?fra=2025-01",
    "/overblik/aendring/?siden=2026-05-01",
)
DRILLS = ("/overblik/sager/", "/overblik/sager.csv")
BY_ADVISER = "/overblik/raadgivere/"
DECISION = "/overblik/raadgivere/beslutning/"


def page(who: Client, url: str, *, status: int = 200) -> str:
    response = who.get(url)
    assert response.status_code == status, url
    return response.content.decode()


def words(html: str) -> str:
    """The text of the page's content, as a reader meets it on the screen."""
    main = re.sub(r'<span class="sr-only">.*?</span>', "", html[html.index("<main") : html.index("</main>")])
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main)).split())


def still(html: str) -> str:
    """The page without what is new each time it is asked for."""
    return re.sub(r'(nonce|name="csrfmiddlewaretoken" value|name="token" value)="[^"]*"', "", html)


def figures(html: str) -> list[tuple[str, int]]:
    """Every number that leads to a list of cases, with where it leads."""
    found = re.findall(r'<a href="(/overblik/sager/[^"]*)">([\d.]+)', html)
    return [(unescape(url), int(number.replace(".", ""))) for url, number in found]


def tell(nordby: Nordby, name: str, kind: str, **how: object) -> None:
    """Something more has happened in a case."""
    case = Case.objects.get(key=name)
    bridge.row_of(event(case, kind, **how), case=case).save()  # type: ignore[arg-type]  # handed on as they came
    bridge.recompute(case, as_of=NOW)


def open_lists() -> None:
    day = days_before(30)
    StaffDecision.objects.create(informed_on=day, med_on=day, decided_by="Afdelingsleder", decided_at=NOW)


def rows_of(html: str, name: str) -> list[list[str]]:
    """The cells of every row of this person."""
    rows = re.findall(r"<tr>(.*?)</tr>", html, re.DOTALL)
    cells = [re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row, re.DOTALL) for row in rows]
    return [row for row in cells if row and row[0] == name]


def more_cases(nordby: Nordby, number: int = 12, *, named: str = "mere") -> None:
    for at in range(number):
        case = Case.objects.create(key=f"{named}-{at}", number=f"NB-{named}-{at}")
        EventRow.objects.bulk_create([bridge.row_of(each, case=case) for each in story(case, adviser="RAAD")])
        family = Family.objects.create()
        Child.objects.create(case=case, family=family, name=f"Barn Mere {at}", name_sort=f"barn mere {at}")
    bridge.recompute_many(list(Case.objects.filter(key__startswith=f"{named}-")), as_of=NOW)

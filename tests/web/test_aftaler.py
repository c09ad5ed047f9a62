"""Does everybody see who has agreed to do what by when, is it done with one click, and who waits for an effort?"""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from pejl.events import FieldValue
from pejl.web.access.models import Case, LogEntry
from pejl.web.cases.models import Child, DeadlineRow, EventRow
from tests.web.nordby import TODAY, Nordby
from tests.web.test_registering import messages_of
from tests.web.test_sagens_vej import a_case, tell

DAY = "/min-dag/"


def ago(days: int) -> str:
    return (TODAY - timedelta(days=days)).isoformat()


def agreed(number: int = 1, days: int = 20, *, senest: str = "") -> tuple[str, int, str, dict[str, FieldValue]]:
    told: dict[str, FieldValue] = {"hvem_goer": f"Hvem {number}", "hvad": f"Hvad {number}"}
    return "aftale_indgaaet", days, f"A{number}", {**told, **({"senest": senest} if senest else {})}


def page(client: Client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


def text(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def section(html: str, ident: str) -> str:
    """The part of a page under the heading with this id."""
    _, _, after = html.partition(f'id="{ident}"')
    return re.split(r"<h2", after, maxsplit=1)[0]


def forms(html: str) -> list[tuple[str, dict[str, str]]]:
    """Where each »Gjort« sends what."""
    found = []
    for action, inside in re.findall(r'<form[^>]*action="([^"]*/aftaler/[^"]*)">(.*?)</form>', html, re.DOTALL):
        names = re.findall(r'name="(token|aftale)" value="([^"]*)"', inside)
        found.append((action, dict(names)))
    return found


# --- agreements -----------------------------------------------------------------------------------------------


def test_open_agreements_stand_on_the_case_and_on_the_day_in_order(nordby: Nordby) -> None:
    tell(nordby.cases["egen"], agreed(1, senest="2026-07-01"), agreed(2, senest=ago(4)), agreed(3))
    for html in (page(nordby.client("raadgiver"), "/sag/egen/"), page(nordby.client("raadgiver"), DAY)):
        told = text(section(html, "aftalt" if 'id="aftalt"' in html else "aftaler"))
        assert re.search(r"Hvad 2.*Skulle være gjort 6\. juni 2026.*Hvad 1.*Senest 1\. juli 2026.*Hvad 3", told)
        assert "overskredet" not in told.casefold()


def test_they_are_counted_apart_from_what_the_law_asks(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    before = re.search(r'pejl-lead">([^<]*)<', page(client, DAY))
    tell(nordby.cases["egen"], agreed(senest=ago(4)))
    html = page(client, DAY)
    after = re.search(r'pejl-lead">([^<]*)<', html)
    assert before
    assert after
    assert before[1] == after[1]
    assert "Aftalt på møder" in html


@pytest.mark.parametrize(("back", "where"), [("/sag/egen/", "/sag/egen/"), (DAY, DAY), ("/sag/egen/aftaler/",) * 2])
def test_one_click_says_that_it_is_done_and_leads_back(nordby: Nordby, back: str, where: str) -> None:
    tell(nordby.cases["egen"], agreed(1), agreed(2))
    client = nordby.client("raadgiver")
    action, fields = forms(page(client, back))[0]
    response = client.post(action, fields, follow=True)
    assert response.redirect_chain[-1][0] == where
    assert "Aftalen er meldt gjort." in messages_of(response)
    row = EventRow.objects.get(kind="aftale_udfoert")
    assert (row.case.key if row.case else "", row.thread_id, row.done_by, row.day) == ("egen", "A1", "RAAD", TODAY)
    left = [fields["aftale"] for _, fields in forms(page(client, back))]
    assert left == ["egen-aftale_indgaaet-20-A2"]
    assert "gjort 10. juni 2026" in text(page(client, "/sag/egen/aftaler/"))


def test_a_double_click_is_one_and_what_is_done_is_not_done_again(nordby: Nordby) -> None:
    tell(nordby.cases["egen"], agreed())
    client = nordby.client("raadgiver")
    action, fields = forms(page(client, "/sag/egen/"))[0]
    _, other = forms(page(client, "/sag/egen/"))[0]
    assert client.post(action, fields).status_code == 302
    assert "Det er allerede registreret" in client.post(action, fields).content.decode()
    assert client.post(action, other).status_code == 409
    assert EventRow.objects.filter(kind="aftale_udfoert").count() == 1


def test_what_is_no_agreement_of_the_case_is_refused(nordby: Nordby) -> None:
    tell(nordby.cases["egen"], agreed())
    tell(nordby.cases["syd"], agreed())
    client = nordby.client("raadgiver")
    action, fields = forms(page(client, "/sag/egen/"))[0]
    for wrong in ("syd-aftale_indgaaet-20-A1", "egen-notat-50-", ""):
        answer = client.post(action, {**fields, "aftale": wrong})
        assert answer.status_code == 422
        assert "Aftalen står ikke i sagen længere" in answer.content.decode()
    assert client.post("/sag/syd/aftaler/", fields).status_code == 404
    assert not EventRow.objects.filter(kind="aftale_udfoert").exists()


def test_a_corrected_agreement_is_gone_and_a_corrected_done_is_open_again(nordby: Nordby) -> None:
    case, client = nordby.cases["egen"], nordby.client("raadgiver")
    tell(case, agreed(1), agreed(2), ("aftale_udfoert", 3, "A2", {}))
    tell(case, ("rettelse", 0, "A1", {"replaces": "egen-aftale_indgaaet-20-A1", "reason": "Forkert"}))
    tell(case, ("rettelse", 0, "A2", {"replaces": "egen-aftale_udfoert-3-A2", "reason": "Ikke gjort"}))
    for url in (DAY, "/sag/egen/"):
        assert [fields["aftale"] for _, fields in forms(page(client, url))] == ["egen-aftale_indgaaet-20-A2"]


def test_only_ones_own_open_cases_stand_on_the_day(nordby: Nordby) -> None:
    for name in ("egen", "syd", "lukket", "beskyttet"):
        tell(nordby.cases[name], agreed())
    assert [fields["aftale"] for _, fields in forms(page(nordby.client("raadgiver"), DAY))] == [
        "egen-aftale_indgaaet-20-A1"
    ]


def test_who_may_not_read_text_reads_no_words(nordby: Nordby, settings: Settings) -> None:
    tell(nordby.cases["egen"], agreed())
    for url in ("/sag/egen/", "/sag/egen/aftaler/"):
        assert "Hvad 1" not in page(nordby.client("administrativ"), url)
    settings.PEJL_MODE = "ved_siden_af"
    html = page(nordby.client("raadgiver"), "/sag/egen/aftaler/")
    assert "Hvad 1" not in html
    assert "Hvem 1" in html


# --- a next step ----------------------------------------------------------------------------------------------


def test_an_open_case_in_which_nothing_waits_says_so(nordby: Nordby) -> None:
    case, client = nordby.cases["egen"], nordby.client("raadgiver")
    assert "Ingen næste skridt aftalt" not in page(client, "/sag/egen/")
    DeadlineRow.objects.filter(case=case).delete()
    assert "Ingen næste skridt aftalt" in page(client, "/sag/egen/")
    tell(case, agreed())
    DeadlineRow.objects.filter(case=case).delete()
    assert "Ingen næste skridt aftalt" not in page(client, "/sag/egen/")
    assert "Barn Egen" not in section(page(client, DAY), "uden-naeste-skridt")


@pytest.mark.parametrize(("coming", "silent"), [(date(2026, 6, 10), False), (date(2026, 6, 9), True)])
def test_the_day_of_the_next_follow_up_is_a_next_step(nordby: Nordby, coming: date, silent: bool) -> None:
    case = nordby.cases["egen"]
    tell(case, ("opfoelgning_holdt", 9, "I1", {"naeste_senest": coming.isoformat()}))
    DeadlineRow.objects.filter(case=case).delete()
    assert ("Ingen næste skridt aftalt" in page(nordby.client("raadgiver"), "/sag/egen/")) is silent


def test_a_closed_case_needs_no_next_step(nordby: Nordby) -> None:
    DeadlineRow.objects.filter(case__key="lukket").delete()
    assert "Ingen næste skridt aftalt" not in page(nordby.client("raadgiver"), "/sag/lukket/")


# --- waiting --------------------------------------------------------------------------------------------------


def waits(days: int, thread: str = "V1", **told: FieldValue) -> tuple[str, int, str, dict[str, FieldValue]]:
    return "indsats_paa_venteliste", days, thread, {"indsatstype": "Familiebehandling", **told}


def rows(html: str) -> list[str]:
    return [text(each) for each in re.findall(r"<tr>(.*?)</tr>", html.partition("<tbody>")[2], re.DOTALL)]


def test_who_waits_longest_stands_first_with_help_meanwhile_or_that_nobody_took_a_stand(nordby: Nordby) -> None:
    tell(nordby.cases["egen"], waits(12), waits(40, "V2", anden_hjaelp=True, hjaelp_imens="Kontaktperson"))
    tell(nordby.cases["egen"], waits(5, "V3", anden_hjaelp=False))
    html = page(nordby.client("raadgiver"), "/venteliste/")
    found = rows(html)
    assert [re.findall(r"(\d+) dage", each) for each in found] == [["40"], ["12"], ["5"]]
    assert "Ja Kontaktperson" in found[0]
    assert "Ingen stilling taget" in found[1]
    assert found[2].endswith("Nej")
    assert "For 1 af dem er der ikke taget stilling" in text(html)


@pytest.mark.parametrize("end", ["indsats_ivaerksat", "indsats_ophoert", "anbringelse_ivaerksat"])
def test_what_has_begun_or_been_given_up_waits_no_more(nordby: Nordby, end: str) -> None:
    tell(nordby.cases["egen"], waits(12), waits(12, "V2"), (end, 3, "V1", {}))
    assert len(rows(page(nordby.client("raadgiver"), "/venteliste/"))) == 1


def test_the_list_is_within_scope_and_logged(nordby: Nordby) -> None:
    for name in ("egen", "syd", "lukket", "beskyttet"):
        tell(nordby.cases[name], waits(12))
    seen = {
        person: len(rows(page(nordby.client(person), "/venteliste/"))) for person in ("raadgiver", "afdelingsleder")
    }
    assert seen == {"raadgiver": 1, "afdelingsleder": 2}
    assert LogEntry.objects.filter(act=LogEntry.Act.LIST, detail__side="venteliste").count() == 2
    assert nordby.client("centerchef").get("/venteliste/").status_code == 404


# --- how much it costs ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("url", [DAY, "/venteliste/", "/sag/egen/", "/sag/egen/aftaler/"])
def test_more_agreements_and_more_who_wait_ask_no_more_questions(nordby: Nordby, url: str) -> None:
    client = nordby.client("raadgiver")
    tell(nordby.cases["egen"], agreed(), waits(5))
    counts = []
    for number in (1, 2):
        page(client, url)
        with CaptureQueriesContext(connection) as caught:
            page(client, url)
        counts.append(len(caught))
        if number == 1:
            for each in range(3):
                case = a_case(nordby, f"flere-{each}")
                Child.objects.create(case=case, name=f"Barn {each}", name_sort=f"barn {each}")
                tell(case, agreed(each), waits(each + 1))
            tell(Case.objects.get(key="egen"), agreed(7), agreed(8))
    assert counts[0] == counts[1]

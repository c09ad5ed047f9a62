"""Can the map of a child's network be read by everybody it is for, and written once, without anybody being deleted?"""

from __future__ import annotations

import re
from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from pejl.web.access.models import ChangeEntry
from pejl.web.cases.models import Child, NetworkPerson, Relative
from pejl.web.cases.network import RADII, SIZE, map_of
from tests.web.nordby import FIRST, TODAY, Nordby

MAP = "/sag/egen/netvaerk/"
NEW = {"name": "Åge Træner", "relation": "Fodboldtræner", "circle": "privat", "near": "1", "good_for": "Henter torsdag"}


def page(client: Client, address: str = MAP) -> str:
    """The page's text."""
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def token(html: str) -> str:
    """The token of the page's form."""
    found = re.search(r'name="token" value="([^"]+)"', html)
    assert found
    return found[1]


def person(
    child: Child, name: str, *, near: int = 1, circle: str = "privat", last: date | None = None
) -> NetworkPerson:
    """Somebody on the map."""
    return NetworkPerson.objects.create(
        child=child, name=name, relation="Ven", circle=circle, near=near, first=FIRST, last=last
    )


def egen() -> Child:
    """The child of the adviser's own case."""
    return Child.objects.get(case__key="egen")


# --- read -----------------------------------------------------------------------------------------------------


def test_the_picture_says_in_words_what_it_shows(nordby: Nordby) -> None:
    person(egen(), "Lærer Lund", circle="professionel", near=3)
    html = page(nordby.client("raadgiver"))
    picture = re.search(r"<svg viewBox=\"0 0 640 640\".*?</svg>", html, re.DOTALL)
    assert picture
    svg = ElementTree.fromstring(picture[0])  # noqa: S314 -- our own page
    assert svg.attrib["role"] == "img"
    assert {each.attrib["id"] for each in svg if "id" in each.attrib} == set(svg.attrib["aria-labelledby"].split())
    told = svg.findtext("desc")
    assert told == (
        "1 i det private netværk, tegnet som cirkler til venstre, og 1 i det professionelle, "
        "tegnet som firkanter til højre. Ingen står tæt på barnet."
    )
    assert [each.findtext("text") for each in svg.iter("g")] == ["1", "2"]
    assert "style=" not in picture[0]


def test_everybody_on_the_map_stands_in_a_list_with_the_same_number(nordby: Nordby) -> None:
    person(egen(), "Lærer Lund", circle="professionel")
    html = page(nordby.client("raadgiver"))
    rows = re.findall(r'data-title="Nr\.">(\d+)</td>\s*<th scope="row" data-title="Navn">([^<]+)<', html)
    assert rows == [("1", "Mormor til egen"), ("2", "Lærer Lund")]
    assert "Henter egen" in html


def test_who_must_not_be_contacted_is_marked_on_the_map_and_has_no_number_there(nordby: Nordby) -> None:
    father = person(egen(), "far  TIL Egen")
    NetworkPerson.objects.filter(pk=father.pk).update(contact="70 11 22 33")
    html = page(nordby.client("raadgiver"))
    row = html.partition("far  TIL Egen")[2].partition("</tr>")[0]
    assert "Må ikke kontaktes" in row
    assert "70 11 22 33" not in html
    assert html.count('class="pejl-map-person pejl-map-forbidden"') == 1


@pytest.mark.parametrize("many", [1, 5, 14])
def test_nobody_is_drawn_outside_the_picture_or_on_top_of_another(many: int) -> None:
    child = Child(pk=1, name="Åse Lund")
    people = [
        NetworkPerson(pk=number, child=child, name=f"P{number}", circle=circle, near=near, first=FIRST)
        for number, (circle, near) in enumerate(
            (circle, near)
            for near in RADII
            for circle in ("privat", "professionel")
            for _ in range(many * near // 3 + 1)
        )
    ]
    drawn = map_of(child, people, relatives=[], today=TODAY).placed
    places = [(int(each.x), int(each.y)) for each in drawn]
    assert len(set(places)) == len(people)
    assert all(24 <= value <= SIZE - 24 for place in places for value in place)
    assert all((x < SIZE // 2) == each.private for (x, _), each in zip(places, drawn, strict=True))


def test_those_without_the_right_to_text_see_who_but_not_what_for(nordby: Nordby) -> None:
    html = page(nordby.client("administrativ"))
    assert "Mormor til egen" in html
    assert "Henter egen" not in html
    assert "netvaerk/ny" not in html
    assert nordby.client("administrativ").get(f"{MAP}ny/").status_code == 404


def test_beside_a_case_system_the_map_can_only_be_read(nordby: Nordby, settings: object) -> None:
    settings.PEJL_MODE = "ved_siden_af"  # type: ignore[attr-defined]  # the fixture's own type says no more
    client = nordby.client("raadgiver")
    html = page(client)
    assert "Netværket føres i fagsystemet" in html
    assert "netvaerk/ny" not in html
    for address in ("ny/", "n-egen/", "n-egen/afslut/", "overtag/"):
        assert client.post(f"{MAP}{address}", NEW).status_code == 404
    assert NetworkPerson.objects.filter(child=egen(), last=None).count() == 1


def test_the_number_of_questions_does_not_grow_with_the_network(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    page(client)
    with CaptureQueriesContext(connection) as short:
        page(client)
    for number in range(20):
        person(egen(), f"Ven {number}", near=number % 3 + 1)
    with CaptureQueriesContext(connection) as long:
        page(client)
    assert len(long) == len(short)


# --- written --------------------------------------------------------------------------------------------------


def test_somebody_is_put_on_the_map_once_however_often_the_form_is_sent(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    sent = {**NEW, "token": token(page(client, f"{MAP}ny/"))}
    for _ in range(2):
        assert client.post(f"{MAP}ny/", sent).status_code == 302
    found = NetworkPerson.objects.get(name="Åge Træner")
    assert (found.near, found.first, found.last, found.good_for) == (1, TODAY, None, "Henter torsdag")
    entry = ChangeEntry.objects.get(action="netvaerk_tilfoejet")
    assert entry.case_key == "egen"
    assert "Åge" not in str(entry.what)


def test_the_same_person_is_refused_and_nothing_that_was_written_is_lost(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    sent = {**NEW, "name": "mormor til EGEN", "token": token(page(client, f"{MAP}ny/"))}
    answer = client.post(f"{MAP}ny/", sent)
    assert answer.status_code == 422
    assert "Mormor til egen står allerede på kortet." in answer.content.decode()
    assert "Henter torsdag" in answer.content.decode()


def test_what_is_wrong_is_said_where_it_is(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    for wrong, told in (
        ({"name": ""}, "Skriv, hvad personen hedder."),
        ({"near": "4"}, "Hvor tæt på"),
        ({"first": (TODAY + timedelta(days=1)).isoformat()}, "Dagen er ikke kommet endnu."),
    ):
        answer = client.post(f"{MAP}ny/", {**NEW, **wrong, "token": "t"})
        assert answer.status_code == 422
        assert told in answer.content.decode().partition("pejl-error-summary")[2].partition("</ul>")[0]


def form_of(client: Client) -> dict[str, str]:
    """The form of the grandmother as a browser would send it back."""
    html = page(client, f"{MAP}n-egen/")
    hidden = dict(re.findall(r'<input type="hidden" name="(token|set)" value="([^"]*)"', html.partition("Tag af")[0]))
    return {**NEW, "name": "Mormor til egen", "relation": "Mormor", "first": FIRST.isoformat(), **hidden}


def test_a_change_is_kept_and_told_and_a_later_one_on_an_old_page_is_stopped(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    one, other = form_of(client), form_of(client)
    assert client.post(f"{MAP}n-egen/", one).status_code == 302
    assert ChangeEntry.objects.get(action="netvaerk_rettet").what["fields"] == ["near", "good_for"]
    stopped = client.post(f"{MAP}n-egen/", {**other, "good_for": "Noget helt andet"})
    assert stopped.status_code == 409
    assert "En anden har rettet personen" in stopped.content.decode()
    assert NetworkPerson.objects.get(key="n-egen").good_for == "Henter torsdag"


def test_who_is_taken_off_the_map_is_kept_under_earlier(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    sent = {"token": token(page(client, f"{MAP}n-egen/"))}
    for _ in range(2):
        assert client.post(f"{MAP}n-egen/afslut/", sent).status_code == 302
    assert NetworkPerson.objects.get(key="n-egen").last == TODAY
    html = page(client)
    assert "Kortet er tomt" in html
    assert "Mormor til egen" in html.partition("Tidligere på kortet")[2]
    again = client.post(f"{MAP}n-egen/afslut/", {"token": "et-andet"})
    assert again.status_code == 422
    assert "Mormor til egen er allerede taget af kortet." in again.content.decode()


def test_a_grown_up_of_the_case_comes_onto_the_map_with_one_click(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    mother = Relative.objects.get(name="Mor til egen")
    Relative.objects.filter(pk=mother.pk).update(lives_with_child=True, phone="70 00 00 01")
    html = page(client)
    assert "Sæt på kortet<span" in html.partition("Mor til egen (Mor)")[2].partition("</li>")[0]
    sent = {"voksen": mother.pk, "token": token(html.partition("overtag")[2])}
    for _ in range(2):
        assert client.post(f"{MAP}overtag/", sent).status_code == 302
    found = NetworkPerson.objects.get(name="Mor til egen")
    assert (found.relation, found.circle, found.near, found.contact) == ("Mor", "privat", 1, "70 00 00 01")
    assert "Mor til egen (Mor)" not in page(client)


def test_the_number_of_who_must_not_be_contacted_does_not_follow(nordby: Nordby) -> None:
    father = Relative.objects.get(name="Far til egen")
    Relative.objects.filter(pk=father.pk).update(phone="70 00 00 02")
    assert nordby.client("raadgiver").post(f"{MAP}overtag/", {"voksen": father.pk, "token": "t"}).status_code == 302
    assert NetworkPerson.objects.get(name="Far til egen").contact == ""


def test_nobody_else_s_grown_up_and_nobody_else_s_network_can_be_reached(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    stranger = Relative.objects.get(name="Mor til syd")
    for number in (str(stranger.pk), "x", "9" * 40):
        assert client.post(f"{MAP}overtag/", {"voksen": number, "token": "t"}).status_code == 404
    assert client.get(f"{MAP}n-syd/").status_code == 404
    assert client.post(f"{MAP}n-syd/afslut/", {"token": "t"}).status_code == 404
    assert NetworkPerson.objects.get(key="n-syd").last is None

"""Who may say who works here and as what, what is refused, and what follows for the cases a person sees?"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import Settings

from pejl.web.access.gate import visible
from pejl.web.access.marks import mark_of
from pejl.web.access.models import Case, ChangeEntry, Cover, Post, Unit, User
from pejl.web.access.person import person_of
from pejl.web.access.roles import ROLES, SYSTEMANSVARLIG, Right
from pejl.web.cases import bridge
from tests.web.nordby import NOW, TODAY, Nordby

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


def page_of(user: User) -> str:
    """The address of a person's page."""
    return reverse("medarbejder", args=[mark_of(user)])


def send(nordby: Nordby, user: str, **fields: Any) -> Any:
    """Send one of the forms on a person's page."""
    return nordby.client("systemansvarlig").post(page_of(nordby.people[user]), fields, follow=True)


def give(nordby: Nordby, user: str, role: str, unit: str, **more: Any) -> Any:
    """Send the form that gives a role."""
    fields = {"rolle": role, "enhed": nordby.units[unit].pk, "fra": TODAY, "til": "", "andel": "1", **more}
    return send(nordby, user, goer="giv", **fields)


def seen_by(nordby: Nordby, user: str) -> set[str]:
    """The keys of the cases a person may open."""
    person = person_of(User.objects.get(username=user), on=TODAY)
    return set(visible(person, on=TODAY, at=NOW).values_list("key", flat=True))


def changes() -> list[str]:
    """What has been written down."""
    return list(ChangeEntry.objects.order_by("pk").values_list("action", flat=True))


# --- who may ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", [role for role in ROLES if Right.STAFF not in role.rights], ids=lambda each: each.key)
def test_nobody_else_sees_the_pages(nordby: Nordby, role: Any) -> None:
    client = nordby.client(role.key)
    addresses = [reverse(name) for name in ("medarbejdere", "medarbejder-ny", "enheder")]
    for address in [*addresses, page_of(nordby.people["syd"])]:
        assert client.get(address).status_code == 404
        assert client.post(address, {"goer": "luk"}).status_code == 404
    assert User.objects.filter(is_active=False).count() == 0


def test_an_unknown_person_and_an_unknown_button_are_not_there(nordby: Nordby) -> None:
    client = nordby.client("systemansvarlig")
    assert client.get(reverse("medarbejder", args=["findesikke"])).status_code == 404
    assert client.post(page_of(nordby.people["syd"]), {"goer": "slet"}).status_code == 404


def test_the_list_shows_everybody_and_no_case(nordby: Nordby) -> None:
    client = nordby.client("systemansvarlig")
    page = client.get(reverse("medarbejdere")).content.decode()
    assert "Navn på teamleder_syd" in page
    assert "Teamleder, Team Syd" in page
    pages = [page, client.get(page_of(nordby.people["raadgiver"])).content.decode()]
    assert not any(case.number in text for case in Case.objects.all() for text in pages)


def test_the_list_asks_no_more_of_the_database_when_there_are_more(nordby: Nordby) -> None:
    client = nordby.client("systemansvarlig")

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(reverse("medarbejdere")).status_code == 200
        return len(queries)

    asked()  # the first page of a session also writes it
    few = asked()
    for number in range(20):
        user = User.objects.create(username=f"ny{number}", name=f"Ny {number}")
        Post.objects.create(user=user, unit=nordby.units["Team Syd"], role="raadgiver", first=TODAY)
    assert asked() == few


def test_those_who_are_closed_are_shown_only_when_asked_for(nordby: Nordby) -> None:
    User.objects.filter(username="syd").update(is_active=False)
    client = nordby.client("systemansvarlig")
    assert "Navn på syd<" not in client.get(reverse("medarbejdere")).content.decode()
    assert "Navn på syd</a> (lukket)" in client.get(reverse("medarbejdere"), {"vis": "alle"}).content.decode()


# --- users ------------------------------------------------------------------------------------------------------


def add(nordby: Nordby, **fields: str) -> Any:
    """Send the form that makes a user."""
    known = {"brugernavn": "nyny", "navn": "Ny Nyholm", "initialer": "nyny"}
    return nordby.client("systemansvarlig").post(reverse("medarbejder-ny"), {**known, **fields}, follow=True)


def test_a_new_person_can_sign_in_and_sees_nothing(nordby: Nordby) -> None:
    answer = add(nordby)
    assert "Ny Nyholm er oprettet" in answer.content.decode()
    user = User.objects.get(username="nyny")
    assert (user.initials, user.has_usable_password()) == ("NYNY", False)
    assert seen_by(nordby, "nyny") == set()
    assert changes() == ["bruger_oprettet"]


def test_a_password_is_given_only_where_there_are_any(nordby: Nordby, settings: Settings) -> None:
    add(nordby, adgangskode="en lang adgangskode 2026")
    assert User.objects.get(username="nyny").check_password("en lang adgangskode 2026")
    settings.PEJL_PASSWORD_LOGIN = False
    add(nordby, brugernavn="anden", initialer="", adgangskode="en lang adgangskode 2026")
    assert not User.objects.get(username="anden").has_usable_password()


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"brugernavn": "RAADGIVER"}, "Brugernavnet RAADGIVER er i brug"),
        ({"initialer": "raad"}, "Initialerne RAAD hører til Navn på raadgiver"),
        ({"brugernavn": " "}, "Skriv personens brugernavn."),
        ({"navn": ""}, "Skriv personens navn."),
        ({"adgangskode": "kort"}, "12 tegn"),
    ],
)
def test_a_person_that_cannot_be_made_is_refused_with_what_to_do(
    nordby: Nordby, fields: dict[str, str], told: str
) -> None:
    before = User.objects.count()
    answer = add(nordby, **fields)
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert User.objects.count() == before
    assert changes() == []


def test_initials_follow_the_cases_and_are_not_changed_under_them(nordby: Nordby) -> None:
    refused = send(nordby, "raadgiver", goer="ret", navn="Nyt Navn", initialer="NYTN")
    assert "har sager som RAAD" in refused.content.decode()
    assert User.objects.get(username="raadgiver").initials == "RAAD"
    send(nordby, "raadgiver", goer="ret", navn="Nyt Navn", initialer="RAAD")
    assert User.objects.get(username="raadgiver").name == "Nyt Navn"
    assert changes() == ["bruger_rettet"]


def test_closing_ends_everything_and_opening_gives_nothing_back(nordby: Nordby) -> None:
    Cover.objects.create(user=nordby.people["syd"], initials="RAAD", first=YESTERDAY, last=TOMORROW, given_by="L")
    client = nordby.client("syd")
    send(nordby, "syd", goer="luk")
    assert client.get(reverse("home"))["Location"].startswith(reverse("login"))
    assert list(nordby.people["syd"].posts.values_list("last", flat=True)) == [YESTERDAY]
    assert Cover.objects.get().last == YESTERDAY
    send(nordby, "syd", goer="aabn")
    assert User.objects.get(username="syd").is_active
    assert seen_by(nordby, "syd") == set()
    assert changes() == ["bruger_lukket", "bruger_aabnet"]


def test_nobody_closes_themselves(nordby: Nordby) -> None:
    assert "Du kan ikke lukke dig selv" in send(nordby, "systemansvarlig", goer="luk").content.decode()
    assert User.objects.get(username="systemansvarlig").is_active


# --- posts ------------------------------------------------------------------------------------------------------


def test_a_role_opens_the_cases_of_its_unit(nordby: Nordby) -> None:
    assert "syd" not in seen_by(nordby, "centerchef")
    answer = give(nordby, "centerchef", "teamleder", "Team Syd")
    assert "er nu teamleder i Team Syd" in answer.content.decode()
    assert "syd" in seen_by(nordby, "centerchef")
    assert changes() == ["rolle_givet"]


def test_a_role_in_the_future_opens_nothing_yet(nordby: Nordby) -> None:
    give(nordby, "centerchef", "teamleder", "Team Syd", fra=TOMORROW)
    assert seen_by(nordby, "centerchef") == set()


@pytest.mark.parametrize(
    ("user", "fields", "told"),
    [
        ("systemansvarlig", {}, "Du kan ikke give dig selv en rolle"),
        ("syd", {"unit": "Center"}, "En teamleder skal være i et team"),
        ("teamleder_syd", {}, "har allerede den rolle i Team Syd"),
        ("centerchef", {"role": "raadgiver"}, "har ingen initialer"),
        ("syd", {"til": YESTERDAY}, "Slutdagen ligger før den første dag"),
        ("syd", {"andel": "2"}, "Andelen kan højst være 1."),
        ("syd", {"fra": "i morgen"}, "Dagen kan ikke læses"),
    ],
)
def test_a_role_that_cannot_be_given_is_refused(nordby: Nordby, user: str, fields: dict[str, Any], told: str) -> None:
    before = Post.objects.count()
    answer = give(nordby, user, **{"role": "teamleder", "unit": "Team Syd", **fields})
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert Post.objects.count() == before


def test_an_advisers_cases_go_along_to_another_team(nordby: Nordby) -> None:
    end(nordby, "raadgiver", YESTERDAY)
    give(nordby, "raadgiver", "raadgiver", "Team Syd")
    assert Case.objects.get(key="egen").team == nordby.units["Team Syd"]
    assert "egen" in seen_by(nordby, "teamleder_syd")
    assert "egen" not in seen_by(nordby, "teamleder")
    assert bridge.stale_cases(as_of=NOW).filter(key__in=["egen", "lukket"]).count() == 2
    bridge.refresh(as_of=NOW)
    assert Case.objects.get(key="egen").team == nordby.units["Team Syd"]


def end(nordby: Nordby, user: str, last: Any) -> Any:
    """Send the form that ends the person's first role."""
    post = nordby.people[user].posts.order_by("pk")[0]
    return send(nordby, user, goer="afslut", hvilken=mark_of(post), sidste=last)


def test_a_role_ends_with_its_last_day(nordby: Nordby) -> None:
    end(nordby, "syd", TODAY)
    assert "syd" in seen_by(nordby, "syd")
    end(nordby, "syd", YESTERDAY)
    assert seen_by(nordby, "syd") == set()
    assert changes() == ["rolle_afsluttet", "rolle_afsluttet"]


def test_somebody_always_stays_responsible(nordby: Nordby) -> None:
    assert "ikke være nogen systemansvarlig tilbage" in end(nordby, "systemansvarlig", TODAY).content.decode()
    Post.objects.create(
        user=nordby.people["syd"], unit=nordby.units["Center"], role=SYSTEMANSVARLIG.key, first=YESTERDAY
    )
    assert "Rollens sidste dag er skrevet." in end(nordby, "systemansvarlig", TODAY).content.decode()


# --- units ------------------------------------------------------------------------------------------------------


def add_unit(nordby: Nordby, name: str, level: str, under: str) -> Any:
    """Send the form that makes a unit."""
    above = nordby.units[under].pk if under else ""
    fields = {"navn": name, "niveau": level, "under": above}
    return nordby.client("systemansvarlig").post(reverse("enheder"), fields, follow=True)


def test_a_unit_comes_below_another(nordby: Nordby) -> None:
    assert "Team Øst er oprettet." in add_unit(nordby, "Team Øst", "team", "Myndighed").content.decode()
    assert Unit.objects.get(name="Team Øst").parent == nordby.units["Myndighed"]
    assert changes() == ["enhed_oprettet"]


@pytest.mark.parametrize(
    ("name", "level", "under", "told"),
    [
        ("Team Øst", "team", "Center", "Team skal ligge under en afdeling"),
        ("Team Øst", "team", "", "Team skal ligge under en afdeling"),
        ("Øst", "center", "Center", "Center skal ligge øverst"),
        ("team nord", "team", "Myndighed", "Der er allerede en enhed"),
        ("", "team", "Myndighed", "Skriv enhedens navn."),
    ],
)
def test_a_unit_in_the_wrong_place_is_refused(nordby: Nordby, name: str, level: str, under: str, told: str) -> None:
    answer = add_unit(nordby, name, level, under)
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert changes() == []


# --- absence ----------------------------------------------------------------------------------------------------


def cover(nordby: Nordby, leader: str, absent: str, user: str, **more: Any) -> Any:
    """Send the form that sets a stand-in."""
    fields = {"fravaerende": absent, "vikar": user, "fra": TODAY, "til": TOMORROW, **more}
    return nordby.client(leader).post(reverse("vikarer"), fields, follow=True)


def test_a_stand_in_sees_the_cases_until_it_ends(nordby: Nordby) -> None:
    assert "egen" not in seen_by(nordby, "vikar")
    page = cover(nordby, "teamleder", "raadgiver", "vikar").content.decode()
    assert "Navn på vikar er sat på som vikar." in page
    assert "egen" in seen_by(nordby, "vikar")
    assert "beskyttet" not in seen_by(nordby, "vikar")
    nordby.client("teamleder").post(reverse("vikarer"), {"afslut": mark_of(Cover.objects.get())})
    assert "egen" not in seen_by(nordby, "vikar")
    assert changes() == ["vikar_sat_paa", "vikar_afsluttet"]


@pytest.mark.parametrize(
    ("absent", "user", "more", "told"),
    [
        ("syd", "vikar", {}, "Det kan ikke vælges længere"),
        ("raadgiver", "teamleder", {}, "Det kan ikke vælges længere"),
        ("raadgiver", "raadgiver", {}, "Den fraværende kan ikke være vikar for sig selv"),
        ("raadgiver", "vikar", {"til": YESTERDAY, "fra": YESTERDAY}, "Slutdagen er gået"),
        ("raadgiver", "vikar", {"til": TODAY + timedelta(days=400)}, "højst sættes på for et år"),
        ("raadgiver", "vikar", {"til": ""}, "Skriv en dag."),
    ],
)
def test_a_stand_in_that_cannot_be_is_refused(
    nordby: Nordby, absent: str, user: str, more: dict[str, Any], told: str
) -> None:
    answer = cover(nordby, "teamleder", absent, user, **more)
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert Cover.objects.count() == 0


def test_the_same_stand_in_twice_is_refused(nordby: Nordby) -> None:
    cover(nordby, "teamleder", "raadgiver", "vikar")
    assert "er allerede vikar for" in cover(nordby, "teamleder", "raadgiver", "vikar").content.decode()
    assert Cover.objects.count() == 1


def test_another_units_leader_neither_sees_nor_ends_it(nordby: Nordby) -> None:
    cover(nordby, "teamleder", "raadgiver", "vikar")
    other = nordby.client("teamleder_syd")
    assert "Ingen vikarer" in other.get(reverse("vikarer")).content.decode()
    assert other.post(reverse("vikarer"), {"afslut": mark_of(Cover.objects.get())}).status_code == 404
    assert Cover.objects.get().last == TOMORROW


@pytest.mark.parametrize("role", [role for role in ROLES if Right.ASSIGN not in role.rights], ids=lambda each: each.key)
def test_only_leaders_say_who_stands_in(nordby: Nordby, role: Any) -> None:
    assert nordby.client(role.key).get(reverse("vikarer")).status_code == 404
    assert cover(nordby, role.key, "raadgiver", "vikar").status_code == 404

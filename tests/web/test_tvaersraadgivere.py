"""Is it known who comes to which school and where nobody comes, and is what was agreed before kept?"""

from __future__ import annotations

from datetime import date, timedelta
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pejl.web.access.actions import Doing, Refused
from pejl.web.access.models import ChangeEntry, Post
from pejl.web.access.roles import ROLES, Right
from pejl.web.cooperation.actions import NewAttachment, add_place, attach, close_place, detach
from pejl.web.cooperation.models import Attachment, Place
from pejl.web.cooperation.table import table
from tests.web.nordby import NOW, TODAY, Nordby, days_before

# It asks the database for nothing that the duties of the watch do not, which are tried on both.
pytestmark = pytest.mark.one_database

PAGE = "/tvaersraadgivere/"
SCHOOL = f"{PAGE}sted-a/"


def doing(nordby: Nordby) -> Doing:
    return Doing(by=nordby.people["teamleder"], at=NOW)


def skovskolen() -> Place:
    return Place.objects.get(key="sted-a")


def given(nordby: Nordby, who: str = "raadgiver", *, first: date = TODAY, last: date | None = None) -> Attachment:
    new = NewAttachment(user=nordby.people[who], first=first, last=last, attends="Tirsdag kl. 9", uses=("tvaersmoede",))
    return attach(skovskolen(), new, doing=doing(nordby))


def page(nordby: Nordby, who: str, address: str = PAGE) -> str:
    return unescape(nordby.client(who).get(address).content.decode())


# --- reading ----------------------------------------------------------------------------------------------------


def test_everybody_reads_who_comes_and_where_nobody_does(nordby: Nordby) -> None:
    given(nordby)
    add_place("Møllens Skole", Place.Kind.SKOLE, doing=doing(nordby))
    html = page(nordby, "administrativ")
    warning, _, rest = html.partition("<h2>Skoler</h2>")
    assert "Møllens Skole" in warning
    assert "Skovskolen" not in warning
    assert "Tirsdag kl. 9" in rest
    assert "Tværsmøder" in rest
    assert "Skriv et sted på listen" not in html
    assert "Dine steder" not in html
    assert "Dine steder" in page(nordby, "raadgiver")


def test_one_who_has_left_leaves_the_place_without_anybody(nordby: Nordby) -> None:
    given(nordby, first=days_before(50))
    assert table(on=TODAY).without == []
    Post.objects.filter(user=nordby.people["raadgiver"]).update(last=days_before(1))
    assert [each.name for each in table(on=TODAY).without] == ["Skovskolen"]
    assert "har ikke længere en stilling her" in page(nordby, "teamleder")


def test_one_who_comes_later_is_not_there_today(nordby: Nordby) -> None:
    given(nordby, first=TODAY + timedelta(days=10))
    assert [each.name for each in table(on=TODAY).without] == ["Skovskolen"]
    assert table(on=TODAY + timedelta(days=10)).without == []


@pytest.mark.parametrize("address", [PAGE, SCHOOL])
def test_as_many_questions_however_many_places(nordby: Nordby, address: str) -> None:
    client = nordby.client("teamleder")
    given(nordby)
    client.get(address)
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    for number in range(12):
        place = add_place(f"Skole {number}", Place.Kind.SKOLE, doing=doing(nordby))
        attach(place, NewAttachment(user=nordby.people["raadgiver"], first=TODAY), doing=doing(nordby))
    given(nordby, "teamleder")
    with CaptureQueriesContext(connection) as many:
        client.get(address)
    assert len(many) == len(few)


# --- writing ----------------------------------------------------------------------------------------------------


def test_a_team_leader_writes_a_place_its_adviser_and_the_end(nordby: Nordby) -> None:
    client = nordby.client("teamleder")
    answer = client.post(PAGE, {"navn": "  Byskolen ", "slags": "skole"})
    place = Place.objects.get(name="Byskolen")
    assert answer.headers["Location"] == f"{PAGE}{place.key}/"
    said = {
        "giv": "1",
        "hvem": "raadgiver",
        "fra": TODAY.isoformat(),
        "fremmoede": "Torsdag",
        "bruges_til": "aaben_tid",
    }
    assert client.post(f"{PAGE}{place.key}/", said).status_code == 302
    row = place.attachments.get()
    assert (row.user, row.attends, row.uses) == (nordby.people["raadgiver"], "Torsdag", ["aaben_tid"])
    last = TODAY + timedelta(days=30)
    assert client.post(f"{PAGE}{place.key}/", {"slut": row.key, "sidste": last.isoformat()}).status_code == 302
    row.refresh_from_db()
    assert (row.last, row.ended_by) == (last, nordby.people["teamleder"].name)
    acts = ChangeEntry.objects.filter(what__sted=place.key).order_by("pk").values_list("action", flat=True)
    assert list(acts) == ["samarbejdssted_skrevet", "tvaersraadgiver_skrevet", "tvaersraadgiver_afsluttet"]


def test_nobody_else_writes(nordby: Nordby) -> None:
    for role in (each.key for each in ROLES if Right.ASSIGN not in each.rights):
        assert nordby.client(role).post(PAGE, {"navn": "Byskolen", "slags": "skole"}).status_code == 404, role
        assert nordby.client(role).post(SCHOOL, {"luk": "1"}).status_code == 404, role
    assert [each.name for each in Place.objects.all()] == ["Skovskolen"]
    assert skovskolen().closed_on is None


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"giv": "1", "hvem": ""}, "Vælg en person."),
        ({"giv": "1", "hvem": "centerchef"}, "Personen kan ikke vælges."),
        ({"giv": "1", "hvem": "raadgiver", "til": "2001-01-01"}, "Slutdagen ligger før den første dag."),
        ({"giv": "1", "hvem": "raadgiver", "fra": "2226-06-10"}, "ligger for langt væk"),
        ({"giv": "1", "hvem": "raadgiver", "fra": "i går"}, "Dagen kan ikke læses."),
        ({"giv": "1", "hvem": "raadgiver", "bruges_til": "legetimer"}, "Et af krydserne kan ikke vælges længere."),
        ({"ret": "1", "navn": " ", "slags": "skole"}, "Skriv navnet."),
    ],
)
def test_what_cannot_be_written_is_refused_and_said(nordby: Nordby, sent: dict[str, str], told: str) -> None:
    answer = nordby.client("teamleder").post(SCHOOL, {"fra": TODAY.isoformat(), **sent})
    assert answer.status_code == 422
    assert told in unescape(answer.content.decode())
    assert not Attachment.objects.exists()


def test_a_last_day_that_is_missing_is_led_to_in_the_form_that_was_sent(nordby: Nordby) -> None:
    row, _ = given(nordby), given(nordby, "teamleder")
    answer = nordby.client("teamleder").post(SCHOOL, {"slut": row.key, "sidste": ""})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert 'href="#id_sidste"' in html
    assert html.count('id="id_sidste"') == 1
    assert f'aria-describedby="fejl-{row.key}"' in html


def test_a_name_stands_once(nordby: Nordby) -> None:
    answer = nordby.client("teamleder").post(PAGE, {"navn": "Skovskolen", "slags": "skole"})
    assert answer.status_code == 422
    assert "»Skovskolen« står der allerede." in unescape(answer.content.decode())


def test_the_same_person_is_there_once_at_a_time(nordby: Nordby) -> None:
    given(nordby, first=days_before(100), last=days_before(11))
    given(nordby, first=days_before(10))
    with pytest.raises(Refused, match="er allerede tværsrådgiver for Skovskolen"):
        given(nordby, first=TODAY)
    with pytest.raises(Refused, match="er allerede tværsrådgiver for Skovskolen"):
        given(nordby, first=days_before(200), last=days_before(50))
    given(nordby, "teamleder")  # two can share a place


def test_an_end_before_the_beginning_is_refused_but_one_that_never_began_can_be_ended(nordby: Nordby) -> None:
    row = given(nordby, first=TODAY + timedelta(days=5))
    with pytest.raises(Refused, match="Slutdagen ligger før den første dag"):
        detach(row, TODAY, doing=doing(nordby))
    detach(row, TODAY + timedelta(days=4), doing=doing(nordby))
    for days in (0, 5):
        assert table(on=TODAY + timedelta(days=days)).of(nordby.people["raadgiver"]) == []
    given(nordby, first=TODAY + timedelta(days=2))  # what never was stands in nobody's way


def test_an_agreement_lasts_no_longer_than_its_place_and_not_into_the_next(nordby: Nordby) -> None:
    row = given(nordby, first=days_before(9), last=TODAY + timedelta(days=5))
    given(nordby, first=TODAY + timedelta(days=6))
    with pytest.raises(Refused, match="har en ny aftale fra"):
        detach(row, TODAY + timedelta(days=30), doing=doing(nordby))
    close_place(skovskolen(), doing=doing(nordby))
    with pytest.raises(Refused, match="Skovskolen blev lukket"):
        detach(row, TODAY + timedelta(days=3), doing=doing(nordby))
    row.refresh_from_db()
    assert row.last == TODAY


def test_a_place_that_closes_ends_what_was_agreed_and_keeps_it(nordby: Nordby) -> None:
    runs, comes = given(nordby, first=days_before(9)), given(nordby, "teamleder", first=TODAY + timedelta(days=9))
    close_place(skovskolen(), doing=doing(nordby))
    for row in (runs, comes):
        row.refresh_from_db()
    assert (runs.last, comes.last) == (TODAY, TODAY + timedelta(days=8))
    assert table(on=TODAY).rows == []
    with pytest.raises(Refused, match="blev lukket"):
        close_place(skovskolen(), doing=doing(nordby))
    with pytest.raises(Refused, match="Skovskolen er lukket"):
        given(nordby, first=TODAY + timedelta(days=40))
    assert "Tirsdag kl. 9" in page(nordby, "teamleder", SCHOOL)

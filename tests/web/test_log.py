"""Is the log read by those it is for, is the monthly sample the same whoever draws it, and can a family have theirs?"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from pejl.web.access.actions import Doing, Refused
from pejl.web.access.models import Case, LogEntry, LogReview, Naming
from pejl.web.access.sampling import draw_sample, frame
from tests.web.nordby import NAMED, NOW, PROTECTED, TODAY, Nordby

MAY = date(2026, 5, 1)


def look(
    who: str = "raadgiver", *, day: int = 5, case: str = "egen", why: str = "Rådgiver i sagen", act: str = "laest"
) -> LogEntry:
    """Somebody looked something up in May."""
    at = NOW.replace(month=5, day=day)
    return LogEntry.objects.create(at=at, username=who, name=f"Navn på {who}", act=act, case_key=case, why=why)


def text(client: Client, address: str) -> str:
    """A page."""
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def drawn(nordby: Nordby, *, unit: str = "Team Nord", size: int = 20) -> Iterator[LogEntry]:
    """What the sample of May holds."""
    LogReview.objects.all().delete()
    doing = Doing(by=nordby.people["teamleder"], at=NOW)
    draw_sample(MAY, nordby.units[unit], size=size, doing=doing)
    yield from (review.entry for review in LogReview.objects.order_by("pk").select_related("entry"))


# --- the unit's log -------------------------------------------------------------------------------------------


def test_a_leader_reads_what_was_looked_up_in_the_units_cases(nordby: Nordby) -> None:
    told = text(nordby.client("teamleder"), "/log/?maaned=2026-05")
    assert "NB-egen" in told
    assert "NB-syd" not in told
    assert "Loggen bruges kun til sikkerhed" in told


@pytest.mark.parametrize("page", ["/log/?maaned=2026-05", "/log/stikproeve/?maaned=2026-05"])
def test_a_look_up_in_a_protected_case_leaves_no_sign(nordby: Nordby, page: str) -> None:
    client = nordby.client("afdelingsleder")
    doing = Doing(by=nordby.people["afdelingsleder"], at=NOW)
    draw_sample(MAY, nordby.units["Myndighed"], doing=doing)
    there = text(client, page)
    LogEntry.objects.filter(case_key=PROTECTED).delete()
    csrf = re.compile(r'(csrfmiddlewaretoken" value="|nonce=")[^"]*')
    assert csrf.sub("", there) == csrf.sub("", text(client, page))
    assert f"Navn på {NAMED}" not in there


def test_a_leader_who_is_named_reads_its_log(nordby: Nordby) -> None:
    Naming.objects.create(
        case=nordby.cases[PROTECTED], user=nordby.people["afdelingsleder"], named_as="beskyttet", first=TODAY
    )
    assert f"Navn på {NAMED}" in text(nordby.client("afdelingsleder"), "/log/?maaned=2026-05")


def test_how_many_rows_a_colleague_saw_is_not_told(nordby: Nordby) -> None:
    nordby.client("raadgiver").get("/sager/")
    LogEntry.objects.filter(act="liste").update(detail={"side": "sager", "antal": 98765})
    told = text(nordby.client("teamleder"), "/log/")
    assert "Så en liste" in told
    assert "98765" not in told
    assert "98.765" not in told


def test_reading_the_log_stands_in_the_log(nordby: Nordby) -> None:
    text(nordby.client("teamleder"), "/log/")
    assert LogEntry.objects.filter(act="log", username="teamleder", detail__side="log").exists()


@pytest.mark.parametrize("role", ["raadgiver", "modtagelse", "centerchef", "datakonsulent", "systemansvarlig"])
def test_others_do_not_read_it(nordby: Nordby, role: str) -> None:
    for page in ("/log/", "/log/stikproeve/", "/log/gennemse/", "/sag/egen/log/"):
        assert nordby.client(role).get(page).status_code == 404


def test_the_log_asks_the_same_number_of_questions_however_long(nordby: Nordby) -> None:
    client = nordby.client("teamleder")
    text(client, "/log/?maaned=2026-05")
    with CaptureQueriesContext(connection) as few:
        text(client, "/log/?maaned=2026-05")
    for number in range(40):
        look(day=1 + number % 28)
    with CaptureQueriesContext(connection) as many:
        text(client, "/log/?maaned=2026-05")
    assert len(few) == len(many)


# --- the sample -----------------------------------------------------------------------------------------------


def test_the_sample_is_the_same_however_often_it_is_drawn(nordby: Nordby) -> None:
    for day in range(1, 29):
        look(day=day)
    first = [each.pk for each in drawn(nordby, size=5)]
    assert first == [each.pk for each in drawn(nordby, size=5)]
    assert len(first) == 5
    assert first != sorted(first)
    assert first == [each.pk for each in drawn(nordby, size=8)][:5]


def test_the_sample_of_another_month_is_another(nordby: Nordby) -> None:
    LogEntry.objects.all().delete()
    days = [look(day=day).at for day in range(1, 29)]
    may = [each.at.day for each in drawn(nordby, size=8)]
    for at in days:
        LogEntry.objects.filter(at=at).update(at=at - timedelta(days=30))
    LogReview.objects.all().delete()
    draw_sample(date(2026, 4, 1), nordby.units["Team Nord"], size=8, doing=Doing(by=nordby.people["teamleder"], at=NOW))
    april = [(review.entry.at + timedelta(days=30)).day for review in LogReview.objects.order_by("pk")]
    assert may != april


def test_look_ups_by_people_without_the_case_come_first(nordby: Nordby) -> None:
    for day in range(1, 20):
        look(day=day)
    strange = [
        look("modtagelse", why="Åbnet med begrundelse: Vagten fik en opringning."),
        look("vikar", why="Vikar for rådgiveren"),
        look("medraadgiver", why="Vikar"),
        look("syd", why="Medrådgiver"),
        look("teamleder_syd", why="Politiet ringede.", act="noedadgang"),
    ]
    assert {each.pk for each in list(drawn(nordby, size=6))[:5]} == {each.pk for each in strange}
    found = frame(nordby.units["Team Nord"], month=MAY)
    assert {each.pk for each in found.unassigned} == {each.pk for each in strange}


def test_a_case_of_no_team_yet_is_in_the_departments_sample(nordby: Nordby) -> None:
    LogEntry.objects.all().delete()
    look("modtagelse", case="uden", why="Pligt i sagen")
    assert list(drawn(nordby)) == []
    assert [each.case_key for each in drawn(nordby, unit="Myndighed")] == ["uden"]
    assert frame(nordby.units["Myndighed"], month=MAY).unassigned == ()


def test_the_same_look_up_twice_on_a_day_is_one(nordby: Nordby) -> None:
    for _ in range(3):
        look(day=7)
    look(day=7, act="cpr")
    assert [(each.at.day, each.act) for each in drawn(nordby) if each.at.day == 7] in (
        [(7, "laest"), (7, "cpr")],
        [(7, "cpr"), (7, "laest")],
    )


def test_a_month_that_is_not_over_is_not_drawn(nordby: Nordby) -> None:
    with pytest.raises(Refused, match="Måneden er ikke slut"):
        draw_sample(TODAY.replace(day=1), nordby.units["Team Nord"], doing=Doing(by=nordby.people["teamleder"], at=NOW))


def confirm(client: Client, result: str = "i_orden", note: str = "") -> str:
    """Answer to the first look-up that waits; the page that follows."""
    told = text(client, "/log/stikproeve/?maaned=2026-05")
    mark = re.search(r'name="opslag" value="(\w+)"', told)
    assert mark
    form = {"opslag": mark[1], "resultat": result, "bemaerkning": note}
    return client.post("/log/gennemse/", form, follow=True).content.decode()


def test_a_leader_draws_and_confirms_with_result_and_note(nordby: Nordby) -> None:
    client = nordby.client("teamleder")
    client.post("/log/stikproeve/", {"maaned": "2026-05"})
    assert "Skriv kort, hvad der følges op på" in confirm(client, "foelges_op")
    assert "Opslaget er gennemset" in confirm(client, "foelges_op", note="Taler med medarbejderen.")
    review = LogReview.objects.get()
    assert (review.verdict, review.note, review.reviewed_by) == (
        "foelges_op",
        "Taler med medarbejderen.",
        "Navn på teamleder",
    )
    told = text(client, "/log/stikproeve/?maaned=2026-05")
    assert re.search(r"Gennemset</dt><dd>1<", told)
    assert re.search(r"Heraf følges op</dt><dd>1<", told)


def test_nobody_confirms_their_own(nordby: Nordby) -> None:
    LogEntry.objects.all().delete()
    look("teamleder", why="Leder af enheden")
    client = nordby.client("teamleder")
    client.post("/log/stikproeve/", {"maaned": "2026-05"})
    told = text(client, "/log/stikproeve/?maaned=2026-05")
    assert "Det er dit eget opslag" in told
    assert 'name="opslag"' not in told
    assert "Opslaget er gennemset" in confirm_as_head(nordby)


def confirm_as_head(nordby: Nordby) -> str:
    """The head of the department answers for the team's leader."""
    client, unit = nordby.client("afdelingsleder"), nordby.units["Team Nord"].pk
    told = text(client, f"/log/stikproeve/?maaned=2026-05&enhed={unit}")
    mark = re.search(r'name="opslag" value="(\w+)"', told)
    assert mark
    return client.post("/log/gennemse/", {"opslag": mark[1], "resultat": "i_orden"}, follow=True).content.decode()


def test_another_units_sample_is_another_leaders(nordby: Nordby) -> None:
    client, other = nordby.client("teamleder"), nordby.client("teamleder_syd")
    client.post("/log/stikproeve/", {"maaned": "2026-05"})
    mark = re.search(r'name="opslag" value="(\w+)"', text(client, "/log/stikproeve/?maaned=2026-05"))
    assert mark
    assert other.post("/log/gennemse/", {"opslag": mark[1], "resultat": "i_orden"}).status_code == 404


# --- the log of one child -------------------------------------------------------------------------------------


def test_a_family_can_have_the_log_of_their_child(nordby: Nordby) -> None:
    look("syd", why="=1+1")
    client = nordby.client("teamleder")
    told = text(client, "/sag/egen/log/")
    assert "Navn på syd" in told
    assert "Loggen bruges kun til sikkerhed" in told
    answer = client.post("/sag/egen/log/fil/", {"navne": "on"}).content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(answer), delimiter=";"))
    assert rows[0] == ["Tidspunkt", "Hvem", "Handling", "Adgang som"]
    assert ["5. maj 2026 kl. 11.30", "Navn på syd", "Åbnede sagen", "'=1+1"] in rows
    assert LogEntry.objects.get(act="eksport").case_key == "egen"


def test_the_names_of_those_who_looked_can_be_left_out(nordby: Nordby) -> None:
    answer = nordby.client("teamleder").post("/sag/egen/log/fil/").content.decode("utf-8-sig")
    assert "Navn på" not in answer
    assert "Rådgiver i sagen" in answer


def test_the_log_of_a_case_is_for_the_leader_of_its_unit(nordby: Nordby) -> None:
    assert nordby.client("teamleder_syd").get("/sag/egen/log/").status_code == 404
    assert nordby.client("afdelingsleder").get("/sag/beskyttet/log/").status_code == 404
    Case.objects.filter(key="egen").update(protected=True)
    assert nordby.client("teamleder").get("/sag/egen/log/").status_code == 404

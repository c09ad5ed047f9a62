"""Are lists by adviser closed until they may open, the same for the adviser, and without a ranking?"""

import re
from datetime import timedelta
from html import unescape

import pytest

from pejl.web.access.models import ChangeEntry, Cover, LogEntry, Post, StaffDecision
from tests.web.nordby import NOW, TODAY, Nordby
from tests.web.overview_pages import (
    BY_ADVISER,
    DECISION,
    open_lists,
    page,
    rows_of,
    tell,
    words,
)


def test_lists_by_adviser_are_closed_until_both_days_are_recorded(nordby: Nordby) -> None:
    leader = nordby.client("teamleder")
    closed = words(page(leader, BY_ADVISER))
    assert "Listerne er lukket" in closed
    assert "En afdelingsleder registrerer begge datoer" in closed
    assert "Navn på raadgiver" not in closed
    page(leader, DECISION, status=404)
    later = TODAY + timedelta(days=1)
    StaffDecision.objects.create(informed_on=TODAY, med_on=later, decided_by="x", decided_at=NOW)
    assert "Listerne er lukket" in words(page(leader, BY_ADVISER))


def test_a_department_leader_opens_them_once(nordby: Nordby) -> None:
    leader = nordby.client("afdelingsleder")
    token = re.search(r'name="token" value="([^"]+)"', page(leader, DECISION))
    assert token
    sent = {"token": token[1], "informed_on": "2026-05-01", "med_on": "2026-05-12"}
    assert leader.post(DECISION, sent).status_code == 302
    assert leader.post(DECISION, sent).status_code == 302
    assert StaffDecision.objects.count() == 1
    assert ChangeEntry.objects.filter(action="lister_efter_raadgiver").count() == 1
    told = words(page(nordby.client("teamleder"), BY_ADVISER))
    assert told.index("Hvem har brug for hjælp?") < told.index("Frister")
    assert "informeret fredag den 1. maj 2026" in told
    entry = LogEntry.objects.latest("pk")
    assert (entry.act, entry.detail["side"]) == (LogEntry.Act.LIST, "overblik-raadgivere")


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ({"informed_on": "2026-05-01"}, "Skriv dagen for mødet i MED-udvalget."),
        ({"informed_on": "2026-05-01", "med_on": "2026-06-11"}, "Dagen er ikke kommet endnu."),
        ({"informed_on": "1950-05-01", "med_on": "2026-06-01"}, "Ret årstallet."),
    ],
)
def test_days_that_cannot_be_are_refused(nordby: Nordby, days: dict[str, str], said: str) -> None:
    response = nordby.client("afdelingsleder").post(DECISION, {"token": "t", **days})
    assert response.status_code == 422
    assert said in unescape(response.content.decode())
    assert not StaffDecision.objects.exists()


def test_the_adviser_sees_the_leaders_row_and_sees_it_first(nordby: Nordby) -> None:
    stand_in = nordby.people["raadgiver"]
    Cover.objects.create(initials="VIKA", user=stand_in, first=TODAY, last=TODAY, given_by="Leder")
    tell(nordby, "lukket", "sag_genaabnet", days_ago=0)
    tell(nordby, "lukket", "raadgiver_tildelt", days_ago=3, done_by="VIKA")
    Post.objects.filter(user=stand_in, role="raadgiver").update(share="0.80")
    own = page(nordby.client("raadgiver"), "/min-belastning/")
    assert "kan ikke se den endnu" in own
    open_lists()
    mine = rows_of(page(nordby.client("raadgiver"), "/min-belastning/"), "Navn på raadgiver")
    leaders = rows_of(page(nordby.client("teamleder"), BY_ADVISER), "Navn på raadgiver")
    assert mine == leaders == rows_of(own, "Navn på raadgiver")
    load, deadlines = leaders
    # One child of their own and one they look after, in four fifths of full time.
    assert load[1:5] == ["1", "1", "0,80", "2,5"]
    assert load[6] == "Navn på vikar (1 barn)"
    assert int(deadlines[3]) > 0


def test_taken_over_and_inherited_stand_apart(nordby: Nordby) -> None:
    open_lists()
    tell(nordby, "egen", "raadgiver_tildelt", days_ago=3, done_by="VIKA")
    load, deadlines = rows_of(page(nordby.client("teamleder"), BY_ADVISER), "Navn på vikar")
    assert load[5] == "1"
    # Seven of the ten that are overdue in the case fall on an adviser, and all of them passed due with another.
    assert deadlines[3:5] == ["7", "7"]


def test_cases_without_adviser_stand_first(nordby: Nordby) -> None:
    open_lists()
    tell(nordby, "egen", "raadgiver_fratraadt", days_ago=3, fields={"aarsag": "orlov"})
    told = words(page(nordby.client("teamleder"), BY_ADVISER))
    assert "1 åben sag har ingen rådgiver." in told
    assert "orlov" not in told


def test_nobody_is_ranked_or_graded(nordby: Nordby) -> None:
    open_lists()
    html = page(nordby.client("afdelingsleder"), BY_ADVISER)
    names = re.findall(r'<th scope="row">(Navn på \w+)</th>', html)
    half = len(names) // 2
    assert names[:half] == sorted(names[:half]) == names[half:]
    table = html[html.index("<table") : html.rindex("</table>")]
    assert "%" not in table
    assert "pejl-fill" not in table
    assert "data-status" not in table


def test_those_who_are_no_adviser_are_told_so(nordby: Nordby) -> None:
    assert "Du står ikke som rådgiver" in page(nordby.client("administrativ"), "/min-belastning/")
    page(nordby.client("centerchef"), "/min-belastning/", status=404)

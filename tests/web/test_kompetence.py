"""Is it known who may grant what, by which decision, and is it asked about without locking anybody out?"""

from datetime import timedelta
from html import unescape

import pytest
from django.test import Client

from pejl.events import BEVILLING
from pejl.web.access.models import ChangeEntry, Post
from pejl.web.access.roles import ROLES, Right
from pejl.web.cases.competence import LEVELS, Stand, level_of, levels_on, verdict_on
from pejl.web.cases.models import Competence, EventRow
from tests.web.nordby import FIRST, NOW, TODAY, Nordby, days_before
from tests.web.test_paragraf_30 import ANSWERS, FIVE
from tests.web.test_registering import messages_of, opened, url

PAGE = "/kompetence/"


def decided(measure: str, decides: str, *, days_ago: int = 100, visitation_first: bool = False) -> Competence:
    return Competence.objects.create(
        measure=measure,
        decides=decides,
        visitation_first=visitation_first,
        first=days_before(days_ago),
        decided_by="Navn på afdelingsleder",
        decided_at=NOW,
        reason="Ledermødet",
    )


def decision(client: Client, **answers: str) -> dict[str, str]:
    said = {"measure": "§30", "decides": "teamleder", "first": TODAY.isoformat(), "reason": "Ledermødet 3. juni"}
    return {**opened(client, PAGE), **said, **answers}


def grant(client: Client, **answers: str) -> dict[str, str]:
    address = url("bevilling")
    sent = {**opened(client, address), "dag": TODAY.isoformat(), "forloeb": "nyt", "f_paragraf": "§ 30", **ANSWERS}
    return {**sent, **answers}


# --- deciding -------------------------------------------------------------------------------------------------


def test_a_department_leader_decides_and_everybody_can_read_it(nordby: Nordby) -> None:
    leader, sent = nordby.client("afdelingsleder"), decision(nordby.client("afdelingsleder"))
    assert leader.post(PAGE, sent).status_code == 302
    assert leader.post(PAGE, sent).status_code == 302  # a double click decides once
    row = Competence.objects.get()
    assert (row.measure, row.decides, row.decided_by) == ("§ 30", "teamleder", "Navn på afdelingsleder")
    assert ChangeEntry.objects.get(action="egen_kompetence").what["measure"] == "§ 30"
    html = nordby.client("raadgiver").get(PAGE).content.decode()
    assert "Ledermødet 3. juni" in html
    assert "Ny beslutning" not in html


def test_nobody_else_decides(nordby: Nordby) -> None:
    sent = decision(nordby.client("afdelingsleder"))
    for role in (each.key for each in ROLES if Right.TEXTS not in each.rights):
        assert nordby.client(role).post(PAGE, sent).status_code == 404, role
    assert not Competence.objects.exists()


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ({"measure": "se bilag"}, "Paragraffen kan ikke læses."),
        ({"decides": "kongen"}, "Må bevilges af"),
        ({"first": (TODAY - timedelta(days=1)).isoformat()}, "tidligst gælde fra i dag"),
        ({"first": "2226-06-10"}, "Dagen ligger for langt væk."),
        ({"reason": " "}, "Skriv kort hvorfor"),
    ],
)
def test_what_cannot_be_decided_is_refused(nordby: Nordby, answers: dict[str, str], told: str) -> None:
    client = nordby.client("afdelingsleder")
    response = client.post(PAGE, decision(client, **answers))
    assert response.status_code == 422
    assert told in unescape(response.content.decode())
    assert not Competence.objects.exists()


def test_the_history_is_kept_and_one_day_has_one_answer(nordby: Nordby) -> None:
    client = nordby.client("afdelingsleder")
    decided("§ 30", "afdelingsleder")
    assert client.post(PAGE, decision(client)).status_code == 302
    refused = client.post(PAGE, decision(client, decides="raadgiver"))
    assert refused.status_code == 422
    assert "Der er allerede en beslutning om § 30" in unescape(refused.content.decode())
    assert [row.decides for row in Competence.objects.order_by("first")] == ["afdelingsleder", "teamleder"]
    assert levels_on(TODAY)["§ 30"].decides == "teamleder"
    assert levels_on(days_before(1))["§ 30"].decides == "afdelingsleder"


# --- who may --------------------------------------------------------------------------------------------------


def test_the_closest_decision_applies(db: None) -> None:
    for measure, decides in (("§ 32", "teamleder"), ("§ 32, stk. 1, nr. 5", "afdelingsleder")):
        decided(measure, decides)
    levels = levels_on(TODAY)
    for paragraph, decides in (("§ 32, stk. 1, nr. 5", "afdelingsleder"), ("§ 32, stk. 1, nr. 3", "teamleder")):
        found = level_of(paragraph, levels)
        assert found is not None
        assert found.decides == decides
    assert level_of("§ 320", levels) is None


@pytest.mark.parametrize("decides", LEVELS)
def test_who_stands_higher_may_too(nordby: Nordby, decides: str) -> None:
    decided("§ 30", decides)
    ladder = ["raadgiver", "teamleder", "afdelingsleder", "centerchef", "visitationsudvalg", "boerneudvalg"]
    for role in ladder[:-1]:
        verdict = verdict_on(BEVILLING, "§ 30", by=nordby.people[role], day=TODAY)
        assert verdict is not None
        wanted = Stand.WITHIN if ladder.index(role) >= ladder.index(decides) else Stand.BEYOND
        assert verdict.stand is wanted, role


def test_the_posts_of_that_day_count(nordby: Nordby) -> None:
    decided("§ 30", "teamleder")
    user = nordby.people["raadgiver"]
    Post.objects.create(user=user, unit=nordby.units["Team Nord"], role="teamleder", first=FIRST, last=days_before(10))
    for day, stand in ((days_before(10), Stand.WITHIN), (days_before(9), Stand.BEYOND)):
        verdict = verdict_on(BEVILLING, "§ 30", by=user, day=day)
        assert verdict is not None
        assert verdict.stand is stand


# --- at the grant ---------------------------------------------------------------------------------------------


def test_whoever_may_not_is_asked_who_did_and_never_locked_out(nordby: Nordby) -> None:
    decided("§ 30", "teamleder")
    client, before = nordby.client("raadgiver"), EventRow.objects.count()
    response = client.post(url("bevilling"), grant(client))
    assert response.status_code == 422
    html = unescape(response.content.decode())
    assert "Det må bevilges af: Teamleder" in html
    assert "Skriv, hvem der havde kompetencen" in html
    assert EventRow.objects.count() == before
    response = client.post(url("bevilling"), grant(client, f_kompetence="Teamleder"), follow=True)
    assert "Det må bevilges af: Teamleder." in messages_of(response)
    assert EventRow.objects.latest("pk").fields == {"paragraf": "§ 30", "kompetence": "Teamleder", **FIVE}


def test_the_one_who_did_it_is_asked_about_and_not_the_one_who_writes_it_down(nordby: Nordby) -> None:
    decided("§ 30", "teamleder")
    client = nordby.client("raadgiver")
    assert client.post(url("bevilling"), grant(client, udfoert_af="TEAM")).status_code == 302


def test_what_is_not_decided_is_said_and_asks_for_nothing(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    response = client.post(url("bevilling"), grant(client), follow=True)
    assert "Det er ikke besluttet i Pejl, hvem der må bevilge efter § 30." in messages_of(response)


@pytest.mark.parametrize("visited", [False, True])
def test_visitation_that_should_have_come_first_is_missed_aloud(nordby: Nordby, visited: bool) -> None:
    decided("§ 30", "raadgiver", visitation_first=True)
    client = nordby.client("raadgiver")
    sent = grant(client)
    if visited:
        address = url("visitation")
        answer = {**opened(client, address), "dag": TODAY.isoformat(), "forloeb": "I1", "f_indstilling": "anbefalet"}
        assert client.post(address, answer).status_code == 302
        sent = grant(client, forloeb="I1")
    response = client.post(url("bevilling"), sent, follow=True)
    assert ("skal i visitationsudvalg først" in messages_of(response)) is not visited

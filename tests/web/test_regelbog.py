"""Can everybody read the law in the browser as it is printed, and who may change the municipality's own number?"""

from datetime import timedelta

import pytest

from pejl.rulebook import RULEBOOK
from pejl.web.access.models import ChangeEntry
from pejl.web.access.roles import ROLE_BY_KEY
from pejl.web.cases import bridge
from pejl.web.cases.models import LocalNumber
from tests.web.nordby import NOW, TODAY, Nordby

NUMBER = "/regelbog/kommunens-tal/"
GOAL, TIME, NEW_DAY = "lokal.partshoering_indkaldes", "lokal.sagsbehandlingstid", "forvaltning.ny_dag_meddeles"


@pytest.mark.parametrize("role", sorted(ROLE_BY_KEY))
def test_everybody_signed_in_reads_the_contents(nordby: Nordby, role: str) -> None:
    page = nordby.client(role).get("/regelbog/").content.decode()
    assert [rule.title for rule in RULEBOOK.rules if rule.title not in page] == []


@pytest.mark.one_database
@pytest.mark.parametrize("key", sorted(RULEBOOK.by_key))
def test_a_rule_has_a_page_with_words_source_and_examples(nordby: Nordby, key: str) -> None:
    page = nordby.client("raadgiver").get(f"/regelbog/regel/{key}/").content.decode()
    for rule in RULEBOOK.by_key[key]:
        assert rule.says.replace("'", "&#x27;") in page
        assert rule.cites.row in page
    assert "Eksempler" in page


def test_what_is_not_confirmed_stands_on_one_page(nordby: Nordby) -> None:
    page = nordby.client("raadgiver").get("/regelbog/ikke-bekraeftet/").content.decode()
    assert page.count("ikke bekræftet") >= sum(not rule.cites.sure.confirmed for rule in RULEBOOK.rules)


def test_a_rule_that_is_not_there_gives_404(nordby: Nordby) -> None:
    assert nordby.client("raadgiver").get("/regelbog/regel/findes.ikke/").status_code == 404


def decide(nordby: Nordby, role: str, **data: str) -> int:
    sent = {"rule": GOAL, "number": "10", "first": f"{TODAY + timedelta(days=20)}", "reason": "Besluttet på ledermøde"}
    return nordby.client(role).post(NUMBER, sent | data).status_code


def test_a_department_leader_decides_a_number_from_a_day_on(nordby: Nordby) -> None:
    first = TODAY + timedelta(days=20)
    assert decide(nordby, "afdelingsleder") == 302
    old, new = bridge.rulebook().by_key[GOAL]
    assert (old.in_force.last, new.in_force.first) == (first - timedelta(days=1), first)
    assert "10 dage" in new.title
    assert ChangeEntry.objects.get().what == {
        "rule": GOAL,
        "number": 10,
        "first": str(first),
    }
    assert "Besluttet på ledermøde" in nordby.client("raadgiver").get(NUMBER).content.decode()


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"first": f"{TODAY - timedelta(days=1)}"}, "tidligst gælde fra i dag"),
        ({"first": "9999-12-31"}, "om to år"),
        ({"number": "0"}, "1"),
        ({"reason": " "}, "skal udfyldes"),
        ({"rule": ""}, "Vælg, hvilket tal"),
        ({"rule": "underretning.vurderes"}, "er ikke"),
    ],
)
def test_a_wrong_number_is_refused_and_nothing_is_kept(nordby: Nordby, wrong: dict[str, str], told: str) -> None:
    sent = {"rule": GOAL, "number": "10", "first": f"{TODAY}", "reason": "Fordi"} | wrong
    answer = nordby.client("afdelingsleder").post(NUMBER, sent)
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert not LocalNumber.objects.exists()


def test_two_numbers_from_one_day_are_refused(nordby: Nordby) -> None:
    assert decide(nordby, "afdelingsleder") == 302
    assert decide(nordby, "afdelingsleder", number="12") == 422
    assert LocalNumber.objects.get().number == 10


@pytest.mark.parametrize("role", sorted(ROLE_BY_KEY.keys() - {"afdelingsleder"}))
def test_nobody_else_decides(nordby: Nordby, role: str) -> None:
    assert decide(nordby, role) == 404
    assert not LocalNumber.objects.exists()


def test_the_time_for_applications_is_no_rule_until_a_number_has_been_decided(nordby: Nordby) -> None:
    page = nordby.client("raadgiver").get("/regelbog/").content.decode()
    assert "Ansøgningen afgjort" not in page
    assert "Der er ikke skrevet noget tal" in nordby.client("raadgiver").get(NUMBER).content.decode()
    assert decide(nordby, "afdelingsleder", rule=TIME, number="56", first=str(TODAY)) == 302
    page = nordby.client("raadgiver").get("/regelbog/").content.decode()
    for key, title in (
        (TIME, "Ansøgningen afgjort (kommunens frist, 56 dage)"),
        (NEW_DAY, "besked om en ny dag (56 dage)"),
    ):
        assert title in page
        assert nordby.client("raadgiver").get(f"/regelbog/regel/{key}/").status_code == 200
    assert [rule.title for rule in bridge.rulebook().by_key[GOAL]] == ["Indkaldt til partshøring (lokalt mål, 14 dage)"]


def test_both_numbers_may_be_decided_from_one_day(nordby: Nordby) -> None:
    assert decide(nordby, "afdelingsleder") == decide(nordby, "afdelingsleder", rule=TIME) == 302
    assert LocalNumber.objects.count() == 2


def test_earlier_cases_keep_the_number_they_began_with(nordby: Nordby) -> None:
    assert decide(nordby, "afdelingsleder", first=str(TODAY)) == 302
    dues = {
        row.start.day: row.deadline.due_at
        for row in bridge.judgements(nordby.cases["egen"], as_of=NOW)
        if "lokal" in row.rule.key
    }
    assert [(due - NOW).days for day, due in dues.items() if due and (NOW.date() - day).days == 1] == [13]

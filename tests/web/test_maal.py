"""Do the units' goals get from draft to approved, are gaps and late ones told, and is every round kept?"""

from __future__ import annotations

import html
import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pejl.web.access.actions import Doing, Refused
from pejl.web.access.models import Unit
from pejl.web.access.person import person_of
from pejl.web.plan.actions import new, put
from pejl.web.plan.approving import approve, leads, newest_change, send_back, send_in
from pejl.web.plan.goals_page import overview
from pejl.web.plan.models import (
    FocusArea,
    LocalGoal,
    OutsideGoal,
    PlanChange,
    PlanUnit,
    Round,
    RoundAnswer,
    Strategy,
    StrategyVersion,
)
from pejl.web.plan.rounds import Stand, read, stands
from tests.web.nordby import NOW, TODAY, Nordby

# What it asks and writes goes through the same actions as every sheet, which are tried on both.
pytestmark = pytest.mark.one_database

FULL: dict[str, Any] = {
    "we_do": "Vi spørger barnet.",
    "efforts": "Børnesamtalen",
    "following": "På ledermødet",
    "signs": "Flere bliver spurgt.",
    "signs_by": TODAY + timedelta(days=90),
}
WHY = "Skriv, hvordan I vil kunne se det."


def doing(nordby: Nordby, who: str = "teamleder", at: datetime = NOW) -> Doing:
    return Doing(by=nordby.people[who], at=at)


def strategy() -> Strategy:
    return Strategy.objects.get(key="plan-strategi")


def unit() -> PlanUnit:
    return PlanUnit.objects.get(key="plan-enhed")


def goal() -> LocalGoal:
    return LocalGoal.objects.get(key="plan-maal")


def written(nordby: Nordby) -> LocalGoal:
    """The goal with every part of the template."""
    return put(goal(), doing=doing(nordby), **FULL)


def step(nordby: Nordby, who: str, **sent: str) -> Any:
    return nordby.client(who).post(reverse("maal-skridt", args=("plan-enhed",)), {"maal": "plan-maal", **sent})


def page(nordby: Nordby, who: str = "raadgiver") -> str:
    return nordby.client(who).get(reverse("maal-enhed", args=("plan-enhed",))).content.decode()


# --- sent in, approved, given back --------------------------------------------------------------------------------


def test_what_lacks_a_part_of_the_template_is_not_sent_in_and_the_part_is_named(nordby: Nordby) -> None:
    answer = step(nordby, "teamleder", goer="send")
    assert answer.status_code == 422
    told = answer.content.decode()
    for part in ("Det gør vi", "Indsatser, der bidrager", "Sådan følger vi op", "Ventes set senest"):
        assert f"»{part}«" in told
    put(goal(), doing=doing(nordby), **{**FULL, "signs": "", "indicators": ["planer.til_tiden"]})
    assert step(nordby, "teamleder", goer="send").status_code == 302  # a figure is a sign too


def test_a_goal_is_sent_in_and_approved_and_a_second_click_says_so(nordby: Nordby) -> None:
    written(nordby)
    answers = [step(nordby, "teamleder", goer="send") for _ in range(2)]
    assert [each.status_code for each in answers] == [302, 422]
    assert "er allerede sendt ind" in answers[1].content.decode()
    assert (goal().state, goal().sent_on, goal().sent_by) == ("sendt", TODAY, nordby.people["teamleder"].name)
    read_it = newest_change(goal())
    answers = [step(nordby, "centerchef", goer="godkend", laest=read_it) for _ in range(2)]
    assert [each.status_code for each in answers] == [302, 422]
    assert "Målet er allerede godkendt" in answers[1].content.decode()
    assert (goal().state, goal().approved_by) == ("godkendt", nordby.people["centerchef"].name)
    assert PlanChange.objects.filter(row="plan-maal", field="state", after="Godkendt").count() == 1


def test_a_goal_is_given_back_only_with_a_reason_the_unit_reads(nordby: Nordby) -> None:
    send_in([written(nordby)], doing=doing(nordby))
    read_it = newest_change(goal())
    assert step(nordby, "centerchef", goer="tilbage", laest=read_it, hvorfor="Nej").status_code == 422
    assert step(nordby, "centerchef", goer="tilbage", laest=read_it, hvorfor=WHY).status_code == 302
    assert goal().state == "tilbage"
    assert WHY in page(nordby, "teamleder")
    assert step(nordby, "teamleder", goer="send").status_code == 302
    assert (goal().state, goal().sent_back_why) == ("sendt", "")


def test_what_was_corrected_meanwhile_is_not_approved_unread(nordby: Nordby) -> None:
    send_in([written(nordby)], doing=doing(nordby))
    read_it = newest_change(goal())
    put(goal(), doing=doing(nordby), signs="Noget helt andet")
    with pytest.raises(Refused, match="rettet, siden du åbnede siden"):
        approve(goal(), read=read_it, doing=doing(nordby, "centerchef"))
    with pytest.raises(Refused, match="rettet, siden du åbnede siden"):
        send_back(goal(), why=WHY, read=read_it, doing=doing(nordby, "centerchef"))


def test_an_approved_goal_that_is_corrected_waits_for_approval_again_with_a_reason(nordby: Nordby) -> None:
    send_in([written(nordby)], doing=doing(nordby, at=NOW - timedelta(days=5)))
    approve(goal(), read=newest_change(goal()), doing=doing(nordby, "centerchef"))
    client, address = nordby.client("teamleder"), reverse("ark-ret", args=("maal", "plan-maal"))
    form = client.get(address).context["form"]
    sent = {each.html_name: each.value() for each in form if each.value() is not None}
    sent |= {"signs_by": "2026-09-08", "signs": "Alle bliver spurgt."}
    refused = client.post(address, sent)
    assert refused.status_code == 422
    assert "Skriv, hvorfor" in refused.content.decode()
    assert client.post(address, sent | {"reason": "Vi så, at det første tegn var for svagt."}).status_code == 302
    now = goal()
    assert (now.state, now.approved_on, now.approved_by, now.sent_on) == ("sendt", None, "", TODAY)
    assert now.first_sent_on == TODAY - timedelta(days=5)


def test_a_draft_is_corrected_without_a_reason(nordby: Nordby) -> None:
    form = nordby.client("teamleder").get(reverse("ark-ret", args=("maal", "plan-maal"))).context["form"]
    assert "reason" not in form.fields
    assert ("planer.til_tiden", "Barnets plan til tiden") in form.fields["indicators"].choices


def test_all_of_a_units_goals_are_sent_in_at_once_or_none(nordby: Nordby) -> None:
    written(nordby)
    other = new(LocalGoal, doing=doing(nordby), unit=unit(), area=goal().area, goal="Det halve mål")
    answer = step(nordby, "teamleder", goer="send_alle")
    assert answer.status_code == 422
    assert "Intet er sendt ind endnu: »Det halve mål« mangler" in answer.content.decode()
    assert goal().state == "kladde"
    put(other, doing=doing(nordby), **FULL)
    assert step(nordby, "teamleder", goer="send_alle").status_code == 302
    assert set(LocalGoal.objects.values_list("state", flat=True)) == {"sendt"}
    assert "Der er ingen mål at sende ind" in step(nordby, "teamleder", goer="send_alle").content.decode()


def test_only_those_who_lead_the_unit_send_in_and_only_who_approves_approves(nordby: Nordby) -> None:
    written(nordby)
    put(unit(), doing=doing(nordby), unit=Unit.objects.get(name="Team Syd"))
    assert [leads(person_of(nordby.people[who], on=TODAY), unit()) for who in ("teamleder", "afdelingsleder")] == [
        False,
        True,
    ]
    refused = step(nordby, "teamleder", goer="send")
    assert "Kun de, der leder Enheden, kan sende" in refused.content.decode()
    assert "Send ind til godkendelse" not in page(nordby, "teamleder")
    assert step(nordby, "afdelingsleder", goer="send").status_code == 302
    assert step(nordby, "afdelingsleder", goer="godkend", laest=newest_change(goal())).status_code == 404
    assert step(nordby, "raadgiver", goer="send").status_code == 404
    assert "Godkend" in page(nordby, "centerchef")


# --- gaps, late ones, and rounds ----------------------------------------------------------------------------------


@pytest.fixture
def three(nordby: Nordby) -> Nordby:
    """Two areas and two units: three goals missing of four."""
    new(FocusArea, doing=doing(nordby), strategy=strategy(), number=2, name="Netværk først")
    new(PlanUnit, doing=doing(nordby), strategy=strategy(), name="PPR", number=2)
    new(PlanUnit, doing=doing(nordby), strategy=strategy(), name="Skolerne", part="sekundaer", number=3)
    return nordby


def test_a_unit_without_a_goal_under_an_area_is_a_gap(three: Nordby) -> None:
    told = overview(read(strategy()))
    assert [(each.name, [area.name for area in areas]) for each, areas in told.gaps] == [
        ("Enheden", ["Netværk først"]),
        ("PPR", ["Området", "Netværk først"]),
    ]
    # Of one who has nothing the areas are not told over again.
    assert told.gap_lines == ["Enheden: Netværk først", "PPR: intet mål endnu"]
    shown = three.client("raadgiver").get(reverse("maal")).content.decode()
    assert "3 af 4 steder har intet mål endnu." in shown
    assert "Skolerne" not in shown  # beside the strategy, and without a goal
    LocalGoal.objects.update(removed_at=NOW)
    assert overview(read(strategy())).gap_number == 4


def test_a_round_says_who_is_missing_and_who_came_late(three: Nordby) -> None:
    RoundAnswer.objects.all().delete()
    Round.objects.all().delete()
    due = TODAY - timedelta(days=10)
    new(Round, doing=doing(three), strategy=strategy(), kind="indsendelse", name="Juni", due=due)
    send_in([written(three)], doing=doing(three, at=NOW - timedelta(days=4)))
    (told,) = stands(read(strategy()), today=TODAY)
    assert [(each.unit.name, each.answered, each.asked, each.late, each.stand) for each in told.units] == [
        ("Enheden", 1, 2, 1, Stand.MISSING),
        ("PPR", 0, 2, 0, Stand.MISSING),
    ]
    (before,) = stands(read(strategy()), today=due)
    assert {each.stand for each in before.units} == {Stand.WAITS}
    shown = page(three)
    assert "Kom første gang 6. juni 2026, efter dagen 31. maj 2026." in shown


def test_a_goal_is_asked_about_from_the_first_round_after_it_was_sent_in(three: Nordby) -> None:
    RoundAnswer.objects.all().delete()
    send_in([written(three)], doing=doing(three, at=NOW - timedelta(days=4)))
    early = new(
        Round, doing=doing(three), strategy=strategy(), kind="opfoelgning", name="Marts", due=TODAY - timedelta(days=90)
    )
    told = {each.round.name: each for each in stands(read(strategy()), today=TODAY)}
    assert {each.stand for each in told["Marts"].units} == {Stand.NOT_ASKED}
    assert [each.stand for each in told["Runden"].units] == [Stand.WAITS, Stand.NOT_ASKED]
    answer = three.client("teamleder").get(reverse("runde-svar", args=(early.key, "plan-enhed")))
    assert "Ingen mål at følge op" in answer.content.decode()


def answered(nordby: Nordby, who: str, **values: str) -> Any:
    address = reverse("runde-svar", args=("plan-runde", "plan-enhed"))
    return nordby.client(who).post(address, {f"{name}-plan-maal": value for name, value in values.items()})


def test_a_unit_answers_for_all_its_goals_and_a_double_click_writes_it_once(nordby: Nordby) -> None:
    RoundAnswer.objects.all().delete()
    send_in([written(nordby)], doing=doing(nordby))
    told = {"langt": "paa_vej", "status": "Vi er i gang.", "mangler": "En dag"}
    assert [answered(nordby, "teamleder", **told).status_code for _ in range(2)] == [302, 302]
    row = RoundAnswer.objects.get()
    assert (row.far, row.by, row.on) == ("paa_vej", nordby.people["teamleder"].name, TODAY)
    changes = PlanChange.objects.filter(row=row.key).count()
    assert (
        answered(nordby, "afdelingsleder", **{**told, "langt": "naaet", "set": newest_change(row)}).status_code == 302
    )
    row.refresh_from_db()
    assert (row.far, row.on) == ("naaet", TODAY)
    assert PlanChange.objects.filter(row=row.key, field="far", before="På vej", after="Nået").exists()
    assert PlanChange.objects.filter(row=row.key).count() > changes
    assert answered(nordby, "raadgiver", **told).status_code == 404


def test_of_two_leaders_who_answer_at_once_the_second_reads_the_first(
    nordby: Nordby,
) -> None:
    RoundAnswer.objects.all().delete()
    send_in([written(nordby)], doing=doing(nordby))
    address = reverse("runde-svar", args=("plan-runde", "plan-enhed"))
    opened = nordby.client("afdelingsleder").get(address).content.decode()
    assert 'name="set-plan-maal" id=' in opened
    first, second = {"langt": "paa_vej", "status": "Vi er i gang."}, {"langt": "naaet", "status": "Vi er færdige."}
    assert answered(nordby, "teamleder", **first).status_code == 302
    told = answered(nordby, "afdelingsleder", **second, set="")
    assert told.status_code == 422
    page = html.unescape(told.content.decode())
    lars = nordby.people["teamleder"].name
    assert f"{lars} har svaret her, mens du skrev: »På vej. Vi er i gang.«" in page
    assert "Vi er færdige." in page  # what was typed is not lost
    assert RoundAnswer.objects.get().words == "Vi er i gang."
    read = re.findall(r'name="set-plan-maal"[^>]* value="(\d+)"|value="(\d+)"[^>]* name="set-plan-maal"', page)
    assert read, "the page that tells of the other's answer counts as having read it"
    assert answered(nordby, "afdelingsleder", **second, set="".join(read[0])).status_code == 302
    assert RoundAnswer.objects.get().words == "Vi er færdige."


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"langt": "paa_vej", "status": ""}, "Skriv en status for »Målet«."),
        ({"langt": "", "status": "Vi er i gang."}, "Vælg, hvor langt I er med »Målet«."),
        ({"langt": "", "status": ""}, "Der er ikke skrevet noget."),
    ],
)
def test_half_an_answer_is_refused(nordby: Nordby, values: dict[str, str], told: str) -> None:
    RoundAnswer.objects.all().delete()
    send_in([written(nordby)], doing=doing(nordby))
    answer = answered(nordby, "teamleder", **values)
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert not RoundAnswer.objects.exists()


def test_every_round_stands_beside_the_others(nordby: Nordby) -> None:
    RoundAnswer.objects.all().delete()
    Round.objects.all().delete()
    send_in([written(nordby)], doing=doing(nordby, at=datetime(2026, 1, 5, 9, tzinfo=UTC)))
    for name, due, far, on in (
        ("Februar", date(2026, 2, 28), "ikke", date(2026, 2, 20)),
        ("Maj", date(2026, 5, 31), "naaet", date(2026, 6, 3)),
    ):
        row = new(Round, doing=doing(nordby), strategy=strategy(), kind="opfoelgning", name=name, due=due)
        new(RoundAnswer, doing=doing(nordby), round=row, goal=goal(), far=far, words=f"I {name}.", by="Lars", on=on)
    shown = page(nordby)
    assert '<td data-title="Februar">Ikke begyndt</td><td data-title="Maj">Nået (kom for sent)</td>' in shown
    assert "I Februar." in shown
    assert "I Maj." in shown


def test_an_adjustment_ends_in_a_new_version_and_the_old_one_is_kept(nordby: Nordby) -> None:
    kind = Round.Kind.JUSTERING
    row = new(Round, doing=doing(nordby), strategy=strategy(), kind=kind, name="Maj", due=TODAY + timedelta(days=5))
    client = nordby.client("centerchef")
    assert reverse("plan-beslut", args=("plan-strategi",)) in client.get(reverse("runder")).content.decode()
    old = StrategyVersion.objects.get(key="plan-udgave").content
    Round.objects.filter(key="plan-runde").update(due=TODAY - timedelta(days=30))
    sent = {"key": "en-ny-udgave", "decided_by": "Udvalget", "on": "2026-06-10", "reason": "Den er justeret i år igen."}
    assert client.post(reverse("plan-beslut", args=("plan-strategi",)), sent).status_code == 302
    shown = client.get(reverse("runder")).content.decode()
    assert "udgave 2" in shown
    assert reverse("plan-beslut", args=("plan-strategi",)) not in shown
    assert StrategyVersion.objects.get(key="plan-udgave").content == old
    assert stands(read(strategy()), today=TODAY)[-1].round == row


# --- others' goals, paper, and speed ------------------------------------------------------------------------------


def test_a_goal_tells_which_of_others_goals_it_serves(nordby: Nordby) -> None:
    put(goal(), doing=doing(nordby), outside_goals=[OutsideGoal.objects.get()], indicators=["planer.til_tiden"])
    assert "1. Det fælles mål (Partnerskabet)" in page(nordby)
    assert "Barnets plan til tiden" in page(nordby)
    assert "Enheden: Målet" in nordby.client("raadgiver").get(reverse("maal")).content.decode()
    # The history tells figures by their names, never by keys.
    change = PlanChange.objects.get(row="plan-maal", field="indicators", act="aendret")
    assert change.after == "Barnets plan til tiden"


@pytest.mark.parametrize("address", [("maal-papir", ("docx",)), ("maal-enhed-papir", ("plan-enhed", "docx"))])
def test_the_goals_are_taken_along_as_files(three: Nordby, address: tuple[str, tuple[str, ...]]) -> None:
    answer = three.client("raadgiver").get(reverse(address[0], args=address[1]))
    assert answer.status_code == 200
    assert answer.content[:2] == b"PK"


def questions(nordby: Nordby, address: str) -> int:
    client = nordby.client("centerchef")
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


@pytest.mark.parametrize(
    ("name", "args"),
    [("maal", ()), ("maal-enhed", ("plan-enhed",)), ("runder", ()), ("runde-svar", ("plan-runde", "plan-enhed"))],
)
def test_the_pages_ask_as_many_questions_whatever_is_written(nordby: Nordby, name: str, args: tuple[str, ...]) -> None:
    send_in([written(nordby)], doing=doing(nordby))
    put(goal(), doing=doing(nordby), outside_goals=[OutsideGoal.objects.get()])
    few = questions(nordby, reverse(name, args=args))
    for number in range(6):
        area = new(FocusArea, doing=doing(nordby), strategy=strategy(), number=9, name=f"Område {number}")
        made = new(LocalGoal, doing=doing(nordby), unit=unit(), area=area, goal=f"Mål {number}", **FULL)
        put(made, doing=doing(nordby), outside_goals=[OutsideGoal.objects.get()])
        send_in([made], doing=doing(nordby))
        row = new(Round, doing=doing(nordby), strategy=strategy(), kind="opfoelgning", name=f"R{number}", due=TODAY)
        new(RoundAnswer, doing=doing(nordby), round=row, goal=made, far="naaet", words="Ja.", by="Lars", on=TODAY)
    assert questions(nordby, reverse(name, args=args)) == few

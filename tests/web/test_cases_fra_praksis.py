"""Is a story from practice read for recognition, approved by another, and hidden from others until then?"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from pejl.web.access.actions import Doing, Refused
from pejl.web.plan.actions import new, put
from pejl.web.plan.models import FocusArea, PlanChange, PlanUnit, PracticeCase, Strategy
from pejl.web.plan.practice import approve, approved_cases, check, found_in, mark_of, pieces, told
from tests.web.nordby import NOW, TODAY, Nordby

SAFE = "Et barn ville ikke tale på møder. Nu tegner barnet først."
OPEN = "Et barn flyttede til Aldersbjerg og blev glad."
REASON = "Det er opdigtet og findes ikke."


def doing(nordby: Nordby, who: str = "teamleder") -> Doing:
    return Doing(by=nordby.people[who], at=NOW)


def story(nordby: Nordby, text: str = SAFE, **values: Any) -> PracticeCase:
    given: dict[str, Any] = {
        "strategy": Strategy.objects.get(key="plan-strategi"),
        "unit": PlanUnit.objects.get(key="plan-enhed"),
        "area": FocusArea.objects.get(key="plan-fokusomraade"),
        "shows": "lykkes",
        "title": "Barnet tegnede",
        "told_on": TODAY,
    }
    return new(PracticeCase, doing=doing(nordby), text=text, **given | values)


def address(case: PracticeCase) -> str:
    return reverse("praksiscase", args=(case.key,))


def sent(nordby: Nordby, case: PracticeCase, **values: str) -> Any:
    data = {"goer": "tjek", "mark": mark_of(case), "laest": "on", **values}
    return nordby.client("teamleder").post(address(case), data)


def test_from_draft_to_checked_to_approved_and_into_papers(nordby: Nordby) -> None:
    case = story(nordby)
    area = [case.area]
    assert approved_cases(case.strategy, area) == []
    assert sent(nordby, case).status_code == 302
    boss = nordby.client("afdelingsleder")
    assert "Godkend til brug" in boss.get(address(case)).content.decode()
    assert boss.post(address(case), {"goer": "godkend"}).status_code == 302
    assert approved_cases(case.strategy, area) == [case]
    assert approved_cases(case.strategy, []) == []
    again = boss.post(address(case), {"goer": "godkend"})
    assert again.status_code == 422
    assert "allerede godkendt" in again.content.decode()
    assert nordby.client("raadgiver").get(address(case)).status_code == 200


def test_what_is_found_stays_only_with_a_reason(nordby: Nordby) -> None:
    case = story(nordby, OPEN)
    (found,) = found_in(case, units=[])
    page = nordby.client("teamleder").get(address(case)).content.decode()
    assert "<mark>Aldersbjerg</mark>" in page
    assert sent(nordby, case).status_code == 422
    assert sent(nordby, case, laest="", **{found.key: REASON}).status_code == 422
    assert sent(nordby, case, **{found.key: REASON}).status_code == 302
    case.refresh_from_db()
    assert (case.state, case.found) == ("tjekket", [f"Måske et sted, »Aldersbjerg«: {REASON}"])


def test_a_number_never_stays(nordby: Nordby) -> None:
    case = story(nordby, "Barnet har nummeret 034517-1004.")
    page = nordby.client("teamleder").get(address(case)).content.decode()
    assert "Numre skal ud først" in page
    refused = sent(nordby, case, **{each.key: REASON for each in found_in(case, units=[])})
    assert refused.status_code == 422
    assert "kan ikke blive stående" in refused.content.decode()


def test_what_was_rewritten_meanwhile_is_read_again(nordby: Nordby) -> None:
    case = story(nordby)
    seen = mark_of(case)
    put(case, doing=doing(nordby), text=OPEN)
    with pytest.raises(Refused, match="rettet, mens du læste"):
        check(case, answers={}, mark=seen, doing=doing(nordby))


def test_nobody_approves_what_they_have_written_in(nordby: Nordby) -> None:
    case = story(nordby)
    case = check(case, answers={}, mark=mark_of(case), doing=doing(nordby))
    with pytest.raises(Refused, match="Du har selv skrevet"):
        approve(case, doing=doing(nordby))
    put(case, doing=doing(nordby, "afdelingsleder"), title="Barnet tegnede sit netværk")
    with pytest.raises(Refused, match="Du har selv skrevet"):
        approve(case, doing=doing(nordby, "afdelingsleder"))
    assert approve(case, doing=doing(nordby, "centerchef")).state == "godkendt"


def test_a_draft_is_not_approved(nordby: Nordby) -> None:
    with pytest.raises(Refused, match="ikke tjekket"):
        approve(story(nordby), doing=doing(nordby, "centerchef"))


def test_a_corrected_story_is_a_draft_again(nordby: Nordby) -> None:
    case = story(nordby)
    case = check(case, answers={}, mark=mark_of(case), doing=doing(nordby))
    approve(case, doing=doing(nordby, "centerchef"))
    client, where = nordby.client("teamleder"), reverse("ark-ret", args=("praksiscase", case.key))
    form = client.get(where).context["form"]
    data = {bound.html_name: bound.value() for bound in form if bound.value() is not None} | {"text": OPEN}
    assert client.post(where, data).status_code == 302
    case.refresh_from_db()
    assert (case.state, case.approved_by, case.found, case.checked_by) == ("kladde", "", [], "")
    assert approved_cases(case.strategy) == []


@pytest.mark.parametrize("who", ["raadgiver", "datakonsulent", "ungekreds"])
def test_a_draft_is_read_by_nobody_else_in_any_way(nordby: Nordby, who: str) -> None:
    case, client = story(nordby, "Maja flyttede.", title="Majas flytning"), nordby.client(who)
    listed = client.get(reverse("praksiscases")).content.decode()
    since = client.get(reverse("siden-sidst"), {"siden": str(TODAY - timedelta(days=1))}).content.decode()
    assert "Maja" not in listed + since
    assert "fortællinger er på vej" in listed
    history = reverse("ark-historik", args=("praksiscase", case.key))
    for closed in (address(case), history, reverse("ark-ret", args=("praksiscase", case.key))):
        assert client.get(closed).status_code == 404
    assert client.post(address(case), {"goer": "godkend"}).status_code == 404


def test_a_team_leader_does_not_approve(nordby: Nordby) -> None:
    case = story(nordby)
    check(case, answers={}, mark=mark_of(case), doing=doing(nordby))
    assert nordby.client("teamleder_syd").post(address(case), {"goer": "godkend"}).status_code == 404
    assert not PlanChange.objects.filter(row=case.key, field="approved_by").exists()


def test_the_text_is_told_whole_with_what_was_found_marked(nordby: Nordby) -> None:
    case = story(nordby, "Maja er 9 år. En dreng med autisme er adopteret.")
    found = found_in(case, units=[])
    assert "".join(each.words for each in pieces(told(case), found)) == told(case)
    marked = [each.words for each in pieces(told(case), found) if each.marked]
    assert marked[0] == "Maja"

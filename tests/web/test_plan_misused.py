"""Does the plan, a figure and a paper stand up to a slip, a second click, two at once, and somebody with bad intent?"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from pejl.indicators import Per, by_key
from pejl.tables import Point, Series
from pejl.web.access.actions import Doing, Refused
from pejl.web.circle.actions import Decided as ToldOutside
from pejl.web.circle.actions import Judged, assess, take_in
from pejl.web.circle.actions import disclose as tell_outside
from pejl.web.circle.models import Disclosure, Young
from pejl.web.circle.totals import outside
from pejl.web.insight import drawn
from pejl.web.insight.figures import newest
from pejl.web.insight.models import HandFigure, Measured, Paper, PaperEdition, SmallNumberDecision
from pejl.web.insight.papers.approving import approve
from pejl.web.insight.papers.composing import CANNOT, draft_of, drawn_parts
from pejl.web.insight.periods import ended
from pejl.web.plan import practice
from pejl.web.plan.actions import newest_change, put
from pejl.web.plan.holding import Pause, put_on_hold
from pejl.web.plan.models import Action, Effect, PracticeCase, WheelFeed
from tests.web.nordby import NOW, TODAY, Nordby
from tests.web.nordby_papers import IN_TIME, MUNICIPALITY, QUARTER, RECEIVED, count, draft, sent

WHY = "Det har stået i avisen, og familien ved det."


def doing(nordby: Nordby, who: str = "afdelingsleder", *, at: datetime = NOW) -> Doing:
    return Doing(by=nordby.people[who], at=at)


def begun(nordby: Nordby, key: str = "misbrug") -> Paper:
    return draft(nordby.units["Team Nord"], by=nordby.people["afdelingsleder"], key=key)


# --- addresses and days ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["a/b", "-", "a b", "æ", "x" * 33])
def test_a_key_that_cannot_stand_in_an_address_is_refused(nordby: Nordby, key: str) -> None:
    """One row with such a key, and no list that links to it can be shown to anybody."""
    client = nordby.client("afdelingsleder")
    values = {"skabelon": "halvaarsstatus", "titel": "Status", "enhed": str(nordby.units["Team Nord"].pk)}
    assert client.post(reverse("papir-nyt"), {"key": key, **values}).status_code == 422
    assert not Paper.objects.filter(key=key).exists()
    action = {"key": key, "name": "X", "stage": "planlagt", "lives": "skrevet", "origin": "egen", "number": "1"}
    answer = client.post(reverse("ark-ny", args=("handling", "plan-strategi")), action)
    assert (answer.status_code, "key" in answer.context["form"].errors) == (422, True)
    young = nordby.client("ungekreds").post(reverse("ung-ny"), {"key": key, "navn": "A", "foedselsaar": "2010"})
    assert (young.status_code, Young.objects.filter(name="A").exists()) == (422, False)


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01"])
def test_a_slip_of_the_year_is_said_and_breaks_no_page(nordby: Nordby, day: str) -> None:
    client = nordby.client("afdelingsleder")
    item = {"key": "slip", "name": "Punkt", "kind": "moede", "first": day, "again": "aarligt"}
    answer = client.post(reverse("ark-ny", args=("aarshjul", "-")), item)
    assert answer.status_code == 422
    assert "Ret årstallet." in answer.content.decode()
    values = {"key": "slip", "skabelon": "halvaarsstatus", "titel": "Status", "til": day}
    values["enhed"] = str(nordby.units["Team Nord"].pk)
    assert client.post(reverse("papir-nyt"), values).status_code == 422
    put(_yearly(), doing=doing(nordby), again="aarligt")
    assert client.get(reverse("aarshjul-holdt", args=("plan-aarshjul", day))).status_code == 404


def _yearly() -> Any:
    from pejl.web.plan.models import WheelItem

    return WheelItem.objects.get(key="plan-aarshjul")


def test_nothing_is_written_under_what_is_taken_out(nordby: Nordby) -> None:
    Effect.objects.filter(key="plan-effekt").update(removed_at=NOW)
    client, address = nordby.client("afdelingsleder"), reverse("ark-ny", args=("vurdering", "plan-effekt"))
    assert client.get(address).status_code == 404


# --- two at once ----------------------------------------------------------------------------------------------


def test_what_another_wrote_while_one_was_writing_is_not_written_over(nordby: Nordby) -> None:
    action = Action.objects.get(key="plan-handling")
    seen = newest_change(action)
    put(action, doing=doing(nordby), name="Den ene", seen=seen)
    with pytest.raises(Refused, match="En anden har rettet det"):
        put(action, doing=doing(nordby), name="Den anden", seen=seen)
    assert Action.objects.get(key="plan-handling").name == "Den ene"


def test_a_paper_is_approved_as_it_was_read(nordby: Nordby) -> None:
    paper = sent(begun(nordby), by=nordby.people["afdelingsleder"])
    client = nordby.client("centerchef")
    page = client.get(reverse("papir", args=(paper.key,))).content.decode()
    assert f'name="seen" value="{Paper.objects.get(key=paper.key).saved}"' in page
    Paper.objects.filter(key=paper.key).update(saved=paper.saved + 7)
    with pytest.raises(Refused, match="skrevet om"):
        approve(paper, municipality=MUNICIPALITY, doing=doing(nordby, "centerchef"), seen=str(paper.saved))
    assert not PaperEdition.objects.filter(paper=paper).exists()


def test_a_story_is_approved_as_it_was_read(nordby: Nordby) -> None:
    case = PracticeCase.objects.get(key="plan-praksiscase")
    read = practice.mark_of(case)
    case.text, case.state = "Et andet barn fik det bedre.", PracticeCase.State.TJEKKET
    case.save()
    with pytest.raises(Refused, match="rettet, mens du læste"):
        practice.approve(case, doing=doing(nordby, "centerchef"), mark=read)
    address = reverse("praksiscase", args=(case.key,))
    page = nordby.client("centerchef").get(address).content.decode()
    assert f'name="mark" value="{practice.mark_of(case)}"' in page


def test_a_form_used_for_one_small_number_is_not_used_for_another(nordby: Nordby) -> None:
    unit = nordby.units["Team Nord"]
    Measured.objects.all().delete()
    count(unit, 3)
    count(unit, 2, indicator=IN_TIME, out_of=9)
    paper, client = begun(nordby), nordby.client("centerchef")
    address = reverse("papir-lille-tal", args=(paper.key,))
    cells = [cell for cell, _ in client.get(address).context["cells"]]
    answers = [client.post(address, {"key": "samme", "tal": cell, "hvorfor": WHY}) for cell in cells]
    assert [answer.status_code for answer in answers] == [302, 422]
    assert SmallNumberDecision.objects.filter(paper=paper).count() == 1


# --- what leaves the house ------------------------------------------------------------------------------------


def test_a_paper_says_that_somebody_else_answers_for_it_and_not_who(nordby: Nordby) -> None:
    person = nordby.people["raadgiver"]
    put(Action.objects.get(key="plan-handling"), doing=doing(nordby, at=NOW - timedelta(days=8)), owner=person)
    said = json.dumps([each.drawn for each in begun(nordby).parts.all()], ensure_ascii=False)
    assert "Ansvarlig er ændret" in said
    assert person.name not in said
    assert person.name in nordby.client("medraadgiver").get(reverse("siden-sidst")).content.decode()


def test_a_month_and_its_quarter_entered_by_hand_are_two_numbers(nordby: Nordby) -> None:
    unit = nordby.units["Team Nord"]
    Measured.objects.all().delete()
    common = {"indicator": RECEIVED, "unit": unit, "first": QUARTER.first, "source": "Udtræk", "entered_by": "A"}
    for key, last, counted in (("maaned", date(2026, 1, 31), 3), ("kvartal", QUARTER.last, 12)):
        HandFigure.objects.create(key=key, last=last, counted=counted, entered_at=NOW, **common)
    draft_ = draft_of(begun(nordby))
    said = str([list(drawn_parts(part, draft_.shown)) for part in draft_.parts])
    assert "'12'" in said  # the quarter, and not as few as its month
    assert "'færre end 5'" in said
    assert "'3'" not in said


def test_a_sign_no_font_has_is_told_and_word_still_works(nordby: Nordby) -> None:
    paper = begun(nordby)
    Paper.objects.filter(pk=paper.pk).update(title="Status 😀")
    client = nordby.client("afdelingsleder")
    answer = client.get(reverse("papir-fil", args=(paper.key, "pdf")))
    assert answer.status_code == 422
    assert "😀" in answer.content.decode()
    assert client.get(reverse("papir-fil", args=(paper.key, "docx"))).status_code == 200


def test_a_sign_in_the_plan_is_told_too(nordby: Nordby) -> None:
    put(_yearly(), doing=doing(nordby), name="Møde 😀")
    answer = nordby.client("raadgiver").get(reverse("aarshjul-papir", args=(TODAY.year, "pdf")))
    assert answer.status_code == 422


def test_no_file_is_made_of_a_draft_that_gives_a_small_number_away(
    nordby: Nordby, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pejl.small_numbers import CannotProtect
    from pejl.web.insight.papers import composing

    def cannot(*_: Any, **__: Any) -> Any:
        raise CannotProtect("prøve")

    paper = begun(nordby)
    count(nordby.units["Team Nord"], 3)
    monkeypatch.setattr(composing, "_shown", cannot)
    answer = nordby.client("afdelingsleder").get(reverse("papir-fil", args=(paper.key, "docx")), follow=True)
    assert answer.redirect_chain == [(reverse("papir", args=(paper.key,)), 302)]
    assert CANNOT in answer.content.decode()


def test_a_public_page_is_kept_on_the_way_only_for_those_without_a_session(nordby: Nordby) -> None:
    edition = PaperEdition.objects.filter(protected=True).first()
    assert edition
    addresses = [reverse("offentligt-udgave", args=(edition.key,))]
    addresses.append(reverse("offentligt-fil", args=(edition.key, "docx")))
    for address in addresses:
        assert Client().get(address).headers["Cache-Control"].startswith("public")
        assert nordby.client("raadgiver").get(address).headers["Cache-Control"].startswith("private")


def test_the_calendar_of_one_who_has_left_is_closed(nordby: Nordby) -> None:
    feed = WheelFeed.objects.get()
    address = reverse("aarshjul-kalender", args=(feed.token,))
    assert Client().get(address).status_code == 200
    feed.user.is_active = False
    feed.user.save()
    assert Client().get(address).status_code == 404


# --- figures of what is over ----------------------------------------------------------------------------------


def test_on_its_last_day_a_period_has_not_ended() -> None:
    assert ended(Per.MONTH, today=date(2026, 6, 30)).name == "maj 2026"
    assert ended(Per.MONTH, today=date(2026, 7, 1)).name == "juni 2026"
    assert ended(Per.QUARTER, today=date(2028, 2, 29)).name == "4. kvartal 2027"


def _june(as_of: datetime) -> Series:
    june = Point(first=date(2026, 6, 1), last=date(2026, 6, 30), counted=12)
    return Series(indicator=RECEIVED, version=1, of="Team Nord", as_of=as_of, known_at=as_of, points=(june,))


def test_a_month_counted_after_midnight_in_denmark_is_over_and_before_it_is_not() -> None:
    before, after = datetime(2026, 6, 30, 21, 30, tzinfo=UTC), datetime(2026, 6, 30, 22, 30, tzinfo=UTC)
    indicator, period = by_key(RECEIVED), ended(Per.MONTH, today=date(2026, 7, 1))
    charts = [drawn.chart_of(indicator, _june(each)) for each in (before, after)]
    assert [chart and chart.uncertain for chart in charts] == [(0,), ()]
    told = [newest(indicator, _june(each), period=period) for each in (before, after)]
    assert [each.counted for each in told] == [False, True]


# --- the circle -----------------------------------------------------------------------------------------------


def _taken_in(nordby: Nordby, number: int) -> list[Young]:
    by = doing(nordby, "ungekreds")
    return [take_in(f"u{each}", name=f"Ung {each}", born=2010, about="", doing=by) for each in range(number)]


def _judged(nordby: Nordby, young: Young, outcome: str, *, key: str, on: date = TODAY) -> None:
    later = None if outcome == "slut" else on + timedelta(days=30)
    judged = Judged(key=key, on=on, outcome=outcome, words="Vurderet.", effort="Mentor", review_on=later)
    assess(young, judged, doing=doing(nordby, "ungekreds"))


def test_a_form_used_for_one_young_person_is_not_lost_on_another(nordby: Nordby) -> None:
    _taken_in(nordby, 1)
    with pytest.raises(Refused, match="anden ung"):
        take_in("u0", name="En anden", born=2011, about="", doing=doing(nordby, "ungekreds"))


def test_an_end_written_down_late_does_not_undo_what_came_after(nordby: Nordby) -> None:
    (young,) = _taken_in(nordby, 1)
    _judged(nordby, young, "foelges", key="nu")
    _judged(nordby, young, "slut", key="da", on=TODAY - timedelta(days=9))
    young.refresh_from_db()
    assert young.ended_on is None


def test_a_decision_on_a_number_sent_twice_is_one(nordby: Nordby) -> None:
    for number, young in enumerate(_taken_in(nordby, 14)):
        _judged(nordby, young, "indsats" if number < 4 else "har_hjaelp", key=f"v{number}")
    decided = ToldOutside(on=TODAY, what="indsats", allowed=True, why=WHY, role="Centerchef")
    before = Disclosure.objects.count()
    for _ in range(2):
        tell_outside(decided, doing=doing(nordby, "centerchef"))
    assert Disclosure.objects.count() == before + 1


def test_decisions_that_no_longer_hold_together_hide_and_do_not_break(nordby: Nordby) -> None:
    from pejl.web.circle.models import Assessment

    Assessment.objects.all().delete()
    every = ["indsats"] * 4 + ["har_hjaelp"] * 10 + ["foelges"] * 3 + ["slut"] * 2
    people = _taken_in(nordby, len(every))
    for number, (young, outcome) in enumerate(zip(people, every, strict=True)):
        _judged(nordby, young, outcome, key=f"v{number}")
    for what in ("vurderet", "indsats", "foelges", "slut"):
        Disclosure.objects.create(
            on=TODAY, what=what, why=WHY, allowed=True, decided_by="A", decided_as="B", decided_at=NOW
        )
    for number, young in enumerate(people[4:11]):
        _judged(nordby, young, "indsats", key=f"w{number}")
    told = {each.what: each for each in outside(TODAY)}
    assert told["har_hjaelp"].shown.why.hides
    assert not any(each.allowed_by for each in told.values())
    assert nordby.client("centerchef").get(reverse("ungekredsen-tal")).status_code == 200


# --- held and ordered -----------------------------------------------------------------------------------------


def test_a_hold_set_by_another_meanwhile_is_not_written_over(nordby: Nordby) -> None:
    stale = Action.objects.get(key="plan-handling")
    first = Pause(why="Der er ikke kræfter.", since=TODAY, by="Karen", until="når der er")
    put_on_hold(Action.objects.get(key="plan-handling"), first, doing=doing(nordby))
    with pytest.raises(Refused, match="allerede på hold"):
        put_on_hold(stale, replace(first, why="Noget andet.", by="Lars"), doing=doing(nordby))
    assert Action.objects.get(key="plan-handling").hold_by == "Karen"


def test_a_hold_begins_today_or_before(nordby: Nordby) -> None:
    later = Pause(why="Der er ikke kræfter.", since=TODAY + timedelta(days=1), by="Karen", until="når der er")
    with pytest.raises(Refused, match="fremtiden"):
        put_on_hold(Action.objects.get(key="plan-handling"), later, doing=doing(nordby))


def test_an_order_set_by_another_meanwhile_is_not_written_over(nordby: Nordby) -> None:
    client, address = nordby.client("afdelingsleder"), reverse("raekkefoelge")
    form = client.get(address).context["form"]
    values = {name: form[name].value() for name in form.fields if name != "hvorfor"} | {"hvorfor": WHY}
    values["handling-plan-handling"] = 9
    put(Action.objects.get(key="plan-handling"), doing=doing(nordby), number=5)
    assert client.post(address, values).status_code == 422
    assert Action.objects.get(key="plan-handling").number == 5
    values["seen"] = client.get(address).context["form"]["seen"].value()
    assert client.post(address, values).status_code == 302

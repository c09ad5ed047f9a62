"""Can the strategy be read by everybody as the municipality tells it, and as it stood when it was decided?"""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pejl.charts import RingChart
from pejl.reports import Drawing, Heading, Table
from pejl.web.access.actions import Doing
from pejl.web.access.models import ChangeEntry
from pejl.web.access.roles import ROLES
from pejl.web.plan.actions import new, put
from pejl.web.plan.areas import chain
from pejl.web.plan.models import (
    Action,
    Effect,
    Evidence,
    Experience,
    FocusArea,
    Judgement,
    LocalGoal,
    MadeKnown,
    PlanChange,
    PlanUnit,
    Strategy,
    StrategyVersion,
    Track,
)
from pejl.web.plan.pages import newest_first
from pejl.web.plan.paper import strategy_paper
from pejl.web.plan.versions import paper_of
from tests.web.nordby import NOW, TODAY, Nordby

AREA = "/plan/omraade/plan-fokusomraade/"
REASON = "Udvalget har drøftet den og er enigt i den nye rækkefølge."


def doing(nordby: Nordby) -> Doing:
    return Doing(by=nordby.people["afdelingsleder"], at=NOW)


def strategy() -> Strategy:
    return Strategy.objects.get(key="plan-strategi")


def effect() -> Effect:
    return Effect.objects.get(key="plan-effekt")


def page(nordby: Nordby, url: str = "/plan/", person: str = "raadgiver") -> str:
    answer = nordby.client(person).get(url)
    assert answer.status_code == 200
    # As it is read: without tags and with single spaces.
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.content.decode().partition("<main")[2])).split())


# --- reading ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("person", [role.key for role in ROLES])
def test_everybody_reads_the_strategy_and_only_those_who_lead_are_offered_to_write(nordby: Nordby, person: str) -> None:
    writes = person in {"teamleder", "afdelingsleder", "centerchef"}
    assert ("Tilføj fokusområde" in page(nordby, person=person)) is writes
    assert ("Skriv en vurdering" in page(nordby, AREA, person)) is writes
    assert ("Beslut en udgave" in page(nordby, person=person)) is (person == "centerchef")


def test_the_municipality_s_own_words_are_used(nordby: Nordby) -> None:
    words: dict[str, Any] = {"focus_word": "Pejlemærke", "focus_words": "Pejlemærker", "track_words": "Kendingsspor"}
    put(strategy(), doing=doing(nordby), action_words="Greb", **words)
    told = page(nordby)
    assert "Pejlemærker" in told
    assert "Kendingsspor" in told
    assert "Fokusområder" not in told
    assert "Pejlemærke 1" in page(nordby, AREA)
    assert "Greb" in page(nordby, AREA)


def test_both_periods_stand_where_two_papers_do_not_agree(nordby: Nordby) -> None:
    words = "2025–2028 i indledningen, men 2025–2027 på forsiden"
    put(strategy(), doing=doing(nordby), last=TODAY + timedelta(days=400), period_words=words)
    assert words in page(nordby)
    assert "15. juli 2027" in page(nordby)


def test_a_strategy_nobody_has_dated_is_not_taken_for_the_newest(nordby: Nordby) -> None:
    """One of the two databases puts nothing before every day, the other after."""
    put(strategy(), doing=doing(nordby), first=TODAY - timedelta(days=400))
    undated = new(Strategy, doing=doing(nordby), title="En uden dag", status=Strategy.Status.I_KRAFT)
    assert undated.first is None
    assert list(newest_first()) == [strategy(), undated]


def test_what_it_replaces_is_a_chain_of_links_and_never_goes_round(nordby: Nordby) -> None:
    by = doing(nordby)
    oldest = new(Strategy, doing=by, title="Genopretningsplanen", status="erstattet")
    older = new(Strategy, doing=by, title="Udviklingsplanen", status="erstattet", replaces=oldest)
    put(strategy(), doing=by, replaces=older)
    told = page(nordby)
    assert told.index("Udviklingsplanen") < told.index("Genopretningsplanen")
    earlier = page(nordby, f"/plan/?strategi={oldest.key}")
    assert "Den gælder ikke længere" in earlier
    assert "Udviklingsplanen" in earlier
    put(oldest, doing=by, replaces=strategy())
    assert [each.title for each in chain(strategy())] == ["Udviklingsplanen", "Genopretningsplanen"]


def test_areas_stand_by_whom_they_are_turned_towards(nordby: Nordby) -> None:
    put(FocusArea.objects.get(key="plan-fokusomraade"), doing=doing(nordby), family="borger")
    new(FocusArea, doing=doing(nordby), strategy=strategy(), name="Vores egen ledelse", family="organisation", number=2)
    told = page(nordby)
    assert told.index("Borgerrettede fokusområder") < told.index("Området") < told.index("Organisationsrettede")
    assert told.index("Organisationsrettede") < told.index("Vores egen ledelse")


def test_what_is_taken_out_stands_on_no_page(nordby: Nordby) -> None:
    by = doing(nordby)
    gone = new(FocusArea, doing=by, strategy=strategy(), name="Det udgåede", number=9)
    FocusArea.objects.filter(pk=gone.pk).update(removed_at=NOW)
    wanted = new(Effect, doing=by, area=effect().area, level="borger", text="Den udgåede effekt")
    Effect.objects.filter(pk=wanted.pk).update(removed_at=NOW)
    for url in ("/plan/", "/plan/effekter/", "/plan/papir/", AREA):
        told = page(nordby, url)
        assert "Det udgåede" not in told
        assert "Den udgåede" not in told
    assert nordby.client("raadgiver").get(f"/plan/omraade/{gone.key}/").status_code == 404


def test_without_a_strategy_every_page_says_what_to_do(nordby: Nordby) -> None:
    StrategyVersion.objects.all().delete()
    Strategy.objects.update(removed_at=NOW)
    for name in (
        "plan",
        "plan-effekter",
        "plan-enheder",
        "plan-matrix",
        "plan-kendt",
        "plan-prioriteringer",
        "plan-papir",
    ):
        page(nordby, reverse(name))
    assert "Ny strategi" in page(nordby, person="afdelingsleder")


# --- can each effect be seen? -------------------------------------------------------------------------------------


def test_effects_nobody_can_see_are_counted_and_listed(nordby: Nordby) -> None:
    assert "kan ingen se endnu" not in page(nordby)
    by = doing(nordby)
    for text in ("Ro i maven", "Glade mandage"):
        new(Effect, doing=by, area=effect().area, level="organisation", text=text)
    assert "2 effekter kan ingen se endnu" in page(nordby)
    told = page(nordby, "/plan/effekter/")
    assert told.index("2 effekter kan ingen se endnu") < told.index("Ro i maven")
    assert "2 effekter kan ingen se endnu" in page(nordby, AREA)


def test_an_effect_seen_only_by_a_figure_pejl_no_longer_has_cannot_be_seen(nordby: Nordby) -> None:
    Evidence.objects.filter(effect=effect()).update(kind="indikator", subject="findes.ikke")
    assert "1 effekt kan ingen se endnu" in page(nordby)
    Evidence.objects.filter(effect=effect()).update(subject="underretninger.vurderet_24_timer")
    assert "kan ingen se endnu" not in page(nordby)


def test_a_figure_is_told_by_its_name_and_chosen_from_a_list(nordby: Nordby) -> None:
    client = nordby.client("afdelingsleder")
    form = client.get(reverse("ark-ny", args=("ses-ved", "plan-effekt"))).context["form"]
    chosen = dict(pair for _, pairs in form.fields["subject"].choices[1:] for pair in pairs)
    key = "underretninger.vurderet_24_timer"
    sent = {"key": "a" * 16, "kind": "indikator", "subject": "", "question": "", "who": "", "expected": ""}
    address = reverse("ark-ny", args=("ses-ved", "plan-effekt"))
    assert "Vælg det nøgletal" in client.post(address, sent).content.decode()
    assert client.post(address, sent | {"subject": "noget.andet"}).status_code == 422
    assert client.post(address, sent | {"subject": key}).status_code == 302
    assert chosen[key] in page(nordby, AREA)
    assert key not in page(nordby, AREA)
    assert PlanChange.objects.get(row="a" * 16, field="subject").after == chosen[key]


def test_a_figure_links_to_its_page_for_those_who_may_see_it(nordby: Nordby) -> None:
    Evidence.objects.filter(effect=effect()).update(kind="indikator", subject="underretninger.vurderet_24_timer")
    for person, links in (("teamleder", True), ("raadgiver", False)):
        html = nordby.client(person).get(AREA).content.decode()
        assert ('href="/noegletal/underretninger.vurderet_24_timer/"' in html) is links
        assert ('href="/noegletal/omraade/plan-fokusomraade/"' in html) is links


def test_a_judgement_is_written_and_an_earlier_one_stays(nordby: Nordby) -> None:
    client, address = nordby.client("teamleder"), reverse("ark-ny", args=("vurdering", "plan-effekt"))
    sent = {"key": "b" * 16, "on": TODAY.isoformat(), "verdict": "delvist", "words": "Vi er på vej, siger børnene."}
    answer = client.post(address, sent)
    assert answer.headers["Location"] == f"{AREA}#effekt-plan-effekt"
    told = page(nordby, AREA)
    assert told.index("Vi er på vej, siger børnene.") < told.index("Tidligere vurderinger")
    assert told.index("Tidligere vurderinger") < told.index("Vi ved det ikke.")
    assert Judgement.objects.get(key="b" * 16).by == nordby.people["teamleder"].name


# --- what people tell ---------------------------------------------------------------------------------------------


def tell(nordby: Nordby, who: str, *, answered: int, agreed: int) -> None:
    values: dict[str, Any] = {"who": who, "method": "spoergsmaal", "on": TODAY, "question": "Blev du spurgt?"}
    new(
        Experience, doing=doing(nordby), effect=effect(), answered=answered, agreed=agreed, asked=answered + 5, **values
    )


def test_children_and_young_people_and_parents_are_told_apart(nordby: Nordby) -> None:
    tell(nordby, "ung", answered=20, agreed=15)
    tell(nordby, "foraelder", answered=30, agreed=10)
    told = page(nordby, AREA)
    assert told.index("Børn ", told.index("Det fortæller de")) < told.index("75 % (15 af 20)") < told.index("Forældre")
    assert told.index("Forældre") < told.index("33 % (10 af 30)")
    # Never added up: 25 of 50 stands nowhere.
    assert "af 50" not in told


@pytest.mark.parametrize(("answered", "agreed", "shown"), [(4, 3, "3 af 4"), (9, 9, "9 af 9"), (0, 0, "ingen")])
def test_few_answers_are_told_as_numbers_and_never_as_a_share(
    nordby: Nordby, answered: int, agreed: int, shown: str
) -> None:
    tell(nordby, "barn", answered=answered, agreed=agreed)
    told = page(nordby, AREA)
    assert f"{shown} svarede ja eller enig" in told
    assert "%" not in told


def test_what_few_told_is_not_on_the_paper_that_leaves_the_house(nordby: Nordby) -> None:
    tell(nordby, "barn", answered=3, agreed=2)
    told = page(nordby, "/plan/papir/")
    assert "2 af 3" not in told
    assert "Det var rart." not in told


def test_more_cannot_have_answered_than_were_asked(nordby: Nordby) -> None:
    client, address = nordby.client("teamleder"), reverse("ark-ny", args=("oplevelse", "plan-effekt"))
    sent = {"key": "c" * 16, "who": "barn", "method": "spoergsmaal", "on": TODAY.isoformat(), "words": "Godt."}
    assert client.post(address, sent | {"asked": "3", "answered": "4"}).status_code == 422
    assert client.post(address, sent | {"answered": "4", "agreed": "5"}).status_code == 422
    assert client.post(address, sent | {"words": ""}).status_code == 422
    assert client.post(address, sent | {"asked": "5", "answered": "4", "agreed": "4"}).status_code == 302


# --- units, crossings, who knows of it ----------------------------------------------------------------------------


def test_the_child_stands_in_the_centre_and_the_units_in_two_rings(nordby: Nordby) -> None:
    new(PlanUnit, doing=doing(nordby), strategy=strategy(), name="Familiehuset", what="udfører", part="sekundaer")
    told = page(nordby, "/plan/enheder/")
    assert told.index("Familiehuset") < told.index("Enheden") < told.index("Barnet", told.index("Enheden"))
    assert told.index("Primært omfattet", told.index("herunder")) < told.index("Familiehuset , udfører")


def test_goals_stand_where_two_families_cross_whichever_way_they_were_written(nordby: Nordby) -> None:
    assert "Ikke to familier" in page(nordby, "/plan/matrix/")
    by, area = doing(nordby), FocusArea.objects.get(key="plan-fokusomraade")
    put(area, doing=by, family="borger")
    other = new(FocusArea, doing=by, strategy=strategy(), name="Ledelsen", family="organisation", number=2)
    goal = LocalGoal.objects.get(key="plan-maal")
    assert "0 mål" not in page(nordby, "/plan/matrix/")
    put(goal, doing=by, crosses=other)
    new(LocalGoal, doing=by, unit=goal.unit, area=other, crosses=area, goal="Det omvendte", state="godkendt")
    answer = nordby.client("raadgiver").get("/plan/matrix/")
    (row,) = answer.context["matrix"].rows
    assert [each.goal for each in row.cells[0].goals] == ["Målet", "Det omvendte"]
    assert "2 mål står" in page(nordby, "/plan/matrix/")


def test_who_has_not_heard_of_it_is_named_until_a_meeting_tells_them(nordby: Nordby) -> None:
    assert "De mangler endnu Enheden" in page(nordby, "/plan/kendt/")
    unit = PlanUnit.objects.get(key="plan-enhed")
    made = new(
        MadeKnown, doing=doing(nordby), strategy=strategy(), kind="tilblivelse", meeting="Workshop", units=[unit]
    )
    # To have made it is not to have been told what it became.
    assert "De mangler endnu" in page(nordby, "/plan/kendt/")
    put(made, doing=doing(nordby), kind="kendt")
    assert "De mangler endnu" not in page(nordby, "/plan/kendt/")
    assert "Hvem kender den ikke endnu?" not in page(nordby)


def test_changed_priorities_stand_with_their_reason_and_what_they_were(nordby: Nordby) -> None:
    assert "Ingen ændringer" in page(nordby, "/plan/prioriteringer/")
    put(Track.objects.get(key="plan-spor"), doing=doing(nordby), reason=REASON, number=4)
    put(FocusArea.objects.get(key="plan-fokusomraade"), doing=doing(nordby), reason=REASON, focus_from=TODAY)
    put(Action.objects.get(key="plan-handling"), doing=doing(nordby), text="Det er ingen prioritet.")
    told = page(nordby, "/plan/prioriteringer/")
    assert "Sporet: nummer 1 4 " + REASON in told
    assert "særligt fokus fra" in told
    assert "Det er ingen prioritet." not in told
    assert "Særligt fokus nu" in page(nordby)


# --- versions -----------------------------------------------------------------------------------------------------


def decided(nordby: Nordby, **sent: Any) -> Any:
    whole = {"key": "d" * 16, "decided_by": "Børneudvalget", "on": TODAY.isoformat(), "reason": REASON, **sent}
    return nordby.client("centerchef").post("/plan/beslut/plan-strategi/", whole)


def test_a_version_stays_as_it_was_when_the_strategy_is_changed(nordby: Nordby) -> None:
    answer = decided(nordby)
    assert answer.headers["Location"] == f"/plan/udgave/{'d' * 16}/"
    before = page(nordby, f"/plan/udgave/{'d' * 16}/")
    assert "Udgave 2" in before
    assert "Børneudvalget" in before
    by = doing(nordby)
    put(FocusArea.objects.get(key="plan-fokusomraade"), doing=by, name="Et helt andet navn")
    put(effect(), doing=by, text="En anden effekt")
    Action.objects.update(removed_at=NOW)
    assert page(nordby, f"/plan/udgave/{'d' * 16}/") == before
    assert "Et helt andet navn" in page(nordby, "/plan/papir/")


def test_two_clicks_are_one_version_and_it_is_written_down(nordby: Nordby) -> None:
    assert [decided(nordby).status_code for _ in range(2)] == [302, 302]
    version = StrategyVersion.objects.get(key="d" * 16)
    assert (version.number, version.made_by) == (2, nordby.people["centerchef"].name)
    assert StrategyVersion.objects.count() == 2
    line = ChangeEntry.objects.get(action="plan_udgave")
    assert line.what["udgave"] == 2
    told = PlanChange.objects.get(row="plan-strategi", label="Udgave")
    assert (told.before, told.after, told.reason) == ("Udgave 1", "Udgave 2", REASON)


def test_a_day_ahead_and_a_day_before_the_last_version_are_refused(nordby: Nordby) -> None:
    assert decided(nordby, on=(TODAY + timedelta(days=1)).isoformat()).status_code == 422
    assert decided(nordby, on=(TODAY - timedelta(days=100)).isoformat()).status_code == 422
    assert decided(nordby, reason="kort").status_code == 422
    assert StrategyVersion.objects.count() == 1


def test_a_draft_comes_into_force_and_what_it_replaces_is_replaced(nordby: Nordby) -> None:
    before = new(Strategy, doing=doing(nordby), title="Den gamle", status="i_kraft")
    put(strategy(), doing=doing(nordby), status="kladde", replaces=before)
    decided(nordby)
    now = strategy()
    assert (now.status, now.decided_by, now.decided_on) == ("i_kraft", "Børneudvalget", TODAY)
    before.refresh_from_db()
    assert before.status == "erstattet"
    assert "I kraft" in page(nordby, f"/plan/udgave/{'d' * 16}/")


@pytest.mark.parametrize("person", ["raadgiver", "teamleder", "afdelingsleder", "systemansvarlig"])
def test_nobody_else_decides_a_version(nordby: Nordby, person: str) -> None:
    assert nordby.client(person).get("/plan/beslut/plan-strategi/").status_code == 404


# --- on paper -----------------------------------------------------------------------------------------------------


def test_the_paper_holds_mission_areas_effects_actions_and_whom_it_is_for(nordby: Nordby) -> None:
    put(strategy(), doing=doing(nordby), mission="Vi hjælper i tide.")
    paper = strategy_paper(strategy(), municipality="Nordby Kommune", made_at=NOW)
    headings = [part.text for part in paper.parts if isinstance(part, Heading)]
    assert headings[:3] == ["Mission", "Hvem omfatter strategien", "Fokusområder"]
    tables = {part.caption: part for part in paper.parts if isinstance(part, Table)}
    assert tables["Ønskede effekter: Området"].rows[0] == ("Effekten", "Borger", "Virkelighedsnære cases", "Vides ikke")
    assert tables["Handlinger: Området"].rows[0][:3] == ("Handlingen", "I gang", "Ikke begyndt")
    (figure,) = (part.chart for part in paper.parts if isinstance(part, Drawing))
    assert isinstance(figure, RingChart)
    assert (figure.centre, [ring.who for ring in figure.rings]) == ("Barnet", [("Enheden",)])


@pytest.mark.parametrize(
    ("extra", "told"), [(9, ""), (10, "… og 1 handling mere."), (11, "… og 2 handlinger mere. De står alle i PDF- og")]
)
def test_the_page_tells_ten_actions_of_an_area_and_how_many_more_the_files_tell(
    nordby: Nordby, extra: int, told: str
) -> None:
    area, by = FocusArea.objects.get(key="plan-fokusomraade"), doing(nordby)
    for number in range(extra):
        new(Action, doing=by, strategy=strategy(), area=area, name=f"Ny handling {number}")
    shown = page(nordby, "/plan/papir/")
    assert told in shown if told else "mere. De" not in shown
    paper = strategy_paper(strategy(), municipality="Nordby Kommune", made_at=NOW)
    (table,) = (part for part in paper.parts if isinstance(part, Table) and part.caption == "Handlinger: Området")
    assert (len(table.rows), table.note) == (extra + 1, "")


@pytest.mark.parametrize(("kind", "begins"), [("pdf", b"%PDF-"), ("docx", b"PK")])
def test_the_paper_is_a_file_to_take_along(nordby: Nordby, kind: str, begins: bytes) -> None:
    answer = nordby.client("raadgiver").get(f"/plan/papir/?fil={kind}")
    assert answer.content.startswith(begins)
    assert f'filename="strategien.{kind}"' in answer.headers["Content-Disposition"]


def test_a_frozen_paper_reads_back_as_it_was(nordby: Nordby) -> None:
    decided(nordby)
    version = StrategyVersion.objects.get(key="d" * 16)
    assert paper_of(version).version == "Udgave 2"
    assert paper_of(version).title == "Strategien"


# --- how much it costs --------------------------------------------------------------------------------------------


def more(nordby: Nordby, number: int) -> None:
    """So many of everything a page of the strategy shows."""
    by, unit = doing(nordby), PlanUnit.objects.get(key="plan-enhed")
    area = FocusArea.objects.get(key="plan-fokusomraade")
    for each in range(number):
        new(Track, doing=by, strategy=strategy(), name=f"Spor {each}", areas=[area], owner=by.by)
        wanted = new(Effect, doing=by, area=area, level="borger", text=f"Effekt {each}")
        for kind in ("cases", "oplevelse"):
            new(Evidence, doing=by, effect=wanted, kind=kind, who="barn")
        for verdict in ("ikke", "delvist"):
            new(Judgement, doing=by, effect=wanted, on=TODAY, verdict=verdict, words="Ord", by="Leder")
        new(Experience, doing=by, effect=wanted, who="ung", method="interview", on=TODAY, words="Ord")
        new(Action, doing=by, strategy=strategy(), name=f"Handling {each}", area=area, owner=by.by)
        new(PlanUnit, doing=by, strategy=strategy(), name=f"Enhed {each}", parent=unit)
        new(MadeKnown, doing=by, strategy=strategy(), meeting=f"Møde {each}", units=[unit])
        new(FocusArea, doing=by, strategy=strategy(), name=f"Område {each}", number=each, family="organisation")
        new(LocalGoal, doing=by, unit=unit, area=area, goal=f"Mål {each}")


def questions(nordby: Nordby, urls: list[str]) -> dict[str, int]:
    client, found = nordby.client("afdelingsleder"), {}
    for url in urls:
        client.get(url)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(url).status_code == 200
        found[url] = len(asked)
    return found


def test_more_rows_ask_no_more_questions(nordby: Nordby) -> None:
    names = ("plan", "plan-effekter", "plan-enheder", "plan-matrix", "plan-kendt", "plan-prioriteringer", "plan-papir")
    urls = [*map(reverse, names), AREA]
    put(FocusArea.objects.get(key="plan-fokusomraade"), doing=doing(nordby), family="borger")
    more(nordby, 1)
    before = questions(nordby, urls)
    more(nordby, 8)
    assert questions(nordby, urls) == before
    assert max(before.values()) <= 24

"""Is it said what the law wants first, before it is late; asked why where it did not come first; and never a lock?"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from pejl.engine.ahead import Ahead, First, ahead
from pejl.events import AFGOERELSE_TRUFFET, RAEKKEFOELGE, TVAERSMOEDE, Event, FieldValue
from pejl.rulebook import RULEBOOK
from pejl.rulebook.barnets_stemme import HOERES
from pejl.rules import Aged, Before, FieldIn, FieldSet, ParagraphIn, Rule, Rulebook
from pejl.rules import event as match
from pejl.web.access.models import Case
from pejl.web.access.roles import ROLE_BY_KEY, Right
from pejl.web.cases import bridge
from pejl.web.cases.actions.registering import register
from pejl.web.cases.actions.writing import Entry, Sent, new_token
from pejl.web.cases.models import Child, DeadlineRow, EventRow
from pejl.web.reception.actions.settling import name_child
from pejl.web.reception.actions.taking_in import Told
from tests.web.nordby import NOW, TODAY, Nordby, days_before, event
from tests.web.role_table import OPENS_EGEN
from tests.web.test_registering import opened

ASKED = "f_raekkefoelge"
DECISION = "/sag/egen/registrer/afgoerelse_truffet/"
HEARD = "Barnet høres før afgørelsen"


# --- what would have to come first ------------------------------------------------------------------------------


def rule(**changes: Any) -> Rule:
    """A rule of the test's own: a meeting between the services before every decision."""
    own: dict[str, Any] = {
        "key": "proeve.moede_foerst",
        "title": "Mødet kommer først",
        "starts": (match(AFGOERELSE_TRUFFET),),
        "duty": Before(),
        "met_by": (match(TVAERSMOEDE),),
        "excused_by": (),
    }
    return replace(HOERES, **(own | changes))


def told(kind: str, day: date, **fields: FieldValue) -> Event:
    return Event(
        event_id=f"{kind}-{day}", case_id="A", kind=kind, day=day, recorded_at=NOW, source="fagsystem", fields=fields
    )


COVERED = told("kilde_daekker", days_before(300))
STEP = replace(told("afgoerelse_truffet", TODAY), event_id="forud", at=NOW, source="pejl")


def asked(*events: Event, step: Event = STEP, of: Rule | None = None, taken: bool = False) -> list[Ahead]:
    book = Rulebook.of([of or rule()])
    return ahead([COVERED, *events], [step], rulebook=book, as_of=NOW, taken=taken)


def stands(*events: Event, of: Rule | None = None, step: Event = STEP, taken: bool = False) -> First:
    (found,) = asked(*events, of=of, step=step, taken=taken)
    return found.stands


def test_what_has_not_happened_is_missing_and_what_has_is_met() -> None:
    assert stands() is First.MISSING
    assert stands(told("tvaersmoede", days_before(3))) is First.MET


def test_what_happened_after_a_step_of_an_earlier_day_did_not_come_first() -> None:
    earlier = replace(STEP, day=days_before(5), at=None)
    assert stands(told("tvaersmoede", days_before(3)), step=earlier, taken=True) is First.MISSING


def test_a_source_that_never_tells_of_it_leaves_it_open() -> None:
    (found,) = ahead([told("notat", days_before(9))], [STEP], rulebook=Rulebook.of([rule()]), as_of=NOW, taken=False)
    assert found.stands is First.UNKNOWN


@pytest.mark.parametrize(
    ("born", "stand"),
    [(date(2010, 1, 1), First.MISSING), (date(2020, 1, 1), First.NOT_OWED), (None, First.UNKNOWN)],
    ids=["gammel nok", "for ung", "ukendt"],
)
def test_a_duty_from_an_age_hangs_on_the_birth(born: date | None, stand: First) -> None:
    birth = [bridge.birth_of("A", born)] if born else []
    assert stands(*birth, of=rule(when=(Aged(15),))) is stand


def test_a_paragraph_that_nobody_has_written_yet_is_an_answer_to_come_unless_it_is_done() -> None:
    only = rule(starts=(match(AFGOERELSE_TRUFFET, ParagraphIn(("§ 46",))),))
    assert stands(of=only) is First.DEPENDS
    assert stands(of=only, taken=True) is First.UNKNOWN
    assert stands(of=replace(only, when=(Aged(15),))) is First.UNKNOWN
    assert stands(told("tvaersmoede", days_before(3)), of=only) is First.MET
    assert stands(of=only, step=replace(STEP, fields={"paragraf": "§ 46, stk. 1"})) is First.MISSING
    assert stands(of=only, step=replace(STEP, fields={"paragraf": "§ 32"})) is First.NOT_OWED


def test_a_field_that_begins_a_duty_by_being_written_is_not_known_before_the_step_is_taken() -> None:
    noted = (FieldSet("fuldt_medhold"), FieldIn("fuldt_medhold", frozenset({False})))
    only = rule(starts=(match(AFGOERELSE_TRUFFET, *noted),))
    assert stands(of=only) is First.DEPENDS
    assert stands(of=only, taken=True) is First.NOT_OWED
    assert stands(of=only, step=replace(STEP, fields={"fuldt_medhold": False}), taken=True) is First.MISSING
    just_noted = rule(starts=(match(AFGOERELSE_TRUFFET, FieldSet("formaal")),))
    (found,) = asked(of=just_noted)
    assert found.stands is First.DEPENDS
    assert found.asks == (FieldSet("formaal"),)


def test_two_steps_that_are_thought_of_at_once_do_not_meet_each_other() -> None:
    steps = [replace(STEP, event_id="a"), replace(told("tvaersmoede", TODAY), event_id="b")]
    (found,) = ahead([COVERED], steps, rulebook=Rulebook.of([rule()]), as_of=NOW, taken=False)
    assert found.stands is First.MISSING


def test_a_case_of_which_nothing_but_the_birth_is_known_has_nothing_ahead() -> None:
    birth = bridge.birth_of("A", date(2015, 1, 1))
    assert ahead([birth], [STEP], rulebook=RULEBOOK, as_of=NOW) == []


# --- on the case ------------------------------------------------------------------------------------------------


def sent(nordby: Nordby) -> Sent:
    return Sent(by=nordby.people["raadgiver"], at=NOW, token=new_token())


def talked(nordby: Nordby) -> None:
    """The child is heard: after the decision there was, as the law wants it before each."""
    register(nordby.cases["egen"], Entry(kind="samtale_med_barnet", day=days_before(1)), sent=sent(nordby))


def steps_in(client: Client) -> str:
    html = client.get("/sag/egen/").content.decode()
    return html.partition('id="trin"')[2].partition("</section>")[0]


def before_decisions(client: Client) -> str:
    """What stands at the step of decisions."""
    name = '<p class="pejl-step-name">%s</p>'
    step = steps_in(client).partition(name % "Høring, visitation og afgørelse")[2]
    return step.partition(name % "Plan")[0]


@pytest.mark.parametrize("role", sorted(OPENS_EGEN))
def test_each_role_reads_what_comes_first_and_only_some_can_register_it(nordby: Nordby, role: str) -> None:
    html = steps_in(nordby.client(role))
    assert "Hvad loven kræver her" in html
    assert f"<strong>{HEARD}</strong>" in html
    assert "Barnets lov § 5, stk. 3" in html
    links = "/sag/egen/registrer/samtale_med_barnet/" in html
    assert links is (Right.REGISTER in ROLE_BY_KEY[role].rights)


def test_it_is_told_as_done_when_it_is_and_stands_last(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    before = before_decisions(client)
    talked(nordby)
    after = before_decisions(client)
    word = f'<strong>{HEARD}</strong>: <span class="pejl-before-word">%s</span>'
    assert word % "mangler" in before
    assert word % "er gjort" in after
    assert before.index(HEARD) < before.index("afhænger af svaret</span>")
    assert after.index(HEARD) > after.rindex("afhænger af svaret</span>")
    assert re.search(r"Hvad loven kræver her: 1 mangler, \d afhænger af svar, der ikke er givet endnu", before)
    assert "kan ikke afgøres</span>" not in before


def test_a_closed_case_has_no_steps_ahead(nordby: Nordby) -> None:
    html = nordby.client("raadgiver").get("/sag/lukket/").content.decode()
    assert "Hvad loven kræver her" not in html


def test_a_new_rule_shows_by_itself(nordby: Nordby, monkeypatch: pytest.MonkeyPatch) -> None:
    client = nordby.client("raadgiver")
    assert "Mødet kommer først" not in client.get(DECISION).content.decode()
    book = Rulebook.of([*RULEBOOK.rules, rule()])
    monkeypatch.setattr(bridge, "rulebook", lambda: book)
    assert "<strong>Mødet kommer først</strong>: " in steps_in(client)
    assert "<strong>Mødet kommer først</strong>" in client.get(DECISION).content.decode()


def test_consent_from_fifteen_hangs_on_the_day_of_birth(nordby: Nordby) -> None:
    client, child = nordby.client("raadgiver"), Child.objects.get(case__key="egen")
    title = next(each.title for each in RULEBOOK.rules if each.key == "barnet.samtykke_15")
    young = f'<strong>{title}</strong>: <span class="pejl-before-word">'
    assert f"{young}gælder ikke" in steps_in(client)
    Child.objects.filter(pk=child.pk).update(born=date(2010, 5, 3))
    assert f"{young}afhænger af svaret</span>. Det er et krav, hvis »Paragraf« er § 46." in steps_in(client)
    Child.objects.filter(pk=child.pk).update(born=None)
    assert f"{young}kan ikke afgøres" in steps_in(client)
    assert "Barnets fødselsdag er ikke skrevet." in steps_in(client)


def test_a_longer_case_asks_no_more_questions(nordby: Nordby) -> None:
    client, case = nordby.client("raadgiver"), nordby.cases["egen"]
    counts = []
    client.get("/sag/egen/")
    for number in (0, 30):
        more = [event(case, "samtale_med_barnet", days_ago=10 + each, thread="B1") for each in range(number)]
        EventRow.objects.bulk_create([bridge.row_of(each, case=case) for each in more])
        for address in ("/sag/egen/", DECISION):
            with CaptureQueriesContext(connection) as asked_for:
                assert client.get(address).status_code == 200
            counts.append(len(asked_for))
    assert counts[:2] == counts[2:]


# --- out of order -----------------------------------------------------------------------------------------------


def answers(client: Client, **more: str) -> dict[str, str]:
    html = client.get(DECISION).content.decode()
    unknown = dict.fromkeys(re.findall(r'name="(f_\w+)" value="ved-ikke"', html), "ved-ikke")
    decided = {"dag": TODAY.isoformat(), "forloeb": "nyt", "f_paragraf": "§ 30"}
    return {**opened(client, DECISION), **unknown, **decided, **more}


def decision() -> EventRow:
    return EventRow.objects.get(case__key="egen", kind="afgoerelse_truffet", source="pejl")


@pytest.mark.parametrize("mode", ["alene", "ved_siden_af"])
def test_what_comes_too_early_is_asked_why_and_then_registered(nordby: Nordby, mode: str, settings: Any) -> None:
    settings.PEJL_MODE = mode
    client = nordby.client("raadgiver")
    page = client.get(DECISION).content.decode()
    assert "Noget skulle komme først" in page
    assert "Barnets lov § 5, stk. 3" in page
    refused = client.post(DECISION, answers(client))
    assert refused.status_code == 422
    assert "Vælg, hvorfor det her sker før" in refused.content.decode()
    answered = client.post(DECISION, answers(client, **{ASKED: "hastede"}))
    assert answered.status_code == 302, answered.context["form"].errors
    row = decision()
    assert row.fields[RAEKKEFOELGE.name] == "hastede"
    assert "Det hastede for barnet" in client.get("/sag/egen/").content.decode()
    duty = DeadlineRow.objects.get(starts_event=row.event_id, rule=HOERES.key)
    why = client.get(f"/sag/egen/frist/{duty.mark}/").content.decode()
    assert "Hvorfor det kom først: Det hastede for barnet." in why


def test_a_wrong_answer_elsewhere_does_not_lose_the_question(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    refused = client.post(DECISION, answers(client, dag="", **{ASKED: "hastede"}))
    assert refused.status_code == 422
    html = refused.content.decode()
    assert HEARD in html.partition("Noget skulle komme først")[2]
    assert '<option value="hastede" selected' in html
    assert re.search(r"Hvorfor det sker[^<]*<span[^>]*>\(skal udfyldes\)", html)


def test_a_reason_that_is_none_is_refused(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    refused = client.post(DECISION, answers(client, **{ASKED: "fordi"}))
    assert refused.status_code == 422
    assert "Vælg en af grundene." in refused.content.decode()


def test_nothing_is_asked_where_it_came_first_and_no_reason_is_kept(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    talked(nordby)
    assert "Noget skulle komme først" not in client.get(DECISION).content.decode()
    answered = client.post(DECISION, answers(client, **{ASKED: "hastede"}))
    assert answered.status_code == 302, answered.context["form"].errors
    assert RAEKKEFOELGE.name not in decision().fields


def test_the_day_of_the_form_decides_and_not_today(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    talked(nordby)
    assert client.post(DECISION, answers(client, dag=days_before(9).isoformat())).status_code == 422


def test_what_cannot_be_judged_is_only_noted(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    EventRow.objects.filter(case__key="egen", kind="kilde_daekker").delete()
    assert client.post(DECISION, answers(client)).status_code == 302
    notes = [str(each) for each in client.get("/sag/egen/").context["messages"]]
    assert any(each.startswith(f"Det kan ikke afgøres, om »{HEARD}« skulle være gjort først") for each in notes)


def test_a_correction_keeps_the_reason(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    client.post(DECISION, answers(client, **{ASKED: "hastede"}))
    address = f"/sag/egen/ret/{decision().event_id}/"
    mended = {**opened(client, address), "f_paragraf": "§ 31", "grund": "Forkert stykke"}
    assert client.post(address, mended).status_code == 302
    row = EventRow.objects.filter(case__key="egen", kind="afgoerelse_truffet", source="pejl").latest("pk")
    assert row.fields["paragraf"] == "§ 31"
    assert row.fields[RAEKKEFOELGE.name] == "hastede"


def test_why_it_came_first_is_told_to_those_who_read_what_is_written(nordby: Nordby) -> None:
    client, told = nordby.client("raadgiver"), "Hvorfor det kom først: Det hastede for barnet."
    client.post(DECISION, answers(client, **{ASKED: "hastede"}))
    duty = DeadlineRow.objects.get(starts_event=decision().event_id, rule=HOERES.key)
    for role in sorted(OPENS_EGEN):
        html = nordby.client(role).get(f"/sag/egen/frist/{duty.mark}/").content.decode()
        assert (told in html) is (Right.TEXT in ROLE_BY_KEY[role].rights), role


@pytest.mark.parametrize("heard", [True, False], ids=["hørt", "ikke hørt"])
def test_the_reason_is_the_one_childs_and_what_a_sibling_lacks_is_said(nordby: Nordby, heard: bool) -> None:
    client = nordby.client("afdelingsleder")
    talked(nordby)
    if heard:
        register(nordby.cases["syd"], Entry(kind="samtale_med_barnet", day=days_before(1)), sent=sent(nordby))
    answered = client.post(DECISION, answers(client) | {"soeskende": ["syd"]})
    assert answered.status_code == 302, answered.context["form"].errors
    assert EventRow.objects.filter(case__key="syd", kind="afgoerelse_truffet", source="pejl").count() == 1
    notes = [str(each) for each in client.get("/sag/egen/").context["messages"]]
    said = [each for each in notes if each.startswith("Hos 1 søskende mangler noget, loven vil have gjort først")]
    assert len(said) == (not heard)
    assert all(f"»{HEARD}« (Barnets lov § 5, stk. 3)" in each and "Syd" not in each for each in said)


# --- the birth --------------------------------------------------------------------------------------------------


def due(case: Case) -> set[str]:
    """By when support for the young adult must be decided: half a year before the birthday."""
    rows = DeadlineRow.objects.filter(case=case, rule="ungestoette.besluttes")
    return {f"{row.due_at:%Y-%m-%d}" if row.due_at else row.unknown_reason for row in rows}


def scratch(case: Case) -> set[str]:
    bridge.recompute(Case.objects.get(pk=case.pk), as_of=NOW)
    return due(case)


def people_form(client: Client, born: str) -> dict[str, str]:
    return {**opened(client, "/sag/egen/mennesker/"), "barn-born": born}


def test_the_day_of_birth_reaches_the_duties_and_is_kept_nowhere(nordby: Nordby) -> None:
    assert due(nordby.cases["egen"]) == {"2034-11-03"}
    assert not EventRow.objects.filter(kind="barnet_foedt").exists()
    assert all(each.kind != "barnet_foedt" for each in bridge.ledger_events())
    assert "Barnet født" not in nordby.client("raadgiver").get("/sag/egen/").content.decode()


def test_one_and_many_cases_count_from_the_same_birth(nordby: Nordby, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bridge, "_MANY", 0)
    bridge.recompute_many(list(Case.objects.order_by("pk")), as_of=NOW)
    assert due(nordby.cases["egen"]) == {"2034-11-03"}


def test_a_birthday_put_right_moves_the_duties_at_once(nordby: Nordby) -> None:
    client, case = nordby.client("raadgiver"), nordby.cases["egen"]
    assert client.post("/sag/egen/mennesker/", people_form(client, "2018-05-03")).status_code == 302
    assert due(case) == {"2035-11-03"} == scratch(case)
    assert client.post("/sag/egen/mennesker/", people_form(client, "")).status_code == 302
    assert due(case) == scratch(case)
    assert not any(each[:2] == "20" for each in due(case))


def test_what_the_ledger_tells_of_a_birth_counts_before_the_childs_row(nordby: Nordby) -> None:
    case = nordby.cases["egen"]
    register(case, Entry(kind="barnet_foedt", day=date(2017, 6, 3)), sent=sent(nordby))
    assert due(case) == {"2034-12-03"} == scratch(case)


def test_two_days_of_birth_are_told_and_which_of_them_counts(nordby: Nordby) -> None:
    client, case, title = nordby.client("raadgiver"), nordby.cases["egen"], "Barnets fødselsdag står ikke ens"
    register(case, Entry(kind="barnet_foedt", day=date(2017, 5, 3)), sent=sent(nordby))
    html = client.get("/sag/egen/").content.decode()
    assert title not in html
    assert "3. maj 2017 til" not in html  # nothing was silent before the case began
    assert client.post("/sag/egen/mennesker/", people_form(client, "2018-05-03")).status_code == 302
    html = client.get("/sag/egen/").content.decode()
    assert title in html
    assert "Ved barnet står 3. maj 2018. Hændelsen »Barnet født« siger 3. maj 2017" in html
    assert due(case) == {"2034-11-03"}


def test_a_child_who_gets_a_name_gets_its_duties_too(nordby: Nordby) -> None:
    case = nordby.cases["egen"]
    Child.objects.filter(case=case).update(unsettled=True, born=None)
    assert not any(each[:2] == "20" for each in scratch(case))
    child = Told(told="En dreng", name="Egon Prøve", born=date(2016, 5, 3))
    name_child(case, child, within=Case.objects.none(), sent=sent(nordby))
    assert due(case) == {"2033-11-03"} == scratch(case)


def test_a_case_without_a_child_has_no_birth(nordby: Nordby) -> None:
    Child.objects.all().delete()
    assert not any(each[:2] == "20" for each in scratch(nordby.cases["egen"]))

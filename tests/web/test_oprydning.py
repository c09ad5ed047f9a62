"""Is each probable mistake found, told to the right people in the right words, and gone when it has been mended?"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pejl.web import clock
from pejl.web.access.models import Case, ChangeEntry, StaffDecision
from pejl.web.access.roles import ROLES, Right
from pejl.web.cases import bridge
from pejl.web.cases.cleanup import FAULTS, LOOKED_AT, Found, faults_in
from pejl.web.cases.cleanup_facts import facts_of
from pejl.web.cases.models import EventRow, Marking
from tests.web.lists import desk_in, row
from tests.web.nordby import NAMED, NOW, PROTECTED, TODAY, Nordby, days_before, event

NOON = datetime(2026, 5, 4, 10, tzinfo=UTC)


def add(nordby: Nordby, kind: str, *, name: str = "egen", **changes: Any) -> str:
    """An event in a case, and what follows from it; gives its id."""
    case = Case.objects.get(key=name)
    at = changes.pop("at", None)
    made = event(case, kind, **({"days_ago": 30} | changes))
    row = bridge.row_of(made, case=case)
    row.event_id = f"nyt-{EventRow.objects.count()}"
    if at:
        row.at, row.day = at, at.date()
    row.save()
    bridge.recompute(case, as_of=NOW)
    return row.event_id


def found(key: str, *, name: str = "egen") -> list[Found]:
    """The mistakes of a kind in a case."""
    facts = facts_of(Case.objects.filter(key=name), kinds=LOOKED_AT, at=NOW, today=TODAY)
    return [each for each in faults_in(facts) if each.fault.key == key]


def page(nordby: Nordby, person: str = "raadgiver", **asked: str) -> str:
    """What somebody sees."""
    answer = nordby.client(person).get(reverse("oprydning"), asked)
    assert answer.status_code == 200
    return answer.content.decode()


def say(nordby: Nordby, each: Found, said: str, *, person: str = "raadgiver", case: str = "egen") -> int:
    """Mark one of them; gives the status of the answer."""
    form = {"sag": case, "fejl": each.key, "sagt": said, "tilbage": reverse("oprydning")}
    return nordby.client(person).post(reverse("oprydning"), form).status_code


# --- what is found ----------------------------------------------------------------------------------------------


def test_an_hour_that_decides(nordby: Nordby) -> None:
    add(nordby, "vurdering_24_timer", name="syd", thread="U1", at=NOON)
    add(nordby, "underretning_modtaget", thread="U7", at=NOON)
    assert found("klokkeslaet") == []
    missing = add(nordby, "vurdering_24_timer", thread="U7", days_ago=36)
    (only,) = found("klokkeslaet")
    assert only.about == missing
    assert "har intet klokkeslæt" in only.seen


def test_an_hour_that_decides_nothing_is_no_mistake(nordby: Nordby) -> None:
    add(nordby, "vurdering_24_timer", name="syd", thread="U1", at=NOON)
    add(nordby, "underretning_modtaget", thread="U7", at=NOON)
    add(nordby, "vurdering_24_timer", thread="U7", days_ago=20)
    assert found("klokkeslaet") == []


def test_an_hour_that_the_source_never_gives_is_nobodys_mistake(nordby: Nordby) -> None:
    add(nordby, "underretning_modtaget", thread="U7", at=NOON)
    add(nordby, "vurdering_24_timer", thread="U7", days_ago=36)
    assert found("klokkeslaet") == []


def test_assessed_before_it_came(nordby: Nordby) -> None:
    add(nordby, "underretning_modtaget", thread="U7", at=NOON)
    early = add(nordby, "vurdering_24_timer", thread="U7", at=NOON - timedelta(hours=1))
    add(nordby, "vurdering_24_timer", thread="U7", at=NOON + timedelta(hours=1))
    add(nordby, "vurdering_24_timer", thread="U8", at=NOON - timedelta(days=1))
    assert [each.about for each in found("vurderet_foer_modtaget")] == [early]


@pytest.mark.parametrize(
    ("known", "wrong"),
    [(None, True), (days_before(29), True), (days_before(30), False), (days_before(40), False)],
    ids=["mangler", "efter beslutningen", "samme dag", "før"],
)
def test_when_the_need_was_known(nordby: Nordby, known: date | None, wrong: bool) -> None:
    about = add(nordby, "undersoegelse_besluttet", thread="B7", fields={"behov_kendt": known} if known else {})
    assert [each.about for each in found("behov_kendt")] == ([about] if wrong else [])


def test_a_field_that_decides(nordby: Nordby) -> None:
    before = {each.about for each in found("oplysning_mangler")}
    about = add(nordby, "anbringelse_ivaerksat", thread="I7", days_ago=40, fields={"anbringelsestype": "almen"})
    (new,) = [each for each in found("oplysning_mangler") if each.about not in before]
    assert new.about == about
    assert new.seen.endswith("mangler »Paragraf«")


def test_a_field_that_the_source_never_fills_in_is_nobodys_mistake(nordby: Nordby) -> None:
    add(nordby, "undersoegelse_besluttet", thread="B7")
    assert len(found("behov_kendt")) == 1
    for each in EventRow.objects.filter(kind="undersoegelse_besluttet"):
        each.fields = {}
        each.save()
    assert found("behov_kendt") == []


def test_the_next_follow_up(nordby: Nordby) -> None:
    about = add(nordby, "opfoelgning_holdt", thread="I1", days_ago=20)
    add(nordby, "opfoelgning_holdt", thread="I1", days_ago=10, fields={"naeste_senest": TODAY})
    assert [each.about for each in found("naeste_opfoelgning")] == [about]


def test_a_day_that_had_not_come(nordby: Nordby) -> None:
    about = add(nordby, "tvaersmoede", days_ago=30)
    EventRow.objects.filter(event_id=about).update(day=days_before(29))
    assert [each.about for each in found("fremtid")] == [about]


def test_two_letters_at_once(nordby: Nordby) -> None:
    add(nordby, "underretning_modtaget", thread="U7", at=NOON)
    add(nordby, "underretning_modtaget", thread="U9", at=NOON + timedelta(minutes=1))
    assert found("to_paa_samme_tid") == []
    about = add(nordby, "underretning_modtaget", thread="U8", at=NOON)
    assert [each.about for each in found("to_paa_samme_tid")] == [about]


def test_a_case_without_an_adviser(nordby: Nordby) -> None:
    assert len(found("ingen_raadgiver", name="uden")) == 1
    assert found("ingen_raadgiver") == []


@pytest.mark.parametrize("what", ["anbringelse", "indsats"])
def test_help_that_runs_in_a_case_that_is_over(nordby: Nordby, what: str) -> None:
    key = f"{what}_loeber"
    fields = {"paragraf": "§ 32"}
    add(nordby, f"{what}_ivaerksat", name="lukket", thread="I7", fields=fields)
    add(nordby, f"{what}_ivaerksat", name="egen", thread="I7", fields=fields)
    before = len(found(key, name="lukket"))
    assert before >= 1
    assert found(key) == []
    add(nordby, f"{what}_ophoert", name="lukket", thread="I7", days_ago=2)
    assert len(found(key, name="lukket")) == before - 1


def test_what_is_long_past_in_a_case_that_is_over_is_left(nordby: Nordby) -> None:
    add(nordby, "undersoegelse_besluttet", name="lukket", thread="B7", days_ago=800)
    assert found("behov_kendt", name="lukket") == []


def test_what_was_corrected_is_no_mistake(nordby: Nordby) -> None:
    about = add(nordby, "undersoegelse_besluttet", thread="B7")
    add(nordby, "rettelse", fields={"replaces": about, "reason": "Forkert"}, days_ago=0)
    assert found("behov_kendt") == []


# --- who sees it ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.key)
def test_the_page_is_for_those_who_clean_up(nordby: Nordby, role: Any) -> None:
    answer = nordby.client(role.key).get(reverse("oprydning"))
    assert answer.status_code == (200 if Right.CLEANUP in role.rights else 404)


def test_an_adviser_sees_their_own(nordby: Nordby) -> None:
    add(nordby, "undersoegelse_besluttet", thread="B7")
    add(nordby, "undersoegelse_besluttet", name="syd", thread="B7")
    add(nordby, "undersoegelse_besluttet", name=PROTECTED, thread="B7")
    shown = page(nordby)
    assert "Barn Egen" in shown
    assert "Barn Syd" not in shown
    assert "Barn Beskyttet" not in shown
    assert "Hvor de er" not in shown
    assert "Barn Beskyttet" in page(nordby, NAMED)


def test_leaders_see_teams_until_staff_have_been_told(nordby: Nordby) -> None:
    add(nordby, "undersoegelse_besluttet", thread="B7")
    add(nordby, "undersoegelse_besluttet", name=PROTECTED, thread="B7")
    shown = page(nordby, "teamleder")
    assert "Team Nord" in shown
    assert "?raadgiver=" not in shown
    assert "Antal for hver rådgiver kan først ses" in shown
    assert "Barn Egen" in page(nordby, "teamleder", raadgiver="SYDR")  # the filter is not there either
    StaffDecision.objects.create(informed_on=TODAY, med_on=TODAY, decided_by="Afdelingsleder", decided_at=NOW)
    shown = page(nordby, "teamleder")
    assert "?raadgiver=RAAD" in shown
    assert "Barn Egen" not in page(nordby, "teamleder", raadgiver="SYDR")
    assert "?raadgiver=" not in page(nordby, "raadgiver")


def test_the_page_asks_as_much_of_many_as_of_few(nordby: Nordby) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            page(nordby, "teamleder")
        return len(asked)

    add(nordby, "undersoegelse_besluttet", thread="B7")
    page(nordby, "teamleder")
    few = queries()
    for number in range(20):
        add(nordby, "undersoegelse_besluttet", thread=f"B{number + 10}", name=("egen", "lukket")[number % 2])
    assert queries() == few


# --- what is said and done about it -----------------------------------------------------------------------------


def test_beside_a_case_system_it_is_mended_there(nordby: Nordby, settings: Any) -> None:
    settings.PEJL_MODE = "ved_siden_af"
    about = add(nordby, "undersoegelse_besluttet", thread="B7")
    (each,) = found("behov_kendt")
    shown = page(nordby)
    assert "Ret i fagsystemet:" in shown
    assert reverse("ret", args=["egen", about]) not in shown
    assert say(nordby, each, "rettes") == 302
    shown = page(nordby)
    assert "Rettes i fagsystemet. Markeret 10. juni 2026 af Navn på raadgiver." in shown
    assert "heraf 1 markeret" in shown
    change = ChangeEntry.objects.get(action="oprydning_markeret")
    assert (change.case_key, change.what) == ("egen", {"fejl": f"behov_kendt:{about}", "sagt": "rettes"})


def test_alone_it_is_mended_on_the_case(nordby: Nordby) -> None:
    about = add(nordby, "undersoegelse_besluttet", thread="B7")
    shown = page(nordby)
    assert reverse("ret", args=["egen", about]) in shown
    assert "Ret på sagen:" in shown


def test_what_is_right_is_put_aside_and_can_be_taken_up_again(nordby: Nordby) -> None:
    add(nordby, "undersoegelse_besluttet", thread="B7")
    (each,) = found("behov_kendt")
    say(nordby, each, "er_rigtigt")
    assert each.seen not in page(nordby)
    assert each.seen in page(nordby, fejl="er_rigtigt")
    say(nordby, each, "er_rigtigt")
    say(nordby, each, "fortryd")
    assert each.seen in page(nordby)
    assert not Marking.objects.exists()
    assert ChangeEntry.objects.filter(action="oprydning_markeret").count() == 2


def test_only_what_is_there_and_theirs_can_be_marked(nordby: Nordby) -> None:
    add(nordby, "undersoegelse_besluttet", thread="B7")
    add(nordby, "undersoegelse_besluttet", name=PROTECTED, thread="B7")
    (own,), (protected,) = found("behov_kendt"), found("behov_kendt", name=PROTECTED)
    assert say(nordby, own, "rettes", person="syd") == 404
    assert say(nordby, protected, "rettes", case=PROTECTED) == 404
    assert say(nordby, protected, "rettes") == 404
    assert say(nordby, own, "noget andet") == 302
    assert not Marking.objects.exists()


def test_what_the_next_list_has_mended_is_gone_and_counted(
    nordby: Nordby, settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.PEJL_MODE = "ved_siden_af"
    settings.PEJL_DATA = settings.PEJL_MAPPINGS = tmp_path
    desk = desk_in(tmp_path, nordby=nordby)
    # The hour of the assessment decides whether it came in time; elsewhere the list has it.
    other = row(Nr="U2", Sag="S2")
    desk.taken_in(row(Sag="NB-egen", Vurderet_kl=""), other)
    (each,) = found("klokkeslaet")
    say(nordby, each, "rettes")
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(days=1))
    desk.write_mapping(pulled="2026-06-02")
    desk.taken_in(row(Sag="NB-egen"), other)
    shown = page(nordby)
    assert each.seen not in shown
    assert "Rettet siden sidste udtræk: 1." in shown


def test_every_kind_of_fault_says_what_to_do() -> None:
    for fault in FAULTS:
        assert fault.why.endswith(".")
        assert fault.mend.endswith(".")
        assert len(fault.key) + 61 <= 120  # with an event's id it is what a marking names it by

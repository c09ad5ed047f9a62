"""Does each person's day show the duties that fall on them, in the right order, and nothing that must wait?"""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from pejl.dates import end_of_day
from pejl.tables import Status, Unknown
from pejl.web.access.models import Case, Cover, LogEntry, Naming
from pejl.web.access.person import person_of
from pejl.web.cases import bridge
from pejl.web.cases.day import FAR_OFF, Day, Group, duties, held_back
from pejl.web.cases.duty_line import lines_of
from pejl.web.cases.models import Child, DeadlineRow, EventRow
from pejl.web.cases.standing import deadline_of
from tests.web.nordby import FIRST, NOW, TODAY, Nordby, event

URL = "/min-dag/"


def page(nordby: Nordby, person: str, url: str = URL) -> str:
    response = nordby.client(person).get(url)
    assert response.status_code == 200
    return response.content.decode()


def lines(html: str) -> list[str]:
    """Each duty on the page, as the words a reader meets."""
    found = re.findall(r'<li class="pejl-duty[ "].*?</li>', html, re.DOTALL)
    return [" ".join(re.sub(r"<[^>]+>", " ", each).split()) for each in found]


def section(html: str, title: str) -> str:
    """The part of the page under a heading, up to the next one."""
    _, _, after = html.partition(title)
    return re.split(r"<h2|<details class=\"details", after, maxsplit=1)[0]


def tell(nordby: Nordby, name: str, kind: str, **how: Any) -> None:
    """Something more has happened in a case."""
    case = nordby.cases[name]
    row = bridge.row_of(event(case, kind, **how), case=case)
    row.save()
    bridge.recompute(case, as_of=NOW)


# --- whose duties ---------------------------------------------------------------------------------------------


def test_an_adviser_sees_the_duties_of_their_own_cases(nordby: Nordby) -> None:
    html = page(nordby, "raadgiver")
    own = [each for each in lines(html) if "Barn Egen" in each]
    assert own
    assert not [each for each in lines(html) if "Barn Syd" in each or "Barn Uden" in each or "Barn Beskyttet" in each]
    # The 24 hours fall on the reception, and on the adviser of the case as well.
    assert any("24-timers vurdering" in each for each in own)
    assert not any("Kvittering" in each or "tilsynsbesøg" in each for each in own)


def test_a_role_that_takes_turns_sees_its_own_kind_of_duty_in_its_units(nordby: Nordby) -> None:
    titles = {"modtagelse": "24-timers vurdering", "administrativ": "Kvittering", "tilsynskonsulent": "tilsynsbesøg"}
    for person, title in titles.items():
        found = lines(page(nordby, person))
        assert {name for name in ("Egen", "Syd", "Uden") if any(f"Barn {name}" in each for each in found)} == {
            "Egen",
            "Syd",
            "Uden",
        }, person
        assert any(title in each for each in found), person
        assert not any("Barnet høres" in each or "Undersøgelsen" in each for each in found), person
        assert not any("Barn Beskyttet" in each for each in found), person


def test_a_stand_in_sees_what_falls_on_the_absent_adviser(nordby: Nordby) -> None:
    assert lines(page(nordby, "vikar")) == []
    Cover.objects.create(initials="RAAD", user=nordby.people["vikar"], first=TODAY, last=TODAY, given_by="Teamleder")
    found = lines(page(nordby, "vikar"))
    assert any("Barn Egen" in each and "Rådgiver: RAAD" in each for each in found)
    assert not any("Barn Beskyttet" in each for each in found)


def test_a_second_adviser_sees_the_case_they_are_named_in(nordby: Nordby) -> None:
    assert lines(page(nordby, "medraadgiver")) == []
    Naming.objects.create(
        case=nordby.cases["syd"],
        user=nordby.people["medraadgiver"],
        named_as=Naming.As.MEDRAADGIVER,
        first=FIRST,
        given_by="Teamleder",
    )
    found = lines(page(nordby, "medraadgiver"))
    assert found
    assert all("Barn Syd" in each for each in found)


def test_an_adviser_named_in_a_protected_case_of_a_colleague_is_not_given_its_duties(nordby: Nordby) -> None:
    assert not any("Barn Beskyttet" in each for each in lines(page(nordby, "navngivet")))


@pytest.mark.parametrize("person", ["teamleder", "afdelingsleder"])
def test_a_leader_is_told_where_to_look(nordby: Nordby, person: str) -> None:
    html = page(nordby, person)
    assert "På din rolle falder der ingen" in html
    assert "/overblik/" in html
    assert lines(html) == []


@pytest.mark.parametrize("person", ["centerchef", "visitationsudvalg", "datakonsulent", "systemansvarlig"])
def test_others_have_no_such_page(nordby: Nordby, person: str) -> None:
    assert nordby.client(person).get(URL).status_code == 404


def test_a_day_without_duties_says_so(nordby: Nordby) -> None:
    assert "Der er ikke noget, der venter på dig." in page(nordby, "vikar")


# --- in which group -------------------------------------------------------------------------------------------


def due(nordby: Nordby, rule: str, *, days: int) -> None:
    """Let one duty of the adviser's own case be due so many days from today."""
    at = end_of_day(TODAY + timedelta(days=days))
    DeadlineRow.objects.filter(case=nordby.cases["egen"], rule=rule).update(due_at=at, warn_at=at)


@pytest.mark.parametrize(
    ("days", "title"),
    [(-1, "Overskredet"), (0, ">I dag"), (1, "Denne uge"), (4, "Denne uge"), (5, "Senere")],
)
def test_a_duty_stands_under_the_day_it_is_due(nordby: Nordby, days: int, title: str) -> None:
    # Today is a Wednesday: Sunday is four days off.
    due(nordby, "undersoegelse.afsluttes", days=days)
    assert "Undersøgelsen afsluttes" in section(page(nordby, "raadgiver"), title)


def test_an_hour_duty_tells_its_hour(nordby: Nordby) -> None:
    # Received yesterday at 9.30, so the 24 hours ran out today at 9.30 local time.
    found = next(each for each in lines(page(nordby, "raadgiver")) if "24-timers vurdering" in each)
    assert "udløb i dag kl. 09.30" in found


def test_what_cannot_be_judged_stands_apart_with_its_reason(nordby: Nordby) -> None:
    row = DeadlineRow.objects.filter(case=nordby.cases["egen"], rule="undersoegelse.afsluttes")
    row.update(unknown_reason="startdato_mangler", due_at=None, warn_at=None)
    html = page(nordby, "raadgiver")
    assert "Kan ikke afgøres (" in html
    assert "Startdatoen mangler" not in html
    apart = page(nordby, "raadgiver", f"{URL}?gruppe=kan-ikke-afgoeres")
    assert any("Undersøgelsen" in each and "Startdatoen mangler" in each for each in lines(apart))


def test_a_field_that_is_missing_is_named_and_can_be_mended(nordby: Nordby) -> None:
    start = EventRow.objects.get(event_id="egen-underretning_modtaget-300-U1")
    html = page(nordby, "raadgiver", f"{URL}?gruppe=kan-ikke-afgoeres")
    assert "Der mangler: »Mistanke om overgreb«" in html
    assert f"/sag/egen/ret/{start.event_id}/" in html


def test_what_should_have_come_first_is_not_among_what_can_be_done(nordby: Nordby) -> None:
    assert "Barnet høres før afgørelsen" not in page(nordby, "raadgiver")
    assert "Barnet høres før afgørelsen" in page(nordby, "raadgiver", f"{URL}?gruppe=skulle-vaere-sket")


@pytest.mark.parametrize("person", ["raadgiver", "modtagelse"])
def test_a_closed_case_stands_apart(nordby: Nordby, person: str) -> None:
    # But for what comes before all else: closing the case does not make the talk with the child fall away.
    assert [each for each in lines(page(nordby, person)) if "Barn Lukket" in each and "Samtale med" not in each] == []
    apart = lines(page(nordby, person, f"{URL}?gruppe=afsluttede-sager"))
    assert any("Barn Lukket" in each for each in apart)
    assert all("Sagen er afsluttet" in each for each in apart)


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ("aktindsigt_bedt", "Aktindsigt eller besked inden syv arbejdsdage"),
        ("aktindsigt_udsat", "Aktindsigt, når der er skrevet, at det tager længere tid"),
        ("klage_modtaget", "Klagen genvurderes inden fire uger"),
        ("naevn_spoerger", "Svar til Ungdomskriminalitetsnævnet inden syv dage"),
        ("formandsafgoerelse_ivaerksat", "Formandens afgørelse godkendes inden syv dage"),
        ("rusbehandling_oensket", "Behandling for stofmisbrug"),
    ],
)
def test_what_closing_does_not_end_is_still_to_be_done_in_a_closed_case(nordby: Nordby, asked: str, title: str) -> None:
    tell(nordby, "lukket", asked, days_ago=1)
    html = page(nordby, "raadgiver")
    assert [each for each in lines(html) if "Barn Lukket" in each and title in each]


def test_a_group_apart_is_fetched_into_its_place(nordby: Nordby) -> None:
    url = f"{URL}?gruppe=skulle-vaere-sket"
    part = nordby.client("raadgiver").get(url, headers={"HX-Request": "true"}).content.decode()
    assert "Barnet høres før afgørelsen" in part
    assert "<html" not in part


def test_the_numbers_at_the_top_are_those_below(nordby: Nordby) -> None:
    html = page(nordby, "raadgiver")
    lead = re.search(r'<p class="pejl-lead">(.*?)</p>', html)
    assert lead
    assert f"{len(lines(section(html, 'Overskredet')))} overskredet" in lead[1]
    # Of those without a number, several of a case stand on one line.
    told = lines(section(html, "Uden frist i tal"))
    numbers = [int(found[1]) if (found := re.search(r"(\d+) pligter uden frist i tal", each)) else 1 for each in told]
    assert max(numbers) > 1
    assert f"{sum(numbers)} uden frist i tal" in lead[1]


def test_duties_without_a_number_stand_together_but_for_a_child_s_safety(nordby: Nordby) -> None:
    # Abuse is suspected, and the child has help already: what follows stands alone, and above what can wait.
    again, safety, *quiet = lines(section(page(nordby, "raadgiver"), "Uden frist i tal"))
    assert "Genvurdering, når barnet allerede får hjælp" in again
    assert "Undersøgelse ved overgreb eller mistanke om det" in safety
    together = next(each for each in quiet if "pligter uden frist i tal" in each)
    for title in ("Screening efter en underretning", "Støtteperson til forældrene", "må have en bisidder"):
        assert title in together
    assert not [each for each in quiet if each != together and "Screening" in each]
    # Each of them stands by itself where all of the group are shown.
    alone = lines(page(nordby, "raadgiver", f"{URL}?gruppe=uden-frist"))
    assert [each for each in alone if "Screening" in each and "Registrér" in each]


def test_the_groups_follow_from_how_the_duties_stand(nordby: Nordby) -> None:
    more_cases(nordby, 2)
    day = Day(person_of(nordby.people["raadgiver"], on=TODAY), TODAY, NOW, bridge.rulebook())
    statuses = {
        Group.OVERSKREDET: {Status.OVERDUE},
        Group.I_DAG: {Status.OPEN},
        Group.DENNE_UGE: {Status.OPEN},
        Group.SENERE: {Status.OPEN},
        Group.UDEN_FRIST: {Status.OPEN},
        Group.UAFGJORT: {Status.UNKNOWN},
        Group.FOR_SENT: {Status.OVERDUE, Status.OPEN},
        Group.LUKKET: {Status.OVERDUE, Status.OPEN},
    }
    found = {**duties(day), **duties(day, closed=True)}
    assert {Group.OVERSKREDET, Group.UDEN_FRIST, Group.UAFGJORT, Group.FOR_SENT, Group.LUKKET} <= set(found)
    for group, allowed in statuses.items():
        rows = DeadlineRow.objects.in_bulk([duty.pk for duty in found.get(group, ())]).values()
        assert {deadline_of(row).status(NOW) for row in rows} <= allowed, group


def test_what_comes_first_is_the_same_in_both_questions(nordby: Nordby) -> None:
    day = Day(person_of(nordby.people["raadgiver"], on=TODAY), TODAY, NOW, bridge.rulebook())
    first = {duty.case_id for duty in duties(day)[Group.FOERST]}
    assert first == set(held_back([own.case_id for own in day.own]))
    assert first


@pytest.mark.parametrize("person", ["raadgiver", "modtagelse", "administrativ", "tilsynskonsulent"])
def test_what_must_be_waited_for_is_known_without_another_question(nordby: Nordby, person: str) -> None:
    more_cases(nordby, 6)
    Case.objects.filter(key__in=("flere-1", "flere-3")).update(closed=True)
    day = Day(person_of(nordby.people[person], on=TODAY), TODAY, NOW, bridge.rulebook())
    waiting = {duty.case_id for duty in day.waiting}
    assert waiting
    asked = held_back(waiting)
    assert {case: rules for case, rules in day.held_back.items() if case in waiting} == asked
    assert asked


# --- before all else ------------------------------------------------------------------------------------------


def test_the_risk_assessment_stands_first_and_nothing_else_urges_contact(nordby: Nordby) -> None:
    # An older notification in the same case still asks for a meeting with the family.
    html = page(nordby, "raadgiver")
    first = lines(html)[:2]
    assert any("Risikovurdering ved æreskonflikt" in each for each in first)
    assert any("Samtale med barnet ved mistanke om overgreb" in each for each in first)
    waiting = [each for each in lines(html) if "Barn Egen" in each and "partshøring" in each]
    assert waiting
    assert all("Venter på risikovurderingen" in each for each in waiting)
    own = nordby.cases["egen"].key
    assert f"/sag/{own}/registrer/partshoering_indkaldt/" not in html
    assert f"/sag/{own}/registrer/risikovurdering/" in html


def test_it_holds_for_those_the_assessment_does_not_fall_on(nordby: Nordby) -> None:
    # A receipt to a school turns to nobody at home; to the family it does.
    html = page(nordby, "administrativ")
    assert "/sag/egen/registrer/kvittering_sendt/" in html
    DeadlineRow.objects.filter(case__key="egen", rule="underretning.kvitteres").update(notifier="familie")
    html = page(nordby, "administrativ")
    assert "/sag/egen/registrer/kvittering_sendt/" not in html
    assert any("Barn Egen" in each and "Venter på risikovurderingen" in each for each in lines(html))


def test_when_both_are_done_the_meeting_may_be_called(nordby: Nordby) -> None:
    tell(nordby, "egen", "risikovurdering", days_ago=0, thread="U2")
    html = page(nordby, "raadgiver")
    waiting = [each for each in lines(html) if "Barn Egen" in each and "partshøring" in each]
    assert all("Venter på samtalen med barnet" in each for each in waiting)
    tell(nordby, "egen", "samtale_med_barnet", days_ago=0)
    assert "/sag/egen/registrer/partshoering_indkaldt/" in page(nordby, "raadgiver")


def test_what_no_source_would_tell_is_outstanding_until_somebody_says_it_is_done(nordby: Nordby) -> None:
    EventRow.objects.filter(case__key="egen", kind="kilde_daekker").delete()
    bridge.recompute(nordby.cases["egen"], as_of=NOW)
    rows = DeadlineRow.objects.filter(case__key="egen", rule="screening.risikovurdering")
    assert rows.filter(unknown_reason=Unknown.NOT_COVERED).exists()
    assert "Risikovurdering ved æreskonflikt" in section(page(nordby, "raadgiver"), "Før alt andet")


# --- cases that stand still -----------------------------------------------------------------------------------


def test_an_open_case_in_which_nothing_waits_is_listed(nordby: Nordby) -> None:
    assert "Sager uden næste skridt" not in page(nordby, "raadgiver")
    DeadlineRow.objects.filter(case__key="egen").update(met_at=NOW)
    html = section(page(nordby, "raadgiver"), "Sager uden næste skridt")
    assert "Barn Egen" in html
    assert "Barn Lukket" not in html


# --- why? -----------------------------------------------------------------------------------------------------


def mark(case: str, rule: str) -> str:
    found = DeadlineRow.objects.filter(case__key=case, rule=rule).order_by("-starts_at").first()
    assert found
    return found.mark


def test_why_gives_the_steps_with_the_source_and_is_logged(nordby: Nordby) -> None:
    url = f"/sag/egen/frist/{mark('egen', 'underretning.vurderes')}/"
    html = page(nordby, "raadgiver", url)
    assert "Startede med »Underretning modtaget«" in html
    assert 'href="https://www.lovguiden.dk/loven/' in html
    assert "/sag/egen/registrer/vurdering_24_timer/" in html
    assert LogEntry.objects.filter(act=LogEntry.Act.READ, case_key="egen", username="raadgiver").count() == 2
    part = nordby.client("raadgiver").get(url, headers={"HX-Request": "true"}).content.decode()
    assert "Startede med »Underretning modtaget«" in part
    assert "<html" not in part


def test_why_does_not_urge_contact_either(nordby: Nordby) -> None:
    found = mark("egen", "lokal.partshoering_indkaldes")
    DeadlineRow.objects.filter(mark=found).update(excused_reason="")
    html = page(nordby, "raadgiver", f"/sag/egen/frist/{found}/")
    assert "/registrer/partshoering_indkaldt/" not in html
    assert "kontakt ikke forældre og netværk før" in html


@pytest.mark.parametrize("person", ["syd", "centerchef", "teamleder_syd"])
def test_why_is_only_for_those_who_may_see_the_case(nordby: Nordby, person: str) -> None:
    url = f"/sag/egen/frist/{mark('egen', 'underretning.vurderes')}/"
    assert nordby.client(person).get(url).status_code == 404


def test_a_duty_that_is_no_more_has_no_page(nordby: Nordby) -> None:
    assert nordby.client("raadgiver").get("/sag/egen/frist/0123456789abcdef/").status_code == 404


def test_who_may_not_read_text_does_not_read_a_reason(nordby: Nordby) -> None:
    tell(nordby, "egen", "partshoering_undladt", days_ago=295, thread="U1", fields={"begrundelse": "Hemmelig grund"})
    url = f"/sag/egen/frist/{DeadlineRow.objects.get(case__key='egen', excused_reason='Hemmelig grund').mark}/"
    assert "Hemmelig grund" in page(nordby, "raadgiver", url)
    assert "Hemmelig grund" not in page(nordby, "administrativ", url)


# --- how much it costs, and what is written down --------------------------------------------------------------


def more_cases(nordby: Nordby, number: int) -> None:
    for each in range(number):
        case = Case.objects.create(key=f"flere-{each}", number=f"NB-flere-{each}")
        Child.objects.create(case=case, name=f"Barn {each}", name_sort=f"barn {each}")
        told = [
            event(case, "kilde_daekker", days_ago=400),
            event(case, "raadgiver_tildelt", days_ago=30, done_by="RAAD"),
            event(case, "underretning_modtaget", days_ago=20, thread="U1", hours_ago=1),
        ]
        EventRow.objects.bulk_create([bridge.row_of(each, case=case) for each in told])
    bridge.recompute_many(list(Case.objects.filter(key__startswith="flere")), as_of=NOW)


def queries(client: Client, url: str) -> int:
    with CaptureQueriesContext(connection) as caught:
        assert client.get(url).status_code == 200
    return len(caught)


@pytest.mark.parametrize("person", ["raadgiver", "modtagelse"])
@pytest.mark.parametrize("url", [URL, f"{URL}?gruppe=overskredet"])
def test_more_rows_ask_no_more_questions(nordby: Nordby, url: str, person: str) -> None:
    client = nordby.client(person)
    client.get(url)
    before = queries(client, url)
    more_cases(nordby, 30)
    assert queries(client, url) == before
    assert before <= 16


def test_long_groups_are_cut_and_can_be_seen_whole(nordby: Nordby) -> None:
    more_cases(nordby, 30)
    html = section(page(nordby, "raadgiver"), "Overskredet")
    assert len(lines(html)) == 25
    assert "Vis alle" in html
    whole = page(nordby, "raadgiver", f"{URL}?gruppe=overskredet")
    assert len(lines(whole)) > 30


def test_the_list_is_written_down_without_names(nordby: Nordby) -> None:
    shown = len(lines(page(nordby, "raadgiver")))
    entry = LogEntry.objects.filter(act=LogEntry.Act.LIST, username="raadgiver").latest("pk")
    assert entry.detail == {"side": "min-dag", "antal": shown}


def test_a_case_worked_out_anew_while_the_page_is_made_breaks_nothing(nordby: Nordby) -> None:
    day = Day(person_of(nordby.people["raadgiver"], on=TODAY), TODAY, NOW, bridge.rulebook())
    found = duties(day)[Group.OVERSKREDET]
    assert found
    bridge.recompute(nordby.cases["egen"], as_of=NOW)
    assert not DeadlineRow.objects.filter(pk__in=[duty.pk for duty in found])
    assert [line.row for line in lines_of(found, cases=day.known, first=day.held_back, day=day)] == found


def test_what_is_due_years_ahead_is_no_part_of_the_day(nordby: Nordby) -> None:
    far = DeadlineRow.objects.get(case=nordby.cases["egen"], rule="ungestoette.besluttes", met_at=None)
    assert far.due_at
    assert far.due_at > NOW + FAR_OFF
    told = page(nordby, "raadgiver", f"{URL}?gruppe=senere")
    assert not [each for each in lines(told) if "støtte efter 18 år" in each]
    DeadlineRow.objects.filter(pk=far.pk).update(warn_at=NOW + FAR_OFF, due_at=NOW + FAR_OFF)
    told = page(nordby, "raadgiver", f"{URL}?gruppe=senere")
    assert [each for each in lines(told) if "støtte efter 18 år" in each]

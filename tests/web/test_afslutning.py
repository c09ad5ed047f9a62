"""Is a case closed by the procedure: what is missing named, nobody locked out, and no late duty cleaned away?"""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from pejl.events import FieldValue
from pejl.web.access.models import Case, ChangeEntry
from pejl.web.cases.closing import CHECKLIST
from pejl.web.cases.models import DeadlineRow, EventRow
from tests.web.nordby import NOW, TODAY, Nordby
from tests.web.test_registering import messages_of, opened
from tests.web.test_sagens_vej import a_case, tell, worked

URL = "/sag/{}/afslut/"


def lines(html: str) -> dict[str, tuple[str, str]]:
    """How each line of the list stands, and the whole of it, by its title."""
    titles = {check.title for check in CHECKLIST}
    found = {}
    for item in re.findall(r'<li class="pejl-step .*?(?=<li class="pejl-step |</section>)', html, re.DOTALL):
        title = re.search(r'pejl-step-name">([^<]*)<', item)
        standing = re.search(r'pejl-step-standing">([^<]*)<', item)
        assert title
        assert standing
        found[title[1]] = (standing[1], item)
    assert set(found) == titles
    return found


def page(client: Client, case: str, status: int = 200) -> str:
    response = client.get(URL.format(case))
    assert response.status_code == status
    return response.content.decode()


def missing(html: str) -> set[str]:
    return {title for title, (standing, _) in lines(html).items() if standing == "Mangler"}


def ready(nordby: Nordby) -> Case:
    """The worked case, not closed yet."""
    case = worked(nordby)
    row = EventRow.objects.get(case=case, kind="sag_afsluttet")
    tell(case, ("rettelse", 0, "", {"replaces": row.event_id, "reason": "Ikke afsluttet alligevel"}))
    case.refresh_from_db()
    assert not case.closed
    return case


def close(client: Client, case: str, **answers: str) -> int:
    """Close a case on its page; gives the status."""
    url = URL.format(case)
    response = client.post(url, {**opened(client, url), "dag": TODAY.isoformat(), "f_effekt": "delvist", **answers})
    return response.status_code


# --- the list -------------------------------------------------------------------------------------------------


def test_a_case_with_everything_in_place_is_closed_without_a_reason(nordby: Nordby) -> None:
    ready(nordby)
    client = nordby.client("raadgiver")
    html = page(client, "gennemarbejdet")
    assert missing(html) == set()
    assert "Intet mangler." in html
    assert 'name="f_begrundelse"' not in html
    fields = {**opened(client, URL.format("gennemarbejdet")), "dag": TODAY.isoformat(), "f_effekt": "delvist"}
    response = client.post(URL.format("gennemarbejdet"), {**fields, "f_vurdering": "Det går godt nok"}, follow=True)
    assert response.redirect_chain[-1][0] == "/sag/gennemarbejdet/"
    assert "Sagen er afsluttet" in messages_of(response)
    row = EventRow.objects.filter(case__key="gennemarbejdet", kind="sag_afsluttet").latest("pk")
    assert row.fields == {"effekt": "delvist", "vurdering": "Det går godt nok"}
    assert (row.done_by, row.day) == ("RAAD", TODAY)
    assert Case.objects.get(key="gennemarbejdet").closed
    assert ChangeEntry.objects.get(action="sag_afsluttet").what == {"event": row.event_id, "mangler": 0}


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("indsats_ophoert", "Indsatserne er ophørt eller givet videre"),
        ("opfoelgning_holdt", "Der er fulgt op på hver indsats"),
        ("statusudtalelse", "Statusudtalelser er samlet"),
        ("maal_vurderet", "Målene er vurderet"),
        ("tilbagemelding_almen", "Tilbagemelding til skole, dagtilbud eller sundhedspleje"),
        ("familie_orienteret", "Familien har fået det at vide"),
        ("svar_til_barnet", "Barnet har fået det at vide"),
        ("tilbagemelding_underretter", "Tilbagemelding til den faglige underretter"),
    ],
)
def test_each_line_that_is_missing_has_a_way_to_register_it_and_back(nordby: Nordby, kind: str, title: str) -> None:
    case = ready(nordby)
    EventRow.objects.filter(case=case, kind=kind).delete()
    tell(case)
    client = nordby.client("raadgiver")
    standing, item = lines(page(client, "gennemarbejdet"))[title]
    assert standing == "Mangler"
    link = re.search(rf'href="(/sag/gennemarbejdet/registrer/{kind}/\?[^"]*fra=afslut)"', item)
    assert link
    form = opened(client, link[1].replace("&amp;", "&"))
    if kind in ("indsats_ophoert", "opfoelgning_holdt", "statusudtalelse", "maal_vurderet"):
        thread = "M1" if kind == "maal_vurderet" else "I1"
        assert form["forloeb"] == thread


def test_what_is_registered_from_the_list_leads_back_to_it(nordby: Nordby) -> None:
    ready(nordby)
    EventRow.objects.filter(case__key="gennemarbejdet", kind="tilbagemelding_almen").delete()
    client, url = nordby.client("raadgiver"), "/sag/gennemarbejdet/registrer/tilbagemelding_almen/?fra=afslut"
    response = client.post(url, {**opened(client, url), "dag": TODAY.isoformat()})
    assert response["Location"] == URL.format("gennemarbejdet")
    assert missing(page(client, "gennemarbejdet")) == set()


def test_leaving_the_child_out_with_a_reason_is_not_missing(nordby: Nordby) -> None:
    case = ready(nordby)
    EventRow.objects.filter(case=case, kind="svar_til_barnet").delete()
    why: dict[str, FieldValue] = {"hvem": "barnet", "hvorfor_ikke": "afslog", "begrundelse": "Ville ikke tale"}
    tell(case, ("inddragelse_undladt", 5, "", why))
    standing, item = lines(page(nordby.client("raadgiver"), "gennemarbejdet"))["Barnet har fået det at vide"]
    assert standing == "Undladt med begrundelse"
    assert "Ville ikke" in item


def test_an_answer_to_the_child_while_the_help_went_on_is_not_about_the_closing(nordby: Nordby) -> None:
    case = ready(nordby)
    EventRow.objects.filter(case=case, kind__in=("svar_til_barnet", "indsats_ophoert")).delete()
    tell(case, ("svar_til_barnet", 5, "", {}))
    assert "Barnet har fået det at vide" in missing(page(nordby.client("raadgiver"), "gennemarbejdet"))


def test_what_was_told_before_the_case_was_opened_again_does_not_count(nordby: Nordby) -> None:
    case = worked(nordby)
    tell(case, ("sag_genaabnet", 10, "", {"begrundelse": "Ny bekymring"}))
    found = missing(page(nordby.client("raadgiver"), "gennemarbejdet"))
    assert {"Familien har fået det at vide", "Barnet har fået det at vide"} <= found


def test_without_any_effort_nothing_is_asked_of_efforts(nordby: Nordby) -> None:
    a_case(nordby, "tom")
    found = lines(page(nordby.client("raadgiver"), "tom"))
    for title in ("Indsatserne er ophørt eller givet videre", "Statusudtalelser er samlet", "Målene er vurderet"):
        assert found[title][0] == "Ikke relevant"


# --- closing with something missing ---------------------------------------------------------------------------


def test_closing_with_something_missing_takes_a_reason_and_is_never_refused_with_one(nordby: Nordby) -> None:
    a_case(nordby, "tom")
    client, url = nordby.client("raadgiver"), URL.format("tom")
    fields = {**opened(client, url), "dag": TODAY.isoformat(), "f_effekt": "ingen_indsats"}
    refused = client.post(url, fields)
    assert refused.status_code == 422
    assert "Skriv, hvorfor sagen afsluttes nu" in refused.content.decode()
    assert not Case.objects.get(key="tom").closed
    assert client.post(url, {**fields, "f_begrundelse": "Familien er rejst"}).status_code == 302
    assert Case.objects.get(key="tom").closed
    assert EventRow.objects.get(case__key="tom", kind="sag_afsluttet").fields["begrundelse"] == "Familien er rejst"


def test_what_went_missing_while_the_form_stood_open_takes_a_reason_too(nordby: Nordby) -> None:
    case = ready(nordby)
    client, url = nordby.client("raadgiver"), URL.format("gennemarbejdet")
    fields = {**opened(client, url), "dag": TODAY.isoformat(), "f_effekt": "opnaaet"}
    tell(case, ("aftale_indgaaet", 0, "A1", {"hvad": "Ringe til skolen"}))
    answer = client.post(url, fields)
    assert answer.status_code == 422
    assert "Det aftalte er gjort" in missing(answer.content.decode())


def test_a_double_click_closes_once_and_a_closed_case_is_not_closed_again(nordby: Nordby) -> None:
    ready(nordby)
    client, url = nordby.client("raadgiver"), URL.format("gennemarbejdet")
    fields = {**opened(client, url), "dag": TODAY.isoformat(), "f_effekt": "opnaaet"}
    other = {**opened(client, url), "dag": TODAY.isoformat(), "f_effekt": "ikke", "f_begrundelse": "Igen"}
    assert client.post(url, fields).status_code == 302
    assert "Det er allerede registreret" in client.post(url, fields).content.decode()
    assert client.post(url, other).status_code == 409
    rows = EventRow.objects.filter(case__key="gennemarbejdet", kind="sag_afsluttet", recorded_at=NOW)
    assert rows.count() == 1
    assert "Sagen er afsluttet" in page(client, "gennemarbejdet")


def test_a_day_that_has_not_come_is_refused(nordby: Nordby) -> None:
    ready(nordby)
    client, url = nordby.client("raadgiver"), URL.format("gennemarbejdet")
    answer = client.post(url, {**opened(client, url), "dag": "2026-06-11", "f_effekt": "opnaaet"})
    assert answer.status_code == 422
    assert "Dagen er ikke kommet endnu" in answer.content.decode()


def test_the_ordinary_form_leads_to_the_procedure(nordby: Nordby) -> None:
    response = nordby.client("raadgiver").get("/sag/egen/registrer/sag_afsluttet/")
    assert (response.status_code, response["Location"]) == (302, URL.format("egen"))


# --- what closing does to the duties --------------------------------------------------------------------------


def test_a_duty_that_is_late_stays_late_and_one_that_is_not_ends(nordby: Nordby) -> None:
    """The page says beforehand what the engine does afterwards."""
    case = a_case(nordby, "frister")
    placed: dict[str, FieldValue] = {"paragraf": "§ 46"}
    tell(
        case,
        ("afgoerelse_truffet", 120, "I1", placed),
        ("anbringelse_ivaerksat", 60, "I1", placed),
    )
    client = nordby.client("raadgiver")
    html = page(client, "frister")
    stays, _, stops = html.partition("Bliver stående som overskredet")[2].partition("<h3>Bortfalder</h3>")
    assert "Plan ved anbringelse med samtykke" in stays
    assert "Første opfølgning" in stops
    assert close(client, "frister", f_begrundelse="Flyttet til udlandet") == 302
    rows = {row.rule: row for row in DeadlineRow.objects.filter(case=case, thread_id="I1")}
    plan, follow_up = rows["plan.anbringelse"], rows["opfoelgning.foerste"]
    assert plan.due_at
    assert plan.stopped_at
    assert plan.stopped_at > plan.due_at
    assert follow_up.due_at
    assert follow_up.stopped_at
    assert follow_up.stopped_at < follow_up.due_at
    assert "overskredet" in client.get("/sag/frister/planen/").content.decode()


# --- who, where, and how much it costs ------------------------------------------------------------------------


def test_contact_is_not_urged_before_the_childs_safety_has_been_looked_at(nordby: Nordby) -> None:
    html = page(nordby.client("raadgiver"), "egen")
    assert "Barnets sikkerhed" in missing(html)
    assert "/registrer/familie_orienteret/" not in html
    assert "/registrer/tilbagemelding_almen/" in html


@pytest.mark.parametrize("person", ["syd", "visitationsudvalg", "centerchef", "datakonsulent"])
def test_who_may_not_write_in_the_case_cannot_close_it(nordby: Nordby, person: str) -> None:
    client = nordby.client(person)
    assert client.get(URL.format("egen")).status_code == 404
    answer = client.post(URL.format("egen"), {"dag": TODAY.isoformat(), "f_effekt": "opnaaet", "token": "t"})
    assert answer.status_code == 404
    assert not Case.objects.get(key="egen").closed


def test_beside_a_case_system_only_codes_and_a_short_reason_are_asked(nordby: Nordby, settings: Settings) -> None:
    a_case(nordby, "tom")
    settings.PEJL_MODE = "ved_siden_af"
    html = page(nordby.client("raadgiver"), "tom")
    assert 'name="f_vurdering"' not in html
    assert '<input type="text" name="f_begrundelse"' in html


def test_a_long_case_asks_no_more_questions_than_an_empty_one(nordby: Nordby) -> None:
    a_case(nordby, "tom")
    ready(nordby)
    client = nordby.client("raadgiver")
    counts = []
    for case in ("tom", "gennemarbejdet"):
        page(client, case)
        with CaptureQueriesContext(connection) as caught:
            page(client, case)
        counts.append(len(caught))
    assert counts[0] == counts[1] <= 30

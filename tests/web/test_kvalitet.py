"""Is an investigation's quality judged by a leader alone, whole, of what is finished, and never as if it were law?"""

import re
from html import unescape

import pytest
from django.test import Client
from pytest_django import Settings

from pejl.events import KVALITETSMAERKER, FieldValue
from pejl.web.cases import bridge
from pejl.web.cases.models import DeadlineRow, EventRow
from tests.web.nordby import NOW, TODAY, Nordby, event
from tests.web.overview_pages import words

KIND = "undersoegelse_kvalitet_vurderet"
URL = f"/sag/egen/registrer/{KIND}/"
ALL_YES = {f"f_{mark.name}": "ja" for mark, _ in KVALITETSMAERKER}
TEXT: dict[str, FieldValue] = {
    "vurdering": "Barnet trives ikke. Det ses af, at barnet ikke kommer i skole. Far og mor vil gerne have hjælp. "
    "Vi har set barnet to gange, og det var glad begge gange.",
    "ics_barnet": "Udviklingsmæssige vanskeligheder dokumenteres fortløbende i dagtilbuddet.",
}


def finish(nordby: Nordby, *, days_ago: int = 20, thread: str = "B1", **fields: FieldValue) -> None:
    case = nordby.cases["egen"]
    told = event(case, "undersoegelse_afsluttet", days_ago=days_ago, thread=thread, fields={**TEXT, **fields})
    bridge.row_of(told, case=case).save()
    bridge.recompute_many([case], as_of=NOW)


def opened(client: Client) -> dict[str, str]:
    html = client.get(URL).content.decode()
    hidden = dict(re.findall(r'name="(token|set)" value="([^"]+)"', html))
    return {**hidden, "dag": TODAY.isoformat(), "forloeb": "B1", "udfoert_af": "TEAM"}


def spoken(html: str) -> str:
    """All of it, what stands beside the form too."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def judged() -> list[EventRow]:
    return list(EventRow.objects.filter(kind=KIND))


def test_a_leader_judges_once_and_it_stands_on_the_course(nordby: Nordby) -> None:
    finish(nordby)
    client = nordby.client("teamleder")
    sent = {**opened(client), **ALL_YES, "f_kval_laes": "delvist", "f_kval_laes_fordi": "Lange sætninger"}
    duties = list(DeadlineRow.objects.filter(case__key="egen").order_by("pk").values_list("rule", "met_event"))
    assert client.post(URL, sent).status_code == 302
    assert client.post(URL, sent).status_code == 200  # told that it stands there already
    (row,) = judged()
    assert (row.thread_id, row.source, row.fields["kval_laes"], row.fields["kval_fokus"]) == (
        "B1",
        "pejl",
        "delvist",
        "ja",
    )
    assert "kval_fokus_fordi" not in row.fields
    # A judgement of quality meets no duty and begins none.
    after = DeadlineRow.objects.filter(case__key="egen").order_by("pk").values_list("rule", "met_event")
    assert sorted(after) == sorted(duties)
    told = words(client.get("/sag/egen/?alle=1").content.decode())
    assert "Undersøgelsens kvalitet vurderet" in told
    assert "Lange sætninger" in told


@pytest.mark.parametrize("person", ["raadgiver", "administrativ", "modtagelse", "syd"])
def test_nobody_else_judges_it_or_puts_it_right(nordby: Nordby, person: str) -> None:
    finish(nordby)
    case = nordby.cases["egen"]
    row = bridge.row_of(event(case, KIND, days_ago=3, thread="B1", fields={"kval_fokus": "ja"}), case=case)
    row.save()
    client = nordby.client(person)
    assert client.get(URL).status_code == 404
    assert client.post(URL, {**ALL_YES, "dag": TODAY.isoformat(), "forloeb": "B1"}).status_code == 404
    assert client.get(f"/sag/egen/ret/{row.event_id}/").status_code == 404
    assert len(judged()) == 1


def test_half_a_judgement_is_refused_and_what_was_written_is_kept(nordby: Nordby) -> None:
    finish(nordby)
    client = nordby.client("teamleder")
    answer = client.post(URL, {**opened(client), **ALL_YES, "f_kval_barnet": "", "f_kval_netvaerk": "nej"})
    told = unescape(answer.content.decode())
    assert answer.status_code == 422
    assert "Der mangler »Kontakten med barnet er beskrevet«" in told
    assert "Der mangler »Hvorfor: netværket er med«" in told
    assert re.search(r'name="f_kval_fokus"[^>]*value="ja"[^>]*checked|<option value="ja" selected', told)
    assert judged() == []


@pytest.mark.parametrize(
    ("days_ago", "thread", "chosen"), [(20, "B2", "B1"), (0, "B1", "helhed"), (None, "", "B1")], ids=str
)
def test_only_a_finished_investigation_is_judged(
    nordby: Nordby, days_ago: int | None, thread: str, chosen: str
) -> None:
    if days_ago is not None:
        finish(nordby, days_ago=days_ago, thread=thread)
    client = nordby.client("teamleder")
    forloeb = re.findall(r'name="forloeb"[^>]*value="([^"]*)"', client.get(URL).content.decode())
    answer = client.post(URL, {**opened(client), **ALL_YES, "forloeb": chosen if chosen == "B1" else forloeb[-1]})
    assert answer.status_code == 422
    assert "Vælg den undersøgelse, vurderingen gælder, eller ret dagen." in unescape(answer.content.decode())
    assert judged() == []


def test_the_form_helps_with_what_can_be_seen_and_does_not_judge(nordby: Nordby) -> None:
    finish(nordby)
    told = spoken(nordby.client("teamleder").get(URL).content.decode())
    help_ = told[told.index("Det kan Pejl selv se") :]
    assert "En hjælp, og ikke vurderingen." in help_
    assert "Barnets egne ord står der ikke." in help_
    assert "Tomme overskrifter i ICS: »Forældrekompetencer«, »Familie og netværk«." in help_
    assert "Lixtal" in help_
    assert "»Udviklingsmæssige vanskeligheder dokumenteres fortløbende i dagtilbuddet.«" in help_
    assert "Det er ikke skrevet, at nogen har mødt barnet" in help_


def test_what_is_always_demanded_says_so_before_it_is_sent(nordby: Nordby) -> None:
    """Day and six marks; »Ikke oplyst« is no answer to what must be answered, and stands only where it is one."""
    finish(nordby)
    html = nordby.client("teamleder").get(URL).content.decode()
    assert html.count('aria-required="true"') == len(KVALITETSMAERKER)
    assert html.count("(skal udfyldes)") == 1 + len(KVALITETSMAERKER)
    mark = html[html.index('id="id_f_kval_laes"') :].partition("</select>")[0]
    assert "Kan ikke vurderes" in mark
    assert "Ikke oplyst" not in mark


def test_a_few_words_are_not_given_a_number(nordby: Nordby) -> None:
    finish(nordby, vurdering="Barnet trives ikke.", ics_barnet="")
    told = spoken(nordby.client("teamleder").get(URL).content.decode())
    assert "Teksten er kun på 3 ord. Det er for lidt til et lixtal." in told


def test_beside_a_case_system_the_text_is_not_read(nordby: Nordby, settings: Settings) -> None:
    finish(nordby)
    settings.PEJL_MODE = "ved_siden_af"
    told = spoken(nordby.client("teamleder").get(URL).content.decode())
    assert "Teksten står i fagsystemet, så Pejl kan ikke læse den." in told
    assert "Lixtal" not in told
    assert "Udviklingsmæssige" not in told


def walk(client: Client) -> str:
    html = client.get("/sag/egen/vej/").content.decode()
    found = re.search(r'pejl-gang-key">C27<.*?(?=<li class="pejl-step |</ol>)', html, re.DOTALL)
    assert found
    return found[0]


def test_on_the_way_of_the_case_quality_never_looks_like_law(nordby: Nordby) -> None:
    finish(nordby, barnets_ord="Jeg vil bo hos mormor")
    leader, adviser = nordby.client("teamleder"), nordby.client("raadgiver")
    unjudged = walk(leader)
    assert "er ikke vurderet af nogen" in unjudged
    assert "Kvalitet, ikke lov" in unjudged
    assert f"/registrer/{KIND}/" in unjudged
    assert f"/registrer/{KIND}/" not in walk(adviser)
    poor: dict[str, FieldValue] = {mark.name: "nej" for mark, _ in KVALITETSMAERKER}
    case = nordby.cases["egen"]
    bridge.row_of(event(case, KIND, days_ago=3, thread="B1", fields=poor), case=case).save()
    after = walk(leader)
    assert "let at læse: nej" in after
    assert "pejl-force" not in after
    # How the text stands is one thing and how good it is another: the one keeps its word whatever is judged.
    standing = re.compile(r'pejl-step-standing">([^<]*)<')
    assert standing.findall(after) == standing.findall(unjudged) == ["Gjort"]

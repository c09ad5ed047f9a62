"""Is a letter filled in from the case, refused while something is missing, sent once, and kept exactly as sent?"""

from __future__ import annotations

import io
from datetime import date, timedelta
from typing import Any

import pypdf
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from pejl.events import KIND_BY_KEY
from pejl.web.access.actions import Refused
from pejl.web.access.models import ChangeEntry, LogEntry
from pejl.web.cases import bridge
from pejl.web.cases.actions.sending_letters import Letter, send
from pejl.web.cases.actions.writing import Sent, new_token
from pejl.web.cases.letter_pdf import Printed, as_pdf
from pejl.web.cases.letters import Facts, known
from pejl.web.cases.models import Child, DeadlineRow, EventRow, Relative, SentLetter
from pejl.web.handbook.text import TextKind, exampled
from pejl.web.handbook.texts import TEXT_BY_KEY, TEXTS
from tests.web.nordby import NOW, TODAY, Nordby, days_before, event
from tests.web.test_registering import opened

BREVE = "/sag/egen/breve/"
LETTERS = [text for text in TEXTS if text.kind is TextKind.BREV]
DECISION = f"{BREVE}nyt/brev.afgoerelse/"


def settle(nordby: Nordby) -> None:
    """The child has been talked with and the risk assessed, so that the parents may be told."""
    case = nordby.cases["egen"]
    rows = [event(case, "samtale_med_barnet", days_ago=0, thread="U2"), event(case, "risikovurdering", days_ago=0)]
    EventRow.objects.bulk_create([bridge.row_of(each, case=case) for each in rows])
    DeadlineRow.objects.filter(
        case=case, rule__in=("underretning.samtale_overgreb", "screening.risikovurdering")
    ).update(met_at=NOW)


def written(client: Client, address: str, **more: str) -> dict[str, str]:
    """The form with every open place filled in."""
    form = opened(client, address)
    text = form["tekst"]
    while "[skriv: " in text:
        start = text.index("[skriv: ")
        text = f"{text[:start]}det, der skal stå{text[text.index(']', start) + 1 :]}"
    return {**form, "tekst": text, "goer": "send", **more}


def words_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def text_in(response: Any) -> str:
    return str(response.content.decode())


# --- filled in --------------------------------------------------------------------------------------------------


def test_what_the_case_knows_is_filled_in_and_the_rest_says_what_to_write(nordby: Nordby) -> None:
    form = opened(nordby.client("raadgiver"), DECISION)
    assert "Kære Mor til egen" in form["tekst"]
    assert "barnets lov § 46" in form["tekst"]
    assert "Navn på raadgiver" in form["tekst"]
    assert "[skriv: hvad hjælpen er" in form["tekst"]
    assert form["emne"] == "Afgørelse om Barn"
    assert "{" not in form["tekst"]


def test_every_letter_opens_in_a_case_and_in_one_where_little_is_known(nordby: Nordby) -> None:
    Child.objects.filter(case__key="uden").delete()
    known_case, bare_case = nordby.client("raadgiver"), nordby.client("afdelingsleder")
    for text in LETTERS:
        assert known_case.get(f"{BREVE}nyt/{text.key}/").status_code == 200
        bare = bare_case.get(f"/sag/uden/breve/nyt/{text.key}/")
        assert bare.status_code == 200
        # A receipt asks for nothing but the day, which every case with a notification has.
        assert ("Mangler endnu" in text_in(bare)) == (text.key != "brev.kvittering")


def test_a_child_s_own_words_are_never_filled_in_for_others(nordby: Nordby) -> None:
    case = nordby.cases["egen"]
    told = event(case, "samtale_med_barnet", days_ago=1, thread="I1", fields={"barnets_ord": "Jeg er bange for far"})
    EventRow.objects.bulk_create([bridge.row_of(told, case=case)])
    for text in LETTERS:
        assert "bange for far" not in opened(nordby.client("raadgiver"), f"{BREVE}nyt/{text.key}/")["tekst"]


def test_a_full_stop_in_what_is_known_does_not_stand_twice(nordby: Nordby) -> None:
    case = nordby.cases["egen"]
    decision = event(
        case, "afgoerelse_truffet", days_ago=2, thread="I9", fields={"formaal": "at barnet sover.", "varighed": "1 år"}
    )
    facts = Facts(case=case, child=None, events=[decision], thread_id="I9", by=nordby.people["raadgiver"], at=NOW)
    assert known(facts)["formaal"] == "at barnet sover"
    assert known(facts)["afgoerelsesdag"] == "8. juni 2026"


def test_a_paragraph_of_an_older_act_is_not_told_as_one_of_this(nordby: Nordby) -> None:
    case = nordby.cases["egen"]
    days = (TODAY - date(2023, 12, 31)).days
    told = []
    for ago in (days, days - 1):
        decision = event(case, "afgoerelse_truffet", days_ago=ago, thread="I9", fields={"paragraf": "§ 52, stk. 3"})
        facts = Facts(case=case, child=None, events=[decision], thread_id="I9", by=nordby.people["raadgiver"], at=NOW)
        told.append(known(facts).get("paragraf"))
    assert told == [None, "§ 52, stk. 3"]


def test_one_who_must_not_be_contacted_cannot_be_chosen(nordby: Nordby) -> None:
    html = text_in(nordby.client("raadgiver").get(DECISION))
    assert "må ikke kontaktes og kan ikke vælges" in html
    assert "Far til egen (far)" not in html


def test_one_who_must_not_be_contacted_cannot_be_written_by_name_either(nordby: Nordby) -> None:
    settle(nordby)
    Relative.objects.filter(child__case__key="egen").exclude(do_not_contact=True).delete()
    client = nordby.client("raadgiver")
    response = client.post(DECISION, written(client, DECISION, til_navn=" far til  EGEN"))
    assert response.status_code == 422
    assert "må ikke kontaktes" in text_in(response)
    assert not SentLetter.objects.filter(template="brev.afgoerelse").exists()


def test_the_letter_about_another_course_tells_of_that_one(nordby: Nordby) -> None:
    case = nordby.cases["egen"]
    other = event(case, "afgoerelse_truffet", days_ago=10, thread="I2", fields={"paragraf": "§ 32, stk. 1, nr. 3"})
    EventRow.objects.bulk_create([bridge.row_of(other, case=case)])
    client = nordby.client("raadgiver")
    first = client.get(DECISION)
    assert "§ 32, stk. 1, nr. 3" in opened(client, DECISION)["tekst"]
    urls = [url for _, url, chosen in first.context["courses"] if not chosen]
    assert "barnets lov § 46" in opened(client, urls[0])["tekst"]


def test_the_investigation_letter_tells_the_day_of_the_deadline(nordby: Nordby) -> None:
    text = opened(nordby.client("raadgiver"), f"{BREVE}nyt/brev.undersoegelse_barn/")["tekst"]
    # Known 290 days before; four months later.
    assert "senest den 24. december 2025" in text


def test_under_ten_it_is_said_that_the_child_is_no_party(nordby: Nordby) -> None:
    address = f"{BREVE}nyt/brev.afgoerelse_barn/"
    assert "ikke fyldt 10 år" in text_in(nordby.client("raadgiver").get(address))
    Child.objects.filter(case__key="egen").update(born=days_before(11 * 366))
    assert "ikke fyldt 10 år" not in text_in(nordby.client("raadgiver").get(address))


# --- while it is written ----------------------------------------------------------------------------------------


def test_without_scripts_a_button_shows_how_hard_it_is_and_keeps_every_word(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    hard = "Undersøgelsesperioden fastsættes efterfølgende af forvaltningsmyndigheden."
    response = client.post(DECISION, {**opened(client, DECISION), "tekst": hard, "goer": "laes"})
    html = text_in(response)
    assert response.status_code == 200
    assert "Lixtal" in html
    assert "bør det højst være 35" in html
    assert html.count(hard) == 2, "in the letter, and as its hardest sentence"
    assert not SentLetter.objects.filter(case__key="egen", sent_at=NOW).exists()


def test_a_hard_letter_is_sent_all_the_same(nordby: Nordby) -> None:
    settle(nordby)
    client = nordby.client("raadgiver")
    hard = "Undersøgelsesperioden fastsættes efterfølgende af forvaltningsmyndigheden."
    assert client.post(DECISION, {**written(client, DECISION), "tekst": hard}).status_code == 302


# --- sent -------------------------------------------------------------------------------------------------------


def test_a_sent_letter_is_kept_as_sent_and_its_event_stands_in_its_course(nordby: Nordby) -> None:
    settle(nordby)
    client = nordby.client("raadgiver")
    form = written(client, DECISION)
    response = client.post(DECISION, form, follow=True)
    assert "Pejl sender ikke post" in text_in(response)
    row = SentLetter.objects.get(template="brev.afgoerelse")
    told = EventRow.objects.get(event_id=row.event_id)
    assert (told.kind, told.thread_id, told.fields["hvem"]) == ("afgoerelse_sendt", "I1", "foraelder_1")
    assert row.body == form["tekst"]
    assert row.template_version == "Pejl 1"
    assert (row.to_name, row.sent_by, row.sent_at) == ("Mor til egen", "Navn på raadgiver", NOW)
    assert "Kære Mor til egen" in words_of(bytes(row.pdf))
    assert ChangeEntry.objects.filter(action="brev_sendt", case_key="egen").count() == 1
    assert row.body.splitlines()[0] in text_in(client.get(f"{BREVE}{row.key}/"))


def test_the_same_form_twice_is_one_letter(nordby: Nordby) -> None:
    settle(nordby)
    client = nordby.client("raadgiver")
    form = written(client, DECISION)
    client.post(DECISION, form)
    again = client.post(DECISION, form)
    assert again.status_code == 200
    assert SentLetter.objects.filter(template="brev.afgoerelse").count() == 1
    assert EventRow.objects.filter(case__key="egen", kind="afgoerelse_sendt").count() == 1


def test_the_same_letter_the_same_day_is_asked_about_first(nordby: Nordby) -> None:
    settle(nordby)
    client = nordby.client("raadgiver")
    client.post(DECISION, written(client, DECISION))
    second = written(client, DECISION)
    response = client.post(DECISION, second)
    assert response.status_code == 409
    assert "allerede registreret som sendt" in text_in(response)
    assert client.post(DECISION, {**second, "bekraeftet": "ja"}).status_code == 302
    assert SentLetter.objects.filter(template="brev.afgoerelse").count() == 2


def test_a_letter_with_an_open_place_is_refused_by_name(nordby: Nordby) -> None:
    settle(nordby)
    client = nordby.client("raadgiver")
    form = {**written(client, DECISION), "tekst": "Kære Anna. Ring på [skriv: dit telefonnummer]."}
    response = client.post(DECISION, form)
    assert response.status_code == 422
    assert "Der mangler: dit telefonnummer." in text_in(response)
    assert not SentLetter.objects.filter(template="brev.afgoerelse").exists()
    assert not EventRow.objects.filter(case__key="egen", kind="afgoerelse_sendt").exists()


def test_a_call_to_a_meeting_puts_the_day_into_the_text_and_into_the_event(nordby: Nordby) -> None:
    settle(nordby)
    client, address = nordby.client("raadgiver"), f"{BREVE}nyt/brev.indkaldelse/"
    form = opened(client, address)
    day = TODAY + timedelta(days=6)
    text = form["tekst"].replace("[skriv: dagen og klokken for mødet]", "@")
    text = written(client, address)["tekst"] if "@" not in text else text
    while "[skriv: " in text:
        text = text[: text.index("[skriv: ")] + "X" + text[text.index("]", text.index("[skriv: ")) + 1 :]
    text = text.replace("@", "[skriv: dagen og klokken for mødet]")
    sent = {**form, "tekst": text, "moededag": day.isoformat(), "moedetid": "10:00", "goer": "send"}
    assert client.post(address, sent).status_code == 302
    row = SentLetter.objects.get(template="brev.indkaldelse")
    assert "16. juni 2026 kl. 10.00" in row.body
    assert EventRow.objects.get(event_id=row.event_id).fields["moededag"] == day.isoformat()
    past = {**opened(client, address), "tekst": text, "moededag": "2026-06-01", "moedetid": "10:00", "goer": "send"}
    assert "en dag, der er gået" in text_in(client.post(address, past))


def test_a_sign_that_cannot_be_printed_is_refused_and_nothing_is_kept(nordby: Nordby) -> None:
    settle(nordby)
    client = nordby.client("raadgiver")
    response = client.post(DECISION, {**written(client, DECISION), "tekst": "Hej 😀 du."})
    assert response.status_code == 422
    assert "Tegnet »😀«" in text_in(response)
    assert not EventRow.objects.filter(case__key="egen", kind="afgoerelse_sendt").exists()


def test_when_it_fails_on_the_way_nothing_of_it_is_kept(nordby: Nordby, monkeypatch: pytest.MonkeyPatch) -> None:
    settle(nordby)

    def stopped(**_: object) -> None:
        raise RuntimeError("stopped")

    monkeypatch.setattr(SentLetter.objects, "create", stopped)
    letter = Letter(
        text=TEXT_BY_KEY["brev.afgoerelse"],
        thread_id="I1",
        notifier="",
        to_name="Anna",
        subject="Emne",
        body="Kære Anna.",
    )
    sent = Sent(by=nordby.people["raadgiver"], at=NOW, token=new_token(), seen=None)
    with pytest.raises(RuntimeError):
        send(nordby.cases["egen"], letter, sent=sent)
    assert not EventRow.objects.filter(case__key="egen", kind="afgoerelse_sendt").exists()


# --- what must wait ---------------------------------------------------------------------------------------------


def test_while_a_parent_may_be_suspected_nothing_leaves_for_the_home(nordby: Nordby) -> None:
    client, day = nordby.client("raadgiver"), (TODAY + timedelta(days=5)).isoformat()
    for key in ("brev.afgoerelse", "brev.indkaldelse", "brev.undersoegelse_barn"):
        address = f"{BREVE}nyt/{key}/"
        assert "Send ikke brevet endnu" in text_in(client.get(address))
        response = client.post(address, written(client, address, moededag=day, moedetid="10:00"))
        assert response.status_code == 422
        assert "Venter på samtalen med barnet" in text_in(response)
        assert not SentLetter.objects.filter(template=key).exists()


def test_a_receipt_to_a_school_leaves_but_not_one_that_may_be_the_family_s(nordby: Nordby) -> None:
    client, address = nordby.client("raadgiver"), f"{BREVE}nyt/brev.kvittering/"
    assert "Send ikke brevet endnu" not in text_in(client.get(address))
    row = EventRow.objects.get(case__key="egen", kind="underretning_modtaget", thread_id="U2")
    row.fields |= {"underretter": "familie"}
    row.save()
    assert "Send ikke brevet endnu" in text_in(client.get(address))
    response = client.post(address, written(client, address, til_navn="Farmor"))
    assert response.status_code == 422
    assert not SentLetter.objects.filter(template="brev.kvittering", sent_at=NOW).exists()


def test_the_receipt_names_no_child(nordby: Nordby) -> None:
    text = opened(nordby.client("raadgiver"), f"{BREVE}nyt/brev.kvittering/")["tekst"]
    assert "egen" not in text.lower().replace("raadgiver", "")
    assert "9. juni 2026" in text


# --- who reads --------------------------------------------------------------------------------------------------


def test_the_office_sees_that_a_letter_was_sent_and_reads_none(nordby: Nordby) -> None:
    client = nordby.client("administrativ")
    for address in (BREVE, f"{BREVE}brev-egen/", f"{BREVE}brev-egen/pdf/", DECISION):
        assert client.get(address).status_code == 404
    assert "Skriv brev" not in text_in(client.get("/sag/egen/"))
    assert "Skriv brev" in text_in(nordby.client("raadgiver").get("/sag/egen/"))


def test_taking_the_file_out_is_logged_and_its_name_tells_nothing(nordby: Nordby) -> None:
    response = nordby.client("raadgiver").get(f"{BREVE}brev-egen/pdf/")
    assert response.content == b"%PDF-1.7 opdigtet"
    assert response["Content-Disposition"] == 'attachment; filename="brev-2026-04-21.pdf"'
    entry = LogEntry.objects.get(act=LogEntry.Act.EXPORT)
    assert (entry.case_key, entry.detail) == ("egen", {"side": "brev-pdf", "brev": "brev-egen"})


def test_a_letter_of_another_case_is_not_there_under_one_s_own(nordby: Nordby) -> None:
    assert nordby.client("raadgiver").get(f"{BREVE}brev-beskyttet/").status_code == 404


def test_a_letter_on_the_wrong_child_is_closed(nordby: Nordby) -> None:
    EventRow.objects.filter(event_id="egen-notat-50-").update(sealed=True)
    client = nordby.client("raadgiver")
    html = text_in(client.get(BREVE))
    assert "blev skrevet på et forkert barn" in html
    assert "Skolen for Barn Egen" not in html
    assert client.get(f"{BREVE}brev-egen/").status_code == 404
    assert client.get(f"{BREVE}brev-egen/pdf/").status_code == 404
    assert nordby.client("afdelingsleder").get(f"{BREVE}brev-egen/").status_code == 200


def test_beside_a_case_system_letters_are_written_there(nordby: Nordby, settings: Settings) -> None:
    settings.PEJL_MODE = "ved_siden_af"
    client = nordby.client("raadgiver")
    assert client.get(DECISION).status_code == 404
    assert "Breve skrives og gemmes i fagsystemet" in text_in(client.get(BREVE))


def test_the_list_asks_as_many_questions_for_many_letters(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    client.get(BREVE)
    with CaptureQueriesContext(connection) as before:
        client.get(BREVE)
    first = SentLetter.objects.get(key="brev-egen")
    for number in range(12):
        first.pk, first.key, first.event_id = None, f"brev-{number}", f"b-{number}"
        first.save(force_insert=True)
    with CaptureQueriesContext(connection) as after:
        client.get(BREVE)
    assert len(before) == len(after)


# --- the file ---------------------------------------------------------------------------------------------------


def test_the_file_is_made_for_screen_readers(settings: Settings) -> None:
    body = exampled(TEXT_BY_KEY["brev.afgoerelse_barn"].body)
    made = as_pdf(Printed(to="Ida Holm", subject="Brev til dig", body=body, at=NOW))
    reader = pypdf.PdfReader(io.BytesIO(made))
    root: Any = reader.trailer["/Root"]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    assert root["/Lang"] == "da"
    assert root["/MarkInfo"]["/Marked"]
    assert reader.metadata is not None
    assert reader.metadata.title == "Brev til dig"
    assert settings.PEJL_MUNICIPALITY in words_of(made)
    assert "De hedder Ankestyrelsen." in words_of(made)
    assert b"/FontFile3" in made, "the fonts come with the file"


@pytest.mark.parametrize(
    "hostile",
    [
        '#read("/etc/passwd")',
        "#import sys; #sys.inputs",
        "\\ $x^2$ *fed* _skrå_ `kode` <mærke> @henvisning",
        "#set page(width: 1cm)",
        "= ikke en overskrift =",
        '"] #panic("stop") [',
        "/* væk */ // også væk",
    ],
)
def test_nothing_that_is_written_is_run(hostile: str) -> None:
    made = as_pdf(Printed(to=hostile, subject=hostile, body=f"Kære Ida.\n\n{hostile}", at=NOW))
    told = " ".join(words_of(made).split())
    assert told.count(" ".join(hostile.split())) == 3
    assert "root:" not in told


def test_a_word_without_end_stays_on_the_paper() -> None:
    made = as_pdf(Printed(to="Ida", subject="Emne", body="x" * 600, at=NOW))
    # Set on several lines of the paper, and every letter is there.
    lines = [line for line in words_of(made).splitlines() if set(line.strip().replace("\u200b", "")) == {"x"}]
    assert sum(line.count("x") for line in lines) == 600
    assert max(line.count("x") for line in lines) < 120


def test_a_letter_that_cannot_be_printed_says_which_sign() -> None:
    with pytest.raises(Refused, match="Tegnet »中« kan ikke skrives"):
        as_pdf(Printed(to="Ida", subject="Emne", body="Hej 中 du", at=NOW))


def test_each_letter_registers_a_kind_that_people_may_register() -> None:
    from pejl.web.cases.forms.courses import PLACES

    for text in LETTERS:
        assert text.sends in PLACES
        assert set(text.about) <= set(KIND_BY_KEY)


def test_where_a_letter_is_registered_it_can_be_written_instead(nordby: Nordby) -> None:
    settle(nordby)
    html = text_in(nordby.client("raadgiver").get("/sag/egen/registrer/afgoerelse_sendt/"))
    assert f'{BREVE}nyt/brev.afgoerelse_barn/"' in html
    office = text_in(nordby.client("administrativ").get("/sag/egen/registrer/kvittering_sendt/"))
    assert "Skriv brevet her" not in office

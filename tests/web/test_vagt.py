"""Does whoever has the duty see what runs out, assess it in few steps, and hand it over so that somebody reads it?"""

import re
from datetime import UTC, datetime, timedelta
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from pejl.web import clock
from pejl.web.access.models import Case, ChangeEntry, LogEntry, OpenDuty
from pejl.web.cases.models import DeadlineRow, EventRow
from pejl.web.reception import watch
from pejl.web.reception.models import HandOver, Watch
from tests.web.nordby import NOW, PROTECTED, Nordby
from tests.web.overview_pages import page, tell, words
from tests.web.test_nyt_ind import event_of, taken, told

VAGT, PLAN = "/vagt/", "/vagt/plan/"
NOTE = "Mormor har barnet i nat. Ring til hende før kl. 10."


def clocks(html: str) -> list[str]:
    """The lines of the clocks that run, as a reader meets them."""
    part = html[html.index('id="ure"') : html.index('id="hjaelp"')].partition("Over en uge gamle")[0]
    found = re.findall(r'<li class="pejl-clock">(.*?)</li>', part, re.DOTALL)
    return [" ".join(unescape(re.sub(r"<[^>]+>", " ", each)).split()) for each in found]


def handed_over(nordby: Nordby, who: str, case: str, *, note: str = NOTE, once: str = "t-1") -> int:
    answer = nordby.client(who).post(f"/vagt/{case}/overdrag/", {"besked": note, "token": once})
    return answer.status_code


def noted(nordby: Nordby, case: str, *, once: str) -> None:
    """Somebody on duty has left a note."""
    HandOver.objects.create(case=nordby.cases[case], token=once, note=NOTE, written_at=NOW, written_by="Vagten")


# --- the clocks -----------------------------------------------------------------------------------------------


def test_what_runs_out_first_stands_first_with_sender_and_time_left(nordby: Nordby) -> None:
    police = {"underretter": "politi"}
    tell(nordby, "uden", "underretning_modtaget", days_ago=0, hours_ago=3, thread="U9", fields=police)
    told = clocks(page(nordby.client("modtagelse"), VAGT))
    # Those of yesterday passed their 24 hours two hours ago.
    assert [each.partition(" ")[0] for each in told] == ["2", "2", "2", "21"]
    assert "2 timer over fristen" in told[0]
    assert "Skole eller andet uddannelsessted" in told[0]
    assert "21 timer tilbage" in told[3]
    assert "Senest torsdag den 11. juni 2026 kl. 08.30" in told[3]
    assert "Politi eller domstol" in told[3]
    assert "Modtaget onsdag den 10. juni 2026 kl. 08.30" in told[3]


@pytest.mark.parametrize(
    ("received", "now", "left", "due"),
    [
        # The night the clock is put back has 25 hours, and the one it is put forward has 23.
        ((2026, 10, 24, 21, 30), (2026, 10, 25, 2, 0), "19 timer og 30 minutter", "25. oktober 2026 kl. 22.30"),
        ((2026, 3, 28, 22, 30), (2026, 3, 29, 0, 59), "21 timer og 31 minutter", "30. marts 2026 kl. 00.30"),
        ((2026, 6, 9, 21, 59), (2026, 6, 9, 22, 0), "23 timer og 59 minutter", "10. juni 2026 kl. 23.59"),
    ],
)
def test_the_hours_are_counted_as_they_pass(
    nordby: Nordby,
    monkeypatch: pytest.MonkeyPatch,
    received: tuple[int, ...],
    now: tuple[int, ...],
    left: str,
    due: str,
) -> None:
    began, moment = datetime(*received, tzinfo=UTC), datetime(*now, tzinfo=UTC)  # type: ignore[arg-type,misc]  # years to minutes
    row = DeadlineRow.objects.filter(case__key="uden", rule=watch.CLOCK).latest("starts_at")
    DeadlineRow.objects.filter(rule=watch.CLOCK).exclude(pk=row.pk).update(met_at=began)
    DeadlineRow.objects.filter(pk=row.pk).update(starts_at=began, due_at=began + timedelta(hours=24))
    monkeypatch.setattr(clock, "now", lambda: moment)
    (told,) = clocks(page(nordby.client("modtagelse"), VAGT))
    assert f"{left} tilbage" in told
    assert due in told


def test_what_ran_out_long_ago_stands_apart(nordby: Nordby) -> None:
    assert "Over en uge gamle og ikke vurderet (3)" in page(nordby.client("modtagelse"), VAGT)
    rows = DeadlineRow.objects.filter(
        case__key="uden", rule=watch.CLOCK, met_at=None, due_at__gt=NOW - timedelta(days=1)
    )
    rows.update(due_at=NOW - timedelta(days=8))
    html = page(nordby.client("modtagelse"), VAGT)
    assert "Over en uge gamle og ikke vurderet (4)" in html
    assert "8 døgn over fristen" in html


def test_the_assessment_is_two_pages_from_the_duty_and_leads_back(nordby: Nordby) -> None:
    client = nordby.client("modtagelse")
    html = page(client, VAGT)
    links = [unescape(each) for each in re.findall(r'href="(/sag/uden/registrer/vurdering_24_timer/[^"]*)"', html)]
    # The fresh one, and the one nobody ever assessed.
    assert len(links) == 2
    form = page(client, links[0])
    token = re.search(r'name="token" value="([^"]+)"', form)
    version = re.search(r'name="set" value="(\d+)"', form)
    assert token
    assert version
    sent = {"token": token[1], "set": version[1], "dag": "2026-06-10", "klokken": "11:00", "udfoert_af": "MODT"}
    answer = client.post(links[0], sent | asked_in(form))
    assert (answer.status_code, answer.headers.get("Location")) == (302, VAGT), words(answer.content.decode())[:900]
    after = page(client, VAGT)
    assert links[0] not in unescape(after)
    assert "Vurderet 10. juni 2026 kl. 11.00" in words(after)


def asked_in(form: str) -> dict[str, str]:
    """An answer to each choice the form sets no answer to itself."""
    radios = re.findall(r'<input type="radio" name="(\w+)" value="([^"]+)"', form)
    return dict(reversed(radios))


def test_what_came_in_since_the_last_shift_is_listed(nordby: Nordby) -> None:
    client = nordby.client("modtagelse")
    EventRow.objects.filter(recorded_at__gte=NOW - timedelta(days=1)).update(recorded_at=NOW - timedelta(days=2))
    assert "Ikke noget nyt" in page(client, VAGT)
    tell(nordby, "uden", "henvendelse_modtaget", days_ago=0, hours_ago=1, thread="H1")
    told = words(page(client, VAGT))
    assert "Henvendelse modtaget" in told[told.index("Kommet ind") :]
    # A shift that began the day before yesterday and is over: what came in then is news as well.
    begins = NOW - timedelta(days=2)
    user = nordby.people["modtagelse"]
    Watch.objects.create(user=user, duty="doegn", first_at=begins, last_at=begins + timedelta(hours=16), given_by="L")
    assert "Underretning modtaget" in words(page(client, VAGT))[told.index("Kommet ind") :]


def test_the_page_asks_as_much_of_the_database_for_one_as_for_many(nordby: Nordby) -> None:
    client = nordby.client("modtagelse")
    tell(nordby, "uden", "underretning_modtaget", days_ago=0, hours_ago=8, thread="U20")
    noted(nordby, "uden", once="a")
    page(client, VAGT)  # what the first page after a start asks once
    few = questions(client)
    for number in range(6):
        tell(nordby, "uden", "underretning_modtaget", days_ago=0, hours_ago=number, thread=f"U1{number}")
        noted(nordby, "uden", once=f"{number}")
    assert questions(client) == few


def questions(client: Client, url: str = VAGT) -> int:
    with CaptureQueriesContext(connection) as asked:
        page(client, url)
    return len(asked)


# --- handed over ----------------------------------------------------------------------------------------------


def test_a_note_is_unread_everywhere_until_somebody_else_has_read_it(nordby: Nordby) -> None:
    assert handed_over(nordby, "modtagelse", "egen") == 302
    adviser = nordby.client("raadgiver")
    assert "Overdraget fra vagten (1 ulæst)" in words(page(adviser, "/min-dag/"))
    assert NOTE in words(page(adviser, "/sag/egen/"))
    assert NOTE in words(page(adviser, VAGT))
    assert "1 ulæst" in words(page(nordby.client("teamleder"), "/min-dag/"))
    # Whoever wrote it cannot say that it has been read; nor does anybody see it who cannot open the case.
    nordby.client("modtagelse").post("/vagt/egen/laest/")
    assert HandOver.objects.get().read_at is None
    assert NOTE not in page(nordby.client("syd"), VAGT)
    assert "ulæst" not in words(page(nordby.client("syd"), "/min-dag/"))
    assert adviser.post("/vagt/egen/laest/", {"fra": "sag"}).headers["Location"] == "/sag/egen/"
    read = HandOver.objects.get()
    assert (read.read_at, read.read_by) == (NOW, "Navn på raadgiver")
    assert NOTE not in words(page(adviser, "/sag/egen/"))
    assert "Overdraget fra vagten" not in words(page(adviser, "/min-dag/"))
    assert list(ChangeEntry.objects.values_list("action", flat=True)) == ["overdraget", "overdragelse_laest"]


def test_a_note_is_text_and_for_those_who_read_text(nordby: Nordby) -> None:
    handed_over(nordby, "modtagelse", "egen")
    office = nordby.client("administrativ")
    assert NOTE not in page(office, "/sag/egen/")
    assert "Overdraget" not in page(office, "/min-dag/")


def test_a_double_click_is_one_note_and_an_empty_one_is_none(nordby: Nordby) -> None:
    assert [handed_over(nordby, "modtagelse", "egen") for _ in range(2)] == [302, 302]
    assert HandOver.objects.count() == 1
    assert handed_over(nordby, "modtagelse", "egen", note="  ", once="t-2") == 422
    assert handed_over(nordby, "modtagelse", "egen", once="") == 422
    assert HandOver.objects.count() == 1


def test_a_case_that_has_left_with_the_assessment_can_still_be_handed_over(nordby: Nordby) -> None:
    """With the last duty of the reception met, the case is not theirs; what they know must not go lost with it."""
    client = nordby.client("modtagelse")
    OpenDuty.objects.filter(case=nordby.cases["uden"]).delete()
    assert client.get("/vagt/uden/overdrag/").status_code == 404
    EventRow.objects.filter(case__key="uden", kind="notat").update(recorded_by="MODT", recorded_at=NOW)
    html = page(client, VAGT)
    assert "Sag NB-uden:" in words(html)
    assert "Barn Uden" not in page(client, "/vagt/uden/overdrag/")
    assert handed_over(nordby, "modtagelse", "uden") == 302
    assert client.get("/sag/uden/").status_code == 404
    assert NOTE in words(page(nordby.client("afdelingsleder"), VAGT))
    assert LogEntry.objects.filter(case_key="uden", why="Har selv registreret i sagen i denne vagt").exists()
    # Protected since, it is there for nobody who is not named.
    Case.objects.filter(key="uden").update(protected=True)
    assert client.get("/vagt/uden/overdrag/").status_code == 404
    assert "NB-uden" not in page(client, VAGT)


def test_a_note_in_a_protected_case_reaches_only_those_who_are_named(nordby: Nordby) -> None:
    noted(nordby, PROTECTED, once="b")
    for who in ("modtagelse", "raadgiver", "afdelingsleder"):
        assert NOTE not in page(nordby.client(who), VAGT)
        assert "ulæst" not in words(page(nordby.client(who), "/min-dag/"))
    assert NOTE in page(nordby.client("navngivet"), VAGT)


def test_beside_a_case_system_only_a_code_is_handed_over(nordby: Nordby, settings: object) -> None:
    settings.PEJL_MODE = "ved_siden_af"  # type: ignore[attr-defined]  # pytest-django's
    assert "<textarea" not in page(nordby.client("modtagelse"), "/vagt/egen/overdrag/")
    assert handed_over(nordby, "modtagelse", "egen") == 422
    assert handed_over(nordby, "modtagelse", "egen", note="ring_underretter") == 302
    assert HandOver.objects.get().note == "Ring til underretteren i dag"


# --- the roster -----------------------------------------------------------------------------------------------


def added(nordby: Nordby, *, first: str, last: str, duty: str = "doegn", person: str = "modtagelse") -> tuple[int, str]:
    sent = {"person": person, "vagt": duty, "fra": first, "til": last, "telefon": "70 00 00 01"}
    answer = nordby.client("teamleder").post(PLAN, sent, follow=True)
    return answer.status_code, words(answer.content.decode())


def test_who_has_the_duty_now_next_and_behind_is_told(nordby: Nordby) -> None:
    assert "Ingen står på vagtplanen lige nu" in words(page(nordby.client("modtagelse"), VAGT))
    assert added(nordby, first="2026-06-10T08:00", last="2026-06-10T16:00", duty="dag")[0] == 200
    assert added(nordby, first="2026-06-10T16:00", last="2026-06-11T08:00", person="raadgiver")[0] == 200
    assert added(nordby, first="2026-06-09T08:00", last="2026-06-16T08:00", duty="bagvagt", person="afdelingsleder")[0]
    told = words(page(nordby.client("modtagelse"), VAGT))
    assert "Ingen står på vagtplanen" not in told
    assert "Nu Navn på modtagelse , dagvagt til onsdag den 10. juni 2026 kl. 16.00 Telefon: 70 00 00 01" in told
    assert "Bagefter Navn på raadgiver, døgnvagt fra onsdag den 10. juni 2026 kl. 16.00" in told
    assert "Bagvagt Navn på afdelingsleder til tirsdag den 16. juni 2026 kl. 08.00" in told
    # The holes are for those who fill them.
    assert "1 hul de næste 14 dage" in words(page(nordby.client("teamleder"), VAGT))
    assert "hul de næste" not in told


@pytest.mark.parametrize(
    ("span", "said"),
    [
        (("2026-06-12T16:00", "2026-06-12T08:00"), "Vagten slutter, før den begynder."),
        (("2026-06-09T16:00", "2026-06-10T08:00"), "Vagten er allerede slut."),
        (("2026-06-12T16:00", "2026-07-12T08:00"), "En vagt kan højst vare 14 dage."),
        (("2026-06-11T07:00", "2026-06-11T20:00"), "Navn på modtagelse har allerede døgnvagt"),
        (("i aften", "2026-06-12T08:00"), "Tidspunktet kan ikke læses."),
        (("", "2026-06-12T08:00"), "Skriv dag og klokkeslæt."),
    ],
)
def test_a_duty_that_cannot_be_is_refused(nordby: Nordby, span: tuple[str, str], said: str) -> None:
    assert added(nordby, first="2026-06-10T16:00", last="2026-06-11T08:00")[0] == 200
    status, told = added(nordby, first=span[0], last=span[1], person="raadgiver")
    assert status == 422
    assert said in told
    assert Watch.objects.count() == 1


def test_nobody_lets_themselves_in_to_the_protected_cases(nordby: Nordby) -> None:
    """Who is the back-up is let in as soon as something reaches us; one could write that something oneself."""
    span = {"first": "2026-06-10T08:00", "last": "2026-06-12T08:00"}
    status, told_so = added(nordby, **span, duty="bagvagt", person="teamleder")
    assert status == 422
    assert "En anden leder skal skrive dig på som bagvagt" in told_so
    assert not Watch.objects.exists()
    assert added(nordby, **span, duty="dag", person="teamleder")[0] == 200


def test_one_duty_may_begin_where_another_ends(nordby: Nordby) -> None:
    assert added(nordby, first="2026-06-10T16:00", last="2026-06-11T08:00")[0] == 200
    assert added(nordby, first="2026-06-11T08:00", last="2026-06-11T16:00", person="raadgiver")[0] == 200
    assert Watch.objects.count() == 2


def test_an_hour_that_comes_twice_is_told_of(nordby: Nordby, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: datetime(2026, 10, 24, 10, tzinfo=UTC))
    status, told = added(nordby, first="2026-10-24T20:00", last="2026-10-25T02:30")
    assert status == 200
    assert "Klokkeslættet 02.30 findes to gange" in told
    assert Watch.objects.get().last_at == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_a_duty_can_be_taken_out_and_one_that_runs_ends_now(nordby: Nordby) -> None:
    added(nordby, first="2026-06-10T08:00", last="2026-06-10T16:00", duty="dag")
    added(nordby, first="2026-06-10T16:00", last="2026-06-11T08:00")
    leader = nordby.client("teamleder")
    for mark in re.findall(r'name="fjern" value="(\w+)"', page(leader, PLAN)):
        assert leader.post(PLAN, {"fjern": mark}).status_code == 302
    assert list(Watch.objects.values_list("duty", "last_at")) == [("dag", NOW)]
    assert leader.post(PLAN, {"fjern": "findes-ikke"}).status_code == 404


def test_the_holes_in_a_roster_are_found() -> None:
    def duty(first: int, last: int) -> Watch:
        return Watch(first_at=NOW + timedelta(hours=first), last_at=NOW + timedelta(hours=last))

    found = watch.gaps([duty(2, 4), duty(-5, 1), duty(3, 6), duty(9, 40)], first=NOW, last=NOW + timedelta(hours=20))
    assert [tuple((at - NOW) // timedelta(hours=1) for at in gap) for gap in found] == [(1, 2), (6, 9)]
    assert watch.gaps([], first=NOW, last=NOW + timedelta(hours=1)) == [(NOW, NOW + timedelta(hours=1))]


def test_a_new_worry_about_a_child_whose_case_is_closed_runs_on_the_clock_and_on_the_day(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    told_of = {"barn-0-navn": "Barn Lukket", "barn-0-sag": "lukket"}
    row = event_of(taken(client, told(client, **told_of)))
    assert row.case is not None
    assert row.case.closed
    for who in ("modtagelse", "raadgiver", "teamleder"):
        assert any("Barn Lukket" in each for each in clocks(page(nordby.client(who), VAGT))), who
    for who in ("modtagelse", "raadgiver", "administrativ"):
        html = page(nordby.client(who), "/min-dag/")
        wanted = "Kvittering" if who == "administrativ" else "24-timers vurdering"
        assert re.search(rf"{wanted}[^<]* Barn Lukket", html), who

"""Can a leader see which cases want an adviser, give many at once, and hand one over with a reason and a note?"""

import re
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pejl.web import clock
from pejl.web.access.models import Case, ChangeEntry, Cover, Naming, Post, TemporaryAccess, User
from pejl.web.cases import allocation, bridge
from pejl.web.cases.models import DeadlineRow, EventRow, Spell
from tests.web.nordby import FIRST, NOW, PROTECTED, TODAY, Nordby, event
from tests.web.overview_pages import more_cases, open_lists, page, rows_of, tell, words

URL = "/fordeling/"


def colleague(nordby: Nordby) -> User:
    """Another adviser of Team Nord."""
    user = User.objects.create(username="kollega", name="Navn på kollega", initials="KOLL")
    Post.objects.create(user=user, unit=nordby.units["Team Nord"], role="raadgiver", first=FIRST)
    return user


def section(html: str, mark: str) -> str:
    """One part of the page as a reader meets it."""
    found = re.search(rf'<section class="pejl-group" aria-labelledby="{mark}">(.*?)</section>', html, re.DOTALL)
    assert found, mark
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", found[1])).split())


def sent(nordby: Nordby, who: str, *cases: str, to: str, once: str = "t", **more: str) -> tuple[int, str]:
    """Give these cases as they stand; the status, and what the page says then."""
    versions = dict(Case.objects.values_list("key", "version"))
    chosen = [each if ":" in each else f"{each}:{versions.get(each, 0)}" for each in cases]
    data: dict[str, Any] = {"sag": chosen, "ny_raadgiver": to, "token": once, **more}
    client = nordby.client(who)
    answer = client.post(URL, data)
    if answer.status_code == 302:
        return 302, words(page(client, URL))
    return answer.status_code, words(answer.content.decode())


def last_events(case: str, number: int) -> list[tuple[str, str, dict[str, object]]]:
    rows = EventRow.objects.filter(case__key=case).exclude(kind="kilde_daekker").order_by("pk")
    return [(row.kind, row.done_by, row.fields) for row in list(rows)[-number:]]


def written() -> int:
    """How many events say who has a case."""
    return EventRow.objects.filter(kind__startswith="raadgiver_").count()


# --- which cases ----------------------------------------------------------------------------------------------


def test_a_case_nobody_has_stands_first_for_those_above_the_teams(nordby: Nordby) -> None:
    told = section(page(nordby.client("afdelingsleder"), URL), "uden")
    assert "Nye og uden rådgiver (1)" in told
    assert "Barn Uden" in told
    assert "Ny: har ikke haft en rådgiver endnu." in told
    # It has no team yet, and a team leader has only the cases of the team.
    assert "Alle sager har en rådgiver" in section(page(nordby.client("teamleder"), URL), "uden")


def test_a_case_somebody_has_left_tells_since_when_and_why(nordby: Nordby) -> None:
    tell(nordby, "egen", "raadgiver_fratraadt", days_ago=3, fields={"aarsag": "orlov"})
    told = section(page(nordby.client("teamleder"), URL), "uden")
    assert "Uden rådgiver siden søndag den 7. juni 2026. Navn på raadgiver havde den sidst (orlov)." in told


def test_a_case_whose_adviser_is_away_stands_apart_with_the_reason(nordby: Nordby) -> None:
    leader = nordby.client("teamleder")
    assert "Alle rådgivere er der" in section(page(leader, URL), "fravaer")
    Cover.objects.create(initials="RAAD", user=nordby.people["vikar"], first=TODAY, last=TODAY, given_by="Leder")
    told = section(page(leader, URL), "fravaer")
    assert "Fraværende til onsdag den 10. juni 2026. Vikar: Navn på vikar." in told
    # Only hers, and only the open one she can be relieved of.
    assert "Barn Egen" in told
    assert "Barn Lukket" not in told
    assert "Barn Syd" not in told
    Cover.objects.all().delete()
    Post.objects.filter(user=nordby.people["raadgiver"]).update(last=TODAY - timedelta(days=1))
    assert "har ikke rollen som rådgiver i dag" in section(page(leader, URL), "fravaer")
    User.objects.filter(username="raadgiver").update(is_active=False)
    assert "er holdt op" in section(page(leader, URL), "fravaer")


def test_all_that_an_adviser_of_the_team_has_can_be_shown(nordby: Nordby) -> None:
    leader = nordby.client("teamleder")
    assert "Barn Egen" in section(page(leader, f"{URL}?raadgiver=RAAD"), "hos")
    # Not those of another team's.
    assert 'id="hos"' not in page(leader, f"{URL}?raadgiver=SYDR")


# --- giving ---------------------------------------------------------------------------------------------------


def test_a_case_is_given_with_a_note_and_follows_to_the_adviser_s_team(nordby: Nordby) -> None:
    status, told = sent(nordby, "afdelingsleder", "uden", to="RAAD", overlevering="Ring til skolen først.")
    assert status == 302
    assert "1 sag er givet til Navn på raadgiver." in told
    case = Case.objects.select_related("team").get(key="uden")
    assert (case.adviser, case.team and case.team.name) == ("RAAD", "Team Nord")
    assert last_events("uden", 1) == [("raadgiver_tildelt", "RAAD", {"overlevering": "Ring til skolen først."})]
    change = ChangeEntry.objects.get()
    assert (change.action, change.case_key, change.what["til"]) == ("sag_givet", "uden", "RAAD")


def test_a_double_click_gives_once(nordby: Nordby) -> None:
    version = Case.objects.get(key="uden").version
    for _ in range(2):
        assert sent(nordby, "afdelingsleder", f"uden:{version}", to="RAAD")[0] == 302
    assert EventRow.objects.filter(case__key="uden", kind="raadgiver_tildelt").count() == 1


def test_a_case_is_handed_over_with_a_reason_in_one_go(nordby: Nordby) -> None:
    colleague(nordby)
    assert sent(nordby, "teamleder", "egen", to="KOLL", aarsag="barnet_bad")[0] == 302
    assert last_events("egen", 2) == [
        ("raadgiver_fratraadt", "RAAD", {"aarsag": "barnet_bad"}),
        ("raadgiver_tildelt", "KOLL", {}),
    ]
    spells = list(Spell.objects.filter(case__key="egen").order_by("pk").values_list("initials", "last", "ended_why"))
    assert spells == [("RAAD", TODAY, "barnet_bad"), ("KOLL", None, "")]


def test_handed_over_and_back_the_same_day_the_last_one_has_it(nordby: Nordby, monkeypatch: pytest.MonkeyPatch) -> None:
    colleague(nordby)
    for number, to in enumerate(("KOLL", "RAAD", "KOLL", "RAAD", "KOLL")):
        monkeypatch.setattr(clock, "now", lambda at=NOW + timedelta(minutes=number): at)
        assert sent(nordby, "teamleder", "egen", to=to, aarsag="omorganisering", once=f"t{number}")[0] == 302
        assert Case.objects.get(key="egen").adviser == to


def test_to_another_team_the_reason_follows_by_itself(nordby: Nordby) -> None:
    assert sent(nordby, "teamleder", "egen", to="SYDR")[0] == 302
    assert last_events("egen", 2)[0] == ("raadgiver_fratraadt", "RAAD", {"aarsag": "flyttet_team"})
    case = Case.objects.select_related("team").get(key="egen")
    assert (case.adviser, case.team and case.team.name) == ("SYDR", "Team Syd")
    # And is the other team's from now on.
    assert nordby.client("teamleder").get("/sag/egen/").status_code == 404


def test_of_many_those_that_can_be_given_are_and_the_others_are_told(nordby: Nordby) -> None:
    colleague(nordby)
    more_cases(nordby)
    before = written()
    status, told = sent(nordby, "teamleder", "mere-1", "mere-2", "mere-3:99", "syd", to="KOLL", aarsag="omorganisering")
    assert status == 422
    assert "2 sager er givet videre, 2 er ikke:" in told
    assert "Sag NB-mere-3: Sagen er ændret, siden du åbnede siden." in told
    assert "En af sagerne kan du ikke fordele længere." in told
    assert "NB-syd" not in told
    assert set(Case.objects.filter(adviser="KOLL").values_list("key", flat=True)) == {"mere-1", "mere-2"}
    assert written() == before + 4


@pytest.mark.parametrize(
    ("to", "more", "said"),
    [
        ("RAAD", {}, "Rådgiveren har allerede sagen."),
        ("KOLL", {}, "Vælg, hvorfor den skal skifte rådgiver."),
        ("KOLL", {"aarsag": "sygdom"}, "Den årsag findes ikke."),
        ("VIKA", {"aarsag": "orlov"}, "Personen er ikke rådgiver i dag."),
        ("", {}, "Vælg en rådgiver."),
        ("KOLL", {"aarsag": "orlov", "once": ""}, "Siden er for gammel til at blive sendt."),
        ("KOLL", {"aarsag": "orlov", "sag": ""}, "Der er ikke valgt nogen sag."),
    ],
)
def test_what_cannot_be_given_is_refused_with_what_to_do(
    nordby: Nordby, to: str, more: dict[str, str], said: str
) -> None:
    colleague(nordby)
    before = EventRow.objects.count()
    given = {"sag": ("egen",), **more}
    status, told = sent(nordby, "teamleder", *(given.pop("sag") or ()), to=to, **given)  # type: ignore[arg-type]  # texts but for the cases
    assert status == 422
    assert said in told
    assert (EventRow.objects.count(), Case.objects.get(key="egen").adviser) == (before, "RAAD")


def test_a_closed_case_is_not_given(nordby: Nordby) -> None:
    assert "kan du ikke fordele længere" in sent(nordby, "teamleder", "lukket", to="SYDR")[1]


def test_a_protected_case_is_given_by_a_leader_who_is_named_and_is_there_for_nobody_else(nordby: Nordby) -> None:
    status, told = sent(nordby, "teamleder", PROTECTED, to="SYDR")
    assert status == 422
    assert told == sent(nordby, "teamleder", "findes-ikke", to="SYDR")[1]
    assert "Barn Beskyttet" not in page(nordby.client("teamleder"), f"{URL}?raadgiver=RAAD")
    case = nordby.cases[PROTECTED]
    leader = nordby.people["teamleder"]
    Naming.objects.create(case=case, user=leader, named_as="beskyttet", first=FIRST, given_by="x")
    assert "Barn Beskyttet" in page(nordby.client("teamleder"), f"{URL}?raadgiver=RAAD")
    assert sent(nordby, "teamleder", PROTECTED, to="SYDR")[0] == 302
    assert Case.objects.get(key=PROTECTED).adviser == "SYDR"


def test_beside_a_case_system_no_text_is_asked_for(nordby: Nordby, settings: Any) -> None:
    settings.PEJL_MODE = "ved_siden_af"
    assert "overlevering" not in page(nordby.client("afdelingsleder"), URL)
    assert sent(nordby, "afdelingsleder", "uden", to="RAAD", overlevering="Barnet hedder noget")[0] == 302
    assert last_events("uden", 1) == [("raadgiver_tildelt", "RAAD", {})]


# --- load and second advisers ---------------------------------------------------------------------------------


def test_the_load_of_the_team_is_for_each_full_time_adviser(nordby: Nordby) -> None:
    more_cases(nordby)
    Post.objects.filter(user=nordby.people["raadgiver"], role="raadgiver").update(share="0.50")
    html = page(nordby.client("teamleder"), URL)
    (row,) = rows_of(html, "Team Nord")
    # Thirteen children; twelve families of one and the one of »egen«; nobody's protected child among them.
    assert row == ["Team Nord", "13", "13", "0", "0,50", "26,0", "26,0"]
    assert "Dansk Socialrådgiverforenings vejledende sagstal" in words(html)
    assert rows_of(html, "Team Syd") == []


def test_the_municipality_s_own_guide_number_is_told_where_there_is_one(nordby: Nordby, settings: Any) -> None:
    leader = nordby.client("teamleder")
    assert "Jeres eget vejledende tal" not in page(leader, URL)
    settings.PEJL_GUIDE_CHILDREN = "22"
    assert "Jeres eget vejledende tal er 22 børn pr. fuldtidsstilling." in words(page(leader, URL))


def test_each_adviser_s_load_waits_for_med_and_stands_by_name(nordby: Nordby) -> None:
    colleague(nordby)
    closed = page(nordby.client("teamleder"), URL)
    assert "når medarbejderne er informeret" in words(closed)
    assert rows_of(closed, "Navn på raadgiver") == []
    open_lists()
    html = page(nordby.client("teamleder"), URL)
    (row,) = rows_of(html, "Navn på raadgiver")
    assert row[1:6] == ["1", "1", "1,00", "1,0", "1,0"]
    names = re.findall(r'<th scope="row" data-title="Rådgiver">([^<]+)</th>', html)
    assert names == ["Navn på kollega", "Navn på raadgiver"]


def test_what_is_due_soon_by_law_and_by_a_local_goal_are_never_added(nordby: Nordby) -> None:
    open_lists()
    (before,) = rows_of(page(nordby.client("teamleder"), URL), "Navn på raadgiver")
    rows = DeadlineRow.objects.filter(case__key="egen", falls_on="raadgiver")
    soon = NOW + timedelta(days=2)
    for force in ("law", "local"):
        row = rows.filter(force=force).exclude(due_at__range=(NOW, NOW + timedelta(days=8)))[0]
        DeadlineRow.objects.filter(pk=row.pk).update(
            due_at=soon, warn_at=soon, met_at=None, stopped_at=None, unknown_reason="", excused_reason=""
        )
    (after,) = rows_of(page(nordby.client("teamleder"), URL), "Navn på raadgiver")
    assert [int(after[place]) - int(before[place]) for place in (6, 7)] == [1, 1]


def test_two_advisers_are_reminded_of_where_no_support_was_given_before(nordby: Nordby) -> None:
    leader = nordby.client("teamleder")
    # Every child here has been placed.
    assert "(0)" in section(page(leader, URL), "to")
    case = Case.objects.create(key="foerste", number="NB-foerste")
    for kind, how in (
        ("raadgiver_tildelt", {"days_ago": 30, "done_by": "RAAD"}),
        ("undersoegelse_besluttet", {"days_ago": 20, "thread": "B1", "fields": {}}),
    ):
        bridge.row_of(event(case, kind, **how), case=case).save()  # type: ignore[arg-type]  # as they stand above
    bridge.recompute(case, as_of=NOW)
    told = page(leader, URL)
    assert "(1)" in section(told, "to")
    assert "/sag/foerste/navngiv/?som=medraadgiver" in told
    user = nordby.people["medraadgiver"]
    naming = Naming.objects.create(case=case, user=user, named_as="medraadgiver", first=TODAY, given_by="x")
    assert "(0)" in section(page(leader, URL), "to")
    naming.delete()
    tell(nordby, "foerste", "indsats_bevilget", days_ago=1, thread="I1", fields={"paragraf": "§ 32, stk. 1, nr. 2"})
    assert "(0)" in section(page(leader, URL), "to")


def test_support_that_was_taken_back_is_none(nordby: Nordby) -> None:
    bridge.recompute(nordby.cases["egen"], as_of=NOW)
    assert allocation.wants_two_advisers(Case.objects.filter(key="egen"), on=TODAY) == []
    for row in EventRow.objects.filter(case__key="egen", thread_id="I1"):
        correction = {"replaces": row.event_id, "reason": "Forkert barn"}
        tell(nordby, "egen", "rettelse", days_ago=0, thread=row.event_id, fields=correction)
    found = allocation.wants_two_advisers(Case.objects.filter(key="egen"), on=TODAY)
    assert [case.key for case in found] == ["egen"]


# --- Min dag --------------------------------------------------------------------------------------------------


def test_the_leader_s_day_counts_the_openings_that_wait(nordby: Nordby) -> None:
    leader = nordby.client("teamleder")
    assert "åbnet med begrundelse : ingen venter." in words(page(leader, "/min-dag/"))
    TemporaryAccess.objects.create(
        case=nordby.cases["egen"], user=nordby.people["modtagelse"], reason="x", given_at=NOW, until=NOW
    )
    assert "åbnet med begrundelse : 1 venter." in words(page(leader, "/min-dag/"))
    assert "(1 at gennemse)" in words(page(nordby.client("raadgiver"), "/min-dag/"))


def test_the_page_asks_as_much_of_the_database_for_one_as_for_many(
    nordby: Nordby, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_lists()
    Cover.objects.create(initials="RAAD", user=nordby.people["vikar"], first=TODAY, last=TODAY, given_by="Leder")
    client = nordby.client("teamleder")
    page(client, URL)
    few = questions(client)
    more_cases(nordby)
    assert questions(client) == few
    # Nor when a list is longer than what is shown of it.
    whole = page(client, URL).count('name="sag"')
    monkeypatch.setattr(allocation, "SHOWN", 2)
    assert page(client, URL).count('name="sag"') < whole
    assert questions(client) == few


def questions(client: Any) -> int:
    with CaptureQueriesContext(connection) as asked:
        page(client, URL)
    return len(asked)

"""Do the overview's figures count what they say, and say what they leave out?"""

import re
from html import unescape

import pytest

from pejl.web.access.models import Case
from pejl.web.cases.models import Child, EventRow
from pejl.web.cases.overview.tally import Tally
from pejl.web.cases.views.overblik import visning
from tests.web.nordby import Nordby, days_before
from tests.web.overview_pages import (
    ALL,
    BY_ADVISER,
    DECISION,
    DRILLS,
    TOTALS,
    page,
    still,
    tell,
    words,
)

# --- who gets what --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ["teamleder", "afdelingsleder", "centerchef"])
def test_leaders_get_the_totals(nordby: Nordby, role: str) -> None:
    for url in TOTALS:
        assert "Uden beskyttede sager" in words(page(nordby.client(role), url)) or "aendring" in url


@pytest.mark.parametrize(
    "role", ["raadgiver", "administrativ", "visitationsudvalg", "datakonsulent", "systemansvarlig"]
)
def test_nobody_else_gets_any(nordby: Nordby, role: str) -> None:
    for url in (*TOTALS, *DRILLS, BY_ADVISER, DECISION):
        page(nordby.client(role), url, status=404)


def test_the_head_of_the_centre_gets_totals_and_no_way_to_a_case(nordby: Nordby) -> None:
    head = nordby.client("centerchef")
    for url in TOTALS:
        html = page(head, url)
        assert "Barn " not in words(html)
        assert not re.search(r'href="[^"]*(/overblik/sager|/sag/|#liste)', html)
    for url in (*DRILLS, "/overblik/sager/?regel=underretning.vurderes", BY_ADVISER, DECISION):
        page(head, url, status=404)


def test_only_those_who_open_cases_narrow_by_notifier(nordby: Nordby) -> None:
    asked = f"/overblik/?{ALL}&underretter=politi"
    assert "Ingen pligter i perioden" in words(page(nordby.client("teamleder"), asked))
    assert "Ingen pligter i perioden" not in words(page(nordby.client("centerchef"), asked))


# --- units, shares, small numbers -----------------------------------------------------------------------------


def test_a_letter_on_siblings_is_one_letter(nordby: Nordby) -> None:
    # One shared letter (U1) and one of their own (U2) on each of four children, who are one family; one of them
    # has no team yet and is counted in the department.
    told = words(page(nordby.client("afdelingsleder"), f"/overblik/?{ALL}"))
    assert "Underretninger 5 8 4 1 Henvendelser 0 0 0 0" in told


def test_what_was_corrected_away_is_not_counted(nordby: Nordby) -> None:
    gone = EventRow.objects.get(case__key="egen", kind="underretning_modtaget", thread_id="U2")
    tell(nordby, "egen", "rettelse", days_ago=0, fields={"replaces": gone.event_id, "reason": "Forkert"})
    assert "Underretninger 4 7 4 1" in words(page(nordby.client("afdelingsleder"), f"/overblik/?{ALL}"))


def test_children_without_a_family_are_said_to_be(nordby: Nordby) -> None:
    assert "familien ikke oplyst" not in page(nordby.client("teamleder"), f"/overblik/?{ALL}")
    Child.objects.filter(case__key="egen").update(family=None)
    told = words(page(nordby.client("teamleder"), f"/overblik/?{ALL}"))
    assert "Underretninger 3 4 2 2" in told
    assert "familien ikke oplyst" in told


def test_few_are_told_without_per_cent(nordby: Nordby) -> None:
    tell(nordby, "egen", "vurdering_24_timer", days_ago=299, thread="U1")
    told = words(page(nordby.client("teamleder"), f"/overblik/regel/underretning.vurderes/?{ALL}"))
    assert re.search(r"afgjort: \d af \d \.", told)
    assert "%" not in told


def test_what_is_unknown_or_running_is_in_no_denominator() -> None:
    tally = Tally(met=3, late=1, overdue=0, running=90, unknown=50, excused=7, cancelled=7)
    assert visning.share(tally, limited=True) == "3 af 4"
    assert visning.share(tally, limited=False) == "ingen frist i tal"
    assert visning.share(Tally(running=5, unknown=5), limited=True) == "ingen afgjort"


def test_a_duty_without_a_number_is_done_or_not(nordby: Nordby) -> None:
    told = words(page(nordby.client("teamleder"), f"/overblik/regel/underretning.tilbagemeldes/?{ALL}"))
    assert "Opfyldt Åben Kan ikke afgøres Billede" in told
    assert "I tide" not in told
    assert "bliver aldrig overskredet" in told


def test_law_and_local_goals_never_look_alike(nordby: Nordby) -> None:
    html = page(nordby.client("teamleder"), f"/overblik/?{ALL}")
    row = html[html.index("Indkaldt til partshøring (lokalt mål, 14 dage)</a>") :]
    assert "pejl-force-local" in row[:300]
    assert "pejl-force-law" in html[html.index("24-timers vurdering</a>") :][:300]
    receipt = words(html).partition("Kvittering til underretter Lov ")[2]
    assert receipt.startswith("ikke bekræftet")


def test_what_the_period_leaves_out_is_said(nordby: Nordby) -> None:
    told = words(page(nordby.client("teamleder"), "/overblik/?fra=2026-06&til=2026-06"))
    assert "overskredne frister i loven fra før juni 2026" in told


def test_an_old_rulebook_is_said_on_the_front(nordby: Nordby) -> None:
    assert "ældre regelbog" not in page(nordby.client("centerchef"), "/overblik/")
    Case.objects.filter(key="egen").update(rulebook="en anden")
    assert "1 sag venter på at blive regnet igen" in words(page(nordby.client("centerchef"), "/overblik/"))


# --- investigations, and who holds what -----------------------------------------------------------------------


def test_a_preliminary_assessment_makes_a_group_of_its_own(nordby: Nordby) -> None:
    leader, url = nordby.client("afdelingsleder"), f"/overblik/undersoegelser/?{ALL}"
    # Four run past their four months, one of them in a case that was closed today.
    assert "Løber nu 0 0 3 0 0 0" in words(page(leader, url))
    tell(nordby, "egen", "foreloebig_vurdering", days_ago=170, thread="B1")
    told = words(page(leader, url))
    assert "Løber nu 0 1 2 0 0 0" in told
    assert "Stoppet i perioden, fordi sagen blev lukket eller flyttet 0 0 1" in told
    tell(nordby, "egen", "undersoegelse_afsluttet", days_ago=100, thread="B1")
    told = words(page(leader, url))
    assert "Afsluttet i perioden 0 1 0 0 0 0 0 af 1" in told
    # behov_kendt 290 days ago; four months later was 168 or 170 days ago.
    assert re.search(r"61–120 dage 0 1 ", told)


def test_totals_tell_how_far_over_and_leaders_see_whom(nordby: Nordby) -> None:
    url = f"/overblik/undersoegelser/?{ALL}"
    head, leader = page(nordby.client("centerchef"), url), page(nordby.client("teamleder"), url)
    assert "over 120 dage 3 1" in words(head)
    assert "Barn Egen" not in head
    assert "Barn Egen" in leader
    assert "Barn Syd" not in leader


def test_what_passed_due_elsewhere_is_inherited(nordby: Nordby) -> None:
    leader = nordby.client("afdelingsleder")
    # Children, in open cases; with whom it passed due: the same, another adviser, another team, nobody; in closed.
    assert "Team Nord Lov 1 10 10 0 0 0 10 Team Syd Lov 1 10 10 0 0 0 0" in words(page(leader, "/overblik/hos-hvem/"))
    tell(nordby, "egen", "raadgiver_tildelt", days_ago=5, done_by="VIKA")
    assert "Team Nord Lov 1 10 1 9 0 0 10" in words(page(leader, "/overblik/hos-hvem/"))
    tell(nordby, "egen", "raadgiver_tildelt", days_ago=3, done_by="SYDR")
    assert "Team Syd Lov 2 20 11 0 9 0 0" in words(page(leader, "/overblik/hos-hvem/"))


def test_changes_of_adviser_are_counted_by_child(nordby: Nordby) -> None:
    tell(nordby, "egen", "raadgiver_tildelt", days_ago=3, done_by="VIKA")
    told = words(page(nordby.client("afdelingsleder"), "/overblik/hos-hvem/"))
    assert "Ingen skift 2 af 3 Ét skift 1 af 3" in told
    assert "Under 3 måneder 1 af 3" in told
    assert "ligger i sager, der endnu ikke har et team" in told


def test_change_since_a_day(nordby: Nordby) -> None:
    tell(nordby, "egen", "vurdering_24_timer", days_ago=5, thread="U1")
    told = words(page(nordby.client("teamleder"), f"/overblik/aendring/?siden={days_before(10)}"))
    assert "Regnet med det, vi ved i dag" in told
    # Ten days ago both old ones were overdue; since then one was done too late, and two new ones are overdue.
    row = re.search(r"24-timers vurdering Lov Barnets lov § 136 (\d.*?)Kvittering", told)
    assert row
    assert row[1].startswith("3 (+1) 0 0 1 (+1) 0")


# --- what cannot be asked -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("/overblik/?fra=2026-13", "Det er ikke en måned. Skriv årstal og måned, fx 2026-03."),
        ("/overblik/?fra=2026-05&til=2026-01", "Perioden slutter, før den begynder."),
        ("/overblik/?team=x", "Vælg et af de team, du ser tal for."),
        ("/overblik/sager/?regel=findes.ikke", "Vælg en pligt fra listen."),
        ("/overblik/sager/?maaned=2026", "Det er ikke en måned."),
        ("/overblik/sager.csv?status=x", "Vælg en status fra listen."),
        ("/overblik/undersoegelser/?gruppe=x", "Vælg fra listen."),
        ("/overblik/aendring/?siden=2030-01-01", "Vælg en dag, der er gået"),
        ("/overblik/aendring/?siden=", "Vælg den dag, der skal sammenlignes med."),
    ],
)
def test_what_cannot_be_asked_is_refused_in_words(nordby: Nordby, url: str, said: str) -> None:
    html = page(nordby.client("afdelingsleder"), url, status=422)
    assert "Der er noget, der skal rettes" in html
    assert said in unescape(html)


def test_another_leaders_team_is_as_one_that_is_not_there(nordby: Nordby) -> None:
    other = nordby.units["Team Syd"].pk
    for url in ("/overblik/?team={}", "/overblik/sager/?team={}", "/overblik/hos-hvem/?team={}"):
        theirs = page(nordby.client("teamleder"), url.format(other), status=422)
        none = page(nordby.client("teamleder"), url.format(99_999), status=422)
        assert still(theirs).replace(f"team={other}", "team=99999") == still(none)


def test_a_rule_that_is_not_there_is_not_found(nordby: Nordby) -> None:
    page(nordby.client("teamleder"), "/overblik/regel/findes.ikke/", status=404)

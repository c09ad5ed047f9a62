"""Do the figures say what the cases hold: for each leader their own, as the rows behind, and the same again later?"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from pejl.dates import local_day
from pejl.indicators import INDICATORS, Per, Unit, Verdict, by_key, period_of
from pejl.tables import Point, Series
from pejl.web import clock
from pejl.web.access import gate
from pejl.web.access.actions import Doing
from pejl.web.access.models import LogEntry, Post, TemporaryAccess, User
from pejl.web.access.person import person_of
from pejl.web.cases import bridge
from pejl.web.insight.actions import measure
from pejl.web.insight.counting import Moment, Pass
from pejl.web.insight.drill import behind
from pejl.web.insight.figures import Whose, stored, trend, whole
from pejl.web.insight.models import HandFigure, Measured, Measuring
from pejl.web.insight.periods import KEPT
from pejl.web.insight.reruns import compared, rerun
from pejl.web.insight.units import FullTime, Units, counted
from pejl.web.insight.views import noegletal_et
from pejl.web.plan.actions import new
from pejl.web.plan.models import Action, Effect, Evidence, Strategy
from tests.web.kept import keep
from tests.web.nordby import FIRST, NAMED, NOW, TODAY, Nordby, build, event, remove_protected
from tests.web.overview_pages import more_cases, page, tell, words

# Both databases keep and read the same figures where papers are made of them (test_papirer).
pytestmark = pytest.mark.one_database

MAY, QUARTER = period_of(date(2026, 5, 1), per=Per.MONTH), period_of(date(2026, 4, 1), per=Per.QUARTER)
PLACED = "anbringelser.anbragte"
IN_A_DAY = "underretninger.vurderet_24_timer"
LEADERS = {"teamleder": "Team Nord", "teamleder_syd": "Team Syd", "afdelingsleder": "Myndighed"}


@pytest.fixture(autouse=True)
def few_periods(monkeypatch: pytest.MonkeyPatch) -> None:
    """For fewer periods than a night counts, so that it takes no time."""
    monkeypatch.setitem(KEPT, Per.MONTH, 3)
    monkeypatch.setitem(KEPT, Per.QUARTER, 2)


@pytest.fixture(scope="module")
def counted_once(django_db_setup: None, django_db_blocker: Any) -> Any:
    """More happens, and the figures are counted: once, for it takes longer than most tests."""
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(clock, "now", lambda: NOW)
        patch.setitem(KEPT, Per.MONTH, 3)
        patch.setitem(KEPT, Per.QUARTER, 2)
        return keep(_count)


def _count() -> Nordby:
    nordby = build()
    more_cases(nordby, 6)
    tell(nordby, "egen", "vurdering_24_timer", days_ago=1, thread="U2", hours_ago=1)
    tell(nordby, "egen", "samtale_med_barnet", days_ago=130)
    tell(nordby, "egen", "undersoegelse_afsluttet", days_ago=30, thread="B1")
    measure(now=NOW)
    return nordby


@pytest.fixture
def told(counted_once: Any, db: None, monkeypatch: pytest.MonkeyPatch) -> Nordby:
    monkeypatch.setattr(clock, "now", lambda: NOW)
    nordby: Nordby = counted_once.again()
    return nordby


def now_is(monkeypatch: pytest.MonkeyPatch, at: datetime) -> None:
    monkeypatch.setattr(clock, "now", lambda: at)


# --- whose --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("person", "unit"), LEADERS.items())
@pytest.mark.parametrize("period", [MAY, QUARTER])
def test_every_figure_of_a_leader_is_the_rows_behind_it(told: Nordby, person: str, unit: str, period: Any) -> None:
    asking, units = person_of(told.people[person], on=TODAY), Units()
    visible = gate.visible(asking, on=TODAY, at=NOW).values("pk")
    per = Per.MONTH if period is MAY else Per.QUARTER
    kept = stored(Whose(unit=told.units[unit], per=per), since=period.first)
    seen = 0
    for indicator in INDICATORS:
        if indicator.unit is Unit.RATIO:
            continue  # of both kinds of case; below
        cases = counted(asking, units, told.units[unit]).filter(pk__in=visible, omraade="social")
        result = behind(indicator, cases, period=period, as_of=NOW)
        figure = next(each for each in whole(kept[indicator.key]) if each.first == period.first)
        if result.point.counted is None:
            assert figure.counted in (None, 0), indicator.key
        elif figure.counted is not None:
            assert replace(result.point, value=None) == replace(figure, value=None), indicator.key
            yes, no = result.number(Verdict.YES), result.number(Verdict.NO)
            assert figure.counted == yes or indicator.unit is Unit.DAYS, indicator.key
            assert figure.out_of in (None, yes + no), indicator.key
            seen += bool(figure.counted)
        assert figure.unknown == result.number(Verdict.UNKNOWN), indicator.key
    assert seen >= 2  # so that something was compared


def test_a_protected_case_changes_no_figure(nordby: Nordby) -> None:
    measure(now=NOW)
    columns = ("indicator", "unit", "omraade", "per", "first", "group", "counted", "out_of", "unknown", "value")
    before = set(Measured.objects.values_list(*columns))
    remove_protected()
    measure(now=NOW)
    assert set(Measured.objects.values_list(*columns)) == before


def test_a_case_counts_in_its_team_and_in_all_that_is_above(told: Nordby) -> None:
    kept = {name: stored(Whose(unit=unit), since=MAY.first)[PLACED] for name, unit in told.units.items()}
    figures = {name: whole(series)[0].counted or 0 for name, series in kept.items()}
    # The case without a team counts above the teams.
    assert figures["Team Nord"] + figures["Team Syd"] + 1 == figures["Myndighed"] == figures["Center"]
    assert figures["Team Syd"] == 1


def test_a_leader_chooses_among_their_own_units(told: Nordby) -> None:
    north, south = (told.client(name) for name in ("teamleder", "teamleder_syd"))
    shown = page(north, "/noegletal/")
    assert "Team Nord" in shown
    assert "Team Syd" not in shown
    other = f"/noegletal/{PLACED}/?enhed={told.units['Team Syd'].pk}"
    assert "de enheder, du ser tal for" in page(north, other, status=422)
    assert "Team Syd" in words(page(south, other))
    assert set(
        re.findall(r"Center|Myndighed|Team Nord|Team Syd", page(told.client("afdelingsleder"), "/noegletal/"))
    ) == {
        "Myndighed",
        "Team Nord",
        "Team Syd",
    }


def test_an_opening_for_a_time_brings_no_case_into_the_list(told: Nordby) -> None:
    TemporaryAccess.objects.create(
        case=told.cases["syd"], user=told.people["teamleder"], reason="Vagt", given_at=NOW, until=NOW + timedelta(1)
    )
    shown = page(told.client("teamleder"), f"/noegletal/{PLACED}/sager/?periode=2026-05")
    assert "/sag/egen/" in shown
    assert "/sag/syd/" not in shown


def test_a_centre_head_sees_the_total_and_never_a_case(told: Nordby) -> None:
    head = told.client("centerchef")
    shown = page(head, f"/noegletal/{PLACED}/")
    assert "Maj 2026" in shown
    assert "/sager/" not in shown
    assert head.get(f"/noegletal/{PLACED}/sager/?periode=2026-05").status_code == 404


# --- the list -----------------------------------------------------------------------------------------------------


def test_the_list_shows_the_figure_its_lines_and_says_who_saw_it(told: Nordby) -> None:
    shown = words(page(told.client("teamleder"), f"/noegletal/{PLACED}/sager/?periode=2026-05"))
    number = whole(stored(Whose(unit=told.units["Team Nord"]), since=MAY.first)[PLACED])[0].counted
    assert f"maj 2026: {number} ." in shown
    assert f"{number} linjer" in shown
    entry = LogEntry.objects.filter(act=LogEntry.Act.LIST).latest("pk")
    assert entry.detail == {"side": "noegletal-sager", "antal": number, "tal": PLACED, "periode": "2026-05"}


def test_an_older_figure_is_told_with_the_moment_it_was_counted_itself(told: Nordby) -> None:
    """The nightly count leaves older periods as they were, so they have not been counted since."""
    old, kept = Measuring.objects.latest("pk"), Measured.objects.filter(indicator=PLACED, unit=told.units["Team Nord"])
    old.pk, old.as_of = None, datetime(2024, 2, 3, 4, 5, tzinfo=UTC)
    old.save()
    row = kept.filter(per=Per.MONTH.value, omraade="social", group="").latest("first")
    row.pk, row.run, row.first, row.last, row.counted = None, old, date(2024, 1, 1), date(2024, 1, 31), 99
    row.save()
    shown = words(page(told.client("teamleder"), f"/noegletal/{PLACED}/sager/?periode=2024-01"))
    assert "regnet ud, lørdag den 3. februar 2024 kl. 05.05, var det 99." in shown


def test_the_list_can_be_narrowed_to_an_answer_and_a_part(told: Nordby) -> None:
    leader, url = told.client("teamleder"), f"/noegletal/{IN_A_DAY}/sager/?periode=2026-06"
    yes, no = (page(leader, f"{url}&svar={answer}") for answer in ("ja", "nej"))
    assert "/sag/egen/" in yes
    assert "/sag/egen/" not in no
    part = page(leader, f"/noegletal/{PLACED}/sager/?periode=2026-05&gruppe=netvaerk")
    assert "/sag/egen/" not in part


def test_a_period_that_is_none_is_refused_in_words(told: Nordby) -> None:
    assert "2026-K1 for et kvartal" in page(
        told.client("teamleder"), f"/noegletal/{PLACED}/sager/?periode=2026-13", status=422
    )


# --- what a figure says -----------------------------------------------------------------------------------------------


def test_a_share_of_few_has_no_percentage_and_what_nobody_counts_is_no_zero(told: Nordby) -> None:
    shown = words(page(told.client("teamleder_syd"), f"/noegletal/{IN_A_DAY}/"))
    assert "%)" not in shown.partition("Definition")[0]
    Measured.objects.filter(indicator=IN_A_DAY).update(counted=None, out_of=None, unknown=0)
    assert "Maj 2026 ikke opgjort" in words(page(told.client("teamleder_syd"), f"/noegletal/{IN_A_DAY}/"))


def test_the_latest_periods_are_shown_and_all_when_asked_for(told: Nordby, monkeypatch: pytest.MonkeyPatch) -> None:
    client, url = told.client("teamleder_syd"), f"/noegletal/{IN_A_DAY}/"
    assert "Vis alle" not in page(client, url)
    monkeypatch.setattr(noegletal_et, "_SHOWN", 2)
    shown, every = page(client, url), page(client, f"{url}?vis=alle")
    assert "Vis alle 3 måneder" in shown
    assert "Vis kun det seneste år" in every
    assert every.count('<th scope="row">') > shown.count('<th scope="row">')
    assert "Vis alle" not in page(client, f"{url}?per=kvartal")


def test_before_the_first_count_the_page_says_so(nordby: Nordby) -> None:
    assert "Ikke regnet ud endnu" in page(nordby.client("teamleder"), f"/noegletal/{PLACED}/")
    assert "Tallene er ikke regnet ud endnu" in page(nordby.client("teamleder"), "/noegletal/")


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([5, 6, 7, 8, 9], "Steget fire gange i træk"),
        ([9, 8, 7, 6, 5], "Faldet fire gange i træk"),
        ([5, 6, 7, 8, 8], ""),
        ([6, 7, 8, 9], ""),
        ([5, None, 7, 8, 9], ""),
    ],
)
def test_a_way_is_told_only_when_four_steps_in_a_row_went_it(counts: list[int | None], expected: str) -> None:
    points = [Point(first=MAY.first, last=MAY.last, counted=each) for each in counts]
    assert trend(by_key(PLACED), points) == expected


def test_a_way_is_never_told_of_shares_of_few() -> None:
    points = [Point(first=MAY.first, last=MAY.last, counted=each, out_of=9) for each in range(5)]
    assert trend(by_key(IN_A_DAY), points) == ""


def test_the_chart_marks_when_an_action_began_and_says_nothing_of_cause(told: Nordby) -> None:
    _point_at(told, PLACED)
    shown = page(told.client("teamleder"), f"/noegletal/{PLACED}/")
    assert "Begyndte: Handling nummer nul" in shown
    assert "De siger ikke, at handlingen er årsag til tallet." in shown
    assert shown.count('<svg xmlns="http://www.w3.org/2000/svg" class="pejl-drawing"') >= 2  # two widths


def test_full_time_posts_are_the_advisers_shares_on_the_last_day(nordby: Nordby) -> None:
    user = nordby.people["syd"]
    Post.objects.filter(user=user).update(last=date(2026, 4, 30))
    Post.objects.create(
        user=user, unit=nordby.units["Team Nord"], role="raadgiver", first=date(2026, 5, 1), share=Decimal("0.8")
    )
    User.objects.filter(pk=nordby.people[NAMED].pk).update(is_active=False)  # has left since, and was there then
    posts = FullTime(Units())
    north, south = nordby.units["Team Nord"], nordby.units["Team Syd"]
    assert (posts.of(north, on=date(2026, 4, 30)), posts.of(south, on=date(2026, 4, 30))) == (1, 2)
    assert (posts.of(north, on=date(2026, 5, 31)), posts.of(south, on=date(2026, 5, 31))) == (1.8, 1)
    measure(now=NOW)
    rows = Measured.objects.filter(unit=north, indicator="stabilitet.boern_pr_fuldtid", per="month", first=MAY.first)
    row = rows.get()
    assert row.omraade == ""
    assert row.value == pytest.approx((row.counted or 0) / 1.8)


# --- again --------------------------------------------------------------------------------------------------------


def test_counted_again_by_what_was_known_then_it_is_the_figure_that_was_kept(told: Nordby) -> None:
    units = Units()
    again = Pass(INDICATORS, periods=([MAY],), moment=Moment(as_of=NOW, known_at=NOW), units=units)
    again.read(type(told.cases["egen"]).objects.filter(protected=False))
    for _, found in again.found(told.units.values()):
        kept = stored(Whose(unit=found.unit, omraade=found.omraade or "social"), since=MAY.first)
        point = next(each for each in whole(kept[found.series.indicator]) if each.first == MAY.first)
        assert whole(found.series)[0] == point, found.series.indicator


def test_what_came_late_leaves_the_old_number_and_tells_the_new(told: Nordby, monkeypatch: pytest.MonkeyPatch) -> None:
    whose, june = Whose(unit=told.units["Team Nord"]), period_of(TODAY, per=Per.MONTH)
    kept = _figure(stored(whose, since=june.first)[PLACED])
    ended = event(told.cases["egen"], "anbringelse_ophoert", days_ago=20, thread="I1")
    bridge.row_of(replace(ended, recorded_at=NOW + timedelta(days=3)), case=told.cases["egen"]).save()
    later = NOW + timedelta(days=5)
    before = rerun(by_key(PLACED), whose, periods=[june], as_of=NOW, known_at=NOW)
    assert _figure(before) == kept
    found = compared(by_key(PLACED), whose, periods=[june], known_at=NOW, now=later)
    assert _figure(found.then) == kept
    assert _figure(found.now) == (kept or 0) - 1
    assert f"var tallet {kept}" in found.words[0]
    assert "1 hændelse, som tallet kan bygge på, registreret, og ingen er rettet." in " ".join(found.words)
    now_is(monkeypatch, later)
    shown = words(page(told.client("teamleder"), f"/noegletal/{PLACED}/dengang/?kendt={TODAY}&periode=2026-06"))
    assert f"var tallet {kept} . Nu er det {(kept or 0) - 1}" in shown.replace(f"tallet {kept}.", f"tallet {kept} .")


def test_where_nothing_came_late_the_two_are_the_same(told: Nordby, monkeypatch: pytest.MonkeyPatch) -> None:
    now_is(monkeypatch, NOW + timedelta(days=5))
    shown = page(told.client("teamleder"), f"/noegletal/{PLACED}/dengang/?kendt={TODAY}&periode=2026-06")
    assert "De to er ens" in shown


def test_nothing_is_counted_again_before_somebody_asks(told: Nordby) -> None:
    shown = page(told.client("teamleder"), f"/noegletal/{PLACED}/dengang/")
    assert "tryk på »Vis«" in shown
    assert "<table" not in shown


def test_a_day_that_has_not_ended_is_refused(told: Nordby) -> None:
    shown = page(told.client("teamleder"), f"/noegletal/{PLACED}/dengang/?kendt={TODAY}", status=422)
    assert "Vælg en dag, der er gået" in shown


def test_counting_again_is_one_however_often_the_button_is_pressed(told: Nordby) -> None:
    leader = told.client("teamleder")
    token = re.findall(r'name="token" value="([^"]+)"', page(leader, "/noegletal/"))[0]
    runs = [Measuring.objects.latest("pk").pk]
    for _ in range(2):
        assert leader.post("/noegletal/regn/", {"token": token}).status_code == 302
        runs.append(Measuring.objects.latest("pk").pk)
    assert runs[0] < runs[1] == runs[2]
    assert Measuring.objects.latest("pk").by == told.people["teamleder"].name
    assert Measuring.objects.count() == 1  # what has no figure any more is gone


# --- by hand --------------------------------------------------------------------------------------------------------


def _sent(told: Nordby, who: Client, *, status: int = 302, **values: str) -> str:
    given = {
        "key": "en-noegle",
        "indicator": PLACED,
        "first": "2026-05-01",
        "last": "2026-05-31",
        "counted": "4127",
        "source": "Fagsystemets udtræk",
        "unit": str(told.units["Team Nord"].pk),
        **values,
    }
    answer = who.post("/noegletal/indtast/", given)
    assert answer.status_code == status
    return answer.content.decode()


def test_a_figure_entered_by_hand_is_marked_and_never_mixed(told: Nordby) -> None:
    leader = told.client("teamleder")
    for _ in range(2):  # a double click is one
        _sent(told, leader)
    assert HandFigure.objects.count() == 1
    shown = page(leader, f"/noegletal/{PLACED}/")
    before, _, marked = words(shown).partition("Indtastet i hånden De står for sig")
    assert "4.127" in marked
    assert f"Indtastet i hånden af {told.people['teamleder'].name}. Kilde: Fagsystemets udtræk" in marked
    assert "4.127" not in before  # neither the chart nor its table
    assert "4.127" not in page(told.client("teamleder_syd"), f"/noegletal/{PLACED}/")


def test_a_correction_is_a_new_figure_and_the_old_can_still_be_read(told: Nordby) -> None:
    leader = told.client("teamleder")
    _sent(told, leader)
    _sent(told, leader, key="en-anden", counted="398")
    assert "398 Før stod der: 4.127" in words(page(leader, f"/noegletal/{PLACED}/"))


def test_a_figure_of_one_s_own_has_a_name_and_a_definition(told: Nordby) -> None:
    leader = told.client("teamleder")
    wrong = _sent(told, leader, status=422, indicator="")
    assert "skriv, hvad tallet hedder" in wrong
    assert "Skriv, hvordan tallet er talt" in wrong
    _sent(told, leader, indicator="", name="Sygedage", definition="Dage pr. medarbejder.", counted="", value="11,5")
    shown = words(page(leader, "/noegletal/"))
    assert "Sygedage Dage pr. medarbejder. maj 2026 Team Nord 11,5" in shown


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"indicator": IN_A_DAY}, "Det er en andel. Skriv, hvor mange tallet er ud af."),
        ({"indicator": IN_A_DAY, "out_of": "400"}, "En del kan ikke være større end det hele"),
        ({"last": "2026-04-30"}, "Perioden slutter, før den begynder"),
        ({"source": ""}, "Udfyld »Kilde«"),
        ({"counted": ""}, "Skriv tallet"),
        ({"counted": "-1"}, "Tallet kan ikke være under nul"),
        ({"unit": "1000000"}, "Vælg en af de enheder, du ser tal for."),
    ],
)
def test_a_figure_that_cannot_be_is_refused_with_what_to_do(
    nordby: Nordby, values: dict[str, str], sentence: str
) -> None:
    assert sentence in _sent(nordby, nordby.client("teamleder"), status=422, **values)
    assert not HandFigure.objects.exists()


# --- as many questions whatever there is ------------------------------------------------------------------------------


def test_the_pages_ask_as_much_with_ten_years_and_five_hundred_actions(told: Nordby) -> None:
    _point_at(told, PLACED)
    area = Effect.objects.get(key="plan-effekt").area.key
    pages = (
        "/noegletal/",
        f"/noegletal/{PLACED}/",
        f"/noegletal/{PLACED}/sager/?periode=2026-05",
        f"/noegletal/{PLACED}/dengang/?kendt=2026-05-15&periode=2026-05",
        f"/noegletal/omraade/{area}/",
        "/sag/egen/roed-traad/",
        "/noegletal/indtast/",
    )
    client = told.client("teamleder")
    page(client, pages[0])  # the first form of a session writes something of its own
    few = {url: _asked(client, url) for url in pages}
    _point_at(told, PLACED, number=500)
    _ten_years()
    more_cases(told, 40, named="flere")
    assert {url: _asked(client, url) for url in pages} == few


def _asked(client: Client, url: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        page(client, url)
    return len(queries)


def _ten_years() -> None:
    """The same months in the years before, as they would be kept."""
    rows = list(Measured.objects.filter(per="month", group=""))
    for years in (3, 6, 9):
        for row in rows:
            row.pk, row.first, row.last = None, row.first - timedelta(366 * years), row.last - timedelta(366 * years)
        Measured.objects.bulk_create(rows)


def _point_at(told: Nordby, key: str, *, number: int = 1) -> None:
    """An effect of the strategy in force is seen by the indicator, and so many actions shall be seen as the effect."""
    doing = Doing(by=told.people["afdelingsleder"], at=NOW - timedelta(days=3))
    effect, strategy = Effect.objects.get(key="plan-effekt"), Strategy.objects.get(key="plan-strategi")
    if not effect.evidence.filter(subject=key).exists():
        new(Evidence, doing=doing, effect=effect, kind="indikator", subject=key)
        new(
            Action,
            doing=doing,
            strategy=strategy,
            name="Handling nummer nul",
            first=date(2026, 4, 1),
            effects=[effect],
        )
    many = Action.objects.bulk_create(
        [Action(strategy=strategy, name=f"Handling nummer {at}", first=FIRST) for at in range(1, number)]
    )
    effect.actions.add(*many)


def _figure(series: Series) -> int | None:
    """The newest number."""
    return whole(series)[-1].counted


def test_the_month_of_a_moment_is_the_danish_one(nordby: Nordby) -> None:
    """Counted in the first minutes of a month, the new month is the one that runs."""
    midnight = datetime(2026, 5, 31, 22, 30, tzinfo=NOW.tzinfo)
    measure(now=midnight)
    assert local_day(midnight) == date(2026, 6, 1)
    assert Measured.objects.filter(per="month").latest("first").first == date(2026, 6, 1)

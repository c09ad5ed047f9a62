"""Does a paper go from draft to everybody as it should: worded by people, approved by another, frozen, protected?"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from html import unescape
from itertools import product
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pejl.indicators import INDICATORS, Per, period_of
from pejl.reports import Bullets, Heading, Table, Text, hash_of
from pejl.small_numbers import Shown, Why
from pejl.web.access.actions import Doing, Refused
from pejl.web.access.models import ChangeEntry, LogEntry
from pejl.web.cases import bridge
from pejl.web.cases.models import EventRow
from pejl.web.insight.actions import measure
from pejl.web.insight.models import HandFigure, Measured, Paper, PaperEdition, SmallNumberDecision
from pejl.web.insight.papers.again import counted_again
from pejl.web.insight.papers.approving import Decided, approve, decide, open_again, send
from pejl.web.insight.papers.composing import draft_of, frozen
from pejl.web.insight.papers.kept import Figure, read
from pejl.web.insight.papers.protecting import Before, safe_to_show
from pejl.web.insight.papers.releasing import release, released, take_back
from pejl.web.insight.papers.shortened import LINES, ROWS, shortened
from pejl.web.insight.papers.templates import TEMPLATES
from pejl.web.insight.papers.writing import Overtaken, draw_again, write
from pejl.web.insight.units import Units
from pejl.web.plan.actions import new
from pejl.web.plan.models import Effect, Evidence
from tests.web.nordby import NOW, TODAY, Nordby, event
from tests.web.nordby_papers import IN_TIME, MUNICIPALITY, QUARTER, RECEIVED, approved, count, draft, sent

WHY = "Tallet har stået i pressen, og familien har sagt ja."


def doing(nordby: Nordby, who: str = "afdelingsleder") -> Doing:
    return Doing(by=nordby.people[who], at=NOW)


def begun(nordby: Nordby, unit: str = "Team Nord", *, key: str = "halvaar", template: str = "halvaarsstatus") -> Paper:
    return draft(nordby.units[unit], by=nordby.people["afdelingsleder"], key=key, template=template)


def approved_by_centre(nordby: Nordby, paper: Paper) -> PaperEdition:
    return approved(paper, by=nordby.people["afdelingsleder"], approver=nordby.people["centerchef"])


def typed(paper: Paper, **words: str) -> dict[str, str]:
    """What the form of the draft sends."""
    return {"seen": str(paper.saved)} | {f"ord-{part.spec}": words.get(part.spec, "") for part in paper.parts.all()}


def told(edition: PaperEdition) -> str:
    """All that an edition says."""
    return json.dumps(edition.content, ensure_ascii=False)


# --- written --------------------------------------------------------------------------------------------------


def test_a_paper_is_begun_with_five_fields_and_a_double_click_begins_one(nordby: Nordby) -> None:
    client, address = nordby.client("teamleder"), reverse("papir-nyt")
    form = client.get(address).context["form"]
    assert len(form.first_fields) == 5
    values = {"key": form["key"].value(), "skabelon": "halvaarsstatus", "titel": "Status"}
    values["enhed"] = str(nordby.units["Team Nord"].pk)
    first, second = client.post(address, values), client.post(address, values)
    assert first.headers["Location"] == second.headers["Location"]
    made = Paper.objects.get(title="Status")
    assert [part.heading for part in made.parts.order_by("number")] == [
        each.heading for each in TEMPLATES["halvaarsstatus"].parts
    ]
    assert (made.until, made.since) == (TODAY, TODAY - timedelta(days=182))


def test_a_leader_drafts_only_from_units_whose_figures_they_see(nordby: Nordby) -> None:
    client = nordby.client("teamleder")
    values = {"key": "a", "skabelon": "halvaarsstatus", "titel": "Status", "enhed": str(nordby.units["Center"].pk)}
    assert client.post(reverse("papir-nyt"), values).status_code == 422
    begun(nordby, "Center", key="center")
    assert client.get(reverse("papir", args=("center",))).status_code == 404
    assert nordby.client("centerchef").get(reverse("papir", args=("center",))).status_code == 200
    assert "Status om Center" not in client.get(reverse("papirer")).content.decode()


def test_the_log_of_the_plan_writes_itself(nordby: Nordby) -> None:
    page = nordby.client("teamleder").get(reverse("papir", args=("papir",))).content.decode()
    drawn = unescape(page).partition("Siden sidst, nu og næste skridt</h2>")[2].partition("Tallene</h2>")[0]
    assert "»Handlingen«" in drawn
    assert "Navn på afdelingsleder" not in drawn


def test_a_figure_nobody_could_count_is_named_and_never_left_out(nordby: Nordby) -> None:
    effect = Effect.objects.get(key="plan-effekt")
    uncounted = next(each for each in INDICATORS if each.key not in (RECEIVED, IN_TIME))
    for key in (uncounted.key, "findes.ikke_laengere"):
        new(Evidence, doing=doing(nordby), effect=effect, kind="indikator", subject=key)
    begun(nordby)
    page = unescape(nordby.client("teamleder").get(reverse("papir", args=("halvaar",))).content.decode())
    said = page.partition("Tallene</h2>")[2]
    assert f"»{uncounted.name}«" in said
    assert "Ikke opgjort for perioden" in said
    assert "der ikke findes længere i Pejl" in said


def test_words_are_kept_and_whoever_saw_an_older_draft_is_told(nordby: Nordby) -> None:
    paper, client = begun(nordby), nordby.client("teamleder")
    address, values = reverse("papir", args=("halvaar",)), typed(paper, indledning="Godt på vej.")
    assert client.post(address, values).status_code == 302
    assert paper.parts.get(spec="indledning").words == "Godt på vej."
    late = client.post(address, typed(paper, indledning="Noget andet."))
    assert late.status_code == 409
    assert "En anden har skrevet i papiret" in late.content.decode()
    assert "Noget andet." in late.content.decode()  # nothing typed is lost
    assert paper.parts.get(spec="indledning").words == "Godt på vej."


def test_figures_without_a_comment_are_not_sent_and_the_refusal_names_where(nordby: Nordby) -> None:
    count(nordby.units["Team Nord"], 20)
    paper, client = begun(nordby), nordby.client("teamleder")
    answer = client.post(reverse("papir", args=("halvaar",)), typed(paper, indledning="Godt.") | {"goer": "send"})
    assert answer.status_code == 422
    assert "Der mangler tekst i: »Tallene«." in answer.content.decode()
    paper.refresh_from_db()
    assert paper.state == Paper.State.KLADDE
    assert paper.parts.get(spec="indledning").words == "Godt."  # kept though it was not sent
    values = typed(paper, indledning="Godt.", tal="Tallet er som ventet.") | {"goer": "send"}
    assert client.post(reverse("papir", args=("halvaar",)), values).status_code == 302
    paper.refresh_from_db()
    assert (paper.state, paper.sent_by) == (Paper.State.SENDT, "Navn på teamleder")


def test_a_comment_is_required_wherever_figures_were_drawn(nordby: Nordby) -> None:
    for template in TEMPLATES.values():
        drawn = [each for each in template.parts if "tal" in each.draws]
        assert all(each.required for each in drawn), template.key


def test_the_figures_are_drawn_again_and_what_changed_is_said(nordby: Nordby) -> None:
    unit = nordby.units["Team Nord"]
    count(unit, 20)
    paper = begun(nordby)
    assert draw_again(paper, municipality=MUNICIPALITY, doing=doing(nordby)) == []
    Measured.objects.filter(indicator=RECEIVED, unit=unit, counted=20).update(counted=23)
    answer = nordby.client("teamleder").post(
        reverse("papir", args=("halvaar",)), typed(paper) | {"goer": "hent", "seen": "1"}
    )
    assert answer.status_code == 302
    page = nordby.client("teamleder").get(reverse("papir", args=("halvaar",))).content.decode()
    assert ">23<" in page
    Measured.objects.filter(indicator=RECEIVED, unit=unit, counted=23).update(counted=24)
    paper.refresh_from_db()
    said = draw_again(paper, municipality=MUNICIPALITY, doing=doing(nordby))
    assert len(said) == 1
    assert "I 1. kvartal 2026 var tallet 23. Nu er det 24." in said[0]


# --- approved and frozen --------------------------------------------------------------------------------------


def test_whoever_sent_it_does_not_approve_it(nordby: Nordby) -> None:
    paper = sent(begun(nordby), by=nordby.people["centerchef"])
    with pytest.raises(Refused, match="Du har selv sendt papiret"):
        approve(paper, municipality=MUNICIPALITY, doing=doing(nordby, "centerchef"))
    page = nordby.client("centerchef").get(reverse("papir", args=("halvaar",))).content.decode()
    assert "Du har selv sendt papiret. En anden skal læse og godkende det." in page


def test_a_paper_sent_back_is_a_draft_with_the_reason(nordby: Nordby) -> None:
    sent(begun(nordby), by=nordby.people["teamleder"])
    client, address = nordby.client("centerchef"), reverse("papir-tilbage", args=("halvaar",))
    assert client.post(address, {"hvorfor": "Nej."}).status_code == 422
    why = "Skriv, hvad stigningen i marts skyldes."
    assert client.post(address, {"hvorfor": why}).status_code == 302
    assert why in nordby.client("teamleder").get(reverse("papir", args=("halvaar",))).content.decode()


def test_an_edition_stays_as_it_was_approved(nordby: Nordby) -> None:
    count(nordby.units["Team Nord"], 20)
    paper = begun(nordby)
    edition = approved_by_centre(nordby, paper)
    assert (edition.number, edition.sha256) == (1, hash_of(frozen(edition)))
    assert len(edition.figures["series"]) == 1
    with pytest.raises(Overtaken):
        write(paper, {"indledning": "Bagefter"}, seen=paper.saved, doing=doing(nordby))
    again = open_again(paper, doing=doing(nordby))
    Measured.objects.update(counted=99)
    draw_again(again, municipality=MUNICIPALITY, doing=doing(nordby))
    again.refresh_from_db()
    second = approved_by_centre(nordby, again)
    edition.refresh_from_db()
    assert hash_of(frozen(edition)) == edition.sha256 != second.sha256
    assert second.number == 2
    assert '"99"' in told(second)
    assert '"99"' not in told(edition)


def test_the_file_of_an_edition_is_the_same_each_time_and_taking_it_is_logged(nordby: Nordby) -> None:
    client, address = nordby.client("teamleder"), reverse("papir-udgave-fil", args=("udgave", "docx"))
    one, other = client.get(address), client.get(address)
    assert one.content == other.content
    assert LogEntry.objects.filter(act=LogEntry.Act.EXPORT, username="teamleder").count() == 2
    assert client.get(reverse("papir-udgave-fil", args=("udgave", "exe"))).status_code == 404


def test_the_decision_is_kept_beside_the_recommendation(nordby: Nordby) -> None:
    paper = begun(nordby, template="sag_rebild")
    edition = approved_by_centre(nordby, paper)
    client, address = nordby.client("afdelingsleder"), reverse("papir-beslutning", args=(edition.key,))
    sent_in = {"beslutning": "Godkendt.", "udvalg": "Børne- og Ungeudvalget", "dag": str(TODAY + timedelta(days=1))}
    assert client.post(address, sent_in).status_code == 422  # not yet held
    assert client.post(address, sent_in | {"dag": str(TODAY)}).status_code == 302
    paper.refresh_from_db()
    assert (paper.recommendation, paper.decision) == ("Tallene ligger, hvor vi ventede.", "Godkendt.")
    first, second = paper.editions.order_by("number")
    assert "Godkendt." not in told(first)
    assert "Godkendt." in told(second)
    assert second.figures == first.figures
    with pytest.raises(Refused, match="allerede skrevet ind"):
        decide(paper, Decided(words="Nej", body="Andre", on=TODAY), municipality=MUNICIPALITY, doing=doing(nordby))


# --- everybody ------------------------------------------------------------------------------------------------


def test_everybody_reads_what_was_released_and_nothing_else(nordby: Nordby) -> None:
    edition = approved_by_centre(nordby, begun(nordby))
    everybody = Client()
    assert everybody.get(reverse("offentligt-udgave", args=(edition.key,))).status_code == 404
    assert nordby.client("centerchef").post(reverse("papir-frigiv", args=(edition.key,))).status_code == 302
    page = everybody.get(reverse("offentligt-udgave", args=(edition.key,)))
    assert page.status_code == 200
    for name in ("Navn på centerchef", "Navn på afdelingsleder", "Min dag", "Log ud"):
        assert name not in page.content.decode()
    assert "Set-Cookie" not in page.headers
    file = everybody.get(reverse("offentligt-fil", args=(edition.key, "pdf")))
    assert file.content.startswith(b"%PDF")
    held = {"If-None-Match": file.headers["ETag"]}
    assert everybody.get(reverse("offentligt-fil", args=(edition.key, "pdf")), headers=held).status_code == 304
    client = nordby.client("centerchef")
    why = {"hvorfor": "Der står en forkert dag i indledningen."}
    assert client.post(reverse("papir-tag-tilbage", args=(edition.key,)), why).status_code == 302
    assert everybody.get(reverse("offentligt-udgave", args=(edition.key,))).status_code == 404
    assert everybody.get(reverse("offentligt-fil", args=(edition.key, "pdf"))).status_code == 404


def test_the_newest_released_edition_of_each_paper_is_listed(nordby: Nordby) -> None:
    centre, paper = doing(nordby, "centerchef"), begun(nordby)
    first = approved_by_centre(nordby, paper)
    release(first, doing=centre)
    second = approved_by_centre(nordby, open_again(paper, doing=doing(nordby)))
    assert first in released()
    release(second, doing=centre)
    assert [each for each in released() if each.paper_id == paper.pk] == [second]
    take_back(second, reason=WHY, doing=centre)
    assert [each for each in released() if each.paper_id == paper.pk] == [first]


def test_a_paper_for_leaders_shows_small_numbers_and_is_never_released(nordby: Nordby) -> None:
    count(nordby.units["Team Nord"], 3)
    edition = approved_by_centre(nordby, begun(nordby, template="noegletalsark"))
    assert not edition.protected
    assert '"3"' in told(edition)
    with pytest.raises(Refused, match="Den kan ikke frigives"):
        release(edition, doing=doing(nordby, "centerchef"))


def test_the_page_of_a_long_paper_shows_the_first_of_it_and_how_much_more_there_is() -> None:
    said = tuple(Text(body=f"Sagt {number}") for number in range(LINES - 2))
    lines = Bullets(items=tuple(f"Sket {number}" for number in range(1_500)))
    table = Table(caption="Tal", head=("Måned",), rows=tuple((str(number),) for number in range(ROWS + 1)))
    parts = [*shortened([Heading(text="Siden sidst"), *said, lines, table, Heading(text="Nu"), said[0]])]
    assert parts[1 : LINES + 1 - 2] == list(said)
    shown, rows = parts[LINES - 1 : LINES + 1]
    assert shown == Bullets(items=lines.items[:2])
    assert rows == replace(table, rows=table.rows[:ROWS])
    more = [part.body for part in parts if isinstance(part, Text) and part.body.startswith("…")]
    assert more == [
        "… og 1 linje mere. Alt er med i papiret (PDF og Word).",
        "… og 1.498 linjer mere. Alt er med i papiret (PDF og Word).",
    ]
    assert parts[-2:] == [Heading(text="Nu"), said[0]]


# --- small numbers --------------------------------------------------------------------------------------------


def test_a_small_number_is_taken_out_of_what_leaves_the_line_and_the_reason_is_told(nordby: Nordby) -> None:
    count(nordby.units["Team Nord"], 3)
    paper = begun(nordby)
    draft_page = nordby.client("teamleder").get(reverse("papir", args=("halvaar",))).content.decode()
    assert ">3<" in draft_page  # those inside the line see it as it is
    edition = approved_by_centre(nordby, paper)
    release(edition, doing=doing(nordby, "centerchef"))
    page = Client().get(reverse("offentligt-udgave", args=(edition.key,))).content.decode()
    assert "færre end 5" in page
    assert ">3<" not in page
    assert "kan pege på enkelte børn" in page


def numbers_in(edition: PaperEdition) -> dict[str, int | None]:
    """What a reader of the edition has: each number that is printed, by its name; None where it is hidden."""
    return {name: each["number"] for name, each in edition.figures["shown"].items()}


@pytest.mark.parametrize("order", [("Myndighed", "Team Nord"), ("Team Nord", "Myndighed")])
@pytest.mark.parametrize(("nord", "syd"), [(9, 3), (3, 9), (20, 1), (4, 4), (12, 20)])
def test_no_small_number_can_be_worked_out_from_two_papers(
    nordby: Nordby, order: tuple[str, str], nord: int, syd: int
) -> None:
    """The department has two teams; each paper tells of one unit, and the other team's number stands in none."""
    count(nordby.units["Myndighed"], nord + syd)
    count(nordby.units["Team Nord"], nord)
    papers = [approved_by_centre(nordby, begun(nordby, unit, key=unit)) for unit in order]
    read_of = {unit: next(iter(numbers_in(each).values())) for unit, each in zip(order, papers, strict=True)}
    whole, part = read_of["Myndighed"], read_of["Team Nord"]
    if whole is not None and part is not None:
        assert whole - part >= 5
    assert part is None or part >= 5
    # Nothing is hidden that nobody could be known by.
    if min(nord, syd) >= 5:
        assert (whole, part) == (nord + syd, nord)


def test_the_rest_of_a_share_cannot_be_worked_out_from_two_papers(nordby: Nordby) -> None:
    department, team = nordby.units["Myndighed"], nordby.units["Team Nord"]
    # Together 40 of 60 in time, in the team 30 of 45: so 10 of 15 in the rest, and all is large enough.
    count(department, 40, indicator=IN_TIME, out_of=60)
    count(team, 30, indicator=IN_TIME, out_of=45)
    for unit in ("Myndighed", "Team Nord"):
        assert None not in numbers_in(approved_by_centre(nordby, begun(nordby, unit, key=unit))).values()


def test_a_small_rest_of_a_share_is_hidden_in_the_later_paper(nordby: Nordby) -> None:
    count(nordby.units["Myndighed"], 36, indicator=IN_TIME, out_of=60)
    count(nordby.units["Team Nord"], 30, indicator=IN_TIME, out_of=50)
    first = approved_by_centre(nordby, begun(nordby, "Myndighed", key="a"))
    assert None not in numbers_in(first).values()
    later = numbers_in(approved_by_centre(nordby, begun(nordby, "Team Nord", key="b")))
    # 36 − 30 = 6 of 60 − 50 = 10, so four children's were not in time in the other team.
    assert None in later.values()


def test_a_quarter_does_not_give_back_the_month_that_is_hidden(nordby: Nordby) -> None:
    unit = nordby.units["Team Nord"]
    count(unit, 30)
    (quarter,) = read(begun(nordby).parts.get(spec="tal").figures)
    months = [period_of(date(2026, month, 1), per=Per.MONTH) for month in (1, 2, 3)]
    point = quarter.series.points[0]
    points = tuple(
        replace(point, first=month.first, last=month.last, counted=number)
        for month, number in zip(months, (14, 13, 3), strict=True)
    )
    each = Figure(unit=unit.pk, omraade="social", per="month", series=replace(quarter.series, points=points[:2]))
    shown = safe_to_show([quarter, each], before=Before(), allowed={}, units=Units())
    assert sum(one.number is None for one in shown.values()) >= 1  # or 30 − 14 − 13 is the three of March


def test_what_has_been_published_stays_so_and_what_was_hidden_stays_hidden(nordby: Nordby) -> None:
    count(nordby.units["Myndighed"], 12)
    count(nordby.units["Team Nord"], 9)
    first = numbers_in(approved_by_centre(nordby, begun(nordby, "Myndighed", key="a")))
    second = numbers_in(approved_by_centre(nordby, begun(nordby, "Team Nord", key="b")))
    assert list(first.values()) == [12]
    assert list(second.values()) == [None]
    third = numbers_in(approved_by_centre(nordby, begun(nordby, "Team Nord", key="c")))
    assert third == second


def test_a_small_number_is_shown_only_by_a_decision_with_a_reason_that_is_logged(nordby: Nordby) -> None:
    count(nordby.units["Team Nord"], 4)
    paper = begun(nordby)
    address = reverse("papir-lille-tal", args=("halvaar",))
    assert nordby.client("afdelingsleder").get(address).status_code == 404
    client = nordby.client("centerchef")
    form = client.get(address).context["form"]
    cell = form.fields["tal"].choices[1][0]
    sent_in = {"key": form["key"].value(), "tal": cell}
    assert client.post(address, sent_in | {"hvorfor": "Nej"}).status_code == 422
    assert client.post(address, sent_in | {"hvorfor": WHY}).status_code == 302
    decision = SmallNumberDecision.objects.get()
    assert (decision.number, decision.by, decision.reason) == (4, "Navn på centerchef", WHY)
    assert ChangeEntry.objects.filter(action="lille_tal_tilladt", username="centerchef").count() == 1
    edition = approved_by_centre(nordby, paper)
    assert list(numbers_in(edition).values()) == [4]
    assert WHY in told(edition)
    assert "Navn på centerchef" not in told(edition)


def test_a_decision_that_gives_another_number_back_is_refused(nordby: Nordby) -> None:
    count(nordby.units["Myndighed"], 12)
    count(nordby.units["Team Nord"], 9)
    approved_by_centre(nordby, begun(nordby, "Myndighed", key="a"))
    paper = begun(nordby, key="b")
    client, address = nordby.client("centerchef"), reverse("papir-lille-tal", args=("b",))
    form = client.get(address).context["form"]
    values = {"key": form["key"].value(), "tal": form.fields["tal"].choices[1][0], "hvorfor": WHY}
    answer = client.post(address, values)
    assert answer.status_code == 422
    assert "kunne regnes ud" in answer.content.decode()
    assert not SmallNumberDecision.objects.exists()
    assert draft_of(paper).problem == ""


def test_a_figure_entered_by_hand_says_so_with_its_source_and_is_protected_too(nordby: Nordby) -> None:
    count(nordby.units["Team Nord"], 20)
    given = {"indicator": RECEIVED, "unit": nordby.units["Team Nord"], "first": QUARTER.first, "last": QUARTER.last}
    HandFigure.objects.create(**given, counted=3, source="Vagtens bog", entered_by="Navn på teamleder", entered_at=NOW)
    paper = begun(nordby)
    assert [each.by_hand for each in read(paper.parts.get(spec="tal").figures)] == [False, True]
    edition = approved_by_centre(nordby, paper)
    assert "Indtastet i hånden" in told(edition)
    assert "Kilde: Vagtens bog." in told(edition)
    assert "Navn på teamleder" not in told(edition)
    assert sorted(each or 0 for each in numbers_in(edition).values()) == [0, 20]
    assert len(counted_again(edition, now=NOW)) == 1


# --- counted again --------------------------------------------------------------------------------------------


def test_a_published_figure_counted_again_is_the_same_and_what_came_late_is_told(nordby: Nordby) -> None:
    measure(now=NOW - timedelta(days=8))
    paper = begun(nordby)
    edition = approved_by_centre(nordby, paper)
    kept = {each.name: each for each in counted_again(edition, now=NOW)}
    assert kept
    assert all(each.kept and not each.words for each in kept.values())
    # Written down yesterday: it reached us in February.
    late = event(nordby.cases["egen"], "underretning_modtaget", days_ago=110, thread="SEN", hours_ago=1)
    row = bridge.row_of(replace(late, recorded_at=NOW - timedelta(days=1)), case=nordby.cases["egen"])
    EventRow.objects.bulk_create([row])
    again = {each.name: each for each in counted_again(edition, now=NOW)}
    changed = again["Underretninger modtaget, Team Nord"]
    assert changed.kept
    assert "1. kvartal 2026" in " ".join(changed.words)
    assert any(not each.same for each in changed.rows)
    edition.refresh_from_db()
    assert hash_of(frozen(edition)) == edition.sha256
    page = nordby.client("teamleder").get(reverse("papir-samme-tal", args=(edition.key,))).content.decode()
    assert "Udgaven holder" in page


# --- how much is asked ----------------------------------------------------------------------------------------


def queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


@pytest.mark.parametrize(("name", "args"), [("papirer", ()), ("papir", ("papir",)), ("offentligt", ())])
def test_a_page_asks_the_same_number_of_questions_however_many_papers_there_are(
    nordby: Nordby, name: str, args: Any
) -> None:
    client, address = nordby.client("teamleder"), reverse(name, args=args)
    count(nordby.units["Team Nord"], 20)
    release(approved_by_centre(nordby, begun(nordby, key="en")), doing=doing(nordby, "centerchef"))
    queries(client, address)  # the first also signs in
    before = queries(client, address)
    for number in range(3):
        edition = approved_by_centre(nordby, begun(nordby, key=f"flere-{number}"))
        release(edition, doing=doing(nordby, "centerchef"))
        begun(nordby, key=f"kladde-{number}")
    assert queries(client, address) == before


def test_an_item_has_its_municipalitys_headings_in_its_order(nordby: Nordby) -> None:
    for key, template in TEMPLATES.items():
        paper = begun(nordby, key=key, template=key)
        assert [part.heading for part in paper.parts.order_by("number")] == [each.heading for each in template.parts]
    rebild = approved_by_centre(nordby, Paper.objects.get(key="sag_rebild"))
    headings = [part.text for part in frozen(rebild).parts if isinstance(part, Heading) and part.level == 1]
    assert headings == ["Resume", "Indstilling", "Økonomi", "Sagsfremstilling", "Beslutning", "Bilag"]


def test_nothing_is_sent_twice(nordby: Nordby) -> None:
    paper = sent(begun(nordby), by=nordby.people["teamleder"])
    with pytest.raises(Overtaken):
        send(paper, doing=doing(nordby, "teamleder"))


def test_an_attacker_with_both_papers_never_finds_a_small_number(nordby: Nordby) -> None:
    """Every pair of small teams, in both orders: the reader knows the sums and tries all numbers that would fit."""
    count(nordby.units["Myndighed"], 1)
    (sample,) = read(begun(nordby, "Myndighed").parts.get(spec="tal").figures)
    units, department, team = Units(), nordby.units["Myndighed"], nordby.units["Team Nord"]
    for nord, syd in product(range(13), repeat=2):
        whole, part = (figure(sample, unit.pk, number) for unit, number in ((department, nord + syd), (team, nord)))
        for first, second in ((whole, part), (part, whole)):
            shown = safe_to_show([first], before=Before(), allowed={}, units=units)
            out = Before(figures=[first], shown=dict(shown))
            shown |= safe_to_show([second], before=out, allowed={}, units=units)
            seen = {each.unit: shown[f"{each.name}/{QUARTER.first}"] for each in (whole, part)}
            worlds = [
                (one, other)
                for one, other in product(range(60), repeat=2)
                if fits(seen[department.pk], one + other) and fits(seen[team.pk], one)
            ]
            assert (nord, syd) in worlds
            for at, truth in enumerate((nord, syd)):
                if 0 < truth < 5:
                    assert len({world[at] for world in worlds}) > 1, (nord, syd, seen)


def figure(sample: Figure, unit: int, number: int) -> Figure:
    """The sample's figure in another unit."""
    (point,) = sample.series.points
    return replace(sample, unit=unit, series=replace(sample.series, points=(replace(point, counted=number),)))


def fits(shown: Shown, number: int) -> bool:
    """Whether the number could stand behind what the reader sees."""
    if shown.number is not None:
        return shown.number == number
    return number < 5 if shown.why is Why.SMALL else True

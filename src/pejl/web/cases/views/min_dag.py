"""What should I do today, why, and where do I register it? The duties that fall on the person, and their reasons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, NamedTuple
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from pejl.web.access.doors import needs
from pejl.web.access.gate import open_case
from pejl.web.access.log import log_list
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.cases import bridge
from pejl.web.cases.actions.writing import new_token
from pejl.web.cases.ages import ahead
from pejl.web.cases.agreements import open_in
from pejl.web.cases.day import SHOWN, Day, Group, Waiting, duties, gathered, held_back, without_next_step
from pejl.web.cases.day_cases import handed_over, known_among, openings
from pejl.web.cases.duty_drawn import all_drawn, gathered_drawn
from pejl.web.cases.duty_line import Line, lines_of, register_url, waits_for
from pejl.web.cases.forms.asked import meeting_kinds
from pejl.web.cases.forms.offered import may_register
from pejl.web.cases.models import DeadlineRow
from pejl.web.cases.sending import MIN_DAG
from pejl.web.cases.worklists.mine import mine, mine_among
from pejl.web.cases.written import reader_of

_PAGE: Final = 50
_STUCK: Final = 10
_AGREED: Final = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What a group is called, and what there is to say about it."""

    group: Group
    title: str
    counted: str = ""  # after its number, in the sentence at the top; empty for what stands apart
    text: str = ""

    @property
    def url(self) -> str:
        """Where the whole group is."""
        return f"{reverse('min-dag')}?{urlencode({'gruppe': self.group})}"


HEADINGS: Final = (
    Heading(
        group=Group.OVERSKREDET,
        title="Overskredet",
        counted="overskredet",
        text="Den frist, der senest er overskredet, står først.",
    ),
    Heading(group=Group.I_DAG, title="I dag", counted="i dag"),
    Heading(group=Group.DENNE_UGE, title="Denne uge", counted="senere denne uge", text="Til og med søndag."),
    Heading(group=Group.SENERE, title="Senere", counted="senere"),
    Heading(
        group=Group.UDEN_FRIST,
        title="Uden frist i tal",
        counted="uden frist i tal",
        text=(
            "Loven siger ikke hvornår. Pligten står her, til den er opfyldt; den nyeste står først. "
            "Har en sag flere, står de på én linje."
        ),
    ),
    Heading(
        group=Group.UAFGJORT,
        title="Kan ikke afgøres",
        text="Her mangler der noget, så Pejl ikke kan se, om pligten gælder eller er opfyldt.",
    ),
    Heading(
        group=Group.FOR_SENT,
        title="Skulle være sket først",
        text=(
            "Det skulle være sket, før der blev besluttet noget, eller før forløbet sluttede. Det kan ikke gøres om. "
            "Er det sket uden at blive registreret, så registrér det med den dag, det skete."
        ),
    ),
)
_CLOSED: Final = Heading(
    group=Group.LUKKET,
    title="I afsluttede sager",
    text="Sagen blev afsluttet, før pligten var opfyldt. Er det sket, så registrér det med den dag, det skete.",
)
_FIRST: Final = Heading(
    group=Group.FOERST,
    title="Før alt andet",
    counted="før alt andet",
    text="Det skal være gjort, før forældre og netværk inddrages. Kontakt dem ikke før.",
)
_HEADING: Final = {str(heading.group): heading for heading in (_FIRST, *HEADINGS, _CLOSED)}


class Shown(NamedTuple):
    """A line of the page: one duty, or the first of several of a case that stand together, and what they are called."""

    line: Line
    titles: list[str]

    def drawn(self, *, now: datetime, strong: bool) -> SafeString:
        """The line as the page shows it."""
        several = len(self.titles) > 1
        return gathered_drawn(self.line, self.titles) if several else all_drawn([self.line], now=now, strong=strong)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A group with its first rows; ``total`` counts the others too."""

    heading: Heading
    total: int
    shown: list[Shown]
    now: datetime

    @property
    def drawn(self) -> SafeString:
        """The rows as the page shows them."""
        strong = self.heading is _FIRST
        return format_html_join("", "{}", ((each.drawn(now=self.now, strong=strong),) for each in self.shown))

    @property
    def more_url(self) -> str:
        """Where all of them are, when these are not all, or several stand on one line."""
        return self.heading.url if self.total > len(self.shown) else ""


# --- the page -------------------------------------------------------------------------------------------------


@needs(Right.MIN_DAG)
def min_dag(request: Request) -> HttpResponse:
    """The duties in groups; leaders, on whom none falls, are told where to look instead."""
    day = Day(request.person, request.today, request.moment, bridge.rulebook())
    if not request.person.duties:
        worklists = mine(day.person, on=day.today, at=day.moment)
        return render(request, "cases/min_dag_leder.html", {**_from_others(day), "worklists": worklists})
    chosen = _HEADING.get(request.GET.get("gruppe", ""))
    return _one_group(request, day, heading=chosen) if chosen else _all_groups(request, day)


def _all_groups(request: Request, day: Day) -> HttpResponse:
    found = duties(day)
    shown = {group: _together(group, rows)[: SHOWN.get(group, 0)] for group, rows in found.items()}
    first = [some[0] for lines in shown.values() for some in lines]
    by_row = {line.row.pk: line for line in lines_of(first, cases=day.known, first=day.held_back, day=day)}
    called = {key: versions[-1].title for key, versions in day.book.by_key.items()}
    sections = [
        Section(
            heading=each,
            total=len(found[each.group]),
            shown=[
                Shown(by_row[some[0].pk], [called.get(duty.rule, duty.rule) for duty in some])
                for some in shown[each.group]
                if some[0].pk in by_row
            ],
            now=day.moment,
        )
        for each in (_FIRST, *HEADINGS)
        if each.group in found
    ]
    agreed = open_in(day.own_open, reader=reader_of(request), today=day.today)
    # What somebody has agreed to do is a next step as well.
    going = {each.case.case_id for each in agreed}
    stuck = [own for own in without_next_step(day) if own.case_id not in going]
    log_list(request, "min-dag", shown=len(first) + len(stuck[:_STUCK]) + len(agreed[:_AGREED]))
    values = {
        "first": next((each for each in sections if each.heading is _FIRST), None),
        "sections": [each for each in sections if each.heading.counted and each.heading is not _FIRST],
        "apart": [each for each in sections if not each.heading.counted],
        "closed": _CLOSED,
        "stuck": stuck[:_STUCK],
        "stuck_total": len(stuck),
        "agreed": agreed[:_AGREED],
        "agreed_total": len(agreed),
        "token": new_token(),
        "worklists": mine_among(day.person, day.known),
        "birthdays": ahead([own.case_id for own in day.own_open], today=day.today),
        "counted": _counted(sections),
        **_from_others(day),
        **_moments(request),
    }
    return render(request, "cases/min_dag.html", values)


def _from_others(day: Day) -> dict[str, object]:
    """What others have left for this person: notes of a duty, for those who read text, and openings to look through."""
    return {
        "hand_overs": handed_over(day),
        "openings": openings(day),
    }


def _together(group: Group, duties: Sequence[Waiting]) -> list[list[Waiting]]:
    """The lines of a group: each duty its own, and of those without a number one line for each case."""
    return gathered(duties) if group is Group.UDEN_FRIST else [[duty] for duty in duties]


def _one_group(request: Request, day: Day, *, heading: Heading) -> HttpResponse:
    """One group whole, in pages; fetched into its place on the day's page, or as a page of its own."""
    found = duties(day, closed=heading is _CLOSED).get(heading.group, [])
    page = Paginator(found, _PAGE).get_page(request.GET.get("side"))
    shown = list(page.object_list)
    numbers = {duty.case_id for duty in shown}
    # Of the closed cases of a turn there are too many to know beforehand.
    closed = heading is _CLOSED
    cases, first = (known_among(day, numbers), held_back(numbers)) if closed else (day.known, day.held_back)
    lines = lines_of(shown, cases=cases, first=first, day=day)
    log_list(request, "min-dag", shown=len(lines), filters={"gruppe": heading.group})
    drawn = all_drawn(lines, now=request.moment)
    values = {"heading": heading, "lines": lines, "drawn": drawn, "page": page, **_moments(request)}
    part = "cases/min_dag_gruppe_del.html" if request.htmx else "cases/min_dag_gruppe.html"
    return render(request, part, values)


def _moments(request: Request) -> dict[str, datetime]:
    """The moment everything is measured from, and as it is told."""
    return {"now": request.moment, "asof": request.moment.replace(second=0)}


def _counted(sections: list[Section]) -> str:
    """In a sentence, how much there is to do; what stands apart is counted there."""
    told = [f"{each.total} {each.heading.counted}" for each in sections if each.heading.counted]
    if not told:
        return ""
    *most, last = told
    return f"{', '.join(most)} og {last}." if most else f"{last}."


# --- why? -----------------------------------------------------------------------------------------------------


@needs(Right.CASES)
def hvorfor(request: Request, key: str, mark: str) -> HttpResponse:
    """The steps behind one duty: in place of the link that asked, or as a page of its own."""
    case = open_case(request, key)
    # To the minute, as it is told.
    asof = request.moment.replace(second=0)
    found = bridge.explained(case, mark, as_of=asof, with_text=request.person.may(Right.TEXT))
    row = DeadlineRow.objects.filter(case=case, mark=mark).first()
    if found is None or row is None:
        raise Http404
    first, kinds = held_back({case.pk}).get(case.pk, ()), dict.fromkeys(meeting_kinds(found.rule))
    held = {kind: waits_for(row, found.rule, first, kind=kind) for kind in kinds}
    back = MIN_DAG if request.GET.get("fra") == MIN_DAG else ""
    values = {
        "case": case,
        "found": found,
        "waits_for": next(filter(None, held.values()), ""),
        "ways": [
            (kind.label_on(request.today), register_url(case, kind, mark=mark, back=back))
            for kind, waits in held.items()
            if not waits and row.met_at is None and may_register(request.person, case, kind)
        ],
    }
    page = "cases/hvorfor_trin.html" if request.htmx else "cases/hvorfor.html"
    return render(request, page, values)


urlpatterns = [
    path("min-dag/", min_dag, name="min-dag"),
    path("sag/<str:key>/frist/<str:mark>/", hvorfor, name="hvorfor"),
]

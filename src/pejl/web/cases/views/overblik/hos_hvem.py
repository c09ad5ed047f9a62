"""Who has today what is overdue, and had somebody else let it pass?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from pejl.rules import Force
from pejl.tables import Status
from pejl.web.access.doors import needs
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.cases import bridge
from pejl.web.cases.overview import holding
from pejl.web.cases.overview.book import Entry, chapters
from pejl.web.cases.overview.holding import Held, Origin
from pejl.web.cases.overview.selection import Selection, cases, duties
from pejl.web.cases.views.overblik import visning
from pejl.web.cases.views.overblik.asking import Asked, SelectionForm, asked, framed
from pejl.web.components import count_of

_HOW_MANY = {0: "Ingen skift", 1: "Ét skift", 2: "To skift", 3: "Tre eller flere"}


class HosHvemForm(SelectionForm):
    """Only the team: what is overdue is overdue whatever month it began in."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # handed on as they came
        for name in ("fra", "til"):
            del self.fields[name]

    @property
    def selection(self) -> Selection:
        """Every month."""
        chosen = self.cleaned_data
        return Selection(
            team=int(chosen["team"]) if chosen["team"] else None,
            notifier=chosen.get("underretter", ""),
            omraade=self.omraade_chosen,
        )


@dataclass(frozen=True, slots=True)
class TeamRow:
    """What one team holds."""

    name: str
    force: Force
    children: visning.Cell
    cells: list[visning.Cell]
    closed: visning.Cell


@dataclass(frozen=True, slots=True)
class RuleRow:
    """How many of one duty are overdue, by team."""

    entry: Entry
    cells: list[visning.Cell]
    total: int


@needs(Right.OVERVIEW)
def hos_hvem(request: Request) -> HttpResponse:
    """What is overdue by the team that has it today, and how often children change adviser."""
    question = asked(request, HosHvemForm, default_period=False)
    values: dict[str, object] = {
        **framed(request, question),
        "stamp": visning.stamp(request),
        "pages": visning.pages(request, here="overblik-hos-hvem"),
    }
    if question.selection:
        values |= _figures(request, question, question.selection)
    return render(request, "cases/overblik/hos_hvem.html", values, status=question.status)


def _figures(request: Request, question: Asked[HosHvemForm], selection: Selection) -> dict[str, object]:
    rows = duties(request.person, selection)
    held = holding.held_by_team(rows, at=request.moment)
    by_rule = holding.held_by_rule(rows, at=request.moment)
    holders = {each.team for each in held}
    teams = {team: name for team, name in question.teams.items() if team in holders}
    changes = holding.changes_of_adviser(cases(request.person, selection), today=request.today)
    return {
        "teams": [
            _team_row(request, selection, name=name, held=each)
            for force in Force
            for team, name in teams.items()
            for each in held
            if (each.team, each.force) == (team, force)
        ],
        "without_team": sum(each.in_open for each in held if each.team is None),
        "origins": [each.danish for each in Origin],
        "team_names": list(teams.values()),
        "rules": list(_rule_rows(request, selection, teams=teams, by_rule=by_rule)),
        "changes": [
            (words, count_of(changes.in_a_year[number], changes.children)) for number, words in _HOW_MANY.items()
        ],
        "how_long": [
            (words, count_of(changes.how_long[key], changes.children)) for key, words in holding.HOW_LONG.items()
        ],
        "children": changes.children,
    }


def _url(request: Request, selection: Selection, **more: str) -> str:
    return visning.sager_url(request, selection, status=Status.OVERDUE.value, **more)


def _team_row(request: Request, selection: Selection, *, name: str, held: Held) -> TeamRow:
    own = replace(selection, team=held.team)

    def url(**more: str) -> str:
        return _url(request, own, slags=held.force, **more)

    cells = [visning.Cell(each.danish, held.by_origin[each], url(sager="aabne", arvet=each.value)) for each in Origin]
    return TeamRow(
        name,
        held.force,
        children=visning.Cell("Børn", held.children),
        cells=[visning.Cell("I alt", held.in_open, url(sager="aabne")), *cells],
        closed=visning.Cell("I afsluttede sager", held.in_closed, url(sager="lukkede")),
    )


def _rule_rows(
    request: Request, selection: Selection, *, teams: Mapping[int, str], by_rule: Mapping[str, Counter[int | None]]
) -> Iterator[RuleRow]:
    for chapter in chapters(bridge.rulebook()):
        newest: dict[str, Entry] = {}
        for entry in chapter.entries:
            newest.setdefault(entry.key, entry)
        for key, entry in newest.items():
            if counts := by_rule.get(key):
                cells = [
                    visning.Cell(
                        name,
                        counts[team],
                        _url(request, replace(selection, team=team), regel=key, sager="aabne"),
                    )
                    for team, name in teams.items()
                ]
                yield RuleRow(entry, cells, counts.total())


urlpatterns = [path("overblik/hos-hvem/", hos_hvem, name="overblik-hos-hvem")]

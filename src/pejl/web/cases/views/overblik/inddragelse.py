"""Where are children, parents and networks involved, and where not: across cases, teams and, later, advisers?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from django.core.paginator import Page, Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.http import urlencode

from pejl.web.access.doors import needs
from pejl.web.access.log import log_list
from pejl.web.access.models import StaffDecision, User
from pejl.web.access.names import sort_key
from pejl.web.access.request import Request
from pejl.web.access.roles import Right, Sees
from pejl.web.cases.involving import STEPS, Party, Stand
from pejl.web.cases.overview import advisers
from pejl.web.cases.overview.involved import CaseInvolved, Place, involved
from pejl.web.cases.overview.involved_counted import Among, Counts, Spread, judged, side_by_side, spread_of, summed
from pejl.web.cases.overview.selection import Selection, cases, openable
from pejl.web.cases.views.overblik import visning
from pejl.web.cases.views.overblik.asking import (
    Asked,
    ChosenField,
    SelectionForm,
    asked,
    first_day,
    framed,
    last_day,
    months_between,
    period_words,
    presets,
)
from pejl.web.components import count_of

if TYPE_CHECKING:
    from pejl.web.access.models import Case

_PAGE: Final = 25
_LONGEST: Final = 24  # months
_COLUMNS: Final = (Stand.PERHAPS, Stand.REASON, Stand.GAP, Stand.WAITS, Stand.UNSEEN)


class InddragelseForm(SelectionForm):
    """Period, team, and which gaps to list."""

    part = ChosenField(
        "Hvem mangler i listen",
        none="Alle fire",
        wrong="Vælg fra listen.",
        choices=[(each.name.lower(), each.value) for each in Party],
    )
    trin = ChosenField(
        "I hvilket trin",
        none="Alle trin",
        wrong="Vælg et trin fra listen.",
        choices=[(each.name.lower(), each.value) for each in STEPS],
    )

    def __init__(self, *args: Any, lists: bool, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._today = today
        self.fields["fra"].help_text = "Den måned, hvor der sidst skete noget i trinet. Fx 2026-03."
        self.fields.pop("underretter", None)
        if not lists:
            del self.fields["part"], self.fields["trin"]

    def clean(self) -> dict[str, Any]:
        """Not all years at once: they are many events to read, and tell little of how work is done now."""
        values = super().clean()
        first, last = values.get("fra", ""), values.get("til", "") or f"{self._today:%Y-%m}"
        if not self.errors and (not first or len(list(months_between(first, last))) > _LONGEST):
            self.add_error("fra", f"Vælg højst {_LONGEST} måneder ad gangen. Skriv en senere måned, fx {last}.")
        return values


@dataclass(frozen=True, slots=True)
class Row:
    """One step, or one team: how many have the party in it, and how the others stand."""

    words: str
    share: str
    cells: list[visning.Cell]


@dataclass(frozen=True, slots=True)
class Line:
    """One case with gaps."""

    case: Case
    adviser: str
    gaps: list[tuple[str, str]]


@needs(Right.OVERVIEW)
def inddragelse(request: Request) -> HttpResponse:
    """Party by party, team by team, the spread between cases, and for leaders the cases with gaps."""
    drills = request.person.may(Right.DRILL)
    question = asked(request, partial(InddragelseForm, lists=drills, today=request.today))
    values: dict[str, object] = {
        **framed(request, question),
        "pages": visning.pages(request, here="overblik-inddragelse"),
        "narrowed": bool(question.form.errors),
        "presets": presets(request, question)[:-1],  # but all months
    }
    if question.selection:
        found = _counted(request, question.selection)
        values |= _figures(request, question, found)
        if drills:
            values |= _opened(request, question, found)
    return render(request, "cases/overblik/inddragelse.html", values, status=question.status)


def _counted(request: Request, selection: Selection) -> list[CaseInvolved]:
    period = first_day(selection.first), last_day(selection.last)
    return list(involved(cases(request.person, selection), first=period[0], last=period[1]))


def _figures(request: Request, question: Asked[InddragelseForm], found: list[CaseInvolved]) -> dict[str, object]:
    assert question.selection  # noqa: S101 -- only asked once the form is valid
    sums, teams = summed(found), question.teams
    own = {pk: name for pk, name in teams.items() if any((pk, party) in sums.teams for party in Party)}
    return {
        "period": period_words(question.selection),
        "number": len(found),
        "without_team": sum(each.team is None for each in found),
        "columns": [each.danish for each in _COLUMNS],
        "parties": [
            (party.value, [_row(request, question.selection, party, *each) for each in rows])
            for party, rows in sums.shown
        ],
        "party_names": [party.value for party in Party],
        "teams": [(name, [_of_all(party, sums.teams[pk, party]) for party in Party]) for pk, name in own.items()],
        "spread": [(each.value, count) for each, count in _spread(found)],
        "side_by_side": list(side_by_side(found, names=own, of="team")) if len(own) > 1 else [],
    }


def _row(request: Request, selection: Selection, party: Party, step: str, counts: Counts) -> Row:
    cells = [visning.Cell(each.danish, counts[each], _url(request, selection, party, step, each)) for each in _COLUMNS]
    return Row(step, count_of(counts[Stand.INVOLVED], judged(counts)), cells)


def _url(request: Request, selection: Selection, party: Party, step: str, stand: Stand) -> str:
    """Where the cases with this gap are listed; only a gap is opened, and only by those who may."""
    if stand is not Stand.GAP or not request.person.may(Right.DRILL):
        return ""
    kept = {"fra": selection.first, "til": selection.last, "team": selection.team or "", **visning.kept_kind(selection)}
    trin = next(each.name.lower() for each in STEPS if each.value == step)
    return f"?{urlencode({**kept, 'part': party.name.lower(), 'trin': trin})}#liste"


def _of_all(party: Party, counts: Counts) -> tuple[str, str]:
    return party.value, count_of(counts[Stand.INVOLVED], judged(counts))


def _spread(found: list[CaseInvolved]) -> Iterator[tuple[Spread, str]]:
    counts = Counter(spread_of(each) for each in found)
    known = counts.total() - counts[Spread.UNSEEN]
    for each in Spread:
        yield each, str(counts[each]) if each is Spread.UNSEEN else count_of(counts[each], known)


# --- opened: the cases, and the advisers -----------------------------------------------------------------------


def _opened(request: Request, question: Asked[InddragelseForm], found: list[CaseInvolved]) -> dict[str, object]:
    assert question.selection  # noqa: S101 -- only asked once the form is valid
    mine = openable(request, question.selection)
    reached = set(mine.values_list("pk", flat=True))
    own = [each for each in found if each.case in reached]
    listed = _gaps(own, question.form.cleaned_data)
    page = Paginator(sorted(listed, key=lambda pk: (-len(listed[pk]), pk)), _PAGE).get_page(request.GET.get("side"))
    filters = {name: str(value) for name, value in question.form.cleaned_data.items() if value}
    log_list(request, "overblik-inddragelse", shown=page.paginator.count, filters={**filters})
    chosen = [question.form.words_for(name) for name in ("part", "trin")]
    return {
        "page": page,
        "with_gaps": page.paginator.count,
        "chosen": [words for words in chosen if words],
        "lines": list(_lines(mine, page, listed)),
        **(_advisers(request, own) if request.person.may(Right.BY_ADVISER) else {}),
    }


def _gaps(found: list[CaseInvolved], chosen: dict[str, str]) -> dict[int, list[Place]]:
    """The gaps of each case, of those that were asked for."""
    part, trin = chosen["part"], chosen["trin"]
    gaps: dict[int, list[Place]] = {}
    for case in found:
        for (step, party), stand in case.stands.items():
            asked_for = part in ("", party.name.lower()) and trin in ("", step.name.lower())
            if stand is Stand.GAP and asked_for:
                gaps.setdefault(case.case, []).append((step, party))
    return gaps


def _lines(mine: Any, page: Page[int], listed: dict[int, list[Place]]) -> Iterator[Line]:
    shown = {case.pk: case for case in mine.filter(pk__in=list(page)).select_related("child", "team")}
    names = _names({case.adviser for case in shown.values()})
    for pk in page:
        case, by_step = shown[pk], dict[str, list[str]]()
        for step, party in listed[pk]:
            by_step.setdefault(step.value, []).append(party.value.lower())
        gaps = [(step, _all_four(parties)) for step, parties in by_step.items()]
        yield Line(case, names.get(case.adviser, case.adviser), gaps)


def _all_four(parties: list[str]) -> str:
    return "alle fire" if len(parties) == len(Party) else ", ".join(parties)


def _names(initials: set[str]) -> dict[str, str]:
    return dict(User.objects.filter(initials__in=initials - {""}).values_list("initials", "name"))


def _advisers(request: Request, own: list[CaseInvolved]) -> dict[str, object]:
    """By adviser only once staff have been told and MED has treated the lists, and only in one's own units."""
    decision = advisers.opened(StaffDecision.objects.all(), today=request.today)
    units = request.person.units(Sees.UNIT, right=Right.BY_ADVISER)
    held = [each for each in own if each.adviser and each.team in units]
    names = _names({each.adviser for each in held})
    if decision is None:
        return {"by_adviser": "closed"}
    named = {initials: names.get(initials, initials) for initials in {each.adviser for each in held}}
    ordered = dict(sorted(named.items(), key=lambda each: (sort_key(each[1]), each[0])))
    rows: list[Among] = list(side_by_side(held, names=ordered, of="adviser"))
    log_list(request, "overblik-inddragelse-raadgivere", shown=len(rows))
    return {"by_adviser": "open", "adviser_rows": rows, "decision": decision}


urlpatterns = [path("overblik/inddragelse/", inddragelse, name="overblik-inddragelse")]

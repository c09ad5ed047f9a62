"""How is one duty kept: month by month, team by team, and by who was worried?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import reduce

from django.db.models import BooleanField, Count, F, Q, QuerySet, Value, When
from django.db.models import Case as Choose
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import path

from pejl.rules import Rule, Rulebook
from pejl.tables import Status, Unknown
from pejl.web.access.doors import needs
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.cases import bridge
from pejl.web.cases.models import DeadlineRow
from pejl.web.cases.overview.book import Entry, entry_of
from pejl.web.cases.overview.selection import Selection, duties
from pejl.web.cases.overview.tally import NOTHING, Tally, tallies
from pejl.web.cases.standing import status_at
from pejl.web.cases.views.overblik import visning
from pejl.web.cases.views.overblik.asking import (
    NOTIFIERS,
    Asked,
    SelectionForm,
    asked,
    framed,
    month_words,
    months_between,
    period_words,
    presets,
)
from pejl.web.cases.views.overblik.hvad_nu_hvis import what_if_url

# Passed due, or was kept too late, while another team had the case.
_ELSEWHERE = Choose(
    When(Q(team_at_due__isnull=False) & ~Q(team_at_due=F("case__team")), then=Value(True)),
    default=Value(False),
    output_field=BooleanField(),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: a month, a team, a notifier or a version of the rule."""

    words: str
    cells: list[visning.Cell]
    share: str
    bar: list[visning.Segment]
    entry: Entry | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Figures:
    """What the page is made of: where it is asked from, of which rule."""

    request: Request
    question: Asked[SelectionForm]
    selection: Selection
    rule: Rule
    rows: QuerySet[DeadlineRow]

    @property
    def limited(self) -> bool:
        """False: no number in law, and so no share in time."""
        return entry_of(self.rule).limited

    def row(self, words: str, tally: Tally, *, longest: int, url: str) -> Row:
        """One line with its bar to scale."""
        share = visning.share(tally, limited=self.limited)
        cells = visning.cells(tally, more="alle" in self.request.GET, limited=self.limited, url=url)
        return Row(words, cells, share, visning.bar(tally, longest=longest))

    def url(self, selection: Selection | None = None, **more: str) -> str:
        """The way to the cases behind a line."""
        return visning.sager_url(self.request, selection or self.selection, regel=self.rule.key, **more)


@needs(Right.OVERVIEW)
def regel(request: Request, rule: str) -> HttpResponse:
    """The figures of one rule."""
    book = bridge.rulebook()
    versions = book.by_key.get(rule)
    if versions is None:
        raise Http404
    question = asked(request, SelectionForm)
    values = {
        "entry": entry_of(versions[-1]),
        "rule": versions[-1],
        **framed(request, question),
        "presets": presets(request, question),
        "stamp": visning.stamp(request),
        "pages": visning.pages(request, here=""),
        "what_if_url": what_if_url(versions[-1], selection=question.selection),
        "narrowed": bool(request.GET.get("team") or request.GET.get("underretter") or question.form.errors),
    }
    if question.selection:
        rows = duties(request.person, question.selection).filter(question.selection.in_period, rule=rule)
        figures = Figures(request, question, question.selection, versions[-1], rows)
        values |= _values(figures, book=book)
    return render(request, "cases/overblik/regel.html", values, status=question.status)


def _values(figures: Figures, *, book: Rulebook) -> dict[str, object]:
    at = figures.request.moment
    by_version = tallies(figures.rows, "rule_version", at=at)
    total = reduce(Tally.plus, by_version.values(), NOTHING)
    return {
        "period": period_words(figures.selection),
        "total": total,
        "parts": [
            (heading, total.at(status), status)
            for status, heading in visning.columns(more=True, limited=figures.limited)
            if total.at(status)
        ],
        "picture": visning.bar(total, longest=visning.shown_total(total)),
        "share": visning.share(total, limited=figures.limited),
        "headings": [
            heading for _, heading in visning.columns(more="alle" in figures.request.GET, limited=figures.limited)
        ],
        "versions": list(_by_version(figures, by_version, book=book)) if len(by_version) > 1 else [],
        "months": list(_by_month(figures)),
        "teams": list(_by_team(figures)),
        "notifiers": list(_by_notifier(figures)),
        "unknown": _why_unknown(figures),
    }


def _by_version(figures: Figures, counted: dict[tuple[str], Tally], *, book: Rulebook) -> Iterator[Row]:
    longest = _longest(counted.values())
    for rule in reversed(book.by_key[figures.rule.key]):
        if tally := counted.get((rule.version,)):
            row = figures.row(rule.title, tally, longest=longest, url=figures.url(udgave=rule.version))
            yield replace(row, entry=entry_of(rule))


def _by_month(figures: Figures) -> Iterator[Row]:
    """Every month of the period, those without duties too, so that a gap is seen as a gap."""
    counted = {month: tally for (month,), tally in tallies(figures.rows, "month", at=figures.request.moment).items()}
    dated = sorted(month for month in counted if month)
    if not dated:
        return
    first, last = figures.selection.first or dated[0], figures.selection.last or dated[-1]
    longest = _longest(counted.values())
    for month in reversed(list(months_between(first, last))):
        one = replace(figures.selection, first=month, last=month)
        yield figures.row(month_words(month), counted.get(month, NOTHING), longest=longest, url=figures.url(one))


def _by_team(figures: Figures) -> Iterator[Row]:
    """By the team that has the case today; what another team let pass is told beside it."""
    counted = tallies(figures.rows, "case__team", at=figures.request.moment, elsewhere=_ELSEWHERE)
    both = {team: (counted.get((team, False), NOTHING), counted.get((team, True), NOTHING)) for team, _ in counted}
    longest = _longest(own.plus(inherited) for own, inherited in both.values())
    for team, name in figures.question.teams.items():
        if team in both:
            own, inherited = both[team]
            url = figures.url(replace(figures.selection, team=team))
            row = figures.row(name, own.plus(inherited), longest=longest, url=url)
            late = inherited.late + inherited.overdue
            yield replace(row, note=f"heraf var {late} for sent eller overskredet hos et andet team" if late else "")


def _by_notifier(figures: Figures) -> Iterator[Row]:
    """Only for duties that a notification begins."""
    counted = {who: tally for (who,), tally in tallies(figures.rows, "notifier", at=figures.request.moment).items()}
    if not counted.keys() - {""}:
        return
    longest = _longest(counted.values())
    named = [*NOTIFIERS, ("", "Ikke oplyst")]
    for who, words in named:
        if tally := counted.get(who):
            url = figures.url(replace(figures.selection, notifier=who)) if who else ""
            yield figures.row(words, tally, longest=longest, url=url)


def _why_unknown(figures: Figures) -> list[tuple[str, int]]:
    """Why some cannot be judged, the commonest reason first."""
    rows = figures.rows.annotate(standing=status_at(figures.request.moment)).filter(standing=Status.UNKNOWN.value)
    counts = rows.values_list("unknown_reason").order_by().annotate(number=Count("pk"))
    return sorted(((Unknown(why).danish, number) for why, number in counts), key=lambda each: -each[1])


def _longest(counted: Iterable[Tally]) -> int:
    return max(map(visning.shown_total, counted), default=0)


urlpatterns = [path("overblik/regel/<str:rule>/", regel, name="overblik-regel")]

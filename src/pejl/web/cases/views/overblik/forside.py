"""How are the duties kept, rule by rule, and what came in? For whole units, never with a protected case."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import reduce
from typing import Final

from django.db.models import Case as Choose
from django.db.models import Q, QuerySet, Value, When
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.http import urlencode
from django.utils.safestring import SafeString

from pejl.rules import Force, Rulebook
from pejl.web.access.doors import needs
from pejl.web.access.models import Omraade
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.cases import bridge
from pejl.web.cases.addresses import address
from pejl.web.cases.models import Batch, DeadlineRow
from pejl.web.cases.overview import intake, investigations, tally
from pejl.web.cases.overview.book import Entry, chapters
from pejl.web.cases.overview.selection import DATED, Selection, cases, duties
from pejl.web.cases.overview.tally import Tally
from pejl.web.cases.views.overblik import blokke, visning
from pejl.web.cases.views.overblik.asking import (
    SelectionForm,
    asked,
    first_day,
    framed,
    last_day,
    month_words,
    months_ago,
    period_words,
    presets,
    within,
)
from pejl.web.cases.views.overblik.tegnet import Row, head_drawn, rows_drawn
from pejl.web.components import integer

# Whether a duty that the period leaves out has a month.
_DATED, _UNDATED = "med måned", "uden måned"
_Counts = dict[tuple[str, str], Tally]
_OVERDUE: Final = {
    Force.LAW: "overskredne frister i loven",
    Force.GUIDANCE: "overskredne frister i vejledninger",
    Force.LOCAL: "overskredne lokale mål",
}


@dataclass(frozen=True, slots=True)
class Table:
    """A chapter with the rules that have duties in the period."""

    title: str
    rows: list[Row]
    total: int
    late: int  # kept too late, or overdue

    @property
    def drawn(self) -> SafeString:
        """The rows as the page shows them."""
        return rows_drawn(self.rows)

    @property
    def words(self) -> str:
        """The chapter where it is folded, because nothing in it is late."""
        duties = "1 pligt" if self.total == 1 else f"{integer(self.total)} pligter"
        return f"{self.title}: {duties}, intet for sent"


@dataclass(frozen=True, slots=True)
class Freshness:
    """How new the figures are: the last list taken in, and cases not yet judged by today's rulebook."""

    source: str
    taken_in: datetime | None
    stale: int


@needs(Right.OVERVIEW)
def overblik(request: Request) -> HttpResponse:
    """The front of the overview."""
    question = asked(request, SelectionForm)
    values = {
        **framed(request, question),
        "presets": presets(request, question),
        "stamp": visning.stamp(request),
        "pages": visning.pages(request, here="overblik"),
        "units": visning.units_told(question.teams.values()),
        "more": "alle" in request.GET,
        "narrowed": bool(request.GET.get("team") or request.GET.get("underretter") or question.form.errors),
    }
    if question.selection:
        values |= _figures(request, question.selection)
    return render(request, "cases/overblik/forside.html", values, status=question.status)


def _figures(request: Request, selection: Selection) -> dict[str, object]:
    book = bridge.rulebook()
    owed = duties(request.person, selection)
    counted, before = _counted(request, selection, owed=owed)
    silent = _silent(book, counted, on=request.today)
    shown = list(_tables(request, selection, book=book, counted=counted))
    return {
        "selection": selection,
        "period": period_words(selection),
        "tables": shown,
        "table_head": head_drawn(heading for _, heading in visning.columns(more="alle" in request.GET)),
        "silent": silent,
        "silent_words": f"Intet at vise endnu: {len(silent)} pligt{'' if len(silent) == 1 else 'er'}",
        "beside": _beside(request, selection),
        "blocks": _blocks(request, selection, counted=counted, owed=owed),
        "earlier": _earlier(request, selection, before) if selection.first else [],
        "fresh": _freshness(request, selection, book=book),
        "more_url": _with(request, alle="1"),
    }


def _tables(
    request: Request, selection: Selection, *, book: Rulebook, counted: dict[tuple[str, str], Tally]
) -> Iterator[Table]:
    row = _row_maker(request, selection)
    for chapter in chapters(book):
        told = ((entry, counted.get((entry.key, entry.version))) for entry in chapter.entries)
        found = [(entry, counts) for entry, counts in told if counts]
        if found:
            rows = [row(entry, counts) for entry, counts in found]
            total = reduce(Tally.plus, (counts for _, counts in found))
            yield Table(chapter.title, rows, total=total.total, late=total.late + total.overdue)


def _row_maker(request: Request, selection: Selection) -> Callable[[Entry, Tally], Row]:
    """What makes a row of the table; what is the same in all of its addresses is put together once."""
    more, cases_url = "alle" in request.GET, visning.sager_url(request, selection)
    months = {"fra": selection.first, "til": selection.last, "team": str(selection.team or "")}
    period = urlencode(months | visning.kept_kind(selection))

    def row(entry: Entry, counts: Tally) -> Row:
        which = urlencode({"regel": entry.key, "udgave": entry.version})
        return Row(
            entry,
            url=f"{address('overblik-regel', entry.key)}?{period}",
            cells=visning.cells(counts, more=more, url=cases_url and f"{cases_url}&{which}"),
            share=visning.share(counts, limited=entry.limited),
        )

    return row


def _silent(book: Rulebook, counted: Iterable[tuple[str, str]], *, on: date) -> list[str]:
    """The rules of today's law that no duty in the period comes from: said, so that nobody takes them for kept."""
    spoken = {key for key, _ in counted}
    return [rule.title for rule in book.rules if rule.key not in spoken and on in rule.in_force]


def _beside(request: Request, selection: Selection) -> int:
    """How many duties of the period stand in the other kind of case, which are never counted here."""
    other = next(each for each in Omraade if each != selection.omraade)
    rows = duties(request.person, replace(selection, omraade=other))
    return rows.filter(selection.in_period).count()


def _blocks(
    request: Request, selection: Selection, *, counted: _Counts, owed: QuerySet[DeadlineRow]
) -> list[blokke.Block]:
    own = cases(request.person, selection)
    gone = bridge.withdrawn_in(own)
    first, last = first_day(selection.first), last_day(selection.last)
    registered = intake.counted(own, days=(first, last), gone=gone, notifier=selection.notifier)
    phases, with_plan = investigations.grouped(owed, within=within(request, selection), gone=gone)
    source = blokke.Source(
        request=request,
        selection=selection,
        counted=counted,
        registered=registered,
        phases=phases,
        with_plan=with_plan,
    )
    return list(blokke.blocks(source))


def _counted(request: Request, selection: Selection, *, owed: QuerySet[DeadlineRow]) -> tuple[_Counts, _Counts]:
    """The period's duties by rule and version; and by force and whether they have a month, what it leaves out.

    In one question, for telling how each duty stands is what takes the time.
    """
    rows, at = owed, request.moment
    if not selection.first:  # it leaves nothing out
        return tally.tallies(rows.filter(selection.in_period), "rule", "rule_version", at=at), {}
    left_out = selection.before_period & (Q(met_at__isnull=True) | Q(month=""))
    # Of these rows; what comes after the period is in neither.
    inside = Choose(When(month__gte=selection.first, then=Value(True)), default=Value(False))
    rows = rows.filter(selection.in_period | left_out)
    found = tally.tallies(rows, "rule", "rule_version", "force", at=at, dated=DATED, inside=inside)
    period, before = defaultdict[tuple[str, str], Tally](Tally), defaultdict[tuple[str, str], Tally](Tally)
    for (rule, version, force, dated, is_inside), counts in found.items():
        into, key = (period, (rule, version)) if is_inside else (before, (force, _DATED if dated else _UNDATED))
        into[key] = into[key].plus(counts)
    return dict(period), dict(before)


def _earlier(request: Request, selection: Selection, counts: _Counts) -> list[visning.Cell]:
    """What the period leaves out and nobody should forget: still overdue, and duties without a start."""
    before = replace(selection, first="", last=months_ago(first_day(selection.first) or request.today, 1))
    found = [
        visning.Cell(
            f"{words} fra før {month_words(selection.first)}",
            counts.get((force, _DATED), tally.NOTHING).overdue,
            visning.sager_url(request, before, status="overdue", slags=force),
        )
        for force, words in _OVERDUE.items()
    ]
    undated = sum(each.total for (_, month), each in counts.items() if month == _UNDATED)
    url = visning.sager_url(request, replace(selection, first="", last=""), maaned="ingen")
    found.append(visning.Cell("pligter uden startdato, som derfor ikke hører til nogen måned", undated, url))
    return [each for each in found if each.number]


def _freshness(request: Request, selection: Selection, *, book: Rulebook) -> Freshness:
    taken_in = Batch.objects.filter(state=Batch.State.TAKEN_IN).order_by("-recorded_at")
    source, at = taken_in.values_list("source", "recorded_at").first() or ("", None)
    stale = cases(request.person, selection).exclude(rulebook=book.fingerprint).count()
    return Freshness(source, at, stale)


def _with(request: Request, **parameters: str) -> str:
    query = request.GET.copy()
    for name, value in parameters.items():
        query[name] = value
    return f"?{query.urlencode()}"


urlpatterns = [path("overblik/", overblik, name="overblik")]

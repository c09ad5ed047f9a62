"""How are the duties kept, rule by rule, and what came in? For whole units, never with a protected case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.http import urlencode

from pejl.dates import end_of_day, start_of_day
from pejl.rules import Force, Rulebook
from pejl.web.access.doors import needs
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.cases import bridge
from pejl.web.cases.models import Batch
from pejl.web.cases.overview import intake, investigations, tally
from pejl.web.cases.overview.book import Entry, chapters
from pejl.web.cases.overview.selection import DATED, Selection, cases, duties
from pejl.web.cases.overview.tally import Tally
from pejl.web.cases.views.overblik import blokke, visning
from pejl.web.cases.views.overblik.asking import (
    SelectionForm,
    asked,
    first_day,
    last_day,
    month_words,
    months_ago,
    period_words,
    presets,
)

_OVERDUE: Final = {
    Force.LAW: "overskredne frister i loven",
    Force.GUIDANCE: "overskredne frister i vejledninger",
    Force.LOCAL: "overskredne lokale mål",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One version of a rule in the table of its chapter."""

    entry: Entry
    url: str
    cells: list[visning.Cell]
    share: str


@dataclass(frozen=True, slots=True)
class Table:
    """A chapter with the rules that have duties in the period."""

    title: str
    rows: list[Row]


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
        "form": question.form,
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
    book, rows = bridge.rulebook(), duties(request.person, selection)
    counted = tally.tallies(rows.filter(selection.in_period), "rule", "rule_version", at=request.moment)
    shown = list(_tables(request, selection, book=book, counted=counted))
    return {
        "selection": selection,
        "period": period_words(selection),
        "tables": shown,
        "headings": [heading for _, heading in visning.columns(more="alle" in request.GET)],
        "silent": _silent(book, counted),
        "blocks": _blocks(request, selection, counted=counted),
        "earlier": _earlier(request, selection),
        "fresh": _freshness(request, selection, book=book),
        "more_url": _with(request, alle="1"),
    }


def _tables(
    request: Request, selection: Selection, *, book: Rulebook, counted: dict[tuple[str, str], Tally]
) -> Iterator[Table]:
    for chapter in chapters(book):
        found = ((entry, counted.get((entry.key, entry.version))) for entry in chapter.entries)
        rows = [_row(request, selection, entry=entry, counts=counts) for entry, counts in found if counts]
        if rows:
            yield Table(chapter.title, rows)


def _row(request: Request, selection: Selection, *, entry: Entry, counts: Tally) -> Row:
    cases_url = visning.sager_url(request, selection, regel=entry.key, udgave=entry.version)
    query = urlencode({"fra": selection.first, "til": selection.last, "team": selection.team or ""})
    return Row(
        entry,
        url=f"{reverse('overblik-regel', args=[entry.key])}?{query}",
        cells=visning.cells(counts, more="alle" in request.GET, url=cases_url),
        share=visning.share(counts, limited=entry.limited),
    )


def _silent(book: Rulebook, counted: Iterable[tuple[str, str]]) -> list[str]:
    """The rules of today's law that no duty in the period comes from: said, so that nobody takes them for kept."""
    spoken = {key for key, _ in counted}
    return [chapter_rule.title for chapter in chapters(book) for chapter_rule in _newest(chapter.entries, spoken)]


def _newest(entries: Iterable[Entry], spoken: set[str]) -> Iterator[Entry]:
    seen = set(spoken)
    for entry in entries:
        if entry.key not in seen:
            seen.add(entry.key)
            yield entry


def _blocks(request: Request, selection: Selection, *, counted: dict[tuple[str, str], Tally]) -> list[blokke.Block]:
    own = cases(request.person, selection)
    gone = bridge.withdrawn_in(own)
    first, last = first_day(selection.first), last_day(selection.last)
    registered = intake.counted(own, days=(first, last), gone=gone, notifier=selection.notifier)
    found = investigations.investigations(duties(request.person, selection), at=request.moment)
    ended = investigations.ended_between(
        found, first=start_of_day(first) if first else None, last=end_of_day(last) if last else None
    )
    source = blokke.Source(
        request=request,
        selection=selection,
        counted=counted,
        registered=registered,
        phases=investigations.grouped(ended),
        with_plan=investigations.with_plan(found, gone=gone),
    )
    return list(blokke.blocks(source))


def _earlier(request: Request, selection: Selection) -> list[visning.Cell]:
    """What the period leaves out and nobody should forget: still overdue, and duties without a start."""
    if not selection.first:
        return []
    left_out = selection.before_period & (Q(met_at__isnull=True) | Q(month=""))
    rows = duties(request.person, selection).filter(left_out)
    counts = tally.tallies(rows, "force", at=request.moment, dated=DATED)
    before = replace(selection, first="", last=months_ago(first_day(selection.first) or request.today, 1))
    found = [
        visning.Cell(
            f"{words} fra før {month_words(selection.first)}",
            counts.get((force, True), tally.NOTHING).overdue,
            visning.sager_url(request, before, status="overdue", slags=force),
        )
        for force, words in _OVERDUE.items()
    ]
    undated = sum(each.total for (_, dated), each in counts.items() if not dated)
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

"""What has changed since a day: how did the same duties stand then, as we know it today?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial, reduce
from typing import Any, Final

from django import forms
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import path

from pejl.dates import FIRST_DAY, end_of_day
from pejl.rules import Force, Rulebook
from pejl.tables import Status
from pejl.web.access.doors import needs
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.cases import bridge
from pejl.web.cases.overview.book import Entry, chapters
from pejl.web.cases.overview.selection import Selection, duties
from pejl.web.cases.overview.tally import NOTHING, Tally, tallies
from pejl.web.cases.standing import begun_by
from pejl.web.cases.views.overblik import visning
from pejl.web.cases.views.overblik.asking import SelectionForm, asked, framed, period_words

_USUAL: Final = timedelta(days=30)


class AendringForm(SelectionForm):
    """The day to compare with."""

    siden = forms.DateField(
        label="Siden",
        help_text="Tallene sammenlignes med, hvordan det stod ved slutningen af den dag.",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": "Vælg den dag, der skal sammenlignes med.",
            "invalid": "Det er ikke en dato. Skriv år, måned og dag, fx 2026-03-31.",
        },
    )
    field_order = ("siden", "team", "underretter", "fra", "til")

    def __init__(self, asked: QueryDict, *, today: date, **kwargs: Any) -> None:
        if "siden" not in asked:
            asked["siden"] = str(today - _USUAL)
        super().__init__(asked, **kwargs)
        self._today = today

    def clean_siden(self) -> date:
        """A day that has ended."""
        day: date = self.cleaned_data["siden"]
        if not FIRST_DAY <= day < self._today:
            raise forms.ValidationError(f"Vælg en dag, der er gået, og som ikke ligger før {FIRST_DAY.year}.")
        return day


@dataclass(frozen=True, slots=True)
class Change:
    """One number then and now."""

    heading: str
    then: int
    now: int

    @property
    def words(self) -> str:
        """The difference with its sign, or that there is none."""
        difference = self.now - self.then
        return f"{'+' if difference > 0 else '−'}{abs(difference)}" if difference else "uændret"


@dataclass(frozen=True, slots=True)
class Row:
    """One version of a rule, then and now."""

    entry: Entry
    changes: list[Change]
    share_then: str
    share_now: str


@needs(Right.OVERVIEW)
def aendring(request: Request) -> HttpResponse:
    """The same counts on two days, with the difference."""
    question = asked(request, partial(AendringForm, today=request.today), default_period=False)
    values: dict[str, object] = {**framed(request, question), "pages": visning.pages(request, here="overblik-aendring")}
    if question.selection:
        values |= _figures(request, question.selection, since=question.form.cleaned_data["siden"])
    return render(request, "cases/overblik/aendring.html", values, status=question.status)


def _figures(request: Request, selection: Selection, *, since: date) -> dict[str, object]:
    book = bridge.rulebook()
    rows = duties(request.person, selection).filter(selection.in_period)

    def counted(at: datetime) -> dict[tuple[Any, ...], Tally]:
        return tallies(rows.filter(begun_by(at)), "rule", "rule_version", at=at)

    then, now = counted(end_of_day(since)), counted(request.moment)
    return {
        "since": since,
        "period": period_words(selection),
        "totals": list(_totals(book, then, now)),
        "chapters": [(title, rows) for title, rows in _chapters(book, then, now) if rows],
    }


def _chapters(
    book: Rulebook, then: dict[tuple[Any, ...], Tally], now: dict[tuple[Any, ...], Tally]
) -> Iterator[tuple[str, list[Row]]]:
    for chapter in chapters(book):
        found = ((entry, (entry.key, entry.version)) for entry in chapter.entries)
        yield (
            chapter.title,
            [
                _row(entry, then.get(key, NOTHING), now.get(key, NOTHING))
                for entry, key in found
                if key in then or key in now
            ],
        )


def _row(entry: Entry, then: Tally, now: Tally) -> Row:
    shares = [visning.share(each, limited=entry.limited) for each in (then, now)]
    return Row(entry, _changes(then, now), *shares)


def _changes(then: Tally, now: Tally) -> list[Change]:
    wanted = (Status.OVERDUE, Status.OPEN, Status.MET, Status.LATE, Status.UNKNOWN)
    headings = {status: heading for status, heading in visning.COLUMNS}
    return [Change(headings[status], then.at(status), now.at(status)) for status in wanted]


def _totals(
    book: Rulebook, then: dict[tuple[Any, ...], Tally], now: dict[tuple[Any, ...], Tally]
) -> Iterator[tuple[Force, list[Change]]]:
    """All of the law together, all guidance, all local goals; never the one added to the other."""
    for force in Force:
        keys = {(rule.key, rule.version) for rule in book.rules if rule.force is force}
        before, after = (_sum(each for key, each in counted.items() if key in keys) for counted in (then, now))
        if before.total or after.total:
            yield force, _changes(before, after)


def _sum(counted: Iterable[Tally]) -> Tally:
    return reduce(Tally.plus, counted, NOTHING)


urlpatterns = [path("overblik/aendring/", aendring, name="overblik-aendring")]

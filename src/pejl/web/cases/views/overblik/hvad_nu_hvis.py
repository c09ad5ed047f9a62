"""What would have been late, had a limit been another? A thought experiment over past cases, for whole units.

Counted as all the overview's figures are: protected cases are in nobody's, and only those who may open a case are
led to it. Nothing is kept, and no duty in any case changes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Final
from urllib.parse import urlencode

from django import forms
from django.core.paginator import Page, Paginator
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import path, reverse

from pejl import wording
from pejl.rules import Rule, Rulebook
from pejl.tables import Status
from pejl.web.access.doors import needs
from pejl.web.access.log import log_list
from pejl.web.access.models import Case
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.cases import bridge
from pejl.web.cases.overview.book import entry_of
from pejl.web.cases.overview.selection import Selection, cases, openable
from pejl.web.cases.overview.tally import Tally, tally_of
from pejl.web.cases.views.overblik import visning
from pejl.web.cases.views.overblik.asking import ChosenField, SelectionForm, asked, framed
from pejl.web.components import count_of
from pejl.what_if import Change, Comparison, Impossible, Number, number_of

_PAGE: Final = 25
_NAME: Final = "overblik-hvad-nu-hvis"


def what_if_url(rule: Rule, *, selection: Selection | None = None) -> str:
    """Where the rule's number can be thought otherwise; empty for a duty without one."""
    kept = visning.kept_kind(selection) if selection else {}
    return f"{reverse(_NAME)}?{urlencode({'regel': _code(rule), **kept})}" if number_of(rule) else ""


def _code(rule: Rule) -> str:
    return f"{rule.key} {rule.version}"


def _numbered(book: Rulebook) -> dict[str, Rule]:
    """Every version that has a number, in the order of the book, the newest of each rule first."""
    rules = [rule for versions in book.by_key.values() for rule in reversed(versions)]
    return {_code(rule): rule for rule in rules if number_of(rule)}


class HvadNuHvisForm(SelectionForm):
    """Which rule, which other number, and whose cases."""

    regel = ChosenField("Pligt", none="Vælg en pligt", wrong="Vælg en pligt fra listen.")
    antal = forms.IntegerField(
        label="Tænkt tal",
        help_text="I samme enhed som pligtens eget tal.",
        error_messages={"invalid": "Skriv et helt tal, fx 10.", "required": "Skriv det tal, der skal prøves."},
    )
    field_order = ("regel", "antal", "team")

    def __init__(self, asked: QueryDict, *, book: Rulebook, **kwargs: Any) -> None:
        super().__init__(asked, **kwargs)
        for name in ("fra", "til", "underretter"):
            self.fields.pop(name, None)
        self.rules = _numbered(book)
        offered = ((code, _offered(rule, book=book)) for code, rule in self.rules.items())
        self.chosen("regel").offer(offered)
        # Coming from a rule's page nobody has thought of a number yet.
        self.thought = "antal" in asked
        self.fields["antal"].required = self.thought
        self.fields["regel"].required = self.thought
        self.fields["regel"].error_messages["required"] = "Vælg den pligt, tallet skal prøves på."

    @property
    def selection(self) -> Selection:
        """The cases the team has today, of every month."""
        team = self.cleaned_data["team"]
        return Selection(team=int(team) if team else None, omraade=self.omraade_chosen)

    @property
    def change(self) -> Change | None:
        """What is thought otherwise; None while nothing is."""
        rule, value = self.rules.get(self.cleaned_data["regel"]), self.cleaned_data["antal"]
        number = number_of(rule) if rule else None
        if rule is None or number is None or value is None:
            return None
        return Change(rule=rule.key, version=rule.version, number=Number(value, number.unit))


def _offered(rule: Rule, *, book: Rulebook) -> str:
    return f"{wording.heading(rule, book=book)} ({number_of(rule)})"


@dataclass(frozen=True, slots=True)
class Row:
    """One status: how many today, how many by the thought number, and the difference with its sign."""

    words: str
    now: visning.Cell
    thought: int
    difference: str


@dataclass(frozen=True, slots=True)
class Line:
    """A case that would stand otherwise."""

    case: Case
    now: str
    thought: str


@needs(Right.OVERVIEW)
def hvad_nu_hvis(request: Request) -> HttpResponse:
    """The form, and what comes of the number."""
    book = bridge.rulebook()
    question = asked(request, partial(HvadNuHvisForm, book=book), default_period=False)
    values: dict[str, object] = {**framed(request, question), "pages": visning.pages(request, here=_NAME)}
    change = question.form.change if question.selection else None
    if question.selection and change:
        try:
            values |= _figures(request, question.selection, change)
        except Impossible as impossible:
            question.form.add_error("antal", str(impossible))
    question.form.fields["antal"].required = question.form.fields["regel"].required = True  # so the page says of both
    status = 422 if question.form.errors else 200
    return render(request, "cases/overblik/hvad_nu_hvis.html", values, status=status)


def _figures(request: Request, selection: Selection, change: Change) -> dict[str, object]:
    counted = cases(request.person, selection)
    rule, found = bridge.thought_otherwise(counted, change, as_of=request.moment)
    now, thought = tally_of(found.before), tally_of(found.after)
    values: dict[str, object] = {
        "rule": rule,
        "entry": entry_of(rule),
        "number": number_of(rule),
        "other": change.number,
        "any": found.cases,
        "rows": list(_rows(request, selection, rule=rule, tallies=(now, thought))),
        "shares": [visning.share(each, limited=True) for each in (now, thought)],
        "changed": count_of(len(found.changed), found.cases),
        "stamp": visning.stamp(request),
    }
    if request.person.may(Right.DRILL):
        values |= _list(request, selection, found, change=change)
    return values


def _rows(request: Request, selection: Selection, *, rule: Rule, tallies: tuple[Tally, Tally]) -> Iterator[Row]:
    now, thought = tallies
    url = visning.sager_url(request, selection, regel=rule.key, udgave=rule.version)
    more = any(each.at(status) for each in tallies for status, _ in visning.MORE)
    for (status, heading), cell in zip(visning.columns(more=more), visning.cells(now, more=more, url=url), strict=True):
        difference = thought.at(status) - now.at(status)
        yield Row(heading, cell, thought.at(status), _signed(difference))


def _signed(difference: int) -> str:
    return f"{'+' if difference > 0 else '−'}{abs(difference)}" if difference else "uændret"


def _list(request: Request, selection: Selection, found: Comparison, *, change: Change) -> dict[str, object]:
    """The cases that change, of those the person may open."""
    opened = openable(request, selection).order_by("child__name_sort", "pk").values_list("pk", "number")
    changed = [(pk, found.changed[number]) for pk, number in opened if number in found.changed]
    page = Paginator(changed, _PAGE).get_page(request.GET.get("side"))
    filters = {"regel": change.rule, "udgave": change.version, "tal": str(change.number)}
    log_list(request, _NAME, shown=len(changed), filters={**filters})
    return {"page": page, "openable": len(changed), "lines": list(_lines(page, openable(request, selection)))}


def _lines(page: Page[Any], opened: Any) -> Iterator[Line]:
    rows = opened.select_related("child", "team").in_bulk([pk for pk, _ in page.object_list])
    for pk, (gone, come) in page.object_list:
        yield Line(rows[pk], _told(gone), _told(come))


def _told(counts: Counter[Status] | Mapping[Status, int]) -> str:
    """How some duties stand, a number only where there is more than one."""
    found = [(counts[status], heading) for status, heading in visning.columns(more=True) if counts.get(status)]
    if len(found) == 1 and found[0][0] == 1:
        return found[0][1].lower()
    return ", ".join(f"{number} {heading.lower()}" for number, heading in found) or "ingen pligt"


urlpatterns = [path("overblik/hvad-nu-hvis/", hvad_nu_hvis, name=_NAME)]

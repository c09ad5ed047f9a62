"""What comes in the year, what is late, and how does it get onto the wall, onto paper, and into people's calendars?"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import groupby
from typing import Any, Final

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.views.decorators.http import require_POST

from pejl.dates import LAST_DAY, MONTHS
from pejl.web import clock
from pejl.web.access.actions import Doing, Refused
from pejl.web.access.doors import needs
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.plan import wheel
from pejl.web.plan.areas import there
from pejl.web.plan.fixed_items import FIXED, FIXED_BY_KEY, FixedItem, is_confirmed
from pejl.web.plan.forms import PlanDay
from pejl.web.plan.models import Strategy, WheelDone, WheelItem
from pejl.web.plan.pages import shown
from pejl.web.plan.views.files import paper_file
from pejl.web.plan.wheel import Occurrence, State
from pejl.web.plan.wheel_feed import as_ics, close_feed, feed_of, open_feed, own_feed
from pejl.web.plan.wheel_keeping import Mark, is_planned, mark, take_in
from pejl.web.plan.wheel_paper import day_words, state_words, wheel_paper
from pejl.web.plan.wheel_picture import months
from pejl.web.plan.wheel_sources import Year, year_of

_WRONG: Final = 422
_A_YEAR: Final = timedelta(days=365)


@needs()
def aarshjul(request: Request) -> HttpResponse:
    """The year as a picture and a list, what is late first."""
    strategy = shown(request)
    if strategy is None:
        return render(request, "plan/aarshjul.html", {"strategy": None})
    today = request.today
    everything = year_of(strategy, today=today)
    chosen = _chosen_year(request, everything)
    found = everything.between(date(chosen, 1, 1), date(chosen, 12, 31), today=today)
    lately = everything.between(today - _A_YEAR, today, today=today)
    late = {each.uid: each for each in (*wheel.late(lately), *wheel.late(found))}
    doing = Doing(by=request.person.user, at=request.moment)
    feed = own_feed(strategy, doing)
    context = {
        "strategy": strategy,
        "year": chosen,
        "year_text": str(chosen),
        "years": _links(strategy, everything, chosen, today),
        "late": [("", [_line(each) for each in sorted(late.values(), key=lambda each: each.day)])] if late else [],
        "months": months(found, this_month=today.month if today.year == chosen else 0),
        "by_month": [
            (MONTHS[number - 1].capitalize(), [_line(each) for each in falling])
            for number, falling in groupby(found, key=lambda each: each.day.month)
        ],
        "number": len(found),
        "fixed": [each for each in FIXED if each.law not in everything.fixed],
        "rule": wheel.RULE,
        "feed_url": request.build_absolute_uri(reverse("aarshjul-kalender", args=(feed.token,))) if feed else "",
        "may_plan": request.person.may(Right.PLAN),
    }
    return render(request, "plan/aarshjul.html", context)


def _chosen_year(request: Request, everything: Year) -> int:
    """The year that is asked for; else this one, or the nearest in which anything stands."""
    years = everything.years(request.today)
    asked = request.GET.get("aar", "")
    wanted = int(asked) if asked.isdecimal() and len(asked) == len("2026") else request.today.year
    return min(max(wanted, years.start), years.stop - 1)


def _links(strategy: Strategy, everything: Year, chosen: int, today: date) -> list[tuple[str, str, bool]]:
    """The years to choose among; not more than can be read."""
    near = [each for each in everything.years(today) if abs(each - chosen) <= 2]
    return [(str(each), f"?aar={each}&strategi={strategy.key}", each == chosen) for each in near]


def _line(each: Occurrence) -> dict[str, Any]:
    # A wheel item's own time is marked on a page of its own; the others tell what happened where they belong.
    own = each.item.told is None and each.item.marked
    return {
        "time": each,
        "day": day_words(each),
        "state": state_words(each),
        "late": each.state is State.LATE,
        "confirmed": is_confirmed(each.item.law),
        "mark_words": _mark_words(each),
        "mark_url": reverse("aarshjul-holdt", args=(each.item.key, each.planned.isoformat())) if own else "",
    }


def _mark_words(each: Occurrence) -> str:
    if each.state is State.PLANNED:
        return "Flyt eller aflys"
    return "Skriv, hvad der skete" if each.state is State.LATE else "Ret"


# --- what became of a time --------------------------------------------------------------------------------------


class MarkForm(forms.Form):
    """Held, moved or dropped; which day, and why."""

    how = forms.ChoiceField(
        label="Hvad skete der?",
        choices=WheelDone.How.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Vælg, om det er holdt, flyttet eller udgået."},
    )
    on = PlanDay(
        "Hvilken dag?",
        hint="Den nye dag, hvis det er flyttet. Er det holdt på den planlagte dag, kan feltet stå tomt.",
        required=False,
    )
    why = forms.CharField(
        label="Hvorfor?",
        help_text="Skal skrives, hvis det er flyttet eller udgået.",
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"max_length": "Skriv højst 500 tegn."},
    )


@needs(Right.PLAN)
def aarshjul_holdt(request: Request, item: str, dag: str) -> HttpResponse:
    """Say what became of one time."""
    row, planned = _time(item, dag)
    form = MarkForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            mark(row, Mark(planned=planned, **form.cleaned_data), doing=_doing(request))
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"Gemt: {row.name}")
            return redirect(_wheel(row.strategy, planned.year))
    said = there(WheelDone, item=row, planned=planned)
    context = {"item": row, "planned": planned, "form": form, "said": said, "back": _wheel(row.strategy, planned.year)}
    return render(request, "plan/aarshjul_holdt.html", context, status=_WRONG if form.errors else 200)


def _time(item: str, dag: str) -> tuple[WheelItem, date]:
    row = there(WheelItem, key=item).select_related("strategy").first()
    try:
        planned = date.fromisoformat(dag)
    except ValueError:
        raise Http404 from None
    if row is None or planned > LAST_DAY or not is_planned(row, planned):
        raise Http404
    return row, planned


def _wheel(strategy: Strategy | None, year: int) -> str:
    kept = f"&strategi={strategy.key}" if strategy else ""
    return f"{reverse('aarshjul')}?aar={year}{kept}"


def _doing(request: Request) -> Doing:
    return Doing(by=request.person.user, at=request.moment)


# --- a fixed item comes in --------------------------------------------------------------------------------------


class FixedForm(forms.Form):
    """Which day it is first taken up."""

    first = PlanDay("Hvilken dag første gang?", hint="Punktet kommer igen hvert år på samme dag. I kan rette det.")


@needs(Right.PLAN)
def aarshjul_fast(request: Request, strategy: str, punkt: str) -> HttpResponse:
    """Let a fixed item come into the wheel."""
    found, fixed = _fixed(strategy, punkt)
    form = FixedForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = take_in(fixed, found, first=form.cleaned_data["first"], doing=_doing(request))
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"Nu står det i årshjulet: {made.name}")
            return redirect(_wheel(found, made.first.year))
    context = {"strategy": found, "fixed": fixed, "form": form}
    return render(request, "plan/aarshjul_fast.html", context, status=_WRONG if form.errors else 200)


def _fixed(strategy: str, punkt: str) -> tuple[Strategy, FixedItem]:
    found = there(Strategy, key=strategy).first()
    if found is None or punkt not in FIXED_BY_KEY:
        raise Http404
    return found, FIXED_BY_KEY[punkt]


# --- on paper and in calendars ----------------------------------------------------------------------------------


@needs()
def aarshjul_papir(request: Request, aar: int, fil: str) -> HttpResponse:
    """The time plan of a year as a file (N13)."""
    strategy = shown(request)
    if strategy is None or not date.min.year <= aar <= date.max.year:
        raise Http404
    paper = wheel_paper(strategy, year=aar, municipality=settings.PEJL_MUNICIPALITY, made_at=request.moment)
    answer = paper_file(paper, fil, name="aarshjul")
    if answer is None:
        raise Http404
    return answer


@needs()
@require_POST
def aarshjul_kalender_skift(request: Request, strategy: str) -> HttpResponse:
    """Open this person's calendar, or close it."""
    found = there(Strategy, key=strategy).first()
    if found is None:
        raise Http404
    if request.POST.get("goer") == "luk":
        closed = close_feed(found, doing=_doing(request))
        messages.success(request, "Kalenderen er lukket. Adressen virker ikke mere." if closed else "Den er lukket.")
    else:
        open_feed(found, doing=_doing(request))
        messages.success(request, "Din kalender er klar. Kopiér adressen ind i dit kalenderprogram.")
    return redirect(f"{reverse('aarshjul')}?strategi={found.key}#kalender")


def aarshjul_kalender(request: HttpRequest, adresse: str) -> HttpResponse:
    """The calendar itself. Calendar programs can't sign in: whoever has the address has this, and nothing else."""
    feed = feed_of(adresse)
    if feed is None:
        raise Http404
    told = as_ics(feed.strategy, municipality=settings.PEJL_MUNICIPALITY, made_at=clock.now())
    headers = {"Content-Disposition": 'attachment; filename="aarshjul.ics"', "Cache-Control": "private, max-age=3600"}
    return HttpResponse(told, content_type="text/calendar; charset=utf-8", headers=headers)


urlpatterns = [
    path("plan/aarshjul/", aarshjul, name="aarshjul"),
    path("plan/aarshjul/<int:aar>/tidsplan.<str:fil>", aarshjul_papir, name="aarshjul-papir"),
    path("plan/aarshjul/fast/<str:strategy>/<str:punkt>/", aarshjul_fast, name="aarshjul-fast"),
    path("plan/aarshjul/kalender/<str:strategy>/", aarshjul_kalender_skift, name="aarshjul-kalender-skift"),
    path("plan/aarshjul/punkt/<str:item>/<str:dag>/", aarshjul_holdt, name="aarshjul-holdt"),
    path("kalender/<str:adresse>.ics", aarshjul_kalender, name="aarshjul-kalender"),
]

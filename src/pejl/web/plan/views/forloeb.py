"""Who looked at us from outside, what did they say, what did we answer, and what became of it?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.db.models import F
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse

from pejl.web.access.actions import Doing, Refused
from pejl.web.access.doors import needs
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.plan import account, course_page, horizons
from pejl.web.plan.models import Action, Course, Theme
from pejl.web.plan.renewing import NextPlan, renew, suggested
from pejl.web.plan.review_line import line_of

_WRONG = 422
_MOST = 20


@needs()
def forloeb(request: Request) -> HttpResponse:
    """All courses, and one line of time of everybody who has looked at us."""
    courses = list(Course.objects.filter(removed_at__isnull=True).order_by(F("first").desc(nulls_last=True), "-pk"))
    reviews = course_page.outside_reviews()
    line = line_of(reviews, sorted(courses, key=lambda each: (each.first is None, each.first or 0)))
    told = {"courses": courses, "reviews": list(enumerate(reviews, start=1)), "line": line}
    return render(request, "plan/forloeb.html", told)


@needs()
def forloeb_vis(request: Request, course: str) -> HttpResponse:
    """One course: what is urgent first, then the account by theme, what is new, and our own summing up."""
    row = course_of(course)
    told = account.read(row)
    shown = {
        **_common(request, row),
        "account": told,
        "rule": horizons.RULE,
        "facts": _facts(row),
        "fresh": [(each, horizons.is_moved(each)) for each in told.fresh],
    }
    return render(request, "plan/forloeb_vis.html", shown)


@needs()
def forloeb_vejen(request: Request, course: str) -> HttpResponse:
    """The way it went: the cases others read, how we found ourselves, the goals, and who met when."""
    row = course_of(course)
    reviews, compared = course_page.reviews_of(row)
    shown = {
        **_common(request, row),
        "reviews": reviews,
        "compared": compared,
        "evaluations": course_page.evaluations_of(row),
        "goals": course_page.goals_of(row),
        "meetings": course_page.meetings_of(row),
        "wordings": course_page.wordings_of(row),
    }
    return render(request, "plan/forloeb_vejen.html", shown)


@needs()
def forloeb_tema(request: Request, theme: str) -> HttpResponse:
    """One theme: what they recommended, what we answer, what they find; three columns that are never mixed."""
    row = Theme.objects.filter(key=theme, removed_at__isnull=True).select_related("course").first()
    if row is None or row.course.removed_at:
        raise Http404
    whole = account.read(row.course)
    own = whole.of(row)
    others = [each.theme for each in whole.themes]
    place = others.index(row)
    shown = {
        "course": row.course,
        "theme": row,
        "answers": own,
        "missing": [each for each in own.opening if each.how is account.How.MISSING],
        "before": others[place - 1] if place else None,
        "after": others[place + 1] if place + 1 < len(others) else None,
        "us": settings.PEJL_MUNICIPALITY,
        "may_plan": request.person.may(Right.PLAN),
    }
    return render(request, "plan/forloeb_tema.html", shown)


class NextPlanForm(forms.Form):
    """What people decide before the new recommendations become a plan."""

    title = forms.CharField(
        label="Planens titel",
        max_length=200,
        error_messages={"required": "Skriv, hvad planen skal hedde.", "max_length": "Skriv højst 200 tegn."},
    )
    focus_word = forms.CharField(
        label="Ét område hedder",
        help_text="Jeres eget ord. Hvert tema med nye anbefalinger bliver til et område i planen.",
        max_length=60,
        error_messages={"required": "Skriv jeres ord for ét område, fx fokusområde."},
    )
    focus_words = forms.CharField(
        label="Flere områder hedder",
        max_length=60,
        error_messages={"required": "Skriv jeres ord for flere områder, fx fokusområder."},
    )
    few = forms.IntegerField(
        label="Så mange handlinger ad gangen",
        help_text="Få ad gangen, så de kan slå rod. De første begynder i dag, hvis deres dag ikke er gået.",
        min_value=1,
        max_value=_MOST,
        error_messages={
            "required": "Skriv, hvor mange handlinger der højst skal være i gang.",
            "invalid": "Skriv et helt tal.",
            "min_value": "Der skal være mindst én handling i gang.",
            "max_value": f"Skriv højst {_MOST}.",
        },
    )
    origin = forms.ChoiceField(label="Anbefalingerne kommer fra", choices=Action.From.choices)

    def wanted(self) -> NextPlan:
        """As values."""
        told: dict[str, Any] = self.cleaned_data
        return NextPlan(**{**told, "origin": Action.From(told["origin"])})


@needs(Right.PLAN)
def forloeb_naeste(request: Request, course: str) -> HttpResponse:
    """Turn the new recommendations into the next plan, in one act."""
    row = course_of(course)
    fresh = account.read(row).fresh
    form = NextPlanForm(request.POST or None, initial=suggested(row, fresh))
    if request.method == "POST" and form.is_valid():
        try:
            plan = renew(row, form.wanted(), doing=Doing(by=request.person.user, at=request.moment))
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"Kladden »{plan.title}« er lavet med {len(fresh)} handlinger.")
            return redirect(reverse("forloeb-vis", args=(row.key,)) + "#nye")
    shown = {"course": row, "form": form, "fresh": fresh}
    return render(request, "plan/forloeb_naeste.html", shown, status=_WRONG if form.errors else 200)


def course_of(key: str) -> Course:
    """A course that is there."""
    found = Course.objects.filter(key=key, removed_at__isnull=True).select_related("strategy", "next_plan").first()
    if found is None:
        raise Http404
    return found


def _common(request: Request, row: Course) -> dict[str, Any]:
    """What both pages of a course show."""
    pages = (("Anbefalinger og svar", "forloeb-vis"), ("Undervejs", "forloeb-vejen"))
    urls = [(text, reverse(name, args=(row.key,))) for text, name in pages]
    return {
        "course": row,
        "us": settings.PEJL_MUNICIPALITY,
        "may_plan": request.person.may(Right.PLAN),
        "parts": [(text, url, url == request.path) for text, url in urls],
    }


def _facts(row: Course) -> list[tuple[str, object]]:
    told: list[tuple[str, object]] = [
        ("Med hvem", row.body),
        ("Tid", row.period_words),
        ("Analysen", row.analysed_words),
        ("Gennemgåede sager i analysen", row.analysis_cases),
        ("Kilde", row.source),
    ]
    return [(word, value) for word, value in told if value]


urlpatterns = [
    path("plan/forloeb/", forloeb, name="forloeb"),
    path("plan/forloeb/<str:course>/", forloeb_vis, name="forloeb-vis"),
    path("plan/forloeb/<str:course>/undervejs/", forloeb_vejen, name="forloeb-vejen"),
    path("plan/forloeb/<str:course>/naeste-plan/", forloeb_naeste, name="forloeb-naeste"),
    path("plan/forloeb/tema/<str:theme>/", forloeb_tema, name="forloeb-tema"),
]

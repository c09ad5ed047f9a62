"""Who learns what, what does it cost, and how is it seen at work?"""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import path

from pejl.web.access.doors import needs
from pejl.web.access.request import Request
from pejl.web.access.roles import Right, Sees
from pejl.web.components import integer
from pejl.web.plan.models import Strategy, Training
from pejl.web.plan.pages import shown
from pejl.web.plan.training_page import FEWEST, Line, YearAccount, accounts, courses, skills, together
from pejl.web.plan.training_paper import name_of, price_words, remains_words, time_words, training_paper, who_words
from pejl.web.plan.views.files import paper_file


@needs()
def uddannelse(request: Request) -> HttpResponse:
    """The fund, the courses, and what has been learned where."""
    strategy = shown(request)
    if strategy is None:
        return render(request, "plan/uddannelse.html", {"strategy": None})
    years = accounts(strategy)
    leads = request.person.units(Sees.UNIT, right=Right.PLAN)
    context = {
        "strategy": strategy,
        "accounts": [_account(each) for each in (*years, *together(years))],
        "warnings": [f"{integer(each.over)} kr. mere, end der er sat af i {each.year}." for each in years if each.over],
        "stages": [(label, [_course(each) for each in lines]) for label, lines in courses(strategy)],
        "skills": skills(strategy, on=request.today, leads=leads),
        "fewest": FEWEST,
    }
    return render(request, "plan/uddannelse.html", context)


def _account(account: YearAccount) -> tuple[YearAccount, str, str]:
    return account, name_of(account), remains_words(account)


def _course(line: Line) -> tuple[Line, Training, str, str, str]:
    row = line.training
    return line, row, who_words(line), time_words(row), price_words(row)


@needs()
def uddannelsesplan(request: Request, plan: str, fil: str) -> HttpResponse:
    """The training plan with the account of the fund, as a file."""
    strategy = Strategy.objects.filter(key=plan, removed_at__isnull=True).first()
    if strategy is None:
        raise Http404
    paper = training_paper(strategy, municipality=settings.PEJL_MUNICIPALITY, made_at=request.moment)
    found = paper_file(paper, fil, name="uddannelsesplan")
    if found is None:
        raise Http404
    return found


urlpatterns = [
    path("plan/uddannelse/", uddannelse, name="uddannelse"),
    path("plan/uddannelse/<str:plan>.<str:fil>", uddannelsesplan, name="uddannelsesplan"),
]

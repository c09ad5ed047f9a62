"""How does a leader say who stands in for an absent adviser of the unit, and until when?"""

from __future__ import annotations

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

from pejl.web.access import staff_actions
from pejl.web.access.actions import Doing, Refused
from pejl.web.access.doors import needs
from pejl.web.access.marks import mark_of, marked
from pejl.web.access.models import Cover, Post, User, running
from pejl.web.access.request import Request
from pejl.web.access.roles import RAADGIVER, ROLES, Right, Sees
from pejl.web.access.staff_forms import CoverForm


@needs(Right.ASSIGN)
def vikarer(request: Request) -> HttpResponse:
    """Who stands in for whom in the unit now and later; a new one, or the end of one."""
    if "afslut" in request.POST:
        return _end(request)
    form = _form(request)
    if request.method == "POST" and form.is_valid():
        try:
            cover = staff_actions.add_cover(form.asked(), doing=_doing(request))
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"{cover.user.name} er sat på som vikar.")
            return redirect("vikarer")
    return render(request, "access/vikarer.html", _values(request, form), status=422 if form.errors else 200)


def _values(request: Request, form: CoverForm) -> dict[str, object]:
    names = dict(_advisers(request).values_list("initials", "name"))
    covers = [(mark_of(each), each, names[each.initials]) for each in _covers(request)]
    return {"form": form, "covers": covers}


def _form(request: Request) -> CoverForm:
    data = request.POST if request.method == "POST" else None
    return CoverForm(data, absent=_advisers(request), stand_ins=_stand_ins(request), today=request.today)


def _advisers(request: Request) -> QuerySet[User]:
    """The advisers of the units this person leads."""
    led = request.person.units(Sees.UNIT, right=Right.ASSIGN)
    posts = Post.objects.filter(running(request.today), role=RAADGIVER.key, unit__in=led)
    return User.objects.filter(pk__in=posts.values("user")).exclude(initials="").order_by("name")


def _stand_ins(request: Request) -> QuerySet[User]:
    """Those whose role lets them see what an adviser sees; a leader sees the unit's cases already."""
    roles = [role.key for role in ROLES if role.sees is Sees.OWN]
    posts = Post.objects.filter(running(request.today), role__in=roles)
    return User.objects.filter(is_active=True, pk__in=posts.values("user")).order_by("name")


def _covers(request: Request) -> QuerySet[Cover]:
    own = _advisers(request).values("initials")
    return (
        Cover.objects.filter(initials__in=own, last__gte=request.today).select_related("user").order_by("first", "pk")
    )


def _end(request: Request) -> HttpResponse:
    cover = marked(_covers(request), mark=request.POST["afslut"])
    if cover is None:
        raise Http404
    staff_actions.end_cover(cover, doing=_doing(request))
    messages.success(request, f"{cover.user.name} er ikke vikar længere.")
    return redirect("vikarer")


def _doing(request: Request) -> Doing:
    return Doing(by=request.person.user, at=request.moment)


urlpatterns = [path("vikarer/", vikarer, name="vikarer")]

"""How does whoever is responsible for Pejl say who works here, as what, in which unit? No page here shows a case."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from django.contrib import messages
from django.db.models import Prefetch, QuerySet
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse

from pejl.web.access import staff_actions
from pejl.web.access.actions import Doing, Refused
from pejl.web.access.doors import needs
from pejl.web.access.marks import mark_of, marked
from pejl.web.access.models import Cover, Post, Unit, User, running
from pejl.web.access.names import sort_key
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.access.staff_forms import EndPostForm, NewPersonForm, PersonForm, PostForm, UnitForm

_TABS: Final = (("Personer", "medarbejdere"), ("Enheder", "enheder"))


# --- everybody --------------------------------------------------------------------------------------------------


@needs(Right.STAFF)
def medarbejdere(request: Request) -> HttpResponse:
    """Everybody with their roles of today; those who are closed only when asked for."""
    everybody = request.GET.get("vis") == "alle"
    people = sorted(_people(request, everybody=everybody), key=lambda user: sort_key(user.name))
    address = reverse("medarbejdere")
    values = {
        "people": [(mark_of(user), user, _roles(user)) for user in people],
        "chips": [("Kan logge ind", address, not everybody), ("Også lukkede", f"{address}?vis=alle", everybody)],
        "tabs": _tabs("medarbejdere"),
    }
    return render(request, "access/medarbejdere.html", values)


def _people(request: Request, *, everybody: bool) -> QuerySet[User]:
    posts = Post.objects.filter(running(request.today)).select_related("unit").order_by("first", "pk")
    people = User.objects.prefetch_related(Prefetch("posts", queryset=posts))
    return people if everybody else people.filter(is_active=True)


def _roles(user: User) -> list[str]:
    return [f"{post.get_role_display()}, {post.unit.name}" for post in user.posts.all()]


def _tabs(current: str) -> list[tuple[str, str, bool]]:
    return [(text, reverse(name), name == current) for text, name in _TABS]


# --- a new person -----------------------------------------------------------------------------------------------


@needs(Right.STAFF)
def ny_medarbejder(request: Request) -> HttpResponse:
    """Make a user; the roles follow on the person's own page."""
    form = NewPersonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            user = staff_actions.add_user(form.asked(), doing=_doing(request))
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"{user.name} er oprettet. Giv personen en rolle, så der er noget at se.")
            return redirect("medarbejder", mark_of(user))
    return render(request, "access/medarbejder_ny.html", {"form": form}, status=422 if form.errors else 200)


# --- one person -------------------------------------------------------------------------------------------------


@needs(Right.STAFF)
def medarbejder(request: Request, mark: str) -> HttpResponse:
    """One person: name and initials, roles, closing; each form on the page says by its button which it is."""
    user = marked(User.objects.all(), mark=mark)
    if user is None:
        raise Http404
    page = _PersonPage(request, user)
    return page.answer() if request.method == "POST" else page.show()


class _PersonPage:
    """The page of one person, and what its forms do."""

    def __init__(self, request: Request, user: User) -> None:
        self._request, self._user = request, user
        self._doing = _doing(request)
        self._units = list(Unit.objects.order_by("name"))
        self._posts = list(user.posts.select_related("unit").order_by("-first", "-pk"))

    def answer(self) -> HttpResponse:
        """Do what the button says."""
        ways: dict[str, Callable[[], HttpResponse]] = {
            "ret": self._rename,
            "giv": self._give,
            "afslut": self._end,
            "luk": lambda: self._done(staff_actions.close_user, "er lukket og kan ikke logge ind længere."),
            "aabn": lambda: self._done(staff_actions.open_user, "er åbnet. Giv personen en rolle igen."),
        }
        way = ways.get(self._request.POST.get("goer", ""))
        if way is None:
            raise Http404
        return way()

    def show(
        self,
        *,
        person: Form | None = None,
        post: Form | None = None,
        end: Form | None = None,
        wrong: Form | None = None,
    ) -> HttpResponse:
        """The page; with the form that could not be used, and what to mend in it."""
        user, today = self._user, self._request.today
        known = {"navn": user.name, "initialer": user.initials}
        values: dict[str, Any] = {
            "user": user,
            "person_form": person or PersonForm(initial=known),
            "post_form": post or PostForm(units=self._units, today=today),
            "end_form": end or EndPostForm(posts=self._still_held(), today=today),
            "wrong": wrong,
            "posts": self._posts,
            "still_held": bool(self._still_held()),
            "covers": self._covers(),
            "myself": user.pk == self._request.person.user.pk,
        }
        return render(self._request, "access/medarbejder.html", values, status=422 if wrong else 200)

    def _covers(self) -> list[tuple[Cover, str]]:
        covers = Cover.objects.filter(user=self._user, last__gte=self._request.today).order_by("first", "pk")
        names = dict(User.objects.exclude(initials="").values_list("initials", "name"))
        return [(cover, names.get(cover.initials, cover.initials)) for cover in covers]

    def _rename(self) -> HttpResponse:
        form = PersonForm(self._request.POST)
        if form.is_valid():
            said = form.cleaned_data
            try:
                staff_actions.rename(self._user, name=said["navn"], initials=said["initialer"], doing=self._doing)
            except Refused as refusal:
                form.add_error(None, str(refusal))
            else:
                return self._back(f"{said['navn']} er rettet.")
        return self.show(person=form, wrong=form)

    def _give(self) -> HttpResponse:
        form = PostForm(self._request.POST, units=self._units, today=self._request.today)
        if form.is_valid():
            try:
                post = staff_actions.add_post(self._user, form.asked(), doing=self._doing)
            except Refused as refusal:
                form.add_error(None, str(refusal))
            else:
                return self._back(f"{self._user.name} er nu {post.get_role_display().lower()} i {post.unit.name}.")
        return self.show(post=form, wrong=form)

    def _end(self) -> HttpResponse:
        form = EndPostForm(self._request.POST, posts=self._still_held(), today=self._request.today)
        if form.is_valid():
            try:
                staff_actions.end_post(form.post, last=form.cleaned_data["sidste"], doing=self._doing)
            except Refused as refusal:
                form.add_error(None, str(refusal))
            else:
                return self._back("Rollens sidste dag er skrevet.")
        return self.show(end=form, wrong=form)

    def _still_held(self) -> list[Post]:
        today = self._request.today
        return [post for post in self._posts if post.last is None or post.last >= today]

    def _done(self, action: Callable[..., None], told: str) -> HttpResponse:
        try:
            action(self._user, doing=self._doing)
        except Refused as refusal:
            messages.error(self._request, str(refusal))
            return redirect("medarbejder", mark_of(self._user))
        return self._back(f"{self._user.name} {told}")

    def _back(self, told: str) -> HttpResponse:
        messages.success(self._request, told)
        return redirect("medarbejder", mark_of(self._user))


def _doing(request: Request) -> Doing:
    return Doing(by=request.person.user, at=request.moment)


# --- units ------------------------------------------------------------------------------------------------------


@needs(Right.STAFF)
def enheder(request: Request) -> HttpResponse:
    """The units from the top down, and a new one."""
    units = list(Unit.objects.order_by("name"))
    form = UnitForm(request.POST or None, units=units)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            staff_actions.add_unit(said["navn"], level=said["niveau"], parent=form.parent, doing=_doing(request))
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"{said['navn']} er oprettet.")
            return redirect("enheder")
    values = {"form": form, "units": _from_the_top(units), "tabs": _tabs("enheder")}
    return render(request, "access/medarbejdere_enheder.html", values, status=422 if form.errors else 200)


def _from_the_top(units: list[Unit]) -> list[tuple[Unit, str]]:
    """Each unit after the one above it, with that one's name."""
    names = {unit.pk: unit.name for unit in units}

    def below(parent: int | None) -> list[tuple[Unit, str]]:
        found = []
        for unit in sorted((each for each in units if each.parent_id == parent), key=lambda each: sort_key(each.name)):
            found += [(unit, names.get(unit.parent_id or 0, "")), *below(unit.pk)]
        return found

    return below(None)


urlpatterns = [
    path("medarbejdere/", medarbejdere, name="medarbejdere"),
    path("medarbejdere/ny/", ny_medarbejder, name="medarbejder-ny"),
    path("medarbejdere/enheder/", enheder, name="enheder"),
    path("medarbejdere/<str:mark>/", medarbejder, name="medarbejder"),
]

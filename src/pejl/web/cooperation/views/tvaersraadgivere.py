"""Who comes to which school and day care, and where does nobody come? Read by all, written by those who lead."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

from pejl.web.access.actions import Doing, Refused
from pejl.web.access.doors import needs
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.cooperation.actions import add_place, attach, close_place, detach, put_place
from pejl.web.cooperation.forms import AttachForm, DetachForm, PlaceForm
from pejl.web.cooperation.models import Attachment, Place
from pejl.web.cooperation.table import Line, may_be_adviser, table
from pejl.web.cooperation.uses import told

_WRONG = 422


@needs()
def tvaersraadgivere(request: Request) -> HttpResponse:
    """Every place with its advisers; a new place, for those who lead."""
    may = request.person.may(Right.ASSIGN)
    if request.method == "POST" and not may:
        raise Http404
    form = PlaceForm(request.POST if request.method == "POST" else None) if may else None
    if form is not None and form.is_valid() and (place := _added(request, form)):
        return redirect("tvaersraadgiver-sted", place.key)
    found = table(on=request.today)
    values = {"table": found, "mine": found.of(request.person.user), "form": form, "may": may, "today": request.today}
    wrong = form is not None and form.errors
    return render(request, "cooperation/tvaersraadgivere.html", values, status=_WRONG if wrong else 200)


def _added(request: Request, form: PlaceForm) -> Place | None:
    said = form.cleaned_data
    try:
        place = add_place(said["navn"], Place.Kind(said["slags"]), doing=_doing(request))
    except Refused as refusal:
        form.add_error("navn", str(refusal))
        return None
    messages.success(request, f"{place.name} står på listen. Skriv nu, hvem der er tværsrådgiver.")
    return place


@needs(Right.ASSIGN)
def sted(request: Request, place: str) -> HttpResponse:
    """One place: who comes, who came, and what can be changed."""
    found = Place.objects.filter(key=place).first()
    if found is None:
        raise Http404
    page = _Page(request, found)
    if request.method == "POST" and page.done():
        return redirect("tvaersraadgivere" if "luk" in request.POST else "tvaersraadgiver-sted", *page.back)
    return render(request, "cooperation/sted.html", page.values(), status=_WRONG if page.wrong else 200)


class _Page:
    """The page's three forms, of which one is sent at a time."""

    def __init__(self, request: Request, place: Place) -> None:
        self._request, self._place, sent = request, place, request.POST
        people = may_be_adviser(on=request.today)
        self._attach = AttachForm(sent if "giv" in sent else None, people=people, today=request.today)
        self._place_form = PlaceForm(sent if "ret" in sent else None, place=place)
        self._detach = DetachForm(sent) if "slut" in sent else None
        self._refused = ""

    @property
    def back(self) -> tuple[str, ...]:
        """What the address one is sent back to needs."""
        return () if "luk" in self._request.POST else (self._place.key,)

    @property
    def wrong(self) -> bool:
        """Whether something could not be done."""
        return bool(self._refused or any(form.errors for form in self._sent))

    @property
    def _sent(self) -> list[forms.Form]:
        return [form for form in (self._attach, self._place_form, self._detach) if form is not None and form.is_bound]

    def done(self) -> bool:
        """Do what was asked, and say so; False: it is refused, with the reason on the page."""
        if not all(form.is_valid() for form in self._sent):
            return False
        try:
            words = self._do()
        except Refused as refusal:
            self._refused = str(refusal)
            return False
        messages.success(self._request, words)
        return True

    def _do(self) -> str:
        place, doing = self._place, _doing(self._request)
        if self._attach.is_bound:
            row = attach(place, self._attach.asked(), doing=doing)
            return f"{row.user.name} er skrevet på som tværsrådgiver for {place.name}."
        if self._place_form.is_bound:
            said = self._place_form.cleaned_data
            put_place(place, said["navn"], Place.Kind(said["slags"]), doing=doing)
            return f"Gemt: {said['navn']}."
        if self._detach is not None:
            row = self._asked_to_end()
            detach(row, self._detach.cleaned_data["sidste"], doing=doing)
            return f"Aftalen med {row.user.name} er afsluttet. Den står under »Tidligere«, når dagen er gået."
        if "luk" in self._request.POST:
            close_place(place, doing=doing)
            return f"{place.name} er taget af listen. Det, der var aftalt, er afsluttet i dag."
        raise Http404

    def _asked_to_end(self) -> Attachment:
        row = self._place.attachments.select_related("user").filter(key=self._request.POST["slut"]).first()
        if row is None:
            raise Http404
        return row

    def values(self) -> dict[str, object]:
        """What the page shows."""
        today = self._request.today
        rows = list(self._place.attachments.select_related("user").order_by("-first", "-pk"))
        now = [each for each in rows if each.last is None or each.last >= today]
        return {
            "place": self._place,
            "now": [Line(row=each, comes=each.first > today, here=True) for each in reversed(now)],
            "past": [(each, told(each.uses)) for each in rows if each not in now],
            "attach": self._attach,
            "place_form": self._place_form,
            "detach": self._detach,
            "ending": self._request.POST.get("slut", ""),
            "refused": self._refused,
            "wrong_form": next((form for form in self._sent if form.errors), None),
            "today": today,
        }


def _doing(request: Request) -> Doing:
    return Doing(by=request.person.user, at=request.moment)


urlpatterns = [
    path("tvaersraadgivere/", tvaersraadgivere, name="tvaersraadgivere"),
    path("tvaersraadgivere/<str:place>/", sted, name="tvaersraadgiver-sted"),
]

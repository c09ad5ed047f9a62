"""How is a row of the plan written, corrected, taken out, and read as it has been? The same pages for every kind."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

from pejl.web.access.actions import Doing, Refused
from pejl.web.access.doors import needs
from pejl.web.access.forms import Reason
from pejl.web.access.request import Request
from pejl.web.plan.actions import new, put, take_out, told
from pejl.web.plan.forms import SheetForm
from pejl.web.plan.models import PlanChange, PlanRow
from pejl.web.plan.sheets import SHEET_BY_SLUG, Sheet, sheet_of

_WRONG = 422


def _sheet(slug: str) -> Sheet:
    if slug not in SHEET_BY_SLUG:
        raise Http404
    return SHEET_BY_SLUG[slug]


def _row(sheet: Sheet, key: str) -> Any:
    row = sheet.model._default_manager.filter(key=key).first()
    if row is None:
        raise Http404
    return row


def _parent(sheet: Sheet, key: str) -> Any:
    """What the new row belongs to, which must still be there; »-« where such rows stand for themselves."""
    if not sheet.parent:
        return None
    model: Any = sheet.model._meta.get_field(sheet.parent).related_model
    found = _row(sheet_of(model), key)
    if found.removed_at:
        raise Http404
    return found


def _refuse_others(request: Request, sheet: Sheet, parent: PlanRow | None) -> None:
    if not sheet.may_write(request.person, parent):
        raise Http404


def _writable(request: Request, slug: str, key: str) -> tuple[Sheet, Any, Any]:
    """The sheet, the row and what it belongs to, for those who may write it; one that is taken out is gone."""
    sheet = _sheet(slug)
    row = _row(sheet, key)
    parent = getattr(row, sheet.parent) if sheet.parent else None
    _refuse_others(request, sheet, parent)
    if row.removed_at:
        raise Http404
    return sheet, row, parent


def _stamps(sheet: Sheet, request: Request) -> dict[str, Any]:
    given = {"name": request.person.name, "today": request.today}
    return {name: given[what] for name, what in sheet.stamped.items()}


@needs()
def ark_nyt(request: Request, sheet: str, belongs: str) -> HttpResponse:
    """Write a new row."""
    kind = _sheet(sheet)
    parent = _parent(kind, belongs)
    _refuse_others(request, kind, parent)
    form = SheetForm(request.POST or None, sheet=kind, row=None, parent=parent)
    if request.method == "POST" and form.is_valid():
        doing = Doing(by=request.person.user, at=request.moment)
        given = {kind.parent: parent} if kind.parent else {}
        made = new(kind.model, doing=doing, **given, **_stamps(kind, request), **form.values())
        messages.success(request, f"Gemt: {told(made)}")
        return redirect(kind.page(made))
    context = {"sheet": kind, "form": form, "row": None, "heading": kind.new, "parent": parent}
    return render(request, "plan/ark.html", context, status=_WRONG if form.errors else 200)


@needs()
def ark_ret(request: Request, sheet: str, row: str) -> HttpResponse:
    """Correct a row; what was before stays in its history."""
    kind, there, parent = _writable(request, sheet, row)
    form = SheetForm(request.POST or None, sheet=kind, row=there, parent=parent)
    if request.method == "POST" and form.is_valid():
        try:
            doing = Doing(by=request.person.user, at=request.moment)
            follows = kind.corrected(there, frozenset(form.changed_data), doing)
            reason = form.cleaned_data.get("reason", "")
            seen = form.cleaned_data["seen"]
            there = put(there, doing=doing, reason=reason, seen=seen, **form.values(), **follows)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"Gemt: {told(there)}")
            return redirect(kind.page(there))
    heading = f"Ret {kind.one[0].lower()}{kind.one[1:]}"
    context = {"sheet": kind, "form": form, "row": there, "heading": heading, "parent": parent}
    return render(request, "plan/ark.html", context, status=_WRONG if form.errors else 200)


class TakeOutForm(forms.Form):
    """Why it is taken out."""

    reason = Reason("Hvorfor tages det ud?", hint="Mindst en hel sætning. Den står i historikken.")


@needs()
def ark_tag_ud(request: Request, sheet: str, row: str) -> HttpResponse:
    """Take a row out of the pages, with a reason; it stays in the history."""
    kind, there, _ = _writable(request, sheet, row)
    form = TakeOutForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            take_out(there, doing=Doing(by=request.person.user, at=request.moment), reason=form.cleaned_data["reason"])
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"Taget ud: {told(there)}")
            return redirect("plan")
    context = {"sheet": kind, "form": form, "row": there, "told": told(there)}
    return render(request, "plan/tag_ud.html", context, status=_WRONG if form.errors else 200)


@needs()
def ark_historik(request: Request, sheet: str, row: str) -> HttpResponse:
    """Every value each field has had, who gave it, when and why."""
    kind = _sheet(sheet)
    there = _row(kind, row)
    if kind.closed:
        _refuse_others(request, kind, getattr(there, kind.parent) if kind.parent else None)
    changes = PlanChange.objects.filter(row=there.key).order_by("-at", "-pk")
    context = {"sheet": kind, "row": there, "told": told(there), "changes": changes, "page": kind.page(there)}
    return render(request, "plan/historik.html", context)


urlpatterns = [
    path("plan/ark/<slug:sheet>/ny/<str:belongs>/", ark_nyt, name="ark-ny"),
    path("plan/ark/<slug:sheet>/<str:row>/ret/", ark_ret, name="ark-ret"),
    path("plan/ark/<slug:sheet>/<str:row>/tag-ud/", ark_tag_ud, name="ark-tag-ud"),
    path("plan/ark/<slug:sheet>/<str:row>/historik/", ark_historik, name="ark-historik"),
]

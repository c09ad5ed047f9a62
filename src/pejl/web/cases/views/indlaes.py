"""How does somebody take a list in: try it, see what it would give, read it in, and take it back if it was wrong?

Who works here sees what stands in the lists, and no cases.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.views.decorators.http import require_POST

from pejl.events import KIND_BY_KEY
from pejl.importers import IMPORTERS, ImportRefused, read_mapping
from pejl.importers.importer import RejectKind
from pejl.web.access.doors import needs
from pejl.web.access.log import log, log_list
from pejl.web.access.models import LogEntry
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.cases import uploads
from pejl.web.cases.actions.importing import rejects_as_csv, take_in, try_list
from pejl.web.cases.actions.many import By
from pejl.web.cases.actions.taking_back import first_in_the_way
from pejl.web.cases.actions.told import MOST_LINES
from pejl.web.cases.actions.writing import Overtaken, Refused, new_token
from pejl.web.cases.models import Batch
from pejl.web.cases.views.indlaes_tilbage import stayed, tag_tilbage
from pejl.web.components import integer
from pejl.wording import one_of

_BATCHES: Final = 20
_LINES: Final = 25
_FORMATS: Final = one_of(dict.fromkeys(label for each in IMPORTERS for label in each.formats.values()))
KINDS: Final = {
    RejectKind.REJECTED: ("Afviste", "Rækken er ikke brugt."),
    RejectKind.CONFLICT: (
        "I konflikt",
        "To rækker har samme nummer og siger noget forskelligt. Ingen af dem er brugt.",
    ),
    RejectKind.DOUBLE: ("Dobbelte", "Rækken står flere gange og er talt én gang."),
    RejectKind.WARNING: ("Advarsler", "Rækken er brugt, men se på dette."),
    RejectKind.OMITTED: ("Udeladte", "Mappingen siger, at rækken ikke hører til listen."),
}


class UploadForm(forms.Form):
    """A list, and how it is to be read."""

    fil = forms.FileField(
        label="Listen fra fagsystemet",
        help_text=f"{_FORMATS}. Højst {uploads.MOST_BYTES // 1024**2} MB.",
        error_messages={
            "required": "Vælg den fil, du har trukket fra fagsystemet.",
            "empty": "Filen er tom. Træk listen igen, og vælg den nye fil.",
            "invalid": "Filen kom ikke med. Vælg den igen.",
        },
    )
    mapping = forms.ChoiceField(
        label="Mapping",
        help_text="Mappingen fortæller, hvad listens kolonner betyder.",
        widget=forms.RadioSelect,
        error_messages={
            "required": "Vælg den mapping, listen skal læses med.",
            "invalid_choice": "Den mapping findes ikke mere. Vælg en af dem, der står her.",
        },
    )
    token = forms.CharField(max_length=64, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = list(mappings())
        self.fields["mapping"].choices = found  # type: ignore[attr-defined]  # it is a ChoiceField
        if len(found) == 1:
            self.initial.setdefault("mapping", found[0][0])

    def clean_fil(self) -> UploadedFile[Any]:
        """No bigger than Pejl will read."""
        file: UploadedFile[Any] = self.cleaned_data["fil"]
        if (file.size or 0) > uploads.MOST_BYTES:
            raise forms.ValidationError("Filen er for stor. Træk en kortere periode, eller gem listen som csv.")
        return file


def mappings() -> Iterator[tuple[str, str]]:
    """The mapping files of this municipality, each with the source it reads."""
    for each in sorted(Path(settings.PEJL_MAPPINGS).glob("*.toml")):
        try:
            found = read_mapping(each)
        except ImportRefused:
            yield each.name, f"{each.name} (kan ikke læses)"
        else:
            yield each.name, f"{found.municipality or found.source}: {found.source} ({each.name})"


# --- the lists ------------------------------------------------------------------------------------------------


@needs(Right.IMPORT)
def indlaes(request: Request) -> HttpResponse:
    """The lists so far, and a form for the next."""
    form = UploadForm(request.POST or None, request.FILES or None, initial={"token": new_token()})
    if request.method == "POST" and form.is_valid():
        uploads.delete_old_uploads(request.moment)
        stored = uploads.store(form.cleaned_data["fil"])
        batch = try_list(stored, form.cleaned_data["mapping"], by=_by(request), token=form.cleaned_data["token"])
        return redirect("indlaes-batch", batch.key)
    batches = Paginator(Batch.objects.order_by("-uploaded_at", "-pk"), _BATCHES).get_page(request.GET.get("side"))
    log_list(request, "indlaes", shown=len(batches))
    context = {
        "form": form,
        "has_mappings": bool(form.fields["mapping"].choices),  # type: ignore[attr-defined]  # it is a ChoiceField
        "batches": [(batch, uploads.deleted_on(batch)) for batch in batches],
        "page": batches,
        "days": settings.PEJL_KEEP_UPLOADS_DAYS,
    }
    return render(request, "cases/indlaes.html", context, status=422 if form.errors else 200)


def _by(request: Request) -> By:
    return By(user=request.user, at=request.moment)


# --- one list -------------------------------------------------------------------------------------------------


@needs(Right.IMPORT)
def en_liste(request: Request, batch: str) -> HttpResponse:
    """What a list would give or gave, and what could not be used."""
    return _page(request, get_object_or_404(Batch, key=batch))


def _page(request: Request, batch: Batch, *, refusal: Refused | None = None) -> HttpResponse:
    kind = request.GET.get("slags", "")
    rejects = batch.rejects.order_by("pk")
    counts = dict(batch.rejects.values_list("kind").annotate(n=Count("pk")))
    page = Paginator(rejects.filter(kind=kind) if kind in counts else rejects, _LINES).get_page(request.GET.get("side"))
    log_list(
        request,
        "indlaes-batch",
        shown=len(page),
        filters={"batch": batch.key, "slags": kind if kind in counts else ""},
    )
    form = forms.Form({})
    if refusal:
        form.add_error(None, str(refusal))
    context = {
        "batch": batch,
        "form": form,
        "covers": [(KIND_BY_KEY[key].label, date.fromisoformat(since)) for key, since in batch.covers],
        "page": page,
        "chips": list(_chips(batch, counts, chosen=kind)),
        "meanings": [(label, text) for key, (label, text) in KINDS.items() if key in counts],
        "cut_off": sum(counts.values()) >= MOST_LINES,
        "deleted_on": uploads.deleted_on(batch),
        "nothing_new": not (batch.new_events or batch.corrections or batch.traces.get("declared")),
        "in_the_way": first_in_the_way(batch) if batch.state == Batch.State.TAKEN_IN else None,
        "stays": stayed(request, batch),
    }
    return render(request, "cases/indlaes_liste.html", context, status=_status(refusal))


def _status(refusal: Refused | None) -> int:
    return 200 if refusal is None else 409 if isinstance(refusal, Overtaken) else 422


def _chips(batch: Batch, counts: dict[str, int], *, chosen: str) -> Iterator[tuple[str, str, bool]]:
    url = reverse("indlaes-batch", args=[batch.key])
    yield f"Alle ({integer(sum(counts.values()))})", url, chosen not in counts
    for kind, (label, _) in KINDS.items():
        if kind in counts:
            yield f"{label} ({integer(counts[kind])})", f"{url}?slags={kind.value}", chosen == kind.value


@require_POST
@needs(Right.IMPORT)
def laes_ind(request: Request, batch: str) -> HttpResponse:
    """Read the list in, and say what came of it."""
    found = get_object_or_404(Batch, key=batch)
    try:
        done = take_in(found, by=_by(request))
    except Refused as refusal:
        done = Batch.objects.get(pk=found.pk)
        if not (done.state == Batch.State.TAKEN_IN and done.recorded_by == request.person.name):
            return _page(request, done, refusal=refusal)
    messages.success(request, f"Listen er læst ind: {integer(done.new_events)} nye hændelser.")
    return redirect("indlaes-batch", done.key)


@needs(Right.IMPORT)
def afviste(request: Request, batch: str) -> HttpResponse:
    """The lines about the rows, as a file to send to those who can mend them."""
    found = get_object_or_404(Batch, key=batch)
    rows = found.rejects.count()
    if not rows:
        raise Http404
    log(request, LogEntry.Act.EXPORT, detail={"side": "indlaes-afviste", "antal": rows, "batch": found.key})
    headers = {"Content-Disposition": 'attachment; filename="afviste-raekker.csv"'}
    return HttpResponse(rejects_as_csv(found), content_type="text/csv; charset=utf-8", headers=headers)


urlpatterns = [
    path("indlaes/", indlaes, name="indlaes"),
    path("indlaes/<str:batch>/", en_liste, name="indlaes-batch"),
    path("indlaes/<str:batch>/laes-ind/", laes_ind, name="indlaes-laes-ind"),
    path("indlaes/<str:batch>/afviste.csv", afviste, name="indlaes-afviste"),
    path("indlaes/<str:batch>/tag-tilbage/", tag_tilbage, name="indlaes-tag-tilbage"),
]

"""What does everybody find in the handbook: the texts by kind and step, what fits a search, and what a law touches?"""

from __future__ import annotations

from typing import Final
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path, reverse

from pejl.events import Step
from pejl.web.access.doors import needs
from pejl.web.access.request import Request
from pejl.web.handbook.contents import Wanted, by_kind, every_version, lapsed, sections, steps_of
from pejl.web.handbook.text import TextKind
from pejl.web.handbook.texts import TEXTS, all_current

_LONGEST: Final = 100
Chip = tuple[str, str, bool]


@needs()
def haandbog(request: Request) -> HttpResponse:
    """The contents. A search comes by POST, so that no words stand in an address."""
    wanted = Wanted(
        kind=next((kind for kind in TextKind if kind == request.GET.get("slags")), None),
        step=next((step for step in Step if step.name == request.GET.get("trin")), None),
        words=request.POST.get("soeg", "").strip()[:_LONGEST],
    )
    texts = [text for text in all_current(on=request.today) if wanted.fits(text)]
    context = {
        "wanted": wanted,
        "kinds": _kind_chips(wanted),
        "steps": _step_chips(wanted),
        "sections": by_kind(texts),
        "shown": len(texts),
    }
    return render(request, "handbook/haandbog.html", context)


def _kind_chips(wanted: Wanted) -> list[Chip]:
    everything = ("Alle", _url(wanted.step, None), wanted.kind is None)
    return [everything, *((kind.heading, _url(wanted.step, kind), kind is wanted.kind) for kind in TextKind)]


def _step_chips(wanted: Wanted) -> list[Chip]:
    used = {step for text in TEXTS for step in steps_of(text)}
    everything = ("Alle trin", _url(None, wanted.kind), wanted.step is None)
    steps = (step for step in Step if step in used)
    return [everything, *((step.value, _url(step, wanted.kind), step is wanted.step) for step in steps)]


def _url(step: Step | None, kind: TextKind | None) -> str:
    asked = {name: value for name, value in (("slags", kind), ("trin", step.name if step else None)) if value}
    return f"{reverse('haandbog')}?{urlencode(asked)}" if asked else reverse("haandbog")


@needs()
def lov(request: Request) -> HttpResponse:
    """Every text that cites a place in the law; those that cite what is not in force stand first."""
    texts = every_version(from_day=request.today)
    of_section = sections(texts)
    chosen = request.GET.get("sted", "")
    context = {
        "lapsed": list(lapsed(texts, on=request.today)),
        "choices": sorted(of_section, key=_in_order),
        "chosen": chosen if chosen in of_section else "",
        "places": of_section.get(chosen, []),
        "today": request.today,
    }
    return render(request, "handbook/lov.html", context)


def _in_order(section: str) -> tuple[str, int]:
    """Act by act, and § 6 before § 18."""
    act, _, place = section.partition(" § ")
    digits = "".join(each for each in place[:4] if each.isdecimal())
    return act, int(digits or 0)


urlpatterns = [
    path("haandbog/", haandbog, name="haandbog"),
    path("haandbog/lov/", lov, name="haandbog-lov"),
]

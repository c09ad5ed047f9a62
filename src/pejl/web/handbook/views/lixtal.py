"""How hard is a text somebody has just written? Nothing of it is kept.

The page works by itself; a letter asks it for the answer alone while it is being written.
"""

from __future__ import annotations

from typing import Final

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from pejl.web.access.doors import needs
from pejl.web.access.request import Request
from pejl.web.handbook.lix import read
from pejl.web.handbook.text import Reader, missing

_LONGEST: Final = 20_000


@needs()
def lixtal(request: Request) -> HttpResponse:
    """The number, the hardest sentence and the longest words."""
    reader = next((each for each in Reader if each == request.POST.get("reader")), Reader.FORAELDER)
    words = request.POST.get("tekst", "")[:_LONGEST]
    reading = read(words)
    context = {
        "words": words,
        "reading": reading,
        "reader": reader,
        "readers": list(Reader),
        "hard": reading.too_hard(reader.hardest),
        "missing": missing(words),
        "asked": request.method == "POST",
    }
    return render(request, "handbook/lix.html" if request.htmx else "handbook/lixtal.html", context)


urlpatterns = [path("haandbog/lixtal/", lixtal, name="haandbog-lixtal")]

"""Which addresses are there while the web is measured? All of the web's, and a page with nothing on it."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, URLResolver, path

from pejl.web.access.doors import needs
from pejl.web.access.request import Request
from pejl.web.urls import handler403, handler404, handler500
from pejl.web.urls import urlpatterns as of_the_web

__all__ = ["handler403", "handler404", "handler500", "urlpatterns"]


@needs()
def empty(request: Request) -> HttpResponse:
    """The frame around every page for whoever is signed in: what a page cannot cost less than."""
    return render(request, "base.html")


urlpatterns: list[URLPattern | URLResolver] = [path("tom-side/", empty, name="tom-side"), *of_the_web]

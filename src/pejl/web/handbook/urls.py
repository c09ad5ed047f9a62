"""Addresses of the handbook."""

from __future__ import annotations

from pejl.web.handbook.views import haandbog, lixtal, loefter, tekst

urlpatterns = [*haandbog.urlpatterns, *lixtal.urlpatterns, *loefter.urlpatterns, *tekst.urlpatterns]

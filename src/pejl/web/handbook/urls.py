"""Addresses of the handbook."""

from __future__ import annotations

from pejl.web.handbook.views import haandbog, lixtal, tekst

urlpatterns = [*haandbog.urlpatterns, *lixtal.urlpatterns, *tekst.urlpatterns]

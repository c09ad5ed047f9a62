"""Addresses of open counselling."""

from __future__ import annotations

from pejl.web.counselling.views import taelle, tal, tilbud

urlpatterns = [*taelle.urlpatterns, *tal.urlpatterns, *tilbud.urlpatterns]

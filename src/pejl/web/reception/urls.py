"""Addresses of what comes in, the duty and the public letter box."""

from __future__ import annotations

from django.urls import URLPattern

from pejl.web.reception.views import afklar, brev, nyt_ind, vagt

urlpatterns: list[URLPattern] = [*nyt_ind.urlpatterns, *brev.urlpatterns, *afklar.urlpatterns, *vagt.urlpatterns]

"""Addresses of who comes to which school and day care."""

from __future__ import annotations

from django.urls import URLPattern

from pejl.web.cooperation.views import tvaersraadgivere

urlpatterns: list[URLPattern] = [*tvaersraadgivere.urlpatterns]

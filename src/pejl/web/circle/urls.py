"""Addresses of the circle."""

from __future__ import annotations

from pejl.web.circle.views import kredsen

urlpatterns = kredsen.urlpatterns

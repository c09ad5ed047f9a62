"""Addresses of the plan."""

from __future__ import annotations

from pejl.web.plan.views import ark, strategi

urlpatterns = [*strategi.urlpatterns, *ark.urlpatterns]

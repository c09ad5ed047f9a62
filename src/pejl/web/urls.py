"""Which addresses are there? Every one stands in the role table of the tests as well."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("", include("pejl.web.access.urls")),
    path("", include("pejl.web.handbook.urls")),
    path("", include("pejl.web.cases.urls")),
    path("", include("pejl.web.reception.urls")),
    path("", include("pejl.web.cooperation.urls")),
    path("", include("pejl.web.counselling.urls")),
    path("", include("pejl.web.underret.urls")),
    path("", include("pejl.web.plan.urls")),
    path("", include("pejl.web.insight.urls")),
    path("", include("pejl.web.circle.urls")),
]
handler403 = "pejl.web.errors.forbidden"
handler404 = "pejl.web.errors.not_found"
handler500 = "pejl.web.errors.server_error"

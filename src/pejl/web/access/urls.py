"""Addresses of signing in, the log, the people who work here."""

from __future__ import annotations

from pejl.web.access.views import covers, log, naming, opening, signing_in, staff

urlpatterns = [
    *signing_in.urlpatterns,
    *log.urlpatterns,
    *opening.urlpatterns,
    *naming.urlpatterns,
    *covers.urlpatterns,
    *staff.urlpatterns,
]

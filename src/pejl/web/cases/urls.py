"""Addresses of the day, the case, the overview, the lists and the rulebook."""

from __future__ import annotations

from pejl.web.cases.views import (
    correcting,
    indlaes,
    mennesker,
    min_dag,
    moving,
    oprydning,
    overblik,
    regelbog,
    registering,
    sagen,
    sager,
)

urlpatterns = [
    *min_dag.urlpatterns,
    *sager.urlpatterns,
    *sagen.urlpatterns,
    *mennesker.urlpatterns,
    *registering.urlpatterns,
    *correcting.urlpatterns,
    *moving.urlpatterns,
    *overblik.urlpatterns,
    *indlaes.urlpatterns,
    *oprydning.urlpatterns,
    *regelbog.urlpatterns,
]

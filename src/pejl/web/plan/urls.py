"""Addresses of the plan."""

from __future__ import annotations

from pejl.web.plan.views import (
    aarshjul,
    ark,
    cases,
    forloeb,
    forloeb_papirer,
    handlinger,
    maal,
    omraade,
    projekter,
    runder,
    siden_sidst,
    strategi,
    temamoeder,
    uddannelse,
    udgaver,
)

urlpatterns = [
    *strategi.urlpatterns,
    *omraade.urlpatterns,
    *udgaver.urlpatterns,
    *handlinger.urlpatterns,
    # The rounds before the units: they stand under the same address.
    *runder.urlpatterns,
    *maal.urlpatterns,
    *aarshjul.urlpatterns,
    *siden_sidst.urlpatterns,
    *forloeb.urlpatterns,
    *forloeb_papirer.urlpatterns,
    *temamoeder.urlpatterns,
    *cases.urlpatterns,
    *uddannelse.urlpatterns,
    *projekter.urlpatterns,
    *ark.urlpatterns,
]

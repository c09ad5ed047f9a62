"""The overview: figures for whole units, and for leaders the way from a figure down to the cases behind it."""

from __future__ import annotations

from pejl.web.cases.views.overblik import (
    aendring,
    arbejdsliste,
    arbejdslister,
    forside,
    hos_hvem,
    hvad_nu_hvis,
    inddragelse,
    min_belastning,
    raadgivere,
    regel,
    sager,
    undersoegelser,
)

urlpatterns = [
    *forside.urlpatterns,
    *regel.urlpatterns,
    *sager.urlpatterns,
    *undersoegelser.urlpatterns,
    *hos_hvem.urlpatterns,
    *inddragelse.urlpatterns,
    *aendring.urlpatterns,
    *hvad_nu_hvis.urlpatterns,
    *raadgivere.urlpatterns,
    *min_belastning.urlpatterns,
    *arbejdslister.urlpatterns,
    *arbejdsliste.urlpatterns,
]

"""Addresses of the figures and the papers."""

from __future__ import annotations

from django.urls import URLPattern

from pejl.web.insight.views import (
    dengang,
    indtast,
    min_strategi,
    mod_hinanden,
    noegletal,
    noegletal_et,
    offentligt,
    omraade,
    papir,
    papirer,
    roed_traad,
    sager,
    udgave,
)

urlpatterns: list[URLPattern] = [
    *noegletal.urlpatterns,
    *indtast.urlpatterns,
    *omraade.urlpatterns,
    *mod_hinanden.urlpatterns,
    # After those with words of their own in the place of an indicator's key.
    *sager.urlpatterns,
    *dengang.urlpatterns,
    *noegletal_et.urlpatterns,
    *roed_traad.urlpatterns,
    *min_strategi.urlpatterns,
    *papirer.urlpatterns,
    *udgave.urlpatterns,
    *papir.urlpatterns,
    *offentligt.urlpatterns,
]

"""Addresses of the public form."""

from __future__ import annotations

from pejl.web.underret.views import receipt, start, writing

# The fixed words stand before the one that any kind of sender may take.
urlpatterns = [*start.urlpatterns, *receipt.urlpatterns, *writing.urlpatterns]

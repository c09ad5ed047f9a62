"""Which rows does the handbook keep? The municipality's own versions of the texts, and nothing about any child."""

from __future__ import annotations

from django.db import models
from django.db.models import UniqueConstraint


class OwnText(models.Model):
    """A text in the municipality's own words, from a day on. Only added to: that is its history."""

    key = models.CharField("Tekst", max_length=60)
    title = models.CharField("Overskrift", max_length=200)
    body = models.TextField("Teksten")
    cites = models.JSONField("Lov", default=list)  # of ``cited.key_of``
    owner = models.CharField("Ejer", max_length=200)
    first = models.DateField("Gælder fra")
    decided_by = models.CharField("Besluttet af", max_length=200)
    decided_at = models.DateTimeField("Registreret")
    reason = models.CharField("Begrundelse", max_length=500)

    class Meta:
        """One version a day."""

        constraints = (UniqueConstraint(fields=("key", "first"), name="own_text_once_a_day"),)

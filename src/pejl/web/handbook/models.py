"""Which rows does the handbook keep? The municipality's own texts and promises, and nothing about any child."""

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


class Promise(models.Model):
    """What the municipality promises every family, from a day on: its own goal, never law. Only added to.

    A promise is the rows with its key; the newest by first day counts. One that is taken back is a row as well.
    """

    key = models.CharField("Løfte", max_length=32)
    number = models.PositiveSmallIntegerField("Udgave nr.")
    says = models.CharField("Det lover vi", max_length=300)
    seen = models.CharField("Ses i Pejl ved", max_length=80, blank=True)  # of ``promises.SEEN``; empty: nowhere
    owner = models.CharField("Ejer", max_length=200)
    first = models.DateField("Gælder fra")
    last = models.DateField("Gælder til og med", null=True, blank=True)
    taken_back = models.BooleanField("Taget tilbage", default=False)
    decided_by = models.CharField("Besluttet af", max_length=200)
    decided_at = models.DateTimeField("Registreret")
    reason = models.CharField("Begrundelse", max_length=500)

    class Meta:
        """A double click is one version."""

        constraints = (UniqueConstraint(fields=("key", "number"), name="promise_version_once"),)

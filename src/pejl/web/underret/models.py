"""Which rows does the public form keep: what is being written, what has been stored, and how often somebody knocks?

What is being written is encrypted and found only with a secret that the writer has. Who writes is never kept.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from pejl.web.reception.models import Letter


class Draft(models.Model):
    """A notification that is being written; gone when it is sent, or when it has been left for too long."""

    # Of the secret in the writer's own page; the secret itself is nowhere here.
    mark = models.CharField(max_length=64, unique=True)
    # Of the code to go on with later, where one has been given.
    code_mark = models.CharField(max_length=64, blank=True, db_index=True)
    content = models.BinaryField("Det skrevne, krypteret")
    created_at = models.DateTimeField(db_index=True)
    saved_at = models.DateTimeField(db_index=True)


class Receipt(models.Model):
    """That a notification has been stored, and when; only whoever has the code can find it."""

    mark = models.CharField(max_length=64, unique=True)
    code_mark = models.CharField(max_length=64, unique=True)
    letter = models.OneToOneField(Letter, on_delete=models.PROTECT, related_name="receipt")
    # Of every answer as it was sent, so that anybody with the receipt can see that none has been changed.
    fingerprint = models.CharField(max_length=64)
    stored_at = models.DateTimeField(db_index=True)


class Knock(models.Model):
    """That an address began or sent a notification; the mark cannot be turned back into the address, and goes daily."""

    class What(models.TextChoices):
        """What is counted."""

        BEGUN = "begyndt", "Begyndt"
        SENT = "sendt", "Sendt"

    what = models.CharField(max_length=10, choices=What.choices)
    mark = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        """Counted in all and by mark, since an hour ago."""

        indexes: ClassVar = (models.Index(fields=("what", "at", "mark"), name="underret_knocks_lately"),)

"""Which places do we work with, and who of us is whose cross-disciplinary adviser, from when to when (G9)?

Nothing here tells of a child. What has been is kept: an agreement is ended by a last day, never taken away.
"""

from __future__ import annotations

from django.db import models

from pejl.web.access.models import User, new_key


class Place(models.Model):
    """A school, a day care, or another place where children are every day."""

    class Kind(models.TextChoices):
        """What sort of place; the order is that of the page."""

        SKOLE = "skole", "Skole"
        DAGTILBUD = "dagtilbud", "Dagtilbud"
        SUNDHED = "sundhed", "Sundhedspleje og tandpleje"
        ANDET = "andet", "Andet sted"

        @property
        def heading(self) -> str:
            """Over several of them."""
            return {"skole": "Skoler", "andet": "Andre steder"}.get(self.value, self.label)

    key = models.CharField(max_length=32, unique=True, default=new_key, editable=False)
    name = models.CharField("Navn", max_length=120, unique=True)
    kind = models.CharField("Slags", max_length=12, choices=Kind.choices)
    closed_on = models.DateField("Lukket", null=True, blank=True)

    def __str__(self) -> str:
        return self.name


class Attachment(models.Model):
    """One adviser as the cross-disciplinary adviser of one place."""

    key = models.CharField(max_length=32, unique=True, default=new_key, editable=False)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="attachments")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    first = models.DateField("Fra")
    last = models.DateField("Til og med", null=True, blank=True)
    # As it is agreed, in words: no calendar can say »uge med ungdomsuddannelsernes åbent hus undtaget«.
    attends = models.CharField("Fast fremmøde", max_length=200, blank=True)
    # Keys of ``uses.USES``; what has been agreed stays readable when the list is changed.
    uses = models.JSONField("Bruges til", default=list)
    given_by = models.CharField("Skrevet på af", max_length=200)
    given_at = models.DateTimeField("Skrevet på")
    ended_by = models.CharField("Afsluttet af", max_length=200, blank=True)

"""Which rows does the circle keep? Young people by name, what was judged, what was started; and no way to a case.

No CPR number, no case number, no foreign key out of the app: what could tie a young person to a child's case is not
there to be asked for (requirement L6).
"""

from __future__ import annotations

from django.db import models

from pejl.web.access.models import new_key


class Young(models.Model):
    """A young person the task force has talked about."""

    key = models.CharField(max_length=32, unique=True, default=new_key, editable=False)
    name = models.CharField("Navn", max_length=200)
    born = models.PositiveSmallIntegerField("Fødselsår")
    taken_in_on = models.DateField("Første gang drøftet")
    about = models.TextField("Det, vi er bekymrede for", blank=True)
    ended_on = models.DateField("Følges ikke længere fra", null=True, blank=True)
    ended_why = models.CharField("Fordi", max_length=500, blank=True)

    def __str__(self) -> str:
        return self.name


class Assessment(models.Model):
    """What the circle judged on a day. Only added to."""

    class Outcome(models.TextChoices):
        """What followed."""

        INDSATS = "indsats", "En ny indsats sættes i gang"
        ANDEN = "anden", "En anden eller yderligere indsats sættes i gang"
        HAR_HJAELP = "har_hjaelp", "Deltager allerede i en relevant indsats"
        FOELGES = "foelges", "Følges"
        SLUT = "slut", "Følges ikke længere"

    key = models.CharField(max_length=32, unique=True, default=new_key, editable=False)
    young = models.ForeignKey(Young, on_delete=models.PROTECT, related_name="assessments")
    on = models.DateField("Dag")
    outcome = models.CharField("Udfald", max_length=12, choices=Outcome.choices)
    words = models.TextField("Vurdering")
    effort = models.CharField("Hvilken indsats", max_length=200, blank=True)
    review_on = models.DateField("Ses på igen senest", null=True, blank=True)
    by = models.CharField("Skrevet af", max_length=200)
    at = models.DateTimeField("Skrevet")


class Disclosure(models.Model):
    """Somebody named decided that a number below the smallest cell may be published, and why. Only added to."""

    key = models.CharField(max_length=32, unique=True, default=new_key, editable=False)
    on = models.DateField("Opgjort den")
    what = models.CharField("Hvilket tal", max_length=20)
    why = models.CharField("Begrundelse", max_length=500)
    allowed = models.BooleanField("Må offentliggøres")
    decided_by = models.CharField("Besluttet af", max_length=200)
    decided_as = models.CharField("Som", max_length=120)
    decided_at = models.DateTimeField("Besluttet")

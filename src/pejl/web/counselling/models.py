"""Which rows does counselling keep? Talks nobody can be found by, and the leaders' judgement of each offer.

No foreign key out of the app, no name and no free text about a talk: what could tell who came is not there to be asked
for. A talk has a day and no hour, and its row no number that would tell in which order people came.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Index, Q, UniqueConstraint

from pejl.web.access.models import new_key


class Talk(models.Model):
    """One talk. Only added to: a correction is a row that stands in another's place."""

    key = models.CharField(max_length=32, primary_key=True, default=new_key, editable=False)
    day = models.DateField("Dag")
    way = models.CharField("Hvordan", max_length=20)  # this and the rest: of ``values``
    who = models.CharField("Hvem kom", max_length=20)
    age = models.CharField("Barnets alder", max_length=20)
    themes = models.JSONField("Hvad det handlede om", default=list)
    need = models.CharField("Behov", max_length=20)
    offered = models.CharField("Er der et tilbud", max_length=20)
    led_on = models.CharField("Vist videre til", max_length=20)
    replaces = models.CharField("Står i stedet for", max_length=32, blank=True)
    taken_back = models.BooleanField("Var ikke en samtale", default=False)

    class Meta:
        """Read by day; what is corrected is corrected once."""

        constraints = (UniqueConstraint(fields=("replaces",), condition=~Q(replaces=""), name="talk_corrected_once"),)
        indexes = (Index(fields=("day",), name="talk_by_day"),)


class OfferJudgement(models.Model):
    """What a leader thinks of one early offer in one year. Only added to: that is its history."""

    class Verdict(models.TextChoices):
        """What should happen to it."""

        BEVAR = "bevar", "Bevar det, som det er"
        UDVID = "udvid", "Udvid det"
        AENDR = "aendr", "Ændr det"
        STOP = "stop", "Stop det"

    key = models.CharField(max_length=32, unique=True, default=new_key, editable=False)
    offer = models.CharField("Tilbud", max_length=40)  # of ``offers.OFFERS``
    year = models.PositiveSmallIntegerField("År")
    verdict = models.CharField("Vurdering", max_length=10, choices=Verdict.choices)
    reason = models.CharField("Begrundelse", max_length=500)
    on = models.DateField("Dag")
    by = models.CharField("Skrevet af", max_length=200)
    at = models.DateTimeField("Registreret")

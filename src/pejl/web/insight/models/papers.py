"""Which papers are there: drafted from data, worded by people, approved, frozen, released, decided upon?

``Paper`` and its parts are a draft that is written in. An edition is frozen and only added to; whether everybody may
read it stands in ``PaperRelease``, a line for each time it was let out or taken back.
"""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint

from pejl.web.access.models import Omraade, Unit, new_key
from pejl.web.plan.models import Strategy


class Paper(models.Model):
    """One paper on its way to a body. What the body is recommended, and what it decided, are two fields."""

    class State(models.TextChoices):
        """How far it is."""

        KLADDE = "kladde", "Kladde"
        SENDT = "sendt", "Sendt til godkendelse"
        GODKENDT = "godkendt", "Godkendt"
        FRIGIVET = "frigivet", "Frigivet til alle"

    class Reader(models.TextChoices):
        """For whom: this decides whether small numbers are taken out."""

        UDVALG = "udvalg", "Udvalget, og måske alle"
        LEDELSE = "ledelse", "Kun ledelsen"

    # Made when the empty form is shown, so that a double click writes one.
    key = models.CharField(max_length=32, unique=True, default=new_key, editable=False)
    template = models.CharField("Skabelon", max_length=60)
    title = models.CharField("Titel", max_length=200)
    strategy = models.ForeignKey(
        Strategy, on_delete=models.PROTECT, null=True, blank=True, related_name="papers", verbose_name="Strategi"
    )
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", verbose_name="Enhed")
    omraade = models.CharField("Område", max_length=10, choices=Omraade.choices, default=Omraade.SOCIAL)
    reader = models.CharField("For hvem", max_length=10, choices=Reader.choices, default=Reader.UDVALG)
    body = models.CharField("Udvalg", max_length=200, blank=True)
    meeting_on = models.DateField("Mødedag", null=True, blank=True)
    # »Per March« is not the day it is discussed.
    since = models.DateField("Siden")
    until = models.DateField("Status pr.")
    state = models.CharField("Tilstand", max_length=10, choices=State.choices, default=State.KLADDE)
    # Counts what has been written: whoever saw an older draft is told that something has happened since.
    saved = models.PositiveIntegerField(default=0)
    recommendation = models.TextField("Indstilling", blank=True)
    decision = models.TextField("Beslutning", blank=True)
    decided_by = models.CharField("Besluttet af", max_length=200, blank=True)
    decided_on = models.DateField("Besluttet den", null=True, blank=True)
    made_by = models.CharField("Begyndt af", max_length=200)
    made_at = models.DateTimeField("Begyndt")
    sent_by = models.CharField("Sendt til godkendelse af", max_length=200, blank=True)
    # The user name: whoever sent it is not the one who approves it.
    sent_username = models.CharField(max_length=100, blank=True)
    sent_at = models.DateTimeField("Sendt til godkendelse", null=True, blank=True)
    sent_back = models.CharField("Sendt tilbage, fordi", max_length=500, blank=True)

    class Meta:
        """Ends no earlier than it begins; a decision has a body and a day."""

        constraints = (
            CheckConstraint(condition=Q(until__gte=F("since")), name="paper_period"),
            CheckConstraint(
                condition=Q(decision="") | (~Q(decided_by="") & Q(decided_on__isnull=False)), name="paper_decided_by"
            ),
        )

    def __str__(self) -> str:
        return self.title


class PaperPart(models.Model):
    """A part under its heading: what was drawn from data, as it was then, and what people wrote beneath."""

    paper = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="parts")
    spec = models.CharField(max_length=60)  # which part of the template
    number = models.PositiveSmallIntegerField()
    heading = models.CharField("Overskrift", max_length=200)
    required = models.BooleanField(default=False)
    # Parts of a report, and series of figures: what was drawn at that moment and nothing else.
    drawn: models.JSONField[Any, Any] = models.JSONField(default=dict, blank=True)
    figures: models.JSONField[Any, Any] = models.JSONField(default=list, blank=True)
    drawn_at = models.DateTimeField("Hentet", null=True, blank=True)
    words = models.TextField("Tekst", blank=True)

    class Meta:
        """Each part of the template once."""

        constraints = (UniqueConstraint(fields=("paper", "spec"), name="paper_part_once"),)


class PaperEdition(models.Model):
    """The paper as it was approved. Never written again; a correction is a new edition."""

    key = models.CharField(max_length=32, unique=True, default=new_key, editable=False)
    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="editions")
    number = models.PositiveSmallIntegerField("Udgave")
    # False: it shows small numbers as they are, and never leaves the line.
    protected = models.BooleanField("Små tal er taget ud")
    content: models.JSONField[Any, Any] = models.JSONField()
    sha256 = models.CharField("Aftryk", max_length=64)
    data_at = models.DateTimeField("Tal opgjort")
    known_at = models.DateTimeField("Med det, vi vidste")
    # The figures it is made of, and what was shown of each, so that later papers do not give the hidden ones back.
    figures: models.JSONField[Any, Any] = models.JSONField(default=dict, blank=True)
    approved_by = models.CharField("Godkendt af", max_length=200)
    approved_at = models.DateTimeField("Godkendt")

    class Meta:
        """Numbered within the paper."""

        constraints = (UniqueConstraint(fields=("paper", "number"), name="paper_edition_number"),)


class PaperRelease(models.Model):
    """An edition was let out to everybody, or taken back; the last line says how it is."""

    class Act(models.TextChoices):
        """What was done."""

        FRIGIVET = "frigivet", "Frigivet til alle"
        TAGET_TILBAGE = "taget_tilbage", "Taget tilbage"

    edition = models.ForeignKey(PaperEdition, on_delete=models.PROTECT, related_name="releases")
    act = models.CharField("Handling", max_length=15, choices=Act.choices)
    by = models.CharField("Af", max_length=200)
    at = models.DateTimeField("Tidspunkt")
    reason = models.CharField("Begrundelse", max_length=500, blank=True)


class SmallNumberDecision(models.Model):
    """Somebody with the right has decided that a small number may be shown in a paper, and why."""

    key = models.CharField(max_length=32, unique=True, default=new_key, editable=False)
    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="disclosures")
    cell = models.CharField(max_length=200)  # its name among all that is protected together
    told = models.CharField("Tallet", max_length=300)
    number = models.PositiveIntegerField()
    reason = models.CharField("Begrundelse", max_length=500)
    by = models.CharField("Besluttet af", max_length=200)
    role = models.CharField("Som", max_length=300)
    at = models.DateTimeField("Besluttet")

    class Meta:
        """A number is decided upon once in a paper."""

        constraints = (UniqueConstraint(fields=("paper", "cell"), name="small_number_decided_once"),)

"""What does each unit set out to do under a focus area, which goals of others does it serve, and how did it go?"""

from __future__ import annotations

from django.db import models
from django.db.models import UniqueConstraint

from pejl.web.plan.models.row import PlanRow
from pejl.web.plan.models.strategy import FocusArea, PlanUnit, Strategy


class OutsideGoal(PlanRow):
    """A goal others have set and we have joined: a partnership's, or a marker of Local Government Denmark's (A41)."""

    strategy = models.ForeignKey(Strategy, on_delete=models.PROTECT, related_name="outside_goals")
    body = models.CharField("Hvem har sat målet", max_length=200, help_text="Fx partnerskabets navn.")
    number = models.PositiveSmallIntegerField("Nummer", default=1)
    text = models.TextField("Målet")
    source = models.CharField("Kilde", max_length=300, blank=True)

    def __str__(self) -> str:
        return f"{self.number}. {self.text} ({self.body})"


class LocalGoal(PlanRow):
    """A unit's sheet under a focus area, in the shared template (A19)."""

    class State(models.TextChoices):
        """On the way to approval."""

        KLADDE = "kladde", "Kladde"
        SENDT = "sendt", "Sendt ind"
        GODKENDT = "godkendt", "Godkendt"
        TILBAGE = "tilbage", "Sendt tilbage"

    unit = models.ForeignKey(PlanUnit, on_delete=models.PROTECT, related_name="goals", verbose_name="Enhed")
    area = models.ForeignKey(FocusArea, on_delete=models.PROTECT, related_name="goals", verbose_name="Fokusområde")
    # The cell of the matrix: a citizen's vision crossed by one of the organisation's.
    crosses = models.ForeignKey(
        FocusArea, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="Krydser"
    )
    goal = models.TextField("Målet")
    we_do = models.TextField("Det gør vi", blank=True)
    efforts = models.TextField("Indsatser, der bidrager", blank=True)
    following = models.TextField("Sådan følger vi op", blank=True)
    signs = models.TextField("Tegn på, at det lykkes", blank=True, help_text="Hvad venter vi at se, og hvornår?")
    signs_by = models.DateField("Ventes set senest", null=True, blank=True)
    indicators = models.JSONField("Nøgletal", default=list, blank=True)  # keys
    contract_goal = models.CharField("Aftale- eller budgetmål", max_length=200, blank=True)
    outside_goals = models.ManyToManyField(
        OutsideGoal, blank=True, related_name="local_goals", verbose_name="Svarer på mål, andre har sat"
    )
    state = models.CharField("Tilstand", max_length=10, choices=State.choices, default=State.KLADDE)
    # The first time is what is held against the day; a goal that comes back is sent in again.
    first_sent_on = models.DateField("Sendt ind første gang", null=True, blank=True)
    sent_on = models.DateField("Sendt ind", null=True, blank=True)
    sent_by = models.CharField("Sendt ind af", max_length=200, blank=True)
    approved_on = models.DateField("Godkendt", null=True, blank=True)
    approved_by = models.CharField("Godkendt af", max_length=200, blank=True)
    sent_back_why = models.CharField("Sendt tilbage, fordi", max_length=500, blank=True)
    source = models.CharField("Kilde", max_length=300, blank=True)

    def __str__(self) -> str:
        return self.goal


class Round(PlanRow):
    """A day by which goals are sent in, followed up or adjusted (A20, A22)."""

    class Kind(models.TextChoices):
        """What for."""

        INDSENDELSE = "indsendelse", "Indsendelse og godkendelse"
        OPFOELGNING = "opfoelgning", "Opfølgning på mål"
        JUSTERING = "justering", "Justering af strategien"

    strategy = models.ForeignKey(Strategy, on_delete=models.PROTECT, related_name="rounds")
    kind = models.CharField("Slags", max_length=12, choices=Kind.choices)
    name = models.CharField("Navn", max_length=120)
    due = models.DateField("Senest")
    when_words = models.CharField("Tid, som papiret skriver den", max_length=120, blank=True)

    def __str__(self) -> str:
        return self.name


class RoundAnswer(PlanRow):
    """What a unit told of a goal in a round; kept when the next comes."""

    class Far(models.TextChoices):
        """How far; the scale is ours, as the papers have none."""

        NAAET = "naaet", "Nået"
        PAA_VEJ = "paa_vej", "På vej"
        IKKE = "ikke", "Ikke begyndt"
        OPGIVET = "opgivet", "Opgivet"

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="answers")
    goal = models.ForeignKey(LocalGoal, on_delete=models.PROTECT, related_name="answers")
    far = models.CharField("Hvor langt", max_length=10, choices=Far.choices)
    words = models.TextField("Status")
    remains = models.TextField("Det, der mangler", blank=True)
    by = models.CharField("Af", max_length=200)
    on = models.DateField("Dag")
    source = models.CharField("Kilde", max_length=300, blank=True)

    class Meta:
        """One answer for each goal in each round; what it said before stands in the history."""

        constraints = (
            UniqueConstraint(
                fields=("round", "goal"), condition=models.Q(removed_at__isnull=True), name="answered_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_far_display()}: {self.goal}"

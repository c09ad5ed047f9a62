"""Who learns what, paid by which fund; and what is tried out, with whom, and what became of it?"""

from __future__ import annotations

from django.db import models
from django.db.models import UniqueConstraint

from pejl.web.access.models import User
from pejl.web.plan.models.row import PlanRow
from pejl.web.plan.models.strategy import FocusArea, PlanUnit, Strategy


class Fund(PlanRow):
    """Money set aside for a year, in whole kroner (I1, J3)."""

    strategy = models.ForeignKey(Strategy, on_delete=models.PROTECT, related_name="funds")
    name = models.CharField("Pulje", max_length=120, default="Uddannelsespulje")
    year = models.PositiveSmallIntegerField("År")
    amount = models.PositiveIntegerField("Beløb i kroner")
    source = models.CharField("Kilde", max_length=300, blank=True)

    class Meta:
        """One sum a year for each fund."""

        constraints = (
            UniqueConstraint(
                fields=("strategy", "name", "year"),
                condition=models.Q(removed_at__isnull=True),
                name="fund_once_a_year",
            ),
        )

    def __str__(self) -> str:
        return f"{self.name} {self.year}"


class Training(PlanRow):
    """A course or another way of learning (I3), and how it is followed into practice (I4)."""

    class Stage(models.TextChoices):
        """How it stands."""

        PLANLAGT = "planlagt", "Planlagt"
        I_GANG = "i_gang", "I gang"
        AFSLUTTET = "afsluttet", "Afsluttet"
        AFLYST = "aflyst", "Aflyst"

    strategy = models.ForeignKey(Strategy, on_delete=models.PROTECT, related_name="trainings")
    name = models.CharField("Navn", max_length=200)
    theme = models.CharField("Tema", max_length=200, blank=True)
    area = models.ForeignKey(
        FocusArea, on_delete=models.PROTECT, null=True, blank=True, related_name="trainings", verbose_name="Fokusområde"
    )
    supplier = models.CharField("Leverandør", max_length=200, blank=True)
    first = models.DateField("Begynder", null=True, blank=True)
    last = models.DateField("Slutter", null=True, blank=True)
    when_words = models.CharField("Tid, som papiret skriver den", max_length=200, blank=True)
    stage = models.CharField("Stadie", max_length=10, choices=Stage.choices, default=Stage.PLANLAGT)
    together = models.BooleanField("Fælles for flere", default=True)
    units = models.ManyToManyField(PlanUnit, blank=True, related_name="trainings", verbose_name="Enheder")
    participants = models.ManyToManyField(User, blank=True, related_name="trainings", verbose_name="Deltagere")
    seats = models.PositiveSmallIntegerField("Pladser", null=True, blank=True)
    competence = models.CharField("Giver kompetencen", max_length=120, blank=True)
    # Committed when it is ordered, spent when it is paid; whole kroner. Empty: not known, which is not nothing.
    fund = models.ForeignKey(
        Fund, on_delete=models.PROTECT, null=True, blank=True, related_name="trainings", verbose_name="Betales af"
    )
    committed = models.PositiveIntegerField("Disponeret i kroner", null=True, blank=True)
    spent = models.PositiveIntegerField("Brugt i kroner", null=True, blank=True)
    funder = models.CharField("Anden betaler", max_length=200, blank=True)
    exercise = models.TextField("Øves i praksis ved", blank=True)
    exercise_on = models.DateField("Øves den", null=True, blank=True)
    seen_in = models.CharField("Ses senere i", max_length=200, blank=True)
    source = models.CharField("Kilde", max_length=300, blank=True)

    def __str__(self) -> str:
        return self.name


class Project(PlanRow):
    """A project or a pilot (A35, L1), with how it is judged (L3) and what was decided (L7)."""

    class Kind(models.TextChoices):
        """What kind."""

        PROJEKT = "projekt", "Projekt"
        PILOT = "pilot", "Pilotprojekt"

    class Decision(models.TextChoices):
        """What was decided."""

        UAFGJORT = "", "Ikke afgjort"
        FORTSAET = "fortsaet", "Fortsæt"
        JUSTER = "juster", "Justér"
        STOP = "stop", "Stop"
        DRIFT = "drift", "Overgår til drift"

    strategy = models.ForeignKey(Strategy, on_delete=models.PROTECT, related_name="projects")
    kind = models.CharField("Slags", max_length=8, choices=Kind.choices, default=Kind.PROJEKT)
    name = models.CharField("Navn", max_length=200)
    aim = models.TextField("Formål", blank=True)
    target_group = models.CharField("Målgruppe", max_length=200, blank=True)
    partner = models.CharField("Samarbejdspartnere", max_length=300, blank=True)
    funder = models.CharField("Finansiering", max_length=300, blank=True)
    money = models.PositiveIntegerField("Beløb i kroner", null=True, blank=True)
    first = models.DateField("Begyndte", null=True, blank=True)
    last = models.DateField("Slutter", null=True, blank=True)
    when_words = models.CharField("Tid, som papiret skriver den", max_length=300, blank=True)
    area = models.ForeignKey(
        FocusArea, on_delete=models.PROTECT, null=True, blank=True, related_name="projects", verbose_name="Fokusområde"
    )
    owner_words = models.CharField("Kontakt", max_length=200, blank=True)
    status = models.TextField("Status", blank=True)
    questions = models.TextField("Det vil vi vide", blank=True)
    measures = models.TextField("Det ser vi på", blank=True)
    baseline = models.TextField("Sådan var det før", blank=True)
    data = models.TextField("Sådan samler vi ind", blank=True)
    learning = models.TextField("Det har vi lært", blank=True)
    # Handed over from project to operation (A36).
    handed_on = models.DateField("Overgik til drift", null=True, blank=True)
    left_behind = models.TextField("Det, projektet efterlod", blank=True)
    kept_by = models.CharField("Holdes i live af", max_length=200, blank=True)
    decision = models.CharField("Beslutning", max_length=8, choices=Decision.choices, blank=True)
    decided_on = models.DateField("Besluttet den", null=True, blank=True)
    decided_why = models.TextField("Begrundelse", blank=True)
    source = models.CharField("Kilde", max_length=300, blank=True)

    def __str__(self) -> str:
        return self.name


class Trial(PlanRow):
    """A small trial action: what was tried, what was seen, what next (L2)."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="trials")
    on = models.DateField("Dag", null=True, blank=True)
    tried = models.TextField("Det prøvede vi")
    saw = models.TextField("Det så vi", blank=True)
    following = models.TextField("Det gør vi nu", blank=True)

    def __str__(self) -> str:
        return self.tried


class Saving(PlanRow):
    """An agreed saving or room for manoeuvre, and what came of it (J2), in whole kroner."""

    strategy = models.ForeignKey(Strategy, on_delete=models.PROTECT, related_name="savings")
    name = models.CharField("Forslag", max_length=200)
    year = models.PositiveSmallIntegerField("År", null=True, blank=True)
    agreed = models.PositiveIntegerField("Aftalt i kroner", null=True, blank=True)
    realised = models.PositiveIntegerField("Opnået i kroner", null=True, blank=True)
    words = models.TextField("Status", blank=True)
    source = models.CharField("Kilde", max_length=300, blank=True)

    def __str__(self) -> str:
        return self.name

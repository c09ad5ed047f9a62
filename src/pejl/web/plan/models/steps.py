"""What is done: the actions, what they wait for, how they went, and what takes their room?"""

from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, Q

from pejl.web.access.models import User
from pejl.web.plan.models.row import PlanRow
from pejl.web.plan.models.strategy import Effect, FocusArea, PlanUnit, Strategy, Track


class Action(PlanRow):
    """An action, with how far it has come in two senses: its stage, and how it lives in practice."""

    class Stage(models.TextChoices):
        """How it stands (A12)."""

        PLANLAGT = "planlagt", "Planlagt"
        I_GANG = "i_gang", "I gang"
        I_DRIFT = "i_drift", "I drift"
        PAA_HOLD = "paa_hold", "På hold"
        STOPPET = "stoppet", "Stoppet"

    class Lives(models.TextChoices):
        """Written is not in use (A38): a document is no change in a child's case."""

        INTET = "intet", "Ikke begyndt"
        SKREVET = "skrevet", "Skrevet"
        FREMLAGT = "fremlagt", "Fremlagt"
        I_BRUG = "i_brug", "I brug"
        RUTINE = "rutine", "Rutine"

    class From(models.TextChoices):
        """Where it came from (A16)."""

        TASK_FORCE = "task_force", "Task Force"
        KONSULENT = "konsulent", "Konsulenter"
        REVISION = "revision", "Revision"
        POLITIK = "politik", "Politisk beslutning"
        LOV = "lov", "Ny lov"
        PROJEKT = "projekt", "Projekt"
        TILSYN = "tilsyn", "Ledelsestilsyn"
        EGEN = "egen", "Eget initiativ"

    strategy = models.ForeignKey(Strategy, on_delete=models.PROTECT, related_name="actions")
    number = models.PositiveSmallIntegerField("Prioritet", default=1)
    name = models.CharField("Handling", max_length=300)
    text = models.TextField("Beskrivelse", blank=True)
    area = models.ForeignKey(
        FocusArea, on_delete=models.PROTECT, null=True, blank=True, related_name="actions", verbose_name="Fokusområde"
    )
    track = models.ForeignKey(
        Track, on_delete=models.PROTECT, null=True, blank=True, related_name="actions", verbose_name="Spor"
    )
    effects = models.ManyToManyField(Effect, blank=True, related_name="actions", verbose_name="Skal kunne ses som")
    units = models.ManyToManyField(PlanUnit, blank=True, related_name="actions", verbose_name="Enheder")
    # The professional area it asks staff to work with: one to two at a time.
    profession = models.CharField("Fagligt område", max_length=120, blank=True)
    owner = models.ForeignKey(
        User, on_delete=models.SET_NULL, null=True, blank=True, related_name="plan_actions", verbose_name="Ansvarlig"
    )
    owner_words = models.CharField("Ansvarlig, når det ikke er en bruger", max_length=200, blank=True)
    first = models.DateField("Begynder", null=True, blank=True)
    last = models.DateField("Slutter", null=True, blank=True)
    when_words = models.CharField("Tid, som papiret skriver den", max_length=200, blank=True)
    stage = models.CharField("Stadie", max_length=10, choices=Stage.choices, default=Stage.PLANLAGT)
    lives = models.CharField("I praksis", max_length=10, choices=Lives.choices, default=Lives.INTET)
    origin = models.CharField("Kommer fra", max_length=12, choices=From.choices, default=From.EGEN)
    origin_words = models.CharField("Hvilken", max_length=200, blank=True)
    # On hold: why, since when, by whom, and what starts it again (A13).
    hold_reason = models.CharField("På hold, fordi", max_length=500, blank=True)
    hold_since = models.DateField("På hold siden", null=True, blank=True)
    hold_by = models.CharField("Sat på hold af", max_length=200, blank=True)
    hold_until = models.CharField("Går i gang igen, når", max_length=300, blank=True)
    # Handed over from project to operation (A36).
    handed_on = models.DateField("Overgik til drift", null=True, blank=True)
    left_behind = models.TextField("Det, projektet efterlod", blank=True)
    kept_by = models.CharField("Holdes i live af", max_length=200, blank=True)
    source = models.CharField("Kilde", max_length=300, blank=True)

    class Meta:
        """What is on hold says why and since when."""

        constraints = (
            CheckConstraint(
                condition=~Q(stage="paa_hold") | (~Q(hold_reason="") & Q(hold_since__isnull=False)),
                name="plan_action_hold_reasoned",
            ),
        )

    def __str__(self) -> str:
        return self.name


class Dependency(PlanRow):
    """An action waits for another, or for something to happen (A14)."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="waits_for")
    other = models.ForeignKey(
        Action,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="holds_up",
        verbose_name="En anden handling",
    )
    what = models.CharField("Noget, der skal ske", max_length=300, blank=True)
    expected = models.DateField("Ventes den", null=True, blank=True)
    happened_on = models.DateField("Skete den", null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.action} venter på: {self.other or self.what}"


class Report(PlanRow):
    """What an owner tells of an action or a track on a day: since last, now, next. Later ones do not touch earlier."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, null=True, blank=True, related_name="reports")
    track = models.ForeignKey(Track, on_delete=models.PROTECT, null=True, blank=True, related_name="reports")
    on = models.DateField("Dag")
    since = models.TextField("Siden sidst", blank=True)
    now = models.TextField("Nu", blank=True)
    following = models.TextField("Næste skridt", blank=True)
    by = models.CharField("Af", max_length=200)

    def __str__(self) -> str:
        return f"Status på {self.action or self.track}"


class Evaluation(PlanRow):
    """Whether the effect came, and what is done about it (A39). A judgement by people, with what it rests on."""

    class Verdict(models.TextChoices):
        """What follows."""

        BEHOLD = "behold", "Behold"
        JUSTER = "juster", "Justér"
        STOP = "stop", "Stop"

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="evaluations")
    on = models.DateField("Dag")
    verdict = models.CharField("Beslutning", max_length=8, choices=Verdict.choices)
    effect_seen = models.TextField("Kom effekten?")
    evidence = models.TextField("Det bygger vi på")
    by = models.CharField("Af", max_length=200)

    def __str__(self) -> str:
        return f"{self.get_verdict_display()}: {self.action}"


class Pressure(PlanRow):
    """A coming law or political decision that takes capacity from the plan (A37)."""

    strategy = models.ForeignKey(Strategy, on_delete=models.PROTECT, related_name="pressures")
    name = models.CharField("Lov eller beslutning", max_length=200)
    on = models.DateField("I kraft eller besluttet", null=True, blank=True)
    when_words = models.CharField("Tid, som papiret skriver den", max_length=120, blank=True)
    text = models.TextField("Det, den kræver af os", blank=True)
    actions = models.ManyToManyField(Action, blank=True, related_name="pressures", verbose_name="Berører")
    source = models.CharField("Kilde", max_length=300, blank=True)

    def __str__(self) -> str:
        return self.name


class RollOut(PlanRow):
    """How far an action has come in one unit (A42)."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="roll_outs")
    unit = models.ForeignKey(PlanUnit, on_delete=models.PROTECT, related_name="+", verbose_name="Enhed")
    lives = models.CharField("I praksis", max_length=10, choices=Action.Lives.choices, default=Action.Lives.INTET)
    on = models.DateField("Dag", null=True, blank=True)
    note = models.CharField("Note", max_length=300, blank=True)

    def __str__(self) -> str:
        return f"{self.action} i {self.unit}: {self.get_lives_display().lower()}"

"""What is a strategy: its course, its focus areas, what it wants to be seen, and how that can be seen?"""

from __future__ import annotations

from django.db import models

from pejl.web.access.models import Unit, User, new_key
from pejl.web.plan.models.row import PlanRow


class Family(models.TextChoices):
    """Whom a focus area or an effect is turned towards."""

    BORGER = "borger", "Borgerrettet"
    ORGANISATION = "organisation", "Organisationsrettet"


class Strategy(PlanRow):
    """A strategy, a development plan or a plan for catching up, as a body decided it."""

    class Status(models.TextChoices):
        """How it stands."""

        KLADDE = "kladde", "Kladde"
        I_KRAFT = "i_kraft", "I kraft"
        ERSTATTET = "erstattet", "Erstattet"

    title = models.CharField("Titel", max_length=200)
    kind = models.CharField("Slags", max_length=60, default="Udviklingsstrategi")
    first = models.DateField("Gælder fra", null=True, blank=True)
    last = models.DateField("Gælder til og med", null=True, blank=True)
    # As the paper itself puts it, also where two papers do not agree.
    period_words = models.CharField("Perioden, som papiret skriver den", max_length=300, blank=True)
    status = models.CharField("Status", max_length=12, choices=Status.choices, default=Status.KLADDE)
    decided_by = models.CharField("Besluttet af", max_length=200, blank=True)
    decided_on = models.DateField("Besluttet den", null=True, blank=True)
    replaces = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaced_by", verbose_name="Erstatter"
    )
    mission = models.TextField("Mission", blank=True)
    core_task = models.TextField("Kerneopgave", blank=True)
    purposes = models.TextField("Formål med strategien", blank=True, help_text="Et formål på hver linje.")
    framework = models.TextField("Bygger på", blank=True, help_text="Politikker, love og rapporter, en på hver linje.")
    # The municipality's own names for what Pejl calls focus area, track and action.
    focus_word = models.CharField("Ét fokusområde hedder", max_length=60, default="Fokusområde")
    focus_words = models.CharField("Flere hedder", max_length=60, default="Fokusområder")
    track_word = models.CharField("Ét spor hedder", max_length=60, default="Udviklingsspor")
    track_words = models.CharField("Flere spor hedder", max_length=60, default="Udviklingsspor")
    action_word = models.CharField("Én handling hedder", max_length=60, default="Handling")
    action_words = models.CharField("Flere handlinger hedder", max_length=60, default="Handlinger")
    # Few at a time: Nordfyns' strategy, and one to two professional areas at once in the authority team.
    few = models.PositiveSmallIntegerField("Højst så mange handlinger i gang", null=True, blank=True)
    few_areas = models.PositiveSmallIntegerField("Højst så mange faglige områder ad gangen", null=True, blank=True)
    source = models.CharField("Kilde", max_length=300, blank=True)

    def __str__(self) -> str:
        return self.title


class StrategyVersion(models.Model):
    """The strategy as it stood when it was decided or adjusted; read-only ever after."""

    key = models.CharField(max_length=32, unique=True, default=new_key, editable=False)
    strategy = models.ForeignKey(Strategy, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField("Udgave")
    on = models.DateField("Dag")
    reason = models.CharField("Begrundelse", max_length=500)
    decided_by = models.CharField("Besluttet af", max_length=200)
    made_by = models.CharField("Registreret af", max_length=200)
    made_at = models.DateTimeField("Registreret")
    content = models.JSONField(default=dict)  # the paper, as ``reports`` tells it

    class Meta:
        """Each number once."""

        constraints = (models.UniqueConstraint(fields=("strategy", "number"), name="strategy_version_once"),)

    def __str__(self) -> str:
        return f"Udgave {self.number}"


class PlanUnit(PlanRow):
    """A unit or a body by the municipality's own name, inside the strategy's scope or beside it."""

    class Part(models.TextChoices):
        """How close to the strategy."""

        PRIMAER = "primaer", "Primært omfattet"
        SEKUNDAER = "sekundaer", "Sekundært omfattet"
        UDENFOR = "udenfor", "Uden for strategien"

    strategy = models.ForeignKey(Strategy, on_delete=models.PROTECT, related_name="units")
    name = models.CharField("Navn", max_length=120)
    what = models.CharField("Slags", max_length=80, blank=True, help_text="Fx myndighed, udfører, almenområde, udvalg.")
    part = models.CharField("Omfattet", max_length=12, choices=Part.choices, default=Part.PRIMAER)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="below", verbose_name="Hører under"
    )
    # The unit in Pejl, where it has one: whose cases its figures are about.
    unit = models.ForeignKey(
        Unit, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="Enhed i Pejl"
    )
    number = models.PositiveSmallIntegerField("Rækkefølge", default=1)

    def __str__(self) -> str:
        return self.name


class FocusArea(PlanRow):
    """A focus area, vision or marker, by whatever name the municipality has for it."""

    strategy = models.ForeignKey(Strategy, on_delete=models.PROTECT, related_name="areas")
    number = models.PositiveSmallIntegerField("Nummer", default=1)
    name = models.CharField("Navn", max_length=200)
    family = models.CharField("Borger eller organisation", max_length=14, choices=Family.choices, blank=True)
    vision = models.TextField("Vision", blank=True, help_text="Én sætning, som den er besluttet.")
    purpose = models.TextField("Formål", blank=True)
    reasoning = models.TextField("Begrundelse for området", blank=True)
    added_on = models.DateField("Kom med den", null=True, blank=True)
    # The year's focus, such as Norddjurs' fourth marker in 2025.
    focus_from = models.DateField("Særligt fokus fra", null=True, blank=True)
    focus_to = models.DateField("Særligt fokus til", null=True, blank=True)
    order_words = models.CharField("Note om rækkefølgen", max_length=300, blank=True)
    source = models.CharField("Kilde", max_length=300, blank=True)

    def __str__(self) -> str:
        return self.name


class Effect(PlanRow):
    """What the focus area shall make others notice."""

    area = models.ForeignKey(FocusArea, on_delete=models.PROTECT, related_name="effects")
    level = models.CharField("Niveau", max_length=14, choices=Family.choices)
    text = models.TextField("Ønsket effekt")
    number = models.PositiveSmallIntegerField("Nummer", default=1)
    source = models.CharField("Kilde", max_length=300, blank=True)

    seen_by: list[Evidence]  # filled by ``areas.SEEN``
    judged_as: list[Judgement]

    def __str__(self) -> str:
        return self.text


class Evidence(PlanRow):
    """One way an effect can be seen. Keys of indicators and of ledelsestilsyn only; ``insight`` knows what they are."""

    class Kind(models.TextChoices):
        """By what."""

        INDIKATOR = "indikator", "Nøgletal"
        TILSYN = "tilsyn", "Spørgsmål i ledelsestilsyn"
        PLANMAAL = "planmaal", "Mål i børnenes planer"
        OPLEVELSE = "oplevelse", "Oplevelser"
        CASES = "cases", "Virkelighedsnære cases"

    class Who(models.TextChoices):
        """Whose experience; never mixed."""

        BARN = "barn", "Børn"
        UNG = "ung", "Unge"
        FORAELDER = "foraelder", "Forældre"
        PARTNER = "partner", "Samarbejdspartnere"
        MEDARBEJDER = "medarbejder", "Medarbejdere"

    effect = models.ForeignKey(Effect, on_delete=models.PROTECT, related_name="evidence")
    kind = models.CharField("Ses ved", max_length=12, choices=Kind.choices)
    subject = models.CharField("Hvilket nøgletal", max_length=120, blank=True)  # its key
    question = models.CharField("Hvilket spørgsmål i ledelsestilsyn", max_length=300, blank=True)
    who = models.CharField("Hvis oplevelse", max_length=12, choices=Who.choices, blank=True)
    expected = models.CharField("Det, vi venter at se", max_length=300, blank=True)
    expected_by = models.DateField("Senest den", null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.effect}"


class Judgement(PlanRow):
    """What leaders judge of an effect on a day, in words. A later one does not touch an earlier."""

    class Verdict(models.TextChoices):
        """How far; the scale is requirement E10's."""

        NAAET = "naaet", "Nået"
        DELVIST = "delvist", "Delvist nået"
        IKKE = "ikke", "Ikke nået"
        UVIST = "uvist", "Vides ikke"

    effect = models.ForeignKey(Effect, on_delete=models.PROTECT, related_name="judgements")
    on = models.DateField("Dag")
    verdict = models.CharField("Vurdering", max_length=10, choices=Verdict.choices)
    words = models.TextField("Begrundelse", help_text="Hvad bygger vurderingen på, og hvad ved vi ikke?")
    by = models.CharField("Vurderet af", max_length=200)

    def __str__(self) -> str:
        return f"{self.get_verdict_display()}: {self.effect}"


class Experience(PlanRow):
    """What somebody told of how it is to meet us: short questions, an interview, an observation. Nobody is named."""

    class Method(models.TextChoices):
        """How it was asked."""

        SPOERGSMAAL = "spoergsmaal", "Korte spørgsmål"
        INTERVIEW = "interview", "Interview"
        OBSERVATION = "observation", "Observation"

    effect = models.ForeignKey(Effect, on_delete=models.PROTECT, related_name="experiences")
    who = models.CharField("Hvem fortalte", max_length=12, choices=Evidence.Who.choices)
    method = models.CharField("Hvordan", max_length=12, choices=Method.choices)
    on = models.DateField("Dag")
    question = models.CharField("Spørgsmålet", max_length=300, blank=True)
    asked = models.PositiveSmallIntegerField("Spurgt", null=True, blank=True)
    answered = models.PositiveSmallIntegerField("Svarede", null=True, blank=True)
    agreed = models.PositiveSmallIntegerField("Svarede ja eller enig", null=True, blank=True)
    words = models.TextField("Det, de fortalte", blank=True, help_text="Ingen navne, steder eller datoer.")

    def __str__(self) -> str:
        return f"{self.get_who_display()} om: {self.effect}"


class Track(PlanRow):
    """A development track: actions that belong together across the focus areas, in an order of priority."""

    strategy = models.ForeignKey(Strategy, on_delete=models.PROTECT, related_name="tracks")
    number = models.PositiveSmallIntegerField("Nummer", default=1)
    name = models.CharField("Navn", max_length=200)
    text = models.TextField("Beskrivelse", blank=True)
    areas = models.ManyToManyField(FocusArea, blank=True, related_name="tracks", verbose_name="Bidrager til")
    owner = models.ForeignKey(
        User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="Ansvarlig"
    )
    source = models.CharField("Kilde", max_length=300, blank=True)

    def __str__(self) -> str:
        return self.name


class MadeKnown(PlanRow):
    """The strategy was told of or worked with: where, to whom, and when (also how it was made)."""

    class Kind(models.TextChoices):
        """Why they met."""

        KENDT = "kendt", "Strategien blev gjort kendt"
        TILBLIVELSE = "tilblivelse", "Strategien blev til"

    strategy = models.ForeignKey(Strategy, on_delete=models.PROTECT, related_name="made_known")
    kind = models.CharField("Hvad", max_length=12, choices=Kind.choices, default=Kind.KENDT)
    on = models.DateField("Dag", null=True, blank=True)
    when_words = models.CharField("Tid, som papiret skriver den", max_length=120, blank=True)
    meeting = models.CharField("Møde", max_length=200)
    units = models.ManyToManyField(PlanUnit, blank=True, related_name="made_known", verbose_name="For hvem")
    others = models.CharField("Andre, der deltog", max_length=300, blank=True)
    source = models.CharField("Kilde", max_length=300, blank=True)

    def __str__(self) -> str:
        return self.meeting


class OptOut(PlanRow):
    """Something considered and not taken up, and why (A40)."""

    strategy = models.ForeignKey(Strategy, on_delete=models.PROTECT, related_name="opt_outs")
    text = models.CharField("Det, vi valgte fra", max_length=300)
    why = models.TextField("Begrundelse")
    on = models.DateField("Dag", null=True, blank=True)
    decided_by = models.CharField("Besluttet af", max_length=200, blank=True)

    def __str__(self) -> str:
        return self.text

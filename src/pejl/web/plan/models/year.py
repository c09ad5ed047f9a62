"""What comes round in the year, what did a theme meeting agree, and which cases from practice may be told?"""

from __future__ import annotations

import secrets

from django.db import models

from pejl.dates import danish_date
from pejl.web.access.models import User
from pejl.web.plan.models.row import PlanRow
from pejl.web.plan.models.strategy import FocusArea, PlanUnit, Strategy


class WheelItem(PlanRow):
    """Something that shall happen on a day, once or every year (A24)."""

    class Kind(models.TextChoices):
        """What kind."""

        MOEDE = "moede", "Møde"
        UDVALG = "udvalg", "Politisk udvalg"
        MED = "med", "MED-udvalg"
        RUNDE = "runde", "Opfølgning på mål"
        TILSYN = "tilsyn", "Ledelsestilsyn"
        RAPPORT = "rapport", "Rapport eller status"
        TEMAMOEDE = "temamoede", "Temamøde"
        FAST = "fast", "Fast punkt efter loven"

    class Again(models.TextChoices):
        """How often."""

        EN_GANG = "en_gang", "Én gang"
        AARLIGT = "aarligt", "Hvert år"
        HALVAARLIGT = "halvaarligt", "To gange om året"
        KVARTAL = "kvartal", "Hvert kvartal"
        MAANED = "maaned", "Hver måned"

    strategy = models.ForeignKey(
        Strategy, on_delete=models.PROTECT, null=True, blank=True, related_name="wheel", verbose_name="Strategi"
    )
    name = models.CharField("Hvad", max_length=200)
    kind = models.CharField("Slags", max_length=10, choices=Kind.choices)
    body = models.CharField("Hvem", max_length=200, blank=True)
    first = models.DateField("Første gang")
    until = models.DateField("Sidste gang senest", null=True, blank=True)
    again = models.CharField("Gentages", max_length=12, choices=Again.choices, default=Again.EN_GANG)
    when_words = models.CharField("Tid, som papiret skriver den", max_length=120, blank=True)
    law = models.CharField("Lov", max_length=120, blank=True)
    note = models.TextField("Note", blank=True)
    source = models.CharField("Kilde", max_length=300, blank=True)

    def __str__(self) -> str:
        return self.name


class WheelDone(PlanRow):
    """One time of an item was held, moved or dropped, and why."""

    class How(models.TextChoices):
        """What became of it."""

        HOLDT = "holdt", "Holdt"
        FLYTTET = "flyttet", "Flyttet"
        UDGAAET = "udgaaet", "Udgået"

    item = models.ForeignKey(WheelItem, on_delete=models.PROTECT, related_name="times")
    planned = models.DateField("Planlagt")
    how = models.CharField("Hvad skete der", max_length=10, choices=How.choices)
    on = models.DateField("Dag", null=True, blank=True)
    why = models.CharField("Begrundelse", max_length=500, blank=True)

    def __str__(self) -> str:
        return f"{self.item}, {danish_date(self.planned)}: {self.get_how_display().lower()}"


def new_token() -> str:
    """What stands in the address of a calendar: nobody guesses it, and it tells of nobody."""
    return secrets.token_urlsafe(32)


class WheelFeed(models.Model):
    """A calendar of the year that a calendar program may fetch without signing in, by an address one can't guess."""

    token = models.CharField(max_length=64, unique=True, default=new_token, editable=False)
    strategy = models.ForeignKey(Strategy, on_delete=models.PROTECT, related_name="feeds")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    made_at = models.DateTimeField("Lavet")
    revoked_at = models.DateTimeField("Lukket", null=True, blank=True)

    class Meta:
        """One open calendar for each person and strategy."""

        constraints = (
            models.UniqueConstraint(
                fields=("strategy", "user"), condition=models.Q(revoked_at__isnull=True), name="feed_once_open"
            ),
        )


class ThemeMeeting(PlanRow):
    """One of the year's meetings with the committee about chosen themes (A26)."""

    strategy = models.ForeignKey(Strategy, on_delete=models.PROTECT, related_name="theme_meetings")
    name = models.CharField("Navn", max_length=200)
    on = models.DateField("Dag")
    when_words = models.CharField("Note om dagen", max_length=200, blank=True)
    themes = models.ManyToManyField(FocusArea, blank=True, related_name="theme_meetings", verbose_name="Temaer")
    practice = models.TextField("Status fra praksis", blank=True)
    agreed = models.TextField("Det blev aftalt", blank=True)
    follow_up = models.TextField("Opfølgning på sidste møde", blank=True)
    held = models.BooleanField("Holdt", default=False)

    def __str__(self) -> str:
        return self.name


class Option(PlanRow):
    """A way to go that the meeting discussed, what spoke for and against, and whether it was chosen (A27)."""

    class Outcome(models.TextChoices):
        """What became of it."""

        AABEN = "aaben", "Ikke afgjort"
        VALGT = "valgt", "Valgt"
        FRAVALGT = "fravalgt", "Valgt fra"

    meeting = models.ForeignKey(ThemeMeeting, on_delete=models.PROTECT, related_name="options")
    text = models.TextField("Handlemulighed")
    for_it = models.TextField("Det taler for", blank=True)
    against = models.TextField("Det taler imod", blank=True)
    outcome = models.CharField("Udfald", max_length=10, choices=Outcome.choices, default=Outcome.AABEN)
    followed = models.TextField("Fulgt op", blank=True)

    def __str__(self) -> str:
        return self.text


class PracticeCase(PlanRow):
    """A true-to-life case from a unit, told so that nobody can be known by it (A28)."""

    class Shows(models.TextChoices):
        """What it shows."""

        LYKKES = "lykkes", "Her lykkes det"
        BEDRE = "bedre", "Her kan vi blive bedre"

    class State(models.TextChoices):
        """On the way to use."""

        KLADDE = "kladde", "Kladde"
        TJEKKET = "tjekket", "Tjekket for genkendelighed"
        GODKENDT = "godkendt", "Godkendt til brug"

    strategy = models.ForeignKey(Strategy, on_delete=models.PROTECT, related_name="practice_cases")
    unit = models.ForeignKey(PlanUnit, on_delete=models.PROTECT, related_name="practice_cases", verbose_name="Enhed")
    area = models.ForeignKey(
        FocusArea, on_delete=models.PROTECT, related_name="practice_cases", verbose_name="Fokusområde"
    )
    shows = models.CharField("Viser", max_length=8, choices=Shows.choices)
    title = models.CharField("Overskrift", max_length=200)
    text = models.TextField("Fortællingen")
    told_on = models.DateField("Dag")
    state = models.CharField("Tilstand", max_length=10, choices=State.choices, default=State.KLADDE)
    # What the check found, and what the person who checked said to each.
    found = models.JSONField("Fund ved tjekket", default=list, blank=True)
    checked_by = models.CharField("Tjekket af", max_length=200, blank=True)
    approved_by = models.CharField("Godkendt af", max_length=200, blank=True)
    approved_on = models.DateField("Godkendt", null=True, blank=True)
    source = models.CharField("Kilde", max_length=300, blank=True)

    def __str__(self) -> str:
        return self.title

"""People and posts, the doors to the cases, who was let in, and who has been through.

``Case`` here is only the door: its number, whose it is, and whether it is protected. What stands in the case
belongs to the app ``cases``. Each field is classified in ``PRIVACY`` (house rule 5), and each model is declared
changeable or append-only (house rule 6).
"""

from __future__ import annotations

import secrets
from datetime import date
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import CheckConstraint, F, Q

from pejl.rules import Role as Duty
from pejl.web.access.roles import ROLES


def new_key() -> str:
    """A key for an address: random, so that it neither tells nor can be guessed."""
    return secrets.token_urlsafe(12)


class Unit(models.Model):
    """A team, a department or the centre."""

    class Level(models.TextChoices):
        """How far up."""

        TEAM = "team", "Team"
        AFDELING = "afdeling", "Afdeling"
        CENTER = "center", "Center"

    name = models.CharField("Navn", max_length=120)
    level = models.CharField("Niveau", max_length=10, choices=Level.choices)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="below")

    def __str__(self) -> str:
        return self.name


class UserManager(BaseUserManager["User"]):
    """Makes users."""

    def create(self, **fields: Any) -> User:
        """A user with a hashed password, or none where the identity provider signs people in."""
        password = fields.pop("password", None)
        user = User(**fields)
        user.set_password(password)
        user.save()
        return user

    def get_by_natural_key(self, username: str | None) -> User:
        """The user with this name, whatever the case of its letters."""
        return self.get(username__iexact=username or "")


class User(AbstractBaseUser):
    """A person who works here. What they may do follows from their posts."""

    username = models.CharField("Brugernavn", max_length=100, unique=True)
    name = models.CharField("Navn", max_length=200)
    # As the lists and the events name them (done_by); a person who never has a case has none.
    initials = models.CharField("Initialer", max_length=20, blank=True, db_index=True)
    is_active = models.BooleanField("Aktiv", default=True)

    objects: ClassVar[UserManager] = UserManager()
    USERNAME_FIELD = "username"

    def __str__(self) -> str:
        return self.name


class Post(models.Model):
    """A role in a unit, from one day to another."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="posts")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="posts")
    role = models.CharField("Rolle", max_length=30, choices=[(role.key, role.label) for role in ROLES])
    first = models.DateField("Fra")
    last = models.DateField("Til og med", null=True, blank=True)
    # Full-time equivalent, so that load can be told fairly (requirement I10).
    share = models.DecimalField("Andel af fuld tid", max_digits=3, decimal_places=2, default=1)

    class Meta:
        """Ends no earlier than it begins."""

        constraints = (
            CheckConstraint(condition=Q(last__isnull=True) | Q(last__gte=F("first")), name="post_ends_after_start"),
        )


class Cover(models.Model):
    """A stand-in for an absent adviser: sees and does what the adviser would, from one day to another."""

    initials = models.CharField("Fraværende rådgiver (initialer)", max_length=20, db_index=True)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="covers")
    first = models.DateField("Fra")
    last = models.DateField("Til og med")
    given_by = models.CharField("Besluttet af", max_length=200)


class Omraade(models.TextChoices):
    """The two kinds of case: figures over them are never added up, for what they ask of those who work is not alike."""

    SOCIAL = "social", "Sociale sager"
    HANDICAP = "handicap", "Handicapsager"


class Case(models.Model):
    """The door to a case. One case is one child."""

    key = models.CharField(max_length=32, unique=True, default=new_key, editable=False)
    # The case system's number, or our own; the ledger's case_id.
    number = models.CharField("Sagsnummer", max_length=100, unique=True)
    team = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="cases")
    # Derived from the events, kept here so that scope is one sub-query.
    adviser = models.CharField("Rådgiver (initialer)", max_length=20, blank=True, db_index=True)
    closed = models.BooleanField("Afsluttet", default=False)
    # Whether it is, among others, the case of a child with a disability (barnets lov §§ 80-90).
    omraade = models.CharField("Område", max_length=10, choices=Omraade.choices, default=Omraade.SOCIAL)
    protected = models.BooleanField("Beskyttet sag", default=False, db_index=True)
    # Counts registrations: whoever saw an older number is told that something has happened since.
    version = models.PositiveIntegerField(default=0)
    # What the deadlines were worked out with, and when they must be worked out again.
    rulebook = models.CharField(max_length=64, blank=True, default="", db_index=True)
    again_on = models.DateField("Regnes ud igen", null=True, blank=True, db_index=True)

    named_today: list[Naming]  # filled when the gate opens the case

    class Meta:
        """Most are closed; a day's work is found among the few that are not."""

        indexes = (models.Index(fields=("closed", "team"), condition=models.Q(closed=False), name="case_open"),)

    def __str__(self) -> str:
        return self.number


class OpenDuty(models.Model):
    """Some duty of this role is outstanding in the case; derived, so that scope is one sub-query."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="open_duties")
    role = models.CharField(max_length=30, choices=[(each.value, each.value) for each in Duty])

    class Meta:
        """Once for each role."""

        constraints = (models.UniqueConstraint(fields=("case", "role"), name="open_duty_once"),)
        indexes = (models.Index(fields=("role", "case")),)


class Naming(models.Model):
    """A person named in a case: second adviser, stand-in, supervisor, committee, or one of few in a protected case."""

    class As(models.TextChoices):
        """What the person is in the case."""

        MEDRAADGIVER = "medraadgiver", "Medrådgiver"
        VIKAR = "vikar", "Vikar"
        TILSYNSKONSULENT = "tilsynskonsulent", "Tilsynskonsulent"
        VISITATION = "visitation", "Visitationsudvalg"
        BESKYTTET = "beskyttet", "Navngivet i beskyttet sag"

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="namings")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="namings")
    named_as = models.CharField("Som", max_length=20, choices=As.choices)
    first = models.DateField("Fra")
    last = models.DateField("Til og med", null=True, blank=True)
    reason = models.CharField("Begrundelse", max_length=500, blank=True)
    given_by = models.CharField("Besluttet af", max_length=200)

    class Meta:
        """Looked for by person."""

        indexes = (models.Index(fields=("user", "case")),)


class Protection(models.Model):
    """A case was protected, from one moment to another, and why; who may see it stands in ``Naming``."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="protections")
    reason = models.CharField("Begrundelse", max_length=500)
    given_by = models.CharField("Besluttet af", max_length=200)
    given_at = models.DateTimeField("Beskyttet")
    ended_why = models.CharField("Begrundelse for at ophæve", max_length=500, blank=True)
    ended_by = models.CharField("Ophævet af", max_length=200, blank=True)
    ended_at = models.DateTimeField("Ophævet", null=True, blank=True)


class TemporaryAccess(models.Model):
    """Somebody opened a case outside their scope, for a reason and a time; its owner must review it."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="temporary")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="temporary")
    reason = models.CharField("Begrundelse", max_length=500)
    given_at = models.DateTimeField("Åbnet")
    until = models.DateTimeField("Gælder til")
    reviewed_by = models.CharField("Gennemset af", max_length=200, blank=True)
    reviewed_at = models.DateTimeField("Gennemset", null=True, blank=True)
    verdict = models.CharField(
        "Resultat", max_length=20, blank=True, choices=[("i_orden", "I orden"), ("foelges_op", "Følges op")]
    )

    class Meta:
        """Who reviewed and when belong together."""

        constraints = (
            CheckConstraint(
                condition=Q(reviewed_at__isnull=True, reviewed_by="", verdict="")
                | (Q(reviewed_at__isnull=False) & ~Q(reviewed_by="") & ~Q(verdict="")),
                name="reviewed_by_and_at",
            ),
        )


class LogEntry(models.Model):
    """Who looked at what, and why. For security only. No foreign keys, so that it survives what it tells of."""

    class Act(models.TextChoices):
        """What was done."""

        READ = "laest", "Åbnede sagen"
        REFUSED = "afvist", "Blev afvist"
        LIST = "liste", "Så en liste"
        SEARCH = "soegning", "Søgte"
        EXPORT = "eksport", "Tog data ud"
        CPR = "cpr", "Så CPR-nummeret"
        BREAK_GLASS = "noedadgang", "Åbnede med begrundelse"
        LOG = "log", "Læste loggen"

    at = models.DateTimeField("Tidspunkt", db_index=True)
    username = models.CharField("Bruger", max_length=100, db_index=True)
    name = models.CharField("Navn", max_length=200)
    act = models.CharField("Handling", max_length=20, choices=Act.choices)
    case_key = models.CharField(max_length=32, blank=True, db_index=True)
    why = models.CharField("Adgang som", max_length=600, blank=True)
    # Of a list: the page, the filter and how many rows. Never a name or a number of a child.
    detail = models.JSONField(default=dict)


class LogReview(models.Model):
    """One look-up drawn for a leader to confirm."""

    entry = models.OneToOneField(LogEntry, on_delete=models.PROTECT, related_name="review")
    month = models.DateField("Måned")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT)
    verdict = models.CharField(
        "Resultat",
        max_length=20,
        blank=True,
        choices=[("i_orden", "Tjenstligt behov bekræftet"), ("foelges_op", "Følges op")],
    )
    note = models.CharField("Bemærkning", max_length=500, blank=True)
    reviewed_by = models.CharField("Gennemset af", max_length=200, blank=True)
    reviewed_at = models.DateTimeField("Gennemset", null=True, blank=True)


class ChangeEntry(models.Model):
    """Who changed what. Written in the same transaction as the change; no foreign keys."""

    at = models.DateTimeField("Tidspunkt", db_index=True)
    username = models.CharField("Bruger", max_length=100, db_index=True)
    name = models.CharField("Navn", max_length=200)
    action = models.CharField("Handling", max_length=60)
    case_key = models.CharField(max_length=32, blank=True, db_index=True)
    what = models.JSONField(default=dict)  # ids and codes only


class StaffDecision(models.Model):
    """When staff were told of lists by adviser and the MED committee had treated them; none: no such lists."""

    informed_on = models.DateField("Medarbejderne informeret")
    med_on = models.DateField("Behandlet i MED")
    decided_by = models.CharField("Registreret af", max_length=200)
    decided_at = models.DateTimeField("Registreret")


def running(on: date) -> Q:
    """From–to rows that hold on a day."""
    return Q(first__lte=on) & (Q(last__isnull=True) | Q(last__gte=on))

"""Which rows does reception keep: what reached us, about whom, who is on duty, and what is handed over?

A letter is what reached us, as it came. It is about one child or several, and each child has a case from the first
second (docs/adr/0010), so that the 24 hours run there. Who may read the letter follows from the door to the case.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint

from pejl.events import UNDERRETTER
from pejl.web.access.models import Case, User, new_key


class Letter(models.Model):
    """One contact: a call, a mail, a letter, a form. Only added to; what was wrong is told in the case."""

    class Channel(models.TextChoices):
        """How it reached us."""

        TELEFON = "telefon", "Telefon"
        DIGITAL = "digital", "Digital Post eller sikker mail"
        MAIL = "mail", "Almindelig mail"
        BREV = "brev", "Brev"
        PERSONLIGT = "personligt", "Personligt fremmøde"
        FORMULAR = "formular", "Formularen på nettet"
        INTERNT = "internt", "Fra en kollega i kommunen"

    key = models.CharField(max_length=32, unique=True, default=new_key, editable=False)
    # The events it brought carry this as their ``shared_id``.
    shared_id = models.CharField(max_length=60, unique=True)
    received_at = models.DateTimeField("Modtaget", db_index=True)
    hour_known = models.BooleanField("Klokkeslættet kendes", default=True)
    recorded_at = models.DateTimeField("Skrevet ind", db_index=True)
    recorded_by = models.CharField("Skrevet ind af", max_length=200)
    channel = models.CharField("Kanal", max_length=20, choices=Channel.choices)
    sender_type = models.CharField("Afsender", max_length=30, blank=True)  # a choice of ``events.UNDERRETTER``
    anonymous = models.BooleanField("Anonym", default=False)
    sender_name = models.CharField("Afsenderens navn", max_length=200, blank=True)
    sender_contact = models.CharField("Telefon, mail eller adresse", max_length=300, blank=True)
    sender_role = models.CharField("Stilling eller relation til barnet", max_length=200, blank=True)
    text = models.TextField("Det, der blev sagt eller skrevet", blank=True)
    # Answers to the questions of the form, in the agreed layout; empty for what was typed in.
    answers = models.JSONField(default=dict)

    @property
    def sender(self) -> str:
        """Who it came from, in words; empty where nobody knows."""
        return UNDERRETTER.choices.get("anonym" if self.anonymous else self.sender_type, "")


class LetterChild(models.Model):
    """A child the letter is about, as it was told, and the case where it stands."""

    letter = models.ForeignKey(Letter, on_delete=models.PROTECT, related_name="children")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="letter_children")
    event_id = models.CharField(max_length=60, unique=True)
    # As it was told: »dreng ca. 8, Skolegade«. Who the child is, is settled in the case.
    told = models.CharField("Det, der vides om barnet", max_length=300)
    # Taken together with another by a person: the same worry, told twice (same child, same hours).
    joined_to = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="joined")
    joined_by = models.CharField("Lagt sammen af", max_length=200, blank=True)
    joined_at = models.DateTimeField("Lagt sammen", null=True, blank=True)

    class Meta:
        """Looked for by case."""

        indexes = (models.Index(fields=("case", "letter")),)


class Watch(models.Model):
    """Who has the duty, from one moment to another; a back-up is asked when a protected child is concerned."""

    class Duty(models.TextChoices):
        """Which duty."""

        DAG = "dag", "Dagvagt"
        DOEGN = "doegn", "Døgnvagt"
        BAGVAGT = "bagvagt", "Bagvagt for beskyttede sager"

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="watches")
    duty = models.CharField("Vagt", max_length=20, choices=Duty.choices)
    first_at = models.DateTimeField("Fra")
    last_at = models.DateTimeField("Til")
    phone = models.CharField("Vagttelefon", max_length=40, blank=True)
    given_by = models.CharField("Skrevet af", max_length=200)

    class Meta:
        """Ends after it begins."""

        constraints: ClassVar = (CheckConstraint(condition=Q(last_at__gt=F("first_at")), name="watch_ends_after"),)
        indexes: ClassVar = (models.Index(fields=("last_at", "first_at")),)


class HandOver(models.Model):
    """What one duty tells the next about a case; unread until somebody of the next has opened it."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="hand_overs")
    token = models.CharField(max_length=64)
    note = models.TextField("Det skal den næste vide")
    written_at = models.DateTimeField("Skrevet", db_index=True)
    written_by = models.CharField("Skrevet af", max_length=200)
    read_at = models.DateTimeField("Læst", null=True, blank=True)
    read_by = models.CharField("Læst af", max_length=200, blank=True)

    class Meta:
        """Who read it and when belong together; one form, one note."""

        constraints: ClassVar = (
            CheckConstraint(
                condition=Q(read_at__isnull=True, read_by="") | (Q(read_at__isnull=False) & ~Q(read_by="")),
                name="hand_over_read_by_and_at",
            ),
            UniqueConstraint(fields=("token",), name="hand_over_once"),
        )

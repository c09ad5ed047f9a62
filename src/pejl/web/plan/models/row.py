"""What do all rows of the plan have in common: a key for addresses, and a way out that keeps them readable?"""

from __future__ import annotations

from django.db import models

from pejl.web.access.models import new_key


class PlanRow(models.Model):
    """A row leaders write and change. Each change of each field stands in ``PlanChange``; nothing is erased."""

    # Made when the empty form is shown, so that a double click writes one row.
    key = models.CharField(max_length=32, unique=True, default=new_key, editable=False)
    # Taken out, with the reason in ``PlanChange``; still there for those who read how it was.
    removed_at = models.DateTimeField("Taget ud", null=True, blank=True, editable=False)

    class Meta:
        """Only for others to build on."""

        abstract = True


class PlanChange(models.Model):
    """One field of one row was given a value, by whom, when and why. Only added to: what a status is made from."""

    class Act(models.TextChoices):
        """What was done."""

        ADDED = "tilfoejet", "Tilføjet"
        CHANGED = "aendret", "Ændret"
        REMOVED = "taget_ud", "Taget ud"

    at = models.DateTimeField("Tidspunkt", db_index=True)
    # The day it holds from, which may lie before it was written down.
    day = models.DateField("Dag", db_index=True)
    by_name = models.CharField("Af", max_length=200)
    by_username = models.CharField("Bruger", max_length=100)
    act = models.CharField("Handling", max_length=12, choices=Act.choices)
    # No foreign keys, so that it survives what it tells of. ``strategy`` is the key of the strategy it belongs to.
    strategy = models.CharField(max_length=32, blank=True, db_index=True)
    sheet = models.CharField("Slags", max_length=40)
    row = models.CharField(max_length=32, db_index=True)
    title = models.CharField("Hvad", max_length=300)
    field = models.CharField(max_length=60, blank=True)
    label = models.CharField("Felt", max_length=120, blank=True)
    before = models.TextField("Før", blank=True)
    after = models.TextField("Efter", blank=True)
    reason = models.CharField("Begrundelse", max_length=500, blank=True)

    class Meta:
        """Asked of by strategy and day, newest first; with the kind of row, so that they are counted from the index."""

        indexes = (models.Index(fields=("strategy", "day", "sheet"), name="plan_change_since"),)

    def __str__(self) -> str:
        return self.title

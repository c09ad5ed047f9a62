"""Which rows does a worklist keep? The list, the cases on it, and who set what when.

Whether an entry is done is not kept: it is read from what happens in the case, so that nobody ticks it by hand and
what is told late changes it.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Index, Q, UniqueConstraint

from pejl.web.access.models import Case, Omraade, Unit, new_key


class Worklist(models.Model):
    """Cases that a leader wants worked through by a day."""

    key = models.CharField(max_length=32, unique=True, default=new_key, editable=False)
    # One of cases.worklists.KINDS; checked there, so that a new one needs no migration.
    kind = models.CharField("Slags", max_length=40)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="worklists")
    omraade = models.CharField("Område", max_length=10, choices=Omraade.choices, default=Omraade.SOCIAL)
    # Where the kind asks for how long a case must have been open.
    months = models.PositiveSmallIntegerField("Måneder", null=True, blank=True)
    title = models.CharField("Navn", max_length=120)
    started_on = models.DateField("Begyndt")
    target_on = models.DateField("Måldag")
    began_by = models.CharField("Begyndt af", max_length=200)
    began_at = models.DateTimeField("Registreret")
    ended_on = models.DateField("Sluttet", null=True, blank=True)
    ended_by = models.CharField("Sluttet af", max_length=200, blank=True)

    class Meta:
        """Two running lists of the same would count the same work twice."""

        constraints = (
            UniqueConstraint(
                fields=("kind", "unit", "omraade"), condition=Q(ended_on__isnull=True), name="worklist_running_once"
            ),
        )

    def __str__(self) -> str:
        return self.title


class Entry(models.Model):
    """One case, or one course in it, on a list; order, owner and day are as they were set last."""

    key = models.CharField(max_length=32, unique=True, default=new_key, editable=False)
    worklist = models.ForeignKey(Worklist, on_delete=models.PROTECT, related_name="entries")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="worklist_entries")
    thread_id = models.CharField(max_length=120, blank=True)
    taken_on = models.DateField("På listen fra")
    taken_by = models.CharField("Sat på af", max_length=200)
    place = models.PositiveSmallIntegerField("Plads", null=True, blank=True)
    # Initials; empty: the adviser of the case, whoever that is.
    owner = models.CharField("Ejer", max_length=20, blank=True)
    target_on = models.DateField("Måldag", null=True, blank=True)

    class Meta:
        """Once on a list; looked for by owner on a person's day."""

        constraints = (UniqueConstraint(fields=("worklist", "case", "thread_id"), name="worklist_entry_once"),)
        indexes = (Index(fields=("owner", "worklist"), name="worklist_entry_owner"),)


class Setting(models.Model):
    """What somebody set for one entry, or for the list as a whole (no entry). Only added to: that is the history."""

    worklist = models.ForeignKey(Worklist, on_delete=models.PROTECT, related_name="settings")
    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, null=True, blank=True, related_name="settings")
    place = models.PositiveSmallIntegerField("Plads", null=True, blank=True)
    owner = models.CharField("Ejer", max_length=20, blank=True)
    target_on = models.DateField("Måldag", null=True, blank=True)
    set_by = models.CharField("Sat af", max_length=200)
    set_at = models.DateTimeField("Sat")

"""Which figures are kept: those counted from the cases, and those a person has entered?

``Measured`` is worked out from the events and may be thrown away and made again at any time; ``HandFigure`` is what
somebody wrote, with a source and a name, and is only added to. The two stand in tables of their own and are never
one number.
"""

from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, F, Index, Q

from pejl.web.access.models import Omraade, Unit, new_key


class Measuring(models.Model):
    """One time the figures were counted: as of when, as known when, and by which rulebook."""

    as_of = models.DateTimeField("Opgjort")
    known_at = models.DateTimeField("Med det, vi vidste")
    measured_at = models.DateTimeField("Regnet", db_index=True)
    rulebook = models.CharField(max_length=64)
    # Nobody: the nightly upkeep.
    by = models.CharField("Af", max_length=200, blank=True)


class Measured(models.Model):
    """One figure: an indicator in a unit, a kind of case and a period, as a whole or in one group."""

    run = models.ForeignKey(Measuring, on_delete=models.CASCADE, related_name="figures")
    indicator = models.CharField(max_length=80)
    version = models.PositiveSmallIntegerField()
    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="+")
    # Empty: both kinds of case, where the figure is about those who work and not about what is asked of them.
    omraade = models.CharField(max_length=10, choices=Omraade.choices, blank=True)
    per = models.CharField(max_length=10)  # ``indicators.Per``
    first = models.DateField()
    last = models.DateField()
    group = models.CharField(max_length=60, blank=True)
    # None: no source tells of it, which is not zero.
    counted = models.PositiveIntegerField(null=True)
    out_of = models.PositiveIntegerField(null=True)
    unknown = models.PositiveIntegerField(default=0)
    value = models.FloatField(null=True)

    class Meta:
        """Read by unit and indicator, the newest periods."""

        indexes = (
            Index(fields=("unit", "omraade", "per", "first"), name="measured_of_unit"),
            Index(fields=("indicator", "unit", "omraade", "per", "first"), name="measured_series"),
        )


class HandFigure(models.Model):
    """A figure no file delivers, entered by a person with its source. The latest of the same period is the one."""

    # Made when the empty form is shown, so that a double click writes one row.
    key = models.CharField(max_length=32, unique=True, default=new_key, editable=False)
    # One of Pejl's, or else a name and a definition of one's own.
    indicator = models.CharField("Nøgletal", max_length=80, blank=True)
    name = models.CharField("Eget navn", max_length=200, blank=True)
    definition = models.TextField("Sådan er det talt", blank=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", verbose_name="Enhed")
    first = models.DateField("Fra")
    last = models.DateField("Til og med")
    counted = models.PositiveIntegerField("Antal", null=True, blank=True)
    out_of = models.PositiveIntegerField("Ud af", null=True, blank=True)
    value = models.FloatField("Tal med komma", null=True, blank=True)
    source = models.CharField("Kilde", max_length=300)
    entered_by = models.CharField("Indtastet af", max_length=200)
    entered_at = models.DateTimeField("Indtastet", db_index=True)

    class Meta:
        """Ends no earlier than it begins, says something, and is a part of what it is out of."""

        constraints = (
            CheckConstraint(condition=Q(last__gte=F("first")), name="hand_figure_period"),
            CheckConstraint(
                condition=Q(counted__isnull=False) | Q(value__isnull=False), name="hand_figure_says_something"
            ),
            CheckConstraint(
                condition=Q(out_of__isnull=True) | Q(counted__lte=F("out_of")), name="hand_figure_part_of_whole"
            ),
            CheckConstraint(condition=~Q(indicator="") | ~Q(name=""), name="hand_figure_named"),
        )
        indexes = (Index(fields=("indicator", "unit", "first"), name="hand_figure_of"),)

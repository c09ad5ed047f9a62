"""What is written about figures: those counted each night, and those somebody enters by hand?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, Final

from django.db import transaction

from pejl.dates import local_day
from pejl.indicators import INDICATORS, Per
from pejl.web.access.actions import Doing
from pejl.web.access.log import changed
from pejl.web.access.models import Case, Unit
from pejl.web.cases import bridge
from pejl.web.cases.bulk import insert
from pejl.web.cases.models import FormToken
from pejl.web.insight.counting import Moment, Pass
from pejl.web.insight.models import HandFigure, Measured, Measuring
from pejl.web.insight.periods import kept
from pejl.web.insight.units import Units

_LONGEST_TOKEN: Final = 64


def measure(*, now: datetime, by: str = "") -> Measuring:
    """Count every figure of every unit anew; never a protected case. Older periods than those kept stay."""
    pers, periods = zip(*kept(today=local_day(now)), strict=True)
    units = Units()
    counting = Pass(INDICATORS, periods=periods, moment=Moment(as_of=now), units=units)
    counting.read(Case.objects.filter(protected=False))
    with transaction.atomic():
        # One at a time: the night and a leader's button must not both write the same figure.
        list(Unit.objects.select_for_update(no_key=True).order_by("pk").values_list("pk"))
        fingerprint = bridge.rulebook().fingerprint
        run = Measuring.objects.create(as_of=now, known_at=now, measured_at=now, rulebook=fingerprint, by=by)
        for per, own in zip(pers, periods, strict=True):
            Measured.objects.filter(per=per.value, first__gte=own[0].first).delete()
        insert(Measured, list(_rows(counting, units, pers, run)))
        Measuring.objects.filter(figures__isnull=True).exclude(pk=run.pk).delete()
    return run


def _rows(counting: Pass, units: Units, pers: tuple[Per, ...], run: Measuring) -> Iterator[Measured]:
    for place, found in counting.found(units.by_pk.values()):
        for point in found.series.points:
            if point.group and point.counted is None:
                continue  # the whole says already that nobody could count it
            yield Measured(
                run=run,
                indicator=found.series.indicator,
                version=found.series.version,
                unit=found.unit,
                omraade=found.omraade,
                per=pers[place].value,
                first=point.first,
                last=point.last,
                group=point.group,
                counted=point.counted,
                out_of=point.out_of,
                unknown=point.unknown,
                value=point.value,
            )


def measure_again(*, doing: Doing, token: str) -> bool:
    """The same, asked for by a person; False where this very form has asked before."""
    if not _spent(token, at=doing.at):
        return False
    measure(now=doing.at, by=doing.by.name)
    changed("noegletal_regnet", by=doing.by, at=doing.at)
    return True


def _spent(token: str, *, at: datetime) -> bool:
    if not 0 < len(token) <= _LONGEST_TOKEN:
        return False
    return FormToken.objects.get_or_create(token=token, defaults={"used_at": at, "event_id": ""})[1]


def enter(values: dict[str, Any], *, doing: Doing) -> HandFigure:
    """Write a figure by hand; the same form sent twice writes one. A correction is a new one of the same period."""
    with transaction.atomic():
        given = {**values, "entered_by": doing.by.name, "entered_at": doing.at}
        figure, fresh = HandFigure.objects.get_or_create(key=values["key"], defaults=given)
        if fresh:
            what = figure.indicator or figure.name
            changed("noegletal_indtastet", by=doing.by, at=doing.at, tal=what, periode=_period_told(figure.first))
        return figure


def _period_told(first: date) -> str:
    return f"{first:%Y-%m-%d}"

"""Which talks count, after what was put right?"""

from __future__ import annotations

from datetime import date

from django.db.models import Min, QuerySet

from pejl.web.counselling.models import Talk


def standing() -> QuerySet[Talk]:
    """Every talk that counts: not replaced by another row, and not taken back."""
    replaced = Talk.objects.exclude(replaces="").values("replaces")
    return Talk.objects.filter(taken_back=False).exclude(key__in=replaced)


def first_talk() -> date | None:
    """The day of the first that counts; None: none has been counted."""
    first: date | None = standing().aggregate(first=Min("day"))["first"]
    return first


def standing_in(year: int) -> list[Talk]:
    """Those of one calendar year, the oldest first: one question."""
    return list(standing().filter(day__range=(date(year, 1, 1), date(year, 12, 31))).order_by("day", "key"))

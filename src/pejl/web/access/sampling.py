"""Which look-ups of a month does a leader confirm? A sample that anybody can draw again and get the same.

Look-ups by people the case was not given to come first: openings with a reason, stand-ins, people of another unit.
Protected cases are in no sample, for the size of it would differ between two leaders and tell; those named in such a
case read its log in full.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db import transaction
from django.db.models import Q

from pejl.dates import local_day, start_of_day
from pejl.web.access.actions import Doing, Refused
from pejl.web.access.gate import STANDS_IN, WITH_A_REASON
from pejl.web.access.log import changed
from pejl.web.access.look_ups import in_month, month_after, of_cases
from pejl.web.access.models import Case, LogEntry, LogReview, Naming, Post, Unit

# A local choice: so many a month, of which at most so many are of the kind that comes first.
SAMPLE: Final = 20
_FIRST: Final = 15
_LOOKED: Final = (LogEntry.Act.READ, LogEntry.Act.CPR, LogEntry.Act.BREAK_GLASS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """All look-ups of a month that can be drawn, those of people without the case apart."""

    unassigned: tuple[LogEntry, ...]
    others: tuple[LogEntry, ...]

    @property
    def all(self) -> tuple[LogEntry, ...]:
        """Both kinds."""
        return (*self.unassigned, *self.others)


def frame(unit: Unit, *, month: date) -> Frame:
    """What can be drawn: the first look-up of each kind by a person in a case on a day."""
    below = _all_below()
    cases = Case.objects.filter(_of_unit(unit, below=below), protected=False)
    looked = in_month(of_cases(cases).filter(act__in=_LOOKED), month=month).order_by("at", "pk")
    entries = _once_a_day(looked)
    teams = dict(cases.filter(key__in={each.case_key for each in entries}).values_list("key", "team_id"))
    near = _near(entries, month=month, below=below)
    strange = {each.pk for each in entries if _unassigned(each) or not _is_near(each, teams=teams, near=near)}
    return Frame(
        unassigned=tuple(each for each in entries if each.pk in strange),
        others=tuple(each for each in entries if each.pk not in strange),
    )


def _of_unit(unit: Unit, *, below: dict[int, frozenset[int]]) -> Q:
    """The cases of the unit; those without a team yet belong to every unit above the teams."""
    no_team = Q(team_id__isnull=True) if unit.level != Unit.Level.TEAM else Q(pk__in=())
    return Q(team_id__in=below[unit.pk]) | no_team


def _is_near(entry: LogEntry, *, teams: Mapping[str, int | None], near: Mapping[str, frozenset[int]]) -> bool:
    """Whether the case was of a unit the person worked in, or of no team yet."""
    team = teams[entry.case_key]
    return team is None or team in near[entry.username]


def _once_a_day(entries: Iterable[LogEntry]) -> list[LogEntry]:
    first: dict[tuple[str, str, str, date], LogEntry] = {}
    for each in entries:
        first.setdefault((each.username, each.case_key, each.act, local_day(each.at)), each)
    return list(first.values())


def _unassigned(entry: LogEntry) -> bool:
    stands_in = entry.why in (STANDS_IN, Naming.As.VIKAR.label)
    return entry.act == LogEntry.Act.BREAK_GLASS or entry.why.startswith(WITH_A_REASON) or stands_in


def _near(entries: list[LogEntry], *, month: date, below: dict[int, frozenset[int]]) -> dict[str, frozenset[int]]:
    """The units each of these people worked in, or above, at some time of the month."""
    found: dict[str, frozenset[int]] = {each.username: frozenset() for each in entries}
    held = Q(first__lt=month_after(month)) & (Q(last__isnull=True) | Q(last__gte=month))
    for username, unit in Post.objects.filter(held).values_list("user__username", "unit_id"):
        if username in found:
            found[username] |= below[unit]
    return found


def _all_below() -> dict[int, frozenset[int]]:
    """Each unit with itself and all below it."""
    parents = dict(Unit.objects.values_list("pk", "parent_id"))
    below = {pk: {pk} for pk in parents}
    for pk, parent in parents.items():
        while parent is not None:
            below[parent].add(pk)
            parent = parents[parent]
    return {pk: frozenset(units) for pk, units in below.items()}


# --- drawing and confirming -----------------------------------------------------------------------------------


def draw_sample(month: date, unit: Unit, *, size: int = SAMPLE, doing: Doing) -> int:
    """Draw the month's look-ups for a leader to confirm; gives how many are new. Drawn again, it is the same."""
    if start_of_day(month_after(month)) > doing.at:
        raise Refused("Måneden er ikke slut endnu. Træk stikprøven, når den er.")
    with transaction.atomic():
        drawn = _drawn(frame(unit, month=month), size=size, seed=f"{month:%Y-%m}/{unit.name}")
        known = set(LogReview.objects.filter(entry__in=drawn).values_list("entry_id", flat=True))
        new = [LogReview(entry=each, month=month, unit=unit) for each in drawn if each.pk not in known]
        LogReview.objects.bulk_create(new)
        changed("stikproeve_trukket", by=doing.by, at=doing.at, month=f"{month:%Y-%m}", unit=unit.pk, drawn=len(new))
        return len(new)


def _drawn(frame: Frame, *, size: int, seed: str) -> list[LogEntry]:
    """Those without the case first, but leaving room for the others; what one kind lacks the other fills."""
    first, others = _shuffled(frame.unassigned, seed=seed), _shuffled(frame.others, seed=seed)
    room = max(min(size, _FIRST), size - len(others))
    chosen = first[:room]
    return chosen + others[: size - len(chosen)]


def _shuffled(entries: Iterable[LogEntry], *, seed: str) -> list[LogEntry]:
    """In an order that the seed decides for each line by itself, so that one more line does not move the others."""
    return sorted(entries, key=lambda each: hashlib.sha256(f"{seed}/{each.pk}".encode()).digest())


def confirm(review: LogReview, *, verdict: str, note: str, doing: Doing) -> None:
    """A leader says whether the look-up was needed for the work; never of their own."""
    if review.entry.username == doing.by.username:
        raise Refused("Det er dit eget opslag. En anden leder skal gennemse det.")
    if verdict == "foelges_op" and not note.strip():
        raise Refused("Skriv kort, hvad der følges op på, og vælg »Følges op« igen.")
    with transaction.atomic():
        held = LogReview.objects.select_for_update().get(pk=review.pk)
        if held.reviewed_at:
            raise Refused(f"Opslaget er allerede gennemset af {held.reviewed_by}. Du behøver ikke gøre mere.")
        held.verdict, held.note, held.reviewed_by, held.reviewed_at = verdict, note.strip(), doing.by.name, doing.at
        held.save(update_fields=["verdict", "note", "reviewed_by", "reviewed_at"])
        changed("opslag_gennemset", by=doing.by, at=doing.at, verdict=verdict, month=f"{held.month:%Y-%m}")

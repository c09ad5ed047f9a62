"""What has happened since a day? Told from the log alone, track by track, so that nobody has to remember it (A30)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from django.db.models import QuerySet

from pejl.web.plan.models import (
    Action,
    Dependency,
    Evaluation,
    PlanChange,
    Report,
    RollOut,
    Strategy,
    Track,
)
from pejl.web.plan.sheets import SHEET_BY_SLUG

# Fields too long to be told before and after in a line: that they were changed is told, what they say is a click away.
_LONG: Final = frozenset({"text", "purpose", "vision", "reasoning", "findings", "far", "remains", "comments", "words"})
# Fields that say who: staff by name, as a user or in words.
_PEOPLE: Final = frozenset(
    {"owner", "owner_words", "hold_by", "participants", "by", "sent_by", "checked_by", "approved_by"}
)
# Where it was read is nothing that happened.
_SILENT: Final = frozenset({"source", "when_words", "period_words"})
_FEW_KEYS: Final = 500
_OF_ACTION: Final = (Report, Dependency, Evaluation, RollOut)
WITHOUT_TRACK: Final = "På tværs af sporene"


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One row on one day: what was done with it, in sentences, why, and by whom."""

    day: date
    sheet: str
    row: str
    title: str
    heading: str  # »Handling (ny)« or »Handling«
    lines: tuple[str, ...]
    nameless: tuple[str, ...]  # the same for a paper that may leave the house: who is said to be another, not who
    reason: str
    by: str


@dataclass(slots=True)
class TrackStatus:
    """What happened in one track, the newest first, and what its owners last told."""

    name: str
    track: Track | None
    happenings: list[Happening] = field(default_factory=list)
    reports: list[Report] = field(default_factory=list)


def since(strategy: Strategy, *, first: date, last: date) -> list[TrackStatus]:
    """The tracks in their order, each with what happened from the day after ``first`` to ``last``."""
    changes = changes_between(strategy, first=first, last=last)
    return by_track(strategy, changes=list(changes), reports=list(reports_between(strategy, first=first, last=last)))


def by_track(strategy: Strategy, *, changes: Sequence[PlanChange], reports: Iterable[Report]) -> list[TrackStatus]:
    """These changes and reports, each in its track. A fixed number of questions, however many there are."""
    tracks = list(strategy.tracks.filter(removed_at__isnull=True).order_by("number", "pk"))
    found = [*(TrackStatus(track.name, track) for track in tracks), TrackStatus(WITHOUT_TRACK, None)]
    of_track = {status.track.pk if status.track else None: status for status in found}
    where = _tracks_of_rows(strategy, {each.row for each in changes})
    for happening in happenings(changes):
        of_track.get(where.get(happening.row), of_track[None]).happenings.append(happening)
    for report in reports:
        track = report.track_id or (report.action.track_id if report.action else None)
        of_track.get(track, of_track[None]).reports.append(report)
    return [status for status in found if status.happenings or status.reports or status.track]


def changes_between(strategy: Strategy, *, first: date, last: date) -> QuerySet[PlanChange]:
    """What the log says of the days after ``first`` to ``last``, the newest first."""
    asked = {"strategy": strategy.key, "day__gt": first, "day__lte": last}
    closed = [slug for slug, sheet in SHEET_BY_SLUG.items() if sheet.closed]
    left_out = [_slug_of_reports(), *closed]
    return PlanChange.objects.filter(**asked).exclude(sheet__in=left_out).order_by("-day", "-at", "pk")


def happenings(changes: Iterable[PlanChange]) -> list[Happening]:
    """What they tell; one for each row and day."""
    by_row: dict[tuple[date, str, str], list[PlanChange]] = {}
    for change in changes:
        by_row.setdefault((change.day, change.row, change.by_name), []).append(change)
    return [found for rows in by_row.values() if (found := _told(rows))]


def _slug_of_reports() -> str:
    return next(slug for slug, sheet in SHEET_BY_SLUG.items() if sheet.model is Report)


def _told(changes: Sequence[PlanChange]) -> Happening | None:
    one = changes[0]
    sheet = SHEET_BY_SLUG.get(one.sheet)
    added = any(each.act == PlanChange.Act.ADDED for each in changes)
    removed = any(each.act == PlanChange.Act.REMOVED for each in changes)
    lines = tuple(_lines(changes))
    if not (added or removed or lines):
        return None
    name = sheet.one if sheet else one.sheet
    heading = f"{name} (ny)" if added else f"{name} (taget ud)" if removed else name
    return Happening(
        day=one.day,
        sheet=one.sheet,
        row=one.row,
        title=one.title,
        heading=heading,
        lines=lines,
        nameless=tuple(_lines(changes, named=False)),
        reason=next((each.reason for each in changes if each.reason), ""),
        by=one.by_name,
    )


def _lines(changes: Iterable[PlanChange], *, named: bool = True) -> Iterable[str]:
    for change in changes:
        if change.act != PlanChange.Act.CHANGED or change.field in _SILENT:
            continue
        if change.after and change.after == change.reason:
            continue  # told as the reason
        if not named and change.field in _PEOPLE:
            yield f"{change.label} er en anden" if change.before and change.after else f"{change.label} er ændret"
        elif change.field in _LONG:
            yield f"{change.label} er skrevet om" if change.before else f"{change.label} er skrevet"
        elif not change.before:
            yield f"{change.label}: {change.after}"
        elif not change.after:
            yield f"{change.label} er ikke længere {change.before}"
        else:
            yield f"{change.label}: fra {change.before} til {change.after}"


def _tracks_of_rows(strategy: Strategy, keys: set[str]) -> dict[str, int | None]:
    """{key of an action, or of what belongs to one, or of a track: the track}. A fixed number of questions."""
    # So many keys in a question, and asking for them one by one costs more than reading every row.
    asked = {"key__in": {*keys, ""}} if len(keys) <= _FEW_KEYS else {}
    actions = Action.objects.filter(strategy=strategy, **asked)
    found: dict[str, int | None] = dict(actions.values_list("key", "track_id"))
    found |= dict(Track.objects.filter(strategy=strategy).values_list("key", "pk"))
    for model in _OF_ACTION:
        rows = model._default_manager.filter(action__strategy=strategy, **asked)
        found |= dict(rows.values_list("key", "action__track_id"))
    return found


def reports_between(strategy: Strategy, *, first: date, last: date) -> QuerySet[Report]:
    """What the owners told on the days after ``first`` to ``last``, the newest first."""
    rows = Report.objects.filter(removed_at__isnull=True, on__gt=first, on__lte=last).select_related("action", "track")
    mine = rows.filter(action__strategy=strategy) | rows.filter(track__strategy=strategy)
    return mine.order_by("-on", "-pk")


def half_a_year_before(day: date) -> date:
    """Where a status begins when nobody says otherwise: the committee gets one twice a year."""
    return day - timedelta(days=182)

"""What does a course's own page show besides its account: the way it went, the cases read, and how we found ourselves?

Each part in one question; nothing here judges.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from pejl.web.plan.models import (
    CaseReview,
    Course,
    CourseGoal,
    CourseMeeting,
    Marker,
    OutsideReview,
    ReviewFinding,
    SelfEvaluation,
    Wording,
)

Finding = ReviewFinding


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One marker: what each review found under it, in the order of the reviews."""

    label: str
    cells: tuple[tuple[CaseReview, tuple[Finding, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThenAndNow:
    """One area of the self-evaluation."""

    label: str
    start: SelfEvaluation | None
    end: SelfEvaluation | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """A goal with its sub-goals and the numbers of the recommendations it answers."""

    row: CourseGoal
    answers: str
    below: tuple[Goal, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Differing:
    """Something the papers do not agree on, with each wording."""

    about: str
    wordings: tuple[Wording, ...]


def reviews_of(course: Course) -> tuple[list[CaseReview], list[Compared]]:
    """The reviews in time, and their findings compared by marker; markers nothing was found under are left out."""
    reviews = list(course.reviews.filter(removed_at__isnull=True))
    # What has no day was there before the day of the others was written down.
    reviews.sort(key=lambda each: (each.on is not None, each.on or 0, each.pk))
    found: dict[tuple[str, int], list[Finding]] = defaultdict(list)
    by_key = {each.pk: each for each in reviews}
    for row in ReviewFinding.objects.filter(review__in=list(by_key), removed_at__isnull=True).order_by("pk"):
        row.review = by_key[row.review_id]
        found[row.marker, row.review_id].append(row)
    return reviews, [
        Compared(label=label, cells=tuple((each, tuple(found[value, each.pk])) for each in reviews))
        for value, label in Marker.choices
        if any(found[value, each.pk] for each in reviews)
    ]


def evaluations_of(course: Course) -> list[ThenAndNow]:
    """All five areas, also those nobody has told of; none at all where none are told of."""
    rows = {(each.area, each.moment): each for each in course.self_evaluations.filter(removed_at__isnull=True)}
    moment = SelfEvaluation.Moment
    told = (
        ThenAndNow(label=label, start=rows.get((area, moment.START)), end=rows.get((area, moment.SLUT)))
        for area, label in SelfEvaluation.Area.choices
    )
    return list(told) if rows else []


def goals_of(course: Course) -> list[Goal]:
    """The plan of goals and sub-goals, in the order of their numbers."""
    rows = course.goals.filter(removed_at__isnull=True).prefetch_related("recommendations__theme")
    below: dict[int | None, list[CourseGoal]] = defaultdict(list)
    for row in sorted(rows, key=lambda each: _in_numbers(each.number)):
        below[row.parent_id].append(row)
    return [_goal(row, below) for row in below[None]]


def _goal(row: CourseGoal, below: dict[int | None, list[CourseGoal]]) -> Goal:
    answers = sorted((each.theme.number, each.number) for each in row.recommendations.all() if not each.removed_at)
    told = ", ".join(f"{theme}.{number}" for theme, number in answers)
    return Goal(row=row, answers=told, below=tuple(_goal(each, below) for each in below.get(row.pk, ())))


def _in_numbers(number: str) -> tuple[tuple[int, str], ...]:
    """»10« after »9«, and »2.10« after »2.9«."""
    return tuple((int(part), "") if part.isdigit() else (0, part) for part in number.split("."))


def meetings_of(course: Course) -> list[CourseMeeting]:
    """Meetings, days and courses in time; those without a day last."""
    rows = list(course.meetings.filter(removed_at__isnull=True))
    return sorted(rows, key=lambda each: (each.on is None, each.on or 0, each.pk))


def wordings_of(course: Course) -> list[Differing]:
    """What the papers tell differently, in the order it was written down."""
    found: dict[str, list[Wording]] = defaultdict(list)
    for row in course.wordings.filter(removed_at__isnull=True).order_by("pk"):
        found[row.about].append(row)
    return [Differing(about=about, wordings=tuple(rows)) for about, rows in found.items()]


def outside_reviews() -> list[OutsideReview]:
    """Everybody who has looked at us, in time."""
    rows = list(OutsideReview.objects.filter(removed_at__isnull=True).select_related("course"))
    return sorted(rows, key=lambda each: (each.year, each.on is None, each.on or 0, each.pk))

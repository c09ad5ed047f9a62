"""On which sheets is a course with an outside body written: their words on some, ours on others?"""

from __future__ import annotations

from typing import Final

from pejl.web.plan.models import (
    Account,
    Activity,
    CaseReview,
    Course,
    CourseGoal,
    CourseMeeting,
    OutsideReview,
    OutsideView,
    Recommendation,
    ReviewFinding,
    SelfEvaluation,
    Theme,
)
from pejl.web.plan.sheets.sheet import Sheet

COURSE: Final = Sheet(
    slug="forloeb",
    model=Course,
    one="Forløb",
    new="Nyt forløb",
    main=("name", "body", "first", "last", "strategy"),
    more=(
        *("period_words", "analysed_words", "analysis_sources", "analysis_cases"),
        *("summary", "remaining", "closing", "source"),
    ),
    strategy="strategy",
)
THEME: Final = Sheet(
    slug="tema",
    model=Theme,
    one="Tema",
    new="Nyt tema",
    parent="course",
    strategy="course__strategy",
    main=("number", "name", "marker", "findings"),
    more=("far", "remains", "comments"),
)
RECOMMENDATION: Final = Sheet(
    slug="anbefaling",
    model=Recommendation,
    one="Anbefaling",
    new="Ny anbefaling",
    parent="theme",
    strategy="theme__course__strategy",
    main=("number", "problem", "text", "horizon", "given_on"),
    more=("urgent", "same_as", "due_from", "due", "actions", "source"),
    reasoned=frozenset({"due", "urgent"}),
)
ACCOUNT: Final = Sheet(
    slug="redegoerelse",
    model=Account,
    one="Svar på anbefalingen",
    new="Svar på anbefalingen",
    parent="recommendation",
    strategy="recommendation__theme__course__strategy",
    main=("purpose", "far", "remains", "comments", "refers_to"),
)
ACTIVITY: Final = Sheet(
    slug="aktivitet",
    model=Activity,
    one="Aktivitet",
    new="Ny aktivitet",
    parent="theme",
    strategy="theme__course__strategy",
    main=("number", "text", "state", "recommendation", "note"),
    reasoned=frozenset({"state"}),
)
OUTSIDE_VIEW: Final = Sheet(
    slug="udefra",
    model=OutsideView,
    one="Vurdering udefra",
    new="Skriv en vurdering udefra",
    parent="theme",
    strategy="theme__course__strategy",
    main=("by", "on", "recommendation", "text"),
    more=("source",),
)
COURSE_GOAL: Final = Sheet(
    slug="forloebsmaal",
    model=CourseGoal,
    one="Mål i udviklingsplanen",
    new="Nyt mål i udviklingsplanen",
    parent="course",
    strategy="course__strategy",
    main=("number", "text", "parent", "recommendations", "state"),
    reasoned=frozenset({"state"}),
)
SELF_EVALUATION: Final = Sheet(
    slug="selvevaluering",
    model=SelfEvaluation,
    one="Selvevaluering",
    new="Ny selvevaluering",
    parent="course",
    strategy="course__strategy",
    main=("area", "moment", "grade", "words", "on"),
    more=("source",),
)
COURSE_MEETING: Final = Sheet(
    slug="forloebsmoede",
    model=CourseMeeting,
    one="Møde i forløbet",
    new="Nyt møde i forløbet",
    parent="course",
    strategy="course__strategy",
    main=("kind", "name", "on", "with_review", "note"),
    more=("when_words", "source"),
)
CASE_REVIEW: Final = Sheet(
    slug="sagsgennemgang",
    model=CaseReview,
    one="Sagsgennemgang",
    new="Ny sagsgennemgang",
    parent="course",
    strategy="course__strategy",
    main=("name", "on", "cases"),
    more=("when_words", "source"),
    hint="Skriv aldrig sagsnumre eller navne her.",
)
REVIEW_FINDING: Final = Sheet(
    slug="fund",
    model=ReviewFinding,
    one="Fund",
    new="Nyt fund",
    parent="review",
    strategy="review__course__strategy",
    main=("marker", "text", "followed_by"),
)
OUTSIDE_REVIEW: Final = Sheet(
    slug="eftersyn",
    model=OutsideReview,
    one="Eftersyn udefra",
    new="Nyt eftersyn udefra",
    main=("body", "what", "year", "on", "found"),
    more=("followed_by", "when_words", "course", "source"),
)
COURSE_SHEETS: Final = (
    COURSE,
    THEME,
    RECOMMENDATION,
    ACCOUNT,
    ACTIVITY,
    OUTSIDE_VIEW,
    COURSE_GOAL,
    SELF_EVALUATION,
    COURSE_MEETING,
    CASE_REVIEW,
    REVIEW_FINDING,
    OUTSIDE_REVIEW,
)

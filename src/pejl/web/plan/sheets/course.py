"""On which sheets is a course with an outside body written: their words on some, ours on others?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django.urls import reverse

from pejl.web.plan import horizons
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
    Wording,
)
from pejl.web.plan.sheets.sheet import Sheet


def _course_page(course: Course) -> str:
    return reverse("forloeb-vis", args=(course.key,))


def _way_page(course: Course) -> str:
    return reverse("forloeb-vejen", args=(course.key,))


def _theme_page(theme: Theme) -> str:
    return reverse("forloeb-tema", args=(theme.key,))


def _course_days(values: Mapping[str, Any]) -> Mapping[str, str]:
    first, last = values.get("first"), values.get("last")
    if first and last and last < first:
        return {"last": "Forløbet kan ikke slutte, før det begynder. Ret en af dagene."}
    return {}


def _target_days(values: Mapping[str, Any]) -> Mapping[str, str]:
    due_from, due = values.get("due_from"), values.get("due")
    if due_from and due and due < due_from:
        return {"due": "Det seneste kan ikke ligge før det tidligste. Ret en af dagene."}
    if values.get("same_as") and values["same_as"].key == values.get("key"):
        return {"same_as": "En anbefaling kan ikke være den samme som sig selv. Vælg en anden."}
    return {}


def _answer_holds(values: Mapping[str, Any]) -> Mapping[str, str]:
    there, other = values.get("recommendation"), values.get("refers_to")
    row = there.pk if isinstance(there, Recommendation) else there
    answers = Account.objects.filter(removed_at__isnull=True)
    if answers.filter(recommendation=row).exclude(key=values.get("key", "")).exists():
        return {"": "Der står allerede et svar på anbefalingen. Ret det i stedet."}
    if not other:
        told = any(values.get(name) for name in ("purpose", "far", "remains", "comments"))
        return {} if told else {"far": "Svaret er tomt. Skriv, hvor langt I er, eller henvis til et andet svar."}
    if other.pk == row:
        return {"refers_to": "Et svar kan ikke henvise til sig selv. Vælg en anden anbefaling."}
    if answers.filter(recommendation=other, refers_to__isnull=False, far="", remains="").exists():
        return {"refers_to": "Det svar henviser selv videre. Vælg det svar, hvor teksten står."}
    return {}


def _evaluated_once(values: Mapping[str, Any]) -> Mapping[str, str]:
    same = {name: values.get(name) for name in ("course", "area", "moment")}
    others = SelfEvaluation.objects.filter(removed_at__isnull=True).exclude(key=values.get("key", ""))
    if others.filter(**same).exists():
        return {"area": "Området er allerede vurderet på det tidspunkt. Ret den vurdering i stedet."}
    return {}


COURSE: Final = Sheet(
    slug="forloeb",
    tab="forloeb",
    model=Course,
    one="Forløb",
    new="Nyt forløb",
    main=("name", "body", "first", "last", "strategy"),
    more=(
        *("period_words", "analysed_words", "analysis_sources", "analysis_cases"),
        *("summary", "remaining", "closing", "source"),
    ),
    strategy="strategy",
    page=_course_page,
    check=_course_days,
)
THEME: Final = Sheet(
    slug="tema",
    model=Theme,
    one="Tema",
    new="Nyt tema",
    parent="course",
    strategy="course__strategy",
    main=("number", "name", "marker", "findings"),
    more=("purpose", "far", "remains", "comments"),
    page=_theme_page,
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
    reasoned=frozenset({"due_from", "due", "urgent"}),
    page=lambda row: _theme_page(row.theme),
    computed=horizons.computed,
    check=_target_days,
)
ACCOUNT: Final = Sheet(
    slug="redegoerelse",
    model=Account,
    one="Svar på anbefalingen",
    new="Svar på anbefalingen",
    parent="recommendation",
    strategy="recommendation__theme__course__strategy",
    main=("purpose", "far", "remains", "comments", "refers_to"),
    page=lambda row: _theme_page(row.recommendation.theme),
    check=_answer_holds,
    hints={
        "refers_to": "Kun hvis svaret står ved en anden anbefaling.",
    },
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
    page=lambda row: _theme_page(row.theme),
    hints={
        "recommendation": "Lad feltet stå tomt, hvis aktiviteten hører til hele temaet.",
    },
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
    page=lambda row: _theme_page(row.theme),
    hints={
        "recommendation": "Lad feltet stå tomt, hvis vurderingen gælder hele temaet.",
    },
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
    page=lambda row: _way_page(row.course),
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
    page=lambda row: _way_page(row.course),
    check=_evaluated_once,
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
    page=lambda row: _way_page(row.course),
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
    page=lambda row: _way_page(row.course),
)
REVIEW_FINDING: Final = Sheet(
    slug="fund",
    model=ReviewFinding,
    one="Fund",
    new="Nyt fund",
    parent="review",
    strategy="review__course__strategy",
    main=("marker", "text", "followed_by"),
    page=lambda row: _way_page(row.review.course),
)
OUTSIDE_REVIEW: Final = Sheet(
    slug="eftersyn",
    tab="forloeb",
    model=OutsideReview,
    one="Eftersyn udefra",
    new="Nyt eftersyn udefra",
    main=("body", "what", "year", "on", "found"),
    more=("followed_by", "when_words", "course", "source"),
    page=lambda row: reverse("forloeb"),
)
WORDING: Final = Sheet(
    slug="ordlyd",
    model=Wording,
    one="Ordlyd",
    new="Skriv, hvad et papir siger",
    parent="course",
    strategy="course__strategy",
    main=("about", "says", "source"),
    page=lambda row: _way_page(row.course),
    hint="Når papirerne siger noget forskelligt, skrives det, som hvert af dem siger det. Pejl vælger ikke.",
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
    WORDING,
)

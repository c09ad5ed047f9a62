"""How does an empty database become the example of Odsherred? As if it had been written at the time, with its log."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, Final

from django.db import transaction

from pejl.web.access.actions import Doing
from pejl.web.access.models import User
from pejl.web.examples.odsherred import course as values
from pejl.web.examples.odsherred import strategies
from pejl.web.examples.odsherred.people import CENTER, DEPARTMENT, PEOPLE, TEAMS
from pejl.web.examples.odsherred.plans import fill_goals, fill_plan
from pejl.web.examples.odsherred.shapes import ACCOUNT, REPORT, Asked, Did, Fresh, Seen
from pejl.web.examples.odsherred.themes import THEMES
from pejl.web.examples.odsherred.writing import ACCOUNTED, ANALYSED, REPORTED, Written
from pejl.web.examples.staff import make_people, make_units
from pejl.web.plan import horizons
from pejl.web.plan.actions import new, put
from pejl.web.plan.models import (
    Account,
    Activity,
    CaseReview,
    Course,
    CourseMeeting,
    OutsideReview,
    OutsideView,
    Recommendation,
    ReviewFinding,
    SelfEvaluation,
    Strategy,
    Theme,
    Wording,
)

_HIRED: Final = date(2019, 1, 1)


def fill(*, now: datetime) -> None:
    """Fill an empty database, all or nothing; one that has people in it is left as it is."""
    with transaction.atomic():
        if User.objects.exists():
            return
        units = make_units(CENTER, {DEPARTMENT: TEAMS})
        by = make_people(PEOPLE, units=units, hired=_HIRED)["inger"]
        analysed = Doing(by=by, at=ANALYSED)
        recovery = new(Strategy, doing=analysed, **strategies.RECOVERY)
        plan = new(Strategy, doing=analysed, replaces=recovery, **strategies.DEVELOPMENT)
        written = Written(by=by, course=new(Course, doing=analysed, strategy=plan, **values.COURSE))
        _asked(written)
        _answered(written)
        _judged(written)
        _way(written)
        _fresh(written)
        fill_goals(written)
        fill_plan(written, plan)


# --- what was asked ---------------------------------------------------------------------------------------------


def _asked(written: Written) -> None:
    doing = written.at(ANALYSED)
    for told in THEMES:
        theme = new(
            Theme,
            doing=doing,
            course=written.course,
            number=told.number,
            name=told.name,
            marker=told.marker,
            findings=told.findings,
        )
        written.themes[told.number] = theme
        for each in told.asked:
            same = written.asked[each.same_as] if each.same_as else None
            written.asked[f"{told.number}.{each.number}"] = new(
                Recommendation,
                doing=doing,
                theme=theme,
                number=each.number,
                problem=each.problem,
                text=each.text,
                same_as=same,
                urgent=each.urgent,
                source=f"{ACCOUNT}, »{told.name}«, anbefaling {each.number}",
            )


# --- what was answered ------------------------------------------------------------------------------------------


def _answered(written: Written) -> None:
    for told in THEMES:
        theme = written.themes[told.number]
        _did(written, theme, told.did)
        whole = {name: getattr(told, name) for name in ("purpose", "far", "remains", "comments")}
        if any(whole.values()):
            written.themes[told.number] = put(theme, doing=written.at(ACCOUNTED), **whole)
        for each in told.asked:
            _answer(written, theme, each)


def _answer(written: Written, theme: Theme, each: Asked) -> None:
    row = written.asked[f"{theme.number}.{each.number}"]
    _did(written, theme, each.did, recommendation=row)
    said = {name: getattr(each, name) for name in ("purpose", "far", "remains", "comments")}
    if any(said.values()) or each.see:
        refers = written.asked[each.see] if each.see else None
        new(Account, doing=written.at(ACCOUNTED), recommendation=row, refers_to=refers, **said)


def _did(written: Written, theme: Theme, did: Iterable[Did], recommendation: Recommendation | None = None) -> None:
    for number, each in enumerate(did, start=1):
        new(
            Activity,
            doing=written.at(ACCOUNTED),
            theme=theme,
            recommendation=recommendation,
            number=number,
            text=each.text,
            state=each.state,
            note=each.note,
        )


def _judged(written: Written) -> None:
    for told in THEMES:
        theme = written.themes[told.number]
        for seen in told.seen:
            _view(written, theme, seen)
        for each in told.asked:
            for seen in each.seen:
                _view(written, theme, seen, recommendation=written.asked[f"{told.number}.{each.number}"])


def _view(written: Written, theme: Theme, seen: Seen, recommendation: Recommendation | None = None) -> None:
    new(
        OutsideView,
        doing=written.at(REPORTED),
        theme=theme,
        recommendation=recommendation,
        by=values.BODY,
        text=seen.text,
        source=f"{REPORT}, {seen.where}",
    )


# --- the way it went --------------------------------------------------------------------------------------------


def _way(written: Written) -> None:
    doing, course = written.at(REPORTED), written.course
    _meetings(course, doing)
    _reviews(course, doing)
    _evaluations(course, doing)
    for about, says, source in values.WORDINGS:
        new(Wording, doing=doing, course=course, about=about, says=says, source=source)
    _looked(course, doing)


def _meetings(course: Course, doing: Doing) -> None:
    for kind, name, on, when, with_review, note, source in values.MEETINGS:
        told: dict[str, Any] = {"kind": kind, "on": on, "when_words": when, "note": note, "source": source}
        new(CourseMeeting, doing=doing, course=course, name=name, with_review=with_review, **told)


def _reviews(course: Course, doing: Doing) -> None:
    source = f"{REPORT}, afsnit 1.2 og 1.3"
    for name, when, cases, found in values.REVIEWS:
        review = new(CaseReview, doing=doing, course=course, name=name, when_words=when, cases=cases, source=source)
        for marker, text, followed in found:
            new(ReviewFinding, doing=doing, review=review, marker=marker, text=text, followed_by=followed)


def _looked(course: Course, doing: Doing) -> None:
    for body, what, year, on, when, found, followed, in_course in values.OUTSIDE:
        told: dict[str, Any] = {"body": body, "what": what, "year": year, "on": on, "when_words": when, "found": found}
        held = course if in_course else None
        new(OutsideReview, doing=doing, followed_by=followed, course=held, source=values.OUTSIDE_SOURCE, **told)


def _evaluations(course: Course, doing: Doing) -> None:
    moment = SelfEvaluation.Moment
    for area, start, end in values.EVALUATIONS:
        for when, words in ((moment.START, start), (moment.SLUT, end)):
            said = f"{values.EVALUATED} {words}".strip()
            source = f"{REPORT}, afsnit 1.3"
            new(SelfEvaluation, doing=doing, course=course, area=area, moment=when, words=said, source=source)


def _fresh(written: Written) -> None:
    kinds: tuple[tuple[Recommendation.Horizon, tuple[Fresh, ...], str], ...] = (
        (Recommendation.Horizon.KORT, values.FRESH, "kortere sigt"),
        (Recommendation.Horizon.LANG, values.FRESH_LONG, "længere sigt"),
    )
    for horizon, rows, where in kinds:
        for each in rows:
            given: dict[str, Any] = {"horizon": horizon, "given_on": values.GIVEN}
            new(
                Recommendation,
                doing=written.at(REPORTED),
                theme=written.themes[each.theme],
                number=each.number,
                problem=each.problem,
                text=each.text,
                urgent=each.urgent,
                source=f"{REPORT}, afsnit 2.2, {where}, nr. {each.number}. Temaet er sat af os.",
                **given,
                **dict[str, Any](horizons.computed(given)),
            )

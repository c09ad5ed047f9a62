"""How does the account read as a paper of its own: each recommendation, our answer, their view, and whose words?

Theirs stand in a frame with their name above; everything outside the frames is the municipality's own. A reference
(»Se svaret på 1.1«) stays a reference, so that one answer is written and kept up in one place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from pejl.reports import Aside, Bullets, Facts, Heading, NewPage, Part, Report, Table, Text
from pejl.web.components import short_day
from pejl.web.plan import course_page, horizons
from pejl.web.plan.account import Answered, Answers, CourseAccount, How, read
from pejl.web.plan.models import Activity, CaseReview, Course, OutsideView, Recommendation, SelfEvaluation

_NOT_TOLD = "Ikke skrevet"


def account_paper(course: Course, *, municipality: str, made_at: datetime) -> Report:
    """The whole account."""
    account = read(course)
    parts = (
        *_front(account),
        *(part for theme in account.themes for part in _theme(theme, course)),
        NewPage(),
        *_closing(course),
        *_evaluations(course),
        *_reviews(course),
        *_fresh(account),
    )
    return Report(
        title=f"Redegørelse: {course.name}",
        subtitle=account.heading,
        municipality=municipality,
        made_at=made_at,
        facts=_facts(course),
        parts=parts,
    )


def _facts(course: Course) -> tuple[tuple[str, str], ...]:
    told = (
        ("Med hvem", course.body),
        ("Tid", course.period_words),
        ("Analysen", course.analysed_words),
        ("Kilde", course.source),
    )
    return tuple((name, value) for name, value in told if value)


def _front(account: CourseAccount) -> Iterator[Part]:
    yield Heading(text="Sådan læses redegørelsen")
    yield Text(
        body=f"Anbefalinger og vurderinger fra {account.course.body} står i rammer med navn. Alt uden for rammerne er "
        "vores eget. Et svar, der gælder flere anbefalinger, står ét sted; de andre steder henvises der til det."
    )
    if account.urgent:
        yield Heading(text="Det haster")
        yield Bullets(items=tuple(_in_one_line(number, row) for number, row in account.urgent))
    if account.missing:
        numbers = ", ".join(each.number for each in account.missing)
        yield Aside(title="Uden svar", body=f"Disse anbefalinger er ikke besvaret endnu: {numbers}.")
    yield Table(
        caption=account.heading,
        head=("Tema", "Kapitel", "Anbefalinger", "Besvaret", "Aktiviteter"),
        rows=tuple(
            (
                f"{each.theme.number}. {each.theme.name}",
                each.theme.get_marker_display(),
                str(len(each.opening)),
                str(each.answered),
                each.done_words,
            )
            for each in account.themes
        ),
    )


def _in_one_line(number: str, row: Recommendation) -> str:
    due = f", ventes senest {short_day(row.due)}" if row.due else ""
    return f"{number}: {row.problem or row.text}{due}"


# --- a theme ----------------------------------------------------------------------------------------------------


def _theme(theme: Answers, course: Course) -> Iterator[Part]:
    yield Heading(text=f"{theme.theme.number}. {theme.theme.name}")
    if theme.theme.findings:
        yield Aside(title=f"Analysen: {course.body}", body=theme.theme.findings)
    for each in theme.opening:
        yield from _recommendation(each, theme, course)
    if theme.is_answered_together or theme.theme.comments:
        yield Heading(text=f"Samlet svar for tema {theme.theme.number}", level=2)
        if theme.theme.purpose:
            yield Text(body=f"Formål: {theme.theme.purpose}")
        yield from _activities(theme.activities, about=f"tema {theme.theme.number}", told=theme.standing)
        yield from _words(theme.theme.far, theme.theme.remains, theme.theme.comments)
    yield from _views(theme.views)


def _recommendation(each: Answered, theme: Answers, course: Course) -> Iterator[Part]:
    row = each.recommendation
    yield Heading(text=f"{each.number} {row.problem or 'Anbefaling'}", level=2)
    yield Aside(title=f"Anbefaling {each.number}: {course.body}", body=_recommended(row))
    yield Heading(text=f"Vores svar på {each.number}", level=3)
    if each.how is How.MISSING:
        yield Text(body="Anbefalingen er ikke besvaret endnu.")
    if each.how is How.THEME:
        yield Text(body=f"Se det samlede svar for tema {theme.theme.number}.")
    if each.refers_to:
        yield Text(body=f"Se svaret på {each.refers_number}.")
    if each.own and each.own.purpose:
        yield Text(body=f"Formål: {each.own.purpose}")
    yield from _activities(each.activities, about=each.number, told=each.standing)
    if each.own:
        yield from _words(each.own.far, each.own.remains, each.own.comments)
    yield from _views(each.views)


def _recommended(row: Recommendation) -> str:
    same = row.same_as
    return f"{row.text}\n\nSamme anbefaling som {same.theme.number}.{same.number}." if same else row.text


def _activities(activities: Iterable[Activity], *, about: str, told: str) -> Iterator[Part]:
    rows = tuple((str(each.number), _with_note(each), each.get_state_display()) for each in activities)
    if rows:
        yield Table(caption=f"Aktiviteter, {about}. {told}", head=("Punkt", "Aktivitet", "Tilstand"), rows=rows)


def _with_note(each: Activity) -> str:
    return f"{each.text}\n{each.note}" if each.note else each.text


def _words(far: str, remains: str, comments: str) -> Iterator[Part]:
    told = (
        ("Hvor langt vi er, og hvad det betød for kvaliteten", far),
        ("Det, der mangler, og planen for det", remains),
        ("Bemærkninger", comments),
    )
    for heading, words in told:
        if words:
            yield Heading(text=heading, level=4)
            yield Text(body=words)


def _views(views: Iterable[OutsideView]) -> Iterator[Part]:
    for each in views:
        source = f"\n\n{each.source}" if each.source else ""
        yield Aside(title=f"Vurdering udefra: {each.by}", body=f"{each.text}{source}")


# --- what closes it ---------------------------------------------------------------------------------------------


def _closing(course: Course) -> Iterator[Part]:
    yield Heading(text="Sammenfatning")
    yield Text(body=course.summary or "Sammenfatningen er ikke skrevet endnu.")
    if course.remaining_lines:
        yield Heading(text="Det, der udestår", level=2)
        yield Bullets(items=tuple(course.remaining_lines), numbered=True)
    if course.closing:
        yield Heading(text="Til slut", level=2)
        yield Text(body=course.closing)


def _evaluations(course: Course) -> Iterator[Part]:
    areas = course_page.evaluations_of(course)
    if areas:
        yield Heading(text="Selvevaluering, da og nu")
        yield Table(
            caption="De fem områder ved begyndelsen og slutningen",
            head=("Område", "Ved begyndelsen", "Ved slutningen"),
            rows=tuple((each.label, _evaluated(each.start), _evaluated(each.end)) for each in areas),
            note="Skalaen er vores; papirerne giver ingen. Hvor ingen grad er angivet, står den ikke.",
        )


def _evaluated(row: SelfEvaluation | None) -> str:
    if row is None:
        return _NOT_TOLD
    grade = row.get_grade_display() if row.grade else "Ingen grad angivet"
    return f"{grade}\n{row.words}" if row.words else grade


def _reviews(course: Course) -> Iterator[Part]:
    reviews, compared = course_page.reviews_of(course)
    if compared:
        yield Heading(text="Sagsgennemgange over tid")
        yield Facts(pairs=tuple((each.name, f"{each.cases} sager, {_when(each)}") for each in reviews))
        for line in compared:
            yield Table(
                caption=f"Fund: {line.label}",
                head=("Gennemgang", "Fund"),
                rows=tuple((each.name, "\n".join(row.text for row in found)) for each, found in line.cells if found),
            )


def _when(row: CaseReview) -> str:
    return row.when_words or short_day(row.on) or "uden dag"


def _fresh(account: CourseAccount) -> Iterator[Part]:
    rows = account.fresh
    if rows:
        yield Heading(text="Nye anbefalinger")
        yield Text(body=horizons.RULE)
        yield Table(
            caption=f"Nye anbefalinger fra {account.course.body}",
            head=("Anbefaling", "Tema", "Sigte", "Ventes"),
            rows=tuple((each.text, each.theme.name, each.get_horizon_display(), due_words(each)) for each in rows),
        )


def due_words(row: Recommendation) -> str:
    """When it is expected."""
    if not row.due:
        return "Ingen dag"
    return f"{short_day(row.due_from)} til {short_day(row.due)}" if row.due_from else f"senest {short_day(row.due)}"

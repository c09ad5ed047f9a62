"""What does the law want first, before the steps that come next in a case, and before a step that is being taken?

The rulebook is asked what comes before each step; no rule is named here. A step that is next is judged as if it were
taken now, with what its course has told already; what nobody has told stays unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Final

from pejl.dates import danish_date, local_day
from pejl.events import KIND_BY_KEY, PARAGRAF, Event, FieldType, FieldValue, Kind, Step
from pejl.rules import Aged, Before, Condition, ParagraphIn, Rule, Rulebook, Running
from pejl.tables import Unknown
from pejl.web.access.models import Case
from pejl.web.cases import bridge
from pejl.web.cases.actions.writing import PEJL, Entry
from pejl.web.cases.bridge import Ahead, First
from pejl.web.cases.duty_line import register_url
from pejl.web.cases.forms.asked import meeting_kinds
from pejl.web.cases.forms.courses import AHEAD, PLACES, SOME_DAY, Course, Ties, turns_to_parents
from pejl.web.cases.forms.courses import Running as RunningCourse
from pejl.web.cases.forms.next_steps import AFTER
from pejl.web.cases.forms.offered import course_mark
from pejl.wording import in_words, one_of

# A course that does not run yet.
_NEW: Final = "forud"
_KEPT_BACK: Final = "Begrundelsen står i sagen."


@dataclass(frozen=True, slots=True, kw_only=True)
class Required:
    """One thing the law wants first, as a page shows it."""

    rule: Rule
    step: Kind
    stands: First
    course: str
    reason: str
    url: str = ""  # the form of what is missing; empty where nothing can be registered now
    kind: str = ""  # what that form registers

    @property
    def place(self) -> str:
        """Where it stands."""
        return f"{self.rule.cites.act.title} {self.rule.cites.paragraph}".strip()

    @property
    def missing(self) -> bool:
        """Whether it is surely owed and not done."""
        return self.stands is First.MISSING


@dataclass(frozen=True, slots=True, kw_only=True)
class Looking:
    """Whose page it is: when, what they may read and write, and whether parents must wait."""

    now: datetime
    may_write: bool
    may_read: bool
    parents_wait: bool

    @property
    def today(self) -> date:
        """The local day."""
        return local_day(self.now)


# --- which steps ----------------------------------------------------------------------------------------------


@lru_cache(maxsize=8)
def _beginnings(book: Rulebook, day: date) -> tuple[Kind, ...]:
    """The kinds of event that something should come before, by the law of the day."""
    rules = [rule for rule in book.rules if isinstance(rule.duty, Before) and day in rule.in_force]
    return tuple(dict.fromkeys(match.kind for rule in rules for match in rule.starts))


def steps_ahead(
    courses: Iterable[RunningCourse], standing: Sequence[Event], *, book: Rulebook, case: Case, now: datetime
) -> list[Event]:
    """The steps that are next or under way in the courses that run, as if each were taken now."""
    by_thread: dict[str, list[Event]] = {}
    for event in standing:
        by_thread.setdefault(event.thread_id, []).append(event)
    wanted = _beginnings(book, local_day(now))
    return [
        _step(kind, case, told=told, thread_id=_thread(kind, course), now=now)
        for course in courses
        if not course.over
        for told in [by_thread.get(course.thread_id, [])]
        for kind in wanted
        if _is_ahead(kind, course.course, {event.kind for event in told})
    ]


def _is_ahead(kind: Kind, course: Course, happened: set[str]) -> bool:
    """Ours to do and of a step in sight; or what commonly follows, whoever does it."""
    place = PLACES.get(kind.key)
    if place is None or kind.key in happened:
        return False
    ours = place.ours and kind.key not in SOME_DAY and kind.step in AHEAD[course]
    return ours or any(kind in AFTER.get(each, ()) for each in happened)


def _thread(kind: Kind, course: RunningCourse) -> str:
    place = PLACES[kind.key]
    if place.ties not in (Ties.BEGINS, Ties.NEVER) and course.course in place.courses:
        return course.thread_id
    return _NEW if place.ties in (Ties.BEGINS, Ties.JOINS_OR_BEGINS) else ""


def _step(kind: Kind, case: Case, *, told: Sequence[Event], thread_id: str, now: datetime) -> Event:
    return Event(
        event_id=f"forud:{kind.key}:{thread_id}",
        case_id=case.number,
        kind=kind.key,
        day=local_day(now),
        at=now,
        thread_id=thread_id,
        recorded_at=now,
        source=PEJL,
        fields=dict(_known(kind, told)),
    )


def _known(kind: Kind, told: Sequence[Event]) -> Iterator[tuple[str, FieldValue]]:
    """The codes and the paragraph that the course has told already."""
    for field in kind.fields:
        if field.type is FieldType.CODE or field == PARAGRAF:
            values = [event.fields[field.name] for event in told if event.fields.get(field.name)]
            if values:
                yield field.name, values[-1]


# --- what each wants first ------------------------------------------------------------------------------------


def required(
    case: Case, found: Iterable[Ahead], *, courses: Mapping[str, str], looking: Looking
) -> dict[Step, list[Required]]:
    """By the step of the law, each rule once as it is most pressing; what is done, and what is not owed, last."""
    order = list(First)
    worst: dict[str, Ahead] = {}
    for each in found:
        if each.judgement is None and all(isinstance(asked, Running) for asked in each.asks):
            continue  # nothing of that sort is going on
        known = worst.setdefault(each.rule.key, each)
        if order.index(each.stands) < order.index(known.stands):
            worst[each.rule.key] = each
    by_step: dict[Step, list[Required]] = {}
    for each in sorted(worst.values(), key=lambda one: order.index(one.stands)):
        by_step.setdefault(KIND_BY_KEY[each.step.kind].step, []).append(
            _required(case, each, course=courses.get(each.step.thread_id, ""), looking=looking)
        )
    return by_step


def comes_after(kind: str, *, book: Rulebook, day: date) -> bool:
    """Whether anything at all should come before such an event, by the law of the day."""
    return KIND_BY_KEY[kind] in _beginnings(book, day)


def before_this(case: Case, entry: Entry, *, looking: Looking) -> list[Required]:
    """What should come before an event that somebody is about to register: two questions to the database."""
    step = Event(
        event_id="forud",
        case_id=case.number,
        kind=entry.kind,
        day=entry.day,
        at=entry.at,
        thread_id=entry.thread_id,
        recorded_at=looking.now,
        source=PEJL,
        done_by=entry.done_by,
        fields=entry.fields,
    )
    found = bridge.before(case, step, as_of=looking.now)
    return [_required(case, each, course="", looking=looking) for each in found]


def _required(case: Case, each: Ahead, *, course: str, looking: Looking) -> Required:
    kind = meeting_kinds(each.rule)[0]
    waits = looking.parents_wait and turns_to_parents(kind.key, notifier="")
    open_to_all = each.stands is First.MISSING and looking.may_write and not waits
    thread = "" if each.step.thread_id == _NEW else each.step.thread_id
    return Required(
        rule=each.rule,
        step=KIND_BY_KEY[each.step.kind],
        stands=each.stands,
        course=course,
        reason=_reason(each, looking=looking),
        url=register_url(case, kind, course=course_mark(thread) if thread else "") if open_to_all else "",
        kind=kind.label_on(looking.today),
    )


def _reason(each: Ahead, *, looking: Looking) -> str:
    """Why it stands as it does, in a sentence."""
    judgement = each.judgement
    match each.stands:
        case First.MET if judgement and judgement.met:
            met = judgement.met
            return f"»{KIND_BY_KEY[met.kind].label_on(met.day)}« {_short(met.day)}."
        case First.EXCUSED if judgement:
            return judgement.deadline.excused_reason if looking.may_read else _KEPT_BACK
        case First.NOT_OWED:
            return " ".join(_against(asked) for asked in each.asks)
        case First.DEPENDS:
            return " ".join(_open(asked) for asked in each.asks)
        case First.UNKNOWN if judgement:
            return _doubt(each, judgement.deadline.unknown_reason)
        case _:
            ways = one_of(f"»{kind.label_on(each.step.day)}«" for kind in meeting_kinds(each.rule))
            return f"Der er ikke registreret {ways}."


def _doubt(each: Ahead, unknown: Unknown) -> str:
    if unknown is not Unknown.FIELD_MISSING or not each.asks:
        return unknown.danish
    return " ".join(_open(asked) for asked in each.asks)


def _open(asked: bridge.Asked) -> str:
    match asked:
        case Aged():
            return "Barnets fødselsdag er ikke skrevet."
        case Running():
            return "Det er ikke til at se, om det, pligten hænger på, er i gang."
        case _:
            return f"Det er et krav, hvis {_told(asked)}."


def _against(asked: bridge.Asked) -> str:
    match asked:
        case Aged(from_years=years, below=below):
            told = [f"er fyldt {years} år"] if years else []
            told += [f"ikke er fyldt {below} år"] if below else []
            return f"Det er kun et krav, når barnet {' og '.join(told)}."
        case Running():
            return "Det, pligten hænger på, er ikke i gang."
        case _:
            return f"Det er kun et krav, hvis {_told(asked)}."


def _told(asked: Condition) -> str:
    """One answer, short: that a paragraph has its parts with it is for the pages of the rulebook."""
    if isinstance(asked, ParagraphIn):
        return f"»{PARAGRAF.label}« er {one_of(asked.paragraphs)}"
    return in_words(asked)


def _short(day: date) -> str:
    return danish_date(day).partition(" den ")[2]

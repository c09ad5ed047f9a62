"""How is an example told in Danish? Its events as a table, and what the rule gives in sentences.

The same value is printed on the pages of the Regelbog and kept as data for whoever else shows the rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from pejl.dates import danish_date, danish_moment, local_day, local_time
from pejl.engine.explain import explain, label_of
from pejl.engine.plain import Judgement
from pejl.events import FIELD_BY_NAME, KIND_BY_KEY, RETTELSE, Event, FieldValue
from pejl.rulebook import RULEBOOK
from pejl.rulebook.examples import Beside, Outcome, WorkedExample
from pejl.rules import Before, Hours, Rule, Within, WorkingDays
from pejl.tables import Status, Unknown
from pejl.wording import heading
from tests.spec.example import Example, given, judged


def worked(rule: Rule, example: Example) -> WorkedExample:
    """An example of a rule, told in Danish."""
    headers, *rows = _table(rule, example)
    judgements = judged(rule, example)
    return WorkedExample(
        says=example.says,
        coverage=_coverage(example),
        headers=headers,
        rows=tuple(rows),
        moment=_moment(example.moment),
        outcomes=tuple(_outcomes(judgements, example.moment)),
        beside=tuple(_beside(key, row, example) for key, row in example.rest.items()),
        steps=tuple(explain(judgements[0], as_of=example.moment)) if example.explained else (),
    )


def _coverage(example: Example) -> str:
    if example.covers is None:
        return ""
    kinds = " og ".join(f"»{KIND_BY_KEY[key].label}«" for key in example.covers)
    return f"Kilden indeholder kun {kinds}."


# --- the events ---------------------------------------------------------------------------------------------


def _table(rule: Rule, example: Example) -> list[tuple[str, ...]]:
    """The headers, and a row for each event; only the columns that tell something."""
    events = example.own_events()
    corrected = any(event.kind == RETTELSE.key for event in events)
    hours = any(event.at for event in events) or isinstance(_time(rule), Hours)
    threads = [event.thread_id.replace("-", " ") or "hele sagen" for event in events]
    columns = [
        ("Nr.", [str(int(event.event_id)) for event in events] if corrected else []),
        ("Dag", [danish_date(event.day) for event in events]),
        ("Klokken", [_clock(event) for event in events] if hours else []),
        ("Hændelse", [KIND_BY_KEY[event.kind].label_on(event.day) for event in events]),
        ("Forløb", threads if len(set(threads)) > 1 else []),
        ("Oplysninger", [_fields(event) for event in events] if any(event.fields for event in events) else []),
    ]
    kept = [(name, cells) for name, cells in columns if cells]
    return [tuple(name for name, _ in kept), *zip(*(cells for _, cells in kept), strict=True)]


def _clock(event: Event) -> str:
    return f"{local_time(event.at):%H.%M}" if event.at else "ikke oplyst"


def _fields(event: Event) -> str:
    return "; ".join(f"{FIELD_BY_NAME[name].label}: {_value(name, value)}" for name, value in event.fields.items())


def _value(name: str, value: FieldValue) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, date):
        return danish_date(value)
    if name == "replaces":
        return f"nr. {int(value)}"
    return FIELD_BY_NAME[name].choices.get(str(value), str(value))


# --- what the rule gives ------------------------------------------------------------------------------------


def _outcomes(judgements: list[Judgement], as_of: datetime) -> Iterator[Outcome]:
    threads = [judgement.deadline.thread_id.replace("-", " ") for judgement in judgements]
    several = len(set(threads)) > 1
    for thread, judgement in zip(threads, judgements, strict=True):
        yield _outcome(judgement, as_of, course=thread if several else "")


def _outcome(judgement: Judgement, as_of: datetime, *, course: str = "") -> Outcome:
    deadline, status = judgement.deadline, judgement.deadline.status(as_of)
    parts = []
    if status is Status.UNKNOWN:
        parts.append(deadline.unknown_reason.danish)
    if status is Status.EXCUSED:
        parts.append(f"Begrundelsen er: {deadline.excused_reason.rstrip('.')}.")
    parts += _due(judgement, status=status, as_of=as_of)
    return Outcome(status=status, told=" ".join(parts), course=course)


def _due(judgement: Judgement, *, status: Status, as_of: datetime) -> Iterator[str]:
    rule, due, warn = judgement.rule, judgement.deadline.due_at, judgement.deadline.warn_at
    if due is None or warn is None:
        if status is not Status.UNKNOWN:
            yield "Der er ingen frist i tal."
        return
    fallen_away = status in (Status.CANCELLED, Status.EXCUSED)
    if isinstance(rule.duty, Before):
        if not fallen_away:
            yield f"Det skulle ske før {label_of(judgement.start)} {_moment(due)}."
        return
    verb = "ville have været" if fallen_away else "var" if due < as_of else "er"
    if warn != due and not isinstance(_time(rule), WorkingDays):
        yield f"Fristen {verb} mellem {danish_moment(warn)} og {danish_moment(due)}."
        return
    if judgement.deadline.unknown_reason is Unknown.FIELD_MISSING:
        yield f"Gælder pligten, {verb} fristen {_moment(due)}."
        return
    yield f"Fristen {verb} {_moment(due)}."
    if warn != due and not fallen_away:
        yield f"Læst strengt {verb} den {_moment(warn)}, som Pejl minder om."


def _moment(at: datetime) -> str:
    """A moment in words; the end of a day is the day."""
    return danish_date(local_day(at)) if f"{local_time(at):%H%M%S}" == "235959" else danish_moment(at)


def _time(rule: Rule) -> object:
    return rule.duty.time if isinstance(rule.duty, Within) else None


def _beside(key: str, row: str, example: Example) -> Beside:
    """What another rule, or another version of the same, gives for the example."""
    version = next(version for version in RULEBOOK.by_key[key] if given(version, example) == (row,))
    outcome = _outcome(judged(version, example)[0], example.moment)
    return Beside(key=key, version=version.version, heading=heading(version, book=RULEBOOK), outcome=outcome)

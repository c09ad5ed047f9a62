"""How is an example told in Danish? Its events as a table, and what the rule gives in sentences.

The same value is printed on the pages of the Regelbog and kept as data for whoever else shows the rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from pejl.dates import danish_date, danish_moment, local_day, local_time
from pejl.engine.explain import explain, label_of
from pejl.engine.plain import Judgement
from pejl.events import FIELD_BY_NAME, KIND_BY_KEY, RETTELSE, Event, FieldType, FieldValue
from pejl.rulebook import RULEBOOK
from pejl.rulebook.examples import Beside, Changed, Outcome, WorkedExample
from pejl.rules import Before, Hours, Rule, Within, WorkingDays
from pejl.tables import Status, Unknown
from pejl.wording import heading, one_of
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
        changed=tuple(_changed(rule, example)),
    )


def _changed(rule: Rule, example: Example) -> Iterator[Changed]:
    """The same with one thing changed; those that put something in one thing's place stand together."""
    plain = [variant for variant in example.variants if not variant.says]
    for old in dict.fromkeys(variant.old for variant in plain):
        day = _day_of(old, example)
        words = one_of(in_plain_words(variant.new, on=day) for variant in plain if variant.old == old)
        yield Changed(says=f"Med {words} i stedet for {in_plain_words(old, on=day)}", result="det samme.")
    for variant, each in zip(example.variants, example.changed, strict=True):
        if variant.gives is not None:
            rows = " ".join(outcome.sentence for outcome in _outcomes(judged(rule, each), each.moment))
            yield Changed(says=variant.says, result=rows or "ingen pligt efter denne regel.")
        elif variant.says:
            yield Changed(says=variant.says, result="det samme.")


def _day_of(words: str, example: Example) -> date:
    """The day of the event the words stand in."""
    line = next(line for line in example.events.splitlines() if words in line)
    return date.fromisoformat(line.split()[0])


def in_plain_words(words: str, *, on: date) -> str:
    """Words of an example's events as a reader meets them.

    >>> day = date(2023, 5, 1)
    >>> in_plain_words("paragraf=§_32,_stk._1", on=day), in_plain_words("indsats_ophoert paragraf=§_32", on=day)
    ('§ 32, stk. 1', '»Foranstaltning ophørt« (§ 32)')
    >>> in_plain_words("talt_med_barnet=ja", on=day), in_plain_words("2023-05-03 sag_flyttet #sag", on=day)
    ('»Talt med barnet: ja«', '»Sagen flyttet til en anden kommune« (onsdag den 3. maj 2023)')
    """
    kinds, rest = [], []
    for word in words.split():
        name, is_field, value = word.partition("=")
        if word in KIND_BY_KEY:
            kinds.append(f"»{KIND_BY_KEY[word].label_on(on)}«")
        elif is_field:
            rest.append(_field_in_words(name, value))
        elif not word.startswith("#"):
            rest.append(danish_date(date.fromisoformat(word)))
    if not kinds and not rest:
        raise ValueError(f"cannot tell {words!r} in Danish; give the variant says=")
    return " ".join([*kinds, *(f"({each})" for each in rest)] if kinds else rest)


def _field_in_words(name: str, value: str) -> str:
    field = FIELD_BY_NAME[name]
    if field.type is FieldType.TEXT:
        return value.replace("_", " ")
    told = danish_date(date.fromisoformat(value)) if field.type is FieldType.DATE else field.choices.get(value, value)
    return f"»{told}«" if field.type is FieldType.CODE else f"»{field.label}: {told}«"


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

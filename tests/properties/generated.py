"""Which rulebooks and ledgers are the engines tried on? Every operation of ``pejl.rules`` on crowded little cases.

The days are few and the hours fewer, so that ties, unknown hours, double hours and events on the very day of a
deadline are common instead of rare.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from random import Random

from hypothesis import strategies as st

from pejl import events as ev
from pejl.dates import LAST_OF_MONTH, MissingDay, add_months, read_local
from pejl.events import Event, Kind
from pejl.law import BARNETS_LOV, InForce
from pejl.rules import (
    NO_LIMIT,
    Aged,
    AtLeast,
    Before,
    Cap,
    Condition,
    DayIn,
    Days,
    Duration,
    Duty,
    Exemption,
    FieldIn,
    FieldSet,
    Force,
    Hours,
    Match,
    Months,
    ParagraphIn,
    Recurring,
    Role,
    Rule,
    Rulebook,
    Running,
    Scope,
    ToBirthday,
    Within,
    WorkingDays,
    Years,
)

KINDS = (
    ev.UNDERRETNING_MODTAGET,
    ev.UNDERSOEGELSE_BESLUTTET,
    ev.UNDERSOEGELSE_AFSLUTTET,
    ev.AFGOERELSE_TRUFFET,
    ev.INDSATS_IVAERKSAT,
    ev.INDSATS_OPHOERT,
    ev.OPFOELGNING_HOLDT,
    ev.SAMTALE_UNDLADT,
    ev.PARTSHOERING_UNDLADT,
    ev.TILSYNSBESOEG,
    ev.SAG_AFSLUTTET,
)
WITH_REASON = (ev.SAMTALE_UNDLADT, ev.PARTSHOERING_UNDLADT)
SOURCES = ("liste", "anden liste", "uden dækning")
PARAGRAPHS = ("§ 32, stk. 1, nr. 3", "§ 46", "§ 30, stk. 1", "§ 320")

# Both clock changes, a leap day, the turn of the law, month ends, Christmas.
TURNS = (
    date(2023, 10, 29),
    date(2023, 12, 23),
    date(2023, 12, 31),
    date(2024, 1, 31),
    date(2024, 2, 29),
    date(2024, 3, 31),
)
DAYS = tuple(turn + timedelta(days=n) for turn in TURNS for n in (-1, 0, 1, 2))
# The birthdays and the half years before them that the rules ask about fall on these days, or beside them.
AGES, MONTHS_BEFORE = (1, 15, 18), (0, 1, 6)
BIRTHS = (
    *DAYS,
    date(2008, 2, 29),
    *(
        add_months(day, months=months - 12 * years, if_missing_day=LAST_OF_MONTH)
        for day in DAYS
        for years in AGES
        for months in MONTHS_BEFORE
    ),
)
AS_OF = (
    datetime(2024, 2, 29, 11, 0, tzinfo=UTC),
    datetime(2024, 4, 2, 21, 59, 59, tzinfo=UTC),
    datetime(2025, 6, 30, 12, 0, tzinfo=UTC),
)
CLOCKS = (None, None, time(0, 0), time(2, 30), time(9, 0), time(23, 10))
RECORDED = datetime(2025, 1, 1, tzinfo=UTC)


def _value(rng: Random, each: ev.Field) -> ev.FieldValue:
    match each.type:
        case ev.FieldType.CODE:
            return rng.choice(sorted(each.choices)[:3])
        case ev.FieldType.YESNO:
            return rng.random() < 0.5
        case ev.FieldType.DATE:
            return rng.choice(DAYS)
        case _:
            return rng.choice(PARAGRAPHS if each.name == "paragraf" else ("fordi", "fordi", "", " "))


def _event(rng: Random, number: int, *, case_id: str, kinds: tuple[Kind, ...]) -> Event:
    kind, day, clock = rng.choice(kinds), rng.choice(DAYS), rng.choice(CLOCKS)
    fields = {each.name: _value(rng, each) for each in kind.fields if rng.random() < 0.7}
    at = None
    if clock is not None:
        at, doubt = read_local(day, clock=clock)
        if doubt:
            fields["tid_usikker"] = doubt.value
    return Event(
        event_id=f"{rng.choice('hæÅz')}{rng.randrange(10**6)}-{number}",
        case_id=case_id,
        thread_id=rng.choice(("", "1", "1", "2")),
        kind=kind.key,
        day=day,
        at=at,
        recorded_at=RECORDED + timedelta(days=rng.randrange(4)),
        source=rng.choice(SOURCES),
        fields=fields,
    )


def _births(rng: Random, number: int, *, case_id: str) -> list[Event]:
    """Mostly one, of a child or an unborn; sometimes none, or two that do not agree. From any source."""
    days = (rng.choice(BIRTHS) for _ in range(rng.choice((0, 1, 1, 1, 2))))
    return [
        replace(_event(rng, number + n, case_id=case_id, kinds=(ev.BARNET_FOEDT,)), day=day, at=None, fields={})
        for n, day in enumerate(days)
    ]


def _correction(rng: Random, number: int, *, among: list[Event]) -> Event:
    wrong = rng.choice(among)
    return Event(
        event_id=f"r{number:05}",
        case_id=wrong.case_id,
        kind=ev.RETTELSE.key,
        day=wrong.day,
        recorded_at=wrong.recorded_at + timedelta(days=rng.randrange(3)),
        source=wrong.source,
        fields={"replaces": wrong.event_id, "reason": "forkert"},
    )


def _coverage(rng: Random, number: int, *, kinds: tuple[Kind, ...]) -> Event:
    slags = rng.choice(("", "", "", *(kind.key for kind in kinds)))
    return Event(
        event_id=f"d{number:05}",
        case_id=rng.choice(("", "", "sag 0")),
        kind=ev.KILDE_DAEKKER.key,
        day=rng.choice((date(2020, 1, 1), date(2020, 1, 1), date(2020, 1, 1), *DAYS)),
        recorded_at=RECORDED,
        source=rng.choice(SOURCES[:2]),
        fields={"slags": slags} if slags else {},
    )


def crowded(seed: int, *, cases: int, kinds: tuple[Kind, ...] = KINDS) -> list[Event]:
    """A ledger of crowded cases, corrections (also of corrections) and what the sources cover, in any order."""
    rng = Random(seed)
    found: list[Event] = []
    for case in range(cases):
        own = [_event(rng, len(found) + n, case_id=f"sag {case}", kinds=kinds) for n in range(rng.randrange(16))]
        own += _births(rng, len(found) + len(own), case_id=f"sag {case}")
        for number in range(rng.choice((0, 0, 0, 1, 3))):
            own += [_correction(rng, len(found) + number, among=own)] if own else []
        found += own
    found += [_coverage(rng, n, kinds=kinds) for n in range(rng.randrange(1, 5))]
    rng.shuffle(found)
    return found


def kinds_named(rulebook: Rulebook) -> tuple[Kind, ...]:
    """The kinds of event the rules speak of, so that a ledger can be made that gives them something to do."""
    named: dict[str, Kind] = {}
    for rule in rulebook.rules:
        begun = (match for running in rule.running for match in running.begun_by)
        for match in (*rule.starts, *rule.met_by, *rule.stopped_by, *rule.excused_by, *begun):
            named[match.kind.key] = match.kind
        others = [*rule.basis, *(kind for running in rule.running for kind in running.ended_by)]
        if isinstance(rule.duty, Before):
            others += rule.duty.since
        if isinstance(rule.duty, Within) and rule.duty.already:
            others += rule.duty.already.since
        if isinstance(rule.duty, Within) and rule.duty.cap:
            others += [*rule.duty.cap.decided_by, *rule.duty.cap.finished_by]
        named.update({kind.key: kind for kind in others})
    if ev.SAG_AFSLUTTET.key in named:
        named[ev.SAG_GENAABNET.key] = ev.SAG_GENAABNET
    return tuple(named.values())


@st.composite
def worlds(draw: st.DrawFn, *, most_rules: int = 4, most_cases: int = 30) -> tuple[Rulebook, list[Event]]:
    """A rulebook and a ledger in which its rules have something to do."""
    rulebook = draw(rulebooks(most=most_rules))
    seed, cases = draw(st.integers(0, 2**32)), draw(st.integers(1, most_cases))
    return rulebook, crowded(seed, cases=cases, kinds=kinds_named(rulebook))


# Strategies are made once: to make one costs more than to draw from it.


@cache
def _conditions(kind: Kind) -> st.SearchStrategy[Condition]:
    options: list[st.SearchStrategy[Condition]] = []
    for each in kind.fields:
        if each.type in (ev.FieldType.CODE, ev.FieldType.YESNO):
            codes = st.booleans() if each.type is ev.FieldType.YESNO else st.sampled_from(sorted(each.choices)[:3])
            options.append(st.builds(FieldIn, st.just(each.name), st.frozensets(codes, min_size=1)))
        if each.name == "paragraf":
            options.append(
                st.builds(
                    ParagraphIn,
                    st.lists(st.sampled_from(("§ 32", "§ 46", "§ 30, stk. 1")), min_size=1).map(tuple),
                )
            )
        options.append(st.just(FieldSet(each.name)))
    return st.one_of(options)


@cache
def _match(kind: Kind) -> st.SearchStrategy[Match]:
    where = st.lists(_conditions(kind), max_size=2).map(tuple) if kind.fields else st.just(())
    return st.builds(Match, st.just(kind), where)


def _some(among: tuple[Kind, ...] = KINDS, *, least: int = 0) -> st.SearchStrategy[tuple[Match, ...]]:
    matches = st.sampled_from(among).flatmap(_match)
    return st.lists(matches, min_size=least, max_size=2, unique_by=lambda match: match.kind.key).map(tuple)


_AT_LEAST_ONE, _ANY, _EXCUSES = _some(least=1), _some(), _some(WITH_REASON)
_KINDS = st.lists(st.sampled_from(KINDS), max_size=2, unique_by=lambda kind: kind.key).map(tuple)
_ROUNDING = st.sampled_from(MissingDay)
_DAY_COUNTS: st.SearchStrategy[Days | Months | Years] = st.one_of(
    st.builds(Days, st.integers(1, 40), st.booleans()),
    st.builds(Months, st.integers(1, 4), _ROUNDING),
    st.builds(Years, st.just(1), _ROUNDING),
)
_DURATIONS: st.SearchStrategy[Duration] = st.one_of(
    st.builds(Hours, st.integers(1, 48)),
    st.builds(WorkingDays, st.integers(1, 8)),
    _DAY_COUNTS,
    st.builds(ToBirthday, st.sampled_from(AGES), st.sampled_from(MONTHS_BEFORE)),
    st.just(NO_LIMIT),
)
_RUNNING = st.builds(Running, _AT_LEAST_ONE, _KINDS, st.sampled_from(Scope))
_AGED = st.builds(Aged, st.sampled_from((0, *AGES)), st.sampled_from((None, *AGES)))


@st.composite
def _within(draw: st.DrawFn) -> Within:
    duration = draw(_DURATIONS)
    capped = not isinstance(duration, Hours | ToBirthday) and draw(st.booleans())
    already = None if isinstance(duration, Hours) else draw(st.one_of(st.none(), st.builds(Before, _KINDS)))
    return Within(duration, Cap(draw(_KINDS), draw(_KINDS)) if capped else None, already)


@st.composite
def _recurring(draw: st.DrawFn) -> Recurring:
    if draw(st.booleans()):
        return Recurring(DayIn("naeste_senest"), from_start=False)
    return Recurring(draw(_DAY_COUNTS), from_start=draw(st.booleans()))


_DUTIES: st.SearchStrategy[Duty] = st.one_of(
    _within(),
    st.builds(Before, _KINDS),
    _recurring(),
    st.builds(
        AtLeast,
        st.integers(1, 3),
        st.one_of(st.builds(Months, st.just(3), _ROUNDING), st.builds(Years, st.just(1), _ROUNDING)),
    ),
)


_WHEN: st.SearchStrategy[tuple[Running | Aged, ...]] = st.one_of(
    st.just(()), st.lists(_RUNNING | _AGED, min_size=1, max_size=2).map(tuple)
)
_IN_FORCE = st.sampled_from((InForce(), InForce(), InForce(first=date(2024, 1, 1)), InForce(last=date(2023, 12, 31))))
_TRANSITIONS = st.sampled_from((None, None, None, date(2024, 1, 1)))


def _exemptions(starts: tuple[Match, ...]) -> st.SearchStrategy[tuple[Exemption, ...]]:
    """A fact can only be told of a start that carries it, so only a single kind of start gets one."""
    return _exemptions_on(starts[0].kind) if len(starts) == 1 and starts[0].kind.fields else st.just(())


@cache
def _exemptions_on(kind: Kind) -> st.SearchStrategy[tuple[Exemption, ...]]:
    return st.lists(st.builds(Exemption, _conditions(kind), st.just("undtaget")), max_size=2).map(tuple)


@st.composite
def rules(draw: st.DrawFn, number: int = 0) -> Rule:
    """Any rule that ``pejl.rules`` accepts."""
    duty = draw(_DUTIES)
    starts = draw(_AT_LEAST_ONE)
    met_by = draw(_AT_LEAST_ONE)
    if isinstance(duty, Recurring) and isinstance(duty.every, DayIn):
        met_by = (Match(ev.OPFOELGNING_HOLDT),)
    counts_from = ""
    if isinstance(duty, Within) and not isinstance(duty.time, Hours | ToBirthday) and draw(st.booleans()):
        starts, counts_from = (Match(ev.UNDERSOEGELSE_BESLUTTET),), "behov_kendt"
    rhythm = isinstance(duty, Recurring | AtLeast)
    return Rule(
        key=f"regel.{number}",
        title="Regel",
        says="Noget skal ske.",
        cites=BARNETS_LOV.at("§ 1", row="PRØVE"),
        force=draw(st.sampled_from(Force)),
        in_force=draw(_IN_FORCE),
        starts=starts,
        counts_from=counts_from,
        only_first=not rhythm and draw(st.booleans()),
        when=draw(_WHEN),
        duty=duty,
        met_by=met_by,
        scope=draw(st.sampled_from(Scope)),
        stopped_by=() if isinstance(duty, Before) else draw(_ANY),
        excused_by=() if rhythm else draw(_EXCUSES),
        excused_if=() if rhythm else draw(_exemptions(starts)),
        basis=draw(_KINDS),
        transition_from=None if isinstance(duty, Before) else draw(_TRANSITIONS),
        falls_on=Role.RAADGIVER,
    )


_RULES = [rules(number=n) for n in range(12)]


@st.composite
def rulebooks(draw: st.DrawFn, *, most: int = 4) -> Rulebook:
    """A small book of unrelated rules."""
    return Rulebook.of(draw(_RULES[n]) for n in range(draw(st.integers(1, most))))

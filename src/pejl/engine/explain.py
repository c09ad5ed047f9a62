"""Why this date? The steps behind one deadline, in plain Danish, each with its event, count and citation."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from pejl import dates
from pejl.dates import WorkingCalendar, danish_date, danish_moment, local_day, local_time
from pejl.engine.case import birthday, last_day
from pejl.engine.plain import Judgement
from pejl.events import (
    AFGOERELSE_TRUFFET,
    FIELD_BY_NAME,
    KIND_BY_KEY,
    RAEKKEFOELGE,
    TID_USIKKER,
    UDVALGETS_AFGOERELSE,
    Event,
    Kind,
)
from pejl.law import Citation
from pejl.rules import (
    Aged,
    AtLeast,
    Before,
    DayIn,
    Days,
    Duration,
    Force,
    Hours,
    Months,
    NoLimit,
    Recurring,
    Running,
    ToBirthday,
    Within,
    WorkingDays,
    Years,
)
from pejl.tables import Status, Unknown

_DECISIONS = frozenset({AFGOERELSE_TRUFFET, UDVALGETS_AFGOERELSE})
# Law, guidance and local goals never look the same.
FORCE_WORDS = {Force.LAW: "Lov", Force.GUIDANCE: "Vejledning", Force.LOCAL: "Lokalt mål, ikke lov"}


def explain(judgement: Judgement, *, as_of: datetime) -> list[str]:
    """The steps as Danish sentences, from the duty's words to how it stands at the moment asked about."""
    rule, status = judgement.rule, judgement.deadline.status(as_of)
    return [
        f"{rule.title}: {status.danish}",
        f"{FORCE_WORDS[rule.force]}: {rule.says}",
        *_source(rule.cites),
        *_version(judgement),
        *_start(judgement),
        *_circumstance(judgement),
        *_count(judgement),
        *_outcome(judgement),
        _standing(judgement, as_of=as_of),
    ]


def _source(cites: Citation) -> Iterator[str]:
    yield f"Kilde: {cites} – {cites.link}"
    if not cites.sure.confirmed:
        yield f"Ikke bekræftet: {cites.note}"


def _version(judgement: Judgement) -> Iterator[str]:
    rule = judgement.rule
    if rule.in_force.first is None and rule.in_force.last is None:
        return
    if judgement.basis:
        yield f"Reglen gælder {rule.in_force}. Det afgøres her af {_told(judgement.basis)}."
    else:
        yield f"Reglen gælder {rule.in_force}."


def _told(event: Event) -> str:
    """An event in a sentence: what, when, and that the hour is unknown or uncertain where it is."""
    when = danish_moment(event.at) if event.at else danish_date(event.day)
    doubt = event.fields.get(TID_USIKKER.name)
    note = f" ({TID_USIKKER.choices[str(doubt)].lower()})" if doubt else ""
    return f"{label_of(event)} {when}{note}"


def label_of(event: Event) -> str:
    """What an event is called, in the words of the law of its own day."""
    return f"»{KIND_BY_KEY[event.kind].label_on(event.day)}«"


def _start(judgement: Judgement) -> Iterator[str]:
    rule, start = judgement.rule, judgement.start
    yield f"Startede med {_told(start)}."
    if rule.counts_from:
        day = start.fields.get(rule.counts_from)
        label = FIELD_BY_NAME[rule.counts_from].label.lower()
        yield _counting_from(label, day, start=start)
    if start.at is None and isinstance(rule.duty, Within) and isinstance(rule.duty.time, Hours):
        yield "Klokkeslættet er ukendt, så fristen regnes fra både dagens første og sidste minut."


def _counting_from(label: str, day: object, *, start: Event) -> str:
    if not isinstance(day, date):
        return f"Der skal regnes fra {label}, men datoen er ikke skrevet. Andre datoer bruges ikke i stedet."
    if day > start.day:
        return f"Der skal regnes fra {label}, men {danish_date(day)} ligger senere og må være en fejl. Ret datoen."
    return f"Der regnes fra {label}: {danish_date(day)}."


def _circumstance(judgement: Judgement) -> Iterator[str]:
    """What had to be so that day for the duty to apply."""
    sure = judgement.deadline.unknown_reason is not Unknown.FIELD_MISSING
    for asked in judgement.rule.when:
        yield f"Pligten gælder, {'fordi' if sure else 'hvis'} {_was_so(asked)}."


def _was_so(asked: Running | Aged) -> str:
    if isinstance(asked, Aged):
        return f"barnet den dag {_age(asked)}"
    kinds = " eller ".join(f"»{match.kind.label}«" for match in asked.begun_by)
    return f"barnet den dag havde et forløb i gang, begyndt med {kinds}"


def _age(aged: Aged) -> str:
    reached = f"var fyldt {aged.from_years} år" if aged.from_years else ""
    not_yet = f"ikke var fyldt {aged.below} år" if aged.below else ""
    return " og ".join(filter(None, (reached, not_yet))) or "var født"


def _to_birthday(judgement: Judgement, until: ToBirthday) -> Iterator[str]:
    before = f"{_length(Months(until.months_before, dates.LAST_OF_MONTH))} før" if until.months_before else ""
    if judgement.born is None:
        yield f"Der regnes til {f'{before}, ' if before else 'den dag, '}barnet fylder {until.years} år."
        return
    whole = birthday(judgement.born, years=until.years)
    yield f"Barnet er født {danish_date(judgement.born)} og fylder {until.years} år {danish_date(whole)}."
    if before:
        yield f"Det skal være sket senest {before}: {danish_date(last_day(judgement.born, until))}."


def _count(judgement: Judgement) -> Iterator[str]:
    match judgement.rule.duty:
        case Within(time=Hours(number)):
            yield f"{number} timer i træk; nætter, weekender og helligdage tæller med."
            yield from _clock_change(judgement, number)
        case Within(time=NoLimit()):
            yield "Loven har ingen frist i tal. Pligten står åben, til den er opfyldt."
        case Within(time=ToBirthday() as until):
            yield from _to_birthday(judgement, until)
        case Within(time=duration) if judgement.deadline.due_at:
            yield from _count_days(_counted_from(judgement), duration)
            yield from _cap(judgement)
        case Before(since=since):
            yield f"Det skal være sket før eller samme dag{_and_after(since)}."
        case Recurring(every=DayIn(field=name)):
            yield f"Dagen er den, der er skrevet som »{FIELD_BY_NAME[name].label}«."
        case Recurring(every=duration) if not isinstance(duration, DayIn):
            yield from _count_days(judgement.start.day, duration)
        case AtLeast(times, per):
            yield f"Mindst {times} gange i hver periode på {_length(per)}, regnet fra starten. Her er én af dem."
            yield f"Perioden begynder {danish_date(_counted_from(judgement))}."
    yield from _limit(judgement)


def _and_after(since: tuple[Kind, ...]) -> str:
    """From what on it counts; the kinds of decision are told in one word."""
    if not since:
        return ""
    if set(since) <= _DECISIONS:
        return ", og efter den foregående afgørelse"
    return f", og efter den seneste {' eller '.join(f'»{kind.label}«' for kind in since)} fra en tidligere dag"


def _clock_change(judgement: Judgement, hours: int) -> Iterator[str]:
    """Said where the clocks were changed in between, so that nobody thinks the time is wrong."""
    start, due = judgement.start.at, judgement.deadline.warn_at
    if start and due:
        on_the_clock = datetime.combine(local_day(start), local_time(start)) + timedelta(hours=hours)
        ahead = datetime.combine(local_day(due), local_time(due)) - on_the_clock
        if ahead:
            way = "frem til sommertid" if ahead > timedelta(0) else "tilbage til vintertid"
            later = "senere" if ahead > timedelta(0) else "tidligere"
            yield f"Uret blev stillet {way} undervejs, så det er en time {later} på uret."


def _counted_from(judgement: Judgement) -> date:
    starts_at = judgement.deadline.starts_at
    return local_day(starts_at) if starts_at else judgement.start.day


def _length(duration: Days | Months | Years | WorkingDays) -> str:
    number = duration.number
    match duration:
        case Days():
            return "1 dag" if number == 1 else f"{number} dage"
        case Months():
            return "1 måned" if number == 1 else f"{number} måneder"
        case Years():
            return "1 år" if number == 1 else f"{number} år"
        case WorkingDays():
            return "1 hverdag" if number == 1 else f"{number} hverdage"


def _count_days(day: date, duration: Duration) -> Iterator[str]:
    match duration:
        case Days(start_counts=True):
            yield f"{_length(duration)}, hvor startdagen tæller med."
        case Days():
            yield f"{_length(duration)} efter; startdagen tælles ikke med."
        case WorkingDays(number):
            yield f"{_length(duration)} efter; startdagen tælles ikke med."
            yield from _passed_over(day, number)
        case Months(number) if _has_no_such_day(day, months=number):
            yield f"{_length(duration)} efter. Måneden har ingen den {day.day}., så det bliver månedens sidste dag."
        case Years(number) if _has_no_such_day(day, months=12 * number):
            yield f"{_length(duration)} efter. Det år har ingen 29. februar, så det bliver månedens sidste dag."
        case Months() | Years():
            yield f"{_length(duration)} efter, på samme dato."


def _has_no_such_day(day: date, *, months: int) -> bool:
    return dates.add_months(day, months=months, if_missing_day=dates.LAST_OF_MONTH).day != day.day


def _passed_over(day: date, number: int) -> Iterator[str]:
    free = dates.passed_over(day, days=number, calendar=WorkingCalendar.LATE)
    if free:
        named = ", ".join(f"{_with_name(each, name)}" for each, name in free)
        yield f"Fridage, der er sprunget over: {named}."
    strict = dates.add_working_days(day, days=number, calendar=WorkingCalendar.STRICT)
    if strict != dates.add_working_days(day, days=number, calendar=WorkingCalendar.LATE):
        yield f"Læst strengt (kun søndage og helligdage er fri) er det {danish_date(strict)}; Pejl minder om den dag."


def _with_name(day: date, name: str) -> str:
    told = danish_date(day)
    return told if told.startswith(name) else f"{told} ({name})"


def _cap(judgement: Judgement) -> Iterator[str]:
    if judgement.cap:
        yield f"Men {_told(judgement.cap)} kom før, og så skal der følges op den dag."


def _limit(judgement: Judgement) -> Iterator[str]:
    deadline = judgement.deadline
    if deadline.due_at is None or isinstance(judgement.rule.duty, Before):
        return
    if isinstance(judgement.rule.duty, Within) and isinstance(judgement.rule.duty.time, Hours):
        if deadline.warn_at and deadline.warn_at != deadline.due_at:
            yield f"Fristen udløber mellem {danish_moment(deadline.warn_at)} og {danish_moment(deadline.due_at)}."
        else:
            yield f"Fristen er {danish_moment(deadline.due_at)}."
    else:
        yield f"Fristen er {danish_date(local_day(deadline.due_at))}, dagen ud."


def _outcome(judgement: Judgement) -> Iterator[str]:
    deadline, due = judgement.deadline, judgement.deadline.due_at
    if judgement.met:
        same_day = due and judgement.met.day == local_day(due) and isinstance(judgement.rule.duty, Before)
        early = isinstance(judgement.rule.duty, Within) and judgement.met.day < judgement.start.day
        note = " (samme dag)" if same_day else " (allerede før)" if early else ""
        yield f"Opfyldt af {_told(judgement.met)}{note}."
    if judgement.stop and deadline.stopped_at and not judgement.met:
        in_time = due is None or deadline.stopped_at <= due
        yield f"{_told(judgement.stop)} {'stopper pligten' if in_time else 'kom efter fristen og ændrer den ikke'}."
    if deadline.excused_reason:
        told = f" ({_told(judgement.excuse)})" if judgement.excuse else ""
        yield f"Undtaget: {deadline.excused_reason.rstrip('.')}{told}."
    if deadline.unknown_reason:
        yield _why_unknown(judgement)
    why = judgement.start.fields.get(RAEKKEFOELGE.name)
    if why and isinstance(judgement.rule.duty, Before) and not _in_order(judgement):
        yield f"Hvorfor det kom først: {RAEKKEFOELGE.choices[str(why)]}."


def _in_order(judgement: Judgement) -> bool:
    """Whether what should come before came before."""
    met, due = judgement.deadline.met_at, judgement.deadline.due_at
    return bool(met and due and met <= due)


def _why_unknown(judgement: Judgement) -> str:
    reason = judgement.deadline.unknown_reason
    if reason is Unknown.NOT_COVERED:
        kinds = " eller ".join(f"»{match.kind.label}«" for match in judgement.rule.met_by)
        return f"Kilden indeholder ikke {kinds}, så det kan ikke ses, om pligten er opfyldt."
    aged = any(isinstance(asked, Aged) for asked in judgement.rule.when)
    if reason is Unknown.FIELD_MISSING and aged and judgement.born is None:
        return "Barnets fødselsdag mangler, så det kan ikke afgøres, om pligten gælder."
    return reason.danish


def _standing(judgement: Judgement, *, as_of: datetime) -> str:
    deadline, status = judgement.deadline, judgement.deadline.status(as_of)
    said = f"Pr. {danish_moment(as_of)}: {status.danish}"
    if status is Status.OVERDUE and isinstance(judgement.rule.duty, Before):
        return f"{said}; det var ikke sket før {label_of(judgement.start)}."
    if status is Status.OVERDUE and deadline.due_at:
        return f"{said} med {_apart(judgement, deadline.due_at, as_of)}."
    if status is Status.LATE and deadline.due_at and deadline.met_at:
        return f"{said}, {_apart(judgement, deadline.due_at, deadline.met_at)} over fristen."
    if status is Status.OPEN and deadline.due_at:
        return f"{said}; {_apart(judgement, as_of, deadline.due_at)} tilbage."
    return f"{said}."


def _apart(judgement: Judgement, earlier: datetime, later: datetime) -> str:
    """How far apart: in days, as the duty counts; a duty in hours in hours and minutes up to two days."""
    days = (local_day(later) - local_day(earlier)).days
    duty = judgement.rule.duty
    if days >= 2 or not (isinstance(duty, Within) and isinstance(duty.time, Hours)):
        return "1 dag" if days == 1 else f"{days} dage"
    minutes = int((later - earlier).total_seconds() // 60)
    if minutes >= 120:
        return f"{minutes // 60} timer"
    return "1 minut" if minutes == 1 else f"{minutes} minutter"

"""Who has been let into which demo case? One case is protected, some people are named, one opening waits for review."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from pejl.dates import LAST_OF_MONTH, WorkingCalendar, add_months, is_working_day, local_day, start_of_day
from pejl.events import ANBRINGELSE_IVAERKSAT, UNDERSOEGELSE_BESLUTTET
from pejl.web.access.actions import Doing, NewNaming, name_person, protect
from pejl.web.access.gate import TEMPORARY, WITH_A_REASON
from pejl.web.access.models import Case, LogEntry, Naming, TemporaryAccess, User
from pejl.web.demo.municipality import Municipality

_REASON = "Politiet ringede om natten og bad om at vide, om familien er kendt."
_HISTORY_MONTHS = 3
_LOOK_UPS_A_DAY = 3


@dataclass(frozen=True, slots=True)
class Town:
    """What the doors are made of: people by user name, cases by number."""

    municipality: Municipality
    users: dict[str, User]
    cases: dict[str, Case]

    def of(self, username: str) -> list[Case]:
        """The open cases of a person, in the order of their numbers."""
        return [self.cases[each] for each in self.municipality.open_cases[self.users[username].initials]]

    def holding(self, username: str, kind: str) -> list[Case]:
        """Those of them in which something of this kind has happened."""
        told = self.municipality.by_case
        return [case for case in self.of(username) if any(event.kind == kind for event in told[case.number])]


def make_doors(town: Town, *, now: datetime, random: Random) -> None:
    """Everything about who may see what, as if it had been done over the last months."""
    _protect(town, now=now)
    _name(town, now=now)
    _open_for_a_time(town, now=now)
    LogEntry.objects.bulk_create(list(_look_ups(town, now=now, random=random)))


def _protect(town: Town, *, now: datetime) -> None:
    """The last of Jonas' cases, seen by him and the head of the department."""
    doing = Doing(by=town.users["karen"], at=now - timedelta(days=40))
    named = [town.users["jonas"], town.users["karen"]]
    case = town.of("jonas")[-1]
    protect(case, named=named, reason="Barnet er i familie med en kollega.", doing=doing)
    case.refresh_from_db(fields=["protected"])


def _name(town: Town, *, now: datetime) -> None:
    first = local_day(now) - timedelta(days=30)
    doing = Doing(by=town.users["lars"], at=now - timedelta(days=30))
    for username, named_as, case, reason in _namings(town):
        new = NewNaming(user=town.users[username], named_as=named_as, first=first, last=None, reason=reason)
        name_person(case, new, doing=doing)


def _namings(town: Town) -> Iterator[tuple[str, Naming.As, Case, str]]:
    own = town.of("mette")
    placed = town.holding("mette", ANBRINGELSE_IVAERKSAT.key) or own
    investigated = town.holding("mette", UNDERSOEGELSE_BESLUTTET.key) or own
    yield "amina", Naming.As.MEDRAADGIVER, own[-1], "To rådgivere om sagen, fordi der er mange samtaler."
    yield "tove", Naming.As.TILSYNSKONSULENT, placed[0], "Fører det personrettede tilsyn."
    for case in investigated[:3]:
        yield "vibeke", Naming.As.VISITATION, case, "Skal behandles i visitationsudvalget."


def _open_for_a_time(town: Town, *, now: datetime) -> None:
    """The guard opened one of Mette's cases last night; nobody has looked at it yet."""
    guard, case, at = town.users["viggo"], town.of("mette")[4], now - timedelta(hours=11)
    TemporaryAccess.objects.create(case=case, user=guard, reason=_REASON, given_at=at, until=at + TEMPORARY)
    opened = LogEntry(at=at, username=guard.username, name=guard.name, act=LogEntry.Act.BREAK_GLASS)
    opened.case_key, opened.why = case.key, _REASON
    opened.save()


# --- the log ----------------------------------------------------------------------------------------------------


def _look_ups(town: Town, *, now: datetime, random: Random) -> Iterator[LogEntry]:
    """What was opened and listed in the months before, in office hours."""
    today = local_day(now)
    day = add_months(today, months=-_HISTORY_MONTHS, if_missing_day=LAST_OF_MONTH)
    while day < today:
        if is_working_day(day, calendar=WorkingCalendar.LATE):
            yield from _of_a_day(town, day, random)
        day += timedelta(days=1)


def _of_a_day(town: Town, day: date, random: Random) -> Iterator[LogEntry]:
    at = start_of_day(day) + timedelta(hours=8)
    for username in ("mette", "jonas"):
        own = [case for case in town.of(username) if not case.protected]
        yield _entry(town, username, at, detail={"side": "min-dag", "antal": random.randint(3, 9)})
        for case in random.sample(own, k=min(_LOOK_UPS_A_DAY, len(own))):
            yield _entry(town, username, _later(at, random), case=case, why="Rådgiver i sagen")
    if random.random() < 0.3:
        case = random.choice(town.of("mette"))
        yield _entry(town, "lars", _later(at, random), case=case, why="Leder af enheden")
    if random.random() < 0.1:
        case = random.choice(town.of("mette"))
        why = f"{WITH_A_REASON}: Afløser for en kollega i modtagelsen."
        yield _entry(town, "viggo", _later(at, random), case=case, why=why)


def _later(at: datetime, random: Random) -> datetime:
    return at + timedelta(seconds=random.randrange(8 * 3600))


def _entry(
    town: Town,
    username: str,
    at: datetime,
    *,
    case: Case | None = None,
    why: str = "",
    detail: dict[str, str | int] | None = None,
) -> LogEntry:
    """A case that was read, or a list that was seen."""
    user = town.users[username]
    act = LogEntry.Act.READ if case else LogEntry.Act.LIST
    key = case.key if case else ""
    return LogEntry(at=at, username=username, name=user.name, act=act, case_key=key, why=why, detail=detail or {})

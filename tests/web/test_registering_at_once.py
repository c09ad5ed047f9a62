"""When two people, or two clicks, register in one case at the very same moment: is it once, and is nothing lost?"""

import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from threading import Barrier

import pytest
from django.db import connection, connections

from pejl.web.access.models import Case, User
from pejl.web.cases.actions.registering import Act, register, register_together
from pejl.web.cases.actions.writing import AlreadySent, Entry, Overtaken, Sent, new_token
from pejl.web.cases.models import DeadlineRow, EventRow, FormToken
from tests.web.nordby import NOW, TODAY, Nordby, build

AT_ONCE = 4


@contextmanager
def a_database_for_several(folder: Path) -> Iterator[None]:
    """SQLite's test database lives in memory, where two cannot wait for each other; on disk they do, as in a demo."""
    if connection.vendor != "sqlite":
        yield
        return
    name, file = connections.settings["default"]["NAME"], folder / "nordby.sqlite3"
    with sqlite3.connect(file) as copy:
        connection.connection.backup(copy)
    copy.close()
    connections.settings["default"]["NAME"] = str(file)
    try:
        yield
    finally:
        connections.settings["default"]["NAME"] = name


@pytest.fixture
def many(transactional_db: None, tmp_path: Path) -> Iterator[Callable[[Callable[[int], object]], list[object]]]:
    """Runs something in several threads at the same moment, each with a connection of its own."""
    build()
    barrier = Barrier(AT_ONCE)

    def run(what: Callable[[int], object]) -> list[object]:
        def one(number: int) -> object:
            try:
                barrier.wait(timeout=30)
                return what(number)
            finally:
                connection.close()

        with ThreadPoolExecutor(AT_ONCE) as threads:
            return list(threads.map(one, range(AT_ONCE)))

    with a_database_for_several(tmp_path):
        yield run


def sent(nordby: Nordby, *, token: str, seen: int | None) -> Sent:
    return Sent(by=nordby.people["raadgiver"], at=NOW, token=token, seen=seen)


def nordby_again() -> Nordby:
    """The municipality as this thread's connection sees it."""

    return Nordby(
        people={each.username: each for each in User.objects.all()}, cases={"egen": Case.objects.get(key="egen")}
    )


Many = Callable[[Callable[[int], object]], list[object]]
ASSESSMENT = Entry(kind="vurdering_24_timer", day=TODAY, at=NOW - timedelta(hours=1), thread_id="U2", done_by="RAAD")


def test_a_form_sent_several_times_at_once_is_one_event(many: Many) -> None:
    token = new_token()

    def click(_number: int) -> str:
        nordby = nordby_again()
        try:
            return register(nordby.cases["egen"], ASSESSMENT, sent=sent(nordby, token=token, seen=0)).event_id
        except AlreadySent as again:
            return again.row.event_id

    def look(_number: int) -> tuple[int, int, int]:
        rows = EventRow.objects.filter(case__key="egen", kind="vurdering_24_timer")
        return rows.count(), FormToken.objects.count(), Case.objects.get(key="egen").version

    assert len(set(many(click))) == 1
    assert set(many(look)) == {(1, 1, 1)}


def test_several_people_registering_the_same_at_once_are_asked(many: Many) -> None:
    def register_it(_number: int) -> str:
        nordby = nordby_again()
        try:
            register(nordby.cases["egen"], ASSESSMENT, sent=sent(nordby, token=new_token(), seen=0))
        except Overtaken:
            return "spurgt"
        return "registreret"

    assert sorted(map(str, many(register_it))) == ["registreret", *["spurgt"] * (AT_ONCE - 1)]


def test_several_things_at_once_are_all_there_and_counted(many: Many) -> None:
    """Nobody's registration is lost, and the deadlines are those of all of them together."""
    kinds = ("vurdering_24_timer", "risikovurdering", "samtale_med_barnet", "kvittering_sendt")

    def register_one(number: int) -> str:
        nordby = nordby_again()
        entry = Entry(kind=kinds[number], day=TODAY, at=NOW - timedelta(hours=1), thread_id="U2")
        return register(nordby.cases["egen"], entry, sent=sent(nordby, token=new_token(), seen=0)).kind

    def look(_number: int) -> tuple[int, int, int]:
        own = EventRow.objects.filter(case__key="egen")
        met = DeadlineRow.objects.filter(case__key="egen", thread_id="U2", met_at__isnull=False).exclude(
            rule="underretning.genvurderes"
        )
        return own.filter(kind__in=kinds, source="pejl").count(), met.count(), Case.objects.get(key="egen").version

    assert set(map(str, many(register_one))) == set(kinds)
    assert set(many(look)) == {(4, 4, 4)}


def test_joint_acts_that_meet_in_the_same_cases_wait_for_each_other_and_are_all_there(many: Many) -> None:
    """Each begins with another of the siblings; whoever locked in the order of the form would wait for ever."""

    def register_both(number: int) -> str:
        people = {each.username: each for each in User.objects.all()}
        cases = list(Case.objects.filter(key__in=("egen", "syd")).order_by("key"))
        first, second = cases if number % 2 else reversed(cases)
        entry = Entry(kind="notat", day=TODAY, at=NOW - timedelta(hours=1, minutes=number), fields={"tekst": "Fælles"})
        acts = [Act(case=each, entries=(entry,)) for each in (first, second)]
        by = people["afdelingsleder"]
        return register_together(acts, sent=Sent(by=by, at=NOW, token=new_token())).shared_id

    def look(_number: int) -> tuple[int, int]:
        rows = EventRow.objects.filter(kind="notat", source="pejl")
        return rows.filter(case__key="egen").count(), rows.filter(case__key="syd").count()

    assert len(set(many(register_both))) == AT_ONCE
    assert set(many(look)) == {(AT_ONCE, AT_ONCE)}

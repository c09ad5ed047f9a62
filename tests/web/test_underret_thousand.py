"""When a thousand people send the form at once, impatiently, to a real server: is none lost and none doubled?

The server is gunicorn with the application as in production, on the kind of database this run is on. Some click twice,
some lose the line before the answer comes and send again, and some have two tabs open.
"""

from __future__ import annotations

import http.client
import os
import re
import secrets
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlencode

import dj_database_url
import psycopg
import pytest

from tests.repository.tracked import ROOT
from tests.web.test_infrastructure import asked_for

# The thousand are sent to the database that one writes to at a time; the other is tried with fewer, for its locks.
PEOPLE: Final = 1_000 if asked_for() == "sqlite" else 150
AT_ONCE: Final = 32
PATIENCE: Final = 60
FORM: Final = {"Content-Type": "application/x-www-form-urlencoded"}
CODE: Final = re.compile(r'underret-code">([^<]+)<')
LIMITS: Final = {"PEJL_FORM_PER_ADDRESS": "1000000", "PEJL_FORM_IN_ALL": "1000000"}


@contextmanager
def own_database(folder: Path) -> Iterator[str]:
    """The address of an empty database of the kind this run is on."""
    if asked_for() == "sqlite":
        yield f"sqlite:///{folder / 'pejl.sqlite3'}"
        return
    server, name = os.environ["DATABASE_URL"], f"tusind_{secrets.token_hex(4)}"
    with closing(psycopg.connect(server, autocommit=True)) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        yield f"{server.rpartition('/')[0]}/{name}"
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Its address, with our tables in it."""
    folder = tmp_path_factory.mktemp("tusind")
    with own_database(folder) as url:
        yield url


@pytest.fixture(scope="module")
def server(database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """A real server; gives its port."""
    from tests.browser.conftest import free_port, stop

    folder = tmp_path_factory.mktemp("server")
    (folder / "static").mkdir()
    ours = ("PYTEST_", "PEJL_", "DJANGO_")
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    here = {"DATABASE_URL": database, "PEJL_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "pejl.web.settings"}
    environment = {**inherited, **here, **LIMITS}
    subprocess.run([sys.executable, "-m", "django", "migrate", "--verbosity=0"], cwd=ROOT, env=environment, check=True)
    port = free_port()
    how = ["--workers=2", "--worker-class=gthread", "--threads=4", "--timeout=120", f"--bind=127.0.0.1:{port}"]
    command = [sys.executable, "-m", "gunicorn", *how, "--log-level=critical", "pejl.web.wsgi:application"]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log, start_new_session=True)
        try:
            wait_for(port, process)
            yield port
        finally:
            stop(process)


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    give_up_at = time.monotonic() + PATIENCE
    while True:
        try:
            assert ask(port, "GET", "/underret/")[0] == 200
            return
        except OSError:
            assert process.poll() is None
            assert time.monotonic() < give_up_at
            time.sleep(0.1)


def ask(port: int, method: str, address: str, form: dict[str, str] | None = None) -> tuple[int, str]:
    """One question on a line of its own, as from a browser of its own."""
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)) as line:
        line.request(method, address, body=urlencode(form) if form else None, headers=FORM if form else {})
        answer = line.getresponse()
        return answer.status, answer.read().decode()


def hang_up(port: int, form: dict[str, str]) -> None:
    """Send it, and be gone before the answer comes."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    line.request("POST", "/underret/skole/", body=urlencode(form), headers=FORM)
    line.close()


def person(port: int, number: int) -> list[str]:
    """What one impatient person does; gives the code each time one is shown."""
    form = {
        "token": secrets.token_hex(32),
        "handling": "send",
        "barn-0-navn": f"Barn {number}",
        "set_hoert": f"Det her er nummer {number}.\n" + "Der er ikke mad med i tasken. " * 20,
        "navn": "Lise Lærer",
        "kontakt": "11 11 11 11",
    }
    if number % 10 == 0:
        hang_up(port, form)
    if number % 5:
        return [until_sent(port, form)]
    with ThreadPoolExecutor(2) as tabs:
        return list(tabs.map(lambda _: until_sent(port, form), range(2)))


def until_sent(port: int, form: dict[str, str]) -> str:
    """Press the button until there is a receipt, as the page asks for."""
    for _ in range(5):
        status, page = ask(port, "POST", "/underret/skole/", form)
        if found := CODE.search(page):
            return found[1]
        assert status == 503, (status, page)
    raise AssertionError("cannot get a receipt in five tries; see what keeps the database busy")


@pytest.fixture(scope="module")
def codes(server: int) -> list[list[str]]:
    """What each of them saw."""
    with ThreadPoolExecutor(AT_ONCE) as threads:
        return list(threads.map(lambda number: person(server, number), range(PEOPLE)))


def counted(database: str, question: str) -> list[tuple[Any, ...]]:
    """What the database has, asked past Django."""
    if database.startswith("sqlite"):
        import sqlite3

        with closing(sqlite3.connect(database.removeprefix("sqlite:///"))) as connection:
            return connection.execute(question).fetchall()
    name = str(dj_database_url.parse(database)["NAME"])
    with closing(psycopg.connect(os.environ["DATABASE_URL"].rpartition("/")[0] + f"/{name}")) as connection:
        return connection.execute(question.encode()).fetchall()


def test_none_is_lost_and_none_is_doubled(codes: list[list[str]], database: str) -> None:
    assert all(len(set(each)) == 1 for each in codes)
    assert len({each[0] for each in codes}) == PEOPLE
    for table in ("reception_letter", "reception_letterchild", "underret_receipt", "cases_child"):
        assert counted(database, f"SELECT COUNT(*) FROM {table}") == [(PEOPLE,)], table  # noqa: S608 -- our own tables
    notified = "SELECT COUNT(*) FROM cases_eventrow WHERE kind = 'underretning_modtaget'"
    assert counted(database, notified) == [(PEOPLE,)]
    names = counted(database, "SELECT name FROM cases_child")
    assert {name for (name,) in names} == {f"Barn {number}" for number in range(PEOPLE)}
    assert counted(database, "SELECT COUNT(*) FROM underret_draft") == [(0,)]


def test_each_receipt_can_be_verified(codes: list[list[str]], server: int) -> None:
    def verified(code: str) -> bool:
        status, page = ask(server, "POST", "/underret/kvittering/", {"kode": code})
        return status == 200 and code in page and "har ingen ændret noget" in page

    with ThreadPoolExecutor(AT_ONCE) as threads:
        assert all(threads.map(verified, [each[0] for each in codes]))
    right = codes[0][0]
    mistyped = right[:-1] + ("3" if right.endswith("2") else "2")
    wrong = ask(server, "POST", "/underret/kvittering/", {"kode": mistyped})
    assert (wrong[0], "er gemt" in wrong[1].partition("<main")[2].partition("id_kode")[0]) == (422, False)

"""Does kill -9 leave the database as before or as after, and never between?

Tried while a list is read in, while one is taken back, and while an event is registered.
"""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.repository.tracked import ROOT

TABLES = (
    *("cases_batch", "cases_eventrow", "cases_deadlinerow", "cases_spell", "cases_secondsource"),
    *("access_case", "access_openduty", "access_changeentry", "cases_formtoken"),
)

# Each of these makes an SQLite file of its own, whatever database the others are tried on.
pytestmark = pytest.mark.one_database


# Keys, and the ids of what people register.
DRAWN = ("key", "what", "event_id", "met_event")


def start(folder: Path, what: str, statements: int = 0) -> subprocess.Popen[str]:
    """Let a Pejl of its own do it."""
    ours = ("PYTEST_", "PEJL_", "DJANGO_", "DATABASE_URL")
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    command = [sys.executable, "-m", "tests.web.killed", str(folder), what, str(statements)]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=ROOT, env=inherited, stdout=pipe, stderr=pipe, text=True)


def run(folder: Path, what: str, statements: int = 0) -> subprocess.CompletedProcess[str]:
    """The same, when it has ended."""
    process = start(folder, what, statements)
    out, errors = process.communicate()
    return subprocess.CompletedProcess(process.args, process.returncode, out, errors)


def contents(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of the tables, but for keys that are drawn."""
    with closing(sqlite3.connect(folder / "pejl.sqlite3")) as database:
        found = {}
        for table in TABLES:
            names = [row[1] for row in database.execute(f"PRAGMA table_info({table})") if row[1] not in DRAWN]
            columns = ", ".join(f'"{name}"' for name in names)
            found[table] = sorted(database.execute(f"SELECT {columns} FROM {table}"), key=repr)  # noqa: S608 -- our own tables
        return found


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A database with a list that has been tried, one where it was read in, and how many statements that took."""
    tried, taken_in = tmp_path_factory.mktemp("pejl") / "proevet", tmp_path_factory.mktemp("pejl") / "laest_ind"
    tried.mkdir()
    made = run(tried, "lav")
    assert made.returncode == 0, made.stderr
    shutil.copytree(tried, taken_in)
    assert run(taken_in, "laes_ind").returncode == 0
    return {"laes_ind": tried, "tag_tilbage": taken_in, "registrer": tried}


@pytest.mark.parametrize("what", ["laes_ind", "tag_tilbage", "registrer"])
def test_killed_anywhere_it_is_as_before_or_as_after(places: dict[str, Path], tmp_path: Path, what: str) -> None:
    before = contents(places[what])
    shutil.copytree(places[what], tmp_path / "hel")
    whole = run(tmp_path / "hel", what)
    assert whole.returncode == 0, whole.stderr
    after = contents(tmp_path / "hel")
    assert after != before
    statements = int(whole.stdout)
    # After the locks, in the midst of the writing, and when all is written but nothing is kept yet.
    folder = tmp_path / "slukket"
    shutil.copytree(places[what], folder)
    for number in (statements // 3, statements // 2, statements):
        assert run(folder, what, number).returncode == -signal.SIGKILL
        assert contents(folder) == before, number
    assert run(folder, what).returncode == 0
    assert contents(folder) == after


def test_of_two_at_once_one_wins_and_the_other_gets_a_sentence(places: dict[str, Path], tmp_path: Path) -> None:
    shutil.copytree(places["laes_ind"], tmp_path / "begge")
    both = [start(tmp_path / "begge", "laes_ind") for _ in range(2)]
    errors = [process.communicate()[1] for process in both]
    assert sorted(process.returncode for process in both) == [0, 1], errors
    assert "Listen er allerede læst ind af Navn på datakonsulent." in "".join(errors)
    assert contents(tmp_path / "begge") == contents(places["tag_tilbage"])

"""Does ./start open an invented municipality on a bare machine, start again at once, and leave what is not its own?"""

from __future__ import annotations

import http.client
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from pejl.web.__main__ import main
from pejl.web.demo.people import PASSWORD, PEOPLE
from pejl.web.run import FEWEST, is_free
from tests.repository.tracked import ROOT

PATIENCE = 180  # seconds; a quiet machine takes ten
FILLING = "Gør den opdigtede kommune klar"


def environment(**more: str) -> dict[str, str]:
    """What a person's machine would give the program."""
    ours = ("PYTEST_", "PEJL_", "DJANGO_", "DATABASE_URL")
    return {**{name: value for name, value in os.environ.items() if not name.startswith(ours)}, **more}


def free_port() -> int:
    """A port that nobody listens on at this moment."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


@contextmanager
def started(folder: Path, *, port: int) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The demo on data in this folder, and what it said until it was ready; told to stop as Ctrl-C does."""
    command = [sys.executable, "-m", "pejl.web.run", "--port", str(port), "--database", str(folder)]
    with (folder / "said").open("w+", encoding="utf-8") as said:
        process = subprocess.Popen(
            [*command, "--inhabitants", str(FEWEST)],
            env=environment(),
            stdout=said,
            stderr=said,
            text=True,
            start_new_session=True,
        )
        try:
            yield process, wait_until_ready(process, folder / "said")
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGINT)
                process.wait(timeout=30)


def wait_until_ready(process: subprocess.Popen[str], said: Path) -> str:
    """Until the program has told what a person needs to know."""
    give_up_at = time.monotonic() + PATIENCE
    while "Stop med Ctrl-C" not in (text := said.read_text(encoding="utf-8")):
        if process.poll() is not None or time.monotonic() > give_up_at:
            raise RuntimeError(f"cannot get the demo to start; it said:\n{text}")
        time.sleep(0.1)
    return text


def ask(port: int, address: str) -> tuple[int, str]:
    """One page."""
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=60)) as connection:
        connection.request("GET", address)
        answer = connection.getresponse()
        return answer.status, answer.read().decode()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the demo of these tests lives."""
    return tmp_path_factory.mktemp("demo")


@pytest.fixture(scope="module")
def first_start(folder: Path) -> str:
    """What the first start said, once it has served a page and been stopped."""
    port = free_port()
    with started(folder, port=port) as (process, said):
        status, page = ask(port, "/log-ind/")
        assert status == 200
        assert all(person.name in page for person in PEOPLE)
        os.killpg(process.pid, signal.SIGINT)
        assert process.wait(timeout=30) == 0
    assert (folder / "said").read_text(encoding="utf-8").count("Pejl er stoppet.") == 1
    return said


def test_the_first_start_invents_a_municipality_and_says_how_to_come_in(first_start: str, folder: Path) -> None:
    assert FILLING in first_start
    assert "http://127.0.0.1:" in first_start
    assert PASSWORD in first_start
    assert all(f"  {person.username} " in first_start for person in PEOPLE)
    assert "udtraek-nordby.xlsx" in first_start
    assert (folder / "udtraek-nordby.xlsx").is_file()


def test_the_second_start_does_nothing_over(first_start: str, folder: Path) -> None:
    with started(folder, port=free_port()) as (_, said):
        assert FILLING not in said


def test_what_was_broken_off_is_done_next_time(first_start: str, folder: Path, tmp_path: Path) -> None:
    with (
        closing(sqlite3.connect(folder / "pejl.sqlite3")) as whole,
        closing(sqlite3.connect(tmp_path / "pejl.sqlite3")) as half,
    ):
        whole.backup(half)
        half.execute("UPDATE access_case SET rulebook = ''")
        half.commit()
    with started(tmp_path, port=free_port()) as (_, said):
        assert FILLING in said
    with closing(sqlite3.connect(tmp_path / "pejl.sqlite3")) as mended:
        assert mended.execute("SELECT count(*) FROM access_case WHERE rulebook = ''").fetchone() == (0,)


# --- what is refused --------------------------------------------------------------------------------------------


def run(*words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """``python -m pejl.web start`` with these words, to its end."""
    return subprocess.run(
        [sys.executable, "-m", "pejl.web", "start", *words],
        cwd=ROOT,
        env=environment(**more),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=PATIENCE,
    )


def test_a_port_that_is_taken_is_refused_with_another() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        assert not is_free(port)
        ended = run("--port", str(port))
    assert ended.returncode == 1
    assert f"Port {port} er optaget" in ended.stderr
    other = int(ended.stderr.partition("--port ")[2].rstrip(".\n"))
    assert other > port


@pytest.mark.parametrize("words", [[], ["--fresh"]])
def test_a_database_that_is_not_the_demos_is_left_alone(tmp_path: Path, words: list[str]) -> None:
    database = tmp_path / "pejl.sqlite3"
    with closing(sqlite3.connect(database)) as real:
        real.execute("CREATE TABLE access_user (username text)")
        real.execute("INSERT INTO access_user VALUES ('mette')")
        real.commit()
    ended = run(*words, "--port", str(free_port()), PEJL_DATA=str(tmp_path))
    assert ended.returncode == 1
    assert "Databasen er ikke demoens" in ended.stderr
    with closing(sqlite3.connect(database)) as real:
        assert real.execute("SELECT * FROM access_user").fetchall() == [("mette",)]


def test_the_demo_does_not_start_in_production() -> None:
    ended = run("--port", str(free_port()), PEJL_ENV="produktion")
    assert ended.returncode == 1
    assert "./start er kun til demoen" in ended.stderr


def test_a_postgres_that_does_not_answer_is_told(tmp_path: Path) -> None:
    ended = run("--postgres", "postgres://a@127.0.0.1:9/a", "--port", str(free_port()), PEJL_DATA=str(tmp_path))
    assert ended.returncode == 1
    assert "Databasen kan ikke bruges" in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["start", "--port", "80"], "Kommandoen kan ikke forstås"),
        (["start", "--porten", "8000"], "Kommandoen kan ikke forstås"),
        (["start", "--postgres", "mysql://a/b"], "--postgres skal være en adresse"),
        (["stop"], "Kommandoen kan ikke forstås"),
        ([], "Kommandoen kan ikke forstås"),
    ],
)
def test_a_command_that_makes_no_sense_is_refused(
    words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        code = main(words)
    except SystemExit as ended:
        code = int(ended.code or 0)
    assert code == 1
    assert told in capsys.readouterr().err


def test_the_help_is_danish(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["start", "--help"])
    said = capsys.readouterr().out
    assert said.startswith("Brug: python -m pejl.web start")
    assert "slet demoens data, og begynd forfra" in said

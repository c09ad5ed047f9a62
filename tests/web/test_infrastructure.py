"""Do the tests of the web run on the database that was asked for, in a place of their own, and would a skip be seen?"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from tests.repository.tracked import ROOT
from tests.web import postgres

INVENTED = """
import pytest
from django.db import connection

@pytest.mark.django_db
def test_skips_itself():
    pytest.skip("not today")

def test_reaches_for_the_database():
    connection.ensure_connection()

def test_asks_for_it(db):
    connection.ensure_connection()
"""


def asked_for() -> str:
    """Which kind of database ./check wants this run to be on."""
    return "postgresql" if os.environ.get("DATABASE_URL", "").startswith("postgres") else "sqlite"


@pytest.mark.django_db
def test_the_database_is_the_one_asked_for() -> None:
    assert connection.vendor == asked_for()
    version = {"postgresql": "SELECT version()", "sqlite": "SELECT sqlite_version()"}
    with connection.cursor() as cursor:
        cursor.execute(version[asked_for()])
        assert cursor.fetchone()


@pytest.mark.django_db
def test_the_database_is_made_for_the_tests() -> None:
    name = str(connection.settings_dict["NAME"])
    assert name.startswith("test_") or "mode=memory" in name


@pytest.mark.django_db
def test_only_postgres_knows_danish_capitals() -> None:
    # Why names are sorted and looked up by a key that is made in Python.
    with connection.cursor() as cursor:
        cursor.execute("SELECT UPPER('æøå')")
        assert cursor.fetchone() == ({"postgresql": "ÆØÅ", "sqlite": "æøå"}[asked_for()],)


def test_the_data_lie_apart_from_a_persons_own() -> None:
    assert not Path(settings.PEJL_DATA).is_relative_to(ROOT)


def test_a_skip_fails_and_so_does_reaching_for_a_database_unasked(tmp_path: Path) -> None:
    said = run_pytest(tmp_path, INVENTED, PEJL_NO_SKIPS="1")
    assert "2 failed, 1 passed" in said
    assert "cannot skip a test here" in said
    assert "Database access not allowed" in said


def run_pytest(tmp_path: Path, test: str, **environment: str) -> str:
    """Run one invented test file under the conftest of the web, and that of all tests above it."""
    folder = tmp_path / "web"
    folder.mkdir()
    (folder / "test_invented.py").write_text(test)
    for path, to in (("tests/conftest.py", tmp_path), ("tests/web/conftest.py", folder)):
        (to / "conftest.py").write_text((ROOT / path).read_text(encoding="utf-8"))
    ours = ("PYTEST_", "PEJL_", "DJANGO_", "DATABASE_URL")
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    result = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", ".", "."],
        cwd=tmp_path,
        env={**inherited, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return result.stdout + result.stderr


# --- what ./check finds before it starts (setup.sh) --------------------------------------------------------------


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """An invented machine's folder of programs, without any."""
    folder = tmp_path / "bin"
    folder.mkdir()
    return folder


def install(machine: Path, name: str, script: str = "exit 0") -> None:
    """Put a new program on the invented machine."""
    with (machine / name).open("x") as file:
        file.write(f"#!/bin/sh\n{script}\n")
    (machine / name).chmod(0o755)


def find_chromium(machine: Path, *, user: int = 1000, **environment: str) -> tuple[int, str]:
    """Let setup.sh look for a Chromium there; gives what it ended with, what it said and, last, what it found."""
    install(machine, "id", f"echo {user}")
    result = subprocess.run(
        [shutil.which("sh") or "sh", "-euc", '. ./setup.sh; find_chromium; echo "[$PEJL_CHROMIUM]"'],
        cwd=ROOT,
        env={"PATH": str(machine), **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return result.returncode, result.stdout + result.stderr


def test_a_chromium_on_the_machine_is_found(machine: Path) -> None:
    install(machine, "chromium", "exit 1  # a notice about a snap")
    install(machine, "google-chrome")
    assert find_chromium(machine) == (0, "[google-chrome]\n")


def test_a_chromium_that_is_named_is_the_one(machine: Path) -> None:
    install(machine, "chromium")
    install(machine, "min-chromium")
    assert find_chromium(machine, PEJL_CHROMIUM="min-chromium") == (0, "[min-chromium]\n")


def test_a_named_chromium_that_is_not_there_stops(machine: Path) -> None:
    install(machine, "chromium")
    code, said = find_chromium(machine, PEJL_CHROMIUM="min-chromium")
    assert code == 1
    assert 'PEJL_CHROMIUM er "min-chromium"' in said


def test_a_chromium_is_installed_where_it_may_be(machine: Path) -> None:
    install(machine, "in-the-archive")
    install(
        machine,
        "apt-get",
        f'case "$*" in *" chromium "*) {shutil.which("mv")} {machine}/in-the-archive {machine}/chromium ;; esac',
    )
    code, said = find_chromium(machine, user=0, CI="true")
    assert code == 0, said
    assert "Henter browseren Chromium til prøverne med apt-get" in said
    assert said.endswith("[chromium]\n")


def test_nothing_is_installed_by_someone_who_may_not(machine: Path) -> None:
    install(machine, "apt-get", "echo never")
    code, said = find_chromium(machine)
    assert code == 0
    assert "apt-get" not in said
    assert "browserprøverne springes over" in said
    assert said.endswith("[]\n")


@pytest.mark.parametrize("name", ["CI", "PEJL_NO_SKIPS"])
def test_nobody_skips_the_browser_in_ci(machine: Path, name: str) -> None:
    install(machine, "apt-get", "exit 1")
    code, said = find_chromium(machine, user=0, **{name: "1"})
    assert code == 1
    assert "Det lykkedes ikke at hente browseren Chromium" in said
    assert "her må browserprøverne ikke springes over" in said


def test_a_postgres_is_found() -> None:
    assert postgres.to_be_had()

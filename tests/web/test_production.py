"""Does Pejl refuse to start in production with anything that only fits a demo, and say what to set instead?"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import quote

import pytest
from django.conf import settings as demo
from django.contrib.auth.hashers import make_password
from django.db import connection

from pejl.simulation import writing_up
from pejl.web import production
from pejl.web.__main__ import COMMANDS
from pejl.web.access.models import User
from pejl.web.cases.models import EventRow
from pejl.web.demo.people import PASSWORD, PEOPLE, SOURCE
from tests.repository.tracked import ROOT
from tests.web.nordby import NOW, TODAY, Nordby

# What is asked here is how a server is set up, which is the same beside any database.
pytestmark = pytest.mark.one_database

OTHER = "en helt anden kode"
PAGE = (ROOT / "docs/gør/i-drift.md").read_text(encoding="utf-8")
KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="
FIT = {
    "PEJL_ENV": "produktion",
    "PEJL_MODE": "ved_siden_af",
    "PEJL_MUNICIPALITY": "Skovby Kommune",
    "PEJL_HOSTS": "pejl.skovby.example",
    "PEJL_SECRET_KEY": "lang og tilfældig " * 5,
    "PEJL_CPR_KEY": KEY,
    "PEJL_OIDC_CLIENT_ID": "pejl",
    "PEJL_OIDC_CLIENT_SECRET": "hemmelig",
    **{
        f"PEJL_OIDC_{name}_URL": f"https://login.skovby.example/{name}"
        for name in ("AUTHORIZATION", "TOKEN", "USER", "JWKS")
    },
}


# --- the settings -----------------------------------------------------------------------------------------------


def fit(**different: Any) -> Any:
    """Settings that are fit for production, but for what is said."""
    known = {
        "PEJL_ENV": "produktion",
        "SECRET_KEY": "x" * 50,
        "DEMO_SECRET": demo.DEMO_SECRET,
        "PEJL_CPR_KEY": KEY,
        "DEMO_CPR_KEY": demo.DEMO_CPR_KEY,
        "PEJL_MODE": "alene",
        "PEJL_MUNICIPALITY": "Skovby Kommune",
        "DEMO_MUNICIPALITY": demo.DEMO_MUNICIPALITY,
        "DEBUG": False,
        "DATABASES": {"default": {"ENGINE": "django.db.backends.postgresql"}},
        "PEJL_HOSTS_CHOSEN": True,
        "ALLOWED_HOSTS": ["pejl.skovby.example"],
        "PEJL_OIDC_ISSUER": "https://login.skovby.example",
        "OIDC_RP_CLIENT_ID": "pejl",
        "OIDC_RP_CLIENT_SECRET": "hemmelig",
        "OIDC_OP_AUTHORIZATION_ENDPOINT": "",
        "OIDC_OP_TOKEN_ENDPOINT": "",
        "OIDC_OP_USER_ENDPOINT": "",
        "OIDC_OP_JWKS_ENDPOINT": "",
    }
    return SimpleNamespace(**{**known, **different})


def test_a_fit_set_up_has_no_faults_and_neither_has_a_demo() -> None:
    assert production.faults(fit()) == []
    assert production.faults(demo) == []


@pytest.mark.parametrize(
    ("different", "what_to_set"),
    [
        ({"PEJL_ENV": "prod"}, "PEJL_ENV"),
        ({"SECRET_KEY": demo.DEMO_SECRET}, "PEJL_SECRET_KEY"),
        ({"SECRET_KEY": "x" * 49}, "PEJL_SECRET_KEY"),
        ({"PEJL_CPR_KEY": demo.DEMO_CPR_KEY}, "PEJL_CPR_KEY"),
        ({"PEJL_CPR_KEY": ""}, "PEJL_CPR_KEY"),
        ({"PEJL_CPR_KEY": "ikke en nøgle"}, "PEJL_CPR_KEY"),
        ({"PEJL_MODE": ""}, "PEJL_MODE"),
        ({"PEJL_MUNICIPALITY": demo.DEMO_MUNICIPALITY}, "PEJL_MUNICIPALITY"),
        ({"DEBUG": True}, "PEJL_DEBUG"),
        ({"DATABASES": {"default": {"ENGINE": "django.db.backends.sqlite3"}}}, "DATABASE_URL"),
        ({"PEJL_HOSTS_CHOSEN": False}, "PEJL_HOSTS"),
        ({"ALLOWED_HOSTS": ["*"]}, "PEJL_HOSTS"),
        ({"ALLOWED_HOSTS": ["pejl.skovby.example", ".skovby.example"]}, "PEJL_HOSTS"),
        ({"OIDC_RP_CLIENT_SECRET": ""}, "PEJL_OIDC_CLIENT_SECRET"),
        ({"PEJL_OIDC_ISSUER": ""}, "PEJL_OIDC_ISSUER"),
    ],
)
def test_each_fault_is_one_sentence_that_says_what_to_set(different: dict[str, Any], what_to_set: str) -> None:
    (sentence,) = production.faults(fit(**different))
    assert what_to_set in sentence
    assert sentence[0].isupper()
    assert sentence.endswith(".")


def test_a_provider_whose_addresses_are_told_needs_no_name() -> None:
    told = {f"OIDC_OP_{name}_ENDPOINT": "https://a.example" for name in ("AUTHORIZATION", "TOKEN", "USER", "JWKS")}
    assert production.faults(fit(PEJL_OIDC_ISSUER="", **told)) == []


# --- the database -----------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_an_empty_database_and_real_people_pass() -> None:
    assert production.database_faults() == []
    User(username="lars", name="Lars fra virkeligheden", password=make_password(OTHER)).save()
    User.objects.create(username="karen", name="Karen fra virkeligheden")
    assert production.database_faults() == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "password"),
    [(PEOPLE[0].name, OTHER), ("Omdøbt", PASSWORD)],
    ids=["by the name", "by the password"],
)
def test_a_person_of_the_demo_is_seen(name: str, password: str) -> None:
    User.objects.create(username=PEOPLE[0].username, name=name, password=password)
    (sentence,) = production.database_faults()
    assert "demoens brugere (mette)" in sentence


def test_invented_cases_are_seen(nordby: Nordby) -> None:
    EventRow.objects.create(event_id="1", kind="notat", day=TODAY, recorded_at=NOW, source=SOURCE)
    (sentence,) = production.database_faults()
    assert "opdigtede sager" in sentence


def test_the_demo_is_known_by_the_name_the_simulation_uses() -> None:
    assert SOURCE == writing_up.SOURCE


# --- the page about it ------------------------------------------------------------------------------------------


def test_the_page_tells_of_every_variable_and_of_no_other() -> None:
    read = set(
        re.findall(r'"(PEJL_[A-Z_]+|DATABASE_URL)"', (ROOT / "src/pejl/web/settings.py").read_text(encoding="utf-8"))
    )
    rows = [line for line in PAGE.splitlines() if line.startswith("| `")]
    assert {name for row in rows for name in re.findall(r"`([A-Z_]+)`", row.split("|")[1])} == read


def test_the_page_names_only_commands_there_are() -> None:
    named = set(re.findall(r"-m pejl\.web ([a-z]+)", PAGE))
    assert named == set(COMMANDS) - {"start"}


# --- programs that refuse ---------------------------------------------------------------------------------------


def run(*command: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a program of Pejl's with this environment and no other of ours."""
    ours = ("PYTEST_", "PEJL_", "DJANGO_", "DATABASE_URL")
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=ROOT,
        env={**inherited, "PEJL_DATA": str(folder), **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


def test_gunicorn_ends_with_the_sentences_and_no_trace(tmp_path: Path) -> None:
    ended = run(
        "gunicorn", "pejl.web.wsgi", "-b", "127.0.0.1:0", "--no-control-socket", folder=tmp_path, PEJL_ENV="produktion"
    )
    assert ended.returncode == 3, ended.stderr
    assert "Pejl starter ikke, før dette er rettet:" in ended.stderr
    for name in (
        "PEJL_SECRET_KEY",
        "PEJL_CPR_KEY",
        "PEJL_MODE",
        "PEJL_MUNICIPALITY",
        "DATABASE_URL",
        "PEJL_HOSTS",
        "PEJL_OIDC_ISSUER",
    ):
        assert name in ended.stderr
    assert "Traceback" not in ended.stderr


def test_preparing_and_checking_say_the_same(tmp_path: Path) -> None:
    for command in ("check", "prepare"):
        ended = run("pejl.web", command, folder=tmp_path, PEJL_ENV="produktion")
        assert ended.returncode == 1
        assert "Sæt PEJL_SECRET_KEY" in ended.stdout + ended.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_misspelt_environment_starts_nothing(tmp_path: Path) -> None:
    ended = run("pejl.web", "check", folder=tmp_path, PEJL_ENV="production")
    assert ended.returncode == 1
    assert "PEJL_ENV er »production«" in ended.stdout


@pytest.mark.django_db
def test_the_whole_environment_of_a_municipality(tmp_path: Path) -> None:
    fit_for = {**FIT, "DATABASE_URL": address(tmp_path)}
    expected = {"sqlite": (1, "Databasen er SQLite"), "postgresql": (0, "Pejl er klar til at starte.")}
    code, said = expected[connection.vendor]
    if not code:
        collected = run(
            "django", "collectstatic", "--noinput", "--settings", "pejl.web.settings", folder=tmp_path, **fit_for
        )
        assert collected.returncode == 0, collected.stderr
    ended = run("pejl.web", "check", folder=tmp_path, **fit_for)
    assert ended.returncode == code, ended.stdout + ended.stderr
    assert said in ended.stdout
    assert len(ended.stdout.splitlines()) == 1


def address(folder: Path) -> str:
    """The database of the tests, or a file where theirs is in memory."""
    if connection.vendor == "sqlite":
        return f"sqlite:///{folder / 'pejl.sqlite3'}"
    known = connection.settings_dict
    who = f"{known['USER']}:{known['PASSWORD']}"
    return f"postgres://{who}@{quote(known['HOST'], safe='')}:{known['PORT']}/{known['NAME']}"

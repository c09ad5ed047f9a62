"""What does every test of the web stand on: Django set up as a demo is, on a database and in a folder of its own?

Django is set up here and not in pyproject.toml, so that the core can be tested without the web, even a broken one.
"""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import django
import pytest
from pytest_django import DjangoDbBlocker

# Uploads and collected files; gone when the tests are.
DATA = tempfile.TemporaryDirectory(prefix="pejl-web-")
# What says how to test, and not how a server of somebody's own is set up.
KEPT = ("PEJL_NO_SKIPS", "PEJL_CHROMIUM")


def set_up() -> None:
    """Before any test module imports a model."""
    for name in [each for each in os.environ if each.startswith("PEJL_") and each not in KEPT]:
        del os.environ[name]
    (Path(DATA.name) / "static").mkdir()
    os.environ |= {"DJANGO_SETTINGS_MODULE": "pejl.web.settings", "PEJL_DATA": DATA.name}
    django.setup()


set_up()


@pytest.fixture(scope="session", autouse=True)
def no_database_unasked(django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Only a test that asks for the database reaches it; pytest-django sees to it where it set Django up itself."""
    with django_db_blocker.block():
        yield


@pytest.fixture(scope="session")
def kept(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Any:
    """The small municipality, built once in each process, before any test can have set anything otherwise."""
    from pejl.web import clock
    from tests.web.kept import keep
    from tests.web.nordby import NOW, build

    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(clock, "now", lambda: NOW)
        return keep(build)


@pytest.fixture
def nordby(kept: Any, db: None, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A small municipality, and a clock that stands still."""
    from pejl.web import clock
    from tests.web.nordby import NOW

    monkeypatch.setattr(clock, "now", lambda: NOW)
    return kept.again()

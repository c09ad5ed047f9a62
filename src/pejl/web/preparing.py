"""Is the demo ready to be seen: its tables there, its municipality invented, every case worked out for today?

``python -m pejl.web.preparing`` does what is missing. It is a process of its own, since the columnar engine starts
threads, and a server that has threads must not be copied into its workers.
"""

from __future__ import annotations

import os
import shutil
import sys
from datetime import datetime
from pathlib import Path
from typing import Final

import django
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from pejl.web import clock
from pejl.web.examples import EXAMPLES

SAMPLE: Final = "udtraek-nordby.xlsx"
_SAMPLES: Final = Path("tests/samples")


# By these a database is known for the demo's; whoever came to work there later is not asked for.
_KNOWN_BY: Final = frozenset({"mette", "lars", "karen", "henrik"})


class NotTheDemo(Exception):
    """This database is not the demo's, so it is left alone; the message is the Danish sentence with what to do."""


def is_ready(*, now: datetime) -> bool:
    """Whether there is nothing to do; asks the database for little and computes nothing."""
    if not _tables_are_there() or not apps.get_model("access", "User")._default_manager.exists():
        return False
    # Only here: nothing of a model can be loaded before Django is set up.
    from pejl.web.cases import bridge

    return not bridge.stale_cases(as_of=now).exists()


def _tables_are_there() -> bool:
    """Whether every migration has been run, without loading the state they would make."""
    known = MigrationLoader(None).disk_migrations.keys()
    return known <= MigrationRecorder(connection).applied_migrations().keys()


def prepare(*, now: datetime, inhabitants: int) -> None:
    """Do what is missing. Broken off, it begins again next time: the municipality is written whole or not at all."""
    from pejl.web.upkeep import refresh

    call_command("migrate", verbosity=0)
    if settings.PEJL_EXAMPLE:
        EXAMPLES[settings.PEJL_EXAMPLE].fill(now=now)
    else:
        from pejl.web.demo.fill import fill

        fill(now=now, inhabitants=inhabitants)
    refresh(now=now)


def lay_out_sample() -> Path | None:
    """A copy of the sample extract beside the demo's data, for taking in; None where Pejl came without samples."""
    source, copy = settings.ROOT / _SAMPLES / SAMPLE, settings.PEJL_DATA / SAMPLE
    if not source.is_file():
        return None
    if not copy.exists():
        shutil.copyfile(source, copy)
    return copy


# --- whose database ---------------------------------------------------------------------------------------------


def refuse_others() -> None:
    """Raise NotTheDemo for a database with anybody else's people or tables: everyone knows the demo's password."""
    if not _is_the_demo(connection.introspection.table_names()):
        raise NotTheDemo(
            "Databasen er ikke demoens, så den bliver ikke rørt. Vælg en tom database, eller slet den selv."
        )


def throw_away() -> None:
    """Delete the demo's database, so that it is made anew."""
    refuse_others()
    if connection.vendor == "sqlite":
        _delete_files(Path(connection.settings_dict["NAME"]))
    else:
        _drop(connection.introspection.table_names())
    shutil.rmtree(settings.PEJL_DATA / "uploads", ignore_errors=True)


def _is_the_demo(tables: list[str]) -> bool:
    """Empty, or with the demo's own people. Asked in plain SQL: the tables may be those of an older Pejl."""
    if "access_user" not in tables:
        return not tables or "django_migrations" in tables
    with connection.cursor() as cursor:
        cursor.execute("SELECT username FROM access_user")
        names = {name for (name,) in cursor.fetchall()}
    known_by = EXAMPLES[settings.PEJL_EXAMPLE].known_by if settings.PEJL_EXAMPLE else _KNOWN_BY
    return not names or known_by <= names


def _delete_files(database: Path) -> None:
    connection.close()
    for suffix in ("", "-wal", "-shm"):
        database.with_name(database.name + suffix).unlink(missing_ok=True)


def _drop(tables: list[str]) -> None:
    """Our own tables, by the names of our apps; what else is in the database stays."""
    ours = {config.label for config in apps.get_app_configs()} | {"django"}
    with connection.cursor() as cursor:
        for table in tables:
            if table.partition("_")[0] in ours:
                cursor.execute(f"DROP TABLE {connection.ops.quote_name(table)} CASCADE")


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pejl.web.settings")
    django.setup()
    try:
        prepare(now=clock.now(), inhabitants=int(sys.argv[1]))
    except KeyboardInterrupt:
        sys.exit(1)  # Ctrl-C is told of by whoever started us

"""How does a measured database come to lie on PostgreSQL? A server of our own for as long as it takes, and the rows.

The server is the tests' (``tests/web/postgres.py``), but it is not let off anything: every commit reaches the disk,
as it must where children's cases are kept.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch
from urllib.parse import quote

from tests.web import postgres

_AS_IN_PRODUCTION: Final = ("max_wal_senders=0",)
_ROWS: Final = 10_000


@contextmanager
def server() -> Iterator[str]:
    """The address of an empty database."""
    with (
        patch.object(postgres, "CARELESS", _AS_IN_PRODUCTION),
        tempfile.TemporaryDirectory(prefix="pejl-pg-", ignore_cleanup_errors=True) as folder,
        postgres.own_server(Path(folder)),
    ):
        yield f"postgres://{postgres.USER}@{quote(folder, safe='')}/{postgres.DATABASE}"


def copy_rows(source: Path) -> int:
    """Every row of ours from a SQLite file into the empty tables this process is set up with; gives how many."""
    from django.apps import apps
    from django.core.management.color import no_style
    from django.db import connection, transaction

    models = [*apps.get_app_config("access").get_models(), *apps.get_app_config("cases").get_models()]
    with closing(sqlite3.connect(f"file:{source}?mode=ro", uri=True)) as old, transaction.atomic():
        rows = sum(_copy(old, model, into=connection) for model in models)
        with connection.cursor() as cursor:
            for statement in connection.ops.sequence_reset_sql(no_style(), models):
                cursor.execute(statement)
    with connection.cursor() as cursor:
        # What the server itself does some minutes later.
        cursor.execute("ANALYZE")
    return rows


def _copy(old: sqlite3.Connection, model: Any, *, into: Any) -> int:
    """A table; SQLite's texts are read by PostgreSQL as what they stand for, days and moments in UTC."""
    names = ", ".join(f'"{field.column}"' for field in model._meta.concrete_fields)
    table, count = model._meta.db_table, 0
    found = old.execute(f'SELECT {names} FROM "{table}"')  # noqa: S608 -- our own tables and columns
    with into.cursor() as cursor:
        cursor.execute("SET LOCAL TIME ZONE 'UTC'")
        with cursor.copy(f'COPY "{table}" ({names}) FROM STDIN') as copy:
            while some := found.fetchmany(_ROWS):
                count += len(some)
                for row in some:
                    copy.write_row(row)
    return count

"""How does the small municipality come into the database again without being built anew for every test?

To build it takes longer than most tests do. So each process builds it once, reads what that wrote, and writes the very
same rows, with the same keys, for every test that asks: nothing is shared but the values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import connection, transaction
from django.db.models import Model
from django.db.models.sql import InsertQuery

from tests.web.nordby import Nordby

Statements = tuple[tuple[str, tuple[Any, ...]], ...]


@dataclass(frozen=True)
class Kept:
    """What was built, and what to tell a database that has none of it."""

    nordby: Nordby
    statements: Statements

    def again(self) -> Nordby:
        """As it was built; what a test does to it reaches no other test."""
        with connection.cursor() as cursor:
            for statement, values in self.statements:
                cursor.execute(statement, values)
        return deepcopy(self.nordby)


def keep(build: Callable[[], Nordby]) -> Kept:
    """Build it, read what that wrote, and undo it."""
    models = [model for model in apps.get_models(include_auto_created=True) if not model._meta.proxy]
    there = {model: set(model._base_manager.values_list("pk", flat=True)) for model in models}
    with transaction.atomic():
        nordby = build()
        written = {model: list(model._base_manager.exclude(pk__in=there[model])) for model in models}
        transaction.set_rollback(True)
    return Kept(nordby, tuple(each for model, rows in written.items() for each in _insertions(model, rows)))


def _insertions(model: type[Model], rows: list[Model]) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """What writes these rows as they are, as many at a time as this kind of database takes."""
    fields = list(model._meta.local_concrete_fields)
    size = max(connection.ops.bulk_batch_size(fields, rows), 1)
    for start in range(0, len(rows), size):
        query = InsertQuery(model)
        query.insert_values(fields, rows[start : start + size], raw=True)
        yield from query.get_compiler(connection=connection).as_sql()

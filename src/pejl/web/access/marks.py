"""How does a form name a row that has no key of its own? By a mark that neither tells nor can be guessed.

A row's own number would tell how many rows there are, those of protected cases among them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from django.db.models import Model
from django.utils.crypto import salted_hmac

R = TypeVar("R", bound=Model)


def mark_of(row: Model) -> str:
    """The row's mark: the same each time, and of no use without our secret."""
    return salted_hmac(row._meta.label, str(row.pk)).hexdigest()[:20]


def marked(rows: Iterable[R], *, mark: str) -> R | None:
    """The row with this mark among a few the person may choose from."""
    return next((row for row in rows if mark_of(row) == mark), None)

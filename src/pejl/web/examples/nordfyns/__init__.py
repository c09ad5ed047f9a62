"""Nordfyns as its development strategy 2023–2025 tells of it, as the third theme meeting is prepared."""

from __future__ import annotations

from datetime import datetime


def fill(*, now: datetime) -> None:
    """Fill an empty database with it."""
    # Only then: rows cannot be loaded before Django is set up.
    from pejl.web.examples.nordfyns.loading import fill as load

    load(now=now)

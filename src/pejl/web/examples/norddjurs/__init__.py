"""Norddjurs as its papers tell of it: the status of August 2025, and the committee's item of 18 April 2024."""

from __future__ import annotations

from datetime import datetime


def fill(*, now: datetime) -> None:
    """Fill an empty database with it."""
    # Only then: rows cannot be loaded before Django is set up.
    from pejl.web.examples.norddjurs.loading import fill as load

    load(now=now)

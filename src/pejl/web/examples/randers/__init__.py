"""Randers as its paper of April 2016 tells of it: ten visions, four units, and a time plan to May 2017."""

from __future__ import annotations

from datetime import datetime


def fill(*, now: datetime) -> None:
    """Fill an empty database with it."""
    # Only then: rows cannot be loaded before Django is set up.
    from pejl.web.examples.randers.loading import fill as load

    load(now=now)

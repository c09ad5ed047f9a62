"""Odsherred as its papers tell of it: the course with the Task Force, October 2021 to January 2023.

Facts, numbers and days with their source; the wording is ours. Where the papers contradict themselves, all are kept.
"""

from __future__ import annotations

from datetime import datetime


def fill(*, now: datetime) -> None:
    """Fill an empty database with it."""
    # Only then: rows cannot be loaded before Django is set up.
    from pejl.web.examples.odsherred.loading import fill as load

    load(now=now)

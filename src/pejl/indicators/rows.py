"""What is one counted thing? The row that a figure is added up from, and that it opens to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple

from pejl.events import Event
from pejl.indicators.indicator import NOT_TOLD, Group
from pejl.indicators.period import Period
from pejl.indicators.reading import all_hold
from pejl.tables import Unknown


class Verdict(StrEnum):
    """The answer in one case: yes and no are counted, and what cannot be decided stands apart."""

    YES = "ja"
    NO = "nej"
    UNKNOWN = "ukendt"


NOT_COVERED: Final = Unknown.NOT_COVERED.danish
FIELD_MISSING: Final = Unknown.FIELD_MISSING.danish
FAMILY_MISSING: Final = "Kilden siger ikke, hvilke børn der er i samme familie."


class Row(NamedTuple):
    """One counted thing in one case.

    ``counted_as`` is shared by rows that are counted once together (a letter, a child, a family); empty: by itself.
    """

    case_id: str
    period: Period
    verdict: Verdict
    day: date
    group: str = ""
    event_id: str = ""  # the event it is about, or that began the duty
    since: date | None = None  # the day a duty counts from
    rule: str = ""
    why: str = ""  # what cannot be decided, as a Danish sentence
    value: float | None = None
    counted_as: str = ""


def verdict_of(answer: bool | None) -> Verdict:
    """Yes, no, or nobody can tell."""
    return Verdict.UNKNOWN if answer is None else Verdict.YES if answer else Verdict.NO


def group_of(event: Event, groups: Iterable[Group]) -> str:
    """The first group whose words the event fulfils; a missing field is a group of its own, and no group none."""
    doubtful = False
    for group in groups:
        if group is NOT_TOLD:
            continue
        answer = all_hold(group.when, event) if group.when else not doubtful
        if answer:
            return group.key
        doubtful = doubtful or answer is None
    return NOT_TOLD.key if doubtful else ""

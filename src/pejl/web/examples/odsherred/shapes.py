"""Which shape do the values of the example have? A theme as the paper tells it, with our answer and their view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

REPORT: Final = "Odsherred, Task Forcens statusrapport"
ACCOUNT: Final = "Odsherred, kommunens redegørelse (bilag 1)"
SERVICES: Final = "Odsherred, Task Forcens ydelser (bilag 2)"
DONE: Final = "udfoert"
PARTLY: Final = "delvist"
OUTSTANDING: Final = "udestaar"
NOT_TOLD: Final = "uvist"


@dataclass(frozen=True, slots=True)
class Did:
    """An activity, how far it is, and what the paper says of it."""

    text: str
    state: str = DONE
    note: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the Task Force judged, and where it stands."""

    text: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A recommendation of the analysis with the answer to it. ``see`` and ``same_as`` are numbers such as »1.1«."""

    number: int
    problem: str
    text: str
    purpose: str = ""
    did: tuple[Did, ...] = ()
    far: str = ""
    remains: str = ""
    comments: str = ""
    see: str = ""
    same_as: str = ""
    urgent: bool = False
    seen: tuple[Seen, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A theme: what the analysis found, what was asked, and what is said of the theme as a whole."""

    number: int
    name: str
    marker: str
    findings: str
    asked: tuple[Asked, ...]
    purpose: str = ""
    did: tuple[Did, ...] = ()
    far: str = ""
    remains: str = ""
    comments: str = ""
    seen: tuple[Seen, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fresh:
    """A new recommendation from the closing report; the theme it is placed under is ours."""

    number: int
    theme: int
    problem: str
    text: str
    urgent: bool = False

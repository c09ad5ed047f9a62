"""Which totals leave the circle, and which are too small to leave it without a decision?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from pejl.small_numbers import CannotProtect, Grid, Shown, Sum, protected
from pejl.web.circle.models import Assessment, Disclosure, Young

_WHOLE: Final = "vurderet"
LABELS: Final[Mapping[str, str]] = {
    _WHOLE: "Unge drøftet og vurderet",
    "indsats": "Heraf fået en ny eller anden indsats",
    "har_hjaelp": "Heraf allerede i en relevant indsats",
    "foelges": "Heraf følges uden ny indsats",
    "slut": "Heraf følges ikke længere",
}
_PARTS: Final = tuple(what for what in LABELS if what != _WHOLE)
_STARTED: Final = (Assessment.Outcome.INDSATS, Assessment.Outcome.ANDEN)


@dataclass(frozen=True, slots=True)
class Total:
    """One number as it may be told: the number, or why it is not shown."""

    what: str
    shown: Shown
    allowed_by: str = ""

    @property
    def label(self) -> str:
        """What is counted."""
        return LABELS[self.what]


def counted(on: date) -> dict[str, int]:
    """The true numbers, for the circle itself: each young person once, by the newest judgement up to the day."""
    newest: dict[int, str] = {}
    rows = Assessment.objects.filter(on__lte=on).order_by("on", "pk")
    for young, outcome in rows.values_list("young", "outcome"):
        newest[young] = outcome
    parts = dict.fromkeys(_PARTS, 0)
    for outcome in newest.values():
        parts["indsats" if outcome in _STARTED else outcome] += 1
    return {_WHOLE: len(newest), **parts}


def outside(on: date) -> list[Total]:
    """The numbers as anybody else gets them: small ones and what would give them away are hidden, unless decided."""
    allowed = _allowed(on)
    try:
        shown = _protected(counted(on), allowed)
    except CannotProtect:
        # Judged since the decision: what may be told together was another, and is decided anew.
        allowed = {}
        shown = _protected(counted(on), allowed)
    return [Total(what, shown[what], allowed.get(what, "")) for what in LABELS]


def would_be_given_away(on: date, what: str) -> bool:
    """Whether letting this number be seen would give back another that is still to be hidden."""
    try:
        _protected(counted(on), {**_allowed(on), what: "spurgt"})
    except CannotProtect:
        return True
    return False


def _protected(numbers: Mapping[str, int], allowed: Mapping[str, str]) -> Mapping[str, Shown]:
    grid = Grid(cells=dict(numbers), sums=(Sum(_WHOLE, _PARTS),))
    return protected(grid, allowed={what: who for what, who in allowed.items() if what in numbers})


def _allowed(on: date) -> dict[str, str]:
    """{number: who allowed it}; the newest decision of each counts, and only for the day it was made about."""
    found: dict[str, str] = {}
    for each in Disclosure.objects.filter(on=on).order_by("pk"):
        if each.allowed:
            found[each.what] = f"{each.decided_by}, {each.decided_as}"
        else:
            found.pop(each.what, None)
    return found


def ages(on: date) -> str:
    """From which age to which, in years they turn; for the circle itself, since it tells of the youngest and oldest."""
    born = list(Young.objects.filter(assessments__on__lte=on).distinct().values_list("born", flat=True))
    return "" if not born else f"{on.year - max(born)}-{on.year - min(born)} år"

"""How does a story from practice become one that may be told: written, read for recognition, approved by another?

Who wrote it is read in the log, where nobody writes over it. Only what ``approved_cases`` gives may stand in a paper.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise
from typing import Final

from django.db import transaction

from pejl.web.access.actions import Doing, Refused
from pejl.web.plan.actions import put
from pejl.web.plan.areas import there
from pejl.web.plan.models import FocusArea, PlanChange, PlanUnit, PracticeCase, Strategy
from pejl.web.plan.recognisable import Finding, Kind, findings

State = PracticeCase.State
# What the page calls each kind, and what can be done about it.
KINDS: Final[Mapping[Kind, tuple[str, str]]] = {
    Kind.NAME: ("Måske et navn", "Skriv »drengen«, »moren« eller »læreren« i stedet."),
    Kind.NUMBER: ("Et nummer eller en adresse på nettet", "Det skal ud. Et nummer fører lige til et menneske."),
    Kind.ADDRESS: ("Måske en adresse", "Lad den gå ud."),
    Kind.DAY: ("En dag eller et år", "Skriv »i foråret« eller »for nylig«, hvis tiden betyder noget."),
    Kind.AGE: ("En alder", "Skriv »et barn i skolealderen« eller »en teenager«."),
    Kind.PLACE: ("Måske et sted", "Skriv »skolen« eller »institutionen«."),
    Kind.RARE: ("Sjældent, når det står sammen", "Lad noget af det gå ud. Hver for sig siger ordene ikke så meget."),
}


def told(case: PracticeCase) -> str:
    """All that is read by others: the heading and the story."""
    return f"{case.title}\n{case.text}"


def mark_of(case: PracticeCase) -> str:
    """Says whether the story is still the one that was shown."""
    return sha256(told(case).encode()).hexdigest()[:16]


def found_in(case: PracticeCase, *, units: Iterable[PlanUnit]) -> list[Finding]:
    """What could give somebody away; ``units``: the municipality's own, by whose names a place is known."""
    return findings(told(case), places=[unit.name for unit in units])


def units_of(strategy: Strategy) -> list[PlanUnit]:
    """The units, in the municipality's own order."""
    return list(there(PlanUnit, "number", "name", strategy=strategy))


@dataclass(frozen=True, slots=True)
class Piece:
    """Some of the text, and whether somebody may be known by it."""

    words: str
    marked: bool


def pieces(text: str, found: Sequence[Finding]) -> list[Piece]:
    """The text with what was found marked; where two findings overlap, the letters are marked once."""
    edges = sorted({0, len(text), *(edge for each in found for span in each.spans for edge in span)})
    marked = [span for each in found for span in each.spans]
    parts = [
        Piece(text[first:last], any(a <= first and last <= b for a, b in marked)) for first, last in pairwise(edges)
    ]
    joined: list[Piece] = []
    for part in parts:
        if joined and joined[-1].marked == part.marked:
            joined[-1] = Piece(joined[-1].words + part.words, part.marked)
        else:
            joined.append(part)
    return joined


# --- the steps --------------------------------------------------------------------------------------------------


def writers(case: PracticeCase) -> frozenset[str]:
    """The user names of everybody who has written some of the story."""
    wrote = PlanChange.objects.filter(row=case.key, field__in=("title", "text"))
    return frozenset(wrote.values_list("by_username", flat=True))


def check(case: PracticeCase, *, answers: Mapping[str, str], mark: str, doing: Doing) -> PracticeCase:
    """Read for recognition: each finding is gone from the text, or stays with a reason; a number never stays."""
    with transaction.atomic():
        held = _locked(case)
        if held.state != State.KLADDE:
            raise Refused("Casen er allerede tjekket. Ret den, hvis noget skal ændres.")
        if mark != mark_of(held):
            raise Refused("Fortællingen er rettet, mens du læste. Åbn siden igen, og læs den, som den står nu.")
        found = found_in(held, units=units_of(held.strategy))
        if left := [each for each in found if not each.can_stay]:
            raise Refused(f"»{left[0].words}« kan ikke blive stående. Ret teksten, og tjek den igen.")
        if missing := [each for each in found if not answers.get(each.key, "").strip()]:
            raise Refused(f"Skriv, hvorfor »{missing[0].words}« kan blive stående, eller ret teksten.")
        lines = [f"{KINDS[each.kind][0]}, »{each.words}«: {answers[each.key].strip()}" for each in found]
        return put(held, doing=doing, state=State.TJEKKET, found=lines, checked_by=doing.by.name)


def approve(case: PracticeCase, *, doing: Doing, mark: str = "") -> PracticeCase:
    """Let it be used as it was read; another than those who wrote it says so."""
    with transaction.atomic():
        held = _locked(case)
        if held.state == State.GODKENDT:
            raise Refused("Casen er allerede godkendt. Du behøver ikke gøre mere.")
        if held.state == State.KLADDE:
            raise Refused("Casen er ikke tjekket. Læs den for genkendelighed, før den godkendes.")
        if doing.by.username in writers(held):
            raise Refused("Du har selv skrevet i casen. En anden skal godkende den.")
        if mark and mark != mark_of(held):
            raise Refused("Fortællingen er rettet, mens du læste. Åbn siden igen, og læs den, som den står nu.")
        return put(held, doing=doing, state=State.GODKENDT, approved_by=doing.by.name, approved_on=doing.today)


def _locked(case: PracticeCase) -> PracticeCase:
    held = PracticeCase.objects.select_for_update().select_related("strategy").get(pk=case.pk)
    if held.removed_at:
        raise Refused("Casen er taget ud i mellemtiden. Gå tilbage, og se, hvad der gælder nu.")
    return held


# --- used -------------------------------------------------------------------------------------------------------


def approved_cases(strategy: Strategy, areas: Iterable[FocusArea] | None = None) -> list[PracticeCase]:
    """The stories that may be told, of these focus areas (all, where none are named), unit by unit."""
    rows = there(PracticeCase, "unit__number", "unit__name", "-told_on", strategy=strategy, state=State.GODKENDT)
    if areas is not None:
        rows = rows.filter(area__in=[each.pk for each in areas])
    return list(rows.select_related("unit", "area"))


def departments(units: Iterable[PlanUnit]) -> list[PlanUnit]:
    """The units that tell: inside the strategy, and with none below them."""
    inside = [unit for unit in units if unit.part != PlanUnit.Part.UDENFOR]
    above = {unit.parent_id for unit in inside}
    return [unit for unit in inside if unit.pk not in above]

"""How many steps have each party in them, how does it spread between cases, and may a difference be chance?"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from pejl.web.cases.involving import STEPS, Party, Stand
from pejl.web.cases.overview.chance import Verdict, by_chance, verdict
from pejl.web.cases.overview.involved import SEEN, CaseInvolved, Place

Counts = Counter[Stand]


class Spread(StrEnum):
    """In how many of a case's steps the child is seen."""

    ALL = "I alle trin"
    SOME = "I nogle trin"
    NONE = "Ikke i noget trin"
    UNSEEN = "Kan ikke ses"


@dataclass(slots=True)
class Sums:
    """The cases added up."""

    steps: Mapping[Place, Counts] = field(default_factory=lambda: defaultdict(Counter))
    teams: Mapping[tuple[int | None, Party], Counts] = field(default_factory=lambda: defaultdict(Counter))

    @property
    def shown(self) -> list[tuple[Party, list[tuple[str, Counts]]]]:
        """Each party with the steps that any of the cases has come to."""
        reached = [step for step in STEPS if any((step, party) in self.steps for party in Party)]
        return [(party, [(step.value, self.steps[step, party]) for step in reached]) for party in Party]


def summed(cases: Iterable[CaseInvolved]) -> Sums:
    """Every step of every case, once."""
    sums = Sums()
    for case in cases:
        for (step, party), stand in case.stands.items():
            sums.steps[step, party][stand] += 1
            sums.teams[case.team, party][stand] += 1
    return sums


def judged(counts: Counts) -> int:
    """Of how many steps it can be said."""
    return sum(counts[stand] for stand in SEEN)


def spread_of(case: CaseInvolved) -> Spread:
    """Whether the child is seen in all, some or none of the steps in which it could be seen."""
    seen = [stand is Stand.INVOLVED for stand in case.of(Party.BARNET)]
    if not seen:
        return Spread.UNSEEN
    return Spread.ALL if all(seen) else Spread.SOME if any(seen) else Spread.NONE


@dataclass(frozen=True, slots=True)
class Among:
    """One of several that are told beside each other: a team or an adviser."""

    name: str
    counts: Counter[Spread]
    share: float | None  # of all of them together; None: nothing to compare with

    @property
    def cells(self) -> list[tuple[str, int]]:
        """In the order of the columns."""
        return [(each.value, self.counts[each]) for each in Spread]

    @property
    def seen(self) -> int:
        """The cases with the child in at least one step."""
        return self.counts[Spread.ALL] + self.counts[Spread.SOME]

    @property
    def cases(self) -> int:
        """Of how many."""
        return self.seen + self.counts[Spread.NONE]

    @property
    def by_chance(self) -> str:
        """What chance alone would give of so many cases."""
        if self.share is None or not self.cases:
            return "–"
        fewest, most = by_chance(self.cases, share=self.share)
        return f"{fewest} til {most}"

    @property
    def verdict(self) -> Verdict:
        """Whether it differs from the others by more than that."""
        if self.share is None or not self.cases:
            return Verdict.ALONE
        return verdict(self.seen, self.cases, share=self.share)


_ALONE: Final = 1


def side_by_side(
    cases: Iterable[CaseInvolved], *, names: Mapping[int, str] | Mapping[str, str], of: str
) -> Iterator[Among]:
    """Each team or adviser (``of``: which of the two), in the order of the names, against all of them together."""
    found = defaultdict[object, Counter[Spread]](Counter)
    for case in cases:
        found[getattr(case, of)][spread_of(case)] += 1
    held = [(name, found[key]) for key, name in names.items() if key in found]
    together = Among("", sum((counts for _, counts in held), Counter[Spread]()), None)
    share = together.seen / together.cases if together.cases and len(held) > _ALONE else None
    for name, counts in held:
        yield Among(name, counts, share)

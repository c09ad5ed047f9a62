"""How much is going on at once, and what waits for what? Few at a time is what the strategies ask of themselves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pejl.dates import danish_date
from pejl.web.plan.models import Action, Dependency, Strategy

_DONE = (Action.Stage.I_DRIFT, Action.Stage.STOPPET)


@dataclass(frozen=True, slots=True)
class Load:
    """What is running, against what the strategy says is few."""

    running: int
    few: int | None
    areas: tuple[str, ...]  # the professional areas staff are asked to work with now
    few_areas: int | None

    @property
    def warnings(self) -> list[str]:
        """Sentences for those who are about to start one more."""
        found = []
        if self.few is not None and self.running > self.few:
            found.append(
                f"Der er {self.running} handlinger i gang. Strategien siger højst {self.few} ad gangen."
                " Overvej, hvad der kan vente."
            )
        if self.few_areas is not None and len(self.areas) > self.few_areas:
            told = ", ".join(self.areas)
            found.append(
                f"Der arbejdes ekstra med {len(self.areas)} faglige områder på én gang: {told}."
                f" Strategien siger højst {self.few_areas}."
            )
        return found


def load_of(strategy: Strategy, actions: Iterable[Action]) -> Load:
    """What runs now; an action in operation or on hold asks for no extra work."""
    running = [each for each in actions if each.stage == Action.Stage.I_GANG]
    areas = tuple(sorted({each.profession for each in running if each.profession}))
    return Load(len(running), strategy.few, areas, strategy.few_areas)


def still_waits(dependency: Dependency) -> bool:
    """Whether what it waits for has not happened: another action until it is in operation or stopped."""
    if dependency.happened_on:
        return False
    return not (dependency.other and dependency.other.stage in _DONE)


def waits_told(dependency: Dependency) -> str:
    """What it waits for, in words."""
    what = f"»{dependency.other.name}« er i drift" if dependency.other else dependency.what
    if dependency.other and dependency.what:
        what = f"{what}, og {dependency.what}"
    return f"{what} (ventes {danish_date(dependency.expected)})" if dependency.expected else what


def blocked(dependencies: Sequence[Dependency]) -> dict[int, list[str]]:
    """{the action's number in the database: what it still waits for, in words}."""
    found: dict[int, list[str]] = {}
    for each in dependencies:
        if still_waits(each):
            found.setdefault(each.action_id, []).append(waits_told(each))
    return found

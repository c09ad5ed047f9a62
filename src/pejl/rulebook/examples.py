"""Which worked examples does a rule have? The very ones Pejl is tested on, printed from `tests/spec`.

They are kept as data beside the rules, so that whoever shows a rule can show them without the tests:
``python -m tests.spec.regelbog`` writes the file, and a test in `tests/repository` holds it current.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

from pejl.rules import Rule
from pejl.tables import Status

FILE: Final = "eksempler.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One row that a rule gives: how it stands, and what is told about it."""

    status: Status
    told: str
    course: str = ""  # named where the example has several

    @property
    def sentence(self) -> str:
        """The row in words."""
        course = f"{self.course}: " if self.course else ""
        return f"{course}{self.status.danish}. {self.told}".rstrip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What another rule, or another version of the same, gives for the example."""

    key: str
    version: str
    heading: str
    outcome: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """The same example with one thing changed, and what the rule then gives."""

    says: str
    result: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkedExample:
    """A few events of one invented case, the moment asked about, and what the rule then gives; all in Danish."""

    says: str
    coverage: str  # what the source leaves out; empty where it delivers everything
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    moment: str
    outcomes: tuple[Outcome, ...]  # none: the rule asks nothing here
    beside: tuple[Beside, ...]
    steps: tuple[str, ...]  # Pejl's own explanation, in one example of each rule
    changed: tuple[Changed, ...] = ()  # the same with one thing changed

    @property
    def titled_rows(self) -> tuple[tuple[tuple[str, str], ...], ...]:
        """The rows with each cell's heading, for a table that becomes cards on a phone."""
        return tuple(tuple(zip(self.headers, row, strict=True)) for row in self.rows)

    @property
    def result(self) -> str:
        """What the rule gives, in one line."""
        rows = " ".join(outcome.sentence for outcome in self.outcomes)
        return f"Pr. {self.moment}: {rows or 'ingen pligt efter denne regel.'}"


def examples_of(rule: Rule) -> tuple[WorkedExample, ...]:
    """The examples of one version of a rule, in the order of the Regelbog; none for a number chosen later."""
    return _all().get((rule.key, rule.version), ())


@cache
def _all() -> Mapping[tuple[str, str], tuple[WorkedExample, ...]]:
    rules = json.loads(files("pejl.rulebook").joinpath(FILE).read_text(encoding="utf-8"))
    return {(rule["key"], rule["version"]): tuple(map(_example, rule["examples"])) for rule in rules}


def _example(told: Mapping[str, Any]) -> WorkedExample:
    return WorkedExample(
        says=told["says"],
        coverage=told["coverage"],
        headers=tuple(told["headers"]),
        rows=tuple(map(tuple, told["rows"])),
        moment=told["moment"],
        outcomes=tuple(map(_outcome, told["outcomes"])),
        beside=tuple(Beside(**{**each, "outcome": _outcome(each["outcome"])}) for each in told["beside"]),
        steps=tuple(told["steps"]),
        changed=tuple(Changed(**each) for each in told["changed"]),
    )


def _outcome(told: Mapping[str, str]) -> Outcome:
    return Outcome(status=Status(told["status"]), told=told["told"], course=told["course"])

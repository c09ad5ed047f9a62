"""Would the worked examples notice if a rule were a little wrong? ``python -m tests.spec.mutation`` prints the score.

Each change of each rule (``mutants``) is judged on the rule's own examples by the readable engine. A change that no
example notices is printed, and the program ends with 1. What cannot make a difference in any ledger stands in
``ALIKE``, with why; a line there that an example does notice is a fault too.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field

from pejl.engine import plain
from pejl.rules import Rule, Rulebook
from tests.spec import CHAPTERS
from tests.spec.alike import ALIKE
from tests.spec.example import Example, written
from tests.spec.mutants import Mutant, mutants
from tests.spec.truths import TRUTHS


@dataclass(slots=True)
class Score:
    """How many changes of a chapter's rules there were, and which of them no example noticed."""

    changes: int = 0
    unnoticed: list[str] = field(default_factory=list)
    alike: int = 0
    # Said to make no difference, and yet noticed.
    wrongly_alike: list[str] = field(default_factory=list)

    @property
    def noticed(self) -> int:
        return self.changes - self.alike - len(self.unnoticed)

    def told(self, name: str) -> str:
        """A line of the table."""
        judged = self.changes - self.alike
        share = 100 * self.noticed / judged if judged else 100.0
        return f"{name:<26}{judged:>8}{self.noticed:>10}{share:>8.1f} %{self.alike:>8}"


def score_of(rules: Mapping[Rule, tuple[Example, ...]]) -> Score:
    """The score of a chapter: its rules with their examples."""
    score = Score()
    for rule, examples in rules.items():
        for mutant in mutants(rule):
            _count(score, rule, mutant, noticed=notices(mutant.rule, examples))
    return score


def _count(score: Score, rule: Rule, mutant: Mutant, *, noticed: bool) -> None:
    told = f"{rule.key} ({rule.version}): {mutant.changed}"
    score.changes += 1
    if told in ALIKE:
        score.alike += 1
        score.wrongly_alike += [told] if noticed else []
    elif not noticed:
        score.unnoticed.append(told)


def notices(mutant: Rule, examples: tuple[Example, ...]) -> bool:
    """Whether some example gives something else by the changed rule, or a truth no longer holds of it."""
    if not all(holds(mutant, examples) for holds in TRUTHS):
        return True
    book = Rulebook((mutant,))
    every = (each for example in examples for each in (example, *example.changed))
    return any(_given(book, each) != each.gives for each in every)


def _given(book: Rulebook, example: Example) -> tuple[str, ...]:
    rows = plain.evaluate(example.ledger(), rulebook=book, as_of=example.moment)
    return tuple(written(row, example.moment) for row in rows)


def main() -> int:
    """Print the table, and what was not noticed."""
    scores = {name: score_of(chapter.examples) for name, chapter in CHAPTERS.items()}
    lines = [f"{'kapitel':<26}{'ændringer':>8}{'opdaget':>10}{'andel':>10}{'ens':>8}"]
    lines += [score.told(name) for name, score in scores.items()]
    whole = Score(
        changes=sum(each.changes for each in scores.values()),
        unnoticed=[told for each in scores.values() for told in each.unnoticed],
        alike=sum(each.alike for each in scores.values()),
        wrongly_alike=[told for each in scores.values() for told in each.wrongly_alike],
    )
    lines.append(whole.told("i alt"))
    lines += [f"Intet eksempel opdager: {told}" for told in whole.unnoticed]
    lines += [f"Står i alike.py, men opdages: {told}" for told in whole.wrongly_alike]
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if whole.unnoticed or whole.wrongly_alike else 0


if __name__ == "__main__":
    sys.exit(main())
